"""What one does to a meeting itself, each said in the banner with what takes it back."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from referral_desk.operations.meetings import (
    When,
    advance_meeting,
    put_meeting_back,
    revive_meeting,
    step_meeting_back,
)
from referral_desk.operations.minutes import (
    close_meeting,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
    take_minutes_back,
)
from referral_desk.vocabulary import Stage
from ui.language import day_text, label_text
from ui.messages import Message
from ui.pages.meeting.document_menu import Documents

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.operations.outcome import Done
    from referral_desk.queries.meeting import MeetingDetail
    from ui.doing import UndoPage


class MeetingActions(QObject):
    """Changes the meeting that the page shows, in the version that it shows."""

    told = Signal(object)
    held = Signal()
    """It was held: the minutes are next."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(page)
        self._page, self._bridge = page, page.bridge
        self.meeting: MeetingDetail | None = None
        self.documents = Documents(page.bridge, page.place.id or 0, page)
        self.documents.told.connect(self.told)

    def may_advance(self) -> bool:
        """Whether the person's roles allow the next step."""
        return self._bridge.may(advance_meeting)

    @Slot()
    def advance(self) -> None:
        """Take the next step, where it takes no more than a press."""
        meeting = self.meeting
        match meeting.next_stage if meeting is not None else None:
            case Stage.AGENDA_SENT:
                assert meeting is not None
                job = self._bridge.do(advance_meeting, meeting_id=meeting.id, version=meeting.version)
                job.then(self._on_advanced)
            case Stage.HELD:
                self.hold()
            case Stage.MINUTES_DRAFTED:
                self._step(send_minutes_to_chair, self.tr("The minutes are with the chair."))
            case Stage.IN_COMMENT:
                self._step(send_minutes_to_comment, self.tr("The minutes are sent for comments."))
            case Stage.CLOSED:
                self._close()
            case _:
                return

    @Slot()
    def hold(self) -> None:
        """Record that the meeting is held: on its day it begins now, afterwards it kept its times."""
        if self.meeting is not None:
            job = self._bridge.do(hold_meeting, meeting_id=self.meeting.id, version=self.meeting.version)
            job.then(self._on_held)

    @Slot()
    def step_back(self) -> None:
        """Take the last step back."""
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.stage.step > Stage.HELD.step:
            self._step(take_minutes_back, self.tr("The last step is taken back."))
        else:
            self._bridge.do(step_meeting_back, meeting_id=meeting.id, version=meeting.version)

    @Slot()
    def revive(self) -> None:
        """Hold a cancelled meeting after all."""
        if self.meeting is not None:
            self._bridge.do(revive_meeting, meeting_id=self.meeting.id, version=self.meeting.version)

    @Slot(object, object)
    def say_moved(self, before: When, day: dt.date) -> None:
        """It was moved."""
        said = self.tr("The meeting was moved to {day}.").format(day=day_text(day, "full"))
        self._say(said, functools.partial(self._put_back, before))

    @Slot()
    def say_cancelled(self) -> None:
        """It was called off."""
        self._say(self.tr("The meeting is cancelled."), self.revive)

    def _step(self, operation: Callable[..., Done], said: str) -> None:
        meeting = self.meeting
        if meeting is not None and meeting.minutes_id is not None:
            self._page.change(said, operation, minutes_id=meeting.minutes_id, version=meeting.minutes_version)

    def _close(self) -> None:
        if self.meeting is not None:
            self._page.change(
                self.tr("The meeting is closed."),
                close_meeting,
                meeting_id=self.meeting.id,
                version=self.meeting.version,
            )

    def _on_held(self, done: Done) -> None:
        self._page.say_done(self.tr("The meeting is held: its minutes can be written."), done)
        self.held.emit()

    def _on_advanced(self, stage: Stage) -> None:
        self._say(self.tr("The meeting is now: {stage}.").format(stage=label_text(stage).lower()), self.step_back)

    def _put_back(self, before: When) -> None:
        if self.meeting is not None:
            self._bridge.do(put_meeting_back, meeting_id=self.meeting.id, version=self.meeting.version, before=before)

    def _say(self, said: str, undo: Callable[[], object]) -> None:
        self.told.emit(Message(said, "good", self.tr("Undo"), undo))
