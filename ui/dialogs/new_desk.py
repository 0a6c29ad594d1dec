"""Make a desk: where it lies and what opens it; then the recovery code, shown once and typed back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.dialogs.step import Step
from ui.forms import Form, Own, Text
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel, label


class FolderLine(QWidget):
    """Where the desk will lie, and a link to another folder; an input of a Form."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.words = ElidedLabel("", "faint")
        self.change = button(self.tr("Another folder …"), "link")
        self.setFocusProxy(self.change)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.words, 1)
        across.addWidget(self.change)
        self.change.clicked.connect(self._on_change)

    def value(self) -> Path:
        """The folder."""
        return self._folder

    def show_value(self, folder: Path) -> None:
        """Show another folder."""
        self._folder = folder
        self.words.set_whole(self.tr("Lies in {folder}").format(folder=folder))

    @Slot()
    def _on_change(self) -> None:
        dialog = QFileDialog(self, self.tr("Where shall the desk lie?"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self.show_value(Path(folder))
        self.chosen.emit()


class NewDeskStep(Step):
    """Tells `wanted`: path, passphrase ("" for none), whether the keyring shall keep the key."""

    wanted = Signal(object, str, bool)

    def __init__(self, folder: Path, reason: str = "", parent: QWidget | None = None) -> None:
        """`reason` says why this computer's keyring cannot keep the key; empty where it can."""
        title = self.tr("Make a new desk")
        said = self.tr("Everything in the desk is encrypted. Choose where the file lies and what opens it.")
        super().__init__("lock-key-fill", title, said, parent=parent)
        self.form = Form(
            (
                Text("name", self.tr("Name of the desk")),
                Own("folder", self.tr("Folder of the desk"), is_bare=True, make=FolderLine),
                Text(
                    "passphrase",
                    self.tr("Passphrase"),
                    is_secret=True,
                    help=self.tr("At least twelve signs; a sentence is easy to remember and hard to guess."),
                ),
                Text("again", self.tr("The passphrase again"), is_secret=True),
            )
        )
        self.form.fill({"name": self.tr("Reference groups"), "folder": folder})
        self.keyring = QCheckBox(self.tr("Open without the passphrase on this computer"))
        self.keyring.setChecked(not reason)
        self.keyring.setEnabled(not reason)
        words = reason or self.tr("The keyring of this computer then keeps the key for the person who is logged in.")
        self.why = label(words, "note", wraps=True)
        for part in (self.form, self.keyring, self.why):
            self.column.addWidget(part)
        self.make = button(self.tr("Make the desk"), "primary")
        self.buttons.addWidget(self.make)
        self.make.clicked.connect(self._on_make)

    @Slot()
    def _on_make(self) -> None:
        said = self.form.values()
        self.form.clear_marks()
        if not said["name"].strip():
            self.form.mark("name", self.tr("Give the desk a name."))
        elif said["passphrase"] != said["again"]:
            self.form.mark("again", self.tr("The two passphrases are not the same."))
        else:
            path = said["folder"] / f"{said['name'].strip()}.desk"
            self.wanted.emit(path, said["passphrase"], self.keyring.isChecked())


class RecoveryStep(Step):
    """Shows the code once and lets it be typed back; tells `typed`. There is no way around it, only a way later."""

    typed = Signal(str)
    postponed = Signal()

    def __init__(self, code: str, no_keyring: str = "", parent: QWidget | None = None) -> None:
        """`no_keyring` says why the keyring does not open the desk, where it was wanted."""
        title = self.tr("Write down the recovery code")
        said = self.tr(
            "It opens the desk if passphrase and computer are lost, and it is shown only now. Keep it on paper, away "
            "from this computer."
        )
        super().__init__("key-fill", title, said, parent=parent)
        self.back.hide()
        self.code = label(_in_two_lines(code), "code", wraps=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(code)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.code)
        if no_keyring:
            self.column.addWidget(label(no_keyring, "note", wraps=True))
        self.name = label(self.tr("Type it here from the paper"), "field")
        self.field = QLineEdit()
        self.field.setAccessibleName(self.name.text())
        self.name.setBuddy(self.field)
        self.column.addWidget(self.name)
        self.column.addWidget(self.field)
        self.later = button(self.tr("Later"), tip=self.tr("The code counts only when it was typed back"))
        self.go_on = button(self.tr("Check the code"), "primary")
        self.go_on.setEnabled(False)
        self.buttons.addWidget(self.later)
        self.buttons.addWidget(self.go_on)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_check)
        self.go_on.clicked.connect(self._on_check)
        self.later.clicked.connect(self.postponed)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.go_on.setEnabled(bool(text.strip()))
        self.say_wrong("")
        # What was copied to the clipboard would lie there for anybody.
        if text.strip() and text.strip() == QGuiApplication.clipboard().text().strip():
            self.say_wrong(self.tr("Type it from the paper: a copied code does not show that it is written down."))
            self.go_on.setEnabled(False)

    @Slot()
    def _on_check(self) -> None:
        if self.go_on.isEnabled():
            self.typed.emit(self.field.text())


def _in_two_lines(code: str) -> str:
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:])
