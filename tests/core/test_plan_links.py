"""Ties to the activities of a plan: set and taken away from the plan's side, on both engines, with undo."""

import pytest

from referral_desk.desk import Desk
from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import AgendaItem, Case, PlanActivity
from referral_desk.operations.plan_links import (
    link_case_to_plan,
    link_item_to_plan,
    unlink_case_from_plan,
    unlink_item_from_plan,
)
from referral_desk.queries.plan_activity import plan_work
from referral_desk.queries.plan_links import plan_links
from referral_desk.queries.plan_things import ThingKind
from referral_desk.users import User
from tests.builders import TODAY
from tests.plan_builders import a_year

YEAR = {"first_year": 2026, "last_year": 2026}


@pytest.fixture
def year(database):
    with database.write() as session:
        return a_year(session)


def links(desk, year, number):
    return desk.ask(plan_links, activity_id=year.activities[number], **YEAR)


def found(desk, year, number, title):
    return next(row for row in links(desk, year, number).others if row.title == title)


def touches(desk, year, number, group):
    work = desk.ask(plan_work, day=TODAY, language="da", code="AP9")
    place = [one.id for one in work.groups].index(year.groups[group])
    return work.of(year.activities[number]).by_group[place]


def test_what_is_tied_and_what_could_be_is_told_the_newest_first_without_formal_items(desk, year):
    told = links(desk, year, "2.1")
    assert told.linked == ()
    assert [row.day for row in told.others] == sorted((row.day for row in told.others), reverse=True)
    assert len([row for row in told.others if row.kind is ThingKind.CASE]) == 1
    assert {row.title for row in told.others if row.kind is ThingKind.ITEM} == {"Tolke igen", "Rammer", "Tolke"}
    assert {row.title for row in told.others if row.kind is ThingKind.ACTION} == {"Gøre 1", "Gøre 2", "Gøre 3"}
    mine = links(desk, year, "1.1")
    assert {row.kind for row in mine.linked} == {ThingKind.ITEM, ThingKind.CASE}
    assert not {row.id for row in mine.linked if row.kind is ThingKind.ITEM} & {row.item_id for row in mine.others}
    assert desk.ask(plan_links, activity_id=year.activities["1.1"], first_year=2025, last_year=2025).linked == ()


def test_an_action_counts_once_the_item_it_comes_from_is_tied_and_undo_takes_it_back(desk, year):
    action = found(desk, year, "2.1", "Gøre 1")
    key = {"item_id": action.item_id, "activity_id": year.activities["2.1"]}
    done = desk.do(link_item_to_plan, version=action.version, **key)
    tally = touches(desk, year, "2.1", "rg1")
    assert (tally.items, tally.actions, tally.decisions) == (1, 3, 1)
    with pytest.raises(Stale):
        desk.do(link_item_to_plan, version=action.version, **key)
    with pytest.raises(Invalid, match=r"“Tolke” is linked to 2\.1 already"):
        desk.do(link_item_to_plan, version=done.undo.arguments["version"], **key)
    back = desk.do(done.undo.operation, **done.undo.arguments)
    assert done.undo.operation is unlink_item_from_plan
    assert touches(desk, year, "2.1", "rg1").items == 0
    desk.do(back.undo.operation, **back.undo.arguments)
    assert touches(desk, year, "2.1", "rg1").items == 1


def test_a_case_is_tied_open_or_closed_and_its_other_ties_stay(desk, database, year):
    with database.write() as session:
        case = session.query(Case).one()
        case.closed_on, case.closing_reason = TODAY, "Afsluttet."
    case = next(row for row in links(desk, year, "2.1").others if row.kind is ThingKind.CASE)
    key = {"case_id": case.id, "activity_id": year.activities["2.1"]}
    done = desk.do(link_case_to_plan, version=case.version, **key)
    with database.read() as session:
        assert {one.number for one in session.get(Case, case.id).activities} == {"1.1", "2.1"}
    desk.do(done.undo.operation, **done.undo.arguments)
    assert done.undo.operation is unlink_case_from_plan
    version = desk.ask(lambda session: session.get(Case, case.id).version)
    with pytest.raises(Invalid, match="is not linked to 2"):
        desk.do(unlink_case_from_plan, version=version, **key)


def test_a_meeting_that_was_called_off_counts_for_nothing_and_readers_change_nothing(desk, database, year):
    with database.read() as session:
        item = session.query(AgendaItem).filter_by(title="Aflyst").one()
        key = {"item_id": item.id, "version": item.version}
        activity_id = session.query(PlanActivity).filter_by(number="1.2").one().id
    with pytest.raises(Invalid, match="was called off"):
        desk.do(link_item_to_plan, activity_id=activity_id, **key)
    reader = Desk(database, User("Læser", frozenset()))
    assert not reader.may(link_item_to_plan)
    with pytest.raises(NotAllowed):
        reader.do(link_item_to_plan, activity_id=activity_id, **key)
