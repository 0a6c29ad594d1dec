"""Everything that is open and late or soon due, over all groups: the one source of "Needs you" and of `loose-ends`.

What is not told here is finished, or has somebody who answers for it and a day that is still to come.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import case, func, or_, select, true
from sqlalchemy.orm import Session, selectinload

from referral_desk.clock import Quarter
from referral_desk.models import ActionItem, AgendaItem, Delivery, Group, Meeting
from referral_desk.models.seats import representative_trouble
from referral_desk.models.settings import DeadlineBook, deadline_book
from referral_desk.queries.case_ends import case_ends
from referral_desk.queries.chain import chain, rhythm_begins
from referral_desk.queries.escalation_ends import escalation_ends
from referral_desk.queries.loose_end_rows import Expected, NeedKind, NeedRow
from referral_desk.queries.meeting_ends import End, Facts, ends_of, open_meetings
from referral_desk.queries.wheel import empty_quarter_reasons
from referral_desk.queries.withheld import open_words
from referral_desk.vocabulary import MeetingKind, SeatKind, Tier

NEXT_QUARTER = dt.timedelta(days=30)
"""How long before its end a quarter asks whether the next one is planned."""
ORDER = list(NeedKind)


@dataclass
class Known:
    """What was read for one look; only the letters that are owed depend on the day."""

    group_id: int | None
    groups: list[Group]
    meetings: Facts
    book: DeadlineBook
    begins: dict[int, Quarter]
    kept: set[tuple[int, Quarter]]
    """The quarters in which a group has an ordinary meeting that was not called off."""
    reasons: dict[tuple[int, int, int], str]


def loose_ends(session: Session, *, day: dt.date, language: str, group_id: int | None = None) -> tuple[NeedRow, ...]:
    """Every loose end as seen on a day, most urgent first; of one group or of all, named in "da" or "en".

    A look back ends with the year before: an older quarter without a meeting is history.
    """
    return ends_known(session, know(session, day=day, language=language, group_id=group_id), day, language)


def know(
    session: Session,
    *,
    day: dt.date,
    language: str,
    group_id: int | None = None,
    groups: list[Group] | None = None,
    begins: dict[int, Quarter] | None = None,
) -> Known:
    """Read what the loose ends are made of; the chain and its beginnings may be handed in where they are known."""
    standing = [group for group in (groups or chain(session, day)) if group_id in (None, group.id)]
    now = Quarter.of(day)
    years = {now.year - 1, now.year, now.next().year}
    return Known(
        group_id,
        standing,
        open_meetings(session, day=day, language=language, group_id=group_id),
        deadline_book(session),
        begins or rhythm_begins(session, standing, day),
        _kept_quarters(session, years),
        empty_quarter_reasons(session, years),
    )


def ends_known(session: Session, known: Known, day: dt.date, language: str) -> tuple[NeedRow, ...]:
    """The loose ends on a day, from what was read."""
    found = [*_of_meetings(known, day, language)]
    has_national = any(group.tier is Tier.NATIONAL for group in chain_of(known))
    for group in known.groups:
        found += _of_rhythm(group, known, day, language)
        found += _of_seats(group, day, language, speaks=has_national)
    names = {group.id: group.short_on(day, language) for group in known.groups}
    counted = [*_of_actions(session, known.group_id, day), *_waiting(session, known.group_id)]
    counted += escalation_ends(session, known.book, day, known.group_id)
    counted += case_ends(session, known.book, day, known.group_id)
    names |= _names(session, {row.group_id for row in counted} - names.keys(), day, language)
    secretaries = {group.id: _holders(group, SeatKind.SECRETARY, day) for group in known.groups}
    for row in counted:
        people = secretaries.get(row.group_id, ()) if row.expected is Expected.SECRETARY else row.people
        said = open_words(row.said, row.label, language)
        found.append(replace(row, group=names[row.group_id], people=people, said=said))
    return tuple(sorted(found, key=lambda row: urgency(row, day)))


def urgency(row: NeedRow, day: dt.date) -> tuple[int, int, int, str]:
    """What comes first: what is late, by how much hangs on it; then what is due, by its day; then what has no day."""
    order = ORDER.index(row.kind)
    if row.due is None:
        return 2, order, 0, row.group
    due = row.due.toordinal()
    return (0, order, due, row.group) if row.due <= day else (1, due, order, row.group)


def chain_of(known: Known) -> list[Group]:
    """The groups of the chain as far as they were read, those above them included."""
    return [*known.groups, *(group.parent for group in known.groups if group.parent is not None)]


def _of_meetings(known: Known, day: dt.date, language: str) -> Iterator[NeedRow]:
    seated = {group.id: group for group in known.groups}
    for meeting in known.meetings.meetings:
        for end in ends_of(meeting, known.meetings, known.book, day):
            yield NeedRow(
                end.kind,
                meeting.group_id,
                meeting.group.short_on(day, language),
                end.due,
                meeting.id,
                meeting.day,
                end.count,
                expected=end.expected,
                people=_expected(meeting, end, seated.get(meeting.group_id), day),
                year=meeting.year,
                quarter=meeting.quarter,
            )


def _expected(meeting: Meeting, end: End, group: Group | None, day: dt.date) -> tuple[int, ...]:
    is_chair = end.expected is Expected.CHAIR
    named = meeting.chair_id if is_chair else meeting.secretary_id
    if named is not None:
        return (named,)
    return _holders(group, SeatKind.CHAIR if is_chair else SeatKind.SECRETARY, day) if group else ()


def _holders(group: Group, kind: SeatKind, day: dt.date) -> tuple[int, ...]:
    held = [seat.held_on(day) for seat in group.seats if seat.kind is kind]
    return tuple(one.person_id for one in held if one is not None and one.person_id is not None)


def _of_rhythm(group: Group, known: Known, day: dt.date, language: str) -> Iterator[NeedRow]:
    """Quarters without an ordinary meeting (V3), and whether the next quarter has one."""
    if not group.is_quarterly:
        return
    now, name = Quarter.of(day), group.short_on(day, language)
    quarter = max(known.begins[group.id], Quarter(now.year - 1, 1))
    while quarter <= now.next():
        is_empty = group.stands_in(quarter) and (group.id, quarter) not in known.kept
        due: dt.date | None
        reason = known.reasons.get((group.id, quarter.year, quarter.number), "")
        # A reason that is missing waits for nobody's calendar.
        kind, due = (NeedKind.EMPTY_QUARTER, now.last) if quarter == now else (NeedKind.UNEXPLAINED, None)
        if quarter > now:
            kind, due = NeedKind.NOT_PLANNED, now.last
            is_empty = is_empty and not reason and day >= now.last - NEXT_QUARTER
        elif reason:
            kind = NeedKind.EXPLAINED
            is_empty = is_empty and quarter == now
        if is_empty:
            yield NeedRow(kind, group.id, name, due, year=quarter.year, quarter=quarter.number, said=reason)
        quarter = quarter.next()


def _of_seats(group: Group, day: dt.date, language: str, *, speaks: bool) -> Iterator[NeedRow]:
    """One row for all that is vacant in a group, and one for its voice above (V2, V4)."""
    name, missing = group.short_on(day, language), tuple(group.uncovered_sectors(day))
    standing = [seat for seat in group.seats if seat.valid_on(day)]
    if not any(seat.held_on(day) for seat in standing):
        yield NeedRow(NeedKind.NOBODY, group.id, name, count=len(standing), sectors=missing)
        return
    # A representative's seat is told where the region is that has no voice.
    counted = [seat for seat in standing if seat.kind not in {SeatKind.DEPUTY, SeatKind.REGIONAL_REPRESENTATIVE}]
    vacant = sum(seat.held_on(day) is None for seat in counted)
    if vacant or missing:
        kind = NeedKind.VACANT if vacant else NeedKind.UNCOVERED
        yield NeedRow(kind, group.id, name, count=vacant, sectors=missing)
    if speaks and representative_trouble(group, day) is not None:
        yield NeedRow(NeedKind.NO_REPRESENTATIVE, group.id, name)


def _kept_quarters(session: Session, years: Collection[int]) -> set[tuple[int, Quarter]]:
    rows = session.execute(
        select(Meeting.group_id, Meeting.year, Meeting.quarter)
        .where(Meeting.year.in_(years), Meeting.kind == MeetingKind.ORDINARY, Meeting.cancelled_at.is_(None))
        .distinct()
    )
    return {(group_id, Quarter(year, quarter)) for group_id, year, quarter in rows}


def _of_actions(session: Session, group_id: int | None, day: dt.date) -> Iterator[NeedRow]:
    """For each group how many of its open actions are overdue, or lack an owner or a deadline (V9)."""
    overdue = ActionItem.due < day
    orphan = ActionItem.owner_person_id.is_(None) & ActionItem.owner_organisation_id.is_(None)
    undated = ActionItem.due.is_(None)
    tests = {
        NeedKind.ACTIONS_OVERDUE: overdue,
        NeedKind.ACTIONS_WITHOUT_OWNER: orphan,
        NeedKind.ACTIONS_WITHOUT_DATE: undated,
    }
    of_group = ActionItem.group_id == group_id if group_id is not None else true()
    columns = [func.count(case((test, ActionItem.id))) for test in tests.values()]
    rows = session.execute(
        select(ActionItem.group_id, func.min(case((overdue, ActionItem.due))), *columns)
        .where(ActionItem.closed_on.is_(None), of_group, or_(*tests.values()))
        .group_by(ActionItem.group_id)
    ).all()
    owners: dict[int, list[int]] = defaultdict(list)
    who = func.coalesce(ActionItem.owner_person_id, ActionItem.contact_id)
    asked = select(ActionItem.group_id, who).where(ActionItem.closed_on.is_(None), overdue, of_group).distinct()
    for group, person in session.execute(asked) if rows else ():
        if person is not None:
            owners[group].append(person)
    for group, first, *counts in rows:
        for kind, count in zip(tests, counts, strict=True):
            if count and kind is NeedKind.ACTIONS_OVERDUE:
                people = tuple(sorted(owners[group]))
                yield NeedRow(kind, group, "", first, count=count, expected=Expected.OWNER, people=people)
            elif count:
                yield NeedRow(kind, group, "", count=count, expected=Expected.SECRETARY)


def _waiting(session: Session, group_id: int | None) -> Iterator[NeedRow]:
    """How many items wait in each group for a meeting that is not planned yet."""
    is_waiting = AgendaItem.waiting_group_id == group_id if group_id is not None else AgendaItem.waiting_group_id > 0
    rows = session.execute(
        select(AgendaItem.waiting_group_id, func.count())
        # What waits with an answer, a circular or an escalation is told as that.
        .where(
            is_waiting, ~AgendaItem.deliveries.any(Delivery.reported_on.is_(None)), ~AgendaItem.escalation_steps.any()
        )
        .group_by(AgendaItem.waiting_group_id)
    )
    for group, count in rows:
        if group is not None:
            yield NeedRow(NeedKind.WAITING, group, "", count=count, expected=Expected.SECRETARY)


def _names(session: Session, ids: Collection[int], day: dt.date, language: str) -> dict[int, str]:
    if not ids:
        return {}
    found = session.scalars(select(Group).where(Group.id.in_(ids)).options(selectinload(Group.names)))
    return {group.id: group.short_on(day, language) for group in found}
