"""An answer that no meeting will hear, or that must be known at once, is reported outside a meeting with a reason."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.deadlines import Deadlines
from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, Case, Delivery, Group
from referral_desk.operations.agenda import remove_item
from referral_desk.operations.answers import (
    close_escalation,
    release_answer,
    reopen_escalation,
    report_outside,
    take_back_release,
    unreport_outside,
)
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.cases import close_case
from referral_desk.operations.circulars import acknowledge_circular
from referral_desk.operations.escalation_decisions import answer_escalation, merge_escalation
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.feedback_content import feedback_note
from referral_desk.queries.loose_end_rows import Expected, NeedKind, Theme
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.queries.stuck import LONG
from referral_desk.queries.way_ahead import way_ahead
from referral_desk.vocabulary import EscalationEventKind, EscalationState, ItemOutcome
from tests.builders import TODAY
from tests.escalating import eight_bodies
from tests.homecoming import DECEMBER, MARCH, Home

TOLD = {"how": "Brev", "whom": "De tidligere medlemmer", "reason": "Gruppen er nedlagt."}
ENDED = dt.date(2026, 11, 1)


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


@pytest.fixture
def stuck(home, database):
    """An answer on its way to a region that has ended: the escalation's id."""
    made = home.released()
    with database.write() as session:
        session.get(Group, home.bodies.regions[0]).stand(None, ENDED)
    return made


def delivery_of(home, escalation_id):
    with home.database.read() as session:
        return session.scalar(select(Delivery.id).filter_by(escalation_id=escalation_id))


def tell(home, escalation_id, **more):
    return home.on(report_outside, Delivery, delivery_of(home, escalation_id), **{**TOLD, **more})


def needs(home, day=TODAY, group_id=None):
    found = home.desk.ask(loose_ends, day=day, language="da", group_id=group_id)
    return [row for row in found if row.theme is Theme.CASES]


def seen(home, escalation_id, day=TODAY):
    return home.desk.ask(escalation_page, escalation_id=escalation_id, day=day, language="da")


def test_an_answer_to_a_group_that_has_ended_is_a_loose_end_of_its_own_until_it_is_told_and_closed(home, stuck):
    case_id, reference = home.see(stuck, lambda one: (one.case_id, one.reference))
    [row] = needs(home)
    assert (row.kind, row.case_id, row.reference) == (NeedKind.DELIVERY_STUCK, case_id, reference)
    assert (row.expected, row.due) == (Expected.COORDINATOR, Deadlines().receive_due(TODAY))
    assert [(one.is_stuck, one.may_tell) for one in seen(home, stuck).deliveries] == [(True, True)]
    with pytest.raises(Invalid, match="closes when"):
        home.do(close_escalation, stuck)
    tell(home, stuck)
    assert home.state(stuck) is EscalationState.REPORTED
    assert [row.kind for row in needs(home, dt.date(2027, 1, 15))] == [NeedKind.ESCALATION_NOT_CLOSED]
    line = home.see(stuck, lambda one: (one.events[-1].kind, one.events[-1].text, one.events[-1].group_id))
    said = " · ".join((TODAY.isoformat(), *TOLD.values()))
    assert line == (EscalationEventKind.TOLD, said, home.bodies.regions[0])
    home.do(close_escalation, stuck, note="Genoptages i Region 2.")
    assert home.see(stuck, lambda one: one.closed_reason) == "Genoptages i Region 2."
    assert [row.kind for row in needs(home, dt.date(2027, 1, 15))] == [NeedKind.CASE_STRANDED]
    home.desk.do(close_case, case_id=case_id, version=home.version(Case, case_id), reason="Gruppen er nedlagt.")
    assert needs(home, dt.date(2027, 1, 15)) == []


def test_telling_can_be_taken_back_until_the_round_trip_is_closed(home, stuck):
    story = home.story(stuck)
    done = tell(home, stuck)
    home.do(close_escalation, stuck)
    with pytest.raises(Invalid):
        home.on(unreport_outside, Delivery, done.id)
    home.do(reopen_escalation, stuck)
    again = home.on(unreport_outside, Delivery, done.id)
    assert (home.state(stuck), home.deliveries()) == (
        EscalationState.RELEASED,
        [(home.bodies.regions[0], None, False)],
    )
    assert EscalationEventKind.TOLD not in home.story(stuck)
    assert home.story(stuck)[: len(story)] == story
    home.undo(again)
    assert home.state(stuck) is EscalationState.REPORTED
    with pytest.raises(Stale):
        home.undo(done)


def test_an_undone_opening_keeps_the_note_of_the_closing(home, stuck):
    tell(home, stuck)
    home.do(close_escalation, stuck, note="Svaret er sendt.")
    home.undo(home.do(reopen_escalation, stuck))
    assert home.see(stuck, lambda one: one.closed_reason) == "Svaret er sendt."


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"how": " "}, "how it was told"),
        ({"whom": ""}, "to whom"),
        ({"reason": "\n"}, "why no meeting"),
        ({"day": TODAY + dt.timedelta(days=1)}, "change the day"),
        ({"day": TODAY - dt.timedelta(days=1)}, "change the day"),
    ],
)
def test_how_to_whom_why_and_a_day_since_its_release_are_asked_for(home, stuck, more, said):
    with pytest.raises(Invalid, match=said):
        tell(home, stuck, **more)
    assert home.state(stuck) is EscalationState.RELEASED


def test_what_is_reported_or_a_circular_is_not_told_outside(home, stuck):
    tell(home, stuck)
    with pytest.raises(Invalid, match="reported to Region 1 already"):
        tell(home, stuck)
    home.circular()
    with home.database.read() as session:
        circular = session.scalar(select(Delivery.id).where(Delivery.circular_id.is_not(None)))
    with pytest.raises(Invalid, match="circular"):
        home.on(report_outside, Delivery, circular, **TOLD)


def test_the_words_are_read_for_personal_data_but_whoever_was_told_is_named(home, stuck):
    with pytest.raises(LeaksFound) as found:
        tell(home, stuck, reason="Borger 010190-1234 skal vide det.")
    assert list(found.value.finds) == ["reason"]
    kept = [Keep("reason", "010190-1234", "Et opdigtet nummer.")]
    tell(home, stuck, reason="Borger 010190-1234 skal vide det.", kept=kept)
    assert home.state(stuck) is EscalationState.REPORTED


def test_one_that_stands_on_an_agenda_stays_there_and_its_minutes_change_nothing(home):
    region = home.bodies.regions[0]
    december, march = home.plan(region), home.plan(region, MARCH)
    made = home.released()
    tell(home, made, reason="Fristen er i morgen.")
    item = home.item_of(made, region)
    assert (home.state(made), home.deliveries()) == (EscalationState.REPORTED, [(region, december, True)])
    home.do(close_escalation, made)
    home.on(carry_item, AgendaItem, item)
    assert home.deliveries() == [(region, march, True)]
    home.held(december)
    home.held(march)
    home.on(set_outcome, AgendaItem, home.item_of(made, region), outcome=ItemOutcome.DROPPED, reason="Kendt.")
    home.minuted(march)
    assert (home.state(made), home.deliveries()) == (EscalationState.CLOSED, [(region, march, True)])
    assert home.items(home.plan(region, dt.date(2027, 6, 3))) == {}


def test_a_release_that_somebody_was_told_of_is_not_taken_back(home):
    made = home.at_the_top()
    home.do(answer_escalation, made, text="Ja.", journal_number="2026-1")
    home.do(release_answer, made, feedback=home.words(made))
    assert seen(home, made).acts.take_back_release
    done = tell(home, made, whom="Formanden")
    assert home.state(made) is EscalationState.RELEASED
    assert not seen(home, made).acts.take_back_release
    with pytest.raises(Invalid, match="take that back first"):
        home.do(take_back_release, made)
    home.undo(done)
    home.do(take_back_release, made)
    assert home.state(made) is EscalationState.ANSWERED


def test_taken_back_it_is_reported_by_the_minutes_that_were_approved_meanwhile(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.released()
    tell(home, made)
    home.held(december)
    home.minuted(december)
    home.on(unreport_outside, Delivery, delivery_of(home, made))
    assert home.state(made) is EscalationState.REPORTED
    assert home.story(made)[-1] is EscalationEventKind.REPORTED


def test_taken_back_after_its_item_went_it_stands_on_an_agenda_again(home):
    region = home.bodies.regions[0]
    december = home.plan(region)
    made = home.released()
    tell(home, made)
    home.on(remove_item, AgendaItem, home.item_of(made, region))
    assert (home.deliveries(), home.items(december)) == ([(region, None, True)], {})
    assert needs(home, group_id=region) == []
    home.on(unreport_outside, Delivery, delivery_of(home, made))
    assert home.deliveries() == [(region, december, False)]


def test_a_group_that_meets_no_more_is_told_after_a_hundred_days(home):
    region = home.bodies.regions[0]
    home.released()
    day = TODAY + LONG
    assert [row.kind for row in needs(home, day - dt.timedelta(days=1), region)] == [NeedKind.DELIVERY_WAITING]
    [row] = needs(home, day, region)
    assert (row.kind, row.expected) == (NeedKind.DELIVERY_STUCK, Expected.SECRETARY)
    home.plan(region, dt.date(2027, 6, 3))
    assert needs(home, day, region) == []


def test_a_circular_to_a_group_that_has_ended_is_told_until_somebody_notes_that_it_is_known(home, database):
    region = home.bodies.regions[0]
    made = home.circular()
    with database.write() as session:
        session.get(Group, region).stand(None, ENDED)
        key = session.scalar(select(Delivery.id).filter_by(group_id=region))
    [row] = needs(home, group_id=region)
    assert (row.kind, row.circular_id, row.reference) == (NeedKind.DELIVERY_STUCK, made, "C2026-1")
    home.on(acknowledge_circular, Delivery, key)
    assert needs(home, group_id=region) == []


def test_the_way_home_of_a_lead_has_every_group_that_asked_with_how_far_its_answer_is(home, database):
    first, second, third = home.bodies.regions[:3]
    lead, follower, other = home.accepted(0), home.accepted(1), home.accepted(2)
    for one in (follower, other):
        home.do(merge_escalation, one, lead_id=lead, reason="Det samme.")
    ahead = home.desk.ask(way_ahead, escalation_id=lead, day=TODAY, language="da")
    assert [(ear.escalation_id, ear.group_id) for ear in ahead.ears] == [
        (lead, first),
        (follower, second),
        (other, third),
    ]
    home.do(answer_escalation, lead, text="Ja.", journal_number="2026-1")
    december = home.plan(second)
    home.do(release_answer, lead, feedback=home.words(lead))
    with database.write() as session:
        session.get(Group, third).stand(None, ENDED)
    rows = {row.group_id: row for row in seen(home, lead).deliveries}
    assert list(rows) == [first, second, third]
    assert [(row.is_origin, row.is_merged, row.is_stuck) for row in rows.values()] == [
        (True, False, False),
        (False, True, False),
        (False, True, True),
    ]
    assert (rows[second].item.meeting_id, rows[second].item.day) == (december, DECEMBER)
    assert [row.group_id for row in seen(home, follower).deliveries] == [second]
    home.on(report_outside, Delivery, rows[third].id, **TOLD)
    assert (home.state(other), home.state(lead)) == (EscalationState.REPORTED, EscalationState.RELEASED)
    told = seen(home, lead).deliveries[2]
    assert (told.told.whom, told.told.by, told.may_untell) == (TOLD["whom"], home.desk.user.name, True)
    heard = home.desk.ask(way_ahead, escalation_id=lead, day=TODAY, language="da")
    assert [ear.group_id for ear in heard.ears] == [first, second]


def test_the_feedback_note_says_how_it_was_told(home, stuck):
    tell(home, stuck)
    note = home.desk.ask(feedback_note, delivery_id=delivery_of(home, stuck), language="da")
    assert (note.told_how, note.reported_on) == ("Brev", TODAY)
