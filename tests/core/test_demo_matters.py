"""The demo desk's cases: every state has one, nothing is lost, and what is told holds by the rules of the desk."""

import pytest
from sqlalchemy import select

from referral_desk.demo import calendar
from referral_desk.demo.matters import follow_demo_matters
from referral_desk.desk import Desk
from referral_desk.errors import NotAllowed
from referral_desk.models import Case, Circular, Escalation, EscalationSnapshot
from referral_desk.users import User
from referral_desk.vocabulary import EscalationState, StepOutcome
from tests.builders import NOON


@pytest.fixture(scope="module")
def demo(demo_template, tmp_path_factory):
    with demo_template.copy(tmp_path_factory.mktemp("matters") / "desk").opened() as file:
        yield file.database


@pytest.fixture
def session(demo):
    with demo.read() as session:
        yield session


def test_there_is_something_to_see_in_every_lane(session):
    states = {one.state for one in session.scalars(select(Escalation))}
    assert states >= {
        EscalationState.DRAFT,
        EscalationState.ENDORSED,
        EscalationState.SENT,
        EscalationState.ACCEPTED,
        EscalationState.ON_AGENDA,
        EscalationState.RETURNED,
        EscalationState.MERGED,
        EscalationState.ANSWERED,
        EscalationState.RELEASED,
        EscalationState.CLOSED,
    }


def test_whoever_is_responsible_holds_it_and_what_was_sent_still_reads(session):
    for one in session.scalars(select(Escalation)):
        assert one.holder == (one.responsible or one.origin)
        assert [event.at for event in one.events] == sorted(event.at for event in one.events)
    assert all(snapshot.read() for snapshot in session.scalars(select(EscalationSnapshot)))


def test_the_finished_round_trip_was_reported_to_everybody_who_asked(session):
    lead = session.scalars(
        select(Escalation).where(Escalation.state == EscalationState.CLOSED, Escalation.merged_into_id.is_(None))
    ).one()
    assert [step.outcome for step in lead.steps] == [StepOutcome.FORWARDED, StepOutcome.ANSWERED]
    heard = {delivery.group.code: delivery for one in lead.family for delivery in one.deliveries}
    assert set(heard) == {"rg4", "rg6", "national"}
    assert all(delivery.reported_on and delivery.item for delivery in heard.values())


def test_circulars_reach_all_six_regions_once(session):
    for circular in session.scalars(select(Circular)):
        assert sorted(delivery.group.code for delivery in circular.deliveries) == list(calendar.REGIONAL)


def test_cases_tell_nothing_of_a_day_to_come(session):
    assert all(case.created_on <= calendar.TODAY for case in session.scalars(select(Case)))


def test_a_guest_cannot_make_them(demo):
    with pytest.raises(NotAllowed):
        Desk(demo, User("Gæst", roles=frozenset({"reader"})), now=lambda: NOON).do(follow_demo_matters)
