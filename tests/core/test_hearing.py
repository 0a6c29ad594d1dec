"""When can we hear? Which meetings a matter comes to, by when it must be sent, and what is expected of it next."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_desk.clock import add_working_days, working_days
from referral_desk.errors import Stale
from referral_desk.models import Group
from referral_desk.models.circulars import Delivery
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.queries.expected import expected
from referral_desk.queries.hearing import Calendar, Stop, hearing, hearing_in
from referral_desk.vocabulary import EscalationState, MeetingKind, Stage, Tier
from referral_desk.wheel.check import Entry
from referral_desk.wheel.year import Body, Quarter, Rules, Year
from tests.builders import a_case, a_group, a_meeting, an_escalation, an_item

SENT = dt.date(2026, 10, 22)
NATIONAL, HOME, TOP, LATER = (dt.date(2026, 11, 12), dt.date(2026, 12, 2), dt.date(2026, 12, 10), dt.date(2027, 3, 3))


@pytest.fixture
def ids(database):
    """Region, national group and working group, and the meetings of the brief's example."""
    with database.write() as session:
        top = a_group("IMWG", tier=Tier.INTERMINISTERIAL, code="imwg")
        national = a_group("National", tier=Tier.NATIONAL, code="national", parent=top)
        region = a_group("Region 4", code="rg4", parent=national)
        network = a_group("Netværk", tier=Tier.OTHER, code="network")
        meetings = {
            "soon": a_meeting(national, day=dt.date(2026, 10, 29)),
            "national": a_meeting(national, day=NATIONAL),
            "home": a_meeting(region, day=HOME),
            "top": a_meeting(top, day=TOP),
            "later": a_meeting(region, day=LATER),
        }
        session.add_all([region, network, *meetings.values()])
        session.flush()
        groups = {"region": region, "nation": national, "imwg": top, "network": network}
        return {name: row.id for name, row in {**groups, **meetings}.items()}


@pytest.fixture
def hear(desk, ids):
    def heard(group="region", day=SENT, language="en"):
        return desk.ask(hearing, group_id=ids[group], day=day, language=language)

    return heard


def test_what_is_sent_today_comes_to_the_next_meeting_in_time_and_its_answer_home(hear, ids):
    told = hear()
    assert (told.body, told.taken_up.meeting_id, told.deadline, told.days_left) == (
        "National",
        ids["national"],
        dt.date(2026, 10, 29),
        5,
    )
    assert (told.back.day, told.above.meeting_id, told.back_from_above.day) == (HOME, ids["top"], LATER)
    assert told.missed.meeting_id == ids["soon"]
    assert " ".join(told.lines) == (
        "Sent today it comes to National on Thursday 12 November. "
        "It must be sent by Thursday 29 October: 5 working days are left. "
        "The earliest answer at your own meeting is on Wednesday 2 December. "
        "The meeting of National on Thursday 29 October is too near (its deadline was Thursday 15 October), "
        "unless National agrees to take it up. "
        "If it is sent on, IMWG takes it up on Thursday 10 December. "
        "You then hear the answer on Wednesday 3 March 2027."
    )


def test_the_last_day_is_said_and_after_it_the_next_meeting_counts(hear):
    assert hear(day=dt.date(2026, 10, 29)).lines[1] == "Today is the last day for that meeting."
    assert hear(day=dt.date(2026, 10, 28)).lines[1].endswith("one working day is left.")
    late = hear(day=dt.date(2026, 10, 30))
    assert (late.taken_up, late.deadline, late.back, late.missed.day) == (None, None, None, NATIONAL)
    assert " ".join(late.lines) == (
        "The meeting of National on Thursday 12 November is too near (its deadline was Thursday 29 October), "
        "unless National agrees to take it up. National has no meeting planned after that one yet."
    )


def test_an_agenda_that_is_out_and_a_theme_day_take_nothing_up(database, hear, ids):
    with database.write() as session:
        session.add(a_meeting(session.get(Group, ids["nation"]), day=dt.date(2026, 11, 9), kind=MeetingKind.THEME_DAY))
        session.add(a_meeting(session.get(Group, ids["nation"]), day=dt.date(2026, 11, 10), stage=Stage.AGENDA_SENT))
    assert hear().taken_up.day == NATIONAL


def test_without_a_meeting_of_ones_own_afterwards_it_says_so(hear):
    told = hear(day=dt.date(2026, 10, 20), group="network")
    assert (told.taken_up.day, told.back) == (NATIONAL, None)
    assert "You have no meeting planned after that one yet" in told.lines[2]


def test_the_national_group_asks_the_working_group_and_the_top_nobody(database, hear, ids):
    told = hear("nation", dt.date(2026, 11, 20))
    assert (told.body, told.taken_up.day, told.deadline, told.above) == ("IMWG", TOP, dt.date(2026, 11, 26), None)
    top = hear("imwg")
    assert (top.body_id, top.taken_up, top.lines) == (
        None,
        None,
        ("Nobody stands above this group: what it decides is final.",),
    )


def test_the_gap_between_the_tiers_is_a_setting(desk, hear):
    desk.do(set_deadlines, counts={"regional_to_national": 5})
    assert (hear().taken_up.day, hear().days_left) == (dt.date(2026, 10, 29), 0)


def test_a_group_that_is_gone_is_said_to_be(desk, ids):
    with pytest.raises(Stale):
        desk.ask(hearing, group_id=9999, day=SENT, language="da")


days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@settings(max_examples=150)
@given(today=days, meetings=st.lists(st.tuples(st.integers(1, 3), days), max_size=12), gap=st.integers(0, 25))
def test_what_is_told_holds_for_any_calendar(today, meetings, gap):
    """The meeting leaves the gap, no earlier one does, the answer comes after it, and the deadline is not over."""
    bodies = (
        Body(1, "Region", Tier.REGIONAL),
        Body(2, "National", Tier.NATIONAL),
        Body(3, "IMWG", Tier.INTERMINISTERIAL),
    )
    found = sorted((day, group_id) for group_id, day in meetings if day >= today)
    noon = dt.time(12)
    plan = tuple(Entry(key, one, day, noon, noon, Quarter.of(day)) for key, (day, one) in enumerate(found, 1))
    stops = {entry.key: Stop(entry.key, entry.group_id, "", entry.day) for entry in plan}
    rules = Rules(regional_to_national=gap, national_to_interministerial=gap)
    told = hearing_in(Calendar(Year(today.year, today, bodies, rules=rules), plan, stops, {}), 1, "da")
    in_time = [day for day, one in found if one == 2 and add_working_days(today, gap) <= day]
    assert (told.taken_up.day if told.taken_up else None) == min(in_time, default=None)
    assert all(told.lines)
    if told.taken_up is not None:
        assert today <= told.deadline <= told.taken_up.day
        assert told.days_left == working_days(today, told.deadline)
        back = [day for day, one in found if one == 1 and day > told.taken_up.day]
        assert (told.back.day if told.back else None) == min(back, default=None)


@pytest.fixture
def expect(desk, database, ids):
    """What is expected of an escalation of the region in a state, in English."""

    def told(state, *, day=SENT, body="nation", change=None):
        with database.write() as session:
            case = a_case(session.get(Group, ids["region"]))
            one = an_escalation(case, session.get(Group, ids[body]), state=state)
            session.add(one)
            one.settle()
            if change is not None:
                change(session, one)
            session.flush()
            key = one.id
        return desk.ask(expected, escalation_ids=[key], day=day, language="en").get(key)

    return told


def test_the_next_thing_of_an_escalation_is_told_with_its_meeting(expect, ids):
    assert expect(EscalationState.DRAFT).words == (
        "Region 4 endorses it, at its meeting on Wednesday 2 December or before."
    )
    to_send = expect(EscalationState.ENDORSED)
    assert (to_send.meeting_id, to_send.deadline) == (ids["national"], dt.date(2026, 10, 29))
    assert to_send.words == (
        "Region 4 sends it, by Thursday 29 October for the meeting of National on Thursday 12 November: the one on "
        "Thursday 29 October is too near (its deadline was Thursday 15 October), unless National agrees to take it up."
    )
    assert (expect(EscalationState.SENT).day, expect(EscalationState.SENT).group) == (NATIONAL, "National")
    assert expect(EscalationState.ACCEPTED).words.startswith("National takes it up")
    assert expect(EscalationState.ANSWERED).words == "National releases the answer."
    assert expect(EscalationState.RELEASED).day == HOME
    assert expect(EscalationState.REPORTED).words == "Region 4 has heard the answer and can close it."
    assert expect(EscalationState.CLOSED) is None
    late = dt.date(2027, 6, 1)
    for state in (EscalationState.DRAFT, EscalationState.ENDORSED, EscalationState.SENT, EscalationState.RELEASED):
        assert (expect(state, day=late).day, "planned" in expect(state, day=late).words) == (None, True)


def test_the_same_is_said_of_a_meeting_that_is_too_near_before_it_is_sent_and_after(expect):
    def sent(_session, one):
        one.step.sent_at = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)

    day = dt.date(2026, 11, 2)
    near = (
        "on Thursday 12 November is too near (its deadline was Thursday 29 October), "
        "unless National agrees to take it up."
    )
    before = expect(EscalationState.ENDORSED, day=day)
    after = expect(EscalationState.SENT, day=day, change=sent)
    assert before.words == f"Region 4 sends it: the next meeting of National {near}"
    assert after.words == f"National receives it: its next meeting {near}"
    assert (before.day, after.day) == (None, None)


def test_what_skips_a_level_can_come_to_the_next_meeting_of_that_body(expect, ids):
    told = expect(EscalationState.ENDORSED, body="imwg")
    assert (told.meeting_id, told.deadline) == (ids["top"], None)
    assert told.words == "Region 4 sends it, and IMWG can take it up on Thursday 10 December."


def test_an_agenda_on_which_it_stands_decides_the_day(expect, database, ids):
    def put_on(session, one):
        meeting = a_meeting(one.step.body, day=dt.date(2026, 11, 3), stage=Stage.AGENDA_SENT)
        one.step.item = an_item(meeting)
        session.add(meeting)

    assert expect(EscalationState.ON_AGENDA, change=put_on).day == dt.date(2026, 11, 3)

    def deliver(session, one):
        meeting = a_meeting(one.origin, day=dt.date(2026, 11, 4), stage=Stage.AGENDA_SENT)
        session.add(Delivery(group=one.origin, escalation=one, made_on=SENT, item=an_item(meeting)))

    assert expect(EscalationState.RELEASED, change=deliver).day == dt.date(2026, 11, 4)


def test_what_was_merged_is_expected_where_its_lead_is(expect, ids):
    def merge(session, one):
        lead = an_escalation(a_case(one.origin), one.step.body, state=EscalationState.ACCEPTED)
        middle = an_escalation(a_case(one.origin), one.step.body, state=EscalationState.ACCEPTED)
        session.add_all([lead, middle])
        middle.merged_into, one.merged_into = lead, middle
        middle.state = one.state = EscalationState.MERGED
        lead.settle()

    assert expect(EscalationState.ACCEPTED, change=merge).words.startswith("National takes it up")
