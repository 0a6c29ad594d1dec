"""What was merged into an escalation counts in it: the earliest day asked for, the highest urgency, in one look-up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from referral_desk.models import Case, Escalation, EscalationStep
from referral_desk.vocabulary import EscalationState, StepOutcome, Urgency

URGENCIES: Final = list(Urgency)
"""From the lowest to the highest."""


@dataclass(frozen=True)
class Follower:
    """One that was merged, with what its own sender asked for."""

    id: int
    lead_id: int
    """What it was merged into itself."""
    group_id: int
    """The group that raised it."""
    due: dt.date | None
    urgency: Urgency


def is_newest_step() -> ColumnElement[bool]:
    """Whether a step is the one that counts of the escalation asked about: the newest that was not given up."""
    newest = (
        select(func.max(EscalationStep.number))
        .where(EscalationStep.escalation_id == Escalation.id, EscalationStep.outcome != StepOutcome.GIVEN_UP)
        .correlate(Escalation)
        .scalar_subquery()
    )
    return (EscalationStep.escalation_id == Escalation.id) & (EscalationStep.number == newest)


def followers(session: Session, ids: Collection[int]) -> dict[int, tuple[Follower, ...]]:
    """What was merged into each of some escalations, whole chains, each before what was merged into it in turn.

    Those without followers are left out. One statement.
    """
    if not ids:
        return {}
    first = aliased(Escalation)
    ways = (
        select(first.merged_into_id.label("root"), first.id.label("member"))
        .where(first.merged_into_id.in_(ids))
        .cte("merged", recursive=True)
    )
    ways = ways.union(
        select(ways.c.root, Escalation.id).join_from(ways, Escalation, Escalation.merged_into_id == ways.c.member)
    )
    rows = session.execute(
        select(
            ways.c.root,
            Escalation.id,
            Escalation.merged_into_id,
            Case.group_id,
            EscalationStep.due,
            EscalationStep.urgency,
        )
        .join_from(ways, Escalation, Escalation.id == ways.c.member)
        .join(Case, Case.id == Escalation.case_id)
        .join(EscalationStep, is_newest_step())
    )
    found: dict[int, list[Follower]] = {}
    # Sorted here: a store asked for their order goes through all that were ever sent instead of these few.
    for root, *row in sorted(rows, key=lambda row: row[1]):
        found.setdefault(root, []).append(Follower(*row))
    return {root: tuple(_below(root, ones)) for root, ones in found.items()}


def late_leads(day: dt.date) -> Select[Any]:
    """The ids of what something was merged into whose sender asked for an answer before a day, and has none."""
    late = (
        select(Escalation.merged_into_id.label("lead"))
        .join(EscalationStep, is_newest_step())
        .where(Escalation.closed_on.is_(None), Escalation.state == EscalationState.MERGED, EscalationStep.due < day)
        .cte("late", recursive=True)
    )
    late = late.union(
        select(Escalation.merged_into_id).where(Escalation.id == late.c.lead, Escalation.merged_into_id.is_not(None))
    )
    return select(late.c.lead)


def earliest_due(own: dt.date | None, behind: Iterable[Follower]) -> dt.date | None:
    """The first day by which an answer is asked for, by its own sender or one of those that were merged into it."""
    return min((day for day in (own, *(one.due for one in behind)) if day is not None), default=None)


def highest_urgency(own: Urgency, behind: Iterable[Follower]) -> Urgency:
    """How urgent it is to its own sender, or to one of those that were merged into it."""
    return max((own, *(one.urgency for one in behind)), key=URGENCIES.index)


def _below(lead_id: int, ones: list[Follower]) -> list[Follower]:
    return [found for one in ones if one.lead_id == lead_id for found in (one, *_below(one.id, ones))]
