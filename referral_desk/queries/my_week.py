"""What somebody owes this week and next: actions, minutes to write, meetings to hold."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import ActionItem, Group, Meeting, Minutes, Person
from referral_desk.models.settings import deadline_book
from referral_desk.queries.action_filters import OPEN, asker
from referral_desk.queries.actions import ActionRow, action_rows
from referral_desk.vocabulary import MinutesState, Stage

WEEKS: Final = 2
MOST: Final = 100


class DutyKind(enum.StrEnum):
    """What somebody does for a meeting."""

    LEAD = "lead"
    TAKE_MINUTES = "take_minutes"
    WRITE_MINUTES = "write_minutes"


@dataclass(frozen=True)
class DutyRow:
    """Something to do for a meeting by a day: to lead it, to take its minutes, to have them written."""

    kind: DutyKind
    due: dt.date
    is_overdue: bool
    meeting_id: int
    group: str
    title: str
    day: dt.date
    starts: dt.time
    place: str


@dataclass(frozen=True)
class MyWeekRow:
    """Two weeks of one person, and whose they are; `first` is the Monday of this one."""

    person_id: int
    person: str
    day: dt.date
    first: dt.date
    actions: tuple[ActionRow, ...]
    """Open ones due by the end of next week, those overdue first, and those without a day last."""
    duties: tuple[DutyRow, ...]

    @property
    def next_week(self) -> dt.date:
        """The Monday of next week."""
        return self.first + dt.timedelta(days=7)

    @property
    def end(self) -> dt.date:
        """The Sunday of next week."""
        return self.first + dt.timedelta(days=7 * WEEKS - 1)


def my_week(session: Session, *, person_id: int, day: dt.date, language: str) -> MyWeekRow | None:
    """What a person owes from a day's week to the end of the next; None once nobody has that id."""
    person = session.get(Person, person_id)
    if person is None:
        return None
    first = day - dt.timedelta(days=day.weekday())
    end = first + dt.timedelta(days=7 * WEEKS - 1)
    mine = (
        select(ActionItem)
        .where(OPEN, asker(session, day, person_id).mine(), or_(ActionItem.due <= end, ActionItem.due.is_(None)))
        .order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
        .limit(MOST)
    )
    actions = action_rows(session, mine, day=day, language=language)
    return MyWeekRow(person.id, person.name, day, first, actions, _duties(session, person, day, end, language))


def _duties(session: Session, person: Person, day: dt.date, end: dt.date, language: str) -> tuple[DutyRow, ...]:
    book = deadline_book(session)
    named = selectinload(Meeting.group).selectinload(Group.names)
    coming = session.scalars(
        select(Meeting)
        .where(
            Meeting.day.between(day, end),
            Meeting.cancelled_at.is_(None),
            or_(Meeting.chair_id == person.id, Meeting.secretary_id == person.id),
        )
        .options(named)
    )
    found = [
        _duty(
            meeting,
            DutyKind.LEAD if meeting.chair_id == person.id else DutyKind.TAKE_MINUTES,
            meeting.day,
            day,
            language,
        )
        for meeting in coming
        if meeting.stage.step < Stage.HELD.step
    ]
    # Few meetings are held and not written up at any time, however many there have been.
    unwritten = session.scalars(
        select(Meeting)
        .outerjoin(Minutes, Minutes.meeting_id == Meeting.id)
        .where(
            Meeting.stage.in_([Stage.HELD, Stage.MINUTES_DRAFTED]),
            Meeting.secretary_id == person.id,
            or_(Minutes.id.is_(None), Minutes.state == MinutesState.DRAFT),
        )
        .options(named)
    )
    for meeting in unwritten:
        due = book.of(meeting.group.code).minutes_due(meeting.day)
        if due <= end:
            found.append(_duty(meeting, DutyKind.WRITE_MINUTES, due, day, language))
    return tuple(sorted(found, key=lambda duty: (duty.due, duty.starts, duty.meeting_id)))


def _duty(meeting: Meeting, kind: DutyKind, due: dt.date, day: dt.date, language: str) -> DutyRow:
    return DutyRow(
        kind=kind,
        due=due,
        is_overdue=due < day,
        meeting_id=meeting.id,
        group=meeting.group.short_on(meeting.day, language),
        title=meeting.title,
        day=meeting.day,
        starts=meeting.starts,
        place=meeting.place,
    )
