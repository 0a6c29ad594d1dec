"""The Board: where every group stands in every quarter of a year, what waits for somebody, what comes up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from referral_desk.clock import Quarter, working_days
from referral_desk.models import AgendaItem, Group, Meeting, Seat
from referral_desk.queries.board_rows import BoardRow, CellRow, ComingRow, LineRow
from referral_desk.queries.chain import chain, rhythm_begins, short_name
from referral_desk.queries.loose_end_rows import NeedRow
from referral_desk.queries.loose_ends import ORDER, ends_known, know
from referral_desk.queries.moving import moving
from referral_desk.queries.withheld import open_words
from referral_desk.vocabulary import MeetingKind, SeatKind, Stage, Tier

COMING = dt.timedelta(days=30)


def board(session: Session, *, year: int, day: dt.date, language: str) -> BoardRow:
    """The Board of a year, seen on a day, with the groups' names in "da" or "en"."""
    groups = chain(session, day)
    begins = rhythm_begins(session, groups, day)
    known = know(session, day=day, language=language, groups=groups, begins=begins)
    needs = ends_known(session, known, day, language)
    of_meetings: dict[int, NeedRow] = {}
    for need in needs:
        kept = of_meetings.get(need.meeting_id or 0)
        if need.meeting_id is not None and (kept is None or ORDER.index(need.kind) < ORDER.index(kept.kind)):
            of_meetings[need.meeting_id] = need
    meetings = _meetings(session, year, groups, day)
    by_group: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_group[meeting.group_id].append(meeting)
    lines = [
        _line(group, by_group[group.id], of_meetings, year, short_name(group, day, language), begins=begins[group.id])
        for group in groups
    ]
    lines = [_with_representation(line, groups, day) if line.tier is Tier.NATIONAL else line for line in lines]
    now = Quarter.of(day)
    years = set(session.scalars(select(Meeting.year).distinct())) | {now.year}
    return BoardRow(
        year=year,
        today=day,
        working_days_left=working_days(day, now.last),
        lines=tuple(lines),
        needs=needs,
        coming=_coming(session, meetings, groups, day, language),
        years=tuple(sorted(years)),
        moving=moving(session, day=day, language=language),
    )


def _meetings(session: Session, year: int, groups: Iterable[Group], day: dt.date) -> list[Meeting]:
    """The meetings of a year, and those that come up. Each part has an index of its own."""
    wanted = or_(Meeting.year == year, Meeting.day.between(day, day + COMING))
    standing = {group.id for group in groups}
    found = session.scalars(select(Meeting).where(wanted).order_by(Meeting.day, Meeting.starts, Meeting.id))
    return [meeting for meeting in found if meeting.group_id in standing]


def _counts(meeting: Meeting) -> bool:
    """Whether a meeting keeps the rhythm (V3): ordinary, and not called off."""
    return meeting.kind is MeetingKind.ORDINARY and not meeting.is_cancelled


def _line(
    group: Group, meetings: list[Meeting], flags: dict[int, NeedRow], year: int, name: str, *, begins: Quarter
) -> LineRow:
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


def _with_representation(line: LineRow, groups: list[Group], day: dt.date) -> LineRow:
    seats = _representatives(groups)
    regional = [group for group in groups if group.tier is Tier.REGIONAL]
    well = sum(group.id in seats and seats[group.id].is_well_held(day) for group in regional)
    return LineRow(line.group_id, line.tier, line.name, line.place, line.keeps_rhythm, line.cells, well, len(regional))


def _coming(
    session: Session, meetings: list[Meeting], groups: list[Group], day: dt.date, language: str
) -> tuple[ComingRow, ...]:
    names = {group.id: short_name(group, day, language) for group in groups}
    ids = [meeting.id for meeting in meetings if day <= meeting.day <= day + COMING]
    counted = select(AgendaItem.meeting_id, func.count()).where(
        AgendaItem.meeting_id.in_(ids), AgendaItem.standing.is_(None)
    )
    items = {int(meeting): int(count) for meeting, count in session.execute(counted.group_by(AgendaItem.meeting_id))}
    return tuple(
        ComingRow(
            meeting.id,
            meeting.group_id,
            names[meeting.group_id],
            meeting.day,
            meeting.starts,
            meeting.stage,
            open_words(meeting.title, meeting.label, language),
            items.get(meeting.id, 0),
        )
        for meeting in meetings
        if day <= meeting.day <= day + COMING and not meeting.is_cancelled and meeting.stage.step < Stage.HELD.step
    )


def boards_ahead(session: Session, *, day: dt.date, language: str, days: int = 8) -> dict[dt.date, BoardRow]:
    """The Board of the year as it will look on a day and on those after it, if nothing happens until then."""
    ahead = [day + dt.timedelta(days=number) for number in range(days)]
    return {one: board(session, year=one.year, day=one, language=language) for one in ahead}
