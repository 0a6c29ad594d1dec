"""What lanes, lists and the page of an escalation tell."""

import datetime as dt

import pytest

from referral_desk.errors import Stale
from referral_desk.models import Escalation
from referral_desk.operations.answers import close_escalation, release_answer
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    return_escalation,
    take_up_escalation,
)
from referral_desk.operations.escalations import endorse_escalation, send_escalation, word_step
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.escalations import EscalationFilters, escalation_rows, lanes
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    Stage,
    StepOutcome,
    Tier,
    Urgency,
)
from tests.builders import TODAY
from tests.escalating import COMING, HELD, Course, eight_bodies

LATER = TODAY + dt.timedelta(days=10)


@pytest.fixture
def course(desk, database):
    return Course(desk, database, eight_bodies(database))


@pytest.fixture
def page(course):
    def shown(escalation_id, **more):
        return course.desk.ask(
            escalation_page, escalation_id=escalation_id, **({"day": TODAY, "language": "en"} | more)
        )

    return shown


@pytest.fixture
def rows(course):
    def listed(day=TODAY, start=0, count=100, **filters):
        return course.desk.ask(
            escalation_rows,
            filters=EscalationFilters(**filters),
            day=day,
            language="en",
            start=start,
            count=count,
        )

    return listed


def ids(found):
    return [row.id for row in found.rows]


def test_each_lane_has_what_lies_there_and_merged_ones_stand_with_their_lead(course):
    draft, lead, follower, top = course.draft(0), course.accepted(1), course.accepted(2), course.at_the_top(3)
    answered = course.accepted(4, role=ConsultationRole.INFORMATION)
    course.do(answer_escalation, answered, text="Noteret.")
    course.do(merge_escalation, follower, lead_id=lead, reason="Samme.")
    found = course.desk.ask(lanes, day=TODAY, language="en")
    assert [ids(lane) for lane in (found.regional, found.national, found.interministerial, found.answered)] == [
        [draft],
        [lead],
        [top],
        [answered],
    ]
    (row,) = found.national.rows
    assert (row.origins, row.followers, row.holder) == (("Region 2", "Region 3"), 1, "Den nationale gruppe")
    assert found.national.total == 1


def test_a_lane_shows_so_many_and_counts_the_rest(course):
    made = [course.sent(region) for region in range(3)]
    found = course.desk.ask(lanes, day=TODAY, language="en", per_lane=2)
    assert ids(found.national) == made[:2]
    assert found.national.total == 3


def test_a_chain_of_merged_ones_is_told_whole_at_each_link(course, rows):
    lead, middle, last = (course.accepted(region) for region in range(3))
    course.do(merge_escalation, last, lead_id=middle, reason="Samme.")
    course.do(merge_escalation, middle, lead_id=lead, reason="Samme.")
    told = {row.id: row for row in rows().rows}
    assert told[lead].origins == ("Region 1", "Region 2", "Region 3")
    assert told[middle].origins == ("Region 2", "Region 3")
    assert told[middle].lead == told[lead].reference
    assert told[last].lead == told[middle].reference


def test_a_list_is_filtered_by_who_has_it_who_raised_it_and_how_long_it_waits(course, rows):
    draft, sent, top = course.draft(0), course.sent(1), course.at_the_top(2)
    assert ids(rows(level=Tier.REGIONAL)) == [draft]
    assert ids(rows(level=Tier.NATIONAL)) == [sent]
    assert ids(rows(level=Tier.INTERMINISTERIAL)) == [top]
    assert ids(rows(states=(EscalationState.SENT,))) == [sent, top]
    assert ids(rows(holder_id=course.bodies.national)) == [sent]
    assert ids(rows(group_id=course.bodies.regions[2])) == [top]
    assert ids(rows(theme="minors")) == []
    assert ids(rows(older_than=1)) == []
    assert ids(rows(older_than=5, day=LATER)) == [draft, sent, top]
    assert ids(rows(is_open=False)) == []
    assert ids(rows(is_open=None)) == [draft, sent, top]


def test_a_list_comes_a_page_at_a_time(course, rows):
    made = [course.draft(region) for region in range(3)]
    first = rows(count=2)
    assert (ids(first), first.has_more, first.total) == (made[:2], True, 3)
    second = rows(count=2, start=2)
    assert (ids(second), second.has_more, second.total) == (made[2:], False, 3)


def test_a_row_tells_its_age_what_is_asked_and_that_it_is_late(course, rows):
    made = course.draft(due=TODAY + dt.timedelta(days=3), urgency=Urgency.URGENT)
    course.do(endorse_escalation, made, note="Aftalt.")
    course.do(send_escalation, made)
    (row,) = rows(day=LATER).rows
    assert (row.age_days, row.waits_days, row.is_late) == (10, 10, True)
    assert (row.role, row.urgency, row.body) == (ConsultationRole.DECISION, Urgency.URGENT, "Den nationale gruppe")
    assert "Den nationale gruppe" in row.next_step


def test_the_page_shows_every_level_in_its_own_words_beside_what_was_sent(course, page):
    made = course.accepted()
    course.do(forward_escalation, made, reason="Principielt.")
    course.do(word_step, made, problem="Landet mangler pladser.")
    found = page(made)
    assert [step.texts["problem"] for step in found.steps] == ["Der er for få pladser.", "Landet mangler pladser."]
    assert found.steps[0].snapshots[0].texts == found.steps[0].texts
    assert [step.is_now for step in found.steps] == [False, True]
    assert found.steps[0].outcome is StepOutcome.FORWARDED
    assert found.acts.word
    assert found.acts.send
    assert found.acts.take_up
    assert not found.acts.withdraw
    assert found.lacks == ()
    assert [(one.name, one.needs_reason) for one in found.bodies] == [("Arbejdsgruppen", False)]
    kinds = [line.kind for line in found.events]
    assert kinds[0] is EscalationEventKind.MADE
    assert kinds[-1] is EscalationEventKind.FORWARDED
    assert found.events[-1].text == "Principielt."


def test_the_page_says_what_a_draft_lacks_and_whom_it_can_go_to(course, page):
    made = course.draft(proposal="")
    found = page(made)
    assert len(found.lacks) == 1
    assert [(one.name, one.needs_reason) for one in found.bodies] == [
        ("Den nationale gruppe", False),
        ("Arbejdsgruppen", True),
    ]
    assert found.acts.endorse
    assert not found.acts.send
    assert found.acts.remove


def test_the_page_offers_the_decisions_and_agendas_of_the_body_that_has_it(course, page):
    own, foreign = course.decision(course.bodies.regions[0]), course.decision(course.bodies.national)
    coming = course.meeting(course.bodies.national)
    made = course.draft()
    assert [row.entry_id for row in page(made).decisions] == [own]
    course.do(endorse_escalation, made, entry_id=own)
    assert page(made).endorsed_by.day == HELD
    course.do(send_escalation, made)
    found = page(made)
    assert [row.entry_id for row in found.decisions] == [foreign]
    assert [(one.meeting_id, one.day) for one in found.agendas] == [(coming, COMING)]


def test_the_page_says_what_can_be_done_in_each_state_and_by_whom(course, page):
    made, other = course.sent(0), course.accepted(1)
    acts = page(made).acts
    assert (acts.recall, acts.accept, acts.send_back, acts.merge, acts.put_on_agenda) == (True,) * 5
    assert not acts.answer
    assert [row.id for row in page(made).leads] == [other]
    blocked = page(made, user="Koordinator, CMM", is_coordinator=False).acts
    assert not blocked.accept
    assert not blocked.send_back
    assert "yourself" in blocked.blocked
    course.do(accept_escalation, made)
    course.meeting(course.bodies.national)
    acts = page(made).acts
    assert (acts.answer, acts.needs_record, acts.forward) == (True, True, True)
    course.do(put_escalation_on_agenda, made)
    acts = page(made).acts
    assert (acts.take_off, acts.put_on_agenda, acts.needs_record) == (True, False, True)
    meeting = page(made).steps[0].item.meeting_id
    course.hold(meeting)
    acts = page(made).acts
    assert (acts.take_off, acts.needs_record) == (False, False)
    course.do(merge_escalation, other, lead_id=made, reason="Samme.")
    assert page(other).acts.separate
    assert page(other).lead.id == made
    assert [row.id for row in page(made).followers] == [other]
    assert not page(made).acts.send_back


def test_at_the_top_only_the_coordinator_writes_down_and_nothing_goes_further(course, page):
    made = course.at_the_top()
    found = page(made).acts
    assert (found.answer, found.needs_record, found.forward) == (True, True, False)
    clerk = page(made, user="Sekretær", is_coordinator=False).acts
    assert not clerk.answer
    assert clerk.blocked
    course.do(return_escalation, made, reason="Det er jeres.")
    course.do(take_up_escalation, made, reason="Vi afgør det.")
    assert [step.is_now for step in page(made).steps] == [True, False]
    assert page(made).steps[1].outcome is StepOutcome.GIVEN_UP


def test_the_page_follows_the_answer_home(course, page):
    made = course.at_the_top()
    course.do(answer_escalation, made, text="Ja.", document_reference="Brev 7")
    levels = page(made).levels
    assert [(level.number, level.body, level.reader) for level in levels] == [
        (1, "Den nationale gruppe", "Region 1"),
        (2, "Arbejdsgruppen", "Den nationale gruppe"),
    ]
    assert page(made).acts.release
    course.do(release_answer, made, feedback={1: "Der kommer flere pladser.", 2: "Ministeriet siger ja."})
    found = page(made)
    assert [(one.group, one.is_origin, one.text, one.reported_on) for one in found.deliveries] == [
        ("Region 1", True, "Der kommer flere pladser.", None),
        ("Den nationale gruppe", False, "Ministeriet siger ja.", None),
    ]
    assert found.acts.take_back_release
    assert not found.acts.close
    with course.database.write() as session:
        one = session.get(Escalation, made)
        for delivery in one.deliveries:
            delivery.report(TODAY)
    assert page(made).acts.close
    course.do(close_escalation, made)
    found = page(made)
    assert (found.acts.reopen, found.ahead, found.row.next_step) == (True, None, "")


def test_an_escalation_that_is_gone_says_so(page):
    with pytest.raises(Stale):
        page(999_999)


def test_a_meeting_whose_agenda_is_out_is_not_offered(course, page):
    made = course.sent()
    course.meeting(course.bodies.national, stage=Stage.AGENDA_SENT)
    assert page(made).agendas == ()
