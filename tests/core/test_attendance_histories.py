"""Whatever happens to seats and to a sheet, in any order: V8 holds, nobody is listed twice, undo puts back exactly."""

import datetime as dt

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from referral_desk.errors import DeskError, Invalid
from referral_desk.models import Attendance, Declaration, Meeting, Membership, Seat
from referral_desk.models.attendance import AWAY
from referral_desk.operations.attendance import (
    add_guest,
    call_people,
    make_guest,
    mark_others,
    note_attendance,
    register_deputy,
    remove_attendance,
    set_attendance,
)
from referral_desk.operations.declarations import sign_declaration
from referral_desk.operations.item_absences import arrive_at, leave_at, stay_throughout, step_in, step_out
from referral_desk.operations.memberships import end_membership, take_seat, withdraw_membership
from referral_desk.queries.attendance import attendance
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Stage
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_item, an_organisation
from tests.chain import version_of

PICK = st.integers(0, 30)
STATES = st.sampled_from(AttendanceState)
KINDS = (SeatKind.CHAIR, SeatKind.MEMBER, SeatKind.MEMBER, SeatKind.DEPUTY, SeatKind.OBSERVER)
PEOPLE = 6
# The seats of a chair and two members.
TABLE = 3
SINCE = dt.date(2025, 1, 1)


class Sheet(RuleBasedStateMachine):
    """A group of five seats, six people of two organisations who come and go, one meeting that is held today."""

    def __init__(self, desk, database):
        super().__init__()
        self.desk, self.database = desk, database
        group = a_group()
        seats = [a_seat(group, kind=kind) for kind in KINDS]
        bodies = [an_organisation(name) for name in ("Politiet", "Fonden")]
        people = [a_person(f"Prøve {number}", organisation=bodies[number % 2]) for number in range(PEOPLE)]
        meeting = a_meeting(group, day=TODAY, stage=Stage.HELD)
        items = [an_item(meeting, f"Punkt {number}") for number in range(3)]
        with database.write() as session:
            session.add_all([meeting, *people])
            session.flush()
            self.meeting, self.items = meeting.id, [item.id for item in items]
            self.people, self.seats = [person.id for person in people], [seat.id for seat in seats]
            self.bodies = [body.id for body in bodies]
        self.fresh = set()

    @initialize(holders=st.lists(st.integers(0, PEOPLE), min_size=5, max_size=5))
    def fill(self, holders):
        """Somebody, or a body that names nobody, takes each seat; a few stay empty."""
        for seat, who in zip(self.seats, holders, strict=True):
            if who < PEOPLE:
                self.desk.do(take_seat, seat_id=seat, person_id=self.people[who], valid_from=SINCE)
            elif seat != self.seats[0]:
                self.desk.do(take_seat, seat_id=seat, organisation_id=self.bodies[0], valid_from=SINCE)
        self.desk.do(call_people, meeting_id=self.meeting)

    def seen(self):
        """The sheet without versions: what undo must put back."""
        with self.database.read() as session:
            return sorted(
                (
                    row.id,
                    row.person_id,
                    row.seat_id,
                    row.organisation_id,
                    row.role,
                    row.state,
                    row.deputy_for_id,
                    row.answered_at,
                    row.note,
                    sorted((absence.item_id, absence.is_conflict) for absence in row.absences),
                )
                for row in session.get(Meeting, self.meeting).attendance
            )

    def row(self, pick):
        rows = self.seen()
        return rows[pick % len(rows)] if rows else None

    def tried(self, back, operation, **arguments):
        """Do something to the sheet: a refusal changes nothing, and what is done is taken back and done again."""
        before = self.seen()
        try:
            done = self.desk.do(operation, **arguments)
        except DeskError:
            assert self.seen() == before
            return False
        after = self.seen()
        if done.undo is not None:
            again = self.desk.do(done.undo.operation, **done.undo.arguments)
            assert self.seen() == before
            if back:
                return False
            if done.undo.arguments.get("new_person_id") is None:
                self.desk.do(again.undo.operation, **again.undo.arguments)
                assert self.seen() == after
        return True

    @rule(pick=PICK, state=STATES, back=st.booleans())
    def note(self, pick, state, back):
        row = self.row(pick)
        if row and self.tried(back, set_attendance, attendance_id=row[0], was=row[5], state=state):
            with self.database.read() as session:
                kept = session.get(Attendance, row[0])
                assert kept.is_entitled or kept.state in AWAY | {AttendanceState.UNANSWERED}

    @rule(state=st.sampled_from([AttendanceState.PRESENT, AttendanceState.ABSENT]), back=st.booleans())
    def note_others(self, state, back):
        self.tried(back, mark_others, meeting_id=self.meeting, state=state)

    @rule(pick=PICK, who=st.none() | st.integers(0, PEOPLE - 1), back=st.booleans())
    def deputise(self, pick, who, back):
        if row := self.row(pick):
            named = {"new_person": "Ny Prøve"} if who is None else {"person_id": self.people[who]}
            self.tried(back, register_deputy, attendance_id=row[0], **named)

    @rule(who=st.none() | st.integers(0, PEOPLE - 1), back=st.booleans())
    def invite(self, who, back):
        named = {"new_person": "Ny Gæst"} if who is None else {"person_id": self.people[who]}
        self.tried(back, add_guest, meeting_id=self.meeting, **named)

    @rule(pick=PICK, back=st.booleans(), operation=st.sampled_from([make_guest, remove_attendance]))
    def take_off(self, pick, back, operation):
        if row := self.row(pick):
            self.tried(back, operation, attendance_id=row[0], version=version_of(self.database, Attendance, row[0]))

    @rule(pick=PICK, back=st.booleans())
    def write(self, pick, back):
        if row := self.row(pick):
            version = version_of(self.database, Attendance, row[0])
            self.tried(back, note_attendance, attendance_id=row[0], version=version, note="Tog nr. 2")

    @rule(
        pick=PICK,
        item=st.integers(0, 2),
        operation=st.sampled_from([arrive_at, leave_at, step_out, step_in, stay_throughout]),
        back=st.booleans(),
    )
    def come_and_go(self, pick, item, operation, back):
        if row := self.row(pick):
            where = {} if operation is stay_throughout else {"item_id": self.items[item]}
            self.tried(back, operation, attendance_id=row[0], **where)

    @rule(seat=st.integers(0, 4), who=st.integers(0, PEOPLE - 1))
    def give_a_seat(self, seat, who):
        with self.database.read() as session:
            free = session.get(Seat, self.seats[seat]).held_on(TODAY) is None
        if free:
            try:
                self.desk.do(take_seat, seat_id=self.seats[seat], person_id=self.people[who], valid_from=SINCE)
            except Invalid:
                return

    @rule(seat=st.integers(0, 4), is_mistake=st.booleans())
    def lose_a_seat(self, seat, is_mistake):
        with self.database.read() as session:
            held = session.get(Seat, self.seats[seat]).held_on(TODAY)
        if held is not None:
            version = version_of(self.database, Membership, held.id)
            if is_mistake:
                self.desk.do(withdraw_membership, membership_id=held.id, version=version)
            else:
                last = TODAY - dt.timedelta(days=1)
                self.desk.do(end_membership, membership_id=held.id, version=version, last_day=last)

    @rule()
    def call(self):
        self.desk.do(call_people, meeting_id=self.meeting)
        called = self.seen()
        self.desk.do(call_people, meeting_id=self.meeting)
        assert self.seen() == called
        with self.database.read() as session:
            meeting = session.get(Meeting, self.meeting)
            on_sheet = {row.person_id for row in meeting.attendance}
            for seat in meeting.group.seats:
                held = seat.held_on(TODAY)
                assert held is None or held.person_id in on_sheet
            assert not any(row.is_forgotten for row in meeting.attendance)

    @rule(who=st.integers(0, PEOPLE - 1))
    def sign(self, who):
        try:
            self.desk.do(sign_declaration, person_id=self.people[who], signed_on=TODAY)
        except Invalid:
            return

    @invariant()
    def everybody_is_there_by_right_once_and_what_is_not_right_is_said(self):
        sheet = self.desk.ask(attendance, meeting_id=self.meeting, today=TODAY, language="en")
        people = [row.person_id for row in sheet.rows if row.person_id is not None]
        assert len(people) == len(set(people))
        with self.database.read() as session:
            signed = {row.person_id for row in session.query(Declaration)}
            rows = {row.id: row for row in session.get(Meeting, self.meeting).attendance}
        assert {row.id for row in sheet.rows if row.id} == set(rows)
        said = [str(finding) for finding in sheet.findings]
        for row in sheet.rows:
            if not row.is_entitled:
                assert any(text.startswith(f"{row.who} holds no seat") for text in said)
            outsider = row.id and row.person_id and row.role in {AttendeeRole.GUEST, AttendeeRole.OBSERVER}
            wants = bool(outsider and row.person_id not in signed and row.state not in AWAY)
            assert wants == any(text.startswith(f"{row.who} has not signed") for text in said)
            if row.deputy_for_id is not None:
                assert row.role is AttendeeRole.DEPUTY
                replaced = next(other for other in sheet.rows if other.id == row.deputy_for_id)
                assert replaced.state in AWAY
                assert replaced.deputy_for_id is None
        taken = [row.deputy_for_id for row in sheet.rows if row.deputy_for_id is not None]
        assert len(taken) == len(set(taken))
        assert 0 <= sheet.counts.filled <= sheet.counts.places <= TABLE


def test_any_history_of_a_sheet_keeps_v8_lists_nobody_twice_and_undo_is_exact(desk, database, request):
    long = request.config.getoption("--long")
    run_state_machine_as_test(
        lambda: Sheet(desk, database),
        settings=settings(
            max_examples=60 if long else 5,
            stateful_step_count=30 if long else 20,
            suppress_health_check=list(HealthCheck),
        ),
    )
