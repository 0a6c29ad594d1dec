"""Paper lines as Qt sees them: read out whole, renamed in place, dragged as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.widgets.agenda_model import PAPER_MIME
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class PaperLine:
    """What is shown of a paper, in words ready to show."""

    id: int
    number: str
    title: str
    detail: str
    icon: str = "file-text"
    problem: str = ""
    """Why it cannot be used and what to do; stands in full below."""
    can_show: bool = True
    is_locked: bool = False
    """Whether a password would open it: then looking asks for it."""
    spoken: str = ""


class PaperModel(QAbstractListModel):
    """The lines in order; writing in one tells `renamed`."""

    LineRole = Qt.ItemDataRole.UserRole
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[PaperLine] = []
        self.may_change = True

    def set_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def row_of(self, paper_id: int) -> int:
        """The row of a paper, -1 if it is not there."""
        return next((row for row, line in enumerate(self.lines) if line.id == paper_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken or f"{line.number} {line.title}. {line.detail} {line.problem}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{line.title}\n{line.detail}")
            case self.LineRole:
                return line
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not title or title == self.lines[index.row()].title:
            return False
        self.renamed.emit(self.lines[index.row()].id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        drops = Qt.ItemFlag.ItemIsDropEnabled if self.may_change else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return drops
        flags = drops | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable if drops else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [PAPER_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        if indexes:
            made.setData(PAPER_MIME, str(self.lines[indexes[0].row()].id).encode())
        return made
