"""Whole-page things under the strip: a stranger's page or a picture, scaled to its frame, never covered or cut."""

from __future__ import annotations

from dataclasses import dataclass

from referral_desk.reports.foreign import ForeignPage
from referral_desk.reports.paragraphs import Block
from referral_desk.reports.style import HIGH, LINE, MM, STRIP, WIDE
from referral_desk.reports.tags import Element, Matrix, Plate, Rect, TagCanvas

EDGE = 7 * MM
GAP = 3.5 * MM
LOWER = 11 * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """The page a plate stands on and the box it may fill."""

    page: tuple[float, float]
    box: Rect


def frame_for(width: float, height: float) -> Frame:
    """Give the frame for something of a size: wide things get a page that lies down."""
    page = (HIGH, WIDE) if width > height else (WIDE, HIGH)
    return Frame(page, (EDGE, LOWER, page[0] - EDGE, page[1] - STRIP - GAP))


def fit(width: float, height: float, frame: Frame) -> tuple[float, float, float]:
    """Give the scale (never above 1) and the lower left corner that centre something in its frame."""
    x0, y0, x1, y1 = frame.box
    scale = min(1.0, (x1 - x0) / width, (y1 - y0) / height)
    return scale, x0 + (x1 - x0 - width * scale) / 2, y0 + (y1 - y0 - height * scale) / 2


def joined(first: Matrix, then: Matrix) -> Matrix:
    """Give the matrix that does one after the other (ISO 32000-1 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(box: Rect, matrix: Matrix) -> Rect:
    """Give where a box lies after a matrix."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


class PlateBlock(Block):
    """A plate that fills the page it stands on; `key` tells `finish` what it is."""

    def __init__(self, key: str, size: tuple[float, float], upright: Matrix, element: Element, *, framed: bool) -> None:
        super().__init__()
        self.key, self.size, self.upright, self.element, self.framed = key, size, upright, element, framed
        self.frame = frame_for(*size)
        scale, x, y = fit(*size, self.frame)
        self.matrix = joined(upright, (scale, 0, 0, scale, x, y))
        self.spot = (x, y, x + size[0] * scale, y + size[1] * scale)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole page."""
        self.width, self.height = width, height
        return width, height

    def draw(self) -> None:
        """Place it by the page's own coordinates; what it is comes when the file is finished."""
        canvas: TagCanvas = self.canv
        x, y = canvas.here(0, 0)
        name = f"Plate{len(canvas.plates)}"
        canvas.plates.append(Plate(canvas.page, name, self.key, self.matrix))
        if self.element.tag == "Figure":
            self.element.box = self.spot
        with canvas.content(self.element):
            matrix = " ".join(f"{part:.5f}" for part in self.matrix)
            canvas.put(f"q 1 0 0 1 {-x:.2f} {-y:.2f} cm {matrix} cm /{name} Do Q")
        if self.framed:
            x0, y0, x1, y1 = (edge - shift for edge, shift in zip(self.spot, (x, y, x, y), strict=True))
            with canvas.artifact():
                for line in ((x0, y0, x1, y0), (x1, y0, x1, y1), (x1, y1, x0, y1), (x0, y1, x0, y0)):
                    canvas.hairline(line, LINE, 0.5)


def page_plate(key: str, page: ForeignPage, element: Element) -> PlateBlock:
    """Make the plate of a stranger's page."""
    return PlateBlock(key, (page.width, page.height), page.upright, element, framed=True)


def picture_plate(key: str, size: tuple[float, float], element: Element) -> PlateBlock:
    """Make the plate of a picture: the image object is one unit wide and high."""
    return PlateBlock(key, size, (size[0], 0, 0, size[1], 0, 0), element, framed=False)
