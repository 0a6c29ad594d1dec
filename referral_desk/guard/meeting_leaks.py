"""The leak alarm on what a meeting sends round: what a find is told as, and what is found in its minutes (V10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy.orm import Session

from referral_desk.cpr import cpr_numbers
from referral_desk.guard.personal_data import Find, Ordinary, finds, masked
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.kept_finds import KeptFind, find_hash, find_salt, kept_among
from referral_desk.models.work_contacts import work_contacts
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind, MinutesState

if TYPE_CHECKING:
    from referral_desk.models.minutes import Minutes

LEAK: Final = "leak"
"""The `field_name` of what the alarm finds in entries."""
CIRCULATED: Final = frozenset({MinutesState.WITH_CHAIR, MinutesState.IN_COMMENT})
"""From where the next step of minutes goes to other people."""
IN_ENTRY: Final = N_(
    "The minutes of item {number} hold what looks like personal data ({kind}, {words}): take it out, or keep it and say"
    " why."
)


@dataclass(frozen=True)
class Leak:
    """A find in something that goes round, told once for each text however often it stands there.

    `subject` (kind, id) and `field` tell what it was found in, as `KeptFind` does; `page` counts from 1, 0 for none.
    `reason` tells why it was kept, empty where nobody kept it.
    """

    subject: tuple[str, int]
    field: str
    find: Find
    template: str
    number: str
    page: int = 0
    item_id: int | None = None
    paper_id: int | None = None
    entry_id: int | None = None
    text: str = ""
    """What the find stands in, for entries."""
    meeting_id: int | None = None
    """The earlier meeting that it is mended at, where the pack carries it from there; `item_id` is an item of it."""
    action_id: int | None = None
    """The open action that holds it."""
    also: tuple[tuple[str, int], ...] = ()
    """Of what else a reason counts here, whatever field it was given for."""
    reason: str = ""

    @property
    def finding(self) -> Finding:
        """What stops the next step."""
        is_entry = self.entry_id is not None and self.meeting_id is None
        where = Where.PAPER if self.paper_id else Where.ENTRY if is_entry else Where.ITEM
        where = Where.MEETING if self.subject[0] == "meeting" else where
        told = {"number": self.number, "kind": self.find.kind, "words": masked(self.find), "page": self.page}
        return Finding(
            Weight.STOPS,
            where,
            self.template,
            told,
            item_id=self.item_id,
            paper_id=self.paper_id,
            entry_id=self.entry_id,
            field_name={Where.MEETING: self.field, Where.ITEM: self.field, Where.ENTRY: LEAK}.get(where, ""),
        )


def leak_findings(leaks: Iterable[Leak]) -> list[Finding]:
    """What stops the next step: the finds that nobody kept."""
    return [one.finding for one in leaks if not one.reason]


def minutes_leaks(session: Session, minutes: Minutes) -> tuple[Leak, ...]:
    """Look through the entries of minutes that are to be sent or approved next; none in any other state."""
    if minutes.state not in CIRCULATED:
        return ()
    ordinary = ordinary_of(session)
    found = [
        Leak(
            ("minutes", minutes.id),
            entry_field(entry.id),
            find,
            IN_ENTRY,
            str(entry.item.number),
            item_id=entry.item_id,
            entry_id=entry.id,
            text=entry.text,
        )
        for entry in minutes.in_order()
        for find in new_finds(entry.text, ordinary)
    ]
    return with_reasons(session, found)


def entry_field(entry_id: int) -> str:
    """What an entry is called where its finds are kept."""
    return f"entry {entry_id}"


def ordinary_of(session: Session) -> Ordinary:
    """The work contacts of the directory."""
    contacts = work_contacts(session)
    return Ordinary.of(phones=contacts.phones, emails=contacts.emails, addresses=contacts.addresses)


def new_finds(text: str, ordinary: Ordinary) -> list[Find]:
    """What is found in a text whose CPR numbers have findings of their own, which nobody can keep."""
    has_cpr = bool(cpr_numbers(text))
    return [find for find in finds(text, ordinary=ordinary) if not (has_cpr and find.kind is FindKind.CPR)]


def with_reasons(session: Session, leaks: Iterable[Leak]) -> tuple[Leak, ...]:
    """Each find once a text, with the reason for which it was kept."""
    once: dict[tuple[object, ...], Leak] = {}
    for one in leaks:
        once.setdefault((one.subject, one.field, one.find.kind, " ".join(one.find.words.split())), one)
    if not once:
        return ()
    kept = kept_among(session, {subject for one in once.values() for subject in (one.subject, *one.also)})
    if not kept:
        return tuple(once.values())
    salt = find_salt(session) or ""
    return tuple(replace(one, reason=_reason(one, kept, salt)) for one in once.values())


def _reason(one: Leak, kept: list[KeptFind], salt: str) -> str:
    fitting = [
        row
        for row in kept
        for place in [(row.subject_kind, row.subject_id)]
        if row.kind is one.find.kind and ((place == one.subject and row.field == one.field) or place in one.also)
    ]
    # Hashing is slow on purpose.
    words = find_hash(one.find.words, salt) if fitting else ""
    return next((row.reason for row in fitting if row.words_hash == words), "")
