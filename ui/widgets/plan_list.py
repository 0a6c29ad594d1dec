"""A plan as a quiet list: areas with what they are to reach, activities with who worked on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.section_list import SectionHead, SectionLine, SectionList, SectionModel

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.widgets.line_list import Index

NUMBER: Final = 44
SIDE: Final = 12
DOT: Final = 7
STRIP: Final = 92
LEAST: Final = 44
_WRAPS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class PlanHead(SectionHead):
    """An area (level 1) or a sub-area (level 2), with what it is to reach."""

    level: int = 1
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanLine(SectionLine):
    """An activity: `day` holds its number, `detail` is the count in words; `dots` has one sign for each group."""

    dots: tuple[bool, ...] = ()


class PlanDelegate(QStyledItemDelegate):
    """Draws heads and activities; their words wrap."""

    def __init__(self, view: PlanList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(SectionModel.EntryRole)
        width = max(px(200), self._view.viewport().width())
        if isinstance(entry, PlanHead):
            return QSize(px(200), self._head_height(entry, width))
        assert isinstance(entry, PlanLine)
        words = _height(font("body"), entry.title, width - px(SIDE + NUMBER) - px(SIDE))
        return QSize(px(200), max(px(LEAST), words + px(30)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(SectionModel.EntryRole)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, PlanHead):
            self._paint_head(painter, rect, entry)
        elif isinstance(entry, PlanLine):
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_line(painter, rect, entry, is_chosen=is_chosen, is_hovered=index.row() == self._view.hovered)
        painter.restore()

    def _head_height(self, head: PlanHead, width: int) -> int:
        room = width - 2 * px(SIDE)
        height = px(18 if head.level == 1 else 10) + _height(_face(head), head.title, room)
        for words in head.objectives:
            height += px(4) + _height(font("note"), words, room - px(22))
        return height + px(8)

    def _paint_head(self, painter: QPainter, rect: QRect, head: PlanHead) -> None:
        room = rect.adjusted(px(SIDE), px(18 if head.level == 1 else 10), -px(SIDE), 0)
        face = _face(head)
        tall = _height(face, head.title, room.width())
        painter.setFont(face)
        painter.setPen(colour("text" if head.level == 1 else "quiet"))
        painter.drawText(QRect(room.left(), room.top(), room.width(), tall), _WRAPS, head.title)
        top = room.top() + tall
        for words in head.objectives:
            top += px(4)
            tall = _height(font("note"), words, room.width() - px(22))
            side = px(14)
            paint_icon(painter, QRect(room.left(), top + px(2), side, side), "target", colour("faint"))
            painter.setFont(font("note"))
            painter.setPen(colour("faint"))
            painter.drawText(QRect(room.left() + px(22), top, room.width() - px(22), tall), _WRAPS, words)
            top += tall
        if head.level == 1:
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(rect.left() + px(SIDE), rect.bottom(), rect.right() - px(SIDE), rect.bottom())

    def _paint_line(self, painter: QPainter, rect: QRect, line: PlanLine, *, is_chosen: bool, is_hovered: bool) -> None:
        if is_chosen or is_hovered:
            has_focus = is_chosen and self._view.hasFocus()
            painter.setPen(QPen(colour("accent"), 1.5) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if is_chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), RADIUS, RADIUS)
        room = rect.adjusted(px(SIDE), px(5), -px(SIDE), -px(5))
        painter.setFont(font("note", MEDIUM))
        painter.setPen(colour("accent"))
        painter.drawText(QRect(room.left(), room.top() + px(1), px(NUMBER), px(20)), _WRAPS, line.day[0])
        words = room.adjusted(px(NUMBER), 0, 0, 0)
        tall = _height(font("body"), line.title, words.width())
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        painter.drawText(QRect(words.left(), words.top(), words.width(), tall), _WRAPS, line.title)
        self._paint_below(painter, QRect(words.left(), words.top() + tall, words.width(), px(20)), line)

    @staticmethod
    def _paint_below(painter: QPainter, room: QRect, line: PlanLine) -> None:
        left = room.left()
        side, step = px(DOT), px(DOT + 4)
        word, tone, icon_name = line.chips[0] if line.chips else (line.detail, "quiet", "")
        needed = QFontMetrics(font("note")).horizontalAdvance(word) + (px(24) if icon_name else px(6))
        # Where room is short the words stay: they say what the dots show.
        dots = line.dots if len(line.dots) * step + needed <= room.width() else ()
        for number, is_on in enumerate(dots):
            box = QRectF(left + number * step, room.center().y() - side / 2 + 1, side, side)
            painter.setBrush(colour("accent") if is_on else Qt.BrushStyle.NoBrush)
            painter.setPen(Qt.PenStyle.NoPen if is_on else QPen(colour("edge"), 1))
            painter.drawRoundedRect(box if is_on else box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        left += len(dots) * step + (px(6) if dots else 0)
        if icon_name:
            side = px(14)
            paint_icon(painter, QRect(left, room.center().y() - side // 2 + 1, side, side), icon_name, colour(tone))
            left += side + px(4)
        painter.setFont(font("note"))
        painter.setPen(colour(tone))
        face = QFontMetrics(font("note"))
        shown = face.elidedText(word, Qt.TextElideMode.ElideRight, room.right() - left)
        painter.drawText(
            QRect(left, room.top(), room.right() - left, room.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            shown,
        )


class PlanList(SectionList):
    """The list; `chosen` tells the key of the line that one stands on."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(PlanDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(px(190))
        self.selectionModel().currentChanged.connect(self._on_current)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            entry = current.data(SectionModel.EntryRole)
            if isinstance(entry, PlanLine):
                self.chosen.emit(entry.key)

    def choose(self, key: object) -> bool:
        """Stand on a line; False where it is not there."""
        for row, entry in enumerate(self.sections.entries):
            if isinstance(entry, PlanLine) and entry.key == key:
                self.setCurrentIndex(self.sections.index(row))
                self.scrollTo(self.sections.index(row))
                return True
        return False


def _face(head: PlanHead) -> QFont:
    return font("body", MEDIUM) if head.level == 1 else font("note", MEDIUM)


def _height(face: QFont, text: str, width: int) -> int:
    return QFontMetrics(face).boundingRect(0, 0, max(1, width), 10_000, int(_WRAPS), text).height()
