"""Standing items: usual ones for a new desk; changed, ordered, switched off for all, a tier or a group; all undone."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk import reference
from referral_desk.errors import Invalid, NotAllowed
from referral_desk.models import AgendaItem, StandingItem
from referral_desk.operations.meetings import plan_meeting
from referral_desk.operations.standing_items import (
    add_standing_item,
    change_standing_item,
    load_standing_items,
    move_standing_item,
    place_standing_items,
    remove_standing_item,
    restore_standing_item,
)
from referral_desk.queries.standing_items import standing_items
from referral_desk.vocabulary import StandingRole, Tier
from tests.builders import a_group

REGION = {"tier": Tier.REGIONAL}


@pytest.fixture
def groups(database):
    """A regional group, another one and the national one, on a desk that has the usual standing items."""
    made = [a_group("Region 1"), a_group("Region 2"), a_group("National", tier=Tier.NATIONAL)]
    with database.write() as session:
        session.add_all(made)
        reference.load(session, only="standing_item")
        session.flush()
        return [group.id for group in made]


@pytest.fixture
def listed(desk):
    """The titles of a list, with the mark of what is switched off."""

    def titles(**scope):
        rows = desk.ask(standing_items, language="da", **scope)
        return [row.title + ("" if row.is_active else " (fra)") for row in rows]

    return titles


def item(desk, title, **scope):
    return next(row for row in desk.ask(standing_items, language="da", **scope) if row.title == title)


def take_back(desk, done):
    return desk.do(done.undo.operation, **done.undo.arguments)


def test_the_usual_items_come_in_the_order_of_an_agenda(groups, listed):
    assert listed(group_id=groups[0]) == [
        "Godkendelse af dagsorden",
        "Godkendelse af referat fra {day}",
        "Opfølgningspunkter",
        "Nyt fra den nationale referencegruppe",
        "Gensidig orientering",
        "Årligt eftersyn: er gruppen rigtigt sammensat?",
        "Eventuelt",
    ]
    assert "Nyt fra de regionale referencegrupper" in listed(group_id=groups[2])


def test_a_desk_without_standing_items_is_given_them_once(desk, listed):
    assert listed() == []
    desk.do(load_standing_items)
    desk.do(load_standing_items)
    assert len(listed()) == len(set(listed())) == 5


def test_what_a_tier_switches_off_stays_on_for_the_others(desk, groups, listed):
    review = item(desk, "Årligt eftersyn: er gruppen rigtigt sammensat?", **REGION)
    done = desk.do(change_standing_item, item_id=review.id, version=review.version, is_active=False, **REGION)
    assert f"{review.title} (fra)" in listed(group_id=groups[0])
    assert review.title in listed(group_id=groups[2])
    assert review.title in listed()
    take_back(desk, done)
    assert review.title in listed(group_id=groups[0])


def test_the_narrowest_way_counts_whichever_was_made_first(desk, groups, listed):
    title = "Eventuelt"
    for scope, name in (({"group_id": groups[0]}, "Til sidst"), (REGION, "Runde"), ({}, "Andet")):
        there = item(desk, title, **scope)
        desk.do(change_standing_item, item_id=there.id, version=there.version, title_da=name, **scope)
    assert listed(group_id=groups[0])[-1] == "Til sidst"
    assert listed(group_id=groups[1])[-1] == "Runde"
    assert listed(group_id=groups[2])[-1] == "Andet"
    own = item(desk, "Til sidst", group_id=groups[0])
    assert (own.is_own, own.replaces, own.role) == (True, True, StandingRole.ANY_OTHER_BUSINESS)
    done = desk.do(remove_standing_item, item_id=own.id, version=own.version)
    assert listed(group_id=groups[0])[-1] == "Runde"
    assert done.undo.operation is restore_standing_item
    take_back(desk, done)
    assert listed(group_id=groups[0])[-1] == "Til sidst"


def test_a_change_in_its_own_list_is_taken_back(desk, groups):
    there = item(desk, "Opfølgningspunkter")
    done = desk.do(change_standing_item, item_id=there.id, version=there.version, title_da="Siden sidst", minutes=25)
    assert item(desk, "Siden sidst").minutes == 25
    again = take_back(desk, done)
    assert item(desk, "Opfølgningspunkter").minutes == 15
    take_back(desk, again)
    assert item(desk, "Siden sidst").minutes == 25


def test_an_added_item_stands_where_it_was_asked_to_and_goes_again(desk, groups, listed):
    before = desk.do(add_standing_item, group_id=groups[0], title_da="  Nyt  fra politiet ")
    desk.do(add_standing_item, title_da="Næste møde", behind=True, **REGION)
    assert listed(group_id=groups[0])[4:] == [
        "Nyt fra politiet",
        "Gensidig orientering",
        "Årligt eftersyn: er gruppen rigtigt sammensat?",
        "Næste møde",
        "Eventuelt",
    ]
    assert "Nyt fra politiet" not in listed(group_id=groups[1])
    take_back(desk, before)
    assert "Nyt fra politiet" not in listed(group_id=groups[0])


@pytest.mark.parametrize("place", range(9))
def test_an_item_goes_to_any_place_and_back(desk, groups, listed, place):
    scope = {"group_id": groups[0]}
    before = listed(**scope)
    there = item(desk, "Opfølgningspunkter", **scope)
    done = desk.do(move_standing_item, item_id=there.id, version=there.version, place=place, **scope)
    others = [title for title in before if title != there.title]
    # Place 3 is what the meeting is about.
    expected = place if place <= 3 else place - 1
    assert listed(**scope) == [*others[:expected], there.title, *others[expected:]]
    assert item(desk, there.title, **scope).is_behind == (place > 3)
    assert listed(group_id=groups[1]) == before
    take_back(desk, done)
    assert listed(**scope) == before


def test_there_is_always_room_between_two_items(desk, groups, listed):
    names = ("Godkendelse af dagsorden", "Godkendelse af referat fra {day}")
    for turn in range(30):
        there = item(desk, names[turn % 2])
        done = desk.do(move_standing_item, item_id=there.id, version=there.version, place=1)
        others = listed()
        assert others[0] == names[(turn + 1) % 2]
    assert done.undo.operation is place_standing_items
    assert take_back(desk, done)
    assert listed()[2:] == ["Opfølgningspunkter", "Årligt eftersyn: er gruppen rigtigt sammensat?", "Eventuelt"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title_da": " "}, "title in Danish"),
        ({"title_da": "Sag 010203-4321"}, "CPR"),
        ({"title_da": "x", "minutes": 481}, "480"),
        ({"title_da": "x", "yearly_from": 5}, "four quarters"),
    ],
)
def test_what_cannot_be_meant_is_refused(desk, fields, sentence):
    with pytest.raises(Invalid, match=sentence):
        desk.do(add_standing_item, **fields)


def test_what_the_program_fills_in_is_not_yearly(desk, groups):
    there = item(desk, "Opfølgningspunkter")
    with pytest.raises(Invalid, match="every meeting"):
        desk.do(change_standing_item, item_id=there.id, version=there.version, yearly_from=2)


def test_an_item_on_agendas_or_with_other_ways_of_it_is_switched_off_not_removed(desk, database, groups):
    scope = {"group_id": groups[0]}
    times = {"starts": dt.time(9), "ends": dt.time(12)}
    desk.do(plan_meeting, group_id=groups[0], day=dt.date(2026, 12, 3), **times)
    there = item(desk, "Gensidig orientering", **scope)
    with pytest.raises(Invalid, match="stands on agendas"):
        desk.do(remove_standing_item, item_id=there.id, version=there.version)
    own = desk.do(change_standing_item, item_id=there.id, version=there.version, minutes=5, **scope).id
    # An agenda that was filled with the group's own falls back on the wider one.
    with database.write() as session:
        found = session.scalars(select(AgendaItem).where(AgendaItem.standing_item_id == there.id)).one()
        found.standing_item_id = own
    with pytest.raises(Invalid, match=r"stands on agendas|own way"):
        desk.do(remove_standing_item, item_id=there.id, version=there.version)
    desk.do(remove_standing_item, item_id=own, version=1)
    with database.read() as session:
        assert session.get(StandingItem, own) is None
        assert session.scalars(select(AgendaItem).where(AgendaItem.standing_item_id == there.id)).one()


def test_a_secretary_does_not_change_what_comes_on_every_agenda(desk):
    desk.user = type(desk.user)("Sekretær", frozenset({"secretary"}))
    with pytest.raises(NotAllowed):
        desk.do(add_standing_item, title_da="Nyt")
