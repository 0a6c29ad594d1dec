"""What lists of lines share: a model that keeps its place while words change, a view that knows the hovered row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    _View = QAbstractItemView
else:
    _View = object

Index = QModelIndex | QPersistentModelIndex


class NumberedLine(Protocol):
    """A line that stands for something with an id, a number and a title; `spoken` is how it is read out."""

    @property
    def id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def spoken(self) -> str: ...


Line = TypeVar("Line", bound=NumberedLine)


class LineModel(QAbstractListModel, Generic[Line]):
    """Numbered lines in order."""

    LineRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines. The same ones in the same order only change their words."""
        if [line.id for line in lines] == [line.id for line in self.lines]:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def row_of(self, line_id: int) -> int:
        """The row of a line by its id, -1 if it is not there."""
        return next((row for row, line in enumerate(self.lines) if line.id == line_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{line.number}. {line.title}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken or line.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line.spoken or line.title)
            case self.LineRole:
                return line
        return None


class HoverRows(_View):
    """A view that knows the row under the mouse: its delegate draws that one otherwise. Goes before Qt's own view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.on_hovered()
            self.viewport().update()

    def on_hovered(self) -> None:
        """Another row is under the mouse, or none; nothing more to do for most views."""


class HoverList(HoverRows, QListView):
    """A list that knows the row under the mouse; titles that wrap make its lines higher where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
