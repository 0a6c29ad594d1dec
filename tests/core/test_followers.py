"""What was merged into an escalation, and what was sent on, is still asked for by the day and as urgently as before."""

import datetime as dt

import pytest
from sqlalchemy import event

from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    forward_escalation,
    merge_escalation,
)
from referral_desk.operations.escalations import send_escalation, word_step
from referral_desk.queries.escalations import EscalationFilters, escalation_rows, lanes, rows_by_id
from referral_desk.queries.followers import followers
from referral_desk.queries.item_matters import item_matters
from referral_desk.queries.loose_end_rows import NeedKind
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.queries.moving import moving
from referral_desk.queries.waiting import waiting_count
from referral_desk.vocabulary import Urgency
from tests.escalating import eight_bodies
from tests.homecoming import Home

SOON, LATER, PAST = dt.date(2026, 12, 10), dt.date(2027, 1, 15), dt.date(2026, 12, 11)


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


def row_of(home, key, day=PAST):
    (row,) = home.desk.ask(rows_by_id, ids=[key], day=day, language="da")
    return row.due, row.is_late, row.urgency


@pytest.fixture
def chain(home):
    """One that asks for no day leads one that asks for a late day, and that one the one that asks soonest."""
    lead, middle, last = (
        home.accepted(0),
        home.accepted(1, due=LATER),
        home.accepted(2, due=SOON, urgency=Urgency.URGENT),
    )
    home.do(merge_escalation, last, lead_id=middle, reason="Det samme.")
    home.do(merge_escalation, middle, lead_id=lead, reason="Det samme.")
    return lead, middle, last


def test_the_day_and_the_urgency_go_along_when_it_is_sent_on(home):
    key = home.accepted(due=SOON, urgency=Urgency.SOON)
    home.do(forward_escalation, key, reason="Principielt.")
    assert row_of(home, key) == (SOON, True, Urgency.SOON)
    home.do(send_escalation, key)
    assert row_of(home, key) == (SOON, True, Urgency.SOON)
    assert home.see(key, lambda one: one.step.snapshots[0].read()["due"]) == SOON.isoformat()


def test_a_lead_is_asked_for_by_the_first_day_and_as_urgently_as_any_behind_it(home, chain):
    lead, middle, last = chain
    assert row_of(home, lead) == (SOON, True, Urgency.URGENT)
    assert row_of(home, lead, SOON) == (SOON, False, Urgency.URGENT)
    assert row_of(home, middle)[0] == row_of(home, last)[0] == SOON
    told = home.desk.ask(lanes, day=PAST, language="da")
    assert [(row.id, row.is_late) for row in told.national.rows] == [(lead, True)]
    (row,) = home.desk.ask(
        escalation_rows, filters=EscalationFilters(group_id=home.bodies.regions[0]), day=PAST, language="da"
    ).rows
    assert (row.origins, row.followers) == (("Region 1", "Region 2", "Region 3"), 2)


def test_what_is_late_behind_a_lead_is_late_wherever_it_is_counted(home, chain):
    lead, *_ = chain

    def asks(day):
        [row] = home.desk.ask(moving, day=day, language="da").up
        needs = [(one.kind, one.due) for one in home.desk.ask(loose_ends, day=day, language="da") if one.reference]
        return (row.due, row.is_late, row.merged), needs, home.desk.ask(waiting_count, day=day, user="")

    assert asks(dt.date(2026, 11, 30)) == ((SOON, False, 1), [(NeedKind.ESCALATION_NO_AGENDA, None)], 0)
    assert asks(PAST) == ((SOON, True, 1), [(NeedKind.ESCALATION_DUE, SOON)], 1)
    home.plan(home.bodies.national, dt.date(2026, 12, 20))
    item_id = home.see(lead, lambda one: one.step.item_id)
    (matter,) = home.desk.ask(item_matters, item_id=item_id, day=PAST, language="da")
    assert (matter.due, matter.is_late, matter.merged) == (SOON, True, 2)


def test_what_a_lead_sends_on_asks_for_all_until_it_is_worded_anew(home, chain):
    lead, *_ = chain
    home.do(forward_escalation, lead, reason="Principielt.")
    assert home.see(lead, lambda one: (one.step.due, one.step.urgency)) == (SOON, Urgency.URGENT)
    home.do(word_step, lead, due=LATER, urgency=Urgency.NORMAL)
    home.do(send_escalation, lead)
    home.do(accept_escalation, lead)
    # Those behind it still ask for it by their own day.
    assert row_of(home, lead) == (SOON, True, Urgency.URGENT)


def test_followers_are_found_without_going_through_all_that_were_ever_sent(embedded_database):
    plans = []

    def explain(_connection, cursor, statement, parameters, *_rest):
        found = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
        plans.extend(line[3] for line in found)

    with embedded_database.read() as session:
        event.listen(embedded_database.engine, "before_cursor_execute", explain)
        try:
            followers(session, [1, 2])
        finally:
            event.remove(embedded_database.engine, "before_cursor_execute", explain)
    assert plans
    assert [line for line in plans if line.startswith("SCAN escalation")] == []
