"""How a text of entries looks: one column to read in, room for marks, hanging lists, bold; and the marks themselves."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from ui.theme import MEDIUM, colour, font, px
from ui.widgets.block_marks import FOOT, GAP, HEAD, INSET, PLAIN, Mark, paint_foot, paint_ground, paint_head
from ui.widgets.plain_paste import LIST_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.widgets.entry_lines import EntryLines

COLUMN: Final = 720
MARGIN: Final = 20
PAD: Final = 10
"""Between a ground's upper or lower edge and its words, where no line of marks stands there."""
LINE: Final = 138
"""Per cent of the font's own line: a text that is read needs air."""
Chip = tuple[QRectF, int, str]
"""Where a chip can be pressed, its entry and its action."""
_BOLD: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


class Bold(QSyntaxHighlighter):
    """Words between two stars are bold, the stars are faint."""

    def __init__(self, text: EntryLines) -> None:
        super().__init__(text.document())
        self._words, self._stars = QTextCharFormat(), QTextCharFormat()
        self._words.setFontWeight(MEDIUM)
        self._stars.setForeground(colour("faint"))

    def highlightBlock(self, text: str) -> None:
        if "**" not in text:
            return
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._stars)
            self.setFormat(found.start(1), found.end(1) - found.start(1), self._words)


class BlockLook:
    """Gives lines their room and draws the marks of the entries in sight."""

    def __init__(self, text: EntryLines) -> None:
        self._text = text
        self.is_dressing = False
        self.hint = ""
        """What stands in an empty text."""
        self._hovered: QPointF | None = None
        self._lead = 0.0
        self._chips: dict[int, list[Chip]] = {}
        self._bold = Bold(text)
        text.setFont(font("body"))
        text.document().setDefaultFont(font("body"))
        text.document().setDocumentMargin(0)
        self.fit()

    @contextmanager
    def _dressing(self) -> Iterator[None]:
        was, self.is_dressing = self.is_dressing, True
        try:
            yield
        finally:
            self.is_dressing = was

    def fit(self) -> None:
        """One column in the middle, as wide as one likes to read."""
        room = self._text.viewport().width()
        side = max(px(MARGIN), (room - px(COLUMN)) // 2)
        frame = self._text.document().rootFrame()
        shape = frame.frameFormat()
        top = px(GAP) + self._lead
        if (shape.leftMargin(), shape.topMargin()) == (side, top):
            return
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(top)
        shape.setBottomMargin(px(MARGIN) * 3)
        with self._dressing():
            frame.setFrameFormat(shape)

    def dress_all(self) -> None:
        """Give every line its room; those that have it are left alone."""
        block = self._text.document().begin()
        with self._dressing():
            for line in range(self._text.document().blockCount()):
                self._dress(block, line)
                block = block.next()
        self._text.viewport().update()

    def dress_line(self, line: int) -> None:
        """Give one line its room."""
        with self._dressing():
            self._dress(self._text.document().findBlockByNumber(line), line)

    def dress_entry(self, key: int) -> None:
        """Give the lines of an entry, and the one behind, their room."""
        first, last = self._text.lines_of(key)
        with self._dressing():
            for line in range(first, min(last + 2, self._text.document().blockCount())):
                self._dress(self._text.document().findBlockByNumber(line), line)
        self._text.viewport().update()

    def _dress(self, block: QTextBlock, line: int) -> None:
        key = self._text.key_at(line)
        mark = self._text.marks.get(key, PLAIN)
        lines = self._text.document().blockCount()
        is_first = line == 0 or self._text.key_at(line - 1) != key
        is_last = line + 1 == lines or self._text.key_at(line + 1) != key
        above = _above(mark) if is_first else 0
        below = _below(mark) if is_last else 0
        if is_first and line:
            # Qt lets the lower and the upper margin of neighbours run into one.
            above += px(GAP) + _below(self._text.marks.get(self._text.key_at(line - 1), PLAIN))
        elif line == 0:
            # Qt passes over the upper margin of the first line of all: the page gives its room.
            self._lead, above = above, 0
            self.fit()
        text = block.text()
        item = LIST_LINE.match(text)
        hang = QFontMetricsF(font("body")).horizontalAdvance(item[0]) if item else 0.0
        wanted: tuple[float, ...] = (
            above,
            below,
            (px(INSET) if mark.is_set_in else 0) + hang,
            px(INSET) if mark.is_set_in else 0,
            -hang,
        )
        shape = block.blockFormat()
        now: tuple[float, ...] = (
            shape.topMargin(),
            shape.bottomMargin(),
            shape.leftMargin(),
            shape.rightMargin(),
            shape.textIndent(),
        )
        if now == wanted and shape.lineHeight() == LINE:
            return
        made = QTextBlockFormat()
        made.setTopMargin(wanted[0])
        made.setBottomMargin(wanted[1])
        made.setLeftMargin(wanted[2])
        made.setRightMargin(wanted[3])
        made.setTextIndent(wanted[4])
        made.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(made)

    # Drawing ------------------------------------------------------------------------------------------------------

    def _in_sight(self, part: QRect) -> Iterator[tuple[int, Mark, QRectF]]:
        """The entries with marks in a part of the viewport: key, mark and the words' room."""
        text = self._text
        layout = text.document().documentLayout()
        up = text.verticalScrollBar().value()
        line = text.cursorForPosition(QPoint(0, part.top() - px(HEAD + FOOT))).blockNumber()
        line = text.first_line(line)
        count = text.document().blockCount()
        while line < count:
            key = text.key_at(line)
            last = line
            while last + 1 < count and text.key_at(last + 1) == key:
                last += 1
            top = layout.blockBoundingRect(text.document().findBlockByNumber(line)).top() - up
            if top > part.bottom() + px(HEAD):
                return
            mark = text.marks.get(key, PLAIN)
            if mark is not PLAIN:
                bottom = layout.blockBoundingRect(text.document().findBlockByNumber(last)).bottom() - up
                frame = text.document().rootFrame().frameFormat()
                left = frame.leftMargin()
                yield key, mark, QRectF(left, top, text.viewport().width() - 2 * left, bottom - top)
            line = last + 1

    def paint_behind(self, part: QRect) -> None:
        """Draw what stands behind the words, in the part that is to be drawn."""
        painter = QPainter(self._text.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _key, mark, room in self._in_sight(part):
            if mark.is_set_in:
                paint_ground(painter, room.adjusted(0, -_above(mark), 0, _below(mark)), mark)
        painter.end()

    def paint_around(self, part: QRect) -> None:
        """Draw the words above and the chips below, in the part that is to be drawn."""
        painter = QPainter(self._text.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hint and self._text.document().isEmpty():
            frame = self._text.document().rootFrame().frameFormat()
            painter.setPen(colour("faint"))
            painter.setFont(font("body"))
            room = QRectF(frame.leftMargin() + 2, frame.topMargin(), self._text.viewport().width(), px(26))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.hint)
        for key, mark, room in self._in_sight(part):
            inset = px(INSET) if mark.is_set_in else 0
            if mark.has_head:
                head = QRectF(room.left() + inset, room.top() - px(HEAD), room.width() - 2 * inset, px(HEAD))
                paint_head(painter, head, mark)
            if mark.has_foot:
                foot = QRectF(room.left() + inset, room.bottom(), room.width() - 2 * inset, px(FOOT))
                places = paint_foot(painter, foot, mark, self._hovered)
                self._chips[key] = [(body, key, action) for body, action in places]
        painter.end()

    def foot_of(self, key: int) -> QRectF:
        """Where the chips of an entry stand, in the viewport; an empty place where it is out of sight."""
        for other, mark, room in self._in_sight(self._text.viewport().rect()):
            if other == key:
                inset = px(INSET) if mark.is_set_in else 0
                return QRectF(room.left() + inset, room.bottom(), room.width() - 2 * inset, px(FOOT))
        return QRectF()

    def show_foot(self, key: int) -> None:
        """Scroll on where the chips of an entry lie below what is in sight."""
        hidden = self.foot_of(key).bottom() - self._text.viewport().height()
        if self._text.marks.get(key, PLAIN).has_foot and hidden > 0:
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() + round(hidden) + px(PAD))

    def chip_at(self, at: QPointF) -> tuple[int, str] | None:
        """The chip at a point: key and action."""
        return next(((key, action) for body, key, action in self.chips() if action and body.contains(at)), None)

    def chips(self) -> list[Chip]:
        """The chips in sight: where, key and action."""
        shown = {key for key, _mark, _room in self._in_sight(self._text.viewport().rect())}
        return [chip for key in self._chips if key in shown for chip in self._chips[key]]

    def hover(self, at: QPointF) -> bool:
        """Whether a chip is below the mouse; its edge is drawn then."""
        was = self.chip_at(self._hovered) if self._hovered is not None else None
        self._hovered = at
        now = self.chip_at(at)
        if was != now:
            self._text.viewport().update()
        return now is not None


def _above(mark: Mark) -> int:
    return px(HEAD) if mark.has_head else px(PAD) if mark.is_set_in else 0


def _below(mark: Mark) -> int:
    return px(FOOT) if mark.has_foot else px(PAD) if mark.is_set_in else 0
