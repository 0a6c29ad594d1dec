"""The items of a meeting beside the text that is written: number, title, purpose, what stands in them, what became."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import paint_icon
from ui.text_lines import wrapped
from ui.theme import MEDIUM, RADIUS, colour, dress, font, px
from ui.widgets.line_list import HoverList, Index, LineModel

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE: Final = 56
INSET: Final = 10
MARK: Final = 16
TITLE_LINES: Final = 2
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


def _spacing() -> int:
    return QFontMetrics(font("body", MEDIUM)).lineSpacing()


@dataclass(frozen=True)
class RoomLine:
    """What is shown of an item, in words ready to show."""

    id: int
    number: str
    title: str
    purpose: str
    counts: tuple[tuple[str, str, str], ...] = ()
    """What stands in it: icon, tone and number."""
    outcome: tuple[str, str, str] = ("", "", "")
    """What became of it: icon, tone and word."""
    spoken: str = ""


class RoomDelegate(QStyledItemDelegate):
    """Draws an item."""

    def __init__(self, view: RoomItems) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        more = len(self._title(index.data(LineModel.LineRole))) - 1
        return QSize(px(160), px(LINE) + max(0, more) * _spacing())

    def _step(self) -> int:
        return QFontMetrics(font("body", MEDIUM)).horizontalAdvance("99.") + px(6)

    def _title(self, line: RoomLine) -> list[str]:
        """The title in lines; they break where they would if the item were chosen, so that choosing moves nothing."""
        room = self._view.viewport().width() - 2 * px(INSET) - self._step() - px(MARK) - px(8)
        return wrapped(line.title, font("body", MEDIUM), room, TITLE_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: RoomLine = index.data(LineModel.LineRole)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or index.row() == self._view.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if is_chosen else "hover"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if is_chosen and self._view.hasFocus():
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_words(painter, rect.adjusted(px(INSET), px(6), -px(INSET), -px(6)), line, is_chosen=is_chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: RoomLine, *, is_chosen: bool) -> None:
        face = font("body", MEDIUM) if is_chosen else font("body")
        step, lines = self._step(), self._title(line)
        more = max(0, len(lines) - 1) * _spacing()
        half = (rect.height() - more) // 2
        head = QRect(rect.left(), rect.top(), rect.width(), half)
        painter.setFont(face)
        painter.setPen(colour("quiet"))
        painter.drawText(QRect(head.left(), head.top(), step, head.height()), _MIDDLE, f"{line.number}.")
        icon_name, tone, _word = line.outcome
        side = px(MARK)
        if icon_name:
            paint_icon(
                painter, QRect(head.right() - side, head.center().y() - side // 2, side, side), icon_name, colour(tone)
            )
        room = head.adjusted(step, 0, -side - px(8), 0)
        painter.setPen(colour("text"))
        for place, words in enumerate(lines):
            painter.drawText(room.translated(0, place * _spacing()), _MIDDLE, words)
        self._paint_note(painter, rect.adjusted(step, half + more, 0, 0), line)

    def _paint_note(self, painter: QPainter, room: QRect, line: RoomLine) -> None:
        face = font("note")
        metrics = QFontMetrics(face)
        painter.setFont(face)
        side, right = px(14), room.right()
        for icon_name, tone, number in reversed(line.counts):
            wide = metrics.horizontalAdvance(number)
            painter.setPen(colour(tone))
            painter.drawText(QRect(right - wide, room.top(), wide + 1, room.height()), _MIDDLE, number)
            right -= wide + px(3) + side
            paint_icon(painter, QRect(right, room.center().y() - side // 2, side, side), icon_name, colour(tone))
            right -= px(10)
        painter.setPen(colour("quiet"))
        left = QRect(room.left(), room.top(), right - room.left(), room.height())
        painter.drawText(left, _MIDDLE, metrics.elidedText(line.purpose, Qt.TextElideMode.ElideRight, left.width()))


class RoomItems(HoverList):
    """The list; `chosen` tells an item's id, `opened` that one goes on to write in it."""

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = LineModel[RoomLine](self)
        self.setModel(self.items)
        self.setItemDelegate(RoomDelegate(self))
        self.setAccessibleName(name)
        dress(self, "agenda")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_opened)
        self.activated.connect(self._on_opened)

    def show_lines(self, lines: Sequence[RoomLine]) -> None:
        """Show the items; the one that was chosen stays so, without telling of it."""
        chosen = self.chosen_id()
        model = self.selectionModel()
        was_blocked = model.blockSignals(True)
        self.items.set_lines(lines)
        if chosen is not None and self.chosen_id() != chosen:
            self._point_at(chosen)
        model.blockSignals(was_blocked)
        self.viewport().update()

    def choose(self, item_id: int) -> None:
        """Choose an item, and tell if it was another."""
        self._point_at(item_id)

    def chosen_id(self) -> int | None:
        """The chosen item."""
        index = self.currentIndex()
        return index.data(LineModel.LineRole).id if index.isValid() else None

    def neighbour(self, step: int) -> int | None:
        """The item so many places further on, or None at an end."""
        row = self.currentIndex().row() + step
        return self.items.lines[row].id if 0 <= row < len(self.items.lines) else None

    def _point_at(self, item_id: int) -> None:
        row = self.items.row_of(item_id)
        if row >= 0:
            self.setCurrentIndex(self.items.index(row))
            self.scrollTo(self.items.index(row))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(LineModel.LineRole).id)

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        self.opened.emit()
