"""A presence sheet before and after a change: what undo puts back, and what it refuses to overwrite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from referral_desk.desk import CHANGED, Work, operation
from referral_desk.errors import Stale
from referral_desk.models import Attendance, ItemAbsence, Meeting, Person
from referral_desk.models.attendance import check_attendance_open
from referral_desk.operations.outcome import Done, RemovedRow, Undo
from referral_desk.operations.people import remove_person


@dataclass(frozen=True)
class SheetLine:
    """One line of a sheet, whole: the row, and the items that the person was out for (True: for a conflict)."""

    values: Mapping[str, Any]
    out: Mapping[int, bool]


Lines = Mapping[int, SheetLine | None]
"""Lines by the id of their row; None where there is none."""


def sheet_of(meeting: Meeting) -> dict[int, SheetLine]:
    """All lines of a meeting's sheet as they are."""
    return {row.id: SheetLine(RemovedRow.of(row).values, out_of(row)) for row in meeting.attendance}


def open_sheet(work: Work, meeting_id: int) -> Meeting:
    """The meeting, its sheet held until the end; Invalid once who came is part of approved minutes."""
    meeting = work.hold(Meeting, meeting_id)
    check_attendance_open(meeting)
    work.session.refresh(meeting, ["attendance"])
    return meeting


def done(
    work: Work, meeting: Meeting, before: Mapping[int, SheetLine], row_id: int, new_person_id: int | None = None
) -> Done:
    """Keep what was changed on the sheet and give the row's id, with the way back to `before`."""
    work.session.flush()
    work.touched("attendance")
    after = sheet_of(meeting)
    touched = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    if not touched:
        return Done(row_id)
    undo = {
        "meeting_id": meeting.id,
        "lines": {key: before.get(key) for key in touched},
        "seen": {key: after.get(key) for key in touched},
        "new_person_id": new_person_id,
    }
    return Done(row_id, Undo(put_sheet_back, undo))


@operation("coordinator", "secretary", "chair")
def put_sheet_back(work: Work, *, meeting_id: int, lines: Lines, seen: Lines, new_person_id: int | None = None) -> Done:
    """Put lines of a sheet back as they were; Stale if one of them is no longer as it was `seen`.

    `new_person_id` takes away the person who was put in the directory with the change, if no more is known of them.
    """
    meeting = open_sheet(work, meeting_id)
    before = sheet_of(meeting)
    if any(before.get(key) != line for key, line in seen.items()):
        raise Stale(CHANGED)
    _put_back(work, meeting, lines)
    if new_person_id is not None and work.get(Person, new_person_id).version == 1:
        remove_person(work, person_id=new_person_id, version=1)
    return done(work, meeting, before, meeting.id)


def _put_back(work: Work, meeting: Meeting, lines: Lines) -> None:
    rows = {row.id: row for row in meeting.attendance}
    kept = {key: line for key, line in lines.items() if line is not None}
    # Ties between lines come last: a deputy may stand before the one whose place is taken.
    for key in lines.keys() & rows.keys():
        rows[key].deputy_for = None
    for key in lines.keys() - kept.keys():
        meeting.attendance.remove(rows.pop(key))
    work.session.flush()
    for key, line in kept.items():
        _restore(meeting, rows, key, line)
    work.session.flush()
    for key, line in kept.items():
        rows[key].deputy_for = rows.get(line.values["deputy_for_id"])
    work.session.flush()
    for key in kept:
        work.session.refresh(rows[key])


def _restore(meeting: Meeting, rows: dict[int, Attendance], key: int, line: SheetLine) -> None:
    values = {name: value for name, value in line.values.items() if name != "deputy_for_id"}
    row = rows.get(key)
    if row is None:
        row = rows[key] = Attendance(**values)
        meeting.attendance.append(row)
    for name, value in values.items():
        setattr(row, name, value)
    set_out(row, line.out)


def out_of(row: Attendance) -> dict[int, bool]:
    """The items for which a row says that the person was out (True: because of a conflict)."""
    return {absence.item_id: absence.is_conflict for absence in row.absences}


def set_out(row: Attendance, out: Mapping[int, bool]) -> None:
    """Let a row say for which items the person was out (True: because of a conflict), and for no others."""
    for absence in list(row.absences):
        if absence.item_id not in out:
            row.absences.remove(absence)
    known = {absence.item_id: absence for absence in row.absences}
    for item_id, is_conflict in out.items():
        if item_id in known:
            known[item_id].is_conflict = is_conflict
        else:
            row.absences.append(ItemAbsence(item_id=item_id, is_conflict=is_conflict))
