"""The rhythm of the groups over the turn of a year, and over the life of a group (V3)."""

import datetime as dt

import pytest

from referral_desk.models import Group, GroupName
from referral_desk.operations.meetings import cancel_meeting, move_meeting, plan_meeting
from referral_desk.queries.board import board
from referral_desk.queries.board_rows import NeedKind
from referral_desk.queries.meetings import meetings
from referral_desk.vocabulary import Stage, Tier
from tests.builders import a_group, a_meeting

NEW_YEAR = dt.date(2027, 1, 4)


@pytest.fixture
def group_of(database):
    """Make a group and give its id."""

    def made(*days, stage=Stage.CLOSED, **fields):
        group = a_group("Region", **{"meetings_per_year": 4, **fields})
        with database.write() as session:
            session.add(group)
            session.add_all([a_meeting(group, day=day, stage=stage) for day in days])
            session.flush()
            return group.id

    return made


def seen(desk, day, year=None):
    return desk.ask(board, year=year or day.year, day=day, language="da")


def kinds(desk, day):
    return {need.kind for need in seen(desk, day).needs} - {NeedKind.UNCOVERED, NeedKind.NOBODY}


@pytest.mark.parametrize(("stage", "told"), [(Stage.PLANNED, NeedKind.NOT_HELD), (Stage.HELD, NeedKind.MINUTES_DUE)])
def test_a_loose_end_of_last_year_is_still_told_in_the_new_year(desk, group_of, stage, told):
    group_of(dt.date(2026, 12, 3), stage=stage)
    assert told in kinds(desk, dt.date(2026, 12, 30))
    assert told in kinds(desk, NEW_YEAR)


def test_a_meeting_moved_over_new_year_comes_up_and_counts_for_its_old_quarter(desk, group_of):
    group_id = group_of()
    times = {"starts": dt.time(9), "ends": dt.time(12)}
    meeting_id = desk.do(plan_meeting, group_id=group_id, day=dt.date(2026, 12, 3), **times)
    desk.do(move_meeting, meeting_id=meeting_id, version=1, day=dt.date(2027, 1, 14), reason="Sne")
    row = seen(desk, NEW_YEAR)
    assert [coming.meeting_id for coming in row.coming] == [meeting_id]
    assert NeedKind.PACK_DUE in kinds(desk, dt.date(2027, 1, 8))
    assert NeedKind.EMPTY_QUARTER in kinds(desk, NEW_YEAR)
    assert seen(desk, NEW_YEAR, year=2026).lines[0].cells[3].meeting_id == meeting_id
    for year in (2026, 2027):
        assert [each.id for each in desk.ask(meetings, year=year, today=NEW_YEAR, language="da").rows] == [meeting_id]


def test_a_cancelled_meeting_of_last_year_is_no_loose_end(desk, group_of):
    group_id = group_of()
    times = {"starts": dt.time(9), "ends": dt.time(12)}
    meeting_id = desk.do(plan_meeting, group_id=group_id, day=dt.date(2026, 12, 3), **times)
    desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="Sne")
    assert kinds(desk, NEW_YEAR) == {NeedKind.EMPTY_QUARTER, NeedKind.UNEXPLAINED}


def test_a_group_that_meets_twice_a_year_has_no_empty_quarters(desk, group_of):
    group_of(dt.date(2026, 3, 3), meetings_per_year=2)
    assert kinds(desk, dt.date(2026, 11, 21)) == set()
    assert not seen(desk, dt.date(2026, 11, 21)).lines[0].keeps_rhythm
    assert desk.ask(meetings, year=2026, today=dt.date(2026, 11, 21), language="da").empty == ()


def test_before_a_group_began_and_after_it_ended_no_quarter_is_empty(desk, group_of):
    group_of(valid_from=dt.date(2026, 5, 1), valid_to=dt.date(2026, 9, 1))
    day = dt.date(2026, 8, 20)
    assert [cell.stands for cell in seen(desk, day).lines[0].cells] == [False, True, True, False]
    assert seen(desk, day).empty == 2
    assert [row.quarter for row in desk.ask(meetings, year=2026, today=day, language="da").empty] == [2, 3]
    assert kinds(desk, dt.date(2026, 9, 1)) == {NeedKind.EMPTY_QUARTER, NeedKind.UNEXPLAINED}


def test_before_its_first_name_a_group_goes_by_that_name(desk, database):
    group = a_group("Den gamle", tier=Tier.REGIONAL)
    group.names[0].valid_to = dt.date(2019, 12, 31)
    group.names[0].valid_from = dt.date(2015, 1, 1)
    group.rename(GroupName(name_da="Den nye", name_en="", short_da="", short_en="", valid_from=dt.date(2020, 1, 1)))
    with database.write() as session:
        session.add_all([group, a_meeting(group, day=dt.date(2014, 3, 3))])
    [row] = desk.ask(meetings, year=2014, today=dt.date(2026, 11, 21), language="da").rows
    assert row.group == "Den gamle"


def test_periods_without_a_first_day_come_first_on_both_engines(database):
    group = a_group("Uden begyndelse")
    group.rename(GroupName(name_da="Senere", name_en="", short_da="", short_en="", valid_from=dt.date(2020, 1, 1)))
    with database.write() as session:
        session.add(group)
        session.flush()
        key = group.id
    with database.read() as session:
        assert [name.name_da for name in session.get(Group, key).names] == ["Uden begyndelse", "Senere"]


def test_a_group_whose_beginning_nobody_knows_is_held_to_its_rhythm_from_its_first_meeting(desk, group_of):
    group_of(dt.date(2026, 6, 2), valid_from=None)
    day = dt.date(2026, 11, 20)
    assert [cell.stands for cell in seen(desk, day).lines[0].cells if cell.meeting_id is None] == [False, True, True]
    assert [row.quarter for row in desk.ask(meetings, year=2026, today=day, language="da").empty] == [3, 4]


def test_a_new_desk_has_no_empty_quarters_from_before_it_was_there(desk, group_of):
    group_of(valid_from=None)
    day = dt.date(2026, 8, 20)
    assert [cell.stands for cell in seen(desk, day).lines[0].cells] == [False, False, True, True]
    assert kinds(desk, day) == {NeedKind.EMPTY_QUARTER}
    assert [row.quarter for row in desk.ask(meetings, year=2026, today=day, language="da").empty] == [3, 4]
