"""What each person is expected to do by when, around a meeting or in a quarter: what reminders are drafted from."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.clock import Quarter, add_working_days
from referral_desk.cpr import cpr_numbers
from referral_desk.deadlines import Deadlines
from referral_desk.errors import Stale
from referral_desk.models import ActionItem, AgendaItem, EntryComment, Group, Meeting, Minutes, Person
from referral_desk.models.invitees import Roster, rosters
from referral_desk.models.mailings import heard
from referral_desk.models.settings import deadline_book, phrase_book
from referral_desk.queries.leaving import hidden_in
from referral_desk.queries.letters import Signer, signer_of
from referral_desk.queries.meeting import GONE
from referral_desk.texts import danish_order
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label, MinutesState, Stage
from referral_desk.vocabulary.phrases import Phrases

# Those who bring items and comment: a deputy, an observer and a guest are not chased for them.
ACTIVE = frozenset({AttendeeRole.CHAIR, AttendeeRole.SECRETARY, AttendeeRole.MEMBER})


class Duty(enum.StrEnum):
    """What somebody is expected to do."""

    ANSWER = "answer"
    ITEMS = "items"
    PACK = "pack"
    WRITE_MINUTES = "write_minutes"
    READ_MINUTES = "read_minutes"
    COMMENT = "comment"
    APPROVE_MINUTES = "approve_minutes"
    ACTION = "action"


@dataclass(frozen=True)
class Task:
    """One thing that is expected by a day. Of an action `text` are its words, empty where no mail may hold them."""

    duty: Duty
    due: dt.date
    meeting_day: dt.date | None = None
    reference: str = ""
    text: str = ""
    meeting_id: int | None = None


@dataclass(frozen=True)
class Reminder:
    """One person's tasks, the most pressing first; the group is called as the person's language has it."""

    id: int
    name: str
    email: str
    language: str
    group: str
    signer: Signer
    tasks: tuple[Task, ...]
    phrases: Phrases = field(default_factory=Phrases)
    """How it begins and ends."""

    def is_late(self, today: dt.date) -> bool:
        """Whether something should have been done by now."""
        return self.tasks[0].due < today


def meeting_reminders(session: Session, *, meeting_id: int, today: dt.date) -> tuple[Reminder, ...]:
    """What is expected around one meeting, and the group's actions that are due; Stale if the meeting is gone."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise Stale(GONE)
    return _reminders(session, meeting.group, [meeting], today)


def quarter_reminders(
    session: Session, *, quarter: Quarter, today: dt.date, group_id: int | None = None
) -> tuple[Reminder, ...]:
    """What is expected around all meetings that count for a quarter, and the actions that are due.

    Of one group, or of every group that stands today: whoever sits in several has a reminder from each. Stale if the
    group is gone.
    """
    if group_id is None:
        groups = [group for group in session.scalars(select(Group).order_by(Group.id)) if group.valid_on(today)]
    else:
        groups = [group for group in [session.get(Group, group_id)] if group is not None]
        if not groups:
            raise Stale(GONE)
    found: list[Reminder] = []
    for group in groups:
        counted = select(Meeting).where(
            Meeting.group_id == group.id, Meeting.year == quarter.year, Meeting.quarter == quarter.number
        )
        found += _reminders(session, group, list(session.scalars(counted.order_by(Meeting.day))), today)
    return tuple(found)


def _reminders(session: Session, group: Group, meetings: Sequence[Meeting], today: dt.date) -> tuple[Reminder, ...]:
    deadlines = deadline_book(session).of(group.code)
    tasks: dict[int, list[Task]] = defaultdict(list)
    people: dict[int, Person] = {}
    for meeting in meetings:
        if meeting.is_cancelled:
            continue
        roster = rosters(session, [meeting])[meeting.id]
        for person, task in _of_meeting(session, meeting, roster, deadlines, today):
            people[person.id] = person
            tasks[person.id].append(replace(task, meeting_id=meeting.id))
    for person, task in _of_actions(session, group, deadlines, today):
        people[person.id] = person
        tasks[person.id].append(task)
    signer = signer_of(meetings[-1]) if meetings else Signer()
    words = phrase_book(session).of(group.code)
    found = [
        Reminder(
            person.id,
            person.name,
            person.email,
            person.language,
            group.name_on(today, person.language),
            signer,
            tuple(sorted(tasks[person.id], key=lambda task: task.due)),
            words,
        )
        for person in people.values()
    ]
    return tuple(sorted(found, key=lambda row: danish_order(row.name)))


def _of_meeting(
    session: Session, meeting: Meeting, roster: Roster, deadlines: Deadlines, today: dt.date
) -> Iterator[tuple[Person, Task]]:
    active = [who.person for who in roster.people.values() if who.role in ACTIVE]
    if meeting.stage in (Stage.INVITED, Stage.AGENDA_SENT) and today <= meeting.day:
        known, answer = heard(meeting), Task(Duty.ANSWER, deadlines.apologies_due(meeting.day), meeting.day)
        for who in roster.people.values():
            if who.state is AttendanceState.UNANSWERED and who.person.id in known:
                yield who.person, answer
        items = Task(Duty.ITEMS, deadlines.items_due(meeting.day), meeting.day)
        if meeting.stage is Stage.INVITED and today <= items.due:
            yield from ((person, items) for person in active)
        if meeting.stage is Stage.INVITED and today >= items.due and meeting.secretary is not None:
            yield meeting.secretary, Task(Duty.PACK, deadlines.pack_due(meeting.day), meeting.day)
    elif Stage.HELD.step <= meeting.stage.step < Stage.APPROVED.step:
        yield from _of_minutes(session, meeting, active, deadlines, today)


def _of_minutes(
    session: Session, meeting: Meeting, active: Sequence[Person], deadlines: Deadlines, today: dt.date
) -> Iterator[tuple[Person, Task]]:
    minutes = session.scalar(select(Minutes).where(Minutes.meeting_id == meeting.id))
    due = deadlines.minutes_due(meeting.day)
    state = minutes.state if minutes else MinutesState.DRAFT
    if state is MinutesState.DRAFT and meeting.secretary is not None:
        yield meeting.secretary, Task(Duty.WRITE_MINUTES, due, meeting.day)
    elif state is MinutesState.WITH_CHAIR and meeting.chair is not None:
        yield meeting.chair, Task(Duty.READ_MINUTES, due, meeting.day)
    elif state is MinutesState.IN_COMMENT and minutes is not None and minutes.comments_due is not None:
        if today > minutes.comments_due:
            # Who said nothing has agreed: the minutes wait for approval, and nobody for comments.
            if meeting.chair is not None:
                due = deadlines.approval_due(minutes.comments_due)
                yield meeting.chair, Task(Duty.APPROVE_MINUTES, due, meeting.day)
            return
        said = set(session.scalars(select(EntryComment.person_id).where(EntryComment.minutes_id == minutes.id)))
        task = Task(Duty.COMMENT, minutes.comments_due, meeting.day)
        yield from ((person, task) for person in active if person.id not in said)


def _of_actions(session: Session, group: Group, deadlines: Deadlines, today: dt.date) -> Iterator[tuple[Person, Task]]:
    """Open actions that are overdue, or due within the days in which one reminds of them."""
    found = session.scalars(
        select(ActionItem)
        .where(
            ActionItem.group_id == group.id,
            ActionItem.closed_on.is_(None),
            ActionItem.due <= add_working_days(today, deadlines.action_reminder),
        )
        .options(
            joinedload(ActionItem.owner_person),
            joinedload(ActionItem.contact),
            selectinload(ActionItem.group),
            joinedload(ActionItem.item).joinedload(AgendaItem.meeting),
        )
        .order_by(ActionItem.due, ActionItem.id)
    )
    actions = list(found)
    # A reminder tells of an action without its words where no mail may hold them.
    held_back = hidden_in(session, [action.text for action in actions])
    for action in actions:
        person = action.owner_person or action.contact
        if person is None or action.due is None:
            continue
        is_closed = action.closest_label is Label.CONFIDENTIAL or bool(cpr_numbers(action.text))
        is_closed = is_closed or action.text in held_back
        yield person, Task(Duty.ACTION, action.due, None, action.reference, "" if is_closed else action.text)
