"""The agenda as a list: start time, number, title, purpose, minutes; drag it, or Alt with the arrow keys.

Files and papers can be dropped on an item. It only tells what is wanted; the page does it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import paint_icon
from ui.text_lines import wrapped
from ui.theme import MEDIUM, RADIUS, colour, dress, font, px
from ui.widgets.agenda_model import LINE_MIME, PAPER_MIME, AgendaLine, AgendaModel
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.dragged_list import DraggedList
from ui.widgets.line_list import Index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

LINE: Final = 54
OVER: Final = 22
GRIP: Final = 20
TIME: Final = 46
TITLE_LINES: Final = 2


class LineDelegate(QStyledItemDelegate):
    """Draws a line of the agenda."""

    def __init__(self, view: AgendaList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: AgendaLine = index.data(AgendaModel.LineRole)
        more = max(0, len(self._title(line)) - 1) * _spacing()
        return QSize(px(240), px(LINE) + more + (px(OVER) if line.over else 0))

    def _title_left(self, line: AgendaLine) -> int:
        """Where titles begin, from the left of the words of a line."""
        metrics = QFontMetrics(font("body", MEDIUM))
        number = max(metrics.horizontalAdvance("9."), metrics.horizontalAdvance(f"{line.number}."))
        return px(TIME) + number + px(8)

    def _title(self, line: AgendaLine) -> list[str]:
        """The title in lines; they break where they would if the item were chosen, so that choosing moves nothing."""
        words = self._view.viewport().width() - px(GRIP) - px(12)
        room = words - self._title_left(line) - _wide(line) - px(10)
        return wrapped(line.title, font("body", MEDIUM), room, TITLE_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: AgendaLine = index.data(AgendaModel.LineRole)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = index.row() == self._view.hovered
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = rect.adjusted(0, 0, 0, -px(OVER) if line.over else 0)
        if is_chosen or is_hovered or self._view.target == index.row():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if is_chosen else "hover"))
            painter.drawRoundedRect(body.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        if self._view.target == index.row():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(body).adjusted(1, 2, -1, -2), RADIUS, RADIUS)
        elif is_chosen and self._view.hasFocus():
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(body).adjusted(1, 2, -1, -2), RADIUS, RADIUS)
        elif not is_chosen and not line.over:
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(rect.left() + px(GRIP), rect.bottom(), rect.right(), rect.bottom())
        if is_hovered and self._view.agenda.may_move:
            grip = QRect(body.left() + px(3), body.center().y() - px(8), px(16), px(16))
            paint_icon(painter, grip, "dots-six-vertical", colour("faint"))
        self._paint_words(painter, body.adjusted(px(GRIP), 0, -px(12), 0), line, is_chosen=is_chosen)
        if line.over:
            self._paint_over(painter, rect, line.over)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: AgendaLine, *, is_chosen: bool) -> None:
        head = QRect(rect.left(), rect.top() + px(6), rect.width(), px(23))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("note", MEDIUM if line.is_late else font().weight()))
        painter.setPen(colour("late" if line.is_late else "quiet"))
        painter.drawText(QRect(head.left(), head.top(), px(TIME), head.height()), middle, line.starts)
        painter.setFont(font("note"))
        painter.setPen(colour("quiet"))
        wide = _wide(line)
        painter.drawText(QRect(head.right() - wide, head.top(), wide, head.height()), middle | _RIGHT, line.minutes)
        face = font("body", MEDIUM) if is_chosen else font("body")
        painter.setFont(face)
        painter.setPen(colour("quiet"))
        left, begins = head.left() + px(TIME), head.left() + self._title_left(line)
        painter.drawText(QRect(left, head.top(), begins - left, head.height()), middle, f"{line.number}.")
        painter.setPen(colour("text"))
        room = QRect(begins, head.top(), head.right() - wide - px(10) - begins, head.height())
        lines = self._title(line)
        for place, words in enumerate(lines):
            painter.drawText(room.translated(0, place * _spacing()), middle, words)
        head.translate(0, max(0, len(lines) - 1) * _spacing())
        word, tone, icon_name = line.chip
        below = QRect(room.left(), head.bottom() + px(1), rect.right() - room.left(), px(20))
        paint_chip(painter, below, word, tone, icon_name, ground="surface" if is_chosen else "")
        below.setLeft(below.left() + chip_size(word, with_icon=bool(icon_name)).width() + px(10))
        if line.note:
            self._paint_note(painter, below, line)

    def _paint_note(self, painter: QPainter, room: QRect, line: AgendaLine) -> None:
        ink = colour("quiet" if line.note_tone == "faint" else line.note_tone)
        if line.note_icon:
            side = px(14)
            paint_icon(painter, QRect(room.left(), room.center().y() - side // 2, side, side), line.note_icon, ink)
            room = room.adjusted(px(18), 0, 0, 0)
        painter.setFont(font("note"))
        painter.setPen(ink)
        text = QFontMetrics(font("note")).elidedText(line.note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_over(self, painter: QPainter, rect: QRect, text: str) -> None:
        band = QRect(rect.left() + px(GRIP), rect.bottom() - px(OVER), rect.width() - px(GRIP), px(OVER))
        face = font("small", MEDIUM)
        words = QFontMetrics(face).horizontalAdvance(text)
        painter.setPen(QPen(colour("late"), 1.5))
        middle = band.center().y() + 1
        painter.drawLine(band.left() + words + px(30), middle, band.right() - px(12), middle)
        side = px(14)
        paint_icon(painter, QRect(band.left(), middle - side // 2, side, side), "clock-fill", colour("late"))
        painter.setFont(face)
        painter.drawText(band.adjusted(px(20), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _spacing() -> int:
    return QFontMetrics(font("body", MEDIUM)).lineSpacing()


def _wide(line: AgendaLine) -> int:
    return max(px(46), QFontMetrics(font("note")).horizontalAdvance(line.minutes))


_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class AgendaList(DraggedList):
    """The list. Signals speak of item ids; positions are counted from 0."""

    chosen = Signal(int)
    opened = Signal()
    """Enter or a double click: go on to write in it."""
    wants_new = Signal()
    wants_removed = Signal(int)
    files_dropped = Signal(int, list)
    """Item id and paths."""
    paper_dropped = Signal(int, int)
    """Item id and paper id."""

    ends = (GRIP, 12)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = AgendaModel(self)
        self.put_in_order(self.agenda)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(name)
        self.target = -1
        dress(self, "agenda")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[AgendaLine], chosen: int | None = None) -> None:
        """Show lines, with one chosen; without telling of it."""
        keep = self.chosen_id() if chosen is None else chosen
        model = self.selectionModel()
        was_blocked = model.blockSignals(True)
        self.agenda.set_lines(lines)
        row = self.agenda.row_of(keep or 0)
        if row >= 0:
            self.setCurrentIndex(self.agenda.index(row))
        model.blockSignals(was_blocked)
        self.doItemsLayout()
        self.viewport().update()

    def choose(self, item_id: int) -> None:
        """Choose an item and tell."""
        row = self.agenda.row_of(item_id)
        if row >= 0:
            self.setCurrentIndex(self.agenda.index(row))
            self.scrollTo(self.agenda.index(row))

    def chosen_id(self) -> int | None:
        """The chosen item."""
        index = self.currentIndex()
        return index.data(AgendaModel.LineRole).id if index.isValid() else None

    def as_text(self) -> str:
        """The lines as words (for tests)."""
        return "\n".join(
            " | ".join(part for part in (line.starts, f"{line.number}. {line.title}", line.minutes, line.note) if part)
            for line in self.agenda.lines
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(AgendaModel.LineRole).id)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def _move_chosen(self, step: int) -> None:
        index = self.currentIndex()
        if index.isValid() and self.agenda.may_move and 0 <= index.row() + step < self.agenda.rowCount():
            self.moved.emit(index.data(AgendaModel.LineRole).id, index.row() + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, chosen = event.key(), self.chosen_id()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_chosen(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert:
            self.wants_new.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen is not None:
            self.wants_removed.emit(chosen)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and chosen is not None:
            self.opened.emit()
        elif key == Qt.Key.Key_Menu and chosen is not None:
            at = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(chosen, self.viewport().mapToGlobal(at))
        else:
            super().keyPressEvent(event)

    def _aim(self, gap: int, target: int = -1) -> None:
        if target != self.target:
            self.target = target
            self.viewport().update()
        super()._aim(gap)

    def _weigh(self, event: QDragMoveEvent) -> None:
        mime, at = event.mimeData(), event.position().toPoint()
        row = self.indexAt(at).row()
        if not self.agenda.may_move:
            event.ignore()
        elif mime.hasFormat(LINE_MIME) and event.source() is self:
            self._aim(self._gap_at(at))
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        elif (mime.hasUrls() or mime.hasFormat(PAPER_MIME)) and row >= 0:
            self._aim(-1, row)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            self._aim(-1)
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        mime, at = event.mimeData(), event.position().toPoint()
        row = self.indexAt(at).row()
        if mime.hasFormat(LINE_MIME) and event.source() is self:
            self._put(int(mime.data(LINE_MIME).data()), at)
        elif row >= 0 and mime.hasFormat(PAPER_MIME):
            self.paper_dropped.emit(self.agenda.lines[row].id, int(mime.data(PAPER_MIME).data()))
        elif row >= 0 and mime.hasUrls():
            paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
            self.files_dropped.emit(self.agenda.lines[row].id, paths)
        super().dropEvent(event)
