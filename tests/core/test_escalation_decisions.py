"""What the receiver of an escalation does, and how it is taken back."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import Escalation, Meeting, MinutesEntry
from referral_desk.operations.agenda import edit_item
from referral_desk.operations.answers import release_answer
from referral_desk.operations.escalating import take_back_escalation
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    return_escalation,
    separate_escalation,
    take_escalation_off,
    take_up_escalation,
)
from referral_desk.operations.escalations import endorse_escalation, send_escalation, word_step
from referral_desk.operations.leaks import LeaksFound
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationLane,
    EscalationState,
    ItemKind,
    Purpose,
    Stage,
)
from tests.builders import TODAY
from tests.escalating import COMING, HELD, Course, eight_bodies


@pytest.fixture
def course(desk, database):
    return Course(desk, database, eight_bodies(database))


def titles(course, meeting_id):
    with course.database.read() as session:
        items = session.get(Meeting, meeting_id).items
        assert [item.position for item in items] == list(range(len(items)))
        return [item.title for item in items]


def test_who_sent_it_does_not_receive_return_or_decide_it(course):
    clerk = course.somebody_else()
    from_clerk = course.sent(1)
    with course.database.write() as session:
        session.get(Escalation, from_clerk).step.sent_by = "Sekretær"
    with pytest.raises(Invalid, match="yourself: somebody else"):
        course.do(accept_escalation, from_clerk, clerk)
    with pytest.raises(Invalid, match="yourself: somebody else"):
        course.do(return_escalation, from_clerk, clerk, reason="Hvorfor?")
    course.do(accept_escalation, from_clerk)
    with pytest.raises(Invalid, match="yourself: somebody else"):
        course.do(forward_escalation, from_clerk, clerk, reason="Principielt.")
    with pytest.raises(Invalid, match="yourself: somebody else"):
        course.do(answer_escalation, from_clerk, clerk, text="Nej.", document_reference="Brev 1")
    with pytest.raises(Invalid, match="yourself: somebody else"):
        course.do(merge_escalation, from_clerk, clerk, lead_id=course.accepted(2), reason="Det samme.")
    course.do(put_escalation_on_agenda, from_clerk, clerk, meeting_id=course.meeting(course.bodies.national))
    assert course.state(from_clerk) is EscalationState.ON_AGENDA


def test_a_coordinator_who_runs_both_groups_may_receive_what_they_sent(course):
    assert course.state(course.accepted()) is EscalationState.ACCEPTED


def test_only_the_coordinator_writes_down_what_the_top_body_does(course):
    made, clerk = course.at_the_top(), course.somebody_else()
    for operation, more in (
        (accept_escalation, {}),
        (return_escalation, {"reason": "Nej."}),
        (answer_escalation, {"text": "Ja.", "document_reference": "Brev 1"}),
    ):
        with pytest.raises(NotAllowed, match="coordinator"):
            course.do(operation, made, clerk, **more)
    with pytest.raises(Invalid, match="journal number"):
        course.do(answer_escalation, made, text="Ministeriet ser på det.")
    done = course.do(
        answer_escalation,
        made,
        text="Ministeriet ser på det.",
        journal_number="2026-1234",
        answered_on=TODAY,
    )
    told = course.see(made, lambda one: (one.step.answer, one.step.journal_number, one.step.answer_recorded_by))
    assert told == ("Ministeriet ser på det.", "2026-1234", "Koordinator, CMM")
    assert course.see(made, lambda one: (one.lane, one.holder_id)) == (
        EscalationLane.ANSWERED,
        course.bodies.top,
    )
    course.undo(done)
    assert course.see(made, lambda one: (one.state, one.step.answer)) == (EscalationState.SENT, "")


def test_accepting_is_taken_back(course):
    made = course.sent()
    done = course.do(accept_escalation, made)
    assert done.undo.operation is take_back_escalation
    course.undo(done)
    assert course.state(made) is EscalationState.SENT
    assert course.story(made)[-1] is EscalationEventKind.SENT
    course.do(accept_escalation, made)
    with pytest.raises(Stale):
        course.undo(done)


def test_a_return_needs_a_reason_without_personal_data(course):
    made = course.sent()
    with pytest.raises(Invalid, match="Say why"):
        course.do(return_escalation, made, reason=" ")
    with pytest.raises(LeaksFound):
        course.do(return_escalation, made, reason="Spørg 010190-1234.")


def test_on_the_agenda_it_is_an_item_in_the_words_that_were_sent(course):
    made = course.sent(consequence="Folk sendes hjem.", legal_point="§ 11")
    meeting = course.meeting(course.bodies.national)
    done = course.do(put_escalation_on_agenda, made)
    assert course.story(made)[-2:] == [EscalationEventKind.ACCEPTED, EscalationEventKind.PUT_ON_AGENDA]
    with course.database.read() as session:
        (item,) = session.get(Meeting, meeting).items
        assert (item.kind, item.purpose) == (ItemKind.ESCALATION_PROPOSAL, Purpose.DECISION)
        assert item.recommendation == "At der findes flere."
        assert "Der er for få pladser." in item.presentation
        assert "§ 11" in item.presentation
        assert "Region 1" in item.resume
    with pytest.raises(Invalid, match="agenda already"):
        course.do(put_escalation_on_agenda, made)
    course.undo(done)
    assert titles(course, meeting) == []
    assert course.state(made) is EscalationState.SENT
    assert course.story(made)[-1] is EscalationEventKind.SENT


@pytest.mark.parametrize(
    ("role", "purpose"),
    [(ConsultationRole.COMMENT, Purpose.DISCUSSION), (ConsultationRole.INFORMATION, Purpose.INFORMATION)],
)
def test_what_is_asked_for_says_what_the_item_is_for(course, role, purpose):
    made = course.sent(role=role)
    course.meeting(course.bodies.national)
    course.do(put_escalation_on_agenda, made)
    assert course.see(made, lambda one: one.step.item.purpose) is purpose


def test_it_stands_on_an_agenda_of_its_own_body_that_is_still_being_made(course):
    made = course.accepted()
    with pytest.raises(Invalid, match="plan one first"):
        course.do(put_escalation_on_agenda, made)
    foreign = course.meeting(course.bodies.regions[0])
    out = course.meeting(course.bodies.national, stage=Stage.AGENDA_SENT)
    for meeting_id in (foreign, out):
        with pytest.raises(Invalid, match="still being made"):
            course.do(put_escalation_on_agenda, made, meeting_id=meeting_id)


def test_it_goes_off_an_agenda_while_that_is_made_and_comes_back_by_undo(course):
    made = course.accepted()
    meeting = course.meeting(course.bodies.national)
    course.do(put_escalation_on_agenda, made)
    done = course.do(take_escalation_off, made)
    assert (titles(course, meeting), course.state(made)) == ([], EscalationState.ACCEPTED)
    course.undo(done)
    assert len(titles(course, meeting)) == 1
    assert course.see(made, lambda one: one.step.item.meeting_id) == meeting
    assert course.story(made)[-1] is EscalationEventKind.PUT_ON_AGENDA
    course.hold(meeting, Stage.AGENDA_SENT)
    with pytest.raises(Invalid, match="is out"):
        course.do(take_escalation_off, made)


def test_putting_it_on_is_not_undone_once_the_agenda_is_out(course):
    made = course.accepted()
    meeting = course.meeting(course.bodies.national)
    done = course.do(put_escalation_on_agenda, made)
    course.hold(meeting, Stage.AGENDA_SENT)
    with pytest.raises(Invalid, match="is out"):
        course.undo(done)


def test_an_item_that_somebody_worked_on_stays_when_the_escalation_goes(course):
    made = course.accepted()
    meeting = course.meeting(course.bodies.national)
    course.do(put_escalation_on_agenda, made)
    key, version = course.see(made, lambda one: (one.step.item_id, one.step.item.version))
    course.desk.do(edit_item, item_id=key, version=version, recommendation="At vi beslutter det selv.")
    done = course.do(return_escalation, made, reason="Hvor mange?")
    assert course.see(made, lambda one: one.step.item_id) is None
    assert len(titles(course, meeting)) == 1
    course.undo(done)
    assert course.see(made, lambda one: (one.state, one.step.item_id)) == (EscalationState.ON_AGENDA, key)


def test_a_return_takes_the_item_off_and_undo_puts_it_back(course):
    made = course.accepted()
    meeting = course.meeting(course.bodies.national)
    course.do(put_escalation_on_agenda, made)
    done = course.do(return_escalation, made, reason="Hvor mange?")
    assert titles(course, meeting) == []
    assert course.holder(made) == course.bodies.regions[0]
    course.undo(done)
    assert len(titles(course, meeting)) == 1
    assert course.state(made) is EscalationState.ON_AGENDA
    assert EscalationEventKind.RETURNED not in course.story(made)


def test_merged_ones_follow_their_lead_and_are_taken_out_until_it_is_decided(course):
    lead, first, second = (course.accepted(region) for region in range(3))
    done = course.do(merge_escalation, first, lead_id=lead, reason="Samme mangel.")
    with pytest.raises(Invalid, match="same body"):
        course.do(merge_escalation, lead, lead_id=first, reason="Omvendt.")
    with pytest.raises(Invalid, match="take those out"):
        course.do(return_escalation, lead, reason="Hvor mange?")
    course.do(merge_escalation, second, lead_id=lead, reason="Samme.")
    course.undo(done)
    assert course.state(first) is EscalationState.ACCEPTED
    course.do(merge_escalation, first, lead_id=lead, reason="Samme mangel.")
    course.do(separate_escalation, first)
    assert course.see(first, lambda one: (one.state, one.merged_into_id)) == (EscalationState.ACCEPTED, None)
    course.do(merge_escalation, first, lead_id=lead, reason="Samme mangel.")
    course.do(forward_escalation, lead, reason="Principielt.")
    course.do(send_escalation, lead)
    with pytest.raises(Invalid, match="decided"):
        course.do(separate_escalation, first)
    for one in (lead, first, second):
        assert course.holder(one) == course.bodies.top


def test_merging_tells_a_chain_its_responsible_body_and_undo_tells_it_anew(course):
    lead, middle, last = (course.accepted(region) for region in range(3))
    course.do(merge_escalation, last, lead_id=middle, reason="Samme.")
    done = course.do(merge_escalation, middle, lead_id=lead, reason="Samme.")
    forwarded = course.do(forward_escalation, lead, reason="Principielt.")
    sent = course.do(send_escalation, lead)
    assert {course.holder(one) for one in (lead, middle, last)} == {course.bodies.top}
    with pytest.raises(Stale):
        course.undo(done)
    course.undo(sent)
    assert {course.holder(one) for one in (lead, middle, last)} == {course.bodies.national}
    with pytest.raises(Stale):
        course.undo(forwarded)


def test_a_lead_asks_for_as_much_and_came_as_far_as_what_is_merged_into_it(course):
    comment = course.accepted(0, role=ConsultationRole.COMMENT)
    decision = course.accepted(1)
    with pytest.raises(Invalid, match="asks for less"):
        course.do(merge_escalation, decision, lead_id=comment, reason="Samme.")
    course.do(merge_escalation, comment, lead_id=decision, reason="Samme.")
    long_way = course.at_the_top(2)
    short = course.draft(3, body_id=course.bodies.top, jump_reason="Haster.")
    with course.database.write() as session:
        session.get(Escalation, short).endorse(None, "Aftalt.", TODAY)
    course.do(send_escalation, short)
    with pytest.raises(Invalid, match="fewer bodies"):
        course.do(merge_escalation, long_way, lead_id=short, reason="Samme.")
    course.do(merge_escalation, short, lead_id=long_way, reason="Samme.")
    assert course.holder(short) == course.bodies.top


def test_a_lead_that_comes_back_from_the_top_is_taken_up_with_all_that_follow_it(course):
    lead, follower = course.accepted(0), course.accepted(1)
    course.do(merge_escalation, follower, lead_id=lead, reason="Samme.")
    course.do(forward_escalation, lead, reason="Principielt.")
    course.do(send_escalation, lead)
    course.do(return_escalation, lead, reason="Det kan I selv afgøre.")
    assert course.holder(follower) == course.bodies.national
    with pytest.raises(Invalid, match="Say why"):
        course.do(take_up_escalation, lead, reason="")
    done = course.do(take_up_escalation, lead, reason="Vi afgør det selv.")
    assert course.see(lead, lambda one: (one.state, one.step.number)) == (EscalationState.ACCEPTED, 1)
    course.undo(done)
    assert course.see(lead, lambda one: (one.state, one.step.number)) == (EscalationState.RETURNED, 2)
    course.do(take_up_escalation, lead, reason="Vi afgør det selv.")
    course.do(separate_escalation, follower)
    course.do(forward_escalation, lead, reason="Vi prøver igen.")
    course.do(send_escalation, lead)
    assert course.see(lead, lambda one: [step.number for step in one.way]) == [1, 3]
    assert course.holder(follower) == course.bodies.national


def test_sending_on_links_the_bodys_own_decision_and_makes_words_of_its_own(course):
    made = course.accepted()
    with pytest.raises(Invalid, match="group itself"):
        course.do(forward_escalation, made, reason="Principielt.", entry_id=course.decision(course.bodies.regions[0]))
    entry = course.decision(course.bodies.national)
    done = course.do(forward_escalation, made, reason="Principielt.", entry_id=entry)
    assert course.see(made, lambda one: one.steps[0].decision_entry_id) == entry
    assert course.holder(made) == course.bodies.national
    course.do(word_step, made, problem="Landet mangler pladser.")
    assert course.see(made, lambda one: [step.problem for step in one.steps]) == [
        "Der er for få pladser.",
        "Landet mangler pladser.",
    ]
    with pytest.raises(Stale):
        course.undo(done)
    again = course.accepted(1)
    course.undo(course.do(forward_escalation, again, reason="Principielt."))
    assert course.see(again, lambda one: (one.state, len(one.steps))) == (EscalationState.ACCEPTED, 1)


def test_the_top_body_sends_nothing_on(course):
    made = course.at_the_top()
    with pytest.raises(Invalid, match="Nobody stands above"):
        course.do(forward_escalation, made, reason="Videre.")


def test_an_answer_of_a_held_meeting_has_its_day_and_its_decision(course):
    made = course.accepted()
    meeting = course.meeting(course.bodies.national)
    course.do(put_escalation_on_agenda, made)
    with course.database.write() as session:
        held = session.get(Meeting, meeting)
        held.day, held.stage = TODAY, Stage.HELD
    done = course.do(answer_escalation, made, text="Der findes fem pladser mere.")
    assert course.see(made, lambda one: (one.step.answered_on, one.state)) == (TODAY, EscalationState.ANSWERED)
    assert course.see(made, lambda one: one.step.item_id) is not None
    course.undo(done)
    assert course.see(made, lambda one: (one.state, one.step.answer)) == (EscalationState.ON_AGENDA, "")


def test_an_answer_from_outside_a_meeting_says_where_it_is_kept_and_leaves_the_agenda(course):
    made = course.accepted()
    meeting = course.meeting(course.bodies.national)
    course.do(put_escalation_on_agenda, made)
    with pytest.raises(Invalid, match="journal number"):
        course.do(answer_escalation, made, text="Ja.")
    course.do(answer_escalation, made, text="Ja.", document_reference="Skriftlig behandling 20.11.")
    assert titles(course, meeting) == []
    other = course.accepted(1, role=ConsultationRole.INFORMATION)
    course.do(answer_escalation, other, text="Taget til efterretning.")


def test_an_answer_is_neither_empty_nor_from_before_the_question_nor_from_a_day_to_come(course):
    made = course.accepted()
    known = {"document_reference": "Brev 1"}
    with pytest.raises(Invalid, match="Write the answer"):
        course.do(answer_escalation, made, text=" ", **known)
    with pytest.raises(Invalid, match="day to come"):
        course.do(answer_escalation, made, text="Ja.", answered_on=TODAY + dt.timedelta(days=1), **known)
    with pytest.raises(Invalid, match="older than the question"):
        course.do(answer_escalation, made, text="Ja.", answered_on=HELD, **known)


def test_what_waits_with_nobody_has_accepted_yet_cannot_be_decided(course):
    made = course.sent()
    for operation, more in (
        (answer_escalation, {"text": "Ja.", "document_reference": "x"}),
        (forward_escalation, {"reason": "x"}),
    ):
        with pytest.raises(Invalid, match="cannot do this now"):
            course.do(operation, made, **more)
    assert COMING > TODAY


def test_a_body_that_several_passed_through_hears_their_one_answer_once_and_each_origin_hears_it(course):
    lead, follower = course.at_the_top(0), course.at_the_top(1)
    course.do(merge_escalation, follower, lead_id=lead, reason="Samme.")
    course.do(answer_escalation, lead, text="Ja.", journal_number="2026-1")
    course.do(release_answer, lead, feedback={1: "Til regionerne.", 2: "Til den nationale gruppe."})
    heard = [course.see(one, lambda told: [(d.group_id, d.text) for d in told.deliveries]) for one in (lead, follower)]
    first, second, *_ = course.bodies.regions
    assert heard == [
        [(first, "Til regionerne."), (course.bodies.national, "Til den nationale gruppe.")],
        [(second, "Til regionerne.")],
    ]


def test_a_decision_that_is_taken_out_of_the_minutes_leaves_what_was_endorsed_by_it(course):
    made, entry = course.draft(), course.decision(course.bodies.regions[0])
    course.do(endorse_escalation, made, entry_id=entry)
    with course.database.write() as session:
        session.delete(session.get(MinutesEntry, entry))
    assert course.see(made, lambda one: (one.state, one.endorsed_entry_id, one.endorsed_on)) == (
        EscalationState.ENDORSED,
        None,
        HELD,
    )
