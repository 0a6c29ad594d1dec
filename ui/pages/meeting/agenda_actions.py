"""What one does to items of an agenda, each with what takes it back."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from referral_desk.operations.agenda import (
    RemovedItem,
    add_item,
    duplicate_item,
    move_item,
    remove_item,
    restore_item,
)
from referral_desk.operations.carrying import Carried, bring_item_back, carry_item
from referral_desk.operations.standing import fill_agenda
from referral_desk.queries.agenda import ItemDetail, agenda_item
from ui.language import language
from ui.messages import Message
from ui.pages.meeting.drafts import as_operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.operations.outcome import Done
    from ui.bridge import Bridge
    from ui.drafts import Draft
    from ui.pages.meeting.undoing import Undoing


class AgendaActions(QObject):
    """Changes the agenda of one meeting. The page hears of the changes as of everybody's."""

    wanted = Signal(int, str)
    """An item that should be open next, and the field to write in."""
    leaving = Signal(int)
    """An item is about to go: nothing more is saved in it."""

    def __init__(self, bridge: Bridge, meeting_id: int, undoing: Undoing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._meeting_id, self._undoing = bridge, meeting_id, undoing

    def add(self, title: str, position: int | None) -> None:
        """Add an item and go to its title."""
        job = self._bridge.do(add_item, meeting_id=self._meeting_id, title=title, position=position)
        job.then(self._on_added)

    def put_back(self, draft: Draft, title: str) -> None:
        """Add an item anew out of what somebody wrote in one that is gone."""
        fields = as_operation(draft.mine())
        fields["title"] = fields["title"].strip() or title
        job = self._bridge.do(add_item, meeting_id=self._meeting_id, position=draft.detail.number - 1, **fields)
        job.then(self._on_added)

    def duplicate(self, item_id: int) -> None:
        """Put a copy behind an item."""
        self._bridge.do(duplicate_item, item_id=item_id).then(self._on_added)

    def remove(self, item_id: int) -> None:
        """Take an item off the agenda."""
        self._look_up(item_id, self._remove)

    def carry(self, item_id: int) -> None:
        """Carry an item to the group's next meeting."""
        self._look_up(item_id, self._carry)

    def move(self, item_id: int, position: int) -> None:
        """Move an item to a place from 0."""
        self._look_up(item_id, functools.partial(self._move, position))

    def _look_up(self, item_id: int, call: Callable[[ItemDetail], None]) -> None:
        """Ask for the version first: what was typed a moment ago has given the item a new one."""
        self._bridge.ask(agenda_item, item_id=item_id, language=language()).then(call)

    def fill(self) -> None:
        """Add what is missing of the standing items, and what waits."""
        self._bridge.do(fill_agenda, meeting_id=self._meeting_id, language=language()).then(self._on_filled)

    def _on_filled(self, done: Done) -> None:
        if done.undo is None:
            self._undoing.told.emit(
                Message(self.tr("Nothing is missing: every standing item is on the agenda."), "info")
            )
            return
        undo = functools.partial(self._bridge.do, done.undo.operation, **done.undo.arguments)
        self._undoing.add(self.tr("The agenda was filled with what was missing."), undo)

    def _on_added(self, item_id: int) -> None:
        self.wanted.emit(item_id, "title")

    def _remove(self, detail: ItemDetail) -> None:
        self.leaving.emit(detail.id)
        self._bridge.do(remove_item, item_id=detail.id, version=detail.version).then(self._on_removed)

    def _on_removed(self, removed: RemovedItem) -> None:
        said = self.tr("“{title}” was removed.").format(title=removed.title)
        self._undoing.add(said, functools.partial(self._restore, removed))

    def _restore(self, removed: RemovedItem) -> None:
        self._go_to(removed.id)
        self._bridge.do(restore_item, removed=removed)

    def _carry(self, detail: ItemDetail) -> None:
        job = self._bridge.do(carry_item, item_id=detail.id, version=detail.version)
        job.then(functools.partial(self._on_carried, detail))

    def _on_carried(self, detail: ItemDetail, carried: Carried) -> None:
        if not carried.is_copy:
            self.leaving.emit(detail.id)
        waits = self.tr("“{title}” waits for the group's next meeting.")
        said = self.tr("“{title}” was carried to the next meeting.") if carried.meeting_id else waits
        said = said.format(title=detail.title)
        self._undoing.add(said, functools.partial(self._bring_back, carried))

    def _bring_back(self, carried: Carried) -> None:
        if not carried.is_copy:
            self._go_to(carried.item_id)
        self._bridge.do(bring_item_back, carried=carried)

    def _go_to(self, item_id: int) -> None:
        # The banner's "Undo" outlives the page, which is built anew with another language.
        if shiboken6.isValid(self):
            self.wanted.emit(item_id, "")

    def _move(self, position: int, detail: ItemDetail) -> None:
        job = self._bridge.do(move_item, item_id=detail.id, version=detail.version, position=position)
        job.then(functools.partial(self._on_moved, detail.id))

    def _on_moved(self, item_id: int, before: int) -> None:
        undo = functools.partial(self._look_up, item_id, functools.partial(self._move_back, before))
        self._undoing.add(self.tr("The item was moved."), undo, quietly=True)

    def _move_back(self, position: int, detail: ItemDetail) -> None:
        self._bridge.do(move_item, item_id=detail.id, version=detail.version, position=position)
