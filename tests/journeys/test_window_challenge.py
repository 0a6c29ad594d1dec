"""One challenge of three regions through the real window, in Danish: up to the ministries, its answer home again."""

import pytest
from sqlalchemy import select

from referral_desk.models import Delivery, Escalation
from referral_desk.vocabulary import EscalationLane, EscalationState
from tests.journeys.challenge import Challenge
from tests.journeys.quarter import the_day_is
from tests.journeys.raised import (
    ANSWERED,
    CLOSED,
    DECIDED,
    HEARD,
    HOME,
    LATE,
    NATIONAL,
    NUMBER,
    RAISED,
    REGIONS,
    SPRING,
)
from tests.journeys.secretariat import Secretariat, secretariat_of
from tests.journeys.window import at_the_demo_desk, plain_window, somebody

__all__ = ["plain_window", "somebody"]
DECISION = "Spørgsmålet om bankkonto forelægges den tværministerielle arbejdsgruppe."


@pytest.fixture
def sits_down(somebody, demo_desk):
    """Start the program on a day, and give the steps of the challenge."""

    def start(day):
        the_day_is(demo_desk, day)
        return Challenge(at_the_demo_desk(somebody, demo_desk))

    return start


def test_a_challenge_of_three_regions_goes_up_to_the_ministries_and_its_answer_comes_home(
    sits_down, demo_desk, tmp_path
):
    paper = tmp_path / "Svar fra banken.txt"
    paper.write_text("Banken kræver folkeregisteradresse og svarer først efter tre uger.", "utf-8")
    with secretariat_of(demo_desk) as groups:
        for one in REGIONS:
            groups.hold(one.code, one.held)
            groups.decide(one.code, one.held, one.decision)
    references = regions_raise_it(sits_down(RAISED), paper)
    with secretariat_of(demo_desk) as groups:
        groups.hold("national", NATIONAL)
        groups.decide("national", NATIONAL, DECISION, under=REGIONS[0].title)
    national_group_sends_it_on(sits_down(DECIDED), references[0])
    with secretariat_of(demo_desk) as groups:
        for code, day in SPRING.items():
            groups.plan(code, day, on=ANSWERED)
    answer_goes_home(sits_down(ANSWERED), references)
    with secretariat_of(demo_desk) as groups:
        for code, day in (*SPRING.items(), LATE):
            groups.hold(code, day)
            groups.approve(code, day, on=HEARD)
    everybody_has_heard(sits_down(CLOSED), references)
    with demo_desk.opened() as file, file.database.read() as session:
        found = [one for one in session.scalars(select(Escalation)) if one.reference in references]
        assert {one.state for one in found} == {EscalationState.CLOSED}
        assert all(one.case.closed_on == CLOSED for one in found)
        papers = [one.title for row in found for step in row.steps for one in (step.item.papers if step.item else ())]
        assert papers == ["Svar fra banken"], "it lay before the national group, and the ministries have no agenda here"
        told = session.scalars(select(Delivery).where(Delivery.escalation_id.in_([one.id for one in found])))
        heard = sorted((one.group.code, one.text, one.item.meeting.day) for one in told)
        home = [(code, HOME[2 if code == "national" else 1], day) for code, day in (*SPRING.items(), LATE)]
        assert heard == sorted(home), "every group hears it once, in the words for it"


def regions_raise_it(challenge, paper):
    """Each words it in its own way, one with a paper, and the national group takes them together: the references."""
    references = []
    [(before, _), _] = challenge.moves()
    for one in REGIONS:
        references.append(challenge.write_down(one))
        challenge.word(one)
        if one is REGIONS[0]:
            challenge.attach(paper)
        challenge.endorse(one)
        if NUMBER in one.problem:
            challenge.send_after_the_alarm(one)
        else:
            challenge.send(one.code)
    lead, second, third = references
    waiting = challenge.waits()
    assert all(said(waiting, reference) for reference in references)
    [(count, _), _] = challenge.moves()
    assert count == before + len(references)
    for reference in references:
        challenge.receive(reference)
    challenge.merge_by_the_twin(second, lead)
    challenge.merge_by_hand(third, lead, "Samme spørgsmål om løn og konto.")
    challenge.put_on(lead)
    assert not any(said(challenge.waits(), reference) for reference in references), "the meeting deals with it"
    [(count, up), _] = challenge.moves()
    assert count == before + 1
    assert "og 2 mere" in said(up, lead)
    assert said(up, lead).endswith("i dag")
    assert challenge.lane(REGIONS[0].title) is EscalationLane.NATIONAL
    challenge.me.leaves()
    return references


def national_group_sends_it_on(challenge, lead):
    """What its meeting decided waits on the Board to be written down."""
    challenge.opens_need(lead)
    challenge.send_on(lead, DECISION)
    challenge.record_receipt()
    assert challenge.lane(REGIONS[0].title) is EscalationLane.INTERMINISTERIAL
    challenge.me.leaves()


def answer_goes_home(challenge, references):
    """Onto the agendas that are being made, and onto the one that is not planned yet."""
    lead = references[0]
    challenge.record_answer(lead)
    assert challenge.lane(REGIONS[0].title) is EscalationLane.ANSWERED
    challenge.to(lead)
    challenge.release()
    [(_, up), (_, down)] = challenge.moves()
    assert said(down, lead)
    assert not said(up, lead)
    late, day = LATE
    Secretariat(challenge.me.app.arrival.desk_file.database).plan(late, day, on=ANSWERED)
    for raised, reference in zip(REGIONS, references, strict=True):
        challenge.stands_on(raised.group, dict([*SPRING.items(), LATE])[raised.code], reference)
    challenge.stands_on("national", SPRING["national"], lead)
    challenge.me.leaves()


def everybody_has_heard(challenge, references):
    """All minutes are approved: the Board says so, and each region ends its own."""
    for reference in references:
        challenge.opens_need(reference)
        challenge.close(reference)
        challenge.close_case("Svaret er givet og meldt tilbage.")
    assert not any(said(challenge.waits(), reference) for reference in references)
    assert not any(said(lines, reference) for _, lines in challenge.moves() for reference in references)
    challenge.saw("board")
    assert challenge.lane(REGIONS[0].title) is None
    challenge.me.leaves()


def said(lines, reference):
    """The line that tells of it, or nothing."""
    return next((line for line in lines if reference in line), "")
