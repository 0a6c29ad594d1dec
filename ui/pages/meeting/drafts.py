"""What is being written in an item, from the first key until it is kept: saved by itself, never overwritten blindly."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from referral_desk.errors import DeskError, Stale
from referral_desk.operations.agenda import edit_item
from referral_desk.queries.agenda import ItemDetail, agenda_item
from ui.language import language

if TYPE_CHECKING:
    from ui.bridge import Bridge

TEXTS: Final = ("title", "resume", "recommendation", "presentation")


def values_of(detail: ItemDetail) -> dict[str, Any]:
    """The fields of an item as the form shows them."""
    owner = None
    if detail.owner_person_id is not None:
        owner = ("person", detail.owner_person_id)
    elif detail.owner_organisation_id is not None:
        owner = ("organisation", detail.owner_organisation_id)
    return {
        "title": detail.title,
        "kind": detail.kind,
        "purpose": detail.purpose,
        "minutes": detail.minutes,
        "label": detail.label,
        "owner": owner,
        "resume": detail.resume,
        "recommendation": detail.recommendation,
        "presentation": detail.presentation,
        "activities": tuple(activity.id for activity in detail.activities),
    }


def as_operation(values: dict[str, Any]) -> dict[str, Any]:
    """The fields as `edit_item` and `add_item` take them."""
    given = dict(values)
    if "owner" in given:
        kind, owner = given.pop("owner") or ("person", None)
        given[f"owner_{kind}_id"] = owner
    if "activities" in given:
        given["activity_ids"] = given.pop("activities")
    return given


@dataclass(frozen=True)
class Conflict:
    """A field that somebody else changed while one was writing in it: both texts are kept until one is chosen."""

    name: str
    mine: Any
    theirs: Any


@dataclass
class Draft:
    """An item as it was last seen, what waits to be saved, and what stands against what somebody else wrote."""

    item_id: int
    number: int
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

    def mine(self) -> dict[str, Any]:
        """All fields as the person wants them."""
        contested = {name: conflict.mine for name, conflict in self.conflicts.items()}
        return {**self.seen, **self.refused, **contested, **self.sent, **self.waiting}


class Drafts(QObject):
    """Saves what is written, one change after another, and meets others' changes field by field."""

    saved = Signal(int)
    """Everything of an item is kept."""
    refused = Signal(int, str, str)
    """Item, field, sentence: the text stays where it is."""
    contested = Signal(int)
    """Somebody else wrote in the same field."""
    lost = Signal(object, object)
    """The item is gone: its draft and the refusal."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._drafts: dict[int, Draft] = {}

    def draft(self, item_id: int) -> Draft | None:
        """What is being written in an item, if it was opened."""
        return self._drafts.get(item_id)

    @property
    def unkept(self) -> list[Draft]:
        """What is not kept yet: on its way, refused, or waiting for a decision."""
        return [draft for draft in self._drafts.values() if not draft.is_clean]

    def hand_over(self) -> list[Draft]:
        """Give what is not kept yet to the page that takes this one's place; nothing more is sent from here."""
        left = [
            replace(draft, waiting={**draft.sent, **draft.waiting}, sent={}, unheard=_as_kept(draft.sent))
            for draft in self.unkept
        ]
        self._drafts = {}
        return left

    def take_over(self, drafts: list[Draft]) -> None:
        """Go on with what the page before had not kept."""
        for draft in drafts:
            self._drafts[draft.item_id] = draft
            job = self._bridge.ask(agenda_item, item_id=draft.item_id, language=language())
            job.then(functools.partial(self._on_taken, draft)).otherwise(functools.partial(self._on_lost, draft))

    def see(self, detail: ItemDetail, typed: dict[str, Any] | None = None) -> Draft:
        """Take in how an item stands now; `typed` is what stands in its fields and was not handed on yet."""
        fresh = values_of(detail)
        draft = self._drafts.get(detail.id)
        if draft is None or (draft.is_clean and not typed):
            draft = Draft(detail.id, detail.number, detail.version, fresh)
            self._drafts[detail.id] = draft
            return draft
        draft.waiting |= {
            name: value
            for name, value in (typed or {}).items()
            if name not in draft.conflicts and draft.refused.get(name, draft) != value
        }
        draft.number = detail.number
        if not draft.sent:
            self._meet(draft, detail)
        return draft

    def write(self, item_id: int, name: str, value: Any) -> None:
        """A field has a new value: save it now, or after what is on its way."""
        draft = self._drafts[item_id]
        draft.refused.pop(name, None)
        if name in draft.conflicts:
            draft.conflicts[name] = Conflict(name, value, draft.conflicts[name].theirs)
            return
        draft.waiting[name] = value
        self._send(draft)

    def settle(self, item_id: int, name: str, value: Any) -> None:
        """Choose what stands in a field that two wrote in."""
        draft = self._drafts[item_id]
        draft.conflicts.pop(name, None)
        if value != draft.seen[name]:
            draft.waiting[name] = value
            self._send(draft)
        elif draft.is_clean:
            self.saved.emit(item_id)

    def forget(self, item_id: int) -> None:
        """The item was removed on purpose: nothing more is saved in it."""
        self._drafts.pop(item_id, None)

    def _send(self, draft: Draft) -> None:
        if draft.sent or not draft.waiting or draft.item_id not in self._drafts:
            return
        draft.sent, draft.waiting = draft.waiting, {}
        job = self._bridge.do(edit_item, item_id=draft.item_id, version=draft.version, **as_operation(draft.sent))
        job.then(functools.partial(self._on_kept, draft)).otherwise(functools.partial(self._on_refused, draft))

    def _on_kept(self, draft: Draft, version: int) -> None:
        draft.version = version
        draft.seen |= _as_kept(draft.sent)
        draft.sent = {}
        self._send(draft)
        if draft.is_clean:
            self.saved.emit(draft.item_id)

    def _on_refused(self, draft: Draft, error: DeskError) -> None:
        if isinstance(error, Stale):
            job = self._bridge.ask(agenda_item, item_id=draft.item_id, language=language())
            job.then(functools.partial(self._on_fresh, draft)).otherwise(functools.partial(self._on_lost, draft))
            return
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
        self.refused.emit(draft.item_id, names[0], error.sentence(language()))
        self._send(draft)

    def _on_fresh(self, draft: Draft, detail: ItemDetail) -> None:
        draft.waiting = {**draft.sent, **draft.waiting}
        draft.sent = {}
        self._meet(draft, detail)

    def _on_taken(self, draft: Draft, detail: ItemDetail) -> None:
        if not draft.sent:
            self._meet(draft, detail)

    def _on_lost(self, draft: Draft, error: DeskError) -> None:
        if self._drafts.pop(draft.item_id, None) is not None:
            self.lost.emit(draft, error)

    def _meet(self, draft: Draft, detail: ItemDetail) -> None:
        """Compare field by field: only what two people wrote in the same field stands against each other."""
        fresh = values_of(detail)
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
        draft.seen, draft.version, draft.unheard = fresh, detail.version, {}
        if draft.conflicts:
            self.contested.emit(draft.item_id)
        self._send(draft)
        if draft.is_clean:
            self.saved.emit(draft.item_id)


def _as_kept(values: dict[str, Any]) -> dict[str, Any]:
    """The values as the desk holds them: in a title each run of blanks is one."""
    return {name: " ".join(value.split()) if name == "title" else value for name, value in values.items()}
