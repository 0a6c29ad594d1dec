"""What an entry of the minutes says, apart from where it is kept, and how two people's versions of it meet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from referral_desk.cpr import cpr_numbers
from referral_desk.merging import merge
from referral_desk.models.base import UNKEEPABLE
from referral_desk.texts import is_blank
from referral_desk.vocabulary import EntryKind, Label

if TYPE_CHECKING:
    from referral_desk.models.minutes import MinutesEntry


@dataclass(frozen=True)
class Said:
    """What one entry says. Owner and due day belong to an action; `rival_of` is the entry that says it otherwise."""

    kind: EntryKind = EntryKind.NOTE
    text: str = ""
    label: Label = Label.INTERNAL
    owner_person_id: int | None = None
    owner_organisation_id: int | None = None
    contact_id: int | None = None
    due: dt.date | None = None
    rival_of: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return is_blank(self.text)

    @property
    def owner(self) -> tuple[int | None, int | None, int | None]:
        """Person, organisation and contact: they change together."""
        return self.owner_person_id, self.owner_organisation_id, self.contact_id

    @property
    def has_cpr(self) -> bool:
        """Whether it looks like it holds a civil registration number (V10): said at once, refused when it is sent."""
        return bool(cpr_numbers(self.text))


@dataclass(frozen=True)
class EntryRow:
    """An entry as it is kept."""

    id: int
    version: int
    item_id: int
    said: Said
    action: str
    """The reference of the action that it made."""
    changed_at: dt.datetime | None
    changed_by: str
    owner: str = ""
    """Who owns the action, where a language was asked for."""


def said(entry: MinutesEntry) -> Said:
    """What an entry says now; who and when are its action's."""
    action = entry.action
    return Said(
        kind=entry.kind,
        text=entry.text,
        label=entry.label,
        owner_person_id=action.owner_person_id if action else None,
        owner_organisation_id=action.owner_organisation_id if action else None,
        contact_id=action.contact_id if action else None,
        due=action.due if action else None,
        rival_of=entry.rival_of_id,
    )


def entry_row(entry: MinutesEntry, language: str = "") -> EntryRow:
    """An entry as a plain row; the owner's name is told in a language, as on the day of the meeting."""
    return EntryRow(
        id=entry.id,
        version=entry.version,
        item_id=entry.item_id,
        said=said(entry),
        action=entry.action.reference if entry.action else "",
        changed_at=entry.changed_at,
        changed_by=entry.changed_by,
        owner=_owner(entry, language) if language else "",
    )


def _owner(entry: MinutesEntry, language: str) -> str:
    action = entry.action
    if action is None:
        return ""
    if action.owner_person is not None:
        return action.owner_person.name
    body = action.owner_organisation
    return body.name_on(entry.minutes.meeting.day, language) if body is not None else ""


def meet(base: Said, mine: Said, theirs: Said) -> Said | None:
    """What two people made of an entry, together; None where they wrote the same words in two ways.

    A kind, label, owner or day that both changed stays as it is kept (`theirs`).
    """
    text = merge(base.text, mine.text, theirs.text)
    if text is None:
        return None
    owner = mine.owner if theirs.owner == base.owner else theirs.owner
    return replace(
        theirs,
        text=text,
        kind=mine.kind if theirs.kind is base.kind else theirs.kind,
        label=mine.label if theirs.label is base.label else theirs.label,
        owner_person_id=owner[0],
        owner_organisation_id=owner[1],
        contact_id=owner[2],
        due=mine.due if theirs.due == base.due else theirs.due,
        rival_of=mine.rival_of if theirs.rival_of == base.rival_of else theirs.rival_of,
    )


def keepable(text: str) -> str:
    """A text that every store takes: lines end in one way, signs that are none are left out. Writing is not refused."""
    return UNKEEPABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
