"""Forms of the presence sheet, open on it: a deputy, a guest, a signed declaration, a word about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from referral_desk.operations.attendance import add_guest, note_attendance, register_deputy
from referral_desk.operations.declarations import sign_declaration
from ui.doing import OperationForm
from ui.widgets.buttons import button
from ui.widgets.day_input import DayInput
from ui.widgets.pick_input import Pick, PickInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.queries.attendance_rows import AttendeeRow
    from referral_desk.queries.groups import ChoiceRow
    from ui.pages.meeting.people_actions import PeopleActions


LIKELY = 4


def picks(rows: Sequence[ChoiceRow], first: str = "") -> list[Pick]:
    """Choices for a PickInput; those whose organisation is `first` stand before the others."""
    found = [Pick(row.id, row.name, row.detail) for row in rows]
    return sorted(found, key=lambda pick: pick.detail != first) if first else found


class DeputyForm(OperationForm):
    """Who comes in somebody's place: of the same organisation, or from a deputy's seat."""

    def __init__(
        self, doing: PeopleActions, row: AttendeeRow, people: Sequence[ChoiceRow], deputies: Sequence[AttendeeRow]
    ) -> None:
        super().__init__(doing)
        self._doing, self.row = doing, row
        self.name_it(self.tr("Who comes for {name}?").format(name=row.who), self.tr("Register the deputy"))
        self.who = PickInput(
            self.tr("Deputy"), hint=self.tr("Name; somebody new of {body} too").format(body=row.organisation or "–")
        )
        seated = {other.person_id for other in deputies}
        likely = [one for one in people if one.id in seated or (row.organisation and one.detail == row.organisation)]
        likely = [one for one in likely if one.id != row.person_id]
        self.who.set_picks(
            [*picks(likely), *picks([one for one in people if one not in likely and one.id != row.person_id])]
        )
        self.why = QLineEdit(row.note)
        self.why.setMaxLength(300)
        self.add(self.tr("Deputy"), self.who, 6).add(
            self.tr("Why {name} cannot come").format(name=row.who), self.why, 6
        )
        self.who.picked.connect(self._on_who)
        if likely:
            self.add(self.tr("Of the same body, or with a deputy's seat"), self._quick(likely[:LIKELY]))

    def _quick(self, likely: Sequence[ChoiceRow]) -> QWidget:
        """Those who are likely to come, to be pressed instead of typed."""
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        for one in likely:
            quick = button(one.name, "", "user-plus")
            quick.setProperty("person", one.id)
            quick.clicked.connect(self._on_quick)
            across.addWidget(quick)
        across.addStretch()
        return made

    @Slot()
    def _on_quick(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.who.choose(pressed.property("person"))
            self.why.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_who(self, person_id: object) -> None:
        if person_id is None and self.who.new_words():
            words = self.tr("“{name}” is new and enters the directory under {body}.")
            self.say(words.format(name=self.who.new_words(), body=self.row.organisation or "–"))
        else:
            self.say("")

    def submit(self) -> None:
        if not self.who.text().strip():
            self.stop(self.tr("Say who comes: choose a person, or write a name."), self.who)
            return
        self._doing.with_row(self.row, self._send)

    def _send(self, row_id: int) -> None:
        name = self.who.text().split(" · ")[0].strip()
        self.run(
            self.tr("{deputy} comes for {name}.").format(deputy=name, name=self.row.who),
            register_deputy,
            attendance_id=row_id,
            person_id=self.who.pick(),
            new_person=self.who.new_words(),
            note=self.why.text(),
        )


class GuestForm(OperationForm):
    """Somebody who comes to this meeting only."""

    def __init__(
        self,
        doing: PeopleActions,
        meeting_id: int,
        people: Sequence[ChoiceRow],
        organisations: Sequence[ChoiceRow],
    ) -> None:
        super().__init__(doing)
        self._doing, self._meeting_id = doing, meeting_id
        self.name_it(self.tr("A guest, for this meeting only"), self.tr("Add the guest"))
        self.who = PickInput(self.tr("Person"), hint=self.tr("Name; somebody new too"))
        self.who.set_picks(picks(people))
        self.whom = PickInput(self.tr("Comes from"), hint=self.tr("The person's organisation"))
        self.whom.set_picks(picks(organisations))
        self.why = QLineEdit()
        self.why.setMaxLength(300)
        self.why.setPlaceholderText(self.tr("Such as: presents item 4"))
        self.add(self.tr("Person"), self.who, 4).add(self.tr("Comes from"), self.whom, 4)
        self.add(self.tr("What for"), self.why, 4)

    def submit(self) -> None:
        if not self.who.text().strip():
            self.stop(self.tr("Say who comes: choose a person, or write a name."), self.who)
            return
        if self.whom.new_words():
            self.stop(self.tr("That organisation is not in the directory: add it there first."), self.whom)
            return
        name = self.who.text().split(" · ")[0].strip()
        self.run(
            self.tr("{name} is on the sheet as a guest.").format(name=name),
            add_guest,
            meeting_id=self._meeting_id,
            person_id=self.who.pick(),
            new_person=self.who.new_words(),
            organisation_id=self.whom.pick(),
            note=self.why.text(),
        )


class DeclarationForm(OperationForm):
    """The day on which somebody signed a declaration of confidentiality."""

    def __init__(self, doing: PeopleActions, row: AttendeeRow) -> None:
        super().__init__(doing)
        self.row = row
        self.name_it(self.tr("Declaration of confidentiality"), self.tr("Register the signature"))
        today = doing.bridge.today
        self.day = DayInput(self.tr("Signed on"), today)
        self.day.set_day(today)
        self.last = DayInput(self.tr("Holds until"), today, hint=self.tr("Until further notice"), is_ahead=True)
        self.add(self.tr("Signed on"), self.day, 4).add(self.tr("Holds until (may stay open)"), self.last, 4)

    def submit(self) -> None:
        day = self.day.day()
        if day is None or not self.last.is_readable():
            wrong = self.last if day else self.day
            self.stop(wrong.problem(is_needed=True), wrong)
            return
        self.run(
            self.tr("The signature of {name} is registered.").format(name=self.row.who),
            sign_declaration,
            person_id=self.row.person_id,
            signed_on=day,
            valid_to=self.last.day(),
        )


class NoteForm(OperationForm):
    """A word about somebody's coming."""

    def __init__(self, doing: PeopleActions, row: AttendeeRow) -> None:
        super().__init__(doing)
        self._doing, self.row = doing, row
        self.name_it(self.tr("A word about {name}").format(name=row.who), self.tr("Save"))
        self.words = QLineEdit(row.note)
        self.words.setMaxLength(300)
        self.words.setPlaceholderText(self.tr("Such as: ill; must leave at noon"))
        self.add(self.tr("Note"), self.words, 8)

    def submit(self) -> None:
        self._doing.with_row(self.row, self._send)

    def _send(self, row_id: int) -> None:
        version = self.row.version if self.row.id is not None else 1
        self.run("", note_attendance, attendance_id=row_id, version=version, note=self.words.text())
