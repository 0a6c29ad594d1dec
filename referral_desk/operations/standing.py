"""An agenda that fills itself (standing items, minutes to approve, what waits) and follows when meetings move."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from sqlalchemy import func, select

from referral_desk import reference
from referral_desk.desk import Work, operation
from referral_desk.models import ActionItem, AgendaItem, Group, Meeting, Minutes, StandingItem
from referral_desk.models.meetings import BEING_MADE
from referral_desk.models.standing_items import DAY, day_words, standing_for
from referral_desk.operations.carrying import (
    is_as_carried,
    next_meeting,
    pull_forward,
    take_off,
    take_waiting,
)
from referral_desk.operations.deliveries import (
    deliver,
    deliver_waiting,
    follow_items,
    hand_on,
    is_as_made,
    put_waiting_escalations,
)
from referral_desk.operations.holding import held_meeting
from referral_desk.operations.noted import is_noted_under
from referral_desk.operations.outcome import Done, Undo
from referral_desk.reference.rows import STANDING
from referral_desk.vocabulary import ItemKind, ItemOutcome, MeetingKind, Stage, StandingRole

COMING = (Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT)
UNAPPROVED = (Stage.HELD, Stage.MINUTES_DRAFTED, Stage.IN_COMMENT)


@operation("coordinator", "secretary", "chair")
def fill_agenda(work: Work, *, meeting_id: int, language: str = "da") -> Done:
    """Fill an agenda again: add what is missing of the standing items and what waits, and leave the rest as it is."""
    meeting = held_meeting(work, meeting_id)
    added = fill(work, meeting, language)
    return Done(
        meeting.id,
        Undo(empty_agenda_again, {"meeting_id": meeting.id, "items": tuple(item.id for item in added)})
        if added
        else None,
    )


@operation("coordinator", "secretary", "chair")
def empty_agenda_again(work: Work, *, meeting_id: int, items: tuple[int, ...]) -> Done:
    """Undo a filling: take those items off that nobody has worked on since.

    What was carried here goes to the group's next meeting, or waits with the group.
    """
    meeting = held_meeting(work, meeting_id)
    for item in [one for one in meeting.items if one.id in items]:
        origin = work.session.get(AgendaItem, item.carried_from_id) if item.carried_from_id else None
        if origin is not None and is_as_carried(work, item, origin):
            origin.waiting_group_id = meeting.group_id
            hand_on(work, item, origin)
            take_off(item)
        elif origin is None and (not item.has_own_content or is_as_made(item)) and not is_noted_under(work, item):
            hand_on(work, item, None)
            take_off(item)
    work.session.flush()
    coming = next_meeting(work, meeting)
    if coming is not None:
        take_waiting(work, coming)
    _kept(work)
    return Done(meeting.id)


def fill(work: Work, meeting: Meeting, language: str) -> list[AgendaItem]:
    """Add to an agenda what is missing; give what was added, in its order.

    An extraordinary meeting or a theme day begins empty, but what waits with the group is not asked twice. Each answer
    and each circular from above, and each escalation that the group has accepted, is an item of its own.
    """
    added: list[AgendaItem] = []
    begins = not meeting.items
    for row in standing_items(work, meeting.group) if meeting.kind is MeetingKind.ORDINARY else ():
        if row.is_active:
            for item in _wanted(work, meeting, row, language):
                meeting.put(item, meeting.place_for(item))
                added.append(item)
    work.session.flush()
    if meeting.kind is MeetingKind.ORDINARY and meeting.day >= work.today:
        added += [*take_waiting(work, meeting), *pull_forward(work, meeting, begins=begins)]
        added += [*deliver_waiting(work, meeting), *put_waiting_escalations(work, meeting)]
    _kept(work)
    return sorted(added, key=lambda item: item.position)


def follow(work: Work, group_id: int) -> None:
    """Let the coming agendas of a group follow what happened to its meetings.

    Called whenever a meeting is planned, moved, called off, held, or its minutes are approved: an item that approves
    minutes then names the meeting whose turn it is, new ones come where another meeting was held in between, and one
    with nothing left to approve goes. An agenda that is out stays as it went out.
    """
    group = work.hold(Group, group_id)
    coming = _coming(work, group_id)
    wanted = _to_approve(work, group_id, coming)
    for meeting in coming:
        if meeting.stage in BEING_MADE:
            _follow_approvals(work, meeting, wanted.get(meeting.id, []), group)
    follow_items(work, group_id)
    deliver(work, group_id)


def standing_items(work: Work, group: Group) -> list[StandingItem]:
    """The standing items of a group, in order; a desk that has none yet is given the usual ones."""
    rows = list(work.session.scalars(select(StandingItem)))
    if not rows:
        reference.load(work.session, only=STANDING)
        rows = list(work.session.scalars(select(StandingItem)))
    return standing_for(group, rows)


def _wanted(work: Work, meeting: Meeting, row: StandingItem, language: str) -> list[AgendaItem]:
    """What a standing item puts on an agenda that is not there yet."""
    if row.role is StandingRole.MINUTES_APPROVAL:
        wanted = _to_approve(work, meeting.group_id, _coming(work, meeting.group_id)).get(meeting.id, [])
        there = {item.approves_id for item in meeting.items}
        return [_approval(row, other, language) for other in wanted if other.id not in there]
    if row.role is StandingRole.FROM_ABOVE:
        # It only says where answers and circulars stand: each is an item of its own (deliveries.py).
        return []
    if any(_comes_from(item, row) for item in meeting.items) or not _has_a_reason(work, meeting, row):
        return []
    return [_made(row, row.title(language))]


def _has_a_reason(work: Work, meeting: Meeting, row: StandingItem) -> bool:
    if row.role is StandingRole.OPEN_ACTIONS:
        return _has_met(work, meeting) or _has_open_actions(work, meeting)
    return row.yearly_from is None or (meeting.quarter >= row.yearly_from and not _came_this_year(work, meeting, row))


def _comes_from(item: AgendaItem, row: StandingItem) -> bool:
    if row.role is StandingRole.ANY_OTHER_BUSINESS and item.kind is ItemKind.ANY_OTHER_BUSINESS:
        return True
    if row.role is not StandingRole.ORDINARY:
        return item.standing is row.role
    return item.standing_item is not None and item.standing_item.root == row.root


def _came_this_year(work: Work, meeting: Meeting, row: StandingItem) -> bool:
    """Whether another meeting of the year has the item, and did not drop it."""
    return bool(
        work.session.scalar(
            select(func.count())
            .select_from(AgendaItem)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .join(StandingItem, StandingItem.id == AgendaItem.standing_item_id)
            .where(
                Meeting.group_id == meeting.group_id,
                Meeting.year == meeting.year,
                Meeting.id != meeting.id,
                Meeting.cancelled_at.is_(None),
                (StandingItem.id == row.root) | (StandingItem.instead_of_id == row.root),
                AgendaItem.outcome.not_in((ItemOutcome.CARRIED, ItemOutcome.DROPPED)),
            )
        )
    )


def _has_met(work: Work, meeting: Meeting) -> bool:
    earlier = select(Meeting.id).where(
        Meeting.group_id == meeting.group_id, Meeting.day < meeting.day, Meeting.cancelled_at.is_(None)
    )
    return work.session.scalar(earlier.limit(1)) is not None


def _has_open_actions(work: Work, meeting: Meeting) -> bool:
    still_open = select(ActionItem.id).where(
        ActionItem.group_id == meeting.group_id,
        ActionItem.closed_on.is_(None),
    )
    return work.session.scalar(still_open.limit(1)) is not None


def _coming(work: Work, group_id: int) -> list[Meeting]:
    """The meetings that are still to be held, in their order."""
    found = select(Meeting).where(
        Meeting.group_id == group_id, Meeting.stage.in_(COMING), Meeting.cancelled_at.is_(None)
    )
    return list(work.session.scalars(found.order_by(Meeting.day, Meeting.starts, Meeting.id)))


def _to_approve(work: Work, group_id: int, coming: list[Meeting]) -> dict[int, list[Meeting]]:
    """By coming ordinary meeting: the meetings before it whose minutes it is to approve.

    Minutes are approved at the next ordinary meeting; what is still to be held counts as if it had its minutes then.
    """
    held = select(Meeting).where(
        Meeting.group_id == group_id, Meeting.stage.in_(UNAPPROVED), Meeting.cancelled_at.is_(None)
    )
    sources = [*work.session.scalars(held), *coming]
    sources.sort(key=lambda meeting: (meeting.day, meeting.starts, meeting.id))
    ordinary = [meeting for meeting in coming if meeting.kind is MeetingKind.ORDINARY]
    with_minutes = _with_minutes(work, sources)
    found: dict[int, list[Meeting]] = {}
    for source in sources:
        if source.kind is MeetingKind.ORDINARY or source.id in with_minutes:
            place = (source.day, source.starts, source.id)
            turn = next((one for one in ordinary if (one.day, one.starts, one.id) > place), None)
            if turn is not None:
                found.setdefault(turn.id, []).append(source)
    return found


def _with_minutes(work: Work, meetings: list[Meeting]) -> set[int]:
    ids = [meeting.id for meeting in meetings if meeting.kind is not MeetingKind.ORDINARY]
    return set(work.session.scalars(select(Minutes.meeting_id).where(Minutes.meeting_id.in_(ids)))) if ids else set()


def _follow_approvals(work: Work, meeting: Meeting, wanted: list[Meeting], group: Group) -> None:
    there = [item for item in meeting.items if item.standing is StandingRole.MINUTES_APPROVAL]
    missing = [other for other in wanted if all(item.approves_id != other.id for item in there)]
    by_id = {other.id: other for other in wanted}
    for item in there:
        other = by_id.get(item.approves_id or 0)
        if other is None and is_noted_under(work, item):
            continue
        if other is None and missing:
            other = missing.pop(0)
        if other is not None:
            item.approves = other
            item.title = dated(item.title, other.day)
        elif not item.has_own_content:
            take_off(item)
        else:
            item.approves = None
    if missing and any(item.standing_item_id for item in meeting.items):
        # Somebody planned the meeting here, so that its agenda is the program's to fill.
        for row in standing_items(work, group):
            for other in missing if row.role is StandingRole.MINUTES_APPROVAL and row.is_active else ():
                item = _approval(row, other, meeting.language)
                meeting.put(item, meeting.place_for(item))
    work.touched("agenda", "meetings")


def _approval(row: StandingItem, other: Meeting, language: str) -> AgendaItem:
    item = _made(row, row.title(language).replace(DAY, day_words(other.day, language)))
    item.approves = other
    return item


def _made(row: StandingItem, title: str) -> AgendaItem:
    return AgendaItem(
        title=title.replace(DAY, "").strip(),
        kind=row.kind,
        purpose=row.purpose,
        minutes=row.minutes,
        standing=row.role,
        standing_item=row,
        outcome=ItemOutcome.OPEN,
    )


@dataclass(frozen=True)
class _Dates:
    language: str
    pattern: re.Pattern[str]


@cache
def _dates() -> tuple[_Dates, ...]:
    from babel.dates import get_month_names  # noqa: PLC0415 - loaded late: the window opens without it

    def pattern(language: str, dot: str) -> re.Pattern[str]:
        months = "|".join(get_month_names("wide", locale=language).values())
        return re.compile(rf"\b\d{{1,2}}{dot} (?:{months}) \d{{4}}\b", re.IGNORECASE)

    return (_Dates("da", pattern("da", r"\.")), _Dates("en", pattern("en_GB", "")))


def dated(title: str, day: dt.date) -> str:
    """A title with the day that it names replaced by another, in the language it is written in."""
    for dates in _dates():
        if dates.pattern.search(title):
            return dates.pattern.sub(day_words(day, dates.language), title, count=1)
    return title


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("agenda", "meetings", "settings")
