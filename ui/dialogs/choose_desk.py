"""The first thing one sees without a desk: the desks of late, open another, make a new one; and the language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dialogs.step import Step
from ui.language import language, moment_text
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.config import RecentDesk

AT_MOST = 5


class ChooseDesk(Step):
    """Tells `chosen` (a path), `wanted_new`, `spoke` (a language)."""

    chosen = Signal(object)
    wanted_new = Signal()
    spoke = Signal(str)

    def __init__(self, recent: Sequence[RecentDesk], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("tree-structure-fill", "Referral Desk", parent=parent)
        self._folder = folder
        self.back.hide()
        self.language = Segments([("da", "Dansk"), ("en", "English")], self.tr("Language"))
        self.language.choose(language())
        self.column.addWidget(self.language)
        self.recent = RowList("", AT_MOST)
        self.recent.empty.hide()
        rows = [(self._look(desk), Path(desk.place)) for desk in recent]
        if rows:
            self.column.addWidget(label(self.tr("Your desks"), "section"))
            self.recent.set_rows(rows)
            self.column.addWidget(self.recent)
        else:
            said = self.tr("A desk is one encrypted file. It holds groups, people, meetings and papers.")
            self.column.addWidget(label(said, "quiet", wraps=True))
        self.open_other = button(self.tr("Open a desk …"), "", "folder-open")
        self.make_new = button(self.tr("Make a new desk"), "" if rows else "primary", "plus")
        self.buttons.addWidget(self.open_other)
        self.buttons.addWidget(self.make_new)
        self.language.chosen.connect(self.spoke)
        self.recent.opened.connect(self.chosen)
        self.open_other.clicked.connect(self._on_open_other)
        self.make_new.clicked.connect(self.wanted_new)

    @staticmethod
    def _look(desk: RecentDesk) -> RowLook:
        detail = f"{moment_text(desk.opened)} · {desk.place}"
        return RowLook(Path(desk.place).stem, detail, "lock-key-fill", "accent")

    @Slot()
    def _on_open_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a desk"), str(self._folder), self.tr("Desks (*.desk)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        self.chosen.emit(Path(path))
