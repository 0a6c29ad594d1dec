"""The tagging layer: what each mark on a page *is*, kept beside ReportLab's drawing (PDF/UA-1, ISO 32000-1 14.7, 14.8).

The tree of elements grows while the story is written, so a paragraph or table split over pages keeps one element.
While a page is drawn its marked content is hung on the elements; `finish` turns the tree into the PDF's structure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from referral_desk.reports.style import HIGH, WIDE, Colour, Style, font

_DOTS = 4.5
Rect = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(eq=False, slots=True)
class Element:
    """A structure element; its kids are elements, marked content (page, mark) and links."""

    tag: str
    alt: str = ""
    scope: str = ""
    span: int = 1
    box: Rect | None = None
    numbering: str = ""  # of a list: Disc, Decimal ... (ISO 32000-1 table 347)
    kids: list[Element | Mark | Link] = field(default_factory=list)

    def add(self, tag: str, *, alt: str = "", scope: str = "", span: int = 1) -> Element:
        """Hang a new element behind the others."""
        kid = Element(tag, alt, scope, span)
        self.kids.append(kid)
        return kid


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: the page (from 0) and its number on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page to an anchor in the same document, with the words that a screen reader says."""

    page: int
    box: Rect
    anchor: str
    says: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that links lead to: the page (from 0) and the height on it."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line in the reader's outline; `level` from 0."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture or a stranger's page that `finish` puts in place: its name on the page and how to make it."""

    page: int
    name: str
    key: str
    matrix: Matrix


@dataclass(slots=True)
class _Sheet:
    size: tuple[float, float]
    code: list[str | Callable[[TagCanvas], None]]


class _OtherSubset(Exception):
    """A character is not among the first 255 that the document uses of a font."""


class _Codes(dict[int, str]):
    """How a font's characters are written, found once for each; only those of its first subset."""

    def __init__(self, drawn: TTFont, document: Any) -> None:
        super().__init__()
        self.font, self.document = drawn, document
        self.name: str = drawn.getSubsetInternalName(0, document)

    def __missing__(self, code: int) -> str:
        ((subset, written),) = self.font.splitString(chr(code), self.document)
        if subset:
            raise _OtherSubset
        shown = self[code] = _escaped(written)
        return shown


def _escaped(written: bytes) -> str:
    """Write bytes for a literal string (ISO 32000-1 7.3.4.2)."""
    return "".join(chr(b) if 32 <= b < 127 and b not in b"()\\" else f"\\{b:03o}" for b in written)  # noqa: PLR2004


class TagCanvas(Canvas):  # type: ignore[misc]
    """A canvas that tags what it draws and writes its pages when all page numbers are known."""

    def __init__(self, file: BinaryIO, root: Element, language: str) -> None:
        # No standard font may be named anywhere in the file (PDF/A-2 6.2.11.4), so the first font is ours.
        super().__init__(
            file,
            pagesize=(WIDE, HIGH),
            pageCompression=0,  # the file is packed once, when it is finished
            invariant=1,
            initialFontName=font("Sans").fontName,
            lang=language,
        )
        self.root = root
        self.page = 0
        self.spots: dict[str, Spot] = {}
        self.bookmarks: list[Bookmark] = []
        self.plates: list[Plate] = []
        self.turned: Callable[[int], None] | None = None
        self._codes: dict[str, _Codes] = {}
        self._mcid = 0
        self._silent = 0
        self._sheets: list[_Sheet] = []
        self._code: list[str | Callable[[TagCanvas], None]]

    @property
    def pages(self) -> int:
        """How many pages have been drawn."""
        return len(self._sheets)

    def put(self, code: str) -> None:
        """Write raw page description."""
        self._code.append(code)

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Mark what is drawn inside as content of an element (inside an artifact it stays an artifact)."""
        if self._silent:
            yield
            return
        element.kids.append(Mark(self.page, self._mcid))
        self._code.append(f"/{element.tag} <</MCID {self._mcid}>> BDC")
        self._mcid += 1
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Mark what is drawn inside as decoration or furniture that is not read aloud."""
        if not self._silent:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._silent += 1
        yield
        self._silent -= 1
        if not self._silent:
            self._code.append("EMC")

    def here(self, x: float, y: float) -> tuple[float, float]:
        """Give the place on the page of a place in the current drawing."""
        across, down = self.absolutePosition(x, y)
        return float(across), float(down)

    def area(self, width: float, height: float) -> Rect:
        """Give a box that stands at the current origin, in page coordinates."""
        return (*self.here(0, 0), *self.here(width, height))

    def link(self, element: Element, box: Rect, anchor: str, says: str) -> None:
        """Make an area of the page lead to an anchor. `element` must be a Link element."""
        if not self._silent:
            element.kids.append(Link(self.page, box, anchor, says))

    def anchor(self, name: str, top: float) -> None:
        """Remember where an anchor stands; the first place wins."""
        self.spots.setdefault(name, Spot(self.page, top))

    def later(self, draw: Callable[[TagCanvas], None]) -> None:
        """Leave a gap that `draw` fills when all pages are known. Text only; it may not tag."""
        self._code.append(draw)

    def fill_box(self, box: Rect, colour: Colour) -> None:
        """Fill a box given by two corners."""
        red, green, blue = colour
        x, y, to_x, to_y = box
        self._code.append(f"q {red} {green} {blue} rg {x:.2f} {y:.2f} {to_x - x:.2f} {to_y - y:.2f} re f Q")

    def hairline(self, line: Rect, colour: Colour, width: float = 0.6) -> None:
        """Draw a thin line between two points."""
        red, green, blue = colour
        x, y, to_x, to_y = line
        self._code.append(f"q {red} {green} {blue} RG {width} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S Q")

    def dots(self, line: Rect, colour: Colour) -> None:
        """Draw a row of dots between two points, all rows in step with each other."""
        red, green, blue = colour
        x, y, to_x, to_y = line
        if to_x - x > _DOTS:
            x += (to_x - x) % _DOTS
            dash = f"1 J 1 w [0 {_DOTS:g}] 0 d"
            self._code.append(f"q {red} {green} {blue} RG {dash} {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S Q")

    def words(self, x: float, y: float, text: str, style: Style) -> None:
        """Write one line of text in signs that the style's face has; `x` is its left or, by the style, right edge."""
        red, green, blue = style.colour
        spread = f"{style.tracking} Tc " if style.tracking else ""
        if style.align == "right":
            x -= width_of(text, style.face, style.size)
        shown = self.shown(text, style.face, style.size)
        self._code.append(f"q BT {red} {green} {blue} rg {spread}1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET Q")

    def shown(self, text: str, face: str, size: float) -> str:
        """Give the operators that choose the font and show a text."""
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = _Codes(font(face), self._doc)
        try:
            return f"{codes.name} {size:g} Tf ({text.translate(codes)}) Tj"
        except _OtherSubset:
            drawn = codes.font
            parts = [
                f"{drawn.getSubsetInternalName(subset, self._doc)} {size:g} Tf ({_escaped(piece)}) Tj"
                for subset, piece in drawn.splitString(text, self._doc)
            ]
            return " ".join(parts)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Lay the page aside; it is written by `save`."""
        self._sheets.append(_Sheet(self._pagesize, self._code))
        self.page += 1
        self._mcid = 0
        if self.turned:
            self.turned(self.page)
        self._startPage()

    def save(self) -> None:
        """Fill the gaps and write all pages."""
        for sheet in self._sheets:
            self._pagesize = sheet.size
            self._code = []
            for part in sheet.code:
                if isinstance(part, str):
                    self._code.append(part)
                else:
                    part(self)
            super().showPage()
        self._code = []
        super().save()

    def page_of(self, anchor: str) -> int:
        """Give the page number (from 1) of an anchor, 0 when it was never drawn."""
        spot = self.spots.get(anchor)
        return spot.page + 1 if spot else 0


def width_of(text: str, face: str, size: float) -> float:
    """Give the width of a text in points."""
    font(face)
    return float(pdfmetrics.stringWidth(text, face, size))
