"""The writing in one meeting's minutes: what is typed goes to the desk by itself, and others' words come in.

It outlives the widgets: a page that is built anew for another language goes on with the same session, its undo and
what is still on its way.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from referral_desk import clock
from referral_desk.errors import DeskError, Invalid, NotAllowed, Stale
from referral_desk.operations.entries import SavedEntries, end_writing, save_entries
from referral_desk.queries.entries import EntryRow, Room, Said, room
from ui.language import language
from ui.pages.meeting.room_sheet import Sheet, fresh_key
from ui.pages.meeting.room_steps import Steps, done_again, taken_back

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.bridge import Bridge

PAUSE: Final = 500
STEADY: Final = 1000
AGAIN: Final = 5000


class RoomSession(QObject):
    """Every item's sheet, what can be undone, and the way to the desk. Signals speak of item ids."""

    seen = Signal(object)
    """A Room, whenever the desk was looked at."""
    changed = Signal(int)
    """An item's entries are to be shown anew."""
    saved = Signal(int)
    """What was sent of an item is kept; `saved_at` tells when. More may have been typed since."""
    refused = Signal(int, str)
    """An item could not be kept: a sentence. What was typed stays."""
    due = Signal()
    """It is time to hand over what was typed: `write` follows at once."""

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.sheets: dict[int, Sheet] = {}
        self.steps = Steps()
        self.saved_at: dict[int, dt.time] = {}
        self.rows: dict[int, EntryRow] = {}
        self.items: tuple[int, ...] = ()
        self.item_id: int | None = None
        self.place: tuple[int, int] | None = None
        self._is_asked = self._has_written = False
        self._stuck: dict[int, str] = {}
        self._pause, self._steady, self._again = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE), (self._steady, STEADY), (self._again, AGAIN)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
        self._pause.timeout.connect(self._on_due)
        self._steady.timeout.connect(self._on_due)
        self._again.timeout.connect(self._on_again)

    def look(self) -> None:
        """Ask how the desk stands."""
        if self._is_asked:
            return
        self._is_asked = True
        seen = frozenset((row.id, row.version) for row in self.rows.values())
        job = self._bridge.ask(room, meeting_id=self.meeting_id, language=language(), seen=seen)
        job.then(self._on_seen).otherwise(self._on_not_seen)

    def sheet(self, item_id: int) -> Sheet:
        """The sheet of an item."""
        return self.sheets.setdefault(item_id, Sheet(item_id))

    def typing(self) -> None:
        """A key was pressed: what is typed is taken in after a pause, and at the latest after a second."""
        self._pause.start()
        if not self._steady.isActive():
            self._steady.start()

    def write(self, item_id: int, pieces: Sequence[tuple[int, str]], fresh: Said, place: tuple[int, int]) -> None:
        """Take in what an item's text holds now; it can be undone as one step."""
        sheet = self.sheet(item_id)
        before = dict(sheet.now)
        sheet.write(pieces, fresh)
        self.steps.note(item_id, before, sheet.now, place)

    def turn(self, item_id: int, changes: Mapping[int, Said], place: tuple[int, int]) -> None:
        """Let entries say something else, or be something else: one step, saved at once."""
        sheet = self.sheet(item_id)
        before = dict(sheet.now)
        sheet.put({**before, **changes})
        self.steps.note(item_id, before, sheet.now, place)
        self.changed.emit(item_id)
        self.save(item_id)

    def take_out(self, item_id: int, keys: Sequence[int], changes: Mapping[int, Said], place: tuple[int, int]) -> None:
        """Take entries out, and let others say something else: one step."""
        sheet = self.sheet(item_id)
        before = dict(sheet.now)
        now = {**before, **changes}
        sheet.put({key: said for key, said in now.items() if key not in keys})
        self.steps.note(item_id, before, sheet.now, place)
        self.changed.emit(item_id)
        self.save(item_id)

    def put_behind(self, item_id: int, key: int | None, made: Said, place: tuple[int, int]) -> int:
        """Put a new entry behind another, or last; gives its key."""
        sheet = self.sheet(item_id)
        before = dict(sheet.now)
        order = list(before)
        new = fresh_key()
        order.insert(order.index(key) + 1 if key in before else len(order), new)
        sheet.put({one: before.get(one, made) for one in order})
        self.steps.note(item_id, before, sheet.now, place)
        self.changed.emit(item_id)
        self.save(item_id)
        return new

    def move(self, item_id: int, key: int, step: int, place: tuple[int, int]) -> bool:
        """Let an entry stand one place further up or down, with the texts it waits to be chosen from; one step.

        False where it is the first or the last already.
        """
        sheet = self.sheet(item_id)
        before = dict(sheet.now)
        moved = sheet.moved(key, step)
        if moved is None:
            return False
        sheet.put(moved)
        self.steps.note(item_id, before, sheet.now, place)
        self.changed.emit(item_id)
        self.save(item_id)
        return True

    def undo(self) -> tuple[int, tuple[int, int]] | None:
        """Take back the last step, of whatever item; gives the item and where the cursor stood."""
        step = self.steps.undo()
        if step is None:
            return None
        sheet = self.sheet(step.item_id)
        sheet.put(taken_back(step, sheet.now))
        self.changed.emit(step.item_id)
        self.save(step.item_id)
        return step.item_id, step.place

    def redo(self) -> tuple[int, tuple[int, int]] | None:
        """Do again what was taken back last."""
        step = self.steps.redo()
        if step is None:
            return None
        sheet = self.sheet(step.item_id)
        sheet.put(done_again(step, sheet.now))
        self.changed.emit(step.item_id)
        self.save(step.item_id)
        return step.item_id, step.place

    def save(self, item_id: int) -> None:
        """Send what an item holds, if it is not kept; after what is on its way."""
        sheet = self.sheet(item_id)
        if sheet.sent is not None or sheet.is_clean:
            return
        known = sheet.known()
        entries, removed = sheet.send()
        self._has_written = True
        job = self._bridge.do(
            save_entries, meeting_id=self.meeting_id, item_id=item_id, entries=entries, removed=removed, known=known
        )
        job.then(functools.partial(self._on_saved, item_id)).otherwise(functools.partial(self._on_refused, item_id))

    def save_all(self) -> None:
        """Send all that is not kept."""
        self._pause.stop()
        self._steady.stop()
        for item_id in list(self.sheets):
            self.save(item_id)

    def end(self) -> None:
        """One leaves the room: what was written goes into the log."""
        if self._has_written:
            self._has_written = False
            self._bridge.do(end_writing)

    @property
    def is_clean(self) -> bool:
        """Whether all that was typed is kept."""
        return all(sheet.is_clean for sheet in self.sheets.values())

    def unkept(self) -> int | None:
        """The first item with something that is not kept."""
        return next((item_id for item_id, sheet in self.sheets.items() if not sheet.is_clean), None)

    def trouble(self, item_id: int) -> str:
        """Why an item could not be kept; empty where it could."""
        return self._stuck.get(item_id, "")

    @Slot()
    def _on_due(self) -> None:
        self.due.emit()
        self.save_all()

    @Slot(object)
    def _on_seen(self, seen: Room) -> None:
        self._is_asked = False
        self.due.emit()
        self.items = tuple(item.id for item in seen.items)
        here = {entry_id for item in seen.items for entry_id in item.entries}
        fresh = {row.id: row for row in seen.entries}
        self.rows = {entry_id: row for entry_id, row in {**self.rows, **fresh}.items() if entry_id in here}
        for item in seen.items:
            rows = {entry_id: fresh[entry_id] for entry_id in item.entries if entry_id in fresh}
            sheet = self.sheet(item.id)
            if sheet.see(rows, item.entries):
                self.changed.emit(item.id)
            self._settle(item.id)
        self.seen.emit(seen)

    @Slot(object)
    def _on_not_seen(self, error: DeskError) -> None:
        self._is_asked = False
        for item_id, sheet in self.sheets.items():
            if not sheet.is_clean:
                self._stick(item_id, error)

    def _on_saved(self, item_id: int, saved: SavedEntries) -> None:
        # What was typed meanwhile must be known before what others wrote comes in.
        self.due.emit()
        sheet = self.sheet(item_id)
        before = dict(sheet.now)
        sheet.hear(saved)
        self.rows |= {row.id: row for row in saved.entries}
        self._stuck.pop(item_id, None)
        self.saved_at[item_id] = clock.now().astimezone(clock.COPENHAGEN).time()
        if list(before.items()) != list(sheet.now.items()):
            self.changed.emit(item_id)
        self.saved.emit(item_id)
        if not sheet.is_clean and not self._steady.isActive():
            self._steady.start()

    def _settle(self, item_id: int) -> None:
        if self.sheet(item_id).is_clean:
            self._stuck.pop(item_id, None)
            self.saved.emit(item_id)

    def _on_refused(self, item_id: int, error: DeskError) -> None:
        sheet = self.sheet(item_id)
        sheet.fail()
        self._stick(item_id, error)
        # The desk may have changed, or have kept it without telling: look, and then try again.
        self.look()
        if not isinstance(error, Invalid | NotAllowed):
            self._again.start(PAUSE if isinstance(error, Stale) else AGAIN)

    def _stick(self, item_id: int, error: DeskError) -> None:
        self._stuck[item_id] = error.sentence(language())
        self.refused.emit(item_id, self._stuck[item_id])

    @Slot()
    def _on_again(self) -> None:
        self.save_all()
