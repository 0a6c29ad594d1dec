"""A document of our own besides the pack: a title, headings, text, tables and charts on the same grid, tagged."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from reportlab.platypus.doctemplate import PageTemplate
from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer
from reportlab.platypus.frames import Frame

from referral_desk.reports.boxes import BARE, Grid, Landmark, Look, Row
from referral_desk.reports.charts import Bars
from referral_desk.reports.finish import finish
from referral_desk.reports.metadata import About
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    BOTTOM,
    CELL,
    EYEBROW,
    FAINT,
    FOOT,
    FULL,
    HEADINGS,
    HIGH,
    INK,
    LEFT,
    LINE,
    MM,
    QUIET,
    RIGHT,
    SMALL,
    SUBTITLE,
    TITLE,
    TOP,
    WIDE,
)
from referral_desk.reports.tags import Element, TagCanvas, width_of
from referral_desk.reports.ties import Document

_TAGS: Final = {"da": "da-DK", "en": "en-GB"}
_HEAD: Final = HIGH - 17 * MM
_RUNNING: Final = SMALL.but(size=8.5)
_NUMBER: Final = SMALL.but(colour=INK, align="right")
# What must fit below a heading's top: the heading, the next smaller one, a line of text and some rows.
_TOGETHER: Final = (190.0, 130.0)
_READ: Final = BODY.but(after=8)


class Sheet:
    """Write it from top to bottom, then `made()`. The same words give the same bytes."""

    def __init__(self, language: str, title: str, subtitle: str, eyebrow: str, day: date) -> None:
        self.language, self.title, self.day = language, title, day
        self.root = Element("Document")
        self.story: list[Flowable] = []
        self._sections = 0
        self.story += [
            Para(eyebrow.upper(), EYEBROW.but(colour=ACCENT, after=4), self.root.add("P")),
            Para(title, TITLE.but(size=24, leading=29), self.root.add("H1")),
            Para(subtitle, SUBTITLE.but(size=12.5, leading=17), self.root.add("P")),
            Spacer(1, 2 * MM),
        ]

    def heading(self, text: str, level: int = 1) -> None:
        """Begin a section; level 1 or 2."""
        self.story.append(CondPageBreak(_TOGETHER[level - 1]))
        if level == 1:
            self._sections += 1
            self.story.append(Landmark(0, text, f"section-{self._sections}"))
        self.story.append(Para(text, HEADINGS[level - 1], self.root.add(f"H{level + 1}")))

    def paragraph(self, text: str) -> None:
        """Add running text."""
        self.story.append(Para(text, _READ, self.root.add("P")))

    def listing(self, lines: Sequence[tuple[str, str]]) -> None:
        """Add a list of (label, text); labels such as "2.1" or "–" hang left of their texts."""
        element = self.root.add("L")
        element.numbering = "Decimal"
        wide = max((width_of(label, "Sans-Bold", CELL.size) for label, _ in lines), default=0) + 4
        for label, text in lines:
            item = element.add("LI")
            cells: list[list[Flowable]] = [
                [Para(label, CELL.but(size=9.5, leading=15, colour=ACCENT, bold=True), item.add("Lbl"))],
                [Para(text, BODY, item.add("LBody"))],
            ]
            self.story.append(Row(cells, [wide, None], replace(BARE, gap=6), after=1))

    def note(self, text: str) -> None:
        """Add small print."""
        self.story.append(Para(text, SMALL.but(after=6), self.root.add("P")))

    def bars(self, bars: Sequence[tuple[str, int]], alt: str) -> None:
        """Add a chart; `alt` tells in words what it shows."""
        self.story.append(Bars(bars, self.root.add("Figure", alt=alt)))

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float | None],
        numbers: frozenset[int] = frozenset(),
    ) -> None:
        """Add a table: widths in millimetres (None takes the rest), `numbers` are the columns to set at the right."""
        table = self.root.add("Table")
        points = [None if width is None else width * MM for width in widths]
        line = table.add("TR")
        small = SMALL.but(size=8.5, colour=FAINT)
        sides = ["right" if place in numbers else "left" for place in range(len(heads))]
        made = [
            Row(
                [
                    [Para(head, small.but(align=side), line.add("TH", scope="Column"))]
                    for head, side in zip(heads, sides, strict=True)
                ],
                points,
                Look(2, 4, 8, LINE, 0.9),
            )
        ]
        cell = CELL.but(size=9.5, leading=13)
        for row in rows:
            line = table.add("TR")
            cells: list[list[Flowable]] = [
                [Para(text, cell.but(align=side, colour=INK if place < 2 else QUIET), _cell(line, place))]  # noqa: PLR2004
                for place, (text, side) in enumerate(zip(row, sides, strict=True))
            ]
            made.append(Row(cells, points, Look(4, 5, 8, LINE)))
        self.story.append(Grid(made, heads=1, after=10))

    def made(self) -> bytes:
        """Give the finished PDF: PDF/UA-1 and PDF/A-2a."""
        out = io.BytesIO()
        tag = _TAGS[self.language]
        canvas = TagCanvas(out, self.root, tag)
        frame = Frame(LEFT, BOTTOM, FULL, HIGH - TOP - BOTTOM, 0, 0, 0, 0)
        template = PageTemplate("page", [frame], onPage=lambda sheet, _: self._furniture(sheet))
        document = Document(out, pagesize=(WIDE, HIGH), pageTemplates=[template])
        document.build(self.story, canvasmaker=lambda *_, **__: canvas)
        about = About(
            title=self.title,
            author="Referral Desk",
            subject=self.title,
            language=tag,
            keywords=(),
            made_at=datetime.combine(self.day, time(12), tzinfo=UTC),
            standards=True,
        )
        return finish(out.getvalue(), canvas, about, {})

    def _furniture(self, canvas: TagCanvas) -> None:
        page = canvas.page

        def number(later: TagCanvas) -> None:
            later.words(WIDE - RIGHT, FOOT, f"{page + 1} / {later.pages}", _NUMBER)

        with canvas.artifact("Pagination"):
            if page:
                canvas.words(LEFT, _HEAD, self.title, _RUNNING)
                canvas.hairline((LEFT, _HEAD - 7, WIDE - RIGHT, _HEAD - 7), LINE)
            canvas.later(number)


def _cell(line: Element, place: int) -> Element:
    return line.add("TH", scope="Row") if place == 0 else line.add("TD")
