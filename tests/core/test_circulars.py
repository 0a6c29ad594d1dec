"""Circulars of the national group: drafts, sending to six agendas, taking note, and what is refused."""

import pytest

from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, Circular, Delivery, Group, Meeting, MinutesEntry, PicklistEntry
from referral_desk.operations.agenda import edit_item, remove_item
from referral_desk.operations.circulars import (
    acknowledge_circular,
    edit_circular,
    remove_circular,
    restore_circular,
    send_circular,
    take_back_acknowledgement,
    take_back_circular,
    write_circular,
)
from referral_desk.operations.leaks import LeaksFound
from referral_desk.queries.circulars import circular_choices, circular_page, circular_rows
from referral_desk.queries.plan_activity import plan_work
from referral_desk.vocabulary import CircularKind, ItemKind, Label, Stage
from tests.builders import TODAY
from tests.escalating import HELD, eight_bodies
from tests.homecoming import DECEMBER, MARCH, Home
from tests.plan_builders import a_plan


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


def draft(home, **fields):
    told = {"kind": CircularKind.TREND_WARNING, "title": "Nye ruter", "text": "Se efter dem.", **fields}
    return home.desk.do(write_circular, group_id=home.bodies.national, **told)


def seen(home, key):
    with home.database.read() as session:
        made = session.get(Circular, key)
        return None if made is None else (made.reference, made.kind, made.title, made.text, made.label, made.theme)


def test_a_circular_is_written_changed_taken_away_and_put_back(home):
    with home.database.write() as session:
        session.add(PicklistEntry(picklist="theme", code="housing", name_da="Bolig", name_en="Housing", position=1))
    done = draft(home)
    home.undo(done)
    assert seen(home, done.id) is None
    first, second = draft(home), draft(home, title="To")
    assert [seen(home, one.id)[0] for one in (first, second)] == ["C2026-1", "C2026-2"]
    changed = home.on(
        edit_circular, Circular, first.id, title=" Nye  ruter nordfra ", label=Label.OPEN, theme="housing"
    )
    told = ("C2026-1", CircularKind.TREND_WARNING, "Nye ruter nordfra", "Se efter dem.", Label.OPEN, "housing")
    assert seen(home, first.id) == told
    home.undo(changed)
    assert seen(home, first.id)[2:] == ("Nye ruter", "Se efter dem.", Label.INTERNAL, "")
    gone = home.on(remove_circular, Circular, second.id)
    third = draft(home, title="Tre")
    home.undo(gone)
    assert gone.undo.operation is restore_circular
    assert [seen(home, one.id)[0] for one in (second, third)] == ["C2026-3", "C2026-2"]


def test_it_stands_on_the_next_agenda_of_every_region_by_itself(home):
    regions = home.bodies.regions
    planned = {group: home.plan(group) for group in regions[:4]}
    made = home.circular(kind=CircularKind.GOOD_PRACTICE)
    assert home.deliveries() == [(group, planned.get(group), False) for group in regions]
    planned[regions[5]] = home.plan(regions[5], MARCH)
    assert home.deliveries() == [(group, planned.get(group), False) for group in regions]
    with home.database.read() as session:
        (item_id,) = home.items(planned[regions[0]]).values()
        item = session.get(AgendaItem, item_id)
        assert (item.title, item.kind) == ("C2026-1: Ny vejledning", ItemKind.GOOD_PRACTICE)
        assert item.presentation == "Brug den nye vejledning."
        assert session.get(Circular, made).sent_by == "Koordinator, CMM"


def test_only_regions_that_stand_today_get_it(home):
    with home.database.write() as session:
        session.get(Group, home.bodies.regions[2]).stand(None, TODAY.replace(day=1))
    home.circular()
    others = [one for one in home.bodies.regions if one != home.bodies.regions[2]]
    assert [group for group, *_ in home.deliveries()] == others


def test_what_is_sent_stays_and_a_sending_is_taken_back_before_anybody_saw_it(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    before = home.titles(december)
    done = draft(home)
    sent = home.on(send_circular, Circular, done.id)
    for operation, more in ((edit_circular, {"title": "Andet"}), (remove_circular, {}), (send_circular, {})):
        with pytest.raises(Invalid, match="is sent"):
            home.on(operation, Circular, done.id, **more)
    again = home.undo(sent)
    assert (home.deliveries(), home.titles(december)) == ([], before)
    home.on(edit_circular, Circular, done.id, text="Se efter dem nu.")
    with pytest.raises(Stale):
        home.undo(again)
    home.on(send_circular, Circular, done.id)
    with home.database.write() as session:
        session.get(Meeting, december).stage = Stage.AGENDA_SENT
    with pytest.raises(Invalid, match="no longer be taken back"):
        home.on(take_back_circular, Circular, done.id)
    assert len(home.deliveries()) == 6


def test_its_words_are_read_for_personal_data_before_it_goes(home):
    done = draft(home, text="Spørg Bo på 010190-1234.")
    with pytest.raises(LeaksFound) as told:
        home.on(send_circular, Circular, done.id)
    assert (list(told.value.finds), home.deliveries()) == (["text"], [])


def test_a_group_takes_note_of_it_once_before_its_meeting_or_by_its_minutes(home):
    first, second = home.bodies.regions[:2]
    december = home.plan(second)
    made = home.circular()
    with home.database.read() as session:
        ids = {one.group_id: one.id for one in session.get(Circular, made).deliveries}

    def noted():
        with home.database.read() as session:
            return [one.group_id for one in session.get(Circular, made).deliveries if one.is_acknowledged]

    done = home.on(acknowledge_circular, Delivery, ids[first])
    with pytest.raises(Invalid, match="taken note of C2026-1 already"):
        home.on(acknowledge_circular, Delivery, ids[first])
    assert noted() == [first]
    home.undo(done)
    assert (noted(), done.undo.operation) == ([], take_back_acknowledgement)
    home.on(acknowledge_circular, Delivery, ids[first])
    home.held(december)
    home.minuted(december)
    assert noted() == [first, second]
    with pytest.raises(Invalid, match="taken note of"):
        home.on(acknowledge_circular, Delivery, ids[second])
    with pytest.raises(Invalid, match="no longer be taken back"):
        home.on(take_back_circular, Circular, made)


def test_an_answer_is_not_acknowledged(home):
    made = home.released()
    with home.database.read() as session:
        delivery_id = session.query(Delivery).filter_by(escalation_id=made).one().id
    with pytest.raises(Invalid, match="reported by the minutes"):
        home.on(acknowledge_circular, Delivery, delivery_id)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"title": " "}, "title"), ({"theme": "mangler"}, "theme of the list"), ({"item_id": "other"}, "another group")],
)
def test_a_circular_that_cannot_be_meant_is_refused(home, fields, refusal):
    if fields.get("item_id") == "other":
        meeting = home.plan(home.bodies.regions[0])
        with home.database.read() as session:
            fields = {"item_id": session.get(Meeting, meeting).items[0].id}
    with pytest.raises(Invalid, match=refusal):
        draft(home, **fields)


def test_only_the_national_group_writes_one_and_one_without_words_stays(home):
    with pytest.raises(Invalid, match="national group"):
        home.desk.do(write_circular, group_id=home.bodies.top, kind=CircularKind.FRAMEWORK, title="Ny")
    done = draft(home, text=" ")
    with pytest.raises(Invalid, match="Write what the groups are to know"):
        home.on(send_circular, Circular, done.id)


def test_a_sending_is_not_taken_back_once_somebody_worked_on_its_item(home):
    december = home.plan(home.bodies.regions[0])
    made = home.circular()
    (item_id,) = home.items(december).values()
    home.on(edit_item, AgendaItem, item_id, resume="Formanden fremlægger.")
    with pytest.raises(Invalid, match="no longer be taken back"):
        home.on(take_back_circular, Circular, made)


@pytest.fixture
def decided(home):
    """An action plan, and a national item of the past with a decision; gives its id and those of two activities."""
    entry = home.decision(home.bodies.national)
    with home.database.write() as session:
        session.add(plan := a_plan())
        session.flush()
        first, second, _third = (one for area in plan.areas for one in area.activities)
        return session.get(MinutesEntry, entry).item_id, first.id, second.id


def test_what_decided_it_and_what_it_serves_are_chosen_from_recent_meetings_and_the_plans(home, decided):
    item_id, *activities = decided
    about = {"group_id": home.bodies.national, "day": TODAY, "language": "en"}
    choices = home.desk.ask(circular_choices, **about)
    (item,) = [one for one in choices.items if one.item_id == item_id]
    assert (item.day, len(item.decisions)) == (HELD, 1)
    assert {row.id for row in choices.activities} >= set(activities)
    done = draft(home, item_id=item_id, activity_ids=activities)
    page = home.desk.ask(circular_page, circular_id=done.id, day=TODAY, language="en")
    assert page.decided_by == item
    assert {row.id for row in page.activities} == set(activities)
    assert {row.plan_code for row in page.activities} == {"AP9"}
    changed = home.on(edit_circular, Circular, done.id, item_id=None, activity_ids=activities[:1])
    page = home.desk.ask(circular_page, circular_id=done.id, day=TODAY, language="en")
    assert (page.decided_by, [row.number for row in page.activities]) == (None, ["1.1"])
    home.undo(changed)
    assert home.desk.ask(circular_page, circular_id=done.id, day=TODAY, language="en").decided_by == item
    with home.database.write() as session:
        session.get(AgendaItem, item_id).label = Label.CONFIDENTIAL
    page = home.desk.ask(circular_page, circular_id=done.id, day=TODAY, language="en")
    assert page.decided_by.decisions == (), "what stands in the closed annex is not told"


def test_the_regions_items_tell_where_it_was_decided_and_count_under_the_plan_as_it_does(home, decided):
    item_id, *activities = decided
    planned = home.plan(home.bodies.regions[0])
    home.circular(item_id=item_id, activity_ids=activities)
    with home.database.read() as session:
        (key,) = home.items(planned).values()
        item, origin = session.get(AgendaItem, key), session.get(AgendaItem, item_id)
        assert sorted(one.id for one in item.activities) == sorted(activities)
        text, told = item.presentation.split("\n\n")
        assert text == "Brug den nye vejledning."
        assert told.startswith("Den nationale gruppe ")
        assert f" {HELD.day}.{HELD.month}.{HELD.year}" in told
        assert told.endswith(f" {origin.number}: {origin.title}.")
    work = home.desk.ask(plan_work, day=DECEMBER, language="da", code="AP9", year=2026)
    national = [group.id for group in work.groups].index(home.bodies.national)
    region = [group.id for group in work.groups].index(home.bodies.regions[0])
    for key in activities:
        tallies = work.of(key).by_group
        assert (tallies[national].circulars, tallies[region].items) == (1, 1)
    first = home.plan(home.bodies.regions[1])
    with home.database.write() as session:
        session.get(AgendaItem, item_id).label = Label.CONFIDENTIAL
    closed = home.circular(title="To", item_id=item_id)
    with home.database.read() as session:
        keys = home.items(first)
        told = session.get(AgendaItem, keys[f"{session.get(Circular, closed).reference}: To"]).presentation
    assert told == "Brug den nye vejledning.", "a closed item is not named to readers of an internal circular"


def test_the_national_item_that_decided_it_can_go(home):
    meeting = home.plan(home.bodies.national)
    with home.database.read() as session:
        item_id = session.get(Meeting, meeting).items[-1].id
    done = draft(home, item_id=item_id)
    home.on(remove_item, AgendaItem, item_id)
    with home.database.read() as session:
        assert session.get(Circular, done.id).item_id is None


def test_the_list_shows_the_newest_first_with_how_far_each_has_come(home):
    region = home.bodies.regions[0]
    home.plan(region)
    first = home.circular(title="Fælles ramme")
    second = draft(home).id
    with home.database.read() as session:
        key = session.get(Circular, first).deliveries[0].id
    home.on(acknowledge_circular, Delivery, key)
    found = home.desk.ask(circular_rows, language="da")
    assert [(row.id, row.groups, row.on_agenda, row.acknowledged) for row in found.rows] == [
        (second, 0, 0, 0),
        (first, 6, 1, 1),
    ]

    def chosen(**fields):
        found = home.desk.ask(circular_rows, language="da", **fields)
        return [row.id for row in found.rows], found.total

    assert chosen(is_sent=True) == chosen(words="fælles RAMME") == chosen(kind=CircularKind.FRAMEWORK) == ([first], 1)
    assert chosen(start=1, count=1) == ([first], 2)
    assert chosen(words="findes ikke") == ([], 0)


def test_the_page_tells_where_it_stands_in_each_group(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.circular()
    page = home.desk.ask(circular_page, circular_id=made, day=TODAY, language="da")
    assert (page.reference, page.group, page.may_change) == ("C2026-1", "Den nationale gruppe", False)
    told = [(row.group, row.meeting_id, row.is_waiting, row.is_held) for row in page.deliveries]
    assert told[:2] == [("Region 1", december, False, False), ("Region 2", None, True, False)]
    with pytest.raises(Stale):
        home.desk.ask(circular_page, circular_id=99, day=TODAY, language="da")
