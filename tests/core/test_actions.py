"""Actions: who may own one, how it goes on, what became of it, and that it follows its group (V9, domain 4.2)."""

from __future__ import annotations

import datetime as dt

import pytest

from referral_desk.errors import Invalid, Stale
from referral_desk.models import ActionItem, Group, Minutes, MinutesEntry, Organisation, Setting
from referral_desk.operations.action_steps import note_progress, set_action_state, transfer_action
from referral_desk.operations.actions import (
    add_action,
    edit_action,
    move_due,
    remove_action,
    restore_action,
    set_priority,
    take_back_actions,
)
from referral_desk.operations.me import choose_me
from referral_desk.operations.people import remove_person
from referral_desk.queries.actions import open_actions
from referral_desk.vocabulary import ActionState, EntryKind, Label, MinutesState, Priority
from tests.action_life import lay_region, story, version_of
from tests.builders import TODAY, a_person, an_action, an_organisation

NEXT_WEEK = TODAY + dt.timedelta(days=7)
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def region(database):
    return lay_region(database)


def made(desk, region, text="Ring til 3F", **fields):
    fields = {"owner_organisation_id": region.union, "due": NEXT_WEEK, **fields}
    return desk.do(add_action, group_id=region.group, text=text, **fields).id


def shown(desk, region):
    return desk.ask(open_actions, group_id=region.group, day=TODAY, language="da")


def act(desk, database, action_id, operation=set_action_state, **fields):
    return desk.do(operation, actions=((action_id, version_of(database, action_id)),), **fields)


def edit(desk, database, action_id, **fields):
    return desk.do(edit_action, action_id=action_id, version=version_of(database, action_id), **fields)


def test_actions_are_numbered_in_their_group_and_year(desk, region):
    for text in ("Ring til 3F", "Skriv til kommunen"):
        made(desk, region, text)
    assert [row.reference for row in shown(desk, region)] == ["RG4-2026-1", "RG4-2026-2"]


def test_open_actions_come_by_their_day_and_those_without_one_last(desk, region, database):
    made(desk, region, "Sen", due=dt.date(2026, 12, 24))
    made(desk, region, "Overskredet", due=YESTERDAY)
    with database.write() as session:
        session.get(ActionItem, made(desk, region, "Uden dag")).due = None
    assert [(row.text, row.is_overdue) for row in shown(desk, region)] == [
        ("Overskredet", True),
        ("Sen", False),
        ("Uden dag", False),
    ]


def test_an_open_action_of_an_old_meeting_still_follows_the_group(desk, region):
    made(desk, region, item_id=region.item)
    later = dt.date(2029, 6, 1)
    (row,) = desk.ask(open_actions, group_id=region.group, day=later, language="da")
    assert (row.item, row.item_number, row.meeting_day, row.is_overdue) == ("Et punkt", 1, region.day, True)


@pytest.mark.parametrize("missing", ["owner_organisation_id", "due"])
def test_an_action_needs_an_owner_and_a_deadline(desk, region, missing):
    with pytest.raises(Invalid):
        made(desk, region, **{missing: None})


def test_an_owner_belongs_to_a_body_of_the_group_on_the_day(desk, region, database):
    with pytest.raises(Invalid, match="holds no seat"):
        made(desk, region, owner_organisation_id=region.stranger)
    with pytest.raises(Invalid, match="holds no seat"):
        made(desk, region, owner_organisation_id=None, owner_person_id=region.outsider)
    made(desk, region, owner_organisation_id=None, owner_person_id=region.member)
    made(desk, region, owner_organisation_id=None, owner_person_id=region.colleague)
    action = made(desk, region)
    # The seat of 3F ends: what it owns stays its own, but it can be given nothing new.
    with database.write() as session:
        session.get(Group, region.group).seats[0].close(YESTERDAY)
    with pytest.raises(Invalid, match="holds no seat"):
        made(desk, region)
    with database.read() as session:
        assert [finding.field_name for finding in session.get(ActionItem, action).lacks(TODAY)] == ["owner"]


def test_only_an_organisation_has_a_contact_and_only_one_owns_it(desk, region):
    with pytest.raises(Invalid, match="contact"):
        made(desk, region, owner_organisation_id=None, owner_person_id=region.member, contact_id=region.colleague)
    with pytest.raises(Invalid, match="not both"):
        made(desk, region, owner_person_id=region.member)
    made(desk, region, contact_id=region.colleague)
    (row,) = shown(desk, region)
    assert (row.owner, row.contact, row.email) == ("3F", "Kollega i 3F", "kollega@example.dk")


def test_a_minutes_draft_may_hold_an_action_that_lacks_owner_and_deadline(region, database):
    with database.write() as session:
        action = an_action(session.get(ActionItem, region.loose).group, due=None)
        session.add(action)
        session.flush()
        assert [finding.field_name for finding in action.lacks(TODAY)] == ["owner", "due"]
        assert all("Skrive til kommunen" in finding.sentence("da") for finding in action.lacks(TODAY))


def test_no_text_holds_a_cpr_number_and_none_is_empty(desk, region, database):
    for text in ("Ring om 010190-1234", "  "):
        with pytest.raises(Invalid):
            made(desk, region, text)
    action = made(desk, region)
    with pytest.raises(Invalid):
        desk.do(note_progress, action_id=action, text="Talte om 010190-1234")
    with pytest.raises(Invalid):
        act(desk, database, action, state=ActionState.NOT_DONE, reason="010190-1234 rejste")


@pytest.mark.parametrize("state", [ActionState.NOT_POSSIBLE, ActionState.NOT_DONE])
def test_giving_up_needs_a_reason(desk, region, database, state):
    action = made(desk, region)
    with pytest.raises(Invalid, match="Say why"):
        act(desk, database, action, state=state)
    act(desk, database, action, state=state, reason="Kommunen svarer ikke.")
    assert shown(desk, region) == ()
    assert story(database, action)[-1] == (state, "Kommunen svarer ikke.")


def test_some_actions_are_done_at_once_or_none_of_them(desk, region, database):
    one, two = made(desk, region), made(desk, region)
    act(desk, database, two, state=ActionState.DONE)
    actions = tuple((key, version_of(database, key)) for key in (one, two))
    with pytest.raises(Invalid, match="closed"):
        desk.do(move_due, actions=actions, days=7)
    assert [row.due for row in shown(desk, region)] == [NEXT_WEEK]
    done = desk.do(set_action_state, actions=actions, state=ActionState.DONE)
    assert shown(desk, region) == ()
    desk.do(done.undo.operation, **done.undo.arguments)
    assert [row.id for row in shown(desk, region)] == [one]


def test_a_closed_action_is_opened_again_before_it_is_changed(desk, region, database):
    action = made(desk, region)
    act(desk, database, action, state=ActionState.DONE)
    with pytest.raises(Invalid, match="RG4-2026-1 is closed"):
        edit(desk, database, action, due=TODAY)
    act(desk, database, action, state=ActionState.OPEN)
    edit(desk, database, action, due=TODAY)
    with pytest.raises(Invalid, match="deadline"):
        edit(desk, database, action, due=None)


def test_a_transferred_action_goes_on_in_another_group_and_both_know(desk, region, database):
    action = made(desk, region, item_id=region.item, theme="forced_labour")
    version = version_of(database, action)
    with pytest.raises(Invalid, match="to whom"):
        desk.do(transfer_action, action_id=action, version=version)
    done = desk.do(transfer_action, action_id=action, version=version, group_id=region.national, reason="Principielt")
    with database.read() as session:
        old, new = session.get(ActionItem, action), session.get(ActionItem, done.id)
        assert (old.state, old.transferred_to, new.transferred_from) == (ActionState.TRANSFERRED, new, old)
        assert (new.reference, new.item, new.theme) == ("NATIONAL-2026-1", None, "forced_labour")
        assert [old.progress[-1].after, new.progress[0].before] == [new.reference, old.reference]
    with pytest.raises(Invalid, match="goes on as NATIONAL-2026-1"):
        act(desk, database, action, state=ActionState.OPEN)
    desk.do(done.undo.operation, **done.undo.arguments)
    assert [row.state for row in shown(desk, region)] == [ActionState.OPEN]
    with database.read() as session:
        assert session.get(ActionItem, done.id) is None


def test_handing_over_in_the_group_needs_somebody_of_the_group(desk, region, database):
    action = made(desk, region)
    version = version_of(database, action)
    with pytest.raises(Invalid, match="holds no seat"):
        desk.do(transfer_action, action_id=action, version=version, owner_organisation_id=region.stranger)
    done = desk.do(transfer_action, action_id=action, version=version, owner_person_id=region.member)
    assert [(row.id, row.owner) for row in shown(desk, region)] == [(done.id, "Medlem fra 3F")]


def test_undo_of_a_transfer_keeps_what_was_written_on_the_new_action(desk, region, database):
    action = made(desk, region)
    done = desk.do(transfer_action, action_id=action, version=version_of(database, action), group_id=region.national)
    desk.do(note_progress, action_id=done.id, text="Modtaget")
    with pytest.raises(Invalid, match="has a story"):
        desk.do(done.undo.operation, **done.undo.arguments)


def test_the_words_of_an_action_are_the_minutes_until_those_are_approved(desk, region, database):
    action = made(desk, region, item_id=region.item)
    with database.write() as session:
        minutes = Minutes(meeting_id=session.get(ActionItem, action).item.meeting_id, state=MinutesState.IN_COMMENT)
        entry = MinutesEntry(item_id=region.item, kind=EntryKind.ACTION, action_id=action)
        minutes.entries.append(entry)
        session.add(minutes)
    with pytest.raises(Invalid, match="minutes"):
        edit(desk, database, action, text="Andet")
    edit(desk, database, action, due=TODAY)
    with pytest.raises(Invalid, match="story"):
        desk.do(remove_action, action_id=action, version=version_of(database, action))
    with database.write() as session:
        session.get(Minutes, 1).state = MinutesState.APPROVED
    edit(desk, database, action, text="Andet")


def test_a_mistaken_action_goes_and_comes_back_whole(desk, region, database):
    one = made(desk, region, label=Label.CONFIDENTIAL)
    before = shown(desk, region)
    done = desk.do(remove_action, action_id=one, version=1)
    two = made(desk, region)
    back = desk.do(done.undo.operation, **done.undo.arguments)
    assert done.undo.operation is restore_action
    rows = {row.id: row for row in shown(desk, region)}
    assert rows[one].text == before[0].text
    assert {row.reference for row in rows.values()} == {"RG4-2026-1", "RG4-2026-2"}
    desk.do(back.undo.operation, **back.undo.arguments)
    assert [row.id for row in shown(desk, region)] == [two]


def test_who_was_faster_is_told(desk, region, database):
    action = made(desk, region)
    done = act(desk, database, action, set_priority, priority=Priority.HIGH)
    edit(desk, database, action, due=TODAY)
    with pytest.raises(Stale):
        desk.do(done.undo.operation, **done.undo.arguments)
    with pytest.raises(Invalid, match="theme"):
        edit(desk, database, action, theme="no such")


def test_nobody_who_owns_an_action_is_removed(desk, region, database):
    made(desk, region, owner_organisation_id=None, owner_person_id=region.colleague)
    with pytest.raises(Invalid, match="stands in groups"):
        desk.do(remove_person, person_id=region.colleague, version=1)


def test_a_user_says_once_who_they_are(desk, region, database):
    desk.do(choose_me, person_id=region.member)
    done = desk.do(choose_me, person_id=region.colleague)
    desk.do(done.undo.operation, **done.undo.arguments)
    with database.read() as session:
        assert [(row.key, row.value) for row in session.query(Setting)] == [("me:Koordinator, CMM", str(region.member))]
    desk.do(choose_me, person_id=None)
    with database.read() as session:
        assert session.query(Setting).count() == 0


def test_owners_are_called_as_on_the_day(desk, region, database):
    made(desk, region)
    with database.write() as session:
        session.get(Organisation, region.union).rename("3F Fagligt", "3F United", dt.date(2027, 1, 1))
        session.add_all([an_organisation("En anden"), a_person()])
    (row,) = desk.ask(open_actions, group_id=region.group, day=dt.date(2027, 2, 1), language="en")
    assert row.owner == "3F United"


def test_a_change_of_several_actions_is_taken_back_whole_or_not_at_all(desk, region, database):
    keys = [made(desk, region, text) for text in ("Ring til 3F", "Skriv til kommunen")]
    wanted = tuple((key, version_of(database, key)) for key in keys)
    done = desk.do(set_priority, actions=wanted, priority=Priority.HIGH)
    assert done.undo.operation is take_back_actions
    edit(desk, database, keys[1], text="Skriv til regionen")
    with pytest.raises(Stale):
        desk.do(done.undo.operation, **done.undo.arguments)
    rows = {row.id: row for row in shown(desk, region)}
    assert [rows[key].priority for key in keys] == [Priority.HIGH] * 2
    first = tuple(change for change in done.undo.arguments["changes"] if change.action_id == keys[0])
    desk.do(take_back_actions, changes=first)
    rows = {row.id: row for row in shown(desk, region)}
    assert [rows[key].priority for key in keys] == [Priority.NORMAL, Priority.HIGH]
