"""The deadlines in force: for all groups, and for one that does it its own way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.deadlines import Deadlines
from referral_desk.errors import Stale
from referral_desk.models import AgendaItem, Group, Meeting
from referral_desk.models.settings import deadline_book
from referral_desk.queries.meeting import GONE
from referral_desk.vocabulary import MailingKind, Stage

NAMES = tuple(one.name for one in fields(Deadlines))
"""The deadlines by name, in the order of a meeting's life."""


@dataclass(frozen=True)
class DeadlinesRow:
    """The deadlines of one group, or of all: what holds, and which of them were set just there."""

    group_id: int | None
    counts: Mapping[str, int]
    """Working days, by name."""
    own: frozenset[str]
    """Those that differ from what would hold otherwise: the default, or for a group what all groups have."""
    otherwise: Mapping[str, int]


@dataclass(frozen=True)
class DeadlineRow:
    """One deadline of a meeting."""

    name: str
    """Its name in `Deadlines`."""
    due: dt.date
    is_done: bool


@dataclass(frozen=True)
class MeetingDeadlines:
    """The deadlines of a meeting in the order of their days."""

    meeting_id: int
    day: dt.date
    stage: Stage
    is_cancelled: bool
    rows: tuple[DeadlineRow, ...]

    def ahead(self, count: int) -> tuple[DeadlineRow, ...]:
        """The next few that are not done; none of a meeting that is off or closed."""
        if self.is_cancelled or self.stage is Stage.CLOSED:
            return ()
        return tuple(row for row in self.rows if not row.is_done)[:count]


def deadlines_for(session: Session, group_id: int | None = None) -> Deadlines:
    """The deadlines of a group, or those of all groups that set none of their own."""
    code = None if group_id is None else session.scalar(select(Group.code).where(Group.id == group_id))
    return deadline_book(session).of(code)


def deadlines(session: Session, group_id: int | None = None) -> DeadlinesRow:
    """The deadlines as a person sets them: each count, and whether it was set here."""
    book = deadline_book(session)
    code = None if group_id is None else session.scalar(select(Group.code).where(Group.id == group_id))
    held, otherwise = book.of(code), book.of() if code else Deadlines()
    told = book.own.get(code, {}) if code else book.general
    return DeadlinesRow(
        group_id,
        {name: getattr(held, name) for name in NAMES},
        frozenset(told),
        {name: getattr(otherwise, name) for name in NAMES},
    )


def example_meeting(session: Session, *, day: dt.date, group_id: int | None = None) -> dt.date | None:
    """The day of the next meeting of a group, or of any: what the deadlines mean is shown on it."""
    found = select(Meeting.day).where(
        Meeting.day >= day, Meeting.cancelled_at.is_(None), Meeting.stage.in_((Stage.PLANNED, Stage.INVITED))
    )
    if group_id is not None:
        found = found.where(Meeting.group_id == group_id)
    return session.scalar(found.order_by(Meeting.day).limit(1))


def meeting_deadlines(session: Session, *, meeting_id: int) -> MeetingDeadlines:
    """The deadlines of one meeting, with what is already done; Stale if it is no longer on the desk."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise Stale(GONE)
    held = deadline_book(session).of(meeting.group.code)
    minutes = meeting.minutes
    sent = {mailing.kind for mailing in meeting.mailings if mailing.sent_at is not None}
    # Where somebody brought an item nobody need be asked for one.
    is_called = MailingKind.CALL_FOR_ITEMS in sent or any(item.standing is None for item in meeting.items)
    step = meeting.stage.step
    written = held.minutes_due(meeting.day)
    comments = (minutes.comments_due if minutes else None) or held.comments_due(written)
    turn = session.scalar(
        select(Meeting.day)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.approves_id == meeting.id, Meeting.cancelled_at.is_(None))
        .order_by(Meeting.day)
        .limit(1)
    )
    approval = max(held.approval_due(comments), turn or comments)
    told = (
        ("invitation", held.invitation_due(meeting.day), step >= Stage.INVITED.step),
        ("call_for_items", held.items_due(meeting.day), is_called or step >= Stage.AGENDA_SENT.step),
        ("pack", held.pack_due(meeting.day), step >= Stage.AGENDA_SENT.step),
        ("apologies", held.apologies_due(meeting.day), step >= Stage.HELD.step),
        ("minutes", written, step >= Stage.IN_COMMENT.step),
        ("comments", comments, step >= Stage.APPROVED.step),
        ("approval", approval, step >= Stage.APPROVED.step),
    )
    return MeetingDeadlines(
        meeting.id,
        meeting.day,
        meeting.stage,
        meeting.is_cancelled,
        tuple(DeadlineRow(name, due, is_done=is_done) for name, due, is_done in told),
    )
