"""What people do with the year wheel: wishes, closed days, rules, reasons; accept proposals, drag meetings."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select

from referral_desk.clock import Quarter
from referral_desk.desk import CHANGED, GONE, Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, ClosedPeriod, EmptyQuarter, Group, GroupWish, Meeting
from referral_desk.models.base import Record
from referral_desk.models.rhythm import WHEEL, WheelRules
from referral_desk.models.settings import setting_to_change
from referral_desk.operations.carrying import next_meeting, take_waiting
from referral_desk.operations.deliveries import bears_open, hand_on, is_as_made
from referral_desk.operations.holding import held_meeting
from referral_desk.operations.meetings import NOT_STANDING, When, move_meeting, plan_meeting, put_meeting_back
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.operations.standing import follow
from referral_desk.reference.closings import usual_closings
from referral_desk.texts import N_
from referral_desk.vocabulary import AttendanceState, ClosingKind, MeetingKind, Stage

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
def set_group_wish(
    work: Work,
    *,
    group_id: int,
    weekdays: Sequence[int] = (),
    never: Sequence[int] = (),
    starts: dt.time | None = None,
    length: int | None = None,
    week: int | None = None,
    travels: bool = False,
    version: int | None = None,
) -> Done:
    """Say how a group likes to meet; all wishes at once. `version` is that of the wishes seen, None where none stood.

    Invalid where they contradict each other.
    """
    work.hold(Group, group_id)
    row = work.session.scalar(select(GroupWish).where(GroupWish.group_id == group_id))
    _same(row, version)
    before = RemovedRow.of(row) if row else None
    row = row or GroupWish(group_id=group_id)
    row.wish(weekdays=weekdays, never=never, starts=starts, length=length, week=week, travels=travels)
    return _kept(work, row, before)


@operation("coordinator", "secretary", "administrator")
def add_closing(
    work: Work, *, kind: ClosingKind, name: str, first_day: dt.date, last_day: dt.date, note: str = ""
) -> Done:
    """Add days on which no meeting should fall."""
    refuse_cpr(name, note)
    row = ClosedPeriod(name_da="", name_en="", note=note.strip())
    row.close(kind, name, first_day, last_day)
    return _kept(work, row, None)


@operation("coordinator", "secretary", "administrator")
def change_closing(
    work: Work,
    *,
    kind: ClosingKind,
    name: str,
    first_day: dt.date,
    last_day: dt.date,
    closing_id: int | None = None,
    version: int | None = None,
    usual: str = "",
    year: int | None = None,
) -> Done:
    """Change closed days; a usual period that nobody changed yet is named by its code and year in place of an id."""
    refuse_cpr(name)
    row, before = _closing(work, closing_id, version, usual, year)
    row.close(kind, name, first_day, last_day)
    row.is_left_out = False
    return _kept(work, row, before)


@operation("coordinator", "secretary", "administrator")
def remove_closing(
    work: Work, *, closing_id: int | None = None, version: int | None = None, usual: str = "", year: int | None = None
) -> Done:
    """Take closed days away; a usual period is left out in its year only."""
    row, before = _closing(work, closing_id, version, usual, year)
    if row.usual:
        row.is_left_out = True
        return _kept(work, row, before)
    work.session.delete(row)
    work.touched("wheel")
    return Done(row.id, _undo(row, before, None))


@operation("coordinator", "administrator")
def set_wheel_rules(work: Work, *, travel_days: int, one_a_day: bool, whole_days: bool) -> Done:
    """Set what counts as double-booked, and how many days of travel are kept free; holds for all groups."""
    rules = WheelRules(travel_days, one_a_day, whole_days)
    row = setting_to_change(work.session, WHEEL)
    before = WheelRules.told(row.value)
    row.value = json.dumps(asdict(rules), sort_keys=True)
    work.session.flush()
    work.touched("wheel", "settings")
    return Done(row.id, Undo(set_wheel_rules, asdict(before)))


@operation("coordinator", "secretary", "chair")
def explain_empty_quarter(
    work: Work, *, group_id: int, year: int, quarter: int, reason: str, version: int | None = None
) -> Done:
    """Say why a group held no ordinary meeting in a quarter (V3); an empty reason takes it back."""
    refuse_cpr(reason)
    require(quarter in range(1, 5), "A year has the quarters 1 to 4.")
    work.hold(Group, group_id)
    of_quarter = (EmptyQuarter.group_id == group_id, EmptyQuarter.year == year, EmptyQuarter.quarter == quarter)
    row = work.session.scalar(select(EmptyQuarter).where(*of_quarter))
    _same(row, version)
    before = RemovedRow.of(row) if row else None
    if row is not None and not reason.strip():
        work.session.delete(row)
        work.touched("wheel", "meetings")
        return Done(row.id, _undo(row, before, None))
    row = row or EmptyQuarter(group_id=group_id, year=year, quarter=quarter)
    row.explain(reason)
    work.touched("meetings")
    return _kept(work, row, before)


@operation("coordinator", "secretary", "chair", "administrator")
def put_wheel_row_back(
    work: Work, *, kind: type[Record], row_id: int, version: int | None, before: RemovedRow | None
) -> Done:
    """Undo a change of a wish, of closed days or of a reason; Stale if somebody changed it since."""
    row = work.session.get(kind, row_id)
    if (row is None) != (version is None) or (row is not None and row.version != version):
        raise Stale(GONE)
    now = RemovedRow.of(row) if row else None
    if row is not None and before is not None:
        for name, value in before.values.items():
            setattr(row, name, value)
    elif row is not None:
        work.session.delete(row)
    elif before is not None:
        row = put_back(work, [before])
    work.session.flush()
    work.touched("wheel", "meetings")
    left = None if before is None or row is None else row.version
    return Done(row_id, Undo(put_wheel_row_back, {"kind": kind, "row_id": row_id, "version": left, "before": now}))


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


def _same(row: Record | None, version: int | None) -> None:
    """Refuse what was decided on another version than the one that stands (Stale)."""
    if version != (row.version if row else None):
        raise Stale(CHANGED)


def _kept(work: Work, row: Record, before: RemovedRow | None) -> Done:
    work.session.add(row)
    work.session.flush()
    work.touched("wheel")
    return Done(row.id, _undo(row, before, row.version))


def _undo(row: Record, before: RemovedRow | None, version: int | None) -> Undo:
    back = {"kind": type(row), "row_id": row.id, "version": version, "before": before}
    return Undo(put_wheel_row_back, back)


def _closing(
    work: Work, closing_id: int | None, version: int | None, usual: str, year: int | None
) -> tuple[ClosedPeriod, RemovedRow | None]:
    """A closed period and how it is now; a usual one that nobody changed gets a row of its own."""
    if closing_id is not None:
        row = work.get(ClosedPeriod, closing_id, version)
        return row, RemovedRow.of(row)
    found = next((one for one in usual_closings(year or 0) if one.code == usual), None) if usual else None
    if found is None:
        raise Invalid("Say which closed days are meant.")
    row = ClosedPeriod(
        usual=found.code,
        year=found.year,
        kind=found.kind,
        name_da=found.name_da,
        name_en=found.name_en,
        first_day=found.first_day,
        last_day=found.last_day,
        source=found.source,
        note=found.note,
    )
    return row, None


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
