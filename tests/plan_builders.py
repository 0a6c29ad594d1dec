"""A small action plan and a year of work under it: what the Action plan page and the yearly contribution tell of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from referral_desk.models import (
    ActionPlan,
    Circular,
    PicklistEntry,
    PlanActivity,
    PlanArea,
    PlanObjective,
)
from referral_desk.vocabulary import (
    ActionState,
    Answer,
    CaseKind,
    CircularKind,
    EntryKind,
    EscalationState,
    ItemOutcome,
    StandingRole,
    StepOutcome,
    Tier,
)
from tests.builders import a_case, a_group, a_meeting, an_action, an_entry, an_escalation, an_item, some_minutes

FEBRUARY, MAY, COMING = dt.date(2026, 2, 10), dt.date(2026, 5, 12), dt.date(2026, 12, 3)
SENT = dt.datetime(2026, 5, 20, 9, tzinfo=dt.UTC)


def a_plan(code="AP9", *, valid_from=dt.date(2025, 1, 1), valid_to=dt.date(2028, 12, 31), activities=True):
    """Two areas, one with a sub-area; activities 1.1, 1.2 (below the sub-area), 2.1."""
    made = ActionPlan(code=code, title_da=f"Plan {code}", title_en=f"Plan {code}", valid_from=valid_from, source="S2")
    made.valid_to = valid_to
    if not activities:
        return made
    first, second = an_area(made, f"{code}-1", "Forebyggelse"), an_area(made, f"{code}-2", "Retsforfølgning")
    below = an_area(made, f"{code}-1a", "Undervisning", parent=first)
    first.objectives.append(
        PlanObjective(code=f"{code}-O", text_da="Færre ofre.", text_en="Fewer victims.", source="S2", due_year=2027)
    )
    for area, number in ((first, "1.1"), (below, "1.2"), (second, "2.1")):
        area.activities.append(
            PlanActivity(
                code=f"{code}-{number}",
                number=number,
                title_da=f"Aktivitet {number}",
                title_en=f"Activity {number}",
                source="S2 'Outreach'",
            )
        )
    return made


def an_area(plan, code, title, *, parent=None):
    made = PlanArea(code=code, title_da=title, title_en=title, source="S2", position=len(plan.areas), parent=parent)
    plan.areas.append(made)
    return made


@dataclass
class Year:
    """The ids of what there is."""

    activities: dict[str, int]
    groups: dict[str, int]


def a_year(session):
    """Two regions and the bodies above; region 1 worked on 1.1 and 1.2, the national group on 1.1, nobody on 2.1."""
    plan = a_plan()
    session.add(plan)
    for picklist, code in (
        ("theme", "children"),
        ("theme", "return"),
        ("setting", "street"),
        ("exploitation", "crime"),
    ):
        session.add(
            PicklistEntry(picklist=picklist, code=code, name_da=code.title(), name_en=code.title(), source="S2")
        )
    top = a_group("Arbejdsgruppen", tier=Tier.INTERMINISTERIAL, code="imwg")
    national = a_group("National", tier=Tier.NATIONAL, code="national", parent=top)
    regions = [a_group(f"Region {n}", code=f"rg{n}", parent=national, position=n) for n in (1, 2)]
    session.add_all([top, national, *regions])
    session.flush()
    by_number = {one.number: one for area in plan.areas for one in area.activities}
    _of_region(session, regions[0], by_number)
    _of_nation(session, national, by_number)
    case = a_case(regions[0], number=1, created_on=MAY, kind=CaseKind.CONCRETE, theme="children", is_minor=Answer.YES)
    case.activities.append(by_number["1.1"])
    _escalated(session, case, national, by_number["1.1"])
    session.flush()
    return Year(
        {number: one.id for number, one in by_number.items()},
        {group.code: group.id for group in (top, national, *regions)},
    )


def _of_region(session, group, by_number):
    """One item with a decision and three actions in February, one carried away, one to come; and the formal items."""
    meeting = a_meeting(group, day=FEBRUARY)
    minutes = some_minutes(meeting)
    item = an_item(meeting, "Tolke", activities=[by_number["1.1"], by_number["1.2"]])
    carried = an_item(meeting, "Udskudt", activities=[by_number["1.1"]], outcome=ItemOutcome.CARRIED)
    carried.outcome_reason = "Ikke nået."
    an_item(meeting, "Godkendelse af dagsorden", standing=StandingRole.AGENDA_APPROVAL)
    an_entry(minutes, item, "Det gør vi.", kind=EntryKind.DECISION)
    an_entry(minutes, item, "Drøftet.")
    due = FEBRUARY + dt.timedelta(days=30)
    for number, (state, closed_on) in enumerate(
        [
            (ActionState.DONE, due),
            (ActionState.DONE, due + dt.timedelta(days=3)),
            (ActionState.OPEN, None),
        ],
        start=1,
    ):
        action = an_action(group, f"Gøre {number}", number=number, due=due, item=item, state=state, closed_on=closed_on)
        action.created_on = FEBRUARY
        session.add(action)
    session.add(meeting)
    coming = a_meeting(group, day=COMING)
    an_item(coming, "Tolke igen", activities=[by_number["1.1"]])
    session.add(coming)


def _of_nation(session, group, by_number):
    meeting = a_meeting(group, day=MAY)
    some_minutes(meeting)
    item = an_item(meeting, "Rammer", activities=[by_number["1.1"]])
    cancelled = a_meeting(group, day=MAY + dt.timedelta(days=7))
    cancelled.cancelled_at = SENT
    an_item(cancelled, "Aflyst", activities=[by_number["2.1"]])
    circular = Circular(group=group, year=2026, number=1, kind=CircularKind.GOOD_PRACTICE, title="Godt råd", item=item)
    circular.created_on, circular.sent_at, circular.sent_by = MAY, SENT, "Koordinator"
    circular.activities.append(by_number["1.1"])
    session.add_all([meeting, cancelled, circular])


def _escalated(session, case, national, activity):
    """Sent by the region in May and answered 30 days later."""
    escalation = an_escalation(case, national, state=EscalationState.ANSWERED)
    step = escalation.steps[0]
    step.sent_at, step.sent_by, step.outcome = SENT, "Sekretær", StepOutcome.ANSWERED
    step.answered_on, step.answer = SENT.date() + dt.timedelta(days=30), "Det er i orden."
    step.activities.append(activity)
    session.add(escalation)
