"""What is being written in a record until it is kept: saved by itself, and never over what somebody else wrote."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from referral_desk.errors import DeskError, Stale
from ui.language import language

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.jobs import Job


class Subject(Protocol):
    """How one kind of record is read and kept: what tells the items of an agenda from cases."""

    def key_of(self, detail: Any) -> int:
        """The id of a record."""

    def version_of(self, detail: Any) -> int:
        """The version of a record as it was seen."""

    def values_of(self, detail: Any) -> dict[str, Any]:
        """The fields of a record as the form shows them."""

    def ask(self, bridge: Bridge, key: int) -> Job[Any]:
        """Ask for a record as it stands now."""

    def keep(self, bridge: Bridge, key: int, version: int, values: dict[str, Any]) -> Job[Any]:
        """Keep some of its fields."""

    def version_after(self, kept: Any) -> int:
        """The version that it has by what `keep` gave."""

    def as_kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values as the desk holds them once they are kept."""


@dataclass(frozen=True)
class Conflict:
    """A field that somebody else changed while one was writing in it: both texts are kept until one is chosen."""

    name: str
    mine: Any
    theirs: Any


@dataclass
class Draft:
    """A record as it was last seen, what waits to be saved, and what stands against what somebody else wrote."""

    key: int
    detail: Any
    version: int
    seen: dict[str, Any]
    waiting: dict[str, Any] = field(default_factory=dict)
    sent: dict[str, Any] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    refused: dict[str, Any] = field(default_factory=dict)
    """What a rule did not take; it stays in its field until it is written anew."""
    unheard: dict[str, Any] = field(default_factory=dict)
    """What was on its way when another page took over: if it stands on the desk now, one wrote it oneself."""

    @property
    def is_clean(self) -> bool:
        """Whether everything is kept."""
        return not (self.waiting or self.sent or self.conflicts or self.refused)

    @property
    def is_on_its_way(self) -> bool:
        """Whether something will be kept without anybody deciding anything."""
        return bool(self.waiting or self.sent)

    def mine(self) -> dict[str, Any]:
        """All fields as the person wants them."""
        contested = {name: conflict.mine for name, conflict in self.conflicts.items()}
        return {**self.seen, **self.refused, **contested, **self.sent, **self.waiting}


class Drafts(QObject):
    """Saves what is written, one change after another, and meets others' changes field by field."""

    saved = Signal(int)
    """Everything of a record is kept."""
    refused = Signal(int, str, str)
    """Record, field, sentence: the text stays where it is."""
    contested = Signal(int)
    """Somebody else wrote in the same field."""
    lost = Signal(object, object)
    """The record is gone: its draft and the refusal."""

    def __init__(self, bridge: Bridge, subject: Subject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._subject = bridge, subject
        self._drafts: dict[int, Draft] = {}

    def draft(self, key: int) -> Draft | None:
        """What is being written in a record, if it was opened."""
        return self._drafts.get(key)

    @property
    def unkept(self) -> list[Draft]:
        """What is not kept yet: on its way, refused, or waiting for a decision."""
        return [draft for draft in self._drafts.values() if not draft.is_clean]

    def hand_over(self) -> list[Draft]:
        """Give what is not kept yet to the page that takes this one's place; nothing more is sent from here."""
        left = [
            replace(
                draft,
                waiting={**draft.sent, **draft.waiting},
                sent={},
                unheard=self._subject.as_kept(draft.sent),
            )
            for draft in self.unkept
        ]
        self._drafts = {}
        return left

    def take_over(self, drafts: list[Draft]) -> None:
        """Go on with what the page before had not kept."""
        for draft in drafts:
            self._drafts[draft.key] = draft
            job = self._subject.ask(self._bridge, draft.key)
            job.then(functools.partial(self._on_taken, draft)).otherwise(functools.partial(self._on_lost, draft))

    def see(self, detail: Any, typed: dict[str, Any] | None = None) -> Draft:
        """Take in how a record stands now; `typed` is what stands in its fields and was not handed on yet."""
        key, fresh = self._subject.key_of(detail), self._subject.values_of(detail)
        draft = self._drafts.get(key)
        if draft is None or (draft.is_clean and not typed):
            draft = Draft(key, detail, self._subject.version_of(detail), fresh)
            self._drafts[key] = draft
            return draft
        draft.waiting |= {
            name: value
            for name, value in (typed or {}).items()
            if name not in draft.conflicts and draft.refused.get(name, draft) != value
        }
        draft.detail = detail
        if not draft.sent:
            self._meet(draft, detail)
        return draft

    def write(self, key: int, name: str, value: Any) -> None:
        """A field has a new value: save it now, or after what is on its way."""
        draft = self._drafts[key]
        draft.refused.pop(name, None)
        if name in draft.conflicts:
            draft.conflicts[name] = Conflict(name, value, draft.conflicts[name].theirs)
            return
        draft.waiting[name] = value
        self._send(draft)

    def settle(self, key: int, name: str, value: Any) -> None:
        """Choose what stands in a field that two wrote in."""
        draft = self._drafts[key]
        draft.conflicts.pop(name, None)
        if value != draft.seen[name]:
            draft.waiting[name] = value
            self._send(draft)
        elif draft.is_clean:
            self.saved.emit(key)

    def forget(self, key: int) -> None:
        """The record was removed on purpose: nothing more is saved in it."""
        self._drafts.pop(key, None)

    def _send(self, draft: Draft) -> None:
        if draft.sent or not draft.waiting or draft.key not in self._drafts:
            return
        draft.sent, draft.waiting = draft.waiting, {}
        job = self._subject.keep(self._bridge, draft.key, draft.version, draft.sent)
        job.then(functools.partial(self._on_kept, draft)).otherwise(functools.partial(self._on_refused, draft))

    def _on_kept(self, draft: Draft, kept: Any) -> None:
        draft.version = self._subject.version_after(kept)
        draft.seen |= self._subject.as_kept(draft.sent)
        draft.sent = {}
        self._send(draft)
        if draft.is_clean:
            self.saved.emit(draft.key)

    def _on_refused(self, draft: Draft, error: DeskError) -> None:
        if isinstance(error, Stale):
            job = self._subject.ask(self._bridge, draft.key)
            job.then(functools.partial(self._on_fresh, draft, error)).otherwise(functools.partial(self._on_lost, draft))
            return
        self._sort_out(draft, error)

    def _sort_out(self, draft: Draft, error: DeskError) -> None:
        """Keep what a rule does not take from what it does."""
        sent, draft.sent = draft.sent, {}
        names = list(sent)
        if len(names) > 1:
            # Which of them is wrong is found by saving one by one.
            for name in names:
                draft.waiting.setdefault(name, sent[name])
            draft.waiting, rest = {names[0]: draft.waiting[names[0]]}, draft.waiting
            self._send(draft)
            draft.waiting |= {name: value for name, value in rest.items() if name != names[0]}
            return
        draft.refused[names[0]] = sent[names[0]]
        self.refused.emit(draft.key, names[0], error.sentence(language()))
        self._send(draft)

    def _on_fresh(self, draft: Draft, error: DeskError, detail: Any) -> None:
        if self._subject.version_of(detail) == draft.version:
            # Nobody changed the record: what it shall be tied to is gone. Sent again it would be refused for ever.
            self._sort_out(draft, error)
            return
        draft.waiting = {**draft.sent, **draft.waiting}
        draft.sent = {}
        self._meet(draft, detail)

    def _on_taken(self, draft: Draft, detail: Any) -> None:
        if not draft.sent:
            self._meet(draft, detail)

    def _on_lost(self, draft: Draft, error: DeskError) -> None:
        if self._drafts.pop(draft.key, None) is not None:
            self.lost.emit(draft, error)

    def _meet(self, draft: Draft, detail: Any) -> None:
        """Compare field by field: only what two people wrote in the same field stands against each other."""
        fresh = self._subject.values_of(detail)
        for name, mine in list(draft.waiting.items()):
            if fresh[name] == mine:
                del draft.waiting[name]
            elif fresh[name] not in (draft.seen[name], draft.unheard.get(name, draft.seen[name])):
                draft.conflicts[name] = Conflict(name, draft.waiting.pop(name), fresh[name])
        for name, conflict in list(draft.conflicts.items()):
            if fresh[name] == conflict.mine:
                del draft.conflicts[name]
            else:
                draft.conflicts[name] = Conflict(name, conflict.mine, fresh[name])
        draft.seen, draft.version, draft.unheard = fresh, self._subject.version_of(detail), {}
        if draft.conflicts:
            self.contested.emit(draft.key)
        self._send(draft)
        if draft.is_clean:
            self.saved.emit(draft.key)
