"""Put right who led a meeting, who came and who was out of the room, though its approved minutes say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from referral_desk.desk import Work, require
from referral_desk.models import Attendance, Meeting, Person
from referral_desk.models.attendance import AWAY
from referral_desk.operations.attendance import seat_deputy, seat_guest, seat_named
from referral_desk.operations.attendance_sheet import out_of, set_out
from referral_desk.operations.item_absences import NOT_THERE
from referral_desk.operations.meeting_head import HeadFields, set_head
from referral_desk.vocabulary import AttendanceState, AttendeeRole

if TYPE_CHECKING:
    from referral_desk.operations.corrections import Missed

CAME = AWAY | {AttendanceState.PRESENT}
"""What a correction can say of somebody who was asked to the meeting."""
Sheet = Mapping[int, tuple[object, ...]]


def sheet_said(meeting: Meeting) -> Sheet:
    """What minutes say of each line of the sheet, by its id."""
    return {row.id: (row.role, row.state, row.deputy_for_id) for row in meeting.attendance}


def out_said(meeting: Meeting) -> Mapping[int, set[tuple[int, bool]]]:
    """What minutes say of who was out of the room, by item: the lines, True for a conflict of interest."""
    told: dict[int, set[tuple[int, bool]]] = {}
    for row in meeting.attendance:
        for item_id, is_conflict in out_of(row).items():
            told.setdefault(item_id, set()).add((row.id, is_conflict))
    return told


def correct_head(work: Work, meeting: Meeting, head: HeadFields) -> None:
    """Say what the meeting is called, where it was, who may read of it, and who led it.

    Who led it stands on the sheet as somebody who was there; who did not, and holds no seat, was a guest.
    """
    former = dict(_leaders(meeting, head))
    set_head(work, meeting, head)
    work.session.flush()
    for role, person in _leaders(meeting, head):
        if person is not None:
            row = seat_named(meeting, role, person)
            work.session.flush()
            if row.state not in CAME:
                row.come(AttendanceState.PRESENT, work.now, work.today)
    for row in meeting.attendance:
        was_named = row.person is not None and row.person is former.get(row.role)
        if was_named and not row.is_named and not row.is_seated and row.deputy_for is None:
            row.role, row.seat = AttendeeRole.GUEST, None
    work.session.flush()


def check_led(meeting: Meeting, head: HeadFields) -> None:
    """Refuse minutes that were led or taken by somebody who by the same minutes was not there (Invalid)."""
    led = [person for _, person in _leaders(meeting, head)]
    for row in meeting.attendance:
        require(
            row.person is None or row.person not in led or row.state not in AWAY,
            "{name} was not there, as the minutes have it: correct that too, or say who led the meeting.",
            name=row.who,
        )


def _leaders(meeting: Meeting, head: HeadFields) -> Iterator[tuple[AttendeeRole, Person | None]]:
    if "chair_id" in head:
        yield AttendeeRole.CHAIR, meeting.chair
    if "secretary_id" in head:
        yield AttendeeRole.SECRETARY, meeting.secretary


def correct_coming(work: Work, meeting: Meeting, came: Mapping[int, AttendanceState], missed: Sequence[Missed]) -> None:
    """Say who came, and who else: guests, and those who came in somebody's place."""
    require(set(came.values()) <= CAME, "Say who was present, and who was not.")
    # Those who were not there first: a deputy may have come for one of them.
    for row in sorted(meeting.attendance, key=lambda row: came.get(row.id) not in AWAY):
        if row.id in came:
            row.come(came[row.id], work.now, work.today)
            if row.state in AWAY:
                # Who was not there at all was out of the room for no item.
                set_out(row, {})
    for one in missed:
        if one.instead_of is None:
            seat_guest(work, meeting, one.person_id, one.new_person, one.organisation_id)
        else:
            seat_deputy(work, work.get(Attendance, one.instead_of), one.person_id, one.new_person)
    work.session.flush()


def correct_absences(work: Work, meeting: Meeting, out: Mapping[int, Mapping[int, bool | None]]) -> None:
    """Say by item and line of the sheet who was out of the room, True for a conflict of interest, None who was in it.

    Invalid for somebody who was not at the meeting.
    """
    for row in meeting.attendance:
        told = {item_id: lines[row.id] for item_id, lines in out.items() if row.id in lines}
        if not told:
            continue
        is_out = any(why is not None for why in told.values())
        require(not is_out or row.state not in AWAY, NOT_THERE, name=row.who)
        now = {**out_of(row), **told}
        set_out(row, {item_id: why for item_id, why in now.items() if why is not None})
    work.session.flush()
