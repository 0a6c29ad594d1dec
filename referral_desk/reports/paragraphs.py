"""Paragraphs: broken into lines, split over pages, tagged; lines end in a real space, so words never grow together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from referral_desk.reports.style import DOT, Style
from referral_desk.reports.tags import Element, TagCanvas, width_of
from referral_desk.reports.words import Piece, Run, Word, cut, words_of

_LONELY = 0.16  # a last line shorter than this part of the column gets company from the line above


class Block(Flowable):  # type: ignore[misc]
    """What our flowables share: white above and below, and whether it must stand with the next one."""

    canv: TagCanvas

    def __init__(self, *, before: float = 0, after: float = 0, with_next: bool = False) -> None:
        super().__init__()
        self.before, self.after = before, after
        self.keepWithNext = int(with_next)

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the white above."""
        return self.before

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the white below."""
        return self.after


class Para(Block):
    """Running text of one structure element.

    `anchor` names its place for links; with `link` (an anchor) and `says` the whole paragraph leads there, and
    `element` must then be a Link. `runs_on`: more of the same element follows, so a space parts them; `leader`: dots
    lead from its end to the right edge.
    """

    def __init__(
        self,
        text: str | Sequence[Run],
        style: Style,
        element: Element,
        *,
        anchor: str = "",
        link: str = "",
        says: str = "",
        runs_on: bool = False,
        leader: bool = False,
    ) -> None:
        super().__init__(before=style.before, after=style.after, with_next=style.with_next)
        runs = (Run(text),) if isinstance(text, str) else tuple(text)
        self.style, self.element, self.anchor, self.link, self.says = style, element, anchor, link, says
        self.runs_on, self.leader = runs_on, leader
        self._words = words_of(runs, style)
        if style.tracking:
            for word in self._words:
                word.width += style.tracking * sum(len(piece.text) for piece in word.pieces)
                word.space += style.tracking
        self._lines: list[list[Word]] = []
        self._broken_for = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab asks so
        """Break into lines."""
        if self._broken_for != width:
            self._lines = _lines(self._words, width - self.style.indent)
            self._broken_for = width
        self.width, self.height = width, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split for a page end: two lines at least on each side."""
        self.wrap(width, height)
        count = min(int((height + 0.001) / self.style.leading), len(self._lines) - 2)
        if count < 2:  # noqa: PLR2004 - two lines
            return []
        head, tail = self._lines[:count], self._lines[count:]
        if head[-1][-1].glued:
            _forget_whole(head, tail)
        return [self._part(head, after=0), self._part(tail, before=0, first=False)]

    def _part(self, lines: list[list[Word]], *, first: bool = True, **white: float) -> Para:
        part = Para((), self.style.but(**white), self.element, link=self.link, says=self.says)
        part.anchor = self.anchor if first else ""
        part.runs_on = self.runs_on or (first and not lines[-1][-1].glued)
        part._words = [word for line in lines for word in line]
        part._lines, part._broken_for = lines, self._broken_for
        return part

    def draw(self) -> None:
        """Draw and tag."""
        canvas, style = self.canv, self.style
        if self.anchor:
            canvas.anchor(self.anchor, canvas.here(0, self.height)[1] + 6)
        if not self._lines:
            return
        with canvas.content(self.element):
            canvas.put("q BT" + (f" {style.tracking} Tc" if style.tracking else ""))
            pen = _Pen(canvas)
            # The first baseline stands so that lines of one leading sit alike in every style.
            y = self.height - (style.leading + style.size * 0.66) / 2
            for number, line in enumerate(self._lines):
                x = style.indent + _shift(line, self.width - style.indent, style)
                last = number == len(self._lines) - 1
                pen.line(line, x, y, spaced=not last or self.runs_on)
                y -= style.leading
            pen.close()
            canvas.put("ET Q")
            for x, y, to_x in pen.unders:
                canvas.hairline((x, y, to_x, y), style.colour, 0.5)
        if self.leader:
            x = style.indent + _width(self._lines[-1]) + 6
            with canvas.artifact():
                canvas.dots((x, y + style.leading, self.width - 2, y + style.leading), DOT)
        if self.link:
            wide = max(_width(line) for line in self._lines)
            x, y = canvas.here(
                style.indent - 2 + (self.width - style.indent - wide if style.align == "right" else 0), -1.5
            )
            canvas.link(self.element, (x, y, x + wide + 4, y + self.height + 3), self.link, self.says)


class _Pen:
    """Writes lines of words in as few operators as it can; remembers colour and rise."""

    def __init__(self, canvas: TagCanvas) -> None:
        self.canvas = canvas
        self.unders: list[tuple[float, float, float]] = []
        self._colour: Any = None
        self._rise = 0.0
        self._open = ""
        self._stretch: Piece | None = None
        self._text = ""

    def line(self, words: list[Word], x: float, y: float, *, spaced: bool) -> None:
        """Write a line; a blank stands between words, and behind the last if more text follows."""
        self.canvas.put(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        self._stretch, self._text = None, ""
        before: Word | None = None
        for word in words:
            if before:
                self._blank(before, word)
                x += before.space
            if word.whole != self._open:
                self._flush()
                self._start(word.whole)
            for piece in word.pieces:
                self._add(piece)
                if piece.under:
                    self.unders.append((x, y - 1.6, x + piece.width))
                x += piece.width
            if self._open and not word.glued:
                self._flush()
                self.close()
            before = word
        if before and spaced and not before.glued:
            self._blank(before, None)
        self._flush()

    def _add(self, piece: Piece) -> None:
        stretch = self._stretch
        if stretch is None or piece.actual or stretch.actual or not _alike(stretch, piece):
            self._flush()
            self._stretch, self._text = piece, piece.text
        else:
            self._text += piece.text

    def _blank(self, before: Word, after: Word | None) -> None:
        """Write a blank in the manner of ordinary text, so that readers take it for one (not in a raised figure's)."""
        stretch = self._stretch
        if stretch is before.pieces[-1] and not stretch.rise and not stretch.actual:
            self._text += " "
            return
        for piece in (before.pieces[-1], *(after.pieces[:1] if after else ())):
            if not piece.rise and not piece.actual:
                break
        else:
            piece = before.pieces[0]
        if stretch and not stretch.actual and _alike(stretch, piece):
            self._text += " "
        else:
            self._add(replace(piece, text=" ", rise=0.0, actual="", under=False))

    def _start(self, whole: str) -> None:
        self.close()
        if whole:
            self.canvas.put(f"/Span <</ActualText {_utf16(whole)}>> BDC")
            self._open = whole

    def close(self) -> None:
        """End what is said as one word."""
        if self._open:
            self.canvas.put("EMC")
            self._open = ""

    def _flush(self) -> None:
        piece, text = self._stretch, self._text
        self._stretch, self._text = None, ""
        if piece is None:
            return
        put = self.canvas.put
        if piece.colour != self._colour:
            red, green, blue = self._colour = piece.colour
            put(f"{red} {green} {blue} rg")
        if piece.rise != self._rise:
            self._rise = piece.rise
            put(f"{piece.rise:.2f} Ts")
        if piece.actual and not self._open:
            put(f"/Span <</ActualText {_utf16(piece.actual)}>> BDC")
            put(self.canvas.shown(text, piece.face, piece.size))
            put("EMC")
        else:
            put(self.canvas.shown(text, piece.face, piece.size))


def _forget_whole(head: list[list[Word]], tail: list[list[Word]]) -> None:
    """A word that is cut by the page end itself cannot be told as one: its parts stand as they are."""
    whole = head[-1][-1].whole
    for line in reversed(head):
        if line[-1].whole == whole and line[-1].glued:
            line[-1].whole = ""
    for line in tail:
        glued, line[0].whole = line[0].glued, ""
        if not glued:
            break


def _alike(one: Piece, other: Piece) -> bool:
    return one.face == other.face and one.size == other.size and one.colour == other.colour and one.rise == other.rise


def _utf16(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _width(line: list[Word]) -> float:
    return sum(word.width + word.space for word in line) - line[-1].space


def _shift(line: list[Word], room: float, style: Style) -> float:
    if style.align == "left":
        return 0
    spare = room - _width(line)
    return spare if style.align == "right" else spare / 2


def _lines(words: list[Word], room: float) -> list[list[Word]]:
    """Break words into lines that fit; words wider than a line are cut."""
    lines: list[list[Word]] = []
    line: list[Word] = []
    used = 0.0
    queue = list(reversed(words))
    while queue:
        word = queue.pop()
        if line and used + word.width > room + 0.01:
            lines.append(line)
            line, used = [], 0.0
        if not line and word.width > room + 0.01:
            parts = cut(word, room)
            if len(parts) > 1:
                queue.extend(reversed(parts))
                word = queue.pop()
        line.append(word)
        used += word.width + word.space
        if word.stop or word.glued:
            lines.append(line)
            line, used = [], 0.0
    if line:
        lines.append(line)
    _comfort(lines, room)
    return lines


def _comfort(lines: list[list[Word]], room: float) -> None:
    """Give a lonely last word the last word of the line above for company."""
    if len(lines) < 2 or len(lines[-1]) > 1 or len(lines[-2]) < 4:  # noqa: PLR2004 - small counts of lines and words
        return
    donor, last = lines[-2], lines[-1]
    joins = donor[-1].stop or donor[-1].glued or last[0].width > _LONELY * room
    if not joins and donor[-1].width + donor[-1].space + last[0].width <= room:
        last.insert(0, donor.pop())


def fitted(text: str, style: Style, width: float, smallest: float) -> Style:
    """Give the style in a size at which a title stands on one line, if that size is not below `smallest`."""
    natural = width_of(text, "Sans-Bold" if style.bold else "Sans", style.size)
    if natural <= width:
        return style
    # Rounded down: rounded up it would be too wide by a hair, and break.
    size = max(smallest, int(style.size * width / natural * 10) / 10)
    return style.but(size=size, leading=round(style.leading * size / style.size, 1))
