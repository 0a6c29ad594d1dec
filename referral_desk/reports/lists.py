"""What lists and letters share on paper: their title, a table with a head on every page, a mark for what is late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportlab.platypus.flowables import Flowable

from referral_desk.reports.boxes import Grid, Look, Row
from referral_desk.reports.paragraphs import Block, Para, fitted
from referral_desk.reports.style import (
    ACCENT,
    CELL,
    COVER,
    EYEBROW,
    FAINT,
    FULL,
    LINE,
    SMALL,
    SUBTITLE,
    WARN,
    WHITE,
    Style,
)
from referral_desk.reports.tags import Element

_SIZE: Final = 9.5
_HALF: Final = 4.6


def title_block(
    kind: str, title: str, lines: Sequence[str], section: Element, *, width: float = FULL
) -> list[Flowable]:
    """Give what a document is, its title and the lines below it."""
    stack: list[Flowable] = [
        Para(kind.upper(), EYEBROW.but(colour=ACCENT, after=3), section.add("P")),
        Para(title, fitted(title, COVER.but(size=26, leading=30), width, 19), section.add("H1")),
    ]
    styles = [SUBTITLE.but(size=13.5, leading=18), SUBTITLE.but(size=11, leading=15, colour=FAINT)]
    for place, line in enumerate(one for one in lines if one):
        stack.append(Para(line, styles[min(place, 1)], section.add("P")))
    return stack


def facts(rows: Sequence[tuple[str, str]], section: Element, first: float) -> Grid:
    """Give a table of facts: name at the left, what it is at the right; empty ones are left out."""
    table = section.add("Table")
    made = []
    for name, text in rows:
        if not text:
            continue
        line = table.add("TR")
        head, cell = line.add("TH", scope="Row"), line.add("TD")
        cells: list[list[Flowable]] = [[Para(name, CELL.but(colour=FAINT), head)], [Para(text, CELL, cell)]]
        made.append(Row(cells, [first, None], Look(4, 5, 6, LINE)))
    return Grid(made)


def head_row(
    names: Sequence[str], widths: Sequence[float | None], table: Element, right: frozenset[int], *, gap: float = 8
) -> Row:
    """Give the head of a table; `right` are the columns set at their right edge, `gap` is between two columns."""
    row = table.add("TR")
    small = SMALL.but(size=8.5, colour=FAINT)
    cells = [
        [Para(name, small.but(align="right" if place in right else "left"), row.add("TH", scope="Column"))]
        for place, name in enumerate(names)
    ]
    return Row(cells, widths, Look(2, 4, gap, LINE, 0.9))


class Late(Block):
    """A triangle with a stroke and a dot before the words that say how late something is: never colour alone."""

    def __init__(self, text: str, element: Element) -> None:
        super().__init__()
        self.para = Para(text, Style(family="Sans", bold=True, size=_SIZE - 0.5, leading=12.5, colour=WARN), element)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the height of the words."""
        self.width = width
        self.height = self.para.wrap(width - 2 * _HALF - 3, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw the sign, then the words behind it."""
        middle, base = _HALF, self.height - 10.2
        red, green, blue = WARN
        with self.canv.artifact():
            self.canv.put(
                f"q {red} {green} {blue} rg {middle - _HALF:.2f} {base:.2f} m {middle + _HALF:.2f} {base:.2f} l "
                f"{middle:.2f} {base + 8.2:.2f} l h f Q"
            )
            self.canv.fill_box((middle - 0.5, base + 2.5, middle + 0.5, base + 5.6), WHITE)
            self.canv.fill_box((middle - 0.5, base + 1.0, middle + 0.5, base + 2.0), WHITE)
        self.para.drawOn(self.canv, 2 * _HALF + 3, 0)
