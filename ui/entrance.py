"""The window before a desk is open: choose, sign in, make a new one. Tells `opened` with the open desk file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from referral_desk.config import folders
from referral_desk.deskfile import DeskFile, NewDesk
from referral_desk.vault import Unlock, with_passphrase, with_recovery_code
from ui.dialogs.choose_desk import ChooseDesk
from ui.dialogs.new_desk import NewDeskStep, RecoveryStep
from ui.dialogs.sign_in import SignIn
from ui.jobs import Runner
from ui.language import language
from ui.main_window import SIZE
from ui.memory import settings
from ui.opening import can_be_asked, check_keyring, confirm, create, open_by_itself, open_with, present_user
from ui.preferences import preferences
from ui.theme import theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from referral_desk.errors import DeskError
    from ui.dialogs.step import Step


class Entrance(QMainWindow):
    """Steps, one at a time. Opening and making a desk happen beside the window's thread."""

    opened = Signal(object)
    """A DeskFile."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.runner = runner
        self.step: Step | None = None
        self._path: Path | None = None
        self._made: NewDesk | None = None
        self.setWindowTitle("Referral Desk")
        self.resize(SIZE)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        preferences().changed.connect(self._on_preferences)
        theme().changed.connect(self._on_preferences)

    # Steps --------------------------------------------------------------------------------------------------------

    @Slot()
    def choose(self, wrong: str = "") -> None:
        """Show the desks of late and what else one can do."""
        step = ChooseDesk(settings().recent, folders().desks)
        step.chosen.connect(self.open_path)
        step.wanted_new.connect(self.make_new)
        step.spoke.connect(preferences().speak)
        self._show(step)
        step.say_wrong(wrong)

    @Slot(object)
    def open_path(self, path: Path, unlock: Unlock | None = None) -> None:
        """Open a desk: as asked, or by the keyring where it has the key, else ask for the passphrase."""
        self._path = path
        if self.step is not None:
            self.step.set_busy(True)
        if unlock is not None:
            self.runner.run(open_with, path, unlock).then(self._on_opened).otherwise(self.tell_refused)
        else:
            self.runner.run(open_by_itself, path).then(self._on_opened_or_not).otherwise(self.tell_refused)

    def ask_for(self, path: Path, refusal: DeskError | None = None) -> None:
        """Ask for the passphrase of a desk, with the reason why; a file that cannot be used leads to the choice."""
        self._path = path
        if refusal is not None:
            self.tell_refused(refusal)
        else:
            self._ask_passphrase("")

    @Slot()
    def make_new(self) -> None:
        """Ask where a new desk shall lie, once it is known whether the keyring answers."""
        if self.step is not None:
            self.step.set_busy(True)
        self.runner.run(check_keyring).then(self._on_keyring).otherwise(self._on_no_keyring)

    def _show(self, step: Step) -> None:
        if self.step is not None:
            self.stack.removeWidget(self.step)
            self.step.deleteLater()
        self.step = step
        self.stack.addWidget(step)
        self.stack.setCurrentWidget(step)

    # Opening ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_opened_or_not(self, desk_file: DeskFile | None) -> None:
        if desk_file is None:
            self._ask_passphrase("")
        else:
            self.opened.emit(desk_file)

    @Slot(object)
    def tell_refused(self, error: DeskError) -> None:
        """Say why the desk did not open, where the person can do something about it."""
        sentence = error.sentence(language())
        if isinstance(self.step, SignIn):
            self.step.set_busy(False)
            self.step.say_wrong(sentence)
            self.step.field.selectAll()
            self.step.field.setFocus()
        elif self._path is not None and can_be_asked(self._path):
            self._ask_passphrase(sentence)
        else:
            self.choose(sentence)

    def _ask_passphrase(self, reason: str) -> None:
        assert self._path is not None
        step = SignIn(self._path, reason)
        step.by_passphrase.connect(self._on_passphrase)
        step.by_code.connect(self._on_code)
        step.went_back.connect(self.choose)
        self._show(step)
        step.field.setFocus()

    @Slot(str)
    def _on_passphrase(self, typed: str) -> None:
        assert self._path is not None
        self.open_path(self._path, with_passphrase(typed))

    @Slot(str)
    def _on_code(self, typed: str) -> None:
        assert self._path is not None
        self.open_path(self._path, with_recovery_code(typed))

    @Slot(object)
    def _on_opened(self, desk_file: DeskFile) -> None:
        self.opened.emit(desk_file)

    # Making -------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_keyring(self, _answer: object) -> None:
        self._ask_new("")

    @Slot(object)
    def _on_no_keyring(self, error: DeskError) -> None:
        self._ask_new(error.sentence(language()))

    def _ask_new(self, reason: str) -> None:
        step = NewDeskStep(folders().desks, reason)
        step.wanted.connect(self._on_wanted)
        step.went_back.connect(self.choose)
        self._show(step)

    @Slot(object, str, bool)
    def _on_wanted(self, path: Path, passphrase: str, keyring: bool) -> None:
        if self.step is not None:
            self.step.set_busy(True)
        self.runner.run(create, path, passphrase, keyring, present_user()).then(self._on_made).otherwise(
            self._on_not_made
        )

    @Slot(object)
    def _on_not_made(self, error: DeskError) -> None:
        if self.step is not None:
            self.step.set_busy(False)
            self.step.say_wrong(error.sentence(language()))

    @Slot(object)
    def _on_made(self, made: NewDesk) -> None:
        self._made = made
        reason = made.no_keyring.sentence(language()) if made.no_keyring is not None else ""
        step = RecoveryStep(made.recovery_code, reason)
        step.typed.connect(self._on_typed_back)
        step.postponed.connect(self._on_confirmed)
        self._show(step)
        step.field.setFocus()

    @Slot(str)
    def _on_typed_back(self, typed: str) -> None:
        assert self._made is not None
        if self.step is not None:
            self.step.set_busy(True)
        job = self.runner.run(confirm, self._made.desk_file, typed)
        job.then(self._on_confirmed).otherwise(self._on_not_made)

    @Slot()
    def _on_confirmed(self, _answer: object = None) -> None:
        made, self._made = self._made, None
        # The entrance may have been closed, and the desk with it, while the code was looked at.
        if made is not None:
            self.opened.emit(made.desk_file)

    # Other --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_preferences(self) -> None:
        # The language is chosen on the first step only; it is built anew when its own signal has ended.
        if isinstance(self.step, ChooseDesk):
            QTimer.singleShot(0, self, self.choose)

    def closeEvent(self, event: QCloseEvent) -> None:
        made, self._made = self._made, None
        if made is not None:
            made.desk_file.close()
        super().closeEvent(event)
