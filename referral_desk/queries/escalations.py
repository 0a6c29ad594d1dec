"""Escalations as the lanes of the Cases page and as lists: filtered, a page at a time, with who does what next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import Case, Escalation, EscalationStep, Group
from referral_desk.models.cases import case_reference
from referral_desk.queries.actions import theme_names
from referral_desk.queries.cases import MOST_COUNTED
from referral_desk.queries.expected import expected
from referral_desk.queries.followers import earliest_due, followers, highest_urgency
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationLane,
    EscalationState,
    Label,
    StepOutcome,
    Tier,
    Urgency,
)

PAGE: Final = 100
"""How many rows are shown at once; more on request."""
PER_LANE: Final = 30
_OPEN: Final = Escalation.closed_on.is_(None)


@dataclass(frozen=True)
class EscalationFilters:
    """Which escalations are sought; what is None or empty does not matter."""

    level: Tier | None = None
    """The tier of the body that has it now."""
    states: tuple[EscalationState, ...] = ()
    holder_id: int | None = None
    group_id: int | None = None
    """The group that raised it."""
    theme: str = ""
    is_open: bool | None = True
    older_than: int | None = None
    """Only those that came to their state more than so many days ago."""


@dataclass(frozen=True)
class EscalationRow:
    """One escalation as a lane or a list shows it; groups are called what they were called on the day asked about."""

    id: int
    version: int
    case_id: int
    reference: str
    title: str
    """That of its newest words, else of its case."""
    theme: str
    theme_name: str
    label: Label
    is_case_closer: bool
    """Whether its case is for fewer readers than its words are: what comes from the case alone is not for them."""
    origin_id: int
    origin: str
    origins: tuple[str, ...]
    """The groups that raised it, with those of what was merged into it: the answer goes to all of them."""
    followers: int
    """How many were merged into it."""
    lead_id: int | None
    """What it was merged into."""
    lead: str
    """The reference of that one; empty where it was not merged."""
    holder_id: int
    holder: str
    state: EscalationState
    lane: EscalationLane
    since: dt.date
    waits_days: int
    """Days in its state until the day asked about; 0 once it is over."""
    created_on: dt.date
    age_days: int
    """Days from its beginning to the day asked about, or to its end."""
    due: dt.date | None
    """By when the sender of the newest step asks for an answer, or that of one merged into it: the first day."""
    is_late: bool
    """Whether that day is past and there is no answer."""
    body_id: int
    body: str
    role: ConsultationRole
    """What that body is asked for."""
    urgency: Urgency
    """The highest of its own and of what was merged into it."""
    next_step: str
    """What is expected next, of whom and when, in words; empty once it is over."""
    next_day: dt.date | None
    next_meeting_id: int | None


@dataclass(frozen=True)
class EscalationList:
    """Some escalations, those that have waited longest first, and how many there are in all, as far as counted."""

    rows: tuple[EscalationRow, ...]
    total: int
    """At most one above MOST_COUNTED, which means "more than that"."""
    has_more: bool


@dataclass(frozen=True)
class Lane:
    """The first cards of a lane, those that have waited longest first, and how many stand in it, as far as counted."""

    rows: tuple[EscalationRow, ...]
    total: int


@dataclass(frozen=True)
class Lanes:
    """The lanes of the Cases page; what was merged into another is told there, by the groups that raised it."""

    regional: Lane
    national: Lane
    interministerial: Lane
    answered: Lane


LANES: Final = (
    EscalationLane.REGIONAL,
    EscalationLane.NATIONAL,
    EscalationLane.INTERMINISTERIAL,
    EscalationLane.ANSWERED,
)


def lanes(session: Session, *, day: dt.date, language: str, per_lane: int = PER_LANE) -> Lanes:
    """What is under way, by who has it; each lane costs the same however much stands in it."""
    ids = {
        lane: session.scalars(
            select(Escalation.id)
            .where(Escalation.lane == lane)
            .order_by(Escalation.since, Escalation.id)
            .limit(per_lane)
        ).all()
        for lane in LANES
    }
    rows = {row.id: row for row in rows_by_id(session, [key for found in ids.values() for key in found], day, language)}
    return Lanes(
        *(
            Lane(
                tuple(rows[key] for key in found),
                len(found) if len(found) < per_lane else _count(session, [Escalation.lane == lane]),
            )
            for lane, found in ids.items()
        )
    )


def escalation_rows(
    session: Session, *, filters: EscalationFilters, language: str, day: dt.date, start: int = 0, count: int = PAGE
) -> EscalationList:
    """Some of the escalations that are sought, from the place `start` on; nothing is loaded beyond them.

    Those that have waited longest in their state come first; where closed ones are sought too they come last.
    """
    wanted = _conditions(filters, day)
    order = (Escalation.closed_on.is_not(None), Escalation.since, Escalation.id)
    found = (
        select(Escalation.id)
        .where(*wanted)
        .order_by(*(order[1:] if filters.is_open else order))
        .offset(start)
        .limit(count + 1)
    )
    ids = session.scalars(found).all()
    has_more = len(ids) > count
    total = _count(session, wanted) if has_more or (start and not ids) else start + len(ids)
    return EscalationList(rows_by_id(session, ids[:count], day, language), total, has_more)


def rows_by_id(session: Session, ids: Sequence[int], day: dt.date, language: str) -> tuple[EscalationRow, ...]:
    """The rows of some escalations in the order asked for, in a number of questions that does not grow with them."""
    groups = {group.id: group for group in session.scalars(select(Group).options(selectinload(Group.names)))}
    names = {key: group.short_on(day, language) for key, group in groups.items()}
    themes = theme_names(session, language)
    told = {row.id: row for row in session.execute(_columns(ids))}
    steps = {row.escalation_id: row for row in session.execute(_newest_steps(ids))}
    merged = followers(session, ids)
    coming = expected(session, escalation_ids=ids, day=day, language=language)
    leads = _references(session, {row.merged_into_id for row in told.values() if row.merged_into_id}, groups)
    found = []
    for key in ids:
        row, step, following, ahead = told[key], steps[key], merged.get(key, ()), coming.get(key)
        end = row.closed_on or day
        due = earliest_due(step.due, following)
        found.append(
            EscalationRow(
                id=key,
                version=row.version,
                case_id=row.case_id,
                reference=escalation_reference(row, groups[row.group_id].code),
                title=step.title or row.title,
                theme=row.theme,
                theme_name=themes.get(row.theme, row.theme),
                label=step.label,
                is_case_closer=row.case_label.rank > step.label.rank,
                origin_id=row.group_id,
                origin=names[row.group_id],
                origins=tuple(
                    dict.fromkeys(names[one] for one in (row.group_id, *(other.group_id for other in following)))
                ),
                followers=len(following),
                lead_id=row.merged_into_id,
                lead=leads.get(row.merged_into_id or 0, ""),
                holder_id=row.holder_id,
                holder=names[row.holder_id],
                state=row.state,
                lane=row.lane,
                since=row.since,
                waits_days=max(0, (day - row.since).days) if row.state.is_open else 0,
                created_on=row.created_on,
                age_days=max(0, (end - row.created_on).days),
                due=due,
                is_late=bool(due and due < day and row.state.is_open and not row.state.is_answered),
                body_id=step.body_id,
                body=names[step.body_id],
                role=step.role,
                urgency=highest_urgency(step.urgency, following),
                next_step=ahead.words if ahead else "",
                next_day=ahead.day if ahead else None,
                next_meeting_id=ahead.meeting_id if ahead else None,
            )
        )
    return tuple(found)


def escalation_reference(row: Any, code: str) -> str:
    """The reference of a row that has its case's year and number (`case_number`), and its own number."""
    told = case_reference(code, row.year, row.case_number)
    return told if row.number == 1 else f"{told}/{row.number}"


def _columns(ids: Collection[int]) -> Any:
    return (
        select(
            *(Escalation.id, Escalation.version, Escalation.number, Escalation.state, Escalation.lane),
            *(Escalation.since, Escalation.holder_id, Escalation.merged_into_id, Escalation.created_on),
            *(Escalation.closed_on, Escalation.case_id, Case.group_id, Case.year, Case.title, Case.theme),
            *(Case.number.label("case_number"), Case.label.label("case_label")),
        )
        .join(Case, Case.id == Escalation.case_id)
        .where(Escalation.id.in_(ids))
    )


def _newest_steps(ids: Collection[int]) -> Any:
    """The step that counts of each: the newest that its sender has not given up."""
    last = (
        select(EscalationStep.escalation_id, func.max(EscalationStep.number).label("number"))
        .where(EscalationStep.escalation_id.in_(ids), EscalationStep.outcome != StepOutcome.GIVEN_UP)
        .group_by(EscalationStep.escalation_id)
        .subquery()
    )
    return select(
        *(EscalationStep.escalation_id, EscalationStep.title, EscalationStep.label, EscalationStep.due),
        *(EscalationStep.body_id, EscalationStep.role, EscalationStep.urgency),
    ).join(last, (last.c.escalation_id == EscalationStep.escalation_id) & (last.c.number == EscalationStep.number))


def _references(session: Session, ids: Collection[int], groups: dict[int, Group]) -> dict[int, str]:
    if not ids:
        return {}
    rows: Sequence[Row[Any]] = session.execute(_columns(ids)).all()
    return {row.id: escalation_reference(row, groups[row.group_id].code) for row in rows}


def _conditions(filters: EscalationFilters, day: dt.date) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.is_open is not None:
        found.append(_OPEN if filters.is_open else Escalation.closed_on.is_not(None))
    if filters.level is not None:
        found.append(Escalation.holder_id.in_(select(Group.id).where(Group.tier == filters.level)))
    if filters.states:
        found.append(Escalation.state.in_(filters.states))
    if filters.holder_id is not None:
        found.append(Escalation.holder_id == filters.holder_id)
    cases = [Case.group_id == filters.group_id] if filters.group_id is not None else []
    cases += [Case.theme == filters.theme] if filters.theme else []
    if cases:
        found.append(select(Case.id).where(Case.id == Escalation.case_id, *cases).exists())
    if filters.older_than is not None:
        found.append(Escalation.since < day - dt.timedelta(days=filters.older_than))
    return found


def _count(session: Session, wanted: list[ColumnElement[bool]]) -> int:
    # The order leads both engines to an index: without it they count by reading everything.
    some = select(Escalation.id).where(*wanted).order_by(Escalation.since, Escalation.id).limit(MOST_COUNTED + 1)
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0
