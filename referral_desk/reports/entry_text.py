"""Typeset what somebody wrote under an item: paragraphs, lists as lists, bold as bold."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from reportlab.platypus.flowables import Flowable

from referral_desk.reports.boxes import BARE, Row
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import ACCENT, BODY, INK, Style
from referral_desk.reports.tags import Element, width_of
from referral_desk.reports.words import Run
from referral_desk.shorthand.entry_text import EntryBlock, read_entry

_LABEL: Final = 15.0
_ITEM: Final = 3.0  # white below an item
_EVEN: Final = replace(BARE, gap=0)


def set_entry(text: str, section: Element, style: Style = BODY) -> list[Flowable]:
    """Give the flowables of an entry's text; its elements hang on `section`, the last has no white below."""
    story: list[Flowable] = []
    bodies: list[tuple[Element, Element]] = []  # of each open level: the list, and the body of its last item
    for block in read_entry(text):
        if not block.label:
            bodies.clear()
            story.append(Para(_runs(block), style, section.add("P")))
            continue
        del bodies[block.level + 1 :]
        if len(bodies) <= block.level:
            made = (bodies[-1][1] if bodies else section).add("L")
            made.numbering = "Decimal" if block.is_numbered else "Disc"
            bodies.append((made, made))
        item = bodies[-1][0].add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        bodies[-1] = (bodies[-1][0], body)
        story.append(_item(block, label, body, style))
    if not story:
        return [Para(text, style.but(after=0), section.add("P"))]
    for above, below in pairwise(story):
        if isinstance(above, Row) and isinstance(below, Para):
            above.after = style.after
    last = story[-1]
    assert isinstance(last, Para | Row)
    last.after = 0
    return story


def _item(block: EntryBlock, label: Element, body: Element, style: Style) -> Row:
    bare = style.but(after=0)
    shown = "–" if not block.is_numbered and block.level else block.label
    colour = INK if block.is_numbered else ACCENT
    wide = max(_LABEL, width_of(shown, bare.face, bare.size) + 6)
    cells: list[list[Flowable]] = [
        [Para(shown, bare.but(colour=colour), label)],
        # A paragraph of its own, so that a list inside the item can stand beside it.
        [Para(_runs(block), bare, body.add("P"))],
    ]
    widths: list[float | None] = [wide, None]
    if block.level:
        cells.insert(0, [])
        widths.insert(0, block.level * _LABEL)
    return Row(cells, widths, _EVEN, after=_ITEM)


def _runs(block: EntryBlock) -> tuple[Run, ...]:
    runs: list[Run] = []
    for number, line in enumerate(block.lines):
        made = [Run(span.text, bold=span.bold) for span in line]
        if number < len(block.lines) - 1 and made:
            made[-1] = replace(made[-1], stop=True)
        runs += made
    return tuple(runs)
