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
from ui.language import day_text, label_text
from ui.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.queries.meeting import MeetingDetail
    from referral_desk.vocabulary import Stage
    from ui.bridge import Bridge


class MeetingActions(QObject):
    """Changes the meeting that the page shows, in the version that it shows."""

    told = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.meeting: MeetingDetail | None = None

    def may_advance(self) -> bool:
        """Whether the person's roles allow the next step."""
        return self._bridge.may(advance_meeting)

    @Slot()
    def advance(self) -> None:
        """Take the next step."""
        if self.meeting is not None:
            job = self._bridge.do(advance_meeting, meeting_id=self.meeting.id, version=self.meeting.version)
            job.then(self._on_advanced)

    @Slot()
    def step_back(self) -> None:
        """Take the last step back."""
        if self.meeting is not None:
            self._bridge.do(step_meeting_back, meeting_id=self.meeting.id, version=self.meeting.version)

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

    def _on_advanced(self, stage: Stage) -> None:
        self._say(self.tr("The meeting is now: {stage}.").format(stage=label_text(stage).lower()), self.step_back)

    def _put_back(self, before: When) -> None:
        if self.meeting is not None:
            self._bridge.do(put_meeting_back, meeting_id=self.meeting.id, version=self.meeting.version, before=before)

    def _say(self, said: str, undo: Callable[[], object]) -> None:
        self.told.emit(Message(said, "good", self.tr("Undo"), undo))
