"""What the groups did, counted by the store: for each activity or area of a plan, or at all, by group and quarter."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, extract, func, literal, or_, select
from sqlalchemy.orm import Session

from referral_desk.clock import COPENHAGEN, Quarter
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Case,
    Circular,
    EscalationStep,
    Group,
    Meeting,
    MinutesEntry,
    PlanActivity,
    PlanArea,
)
from referral_desk.models.agenda import item_activities
from referral_desk.models.cases import case_activities
from referral_desk.models.circulars import circular_activities
from referral_desk.models.escalation_steps import step_activities
from referral_desk.queries.plan_tally import Tally
from referral_desk.vocabulary import ActionState, EntryKind, ItemOutcome, StandingRole, StepOutcome

LIVE = and_(
    Meeting.cancelled_at.is_(None),
    AgendaItem.outcome.not_in([ItemOutcome.CARRIED, ItemOutcome.DROPPED]),
)
"""An item that is dealt with at its meeting (`AgendaItem.is_live`)."""
OF_SUBSTANCE = or_(AgendaItem.standing.is_(None), AgendaItem.standing == StandingRole.ORDINARY)
"""Not one of the formal items that stand on every agenda."""
DECIDED = and_(MinutesEntry.kind == EntryKind.DECISION, func.trim(MinutesEntry.text) != "")
SENT = EscalationStep.outcome != StepOutcome.GIVEN_UP


Key = tuple[int, int, Quarter]
"""What it belongs to (an activity or area, 0 for all), which group, in which quarter."""


@dataclass(frozen=True)
class Scope:
    """What is counted: of which plan (None counts all that the groups did), from and to which year, seen on a day."""

    plan_id: int | None
    first_year: int
    last_year: int
    day: dt.date
    key: ColumnElement[int] | None = None
    """By what it is told apart below the plan: `by_activity()`, `by_area(...)`, or all as one."""

    @property
    def by(self) -> ColumnElement[int]:
        """The column that tells apart."""
        return literal(0) if self.key is None else self.key

    def within(self, column: Any) -> ColumnElement[bool]:
        """That a column of days lies in the years, and not after the day."""
        last = min(dt.date(self.last_year, 12, 31), self.day)
        return and_(column >= dt.date(self.first_year, 1, 1), column <= last)

    def within_instants(self, column: Any) -> ColumnElement[bool]:
        """The same of a column of instants."""
        last = min(dt.date(self.last_year, 12, 31), self.day)
        return and_(column >= _midnight(dt.date(self.first_year, 1, 1)), column < _midnight(last + dt.timedelta(1)))

    def quarters(self) -> list[Quarter]:
        """The quarters of the years, in order."""
        return [Quarter(year, number) for year in range(self.first_year, self.last_year + 1) for number in range(1, 5)]


def by_activity() -> ColumnElement[int]:
    """Tell apart by activity."""
    return PlanActivity.id.expression


def by_area(tops: Mapping[int, int]) -> ColumnElement[int]:
    """Tell apart by the areas that sub-areas belong to; `tops` has the area for each one's id."""
    return case(dict(tops), value=PlanArea.id, else_=0)


def tallies(session: Session, scope: Scope) -> dict[Key, Tally]:
    """Count; what is not there counts nothing."""
    found: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for query, names in _queries(scope):
        for what, group_id, year, number, *counts in session.execute(query):
            for name, count in zip(names, counts, strict=True):
                found[what, group_id, Quarter(year, number)][name] += count
    return {key: Tally(**counts) for key, counts in found.items()}


def added(tallied: Mapping[Key, Tally], *, what: int | None = None, group_id: int | None = None) -> Tally:
    """All that belongs to something, to a group or to both."""
    fitting = (
        tally
        for (of_what, of_group, _quarter), tally in tallied.items()
        if what in (None, of_what) and group_id in (None, of_group)
    )
    return sum(fitting, Tally())


def _queries(scope: Scope) -> Iterable[tuple[Select[*tuple[Any, ...]], tuple[str, ...]]]:
    """Each gives: what, group, year, number of the quarter, and the counts so called."""
    is_over = Meeting.day <= scope.day
    items = (_distinct(AgendaItem.id, is_over), _distinct(AgendaItem.id, ~is_over), _distinct(Meeting.id, is_over))
    yield _of_items(scope, *items), ("items", "ahead", "meetings")
    decided = _of_items(scope, func.count(MinutesEntry.id.distinct())).where(is_over)
    yield decided.join(MinutesEntry, and_(MinutesEntry.item_id == AgendaItem.id, DECIDED)), ("decisions",)
    counts = _action_counts(scope.day)
    yield _of_actions(scope, list(counts.values())), tuple(counts)
    yield _of_cases(scope), ("cases",)
    yield _of_steps(scope), ("escalations",)
    yield _of_circulars(scope), ("circulars",)


def _of_items(scope: Scope, *counts: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    where = (scope.by, Meeting.group_id, Meeting.year, Meeting.quarter)
    query = (
        select(*where, *counts)
        .select_from(Meeting)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(LIVE, Meeting.year.between(scope.first_year, scope.last_year))
        .group_by(*where)
    )
    if scope.plan_id is None:
        return query.where(OF_SUBSTANCE)
    return _of_plan(query, scope, item_activities, item_activities.c.agenda_item_id == AgendaItem.id)


def _action_counts(day: dt.date) -> dict[str, ColumnElement[int]]:
    """What became of actions by a day."""
    is_closed = and_(ActionItem.closed_on.is_not(None), ActionItem.closed_on <= day)
    is_open = or_(ActionItem.closed_on.is_(None), ActionItem.closed_on > day)
    in_time = or_(ActionItem.due.is_(None), ActionItem.closed_on <= ActionItem.due)
    parts: dict[str, ColumnElement[bool]] = {
        "on_time": and_(is_closed, ActionItem.state == ActionState.DONE, in_time),
        "late": and_(is_closed, ActionItem.state == ActionState.DONE, ActionItem.closed_on > ActionItem.due),
        "not_possible": and_(is_closed, ActionItem.state == ActionState.NOT_POSSIBLE),
        "not_done": and_(is_closed, ActionItem.state == ActionState.NOT_DONE),
        "transferred": and_(is_closed, ActionItem.state == ActionState.TRANSFERRED),
        "open": is_open,
        "overdue": and_(is_open, ActionItem.due < day),
    }
    whole = func.count(ActionItem.id.distinct())
    return {"actions": whole, **{name: _distinct(ActionItem.id, part) for name, part in parts.items()}}


def _of_actions(scope: Scope, counts: list[ColumnElement[int]]) -> Select[*tuple[Any, ...]]:
    if scope.plan_id is not None:
        query = _of_items(scope, *counts).join(ActionItem, ActionItem.item_id == AgendaItem.id)
        return query.where(ActionItem.created_on <= scope.day)
    where = (scope.by, ActionItem.group_id, ActionItem.year, _quarter_of(ActionItem.created_on))
    # Every group's numbers begin anew each year: the index of references leads to a year's actions.
    return (
        select(*where, *counts)
        .where(
            ActionItem.group_id.in_(select(Group.id)),
            ActionItem.year.between(scope.first_year, scope.last_year),
            ActionItem.created_on <= scope.day,
        )
        .group_by(*where)
    )


def _of_cases(scope: Scope) -> Select[*tuple[Any, ...]]:
    where = (scope.by, Case.group_id, Case.year, _quarter_of(Case.created_on))
    query = select(*where, func.count(Case.id.distinct())).select_from(Case).where(scope.within(Case.created_on))
    return _of_plan(query.group_by(*where), scope, case_activities, case_activities.c.case_id == Case.id)


def _of_steps(scope: Scope) -> Select[*tuple[Any, ...]]:
    sent_at = EscalationStep.sent_at
    where = (scope.by, EscalationStep.sender_id, *_when(scope, sent_at))
    query = select(*where, func.count(EscalationStep.id.distinct())).select_from(EscalationStep)
    query = query.where(scope.within_instants(sent_at), SENT).group_by(*where)
    return _of_plan(query, scope, step_activities, step_activities.c.escalation_step_id == EscalationStep.id)


def _of_circulars(scope: Scope) -> Select[*tuple[Any, ...]]:
    where = (scope.by, Circular.group_id, *_when(scope, Circular.sent_at))
    query = select(*where, func.count(Circular.id.distinct())).select_from(Circular)
    query = query.where(scope.within_instants(Circular.sent_at)).group_by(*where)
    return _of_plan(query, scope, circular_activities, circular_activities.c.circular_id == Circular.id)


def _of_plan(
    query: Select[*tuple[Any, ...]], scope: Scope, links: Table, is_linked: ColumnElement[bool]
) -> Select[*tuple[Any, ...]]:
    if scope.plan_id is None:
        return query
    return (
        query.join(links, is_linked)
        # The sum keeps the engines from beginning with all that was ever tied to the plan: the years come first.
        .join(PlanActivity, PlanActivity.id == links.c.plan_activity_id + 0)
        .join(PlanArea, PlanArea.id == PlanActivity.area_id)
        .where(PlanArea.plan_id == scope.plan_id)
    )


def _distinct(column: Any, condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many different ones there are for which a condition holds."""
    return func.count(case((condition, column)).distinct())


def _quarter_of(column: Any) -> ColumnElement[int]:
    """The number of the quarter of a day."""
    month = extract("month", column)
    return case(*((month <= 3 * number, literal(number)) for number in (1, 2, 3)), else_=literal(4))


def _when(scope: Scope, column: Any) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """The year and the number of the quarter of an instant, as the clocks stand in Copenhagen."""
    ends = [(quarter, _midnight(quarter.next().first)) for quarter in scope.quarters()]
    year = case(*((column < end, quarter.year) for quarter, end in ends if quarter.number == 4), else_=0)  # noqa: PLR2004
    return year, case(*((column < end, quarter.number) for quarter, end in ends), else_=0)


def _midnight(day: dt.date) -> dt.datetime:
    """The instant at which a day begins in Copenhagen."""
    return dt.datetime.combine(day, dt.time(), tzinfo=COPENHAGEN)
