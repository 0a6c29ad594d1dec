"""What one does with the people of a meeting: call them, note answers and presence, register deputies and guests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referral_desk.desk import CHANGED, Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.models import Attendance, Meeting, Membership, Organisation, Person
from referral_desk.models.attendance import AWAY, ROLES, check_attendance_open, first_seats, holding
from referral_desk.operations.attendance_sheet import done, open_sheet, sheet_of
from referral_desk.operations.outcome import Done, refuse_cpr
from referral_desk.vocabulary import AttendanceState, AttendeeRole

WAITING = frozenset({AttendanceState.UNANSWERED, AttendanceState.ACCEPTED, AttendanceState.TENTATIVE})


@dataclass(frozen=True)
class Called:
    """The rows of a sheet after people were called: by seat and by person, how many are new, how many taken off."""

    by_seat: Mapping[int, int] = field(default_factory=dict)
    by_person: Mapping[int, int] = field(default_factory=dict)
    new: int = 0
    gone: int = 0


def call_together(work: Work, meeting: Meeting) -> Called:
    """Let everybody who holds a seat on the meeting's day stand on its sheet once, with what they answered.

    Somebody with several seats comes from the first of them; a body that names nobody has a row without a person.
    Who no longer holds a seat is taken off, unless they answered, were there, or a deputy takes their place. The chair
    and the secretary named for the meeting are called too, seat or not. Invalid once the sheet is frozen.
    """
    check_attendance_open(meeting)
    before = {row.id for row in meeting.attendance if row.id is not None}
    people, bodies = first_seats(work.session.scalars(holding(meeting)))
    rows = {row.person_id: row for row in meeting.attendance if row.person_id is not None}
    unnamed = {row.seat_id: row for row in meeting.attendance if row.person_id is None}
    for person_id, held in people.items():
        row = rows.get(person_id)
        if row is None:
            # A body that has named somebody by now: what it answered holds.
            row = unnamed.pop(held.seat_id, None)
        _seat(meeting, row, held)
    for seat_id, held in bodies.items():
        _seat(meeting, unnamed.get(seat_id), held)
    for role, person in ((AttendeeRole.CHAIR, meeting.chair), (AttendeeRole.SECRETARY, meeting.secretary)):
        if person is not None and person.id not in people:
            seat_named(meeting, role, person)
    work.session.flush()
    for row in list(meeting.attendance):
        if row.is_forgotten:
            meeting.attendance.remove(row)
    work.session.flush()
    after = {row.id for row in meeting.attendance}
    if before != after:
        work.touched("attendance")
    by_seat = {row.seat_id: row.id for row in meeting.attendance if row.seat_id is not None and row.is_seated}
    by_person = {row.person_id: row.id for row in meeting.attendance if row.person_id is not None}
    return Called(by_seat, by_person, len(after - before), len(before - after))


@operation("coordinator", "secretary", "chair")
def call_people(work: Work, *, meeting_id: int) -> Called:
    """Put everybody who holds a seat on the meeting's day on its sheet (`call_together`)."""
    called = call_together(work, open_sheet(work, meeting_id))
    work.touched("attendance")
    return called


@operation("coordinator", "secretary", "chair")
def set_attendance(
    work: Work,
    *,
    attendance_id: int,
    was: AttendanceState,
    state: AttendanceState,
    note: str | None = None,
) -> Done:
    """Note an answer or presence, with a word about it where `note` is given.

    `was` is what the person looked at: Stale if somebody else has noted something since. Invalid for what `answer`
    refuses.
    """
    meeting, row = _row(work, attendance_id)
    if row.state is not was:
        raise Stale(CHANGED)
    before = sheet_of(meeting)
    if note is not None:
        refuse_cpr(note)
        row.note = " ".join(note.split())
    row.answer(state, work.now, work.today)
    return done(work, meeting, before, row.id)


@operation("coordinator", "secretary", "chair")
def note_attendance(work: Work, *, attendance_id: int, version: int, note: str) -> Done:
    """Write a word about somebody's coming: why not, until when, for what."""
    meeting, row = _row(work, attendance_id, version)
    before = sheet_of(meeting)
    refuse_cpr(note)
    row.note = " ".join(note.split())
    return done(work, meeting, before, row.id)


@operation("coordinator", "secretary", "chair")
def mark_others(work: Work, *, meeting_id: int, state: AttendanceState) -> Done:
    """Note the same for all others who are expected: those of whom nothing but an answer is known, guests too.

    Deputies who take nobody's place and those who hold no seat on the day are left out. The id is that of the meeting.
    """
    meeting = open_sheet(work, meeting_id)
    before = sheet_of(meeting)
    for row in meeting.attendance:
        is_expected = row.is_expected or row.role is AttendeeRole.GUEST
        if row.state in WAITING and is_expected and row.is_entitled and row.deputy() is None:
            row.answer(state, work.now, work.today)
    return done(work, meeting, before, meeting.id)


@operation("coordinator", "secretary", "chair")
def register_deputy(
    work: Work, *, attendance_id: int, person_id: int | None = None, new_person: str = "", note: str = ""
) -> Done:
    """Let somebody take a person's place at the meeting, and note that person's apology; give the deputy's row.

    The deputy holds a deputy's seat in the group or comes from the same organisation; `new_person` names somebody of
    it who is not in the directory yet. On the meeting's day the deputy is there, before it the deputy is coming.
    """
    meeting, other = _row(work, attendance_id)
    before = sheet_of(meeting)
    row = seat_deputy(work, other, person_id, new_person, note)
    return done(work, meeting, before, row.id, row.person_id if person_id is None else None)


def seat_deputy(work: Work, other: Attendance, person_id: int | None, new_person: str, note: str = "") -> Attendance:
    """Let somebody take a person's place and give the deputy's row, as `register_deputy` does."""
    meeting = other.meeting
    person = _person(work, person_id, new_person, other.organisation)
    row = _row_of(meeting, person)
    if row is not None and row.role not in {AttendeeRole.DEPUTY, AttendeeRole.GUEST}:
        raise Invalid("{name} has a place of their own at this meeting: choose somebody else.", name=person.name)
    if row is None:
        _refuse_holder(work, meeting, person)
        row = Attendance(person=person, role=AttendeeRole.DEPUTY, organisation=person.organisation, seat=other.seat)
    row.stand_in_for(other)
    row.role, row.organisation = AttendeeRole.DEPUTY, other.organisation or row.organisation
    row.seat = row.seat or other.seat
    if row not in meeting.attendance:
        meeting.attendance.append(row)
    if note.strip():
        refuse_cpr(note)
        other.note = " ".join(note.split())
    work.session.flush()
    if other.state not in AWAY:
        other.come(AttendanceState.APOLOGY, work.now, work.today)
    row.come(_coming(work, meeting), work.now, work.today)
    return row


@operation("coordinator", "secretary", "chair")
def add_guest(
    work: Work,
    *,
    meeting_id: int,
    person_id: int | None = None,
    new_person: str = "",
    organisation_id: int | None = None,
    note: str = "",
) -> Done:
    """Register a guest for this meeting only: somebody of the directory, or somebody new with an organisation.

    Invalid for somebody who is on the sheet already or holds a seat in the group on the day.
    """
    meeting = open_sheet(work, meeting_id)
    before = sheet_of(meeting)
    row = seat_guest(work, meeting, person_id, new_person, organisation_id, note)
    return done(work, meeting, before, row.id, row.person_id if person_id is None else None)


def seat_guest(  # noqa: PLR0917 - what a guest is registered with
    work: Work, meeting: Meeting, person_id: int | None, new_person: str, organisation_id: int | None, note: str = ""
) -> Attendance:
    """Register a guest and give the row, as `add_guest` does."""
    organisation = work.get(Organisation, organisation_id) if organisation_id is not None else None
    refuse_cpr(note)
    person = _person(work, person_id, new_person, organisation)
    require(
        _row_of(meeting, person) is None, "{name} is on the sheet already: look for the row instead.", name=person.name
    )
    _refuse_holder(work, meeting, person)
    row = Attendance(
        person=person,
        role=AttendeeRole.GUEST,
        organisation=organisation or person.organisation,
        note=" ".join(note.split()),
    )
    meeting.attendance.append(row)
    work.session.flush()
    row.come(_coming(work, meeting), work.now, work.today)
    return row


@operation("coordinator", "secretary", "chair")
def make_guest(work: Work, *, attendance_id: int, version: int) -> Done:
    """Let somebody who no longer holds a seat come to this meeting as a guest (V8)."""
    meeting, row = _row(work, attendance_id, version)
    before = sheet_of(meeting)
    require(row.person is not None, "Name the person who comes as a guest.")
    require(not row.is_entitled, "{name} holds a place at this meeting and needs no other.", name=row.who)
    require(row.deputy() is None, "A deputy is registered for {name}: remove the deputy first.", name=row.who)
    row.role, row.seat, row.deputy_for = AttendeeRole.GUEST, None, None
    return done(work, meeting, before, row.id)


@operation("coordinator", "secretary", "chair")
def remove_attendance(work: Work, *, attendance_id: int, version: int) -> Done:
    """Take a guest, a deputy, or somebody who no longer holds a seat off the sheet; the id is that of the meeting.

    A deputy with a seat of their own stays on it, and takes nobody's place any more. Invalid for those who hold a
    seat, and for somebody whose place a deputy takes.
    """
    meeting, row = _row(work, attendance_id, version)
    before = sheet_of(meeting)
    require(row.deputy() is None, "A deputy is registered for {name}: remove the deputy first.", name=row.who)
    if row.is_seated:
        require(
            row.deputy_for is not None,
            "{name} holds a seat on that day and stays on the sheet: note an apology or an absence instead.",
            name=row.who,
        )
        row.deputy_for, row.state, row.answered_at = None, AttendanceState.UNANSWERED, None
    else:
        meeting.attendance.remove(row)
    return done(work, meeting, before, meeting.id)


def _row(work: Work, attendance_id: int, version: int | None = None) -> tuple[Meeting, Attendance]:
    meeting = open_sheet(work, work.get(Attendance, attendance_id, version).meeting_id)
    return meeting, work.hold(Attendance, attendance_id, version)


def _row_of(meeting: Meeting, person: Person) -> Attendance | None:
    # The person of a row is asked for only where its id is not known yet: that may be a look-up for each.
    return next(
        (
            row
            for row in meeting.attendance
            if (row.person is person if row.person_id is None else row.person_id == person.id)
        ),
        None,
    )


def _person(work: Work, person_id: int | None, new_person: str, organisation: Organisation | None) -> Person:
    if person_id is not None:
        person = work.get(Person, person_id)
        require(
            person.is_active,
            "{name} is no longer active in the directory: make the person active again first.",
            name=person.name,
        )
        return person
    require(new_person.strip(), "Say who comes: choose a person, or write a name.")
    refuse_cpr(new_person)
    person = Person(organisation=organisation, is_active=True)
    person.call(new_person)
    work.session.add(person)
    work.session.flush()
    work.touched("people")
    return person


def _coming(work: Work, meeting: Meeting) -> AttendanceState:
    return AttendanceState.PRESENT if work.today >= meeting.day else AttendanceState.ACCEPTED


def _refuse_holder(work: Work, meeting: Meeting, person: Person) -> None:
    held = work.session.scalar(holding(meeting).where(Membership.person_id == person.id).limit(1))
    require(
        held is None,
        "{name} holds a seat in the group on that day and stands on the sheet already: look for the row instead.",
        name=person.name,
    )


def _seat(meeting: Meeting, row: Attendance | None, held: Membership) -> None:
    """Let a row, or a new one, say from which seat somebody comes and for whom."""
    role = ROLES[held.seat.kind]
    if row is None:
        row = Attendance(
            person=held.person,
            seat=held.seat,
            organisation=held.organisation,
            role=role,
            state=AttendanceState.UNANSWERED,
            note="",
        )
        meeting.attendance.append(row)
        return
    if row.deputy_for is not None and role in {AttendeeRole.DEPUTY, AttendeeRole.OBSERVER}:
        # They take somebody's place this time, whatever seat is theirs.
        return
    row.person, row.seat, row.organisation = held.person, held.seat, held.organisation
    row.role, row.deputy_for = role, None


def seat_named(meeting: Meeting, role: AttendeeRole, person: Person) -> Attendance:
    """Let somebody named to lead the meeting or to write its minutes stand on the sheet, seat or not; give the row.

    Who sits on a seat, or in somebody's place, comes as that.
    """
    row = _row_of(meeting, person)
    if row is None:
        row = Attendance(
            person=person, organisation=person.organisation, role=role, state=AttendanceState.UNANSWERED, note=""
        )
        meeting.attendance.append(row)
    elif row.seat is None and row.deputy_for is None:
        row.role = role
    return row
