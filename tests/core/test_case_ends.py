"""Loose ends of cases: each kind where it is told, at which body, and when it is not; then random desks."""

import contextlib
import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from referral_desk.clock import add_working_days
from referral_desk.deadlines import Deadlines
from referral_desk.models import AgendaItem, Case, Circular, Delivery, Escalation, Group, Minutes
from referral_desk.operations.agenda import remove_item
from referral_desk.operations.answers import close_escalation, release_answer
from referral_desk.operations.circulars import acknowledge_circular
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.operations.escalation_decisions import (
    answer_escalation,
    forward_escalation,
    put_escalation_on_agenda,
    return_escalation,
)
from referral_desk.operations.escalations import endorse_escalation, withdraw_escalation
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.queries.loose_end_rows import Expected, NeedKind, Theme
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.queries.stuck import LONG
from referral_desk.vocabulary import (
    Answer,
    CircularKind,
    EscalationState,
    ItemOutcome,
    Label,
    MinutesState,
    SeatKind,
    Stage,
    Tier,
)
from tests.builders import TODAY, a_case, a_group, a_meeting, a_person, a_seat, an_escalation, an_item
from tests.escalating import eight_bodies
from tests.homecoming import DECEMBER, Home

USUAL = Deadlines()
LATER = dt.date(2027, 1, 15)


class Undone(Exception):
    """Nothing of a desk is kept."""


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


@pytest.fixture
def told(home):
    """What is told of cases on a day: kind, group, last day, count."""

    def rows(day=LATER, group_id=None):
        found = home.desk.ask(loose_ends, day=day, language="da", group_id=group_id)
        return [(row.kind, row.group_id, row.due, row.count) for row in found if row.theme is Theme.CASES]

    return rows


def test_each_state_asks_the_body_that_has_it_for_the_next_step(home, told):
    region, national = home.bodies.regions[0], home.bodies.national
    received, answered = USUAL.receive_due(TODAY), USUAL.answer_due(TODAY)
    made = home.draft()
    assert told(TODAY) == []
    assert told(dt.date(2027, 3, 1)) == [(NeedKind.ESCALATION_DRAFT, region, add_working_days(TODAY, 40), 0)]
    home.do(endorse_escalation, made, note="Aftalt pr. mail.")
    assert told() == [(NeedKind.ESCALATION_ENDORSED, region, received, 0)]
    home.do(withdraw_escalation, made, reason="Løst lokalt.")
    assert told() == []
    made = home.sent()
    assert told() == [(NeedKind.ESCALATION_UNRECEIVED, national, received, 0)]
    home.do(return_escalation, made, reason="Hvor mange?")
    assert told() == [(NeedKind.ESCALATION_RETURNED, region, received, 0)]
    home.do(withdraw_escalation, made, reason="Løst lokalt.")
    made = home.accepted()
    assert told(TODAY) == [(NeedKind.ESCALATION_NO_AGENDA, national, None, 0)]
    home.do(forward_escalation, made, reason="Principielt.")
    assert told() == [(NeedKind.ESCALATION_FORWARDED, national, received, 0)]
    made = home.answered(1)
    assert (NeedKind.ANSWER_UNRELEASED, national, answered, 0) in told()


def test_an_answer_that_was_asked_for_by_a_day_is_told_while_it_stands_on_an_agenda(home, told):
    due = dt.date(2026, 12, 11)
    made = home.sent(due=due)
    meeting = home.plan(home.bodies.national)
    assert told(dt.date(2026, 12, 20))[0][2] == USUAL.receive_due(TODAY)
    home.do(put_escalation_on_agenda, made)
    assert told(dt.date(2026, 12, 1)) == []
    assert told(dt.date(2026, 12, 10)) == [(NeedKind.ESCALATION_DUE, home.bodies.national, due, 0)]
    home.held(meeting)
    assert told(dt.date(2026, 12, 10)) == [(NeedKind.ESCALATION_UNANSWERED, home.bodies.national, due, 0)]


def test_what_is_decided_is_told_from_that_day_and_is_late_after_its_deadline(home, told):
    """Nobody waits for the last week: the words can be written at once."""
    national = home.bodies.national
    meeting = home.plan(national)
    made = home.sent()
    home.do(put_escalation_on_agenda, made)
    home.held(meeting)
    due = USUAL.answer_due(DECEMBER)
    assert due > add_working_days(DECEMBER, 5)
    assert told(DECEMBER) == [(NeedKind.ESCALATION_UNANSWERED, national, due, 0)]
    home.do(answer_escalation, made, text="Der oprettes ti pladser.")
    assert told(DECEMBER) == [(NeedKind.ANSWER_UNRELEASED, national, due, 0)]
    late = [row for row in home.desk.ask(loose_ends, day=due + dt.timedelta(days=1), language="da") if row.case_id]
    assert [(row.kind, row.due) for row in late] == [(NeedKind.ANSWER_UNRELEASED, due)]
    home.do(release_answer, made, feedback=home.words(made))
    assert NeedKind.ANSWER_UNRELEASED not in {kind for kind, *_ in told(DECEMBER)}


def test_a_row_leads_to_the_case_and_names_it(home, database):
    with database.write() as session:
        region = session.get(Group, home.bodies.regions[0])
        secretary = a_person("Sekretær Prøve")
        a_seat(region, kind=SeatKind.SECRETARY).take(secretary, dt.date(2024, 1, 1))
        session.flush()
        key = secretary.id
    made = home.draft()
    home.do(endorse_escalation, made, note="Aftalt pr. mail.")
    case_id, reference = home.see(made, lambda one: (one.case_id, one.reference))
    [row] = [
        one for one in home.desk.ask(loose_ends, day=LATER, language="da") if one.kind is NeedKind.ESCALATION_ENDORSED
    ]
    assert (row.case_id, row.reference, row.group) == (case_id, reference, "Region 1")
    assert row.said.startswith("Ventetid")
    assert (row.expected, row.people) == (Expected.SECRETARY, (key,))
    with database.write() as session:
        session.get(Escalation, made).steps[-1].label = Label.CONFIDENTIAL
    [row] = [one for one in home.desk.ask(loose_ends, day=LATER, language="da") if one.reference == reference]
    assert row.said == "Fortrolig"


def test_the_days_are_settings(home, told):
    home.sent()
    home.desk.do(set_deadlines, counts={"receive": 100}, group_id=home.bodies.national)
    assert told() == []
    home.desk.do(set_deadlines, counts={"receive": 2}, group_id=home.bodies.national)
    assert told(TODAY)[0][2] == add_working_days(TODAY, 2)


def test_what_no_agenda_takes_is_counted_for_each_group_until_a_meeting_is_planned(home, told):
    first, second = home.bodies.regions[:2]
    home.released(0)
    home.circular()
    waiting = [row for row in told(TODAY) if row[0] is NeedKind.DELIVERY_WAITING]
    assert [row[1:] for row in waiting] == [(group, None, 2 if group == first else 1) for group in home.bodies.regions]
    meeting = home.plan(first)
    assert told(TODAY, first) == []
    (item_id, *_) = home.items(meeting).values()
    home.on(remove_item, AgendaItem, item_id)
    [row] = [one for one in home.desk.ask(loose_ends, day=TODAY, language="da", group_id=first) if one.count == 1][:1]
    assert (row.kind, row.meeting_id, row.day) == (NeedKind.DELIVERY_WAITING, meeting, DECEMBER)
    assert (NeedKind.DELIVERY_WAITING, second, None, 1) in told(TODAY)


def test_an_answer_that_was_carried_while_no_meeting_stands_is_told_once(home, told):
    region = home.bodies.regions[0]
    meeting = home.plan(region)
    made = home.released()
    home.held(meeting)
    home.on(set_outcome, AgendaItem, home.item_of(made, region), outcome=ItemOutcome.CARRIED)
    assert told(DECEMBER, region) == [(NeedKind.DELIVERY_WAITING, region, None, 1)]
    kinds = {row.kind for row in home.desk.ask(loose_ends, day=DECEMBER, language="da", group_id=region)}
    assert NeedKind.WAITING not in kinds


def test_what_was_reported_is_told_until_it_is_closed(home, told):
    region = home.bodies.regions[0]
    meeting = home.plan(region)
    made = home.released()
    home.held(meeting)
    assert told(group_id=region) == []
    home.minuted(meeting)
    assert told(group_id=region) == [(NeedKind.ESCALATION_NOT_CLOSED, region, USUAL.answer_due(DECEMBER), 0)]
    home.do(close_escalation, made)
    assert told(group_id=region) == []


def test_a_circular_is_told_after_the_meeting_until_the_group_takes_note(home, told, database):
    region = home.bodies.regions[0]
    meeting = home.plan(region)
    made = home.circular()
    assert told(group_id=region) == []
    home.held(meeting)
    assert told(group_id=region) == [(NeedKind.CIRCULAR_UNREAD, region, USUAL.receive_due(DECEMBER), 0)]
    with database.read() as session:
        key = session.scalar(select(Delivery.id).filter_by(group_id=region))
    [row] = [one for one in home.desk.ask(loose_ends, day=LATER, language="da") if one.kind is NeedKind.CIRCULAR_UNREAD]
    assert (row.circular_id, row.reference, row.said) == (made, "C2026-1", "Ny vejledning")
    home.on(acknowledge_circular, Delivery, key)
    assert told(group_id=region) == []


def test_a_minors_matter_that_lacks_facts_and_a_case_at_rest_are_counted(home, told, database):
    long_ago = TODAY - dt.timedelta(days=400)
    known = dict.fromkeys(
        ("has_representative", "has_child_plan", "has_municipal_plan", "committee_consulted"), Answer.YES
    )
    with database.write() as session:
        region = session.get(Group, home.bodies.regions[0])
        at_rest = a_case(region, created_on=long_ago)
        dealt, moving = a_case(region, created_on=long_ago), a_case(region, created_on=long_ago)
        dealt.items.append(an_item(a_meeting(region, day=dt.date(2026, 3, 3))))
        moving.escalations.append(an_escalation(moving, session.get(Group, home.bodies.national)))
        minor = a_case(region, is_minor=Answer.YES, **(known | {"has_child_plan": Answer.UNKNOWN}))
        full = a_case(region, is_minor=Answer.YES, **known)
        closed = a_case(region, is_minor=Answer.YES, created_on=long_ago, closed_on=TODAY)
        session.add_all([at_rest, dealt, moving, minor, full, closed])
        key = region.id
    assert told(TODAY, key) == [(NeedKind.CASE_FLAGS, key, None, 1), (NeedKind.CASE_RESTS, key, None, 1)]


class RandomDesk:
    """Bodies, meetings of every stage, and escalations and circulars wherever they may be."""

    def __init__(self, session, seed):
        self.session, self.dice = session, random.Random(seed)
        top = a_group("IMWG", tier=Tier.INTERMINISTERIAL)
        national = a_group("NG", tier=Tier.NATIONAL, parent=top)
        self.groups = [a_group(f"Region {n}", parent=national) for n in range(3)]
        self.top, self.national = top, national
        session.add_all([top, national, *self.groups])
        session.flush()
        circular = Circular(
            group=national, year=2026, number=1, kind=CircularKind.FRAMEWORK, title="Ny", text="Ny", created_on=TODAY
        )
        for group in self.groups:
            for _ in range(self.dice.randrange(4)):
                self.escalate(group)
            self.deliver(Delivery(group=group, circular=circular, made_on=self.day()))
        session.flush()

    def day(self):
        return TODAY - dt.timedelta(days=self.dice.randrange(150))

    def item(self, group):
        day = TODAY + dt.timedelta(days=self.dice.randrange(-120, 120))
        over = [Stage.PLANNED, Stage.HELD, Stage.IN_COMMENT, Stage.APPROVED]
        meeting = a_meeting(group, day=day, stage=self.dice.choice(over if day <= TODAY else over[:1]))
        if meeting.stage is not Stage.PLANNED:
            is_over = meeting.stage is Stage.APPROVED
            state = MinutesState.APPROVED if is_over else MinutesState.DRAFT
            meeting.minutes = Minutes(state=state, approved_on=day if is_over else None)
        return an_item(meeting)

    def deliver(self, delivery):
        self.session.add(delivery)
        if self.dice.random() < 0.7:
            delivery.item = self.item(delivery.group)
            if delivery.item.meeting.stage is Stage.APPROVED:
                delivery.item.outcome = self.dice.choice((ItemOutcome.NOTED, ItemOutcome.OPEN))
                if delivery.item.outcome is ItemOutcome.NOTED:
                    delivery.reported_on = TODAY
        if delivery.circular is not None and self.dice.random() < 0.3:
            delivery.acknowledged_on = TODAY

    def escalate(self, group):
        dice = self.dice
        body = dice.choice((self.national, self.national, self.top))
        made = an_escalation(a_case(group), body, since=self.day())
        states = [one for one in EscalationState if one is not EscalationState.MERGED]
        made.state = dice.choice(states)
        made.step.due = dice.choice((None, TODAY + dt.timedelta(days=dice.randrange(-30, 60))))
        made.closed_on = None if made.state.is_open else TODAY
        if made.state is EscalationState.ON_AGENDA:
            made.step.item = self.item(body)
        made.settle()
        self.session.add(made)
        if made.state is EscalationState.RELEASED:
            self.deliver(Delivery(group=group, escalation=made, made_on=TODAY))


def judge(session):
    rows = loose_ends(session, day=TODAY, language="da")
    cases = {row.case_id for row in rows}
    meetings = {row.meeting_id for row in rows}
    for one in session.scalars(select(Escalation).where(Escalation.closed_on.is_(None))):
        assert one.holder_id == one.responsible.id
        if one.case_id in cases or one.state is EscalationState.RELEASED:
            continue
        is_decided = one.state is EscalationState.ON_AGENDA and one.step.item.meeting.stage is not Stage.PLANNED
        assert not is_decided, "it is told from the day of the meeting"
        assert one.state is not EscalationState.ANSWERED, "it is told from the day of the answer"
        day = next_day(one)
        assert day is not None, one.state
        assert day >= TODAY or one.step.item.meeting_id in meetings, one.state
    waiting = {row.group_id for row in rows if row.kind is NeedKind.DELIVERY_WAITING}
    stuck = {(row.group_id, row.case_id) for row in rows if row.kind is NeedKind.DELIVERY_STUCK}
    for one in session.scalars(select(Delivery).where(Delivery.reported_on.is_(None))):
        if one.is_waiting:
            case_id = one.escalation.case_id if one.escalation is not None else None
            is_known = one.acknowledged_on is not None and one.made_on <= TODAY - LONG
            assert one.group_id in waiting or (one.group_id, case_id) in stuck or is_known
        else:
            assert one.item.meeting.day >= TODAY or one.item.meeting_id in meetings or soon(one.item.meeting)
    for row in rows:
        if row.case_id is not None:
            (one,) = session.get(Case, row.case_id).escalations
            assert one.state.is_open
            assert row.group_id == one.holder_id


def soon(meeting):
    """A meeting that was held has minutes whose next step has a day to come."""
    return USUAL.minutes_due(meeting.day) >= TODAY


def next_day(one):
    """The day by which the next thing is to be done with an escalation that is not told."""
    match one.state:
        case EscalationState.DRAFT:
            return add_working_days(one.since, 40)
        case EscalationState.ON_AGENDA:
            return one.step.item.meeting.day
        case EscalationState.ACCEPTED:
            return one.step.due or add_working_days(one.since, 60)
        case EscalationState.REPORTED:
            return USUAL.answer_due(one.since)
    return USUAL.receive_due(one.since)


def test_every_open_escalation_and_delivery_is_told_or_has_a_body_and_a_day_to_come(database, pytestconfig):
    is_long = pytestconfig.getoption("--long")

    @settings(max_examples=300 if is_long else 15, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32))
    def try_one(seed):
        with contextlib.suppress(Undone), database.write() as session:
            RandomDesk(session, seed)
            judge(session)
            raise Undone

    try_one()
