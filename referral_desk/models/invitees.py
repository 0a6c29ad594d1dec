"""Who belongs at a meeting as the desk knows it now: seats held on its day, guests, deputies, chair and secretary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from referral_desk.models.attendance import ROLES, Attendance
from referral_desk.models.meetings import Meeting
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.models.seats import Membership, Seat, held_between
from referral_desk.vocabulary import AttendanceState, AttendeeRole


@dataclass(frozen=True)
class Invitee:
    """Somebody to be invited: as what, for which body, and what they answered so far."""

    person: Person
    role: AttendeeRole
    organisation: Organisation | None
    state: AttendanceState = AttendanceState.UNANSWERED
    answered_at: dt.datetime | None = None


@dataclass
class Roster:
    """Those of one meeting, each once, and the bodies that hold a seat but name nobody who could get a mail."""

    people: dict[int, Invitee] = field(default_factory=dict)
    unnamed: list[Membership] = field(default_factory=list)


def address_key(email: str) -> str:
    """An e-mail address as calendars compare it: small letters, and a place with Danish letters as DNS knows it."""
    local, _, place = email.strip().casefold().rpartition("@")
    try:
        return f"{local}@{place.encode('idna').decode('ascii')}"
    except ValueError:  # no such place can be: a mail to it is refused with a sentence
        return f"{local}@{place}"


def rosters(session: Session, meetings: Sequence[Meeting]) -> dict[int, Roster]:
    """The roster of each meeting by its id, people in the order of their roles and seats; a bounded number of queries.

    The sheet of a meeting (`call_together`) holds the same people once it is made; seats that changed since count as
    they are now.
    """
    if not meetings:
        return {}
    held = _holding(session, meetings)
    sheets = _sheets(session, meetings)
    found = {}
    for meeting in meetings:
        roster = found[meeting.id] = Roster()
        rows = {row.person_id: row for row in sheets.get(meeting.id, []) if row.person_id is not None}
        for who in _of(meeting, held, rows):
            roster.people.setdefault(who.person.id, who)
        roster.unnamed = [row for row in held if row.person is None and _sits(row, meeting)]
    return found


def _of(meeting: Meeting, held: Sequence[Membership], rows: Mapping[int, Attendance]) -> Iterator[Invitee]:
    named = ((AttendeeRole.CHAIR, meeting.chair), (AttendeeRole.SECRETARY, meeting.secretary))
    for row in held:
        if row.person is not None and _sits(row, meeting):
            yield _invitee(row.person, ROLES[row.seat.kind], row.organisation, rows)
    for role, person in named:
        if person is not None:
            yield _invitee(person, role, person.organisation, rows)
    for sheet_row in rows.values():
        comes_for_another = sheet_row.deputy_for_id is not None or sheet_row.role is AttendeeRole.GUEST
        if sheet_row.person is not None and comes_for_another:
            yield _invitee(sheet_row.person, sheet_row.role, sheet_row.organisation, rows)


def _invitee(
    person: Person, role: AttendeeRole, organisation: Organisation | None, rows: Mapping[int, Attendance]
) -> Invitee:
    row = rows.get(person.id)
    if row is None:
        return Invitee(person, role, organisation)
    stands_in = row.deputy_for_id is not None
    return Invitee(person, row.role if stands_in else role, organisation, row.state, row.answered_at)


def _sits(held: Membership, meeting: Meeting) -> bool:
    return held.seat.group_id == meeting.group_id and held.valid_on(meeting.day) and held.seat.valid_on(meeting.day)


def _holding(session: Session, meetings: Sequence[Meeting]) -> list[Membership]:
    first, last = min(meeting.day for meeting in meetings), max(meeting.day for meeting in meetings)
    found = session.scalars(
        select(Membership)
        .join(Seat, Membership.seat_id == Seat.id)
        .where(
            Seat.group_id.in_({meeting.group_id for meeting in meetings}),
            or_(Seat.valid_from.is_(None), Seat.valid_from <= last),
            or_(Seat.valid_to.is_(None), Seat.valid_to >= first),
            held_between(first, last),
        )
        .options(
            joinedload(Membership.seat),
            joinedload(Membership.person),
            joinedload(Membership.organisation).selectinload(Organisation.names),
        )
    )
    order = list(ROLES)
    return sorted(found, key=lambda row: (order.index(row.seat.kind), row.seat.position, row.seat_id))


def _sheets(session: Session, meetings: Sequence[Meeting]) -> dict[int, list[Attendance]]:
    found = session.scalars(
        select(Attendance)
        .where(Attendance.meeting_id.in_([meeting.id for meeting in meetings]))
        .options(
            joinedload(Attendance.person),
            joinedload(Attendance.organisation).selectinload(Organisation.names),
        )
        .order_by(Attendance.id)
    )
    sheets: dict[int, list[Attendance]] = {}
    for row in found:
        sheets.setdefault(row.meeting_id, []).append(row)
    return sheets
