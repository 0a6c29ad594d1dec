"""Doing things on a page so that they can be taken back: a page that offers "Undo", a form that runs an operation."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot

from ui.language import language
from ui.messages import Message
from ui.page import Page
from ui.widgets.inline_form import InlineForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from referral_desk.desk import Work
    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done, Undo
    from ui.bridge import Bridge

P = ParamSpec("P")


class Doer(Protocol):
    """What a form needs of the page or view it stands on."""

    @property
    def bridge(self) -> Bridge:
        """The way to the desk."""

    def say_done(self, said: str, done: Done) -> None:
        """Say what was done, and offer to take it back."""


class UndoPage(Page):
    """A page whose changes can be taken back from the banner."""

    def change(
        self, said: str, operation: Callable[Concatenate[Work, P], Done], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Run an operation; once it is done say `said` with "Undo". A refusal goes to the banner."""
        self.bridge.do(operation, *args, **kwargs).then(functools.partial(self.say_done, said))

    def say_done(self, said: str, done: Done) -> None:
        """Say what was done, and offer to take it back."""
        self.told.emit(message_of(self.bridge, said, done))


class OperationForm(InlineForm):
    """An inline form that runs one operation; a refusal stands in the form, and nothing typed is lost."""

    finished = Signal(object)
    """It was done: Done."""

    def __init__(self, page: Doer, *, kind: str = "inline") -> None:
        super().__init__(kind=kind)
        self.page = page
        self._was_on_save = False
        self.saved.connect(self.submit)

    @Slot()
    def submit(self) -> None:
        """Read the fields and `run` the operation."""
        raise NotImplementedError

    def run(self, said: str, operation: Callable[..., Done], **arguments: Any) -> None:
        """Run an operation, say `said` when it is done."""
        self._was_on_save = self.save.hasFocus()
        self.save.setEnabled(False)
        job = self.page.bridge.do(operation, **arguments)
        job.then(functools.partial(self._on_done, said)).otherwise(self._on_refused)

    def _on_done(self, said: str, done: Done) -> None:
        self.save.setEnabled(True)
        self.page.say_done(said, done)
        self.finished.emit(done)

    def _on_refused(self, error: DeskError) -> None:
        self.be_ready()
        self.refuse(error.sentence(language()))

    def be_ready(self) -> None:
        """Let it be tried again; the keys are where they were, not on "Cancel"."""
        self.save.setEnabled(True)
        if self._was_on_save:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self, sentence: str, made: QWidget) -> None:
        """Say what is missing and go to that field."""
        self.refuse(sentence)
        made.setFocus()


def message_of(bridge: Bridge, said: str, done: Done) -> Message:
    """What the banner says of something that was done, with "Undo" where it can be taken back."""
    if done.undo is None:
        return Message(said, "good")
    word = QCoreApplication.translate("UndoPage", "Undo")
    return Message(said, "good", word, functools.partial(_take_back, bridge, done.undo))


def _take_back(bridge: Bridge, undo: Undo) -> None:
    # The page may be gone by then; the bridge is not.
    bridge.do(undo.operation, **undo.arguments)
