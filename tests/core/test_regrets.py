"""What is taken back on an escalation's way: all is as it was, nothing is lost, and nothing stands where it cannot."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import Case, Meeting
from referral_desk.operations.answers import (
    close_escalation,
    release_answer,
    reopen_escalation,
    take_back_answer,
)
from referral_desk.operations.cases import close_case, edit_case
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    return_escalation,
    separate_escalation,
)
from referral_desk.operations.escalations import (
    begin_escalation,
    recall_escalation,
    remove_escalation,
    send_escalation,
    withdraw_escalation,
    word_step,
)
from referral_desk.operations.leaks import LeaksFound
from referral_desk.operations.minutes import close_meeting
from referral_desk.queries.escalation import escalation_page
from referral_desk.vocabulary import EscalationEventKind, EscalationState, ItemOutcome, Label, StepOutcome
from tests.builders import TODAY
from tests.escalating import eight_bodies
from tests.homecoming import Home

BACK = dt.date(2026, 12, 4)


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


@pytest.fixture
def minuted(home):
    """An escalation on the agenda of a national meeting whose minutes are approved, and that meeting."""
    made = home.accepted()
    meeting = home.plan(home.bodies.national)
    home.held(meeting)
    home.minuted(meeting, outcome=ItemOutcome.DECIDED)
    with home.database.write() as session:
        for item in session.get(Meeting, meeting).items:
            item.outcome = ItemOutcome.DECIDED
    return made, meeting


@pytest.mark.parametrize(
    ("function", "told", "sentence"),
    [
        (answer_escalation, {"text": "Ja.", "journal_number": "2026-1"}, "Take the answer back"),
        (forward_escalation, {"reason": "Principielt."}, "go on from where it is now"),
        (return_escalation, {"reason": "Hvor mange?"}, "go on from where it is now"),
    ],
)
def test_what_a_closed_meeting_dealt_with_is_not_put_before_it_again(home, minuted, function, told, sentence):
    made, meeting = minuted
    done = home.do(function, made, **told)
    state = home.state(made)
    home.on(close_meeting, Meeting, meeting)
    with pytest.raises(Invalid, match=sentence):
        home.undo(done)
    assert home.state(made) is state


def test_an_answer_of_a_closed_meeting_is_taken_back_and_waits_for_the_next_agenda(home, minuted):
    made, meeting = minuted
    home.do(answer_escalation, made, text="Ja.", journal_number="2026-1")
    home.on(close_meeting, Meeting, meeting)
    done = home.do(take_back_answer, made, reason="Det var et andet punkt.")
    assert home.see(made, lambda one: (one.state, one.step.item)) == (EscalationState.ACCEPTED, None)
    home.undo(done)
    assert home.see(made, lambda one: (one.state, one.step.answer)) == (EscalationState.ANSWERED, "Ja.")


def test_an_answer_is_taken_back_with_a_reason_until_it_is_released_and_given_anew(home, minuted):
    made, _ = minuted
    home.do(answer_escalation, made, text="Ja.", journal_number="2026-1")
    before = home.see(made, lambda one: (one.since, home.story(made)))
    with pytest.raises(Invalid, match="Say why"):
        home.do(take_back_answer, made, reason=" ")
    with pytest.raises(LeaksFound):
        home.do(take_back_answer, made, reason="Ring til 010190-1234.")
    done = home.do(take_back_answer, made, reason="Det var det forkerte svar.")
    told = home.see(made, lambda one: (one.state, one.step.answer, one.step.outcome, one.step.journal_number))
    assert told == (EscalationState.ON_AGENDA, "", StepOutcome.OPEN, "")
    line = home.see(made, lambda one: (one.events[-1].kind, one.events[-1].text))
    assert line == (EscalationEventKind.UNANSWERED, "Det var det forkerte svar.")
    home.undo(done)
    assert home.see(made, lambda one: (one.since, home.story(made))) == before
    home.do(take_back_answer, made, reason="Det var det forkerte svar.")
    home.do(answer_escalation, made, text="Nej.")
    home.do(release_answer, made, feedback=home.words(made))
    with pytest.raises(Invalid, match="cannot do this now"):
        home.do(take_back_answer, made, reason="For sent.")


def test_who_sent_it_does_not_take_its_answer_back(home):
    clerk = home.somebody_else()
    made = home.draft()
    home.do(word_step, made, problem="Ventetid.")
    home.accepted(1)
    with home.database.write() as session:
        case = session.get(Case, home.see(made, lambda one: one.case_id))
        case.escalations[0].endorse(None, "Aftalt.", TODAY)
    home.do(send_escalation, made, clerk)
    home.do(accept_escalation, made)
    home.do(answer_escalation, made, text="Ja.", journal_number="2026-1")
    with pytest.raises(Invalid, match="yourself"):
        home.do(take_back_answer, made, clerk, reason="Det var forkert.")
    page = clerk.ask(
        escalation_page, escalation_id=made, day=TODAY, language="en", user="Sekretær", is_coordinator=False
    )
    assert (page.acts.take_back_answer, page.acts.release) == (False, True)


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_sending_after_a_return_is_taken_back_to_that_return(home, by_hand):
    made = home.accepted()
    home.at(BACK).do(return_escalation, made, reason="Hvor mange drejer det sig om?")

    def told():
        names = ("outcome", "outcome_on", "outcome_reason", "sent_at", "sent_by", "received_at", "received_by")
        return home.see(made, lambda one: (one.state, one.since, *(getattr(one.step, name) for name in names)))

    before = told()
    assert before[:2] == (EscalationState.RETURNED, BACK)
    home.at(BACK + dt.timedelta(days=5)).do(word_step, made, problem="Tolv personer.")
    done = home.do(send_escalation, made)
    if by_hand:
        home.do(recall_escalation, made)
    else:
        home.undo(done)
    assert told() == before
    home.do(send_escalation, made)
    home.do(accept_escalation, made)
    assert home.state(made) is EscalationState.ACCEPTED


def test_what_was_sent_on_and_taken_back_keeps_its_age(home):
    made = home.accepted()
    home.do(forward_escalation, made, reason="Principielt.")
    home.at(BACK).do(send_escalation, made)
    home.do(recall_escalation, made)
    assert home.see(made, lambda one: (one.state, one.since)) == (EscalationState.FORWARDED, TODAY)


def test_taking_an_opening_back_keeps_how_and_when_it_was_closed(home):
    made = home.released()
    _report(home, made)
    closed = home.do(close_escalation, made, note="Region 2 tager den op igen.")
    before = home.see(made, lambda one: (one.closed_on, one.closed_reason, len(one.events)))
    opened = home.at(BACK).do(reopen_escalation, made)
    home.undo(opened)
    assert home.see(made, lambda one: (one.closed_on, one.closed_reason, len(one.events))) == before
    home.do(reopen_escalation, made)
    with pytest.raises(Stale):
        home.undo(closed)


def test_a_round_trip_is_not_opened_again_beside_another_of_its_case(home):
    made = home.released()
    _report(home, made)
    home.do(close_escalation, made)
    case_id = home.see(made, lambda one: one.case_id)
    anew = home.desk.do(begin_escalation, case_id=case_id, version=home.version(Case, case_id))
    with pytest.raises(Invalid, match="on its way already"):
        home.do(reopen_escalation, made)
    assert not _acts(home, made).reopen
    home.do(withdraw_escalation, anew.id, reason="Løst.")
    home.desk.do(close_case, case_id=case_id, version=home.version(Case, case_id), reason="Løst.")
    assert not _acts(home, made).reopen
    with pytest.raises(Invalid, match="closed"):
        home.do(reopen_escalation, made)


def test_taking_an_opening_back_asks_nothing_of_the_agenda_that_dealt_with_it(home):
    made = home.accepted()
    meeting = home.plan(home.bodies.national)
    home.held(meeting)
    home.do(answer_escalation, made, text="Der oprettes ti pladser.", journal_number="2026-1")
    home.do(release_answer, made, feedback=home.words(made))
    _report(home, made)
    home.do(close_escalation, made)
    before = home.see(made, lambda one: (one.state, one.since, one.step.item_id))
    home.undo(home.do(reopen_escalation, made))
    assert home.see(made, lambda one: (one.state, one.since, one.step.item_id)) == before


def test_taking_a_closing_back_leaves_what_was_reported_meanwhile_of_another_group_reported(home):
    made, follower = home.accepted(), home.accepted(1)
    home.do(merge_escalation, follower, lead_id=made, reason="Det samme.")
    home.do(answer_escalation, made, text="Der oprettes ti pladser.", journal_number="2026-1")
    home.do(release_answer, made, feedback=home.words(made))
    _report(home, made)
    states = home.state(made), home.state(follower)
    assert states == (EscalationState.REPORTED, EscalationState.RELEASED)
    closed = home.do(close_escalation, made)
    _report(home, follower)
    home.undo(closed)
    assert (home.state(made), home.state(follower)) == (EscalationState.REPORTED, EscalationState.REPORTED)


def test_a_merger_at_the_top_is_taken_apart_by_the_coordinator_alone(home):
    clerk = home.somebody_else()
    for lead, follower, may in (
        (home.accepted(), home.accepted(1), True),
        (_at_the_top(home), _at_the_top(home), False),
    ):
        home.do(merge_escalation, follower, lead_id=lead, reason="Det samme.")
        told = {"escalation_id": follower, "day": TODAY, "language": "en", "user": "Sekretær"}
        assert clerk.ask(escalation_page, **told, is_coordinator=False).acts.separate is may
        assert _acts(home, follower).separate
    with pytest.raises(NotAllowed, match="coordinator"):
        home.do(separate_escalation, follower, clerk)


def test_a_removed_draft_comes_back_with_its_words_whatever_went_up_meanwhile(home):
    case_id, version = home.case()
    begun = home.desk.do(begin_escalation, case_id=case_id, version=version)
    removed = home.do(remove_escalation, begun.id)
    other = home.desk.do(begin_escalation, case_id=case_id, version=home.version(Case, case_id))
    with pytest.raises(Invalid, match="on its way already"):
        home.undo(removed)
    home.do(withdraw_escalation, other.id, reason="Løst.")
    edit = {"case_id": case_id, "version": home.version(Case, case_id)}
    home.desk.do(edit_case, **edit, label=Label.CONFIDENTIAL)
    back = home.undo(removed)
    told = home.see(back.id, lambda one: (one.number, one.step.title, one.step.label, one.reference[-2:]))
    assert told == (2, home.see(other.id, lambda one: one.case.title), Label.CONFIDENTIAL, "/2")


def test_a_case_that_becomes_stricter_makes_what_is_not_sent_as_strict(home):
    made, other = home.draft(), home.sent(1)
    case_id = home.see(made, lambda one: one.case_id)
    keys = {"case_id": case_id}
    done = home.desk.do(edit_case, **keys, version=home.version(Case, case_id), label=Label.CONFIDENTIAL)
    assert home.see(made, lambda one: one.step.label) is Label.CONFIDENTIAL
    with pytest.raises(Invalid, match="as strict"):
        home.do(word_step, made, label=Label.INTERNAL)
    again = home.undo(done)
    assert home.see(made, lambda one: (one.step.label, one.case.label)) == (Label.INTERNAL, Label.INTERNAL)
    home.undo(again)
    assert home.see(made, lambda one: (one.step.label, one.case.label)) == (Label.CONFIDENTIAL, Label.CONFIDENTIAL)
    # What was sent stays as it was sent; before it is sent again it must be as strict.
    other_case = home.see(other, lambda one: one.case_id)
    home.desk.do(edit_case, case_id=other_case, version=home.version(Case, other_case), label=Label.CONFIDENTIAL)
    assert home.see(other, lambda one: one.step.label) is Label.INTERNAL
    home.do(return_escalation, other, reason="Hvor mange?")
    with pytest.raises(Invalid, match="may be read by more people"):
        home.do(send_escalation, other)
    home.do(word_step, other, label=Label.CONFIDENTIAL)
    home.do(send_escalation, other)


def test_a_confidential_answer_is_not_the_beginning_of_what_more_people_read(home):
    made, follower = home.accepted(), home.accepted(1)
    home.do(merge_escalation, follower, lead_id=made, reason="Det samme.")
    home.do(forward_escalation, made, reason="Principielt.")
    home.do(word_step, made, label=Label.CONFIDENTIAL)
    home.do(send_escalation, made)
    home.do(answer_escalation, made, text="Fortroligt.", journal_number="1")
    assert [level.is_looser for level in _page(home, made).levels] == [True, False]
    # A lead that is as strict as its answer, and a follower that is not.
    lead, looser = home.accepted(2, label=Label.CONFIDENTIAL), home.accepted(3)
    home.do(answer_escalation, lead, text="Fortroligt.", journal_number="1")
    assert [level.is_looser for level in _page(home, lead).levels] == [False]
    home.do(take_back_answer, lead, reason="Også den anden.")
    home.do(merge_escalation, looser, lead_id=lead, reason="Det samme.")
    home.do(answer_escalation, lead, text="Fortroligt.", journal_number="1")
    assert [level.is_looser for level in _page(home, lead).levels] == [True]


def test_why_a_level_is_skipped_goes_when_none_is(home):
    made = home.draft(body_id=home.bodies.top, jump_reason="Haster.")
    done = home.do(word_step, made, body_id=home.bodies.national)
    assert home.see(made, lambda one: one.step.jump_reason) == ""
    home.undo(done)
    assert home.see(made, lambda one: (one.step.jump_reason, one.step.body_id)) == ("Haster.", home.bodies.top)


def _at_the_top(home):
    made = home.at_the_top()
    home.do(accept_escalation, made)
    return made


def _report(home, escalation_id):
    with home.database.write() as session:
        for delivery in session.get(Case, home.see(escalation_id, lambda one: one.case_id)).escalations[0].deliveries:
            delivery.report(TODAY)


def _page(home, escalation_id):
    return home.desk.ask(escalation_page, escalation_id=escalation_id, day=TODAY, language="en")


def _acts(home, escalation_id):
    return _page(home, escalation_id).acts


def test_a_separation_is_not_taken_back_once_the_other_is_decided(home):
    """The answer went home without it: it would follow, and never hear."""
    lead, follower = home.accepted(0), home.accepted(1)
    home.do(merge_escalation, follower, lead_id=lead, reason="Det samme.")
    done = home.do(separate_escalation, follower)
    home.do(answer_escalation, lead, text="Der oprettes ti pladser.", document_reference="Brev 7")
    home.do(release_answer, lead, feedback=home.words(lead))
    with pytest.raises(Invalid, match="decided by now"):
        home.undo(done)
    assert home.state(follower) is EscalationState.ACCEPTED
