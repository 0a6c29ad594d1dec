"""What the sender of an escalation does, and how it is taken back."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid, Stale
from referral_desk.models import Case, Escalation, EscalationSnapshot
from referral_desk.operations.cases import close_case
from referral_desk.operations.escalation_decisions import accept_escalation, forward_escalation, return_escalation
from referral_desk.operations.escalations import (
    begin_escalation,
    endorse_escalation,
    recall_escalation,
    remove_escalation,
    restore_escalation,
    send_escalation,
    unendorse_escalation,
    withdraw_escalation,
    word_step,
)
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.vocabulary import (
    ConsultationRole,
    EntryKind,
    EscalationEventKind,
    EscalationLane,
    EscalationState,
    Label,
    Urgency,
)
from tests.builders import TODAY
from tests.escalating import HELD, Course, eight_bodies


@pytest.fixture
def course(desk, database):
    return Course(desk, database, eight_bodies(database))


def words(course, made):
    return course.see(made, lambda one: one.step.texts())


def test_a_draft_begins_with_what_the_case_says_and_goes_one_step_up(course):
    case_id, version = course.case(title="Ventetid", summary="Tre måneder.", label=Label.CONFIDENTIAL)
    made = course.desk.do(begin_escalation, case_id=case_id, version=version).id
    assert course.see(made, lambda one: (one.step.title, one.step.problem, one.step.label)) == (
        "Ventetid",
        "Tre måneder.",
        Label.CONFIDENTIAL,
    )
    assert course.see(made, lambda one: one.step.body_id) == course.bodies.national
    assert course.state(made) is EscalationState.DRAFT
    assert course.story(made) == [EscalationEventKind.MADE]
    assert course.holder(made) == course.bodies.regions[0]


def test_a_case_goes_up_once_at_a_time_and_the_second_time_under_a_number_of_its_own(course):
    made = course.draft()
    case = course.see(made, lambda one: (one.case_id, one.case.version))
    with pytest.raises(Invalid, match="once at a time"):
        course.desk.do(begin_escalation, case_id=case[0], version=case[1])
    done = course.do(withdraw_escalation, made, reason="Løst lokalt.")
    again = course.desk.do(begin_escalation, case_id=case[0], version=case[1])
    assert course.see(again.id, lambda one: one.reference).endswith("/2")
    with pytest.raises(Invalid, match="once at a time"):
        course.undo(done)
    course.undo(again)
    course.undo(done)
    assert course.state(made) is EscalationState.DRAFT


def test_a_closed_case_does_not_go_up_and_one_on_its_way_is_not_closed(course):
    made = course.sent()
    case = course.see(made, lambda one: (one.case_id, one.case.version))
    with pytest.raises(Invalid, match="still on its way"):
        course.desk.do(close_case, case_id=case[0], version=case[1], reason="Slut.")
    case_id, version = course.case(1)
    course.desk.do(close_case, case_id=case_id, version=version, reason="Slut.")
    with pytest.raises(Invalid, match="closed"):
        course.desk.do(begin_escalation, case_id=case_id, version=None)


def test_a_draft_is_taken_away_whole_and_comes_back_whole(course):
    case_id, version = course.case(title="Ventetid")
    begun = course.desk.do(begin_escalation, case_id=case_id, version=version)
    gone = course.undo(begun)
    with course.database.read() as session:
        assert session.get(Escalation, begun.id) is None
    course.undo(gone)
    assert course.see(begun.id, lambda one: one.step.title) == "Ventetid"
    course.do(endorse_escalation, begun.id, note="Pr. mail.")
    with pytest.raises(Invalid, match="withdraw"):
        course.do(remove_escalation, begun.id)


def test_a_removed_draft_does_not_come_back_beside_another(course):
    case_id, version = course.case()
    gone = course.undo(course.desk.do(begin_escalation, case_id=case_id, version=version))
    course.desk.do(begin_escalation, case_id=case_id, version=version)
    assert gone.undo.operation is restore_escalation
    with pytest.raises(Invalid, match="once at a time"):
        course.undo(gone)


def test_words_are_changed_and_taken_back_with_everything_beside_them(course):
    made = course.draft()
    before = words(course, made)
    done = course.do(
        word_step,
        made,
        title="  Ventetid   på ophold ",
        legal_point="§ 11",
        urgency=Urgency.URGENT,
        role=ConsultationRole.COMMENT,
        due=TODAY + dt.timedelta(days=9),
        label=Label.CONFIDENTIAL,
    )
    assert words(course, made)["title"] == "Ventetid på ophold"
    assert course.see(made, lambda one: (one.step.urgency, one.step.role)) == (Urgency.URGENT, ConsultationRole.COMMENT)
    course.undo(done)
    assert words(course, made) == before
    assert course.see(made, lambda one: one.step.due) is None


def test_a_change_of_words_that_somebody_has_not_seen_is_stale(course):
    made = course.draft()
    seen = course.see(made, lambda one: one.version)
    course.do(word_step, made, problem="Nyt.")
    with pytest.raises(Stale):
        course.desk.do(word_step, escalation_id=made, version=seen, problem="Andet.")


def test_the_group_endorses_by_its_own_decision_or_says_how(course):
    made = course.draft()
    with pytest.raises(Invalid, match="how it was endorsed"):
        course.do(endorse_escalation, made)
    with pytest.raises(Invalid, match="group itself"):
        course.do(endorse_escalation, made, entry_id=course.decision(course.bodies.regions[1]))
    with pytest.raises(Invalid, match="group itself"):
        course.do(endorse_escalation, made, entry_id=course.decision(course.bodies.regions[0], kind=EntryKind.NOTE))
    with pytest.raises(Invalid, match="day to come"):
        course.do(endorse_escalation, made, note="Aftalt.", day=TODAY + dt.timedelta(days=1))
    done = course.do(endorse_escalation, made, entry_id=course.decision(course.bodies.regions[0]))
    assert course.see(made, lambda one: one.endorsed_on) == HELD
    course.undo(done)
    assert course.state(made) is EscalationState.DRAFT
    assert course.see(made, lambda one: one.endorsed_entry_id) is None
    assert course.story(made) == [EscalationEventKind.MADE]
    course.do(endorse_escalation, made, note="Aftalt pr. mail.")
    course.do(unendorse_escalation, made)
    assert course.state(made) is EscalationState.DRAFT


def test_nothing_is_sent_that_the_group_did_not_endorse_or_that_lacks_words(course):
    made = course.draft(proposal="")
    with pytest.raises(Invalid):
        course.do(send_escalation, made)
    course.do(endorse_escalation, made, note="Aftalt.")
    with pytest.raises(Invalid, match="indstilling"):
        course.do(send_escalation, made)
    course.do(word_step, made, role=ConsultationRole.INFORMATION)
    course.do(send_escalation, made)
    assert course.holder(made) == course.bodies.national
    assert course.see(made, lambda one: one.lane) is EscalationLane.NATIONAL


def test_what_was_sent_is_frozen_and_its_words_stay(course):
    made = course.sent(problem="Der er for få pladser.")
    with pytest.raises(Invalid, match="stays as it was sent"):
        course.do(word_step, made, problem="Noget andet.")
    told = course.see(made, lambda one: one.step.snapshots[0].read())
    assert (told["problem"], told["sender"], told["body"]) == ("Der er for få pladser.", "rg1", "ng")


def test_a_level_is_skipped_with_a_reason_only_and_the_story_tells_it(course):
    made = course.draft(body_id=course.bodies.top)
    course.do(endorse_escalation, made, note="Aftalt.")
    with pytest.raises(Invalid, match="skips a level"):
        course.do(send_escalation, made)
    course.do(word_step, made, jump_reason="Den nationale gruppe er inhabil.")
    course.do(send_escalation, made)
    assert course.holder(made) == course.bodies.top
    last = course.see(made, lambda one: one.events[-1].text)
    assert last == "Den nationale gruppe er inhabil."


def test_an_escalation_never_goes_down_or_sideways(course):
    made = course.draft()
    with pytest.raises(Invalid, match="goes up"):
        course.do(word_step, made, body_id=course.bodies.regions[1])


def test_personal_data_stops_the_sending_until_it_is_kept_with_a_reason(course):
    made = course.draft(problem="Ring til 33 12 45 67 om sagen.")
    course.do(endorse_escalation, made, note="Aftalt.")
    with pytest.raises(LeaksFound) as found:
        course.do(send_escalation, made)
    (field, finds), *_ = found.value.finds.items()
    keeps = [Keep(field, one.words, "En offentlig hotline.") for one in finds]
    course.do(send_escalation, made, kept=keeps)
    assert course.state(made) is EscalationState.SENT


def test_a_sending_is_taken_back_before_it_is_accepted_and_the_story_says_so(course):
    made = course.draft()
    course.do(endorse_escalation, made, note="Aftalt.")
    done = course.do(send_escalation, made)
    assert done.undo.operation is recall_escalation
    course.undo(done)
    assert course.state(made) is EscalationState.ENDORSED
    assert course.story(made)[-2:] == [EscalationEventKind.SENT, EscalationEventKind.RECALLED]
    course.do(word_step, made, problem="Bedre sagt.")
    course.do(send_escalation, made)
    assert course.see(made, lambda one: [snap.read()["problem"] for snap in one.step.snapshots]) == [
        "Der er for få pladser.",
        "Bedre sagt.",
    ]
    course.do(accept_escalation, made)
    with pytest.raises(Invalid):
        course.do(recall_escalation, made)


def test_what_came_back_is_worded_anew_sent_again_or_given_up_with_a_reason(course):
    made = course.sent()
    course.do(return_escalation, made, reason="Hvor mange drejer det sig om?")
    assert course.holder(made) == course.bodies.regions[0]
    with pytest.raises(Invalid, match="Say why"):
        course.do(withdraw_escalation, made, reason=" ")
    done = course.do(withdraw_escalation, made, reason="Løst lokalt.")
    assert course.see(made, lambda one: one.lane) is EscalationLane.OVER
    course.undo(done)
    course.do(word_step, made, problem="Tolv personer.")
    course.do(send_escalation, made)
    assert course.see(made, lambda one: (len(one.step.snapshots), one.step.outcome_reason)) == (2, "")


def test_what_another_body_sent_on_is_not_withdrawn_by_anybody(course):
    made = course.at_the_top()
    course.do(return_escalation, made, reason="Det er ikke vores.")
    assert course.holder(made) == course.bodies.national
    with pytest.raises(Invalid):
        course.do(withdraw_escalation, made, reason="Løst.")


def test_the_next_level_may_read_it_less_openly_never_more(course):
    made = course.accepted(label=Label.CONFIDENTIAL)
    course.do(forward_escalation, made, reason="Principielt.")
    assert course.see(made, lambda one: one.step.label) is Label.CONFIDENTIAL
    with pytest.raises(Invalid, match="at least as strict"):
        course.do(word_step, made, label=Label.INTERNAL)


def test_a_snapshot_cannot_be_changed(course):
    made = course.sent()
    with course.database.read() as session:
        key = session.get(Escalation, made).step.snapshots[0].id
    with pytest.raises(Invalid), course.database.write() as session:
        session.get(EscalationSnapshot, key).content = "{}"


def test_the_case_knows_the_escalation_that_is_on_its_way(course):
    made = course.sent()
    with course.database.read() as session:
        case = session.get(Case, session.get(Escalation, made).case_id)
        assert case.open_escalation.id == made
