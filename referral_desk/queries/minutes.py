"""Minutes of one meeting: how far they are, what the next step lacks, what became of each item, and the editions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk import clock
from referral_desk.errors import DeskError, Stale
from referral_desk.guard.meeting_leaks import Leak, leak_findings, minutes_leaks
from referral_desk.models import AgendaItem, Attendance, EntryComment, Meeting, Minutes, MinutesEdition, MinutesEntry
from referral_desk.models.findings import Finding
from referral_desk.models.settings import deadline_book
from referral_desk.queries.meeting import GONE, load_holders
from referral_desk.vocabulary import (
    ApprovalWay,
    AttendanceState,
    CommentState,
    ItemOutcome,
    MinutesState,
    Stage,
)

CAME_OR_ASKED = frozenset(AttendanceState) - {AttendanceState.ABSENT}


@dataclass(frozen=True)
class Earlier:
    """The minutes of another meeting that an item approves once it is decided."""

    meeting_id: int
    day: dt.date
    state: MinutesState | None
    open_comments: int

    @property
    def waits(self) -> bool:
        """Whether they are there and not approved yet."""
        return self.state is not None and self.state is not MinutesState.APPROVED


@dataclass(frozen=True)
class ItemState:
    """What became of one item: what was said of it (`outcome`), or else what its entries show (`shown`)."""

    id: int
    version: int
    number: int
    title: str
    outcome: ItemOutcome
    shown: ItemOutcome
    reason: str
    approves: Earlier | None
    is_open: bool
    """Whether it keeps the meeting from closing."""


@dataclass(frozen=True)
class Approval:
    """The item of a later meeting that is to approve these minutes."""

    meeting_id: int
    day: dt.date
    item_id: int
    item_version: int
    number: int
    is_held: bool


@dataclass(frozen=True)
class Voice:
    """Somebody who was asked for comments, or gave some: how many, and how many are unanswered."""

    name: str
    comments: int
    unanswered: int


@dataclass(frozen=True)
class EditionRow:
    """One frozen edition; `is_sound` tells whether its hash still holds (V6)."""

    id: int
    number: int
    frozen_at: dt.datetime
    frozen_by: str
    reason: str
    sha256: str
    is_sound: bool


@dataclass(frozen=True)
class MinutesDetail:
    """How far the minutes of one meeting are; `id` is None before the meeting was held."""

    id: int | None
    version: int
    meeting_id: int
    meeting_version: int
    stage: Stage
    is_cancelled: bool
    day: dt.date
    number: int | None
    year: int
    began: dt.time | None
    ended: dt.time | None
    starts: dt.time
    ends: dt.time
    state: MinutesState | None
    minutes_due: dt.date
    sent_to_chair_on: dt.date | None
    comments_from: dt.date | None
    comments_due: dt.date | None
    approval_due: dt.date | None
    approved_on: dt.date | None
    approved_way: ApprovalWay | None
    approval_note: str
    closed_on: dt.date | None
    lacks: tuple[Finding, ...]
    leaks: tuple[Leak, ...]
    """What the leak alarm found in entries that go to others next, kept with a reason or not."""
    objections: int
    open_comments: int
    comments: int
    voices: tuple[Voice, ...]
    silent: tuple[str, ...]
    items: tuple[ItemState, ...]
    approval: Approval | None
    editions: tuple[EditionRow, ...]
    entries: int

    @property
    def is_frozen(self) -> bool:
        """Whether they are approved."""
        return self.state is MinutesState.APPROVED

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.stage is Stage.CLOSED

    def is_over(self, today: dt.date) -> bool:
        """Whether the time for comments is over."""
        return self.comments_due is not None and today > self.comments_due


def minutes_detail(session: Session, *, meeting_id: int, today: dt.date) -> MinutesDetail:
    """How far the minutes of a meeting are; Stale if the meeting is no longer on the desk."""
    meeting = _loaded(session, meeting_id)
    minutes = meeting.minutes
    deadlines = deadline_book(session).of(meeting.group.code)
    voices = _voices(minutes)
    leaks = minutes_leaks(session, minutes) if minutes else ()
    return MinutesDetail(
        id=minutes.id if minutes else None,
        version=minutes.version if minutes else 0,
        meeting_id=meeting.id,
        meeting_version=meeting.version,
        stage=meeting.stage,
        is_cancelled=meeting.is_cancelled,
        day=meeting.day,
        number=meeting.number,
        year=meeting.year,
        began=meeting.began,
        ended=meeting.ended,
        starts=meeting.starts,
        ends=meeting.ends,
        state=minutes.state if minutes else None,
        minutes_due=deadlines.minutes_due(meeting.day),
        sent_to_chair_on=_day(minutes.sent_to_chair_at if minutes else None),
        comments_from=_day(minutes.comments_from if minutes else None),
        comments_due=minutes.comments_due if minutes else None,
        approval_due=deadlines.approval_due(minutes.comments_due) if minutes and minutes.comments_due else None,
        approved_on=minutes.approved_on if minutes else None,
        approved_way=minutes.approved_way if minutes else None,
        approval_note=minutes.approval_note if minutes else "",
        closed_on=_day(meeting.closed_at),
        lacks=(*leak_findings(leaks), *_lacks(minutes, today)) if minutes else (),
        leaks=leaks,
        objections=len(minutes.objections()) if minutes else 0,
        open_comments=sum(voice.unanswered for voice in voices),
        comments=sum(voice.comments for voice in voices),
        voices=voices,
        silent=_silent(meeting, voices),
        items=tuple(_item(item) for item in meeting.items),
        approval=_approval(session, meeting),
        editions=tuple(_edition(edition) for edition in minutes.editions) if minutes else (),
        entries=len(minutes.in_order()) if minutes else 0,
    )


def _loaded(session: Session, meeting_id: int) -> Meeting:
    loaded = selectinload(Meeting.minutes)
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            selectinload(Meeting.items)
            .joinedload(AgendaItem.approves)
            .joinedload(Meeting.minutes)
            .selectinload(Minutes.comments),
            selectinload(Meeting.items).selectinload(AgendaItem.entries),
            selectinload(Meeting.attendance).joinedload(Attendance.person),
            loaded.selectinload(Minutes.entries).joinedload(MinutesEntry.action),
            loaded.selectinload(Minutes.comments).joinedload(EntryComment.person),
            loaded.selectinload(Minutes.editions),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    load_holders(session, meeting)
    return meeting


def _lacks(minutes: Minutes, today: dt.date) -> list[Finding]:
    return [] if minutes.meeting.stage is Stage.CLOSED else minutes.lacks(today)


def _item(item: AgendaItem) -> ItemState:
    earlier = None
    if item.approves is not None:
        theirs = item.approves.minutes
        waiting = sum(c.state is CommentState.OPEN for c in theirs.comments) if theirs else 0
        earlier = Earlier(item.approves.id, item.approves.day, theirs.state if theirs else None, waiting)
    return ItemState(
        id=item.id,
        version=item.version,
        number=item.number,
        title=item.title,
        outcome=item.outcome,
        shown=item.fate,
        reason=item.outcome_reason,
        approves=earlier,
        is_open=item.lacks_outcome,
    )


def _approval(session: Session, meeting: Meeting) -> Approval | None:
    item = session.scalar(
        select(AgendaItem)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.approves_id == meeting.id, Meeting.cancelled_at.is_(None))
        .order_by(Meeting.day.desc())
        .limit(1)
    )
    if item is None:
        return None
    later = item.meeting
    return Approval(
        later.id,
        later.day,
        item.id,
        item.version,
        item.number,
        is_held=later.stage.step >= Stage.HELD.step,
    )


def _voices(minutes: Minutes | None) -> tuple[Voice, ...]:
    found: dict[str, list[CommentState]] = {}
    for comment in minutes.comments if minutes else ():
        found.setdefault(comment.who, []).append(comment.state)
    return tuple(Voice(name, len(states), states.count(CommentState.OPEN)) for name, states in found.items())


def _silent(meeting: Meeting, voices: tuple[Voice, ...]) -> tuple[str, ...]:
    said = {voice.name for voice in voices}
    asked = [row.person.name for row in meeting.attendance if row.person is not None and row.state in CAME_OR_ASKED]
    return tuple(name for name in asked if name not in said)


def _edition(edition: MinutesEdition) -> EditionRow:
    try:
        edition.read()
        is_sound = True
    except DeskError:
        is_sound = False
    return EditionRow(
        edition.id, edition.number, edition.frozen_at, edition.frozen_by, edition.reason, edition.sha256, is_sound
    )


def _day(at: dt.datetime | None) -> dt.date | None:
    return clock.local_date(at) if at is not None else None
