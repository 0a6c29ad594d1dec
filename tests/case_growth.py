"""A desk with many cases, each sent up once: as the growth of cases and of the answers to them is measured."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from referral_desk.models import (
    ActionPlan,
    Case,
    Escalation,
    EscalationEvent,
    EscalationStep,
    Group,
    Meeting,
    PlanActivity,
    PlanArea,
)
from referral_desk.models.cases import case_activities
from referral_desk.models.escalation_rules import lane_of
from referral_desk.models.escalation_steps import step_activities
from referral_desk.texts import plain_case
from referral_desk.vocabulary import (
    CaseKind,
    EscalationEventKind,
    EscalationState,
    Stage,
    StepOutcome,
    Tier,
)
from tests.builders import a_group

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TODAY = dt.date(2026, 11, 20)
NOON = dt.datetime(2026, 11, 20, 11, tzinfo=dt.UTC)
A_DAY = 5
"""So many cases a day are written down: two months of them on the small desk, twenty-seven years on the large."""
THEMES = ("minors", "housing", "identification", "")
UNDER_WAY = (
    EscalationState.DRAFT,
    EscalationState.SENT,
    EscalationState.ACCEPTED,
    EscalationState.RETURNED,
    EscalationState.ANSWERED,
    EscalationState.RELEASED,
)
PART = 2000
ACTIVITIES = 20
KINDS = (Case, Escalation, EscalationStep, EscalationEvent)


def fill_cases(session: Session, count: int) -> int:
    """Fill an empty store with so many cases, four in five of them under way; give the id of one of these."""
    top = a_group("Arbejdsgruppen", tier=Tier.INTERMINISTERIAL, code="imwg")
    national = a_group("Den nationale gruppe", tier=Tier.NATIONAL, code="national", parent=top)
    regions = [a_group(f"Region {n}", code=f"rg{n}", parent=national) for n in range(1, 7)]
    session.add_all([top, national, *regions])
    session.flush()
    groups = [top, national, *regions]
    session.execute(insert(Meeting), [_meeting(group, turn) for group in groups for turn in range(8)])
    for start in range(0, count, PART):
        told = [_told(number, regions, national, top) for number in range(start + 1, min(start + PART, count) + 1)]
        for kind, rows in zip(
            (Case, Escalation, EscalationStep, EscalationEvent), zip(*told, strict=True), strict=True
        ):
            session.execute(insert(kind), list(rows))
    under_way = select(Escalation.id).where(Escalation.closed_on.is_(None)).order_by(Escalation.id.desc())
    return session.scalars(under_way.limit(1)).one()


def tie_to_plan(session: Session) -> None:
    """Make a plan of many years, and let each case and what was sent of it serve one of its activities."""
    plan = ActionPlan(code="plan", title_da="Plan", title_en="Plan", valid_from=dt.date(1990, 1, 1))
    area = PlanArea(code="area", title_da="Område", title_en="Area", plan=plan)
    for number in range(ACTIVITIES):
        area.activities.append(PlanActivity(code=f"a-{number}", number=str(number), title_da="Mål", title_en="Aim"))
    session.add(plan)
    session.flush()
    first = area.activities[0].id
    for links, rows in ((case_activities, select(Case.id)), (step_activities, select(EscalationStep.id))):
        tied = rows.add_columns(first + rows.selected_columns[0] % ACTIVITIES)
        session.execute(insert(links).from_select([column.name for column in links.columns], tied))


def _meeting(group: Group, turn: int) -> dict[str, object]:
    day = TODAY + dt.timedelta(days=14 + 90 * turn)
    times = {"day": day, "year": day.year, "quarter": (day.month + 2) // 3, "starts": dt.time(9), "ends": dt.time(12)}
    return {"version": 1, "group_id": group.id, "stage": Stage.PLANNED, **times}


def _told(number: int, regions: list[Group], national: Group, top: Group) -> tuple[dict[str, object], ...]:
    """The rows of one case: itself, its escalation, that one's step and the first line of its story."""
    region = regions[number % len(regions)]
    state = UNDER_WAY[number // 5 % len(UNDER_WAY)] if number % 5 else EscalationState.CLOSED
    body = top if number % 3 == 0 else national
    holder = body if state.is_with_receiver or state is EscalationState.ANSWERED else region
    made = TODAY - dt.timedelta(days=(number - 1) // A_DAY)
    closed = None if state.is_open else made
    words = f"Ventetid nr. {number} på et sikkert ophold"
    case = {
        "id": number,
        "version": 1,
        "group_id": region.id,
        "year": made.year,
        "number": number,
        "kind": list(CaseKind)[number % len(CaseKind)],
        "title": words,
        "summary": "",
        "searchable": plain_case(words),
        "theme": THEMES[number % len(THEMES)],
        "created_on": made,
        "closed_on": closed,
    }
    escalation = {
        "id": number,
        "version": 1,
        "case_id": number,
        "number": 1,
        "state": state,
        "since": made,
        "holder_id": holder.id,
        "lane": lane_of(state, holder.tier),
        "created_on": made,
        "closed_on": closed,
    }
    step = {
        "version": 1,
        "escalation_id": number,
        "number": 1,
        "sender_id": region.id,
        "body_id": body.id,
        "title": words,
        "problem": "Der er for få pladser.",
        "proposal": "At der findes flere.",
        "outcome": StepOutcome.ANSWERED if state.is_answered else StepOutcome.OPEN,
        "sent_at": dt.datetime.combine(made, NOON.timetz()),
    }
    event = {"version": 1, "escalation_id": number, "at": NOON, "who": "Prøve", "kind": EscalationEventKind.MADE}
    return case, escalation, step, event
