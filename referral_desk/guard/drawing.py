"""Draw pages of a PDF as pictures with pdfium. Only for the child: pdfium gives up its whole process when it falls."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from referral_desk.guard.findings import Problem, Unusable

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_PIXELS: Final = 16_000_000  # of one drawn page: A4 at 400 dots an inch
COPY_DPI: Final = 150  # trust.md F
COPY_QUALITY: Final = 85
THUMB: Final = 40  # pixels along the longer side, where only the drawing counts and not the picture
GLANCE: Final = 600  # pixels along the longer side, where two pages are compared
INK: Final = 60  # of 255: how much lighter a spot must be to count as missing
MOST_MISSING: Final = 0.0004  # share of a page: about two letters of running text
POINTS: Final = 72.0  # to the inch
LARGEST_SIDE: Final = 14_400.0  # points (ISO 32000-1, annex C.2)
LONG_SIDE: Final = 1190.55  # points: A3, what a page without bounds becomes


def fill_in_looks(content: bytes) -> bytes:
    """Give the PDF with a look for every form field and mark that says what it is but not how it looks.

    Viewers make these looks up when they show a page; what is melted into the page afterwards needs them there.
    """
    document = open_document(content)
    pages = [document[page] for page in range(len(document))]  # the looks live as long as the loaded pages
    for page in pages:
        width, height = page.get_size()
        if width > 0 and height > 0:
            page.render(scale=THUMB / max(width, height)).close()  # this makes them up
    out = BytesIO()
    document.save(out)
    for page in pages:
        page.close()
    document.close()
    return out.getvalue()


def loses_ink(before: pypdfium2.PdfDocument, after: pypdfium2.PdfDocument) -> bool:
    """Whether anything that one document shows is missing from the other, by pictures of their pages."""
    if len(before) > len(after):
        return True
    for page in range(len(before)):
        try:
            first = draw(before, page, _to_glance).convert("L")
        except Unusable:
            continue  # nothing to lose
        second = draw(after, page, _to_glance).convert("L").resize(first.size)
        missing = ImageChops.subtract(second, first).point(lambda lighter: 255 if lighter > INK else 0)
        if missing.histogram()[255] > MOST_MISSING * first.width * first.height:
            return True
    return False


def _to_glance(width: float, height: float) -> float:
    return GLANCE / max(width, height)


class Drawn:
    """A page as a picture in the form that stands in a PDF: JPEG, grey or RGB, with its size in points."""

    def __init__(self, picture: Image.Image, size: tuple[float, float]) -> None:
        if picture.mode != "RGB":
            picture = picture.convert("RGB")
        if _is_grey(picture):
            picture = picture.convert("L")
        out = BytesIO()
        picture.save(out, "JPEG", quality=COPY_QUALITY, optimize=True)
        self.jpeg, self.pixels, self.grey, self.size = out.getvalue(), picture.size, picture.mode == "L", size


def open_document(content: bytes, password: str | None = None) -> pypdfium2.PdfDocument:
    """Open a PDF with what its form fields show. Raises Unusable for what pdfium cannot read."""
    try:
        document = pypdfium2.PdfDocument(content, password=password)
        document.init_forms()
        if len(document) == 0:
            raise Unusable(Problem.EMPTY)
    except pypdfium2.PdfiumError:
        raise Unusable(Problem.DAMAGED) from None
    return document


def draw(document: pypdfium2.PdfDocument, page: int, choose_scale: Callable[[float, float], float]) -> Image.Image:
    """Draw a page (counted from 0) on white; the scale is chosen by its width and height in points, then bounded.

    Raises Unusable for a page that cannot be loaded or has no sane size.
    """
    try:
        loaded = document[page]
    except pypdfium2.PdfiumError:
        raise Unusable(Problem.DAMAGED) from None
    try:
        width, height = loaded.get_size()
        if not (0 < width < math.inf and 0 < height < math.inf):
            raise Unusable(Problem.PAGE_SIZE)
        scale = min(choose_scale(width, height), math.sqrt(MOST_PIXELS / (width * height)))
        picture: Image.Image = loaded.render(scale=scale).to_pil()
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    finally:
        loaded.close()


def draw_copy(document: pypdfium2.PdfDocument, page: int) -> Drawn:
    """Draw a page as it stands in a safe copy."""
    width, height = document.get_page_size(page)
    picture = draw(document, page, lambda _width, _height: COPY_DPI / POINTS)
    if max(width, height) > LARGEST_SIDE:
        shrink = LONG_SIDE / max(width, height)
        width, height = width * shrink, height * shrink
    return Drawn(picture, (max(width, 3.0), max(height, 3.0)))


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    # Two steps of 256 are what a JPEG in the page may add to grey.
    return not any(any(ImageChops.difference(red, other).histogram()[3:]) for other in (green, blue))
