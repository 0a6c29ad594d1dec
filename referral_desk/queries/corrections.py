"""What of approved minutes can be corrected, as the correction's form shows it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.models import Attendance, Meeting, Organisation
from referral_desk.queries.comments import EntryRow, entries_on
from referral_desk.texts import danish_order
from referral_desk.vocabulary import AttendanceState, AttendeeRole


@dataclass(frozen=True)
class Line:
    """Somebody on the sheet of a meeting; `can_be_replaced` where a deputy could have come instead."""

    id: int
    name: str
    organisation: str
    state: AttendanceState
    can_be_replaced: bool


@dataclass(frozen=True)
class Correctable:
    """All that a correction can name: the entries in the order of the agenda, and who stands on the sheet."""

    entries: tuple[EntryRow, ...]
    people: tuple[Line, ...]


def correctable(session: Session, *, meeting_id: int, language: str) -> Correctable:
    """What of a meeting's approved minutes can be corrected beside what became of its items and its times."""
    meeting = session.get_one(Meeting, meeting_id)
    rows = session.scalars(
        select(Attendance)
        .where(Attendance.meeting_id == meeting_id)
        .options(
            joinedload(Attendance.person),
            joinedload(Attendance.organisation).selectinload(Organisation.names),
            selectinload(Attendance.deputy_for),
        )
    ).all()
    taken = {row.deputy_for_id for row in rows}
    lines = []
    for row in rows:
        organisation = row.organisation.name_on(meeting.day, language) if row.organisation else ""
        is_member = row.role not in {AttendeeRole.GUEST, AttendeeRole.DEPUTY} and row.id not in taken
        name = row.person.name if row.person else organisation
        lines.append(Line(row.id, name, organisation if row.person else "", row.state, is_member))
    return Correctable(
        entries_on(session, meeting_id=meeting_id), tuple(sorted(lines, key=lambda one: danish_order(one.name)))
    )
