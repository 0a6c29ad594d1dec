"""One case: all that is told of it, what the rules say of it, where it was dealt with and how far it is on its way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Case,
    Escalation,
    Group,
    Meeting,
    PicklistEntry,
    PlanActivity,
    PlanArea,
)
from referral_desk.models.cases import MINOR_FLAGS, case_activities, case_exploitations, case_items
from referral_desk.queries.actions import ActionRow, action_rows
from referral_desk.queries.agenda import ActivityRow, activity_row
from referral_desk.queries.cases import CaseEscalation, CaseRow, PickRow, escalation_in_short, pick_name, rows_of
from referral_desk.queries.guidance import Guidance, guidance
from referral_desk.queries.papers import PaperRow, case_papers
from referral_desk.texts import N_
from referral_desk.vocabulary import Answer, ItemOutcome, Label, Stage

PICKED: Final = ("setting", "trade", "age_band", "victim_status", "residence_status", "minor_support")
ASKED: Final = {
    "has_representative": N_("Has the child a representative? Whether, never who."),
    "has_child_plan": N_("Is there an action plan for the child?"),
    "has_municipal_plan": N_("Has the municipality a plan of its own?"),
    "committee_consulted": N_("Was the cooperation committee consulted?"),
}
"""What is asked of a minor's matter (V11), by field."""
AROUND: Final = dt.timedelta(days=400)
"""How far before and after a day items are offered for linking."""
ITEMS_OFFERED: Final = 200


@dataclass(frozen=True)
class CaseItem:
    """An item of an agenda where the case was, or is to be, dealt with."""

    id: int
    number: int
    title: str
    meeting_id: int
    day: dt.date
    group_id: int
    group: str
    label: Label
    outcome: ItemOutcome
    is_over: bool
    """Whether that meeting was held."""


@dataclass(frozen=True)
class FlagRow:
    """One thing that is asked of a minor's matter: the field, and what is known."""

    field: str
    answer: Answer


@dataclass(frozen=True)
class CasePage:
    """A case with all that its page shows. Codes have their names in `names`, by field; empty where not known."""

    row: CaseRow
    summary: str
    setting: str
    trade: str
    age_band: str
    victim_status: str
    residence_status: str
    minor_support: str
    names: dict[str, str]
    guidance_on: dt.date | None
    """The day whose rules the guidance shows; None is the day asked about."""
    is_detained: Answer
    exploitations: tuple[PickRow, ...]
    activities: tuple[ActivityRow, ...]
    flags: tuple[FlagRow, ...]
    """Of a minor's matter; empty for others."""
    guidance: Guidance
    items: tuple[CaseItem, ...]
    """Newest meeting first."""
    actions: tuple[ActionRow, ...]
    """What was agreed on at those items; open ones first, by their day."""
    escalations: tuple[CaseEscalation, ...]
    closed_reason: str
    papers: tuple[PaperRow, ...]
    has_ended: bool
    """Whether its group has ended: nobody there can endorse anything."""
    may_change: bool
    may_carry_up: bool
    """Whether an escalation can be begun; of a group that has ended by the coordinator alone."""
    may_close: bool
    may_remove: bool


def case_page(session: Session, *, case_id: int, day: dt.date, language: str) -> CasePage:
    """A case as seen on a day; Stale once it is gone."""
    case = session.get(Case, case_id)
    if case is None:
        raise Stale(GONE)
    row = rows_of(session, [case], day=day, language=language)[0]
    items = _items(session, case_id, day, language)
    escalations = _escalations(session, row, day, language)
    is_open, is_moving = case.closed_on is None, any(one.state.is_open for one in escalations)
    return CasePage(
        row=row,
        summary=case.summary,
        **{name: getattr(case, name) for name in PICKED},
        names=_names(session, case, language),
        guidance_on=case.guidance_on,
        is_detained=case.is_detained,
        exploitations=_exploitations(session, case_id, language),
        activities=_activities(session, case_id, language),
        flags=_flags(case),
        guidance=guidance(
            session,
            residence_status=case.residence_status,
            day=day,
            decided_on=case.guidance_on,
            is_minor=case.is_minor,
            is_detained=case.is_detained,
            language=language,
        ),
        items=items,
        actions=_actions(session, items, day, language),
        escalations=escalations,
        closed_reason=case.closed_reason,
        papers=case_papers(session, case_id=case_id, language=language),
        has_ended=case.group.valid_to is not None and case.group.valid_to < day,
        may_change=is_open,
        may_carry_up=is_open and not is_moving,
        may_close=is_open and not is_moving,
        may_remove=is_open and not escalations,
    )


def items_to_link(session: Session, *, case_id: int, day: dt.date, language: str) -> tuple[CaseItem, ...]:
    """The items that a case can be linked to: of its own group and those above it, the meetings nearest first."""
    case = session.get(Case, case_id)
    if case is None:
        raise Stale(GONE)
    linked = select(case_items.c.agenda_item_id).where(case_items.c.case_id == case_id)
    parent = select(Group.parent_id).where(Group.id == case.group_id)
    top = select(Group.parent_id).where(Group.id.in_(parent))
    found = (
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            or_(Meeting.group_id == case.group_id, Meeting.group_id.in_(parent), Meeting.group_id.in_(top)),
            Meeting.day.between(day - AROUND, day + AROUND),
            Meeting.cancelled_at.is_(None),
            AgendaItem.standing.is_(None),
            AgendaItem.id.not_in(linked),
        )
        .order_by(Meeting.day.desc(), AgendaItem.position)
        .limit(ITEMS_OFFERED)
    )
    rows = _item_rows(session.scalars(found.options(*_WITH_MEETING)).all(), day, language)
    return tuple(sorted(rows, key=lambda row: (abs((row.day - day).days), row.meeting_id, row.number)))


_WITH_MEETING: Final = (
    joinedload(AgendaItem.meeting).joinedload(Meeting.group).selectinload(Group.names),
    selectinload(AgendaItem.entries),
)


def _items(session: Session, case_id: int, day: dt.date, language: str) -> tuple[CaseItem, ...]:
    found = session.scalars(
        select(AgendaItem)
        .join(case_items, case_items.c.agenda_item_id == AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(case_items.c.case_id == case_id)
        .order_by(Meeting.day.desc(), AgendaItem.position, AgendaItem.id)
        .options(*_WITH_MEETING)
    )
    return tuple(_item_rows(found.all(), day, language))


def _item_rows(items: Iterable[AgendaItem], day: dt.date, language: str) -> list[CaseItem]:
    return [
        CaseItem(
            id=item.id,
            number=item.number,
            title=item.title,
            meeting_id=item.meeting_id,
            day=item.meeting.day,
            group_id=item.meeting.group_id,
            group=item.meeting.group.short_on(day, language),
            label=item.label,
            outcome=item.fate,
            is_over=item.meeting.stage.step >= Stage.HELD.step,
        )
        for item in items
    ]


def _escalations(session: Session, row: CaseRow, day: dt.date, language: str) -> tuple[CaseEscalation, ...]:
    found = session.scalars(
        select(Escalation)
        .where(Escalation.case_id == row.id)
        .order_by(Escalation.number)
        .options(joinedload(Escalation.holder).selectinload(Group.names))
    ).all()
    names = {one.holder_id: one.holder.short_on(day, language) for one in found}
    return tuple(escalation_in_short(one, row.reference, names) for one in found)


def _actions(session: Session, items: tuple[CaseItem, ...], day: dt.date, language: str) -> tuple[ActionRow, ...]:
    found = (
        select(ActionItem)
        .where(ActionItem.item_id.in_([item.id for item in items]))
        .order_by(ActionItem.closed_on.desc().nulls_first(), ActionItem.due.asc().nulls_last(), ActionItem.id)
    )
    return action_rows(session, found, day=day, language=language)


def _names(session: Session, case: Case, language: str) -> dict[str, str]:
    codes = {name: getattr(case, name) for name in PICKED}
    entries = session.scalars(
        select(PicklistEntry).where(
            PicklistEntry.picklist.in_(PICKED), PicklistEntry.code.in_({code for code in codes.values() if code})
        )
    )
    known = {(entry.picklist, entry.code): pick_name(entry, language) for entry in entries}
    return {name: known.get((name, code), code) for name, code in codes.items()}


def _exploitations(session: Session, case_id: int, language: str) -> tuple[PickRow, ...]:
    found = session.scalars(
        select(PicklistEntry)
        .join(case_exploitations, case_exploitations.c.picklist_entry_id == PicklistEntry.id)
        .where(case_exploitations.c.case_id == case_id)
        .order_by(PicklistEntry.position, PicklistEntry.id)
    )
    return tuple(PickRow(entry.id, entry.code, pick_name(entry, language)) for entry in found)


def _activities(session: Session, case_id: int, language: str) -> tuple[ActivityRow, ...]:
    found = session.scalars(
        select(PlanActivity)
        .join(case_activities, case_activities.c.plan_activity_id == PlanActivity.id)
        .where(case_activities.c.case_id == case_id)
        .order_by(PlanActivity.code)
        .options(joinedload(PlanActivity.area).joinedload(PlanArea.plan))
    )
    return tuple(activity_row(activity, language) for activity in found)


def _flags(case: Case) -> tuple[FlagRow, ...]:
    if case.is_minor is not Answer.YES:
        return ()
    return tuple(FlagRow(name, getattr(case, name)) for name in MINOR_FLAGS)
