"""An agenda fills itself: standing items, the minutes whose turn it is; and it follows when meetings move."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import Minutes
from referral_desk.models.entries import Said
from referral_desk.operations.agenda import add_item, edit_item, remove_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.entries import EntryDraft, save_entries
from referral_desk.operations.item_outcomes import carry_untaken_items
from referral_desk.operations.meetings import (
    cancel_meeting,
    move_meeting,
    put_meeting_back,
    revive_meeting,
)
from referral_desk.operations.standing import dated, empty_agenda_again, fill_agenda
from referral_desk.operations.standing_items import change_standing_item
from referral_desk.queries.standing_items import standing_items
from referral_desk.vocabulary import EntryKind, MeetingKind, Stage, StandingRole
from tests.agendas import (
    APPROVAL,
    DECEMBER,
    JUNE,
    MARCH,
    REVIEW,
    approvals,
    settle_group,
    version,
)


def test_the_second_agenda_approves_the_first_minutes_and_follows_up(plan, titles):
    first, second = plan(DECEMBER), plan(MARCH)
    assert titles(first) == ["Godkendelse af dagsorden", REVIEW, "Eventuelt"]
    assert titles(second) == [
        "Godkendelse af dagsorden",
        APPROVAL.format("3. december 2026"),
        "Opfølgningspunkter",
        REVIEW,
        "Eventuelt",
    ]


def test_what_comes_once_a_year_comes_once_and_goes_on_if_its_meeting_is_called_off(desk, database, plan, titles):
    first, second, third = plan(MARCH), plan(JUNE), plan(dt.date(2028, 1, 13))
    assert [REVIEW in titles(each) for each in (first, second, third)] == [True, False, True]
    desk.do(cancel_meeting, meeting_id=first, version=version(database, first), reason="Sne")
    assert titles(second)[-2:] == [REVIEW, "Eventuelt"]
    assert titles(plan(dt.date(2027, 9, 2))).count(REVIEW) == 0


def test_filling_again_adds_only_what_is_missing_and_can_be_undone(desk, plan, titles, find):
    plan(DECEMBER)
    meeting = plan(MARCH)
    filled = titles(meeting)
    assert desk.do(fill_agenda, meeting_id=meeting).undo is None
    desk.do(edit_item, **find(meeting, "Opfølgningspunkter"), title="Siden sidst")
    desk.do(edit_item, **find(meeting, REVIEW), title="Hvem mangler?")
    desk.do(remove_item, **find(meeting, "Godkendelse af dagsorden"))
    desk.do(remove_item, **find(meeting, APPROVAL.format("3. december 2026")))
    desk.do(add_item, meeting_id=meeting, title="Tolkning")
    before = titles(meeting)
    done = desk.do(fill_agenda, meeting_id=meeting)
    assert titles(meeting) == [*filled[:2], "Siden sidst", "Tolkning", "Hvem mangler?", "Eventuelt"]
    assert done.undo.operation is empty_agenda_again
    desk.do(done.undo.operation, **done.undo.arguments)
    assert titles(meeting) == before


def test_an_agenda_is_filled_in_its_language(desk, plan, titles):
    plan(DECEMBER)
    meeting = plan(MARCH, language="en")
    assert titles(meeting)[1] == "Approval of the minutes of 3 December 2026"
    between = plan(dt.date(2027, 1, 14))
    assert titles(meeting)[1] == "Approval of the minutes of 14 January 2027"
    assert approvals(titles(between)) == ["3. december 2026"]


def test_what_a_group_switched_off_does_not_come(desk, group_id, plan, titles):
    plan(DECEMBER)
    row = next(row for row in desk.ask(standing_items, language="da") if row.role is StandingRole.OPEN_ACTIONS)
    desk.do(change_standing_item, item_id=row.id, version=row.version, group_id=group_id, is_active=False)
    assert "Opfølgningspunkter" not in titles(plan(MARCH))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Godkendelse af referat fra 3. december 2026 (med bilag)",
            "Godkendelse af referat fra 4. marts 2027 (med bilag)",
        ),
        ("Minutes of 3 December 2026", "Minutes of 4 March 2027"),
        ("Referatet", "Referatet"),
    ],
)
def test_a_day_in_a_title_is_put_right_in_its_own_language(title, told):
    assert dated(title, MARCH) == told


def test_the_item_that_approves_follows_a_meeting_that_moves_and_comes_back(desk, database, plan, titles):
    first, second = plan(DECEMBER), plan(MARCH)
    before = desk.do(
        move_meeting, meeting_id=first, version=version(database, first), day=dt.date(2026, 12, 10), reason="Sne"
    )
    assert approvals(titles(second)) == ["10. december 2026"]
    desk.do(put_meeting_back, meeting_id=first, version=version(database, first), before=before)
    assert approvals(titles(second)) == ["3. december 2026"]
    # Past the other: the turns change.
    desk.do(move_meeting, meeting_id=first, version=version(database, first), day=JUNE, reason="Sne")
    assert (approvals(titles(first)), approvals(titles(second))) == (["4. marts 2027"], [])


def test_each_held_meeting_is_approved_once_at_the_next_ordinary_one(desk, database, plan, titles, over, group_id):
    first = plan(DECEMBER)
    last = plan(MARCH)
    extra = plan(dt.date(2027, 1, 14), kind=MeetingKind.EXTRAORDINARY)
    assert approvals(titles(last)) == ["3. december 2026"]
    with database.write() as session:
        session.add(Minutes(meeting_id=extra))
    for meeting in (first, extra):
        over(meeting)
    desk.do(settle_group, group_id=group_id)
    assert approvals(titles(last)) == ["3. december 2026", "14. januar 2027"]
    over(first, Stage.APPROVED)
    desk.do(settle_group, group_id=group_id)
    assert approvals(titles(last)) == ["14. januar 2027"]


def test_an_agenda_that_is_out_stays_as_it_went_out(desk, database, plan, titles, over):
    plan(DECEMBER)
    meeting = plan(MARCH)
    over(meeting, Stage.AGENDA_SENT)
    before = titles(meeting)
    plan(dt.date(2027, 1, 14))
    assert titles(meeting) == before


def test_a_cancelled_meeting_hands_its_turn_on_and_takes_it_again(desk, database, plan, titles):
    _first, second, third = plan(DECEMBER), plan(MARCH), plan(JUNE)
    seen = [titles(meeting) for meeting in (second, third)]
    desk.do(cancel_meeting, meeting_id=second, version=version(database, second), reason="Sne")
    assert approvals(titles(third)) == ["3. december 2026"]
    desk.do(revive_meeting, meeting_id=second, version=version(database, second))
    assert [titles(meeting) for meeting in (second, third)] == seen


def test_an_item_that_somebody_worked_on_stays_though_nothing_is_left_to_approve(desk, database, plan, titles, find):
    first, second = plan(DECEMBER), plan(MARCH)
    desk.do(edit_item, **find(second, APPROVAL.format("3. december 2026")), resume="Med rettelser")
    desk.do(cancel_meeting, meeting_id=first, version=version(database, first), reason="Sne")
    assert approvals(titles(second)) == ["3. december 2026"]


def test_undoing_a_filling_keeps_what_somebody_wrote_and_sends_the_rest_on(desk, database, plan, titles, find, over):
    first, third = plan(DECEMBER), plan(JUNE)
    for title in ("Husly", "Tolkning"):
        desk.do(add_item, meeting_id=first, title=title)
    over(first)
    desk.do(carry_untaken_items, meeting_id=first)
    second = plan(dt.date(2027, 9, 2))
    desk.do(move_meeting, meeting_id=second, version=version(database, second), day=MARCH, reason="Sne")
    done = desk.do(fill_agenda, meeting_id=second)
    brought = {"Husly", "Tolkning"}
    assert (brought & set(titles(second)), brought & set(titles(third))) == (brought, set())
    desk.do(edit_item, **find(second, "Husly"), resume="Skrevet siden")
    desk.do(done.undo.operation, **done.undo.arguments)
    assert (brought & set(titles(second)), brought & set(titles(third))) == ({"Husly"}, {"Tolkning"})


def test_an_item_with_something_noted_under_it_stays_on_its_agenda(desk, plan, titles, find):
    meeting = plan(DECEMBER)
    plan(MARCH)
    desk.do(add_item, meeting_id=meeting, title="Tolkning")
    said = EntryDraft(1, Said(EntryKind.NOTE, "Afventer svar."))
    desk.do(save_entries, meeting_id=meeting, item_id=find(meeting, "Tolkning")["item_id"], entries=(said,))
    for leave in (remove_item, carry_item):
        with pytest.raises(Invalid, match="noted under the item"):
            desk.do(leave, **find(meeting, "Tolkning"))
    assert "Tolkning" in titles(meeting)
