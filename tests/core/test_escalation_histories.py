"""Random histories of eight bodies over two years: nothing that was sent up is lost, and every answer comes home once.

What a page offers is tried, by who may and who may not; meetings are planned, moved, called off and held meanwhile.
"""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import insert, select
from sqlalchemy.orm import joinedload, selectinload

from referral_desk.desk import Desk
from referral_desk.errors import DeskError
from referral_desk.models import Delivery, Escalation, EscalationStep, Group, Meeting
from referral_desk.operations.answers import report_outside
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.escalation_acts import acts_on
from referral_desk.queries.escalations import lanes
from referral_desk.users import User
from referral_desk.vocabulary import ItemOutcome, MeetingKind, Stage
from tests.builders import NOON
from tests.escalating import eight_bodies
from tests.escalation_life import (
    ACTS,
    ONWARD,
    PHASES,
    SEEN,
    START,
    Seen,
    can_lead,
    empty,
    hasten,
    one_place,
    one_way_home,
    one_way_up,
    raise_cases,
    year_of,
)
from tests.meetings_by_chance import PICK, Meetings


class Bodies(Meetings):
    """Six regions, the national group and the inter-ministerial one, their meetings, and what goes up and down."""

    def __init__(self, database, bodies):
        super().__init__()
        self.database, self.bodies, self.now = database, bodies, NOON
        self.groups = [*bodies.regions, bodies.national, bodies.top]
        self.desks = [
            Desk(database, User("Koordinator"), now=lambda: self.now),
            Desk(database, User("Sekretær", frozenset({"secretary"})), now=lambda: self.now),
        ]
        self.frozen = {}
        self.undos = []
        empty(database)
        with database.write() as session:
            session.execute(insert(Meeting), [one for group in enumerate(self.groups) for one in year_of(*group)])

    def pick(self, number):
        """The id of some escalation."""
        with self.database.read() as session:
            ids = session.scalars(select(Escalation.id).order_by(Escalation.id)).all()
        return ids[number % len(ids)] if ids else None

    def see(self, key, who=0):
        user = self.desks[who].user
        with self.database.read() as session:
            one = session.get(Escalation, key)
            others = select(Escalation).where(Escalation.closed_on.is_(None), Escalation.id != key)
            leads = [other.id for other in session.scalars(others.order_by(Escalation.id)) if can_lead(other, one)]
            acts = acts_on(
                one,
                day=self.today,
                user=user.name,
                is_coordinator="coordinator" in user.roles,
                has_leads=bool(leads),
                language="da",
            )
            agendas = select(Meeting.id).where(
                Meeting.group_id == one.step.body_id,
                Meeting.day >= self.today,
                Meeting.cancelled_at.is_(None),
                Meeting.stage.in_((Stage.PLANNED, Stage.INVITED)),
                Meeting.kind == MeetingKind.ORDINARY,
            )
            steps = [step.number for step in one.steps]
            return Seen(one.version, acts, leads, steps, one.step.lacks(), session.scalar(agendas.limit(1)) is not None)

    def act(self, key, name, who=0, seen=None):
        """Do a thing by its name; what is offered must work, and what is not must be refused."""
        seen = seen or self.see(key, who)
        function, arguments = ACTS[name]
        is_offered = getattr(seen.acts, name)
        lacks = (name == "send" and seen.lacks) or (name == "put_on_agenda" and not seen.has_agenda)
        said = ""
        try:
            done = self.desks[who].do(function, escalation_id=key, version=seen.version, **arguments(seen))
        except DeskError as refusal:
            done, said = None, str(refusal)
        assert done is not None or lacks or not is_offered, (name, said)
        assert done is None or is_offered, name
        return done

    def told(self, key):
        with self.database.read() as session:
            one = session.get(Escalation, key)
            return one and (
                *(one.state, one.since, one.holder_id, one.lane, one.merged_into_id, one.closed_on, one.endorsed_on),
                [(line.kind, line.text) for line in one.events],
                [(step.number, step.outcome, step.item_id is None, step.answer, step.texts()) for step in one.steps],
                [(other.group_id, other.text, other.item_id is None) for other in one.deliveries],
            )

    @initialize(starts=st.lists(START, min_size=2, max_size=3), merges=st.integers(0, 2))
    def begin_some(self, starts, merges):
        self.desks[0].do(raise_cases, group_ids=self.groups, starts=starts)
        for number in range(merges):
            self.merge(number, back=False)

    @rule(start=START)
    def begin(self, start):
        self.desks[0].do(raise_cases, group_ids=self.groups, starts=[start])

    @rule(number=PICK, name=st.sampled_from(sorted(ACTS)), who=st.sampled_from([0, 0, 1]), back=st.booleans())
    def try_out(self, number, name, who, back):
        """Somebody does something, whether it is offered or not; half of them think better of it at once."""
        key = self.pick(number)
        if key is not None:
            self.and_back(key, name, who, back)

    @rule(number=PICK, choice=PICK, back=st.sampled_from([False, False, True]))
    def do_what_is_offered(self, number, choice, back):
        key = self.pick(number)
        if key is not None:
            seen = self.see(key)
            offered = [name for name in ACTS if getattr(seen.acts, name)]
            if offered:
                self.and_back(key, offered[choice % len(offered)], 0, back, seen)

    @rule(number=PICK, steps=st.integers(1, 5), goes_up=st.booleans())
    def go_on(self, number, steps, goes_up):
        """One escalation is dealt with for a while."""
        key = self.pick(number)
        if key is not None:
            self.walk(key, steps, goes_up=goes_up)

    @rule(number=PICK, back=st.booleans())
    def merge(self, number, back):
        """Two that lie with one body become one."""
        with self.database.read() as session:
            lying = list(session.scalars(select(Escalation).order_by(Escalation.id)))
            pairs = [(one.id, other.id) for one in lying for other in lying if can_lead(other, one)]
        if pairs:
            self.and_back(pairs[number % len(pairs)][0], "merge", 0, back)

    @rule(number=PICK, goes_up=st.booleans())
    def bring_home(self, number, goes_up):
        """One is answered, and its answer told at the next meetings of all who wait for it: then it closes."""
        key = self.pick(number)
        if key is None:
            return
        with self.database.read() as session:
            key = session.get(Escalation, key).lead.id
        self.walk(key, 9, goes_up=goes_up)
        for meeting_id in self.delivered_at(key):
            self.minute(meeting_id, [ItemOutcome.NOTED], approves=True)
        self.walk(key, 1)

    def walk(self, key, steps, *, goes_up=False):
        for _ in range(steps):
            seen = self.see(key)
            wishes = ("endorse", "send", "accept", "forward", *ONWARD) if goes_up else ONWARD
            name = next((one for one in wishes if getattr(seen.acts, one)), None)
            if name is None or self.act(key, name, seen=seen) is None:
                return

    def delivered_at(self, key):
        with self.database.read() as session:
            family = session.get(Escalation, key).family
            items = [delivery.item for one in family for delivery in one.deliveries if delivery.item]
            meetings = {item.meeting for item in items if not item.meeting.is_closed_to_change}
            return [meeting.id for meeting in sorted(meetings, key=lambda one: (one.day, one.id))]

    def and_back(self, key, name, who, back, seen=None):
        before = self.told(key) if back else None
        done = self.act(key, name, who, seen)
        if done is None or done.undo is None:
            return
        if not back:
            self.undos.append(done.undo)
            return
        self.desks[0].do(done.undo.operation, **done.undo.arguments)
        after = self.told(key)
        if name == "send":
            # The story alone tells that it was taken back.
            after, before = after[:7] + after[8:], before[:7] + before[8:]
        assert after == before, name

    @rule(number=PICK, back=st.booleans())
    def tell_outside(self, number, back):
        """A group is told its answer outside a meeting, whether it stands on an agenda, waits or was heard already."""
        with self.database.read() as session:
            found = session.execute(
                select(Delivery.id, Delivery.version, Delivery.escalation_id, Delivery.reported_on).order_by(
                    Delivery.reported_on.is_not(None), Delivery.id
                )
            ).all()
        if not found:
            return
        key, version, escalation_id, reported_on = found[number % len(found)]
        before = self.told(escalation_id)
        told = {"how": "Brev", "whom": "Formanden", "reason": "Gruppen mødes ikke mere."}
        done = self.tried(report_outside, delivery_id=key, version=version, **told)
        assert (done is None) == (reported_on is not None)
        if done is not None and back:
            self.desks[0].do(done.undo.operation, **done.undo.arguments)
            assert self.told(escalation_id)[0] == before[0]
        elif done is not None:
            self.undos.append(done.undo)

    @rule(number=PICK)
    def undo_later(self, number):
        """Somebody takes back what was done a while ago: refused, or as if it had not been."""
        if self.undos:
            undo = self.undos.pop(number % len(self.undos))
            try:
                self.desks[0].do(undo.operation, **undo.arguments)
            except DeskError:
                return

    @invariant()
    def all_of_it_holds(self):
        wanted = select(Escalation).options(
            selectinload(Escalation.steps).selectinload(EscalationStep.snapshots),
            selectinload(Escalation.events),
            selectinload(Escalation.deliveries),
            selectinload(Escalation.followers),
            joinedload(Escalation.case),
        )
        with self.database.read() as session:
            session.scalars(select(Group)).all()
            for one in session.scalars(wanted).all():
                one_place(one)
                one_way_up(one)
                one_way_home(one)
                self.nothing_sent_changes(one)

    def nothing_sent_changes(self, one):
        now = {snap.id: (snap.content, snap.sha256) for step in one.steps for snap in step.snapshots if snap.read()}
        before = self.frozen.get(one.id, {})
        assert before.items() <= now.items()
        self.frozen[one.id] = now

    def teardown(self):
        """In the end each open one stands in one lane with a next thing, and can still be brought home."""
        with self.database.read() as session:
            wanted = session.scalars(
                select(Escalation.id).where(Escalation.closed_on.is_(None), Escalation.merged_into_id.is_(None))
            ).all()
        desk = self.desks[0]
        shown = desk.ask(lanes, day=self.today, per_lane=1000, **SEEN)
        parts = [shown.regional, shown.national, shown.interministerial, shown.answered]
        found = [row.id for lane in parts for row in lane.rows if row.lead_id is None]
        assert sorted(found) == sorted(wanted)
        listed = [row for lane in parts for row in lane.rows]
        assert all(row.next_step and row.holder for row in listed)
        for row in listed[:1]:
            page = desk.ask(escalation_page, escalation_id=row.id, day=self.today, **SEEN)
            assert page.row == row


def histories(database, examples, steps=10):
    if database.is_file:
        hasten(database)
    bodies = eight_bodies(database)
    run_state_machine_as_test(
        lambda: Bodies(database, bodies),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_happens_nothing_sent_up_is_lost_and_every_answer_comes_home_once(embedded_database, pytestconfig):
    histories(embedded_database, 5000 if pytestconfig.getoption("--long") else 200)


def test_the_same_holds_on_a_server(server_database, pytestconfig):
    histories(server_database, 200 if pytestconfig.getoption("--long") else 15)
