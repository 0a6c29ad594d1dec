"""What became of an item, and what was not reached: carried on, whatever happens to the next meeting."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, Meeting, Minutes, MinutesEntry
from referral_desk.operations.agenda import add_item, edit_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.item_outcomes import (
    bring_items_back,
    carry_untaken_items,
    set_outcome,
)
from referral_desk.operations.meetings import (
    cancel_meeting,
    move_meeting,
    revive_meeting,
)
from referral_desk.vocabulary import EntryKind, ItemOutcome, Stage
from tests.agendas import (
    DECEMBER,
    JUNE,
    MARCH,
    REVIEW,
    version,
)
from tests.builders import an_item


def test_items_without_a_next_meeting_wait_and_come_when_one_is_planned(desk, database, plan, titles, find, over):
    first = plan(DECEMBER)
    desk.do(add_item, meeting_id=first, title="Tolkning")
    over(first)
    done = desk.do(set_outcome, **find(first, "Tolkning"), outcome=ItemOutcome.CARRIED, reason="Ikke nået")
    with database.read() as session:
        assert session.get(AgendaItem, done.id).waiting_group_id
    second = plan(MARCH)
    assert titles(second)[3:] == ["Tolkning", REVIEW, "Eventuelt"]
    with database.read() as session:
        item = session.scalars(select(AgendaItem).where(AgendaItem.carried_from_id == done.id)).one()
        assert (item.meeting_id, item.outcome) == (second, ItemOutcome.OPEN)
        origin = session.get(AgendaItem, done.id)
        assert (origin.outcome, origin.outcome_reason, origin.waiting_group_id) == (
            ItemOutcome.CARRIED,
            "Ikke nået",
            None,
        )
    back = desk.do(set_outcome, **find(first, "Tolkning"), outcome=ItemOutcome.OPEN)
    assert "Tolkning" not in titles(second)
    desk.do(back.undo.operation, **back.undo.arguments)
    assert "Tolkning" in titles(second)
    with database.read() as session:
        origin = session.get(AgendaItem, done.id)
        assert (origin.outcome, origin.outcome_reason) == (ItemOutcome.CARRIED, "Ikke nået")


@pytest.mark.parametrize("moved", [dt.date(2027, 2, 4), dt.date(2027, 5, 6)])
def test_an_item_is_carried_to_the_next_meeting_though_that_was_rescheduled(
    desk, database, plan, titles, find, over, moved
):
    first, second, third = plan(DECEMBER), plan(MARCH), plan(JUNE)
    desk.do(add_item, meeting_id=first, title="Tolkning")
    desk.do(move_meeting, meeting_id=second, version=version(database, second), day=moved, reason="Sne")
    over(first)
    desk.do(carry_item, **find(first, "Tolkning"))
    assert ["Tolkning" in titles(meeting) for meeting in (second, third)] == [True, False]


def test_a_meeting_planned_in_between_takes_what_was_carried_past_it(desk, plan, titles, find, over):
    first, third = plan(DECEMBER), plan(MARCH)
    for title in ("Tolkning", "Husly"):
        desk.do(add_item, meeting_id=first, title=title)
    over(first)
    desk.do(carry_untaken_items, meeting_id=first)
    desk.do(edit_item, **find(third, "Husly"), resume="Skrevet til mødet i marts")
    second = plan(dt.date(2027, 1, 14))
    assert ("Tolkning" in titles(second), "Tolkning" in titles(third)) == (True, False)
    assert ("Husly" in titles(second), "Husly" in titles(third)) == (False, True)


def test_what_stood_on_a_cancelled_meeting_goes_on_and_comes_back(desk, database, plan, titles, find):
    first, second = plan(DECEMBER), plan(MARCH)
    for title in ("Tolkning", "Husly"):
        desk.do(add_item, meeting_id=first, title=title)
    desk.do(cancel_meeting, meeting_id=first, version=version(database, first), reason="Sne")
    assert {"Tolkning", "Husly"} <= set(titles(second))
    desk.do(edit_item, **find(second, "Husly"), resume="Skrevet siden")
    desk.do(cancel_meeting, meeting_id=second, version=version(database, second), reason="Igen")
    third = plan(JUNE)
    assert {"Tolkning", "Husly"} <= set(titles(third))
    desk.do(revive_meeting, meeting_id=second, version=version(database, second))
    assert {"Tolkning", "Husly"} <= set(titles(second))
    assert not {"Tolkning", "Husly"} & set(titles(third))


def test_untaken_items_are_carried_on_together_and_brought_back_together(desk, database, plan, titles, find, over):
    first, second = plan(DECEMBER), plan(MARCH)
    for title in ("Tolkning", "Husly", "Transport"):
        desk.do(add_item, meeting_id=first, title=title)
    over(first)
    desk.do(set_outcome, **find(first, "Husly"), outcome=ItemOutcome.NOTED)
    done = desk.do(carry_untaken_items, meeting_id=first)
    # Formalities come again by themselves, and so does the yearly look in the new year.
    assert titles(second)[3:] == ["Tolkning", "Transport", REVIEW, "Eventuelt"]
    assert done.undo.operation is bring_items_back
    desk.do(done.undo.operation, **done.undo.arguments)
    assert titles(second)[3:] == [REVIEW, "Eventuelt"]
    done = desk.do(carry_untaken_items, meeting_id=first)
    desk.do(edit_item, **find(second, "Tolkning"), resume="Skrevet siden")
    with pytest.raises(Stale):
        desk.do(done.undo.operation, **done.undo.arguments)


def test_what_became_of_an_item_is_said_or_shown_by_its_minutes(desk, database, plan, find, over):
    meeting_id = plan(DECEMBER)
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.stage = Stage.HELD
        minutes = Minutes(meeting_id=meeting_id)
        session.add(minutes)
        items = {title: an_item(meeting, title) for title in ("a", "b", "c", "d", "e")}
        session.flush()
        for title, kind, text in (
            ("a", EntryKind.NOTE, "Talt om"),
            ("b", EntryKind.NOTE, "Talt om"),
            ("b", EntryKind.DECISION, "Besluttet"),
            ("c", EntryKind.NOTE, "  "),
            ("d", EntryKind.NOTE, "Udsat"),
        ):
            minutes.entries.append(MinutesEntry(item=items[title], kind=kind, text=text))
    desk.do(set_outcome, **find(meeting_id, "d"), outcome=ItemOutcome.CARRIED)
    desk.do(set_outcome, **find(meeting_id, "e"), outcome=ItemOutcome.DECIDED)
    with database.read() as session:
        fates = {item.title: item.fate for item in session.get(Meeting, meeting_id).items}
        lacking = [item.title for item in session.get(Meeting, meeting_id).items if item.lacks_outcome]
    assert [fates[title] for title in "abcde"] == [
        ItemOutcome.NOTED,
        ItemOutcome.DECIDED,
        ItemOutcome.OPEN,
        ItemOutcome.CARRIED,
        ItemOutcome.DECIDED,
    ]
    assert lacking == [REVIEW, "c"]


def test_an_item_is_dropped_only_with_a_reason_and_after_its_agenda_went_out(desk, plan, find, over):
    meeting = plan(DECEMBER)
    with pytest.raises(Invalid, match="not out yet"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.DROPPED, reason="Nej")
    over(meeting, Stage.AGENDA_SENT)
    with pytest.raises(Invalid, match="Say why"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.DROPPED, reason=" ")
    done = desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.DROPPED, reason="Trukket tilbage")
    desk.do(done.undo.operation, **done.undo.arguments)
    desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.CARRIED)
    with pytest.raises(Invalid, match="take that back first"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.NOTED)
    with pytest.raises(Invalid, match="already"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.CARRIED)
    over(meeting, Stage.CLOSED)
    with pytest.raises(Invalid, match="closed"):
        desk.do(set_outcome, **find(meeting, "Eventuelt"), outcome=ItemOutcome.NOTED)


def test_a_formality_that_was_not_reached_comes_again_without_a_copy(desk, plan, titles, find, over):
    first, second = plan(DECEMBER), plan(MARCH)
    before = titles(second)
    over(first)
    desk.do(carry_item, **find(first, "Eventuelt"))
    assert titles(second) == before
