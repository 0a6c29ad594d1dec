"""What the groups did for a plan's activities: counts and things agree, gaps are seen, each day has its own picture."""

import datetime as dt
from collections import Counter

import pytest

from referral_desk.models import ActionItem, MinutesEntry, PlanActivity
from referral_desk.queries.action_search import find_actions
from referral_desk.queries.plan_activity import WHOLE, PlanGap, Span, plan_work
from referral_desk.queries.plan_things import ThingKind, activity_things
from referral_desk.shorthand.action_query import read_query
from referral_desk.vocabulary import EntryKind, Label
from tests.builders import TODAY
from tests.plan_builders import FEBRUARY, MAY, a_plan, a_year

SEEN = {"day": TODAY, "language": "en"}


@pytest.fixture
def year(database):
    with database.write() as session:
        return a_year(session)


def of(work, number):
    return next(one for one in work.work if one.activity.number == number)


def things(desk, year, number, day=TODAY):
    return desk.ask(activity_things, activity_id=year.activities[number], first_year=2026, last_year=2026, day=day)


def test_an_activity_tells_what_each_group_did_in_each_quarter(desk, year):
    work = desk.ask(plan_work, **SEEN)
    assert work.year == 2026
    assert work.spans == tuple(Span(2026, number) for number in (1, 2, 3, 4))
    assert [group.name for group in work.groups] == ["Region 1", "Region 2", "National", "Arbejdsgruppen"]
    shown = of(work, "1.1")
    region, _other, national, _top = shown.cells
    assert (region[0].items, region[0].decisions, region[0].actions) == (1, 1, 3)
    assert (region[0].on_time, region[0].late, region[0].open, region[0].overdue) == (1, 1, 1, 1)
    assert (region[1].cases, region[1].escalations, region[1].touches) == (1, 1, 2)
    assert (national[1].items, national[1].circulars, national[1].touches) == (1, 1, 2)
    assert (shown.total.items, shown.total.ahead, shown.total.touches) == (2, 1, 5)
    assert shown.area == "Forebyggelse"
    assert of(work, "1.2").area == "Forebyggelse · Undervisning"


def test_what_was_carried_cancelled_or_is_still_to_come_is_nobodys_work(desk, year):
    work = desk.ask(plan_work, **SEEN)
    assert of(work, "2.1").is_untouched, "its only item stood on a meeting that was called off"
    assert "Udskudt" not in {thing.title for thing in things(desk, year, "1.1")}
    ahead = [thing for thing in things(desk, year, "1.1") if thing.is_ahead]
    assert [thing.title for thing in ahead] == ["Tolke igen"]


def test_gaps_name_activities_without_work_and_groups_without_any(desk, year):
    work = desk.ask(plan_work, **SEEN)
    assert [one.activity.number for one in work.gaps(PlanGap.NOBODY)] == ["2.1"]
    assert [one.activity.number for one in work.gaps(PlanGap.SOME)] == ["1.2", "1.1"], "the least touched first"
    assert [group.name for group in of(work, "1.1").silent(work.groups)] == ["Region 2", "Arbejdsgruppen"]


@pytest.mark.parametrize("number", ["1.1", "1.2", "2.1"])
@pytest.mark.parametrize("day", [FEBRUARY, MAY, TODAY])
def test_every_count_has_its_things(desk, year, number, day):
    total = of(desk.ask(plan_work, day=day, language="en", year=2026), number).total
    found = things(desk, year, number, day)
    told = Counter(thing.kind for thing in found if not thing.is_ahead)
    assert {kind: told[kind] for kind in ThingKind} == {
        ThingKind.ITEM: total.items,
        ThingKind.DECISION: total.decisions,
        ThingKind.ACTION: total.actions,
        ThingKind.CASE: total.cases,
        ThingKind.ESCALATION: total.escalations,
        ThingKind.CIRCULAR: total.circulars,
    }
    assert sum(thing.is_ahead for thing in found) == total.ahead
    assert sum(thing.decisions for thing in found) == total.decisions
    actions = [thing for thing in found if thing.kind is ThingKind.ACTION]
    assert sum(thing.action_state.is_open for thing in actions) == total.open
    assert sum(thing.is_late for thing in actions) == total.late + total.overdue


@pytest.mark.parametrize("where", ["item", "meeting", "itself"])
def test_what_is_closed_is_counted_and_not_told(desk, database, year, where):
    with database.write() as session:
        found = session.query(MinutesEntry).filter_by(kind=EntryKind.DECISION), session.query(ActionItem)
        for one in [row for query in found for row in query if row.item is not None]:
            (one if where == "itself" else one.item if where == "item" else one.item.meeting).label = Label.CONFIDENTIAL
    told = [thing for thing in things(desk, year, "1.1") if thing.kind in {ThingKind.DECISION, ThingKind.ACTION}]
    assert {thing.kind for thing in told} == {ThingKind.DECISION, ThingKind.ACTION}
    assert {thing.title for thing in told} == {""}


def test_an_earlier_day_shows_the_plan_as_it_was_then(desk, year):
    shown = of(desk.ask(plan_work, day=FEBRUARY, language="en"), "1.1").total
    assert (shown.items, shown.actions, shown.open, shown.cases) == (1, 3, 3, 0)
    assert shown.ahead == 2, "the national meeting in May and the region's in December"


def test_the_plan_in_force_is_chosen_else_the_latest_that_is_known(desk, database, year):
    with database.write() as session:
        session.add(a_plan("AP8", valid_from=dt.date(2020, 1, 1), valid_to=dt.date(2024, 12, 31)))
        session.add(a_plan("AP10", valid_from=dt.date(2029, 1, 1), valid_to=None, activities=False))

    def chosen(day):
        return desk.ask(plan_work, day=day, language="en")

    assert chosen(TODAY).tree.plan.code == "AP9"
    assert chosen(dt.date(2022, 6, 1)).tree.plan.code == "AP8"
    empty = chosen(dt.date(2030, 6, 1))
    assert (empty.tree.plan.code, empty.work) == ("AP10", ())
    assert desk.ask(plan_work, code="AP8", **SEEN).year == 2024, "nothing was done for it since: its last year"


def test_all_years_have_a_column_for_each_year_of_the_plan(desk, year):
    work = desk.ask(plan_work, year=WHOLE, **SEEN)
    assert work.spans == (Span(2025), Span(2026), Span(2027), Span(2028))
    assert of(work, "1.1").total == of(desk.ask(plan_work, year=2026, **SEEN), "1.1").total
    assert work.years == (2026, 2025)


def test_a_desk_without_plans_has_nothing_to_choose(desk):
    work = desk.ask(plan_work, **SEEN)
    assert (work.tree, work.plans, work.work) == (None, (), ())
    assert desk.ask(plan_work, code="AP1", **SEEN).tree is None


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("activity:AP9-1.1 is:all", 3),
        ("aktivitet:AP9-1.1", 1),
        ("activity:AP9-2.1 is:all", 0),
        ("-activity:AP9-1.1 is:all", 0),
        ("activity:none is:all", 0),
        ("activity:AP9-1.1 is:all made:2026", 3),
        ("activity:AP9-1.1 is:all made:2025", 0),
    ],
)
def test_actions_are_found_by_the_activity_of_their_item(desk, year, typed, count):
    found = desk.ask(find_actions, sought=read_query(typed, TODAY), **SEEN)
    assert len(found.rows) == count


def test_the_things_of_an_unknown_activity_are_none(desk, database, year):
    with database.read() as session:
        unknown = max(session.query(PlanActivity.id).all())[0] + 1
    assert desk.ask(activity_things, activity_id=unknown, first_year=2026, last_year=2026, day=TODAY) == ()
