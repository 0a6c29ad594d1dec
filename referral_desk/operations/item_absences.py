"""Note who was out of the room for which item: came later, left early, or stepped out because of a conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from referral_desk.desk import Work, operation, require
from referral_desk.errors import Stale
from referral_desk.models import AgendaItem, Attendance, Meeting
from referral_desk.models.attendance import AWAY
from referral_desk.operations.attendance_sheet import done, open_sheet, out_of, set_out, sheet_of
from referral_desk.operations.outcome import Done
from referral_desk.texts import N_
from referral_desk.vocabulary import Stage

OTHER_MEETING = N_("That item stands on another meeting's agenda: look at the list again.")
NOT_THERE = N_("{name} is not at the meeting: mark the person present first.")


@operation("coordinator", "secretary", "chair")
def step_out(work: Work, *, attendance_id: int, item_id: int, is_conflict: bool = False) -> Done:
    """Note that somebody was out for one item; `is_conflict` says that it was because of a conflict of interest."""
    meeting, row, item = _row(work, attendance_id, item_id)
    return _set(work, meeting, row, {**out_of(row), item.id: is_conflict})


@operation("coordinator", "secretary", "chair")
def step_in(work: Work, *, attendance_id: int, item_id: int) -> Done:
    """Note that somebody was in the room for an item after all."""
    meeting, row, item = _row(work, attendance_id, item_id)
    return _set(work, meeting, row, {key: why for key, why in out_of(row).items() if key != item.id})


@operation("coordinator", "secretary", "chair")
def arrive_at(work: Work, *, attendance_id: int, item_id: int) -> Done:
    """Note that somebody came when an item began: out for all before it, in for it and what they were late for."""
    meeting, row, item = _row(work, attendance_id, item_id)
    ids = [other.id for other in meeting.items]
    place = ids.index(item.id)
    return _set(work, meeting, row, _moved(row, out=ids[:place], back=ids[place:]))


@operation("coordinator", "secretary", "chair")
def leave_at(work: Work, *, attendance_id: int, item_id: int) -> Done:
    """Note that somebody left when an item began: out for it and all that follow, in for what they left too early."""
    meeting, row, item = _row(work, attendance_id, item_id)
    ids = [other.id for other in meeting.items]
    place = ids.index(item.id)
    return _set(work, meeting, row, _moved(row, out=ids[place:], back=ids[:place][::-1]))


@operation("coordinator", "secretary", "chair")
def stay_throughout(work: Work, *, attendance_id: int) -> Done:
    """Note that somebody was in the room for every item."""
    meeting = open_sheet(work, work.get(Attendance, attendance_id).meeting_id)
    return _set(work, meeting, work.hold(Attendance, attendance_id), {})


def _moved(row: Attendance, *, out: Sequence[int], back: Sequence[int]) -> dict[int, bool]:
    """The absences after somebody came or left at another item: a correction moves the edge, conflicts stay."""
    now = out_of(row)
    edge = next((place for place, key in enumerate(back) if key not in now), len(back))
    kept = {key: why for key, why in now.items() if why or key not in back[:edge]}
    return {**dict.fromkeys(out, False), **kept}


def _row(work: Work, attendance_id: int, item_id: int) -> tuple[Meeting, Attendance, AgendaItem]:
    meeting = open_sheet(work, work.get(Attendance, attendance_id).meeting_id)
    row, item = work.hold(Attendance, attendance_id), work.get(AgendaItem, item_id)
    if item.meeting_id != meeting.id:
        raise Stale(OTHER_MEETING)
    require(
        meeting.stage.step >= Stage.HELD.step,
        "The meeting has not begun: record that it is held, then note who came later or left.",
    )
    require(row.state not in AWAY, NOT_THERE, name=row.who)
    return meeting, row, item


def _set(work: Work, meeting: Meeting, row: Attendance, out: Mapping[int, bool]) -> Done:
    before = sheet_of(meeting)
    set_out(row, out)
    return done(work, meeting, before, row.id)
