"""A meeting's agenda: its items with the running clock, one item to write in, and whom and what it can point to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption
from sqlalchemy.orm.strategy_options import _AbstractLoad as Load

from referral_desk.errors import Stale
from referral_desk.models import (
    ActionPlan,
    AgendaItem,
    Meeting,
    Organisation,
    Paper,
    Person,
    PlanActivity,
    PlanArea,
)
from referral_desk.queries.papers import PaperRow, paper_row
from referral_desk.texts import N_, danish_order
from referral_desk.vocabulary import ItemKind, Label, Purpose

GONE = N_("This item is no longer on the agenda: choose another one.")
DAY = 24 * 60


@dataclass(frozen=True)
class ItemRow:
    """One item in the list: when it begins and ends if all before it keep their time."""

    id: int
    version: int
    position: int
    number: int
    title: str
    kind: ItemKind
    purpose: Purpose
    label: Label
    minutes: int
    starts: dt.time
    ends: dt.time
    over: int
    """By how many minutes this item runs over the meeting's end; 0 where it ends in time."""
    breaks_end: bool
    """Whether it is the first that runs over."""
    owner: str
    papers: int
    bad_papers: int
    is_standing: bool
    is_carried: bool
    is_fixed: bool
    """Whether it can no longer be changed or taken off."""


@dataclass(frozen=True)
class AgendaRow:
    """A whole agenda with its clock; minutes are counted from the meeting's start."""

    meeting_id: int
    day: dt.date
    starts: dt.time
    ends: dt.time
    length: int
    planned: int
    over: int
    items: tuple[ItemRow, ...]
    is_closed_to_change: bool
    takes_raised: bool
    """Whether items that are raised at the meeting can still be added."""


@dataclass(frozen=True)
class ActivityRow:
    """An activity of an action plan: its code stands with the plan's years, for the number alone says nothing."""

    id: int
    code: str
    plan: str
    plan_code: str
    number: str
    title: str
    area: str


@dataclass(frozen=True)
class ItemDetail:
    """One item as it is written."""

    id: int
    version: int
    meeting_id: int
    number: int
    title: str
    kind: ItemKind
    purpose: Purpose
    label: Label
    minutes: int
    owner_person_id: int | None
    owner_organisation_id: int | None
    owner: str
    resume: str
    recommendation: str
    presentation: str
    activities: tuple[ActivityRow, ...]
    papers: tuple[PaperRow, ...]
    is_standing: bool
    carried_from: dt.date | None
    is_closed_to_change: bool


@dataclass(frozen=True)
class OwnerChoice:
    """Somebody or something that can bring an item: exactly one of the ids is set."""

    name: str
    detail: str
    person_id: int | None = None
    organisation_id: int | None = None


def agenda(session: Session, *, meeting_id: int, language: str) -> AgendaRow:
    """A meeting's agenda in order, with the running clock; Stale if the meeting is gone."""
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            selectinload(Meeting.items).selectinload(AgendaItem.papers).selectinload(Paper.document),
            *with_owners(selectinload(Meeting.items)),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    rows, clock = [], 0
    for item in meeting.items:
        begins, clock = clock, clock + item.minutes
        rows.append(
            ItemRow(
                id=item.id,
                version=item.version,
                position=item.position,
                number=item.number,
                title=item.title,
                kind=item.kind,
                purpose=item.purpose,
                label=item.label,
                minutes=item.minutes,
                starts=_at(meeting.starts, begins),
                ends=_at(meeting.starts, clock),
                over=max(0, clock - meeting.length),
                breaks_end=begins <= meeting.length < clock and item.minutes > 0,
                owner=owner_line(item, meeting.day, language),
                papers=len(item.papers),
                bad_papers=sum(bool(paper.document.problem) for paper in item.papers),
                is_standing=item.is_standing,
                is_carried=item.carried_from_id is not None,
                is_fixed=item.is_fixed,
            )
        )
    return AgendaRow(
        meeting_id=meeting.id,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        length=meeting.length,
        planned=meeting.planned_minutes,
        over=meeting.minutes_over,
        items=tuple(rows),
        is_closed_to_change=meeting.is_closed_to_change,
        takes_raised=meeting.takes_raised,
    )


def agenda_item(session: Session, *, item_id: int, language: str) -> ItemDetail:
    """One item with its papers; Stale if it is no longer on an agenda."""
    item = session.get(
        AgendaItem,
        item_id,
        options=[
            selectinload(AgendaItem.papers).selectinload(Paper.document),
            selectinload(AgendaItem.activities).joinedload(PlanActivity.area).joinedload(PlanArea.plan),
            joinedload(AgendaItem.meeting),
        ],
    )
    if item is None:
        raise Stale(GONE)
    origin = session.get(AgendaItem, item.carried_from_id) if item.carried_from_id else None
    return ItemDetail(
        id=item.id,
        version=item.version,
        meeting_id=item.meeting_id,
        number=item.number,
        title=item.title,
        kind=item.kind,
        purpose=item.purpose,
        label=item.label,
        minutes=item.minutes,
        owner_person_id=item.owner_person_id,
        owner_organisation_id=item.owner_organisation_id,
        owner=owner_line(item, item.meeting.day, language),
        resume=item.resume,
        recommendation=item.recommendation,
        presentation=item.presentation,
        activities=tuple(activity_row(activity, language) for activity in item.activities),
        papers=tuple(paper_row(paper, language) for paper in item.papers),
        is_standing=item.is_standing,
        carried_from=origin.meeting.day if origin else None,
        is_closed_to_change=item.is_fixed,
    )


def with_owners(items: Load) -> tuple[ORMOption, ...]:
    """What to load with items so that `owner_line` needs no more statements."""
    return (
        items.joinedload(AgendaItem.owner_person).joinedload(Person.organisation).selectinload(Organisation.names),
        items.joinedload(AgendaItem.owner_organisation).selectinload(Organisation.names),
    )


def owners_to_choose(session: Session, *, day: dt.date, language: str) -> tuple[OwnerChoice, ...]:
    """Who can bring an item: active people with their organisation, and organisations, named as on a day."""
    organisations = list(session.scalars(select(Organisation).options(selectinload(Organisation.names))))
    names = {organisation.id: organisation.name_on(day, language) for organisation in organisations}
    found = session.scalars(select(Person).where(Person.is_active))
    people = sorted(found, key=lambda person: danish_order(person.name))
    return (
        *(
            OwnerChoice(person.name, names.get(person.organisation_id or 0, ""), person_id=person.id)
            for person in people
        ),
        *(
            OwnerChoice(names[organisation.id], _short(organisation, day), organisation_id=organisation.id)
            for organisation in sorted(organisations, key=lambda row: danish_order(names[row.id]))
        ),
    )


def activities_to_choose(session: Session, *, day: dt.date, language: str) -> tuple[ActivityRow, ...]:
    """The activities of every plan, those of plans in force on the day first, then the newest."""
    plans = session.scalars(
        select(ActionPlan).options(selectinload(ActionPlan.areas).selectinload(PlanArea.activities))
    )
    ordered = sorted(
        plans,
        key=lambda plan: (not plan.valid_on(day), -(plan.valid_from or dt.date.min).toordinal(), plan.code),
    )
    return tuple(
        activity_row(activity, language) for plan in ordered for area in plan.areas for activity in area.activities
    )


def activity_line(activity: PlanActivity, language: str) -> str:
    """An activity as a pack prints it: the plan with its years, the number, the title."""
    row = activity_row(activity, language)
    return f"{row.plan}: {row.number} {row.title}"


def activity_row(activity: PlanActivity, language: str) -> ActivityRow:
    """An activity as a list shows it, with its plan and area loaded."""
    plan = activity.area.plan
    danish = language == "da"
    return ActivityRow(
        id=activity.id,
        code=activity.code,
        plan=(plan.title_da if danish else plan.title_en) or plan.title_da,
        plan_code=plan.code,
        number=activity.number,
        title=(activity.title_da if danish else activity.title_en) or activity.title_da,
        area=(activity.area.title_da if danish else activity.area.title_en) or activity.area.title_da,
    )


def owner_line(item: AgendaItem, day: dt.date, language: str) -> str:
    """Who brings an item, under the names of a day; empty where nobody is named."""
    if item.owner_person is not None:
        person = item.owner_person
        organisation = person.organisation.name_on(day, language) if person.organisation else ""
        return f"{person.name}, {organisation}" if organisation else person.name
    return item.owner_organisation.name_on(day, language) if item.owner_organisation else ""


def _short(organisation: Organisation, day: dt.date) -> str:
    row = organisation.name_row(day)
    return row.abbreviation if row else ""


def _at(starts: dt.time, minutes: int) -> dt.time:
    total = (starts.hour * 60 + starts.minute + minutes) % DAY
    return dt.time(total // 60, total % 60)
