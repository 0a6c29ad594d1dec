"""The agenda: items written, ordered, copied, removed without loss, carried on; the clock that runs through it."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, LogEntry, Meeting
from referral_desk.models.plans import ActionPlan, PlanActivity, PlanArea
from referral_desk.operations.agenda import (
    add_item,
    duplicate_item,
    edit_item,
    move_item,
    remove_item,
    restore_item,
)
from referral_desk.operations.carrying import bring_item_back, carry_item
from referral_desk.operations.meetings import cancel_meeting
from referral_desk.queries.agenda import activities_to_choose, agenda, agenda_item, owners_to_choose
from referral_desk.vocabulary import ItemKind, Label, Purpose, Stage
from tests.builders import a_document, a_group, a_meeting, a_paper, a_person, an_item, an_organisation

DAY = dt.date(2026, 12, 3)


def a_plan():
    area = PlanArea(code="a", title_da="Forebyggelse", title_en="Prevention")
    for number in ("1.1", "1.2"):
        area.activities.append(
            PlanActivity(code=f"p-{number}", number=number, title_da=f"Da {number}", title_en=f"En {number}")
        )
    plan = ActionPlan(code="plan", title_da="Handlingsplan 2019-2021", title_en="Action plan 2019-2021")
    plan.areas.append(area)
    return plan


@pytest.fixture
def meeting_id(database):
    """Three items of 30, 45 and 15 minutes, 9 to 12, and the group's next meeting."""
    group = a_group("Region 2")
    meeting = a_meeting(group, day=DAY)
    an_item(meeting, "Dagsorden", minutes=30)
    paper = an_item(meeting, "Tolkning", minutes=45)
    a_paper(paper, a_document(b"en", name="en.txt"), "Tal")
    a_paper(paper, a_document(b"to", name="to.txt"), "Aftale")
    an_item(meeting, "Eventuelt", minutes=15, kind=ItemKind.ANY_OTHER_BUSINESS)
    with database.write() as session:
        session.add_all([meeting, a_meeting(group, day=dt.date(2027, 3, 4))])
        session.flush()
        return meeting.id


def seen(desk, meeting_id):
    return desk.ask(agenda, meeting_id=meeting_id, language="en")


def titles(desk, meeting_id):
    return [item.title for item in seen(desk, meeting_id).items]


def item_named(desk, meeting_id, title):
    return next(item for item in seen(desk, meeting_id).items if item.title == title)


def detail(desk, item_id, language="en"):
    return desk.ask(agenda_item, item_id=item_id, language=language)


def test_the_clock_runs_through_the_agenda(desk, meeting_id):
    found = seen(desk, meeting_id)
    assert [(item.number, item.starts, item.ends) for item in found.items] == [
        (1, dt.time(9), dt.time(9, 30)),
        (2, dt.time(9, 30), dt.time(10, 15)),
        (3, dt.time(10, 15), dt.time(10, 30)),
    ]
    assert (found.length, found.planned, found.over) == (180, 90, 0)


def test_an_overrun_is_told_where_it_happens(desk, meeting_id):
    second = item_named(desk, meeting_id, "Tolkning")
    desk.do(edit_item, item_id=second.id, version=second.version, minutes=162)
    found = seen(desk, meeting_id)
    assert [(item.over, item.breaks_end) for item in found.items] == [(0, False), (12, True), (27, False)]
    assert found.over == 27


@given(st.lists(st.integers(0, 300), max_size=12))
def test_any_agenda_overruns_at_exactly_one_place_or_nowhere(minutes):
    meeting = Meeting(starts=dt.time(9), ends=dt.time(12), stage=Stage.PLANNED)
    for length in minutes:
        an_item(meeting, minutes=length)
    assert meeting.minutes_over == max(0, sum(minutes) - 180)
    if minutes:
        first, last = meeting.items[0], meeting.items[-1]
        assert meeting.start_of(first) == dt.time(9)
        total = 540 + sum(minutes[:-1])
        assert meeting.start_of(last) == dt.time(total // 60 % 24, total % 60)


def test_a_new_item_stands_before_any_other_business_or_where_it_is_put(desk, meeting_id):
    desk.do(add_item, meeting_id=meeting_id, title="Nyt punkt")
    desk.do(add_item, meeting_id=meeting_id, title="Først", position=0, minutes=5, purpose=Purpose.DECISION)
    assert titles(desk, meeting_id) == ["Først", "Dagsorden", "Tolkning", "Nyt punkt", "Eventuelt"]
    assert item_named(desk, meeting_id, "Først").purpose is Purpose.DECISION


def test_what_is_given_changes_and_the_rest_stays(desk, database, meeting_id):
    with database.write() as session:
        session.add_all([plan := a_plan(), organisation := an_organisation("3F")])
        session.flush()
        activity, owner = plan.areas[0].activities[1].id, organisation.id
    item = item_named(desk, meeting_id, "Tolkning")
    version = desk.do(
        edit_item,
        item_id=item.id,
        version=item.version,
        title="  Tolkning   ved første samtale",
        kind=ItemKind.PRINCIPLE,
        purpose=Purpose.DECISION,
        minutes=20,
        label=Label.OPEN,
        owner_organisation_id=owner,
        resume="Ét\r\nto\rtre\0",
        recommendation="at gruppen ...",
        presentation="Sagen.",
        activity_ids=(activity, activity),
    )
    found = detail(desk, item.id)
    assert version == found.version == item.version + 1
    assert (found.title, found.kind, found.purpose, found.minutes, found.label) == (
        "Tolkning ved første samtale",
        ItemKind.PRINCIPLE,
        Purpose.DECISION,
        20,
        Label.OPEN,
    )
    assert (found.owner, found.resume, found.recommendation, found.presentation) == (
        "3F",
        "Ét\nto\ntre",
        "at gruppen ...",
        "Sagen.",
    )
    assert [(row.plan, row.number, row.title) for row in found.activities] == [
        ("Action plan 2019-2021", "1.2", "En 1.2")
    ]
    assert len(found.papers) == 2


def test_an_owner_of_one_kind_replaces_one_of_the_other(desk, database, meeting_id):
    with database.write() as session:
        session.add_all([person := a_person("Ejer Prøve", organisation=an_organisation("FTF")), an_organisation("3F")])
        session.flush()
        person_id, organisation_id = person.id, person.organisation_id
    item = item_named(desk, meeting_id, "Tolkning")
    desk.do(edit_item, item_id=item.id, version=1, owner_organisation_id=organisation_id)
    desk.do(edit_item, item_id=item.id, version=2, owner_person_id=person_id)
    assert detail(desk, item.id).owner == "Ejer Prøve, FTF"
    with pytest.raises(Invalid, match="not both"):
        desk.do(edit_item, item_id=item.id, version=3, owner_person_id=person_id, owner_organisation_id=organisation_id)
    desk.do(edit_item, item_id=item.id, version=3, owner_person_id=None)
    assert detail(desk, item.id).owner == ""


def test_a_link_to_the_action_plan_alone_counts_as_a_change_and_is_logged(desk, database, meeting_id):
    with database.write() as session:
        session.add(plan := a_plan())
        session.flush()
        activity = plan.areas[0].activities[0].id
    item = item_named(desk, meeting_id, "Tolkning")
    desk.do(edit_item, item_id=item.id, version=item.version, activity_ids=(activity,))
    with pytest.raises(Stale):
        desk.do(edit_item, item_id=item.id, version=item.version, activity_ids=())
    with database.read() as session:
        [told] = json.loads(session.scalars(select(LogEntry).order_by(LogEntry.id.desc())).first().changes)
    assert (told["before"]["activities"], told["after"]["activities"]) == ([], [activity])


def test_an_item_needs_a_title_and_a_sensible_length(desk, meeting_id):
    item = item_named(desk, meeting_id, "Tolkning")
    with pytest.raises(Invalid, match="title"):
        desk.do(edit_item, item_id=item.id, version=item.version, title="  ")
    with pytest.raises(Invalid, match="minutes"):
        desk.do(edit_item, item_id=item.id, version=item.version, minutes=-1)


@pytest.mark.parametrize(("position", "order"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (9, "ABC"), (-4, "CAB")])
def test_an_item_moves_and_the_others_close_up(desk, database, position, order):
    meeting = a_meeting(a_group())
    for title in "ABC":
        an_item(meeting, title)
    with database.write() as session:
        session.add(meeting)
        session.flush()
        meeting_id = meeting.id
    item = item_named(desk, meeting_id, "C")
    assert desk.do(move_item, item_id=item.id, version=item.version, position=position) == 2
    assert "".join(titles(desk, meeting_id)) == order
    assert [row.position for row in seen(desk, meeting_id).items] == [0, 1, 2]


def test_a_removed_item_comes_back_whole_in_its_place(desk, meeting_id):
    item = item_named(desk, meeting_id, "Tolkning")
    before = detail(desk, item.id)
    removed = desk.do(remove_item, item_id=item.id, version=item.version)
    assert titles(desk, meeting_id) == ["Dagsorden", "Eventuelt"]
    assert [row.number for row in seen(desk, meeting_id).items] == [1, 2]
    with pytest.raises(Stale):
        detail(desk, item.id)
    assert desk.do(restore_item, removed=removed) == item.id
    assert titles(desk, meeting_id) == ["Dagsorden", "Tolkning", "Eventuelt"]
    after = detail(desk, item.id)
    assert [(paper.id, paper.number, paper.title) for paper in after.papers] == [
        (paper.id, paper.number, paper.title) for paper in before.papers
    ]
    with pytest.raises(Invalid, match="already"):
        desk.do(restore_item, removed=removed)


def test_a_duplicate_stands_behind_its_original_and_shares_the_files(desk, meeting_id):
    item = item_named(desk, meeting_id, "Tolkning")
    copy = desk.do(duplicate_item, item_id=item.id)
    assert titles(desk, meeting_id) == ["Dagsorden", "Tolkning", "Tolkning", "Eventuelt"]
    assert [paper.sha256 for paper in detail(desk, copy).papers] == [
        paper.sha256 for paper in detail(desk, item.id).papers
    ]
    assert [paper.number for paper in detail(desk, copy).papers] == ["3.1", "3.2"]


def test_an_item_is_carried_to_the_next_meeting_and_brought_back(desk, meeting_id):
    item = item_named(desk, meeting_id, "Tolkning")
    carried = desk.do(carry_item, item_id=item.id, version=item.version)
    assert titles(desk, meeting_id) == ["Dagsorden", "Eventuelt"]
    assert titles(desk, carried.meeting_id) == ["Tolkning"]
    assert len(detail(desk, item.id).papers) == 2
    desk.do(bring_item_back, carried=carried)
    assert titles(desk, meeting_id) == ["Dagsorden", "Tolkning", "Eventuelt"]
    assert titles(desk, carried.meeting_id) == []


def test_an_item_of_a_meeting_that_is_over_is_carried_as_a_copy_that_tells_its_origin(desk, database, meeting_id):
    with database.write() as session:
        session.get(Meeting, meeting_id).stage = Stage.HELD
    item = item_named(desk, meeting_id, "Tolkning")
    carried = desk.do(carry_item, item_id=item.id, version=item.version)
    assert carried.is_copy
    assert titles(desk, meeting_id) == ["Dagsorden", "Tolkning", "Eventuelt"]
    assert detail(desk, carried.item_id).carried_from == DAY
    desk.do(bring_item_back, carried=carried)
    assert titles(desk, carried.meeting_id) == []


def test_an_item_that_others_came_from_can_be_removed_and_restored_with_its_tie(desk, database, meeting_id):
    with database.write() as session:
        item = session.scalars(select(AgendaItem).where(AgendaItem.title == "Dagsorden")).one()
        later = an_item(session.scalars(select(Meeting).where(Meeting.id != meeting_id)).one(), "Fortsat")
        later.carried_from_id = item.id
        session.flush()
        later_id, item_id, version = later.id, item.id, item.version
    removed = desk.do(remove_item, item_id=item_id, version=version)
    assert detail(desk, later_id).carried_from is None
    desk.do(restore_item, removed=removed)
    assert detail(desk, later_id).carried_from == DAY


def test_without_a_next_meeting_nothing_is_carried(desk, database):
    meeting = a_meeting(a_group())
    an_item(meeting, "Alene")
    with database.write() as session:
        session.add(meeting)
        session.flush()
        meeting_id = meeting.id
    item = item_named(desk, meeting_id, "Alene")
    with pytest.raises(Invalid, match="no later meeting"):
        desk.do(carry_item, item_id=item.id, version=item.version)
    assert titles(desk, meeting_id) == ["Alene"]


def test_the_agenda_of_a_cancelled_meeting_stays_as_it_is(desk, meeting_id):
    desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="Sne")
    item = item_named(desk, meeting_id, "Tolkning")
    for operation, fields in (
        (add_item, {"meeting_id": meeting_id, "title": "x"}),
        (edit_item, {"item_id": item.id, "version": item.version, "title": "x"}),
        (move_item, {"item_id": item.id, "version": item.version, "position": 0}),
        (remove_item, {"item_id": item.id, "version": item.version}),
        (duplicate_item, {"item_id": item.id}),
    ):
        with pytest.raises(Invalid, match="cancelled"):
            desk.do(operation, **fields)


def test_owners_are_people_with_their_organisation_and_organisations_as_named_that_day(desk, database):
    skat = an_organisation("SKAT")
    skat.rename("Skattestyrelsen", "Danish Tax Agency", dt.date(2018, 7, 1), abbreviation="SKTST")
    with database.write() as session:
        session.add(a_person("Ejer Prøve", organisation=skat))
    found = desk.ask(owners_to_choose, day=DAY, language="da")
    assert [(row.name, row.detail) for row in found] == [
        ("Ejer Prøve", "Skattestyrelsen"),
        ("Skattestyrelsen", "SKTST"),
    ]
    assert found[0].person_id
    assert found[1].organisation_id


def test_activities_are_offered_with_their_plan(desk, database):
    with database.write() as session:
        session.add(a_plan())
    found = desk.ask(activities_to_choose, day=DAY, language="da")
    assert [(row.plan, row.number, row.title, row.area) for row in found] == [
        ("Handlingsplan 2019-2021", "1.1", "Da 1.1", "Forebyggelse"),
        ("Handlingsplan 2019-2021", "1.2", "Da 1.2", "Forebyggelse"),
    ]


def test_what_is_gone_is_told_as_gone(desk):
    with pytest.raises(Stale):
        desk.ask(agenda, meeting_id=99, language="da")
    with pytest.raises(Stale):
        desk.ask(agenda_item, item_id=99, language="da")
