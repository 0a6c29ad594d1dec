"""Accept what the year wheel proposes, or take it back while nobody has worked on it; drag meetings to other days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from referral_desk.clock import Quarter
from referral_desk.desk import Work, operation, require
from referral_desk.errors import Stale
from referral_desk.models import AgendaItem, Group, Meeting
from referral_desk.operations.carrying import next_meeting, take_waiting
from referral_desk.operations.deliveries import bears_open, hand_on, is_as_made
from referral_desk.operations.holding import held_meeting
from referral_desk.operations.meetings import NOT_STANDING, When, move_meeting, plan_meeting, put_meeting_back
from referral_desk.operations.outcome import Done, Undo
from referral_desk.operations.standing import follow
from referral_desk.texts import N_
from referral_desk.vocabulary import AttendanceState, MeetingKind, Stage

WORKED_ON = N_("Somebody has worked on a meeting of the plan since: call that one off if it is not to be held.")


@dataclass(frozen=True)
class Planned:
    """A meeting that was accepted, and its items, as they were made: what undoing it looks for."""

    meeting_id: int
    items: tuple[tuple[int, int], ...]
    """Ids and versions."""


@dataclass(frozen=True)
class Choice:
    """A day and a time for an ordinary meeting of a group in a quarter, as accepted; the day may lie outside it."""

    group_id: int
    quarter: Quarter
    day: dt.date
    starts: dt.time
    ends: dt.time


@operation("coordinator", "secretary", "chair")
def accept_plan(work: Work, *, choices: Sequence[Choice], language: str = "da") -> Done:
    """Plan the chosen meetings, each with the agenda that fills itself; all of them or none.

    The undo takes them off again, as long as nobody has worked on one of them. Invalid where a group does not stand
    on its day, where a day is over, or where the group met or meets in that quarter already.
    """
    require(choices, "Nothing is proposed that could be accepted.")
    made = []
    for choice in choices:
        require(choice.day > work.today, "A day of the plan is over: let the plan be proposed again.")
        group = work.hold(Group, choice.group_id)
        _refuse_second(work, group, choice.quarter)
        meeting_id = plan_meeting(
            work,
            group_id=choice.group_id,
            day=choice.day,
            starts=choice.starts,
            ends=choice.ends,
            quarter=choice.quarter,
            language=language,
        )
        made.append(work.get(Meeting, meeting_id))
    work.session.flush()
    work.touched("wheel", "meetings")
    planned = tuple(Planned(meeting.id, tuple((item.id, item.version) for item in meeting.items)) for meeting in made)
    undo = Undo(withdraw_plan, {"planned": planned, "choices": tuple(choices), "language": language})
    return Done(made[0].id, undo)


@operation("coordinator", "secretary", "chair")
def withdraw_plan(
    work: Work, *, planned: Sequence[Planned], choices: Sequence[Choice] = (), language: str = "da"
) -> Done:
    """Undo that a plan was accepted: its meetings are gone, and what was carried to them waits for the next ones.

    Invalid if somebody was told of one of them or worked on it.
    """
    meetings = [held_meeting(work, one.meeting_id) for one in planned]
    for meeting, one in zip(meetings, planned, strict=True):
        require(_is_untouched(meeting, one), WORKED_ON)
    for meeting in meetings:
        _take_away(work, meeting)
    for group_id in sorted({meeting.group_id for meeting in meetings}):
        follow(work, group_id)
    work.touched("wheel", "meetings", "agenda")
    redo = Undo(accept_plan, {"choices": tuple(choices), "language": language}) if choices else None
    return Done(planned[0].meeting_id, redo)


@operation("coordinator", "secretary", "chair")
def drag_meeting(
    work: Work,
    *,
    meeting_id: int,
    version: int,
    day: dt.date,
    starts: dt.time | None = None,
    ends: dt.time | None = None,
    reason: str = "",
) -> Done:
    """Give a meeting another day in the wheel. One that somebody was told of needs a reason, which stays with it.

    It keeps its quarter. Invalid once it was held or called off, or where the group does not stand on the day.
    """
    meeting = work.get(Meeting, meeting_id, version)
    if meeting.was_told:
        before = move_meeting(
            work, meeting_id=meeting_id, version=version, day=day, reason=reason, starts=starts, ends=ends
        )
    else:
        require(meeting.group.valid_on(day), NOT_STANDING)
        before = When(meeting.day, meeting.starts, meeting.ends, meeting.moved_from, meeting.move_reason)
        meeting.shift(day, starts or meeting.starts, ends or meeting.ends)
        work.session.flush()
        follow(work, meeting.group_id)
    work.session.flush()
    work.touched("wheel", "meetings")
    back = {"meeting_id": meeting.id, "version": meeting.version, "before": before}
    return Done(meeting.id, Undo(put_dragged_back, back))


@operation("coordinator", "secretary", "chair")
def put_dragged_back(work: Work, *, meeting_id: int, version: int, before: When) -> Done:
    """Undo a drag: day, times and the story of its moves are as they were."""
    put_meeting_back(work, meeting_id=meeting_id, version=version, before=before)
    work.touched("wheel", "meetings")
    return Done(meeting_id)


def _refuse_second(work: Work, group: Group, quarter: Quarter) -> None:
    """Two people who accept one plan at once plan it once."""
    rhythm = group.meetings_per_year or 4
    own = (
        Meeting.group_id == group.id,
        Meeting.year == quarter.year,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.cancelled_at.is_(None),
    )
    due = list(work.session.scalars(select(Meeting.quarter).where(*own)))
    each = -(-rhythm // 4)
    if due.count(quarter.number) >= each:
        raise Stale(
            N_("{group} has its ordinary meeting in quarter {number} already: look at the plan again."),
            group=group.short_on(work.today, "da"),
            number=quarter.number,
        )


def _is_untouched(meeting: Meeting, made: Planned) -> bool:
    """Whether nobody was told of a meeting and nobody gave it anything of its own."""
    answers = {row.state for row in meeting.attendance} - {AttendanceState.UNANSWERED}
    if meeting.was_told or meeting.stage is not Stage.PLANNED or meeting.issues or meeting.minutes or answers:
        return False
    if any((meeting.title, meeting.words_da, meeting.words_en, *(row.note for row in meeting.attendance))):
        return False
    return all(
        (item.id, item.version) in made.items
        or (item.standing is not None and not item.has_own_content)
        or (bears_open(item) and is_as_made(item))
        for item in meeting.items
    )


def _take_away(work: Work, meeting: Meeting) -> None:
    """Remove a meeting; what was carried to it goes to the group's next one, or waits with the group."""
    waits = False
    for item in meeting.items:
        origin = work.session.get(AgendaItem, item.carried_from_id) if item.carried_from_id else None
        hand_on(work, item, origin)
        if origin is not None:
            origin.waiting_group_id, waits = meeting.group_id, True
    approving = work.session.scalars(select(AgendaItem).where(AgendaItem.approves_id == meeting.id))
    for item in approving:
        item.approves = None
    coming = next_meeting(work, meeting) if waits else None
    work.session.delete(meeting)
    work.session.flush()
    if coming is not None:
        take_waiting(work, coming)
