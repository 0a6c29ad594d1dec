"""What stands around the text: running head and foot, the strip over a paper, the band of the cover."""

from __future__ import annotations

from dataclasses import dataclass, field

from referral_desk.queries.packs import PackContent, PackItem, PackPaper
from referral_desk.reports.style import (
    ACCENT,
    FAINT,
    FOOT,
    INK,
    LEFT,
    LINE,
    MM,
    QUIET,
    RIGHT,
    SOFT,
    STRIP,
    Style,
)
from referral_desk.reports.tags import Bookmark, Element, TagCanvas, width_of
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run, words_of
from referral_desk.texts import N_

_HEAD = 17 * MM
_RUNNING = Style(family="Sans", size=8.5, colour=QUIET)
_PAGE = Style(family="Sans", bold=True, size=9, align="right")
_TOTAL = Style(family="Sans", size=9, colour=FAINT, align="right")
_STRIP = Style(family="Sans", size=9, colour=QUIET)
_WHERE = Style(family="Sans", bold=True, size=9, colour=ACCENT)


def shortened(text: str, face: str, size: float, room: float) -> str:
    """Give a text that fits on one line, its end cut with … if need be."""
    if width_of(text, face, size) <= room:
        return text
    while text and width_of(text + "…", face, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def drawable(text: str, style: Style) -> str:
    """Give a text on one line in signs that its face has (Sans has all that we fall back to)."""
    return " ".join("".join(piece.text for piece in word.pieces) for word in words_of((Run(text),), style))


@dataclass(slots=True)
class PaperRun:
    """A paper while it is being laid out: where it begins, how many pages it took, where its links hang.

    What stands behind an item and is no paper (the minutes it approves) has a `name` and a `place` of its own.
    """

    item: PackItem
    paper: PackPaper
    heading: Element
    back: Element
    first: int = -1
    pages: int = 0
    plate: bool = False
    shares: list[Element] = field(default_factory=list)
    name: str = ""
    place: str = ""

    @property
    def anchor(self) -> str:
        """The name under which links find it."""
        return self.place or f"paper-{self.paper.number}"


def item_anchor(item: PackItem) -> str:
    """Give the name under which links find an item."""
    return f"item-{item.number}"


class Chrome:
    """Draws the furniture of one pack."""

    def __init__(self, content: PackContent, wording: Wording) -> None:
        self.content, self.wording = content, wording
        self.head = wording.running_head(content)
        self.issue = wording.issue(content)
        self.label = wording.label(content.label)

    def cover(self, canvas: TagCanvas) -> None:
        """Band at the top, foot below."""
        wide, high = canvas._pagesize  # noqa: SLF001 - ReportLab has no other way to ask
        with canvas.artifact("Layout"):
            canvas.fill_box((0, high - 6 * MM, wide, high), ACCENT)
        self.foot(canvas, FOOT, with_issue=False)

    def inside(self, canvas: TagCanvas) -> None:
        """Running head and foot of our own pages."""
        wide, high = canvas._pagesize  # noqa: SLF001 - as above
        room = wide - LEFT - RIGHT - width_of(self.label, "Sans", 8.5) - 12
        with canvas.artifact("Pagination"):
            text = shortened(drawable(self.head, Style(family="Sans")), "Sans", 8.5, room)
            canvas.words(LEFT, high - _HEAD, text, _RUNNING)
            canvas.words(wide - RIGHT, high - _HEAD, self.label, _RUNNING.but(align="right"))
            canvas.hairline((LEFT, high - _HEAD - 2.5 * MM, wide - RIGHT, high - _HEAD - 2.5 * MM), LINE)
        self.foot(canvas, FOOT)

    def foot(self, canvas: TagCanvas, y: float, *, with_issue: bool = True) -> None:
        """Issue at the left, running page number at the right."""
        wide, _ = canvas._pagesize  # noqa: SLF001 - as above
        page = canvas.page + 1

        def number(done: TagCanvas) -> None:
            done.words(wide - RIGHT, y, f" / {done.pages}", _TOTAL)
            edge = wide - RIGHT - width_of(f" / {done.pages}", "Sans", 9)
            done.words(edge, y, str(page), _PAGE)

        with canvas.artifact("Pagination"):
            if with_issue:
                canvas.words(LEFT, y, self.issue, _RUNNING.but(colour=FAINT))
            canvas.later(number)

    def paper(self, canvas: TagCanvas, run: PaperRun) -> None:
        """Strip and foot of a page that belongs to a paper."""
        self.strip(canvas, run)
        self.foot(canvas, 6.5 * MM if run.plate else FOOT)

    def strip(self, canvas: TagCanvas, run: PaperRun) -> None:
        """Item, paper, title, its own page and the label, on a quiet band; the item's number leads back."""
        wide, high = canvas._pagesize  # noqa: SLF001 - as above
        first = run.pages == 0
        run.pages += 1
        if first:
            run.first = canvas.page
            canvas.anchor(run.anchor, high)
            canvas.bookmarks.append(Bookmark(1, f"{run.paper.number}  {run.paper.title}".strip(), run.anchor))
        page, base = run.pages, high - STRIP / 2 - 3
        with canvas.artifact("Pagination"):
            canvas.fill_box((0, high - STRIP, wide, high), SOFT)
        where = f"{self.wording.item(run.item)} · {run.name or self.wording.paper(run.paper)}"
        label = self.wording.label(run.item.label if run.item.label == "confidential" else self.content.label)
        longest = width_of(self.wording.page_of(888, 888) + "   ·   " + label, "Sans", 9)
        left = LEFT + width_of(where, "Sans-Bold", 9) + 12
        text = drawable(run.paper.title, Style(family="Sans"))
        title = shortened(text, "Sans", 9, wide - RIGHT - longest - 14 - left)
        back = run.heading if first else (run.shares.pop(0) if run.shares else run.back)
        link = back.add("Link")
        with canvas.content(link):
            canvas.words(LEFT, base, where + (" " if first else ""), _WHERE)
        says = self.wording(N_("Back to item {number}: {title}"), number=run.item.number, title=run.item.title)
        box = (LEFT - 3, high - STRIP + 3, left - 8, high - 3)
        canvas.link(link, box, item_anchor(run.item), says)
        if first:
            with canvas.content(run.heading):
                canvas.words(left, base, title, _STRIP.but(colour=INK))
        else:
            with canvas.artifact("Pagination"):
                canvas.words(left, base, title, _STRIP)

        def own(done: TagCanvas) -> None:
            text = f"{self.wording.page_of(page, run.pages)}   ·   {label}"
            done.words(wide - RIGHT, base, text, _STRIP.but(align="right"))

        with canvas.artifact("Pagination"):
            canvas.later(own)
