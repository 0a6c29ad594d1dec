"""What one says of a held meeting in a small form: when it began, how long members may comment, that it is approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QTimeEdit, QWidget

from referral_desk.operations.minutes import (
    approve_at_meeting,
    approve_in_writing,
    set_comments_due,
    set_meeting_times,
)
from referral_desk.queries.minutes import Approval, MinutesDetail
from referral_desk.queries.minutes_content import minutes_wording
from ui.doing import OperationForm, UndoPage
from ui.form_fields import Time, input_for
from ui.language import day_text
from ui.widgets.day_input import DayInput

if TYPE_CHECKING:
    import datetime as dt

AGREED, SILENT, MEETING = range(3)


class TimesForm(OperationForm):
    """When the meeting really began and ended."""

    def __init__(self, page: UndoPage, minutes: MinutesDetail) -> None:
        super().__init__(page)
        self.minutes = minutes
        self.name_it(self.tr("When the meeting began and ended"), self.tr("Keep the times"))
        self.began = self._time(minutes.began or minutes.starts, self.tr("Began"))
        self.ended = self._time(minutes.ended or minutes.ends, self.tr("Ended"))
        self.add(self.tr("Began"), self.began, 3).add(self.tr("Ended"), self.ended, 3)

    def _time(self, when: dt.time, name: str) -> QTimeEdit:
        made = input_for(Time("", name))
        assert isinstance(made, QTimeEdit)
        made.setTime(QTime(when.hour, when.minute))
        made.setAccessibleName(name)
        return made

    @Slot()
    def submit(self) -> None:
        times = {name: made.time().toPython() for name, made in (("began", self.began), ("ended", self.ended))}
        self.run(
            self.tr("The times are kept."),
            set_meeting_times,
            meeting_id=self.minutes.meeting_id,
            version=self.minutes.meeting_version,
            **times,
        )


class DueForm(OperationForm):
    """Until when members may comment."""

    def __init__(self, page: UndoPage, minutes: MinutesDetail) -> None:
        super().__init__(page)
        self.minutes = minutes
        self.name_it(self.tr("The last day for comments"), self.tr("Keep the day"))
        self.day = DayInput(self.tr("The last day for comments"), page.bridge.today, is_ahead=True)
        self.day.set_day(minutes.comments_due)
        self.add(self.tr("Comments until"), self.day, 4)

    @Slot()
    def submit(self) -> None:
        day = self.day.day()
        if day is None:
            self.stop(self.day.problem(is_needed=True), self.day)
            return
        said = self.tr("Comments can be made until {day}.").format(day=day_text(day, "date"))
        self.run(said, set_comments_due, minutes_id=self.minutes.id, version=self.minutes.version, due=day)


class ApprovalForm(OperationForm):
    """How the minutes are approved: everybody agreed, nobody objected in time, or a later meeting decided it."""

    def __init__(self, page: UndoPage, minutes: MinutesDetail) -> None:
        super().__init__(page)
        self.minutes = minutes
        self.name_it(self.tr("Approve the minutes"), self.tr("Approve and freeze"))
        self.ways = QButtonGroup(self)
        choices = QWidget()
        box = QGridLayout(choices)
        box.setContentsMargins(0, 0, 0, 0)
        box.setHorizontalSpacing(12)
        box.setVerticalSpacing(2)
        box.setColumnStretch(1, 1)
        self.agreed = self._way(AGREED, self.tr("Everybody has agreed"))
        self.silent = self._way(SILENT, self._silence())
        self.meeting = self._way(MEETING, self._meeting())
        is_over = minutes.is_over(page.bridge.today) and not minutes.objections
        self.silent.setEnabled(is_over)
        self.meeting.setEnabled(minutes.approval is not None and minutes.approval.is_held)
        chosen = self.meeting if self.meeting.isEnabled() else self.silent if is_over else self.agreed
        chosen.setChecked(True)
        self.note = QLineEdit()
        self.note.setAccessibleName(self.tr("How"))
        self.note.setPlaceholderText(self.tr("How, such as “by e-mail to the secretary”"))
        box.addWidget(self.agreed, 0, 0)
        box.addWidget(self.note, 0, 1)
        box.addWidget(self.silent, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.meeting, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.add("", choices)
        self.ways.idToggled.connect(self._on_way)
        self.say(self.tr("From then on they are frozen: what was wrong is put right by a correction."))

    @Slot()
    def _on_way(self) -> None:
        self.note.setPlaceholderText(
            self.tr("How, such as “by e-mail to the secretary”")
            if self.ways.checkedId() == AGREED
            else self.tr("Remark (may stay empty)")
        )

    def _way(self, number: int, text: str) -> QRadioButton:
        made = QRadioButton(text)
        self.ways.addButton(made, number)
        return made

    def _silence(self) -> str:
        if self.minutes.objections:
            return self.tr("Nobody objected in time (not so: a comment was declined)")
        return self.tr("Nobody objected in time: comments until {day}").format(
            day=day_text(self.minutes.comments_due, "date")
        )

    def _meeting(self) -> str:
        later = self.minutes.approval
        if later is None:
            return self.tr("At the next meeting (none has an item for it yet)")
        said = (
            self.tr("At the meeting of {day}, item {number}")
            if later.is_held
            else self.tr("At the meeting of {day}, item {number} (once it is held)")
        )
        return said.format(day=day_text(later.day, "date"), number=later.number)

    def begin(self) -> None:
        self.refuse("")
        checked = self.ways.checkedButton()
        if checked is not None:
            checked.setFocus()

    @Slot()
    def submit(self) -> None:
        way, note = self.ways.checkedId(), self.note.text()
        said = self.tr("The minutes are approved and frozen.")
        if way == MEETING and self.minutes.approval is not None:
            self.run(said, approve_at_meeting, **approval_arguments(self.minutes.approval), note=note)
            return
        self.run(
            said,
            approve_in_writing,
            minutes_id=self.minutes.id,
            version=self.minutes.version,
            wording=minutes_wording,
            all_agreed=way == AGREED,
            note=note,
        )


class EarlierForm(OperationForm):
    """A meeting decided on the minutes of an earlier one: freeze them by that."""

    def __init__(self, page: UndoPage, item_id: int, version: int, number: int, day: dt.date) -> None:
        super().__init__(page)
        self._item = {"item_id": item_id, "version": version}
        title = self.tr("Item {number} approves the minutes of {day}").format(number=number, day=day_text(day, "date"))
        self.name_it(title, self.tr("Approve and freeze them"))
        self.note = QLineEdit()
        self.note.setAccessibleName(self.tr("Remark"))
        self.note.setPlaceholderText(self.tr("Remark (may stay empty)"))
        self.add("", self.note, 8)
        self.say(self.tr("From then on they are frozen: what was wrong is put right by a correction."))

    @Slot()
    def submit(self) -> None:
        self.run(
            self.tr("The earlier minutes are approved and frozen."),
            approve_at_meeting,
            **self._item,
            wording=minutes_wording,
            note=self.note.text(),
        )


def approval_arguments(approval: Approval) -> dict[str, object]:
    """What approving by a later meeting's item needs to be told."""
    return {"item_id": approval.item_id, "version": approval.item_version, "wording": minutes_wording}
