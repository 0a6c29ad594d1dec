"""Pictures as papers: decoded once, without what the camera wrote into them, in colours every reader shows alike."""

from __future__ import annotations

import io
import warnings
import zlib
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Name
from PIL import Image, ImageOps, UnidentifiedImageError

from referral_desk.reports.foreign import Unusable

MOST_PIXELS: Final = 60_000_000
DPI: Final = 300  # more than this on the page is thrown away
_LONGEST: Final = 11.0 * DPI
_QUALITY: Final = 88


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be placed; size in points at 96 dots an inch, as screens show it."""

    width: float
    height: float
    pixels: tuple[int, int]
    space: str
    filter: str
    data: bytes
    mask: bytes | None

    def place(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """Make the image object in a file (ISO 32000-1 8.9.5)."""
        image = _image(pdf, self.pixels, self.space, self.filter, self.data)
        if self.mask is not None:
            image.SMask = _image(pdf, self.pixels, "/DeviceGray", "/FlateDecode", self.mask)
        return image


def _image(pdf: pikepdf.Pdf, size: tuple[int, int], space: str, kind: str, data: bytes) -> pikepdf.Object:
    made = pdf.make_stream(b"")
    made.write(data, filter=Name(kind))
    made.Type, made.Subtype = Name.XObject, Name.Image
    made.Width, made.Height = size
    made.ColorSpace, made.BitsPerComponent = Name(space), 8
    return made


def read_picture(data: bytes) -> Picture:
    """Decode a PNG or JPEG. Raises Unusable with "damaged" or "too_large"."""
    try:
        with warnings.catch_warnings():
            # A small file that unfolds to a huge picture is refused before it is decoded.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise Unusable("too_large")
                photo = opened.format == "JPEG"
                image = ImageOps.exif_transpose(opened)
                image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Unusable("too_large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, zlib.error, EOFError, TypeError):
        raise Unusable("damaged") from None
    width, height = image.size
    scale = min(1.0, _LONGEST / max(width, height))
    mask = None
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        mask = image.getchannel("A")
        image = image.convert("RGB")
    elif image.mode in {"I;16", "I;16B", "I", "F"}:
        # Sixteen bits a dot become eight; Pillow would cut them off instead.
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    else:
        image = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    if scale < 1:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS)
        mask = mask.resize(size, Image.Resampling.LANCZOS) if mask else None
    space = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
    if photo:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
        kind, body = "/DCTDecode", out.getvalue()
    else:
        kind, body = "/FlateDecode", zlib.compress(image.tobytes(), 6)
    shaded = zlib.compress(mask.tobytes(), 6) if mask and mask.getextrema() != (255, 255) else None
    return Picture(width * 0.75, height * 0.75, image.size, space, kind, body, shaded)
