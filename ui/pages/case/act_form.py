"""A form of one act on an escalation: it waits for words that are still being saved, and shows what the alarm finds."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from referral_desk.operations.leaks import Keep, LeaksFound
from ui.doing import OperationForm
from ui.language import language
from ui.widgets.growing_text import GrowingText
from ui.widgets.leak_list import LeakList, leak

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from ui.pages.case.page import CasePage


class ActForm(OperationForm):
    """Fields by name in `parts`; what they hold survives building the page anew."""

    def __init__(self, page: CasePage, key: str, *, goes: bool = False) -> None:
        """With `goes` finds are taken out where they stand."""
        super().__init__(page)
        self.setObjectName(key)
        self.case_page, self.key = page, key
        self.parts: dict[str, QWidget] = {}
        self.leaks = LeakList(goes=goes)
        self.leaks.hide()
        self.leaks.removed.connect(self._on_removed)
        self.leaks.changed.connect(self._on_settled)
        self.keeps_finds = True
        self._given: dict[str, str] | None = None

    def part(self, name: str, title: str, made: QWidget, span: int = 12) -> None:
        """Add a field under its name."""
        made.setAccessibleName(title)
        self.parts[name] = made
        self.add(title, made, span)

    def finish_layout(self) -> None:
        """Put what the alarm finds below the fields; call it last."""
        self.add("", self.leaks)

    def text(self, name: str) -> str:
        """What is written in a field."""
        made = self.parts[name]
        if isinstance(made, QPlainTextEdit):
            return made.toPlainText()
        assert isinstance(made, QLineEdit)
        return made.text()

    def write(self, name: str, text: str) -> None:
        """Write in a field, so that it can be undone."""
        made = self.parts[name]
        if isinstance(made, GrowingText):
            made.show_text(text)
        elif isinstance(made, QLineEdit):
            made.setText(text)

    def texts(self) -> dict[str, str]:
        """Everything written, by field."""
        return {
            name: self.text(name) for name, made in self.parts.items() if isinstance(made, QLineEdit | QPlainTextEdit)
        }

    @property
    def is_begun(self) -> bool:
        """Whether somebody wrote something here that is kept nowhere else."""
        return self._given is not None and self.texts() != self._given

    def begin(self) -> None:
        super().begin()
        if self._given is None:
            self._given = self.texts()

    def keep(self) -> dict[str, Any]:
        """What was written."""
        return {"key": self.key, "texts": self.texts()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        for name, text in kept["texts"].items():
            if name in self.parts:
                self.write(name, text)

    def act(self, said: str, operation: Callable[..., Done], **arguments: Any) -> None:
        """Run an operation on the escalation, once all words are saved."""
        if not self.leaks.is_settled():
            self.refuse(self.tr("Take each find out, or keep it and say why."))
            return
        self.case_page.keeping.when_saved(functools.partial(self._act, said, operation, arguments))

    def _act(self, said: str, operation: Callable[..., Done], arguments: dict[str, Any]) -> None:
        if self.keeps_finds:
            arguments = {**arguments, "kept": tuple(Keep(*kept) for kept in self.leaks.keeps())}
        self.run(said, operation, **self.target(), **arguments)

    def target(self) -> dict[str, int]:
        """The row that the operation changes, as its operation names it: the escalation, as it was last seen."""
        return self.case_page.keys()

    def field_title(self, field: str) -> str:
        """What a field of the alarm's finds is called; its own title where it is one of the form."""
        made = self.parts.get(field)
        return made.accessibleName() if made is not None else field

    def field_text(self, field: str) -> str:
        """What stands in a field of the alarm's finds."""
        return self.text(field)

    def _on_refused(self, error: DeskError) -> None:
        self.be_ready()
        if isinstance(error, LeaksFound) and self.keeps_finds:
            self.show_finds(error)
        self.refuse(error.sentence(language()))

    def show_finds(self, error: LeaksFound) -> None:
        """Show what the alarm found, to be taken out or kept."""
        found = [
            leak(field, self.field_title(field), self.field_text(field), find)
            for field, finds in error.finds.items()
            for find in finds
        ]
        self.leaks.show_leaks(found)
        self.leaks.go_to_first()

    @Slot(str, str)
    def _on_removed(self, field: str, text: str) -> None:
        if field in self.parts:
            self.write(field, text)

    @Slot()
    def _on_settled(self) -> None:
        """What was refused is mended: it can go."""
        if self.leaks.is_settled():
            self.refuse("")
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
