"""What the Board shows of what is on its way up and down."""

import datetime as dt

import pytest
from sqlalchemy import event

from referral_desk.models import Escalation
from referral_desk.operations.escalation_decisions import (
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
)
from referral_desk.queries.board import board
from referral_desk.queries.moving import moving
from referral_desk.queries.moving_rows import STILL, Way
from referral_desk.vocabulary import EscalationState, Label
from tests.builders import TODAY
from tests.escalating import eight_bodies
from tests.homecoming import DECEMBER, Home


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


@pytest.fixture
def seen(home):
    def rows(day=TODAY, **fields):
        return home.desk.ask(moving, day=day, language="da", **fields)

    return rows


def test_nothing_moves_while_it_is_a_draft(home, seen):
    home.draft()
    assert seen() == STILL


def test_on_its_way_up_it_names_sender_and_holder_its_age_and_the_meeting_that_takes_it(home, seen, database):
    due = dt.date(2026, 11, 30)
    made, follower = home.sent(due=due), home.accepted(1)
    meeting = home.plan(home.bodies.national)
    home.do(put_escalation_on_agenda, made)
    home.do(merge_escalation, follower, lead_id=made, reason="Det samme.")
    [row] = seen(dt.date(2026, 12, 1)).up
    assert (row.escalation_id, row.way, row.state) == (made, Way.UP, EscalationState.ON_AGENDA)
    assert (row.origin, row.other, row.holder) == ("Region 1", "Region 1", "Den nationale gruppe")
    assert (row.age_days, row.day, row.meeting_id) == (10, DECEMBER, meeting)
    assert (row.due, row.is_late, row.merged) == (due, True, 1)
    assert row.reference == home.see(made, lambda one: one.reference)
    assert row.title.startswith("Ventetid")
    with database.write() as session:
        session.get(Escalation, made).steps[-1].label = Label.CONFIDENTIAL
    assert seen().up[0].title == ""
    home.do(forward_escalation, made, reason="Principielt.")
    [row] = seen().up
    assert (row.state, row.holder, row.day) == (EscalationState.FORWARDED, "Den nationale gruppe", None)


def test_on_its_way_down_it_tells_who_answered_and_where_it_is_heard_next(home, seen):
    region = home.bodies.regions[0]
    made = home.released()
    [row] = seen().down
    assert (row.state, row.other, row.holder) == (EscalationState.RELEASED, "Den nationale gruppe", "Region 1")
    assert (row.day, row.meeting_id, row.due) == (None, None, None)
    meeting = home.plan(region)
    [row] = seen().down
    assert (row.day, row.meeting_id) == (DECEMBER, meeting)
    home.held(meeting)
    home.minuted(meeting)
    assert home.state(made) is EscalationState.REPORTED
    assert seen() == STILL


def test_the_longest_waiting_come_first_and_the_rest_is_counted(home, seen, database):
    made = [home.sent(number) for number in range(4)]
    with database.write() as session:
        for age, key in enumerate(made):
            session.get(Escalation, key).since = TODAY - dt.timedelta(days=age)
    rows = seen(count=2)
    assert [row.escalation_id for row in rows.up] == [made[3], made[2]]
    assert ([row.age_days for row in rows.up], rows.up_total, rows.down_total) == ([3, 2], 4, 0)


def test_the_board_brings_it_and_asks_as_often_however_much_moves(home, seen, database):
    home.sent()

    def asked():
        counted = []
        with database.read() as session:
            bind = session.get_bind()

            def note(*_args):
                counted.append(1)

            event.listen(bind, "before_cursor_execute", note)
            found = board(session, year=2026, day=TODAY, language="da")
            event.remove(bind, "before_cursor_execute", note)
        return found, len(counted)

    first, few = asked()
    for number in range(1, 5):
        home.sent(number)
    second, more = asked()
    assert (len(first.moving.up), len(second.moving.up), second.moving) == (1, 5, seen())
    assert more == few
