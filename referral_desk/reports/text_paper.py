"""Typeset a stranger's plain text as running text: headings, paragraphs, lists, notes and tables in our own hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus.doctemplate import PageBreak
from reportlab.platypus.flowables import Flowable

from referral_desk.reports.boxes import BARE, Grid, Look, Row, Rule
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import ACCENT, BODY, FAINT, HEADINGS, INK, LINE, QUIET, Style
from referral_desk.reports.tags import Element, width_of
from referral_desk.reports.text_blocks import Kind, TextBlock
from referral_desk.reports.text_marks import marked_up
from referral_desk.reports.text_reading import read_text
from referral_desk.reports.words import Run

_ITEM: Final = BODY.but(after=3.5)
_NOTE: Final = Style(family="Sans", size=8.5, leading=11.5, colour=QUIET, after=5)
_FURNITURE: Final = Style(family="Sans", size=8, leading=11, colour=FAINT, before=2, after=9, align="right")
_TEXTS: Final = {Kind.PARAGRAPH: (BODY, "P"), Kind.NOTE: (_NOTE, "Note"), Kind.FURNITURE: (_FURNITURE, "P")}
_CELL: Final = Style(family="Sans", size=9, leading=12)
_LABEL: Final = 15.0
_APART: Final = 22.0
_LOWEST: Final = 6  # H6 is the last heading that PDF/UA-1 knows
_FIGURE: Final = re.compile(r"^[-+–]?[\d.,\s%]*\d[\d.,\s%]*$")


def typeset(text: str, section: Element, *, under: int, width: float) -> list[Flowable]:
    """Give the flowables of a text; its elements hang on `section`, its headings begin below level `under`."""
    writer = _Writer(section, under, width)
    for block in read_text(text):
        writer.write(block)
    if all(isinstance(flowable, Rule | PageBreak) for flowable in writer.story):
        # Nothing but marks: they are all that the text says, so they are printed.
        return [Para(text, BODY, section.add("P"))]
    return writer.story


@dataclass(slots=True)
class _Open:
    """A list that is being written: how deep it stands, its element and the body of its last item."""

    indent: int
    element: Element
    body: Element


class _Writer:
    def __init__(self, section: Element, under: int, width: float) -> None:
        self.section, self.under, self.width = section, under, width
        self.story: list[Flowable] = []
        self.lists: list[_Open] = []

    def write(self, block: TextBlock) -> None:
        if block.kind is not Kind.ITEM and self.lists:
            self.lists.clear()
            last = self.story[-1]
            assert isinstance(last, Row)
            last.after = BODY.after
        match block.kind:
            case Kind.HEADING:
                self._heading(block)
            case Kind.ITEM:
                self._item(block)
            case Kind.PARAGRAPH | Kind.NOTE | Kind.FURNITURE:
                style, tag = _TEXTS[block.kind]
                self.story.append(Para(marked_up(block.lines), style, self.section.add(tag)))
            case Kind.TABLE:
                self.story.append(table(block.rows, block.heads, self.section, self.width))
            case Kind.RULE:
                if self.story and not isinstance(self.story[-1], Rule):
                    self.story.append(Rule())
            case Kind.PAGE:
                self.story.append(PageBreak())

    def _heading(self, block: TextBlock) -> None:
        style = HEADINGS[min(block.level, len(HEADINGS)) - 1]
        if block.level > len(HEADINGS):
            style = style.but(italic=True)
        runs = tuple(replace(run, bold=False, italic=False) for run in marked_up(block.lines))
        tag = f"H{min(self.under + block.level, _LOWEST)}"
        self.story.append(Para(runs, style, self.section.add(tag)))

    def _item(self, block: TextBlock) -> None:
        while self.lists and self.lists[-1].indent > block.level:
            self.lists.pop()
        if not self.lists or self.lists[-1].indent < block.level:
            parent = self.lists[-1].body if self.lists else self.section
            element = parent.add("L")
            element.numbering = "Disc" if block.label == "•" else "Decimal"
            self.lists.append(_Open(block.level, element, element))
        self.story.append(list_item(block, self.lists[-1], len(self.lists) - 1))


def list_item(block: TextBlock, into: _Open, depth: int) -> Row:
    """Make an item: its label hangs left of its text."""
    item = into.element.add("LI")
    bullet = block.label == "•"
    face = _ITEM.but(after=0, colour=ACCENT if bullet else INK)
    label = Para("–" if bullet and depth else block.label, face, item.add("Lbl"))
    into.body = item.add("LBody")
    # A text in an item is a paragraph of its own, so that a list inside the item can stand beside it.
    body = Para(marked_up(block.lines), _ITEM.but(after=0), into.body.add("P"))
    wide = max(_LABEL, width_of(block.label, "Serif", face.size) + 6) if not bullet else _LABEL
    indent = depth * _LABEL
    cells: list[list[Flowable]] = [[], [label], [body]] if indent else [[label], [body]]
    widths: list[float | None] = [indent, wide, None] if indent else [wide, None]
    return Row(cells, widths, replace(BARE, gap=0), after=_ITEM.after)


def table(rows: Sequence[Sequence[str]], heads: int, section: Element, width: float) -> Grid:
    """Make a table of a text's cells; its columns share the width by what they hold."""
    count = len(rows[0])
    cell = _CELL if count <= 6 else _CELL.but(size=7.5, leading=10)  # noqa: PLR2004 - many columns need small print
    figures = [all(_FIGURE.match(row[i]) for row in rows[heads:] if row[i]) for i in range(count)]
    element = section.add("Table")
    made: list[Row] = []
    words = [[_plain(text) for text in row] for row in rows]
    widths = shares(words, cell, width - 8 * (count - 1))
    widest = width
    close = shares(words, cell, 1e5)[:-1]
    close.append(max(width_of(row[-1], "Sans-Bold", cell.size) for row in words) + 2)
    if heads and sum(close) + _APART * count < 0.75 * width:
        # A few narrow columns stand together, so that the eye finds what belongs to one row.
        widths = [part + _APART for part in close]
        widest = sum(widths) + 8 * (count - 1)
    for number, row in enumerate(rows):
        line = element.add("TR")
        cells: list[list[Flowable]] = []
        for i, text in enumerate(row):
            if number < heads:
                owner = line.add("TH", scope="Column")
            elif heads == 0 and i == 0:
                owner = line.add("TH", scope="Row")
            else:
                owner = line.add("TD")
            style = cell.but(bold=number < heads, align="right" if figures[i] and i else "left")
            cells.append([Para(marked_up([text]), style, owner)] if text else [])
        look = Look(above=3.5, below=4.5, gap=8, rule=INK if number < heads else LINE, widest=widest)
        made.append(Row(cells, list(widths), look))
    return Grid(made, heads=heads, before=6, after=12)


def _plain(text: str) -> str:
    return "".join(run.text for run in marked_up([text]))


def shares(rows: Sequence[Sequence[str]], style: Style, width: float) -> list[float]:
    """Share a width among columns: each gets its longest word if that is possible, and the rest by need."""
    count = len(rows[0])
    natural, least = [8.0] * count, [8.0] * count
    for row in rows:
        for i, text in enumerate(row):
            shown = Run(text).text
            natural[i] = max(natural[i], width_of(shown, "Sans-Bold", style.size) + 2)
            longest = max((width_of(word, "Sans-Bold", style.size) for word in shown.split()), default=0) + 2
            least[i] = max(least[i], min(longest, width / 2))
    if sum(natural) <= width:
        # A narrow table stays narrow on its left columns; the last one takes what is left.
        return [*natural[:-1], width - sum(natural[:-1])]
    if sum(least) >= width:
        return [width * part / sum(least) for part in least]
    spare, wanted = width - sum(least), [n - m for n, m in zip(natural, least, strict=True)]
    return [m + spare * want / sum(wanted) for m, want in zip(least, wanted, strict=True)]
