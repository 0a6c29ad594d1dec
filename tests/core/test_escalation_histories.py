"""Random histories of eight bodies over two years: nothing that was sent up is lost, and every answer comes home once.

What a page offers is tried, by who may and who may not; meetings are planned, moved, called off and held meanwhile.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import count

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import event, insert, select, text
from sqlalchemy.orm import joinedload, selectinload

from referral_desk.desk import Desk, operation
from referral_desk.errors import DeskError
from referral_desk.models import AgendaItem, Base, Case, Escalation, EscalationStep, Group, Meeting, Minutes
from referral_desk.models.escalation_rules import check_mergeable
from referral_desk.operations.agenda import remove_item, restore_item
from referral_desk.operations.answers import (
    close_escalation,
    release_answer,
    reopen_escalation,
    take_back_release,
)
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.deliveries import coming_meeting, report
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    return_escalation,
    separate_escalation,
    take_escalation_off,
    take_up_escalation,
)
from referral_desk.operations.escalations import (
    begin_escalation,
    endorse_escalation,
    recall_escalation,
    remove_escalation,
    send_escalation,
    unendorse_escalation,
    withdraw_escalation,
    word_step,
)
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.meetings import cancel_meeting, move_meeting, plan_meeting, revive_meeting
from referral_desk.operations.standing import follow
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.escalation_acts import EscalationActs, acts_on
from referral_desk.queries.escalations import lanes
from referral_desk.users import User
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationLane,
    EscalationState,
    ItemOutcome,
    MeetingKind,
    MinutesState,
    Stage,
    StepOutcome,
    Tier,
)
from tests.builders import NOON, TODAY
from tests.escalating import eight_bodies

PICK = st.integers(0, 11)
SEEN = {"language": "da"}
DECIDED = {StepOutcome.FORWARDED, StepOutcome.ANSWERED}
ABOVE = {Tier.REGIONAL: Tier.NATIONAL, Tier.NATIONAL: Tier.INTERMINISTERIAL}
TOLD = {
    EscalationLane.REGIONAL: {Tier.REGIONAL},
    EscalationLane.NATIONAL: {Tier.NATIONAL},
    EscalationLane.INTERMINISTERIAL: {Tier.INTERMINISTERIAL},
}
KEPT = {"groups", "group_names", "standing_items", "settings", "log_entries", "log_changes"}
PHASES = (Phase.explicit, Phase.generate)
"""A history is made of whole steps: the one that fails is told as it was, which is far quicker than a shorter one."""
_numbers = count(1)

ACTS = {
    "word": (word_step, lambda _seen: {"problem": f"Problem {next(_numbers)}."}),
    "endorse": (endorse_escalation, lambda _seen: {"note": "Aftalt."}),
    "unendorse": (unendorse_escalation, lambda _seen: {}),
    "send": (send_escalation, lambda _seen: {}),
    "recall": (recall_escalation, lambda _seen: {}),
    "withdraw": (withdraw_escalation, lambda _seen: {"reason": "Løst."}),
    "remove": (remove_escalation, lambda _seen: {}),
    "accept": (accept_escalation, lambda _seen: {}),
    "send_back": (return_escalation, lambda _seen: {"reason": "Hvor mange?"}),
    "merge": (merge_escalation, lambda seen: {"reason": "Samme.", "lead_id": (*seen.leads, 1)[0]}),
    "separate": (separate_escalation, lambda _seen: {}),
    "put_on_agenda": (put_escalation_on_agenda, lambda _seen: {}),
    "take_off": (take_escalation_off, lambda _seen: {}),
    "forward": (forward_escalation, lambda _seen: {"reason": "Principielt."}),
    "take_up": (take_up_escalation, lambda _seen: {"reason": "Vi gør det selv."}),
    "answer": (answer_escalation, lambda _seen: {"text": f"Svar {next(_numbers)}.", "journal_number": "2026-1"}),
    "release": (release_answer, lambda seen: {"feedback": {step: f"Til trin {step}." for step in seen.steps}}),
    "take_back_release": (take_back_release, lambda _seen: {}),
    "close": (close_escalation, lambda _seen: {}),
    "reopen": (reopen_escalation, lambda _seen: {}),
}
ONWARD = ("endorse", "send", "accept", "put_on_agenda", "answer", "release", "close")
"""What brings an escalation nearer to its end, by hand."""
UPWARD = ("endorse", "send", "accept", "put_on_agenda", "forward", "send", "accept")
START = st.tuples(
    st.integers(0, 6),
    st.sampled_from([0, 1, 2, 3, 4, 4, 6, 7, 7]),
    st.sampled_from([False] * 7 + [True]),
    st.sampled_from([0] * 6 + [10, 11]),
)


@dataclass
class Seen:
    """What somebody who looks at an escalation sees of it."""

    version: int
    acts: EscalationActs
    leads: list[int]
    steps: list[int]
    lacks: list[str]
    has_agenda: bool


@operation("coordinator")
def raise_cases(work, *, group_ids, starts):
    """Several groups write a case down and carry it so far up, in one change; some skip a level."""
    for region, how_far, jumps, role in starts:
        case = Case(group_id=group_ids[region], year=2026, number=next(_numbers), created_on=work.today)
        case.say("Ventetid", "Der er for få pladser.")
        work.session.add(case)
        work.session.flush()
        key = begin_escalation(work, case_id=case.id, version=1).id
        words = {"proposal": "At der findes flere."}
        if role > 9:
            words["role"] = list(ConsultationRole)[role - 9]
        if jumps and region < 6:
            words |= {"body_id": group_ids[-1], "jump_reason": f"Haster {next(_numbers)}."}
        word_step(work, escalation_id=key, version=1, **words)
        for name in UPWARD[:how_far]:
            one = work.get(Escalation, key)
            is_at_top = one.step.body.tier is Tier.INTERMINISTERIAL
            if name == "forward" and is_at_top:
                break
            if name == "put_on_agenda" and coming_meeting(work, one.step.body_id) is None:
                break
            version = one.version
            ACTS[name][0](work, escalation_id=key, version=version, **ACTS[name][1](None))


@operation("coordinator")
def minute_meeting(work, *, meeting_id, outcomes, approves):
    """What holding a meeting, and approving its minutes, do with what stands on the agenda."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.minutes is None:
        meeting.stage, meeting.minutes = Stage.HELD, Minutes(state=MinutesState.DRAFT)
        for place, item in enumerate(meeting.items):
            item.outcome = outcomes[place % len(outcomes)]
    if approves:
        meeting.stage, meeting.minutes.state = Stage.APPROVED, MinutesState.APPROVED
    work.session.flush()
    report(work, meeting)
    follow(work, meeting.group_id)
    work.touched("meetings")


class Bodies(RuleBasedStateMachine):
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

    @property
    def today(self):
        return self.now.date()

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

    def minute(self, meeting_id, outcomes, *, approves):
        with self.database.read() as session:
            day = session.get(Meeting, meeting_id).day
        self.now = max(self.now, dt.datetime.combine(day, dt.time(12), dt.UTC))
        self.desks[0].do(minute_meeting, meeting_id=meeting_id, outcomes=outcomes, approves=approves)

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
        # Taking a sending back, a closing or an opening is told in the story.
        assert name in {"send", "close", "reopen"} or after == before, name

    @rule(number=PICK)
    def undo_later(self, number):
        """Somebody takes back what was done a while ago: refused, or as if it had not been."""
        if self.undos:
            undo = self.undos.pop(number % len(self.undos))
            try:
                self.desks[0].do(undo.operation, **undo.arguments)
            except DeskError:
                return

    @rule(number=PICK, outcomes=st.lists(st.sampled_from(ItemOutcome), min_size=1, max_size=4), approves=st.booleans())
    def meet(self, number, outcomes, approves):
        """Time goes on to some meeting to come, which is held; some items are carried on or dropped."""
        meeting = self.meeting(number, coming=True)
        if meeting is None:
            return
        said = [one if one not in {ItemOutcome.CARRIED, ItemOutcome.DROPPED} else ItemOutcome.OPEN for one in outcomes]
        self.minute(meeting.id, said, approves=approves)
        with self.database.read() as session:
            open_items = [
                (item.id, item.version, outcomes[place % len(outcomes)])
                for place, item in enumerate(session.get(Meeting, meeting.id).items)
                if outcomes[place % len(outcomes)] in {ItemOutcome.CARRIED, ItemOutcome.DROPPED}
            ]
        for key, version, outcome in open_items:
            self.tried(set_outcome, item_id=key, version=version, outcome=outcome, reason="Tiden gik.")

    @rule(number=PICK)
    def approve(self, number):
        meeting = self.meeting(number, coming=False)
        if meeting is not None:
            self.desks[0].do(minute_meeting, meeting_id=meeting.id, outcomes=[ItemOutcome.OPEN], approves=True)

    @rule(number=PICK, weeks=st.integers(1, 30), what=st.sampled_from(["move", "cancel", "revive", "send out", "plan"]))
    def change_plans(self, number, weeks, what):
        meeting = self.meeting(number, coming=True, cancelled=what == "revive")
        if meeting is None:
            return
        seen = {"meeting_id": meeting.id, "version": meeting.version}
        day = self.today + dt.timedelta(weeks=weeks)
        match what:
            case "move":
                self.tried(move_meeting, **seen, day=day, reason="Sne.")
            case "cancel":
                self.tried(cancel_meeting, **seen, reason="Sne.")
            case "revive":
                self.tried(revive_meeting, **seen)
            case "send out":
                with self.database.write() as session:
                    session.get(Meeting, meeting.id).stage = Stage.AGENDA_SENT
            case "plan":
                kind = MeetingKind.ORDINARY if weeks % 3 else MeetingKind.EXTRAORDINARY
                times = {"starts": dt.time(9), "ends": dt.time(12)}
                self.tried(plan_meeting, group_id=meeting.group_id, day=day, kind=kind, **times)

    @rule(number=PICK, back=st.booleans(), carries=st.booleans())
    def touch_an_item(self, number, back, carries):
        """An item is carried on, or taken off its agenda and perhaps put back."""
        with self.database.read() as session:
            items = session.execute(
                select(AgendaItem.id, AgendaItem.version).where(AgendaItem.standing.is_(None)).order_by(AgendaItem.id)
            ).all()
        if not items:
            return
        seen = dict(zip(("item_id", "version"), items[number % len(items)], strict=True))
        if carries:
            self.tried(carry_item, **seen)
            return
        removed = self.tried(remove_item, **seen)
        if removed is not None and back:
            self.tried(restore_item, removed=removed)

    @rule(days=st.integers(1, 90))
    def wait(self, days):
        self.now += dt.timedelta(days=days)

    def meeting(self, number, *, coming, cancelled=False):
        stages = (Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT) if coming else (Stage.HELD,)
        with self.database.read() as session:
            found = session.execute(
                select(Meeting.id, Meeting.version, Meeting.day, Meeting.group_id)
                .where(Meeting.stage.in_(stages), Meeting.cancelled_at.is_not(None) == cancelled)
                .order_by(Meeting.day, Meeting.id)
                .limit(12)
            ).all()
        return found[number % len(found)] if found else None

    def tried(self, function, **arguments):
        try:
            return self.desks[0].do(function, **arguments)
        except DeskError:
            return None

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


def can_lead(lead, follower):
    if not (follower.state.is_with_receiver and lead.state.is_with_receiver and lead.holder_id == follower.holder_id):
        return False
    try:
        check_mergeable(follower, lead)
    except DeskError:
        return False
    return True


def one_place(one):
    """Exactly one body has it, and it stands in one inbox, on one agenda or in one list of answers."""
    holder = one.responsible
    assert (holder is not None) == one.state.is_open == (one.closed_on is None)
    assert one.holder_id == (holder or one.origin).id
    assert len({step.number for step in one.steps}) == len(one.steps)
    if one.lane in TOLD:
        assert one.holder.tier in TOLD[one.lane]
    item, is_undecided = one.step.item, one.state in {EscalationState.ACCEPTED, EscalationState.ON_AGENDA}
    stands = item is not None and item.is_live
    assert (one.state is EscalationState.ON_AGENDA) == (is_undecided and stands)
    if one.state is EscalationState.ON_AGENDA:
        assert item.meeting.group_id == one.step.body_id == one.holder_id
    if is_undecided and not stands:
        assert item is None or item.waiting_group_id == one.step.body_id
    if not is_undecided and one.step.outcome not in DECIDED:
        assert item is None
    if one.state is EscalationState.MERGED:
        lead = one.lead
        assert lead.state.is_open
        assert lead.state is not EscalationState.MERGED
        assert not lead.deliveries
        assert one.lane is EscalationLane.MERGED


def one_way_up(one):
    """One level at a time, or a reason in the story; each step begins where the one before it ended."""
    assert one.way[0].sender_id == one.case.group_id
    for before, after in zip(one.way, one.way[1:], strict=False):
        assert before.body_id == after.sender_id
        assert before.outcome is StepOutcome.FORWARDED
        assert after.label.rank >= before.label.rank
    reasons = [line.text for line in one.events if line.kind is EscalationEventKind.SENT]
    for step in one.steps:
        for snapshot in step.snapshots:
            if step.body.tier is not ABOVE[step.sender.tier]:
                assert snapshot.read()["jump_reason"] in reasons
                assert snapshot.read()["jump_reason"]
    assert len(reasons) == sum(len(step.snapshots) for step in one.steps)


def one_way_home(one):
    """The answer reaches each origin once, and each body that passed it on once in the whole family."""
    if not one.state.is_answered or one.state is EscalationState.ANSWERED:
        assert not one.deliveries
        return
    assert [delivery.group_id for delivery in one.deliveries].count(one.origin.id) == 1
    family = one.lead.family
    origins = {member.case.group_id for member in family}
    heard = [delivery.group_id for member in family for delivery in member.deliveries]
    passed = {step.sender_id for member in family for step in member.way[1:]} - origins
    assert sorted(heard) == sorted([member.case.group_id for member in family] + list(passed))
    for delivery in one.deliveries:
        assert delivery.text
        item = delivery.item
        if item is not None:
            assert item.meeting.group_id == delivery.group_id
            assert item.is_live or item.waiting_group_id == delivery.group_id
        if delivery.reported_on is not None:
            assert item.meeting.minutes.is_frozen
            assert item.fate in {ItemOutcome.NOTED, ItemOutcome.DECIDED}
    is_reported = all(delivery.reported_on for delivery in one.deliveries)
    assert is_reported == (one.state in {EscalationState.REPORTED, EscalationState.CLOSED})


def year_of(place, group_id):
    """Eight meetings of a group in two years, a week after the groups below it."""
    for quarter in range(8):
        day = TODAY + dt.timedelta(days=10 + 91 * quarter + 7 * max(0, place - 5))
        yield {
            "version": 1,
            "group_id": group_id,
            "kind": MeetingKind.ORDINARY,
            "year": day.year,
            "quarter": (day.month + 2) // 3,
            "day": day,
            "starts": dt.time(9),
            "ends": dt.time(12),
            "stage": Stage.PLANNED,
        }


def empty(database):
    """Forget the last history, but not the groups."""
    names = [name for name in Base.metadata.tables if name not in KEPT]
    with database.write() as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text(f"TRUNCATE {', '.join(names)}"))
            return
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        for name in names:
            session.execute(text(f"DELETE FROM {name}"))


def hasten(database):
    """A test need not survive a power cut."""

    def connect(connection, _record):
        for pragma in ("synchronous=OFF", "secure_delete=OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    database.engine.dispose()
    event.listen(database.engine, "connect", connect)


def histories(database, examples, steps=10):
    if database.is_file:
        hasten(database)
    bodies = eight_bodies(database)
    run_state_machine_as_test(
        lambda: Bodies(database, bodies),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_happens_nothing_sent_up_is_lost_and_every_answer_comes_home_once(embedded_database, pytestconfig):
    histories(embedded_database, 5000 if pytestconfig.getoption("--long") else 200)


def test_the_same_holds_on_a_server(server_database, pytestconfig):
    histories(server_database, 200 if pytestconfig.getoption("--long") else 15)
