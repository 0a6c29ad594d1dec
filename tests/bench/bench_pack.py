"""Bench: 250 pages of our own, tagged and finished, against plain untagged ReportLab.

Two baselines, measured in turns with ours. The first sets the same words in the same type on the same grid with
ReportLab's own Paragraph and Table; the second draws the very same flowables of ours on the same canvas without tags
and without the finishing step, so it tells what tagging and finishing cost.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table, TableStyle
from table import Row

from referral_desk.queries.packs import PackContent, PackItem, PackPaper
from referral_desk.reports import pack, style
from referral_desk.reports.tags import TagCanvas
from referral_desk.reports.text_reading import Kind, TextBlock, read_text

PAGES = 250
ITEMS = 10
SENTENCE = "Siden juni har gruppens medlemmer holdt ni første samtaler uden for almindelig åbningstid og uden tolk ."
WORDS = SENTENCE.split()


def a_text(number: int) -> str:
    """Write a paper of about 25 pages: headings, running text, items and a table; no two paragraphs alike."""
    parts = [f"# Bilag {number}"]
    for section in range(19):
        parts.append(f"## Afsnit {section + 1}")
        for paragraph in range(5):
            start = (number + section * 5 + paragraph) % len(WORDS)
            words = [WORDS[(start + i * (1 + paragraph)) % len(WORDS)] for i in range(95)]
            # A whole sentence: one that stops in the middle would be joined with the next.
            parts.append(f"Nr. {section * 5 + paragraph}: {' '.join(words)}.")
        parts.append("\n".join(f"- Punkt {n} om {WORDS[n]} og {WORDS[n + 3]} i gruppen" for n in range(4)))
        parts.append("| År | Antal |\n|---|---|\n" + "\n".join(f"| {2007 + n} | {n * 37} |" for n in range(4)))
    return "\n\n".join(parts)


TEXTS = [a_text(number) for number in range(1, ITEMS + 1)]


def content() -> tuple[PackContent, dict[str, bytes]]:
    """Give the pack and its papers."""
    data = [text.encode() for text in TEXTS]
    keys = [hashlib.sha256(one).hexdigest() for one in data]
    items = tuple(
        PackItem(n, f"Punkt nummer {n}", "decision", papers=(PackPaper(f"{n}.1", f"Bilag {n}", "x.txt", "text", key),))
        for n, key in enumerate(keys, 1)
    )
    day = dt.date(2026, 11, 26)
    made = PackContent(
        "da", "Gruppe", "regional", "Møde", day, dt.time(9), dt.time(12), issue=1, issued_on=day, items=items
    )
    return made, dict(zip(keys, data, strict=True))


def ours() -> int:
    """Make the pack, from its content to its bytes; give its pages."""
    return pack.make(*content()).pages


@contextlib.contextmanager
def untagged() -> Iterator[None]:
    """Switch the tags and the finishing step off; what is drawn stays the same."""

    @contextlib.contextmanager
    def quiet(_canvas: TagCanvas, _what: object = None) -> Iterator[None]:
        yield

    with (
        patch.object(TagCanvas, "content", quiet),
        patch.object(TagCanvas, "artifact", quiet),
        patch.object(TagCanvas, "link", lambda *_: None),
        patch.object(pack, "finish", lambda drawn, *_: drawn),
    ):
        yield


def same_flowables() -> int:
    """Draw our flowables without tags."""
    with untagged():
        return ours()


def _styles() -> dict[Any, ParagraphStyle]:
    for face in ("Sans", "Sans-Bold", "Serif"):
        style.font(face)

    def plain(one: style.Style) -> ParagraphStyle:
        return ParagraphStyle(
            "s",
            fontName=one.face,
            fontSize=one.size,
            leading=one.leading,
            textColor=Color(*one.colour),
            spaceBefore=one.before,
            spaceAfter=one.after,
            keepWithNext=one.with_next,
        )

    return {
        Kind.PARAGRAPH: plain(style.BODY),
        Kind.ITEM: plain(style.BODY.but(after=3.5)),
        Kind.TABLE: plain(style.CELL.but(size=9, leading=12)),
        1: plain(style.HEADINGS[0]),
        2: plain(style.HEADINGS[1]),
    }


def _flowable(block: TextBlock, styles: dict[Any, ParagraphStyle]) -> Any:
    if block.kind is Kind.TABLE:
        cells = [[Paragraph(escape(cell), styles[Kind.TABLE]) for cell in row] for row in block.rows]
        ruled = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.6, Color(*style.LINE))])
        return Table(cells, colWidths=[60, style.COLUMN - 60], repeatRows=block.heads, style=ruled)
    text = escape(" ".join(block.lines))
    if block.kind is Kind.ITEM:
        return Paragraph(text, styles[Kind.ITEM], bulletText=block.label)
    return Paragraph(text, styles[block.level if block.kind is Kind.HEADING else block.kind])


def plain_reportlab() -> int:
    """Set the same words with ReportLab's own flowables; running head and foot as ours."""
    styles = _styles()

    def furniture(canvas: Any, doc: Any) -> None:
        canvas.setFont("Sans", 8.5)
        canvas.drawString(style.LEFT, style.HIGH - 48, "Gruppe · Møde · 26. november 2026")
        canvas.drawString(style.LEFT, style.FOOT, "Mødemateriale, udgave 1")
        canvas.drawRightString(style.WIDE - style.RIGHT, style.FOOT, f"{doc.page} / {PAGES}")

    story: list[Any] = []
    for text in TEXTS:
        story += [_flowable(block, styles) for block in read_text(text)]
        story.append(PageBreak())
    size = (style.WIDE, style.HIGH)
    high = style.HIGH - style.STRIP - 15 * style.MM - style.BOTTOM
    frame = Frame(style.LEFT + style.GUTTER, style.BOTTOM, style.COLUMN, high, 0, 0, 0, 0)
    template = PageTemplate("page", [frame], onPage=furniture)
    doc = BaseDocTemplate(io.BytesIO(), pagesize=size, pageTemplates=[template], pageCompression=1)
    doc.build(story)
    return int(doc.page)


def timed(work: Callable[[], int]) -> float:
    """Give the seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def seconds(runs: int = 5) -> tuple[float, float, float]:
    """Give the medians of ours, plain ReportLab and our flowables without tags, measured in turns after a warm-up."""
    kinds = (ours, plain_reportlab, same_flowables)
    for work in kinds:
        work()
    rounds = [[timed(work) for work in kinds] for _ in range(runs)]
    mine, plain, bare = (statistics.median(figures) for figures in zip(*rounds, strict=True))
    return mine, plain, bare


def measure(runs: int = 5) -> list[Row]:
    """Give the lines of the bench table."""
    mine, plain, bare = seconds(runs)
    pages = ours()
    return [
        Row(f"pack of {pages} own pages, tagged and finished, against plain ReportLab", mine, plain, "s", 1.5),
        Row(f"pack of {pages} own pages, against the same flowables untagged", mine, bare, "s", 1.5),
    ]


if __name__ == "__main__":
    for line in measure():
        print(line.markdown())
