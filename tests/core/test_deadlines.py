"""Deadlines are settings: defaults, set for all groups, set otherwise for one; every setting can be taken back."""

import datetime as dt

import pytest

from referral_desk.deadlines import Deadlines
from referral_desk.errors import Invalid, NotAllowed
from referral_desk.models import Meeting
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.queries.deadlines import deadlines, deadlines_for, example_meeting, meeting_deadlines
from referral_desk.vocabulary import Stage
from tests.builders import TODAY, a_group, a_meeting, an_item


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


def test_a_meeting_tells_its_next_deadlines_and_what_is_done(desk, database):
    with database.write() as session:
        group = a_group()
        meeting = a_meeting(group, day=dt.date(2026, 12, 10), stage=Stage.INVITED)
        later = a_meeting(group, day=dt.date(2027, 3, 4))
        session.add_all([meeting, later])
        session.flush()
        an_item(later, approves_id=meeting.id)
        meeting_id, group_id = meeting.id, group.id
    desk.do(set_deadlines, counts={"pack": 3}, group_id=group_id)
    row = desk.ask(meeting_deadlines, meeting_id=meeting_id)
    assert [(one.name, one.due) for one in row.ahead(3)] == [
        ("call_for_items", dt.date(2026, 11, 19)),
        ("pack", dt.date(2026, 12, 7)),
        ("apologies", dt.date(2026, 12, 8)),
    ]
    # Minutes that the next meeting approves have until then.
    assert row.rows[-1].due == dt.date(2027, 3, 4)
    with database.write() as session:
        an_item(session.get(Meeting, meeting_id))
    assert desk.ask(meeting_deadlines, meeting_id=meeting_id).ahead(1)[0].name == "pack"
    with database.write() as session:
        session.get(Meeting, meeting_id).stage = Stage.CLOSED
    assert desk.ask(meeting_deadlines, meeting_id=meeting_id).ahead(3) == ()


def test_the_next_meeting_is_the_example(desk, database):
    with database.write() as session:
        first, second = a_group(), a_group()
        session.add_all([a_meeting(first, day=dt.date(2026, 12, 10)), a_meeting(second, day=dt.date(2026, 12, 1))])
        session.flush()
        group_id = first.id
    assert desk.ask(example_meeting, day=TODAY) == dt.date(2026, 12, 1)
    assert desk.ask(example_meeting, day=TODAY, group_id=group_id) == dt.date(2026, 12, 10)
    assert desk.ask(example_meeting, day=dt.date(2027, 1, 1)) is None
