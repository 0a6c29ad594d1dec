"""The things behind an activity's counts: agenda items, decisions, actions, cases, escalations, circulars."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from referral_desk.clock import Quarter, local_date
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Case,
    Circular,
    Escalation,
    EscalationStep,
    Group,
    Meeting,
    MinutesEntry,
)
from referral_desk.models.actions import reference
from referral_desk.models.agenda import item_activities
from referral_desk.models.cases import case_activities, case_reference
from referral_desk.models.circulars import circular_activities
from referral_desk.models.escalation_steps import step_activities
from referral_desk.queries.plan_counts import DECIDED, LIVE, SENT, Scope
from referral_desk.vocabulary import ActionState, CaseKind, CircularKind, EscalationState, Label, Purpose


class ThingKind(enum.StrEnum):
    """What something is."""

    ITEM = "item"
    DECISION = "decision"
    ACTION = "action"
    CASE = "case"
    ESCALATION = "escalation"
    CIRCULAR = "circular"


@dataclass(frozen=True)
class Thing:
    """Something that a group did for an activity; `id` is its own, `opens` that of the meeting or case it stands in."""

    kind: ThingKind
    id: int
    opens: int
    group_id: int
    quarter: Quarter
    day: dt.date
    title: str
    """Empty where the label of a decision or an action, or of where it was made, keeps its words closed."""
    reference: str = ""
    item_id: int | None = None
    decisions: int = 0
    """Of an item."""
    actions: int = 0
    """Of an item."""
    is_ahead: bool = False
    """An item whose meeting is still to come."""
    purpose: Purpose | None = None
    action_state: ActionState | None = None
    is_late: bool = False
    """An action that is overdue, or was done after its day."""
    case_kind: CaseKind | None = None
    state: EscalationState | None = None
    to: int | None = None
    """The group that an escalation was sent to."""
    circular_kind: CircularKind | None = None


def activity_things(
    session: Session, *, activity_id: int, first_year: int, last_year: int, day: dt.date
) -> tuple[Thing, ...]:
    """All of it in some years as known on a day, the newest first; what is counted and nothing else."""
    scope = Scope(None, first_year, last_year, day)
    found = [
        *_items(session, activity_id, scope),
        *_decisions(session, activity_id, scope),
        *_actions(session, activity_id, scope),
        *_cases(session, activity_id, scope),
        *_escalations(session, activity_id, scope),
        *_circulars(session, activity_id, scope),
    ]
    order = list(ThingKind)
    return tuple(sorted(found, key=lambda thing: (-thing.day.toordinal(), order.index(thing.kind), thing.id)))


def _of_items(activity_id: int, scope: Scope, *columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(Meeting.id, Meeting.group_id, Meeting.year, Meeting.quarter, Meeting.day, AgendaItem.id, *columns)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .join(item_activities, item_activities.c.agenda_item_id == AgendaItem.id)
        .where(
            item_activities.c.plan_activity_id == activity_id,
            LIVE,
            Meeting.year.between(scope.first_year, scope.last_year),
        )
    )


def _items(session: Session, activity_id: int, scope: Scope) -> Iterator[Thing]:
    is_decision = and_(MinutesEntry.item_id == AgendaItem.id, DECIDED)
    decisions = select(func.count(MinutesEntry.id)).where(is_decision).correlate(AgendaItem).scalar_subquery()
    is_action = and_(ActionItem.item_id == AgendaItem.id, ActionItem.created_on <= scope.day)
    actions = select(func.count(ActionItem.id)).where(is_action).correlate(AgendaItem).scalar_subquery()
    query = _of_items(activity_id, scope, AgendaItem.title, AgendaItem.purpose, decisions, actions)
    for opens, group_id, year, number, day, item_id, title, purpose, decided, agreed in session.execute(query):
        yield Thing(
            ThingKind.ITEM,
            item_id,
            opens,
            group_id,
            Quarter(year, number),
            day,
            title,
            item_id=item_id,
            decisions=decided,
            actions=agreed,
            is_ahead=day > scope.day,
            purpose=purpose,
        )


def _decisions(session: Session, activity_id: int, scope: Scope) -> Iterator[Thing]:
    labels = MinutesEntry.label, AgendaItem.label, Meeting.label
    query = _of_items(activity_id, scope, MinutesEntry.id, MinutesEntry.text, *labels).where(Meeting.day <= scope.day)
    query = query.join(MinutesEntry, and_(MinutesEntry.item_id == AgendaItem.id, DECIDED))
    for opens, group_id, year, number, day, item_id, key, text, *closed_by in session.execute(query):
        title = "" if Label.CONFIDENTIAL in closed_by else " ".join(text.split())
        yield Thing(ThingKind.DECISION, key, opens, group_id, Quarter(year, number), day, title, item_id=item_id)


def _actions(session: Session, activity_id: int, scope: Scope) -> Iterator[Thing]:
    query = _of_items(activity_id, scope, ActionItem, Group.code, AgendaItem.label, Meeting.label)
    query = query.join(ActionItem, ActionItem.item_id == AgendaItem.id).join(Group, Group.id == ActionItem.group_id)
    for opens, _, year, number, day, item_id, action, code, *closed_by in session.execute(
        query.where(ActionItem.created_on <= scope.day)
    ):
        is_closed = action.closed_on is not None and action.closed_on <= scope.day
        until = action.closed_on if is_closed else scope.day
        is_kept = action.due is None or until <= action.due
        yield Thing(
            ThingKind.ACTION,
            action.id,
            opens,
            action.group_id,
            Quarter(year, number),
            day,
            "" if Label.CONFIDENTIAL in (action.label, *closed_by) else " ".join(action.text.split()),
            reference(code, action.year, action.number),
            item_id=item_id,
            action_state=action.state if is_closed or action.state.is_open else ActionState.OPEN,
            is_late=not is_kept and (not is_closed or action.state is ActionState.DONE),
        )


def _cases(session: Session, activity_id: int, scope: Scope) -> Iterator[Thing]:
    query = (
        select(Case, Group.code)
        .join(case_activities, case_activities.c.case_id == Case.id)
        .join(Group, Group.id == Case.group_id)
        .where(case_activities.c.plan_activity_id == activity_id, scope.within(Case.created_on))
    )
    for case, code in session.execute(query):
        day = case.created_on
        told = case_reference(code, case.year, case.number)
        yield Thing(
            ThingKind.CASE,
            case.id,
            case.id,
            case.group_id,
            Quarter.of(day),
            day,
            case.title,
            told,
            case_kind=case.kind,
        )


def _escalations(session: Session, activity_id: int, scope: Scope) -> Iterator[Thing]:
    origin = aliased(Group)
    query = (
        select(EscalationStep, Escalation.number, Escalation.state, Case, origin.code)
        .join(step_activities, step_activities.c.escalation_step_id == EscalationStep.id)
        .join(Escalation, Escalation.id == EscalationStep.escalation_id)
        .join(Case, Case.id == Escalation.case_id)
        .join(origin, origin.id == Case.group_id)
        .where(step_activities.c.plan_activity_id == activity_id, scope.within_instants(EscalationStep.sent_at), SENT)
    )
    for step, number, state, case, code in session.execute(query):
        assert step.sent_at is not None
        day = local_date(step.sent_at)
        told = case_reference(code, case.year, case.number)
        yield Thing(
            ThingKind.ESCALATION,
            step.id,
            case.id,
            step.sender_id,
            Quarter.of(day),
            day,
            step.title,
            told if number == 1 else f"{told}/{number}",
            state=state,
            to=step.body_id,
        )


def _circulars(session: Session, activity_id: int, scope: Scope) -> Iterator[Thing]:
    query = (
        select(Circular)
        .join(circular_activities, circular_activities.c.circular_id == Circular.id)
        .where(circular_activities.c.plan_activity_id == activity_id, scope.within_instants(Circular.sent_at))
    )
    for circular in session.scalars(query):
        assert circular.sent_at is not None
        day = local_date(circular.sent_at)
        yield Thing(
            ThingKind.CIRCULAR,
            circular.id,
            circular.id,
            circular.group_id,
            Quarter.of(day),
            day,
            circular.title,
            circular.reference,
            circular_kind=circular.kind,
        )
