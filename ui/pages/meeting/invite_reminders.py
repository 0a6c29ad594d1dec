"""Who is expected to do what by when, and drafts that remind them: one mail a person."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referral_desk.operations.invitations import note_reminders
from referral_desk.queries.reminders import Duty, Reminder, Task, meeting_reminders
from ui.draft_folder import FOLDER, folder_dialog, write_reminders
from ui.language import day_text, language
from ui.memory import remember
from ui.messages import Message
from ui.pages.meeting.invite_people import INDENT, narrow
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QFileDialog

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from ui.bridge import Bridge

SHOWN: Final = 4


class RemindersCard(Card):
    """The people of whom something is expected, and a button that drafts a mail to each. Hidden where nobody is."""

    told = Signal(object)
    opened = Signal(int)

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__("", gap=6, parent=parent)
        self._bridge, self._meeting_id = bridge, meeting_id
        self.people: tuple[Reminder, ...] = ()
        narrow(self, self.tr("What is expected now"))
        self.rows = RowList("", SHOWN)
        self.rows.empty.hide()
        self.save = button(self.tr("Save reminders …"), "link", "bell")
        self.save.setToolTip(self.tr("One draft for each person who has an e-mail address, with everything in it"))
        self.save.setEnabled(bridge.may(note_reminders))
        foot = QHBoxLayout()
        foot.setContentsMargins(INDENT, 4, INDENT, 0)
        foot.addWidget(self.save)
        foot.addStretch()
        self.add(self.rows, foot)
        self.hide()
        self.save.clicked.connect(self.ask_folder)
        self.rows.opened.connect(self._on_opened)

    def reload(self) -> None:
        """Ask anew what is expected."""
        job = self._bridge.ask(meeting_reminders, meeting_id=self._meeting_id, today=self._bridge.today)
        job.then(self._on_reminders)

    @Slot()
    def ask_folder(self) -> QFileDialog:
        """Ask where the reminders shall lie; gives the dialog (for tests)."""
        dialog = folder_dialog(self, self.tr("Where shall the reminders lie?"))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
        return dialog

    @Slot(str)
    def save_to(self, folder: str) -> None:
        """Write the reminders into a folder and note that they were drafted."""
        remember(FOLDER, folder)
        self.save.setEnabled(False)
        job = self._bridge.run(write_reminders, self.people, Path(folder), self._bridge.today, language())
        job.then(functools.partial(self._on_written, Path(folder))).otherwise(self._on_refused)

    @Slot(object)
    def _on_opened(self, person_id: int) -> None:
        self.opened.emit(person_id)

    @Slot(object)
    def _on_reminders(self, people: tuple[Reminder, ...]) -> None:
        self.people = people
        today = self._bridge.today
        ordered = sorted(people, key=lambda person: person.tasks[0].due)
        self.rows.set_rows([(self._look(person, today), person.id) for person in ordered])
        self.rows.empty.hide()
        self.save.setVisible(any(person.email for person in people))
        self.setVisible(bool(people))

    def _look(self, person: Reminder, today: dt.date) -> RowLook:
        first = person.tasks[0]
        is_late = person.is_late(today)
        more = len(person.tasks) - 1
        detail = self._what(first)
        if more:
            detail = self.tr("{first} and %n more", "", more).format(first=detail)
        icon_name, tone = ("warning-circle-fill", "late") if is_late else ("clock", "quiet")
        due = day_text(first.due)
        return RowLook(
            person.name, detail, icon_name, tone, trailing=due, trailing_tone="late" if is_late else "faint", lines=1
        )

    def _what(self, task: Task) -> str:
        words = {
            Duty.ANSWER: self.tr("Answer whether they come"),
            Duty.ITEMS: self.tr("Send items for the agenda"),
            Duty.PACK: self.tr("Send out the agenda and papers"),
            Duty.WRITE_MINUTES: self.tr("Write the minutes"),
            Duty.READ_MINUTES: self.tr("Read the draft minutes"),
            Duty.COMMENT: self.tr("Comment on the minutes"),
            Duty.APPROVE_MINUTES: self.tr("Approve the minutes"),
        }
        if task.duty in words:
            return words[task.duty]
        return f"{task.reference}: {task.text}" if task.text else task.reference

    def _on_written(self, folder: Path, places: list[Path]) -> None:
        said = self.tr("%n reminder(s) saved in {folder}. Open, look and send them.", "", len(places))
        show = functools.partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self.told.emit(Message(said.format(folder=folder.name), "good", self.tr("Open the folder"), show))
        reached = tuple(person.id for person in self.people if person.email)
        self._bridge.do(note_reminders, meeting_id=self._meeting_id, person_ids=reached).then(self._on_noted)

    def _on_noted(self, _done: Done) -> None:
        self.save.setEnabled(True)

    def _on_refused(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        self.told.emit(Message(error.sentence(language()), "late"))
