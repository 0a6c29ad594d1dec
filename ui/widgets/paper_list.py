"""Papers behind an item: number, name, what they are; look, rename, order by drag or Alt with the arrow keys.

It only tells what is wanted; the page does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, dress, font, px
from ui.widgets.agenda_model import PAPER_MIME
from ui.widgets.dragged_list import DraggedList
from ui.widgets.paper_model import Index, PaperLine, PaperModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

LINE: Final = 48
LEFT: Final = 34
BUTTON: Final = 28


class PaperDelegate(QStyledItemDelegate):
    """Draws a paper, with its problem in full."""

    def __init__(self, view: PaperList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), self._view.height_of(index.data(PaperModel.LineRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PaperLine = index.data(PaperModel.LineRole)
        rect = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        is_hovered = index.row() == self._view.hovered
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or is_hovered:
            painter.setPen(QPen(colour("accent"), 1.5) if is_chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        side = px(20)
        paint_icon(
            painter,
            QRect(rect.left() + px(6), rect.top() + px(8), side, side),
            "file-x" if line.problem else line.icon,
            colour("late" if line.problem else "quiet"),
        )
        shows_buttons = is_hovered or is_chosen
        left, right = rect.left() + px(LEFT), rect.right() - (px(BUTTON) * 2 + px(6) if shows_buttons else px(6))
        middle = Qt.AlignmentFlag.AlignVCenter
        face = font("body", MEDIUM)
        painter.setFont(face)
        painter.setPen(colour("faint"))
        step = QFontMetrics(face).horizontalAdvance(line.number) + px(8)
        head = QRect(left, rect.top() + px(4), right - left, px(22))
        painter.setFont(font("body"))
        painter.drawText(head, middle, line.number)
        painter.setPen(colour("text"))
        head.setLeft(left + step)
        title = QFontMetrics(font("body")).elidedText(line.title, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, middle, title)
        painter.setFont(font("note"))
        painter.setPen(colour("quiet"))
        below = QRect(left, head.bottom() - 1, right - left, px(18))
        detail = QFontMetrics(font("note")).elidedText(line.detail, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, middle, detail)
        if line.problem:
            painter.setPen(colour("late"))
            room = QRect(left, below.bottom() + 1, rect.right() - px(8) - left, rect.bottom() - below.bottom())
            painter.drawText(room, Qt.TextFlag.TextWordWrap, line.problem)
        if shows_buttons:
            for area, glyph, is_on in zip(
                self._view.buttons(rect),
                ("lock-key-open" if line.is_locked else "eye", "dots-three"),
                (line.can_show or line.is_locked, True),
                strict=True,
            ):
                inset = px(5)
                ink = colour("quiet" if is_on else "line")
                paint_icon(painter, area.adjusted(inset, inset, -inset, -inset), glyph, ink)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        made = QLineEdit(parent)
        made.setMaxLength(300)
        made.setAccessibleName(self.tr("Name of the paper"))
        return made

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect = QRect(option.rect)
        editor.setGeometry(rect.left() + px(LEFT) - 2, rect.top() + px(3), rect.width() - px(LEFT) - px(6), px(34))


class PaperList(DraggedList):
    """The list; as high as its papers, so that the page scrolls and not the list. Signals speak of paper ids."""

    wants_look = Signal(int)
    wants_removed = Signal(int)
    renamed = Signal(int, str)

    ends = (LEFT, 6)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = PaperModel(self)
        self.put_in_order(self.papers)
        self.setItemDelegate(PaperDelegate(self))
        self.setAccessibleName(name)
        dress(self, "papers")
        for place in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            place(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.papers.renamed.connect(self.renamed)
        self._fit()

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show lines; the chosen paper stays chosen."""
        before = self.chosen_id()
        if list(lines) != self.papers.lines:
            self.papers.set_lines(lines)
        row = self.papers.row_of(before or 0)
        if row >= 0:
            self.setCurrentIndex(self.papers.index(row))
        self._fit()

    def chosen_id(self) -> int | None:
        """The chosen paper."""
        index = self.currentIndex()
        return index.data(PaperModel.LineRole).id if index.isValid() else None

    def choose(self, paper_id: int) -> None:
        """Choose a paper."""
        self.setCurrentIndex(self.papers.index(self.papers.row_of(paper_id)))

    def rename(self, paper_id: int) -> None:
        """Let the person write another name."""
        index = self.papers.index(self.papers.row_of(paper_id))
        self.setCurrentIndex(index)
        self.edit(index)

    def height_of(self, line: PaperLine) -> int:
        """How high a line is at the present width."""
        if not line.problem:
            return px(LINE)
        width = max(px(80), self.width() - px(LEFT) - px(10))
        words = QFontMetrics(font("note")).boundingRect(
            QRect(0, 0, width, 10000), Qt.TextFlag.TextWordWrap, line.problem
        )
        return px(LINE) + words.height() + px(4)

    def buttons(self, rect: QRect) -> list[QRect]:
        """Where the buttons of a line stand: look, more."""
        side = px(BUTTON)
        top = rect.top() + px(6)
        return [QRect(rect.right() - side * place - px(4), top, side, side) for place in (2, 1)]

    def as_text(self) -> str:
        """The lines as words (for tests)."""
        return "\n".join(
            " | ".join(part for part in (line.number, line.title, line.detail, line.problem) if part)
            for line in self.papers.lines
        )

    def _fit(self) -> None:
        self.setFixedHeight(sum(self.height_of(line) for line in self.papers.lines))
        self.setVisible(bool(self.papers.lines))
        self.doItemsLayout()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.wants_look.emit(index.data(PaperModel.LineRole).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        paper_id = index.data(PaperModel.LineRole).id
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            place = index.row() + (-1 if key == Qt.Key.Key_Up else 1)
            if self.papers.may_change and 0 <= place < self.papers.rowCount():
                self.moved.emit(paper_id, place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wants_look.emit(paper_id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.wants_removed.emit(paper_id)
        elif key == Qt.Key.Key_Menu:
            self.menu_wanted.emit(paper_id, self.viewport().mapToGlobal(self.visualRect(index).center()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            look, more = self.buttons(self.visualRect(index))
            paper_id = index.data(PaperModel.LineRole).id
            if look.contains(at):
                self.wants_look.emit(paper_id)
                return
            if more.contains(at):
                self.menu_wanted.emit(paper_id, self.viewport().mapToGlobal(more.bottomLeft()))
                return
        super().mousePressEvent(event)

    def _weigh(self, event: QDragMoveEvent) -> None:
        # Files go on to the zone around the list, which takes them for the item.
        if event.mimeData().hasFormat(PAPER_MIME) and event.source() is self and self.papers.may_change:
            self._aim(self._gap_at(event.position().toPoint()))
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        self._put(int(event.mimeData().data(PAPER_MIME).data()), event.position().toPoint())
        super().dropEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
