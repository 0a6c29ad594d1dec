"""What one does on a presence sheet: shown at once, sent one after the other, each with what takes it back."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from referral_desk.operations.attendance import Called, call_people
from ui.language import language
from ui.messages import Message
from ui.pages.meeting.undoing import Undoing

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.operations.outcome import Undo as WayBack
    from referral_desk.queries.attendance_rows import AttendeeRow
    from ui.bridge import Bridge


class PeopleActions(QObject):
    """Runs operations on one meeting's sheet. `settled` tells that none is under way any more."""

    told = Signal(object)
    settled = Signal()
    went_back = Signal(str)
    """Something about a person was taken back: under what the person is known."""

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._meeting_id = bridge, meeting_id
        self._under_way = self._wanted_back = 0
        self.undoing = Undoing(self)
        self.undoing.told.connect(self.told)

    @property
    def bridge(self) -> Bridge:
        """The way to the desk (for forms)."""
        return self._bridge

    @property
    def is_busy(self) -> bool:
        """Whether the desk has something of ours to do: what it tells of the sheet may be old by now."""
        return self._under_way > 0

    def with_row(self, row: AttendeeRow, call: Callable[[int], object]) -> None:
        """Call with the id of a row; somebody who was not called yet is called now."""
        if row.id is not None:
            call(row.id)
            return
        self._under_way += 1
        job = self._bridge.do(call_people, meeting_id=self._meeting_id)
        job.then(functools.partial(self._on_called, row, call)).otherwise(self._on_refused)

    def run(self, operation: Callable[..., Done], *, key: str = "", said: str = "", **arguments: Any) -> None:
        """Run an operation; it can be taken back by Ctrl+Z, and from the banner where something is `said`."""
        self._under_way += 1
        job = self._bridge.do(operation, **arguments)
        job.then(functools.partial(self._on_done, key, said)).otherwise(self._on_refused)

    def say_done(self, said: str, done: Done, key: str = "") -> None:
        """Say what a form did, and remember how it is taken back."""
        if done.undo is not None:
            undo = functools.partial(self._take_back, key, done.undo)
            self.undoing.add(said, undo, quietly=not said)
        elif said:
            self.told.emit(Message(said, "good"))

    @Slot()
    def undo(self) -> None:
        """Take back the newest; what is still under way is waited for."""
        if self.is_busy:
            self._wanted_back += 1
        else:
            self.undoing.undo()

    def _on_called(self, row: AttendeeRow, call: Callable[[int], object], called: Called) -> None:
        row_id = called.by_seat.get(row.seat_id or 0) or called.by_person.get(row.person_id or 0)
        if row_id is not None:
            call(row_id)
        self._finish()

    def _on_done(self, key: str, said: str, done: Done) -> None:
        self.say_done(said, done, key)
        self._finish()

    def _on_refused(self, error: DeskError) -> None:
        self.told.emit(Message(error.sentence(language()), "warn"))
        self._wanted_back = 0
        self._finish()

    def _take_back(self, key: str, undo: WayBack) -> None:
        self._under_way += 1
        job = self._bridge.do(undo.operation, **undo.arguments)
        job.then(functools.partial(self._on_taken_back, key)).otherwise(self._on_refused)

    def _on_taken_back(self, key: str, _done: Done) -> None:
        if key:
            self.went_back.emit(key)
        self._finish()

    def _finish(self) -> None:
        self._under_way -= 1
        if self._under_way == 0 and self._wanted_back:
            self._wanted_back -= 1
            if self.undoing.undo():
                return
            self._wanted_back = 0
        if self._under_way == 0:
            self.settled.emit()
