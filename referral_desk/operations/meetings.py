"""Plan, change, move, call off meetings, and take them step by step to the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Unpack

from referral_desk.clock import Quarter
from referral_desk.desk import Work, operation, require
from referral_desk.models import Group, Meeting, Person
from referral_desk.operations.attendance import call_together
from referral_desk.operations.carrying import bring_back, carry_on
from referral_desk.operations.meeting_head import HeadFields, set_head
from referral_desk.operations.outcome import refuse_cpr
from referral_desk.operations.standing import fill, follow
from referral_desk.texts import N_
from referral_desk.vocabulary import Label, MeetingKind, SeatKind, Stage

NOT_STANDING = N_("The group does not stand on that day: choose another day or group.")


class MeetingFields(HeadFields, total=False):
    """What can be changed about a meeting without moving it; what is not given stays."""

    kind: MeetingKind
    starts: dt.time
    ends: dt.time


@dataclass(frozen=True)
class When:
    """The day of a meeting with the story of its moves: what undoing a move puts back."""

    day: dt.date
    starts: dt.time
    ends: dt.time
    moved_from: dt.date | None
    move_reason: str


@operation("coordinator", "secretary", "chair")
def plan_meeting(
    work: Work,
    *,
    group_id: int,
    day: dt.date,
    starts: dt.time,
    ends: dt.time,
    kind: MeetingKind = MeetingKind.ORDINARY,
    place: str | None = None,
    title: str = "",
    quarter: Quarter | None = None,
    language: str = "da",
) -> int:
    """Plan a meeting and give its id; times are Copenhagen wall time.

    Chair and secretary are those of the group on that day; without a place the group's own is taken. The agenda of an
    ordinary meeting fills itself: standing items, titled in `language`, and what waits with the group. `quarter` is the
    one it counts for, where that is not the day's own (a meeting that makes up for an empty quarter). Invalid if the
    group is not in force on the day.
    """
    group = work.get(Group, group_id)
    require(group.valid_on(day), NOT_STANDING)
    counted = quarter or Quarter.of(day)
    meeting = Meeting(
        group=group,
        kind=kind,
        year=counted.year,
        quarter=counted.number,
        title=" ".join(title.split()),
        place=(group.place if place is None else place).strip(),
        chair=_holder(group, SeatKind.CHAIR, day),
        secretary=_holder(group, SeatKind.SECRETARY, day),
        label=Label.INTERNAL,
        stage=Stage.PLANNED,
    )
    meeting.schedule(day, starts, ends)
    work.session.add(meeting)
    work.session.flush()
    fill(work, meeting, language)
    follow(work, group.id)
    work.touched("meetings")
    return meeting.id


@operation("coordinator", "secretary", "chair")
def edit_meeting(work: Work, *, meeting_id: int, version: int, **fields: Unpack[MeetingFields]) -> int:
    """Change title, kind, place, label, times, chair or secretary; give the new version.

    Invalid if the meeting was called off or its minutes are approved, or would end before it begins. Once it was held
    its kind and planned times stay: when it really began and ended is told by `set_meeting_times`.
    """
    meeting = work.get(Meeting, meeting_id, version)
    meeting.check_head_open()
    if fields.keys() & {"starts", "ends", "kind"}:
        meeting.check_open_to_change()
    set_head(work, meeting, fields)
    if "starts" in fields or "ends" in fields:
        meeting.schedule(meeting.day, fields.get("starts", meeting.starts), fields.get("ends", meeting.ends))
    if "kind" in fields:
        meeting.kind = fields["kind"]
    if meeting.stage.step >= Stage.HELD.step and fields.keys() & {"chair_id", "secretary_id"}:
        # Who led it stands on the sheet of those who came.
        call_together(work, meeting)
    return _kept(work, meeting)


@operation("coordinator", "secretary", "chair")
def move_meeting(
    work: Work,
    *,
    meeting_id: int,
    version: int,
    day: dt.date,
    reason: str,
    starts: dt.time | None = None,
    ends: dt.time | None = None,
) -> When:
    """Move a meeting to another day; it keeps its quarter, and the reason stays with it.

    Gives where it stood, for `put_meeting_back`. Invalid without a reason, or once it was held.
    """
    meeting = work.get(Meeting, meeting_id, version)
    require(meeting.group.valid_on(day), NOT_STANDING)
    refuse_cpr(reason)
    before = When(meeting.day, meeting.starts, meeting.ends, meeting.moved_from, meeting.move_reason)
    meeting.move(day, reason)
    meeting.schedule(day, starts or meeting.starts, ends or meeting.ends)
    _kept(work, meeting)
    follow(work, meeting.group_id)
    return before


@operation("coordinator", "secretary", "chair")
def put_meeting_back(work: Work, *, meeting_id: int, version: int, before: When) -> None:
    """Undo a move: day, times and the story of its moves are as they were."""
    meeting = work.get(Meeting, meeting_id, version)
    meeting.check_open_to_change()
    meeting.schedule(before.day, before.starts, before.ends)
    meeting.moved_from, meeting.move_reason = before.moved_from, before.move_reason
    _kept(work, meeting)
    follow(work, meeting.group_id)


@operation("coordinator", "secretary", "chair")
def cancel_meeting(work: Work, *, meeting_id: int, version: int, reason: str) -> None:
    """Call a meeting off; Invalid without a reason or once it was held.

    What its members brought goes to the group's next meeting, or waits until there is one.
    """
    meeting = work.get(Meeting, meeting_id, version)
    refuse_cpr(reason)
    meeting.cancel(work.now, reason)
    _kept(work, meeting)
    carry_on(work, meeting)
    follow(work, meeting.group_id)


@operation("coordinator", "secretary", "chair")
def revive_meeting(work: Work, *, meeting_id: int, version: int) -> None:
    """Undo that a meeting was called off; its items come back from where they went, unless somebody worked on them."""
    meeting = work.get(Meeting, meeting_id, version)
    require(meeting.is_cancelled, "The meeting is not cancelled.")
    meeting.cancelled_at, meeting.cancel_reason = None, ""
    _kept(work, meeting)
    bring_back(work, meeting)
    follow(work, meeting.group_id)


@operation("coordinator", "secretary", "chair")
def advance_meeting(work: Work, *, meeting_id: int, version: int) -> Stage:
    """Take the meeting's next step (planned, invited, agenda sent) and give it; Invalid says what it lacks."""
    meeting = work.get(Meeting, meeting_id, version)
    meeting.advance()
    _kept(work, meeting)
    return meeting.stage


@operation("coordinator", "secretary", "chair")
def step_meeting_back(work: Work, *, meeting_id: int, version: int) -> Stage:
    """Take the meeting's last step back and give where it stands; Invalid at the first."""
    meeting = work.get(Meeting, meeting_id, version)
    meeting.step_back()
    _kept(work, meeting)
    return meeting.stage


def _kept(work: Work, meeting: Meeting) -> int:
    work.session.flush()
    work.touched("meetings")
    return meeting.version


def _holder(group: Group, kind: SeatKind, day: dt.date) -> Person | None:
    for seat in group.seats:
        held = seat.held_on(day) if seat.kind is kind else None
        if held is not None and held.person is not None:
            return held.person
    return None
