"""Take a meeting from its day to its end: held, minutes to the chair, in comment, approved, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import func, select

from referral_desk.clock import COPENHAGEN
from referral_desk.desk import Work, operation, require
from referral_desk.errors import Invalid
from referral_desk.guard.meeting_leaks import entry_field
from referral_desk.models import AgendaItem, Group, Meeting, Minutes
from referral_desk.models.settings import deadline_book
from referral_desk.operations.attendance import call_together
from referral_desk.operations.editions import Wording, freeze
from referral_desk.operations.holding import held_minutes
from referral_desk.operations.leaks import Subject, check_leaks
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.operations.standing import follow
from referral_desk.vocabulary import ItemOutcome, MinutesState, Stage

EARLY = dt.timedelta(minutes=30)
"""How long before its time a meeting may begin."""


@operation("coordinator", "secretary", "chair")
def hold_meeting(
    work: Work, *, meeting_id: int, version: int, began: dt.time | None = None, ended: dt.time | None = None
) -> Done:
    """Record that a meeting is held: it gets the next number of its group and year, minutes, and its sheet of people.

    Times are Copenhagen wall time. Without them it begins now, if it is recorded while it should go on, and kept its
    planned times, if it is recorded later. Invalid before its day, or where it was held or called off.
    """
    meeting = work.get(Meeting, meeting_id, version)
    # Numbers are given one at a time, whatever two desks do at once.
    work.hold(Group, meeting.group_id)
    meeting = work.hold(Meeting, meeting_id, version)
    before = meeting.stage
    meeting.hold(work.today, _last_number(work, meeting) + 1)
    planned = _times(work, meeting)
    meeting.last_from(began or planned[0], ended or planned[1])
    if meeting.minutes is None:
        meeting.minutes = Minutes(state=MinutesState.DRAFT)
    call_together(work, meeting)
    _kept(work)
    follow(work, meeting.group_id)
    return Done(meeting.id, Undo(unhold_meeting, {"meeting_id": meeting.id, "stage": before}))


@operation("coordinator", "secretary", "chair")
def unhold_meeting(work: Work, *, meeting_id: int, stage: Stage) -> Done:
    """Undo that a meeting was held; it stands at `stage` again and gives its number back.

    Invalid once something was written, or a later meeting of the group has its number.
    """
    meeting = work.get(Meeting, meeting_id)
    work.hold(Group, meeting.group_id)
    meeting = work.hold(Meeting, meeting_id)
    minutes = meeting.minutes
    is_touched = any(item.outcome is not ItemOutcome.OPEN for item in meeting.items)
    require(
        not is_touched and (minutes is None or not minutes.is_written),
        "Something is written in the minutes already: the meeting stays held.",
    )
    if meeting.number is not None and meeting.number != _last_number(work, meeting):
        raise Invalid("A later meeting of the group has its number already: this one stays held.")
    meeting.unhold(stage)
    if minutes is not None:
        work.session.delete(minutes)
    _kept(work)
    follow(work, meeting.group_id)
    return Done(meeting.id)


@operation("coordinator", "secretary", "chair")
def set_meeting_times(
    work: Work, *, meeting_id: int, version: int, began: dt.time | None, ended: dt.time | None
) -> Done:
    """Say when a meeting really began and ended (Copenhagen wall time), as far as one knows."""
    meeting = work.hold(Meeting, meeting_id, version)
    before = {"began": meeting.began, "ended": meeting.ended}
    meeting.last_from(began, ended)
    _kept(work)
    return Done(meeting.id, Undo(set_meeting_times, {"meeting_id": meeting.id, "version": meeting.version, **before}))


@operation("coordinator", "secretary", "chair")
def send_minutes_to_chair(work: Work, *, minutes_id: int, version: int) -> Done:
    """The draft is written: the chair reads it. Invalid where nothing is written."""
    minutes = held_minutes(work, minutes_id, version)
    minutes.send_to_chair(work.now)
    return _stepped(work, minutes, take_minutes_back)


@operation("coordinator", "secretary", "chair")
def send_minutes_to_comment(work: Work, *, minutes_id: int, version: int, due: dt.date | None = None) -> Done:
    """Ask the members for comments until a day; without one the group's deadline counts.

    Invalid with a CPR number or an action that lacks owner or date in the text (V9, V10), or a day that is over;
    LeaksFound where the leak alarm found what nobody kept with a reason, as at every step after this one.
    """
    minutes = held_minutes(work, minutes_id, version)
    deadlines = deadline_book(work.session).of(minutes.meeting.group.code)
    minutes.send_to_comment(work.now, work.today, due or deadlines.comments_due(work.today))
    _check_leaks(work, minutes)
    return _stepped(work, minutes, take_minutes_back)


@operation("coordinator", "secretary", "chair")
def set_comments_due(work: Work, *, minutes_id: int, version: int, due: dt.date) -> Done:
    """Give the members more or less time for comments."""
    minutes = held_minutes(work, minutes_id, version)
    before = minutes.comments_due
    minutes.set_comments_due(due)
    return _stepped(work, minutes, set_comments_due, due=before)


@operation("coordinator", "secretary", "chair")
def take_minutes_back(work: Work, *, minutes_id: int, version: int) -> Done:
    """Take the last step of the minutes back; comments stay. Invalid once they are approved: they are not reopened."""
    minutes = held_minutes(work, minutes_id, version)
    due = minutes.comments_due
    minutes.take_back()
    if minutes.state is MinutesState.DRAFT:
        return _stepped(work, minutes, send_minutes_to_chair)
    return _stepped(work, minutes, send_minutes_to_comment, due=due)


@operation("coordinator", "secretary", "chair")
def approve_in_writing(
    work: Work, *, minutes_id: int, version: int, wording: Wording, all_agreed: bool = False, note: str = ""
) -> Done:
    """Approve and freeze minutes: everybody agreed (the note says how), or the deadline passed and nobody objects.

    It cannot be taken back: what is approved is only corrected. Invalid with an unanswered comment.
    """
    refuse_cpr(note)
    minutes = held_minutes(work, minutes_id, version)
    minutes.approve_in_writing(work.today, note, all_agreed=all_agreed)
    _check_leaks(work, minutes)
    return freeze(work, minutes, wording)


@operation("coordinator", "secretary", "chair")
def approve_at_meeting(work: Work, *, item_id: int, version: int, wording: Wording, note: str = "") -> Done:
    """Decide the item of a later meeting that approves minutes: they are approved by that, and frozen.

    `version` is the item's. It cannot be taken back. Invalid with an unanswered comment, or before that meeting.
    """
    refuse_cpr(note)
    item = work.get(AgendaItem, item_id, version)
    earlier = item.approves.minutes if item.approves else None
    if earlier is None:
        raise Invalid("There are no minutes for this item to approve.")
    minutes = held_minutes(work, earlier.id)
    item = work.hold(AgendaItem, item_id, version)
    minutes.approve_at_meeting(work.today, item, note)
    _check_leaks(work, minutes)
    item.outcome, item.outcome_reason = ItemOutcome.DECIDED, ""
    work.touched("agenda")
    return freeze(work, minutes, wording)


@operation("coordinator", "secretary", "chair")
def close_meeting(work: Work, *, meeting_id: int, version: int) -> Done:
    """Close a meeting; Invalid while an item, a comment or an action's facts are open, or before approval."""
    meeting = work.hold(Meeting, meeting_id, version)
    meeting.close(work.now)
    _kept(work)
    return Done(meeting.id, Undo(reopen_meeting, {"meeting_id": meeting.id, "version": meeting.version}))


@operation("coordinator", "secretary", "chair")
def reopen_meeting(work: Work, *, meeting_id: int, version: int) -> Done:
    """Undo that a meeting was closed, within a few minutes; Invalid later."""
    meeting = work.hold(Meeting, meeting_id, version)
    meeting.reopen(work.now)
    _kept(work)
    return Done(meeting.id)


def _check_leaks(work: Work, minutes: Minutes) -> None:
    texts = {entry_field(entry.id): entry.text for entry in minutes.in_order()}
    # Members own actions and bring items: their names are ordinary here.
    check_leaks(work, texts, subject=Subject("minutes", minutes.id), names=False)


def _times(work: Work, meeting: Meeting) -> tuple[dt.time, dt.time | None]:
    now = work.now.astimezone(COPENHAGEN)
    if now.date() > meeting.day:
        return meeting.starts, meeting.ends
    begins = dt.datetime.combine(meeting.day, meeting.starts, COPENHAGEN)
    ends = dt.datetime.combine(meeting.day, meeting.ends, COPENHAGEN)
    goes_on = begins - EARLY <= now < ends
    return (now.time().replace(second=0, microsecond=0) if goes_on else meeting.starts), None


def _last_number(work: Work, meeting: Meeting) -> int:
    found = work.session.scalar(
        select(func.max(Meeting.number)).where(Meeting.group_id == meeting.group_id, Meeting.year == meeting.year)
    )
    return found or 0


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("meetings", "minutes")


def _stepped(work: Work, minutes: Minutes, undo: Callable[..., Done], **more: object) -> Done:
    _kept(work)
    return Done(minutes.id, Undo(undo, {"minutes_id": minutes.id, "version": minutes.version, **more}))
