"""A theme through all groups: what belongs to it, in which order, what stays closed, and what it costs to ask."""

import contextlib
import dataclasses
import datetime as dt
import shutil

import pytest

from referral_desk.models import ActionItem, Case, Circular, EscalationEvent, EscalationSnapshot, PlanActivity
from referral_desk.models.circulars import Delivery
from referral_desk.models.plans import ActionPlan, PlanArea
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    return_escalation,
    take_up_escalation,
)
from referral_desk.operations.escalations import (
    endorse_escalation,
    recall_escalation,
    send_escalation,
    withdraw_escalation,
    word_step,
)
from referral_desk.queries.case import case_page, items_to_link
from referral_desk.queries.expected import expected
from referral_desk.queries.hearing import hearing
from referral_desk.queries.theme import theme_timeline
from referral_desk.queries.theme_places import Told
from referral_desk.vocabulary import EntryKind, EscalationEventKind, EscalationState, Label, Tier
from tests.builders import TODAY, a_case, a_group, a_meeting, an_action, an_entry, an_escalation, an_item, some_minutes
from tests.core.test_statements import statements
from tests.engines import open_embedded
from tests.escalating import Course, eight_bodies
from tests.homecoming import Home

THEME = "assistance"


def day(number):
    return dt.date(2026, 9, number)


def instant(number):
    return dt.datetime(2026, 9, number, 22, 30, tzinfo=dt.UTC)


def send(escalation, number):
    """Freeze its newest step as sent late on a day."""
    step = escalation.step
    step.sent_at = instant(number)
    step.snapshots.append(EscalationSnapshot.of(step, step.sent_at, "Hun"))


def lay(session, times=1):
    """Everything that a theme can be told by, so many times; gives the region's id."""
    national = a_group("National", tier=Tier.NATIONAL, code="national")
    region = a_group("Region 4", code="rg4", parent=national)
    plan = ActionPlan(code="plan", title_da="Plan", title_en="Plan")
    area = PlanArea(code="area", title_da="Område", title_en="Area", plan=plan)
    area.activities.append(PlanActivity(code="a", number="1", title_da="Pladser", title_en="Places"))
    session.add_all([region, plan, a_meeting(region, day=dt.date(2027, 1, 20)), a_meeting(national)])
    for turn in range(times):
        case = a_case(region, "Ventetid", number=turn + 1, created_on=day(1), theme=THEME, summary="Tre uger.")
        case.activities.append(area.activities[0])
        other = a_case(region, "Andet", number=times + turn + 1, created_on=day(1), theme="children")
        held = a_meeting(region, day=day(3))
        dealt = an_item(held, "Om ventetid", resume="Vi venter.")
        case.items.append(dealt)
        planned = an_item(held, "Pladser i planen")
        planned.activities.append(area.activities[0])
        an_item(held, "Ganske andet")
        minutes = some_minutes(held)
        an_entry(minutes, dealt, "Alle venter.")
        an_entry(minutes, dealt, "Sagen sendes op.", kind=EntryKind.DECISION)
        an_entry(minutes, held.items[2], "Uden betydning.")
        above = an_item(a_meeting(national, day=day(10)), "Fra regionen")
        one = an_escalation(case, national, state=EscalationState.ANSWERED)
        step = one.step
        step.sent_at, step.item, step.answered_on, step.answer = instant(5), above, day(12), "Der kommer flere pladser."
        back = an_escalation(case, national, state=EscalationState.RETURNED, number=2)
        session.add_all([case, one, back])
        session.flush()
        send(one, 5)
        send(back, 6)
        returned = EscalationEvent(
            at=instant(6) + dt.timedelta(hours=1), who="Hun", kind=EscalationEventKind.RETURNED, group=national
        )
        returned.text = "Hvor mange?"
        back.events.append(returned)
        home = an_item(a_meeting(region, day=day(15)), "Svar fra oven")
        circular = Circular(
            group=national,
            year=2026,
            number=turn + 1,
            theme=THEME,
            title="Ny ramme",
            text="Sådan gør vi.",
            created_on=day(13),
            sent_at=instant(13),
        )
        draft = Circular(
            group=national,
            year=2026,
            number=times + turn + 1,
            theme=THEME,
            title="Kladde",
            created_on=day(13),
        )
        action = an_action(region, "Skaf tal", number=turn + 1, theme=THEME, created_on=day(4))
        delivery = Delivery(group=region, escalation=one, made_on=day(14), item=home)
        session.add_all([case, other, held, above.meeting, home.meeting, one, back, circular, draft, action, delivery])
    session.flush()
    return region.id


@pytest.fixture
def region(database):
    with database.write() as session:
        return lay(session)


@pytest.fixture
def ask(desk, region):
    def asked(**fields):
        return desk.ask(theme_timeline, **{"theme": THEME, "language": "en", **fields})

    return asked


STORY = [
    (Told.ITEM, day(15), "Svar fra oven", ""),
    (Told.CIRCULAR, day(14), "Ny ramme", "Sådan gør vi."),
    (Told.ANSWER, day(12), "Ventetid", "Der kommer flere pladser."),
    (Told.ITEM, day(10), "Fra regionen", ""),
    (Told.RETURNED, day(7), "Ventetid", "Hvor mange?"),
    (Told.SENT, day(7), "Ventetid", "At der findes flere."),
    (Told.SENT, day(6), "Ventetid", "At der findes flere."),
    (Told.ACTION, day(4), "Skaf tal", ""),
    (Told.DECISION, day(3), "Om ventetid", "Sagen sendes op."),
    (Told.NOTE, day(3), "Om ventetid", "Alle venter."),
    (Told.ITEM, day(3), "Pladser i planen", ""),
    (Told.ITEM, day(3), "Om ventetid", "Vi venter."),
    (Told.CASE, day(1), "Ventetid", "Tre uger."),
]


def told(timeline):
    return [(row.kind, row.day, row.title, row.text) for row in timeline.rows]


def test_all_that_groups_told_about_a_theme_stands_in_one_order(ask):
    """What was sent late in the evening belongs to the next day in Copenhagen."""
    timeline = ask()
    assert told(timeline) == STORY
    assert not timeline.has_more
    sent = timeline.rows[6]
    assert (sent.group, sent.other_group, sent.reference) == ("Region 4", "National", "RG4-2026-0001")
    assert timeline.rows[4].reference == "RG4-2026-0001/2"
    assert {row.group for row in timeline.rows} == {"Region 4", "National"}
    assert (timeline.rows[1].reference, timeline.rows[7].reference) == ("C2026-1", "RG4-2026-1")
    assert [row.title for row in ask(theme="children").rows] == ["Andet"]
    assert ask(theme="nothing").rows == ()


def test_every_line_leads_to_what_it_tells_of(ask):
    opens = {
        Told.CASE: "case_id",
        Told.ITEM: "meeting_id",
        Told.NOTE: "item_id",
        Told.DECISION: "item_id",
        Told.ACTION: "action_id",
        Told.SENT: "escalation_id",
        Told.RETURNED: "escalation_id",
        Told.ON_WAY: "escalation_id",
        Told.ANSWER: "escalation_id",
        Told.CIRCULAR: "circular_id",
    }
    assert all(getattr(row, opens[row.kind]) for row in ask().rows)
    assert {row.kind for row in ask().rows} == set(Told) - {Told.ON_WAY}
    assert set(opens) == set(Told)


@pytest.mark.parametrize("count", [1, 3, 5, 100])
def test_pages_put_together_are_the_whole(ask, count):
    found, start = [], 0
    while True:
        page = ask(start=start, count=count)
        found += told(page)
        start += count
        if not page.has_more:
            break
    assert found == STORY


def test_what_is_confidential_shows_its_title_line_only(database, region, ask):
    with database.write() as session:
        case = session.query(Case).filter_by(theme=THEME).one()
        case.label = case.items[0].label = case.escalations[0].step.label = Label.CONFIDENTIAL
        session.query(ActionItem).one().label = Label.CONFIDENTIAL
        session.query(Circular).filter(Circular.sent_at.is_not(None)).one().label = Label.CONFIDENTIAL
    rows = ask().rows
    kept = [row for row in rows if row.label is Label.CONFIDENTIAL]
    assert {row.kind for row in kept} == set(Told) - {Told.RETURNED, Told.ON_WAY}
    assert all(row.text == "" for row in kept)
    assert [row.is_withheld for row in kept] == [True] * len(kept)
    # An action is nothing but its text.
    assert next(row.title for row in kept if row.kind is Told.ACTION) == ""
    assert [told_row[:2] for told_row in told(ask())] == [row[:2] for row in STORY]


@pytest.mark.parametrize("where", ["item", "meeting"])
def test_what_was_said_and_agreed_where_it_was_closed_stays_closed(database, region, ask, where):
    with database.write() as session:
        item = session.query(Case).filter_by(theme=THEME).one().items[0]
        (item if where == "item" else item.meeting).label = Label.CONFIDENTIAL
        session.query(ActionItem).one().item = item
    closed = {row.kind for row in ask().rows if row.label is Label.CONFIDENTIAL and row.text == "" and row.is_withheld}
    assert {Told.NOTE, Told.DECISION, Told.ACTION} <= closed
    assert [row.title for row in ask().rows if row.kind is Told.ACTION] == [""]


def test_a_meeting_that_was_called_off_told_nothing(database, region, ask):
    with database.write() as session:
        for meeting in {item.meeting for item in session.query(Case).filter_by(theme=THEME).one().items}:
            meeting.cancelled_at, meeting.cancel_reason = instant(2), "Sygdom"
    assert [row for row in ask().rows if row.day == day(3)] == []


ASKED = {
    "a theme": (theme_timeline, 20, lambda _: {"theme": THEME, "language": "da"}),
    "a page of it": (theme_timeline, 20, lambda _: {"theme": THEME, "language": "da", "count": 30}),
    "a case": (case_page, 24, lambda _: {"case_id": 1, "day": TODAY, "language": "da"}),
    "items to link": (items_to_link, 6, lambda _: {"case_id": 2, "day": TODAY, "language": "da"}),
    "when one can hear": (hearing, 5, lambda region: {"group_id": region, "day": TODAY, "language": "da"}),
    "what is expected": (expected, 6, lambda _: {"escalation_ids": [1, 2], "day": TODAY, "language": "da"}),
}


@pytest.fixture(scope="module")
def desks(tmp_path_factory, embedded_template):
    """A small desk and one with ten times as much of a theme."""
    with contextlib.ExitStack() as stack:
        made = []
        for times in (2, 20):
            path = tmp_path_factory.mktemp("themes") / "themes.desk"
            shutil.copyfile(embedded_template, path)
            database = stack.enter_context(contextlib.closing(open_embedded(path)))
            with database.write() as session:
                made.append((database, lay(session, times)))
        yield made


@pytest.mark.parametrize("name", ASKED)
def test_a_question_about_cases_takes_as_many_statements_however_much_there_is(desks, name):
    query, most, arguments = ASKED[name]
    counts = []
    for database, region in desks:
        answer, heard = statements(database, query, arguments(region))
        counts.append(len(heard))
        assert answer
    # Fewer where a page shows fewer kinds of lines.
    assert counts[1] <= counts[0] <= most, counts


def test_rows_are_plain(ask):
    plain = (str, int, dt.date, Label, Told, EscalationEventKind, type(None))
    assert all(isinstance(value, plain) for row in ask().rows for value in dataclasses.asdict(row).values())


@pytest.fixture
def course(desk, database):
    made = Home(desk, database, eight_bodies(database))
    made.case = lambda region=0, **fields: Course.case(made, region, **({"theme": THEME} | fields))
    return made


def lines(course, **fields):
    """What is told of the theme, the oldest first: what happened, where to, and the words."""
    asked = {"theme": THEME, "language": "en"} | fields
    rows = course.desk.ask(theme_timeline, **asked).rows
    return [(row.event or row.kind, row.group, row.other_group, row.text) for row in reversed(rows)]


def test_every_reason_on_the_way_stays_told_whatever_comes_after(course):
    region, national, top = "Region 1", "Den nationale gruppe", "Arbejdsgruppen"
    key = course.accepted(proposal="Første bud.")
    course.do(return_escalation, key, reason="Hvor mange?")
    course.at(dt.date(2026, 12, 1))
    course.do(word_step, key, proposal="Andet bud.")
    course.do(send_escalation, key)
    course.do(accept_escalation, key)
    course.do(forward_escalation, key, reason="Et principielt spørgsmål.")
    course.at(dt.date(2026, 12, 2))
    course.do(send_escalation, key)
    course.do(return_escalation, key, reason="Det er jeres.")
    course.do(take_up_escalation, key, reason="Vi tager det selv.")
    told = lines(course)[1:]
    assert [line for line in told if line[0] is not Told.ITEM] == [
        (Told.SENT, region, national, "Første bud."),
        (EscalationEventKind.RETURNED, national, region, "Hvor mange?"),
        (Told.SENT, region, national, "Andet bud."),
        (EscalationEventKind.FORWARDED, national, top, "Et principielt spørgsmål."),
        (Told.SENT, national, top, "Andet bud."),
        (EscalationEventKind.RETURNED, top, national, "Det er jeres."),
        (EscalationEventKind.TAKEN_UP, national, "", "Vi tager det selv."),
    ]
    assert [kind for kind, *_ in lines(course, kinds=(Told.ON_WAY,))] == [
        EscalationEventKind.FORWARDED,
        EscalationEventKind.TAKEN_UP,
    ]


def test_leaps_and_what_was_given_up_say_why(course):
    key = course.draft(body_id=course.bodies.top, jump_reason="Det haster.")
    course.do(endorse_escalation, key, note="Aftalt.")
    course.do(send_escalation, key)
    course.do(recall_escalation, key)
    course.do(withdraw_escalation, key, reason="Det er løst.")
    assert [(kind, text) for kind, _, _, text in lines(course)[1:]] == [
        (Told.SENT, "At der findes flere. It skips a level: Det haster."),
        (EscalationEventKind.RECALLED, ""),
        (EscalationEventKind.WITHDRAWN, "Det er løst."),
    ]


def test_the_answer_to_a_lead_of_another_theme_is_told_to_those_behind_it(course):
    own = course.accepted(1)
    course.case = lambda region=0, **fields: Course.case(course, region, theme="children", **fields)
    lead, between = course.accepted(0), course.accepted(2)
    course.do(merge_escalation, own, lead_id=between, reason="Det samme.")
    course.do(merge_escalation, between, lead_id=lead, reason="Også det.")
    course.do(answer_escalation, lead, text="Der kommer flere.", document_reference="Brev 7")
    told = lines(course)
    assert (Told.ANSWER, "Den nationale gruppe", "Region 1", "Der kommer flere.") in told
    reference = course.see(between, lambda one: one.reference)
    assert (EscalationEventKind.MERGED, "Den nationale gruppe", "", f"{reference}: Det samme.") in told
    assert [kind for kind, *_ in lines(course, theme="children")].count(Told.ANSWER) == 1
