"""Agenda lines as Qt sees them: read out whole, dragged as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
LINE_MIME: Final = "application/x-referral-desk-item"
PAPER_MIME: Final = "application/x-referral-desk-paper"


@dataclass(frozen=True)
class AgendaLine:
    """What is shown of an item, in words ready to show."""

    id: int
    number: str
    title: str
    starts: str
    minutes: str
    chip: tuple[str, str, str]
    """word, tone, icon"""
    note: str = ""
    note_tone: str = "faint"
    note_icon: str = ""
    over: str = ""
    """Said where the meeting's end is passed."""
    is_late: bool = False
    """Whether it runs past the end: its time is marked."""
    spoken: str = ""


class AgendaModel(QAbstractListModel):
    """The lines in order."""

    LineRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[AgendaLine] = []
        self.may_move = True

    def set_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show other lines. The same items in the same order only change their words."""
        if [line.id for line in lines] == [line.id for line in self.lines]:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def row_of(self, item_id: int) -> int:
        """The row of an item, -1 if it is not there."""
        return next((row for row, line in enumerate(self.lines) if line.id == item_id), -1)

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
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return line.spoken or line.title
            case self.LineRole:
                return line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        drops = Qt.ItemFlag.ItemIsDropEnabled if self.may_move else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return drops
        flags = drops | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if drops else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [LINE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        if indexes:
            made.setData(LINE_MIME, str(self.lines[indexes[0].row()].id).encode())
        return made
