"""What stands side by side or one above the other: rows, tables, panels, hanging labels; all split over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable

from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import ACCENT, LINE, SOFT, Colour, Style
from referral_desk.reports.tags import Bookmark, Element, TagCanvas

Stack = Sequence[Flowable]

WHOLE: Final = 72.0  # as tall as a row of five lines
_FEW: Final = 3  # of so many, one can go on to keep the last one company
_FOOT: Final = 250.0  # where less is left of a page, one can go on to the next


def stack_height(stack: Stack, width: float) -> float:
    """Give the height of flowables one above the other; white between two is the larger one's, not both."""
    height = white = 0.0
    for i, flowable in enumerate(stack):
        if i:
            height += max(white, flowable.getSpaceBefore())
        height += flowable.wrap(width, 1e6)[1]
        white = flowable.getSpaceAfter()
    return height


def split_stack(stack: Stack, width: float, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """Give what fits in a height, and the rest."""
    used = white = 0.0
    for i, flowable in enumerate(stack):
        gap = max(white, flowable.getSpaceBefore()) if i else 0.0
        height = flowable.wrap(width, 1e6)[1]
        if used + gap + height > room + 0.01:
            parts = flowable.split(width, room - used - gap)
            if len(parts) > 1:
                return [*stack[:i], parts[0]], [*parts[1:], *stack[i + 1 :]]
            # A heading does not stay behind at the foot of a page.
            while i and getattr(stack[i - 1], "keepWithNext", 0):
                i -= 1  # noqa: PLW2901 - the loop ends here
            return list(stack[:i]), list(stack[i:])
        used += gap + height
        white = flowable.getSpaceAfter()
    return list(stack), []


def draw_stack(stack: Stack, canvas: TagCanvas, x: float, top: float, width: float) -> None:
    """Draw flowables one above the other, down from `top`."""
    white = 0.0
    for i, flowable in enumerate(stack):
        if i:
            top -= max(white, flowable.getSpaceBefore())
        height = flowable.wrap(width, 1e6)[1]
        flowable.drawOn(canvas, x, top - height)
        top -= height
        white = flowable.getSpaceAfter()


@dataclass(frozen=True, slots=True)
class Look:
    """How a row looks: padding, gap between its cells, rule below, fill, a bar at its left, and how wide it may be."""

    above: float = 5.0
    below: float = 6.0
    gap: float = 6.0
    rule: Colour | None = None
    rule_width: float = 0.6
    fill: Colour | None = None
    bar: Colour | None = None
    inset: float = 0.0
    widest: float = 1e6


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a row leads: the Link element that holds its words, the anchor, and what a screen reader says."""

    element: Element
    anchor: str
    says: str


RULED = Look(rule=LINE)
BARE = Look(above=0, below=0)


class Row(Block):
    """Cells side by side; each is a stack. A `None` width takes what is left. The whole row can be a link (`leads`)."""

    leads: Lead | None = None

    def __init__(
        self,
        cells: Sequence[Stack],
        widths: Sequence[float | None],
        look: Look = BARE,
        *,
        before: float = 0,
        after: float = 0,
        with_next: bool = False,
    ) -> None:
        super().__init__(before=before, after=after, with_next=with_next)
        self.cells, self.widths, self.look = [list(cell) for cell in cells], list(widths), look

    def _shares(self, width: float) -> list[float]:
        fixed = sum(share for share in self.widths if share is not None)
        free = width - fixed - self.look.gap * (len(self.widths) - 1) - 2 * self.look.inset
        open_ones = self.widths.count(None)
        return [free / open_ones if share is None else share for share in self.widths]

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Measure: the tallest cell decides."""
        width = min(width, self.look.widest)
        shares = self._shares(width)
        inner = max((stack_height(cell, share) for cell, share in zip(self.cells, shares, strict=True)), default=0)
        self.width, self.height = width, inner + self.look.above + self.look.below
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split every cell at the page's end, if that leaves something on both sides."""
        width = min(width, self.look.widest)
        room = height - self.look.above - self.look.below
        halves = [split_stack(c, s, room) for c, s in zip(self.cells, self._shares(width), strict=True)]
        stuck = [i for i, (head, tail) in enumerate(halves) if self.cells[i] and not head and tail]
        if room <= 0 or stuck or not any(tail for _, tail in halves):
            return []
        parts = [
            Row([head for head, _ in halves], self.widths, self.look, before=self.before),
            Row([tail for _, tail in halves], self.widths, self.look, after=self.after),
        ]
        for part in parts:
            part.leads = self.leads
        return list(parts)

    def draw(self) -> None:
        """Draw the ground, then the cells from left to right, then the rule."""
        canvas, look = self.canv, self.look
        if look.fill or look.bar:
            with canvas.artifact():
                if look.fill:
                    canvas.fill_box((0, 0, self.width, self.height), look.fill)
                if look.bar:
                    canvas.fill_box((0, 0, 2.4, self.height), look.bar)
        x = look.inset
        for cell, share in zip(self.cells, self._shares(self.width), strict=True):
            draw_stack(cell, canvas, x, self.height - look.above, share)
            x += share + look.gap
        if self.leads:
            canvas.link(self.leads.element, canvas.area(self.width, self.height), self.leads.anchor, self.leads.says)
        if look.rule:
            with canvas.artifact():
                canvas.hairline((0, 0, self.width, 0), look.rule, look.rule_width)


class Grid(Block):
    """A table: rows under each other. The first `heads` rows come again on each page, there as furniture."""

    def __init__(self, rows: Sequence[Row], *, heads: int = 0, before: float = 0, after: float = 0) -> None:
        super().__init__(before=before, after=after)
        self.rows, self.heads, self.again = list(rows), heads, False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure."""
        self.width, self.height = width, sum(row.wrap(width, height)[1] for row in self.rows)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split between rows; a row of a few lines stays whole, a longer one that would leave a gap splits itself."""
        used, count = 0.0, 0
        for row in self.rows:
            tall = row.wrap(width, height)[1]
            if used + tall > height + 0.01:
                break
            used, count = used + tall, count + 1
        if count == len(self.rows):
            return [self]
        # The same whatever room is left: else the rest, head and all, would begin on this very page.
        is_long = self.rows[count].height > WHOLE
        parts = self.rows[count].split(width, height - used) if count >= self.heads and is_long else []
        if parts:
            head, tail = [*self.rows[:count], parts[0]], [parts[1], *self.rows[count + 1 :]]
        else:
            count = self._in_company(count, height)
            if count <= self.heads:
                return []
            head, tail = self.rows[:count], self.rows[count:]
        rest = Grid([*self.rows[: self.heads], *tail], heads=self.heads, after=self.after)
        rest.again = True
        first = Grid(head, heads=self.heads, before=self.before)
        first.again = self.again
        return [first, rest]

    def _in_company(self, count: int, height: float) -> int:
        """How many of the rows that fit stay, so that none stands alone, or under its head, on either page."""
        body, left = len(self.rows) - self.heads, count - self.heads
        if left == 1 and (self.heads or self.again):
            return 0 if height < _FOOT else count
        return count - 1 if body - left == 1 and left >= _FEW else count

    def draw(self) -> None:
        """Draw the rows; repeated heads as furniture."""
        top = self.height
        for number, row in enumerate(self.rows):
            top -= row.wrap(self.width, top)[1]
            if self.again and number < self.heads:
                with self.canv.artifact("Pagination"):
                    row.drawOn(self.canv, 0, top)
            else:
                row.drawOn(self.canv, 0, top)


def panel(stack: Stack, *, bar: Colour = ACCENT, fill: Colour = SOFT, before: float = 0, after: float = 0) -> Row:
    """Text on a quiet ground with a bar at its left."""
    look = Look(above=9, below=9, fill=fill, bar=bar, inset=13)
    return Row([stack], [None], look, before=before, after=after)


class SideLabel(Block):
    """A label in the gutter left of the column, on the line of the text that follows; it takes no height."""

    def __init__(self, text: str, style: Style, element: Element, *, gutter: float, lower: float = 0) -> None:
        super().__init__(before=style.before, with_next=True)
        self.para = Para(text, style.but(before=0, after=0), element, runs_on=True)
        self.gutter, self.lower = gutter, lower

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take no room."""
        self.width, self.height = width, 0.0
        return width, 0.0

    def draw(self) -> None:
        """Draw to the left of the column."""
        _, tall = self.para.wrap(self.gutter - 8, 1000)
        self.para.drawOn(self.canv, -self.gutter, -tall - self.lower)


class Rule(Block):
    """A hairline."""

    def __init__(self, *, before: float = 8, after: float = 8) -> None:
        super().__init__(before=before, after=after)

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take the height of the line alone."""
        self.width, self.height = width, 0.6
        return width, 0.6

    def draw(self) -> None:
        """Draw."""
        with self.canv.artifact():
            self.canv.hairline((0, 0.3, self.width, 0.3), LINE)


class Deferred(Block):
    """One line at the right edge whose words are known when the whole pack is laid out."""

    def __init__(self, words: Callable[[TagCanvas], str], style: Style, element: Element) -> None:
        super().__init__()
        self.words, self.style, self.element = words, style.but(align="right"), element

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take one line."""
        self.width, self.height = width, self.style.leading
        return width, self.height

    def draw(self) -> None:
        """Leave a gap for the words."""
        width, y = self.width, self.height - (self.style.leading + self.style.size * 0.66) / 2
        with self.canv.content(self.element):
            self.canv.later(lambda canvas: canvas.words(width, y, self.words(canvas), self.style))


class PageNumber(Deferred):
    """The page on which an anchor stands."""

    def __init__(self, anchor: str, style: Style, element: Element) -> None:
        super().__init__(lambda canvas: str(canvas.page_of(anchor)), style, element)


class Landmark(Block):
    """Takes no room; tells the outline, and links, that something begins here."""

    def __init__(self, level: int, title: str, anchor: str, *, before: float = 0) -> None:
        super().__init__(before=before, with_next=True)
        self.level, self.title, self.anchor = level, title, anchor

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Take no room."""
        return width, 0.0

    def draw(self) -> None:
        """Remember."""
        self.canv.anchor(self.anchor, self.canv.here(0, 0)[1] + 8)
        self.canv.bookmarks.append(Bookmark(self.level, self.title, self.anchor))
