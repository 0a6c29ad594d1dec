"""What meetings that are not closed still lack: before the day, and from the minutes to the end."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.clock import COPENHAGEN, add_working_days
from referral_desk.deadlines import Deadlines
from referral_desk.models import (
    AgendaItem,
    Document,
    EntryComment,
    Group,
    Meeting,
    MinutesEntry,
    PackIssue,
    Paper,
)
from referral_desk.models.mailings import was_sent
from referral_desk.models.settings import DeadlineBook
from referral_desk.queries.invitations import OwedMailing, owed_mailings
from referral_desk.queries.loose_end_rows import Expected, NeedKind
from referral_desk.vocabulary import CommentState, ItemOutcome, MailingKind, Stage

OPEN = (Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT, Stage.HELD, Stage.MINUTES_DRAFTED, Stage.IN_COMMENT)
"""At these a meeting is not over; an approved one is open until it is closed."""
CHAIR_READS = 3
"""Working days after which minutes have been with the chair for long."""
LEAD = 5
"""Working days before it is due from which a thing is told."""
EARLY = {NeedKind.BAD_PAPERS: 40, NeedKind.NO_AGENDA: 40}
"""The same for what takes longer to mend, because others have to send something."""
WITHOUT_OUTCOME = (Stage.HELD, Stage.MINUTES_DRAFTED, Stage.IN_COMMENT, Stage.APPROVED)
OWED = {
    MailingKind.INVITATION: NeedKind.INVITATION_DUE,
    MailingKind.UPDATE: NeedKind.UPDATE_DUE,
    MailingKind.CANCELLATION: NeedKind.CANCELLATION_DUE,
}


@dataclass(frozen=True)
class End:
    """One thing that a meeting lacks, with the last day for it and of whom it is expected."""

    kind: NeedKind
    due: dt.date
    count: int = 0
    expected: Expected = Expected.SECRETARY


@dataclass
class Facts:
    """What is known of the open meetings, read once for all; it does not depend on the day."""

    meetings: list[Meeting]
    brought: dict[int, int]
    bad_papers: dict[int, int]
    issued: set[int]
    comments: dict[int, int]
    """Unanswered ones, by minutes."""
    without_outcome: dict[int, int]
    turns: dict[int, dt.date]
    """By meeting whose minutes a coming one is to approve: the day of that one."""
    owed: dict[int, list[OwedMailing]] = field(default_factory=dict)


def open_meetings(session: Session, *, day: dt.date, language: str, group_id: int | None = None) -> Facts:
    """Read what is to be known of the meetings that are not closed; years of finished ones cost nothing.

    One that was called off counts until its day: those who were invited must hear of it.
    """
    query = (
        select(Meeting)
        .where(Meeting.stage.in_((*OPEN, Stage.APPROVED)), Meeting.cancelled_at.is_(None) | (Meeting.day >= day))
        .order_by(Meeting.day, Meeting.starts, Meeting.id)
        .options(
            joinedload(Meeting.minutes),
            joinedload(Meeting.group).selectinload(Group.names),
            selectinload(Meeting.mailings),
        )
    )
    if group_id is not None:
        query = query.where(Meeting.group_id == group_id)
    meetings = list(session.scalars(query))
    standing = [meeting.id for meeting in meetings if not meeting.is_cancelled]
    owed: dict[int, list[OwedMailing]] = defaultdict(list)
    for mailing in owed_mailings(session, today=day, language=language, group_id=group_id):
        owed[mailing.meeting_id].append(mailing)
    return Facts(
        meetings,
        _counted(session, AgendaItem.meeting_id.in_(standing), AgendaItem.standing.is_(None)),
        _bad_papers(session, standing),
        set(session.scalars(select(PackIssue.meeting_id).where(PackIssue.meeting_id.in_(standing)))),
        _comments(session),
        _without_outcome(session, [one.id for one in meetings if one.stage in WITHOUT_OUTCOME]),
        _turns(session, standing),
        owed,
    )


def ends_of(meeting: Meeting, facts: Facts, book: DeadlineBook, day: dt.date) -> list[End]:
    """What a meeting lacks on a day, as far as it is late or soon due."""
    deadlines = book.of(meeting.group.code)
    if meeting.is_cancelled:
        found = _letters(meeting, facts)
    elif meeting.stage.step >= Stage.HELD.step:
        found = _after(meeting, facts, deadlines)
    elif meeting.day < day:
        return [End(NeedKind.NOT_HELD, meeting.day)]
    else:
        found = [*_before(meeting, facts, deadlines, day), *_letters(meeting, facts)]
    return [end for end in found if end.due <= add_working_days(day, EARLY.get(end.kind, LEAD))]


def _before(meeting: Meeting, facts: Facts, deadlines: Deadlines, day: dt.date) -> Iterable[End]:
    pack_due, items_due = deadlines.pack_due(meeting.day), deadlines.items_due(meeting.day)
    is_out = meeting.stage is Stage.AGENDA_SENT or meeting.id in facts.issued
    has_items = bool(facts.brought.get(meeting.id))
    is_called = any(one.kind is MailingKind.CALL_FOR_ITEMS and one.sent_at for one in meeting.mailings)
    if not is_out and not has_items and day < pack_due:
        if meeting.stage is Stage.INVITED and not is_called:
            yield End(NeedKind.CALL_FOR_ITEMS, items_due)
        elif day >= items_due:
            yield End(NeedKind.NO_AGENDA, pack_due)
    elif not is_out:
        yield End(NeedKind.PACK_DUE, pack_due)
    if facts.bad_papers.get(meeting.id):
        yield End(NeedKind.BAD_PAPERS, pack_due, facts.bad_papers[meeting.id])
    if meeting.stage is Stage.PLANNED and not facts.owed.get(meeting.id):
        # Nobody holds a seat yet, so that no letter is owed; the invitation is.
        yield End(NeedKind.INVITATION_DUE, deadlines.invitation_due(meeting.day))


def _letters(meeting: Meeting, facts: Facts) -> Iterable[End]:
    for mailing in facts.owed.get(meeting.id, ()):
        kind = OWED.get(mailing.kind)
        # A desk that invited before it kept its letters goes by the meeting's stage.
        if kind and (meeting.stage is Stage.PLANNED or was_sent(meeting)):
            yield End(kind, mailing.due, mailing.people)


def _after(meeting: Meeting, facts: Facts, deadlines: Deadlines) -> Iterable[End]:
    minutes, due = meeting.minutes, deadlines.minutes_due(meeting.day)
    count = facts.without_outcome.get(meeting.id, 0)
    if count and meeting.stage is not Stage.HELD:
        yield End(NeedKind.NO_OUTCOME, due, count)
    match meeting.stage:
        case Stage.HELD:
            yield End(NeedKind.MINUTES_DUE, due)
        case Stage.MINUTES_DRAFTED:
            sent = _day(minutes.sent_to_chair_at) if minutes else None
            yield End(
                NeedKind.WITH_CHAIR, max(due, add_working_days(sent or meeting.day, CHAIR_READS)), 0, Expected.CHAIR
            )
        case Stage.IN_COMMENT:
            yield from _in_comment(meeting, facts, deadlines)
        case _ if not count:
            approved = (minutes.approved_on if minutes else None) or deadlines.comments_due(due)
            yield End(NeedKind.NOT_CLOSED, deadlines.approval_due(approved))


def _in_comment(meeting: Meeting, facts: Facts, deadlines: Deadlines) -> Iterable[End]:
    minutes = meeting.minutes
    over = minutes.comments_due if minutes and minutes.comments_due else deadlines.comments_due(meeting.day)
    unanswered = facts.comments.get(minutes.id, 0) if minutes else 0
    if unanswered:
        yield End(NeedKind.COMMENTS_OPEN, over, unanswered)
    else:
        # Minutes that a coming meeting is to approve have until then.
        turn = facts.turns.get(meeting.id)
        yield End(NeedKind.NOT_APPROVED, max(deadlines.approval_due(over), turn or over))


def _day(at: dt.datetime | None) -> dt.date | None:
    return at.astimezone(COPENHAGEN).date() if at else None


def _counted(session: Session, *which: object) -> dict[int, int]:
    rows = session.execute(
        select(AgendaItem.meeting_id, func.count()).where(*which).group_by(AgendaItem.meeting_id)  # type: ignore[arg-type]
    )
    return {int(meeting): int(count) for meeting, count in rows}


def _bad_papers(session: Session, ids: list[int]) -> dict[int, int]:
    rows = session.execute(
        select(AgendaItem.meeting_id, func.count())
        .join(Paper, Paper.item_id == AgendaItem.id)
        .join(Document, Document.id == Paper.document_id)
        .where(AgendaItem.meeting_id.in_(ids), Document.problem != "")
        .group_by(AgendaItem.meeting_id)
    )
    return {int(meeting): int(count) for meeting, count in rows}


def _comments(session: Session) -> dict[int, int]:
    rows = session.execute(
        select(EntryComment.minutes_id, func.count())
        .where(EntryComment.state == CommentState.OPEN)
        .group_by(EntryComment.minutes_id)
    )
    return {int(minutes): int(count) for minutes, count in rows}


def _without_outcome(session: Session, ids: list[int]) -> dict[int, int]:
    """How many items of held meetings have an outcome that nobody can tell."""
    written = select(MinutesEntry.id).where(MinutesEntry.item_id == AgendaItem.id, MinutesEntry.text != "")
    candidates = session.scalars(
        select(AgendaItem)
        .where(AgendaItem.meeting_id.in_(ids), AgendaItem.outcome == ItemOutcome.OPEN, ~written.exists())
        .options(
            selectinload(AgendaItem.papers),
            selectinload(AgendaItem.activities),
            selectinload(AgendaItem.entries),
            selectinload(AgendaItem.standing_item),
        )
    )
    found: dict[int, int] = defaultdict(int)
    for item in candidates:
        found[item.meeting_id] += item.lacks_outcome
    return found


def _turns(session: Session, coming: list[int]) -> dict[int, dt.date]:
    rows = session.execute(
        select(AgendaItem.approves_id, func.min(Meeting.day))
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.meeting_id.in_(coming), AgendaItem.approves_id.is_not(None), Meeting.stage.in_(OPEN[:3]))
        .group_by(AgendaItem.approves_id)
    )
    return {int(meeting): day for meeting, day in rows if meeting is not None}
