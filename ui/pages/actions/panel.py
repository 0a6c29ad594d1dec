"""One action at the right: its words, owner and days, where it comes from, what became of it and who said so."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referral_desk.operations.action_steps import note_progress, set_action_state
from referral_desk.operations.actions import edit_action
from referral_desk.queries.action import ActionView, OtherAction, OwnerChoice, action_owners
from referral_desk.vocabulary import ActionState, Priority
from ui.forms import Choice, Day, Form, Growing, Own
from ui.language import day_text, label_text, language, moment_text
from ui.pages.actions.forms import contact_options, owner_fields, owner_key, owner_options
from ui.pages.actions.side_panel import SidePanel
from ui.pages.actions.story import story_line
from ui.pages.actions.words import STATE_ICONS, due_text, origin_text
from ui.places import Place, wishes
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.labels import ElidedLabel, label, rule
from ui.widgets.row_button import RowButton, RowLook
from ui.widgets.search_choice import SearchChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from ui.doing import UndoPage

TONES = {"faint": "quiet"}


class ActionPanel(SidePanel):
    """The panel. `wished` tells what one of its buttons asks for, as a key of the list would."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__()
        self.page = page
        self.view: ActionView | None = None
        self.owners: tuple[OwnerChoice, ...] = ()
        self._owners_of: int | None = None
        self._version = 0
        self.may = page.bridge.may(edit_action)
        self.reference = ElidedLabel("", "note")
        self.state = Chip()
        self.late = Chip()
        # The corner is the closing button's.
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 24, 0)
        above.addWidget(self.reference)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.state, self.late):
            head.addWidget(part)
        head.addStretch()
        self._build_form()
        self._build_steps()
        self._build_context()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(12)
        box.addLayout(above)
        box.addLayout(head)
        box.addLayout(self.steps)
        box.addLayout(self.slot)
        box.addWidget(self.why)
        box.addWidget(self.form)
        box.addWidget(rule())
        box.addWidget(self.context)
        box.addWidget(rule())
        box.addWidget(label(self.tr("Story"), "lead"))
        box.addWidget(self.note)
        self.story = QVBoxLayout()
        self.story.setSpacing(0)
        box.addLayout(self.story)
        box.addStretch()

    def _build_form(self) -> None:
        self.owner = SearchChoice(self.tr("Person or organisation"))
        self.contact = SearchChoice(self.tr("Whom to ask there"))
        self.form = Form(
            (
                Growing("text", self.tr("What is to be done"), lines=2, at_most=8),
                Own("owner", self.tr("Owner"), make=lambda: self.owner),
                Own("contact", self.tr("Contact"), make=lambda: self.contact),
                Day("due", self.tr("Deadline"), 6, today=self.page.bridge.today),
                Choice(
                    "priority", self.tr("Priority"), 6, choices=tuple((each, label_text(each)) for each in Priority)
                ),
                Choice("theme", self.tr("Theme"), choices=(("", "–"),)),
            )
        )
        due = self.form.inputs["due"]
        assert isinstance(due, DayInput)
        self.due = due
        self.form.edited.connect(self._on_edited)
        self.why = label("", "note", wraps=True)

    def _build_steps(self) -> None:
        self.done = button(self.tr("Done"), "primary", "check", tip=self.tr("Done  (Space)"))
        self.begin = button(self.tr("In progress"), "", "circle-half-fill", tip=self.tr("In progress  (P)"))
        self.reopen = button(self.tr("Open again"), "", "arrow-counter-clockwise")
        self.give_up = icon_button("x-circle", self.tr("Not done, or not possible"), keys="X")
        self.transfer = icon_button("arrow-circle-right", self.tr("Hand over to another owner or group"), keys="O")
        self.steps = QHBoxLayout()
        self.steps.setSpacing(8)
        for part in (self.done, self.begin, self.reopen):
            self.steps.addWidget(part)
        self.steps.addStretch()
        for part in (self.give_up, self.transfer):
            self.steps.addWidget(part)
        wishes_of = {
            self.done: "done",
            self.begin: "progress",
            self.reopen: "done",
            self.give_up: "give_up",
            self.transfer: "transfer",
        }
        for made, wish in wishes_of.items():
            made.clicked.connect(functools.partial(self._wish, wish))
            made.setEnabled(self.page.bridge.may(set_action_state))

    def _build_context(self) -> None:
        self.context = QWidget()
        self.context_box = QVBoxLayout(self.context)
        self.context_box.setContentsMargins(0, 0, 0, 0)
        self.context_box.setSpacing(4)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("What happened? Enter adds it to the story"))
        self.note.setAccessibleName(self.tr("A word about its progress"))
        self.note.setEnabled(self.page.bridge.may(note_progress))
        self.note.returnPressed.connect(self._on_note)

    def show_action(self, view: ActionView) -> None:
        """Show an action; what is being typed stays if it is the same one."""
        is_other = self.view is None or self.view.row.id != view.row.id
        if is_other:
            self.close_form()
            self.form.clear_marks()
            self.note.clear()
        self.view, self._version = view, view.row.version
        row = view.row
        self.reference.set_whole(f"{row.reference} · {row.group}")
        icon_name, tone = STATE_ICONS[row.state]
        self.state.show_chip(label_text(row.state), TONES.get(tone, tone), icon_name)
        self.late.show_chip(due_text(row), "late", "warning-circle-fill")
        self.late.setVisible(row.is_overdue)
        is_open = row.state.is_open
        for made, is_shown in (
            (self.done, is_open),
            (self.begin, is_open),
            (self.give_up, is_open),
            (self.transfer, is_open),
            (self.reopen, not is_open and view.goes_on_as is None),
        ):
            made.setVisible(is_shown)
        if row.state is ActionState.IN_PROGRESS:
            self.begin.setText(self.tr("Not begun"))
        else:
            self.begin.setText(self.tr("In progress"))
        self._fill()
        self._show_why()
        self._show_context()
        self._show_story()
        if self._owners_of != row.group_id:
            self._owners_of = row.group_id
            day = self.page.bridge.today
            job = self.page.bridge.ask(action_owners, group_id=row.group_id, day=day, language=language())
            job.then(self._on_owners)

    def _fill(self) -> None:
        assert self.view is not None
        row = self.view.row
        key = owner_key(row)
        self.owner.name_value(key, row.owner)
        self.contact.name_value(row.contact_id, row.contact)
        self.contact.set_options(contact_options(self.owners, row.owner_organisation_id))
        values = {
            "text": row.text,
            "owner": key,
            "contact": row.contact_id,
            "due": row.due,
            "priority": row.priority,
            "theme": row.theme,
        }
        self.form.fill(values, of=row.id)
        self.form.set_read_only(not (self.may and row.state.is_open))
        text = self.form.inputs["text"]
        text.setReadOnly(not (self.may and row.state.is_open) or self.view.is_worded_in_minutes)  # type: ignore[attr-defined]
        if (around := self.contact.parentWidget()) is not None:
            # A person who owns it is asked; only an organisation names somebody.
            around.setVisible(row.owner_organisation_id is not None)

    def _show_why(self) -> None:
        assert self.view is not None
        words = []
        if self.view.row.reason:
            words.append(self.tr("Why: {reason}").format(reason=self.view.row.reason))
        if self.view.is_worded_in_minutes:
            words.append(self.tr("The minutes are still being written: the words are changed there."))
        words += [finding.sentence(language()) for finding in self.view.lacks]
        self.why.setText("\n".join(words))
        self.why.setVisible(bool(words))

    def _show_context(self) -> None:
        assert self.view is not None
        clear_box(self.context_box)
        row, view = self.view.row, self.view
        if row.meeting_id is not None:
            where = self.tr("{group}, meeting on {day}").format(group=row.group, day=day_text(row.meeting_day, "date"))
            place = Place("meeting", row.meeting_id, "agenda", wishes(item=row.item_id))
            self._link(RowLook(origin_text(row), where, "calendar-blank", "accent"), place)
        else:
            agreed = self.tr("Agreed outside a meeting on {day}.").format(day=day_text(row.created_on, "date"))
            self.context_box.addWidget(label(agreed, "note", wraps=True))
        for decision in view.decisions:
            words = self.tr("Decided: {text}").format(text=decision)
            self.context_box.addWidget(label(words, "note", wraps=True))
        if view.came_from is not None:
            self._other(self.tr("Taken over from {reference}"), view.came_from)
        if view.goes_on_as is not None:
            self._other(self.tr("Goes on as {reference}"), view.goes_on_as)
        person_id = row.owner_person_id or row.contact_id
        if person_id is not None:
            reach = " · ".join(part for part in (row.email, view.phone) if part)
            look = RowLook(row.contact or row.owner, reach or self.tr("No e-mail address is known"), "user", "accent")
            self._link(look, Place("directory", wishes=wishes(person=person_id)))

    def _other(self, words: str, other: OtherAction) -> None:
        look = RowLook(words.format(reference=other.reference), other.group, "arrow-right", "info")
        self._link(look, Place("actions", wishes=wishes(action=other.id)))

    def _link(self, look: RowLook, place: Place) -> None:
        made = RowButton(look)
        made.clicked.connect(functools.partial(self.page.go, place))
        self.context_box.addWidget(made)

    def _show_story(self) -> None:
        assert self.view is not None
        clear_box(self.story)
        if not self.view.story:
            agreed = self.tr("Agreed on {day}.").format(day=day_text(self.view.row.created_on, "date"))
            self.story.addWidget(label(agreed, "note"))
        for line in reversed(self.view.story):
            self.story.addWidget(story_line(line, moment_text(line.at)))

    def go_to(self, name: str) -> None:
        """Put the cursor in a field: text, owner, due, note."""
        made = self.note if name == "note" else self.form.inputs[name]
        made.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(made, QLineEdit):
            made.selectAll()

    def offer_themes(self, themes: Sequence[tuple[str, str]]) -> None:
        """Offer the themes of the desk."""
        box = self.form.inputs["theme"]
        assert isinstance(box, ChoiceBox)
        was_blocked = box.blockSignals(True)
        box.offer((("", "–"), *themes))
        box.blockSignals(was_blocked)

    def hand_on(self) -> None:
        """Save what is being typed now."""
        self.form.hand_on()

    def _on_owners(self, owners: tuple[OwnerChoice, ...]) -> None:
        self.owners = owners
        self.owner.set_options(owner_options(owners))
        if self.view is not None:
            self.contact.set_options(contact_options(owners, self.view.row.owner_organisation_id))

    @Slot(str, object)
    def _on_edited(self, name: str, value: Any) -> None:
        if self.view is None:
            return
        row = self.view.row
        fields: dict[str, Any] = {name: value}
        if name == "owner":
            fields = {**owner_fields(value), "contact_id": None}
        elif name == "contact":
            fields = {**owner_fields(owner_key(row)), "contact_id": value}
        job = self.page.bridge.do(edit_action, action_id=row.id, version=self._version, **fields)
        job.then(functools.partial(self._on_saved, name)).otherwise(functools.partial(self._on_refused, name))

    def _on_saved(self, name: str, done: Done) -> None:
        self.form.mark(name, "")
        if done.undo is not None and self.view is not None and done.id == self.view.row.id:
            self._version = done.undo.arguments["changes"][0].version
            self.page.say_done(self.tr("Saved."), done)

    def _on_refused(self, name: str, error: DeskError) -> None:
        self.form.mark(name, error.sentence(language()))

    @Slot()
    def _on_note(self) -> None:
        if self.view is not None and self.note.text().strip():
            job = self.page.bridge.do(note_progress, action_id=self.view.row.id, text=self.note.text())
            job.then(self._on_noted)

    def _on_noted(self, done: Done) -> None:
        self.note.clear()
        self.page.say_done(self.tr("Written into the story."), done)

    def shown_buttons(self) -> list[QPushButton]:
        """The steps on show (for tests)."""
        steps = (self.done, self.begin, self.reopen, self.give_up, self.transfer)
        return [made for made in steps if not made.isHidden()]
