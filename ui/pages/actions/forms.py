"""Small forms of the Actions page: a new action, why something was not done, to whom it is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from referral_desk.operations.action_steps import set_action_state, transfer_action
from referral_desk.operations.actions import add_action
from referral_desk.queries.action import OwnerChoice, action_owners
from referral_desk.vocabulary import ActionState, Priority
from ui.doing import OperationForm
from ui.language import label_text, language
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText
from ui.widgets.search_choice import Option, SearchChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.queries.actions import ActionRow
    from referral_desk.queries.meetings import GroupChoice
    from ui.doing import UndoPage

Key = tuple[str, int]


def owner_options(owners: Sequence[OwnerChoice]) -> list[Option]:
    """Owners as options; their value tells a person from an organisation."""
    return [Option(_key(owner), owner.name, owner.detail) for owner in owners]


def contact_options(owners: Sequence[OwnerChoice], body_id: int | None) -> list[Option]:
    """The people of an organisation, to be asked about its actions."""
    return [
        Option(owner.person_id, owner.name)
        for owner in owners
        if owner.person_id is not None and body_id is not None and owner.body_id == body_id
    ]


def owner_fields(key: Key | None) -> dict[str, int | None]:
    """An owner as the operations take it."""
    return {
        "owner_person_id": key[1] if key and key[0] == "person" else None,
        "owner_organisation_id": key[1] if key and key[0] == "body" else None,
    }


def owner_key(row: ActionRow) -> Key | None:
    """The owner of an action as a value of the options."""
    if row.owner_person_id is not None:
        return ("person", row.owner_person_id)
    return ("body", row.owner_organisation_id) if row.owner_organisation_id is not None else None


def _key(owner: OwnerChoice) -> Key:
    return ("person", owner.person_id) if owner.person_id is not None else ("body", owner.organisation_id or 0)


class _OwnerForm(OperationForm):
    """A form in which an owner of a group is chosen."""

    def __init__(self, page: UndoPage, *, kind: str = "inline") -> None:
        super().__init__(page, kind=kind)
        self.owners: tuple[OwnerChoice, ...] = ()
        self.owner = SearchChoice(self.tr("Person or organisation"))
        self.owner.setAccessibleName(self.tr("Owner"))
        self.contact = SearchChoice(self.tr("Whom to ask there"))
        self.contact.setAccessibleName(self.tr("Contact"))
        self.due = DayInput(self.tr("Deadline"), page.bridge.today, is_ahead=True)
        self.owner.chosen.connect(self._on_owner)

    def load_owners(self, group_id: int) -> None:
        """Offer those who can own an action of a group."""
        day = self.page.bridge.today
        job = self.page.bridge.ask(action_owners, group_id=group_id, day=day, language=language())
        job.then(self._on_owners)

    def _on_owners(self, owners: tuple[OwnerChoice, ...]) -> None:
        self.owners = owners
        self.owner.set_options(owner_options(owners))
        known = {option.value for option in owner_options(owners)}
        if self.owner.value() not in known:
            self.owner.show_value(None)
        self._on_owner(self.owner.value())

    @Slot(object)
    def _on_owner(self, key: Key | None) -> None:
        body_id = key[1] if key and key[0] == "body" else None
        people = contact_options(self.owners, body_id)
        self.contact.set_options(people)
        if self.contact.value() not in {person.value for person in people}:
            self.contact.show_value(people[0].value if len(people) == 1 else None)
        self.contact.setEnabled(bool(people))

    def owned(self) -> dict[str, Any]:
        """Owner, contact and deadline as the operations take them."""
        key = self.owner.value()
        contact = self.contact.value() if key and key[0] == "body" else None
        return {**owner_fields(key), "contact_id": contact, "due": self.due.day()}


class NewActionForm(_OwnerForm):
    """Agree on something outside the writing room."""

    def __init__(
        self, page: UndoPage, groups: Sequence[GroupChoice], group_id: int | None, themes: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(page)
        self.fit_in()
        self.name_it(self.tr("New action"), self.tr("Add the action"))
        self.group = ChoiceBox(tuple((group.id, group.name) for group in groups))
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setAccessibleName(self.tr("Group"))
        if group_id in self.group.values:
            self.group.setCurrentIndex(self.group.values.index(group_id))
        self.text = GrowingText(2, 6)
        self.text.setAccessibleName(self.tr("What is to be done"))
        self.priority = ChoiceBox(tuple((each, label_text(each)) for each in Priority))
        self.priority.setCurrentIndex(self.priority.values.index(Priority.NORMAL))
        self.priority.setAccessibleName(self.tr("Priority"))
        self.theme = ChoiceBox((("", "–"), *themes))
        self.theme.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.theme.setAccessibleName(self.tr("Theme"))
        self.add(self.tr("What is to be done"), self.text)
        self.add(self.tr("Group"), self.group)
        self.add(self.tr("Owner"), self.owner)
        self.add(self.tr("Contact"), self.contact)
        self.add(self.tr("Deadline"), self.due, 6)
        self.add(self.tr("Priority"), self.priority, 6)
        self.add(self.tr("Theme"), self.theme)
        self.group.currentIndexChanged.connect(self._on_group)
        self._on_group()

    @Slot()
    def _on_group(self) -> None:
        if self.group.value() is not None:
            self.load_owners(self.group.value())

    @Slot()
    def submit(self) -> None:
        """Add it; what is missing is said at the form."""
        if not self.text.toPlainText().strip():
            self.stop(self.tr("Write what is to be done."), self.text)
        elif not self.due.is_readable():
            self.stop(self.due.problem(), self.due)
        else:
            self.run(
                self.tr("The action was added."),
                add_action,
                group_id=self.group.value(),
                text=self.text.toPlainText(),
                priority=self.priority.value(),
                theme=self.theme.value(),
                **self.owned(),
            )


class ReasonForm(OperationForm):
    """Why some actions were not done, or cannot be."""

    def __init__(self, page: UndoPage, actions: Sequence[tuple[int, int]]) -> None:
        super().__init__(page)
        self.chosen = tuple(actions)
        self.name_it(self.tr("It was not done"), self.tr("Close"))
        states = (ActionState.NOT_DONE, ActionState.NOT_POSSIBLE)
        self.state = ChoiceBox(tuple((each, label_text(each)) for each in states))
        self.state.setAccessibleName(self.tr("What became of it"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("The group will ask"))
        self.reason.setAccessibleName(self.tr("Why"))
        self.add(self.tr("Why"), self.reason)
        self.add(self.tr("What became of it"), self.state)

    @Slot()
    def submit(self) -> None:
        """Close them with the reason."""
        self.run(
            self.tr("Closed: %n action(s).", "", len(self.chosen)),
            set_action_state,
            actions=self.chosen,
            state=self.state.value(),
            reason=self.reason.text(),
        )


class TransferForm(_OwnerForm):
    """To whom an action is handed over: somebody else in the group, or another group."""

    def __init__(self, page: UndoPage, row: ActionRow, groups: Sequence[GroupChoice]) -> None:
        super().__init__(page)
        self.row = row
        self.name_it(self.tr("Hand over {reference}").format(reference=row.reference), self.tr("Hand over"))
        self.group = ChoiceBox(tuple((group.id, group.name) for group in groups))
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setAccessibleName(self.tr("Group"))
        if row.group_id in self.group.values:
            self.group.setCurrentIndex(self.group.values.index(row.group_id))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why"))
        self.due.set_day(row.due if row.due and row.due >= page.bridge.today else None)
        self.add(self.tr("Group"), self.group)
        self.add(self.tr("Owner"), self.owner)
        self.add(self.tr("Contact"), self.contact)
        self.add(self.tr("Deadline"), self.due)
        self.add(self.tr("Why"), self.reason)
        self.say(self.tr("A new action goes on with it. Another group may find the owner itself."))
        self.group.currentIndexChanged.connect(self._on_group)
        self._on_group()

    @Slot()
    def _on_group(self) -> None:
        if self.group.value() is not None:
            self.load_owners(self.group.value())

    @Slot()
    def submit(self) -> None:
        """Hand it over."""
        group_id = self.group.value()
        self.run(
            self.tr("The action was handed over."),
            transfer_action,
            action_id=self.row.id,
            version=self.row.version,
            reason=self.reason.text(),
            group_id=None if group_id == self.row.group_id else group_id,
            **self.owned(),
        )
