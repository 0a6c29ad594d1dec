"""A story under headings: day at the left, a mark on a line through time, what happened, who said it, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from ui.icons import check_icon, paint_icon
from ui.text_lines import wrapped
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.section_list import HEAD, SectionDelegate, SectionHead, SectionLine, SectionList, SectionModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

DAY: Final = 66
MARK: Final = 36
TITLE_LINES: Final = 2
TEXT_LINES: Final = 3
WIDEST: Final = 760
"""Longer lines are hard to read."""


@dataclass(frozen=True)
class StoryEntry(SectionLine):
    """One thing that happened; `icon` stands in its mark, `detail` is the kind in words, `chips` name groups."""

    tone: str = "quiet"
    who: str = ""
    """Behind the kind: which group, and to whom."""
    text: str = ""
    """What was said, as far as it may be shown."""
    trailing: str = ""
    """A reference at the right."""

    def __post_init__(self) -> None:
        check_icon(self.icon)


class StoryDelegate(SectionDelegate):
    """Draws headings as they are, and entries as high as their words."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(SectionModel.EntryRole)
        if isinstance(entry, SectionHead):
            return QSize(px(200), px(HEAD))
        return QSize(px(200), self._height(entry))

    def _height(self, entry: StoryEntry) -> int:
        room = self._words_room(self._view.viewport().width(), entry)
        lines = len(wrapped(entry.title, font("body", MEDIUM), room, TITLE_LINES))
        return px(10) + lines * px(20) + px(18) + self._text_lines(entry, room) * px(19) + px(10)

    @staticmethod
    def _text_lines(entry: StoryEntry, room: int) -> int:
        return len(wrapped(entry.text, font("body"), room, TEXT_LINES)) if entry.text else 0

    @staticmethod
    def _words_room(width: int, entry: StoryEntry) -> int:
        beside = QFontMetrics(font("note")).horizontalAdvance(entry.trailing) + px(16) if entry.trailing else 0
        return max(px(120), min(px(WIDEST), width - px(DAY) - px(MARK) - px(28) - beside))

    def _paint_line(self, painter: QPainter, rect: QRect, line: SectionLine, *, is_chosen: bool, is_lit: bool) -> None:
        assert isinstance(line, StoryEntry)
        if is_chosen or is_lit:
            painter.setPen(QPen(colour("accent"), 1.5) if is_chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if is_chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), RADIUS, RADIUS)
        self._paint_mark(painter, rect, line)
        left, top = rect.left() + px(12) + px(DAY) + px(MARK), rect.top() + px(10)
        room = self._words_room(rect.width(), line)
        _write(painter, QRect(rect.left() + px(12), top, px(DAY), px(20)), line.day[0], "text", is_strong=True)
        _write(painter, QRect(rect.left() + px(12), top + px(20), px(DAY), px(18)), line.day[1], "faint", size="note")
        if line.trailing:
            box = QRect(left, top, rect.right() - px(16) - left, px(20))
            painter.setFont(font("note"))
            painter.setPen(colour("faint"))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.trailing)
        for words in wrapped(line.title, font("body", MEDIUM), room, TITLE_LINES):
            _write(painter, QRect(left, top, room, px(20)), words, "text", is_strong=True)
            top += px(20)
        kind = QFontMetrics(font("note", MEDIUM)).horizontalAdvance(line.detail)
        _write(painter, QRect(left, top, kind + 2, px(18)), line.detail, line.tone, size="note", is_strong=True)
        after = QRect(left + kind + px(8), top, room - kind - px(8), px(18))
        _write(painter, after, line.who, "quiet", size="note")
        top += px(18)
        for words in wrapped(line.text, font("body"), room, TEXT_LINES) if line.text else ():
            _write(painter, QRect(left, top, room, px(19)), words, "quiet")
            top += px(19)

    @staticmethod
    def _paint_mark(painter: QPainter, rect: QRect, line: StoryEntry) -> None:
        x, y, radius = rect.left() + px(12) + px(DAY) + px(10), rect.top() + px(21), px(11)
        painter.setPen(QPen(colour("line"), 2))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))
        painter.setPen(QPen(colour("surface"), 3))
        painter.setBrush(colour("sunken" if line.tone == "quiet" else f"{line.tone}_soft"))
        painter.drawEllipse(QPointF(x, y), radius + 1, radius + 1)
        side = px(13)
        paint_icon(painter, QRectF(x - side / 2, y - side / 2, side, side), line.icon, colour(line.tone))


class StoryList(SectionList):
    """The story. `opened` tells the key of an entry that was clicked, or on which Enter was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(StoryDelegate(self))
        # An entry is as high as its words are at the width there is.
        self.setResizeMode(QListView.ResizeMode.Adjust)


def _write(painter: QPainter, box: QRect, text: str, ink: str, *, size: str = "body", is_strong: bool = False) -> None:
    face = font(size, MEDIUM) if is_strong else font(size)
    painter.setFont(face)
    painter.setPen(colour(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
