"""Agenda lines as Qt sees them: read out whole, dragged as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from ui.widgets.line_list import Index, LineModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

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


class AgendaModel(LineModel[AgendaLine]):
    """The lines in order, and whether they may be dragged to another place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.may_move = True

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
