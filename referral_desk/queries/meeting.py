"""One meeting: when, where, how far it is, what its next step lacks, and who sat in the group on its day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from referral_desk.errors import Stale
from referral_desk.guard.meeting_leaks import leak_findings, minutes_leaks
from referral_desk.models import (
    AgendaItem,
    EntryComment,
    Group,
    Meeting,
    Membership,
    Minutes,
    MinutesEntry,
    Organisation,
    PackIssue,
    Paper,
    Person,
    Seat,
)
from referral_desk.models.findings import Finding as Finding  # noqa: PLC0414 - same
from referral_desk.models.findings import Where as Where  # noqa: PLC0414 - same
from referral_desk.models.meetings import PREPARING as PREPARING  # noqa: PLC0414 - same
from referral_desk.queries.chain import short_name
from referral_desk.queries.meeting_moves import Move, moves
from referral_desk.queries.seats import in_order, periods
from referral_desk.texts import N_, danish_order
from referral_desk.vocabulary import Label, MeetingKind, SeatKind, Sector, Stage, Tier

GONE = N_("This meeting is no longer on the desk: go back to the list.")


@dataclass(frozen=True)
class MemberRow:
    """A seat on the meeting's day: who holds it (empty: nobody), for whom, in the words of that day."""

    seat_id: int
    kind: SeatKind
    sector: Sector | None
    person_id: int | None
    name: str
    title: str
    organisation: str
    represents: str
    email: str
    is_vacant: bool
    is_well_held: bool


@dataclass(frozen=True)
class PersonChoice:
    """Somebody who can be named: chair, secretary or owner of an item."""

    id: int
    name: str
    organisation: str


@dataclass(frozen=True)
class MeetingDetail:
    """One meeting without its agenda."""

    id: int
    version: int
    group_id: int
    group: str
    group_name: str
    tier: Tier
    kind: MeetingKind
    title: str
    day: dt.date
    starts: dt.time
    ends: dt.time
    year: int
    quarter: int
    place: str
    label: Label
    stage: Stage
    next_stage: Stage | None
    lacks: tuple[Finding, ...]
    chair_id: int | None
    chair: str
    secretary_id: int | None
    secretary: str
    is_cancelled: bool
    cancel_reason: str
    moved_from: dt.date | None
    move_reason: str
    moves: tuple[Move, ...]
    """Every move with its own reason, oldest first."""
    is_closed_to_change: bool
    is_head_closed: bool
    """Whether title, place, label, chair and secretary stay as they are."""
    keeps_step: str
    """Why its last step cannot be taken back, as a template; empty where it can."""
    items: int
    planned_minutes: int
    minutes_over: int
    bad_papers: int
    issues: int
    members: int
    next_meeting: dt.date | None
    number: int | None
    minutes_id: int | None
    minutes_version: int


def meeting_detail(session: Session, *, meeting_id: int, language: str, today: dt.date | None = None) -> MeetingDetail:
    """One meeting; Stale if it is no longer on the desk.

    The next step is that of `today`; without it the one that comes next in the order of stages.
    """
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            selectinload(Meeting.items).selectinload(AgendaItem.papers).selectinload(Paper.document),
            selectinload(Meeting.issues).load_only(PackIssue.id, PackIssue.number),
            joinedload(Meeting.chair),
            joinedload(Meeting.secretary),
            *_WRITTEN,
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    load_holders(session, meeting)
    minutes = meeting.minutes
    following = session.scalar(
        select(func.min(Meeting.day)).where(
            Meeting.group_id == meeting.group_id, Meeting.day > meeting.day, Meeting.cancelled_at.is_(None)
        )
    )
    return MeetingDetail(
        id=meeting.id,
        version=meeting.version,
        group_id=meeting.group_id,
        group=short_name(meeting.group, meeting.day, language),
        group_name=meeting.group.name_on(meeting.day, language),
        tier=meeting.group.tier,
        kind=meeting.kind,
        title=meeting.title,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        year=meeting.year,
        quarter=meeting.quarter,
        place=meeting.place,
        label=meeting.label,
        stage=meeting.stage,
        next_stage=meeting.next_stage if today is None else meeting.next_stage_on(today),
        lacks=(*_leaks(session, meeting), *meeting.lacks(today)),
        chair_id=meeting.chair_id,
        chair=meeting.chair.name if meeting.chair else "",
        secretary_id=meeting.secretary_id,
        secretary=meeting.secretary.name if meeting.secretary else "",
        is_cancelled=meeting.is_cancelled,
        cancel_reason=meeting.cancel_reason,
        moved_from=meeting.moved_from,
        move_reason=meeting.move_reason,
        moves=moves(session, meeting),
        is_closed_to_change=meeting.is_closed_to_change,
        is_head_closed=meeting.is_head_closed,
        keeps_step=meeting.keeps_step,
        items=len(meeting.items),
        planned_minutes=meeting.planned_minutes,
        minutes_over=meeting.minutes_over,
        bad_papers=sum(bool(paper.document.problem) for item in meeting.items for paper in item.papers),
        issues=len(meeting.issues),
        members=sum(seat.held_on(meeting.day) is not None for seat in meeting.group.seats if seat.is_member_seat),
        next_meeting=following,
        number=meeting.number,
        minutes_id=minutes.id if minutes else None,
        minutes_version=minutes.version if minutes else 0,
    )


def _leaks(session: Session, meeting: Meeting) -> list[Finding]:
    return leak_findings(minutes_leaks(session, meeting.minutes)) if meeting.minutes else []


# What the steps of held meetings look at, in a few statements.
_WRITTEN = (
    joinedload(Meeting.minutes).selectinload(Minutes.entries).joinedload(MinutesEntry.action),
    joinedload(Meeting.minutes).selectinload(Minutes.comments).joinedload(EntryComment.person),
)


def load_holders(session: Session, meeting: Meeting) -> None:
    """Load the group's seats with those who hold them on the meeting's day, and nobody who held them before."""
    seats = selectinload(Group.seats).selectinload(periods(meeting.day))
    found = session.scalars(select(Group).where(Group.id == meeting.group_id).options(selectinload(Group.names), seats))
    set_committed_value(meeting, "group", found.one())


def meeting_members(session: Session, *, meeting_id: int, language: str) -> tuple[MemberRow, ...]:
    """Every seat of the group on the meeting's day, chair first, and who held it, under the names of that day (V2)."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise Stale(GONE)
    day = meeting.day
    holders = select(Seat).where(Seat.group_id == meeting.group_id)
    spoken_for = selectinload(Seat.represents)
    seats = session.scalars(
        holders.options(
            selectinload(periods(day)).joinedload(Membership.person),
            selectinload(periods(day)).joinedload(Membership.organisation).selectinload(Organisation.names),
            joinedload(Seat.organisation).selectinload(Organisation.names),
            spoken_for.selectinload(Group.names),
            spoken_for.selectinload(Group.seats).selectinload(periods(day)).joinedload(Membership.person),
        )
    )
    return tuple(_member(seat, day, language) for seat in in_order([*seats]) if seat.valid_on(day))


def people_to_name(session: Session, *, day: dt.date, language: str) -> tuple[PersonChoice, ...]:
    """Everybody who is active, with the organisation as it is called on a day."""
    found = session.scalars(
        select(Person)
        .where(Person.is_active)
        .options(selectinload(Person.organisation).selectinload(Organisation.names))
    )
    return tuple(
        PersonChoice(person.id, person.name, person.organisation.name_on(day, language) if person.organisation else "")
        for person in sorted(found, key=lambda person: danish_order(person.name))
    )


def _member(seat: Seat, day: dt.date, language: str) -> MemberRow:
    held = seat.held_on(day)
    person = held.person if held else None
    organisation = held.organisation if held else seat.organisation
    return MemberRow(
        seat_id=seat.id,
        kind=seat.kind,
        sector=seat.sector,
        person_id=person.id if person else None,
        name=person.name if person else "",
        title=person.title if person else seat.title,
        organisation=organisation.name_on(day, language) if organisation else "",
        represents=short_name(seat.represents, day, language) if seat.represents else "",
        email=person.email if person else "",
        is_vacant=held is None,
        is_well_held=seat.is_well_held(day),
    )
