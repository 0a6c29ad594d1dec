"""Two wrote in one field: both texts in sight, nothing lost, one press decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from ui.drafts import Conflict


class ConflictCard(QFrame):
    """What somebody else wrote; one's own stands in the field. `settled` tells "mine", "theirs" or "both"."""

    settled = Signal(str)

    def __init__(self, conflict: Conflict, field: str, theirs: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict = conflict
        dress(self, "clash")
        said = self.tr("{field}: somebody else changed this while you were writing").format(field=field)
        self.setAccessibleName(said)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("git-merge", "warn", size=18))
        head.addWidget(label(said, "field", wraps=True), 1)
        box.addLayout(head)
        box.addWidget(label(self.tr("They wrote:"), "faint"))
        self.theirs = QPlainTextEdit(theirs)
        self.theirs.setReadOnly(True)
        self.theirs.setAccessibleName(self.tr("What they wrote"))
        self.theirs.setTabChangesFocus(True)
        lines = max(1, min(6, theirs.count("\n") + 1 + len(theirs) // 60))
        self.theirs.setFixedHeight(px(22) * lines + px(16))
        box.addWidget(self.theirs)
        box.addWidget(label(self.tr("Yours stands in the field below."), "faint"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep_mine = button(self.tr("Keep mine"))
        self.take_theirs = button(self.tr("Take theirs"))
        self.keep_both = button(self.tr("Keep both"))
        row.addWidget(self.keep_mine)
        row.addWidget(self.take_theirs)
        row.addWidget(self.keep_both)
        row.addStretch()
        box.addLayout(row)
        self.keep_both.setVisible(isinstance(conflict.mine, str) and conflict.name != "title")
        self.keep_mine.clicked.connect(self._on_mine)
        self.take_theirs.clicked.connect(self._on_theirs)
        self.keep_both.clicked.connect(self._on_both)

    @Slot()
    def _on_mine(self) -> None:
        self.settled.emit("mine")

    @Slot()
    def _on_theirs(self) -> None:
        self.settled.emit("theirs")

    @Slot()
    def _on_both(self) -> None:
        self.settled.emit("both")
