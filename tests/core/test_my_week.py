"""One action with all that its panel shows; what somebody owes this week and next."""

import datetime as dt

import pytest

from referral_desk.models import ActionItem, Meeting, Minutes, MinutesEntry, Person
from referral_desk.operations.action_steps import set_action_state, transfer_action
from referral_desk.operations.actions import add_action
from referral_desk.queries.action import action, action_owners
from referral_desk.queries.my_week import DutyKind, my_week
from referral_desk.vocabulary import ActionState, EntryKind, ProgressKind, Stage
from tests.action_life import lay_region
from tests.builders import TODAY, a_meeting

SEEN = {"day": TODAY, "language": "da"}


@pytest.fixture
def region(database):
    return lay_region(database)


def agree(desk, region, text="Ring", days=2, **fields):
    owner = {"owner_person_id": region.member} if "owner_organisation_id" not in fields else {}
    due = TODAY + dt.timedelta(days=days)
    return desk.do(add_action, group_id=region.group, text=text, due=due, **owner, **fields).id


def test_the_panel_tells_where_an_action_comes_from_and_how_it_went(desk, region, database):
    key = agree(desk, region, item_id=region.item)
    with database.write() as session:
        minutes = Minutes(meeting_id=1)
        for kind, action_id in ((EntryKind.DECISION, None), (EntryKind.ACTION, key)):
            minutes.entries.append(MinutesEntry(item_id=region.item, kind=kind, text="Vi ringer.", action_id=action_id))
        session.add(minutes)
    desk.do(set_action_state, actions=((key, 1),), state=ActionState.IN_PROGRESS, reason="Har skrevet")
    seen = desk.ask(action, action_id=key, **SEEN)
    assert (seen.row.item, seen.decisions, seen.is_worded_in_minutes) == ("Et punkt", ("Vi ringer.",), True)
    assert [(line.kind, line.text, line.who) for line in seen.story] == [
        (ProgressKind.MADE, "", "Koordinator, CMM"),
        (ProgressKind.STATE, "Har skrevet", "Koordinator, CMM"),
    ]
    assert seen.lacks == ()
    other = desk.do(transfer_action, action_id=key, version=2, group_id=region.national).id
    assert desk.ask(action, action_id=key, **SEEN).goes_on_as.reference == "NATIONAL-2026-1"
    seen = desk.ask(action, action_id=other, **SEEN)
    assert (seen.came_from.reference, [lack.field_name for lack in seen.lacks]) == ("RG4-2026-1", ["owner"])
    assert desk.ask(action, action_id=999, **SEEN) is None


def test_bodies_then_members_then_colleagues_can_own_an_action(desk, region):
    found = desk.ask(action_owners, group_id=region.group, **SEEN)
    assert [(row.name, row.detail) for row in found] == [
        ("3F", ""),
        ("Odense Kommune", ""),
        ("Ansat i Odense", "Odense Kommune"),
        ("Medlem fra 3F", "3F"),
        ("Kollega i 3F", "3F"),
    ]


def test_my_week_holds_what_i_owe_until_the_end_of_next_week(desk, region, database):
    # Noon of the tests is a Saturday: next week ends on 29 November.
    for text, days in (("Nu", 1), ("Forsinket", -9), ("Sen", 9), ("Næste uge", 8)):
        agree(desk, region, text, days=days)
    with database.write() as session:
        session.get(ActionItem, agree(desk, region, "Uden dag")).due = None
        member = session.get(Person, region.member)
        held = session.get(Meeting, 1)
        held.secretary, held.stage = member, Stage.HELD
        for day, chair in ((TODAY + dt.timedelta(days=5), member), (TODAY + dt.timedelta(days=30), member)):
            session.add(a_meeting(held.group, day=day, chair=chair))
    week = desk.ask(my_week, person_id=region.member, **SEEN)
    assert [row.text for row in week.actions] == ["Forsinket", "Nu", "Næste uge", "Uden dag"]
    assert [(duty.kind, duty.due, duty.is_overdue) for duty in week.duties] == [
        (DutyKind.WRITE_MINUTES, dt.date(2026, 9, 17), True),
        (DutyKind.LEAD, TODAY + dt.timedelta(days=5), False),
    ]
    assert (week.first, week.next_week, week.end) == (
        dt.date(2026, 11, 16),
        dt.date(2026, 11, 23),
        dt.date(2026, 11, 29),
    )
    assert desk.ask(my_week, person_id=999, **SEEN) is None
