"""A document of ours with running head, label, foot and, on a draft, a watermark: minutes, lists, letters; tagged."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Final

from reportlab.platypus.doctemplate import NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from referral_desk.reports.boxes import draw_stack, split_stack, stack_height
from referral_desk.reports.chrome import drawable, shortened
from referral_desk.reports.finish import finish
from referral_desk.reports.metadata import About
from referral_desk.reports.paragraphs import Block
from referral_desk.reports.style import (
    ACCENT,
    BOTTOM,
    FAINT,
    FOOT,
    GUTTER,
    HIGH,
    LEFT,
    LINE,
    MM,
    QUIET,
    RIGHT,
    TOP,
    WIDE,
    Style,
)
from referral_desk.reports.tags import Element, TagCanvas, width_of
from referral_desk.reports.ties import Document
from referral_desk.reports.wording import Wording

_HEAD: Final = 17 * MM
_BAND: Final = 6 * MM
_FIRST: Final = 22 * MM  # the first page begins higher: it has no running head
FIRST_PAGE: Final = HIGH - _FIRST - BOTTOM
"""The height of the first page's text."""
_RUNNING: Final = Style(family="Sans", size=8.5, colour=QUIET)
_PAGE: Final = Style(family="Sans", bold=True, size=9, align="right")
_TOTAL: Final = Style(family="Sans", size=9, colour=FAINT, align="right")
_MARK: Final = Style(family="Sans", bold=True, size=150)
_MARK_SPAN: Final = 235 * MM
# Letters drawn as thin outlines stay in sight and leave what is read above them at its full contrast.
_OUTLINE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands around a document's text, and what its file says about itself.

    `kind` is what it is, and stands below with the `label` on the first page; on the others the label stands above
    beside the running `head`, and `foot` below. `watermark` stands across every page ("" for none). `day` is the day
    the file belongs to.
    """

    title: str
    author: str
    subject: str
    kind: str
    head: str
    label: str
    foot: str
    day: date
    watermark: str = ""


class Folio:
    """Write it from top to bottom into `story` and `root`, then `made()`. The same words give the same bytes.

    `gutter`: the column stands right of the gutter. `is_broad`: the pages lie on their side, for broad tables.
    """

    def __init__(self, imprint: Imprint, say: Wording, *, gutter: bool, is_broad: bool = False) -> None:
        self.imprint, self.say = imprint, say
        self.root = Element("Document")
        self.size = (HIGH, WIDE) if is_broad else (WIDE, HIGH)
        self.full = self.size[0] - LEFT - RIGHT
        column = (LEFT + GUTTER, self.full - GUTTER) if gutter else (LEFT, self.full)
        self._templates = [
            _template("first", partial(self._furniture, is_first=True), column, _FIRST, self.size),
            _template("later", partial(self._furniture, is_first=False), column, TOP, self.size),
        ]
        self.story: list[Flowable] = [NextPageTemplate("later")]

    def made(self) -> tuple[bytes, int]:
        """Give the finished PDF (PDF/UA-1 and PDF/A-2a) and how many pages it has."""
        out = io.BytesIO()
        canvas = TagCanvas(out, self.root, self.say.tag)
        document = Document(out, pagesize=self.size, pageTemplates=self._templates)
        document.build(self.story, canvasmaker=lambda *_, **__: canvas)
        one = self.imprint
        about = About(
            title=one.title,
            author=one.author,
            subject=one.subject,
            language=self.say.tag,
            keywords=tuple(word for word in (one.author, self.say.day(one.day), one.label) if word),
            made_at=datetime.combine(one.day, time(12), tzinfo=UTC),
            standards=True,
        )
        return finish(out.getvalue(), canvas, about, {}), canvas.pages

    def _furniture(self, canvas: TagCanvas, *, is_first: bool) -> None:
        one, (wide, high) = self.imprint, self.size
        if one.watermark:
            watermark(canvas, one.watermark, self.size)
        if is_first:
            with canvas.artifact("Layout"):
                canvas.fill_box((0, high - _BAND, wide, high), ACCENT)
        else:
            running_head(canvas, one.head, one.label, self.size)
        page = canvas.page + 1

        def number(done: TagCanvas) -> None:
            total = f" / {done.pages}"
            done.words(wide - RIGHT, FOOT, total, _TOTAL)
            done.words(wide - RIGHT - width_of(total, "Sans", 9), FOOT, str(page), _PAGE)

        with canvas.artifact("Pagination"):
            foot = f"{one.kind} · {one.label}" if is_first else one.foot
            canvas.words(LEFT, FOOT, shortened(drawable(foot, _RUNNING), "Sans", 8.5, self.full - 60), _RUNNING)
            canvas.later(number)


def running_head(canvas: TagCanvas, text: str, label: str, size: tuple[float, float]) -> None:
    """Draw the running head: what the document is at the left, its label at the right."""
    edge, y = size[0] - RIGHT, size[1] - _HEAD
    room = edge - LEFT - width_of(label, "Sans-Bold", 8.5) - 12
    with canvas.artifact("Pagination"):
        canvas.words(LEFT, y, shortened(drawable(text, _RUNNING), "Sans", 8.5, room), _RUNNING)
        canvas.words(edge, y, label, _RUNNING.but(align="right", bold=True))
        canvas.hairline((LEFT, y - 2.5 * MM, edge, y - 2.5 * MM), LINE)


def watermark(canvas: TagCanvas, word: str, page: tuple[float, float]) -> None:
    """Draw a word across the page, below everything else, as furniture that is not read aloud."""
    face, (wide, high) = _MARK.face, page
    size = min(_MARK.size, _MARK.size * _MARK_SPAN / width_of(word, face, _MARK.size))
    angle = math.atan2(high, wide)
    across, up = math.cos(angle), math.sin(angle)
    back, down = width_of(word, face, size) / 2, size * 0.33
    x = wide / 2 - back * across + down * up
    y = high / 2 - back * up - down * across
    red, green, blue = LINE
    with canvas.artifact("Pagination /Subtype /Watermark"):
        canvas.put(
            f"q BT 1 Tr {_OUTLINE} w {red} {green} {blue} RG "
            f"{across:.5f} {up:.5f} {-up:.5f} {across:.5f} {x:.2f} {y:.2f} Tm {canvas.shown(word, face, size)} ET Q"
        )


class Wide(Block):
    """Flowables that stand over the gutter and the column alike, as titles and tables of facts do.

    What ends with a heading stays with what follows.
    """

    def __init__(self, stack: list[Flowable], *, before: float = 0, after: float = 0) -> None:
        is_heading = any(getattr(last, "keepWithNext", 0) for last in stack[-1:])
        super().__init__(before=before, after=after, with_next=is_heading)
        self.stack = stack

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take the column's width and the height of what stands here."""
        self.width, self.height = width, stack_height(self.stack, width + GUTTER)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split what stands here at the page's end."""
        head, tail = split_stack(self.stack, width + GUTTER, height)
        if not head or not tail:
            return []
        return [Wide(head, before=self.before), Wide(tail, after=self.after)]

    def draw(self) -> None:
        """Draw from the left edge of the gutter."""
        draw_stack(self.stack, self.canv, -GUTTER, self.height, self.width + GUTTER)


def _template(
    name: str,
    furniture: Callable[[TagCanvas], None],
    column: tuple[float, float],
    top: float,
    size: tuple[float, float],
) -> PageTemplate:
    frame = Frame(column[0], BOTTOM, column[1], size[1] - top - BOTTOM, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=lambda canvas, _: furniture(canvas), pagesize=size)
