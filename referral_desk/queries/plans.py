"""Action plans as trees: areas, objectives, activities with the names of their time, milestones."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import ActionPlan, Organisation, PlanActivity, PlanArea, PlanMilestone, PlanObjective
from referral_desk.reference.citing import cited, remarked


@dataclass(frozen=True)
class PlanRow:
    """A plan in a list; `amends` is the title of the plan it amends, `activities` how many the desk knows of."""

    id: int
    code: str
    title: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    is_in_force: bool
    amends: str
    activities: int


@dataclass(frozen=True)
class ObjectiveRow:
    """What an area is to reach, with the year where the plan names one."""

    code: str
    text: str
    due_year: int | None
    source: str


@dataclass(frozen=True)
class PlanActivityRow:
    """An activity. `responsible` has the names that the bodies had when the plan began; empty where it names nobody."""

    id: int
    version: int
    code: str
    number: str
    title: str
    responsible: tuple[str, ...]
    status: str
    source: str
    note: str


@dataclass(frozen=True)
class PlanAreaRow:
    """An area of effort with what belongs to it; `areas` are its sub-areas."""

    code: str
    title: str
    objectives: tuple[ObjectiveRow, ...]
    activities: tuple[PlanActivityRow, ...]
    areas: tuple[PlanAreaRow, ...]
    source: str


@dataclass(frozen=True)
class MilestoneRow:
    """An evaluation, review or report. `due` is the last day it can mean, `due_text` as exactly as it is known."""

    code: str
    title: str
    due: dt.date | None
    due_text: str
    source: str
    note: str


@dataclass(frozen=True)
class PlanTree:
    """A whole plan; `amendments` are the plans that amend it."""

    plan: PlanRow
    areas: tuple[PlanAreaRow, ...]
    milestones: tuple[MilestoneRow, ...]
    amendments: tuple[PlanRow, ...]
    source: str
    note: str

    @property
    def all_areas(self) -> tuple[PlanAreaRow, ...]:
        """Areas and sub-areas, each before what is below it."""
        return tuple(found for area in self.areas for found in (area, *area.areas))

    @property
    def all_activities(self) -> tuple[PlanActivityRow, ...]:
        """Every activity, in the plan's order."""
        return tuple(activity for area in self.all_areas for activity in area.activities)


def plans(session: Session, *, day: dt.date, language: str) -> tuple[PlanRow, ...]:
    """Every plan, the newest first; `day` says which are in force."""
    return tuple(
        _plan(plan, day, language)
        for plan in sorted(_load(session), key=lambda plan: (plan.valid_from or dt.date.min, plan.code), reverse=True)
    )


def plan_tree(session: Session, code: str, *, day: dt.date, language: str) -> PlanTree | None:
    """One plan with everything in it, or None for an unknown code."""
    loaded = _load(session)
    found = next((plan for plan in loaded if plan.code == code), None)
    if found is None:
        return None
    below: dict[int | None, list[PlanArea]] = defaultdict(list)
    for area in found.areas:
        below[area.parent_id].append(area)
    called = _called(session, found.valid_from or day, language)

    def area_row(area: PlanArea) -> PlanAreaRow:
        objectives = sorted(area.objectives, key=lambda row: row.position)
        return PlanAreaRow(
            area.code,
            _title(area, language),
            tuple(_objective(row, language) for row in objectives),
            tuple(_activity(row, called, language) for row in area.activities),
            tuple(area_row(lower) for lower in below[area.id]),
            area.source,
        )

    milestones = sorted(found.milestones, key=lambda row: (row.due or dt.date.max, row.code))
    return PlanTree(
        _plan(found, day, language),
        tuple(area_row(area) for area in below[None]),
        tuple(_milestone(row, language) for row in milestones),
        tuple(_plan(plan, day, language) for plan in loaded if plan.amends is found),
        found.source,
        remarked(found.code, found.note, language),
    )


def _load(session: Session) -> list[ActionPlan]:
    areas = selectinload(ActionPlan.areas)
    return list(
        session.scalars(
            select(ActionPlan)
            .order_by(ActionPlan.code)
            .options(
                areas.selectinload(PlanArea.activities),
                areas.selectinload(PlanArea.objectives),
                selectinload(ActionPlan.milestones),
                selectinload(ActionPlan.amends),
            )
        )
    )


def _called(session: Session, day: dt.date, language: str) -> dict[str, str]:
    bodies = session.scalars(select(Organisation).options(selectinload(Organisation.names)))
    return {body.code: body.name_on(day, language) for body in bodies if body.code}


def _plan(plan: ActionPlan, day: dt.date, language: str) -> PlanRow:
    return PlanRow(
        plan.id,
        plan.code,
        _title(plan, language),
        plan.valid_from,
        plan.valid_to,
        plan.valid_on(day),
        _title(plan.amends, language) if plan.amends else "",
        sum(len(area.activities) for area in plan.areas),
    )


def _objective(row: PlanObjective, language: str) -> ObjectiveRow:
    return ObjectiveRow(row.code, row.text_da if language == "da" else row.text_en, row.due_year, row.source)


def _activity(row: PlanActivity, called: dict[str, str], language: str) -> PlanActivityRow:
    # What is not a code was written by people: shown as it stands.
    words = row.responsible.split()
    known = all(word in called for word in words)
    responsible = tuple(called[word] for word in words) if known else (row.responsible,)
    return PlanActivityRow(
        row.id,
        row.version,
        row.code,
        row.number,
        _title(row, language),
        responsible,
        row.status,
        cited(row.source, language),
        remarked(row.code, row.note, language),
    )


def _milestone(row: PlanMilestone, language: str) -> MilestoneRow:
    return MilestoneRow(
        row.code, _title(row, language), row.due, row.due_text, row.source, remarked(row.code, row.note, language)
    )


def _title(row: ActionPlan | PlanArea | PlanActivity | PlanMilestone, language: str) -> str:
    return row.title_da if language == "da" else (row.title_en or row.title_da)
