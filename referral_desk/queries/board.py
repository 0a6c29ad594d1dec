"""The Board: where every group stands in every quarter of a year, what waits for somebody, what comes up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, selectinload

from referral_desk.clock import Quarter, add_working_days, working_days
from referral_desk.models import AgendaItem, Document, Group, Meeting, Membership, PackIssue, Paper, Seat
from referral_desk.queries.board_rows import BoardRow, CellRow, ComingRow, LineRow, NeedKind, NeedRow
from referral_desk.queries.seats import periods
from referral_desk.vocabulary import MeetingKind, SeatKind, Stage, Tier

TIERS = (Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)
COMING = dt.timedelta(days=30)
# A meeting at one of these is a loose end, whatever year it belongs to.
OPEN = (Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT, Stage.HELD)
# Deadlines of domain 4.4; they become settings of the desk.
INVITATION = dt.timedelta(days=28)
CALL_FOR_ITEMS = dt.timedelta(days=21)
PACK = dt.timedelta(days=7)
PAPERS = dt.timedelta(days=60)
MINUTES_WORKING_DAYS = 5
NEXT_QUARTER = dt.timedelta(days=30)


_ORDER = list(NeedKind)


@dataclass
class _Facts:
    """What is known of the meetings in view, counted once for all."""

    items: dict[int, int]
    bad_papers: dict[int, int]
    issued: set[int]


def board(session: Session, *, year: int, day: dt.date, language: str) -> BoardRow:
    """The Board of a year, seen on a day, with the groups' names in "da" or "en"."""
    groups = _groups(session, day)
    now = Quarter.of(day)
    meetings = _meetings(session, {year, now.year, now.next().year}, groups, day)
    facts = _facts(session, [meeting.id for meeting in meetings])
    by_group: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_group[meeting.group_id].append(meeting)
    begins = rhythm_begins(session, groups, day)
    needs: list[NeedRow] = []
    lines = []
    for group in groups:
        name = short_name(group, day, language)
        meeting_needs = _meeting_needs(by_group[group.id], facts, day, name)
        needs += meeting_needs
        needs += _rhythm_needs(group, by_group[group.id], day, name)
        lines.append(_line(group, by_group[group.id], meeting_needs, year, name, begins=begins[group.id]))
    needs += _representation_needs(groups, day, language)
    needs += [
        NeedRow(NeedKind.UNCOVERED, group.id, short_name(group, day, language), sectors=tuple(missing))
        for group in groups
        if (missing := group.uncovered_sectors(day))
    ]
    lines = [_with_representation(line, groups, day) if line.tier is Tier.NATIONAL else line for line in lines]
    years = set(session.scalars(select(Meeting.year).distinct())) | {now.year}
    return BoardRow(
        year=year,
        today=day,
        working_days_left=working_days(day, now.last),
        lines=tuple(lines),
        needs=tuple(sorted(needs, key=lambda need: (need.due or dt.date.max, _ORDER.index(need.kind), need.group))),
        coming=_coming(meetings, facts, groups, day, language),
        years=tuple(sorted(years)),
    )


def short_name(group: Group, day: dt.date, language: str) -> str:
    """The group's short name on a day, or its name where it has none."""
    return group.short_on(day, language)


def rhythm_begins(session: Session, groups: Iterable[Group], day: dt.date) -> dict[int, Quarter]:
    """The quarter from which each group is held to its rhythm, seen on a day.

    A group whose first day nobody knows is held to it from its first meeting on the desk, or from now on: a new
    desk has no empty quarters from before it was there.
    """
    # An index leads to the first meeting: the others, however many, are not read.
    first = (
        select(Meeting.id)
        .where(Meeting.group_id == Group.id, Meeting.kind == MeetingKind.ORDINARY)
        .order_by(Meeting.day, Meeting.starts)
        .limit(1)
        .correlate(Group)
    )
    query = select(Group.id, Meeting.year, Meeting.quarter).join(Meeting, Meeting.id == first.scalar_subquery())
    known = {group_id: Quarter(year, number) for group_id, year, number in session.execute(query)}
    now = Quarter.of(day)

    def begins(group: Group) -> Quarter:
        if group.valid_from is not None:
            return Quarter.of(group.valid_from)
        met = known.get(group.id, now)
        return met if met.first < now.first else now

    return {group.id: begins(group) for group in groups}


def _groups(session: Session, day: dt.date) -> list[Group]:
    holders = selectinload(Group.seats).selectinload(periods(day)).selectinload(Membership.person)
    found = session.scalars(select(Group).where(Group.tier.in_(TIERS)).options(selectinload(Group.names), holders))
    standing = [group for group in found if group.valid_on(day)]
    return sorted(standing, key=lambda group: (TIERS.index(group.tier), group.position, group.code))


def _meetings(session: Session, years: set[int], groups: Iterable[Group], day: dt.date) -> list[Meeting]:
    """The meetings of some years, those that come up, and whatever older one still needs somebody.

    Each part has an index of its own, so that years of finished meetings cost nothing.
    """
    wanted = or_(Meeting.year.in_(years), Meeting.day.between(day, day + COMING), Meeting.stage.in_(OPEN))
    standing = {group.id for group in groups}
    found = session.scalars(select(Meeting).where(wanted).order_by(Meeting.day, Meeting.starts, Meeting.id))
    return [meeting for meeting in found if meeting.group_id in standing]


def _facts(session: Session, ids: list[int]) -> _Facts:
    items = select(AgendaItem.meeting_id, func.count()).where(
        AgendaItem.meeting_id.in_(ids), AgendaItem.standing.is_(None)
    )
    bad = (
        select(AgendaItem.meeting_id, func.count())
        .join(Paper, Paper.item_id == AgendaItem.id)
        .join(Document, Document.id == Paper.document_id)
        .where(AgendaItem.meeting_id.in_(ids), Document.problem != "")
    )
    issued = select(PackIssue.meeting_id).where(PackIssue.meeting_id.in_(ids))
    return _Facts(
        items=_counted(session, items),
        bad_papers=_counted(session, bad),
        issued=set(session.scalars(issued)),
    )


def _counted(session: Session, query: Select[int, int]) -> dict[int, int]:
    rows = session.execute(query.group_by(AgendaItem.meeting_id))
    return {int(meeting): int(count) for meeting, count in rows}


def _meeting_needs(meetings: list[Meeting], facts: _Facts, day: dt.date, name: str) -> list[NeedRow]:
    found = []
    for meeting in meetings:
        if meeting.is_cancelled:
            continue
        was_held = meeting.stage.step >= Stage.HELD.step
        told = _after(meeting, day) if was_held else _before(meeting, facts, day)
        found += [
            NeedRow(kind, meeting.group_id, name, due, meeting.id, meeting.day, count) for kind, due, count in told
        ]
    return found


def _after(meeting: Meeting, day: dt.date) -> list[tuple[NeedKind, dt.date, int]]:
    """What a held meeting still lacks."""
    due = add_working_days(meeting.day, MINUTES_WORKING_DAYS)
    return [(NeedKind.MINUTES_DUE, due, 0)] if meeting.stage is Stage.HELD and day > due else []


def _before(meeting: Meeting, facts: _Facts, day: dt.date) -> list[tuple[NeedKind, dt.date, int]]:
    """What a meeting lacks that is still to be held."""
    if meeting.day < day:
        return [(NeedKind.NOT_HELD, meeting.day, 0)]
    found = []
    pack_due = meeting.day - PACK
    is_sent = meeting.stage is Stage.AGENDA_SENT or meeting.id in facts.issued
    if not is_sent and day >= pack_due:
        found.append((NeedKind.PACK_DUE, pack_due, 0))
    elif not facts.items.get(meeting.id) and day >= meeting.day - CALL_FOR_ITEMS:
        found.append((NeedKind.NO_AGENDA, pack_due, 0))
    elif meeting.stage is Stage.PLANNED and day >= meeting.day - INVITATION:
        found.append((NeedKind.INVITATION_DUE, meeting.day - INVITATION, 0))
    bad = facts.bad_papers.get(meeting.id, 0)
    if bad and day >= meeting.day - PAPERS:
        found.append((NeedKind.BAD_PAPERS, pack_due, bad))
    return found


def _rhythm_needs(group: Group, meetings: list[Meeting], day: dt.date, name: str) -> list[NeedRow]:
    if not group.is_quarterly:
        return []
    now = Quarter.of(day)

    def is_empty(quarter: Quarter) -> bool:
        return group.stands_in(quarter) and not any(
            meeting.when_due == quarter for meeting in meetings if _counts(meeting)
        )

    if is_empty(now):
        return [NeedRow(NeedKind.EMPTY_QUARTER, group.id, name, now.last)]
    if is_empty(now.next()) and day >= now.last - NEXT_QUARTER:
        return [NeedRow(NeedKind.NOT_PLANNED, group.id, name, now.next().last)]
    return []


def _counts(meeting: Meeting) -> bool:
    """Whether a meeting keeps the rhythm (V3): ordinary, and not called off."""
    return meeting.kind is MeetingKind.ORDINARY and not meeting.is_cancelled


def _line(
    group: Group, meetings: list[Meeting], needs: list[NeedRow], year: int, name: str, *, begins: Quarter
) -> LineRow:
    flags: dict[int, NeedRow] = {}
    for need in needs:
        if need.meeting_id is not None:
            kept = flags.get(need.meeting_id)
            if kept is None or _ORDER.index(need.kind) < _ORDER.index(kept.kind):
                flags[need.meeting_id] = need
    cells = []
    for number in range(1, 5):
        of_quarter = [meeting for meeting in meetings if meeting.when_due == Quarter(year, number)]
        standing = [meeting for meeting in of_quarter if _counts(meeting)]
        if not standing:
            called_off = any(meeting.is_cancelled for meeting in of_quarter)
            others = sum(not meeting.is_cancelled for meeting in of_quarter)
            quarter = Quarter(year, number)
            stands = group.stands_in(quarter) and quarter.first >= begins.first
            cells.append(CellRow(number, more=others, was_cancelled=called_off, stands=stands))
            continue
        meeting = standing[0]
        flag = flags.get(meeting.id)
        cells.append(
            CellRow(
                number,
                meeting.id,
                meeting.day,
                meeting.stage,
                flag.kind if flag else None,
                flag.count if flag else 0,
                more=sum(not other.is_cancelled for other in of_quarter) - 1,
            )
        )
    return LineRow(group.id, group.tier, name, group.place, group.is_quarterly, tuple(cells))


def _representatives(groups: list[Group]) -> dict[int, Seat]:
    return {
        seat.represents_group_id: seat
        for group in groups
        if group.tier is Tier.NATIONAL
        for seat in group.seats
        if seat.kind is SeatKind.REGIONAL_REPRESENTATIVE and seat.represents_group_id is not None
    }


def _representation_needs(groups: list[Group], day: dt.date, language: str) -> list[NeedRow]:
    if not any(group.tier is Tier.NATIONAL for group in groups):
        return []
    seats = _representatives(groups)
    return [
        NeedRow(NeedKind.NO_REPRESENTATIVE, group.id, short_name(group, day, language))
        for group in groups
        if group.tier is Tier.REGIONAL and not (group.id in seats and seats[group.id].is_well_held(day))
    ]


def _with_representation(line: LineRow, groups: list[Group], day: dt.date) -> LineRow:
    seats = _representatives(groups)
    regional = [group for group in groups if group.tier is Tier.REGIONAL]
    well = sum(group.id in seats and seats[group.id].is_well_held(day) for group in regional)
    return LineRow(line.group_id, line.tier, line.name, line.place, line.keeps_rhythm, line.cells, well, len(regional))


def _coming(
    meetings: list[Meeting], facts: _Facts, groups: list[Group], day: dt.date, language: str
) -> tuple[ComingRow, ...]:
    names = {group.id: short_name(group, day, language) for group in groups}
    return tuple(
        ComingRow(
            meeting.id,
            meeting.group_id,
            names[meeting.group_id],
            meeting.day,
            meeting.starts,
            meeting.stage,
            meeting.title,
            facts.items.get(meeting.id, 0),
        )
        for meeting in meetings
        if day <= meeting.day <= day + COMING and not meeting.is_cancelled and meeting.stage.step < Stage.HELD.step
    )


def boards_ahead(session: Session, *, day: dt.date, language: str, days: int = 8) -> dict[dt.date, BoardRow]:
    """The Board of the year as it will look on a day and on those after it, if nothing happens until then."""
    ahead = [day + dt.timedelta(days=number) for number in range(days)]
    return {one: board(session, year=one.year, day=one, language=language) for one in ahead}
