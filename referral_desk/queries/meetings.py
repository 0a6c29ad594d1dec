"""Meetings: the list of a year with what each needs, and what speaks against a date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, selectinload

from referral_desk import clock
from referral_desk.models import AgendaItem, Document, Group, Meeting, Membership, PackIssue, Paper, Person, Seat
from referral_desk.models.seats import held_between
from referral_desk.models.settings import DeadlineBook, deadline_book
from referral_desk.queries.chain import TIERS, rhythm_begins, short_name
from referral_desk.queries.groups import last_and_next
from referral_desk.texts import danish_order
from referral_desk.vocabulary import Label, MeetingKind, Stage, Tier


@dataclass(frozen=True)
class GroupChoice:
    """A group that can meet, for a list to choose from."""

    id: int
    name: str
    tier: Tier
    place: str


@dataclass(frozen=True)
class MeetingRow:
    """One meeting in a list."""

    id: int
    version: int
    group_id: int
    group: str
    tier: Tier
    kind: MeetingKind
    title: str
    label: Label
    day: dt.date
    starts: dt.time
    ends: dt.time
    year: int
    quarter: int
    place: str
    stage: Stage
    is_cancelled: bool
    cancel_reason: str
    moved_from: dt.date | None
    move_reason: str
    items: int
    minutes_over: int
    papers: int
    bad_papers: int
    issues: int
    pack_due: dt.date | None
    """The day by which the pack must be out; None once it was, or where the meeting is over or off."""
    is_next: bool
    """The group's next meeting from today on."""
    is_last: bool
    """The group's latest meeting before today."""


@dataclass(frozen=True)
class EmptyRow:
    """A quarter in which a group of the chain has no ordinary meeting, though it keeps the rhythm (V3)."""

    group_id: int
    group: str
    tier: Tier
    quarter: int


@dataclass(frozen=True)
class MeetingsRow:
    """A year's meetings with what to filter them by."""

    year: int
    rows: tuple[MeetingRow, ...]
    groups: tuple[GroupChoice, ...]
    years: tuple[int, ...]
    empty: tuple[EmptyRow, ...]


@dataclass(frozen=True)
class DayWarning:
    """Why a date deserves a second look (V16): a holiday or weekend, a clash, a second meeting in the quarter."""

    kind: str
    """holiday, weekend, clash or same_quarter"""
    what: str = ""
    """The holiday's name, or the other group's."""
    people: tuple[str, ...] = ()
    """Who has a seat in both groups that day."""


def groups_that_meet(session: Session, *, day: dt.date, language: str) -> tuple[GroupChoice, ...]:
    """The groups in force on a day, in the order of the chain."""
    order = [*TIERS, Tier.OTHER]
    found = session.scalars(select(Group).options(selectinload(Group.names)))
    standing = sorted(
        (group for group in found if group.valid_on(day)),
        key=lambda group: (order.index(group.tier), group.position, group.code),
    )
    return tuple(GroupChoice(group.id, short_name(group, day, language), group.tier, group.place) for group in standing)


def meetings(session: Session, *, year: int, today: dt.date, language: str) -> MeetingsRow:
    """The meetings that count for a year or lie in it, by day; groups are named as on the meeting's day."""
    found = list(
        session.scalars(
            select(Meeting)
            .where((Meeting.year == year) | Meeting.day.between(dt.date(year, 1, 1), dt.date(year, 12, 31)))
            .order_by(Meeting.day, Meeting.starts, Meeting.id)
            .options(selectinload(Meeting.group).selectinload(Group.names))
        )
    )
    counts = _counts(session, [meeting.id for meeting in found])
    places = _next_and_last(session, today)
    book = deadline_book(session)
    rows = tuple(_row(one, counts[one.id], places, book, today=today, language=language) for one in found)
    years = set(session.scalars(select(Meeting.year).distinct())) | {today.year}
    groups = groups_that_meet(session, day=today, language=language)
    return MeetingsRow(year, rows, groups, tuple(sorted(years)), _empty(session, rows, groups, year, today))


def day_warnings(
    session: Session, *, group_id: int, day: dt.date, language: str, besides: int | None = None
) -> tuple[DayWarning, ...]:
    """What speaks against a day for a group's meeting; `besides` is the meeting that would be moved there."""
    found = []
    if name := clock.holiday(day, language):
        found.append(DayWarning("holiday", name))
    elif day.weekday() >= clock.SATURDAY:
        found.append(DayWarning("weekend"))
    that_day = session.scalars(
        select(Meeting).where(Meeting.day == day, Meeting.cancelled_at.is_(None), Meeting.id != (besides or 0))
    )
    own = _holders(session, group_id, day)
    for other in that_day:
        both = own.keys() & _holders(session, other.group_id, day).keys()
        if both or other.group_id == group_id:
            names = tuple(sorted((own[person_id] for person_id in both), key=danish_order))
            found.append(DayWarning("clash", short_name(other.group, day, language), names))
    quarter = clock.Quarter.of(day)
    same = session.scalar(
        select(func.count()).where(
            Meeting.group_id == group_id,
            Meeting.year == quarter.year,
            Meeting.quarter == quarter.number,
            Meeting.kind == MeetingKind.ORDINARY,
            Meeting.cancelled_at.is_(None),
            Meeting.id != (besides or 0),
            Meeting.day != day,
        )
    )
    if same:
        found.append(DayWarning("same_quarter"))
    return tuple(found)


def _empty(
    session: Session, rows: tuple[MeetingRow, ...], groups: tuple[GroupChoice, ...], year: int, today: dt.date
) -> tuple[EmptyRow, ...]:
    keepers = session.scalars(select(Group).where(Group.meetings_per_year.is_not(None)))
    rhythm = {group.id: group for group in keepers if group.is_quarterly}
    begins = rhythm_begins(session, rhythm.values(), today)
    met = {
        (row.group_id, row.quarter)
        for row in rows
        if row.year == year and row.kind is MeetingKind.ORDINARY and not row.is_cancelled
    }
    return tuple(
        EmptyRow(group.id, group.name, group.tier, quarter)
        for quarter in range(1, 5)
        for group in groups
        if group.tier in TIERS
        and group.id in rhythm
        and (group.id, quarter) not in met
        and rhythm[group.id].stands_in(clock.Quarter(year, quarter))
        and clock.Quarter(year, quarter).first >= begins[group.id].first
    )


@dataclass
class _Counts:
    items: int = 0
    minutes: int = 0
    papers: int = 0
    bad_papers: int = 0
    issues: int = 0


def _counts(session: Session, ids: list[int]) -> dict[int, _Counts]:
    found = {meeting: _Counts() for meeting in ids}
    items = (
        select(AgendaItem.meeting_id, func.count(), func.sum(AgendaItem.minutes))
        .where(AgendaItem.meeting_id.in_(ids))
        .group_by(AgendaItem.meeting_id)
    )
    for meeting, count, minutes in session.execute(items):
        found[meeting].items, found[meeting].minutes = count, minutes
    papers = (
        select(AgendaItem.meeting_id, func.count(), func.sum(case((Document.problem != "", 1), else_=0)))
        .join(Paper, Paper.item_id == AgendaItem.id)
        .join(Document, Document.id == Paper.document_id)
        .where(AgendaItem.meeting_id.in_(ids))
        .group_by(AgendaItem.meeting_id)
    )
    for meeting, count, bad in session.execute(papers):
        found[meeting].papers, found[meeting].bad_papers = count, bad
    issues = (
        select(PackIssue.meeting_id, func.count()).where(PackIssue.meeting_id.in_(ids)).group_by(PackIssue.meeting_id)
    )
    for meeting, count in session.execute(issues):
        found[meeting].issues = count
    return found


def _next_and_last(session: Session, today: dt.date) -> tuple[set[int], set[int]]:
    rows = session.execute(select(*last_and_next(Meeting.id, today)).select_from(Group)).all()
    return {row[1] for row in rows if row[1]}, {row[0] for row in rows if row[0]}


def _row(
    meeting: Meeting,
    counts: _Counts,
    place: tuple[set[int], set[int]],
    book: DeadlineBook,
    *,
    today: dt.date,
    language: str,
) -> MeetingRow:
    coming, latest = place
    waits = not meeting.is_closed_to_change and meeting.day >= today
    is_out = meeting.stage is Stage.AGENDA_SENT or counts.issues > 0
    return MeetingRow(
        id=meeting.id,
        version=meeting.version,
        group_id=meeting.group_id,
        group=short_name(meeting.group, meeting.day, language),
        tier=meeting.group.tier,
        kind=meeting.kind,
        title=meeting.title,
        label=meeting.label,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        year=meeting.year,
        quarter=meeting.quarter,
        place=meeting.place,
        stage=meeting.stage,
        is_cancelled=meeting.is_cancelled,
        cancel_reason=meeting.cancel_reason,
        moved_from=meeting.moved_from,
        move_reason=meeting.move_reason,
        items=counts.items,
        minutes_over=max(0, counts.minutes - meeting.length),
        papers=counts.papers,
        bad_papers=counts.bad_papers,
        issues=counts.issues,
        pack_due=book.of(meeting.group.code).pack_due(meeting.day) if waits and not is_out else None,
        is_next=meeting.id in coming,
        is_last=meeting.id in latest,
    )


def _holders(session: Session, group_id: int, day: dt.date) -> dict[int, str]:
    found = session.execute(
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Seat.group_id == group_id, held_between(day, day))
    )
    return {row.id: row.name for row in found}
