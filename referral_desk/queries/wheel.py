"""The year wheel: what the plan of a year needs to know, and why quarters stayed empty."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from referral_desk import clock
from referral_desk.clock import Quarter
from referral_desk.models import (
    ClosedPeriod,
    EmptyQuarter,
    Group,
    GroupWish,
    Mailing,
    Meeting,
    Membership,
    Person,
    Seat,
    Setting,
)
from referral_desk.models.rhythm import WHEEL
from referral_desk.models.seats import held_between
from referral_desk.queries.chain import TIERS, rhythm_begins, short_name
from referral_desk.queries.deadlines import deadlines_for
from referral_desk.queries.groups import last_and_next
from referral_desk.queries.wheel_rows import (
    ClosingRow,
    EmptyRow,
    MarkRow,
    WheelRow,
    WheelRules,
    WishRow,
)
from referral_desk.reference.closings import usual_closings
from referral_desk.vocabulary import Stage
from referral_desk.wheel.year import Body, Closing, Holder, Rules, Slot, Standing, Wish, Year

BEFORE, AFTER = dt.timedelta(days=62), dt.timedelta(days=181)
"""How far beyond the year meetings are looked at: those that are near its ends, and those to which answers come."""
USUAL_START, USUAL_LENGTH = dt.time(9), 180


def empty_quarter_reasons(session: Session, years: Collection[int]) -> dict[tuple[int, int, int], str]:
    """Why groups held no ordinary meeting, by group, year and quarter (V3); only quarters with a reason are named."""
    found = session.execute(
        select(EmptyQuarter.group_id, EmptyQuarter.year, EmptyQuarter.quarter, EmptyQuarter.reason).where(
            EmptyQuarter.year.in_(years)
        )
    )
    return {(group_id, year, quarter): reason for group_id, year, quarter, reason in found}


def wheel(session: Session, *, year: int, today: dt.date, language: str) -> WheelRow:
    """The wheel of a year: the chain's groups that stand in it, and other forums that meet in it."""
    first, last = dt.date(year, 1, 1) - BEFORE, dt.date(year, 12, 31) + AFTER
    meetings = _meetings(session, year, first, last)
    groups = _groups(session, year, {meeting.group_id for meeting in meetings})
    named_on = min(max(today, dt.date(year, 1, 1)), dt.date(year, 12, 31))
    holders = _holders(session, [group.id for group in groups], first, last)
    wishes = _wishes(session, groups)
    habits = _habits(session, groups, today)
    rules = WheelRules.told(session.scalar(select(Setting.value).where(Setting.key == WHEEL)))
    closings = closings_of(session, years=(year - 1, year, year + 1), language=language)
    begins = rhythm_begins(session, groups, today)
    bodies = tuple(
        Body(
            id=group.id,
            name=short_name(group, named_on, language),
            tier=group.tier,
            rhythm=group.meetings_per_year,
            wish=_wish(wishes[group.id], habits.get(group.id)),
            holders=tuple(holders[group.id]),
            valid_from=group.valid_from,
            valid_to=group.valid_to,
        )
        for group in groups
    )
    known, told = {group.id for group in groups}, _told(session, meetings)
    plan = Year(
        year=year,
        today=today,
        bodies=bodies,
        meetings=tuple(_standing(meeting, told) for meeting in meetings if meeting.group_id in known),
        closings=tuple(
            Closing(one.name, one.first_day, one.last_day, one.kind) for one in closings if not one.is_left_out
        ),
        holidays=_holidays(first, last, language),
        rules=_rules(session, rules),
    )
    return WheelRow(
        year=year,
        plan=plan,
        marks=tuple(_mark(meeting, told) for meeting in meetings if meeting.group_id in known),
        wishes=wishes,
        closings=tuple(one for one in closings if one.first_day.year <= year <= one.last_day.year),
        empty=_empty(session, plan, {slot for slot in plan.missing() if slot.quarter >= begins[slot.group_id]}),
        rules=rules,
        group_codes={group.id: group.code for group in groups},
    )


def closings_of(session: Session, *, years: Collection[int], language: str) -> tuple[ClosingRow, ...]:
    """The closed days that begin or lie in some years: the usual ones as they were changed, and those people added."""
    first, last = dt.date(min(years), 1, 1), dt.date(max(years), 12, 31)
    rows = session.scalars(
        select(ClosedPeriod).where(
            or_(ClosedPeriod.year.in_(years), ClosedPeriod.last_day.between(first, last + AFTER))
        )
    )
    changed: dict[tuple[str, int | None], ClosedPeriod] = {}
    found = []
    for row in rows:
        if row.usual:
            changed[row.usual, row.year] = row
        elif row.first_day <= last:
            found.append(_closing(row, language))
    for usual in (one for year in years for one in usual_closings(year)):
        row_of_usual = changed.get((usual.code, usual.year))
        if row_of_usual is not None:
            found.append(_closing(row_of_usual, language))
            continue
        found.append(
            ClosingRow(
                id=None,
                version=None,
                usual=usual.code,
                year=usual.year,
                kind=usual.kind,
                name=usual.name_da if language == "da" else usual.name_en,
                first_day=usual.first_day,
                last_day=usual.last_day,
                is_left_out=False,
                source=usual.source,
                note=usual.note,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.first_day, one.last_day, one.name)))


def _closing(row: ClosedPeriod, language: str) -> ClosingRow:
    return ClosingRow(
        id=row.id,
        version=row.version,
        usual=row.usual,
        year=row.year,
        kind=row.kind,
        name=row.name(language),
        first_day=row.first_day,
        last_day=row.last_day,
        is_left_out=row.is_left_out,
        source=row.source,
        note=row.note,
    )


def _meetings(session: Session, year: int, first: dt.date, last: dt.date) -> list[Meeting]:
    """The meetings near a year or due in it: each part of the question has an index of its own."""
    found = session.scalars(
        select(Meeting)
        .where(or_(Meeting.year == year, Meeting.day.between(first, last)), Meeting.cancelled_at.is_(None))
        .order_by(Meeting.day, Meeting.starts, Meeting.id)
    )
    return list(found)


def _groups(session: Session, year: int, that_meet: set[int]) -> list[Group]:
    found = session.scalars(
        select(Group).where(or_(Group.tier.in_(TIERS), Group.id.in_(that_meet))).options(selectinload(Group.names))
    )
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    order = {tier: place for place, tier in enumerate(TIERS)}
    standing = [group for group in found if group.overlaps(first, last)]
    return sorted(standing, key=lambda group: (order.get(group.tier, len(order)), group.position, group.code))


def _holders(session: Session, ids: list[int], first: dt.date, last: dt.date) -> dict[int, list[Holder]]:
    """Who has a seat in which group in a span of days."""
    rows = session.execute(
        select(Seat.group_id, Person.id, Person.name, Membership.valid_from, Membership.valid_to)
        .join(Membership, Membership.seat_id == Seat.id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Seat.group_id.in_(ids),
            held_between(first, last),
        )
        .order_by(Person.id, Membership.id)
    )
    found: dict[int, list[Holder]] = defaultdict(list)
    for group_id, person_id, name, valid_from, valid_to in rows:
        found[group_id].append(Holder(person_id, name, valid_from, valid_to))
    return found


def _wishes(session: Session, groups: Iterable[Group]) -> dict[int, WishRow]:
    found = {group.id: WishRow(group.id, None) for group in groups}
    for row in session.scalars(select(GroupWish).where(GroupWish.group_id.in_(found))):
        found[row.group_id] = WishRow(
            group_id=row.group_id,
            version=row.version,
            weekdays=tuple(int(day) for day in row.weekdays),
            never=tuple(int(day) for day in row.never),
            starts=row.starts,
            length=row.length,
            week=row.week,
            travels=row.travels,
        )
    return found


def _habits(session: Session, groups: Iterable[Group], today: dt.date) -> dict[int, tuple[dt.time, int]]:
    """When each group met last, or meets next, and for how long: what it is used to."""
    before, coming = last_and_next(Meeting.id, today)
    ids = [group.id for group in groups]
    rows = session.execute(select(Group.id, before, coming).where(Group.id.in_(ids))).all()
    wanted = {group_id: last or after for group_id, last, after in rows}
    times = {
        meeting_id: (starts, ends)
        for meeting_id, starts, ends in session.execute(
            select(Meeting.id, Meeting.starts, Meeting.ends).where(Meeting.id.in_(set(wanted.values()) - {None}))
        )
    }
    return {
        group_id: (times[meeting_id][0], _minutes(times[meeting_id][1]) - _minutes(times[meeting_id][0]))
        for group_id, meeting_id in wanted.items()
        if meeting_id in times
    }


def _wish(row: WishRow, habit: tuple[dt.time, int] | None) -> Wish:
    starts, length = habit or (USUAL_START, USUAL_LENGTH)
    return Wish(
        weekdays=row.weekdays,
        never=frozenset(row.never),
        starts=row.starts or starts,
        minutes=row.length or length,
        week=row.week,
        travels=row.travels,
    )


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _holidays(first: dt.date, last: dt.date, language: str) -> dict[dt.date, str]:
    days = (first + dt.timedelta(days=number) for number in range((last - first).days + 1))
    return {day: name for day in days if (name := clock.holiday(day, language))}


def _rules(session: Session, rules: WheelRules) -> Rules:
    deadlines = deadlines_for(session)
    return Rules(
        regional_to_national=deadlines.regional_to_national,
        national_to_interministerial=deadlines.national_to_interministerial,
        notice=deadlines.invitation,
        travel_days=rules.travel_days,
        one_a_day=rules.one_a_day,
        whole_days=rules.whole_days,
    )


def _told(session: Session, meetings: list[Meeting]) -> set[int]:
    """The meetings that somebody was written to about."""
    ids = [meeting.id for meeting in meetings if meeting.stage is Stage.PLANNED]
    return {found for found in session.scalars(select(Mailing.meeting_id).where(Mailing.meeting_id.in_(ids))) if found}


def _standing(meeting: Meeting, told: set[int]) -> Standing:
    return Standing(
        id=meeting.id,
        group_id=meeting.group_id,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        due=Quarter(meeting.year, meeting.quarter),
        kind=meeting.kind,
        is_over=meeting.stage.step >= Stage.HELD.step,
        was_told=meeting.stage is not Stage.PLANNED or meeting.id in told,
    )


def _mark(meeting: Meeting, told: set[int]) -> MarkRow:
    return MarkRow(
        id=meeting.id,
        version=meeting.version,
        group_id=meeting.group_id,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        year=meeting.year,
        quarter=meeting.quarter,
        kind=meeting.kind,
        stage=meeting.stage,
        title=meeting.title,
        place=meeting.place,
        was_told=meeting.stage is not Stage.PLANNED or meeting.id in told,
        is_closed_to_change=meeting.is_closed_to_change,
        moved_from=meeting.moved_from,
        move_reason=meeting.move_reason,
    )


def _empty(session: Session, plan: Year, slots: set[Slot]) -> tuple[EmptyRow, ...]:
    rows = session.scalars(select(EmptyQuarter).where(EmptyQuarter.year == plan.year))
    reasons = {(row.group_id, row.quarter): row for row in rows}
    found = []
    for slot in sorted(slots):
        row = reasons.get((slot.group_id, slot.quarter.number))
        found.append(
            EmptyRow(slot.group_id, slot.quarter.number, row.reason if row else "", row.version if row else None)
        )
    return tuple(found)
