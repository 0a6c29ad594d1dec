"""Make a stranger's picture safe: read it once, drop everything but its pixels, write it anew as PNG or JPEG."""

from __future__ import annotations

import warnings
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageCms, ImageOps

from referral_desk.guard.findings import MOST_PIXELS, Note, Problem, Removed, Unusable

if TYPE_CHECKING:
    from collections.abc import Mapping

SANE_DPI: Final = (30.0, 1200.0)  # dots an inch that a scanner, camera or screen may claim
JPEG_QUALITY: Final = 92
_PLAIN: Final = {"1", "L", "RGB"}
_SIXTEEN_BITS: Final = {"I", "I;16", "I;16B", "I;16L", "F"}
_ORIENTATION: Final = 0x0112  # Exif 3.0, table 4
_TELLING: Final = {"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Comment", "Author", "iptc"}


def clean(content: bytes, form: str) -> tuple[bytes, tuple[int, int], Counter[Removed], list[Note]]:
    """Give the safe picture, its width and height in pixels, what was removed, and what to know.

    ``form`` is "PNG" or "JPEG" and stays; the turn that a camera noted is carried out, transparency becomes white.
    Raises Unusable for a damaged or too large picture.
    """
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    removed, notes = Counter[Removed](), list[Note]()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=["JPEG", "MPO"] if form == "JPEG" else ["PNG"]) as given:
                if given.width * given.height > MOST_PIXELS:
                    raise Unusable(Problem.BOMB)
                given.load()
                _count(given, removed)
                dpi = _sane_dpi(given.info)
                turned = given.getexif().get(_ORIENTATION, 1) in range(5, 9)
                ImageOps.exif_transpose(given, in_place=True)
                picture = _to_plain(given, given.info.get("icc_profile"), notes)
                safe = _write(picture, form, dpi[::-1] if dpi and turned else dpi)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unusable(Problem.BOMB) from None
    except MemoryError:
        raise Unusable(Problem.TOO_LARGE) from None
    except Unusable:
        raise
    except Exception:  # noqa: BLE001 - a reader of pictures may raise anything on a broken one
        raise Unusable(Problem.DAMAGED) from None
    return safe, picture.size, removed, notes


def _write(picture: Image.Image, form: str, dpi: tuple[float, float] | None) -> bytes:
    """Write the pixels, and nothing that came with them."""
    picture.info.clear()
    out = BytesIO()
    options: dict[str, object] = {"dpi": dpi} if dpi else {}
    if form == "JPEG":
        picture.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, exif=b"", **options)
    else:
        picture.save(out, "PNG", compress_level=6, exif=b"", **options)
    return out.getvalue()


def _count(given: Image.Image, removed: Counter[Removed]) -> None:
    frames = getattr(given, "n_frames", 1)
    if frames > 1:
        removed[Removed.FRAMES] = frames - 1
    if _TELLING & given.info.keys() or getattr(given, "text", None):
        removed[Removed.LOCATION] = 1


def _sane_dpi(info: Mapping[str | tuple[int, int], object]) -> tuple[float, float] | None:
    match info.get("dpi"):
        case (int() | float() as across, int() | float() as down):
            values = (float(across), float(down))
            return values if all(SANE_DPI[0] <= value <= SANE_DPI[1] for value in values) else None
    return None


def _to_plain(picture: Image.Image, profile: bytes | None, notes: list[Note]) -> Image.Image:
    """Give grey, black-and-white or sRGB pixels on white."""
    if picture.mode in _SIXTEEN_BITS:
        return picture.convert("F").point(lambda value: value * (1 / 257)).convert("L")
    if picture.mode == "CMYK":
        notes.append(Note.COLOURS)
        return _to_srgb(picture, profile) or picture.convert("RGB")
    if picture.mode in {"LA", "La", "PA", "RGBA", "RGBa"} or "transparency" in picture.info:
        grey = picture.mode in {"LA", "La", "L", "1"}
        seen = picture if picture.mode in {"LA", "RGBA"} else picture.convert("LA" if grey else "RGBA")
        ground = Image.new("L" if grey else "RGB", seen.size, "white")
        ground.paste(seen.convert("L") if grey else seen, mask=seen.getchannel("A"))
        picture = ground
    if picture.mode not in _PLAIN:
        picture = picture.convert("RGB")
    if picture.mode == "RGB" and profile:
        return _to_srgb(picture, profile) or picture
    return picture


def _to_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image | None:
    """Convert by the picture's own colour profile, where that makes sense."""
    if not profile:
        return None
    try:
        return ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
