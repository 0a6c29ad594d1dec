"""A quarter's reminders: one draft for each person of whom something is expected, saved where one chooses."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from referral_desk.clock import Quarter
from ui.draft_folder import FOLDER, folder_dialog, write_reminders
from ui.language import language
from ui.memory import remember
from ui.messages import Message

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from referral_desk.queries.reminders import Reminder
    from ui.bridge import Bridge


class QuarterReminders(QObject):
    """Asks who is to be reminded, then for a folder. `told` says what came of it."""

    told = Signal(object)
    asking = Signal(object)
    """The question for a folder stands there (for tests)."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self.people: tuple[Reminder, ...] = ()

    def begin(self, group_id: int) -> None:
        """Remind the people of a group, or of every group (0), of what this quarter expects of them."""
        # Both load the store, so only once somebody asks.
        from referral_desk.operations.invitations import note_reminders  # noqa: PLC0415 - same
        from referral_desk.queries.reminders import quarter_reminders  # noqa: PLC0415 - same

        if not self._bridge.may(note_reminders):
            self.told.emit(Message(self.tr("Those who run the meetings draft the reminders."), "warn"))
            return
        today = self._bridge.today
        job = self._bridge.ask(quarter_reminders, quarter=Quarter.of(today), today=today, group_id=group_id or None)
        job.then(self._on_people).otherwise(self._on_refused)

    @Slot(object)
    def _on_people(self, people: tuple[Reminder, ...]) -> None:
        self.people = tuple(person for person in people if person.email)
        if not self.people:
            self.told.emit(Message(self.tr("Nobody with an e-mail address has anything to be reminded of."), "good"))
            return
        dialog: QFileDialog = folder_dialog(self._window, self.tr("Where shall the reminders lie?"))
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
        self.asking.emit(dialog)

    @Slot(str)
    def save_to(self, folder: str) -> None:
        """Write the reminders into a folder, and note with each meeting who was reminded."""
        remember(FOLDER, folder)
        job = self._bridge.run(write_reminders, self.people, Path(folder), self._bridge.today, language())
        job.then(functools.partial(self._on_written, Path(folder))).otherwise(self._on_refused)

    def _on_written(self, folder: Path, places: list[Path]) -> None:
        from referral_desk.operations.invitations import note_reminders  # noqa: PLC0415 - it loads the store

        said = self.tr("%n reminder(s) saved in {folder}. Open, look and send them.", "", len(places))
        show = functools.partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        self.told.emit(Message(said.format(folder=folder.name), "good", self.tr("Open the folder"), show))
        reached: dict[int, list[int]] = {}
        for person in self.people:
            for meeting_id in dict.fromkeys(task.meeting_id for task in person.tasks if task.meeting_id is not None):
                reached.setdefault(meeting_id, []).append(person.id)
        for meeting_id, person_ids in reached.items():
            self._bridge.do(note_reminders, meeting_id=meeting_id, person_ids=tuple(person_ids))

    def _on_refused(self, error: DeskError) -> None:
        self.told.emit(Message(error.sentence(language()), "late"))
