"""A list whose lines are put in order by the mouse: what is dragged, where it would go, and the menu of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.theme import colour, px
from ui.widgets.line_list import HoverList

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent


class DraggedList(HoverList):
    """Signals speak of ids; positions are counted from 0. A kind of list says in `_weigh` what it takes."""

    moved = Signal(int, int)
    menu_wanted = Signal(int, QPoint)

    ends: ClassVar[tuple[int, int]] = (0, 0)
    """How far from the left and the right the line ends that shows where something would go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Any = None
        self.gap = -1
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def put_in_order(self, rows: Any) -> None:
        """Show the rows of a model that has `row_of` an id and gives lines with an `id` for its `LineRole`."""
        self._rows = rows
        self.setModel(rows)

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_wanted.emit(index.data(self._rows.LineRole).id, self.viewport().mapToGlobal(at))

    def _aim(self, gap: int) -> None:
        if gap != self.gap:
            self.gap = gap
            self.viewport().update()

    def _gap_at(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return int(self._rows.rowCount())
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _weigh(self, event: QDragMoveEvent) -> None:
        """Take what is dragged here, or not."""
        raise NotImplementedError

    def _put(self, line_id: int, at: QPoint) -> None:
        """Tell where a line of the list was dropped."""
        before, gap = self._rows.row_of(line_id), self._gap_at(at)
        position = gap - 1 if gap > before else gap
        if before >= 0 and position != before:
            self.moved.emit(line_id, position)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._weigh(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        # Qt would take the dragged row out of the model by itself after a move.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._aim(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        last = self._rows.rowCount() - 1
        if self.gap < 0 or last < 0:
            return
        painter = QPainter(self.viewport())
        row = self.visualRect(self._rows.index(min(self.gap, last)))
        y = row.top() + 1 if self.gap <= last else row.bottom() - 1
        left, right = self.ends
        painter.setPen(QPen(colour("accent"), 3))
        painter.drawLine(px(left), y, self.viewport().width() - px(right), y)
