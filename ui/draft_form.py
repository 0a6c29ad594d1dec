"""A record that is written on the page: every field saves itself, both texts stand where two wrote in one.

Subclass it: give the forms to `set_forms`, lay out `state`, `clashes` and the forms, and say `name_values` and `word`.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referral_desk import clock
from ui.conflict_card import ConflictCard
from ui.drafts import Draft, Drafts, Subject
from ui.language import time_text
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.forms import Form


class DraftForm(QWidget):
    """One or more forms of one record. It saves through `drafts`; what it cannot keep it says at the field."""

    gone = Signal(object)
    """The record was removed by somebody else while one wrote in it: a Draft."""

    def __init__(self, bridge: Bridge, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self.drafts = Drafts(bridge, subject, self)
        self.key: int | None = None
        self.forms: tuple[Form, ...] = ()
        self.state = label("", "faint")
        self._saved_at: dict[int, dt.time] = {}
        self.conflicts: dict[str, ConflictCard] = {}
        self.clashes = QVBoxLayout()
        self.clashes.setSpacing(8)
        self.drafts.saved.connect(self._on_saved)
        self.drafts.refused.connect(self._on_refused)
        self.drafts.contested.connect(self._on_contested)
        self.drafts.lost.connect(self._on_lost)

    def set_forms(self, *forms: Form) -> None:
        """Say which forms show the record; no two have a field of one name."""
        self.forms = forms
        for form in forms:
            form.edited.connect(self._on_edited)

    def name_values(self, detail: Any) -> None:
        """Say what chosen values are called that may not be among the options."""

    def word(self, name: str, value: Any) -> str:
        """A value in words, for the card that shows what somebody else chose."""
        del name
        return str(value)

    def form_of(self, name: str) -> Form:
        """The form that has a field."""
        return next((form for form in self.forms if name in form.inputs), self.forms[0])

    def input(self, name: str) -> QWidget:
        """A field by its name."""
        return self.form_of(name).inputs[name]

    def show_record(self, detail: Any) -> Draft:
        """Show a record; what is typed in it and not kept yet stays. Gives what is being written in it."""
        key = self._subject.key_of(detail)
        is_other = self.key != key
        if is_other:
            self.leave()
            for form in self.forms:
                form.clear_marks()
        typed = {} if is_other else self._typed()
        self.key = key
        draft = self.drafts.see(detail, typed)
        self.name_values(detail)
        mine = draft.mine()
        self._fill(mine if is_other else {name: value for name, value in mine.items() if name not in typed})
        if is_other:
            self._show_state(key)
            for name in draft.refused:
                self.form_of(name).mark(name, self.tr("This was not saved: change it."))
        self._show_conflicts(draft)
        return draft

    @property
    def version(self) -> int:
        """The version of the record as it was last kept or seen; 0 before one is shown."""
        draft = self.drafts.draft(self.key or 0)
        return draft.version if draft is not None else 0

    @Slot()
    def leave(self) -> None:
        """Hand on what is being typed, before another record or page comes."""
        if self.key is not None:
            for form in self.forms:
                form.hand_on()

    def hand_over(self) -> dict[str, Any]:
        """Give what is not kept yet, and what can be undone, to the form that takes this one's place."""
        self.leave()
        self.key = None
        texts = {
            name: made.hand_over()
            for form in self.forms
            for name, made in form.inputs.items()
            if isinstance(made, GrowingText)
        }
        return {"drafts": self.drafts.hand_over(), "texts": texts}

    def take_over(self, kept: dict[str, Any]) -> None:
        """Go on where the form before stopped."""
        for name, documents in kept["texts"].items():
            made = self.input(name)
            assert isinstance(made, GrowingText)
            made.take_over(documents)
        self.drafts.take_over(kept["drafts"])

    def forget(self, key: int) -> None:
        """The record was removed on purpose."""
        self.drafts.forget(key)
        if self.key == key:
            self.key = None

    def focus_field(self, name: str) -> None:
        """Go to a field."""
        self.input(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let nobody write, or everybody."""
        for form in self.forms:
            form.set_read_only(is_read_only)

    def _fill(self, values: dict[str, Any]) -> None:
        for form in self.forms:
            form.fill({name: value for name, value in values.items() if name in form.inputs}, of=self.key)

    def _typed(self) -> dict[str, Any]:
        """What stands in the fields and was not handed on yet."""
        draft = self.drafts.draft(self.key) if self.key is not None else None
        if draft is None:
            return {}
        mine = draft.mine()
        return {
            name: value
            for form in self.forms
            if form.is_waiting
            for name, value in form.values().items()
            if value != mine[name]
        }

    @Slot(str, object)
    def _on_edited(self, name: str, value: object) -> None:
        if self.key is not None:
            self.form_of(name).mark(name, "")
            self.state.setText(self.tr("Saving …"))
            self.drafts.write(self.key, name, value)

    @Slot(int)
    def _on_saved(self, key: int) -> None:
        # Kept for every record: who comes back to one sees when it was saved.
        self._saved_at[key] = clock.now().astimezone(clock.COPENHAGEN).time()
        if self.key == key:
            self._show_state(key)

    def _show_state(self, key: int) -> None:
        saved_at = self._saved_at.get(key)
        self.state.setText(self.tr("Saved {time}").format(time=time_text(saved_at)) if saved_at else "")

    @Slot(int, str, str)
    def _on_refused(self, key: int, name: str, sentence: str) -> None:
        if self.key == key:
            self.state.setText(self.tr("Not saved"))
            self.form_of(name).mark(name, sentence)

    @Slot(int)
    def _on_contested(self, key: int) -> None:
        draft = self.drafts.draft(key)
        if self.key == key and draft is not None:
            self.state.setText(self.tr("Not saved"))
            self._show_conflicts(draft)
            typed = self._typed()
            self._fill({name: value for name, value in draft.mine().items() if name not in typed})

    @Slot(object, object)
    def _on_lost(self, draft: Draft, _error: object) -> None:
        self.gone.emit(draft)

    def _show_conflicts(self, draft: Draft) -> None:
        for name in list(self.conflicts):
            if name not in draft.conflicts or self.conflicts[name].conflict != draft.conflicts[name]:
                old = self.conflicts.pop(name)
                self.clashes.removeWidget(old)
                old.hide()
                old.deleteLater()
        for name, conflict in draft.conflicts.items():
            if name not in self.conflicts:
                title = self.form_of(name).fields[name].title
                card = ConflictCard(conflict, title, self.word(name, conflict.theirs))
                card.settled.connect(functools.partial(self._on_settled, draft.key, name))
                self.conflicts[name] = card
                self.clashes.addWidget(card)

    def _on_settled(self, key: int, name: str, choice: str) -> None:
        self.leave()
        draft = self.drafts.draft(key)
        if draft is None or name not in draft.conflicts:
            return
        conflict = draft.conflicts[name]
        both = f"{conflict.theirs}\n\n{conflict.mine}"
        value = {"mine": conflict.mine, "theirs": conflict.theirs, "both": both}[choice]
        self.drafts.settle(key, name, value)
        if self.key == key:
            self._fill({name: value})
            self._show_conflicts(draft)
            self.input(name).setFocus()
