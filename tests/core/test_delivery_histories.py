"""Random histories of what comes down and goes up: it always waits, stands on one live item, or is reported."""

import datetime as dt
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from referral_desk.errors import DeskError
from referral_desk.models import AgendaItem, Case, Circular, Delivery, Escalation, Group, Meeting
from referral_desk.operations.agenda import edit_item, move_item, remove_item, restore_item
from referral_desk.operations.answers import (
    close_escalation,
    release_answer,
    report_outside,
    take_back_release,
    unreport_outside,
)
from referral_desk.operations.carrying import bring_item_back, carry_item
from referral_desk.operations.circulars import send_circular, take_back_circular, write_circular
from referral_desk.operations.escalation_decisions import answer_escalation, return_escalation
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.meetings import cancel_meeting, move_meeting, plan_meeting, revive_meeting
from referral_desk.operations.standing import fill_agenda
from referral_desk.vocabulary import CircularKind, EscalationState, ItemOutcome, MeetingKind, Stage
from tests.builders import TODAY
from tests.escalating import eight_bodies
from tests.homecoming import TIMES, Home

_numbers = count(1)
KINDS = [MeetingKind.ORDINARY] * 3 + [MeetingKind.EXTRAORDINARY]
OUTCOMES = [ItemOutcome.OPEN, ItemOutcome.NOTED, ItemOutcome.DROPPED, ItemOutcome.CARRIED]
HELD = (Stage.HELD, Stage.APPROVED)
PICK, WHERE = st.integers(0, 9), st.integers(0, 1)


class Homecomings(RuleBasedStateMachine):
    """A region and the national group meet; answers and circulars come down to them, an escalation goes up."""

    def __init__(self, desk, database):
        super().__init__()
        with database.write() as session:
            for group in session.scalars(select(Group).where(Group.valid_to.is_(None))):
                # Those of the histories before this one get no circulars any more.
                group.stand(None, TODAY - dt.timedelta(days=1))
        self.home = Home(desk, database, eight_bodies(database, codes=f"h{next(_numbers)}-"))
        self.desk, self.database = desk, database
        self.groups = (self.home.bodies.regions[0], self.home.bodies.national)
        self.undone = []

    def attempt(self, operation, kind, key, **more):
        """Do it if it may be done now; keep how it is taken back."""
        if key is None:
            return
        try:
            done = self.home.on(operation, kind, key, **more)
        except DeskError:
            return
        if undo := getattr(done, "undo", None):
            self.undone.append((undo.operation, undo.arguments))
        elif operation is carry_item:
            self.undone.append((bring_item_back, {"carried": done}))
        elif operation is remove_item:
            self.undone.append((restore_item, {"removed": done}))

    def own(self, session, kind):
        """Rows of this history alone: the desk keeps those of the histories before it."""
        ties = {
            Meeting: lambda: select(Meeting).where(Meeting.group_id.in_(self.groups)),
            AgendaItem: lambda: select(AgendaItem).join(AgendaItem.meeting).where(Meeting.group_id.in_(self.groups)),
            Escalation: lambda: select(Escalation).join(Escalation.case).where(Case.group_id == self.groups[0]),
            Circular: lambda: select(Circular).where(Circular.group_id == self.groups[1]),
            Delivery: lambda: select(Delivery).where(Delivery.group_id.in_(self.groups)),
        }
        return session.scalars(ties[kind]().order_by(kind.id)).all()

    def pick(self, kind, pick, where=None):
        with self.database.read() as session:
            found = [one.id for one in self.own(session, kind) if where is None or where(one)]
            return found[pick % len(found)] if found else None

    def meeting(self, pick, where, *stages):
        group = self.groups[where]
        return self.pick(Meeting, pick, lambda one: one.group_id == group and one.stage in stages)

    def bearer(self, pick):
        """An item that something hangs on."""
        return self.pick(AgendaItem, pick, lambda one: one.deliveries or one.escalation_steps)

    @initialize(months=st.tuples(st.integers(1, 20), st.integers(1, 20)))
    def begin(self, months):
        """Something is on its way from the start, up and down."""
        self.write_and_send()
        for where, month in enumerate(months):
            self.plan(month, MeetingKind.ORDINARY, where)
        self.home.released()
        self.send_up()
        self.fill(0, 1)

    @rule(month=st.integers(1, 20), kind=st.sampled_from(KINDS), where=WHERE)
    def plan(self, month, kind, where):
        day = dt.date(2026, 12, 1) + dt.timedelta(days=23 * month)
        self.desk.do(plan_meeting, group_id=self.groups[where], day=day, kind=kind, **TIMES)

    @rule(pick=PICK, where=WHERE, month=st.integers(1, 20))
    def move(self, pick, where, month):
        day = dt.date(2026, 12, 1) + dt.timedelta(days=23 * month)
        self.attempt(move_meeting, Meeting, self.meeting(pick, where, Stage.PLANNED), day=day, reason="Sne")

    @rule(pick=PICK, where=WHERE)
    def cancel(self, pick, where):
        self.attempt(cancel_meeting, Meeting, self.meeting(pick, where, Stage.PLANNED), reason="Sne")

    @rule(pick=PICK, where=WHERE)
    def revive(self, pick, where):
        self.attempt(revive_meeting, Meeting, self.meeting(pick, where, Stage.PLANNED))

    @rule(pick=PICK, where=WHERE)
    def send_the_agenda(self, pick, where):
        meeting = self.meeting(pick, where, Stage.PLANNED)
        with self.database.write() as session:
            if meeting and not session.get(Meeting, meeting).is_cancelled:
                session.get(Meeting, meeting).stage = Stage.AGENDA_SENT

    @rule(pick=PICK, where=WHERE, all_of_it=st.booleans())
    def hold_and_approve(self, pick, where, all_of_it):
        """A meeting is held, and its minutes are approved; in some of them not every item was reached."""
        meeting = self.meeting(pick, where, Stage.PLANNED, Stage.AGENDA_SENT)
        with self.database.read() as session:
            found = session.get(Meeting, meeting) if meeting else None
            if found is None or found.is_cancelled or not found.items:
                return
            reached = [one.id for one in found.items][: None if all_of_it else 2]
        now = self.home.desk
        self.home.held(meeting)
        self.home.minuted(meeting, *reached)
        self.home.desk = now

    @rule(pick=PICK, where=WHERE)
    def fill(self, pick, where):
        meeting = self.meeting(pick, where, Stage.PLANNED)
        if meeting:
            try:
                self.desk.do(fill_agenda, meeting_id=meeting)
            except DeskError:
                return

    @rule(pick=PICK)
    def carry(self, pick):
        self.attempt(carry_item, AgendaItem, self.bearer(pick))

    @rule(pick=PICK, outcome=st.sampled_from(OUTCOMES))
    def say_what_became_of_it(self, pick, outcome):
        self.attempt(set_outcome, AgendaItem, self.bearer(pick), outcome=outcome, reason="Ikke nået.")

    @rule(pick=PICK)
    def remove(self, pick):
        self.attempt(remove_item, AgendaItem, self.bearer(pick))

    @rule(pick=PICK)
    def work_on(self, pick):
        self.attempt(edit_item, AgendaItem, self.bearer(pick), recommendation="Formanden fremlægger.")

    @rule(pick=PICK)
    def put_first(self, pick):
        self.attempt(move_item, AgendaItem, self.bearer(pick), position=0)

    @rule(pick=PICK)
    def undo(self, pick):
        if self.undone:
            operation, arguments = self.undone.pop(-1 - pick % len(self.undone))
            try:
                self.desk.do(operation, **arguments)
            except DeskError:
                return

    @rule()
    def send_up(self):
        self.home.accepted()

    @rule(pick=PICK)
    def answer(self, pick):
        made = self.pick(Escalation, pick, lambda one: one.state.is_with_receiver)
        self.attempt(answer_escalation, Escalation, made, text="Ja.", document_reference="Brev 7")

    @rule(pick=PICK)
    def ask_back(self, pick):
        made = self.pick(Escalation, pick, lambda one: one.state.is_with_receiver)
        self.attempt(return_escalation, Escalation, made, reason="Hvorfor?")

    @rule(pick=PICK)
    def release(self, pick):
        made = self.pick(Escalation, pick, lambda one: one.state is EscalationState.ANSWERED)
        if made:
            self.attempt(release_answer, Escalation, made, feedback=self.home.words(made))

    @rule(pick=PICK)
    def take_release_back(self, pick):
        self.attempt(take_back_release, Escalation, self.pick(Escalation, pick, lambda one: one.released_on))

    @rule(pick=PICK)
    def close(self, pick):
        self.attempt(close_escalation, Escalation, self.pick(Escalation, pick, lambda one: one.state.is_answered))

    @rule(pick=PICK)
    def tell_outside_a_meeting(self, pick):
        told = {"how": "Brev", "whom": "Formanden", "reason": "Det haster."}
        self.attempt(report_outside, Delivery, self.pick(Delivery, pick), **told)

    @rule(pick=PICK)
    def take_back_that_it_was_told(self, pick):
        self.attempt(unreport_outside, Delivery, self.pick(Delivery, pick, lambda one: one.is_told))

    @rule()
    def write_and_send(self):
        done = self.desk.do(
            write_circular, group_id=self.groups[1], kind=CircularKind.FRAMEWORK, title="Ny", text="Brug den."
        )
        self.attempt(send_circular, Circular, done.id)

    @rule(pick=PICK)
    def take_circular_back(self, pick):
        self.attempt(take_back_circular, Circular, self.pick(Circular, pick))

    @invariant()
    def each_waits_stands_on_one_live_item_or_is_reported(self):
        with self.database.read() as session:
            for one in session.scalars(select(Delivery).where(Delivery.group_id.in_(self.groups))):
                item = one.item
                if one.is_told:
                    assert one.reported_on is not None
                    assert one.escalation is not None
                elif one.reported_on is not None:
                    assert item is not None
                    assert item.meeting.minutes.is_frozen
                    assert item.fate in {ItemOutcome.NOTED, ItemOutcome.DECIDED}
                elif item is not None and item.waiting_group_id is None:
                    assert item.is_live
                    assert item.meeting.group_id == one.group_id
                    is_heard = item.meeting.minutes is not None and item.meeting.minutes.is_frozen
                    assert not is_heard or item.fate is ItemOutcome.OPEN
                else:
                    assert one.is_waiting

    @invariant()
    def nothing_stands_twice(self):
        with self.database.read() as session:
            items = session.scalars(
                select(AgendaItem).join(AgendaItem.meeting).where(Meeting.group_id.in_(self.groups))
            )
            bearers = [one for one in items if one.deliveries or one.escalation_steps]
            for item in bearers:
                assert len(item.deliveries) + len(item.escalation_steps) == 1
                copies = session.scalars(select(AgendaItem).where(AgendaItem.carried_from_id == item.id)).all()
                assert not [one for one in copies if one.is_live and one.outcome is ItemOutcome.OPEN]
            waiting = [one for one in bearers if one.waiting_group_id is not None]
            assert all(not one.is_live for one in waiting)

    @invariant()
    def each_is_told_on_one_agenda_at_most(self):
        """Read off the agendas alone, by the words of the items."""
        with self.database.read() as session:
            items = [one for one in self.own(session, AgendaItem) if one.is_live]
            for one in session.scalars(select(Delivery).where(Delivery.group_id.in_(self.groups))):
                reference = (one.escalation or one.circular).reference
                told = [
                    item
                    for item in items
                    if item.meeting.group_id == one.group_id
                    and f"{reference}:" in item.title
                    # What was noted stands in the record; the delivery may have gone on from there.
                    and (item.fate is ItemOutcome.OPEN or item is one.item)
                    and (item is not one.item or one.reported_on is None)
                ]
                assert len(told) == (one.reported_on is None and not one.is_waiting), reference
            for one in self.own(session, Escalation):
                asked = [item for item in items if f"{one.reference}," in item.resume and item.fate is ItemOutcome.OPEN]
                assert len(asked) <= 1

    @invariant()
    def an_escalation_stands_where_its_state_says(self):
        with self.database.read() as session:
            for one in self.own(session, Escalation):
                item = one.step.item
                if one.state is EscalationState.ON_AGENDA:
                    assert item is not None
                    assert item.is_live
                elif one.state is EscalationState.ACCEPTED:
                    assert item is None or item.waiting_group_id is not None
                elif one.state in {EscalationState.REPORTED, EscalationState.CLOSED}:
                    assert all(delivery.reported_on for delivery in one.deliveries)
                elif one.state is EscalationState.RELEASED:
                    assert not all(delivery.reported_on for delivery in one.deliveries)


def test_whatever_happens_no_answer_and_no_escalation_is_lost_or_doubled(desk, database, pytestconfig):
    is_long = pytestconfig.getoption("--long")
    run_state_machine_as_test(
        lambda: Homecomings(desk, database),
        settings=settings(
            max_examples=300 if is_long else 10,
            stateful_step_count=30,
            suppress_health_check=list(HealthCheck),
        ),
    )
