"""What an entry of the minutes says, apart from where it is kept, and how two people's versions of it meet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy.orm import joinedload
from sqlalchemy.orm.interfaces import ORMOption

from referral_desk.cpr import cpr_numbers
from referral_desk.merging import merge
from referral_desk.models.actions import ActionItem
from referral_desk.models.base import UNKEEPABLE
from referral_desk.models.minutes import MinutesEntry
from referral_desk.models.organisations import Organisation
from referral_desk.texts import is_blank
from referral_desk.vocabulary import EntryKind, Label


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
    """What an entry says now; of an action also who does it by when, as it was agreed."""
    owned = entry.owned_by
    return Said(
        kind=entry.kind,
        text=entry.text,
        label=entry.label,
        owner_person_id=owned.owner_person_id,
        owner_organisation_id=owned.owner_organisation_id,
        contact_id=owned.contact_id,
        due=entry.agreed_due,
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


def with_agreed() -> tuple[ORMOption, ...]:
    """What to load with entries of which it is told who does what: their actions, and the names of who was agreed."""
    action = joinedload(MinutesEntry.action)
    return (
        joinedload(MinutesEntry.owner_person),
        joinedload(MinutesEntry.contact),
        joinedload(MinutesEntry.owner_organisation).selectinload(Organisation.names),
        action.joinedload(ActionItem.owner_person),
        action.joinedload(ActionItem.contact),
        action.joinedload(ActionItem.owner_organisation).selectinload(Organisation.names),
    )


def _owner(entry: MinutesEntry, language: str) -> str:
    agreed = entry.agreed
    if agreed.person is not None:
        return agreed.person.name
    body = agreed.organisation
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
