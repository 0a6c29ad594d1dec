"""How paper looks: one A4 grid, two open typefaces, few colours, a handful of text styles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import font_source_sans_pro as sans
import font_source_serif_pro as serif
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

MM: Final = 72 / 25.4
WIDE: Final = 210 * MM
HIGH: Final = 297 * MM

# The grid: a gutter for numbers and block labels, then a column of about 72 letters.
LEFT: Final = 22 * MM
RIGHT: Final = 22 * MM
GUTTER: Final = 33 * MM
TOP: Final = 31 * MM
COVER_TOP: Final = 20 * MM
BOTTOM: Final = 25 * MM
COLUMN: Final = WIDE - LEFT - GUTTER - RIGHT
FULL: Final = WIDE - LEFT - RIGHT
STRIP: Final = 11 * MM
FOOT: Final = 12.5 * MM

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = (round(int(code[i : i + 2], 16) / 255, 4) for i in (0, 2, 4))
    return red, green, blue


INK: Final = _colour("18211E")
QUIET: Final = _colour("51605A")
FAINT: Final = _colour("66746E")  # 4.9:1 on white, 4.5:1 on SOFT: the smallest print stays readable
LINE: Final = _colour("D5DCD8")
DOT: Final = _colour("A3B0AA")
ACCENT: Final = _colour("0B655D")
SOFT: Final = _colour("EEF5F3")
WARN: Final = _colour("8A4B08")
WARM: Final = _colour("FBF3E6")
WHITE: Final = _colour("FFFFFF")

_FILES: Final = {
    "Sans": sans.SourceSansPro,
    "Sans-Bold": sans.SourceSansProSemibold,
    "Sans-Italic": sans.SourceSansProIt,
    "Sans-BoldItalic": sans.SourceSansProSemiboldIt,
    "Serif": serif.SourceSerifPro,
    "Serif-Bold": serif.SourceSerifProSemibold,
    "Serif-Italic": serif.SourceSerifProIt,
    "Serif-BoldItalic": serif.SourceSerifProSemiboldIt,
}


@cache
def font(face: str) -> TTFont:
    """Load a face when it is first drawn. Raises KeyError for a face we do not have."""
    # ReportLab embeds TrueType outlines only; the packages bring both kinds side by side.
    made = TTFont(face, str(Path(_FILES[face]).with_suffix(".ttf")), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(made)
    return made


@cache
def glyphs(face: str) -> frozenset[str]:
    """The characters a face can draw."""
    drawn: dict[int, Any] = font(face).face.charToGlyph
    return frozenset(chr(code) for code in drawn if code > ord(" "))


def face_of(family: str, *, bold: bool = False, italic: bool = False) -> str:
    """Give the face of a family: "Sans", "Serif-BoldItalic" ..."""
    weight = ("Bold" if bold else "") + ("Italic" if italic else "")
    return f"{family}-{weight}" if weight else family


@dataclass(frozen=True, slots=True)
class Style:
    """A text style. Sizes in points; `before` and `after` are the white above and below."""

    family: Literal["Sans", "Serif"] = "Serif"
    bold: bool = False
    italic: bool = False
    size: float = 10.5
    leading: float = 15
    colour: Colour = INK
    before: float = 0
    after: float = 0
    align: Literal["left", "right", "center"] = "left"
    indent: float = 0
    tracking: float = 0
    with_next: bool = False

    @property
    def face(self) -> str:
        """The face it is set in."""
        return face_of(self.family, bold=self.bold, italic=self.italic)

    def but(self, **changes: Any) -> Style:
        """Give the same style with some things changed."""
        return replace(self, **changes)


BODY: Final = Style(after=7)
CELL: Final = Style(family="Sans", size=10, leading=13.5)
SMALL: Final = Style(family="Sans", size=9, leading=12.5, colour=QUIET)
EYEBROW: Final = Style(family="Sans", bold=True, size=8.5, leading=12, colour=FAINT, tracking=0.5, with_next=True)
COVER: Final = Style(family="Sans", bold=True, size=32, leading=36, after=4)
SIDE: Final = EYEBROW.but(size=7.8, before=14)
TITLE: Final = Style(family="Sans", bold=True, size=19, leading=23.5, after=3, with_next=True)
SECTION: Final = TITLE.but(size=17, leading=22, after=9)
SUBTITLE: Final = Style(family="Sans", size=15, leading=20, colour=QUIET)

HEADINGS: Final = (
    Style(family="Sans", bold=True, size=16, leading=20, before=20, after=7, with_next=True),
    Style(family="Sans", bold=True, size=12.5, leading=16, before=16, after=5, with_next=True),
    Style(family="Sans", bold=True, size=10.5, leading=14, before=12, after=3, with_next=True),
)
