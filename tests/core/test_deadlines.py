"""Deadlines are settings: defaults, set for all groups, set otherwise for one; every setting can be taken back."""

import datetime as dt

import pytest

from referral_desk.deadlines import Deadlines
from referral_desk.errors import Invalid, NotAllowed
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.queries.deadlines import deadlines, deadlines_for
from tests.builders import a_group


@pytest.fixture
def group_id(database):
    with database.write() as session:
        group = a_group(code="rg_1%")
        session.add_all([group, a_group(code="rg_1")])
        session.flush()
        return group.id


def test_a_desk_begins_with_the_usual_deadlines(desk, group_id):
    assert desk.ask(deadlines_for) == desk.ask(deadlines_for, group_id) == Deadlines()


def test_what_one_group_does_otherwise_holds_for_it_alone(desk, group_id):
    desk.do(set_deadlines, counts={"invitation": 30, "pack": 6})
    desk.do(set_deadlines, counts={"pack": 10}, group_id=group_id)
    assert desk.ask(deadlines_for) == desk.ask(deadlines_for, group_id + 1) == Deadlines(invitation=30, pack=6)
    assert desk.ask(deadlines_for, group_id) == Deadlines(invitation=30, pack=10)
    row = desk.ask(deadlines, group_id)
    assert row.own == {"pack"}
    assert (row.counts["pack"], row.otherwise["pack"], row.otherwise["invitation"]) == (10, 6, 30)


def test_a_setting_is_taken_back_by_undo_and_by_none(desk, group_id):
    done = desk.do(set_deadlines, counts={"minutes": 9}, group_id=group_id)
    undone = desk.do(done.undo.operation, **done.undo.arguments)
    assert desk.ask(deadlines_for, group_id) == Deadlines()
    desk.do(undone.undo.operation, **undone.undo.arguments)
    assert desk.ask(deadlines_for, group_id).minutes == 9
    desk.do(set_deadlines, counts={"minutes": None}, group_id=group_id)
    assert desk.ask(deadlines, group_id).own == frozenset()


@pytest.mark.parametrize("count", [-1, 121])
def test_a_count_that_cannot_be_meant_is_refused(desk, count):
    with pytest.raises(Invalid, match="between 0 and 120"):
        desk.do(set_deadlines, counts={"pack": count})
    assert desk.ask(deadlines_for) == Deadlines()


def test_only_the_coordinator_and_the_administrator_set_deadlines(desk):
    desk.user = type(desk.user)("Sekretær", frozenset({"secretary"}))
    with pytest.raises(NotAllowed):
        desk.do(set_deadlines, counts={"pack": 4})


def test_days_are_counted_without_weekends_and_holidays():
    meeting = dt.date(2026, 12, 30)
    # Between lie two weekends, 24, 25 and 26 December.
    assert Deadlines().pack_due(meeting) == dt.date(2026, 12, 21)
    assert Deadlines(minutes=1).minutes_due(meeting) == dt.date(2027, 1, 4)
