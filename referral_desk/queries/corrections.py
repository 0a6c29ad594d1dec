"""What of approved minutes can be corrected, as the correction's form shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.models import Attendance, Meeting, MinutesEntry, Organisation, Person
from referral_desk.models.attendance import AWAY
from referral_desk.models.entries import entry_row, with_agreed
from referral_desk.queries.comments import EntryRow, entries_on
from referral_desk.queries.groups import ChoiceRow
from referral_desk.texts import danish_order
from referral_desk.vocabulary import AttendanceState, AttendeeRole, EntryKind, Label


@dataclass(frozen=True)
class Line:
    """Somebody on the sheet of a meeting; `can_be_replaced` where a deputy could have come instead."""

    id: int
    name: str
    organisation: str
    state: AttendanceState
    can_be_replaced: bool

    @property
    def came(self) -> bool:
        """Whether they can have been out of the room for an item: who was away was never in it."""
        return self.state not in AWAY


@dataclass(frozen=True)
class HeadRow:
    """What minutes say of the meeting itself."""

    title: str = ""
    place: str = ""
    label: Label = Label.INTERNAL
    chair: ChoiceRow | None = None
    secretary: ChoiceRow | None = None


@dataclass(frozen=True)
class TermsRow:
    """Who does an action by when, as it was agreed; exactly one of the ids is set."""

    owner: str
    owner_person_id: int | None
    owner_organisation_id: int | None
    due: dt.date | None


@dataclass(frozen=True)
class Correctable:
    """All that a correction can name: the entries in the order of the agenda, and who stands on the sheet.

    `terms` are by the entry of an action, `out` by item and then by line: True for a conflict of interest.
    """

    entries: tuple[EntryRow, ...]
    people: tuple[Line, ...]
    head: HeadRow = HeadRow()
    terms: Mapping[int, TermsRow] = field(default_factory=dict)
    out: Mapping[int, Mapping[int, bool]] = field(default_factory=dict)


def correctable(session: Session, *, meeting_id: int, language: str) -> Correctable:
    """What of a meeting's approved minutes can be corrected beside what became of its items and its times."""
    meeting = session.get_one(Meeting, meeting_id, options=[joinedload(Meeting.chair), joinedload(Meeting.secretary)])
    rows = session.scalars(
        select(Attendance)
        .where(Attendance.meeting_id == meeting_id)
        .options(
            joinedload(Attendance.person),
            joinedload(Attendance.organisation).selectinload(Organisation.names),
            selectinload(Attendance.deputy_for),
            selectinload(Attendance.absences),
        )
    ).all()
    taken = {row.deputy_for_id for row in rows}
    lines = []
    out: dict[int, dict[int, bool]] = {}
    for row in rows:
        organisation = row.organisation.name_on(meeting.day, language) if row.organisation else ""
        is_member = row.role not in {AttendeeRole.GUEST, AttendeeRole.DEPUTY} and row.id not in taken
        name = row.person.name if row.person else organisation
        lines.append(Line(row.id, name, organisation if row.person else "", row.state, is_member))
        for absence in row.absences:
            out.setdefault(absence.item_id, {})[row.id] = absence.is_conflict
    return Correctable(
        entries_on(session, meeting_id=meeting_id),
        tuple(sorted(lines, key=lambda one: danish_order(one.name))),
        HeadRow(meeting.title, meeting.place, meeting.label, _choice(meeting.chair), _choice(meeting.secretary)),
        dict(_terms(session, meeting_id, language)),
        out,
    )


def _choice(person: Person | None) -> ChoiceRow | None:
    return ChoiceRow(person.id, person.name) if person is not None else None


def _terms(session: Session, meeting_id: int, language: str) -> Iterable[tuple[int, TermsRow]]:
    found = (
        select(MinutesEntry)
        .where(MinutesEntry.minutes.has(meeting_id=meeting_id), MinutesEntry.action_id.is_not(None))
        .options(*with_agreed())
    )
    for entry in session.scalars(found):
        if entry.kind is EntryKind.ACTION:
            row = entry_row(entry, language)
            yield (
                entry.id,
                TermsRow(row.owner, row.said.owner_person_id, row.said.owner_organisation_id, row.said.due),
            )
