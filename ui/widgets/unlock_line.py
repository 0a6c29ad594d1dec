"""Ask for the password of a locked paper where the paper stands; it is used once and kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import dress
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import label


class UnlockLine(QFrame):
    """Hidden until it asks. `given` tells the paper and the password."""

    given = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper_id = 0
        dress(self, "inset")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 10)
        box.setSpacing(6)
        head = QHBoxLayout()
        self.name = label("", "field", wraps=True)
        self.close_button = icon_button("x", self.tr("Close"))
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password of the paper"))
        self.password.setPlaceholderText(self.tr("Password of the paper"))
        self.open = button(self.tr("Open"))
        row.addWidget(self.password, 1)
        row.addWidget(self.open)
        self.wrong = label(self.tr("That password does not open it: try again."), "wrong", wraps=True)
        box.addLayout(head)
        box.addLayout(row)
        box.addWidget(self.wrong)
        self.open.clicked.connect(self._on_open)
        self.password.returnPressed.connect(self._on_open)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def ask_for(self, paper_id: int, name: str) -> None:
        """Ask for a paper's password."""
        self.paper_id = paper_id
        self.name.setText(self.tr("“{name}” is locked. The password is used once and not kept.").format(name=name))
        self.password.clear()
        self.wrong.hide()
        self.show()
        self.password.setFocus()

    def say_wrong(self) -> None:
        """Say that the password did not open it."""
        self.wrong.show()
        self.password.selectAll()
        self.password.setFocus()

    @Slot()
    def _on_open(self) -> None:
        if self.password.text():
            self.wrong.hide()
            self.given.emit(self.paper_id, self.password.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
