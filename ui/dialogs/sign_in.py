"""Open a desk: the passphrase, or the recovery code from paper; and why the keyring did not do it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.step import Step
from ui.icons import icon
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.line_icons import grow_icons
from ui.widgets.plain_words import plain_tip


class SignIn(Step):
    """Tells `by_passphrase` or `by_code` with what was typed, and `wanted_other` for another desk."""

    by_passphrase = Signal(str)
    by_code = Signal(str)

    def __init__(self, path: Path, reason: str = "", parent: QWidget | None = None) -> None:
        """`reason` is the sentence why a passphrase is asked for, where there is one."""
        super().__init__("lock-key-fill", path.stem, str(path), parent=parent)
        self.uses_code = False
        self.back.setText(self.tr("Another desk"))
        self.reason = label(reason, "note", wraps=True)
        self.column.addWidget(self.reason)
        self.reason.setVisible(bool(reason))
        self.name = label("", "field")
        self.field = QLineEdit()
        self.name.setBuddy(self.field)
        grow_icons(self.field)
        self.look = self.field.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self.look.setCheckable(True)
        self.look.setText(self.tr("Show what I type"))
        self.look.setToolTip(plain_tip(self.look.text()))
        self.column.addWidget(self.name)
        self.column.addWidget(self.field)
        self.other_way = button("", "link")
        self.column.addWidget(self.other_way)
        self.open_it = button(self.tr("Open"), "primary")
        self.open_it.setIconSize(QSize(px(18), px(18)))
        self.buttons.addWidget(self.open_it)
        self.open_it.clicked.connect(self._on_open)
        self.field.returnPressed.connect(self._on_open)
        self.field.textChanged.connect(self._on_typed)
        self.other_way.clicked.connect(self._on_other_way)
        self.look.toggled.connect(self._on_look)
        self._show_way()

    def _show_way(self) -> None:
        name = self.tr("Recovery code") if self.uses_code else self.tr("Passphrase")
        self.name.setText(name)
        self.field.setAccessibleName(name)
        self.field.clear()
        self.look.setVisible(not self.uses_code)
        other = self.tr("Use the passphrase") if self.uses_code else self.tr("Use the recovery code from paper")
        self.other_way.setText(other)
        self._on_look(on=self.uses_code or self.look.isChecked())
        self._on_typed("")
        self.field.setFocus()

    @Slot()
    def _on_open(self) -> None:
        typed = self.field.text()
        if typed:
            (self.by_code if self.uses_code else self.by_passphrase).emit(typed)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.open_it.setEnabled(bool(text))
        self.say_wrong("")

    @Slot()
    def _on_other_way(self) -> None:
        self.uses_code = not self.uses_code
        self._show_way()

    @Slot(bool)
    def _on_look(self, on: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
