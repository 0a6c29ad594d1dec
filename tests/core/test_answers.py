"""An answer is released, stands on every agenda that waits for it, is reported by approved minutes, and then closed."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from referral_desk.clock import Quarter
from referral_desk.errors import Invalid
from referral_desk.models import AgendaItem, Delivery, Escalation, Meeting
from referral_desk.operations.agenda import edit_item, remove_item, restore_item
from referral_desk.operations.answers import close_escalation, release_answer, take_back_release
from referral_desk.operations.carrying import bring_item_back, carry_item
from referral_desk.operations.deliveries import ANSWER_TO
from referral_desk.operations.escalation_decisions import (
    answer_escalation,
    forward_escalation,
    merge_escalation,
    return_escalation,
)
from referral_desk.operations.escalations import send_escalation
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.operations.meetings import cancel_meeting, move_meeting, plan_meeting, revive_meeting
from referral_desk.operations.minutes import close_meeting
from referral_desk.operations.standing import empty_agenda_again, fill_agenda
from referral_desk.operations.wheel_plans import Choice, accept_plan, withdraw_plan
from referral_desk.texts import say
from referral_desk.vocabulary import (
    EscalationEventKind,
    EscalationState,
    ItemKind,
    ItemOutcome,
    MeetingKind,
    Purpose,
    Stage,
)
from tests.escalating import eight_bodies
from tests.homecoming import DECEMBER, HOME, JUNE, MARCH, TIMES, Home


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


def test_a_released_answer_stands_on_the_next_agenda_of_the_group_that_asked(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    home.plan(region, MARCH)
    made = home.released()
    with home.database.read() as session:
        item = session.get(AgendaItem, home.item_of(made, region))
        escalation = session.get(Escalation, made)
        assert item.meeting_id == december
        assert item.title == say(ANSWER_TO, "da", reference=escalation.reference, title=escalation.case.title)
        assert (item.kind, item.purpose, item.presentation) == (ItemKind.FEEDBACK, Purpose.INFORMATION, HOME)
    assert home.state(made) is EscalationState.RELEASED
    assert home.story(made)[-2:] == [EscalationEventKind.RELEASED, EscalationEventKind.DELIVERED]
    assert home.deliveries() == [(region, december, False)]


def test_without_a_meeting_it_waits_and_the_next_one_that_is_planned_takes_it(home):
    region = home.bodies.regions[0]
    out = home.plan(region)
    with home.database.write() as session:
        session.get(Meeting, out).stage = Stage.AGENDA_SENT
    home.released()
    extra = home.plan(region, MARCH, kind=MeetingKind.EXTRAORDINARY)
    assert home.deliveries() == [(region, None, False)]
    june = home.plan(region, JUNE)
    assert home.deliveries() == [(region, june, False)]
    assert (home.items(extra), home.items(out)) == ({}, {})


def test_a_meeting_planned_before_the_one_it_stands_on_takes_it(home):
    region = home.bodies.regions[0]
    june = home.plan(region, JUNE)
    home.released()
    assert home.deliveries() == [(region, june, False)]
    march = home.plan(region, MARCH)
    assert (home.deliveries(), home.items(june)) == ([(region, march, False)], {})


def test_an_answer_that_somebody_carried_on_is_not_fetched_back_by_filling(home):
    region = home.bodies.regions[0]
    december, march = home.plan(region), home.plan(region, MARCH)
    made = home.released()
    home.on(carry_item, AgendaItem, home.item_of(made, region))
    home.desk.do(fill_agenda, meeting_id=december)
    assert home.deliveries() == [(region, march, False)]


def test_it_goes_home_to_every_origin_and_to_each_body_that_it_passed(home):
    lead, follower = home.accepted(0), home.accepted(1)
    home.do(merge_escalation, follower, lead_id=lead, reason="Det samme.")
    home.do(forward_escalation, lead, reason="Principielt.")
    home.do(send_escalation, lead)
    home.do(answer_escalation, lead, text="Ja.", journal_number="2026-1")
    first, second, national = *home.bodies.regions[:2], home.bodies.national
    meetings = {group: home.plan(group) for group in (first, second, national)}
    feedback = {1: "Regionerne får pladser.", 2: "Ministeriet siger ja."}
    home.do(release_answer, lead, feedback=feedback)
    assert sorted(home.deliveries()) == sorted((group, meeting, False) for group, meeting in meetings.items())
    with home.database.read() as session:
        said = {one.group_id: one.item.presentation for one in session.scalars(select(Delivery))}
    assert said == {first: feedback[1], second: feedback[1], national: feedback[2]}
    assert (home.state(lead), home.state(follower)) == (EscalationState.RELEASED, EscalationState.RELEASED)


def test_the_words_that_go_home_are_read_for_personal_data_and_missing_ones_are_refused(home):
    made = home.answered()
    with pytest.raises(Invalid, match="every level hears"):
        home.do(release_answer, made, feedback={1: " "})
    with pytest.raises(LeaksFound) as told:
        home.do(release_answer, made, feedback={1: "Ring til 010190-1234."})
    (field,) = told.value.finds
    assert (field, home.state(made)) == ("feedback_1", EscalationState.ANSWERED)
    keep = Keep(field, "010190-1234", "Et opdigtet nummer fra en vejledning.")
    home.do(release_answer, made, feedback={1: "Ring til 010190-1234."}, kept=[keep])
    assert home.state(made) is EscalationState.RELEASED


def test_a_release_is_taken_back_until_an_agenda_with_it_is_out(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    before = home.titles(december)
    made = home.answered()
    done = home.do(release_answer, made, feedback=home.words(made))
    home.undo(done)
    assert (home.state(made), home.deliveries(), home.titles(december)) == (EscalationState.ANSWERED, [], before)
    assert home.story(made)[-1] is EscalationEventKind.ANSWERED
    done = home.do(release_answer, made, feedback=home.words(made))
    with home.database.write() as session:
        session.get(Meeting, december).stage = Stage.AGENDA_SENT
    with pytest.raises(Invalid, match="no longer be taken back"):
        home.on(take_back_release, Escalation, made)
    assert home.deliveries() == [(region, december, False)]


def test_approved_minutes_report_it_and_then_it_can_be_closed(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.released()
    with pytest.raises(Invalid, match="closes when its answer was reported"):
        home.do(close_escalation, made)
    home.held(december)
    assert home.deliveries() == [(region, december, False)]
    home.minuted(december)
    assert home.deliveries() == [(region, december, True)]
    assert home.state(made) is EscalationState.REPORTED
    assert home.story(made)[-1] is EscalationEventKind.REPORTED
    done = home.do(close_escalation, made, note="Tak.")
    assert home.see(made, lambda one: (one.state, one.closed_reason)) == (EscalationState.CLOSED, "Tak.")
    home.undo(done)
    assert (home.state(made), home.story(made)[-1]) == (EscalationState.REPORTED, EscalationEventKind.REPORTED)


def test_an_item_that_nobody_reached_is_not_reported_with_the_others(home):
    region = home.bodies.regions[0]
    december, march = home.plan(region), home.plan(region, MARCH)
    made = home.released()
    item = home.item_of(made, region)
    with home.database.read() as session:
        other = next(one.id for one in session.get(Meeting, december).items if one.id != item)
    home.held(december)
    home.minuted(december, other)
    assert home.deliveries() == [(region, december, False)]
    home.on(set_outcome, AgendaItem, item, outcome=ItemOutcome.CARRIED)
    assert home.deliveries() == [(region, march, False)]


def test_what_was_reported_by_mistake_waits_again_unless_it_is_closed(home):
    region = home.bodies.regions[0]
    december, march = home.plan(region), home.plan(region, MARCH)
    made = home.released()
    item = home.item_of(made, region)
    home.held(december)
    home.minuted(december)
    done = home.on(set_outcome, AgendaItem, item, outcome=ItemOutcome.DROPPED, reason="Vi nåede det ikke.")
    assert home.deliveries() == [(region, march, False)]
    assert home.state(made) is EscalationState.RELEASED
    home.undo(done)
    assert home.deliveries() == [(region, december, True)]
    home.do(close_escalation, made)
    with pytest.raises(Invalid, match="is closed: open it again"):
        home.on(set_outcome, AgendaItem, item, outcome=ItemOutcome.DROPPED, reason="Vi nåede det ikke.")


def test_dropped_without_a_next_meeting_it_waits_for_one(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.released()
    home.held(december)
    item = home.item_of(made, region)
    home.on(set_outcome, AgendaItem, item, outcome=ItemOutcome.DROPPED, reason="Ikke nået.")
    with home.database.read() as session:
        assert session.scalars(select(Delivery)).one().is_waiting
    march = home.plan(region, MARCH)
    assert home.deliveries() == [(region, march, False)]
    assert set(home.items(march)) <= set(home.titles(december))
    home.on(set_outcome, AgendaItem, item, outcome=ItemOutcome.NOTED)
    assert (home.deliveries(), home.items(march)) == ([(region, december, False)], {})


def test_it_follows_a_meeting_that_is_called_off_and_comes_back_with_it(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    home.released()
    home.on(cancel_meeting, Meeting, december, reason="Sne")
    with home.database.read() as session:
        assert session.scalars(select(Delivery)).one().is_waiting
    march = home.plan(region, MARCH)
    assert home.deliveries() == [(region, march, False)]
    home.on(revive_meeting, Meeting, december)
    assert (home.deliveries(), home.items(march)) == ([(region, december, False)], {})
    home.on(move_meeting, Meeting, december, day=dt.date(2027, 4, 1), reason="Sne")
    assert home.deliveries() == [(region, december, False)]


def test_taken_off_by_hand_it_waits_comes_back_with_undo_and_with_the_next_filling(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.released()
    removed = home.on(remove_item, AgendaItem, home.item_of(made, region))
    assert home.deliveries() == [(region, None, False)]
    home.desk.do(restore_item, removed=removed)
    assert home.deliveries() == [(region, december, False)]
    removed = home.on(remove_item, AgendaItem, home.item_of(made, region))
    done = home.desk.do(fill_agenda, meeting_id=december)
    assert home.deliveries() == [(region, december, False)]
    with pytest.raises(Invalid, match="on an agenda again already"):
        home.desk.do(restore_item, removed=removed)
    home.undo(done)
    assert done.undo.operation is empty_agenda_again
    assert (home.deliveries(), home.items(december)) == ([(region, None, False)], {})


def test_what_somebody_worked_on_goes_along_when_it_is_carried(home):
    region = home.bodies.regions[0]
    december, march = home.plan(region), home.plan(region, MARCH)
    made = home.released()
    home.on(edit_item, AgendaItem, home.item_of(made, region), resume="Formanden fremlægger.")
    home.held(december)
    home.on(set_outcome, AgendaItem, home.item_of(made, region), outcome=ItemOutcome.CARRIED)
    with home.database.read() as session:
        item = session.get(AgendaItem, home.item_of(made, region))
        assert (item.meeting_id, item.resume, item.presentation) == (march, "Formanden fremlægger.", HOME)


def test_the_receivers_meeting_does_not_close_before_each_escalation_on_it_is_decided(home):
    national = home.bodies.national
    december = home.plan(national)
    made = home.accepted()
    home.desk.do(fill_agenda, meeting_id=december)
    assert home.state(made) is EscalationState.ON_AGENDA
    home.held(december)
    home.minuted(december, outcome=ItemOutcome.DECIDED)
    with pytest.raises(Invalid, match=r"is decided, but RG1-2026-\d+ has no answer"):
        home.on(close_meeting, Meeting, december)
    with home.database.read() as session:
        (finding,) = session.get(Meeting, december).lacks()
        assert (finding.field_name, finding.values["case_id"]) == ("escalation", session.get(Escalation, made).case_id)
    home.do(answer_escalation, made, text="Ja.")
    home.on(close_meeting, Meeting, december)
    assert home.see(made, lambda one: one.step.item.meeting_id) == december


def test_an_undecided_escalation_is_carried_with_its_item(home):
    national = home.bodies.national
    december = home.plan(national)
    made = home.accepted()
    home.desk.do(fill_agenda, meeting_id=december)
    home.held(december)
    item = home.see(made, lambda one: one.step.item_id)
    done = home.on(set_outcome, AgendaItem, item, outcome=ItemOutcome.CARRIED)
    assert home.state(made) is EscalationState.ACCEPTED
    march = home.plan(national, MARCH)
    assert home.see(made, lambda one: (one.state, one.step.item.meeting_id)) == (EscalationState.ON_AGENDA, march)
    home.undo(done)
    assert home.see(made, lambda one: (one.state, one.step.item_id)) == (EscalationState.ON_AGENDA, item)
    assert home.items(march) == {}


def test_an_escalation_whose_item_is_taken_off_by_hand_waits_and_comes_back(home):
    december = home.plan(home.bodies.national)
    made = home.accepted()
    home.desk.do(fill_agenda, meeting_id=december)
    removed = home.on(remove_item, AgendaItem, home.see(made, lambda one: one.step.item_id))
    assert home.see(made, lambda one: (one.state, one.step.item_id)) == (EscalationState.ACCEPTED, None)
    home.desk.do(restore_item, removed=removed)
    assert home.state(made) is EscalationState.ON_AGENDA
    assert home.desk.do(fill_agenda, meeting_id=december).undo is None


def test_an_english_agenda_gets_its_answer_in_english(home):
    region = home.bodies.regions[0]
    home.desk.do(plan_meeting, group_id=region, day=DECEMBER, language="en", **TIMES)
    made = home.released()
    with home.database.read() as session:
        assert session.get(AgendaItem, home.item_of(made, region)).title.startswith("Answer to RG1-2026-")
        assert session.scalar(select(func.count()).select_from(Delivery)) == 1


def test_an_answer_on_a_meeting_of_a_plan_that_is_withdrawn_goes_to_the_next_one(home):
    region = home.bodies.regions[0]
    choice = Choice(region, Quarter(2027, 1), MARCH, dt.time(9), dt.time(12))
    done = home.desk.do(accept_plan, choices=[choice])
    home.plan(region, JUNE)
    home.released()
    assert home.deliveries() == [(region, done.id, False)]
    home.undo(done)
    assert done.undo.operation is withdraw_plan
    ((group, meeting, is_reported),) = home.deliveries()
    assert (group, meeting != done.id, is_reported) == (region, True, False)


def test_an_answer_that_was_heard_and_carried_on_all_the_same_waits_again(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.released()
    home.held(december)
    home.minuted(december)
    carried = home.on(carry_item, AgendaItem, home.item_of(made, region))
    assert home.state(made) is EscalationState.RELEASED
    home.desk.do(bring_item_back, carried=carried)
    assert home.state(made) is EscalationState.REPORTED
    home.do(close_escalation, made)
    with pytest.raises(Invalid, match="is closed: open it again"):
        home.on(carry_item, AgendaItem, home.item_of(made, region))


def test_all_that_stands_on_a_meeting_that_is_called_off_waits_by_its_item(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    home.circular()
    home.released()
    home.on(cancel_meeting, Meeting, december, reason="Sne")
    march = home.plan(region, MARCH)
    assert home.deliveries(group_id=region) == [(region, march, False)] * 2
    assert len([title for title in home.titles(march) if "2026-" in title]) == 2


def test_an_escalation_that_waits_is_returned_and_that_is_taken_back(home):
    december = home.plan(home.bodies.national)
    made = home.accepted()
    home.desk.do(fill_agenda, meeting_id=december)
    home.on(cancel_meeting, Meeting, december, reason="Sne")
    assert home.see(made, lambda one: one.step.item.waiting_group_id) == home.bodies.national
    done = home.do(return_escalation, made, reason="Hvor mange?")
    home.undo(done)
    assert home.see(made, lambda one: (one.state, one.step.item_id)) == (EscalationState.ACCEPTED, None)
    march = home.plan(home.bodies.national, MARCH)
    assert len(home.items(march)) == 1
