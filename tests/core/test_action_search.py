"""Actions found by a query: by owner, day, group, theme and words; a page at a time, however many there are."""

import datetime as dt

import pytest

from referral_desk.models import ActionItem, Group, Organisation, Person
from referral_desk.operations.me import choose_me
from referral_desk.queries import action_search
from referral_desk.queries.action_search import ActionOrder, find_actions, me, overdue_count, query_names
from referral_desk.shorthand.action_query import read_query
from referral_desk.vocabulary import ActionState, Priority
from tests.action_life import lay_region
from tests.builders import TODAY, an_action


def in_days(count):
    return TODAY + dt.timedelta(days=count)


@pytest.fixture
def region(database):
    """The region of `lay_region` with seven actions, named by what is to be done."""
    region = lay_region(database)
    with database.write() as session:
        group, national = session.get(Group, region.group), session.get(Group, region.national)
        union, town = session.get(Organisation, region.union), session.get(Organisation, region.town)
        member, colleague = session.get(Person, region.member), session.get(Person, region.colleague)
        session.delete(session.get(ActionItem, region.loose))
        rest = {"owner_organisation": town}
        gone = {"state": ActionState.DONE, "closed_on": in_days(-2)}
        lost = {"state": ActionState.NOT_DONE, "closed_on": in_days(-1), "reason": "Afslag"}
        session.add_all(
            [
                an_action(
                    group, "Ring til Ærø", number=1, due=in_days(-3), owner_organisation=union, contact=colleague
                ),
                an_action(
                    group, "Skriv brev", number=2, due=in_days(0), owner_organisation=union, theme="forced_labour"
                ),
                an_action(group, "Hold kursus", number=3, due=in_days(9), theme="minors", **rest),
                an_action(group, "Find lokale", number=4, due=None),
                an_action(
                    national, "Svar regionen", number=1, due=in_days(2), owner_person=member, priority=Priority.HIGH
                ),
                an_action(group, "Tal med 3F", number=5, due=in_days(-9), **rest, **gone),
                an_action(group, "Søg midler", number=6, **rest, **lost),
            ]
        )
    return region


def found(desk, region, text, **fields):
    page = desk.ask(find_actions, sought=read_query(text, TODAY), day=TODAY, language="da", **fields)
    assert page.total == len(page.rows)
    return [row.text.split()[0] for row in page.rows]


QUERIES = (
    ("", ["Ring", "Skriv", "Svar", "Hold", "Find"]),
    ("owner:3f", ["Ring", "Skriv"]),
    ("ansvarlig:kommune", ["Hold"]),
    ("owner:kollega", ["Ring"]),
    ("owner:none", ["Find"]),
    ("-owner:3F", ["Svar", "Hold", "Find"]),
    ("er:overskredet", ["Ring"]),
    ("due:<=today", ["Ring", "Skriv"]),
    ("due:none", ["Find"]),
    ("-due:none", ["Ring", "Skriv", "Svar", "Hold"]),
    ("theme:tvangs", ["Skriv"]),
    ("tema:minors,forced_labour", ["Skriv", "Hold"]),
    ("-theme:minors group:rg4", ["Ring", "Skriv", "Find"]),
    ("tema:ingen group:national", ["Svar"]),
    ("prioritet:høj", ["Svar"]),
    ("ÆRØ", ["Ring"]),
    ('"til ærø"', ["Ring"]),
    ("3F", ["Ring", "Skriv"]),
    ("RG4-2026-3", ["Hold"]),
    ("is:closed", ["Søg", "Tal"]),
    ("state:done", ["Tal"]),
    ("closed:<=2026-11-19", ["Tal"]),
    ("er:alle 3F", ["Ring", "Skriv", "Tal"]),
    ("er:alle", ["Ring", "Skriv", "Svar", "Hold", "Find", "Søg", "Tal"]),
    ("state:open,not-done kommune", ["Hold", "Søg"]),
    ("owner:findesikke", []),
    ("100%", []),
)


def test_a_query_finds_what_it_asks_for(desk, region):
    assert {text: found(desk, region, text) for text, _words in QUERIES} == dict(QUERIES)


def test_mine_is_what_i_own_and_what_i_am_asked_about(desk, region):
    assert found(desk, region, "is:mine") == []
    assert found(desk, region, "is:mine", person_id=region.colleague) == ["Ring", "Skriv"]
    # The union's other action has a contact of its own.
    assert found(desk, region, "owner:me", person_id=region.member) == ["Skriv", "Svar"]


ORDERS = (
    (ActionOrder.OWNER, ["Ring", "Skriv", "Svar", "Hold", "Find"]),
    (ActionOrder.GROUP, ["Ring", "Skriv", "Hold", "Find", "Svar"]),
    (ActionOrder.THEME, ["Skriv", "Hold", "Ring", "Svar", "Find"]),
    (ActionOrder.PRIORITY, ["Svar", "Ring", "Skriv", "Hold", "Find"]),
    (ActionOrder.ITEM, ["Ring", "Skriv", "Svar", "Hold", "Find"]),
)


def test_actions_are_ordered_by_what_they_stand_under_then_by_their_day(desk, region):
    assert {order: found(desk, region, "", order=order) for order, _words in ORDERS} == dict(ORDERS)


def test_only_a_page_is_loaded_and_the_rest_is_counted(desk, region, monkeypatch):
    monkeypatch.setattr(action_search, "MOST_COUNTED", 3)
    page = desk.ask(find_actions, sought=read_query("", TODAY), day=TODAY, language="da", at_most=2)
    assert ([row.text for row in page.rows], page.has_more) == (["Ring til Ærø", "Skriv brev"], True)
    assert (page.total, page.overdue) == (4, 1)
    page = desk.ask(find_actions, sought=read_query("er:alle", TODAY), day=TODAY, language="da", at_most=6)
    assert (len(page.rows), page.has_more, page.rows[-1].text) == (6, True, "Søg midler")
    only = desk.ask(find_actions, sought=read_query("", TODAY), day=TODAY, language="da", group_id=region.national)
    assert [row.reference for row in only.rows] == ["NATIONAL-2026-1"]


def test_overdue_ones_are_counted_for_all_until_a_user_says_who_they_are(desk, region):
    assert desk.ask(overdue_count, day=TODAY, user=desk.user.name) == 1
    desk.do(choose_me, person_id=region.member)
    assert desk.ask(me, user=desk.user.name) == region.member
    assert desk.ask(overdue_count, day=TODAY, user=desk.user.name) == 0


def test_the_field_offers_names_of_the_desk(desk, region):
    names = desk.ask(query_names, day=TODAY, language="en")
    assert names.owners == ("3F", "Ansat i Odense", "Kollega i 3F", "Medlem fra 3F", "Odense Kommune", "Udenforstående")
    assert (names.groups, names.themes) == (("RG4", "NATIONAL"), ("Forced labour", "Minors"))
