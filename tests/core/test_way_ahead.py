"""What a matter still has before it: where it is decided, and at which meeting each group can hear the answer."""

import datetime as dt

import pytest

from referral_desk.operations.escalation_decisions import answer_escalation, forward_escalation, merge_escalation
from referral_desk.operations.escalations import withdraw_escalation
from referral_desk.queries.case_view import case_view
from referral_desk.queries.way_ahead import way_ahead
from tests.builders import TODAY
from tests.escalating import eight_bodies
from tests.homecoming import DECEMBER, MARCH, Home

NATIONAL = dt.date(2026, 12, 10)


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


def ahead(home, made):
    return home.desk.ask(way_ahead, escalation_id=made, day=TODAY, language="da")


def ears(found):
    return [(ear.group_id, ear.stop.day if ear.stop else None) for ear in found.ears]


def test_the_origin_hears_it_at_its_first_meeting_after_that_of_the_body(home):
    region = home.bodies.regions[0]
    home.plan(region, DECEMBER)
    home.plan(region, MARCH)
    home.plan(home.bodies.national, NATIONAL)
    found = ahead(home, home.accepted())
    assert found.decided.day == NATIONAL
    assert ears(found) == [(region, MARCH)]


def test_without_a_meeting_of_the_body_no_day_is_promised(home):
    home.plan(home.bodies.regions[0], MARCH)
    found = ahead(home, home.accepted())
    assert (found.decided, ears(found)) == (None, [(home.bodies.regions[0], None)])


def test_every_body_that_passed_it_on_hears_the_answer_the_highest_first(home):
    made = home.accepted()
    home.do(forward_escalation, made, reason="Principielt.")
    found = ahead(home, made)
    assert [(ear.group_id, ear.is_origin) for ear in found.ears] == [
        (home.bodies.national, False),
        (home.bodies.regions[0], True),
    ]


def test_an_answer_that_stands_on_an_agenda_is_heard_there_and_then_no_more(home):
    region = home.bodies.regions[0]
    december = home.plan(region, DECEMBER)
    made = home.released()
    assert ears(ahead(home, made)) == [(region, DECEMBER)]
    home.held(december)
    home.minuted(december, home.item_of(made, region))
    assert ears(ahead(home, made)) == []


def test_what_is_answered_can_be_heard_at_the_next_meeting(home):
    region = home.bodies.regions[0]
    home.plan(region, MARCH)
    made = home.accepted()
    home.do(answer_escalation, made, text="Ja.", document_reference="Brev 7")
    found = ahead(home, made)
    assert (found.decided, ears(found)) == (None, [(region, MARCH)])


def test_a_merged_one_is_decided_where_its_lead_is(home):
    home.plan(home.bodies.national, NATIONAL)
    home.plan(home.bodies.regions[1], MARCH)
    lead, made = home.accepted(0), home.accepted(1)
    home.do(merge_escalation, made, lead_id=lead, reason="Samme sag.")
    found = ahead(home, made)
    assert found.decided.day == NATIONAL
    assert ears(found) == [(home.bodies.regions[1], MARCH)]


def test_what_is_over_has_nothing_before_it(home):
    made = home.draft()
    home.do(withdraw_escalation, made, reason="Løst i kommunen.")
    found = ahead(home, made)
    assert (found.decided, found.ears) == (None, ())


def test_the_view_of_a_case_shows_its_newest_escalation_and_no_foreign_one(home):
    case_id, _ = home.case(1)
    made = home.draft()
    wishes = {"day": TODAY, "language": "da"}
    alone = home.desk.ask(case_view, case_id=case_id, escalation_id=made, **wishes)
    assert (alone.escalation, alone.ahead, alone.twins) == (None, None, ())
    assert alone.hearing.group_id == home.bodies.regions[1]
    own = home.desk.ask(case_view, case_id=home.see(made, lambda one: one.case_id), **wishes)
    assert own.escalation.row.id == made
    assert own.hearing.group_id == home.bodies.regions[0]
