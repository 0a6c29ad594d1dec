"""What is tied to an activity of a plan, and what could be: agenda items, cases, and actions by their items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from referral_desk.models import ActionItem, AgendaItem, Case, Group, Meeting, PlanActivity
from referral_desk.models.actions import reference
from referral_desk.models.cases import case_reference
from referral_desk.queries.plan_counts import LIVE, OF_SUBSTANCE
from referral_desk.queries.plan_things import ThingKind

MOST: Final = 400
"""Of how many things of each kind one chooses, the newest first."""


@dataclass(frozen=True)
class LinkRow:
    """Something that is tied, or can be. An action has no tie of its own: it counts with `item_id`."""

    kind: ThingKind
    id: int
    title: str
    group_id: int
    day: dt.date
    reference: str = ""
    number: int = 0
    """The item's number on its agenda; of an action that of the item it comes from."""
    item_id: int | None = None
    version: int = 0
    """Of the item or the case that is tied."""


@dataclass(frozen=True)
class PlanLinks:
    """What is tied to an activity in some years, and what else there is, the newest first."""

    activity_id: int
    linked: tuple[LinkRow, ...]
    """Items and cases."""
    others: tuple[LinkRow, ...]
    """Items and cases that are not, and actions of such items."""


def plan_links(session: Session, *, activity_id: int, first_year: int, last_year: int) -> PlanLinks:
    """What of some years is tied to an activity, also of meetings to come, and what is not; no formal items."""
    years = first_year, last_year
    linked, others = list(_items(session, activity_id, years, is_linked=True)), list[LinkRow]()
    linked += _cases(session, activity_id, years, is_linked=True)
    others += _items(session, activity_id, years, is_linked=False)
    others += _actions(session, activity_id, years)
    others += _cases(session, activity_id, years, is_linked=False)
    return PlanLinks(activity_id, _newest(linked), _newest(others))


def _newest(rows: list[LinkRow]) -> tuple[LinkRow, ...]:
    order = list(ThingKind)
    return tuple(sorted(rows, key=lambda row: (-row.day.toordinal(), order.index(row.kind), -row.id)))


def _of_items(activity_id: int, years: tuple[int, int], *columns: Any, is_linked: bool) -> Select[*tuple[Any, ...]]:
    is_tied = AgendaItem.activities.any(PlanActivity.id == activity_id)
    return (
        select(AgendaItem.id, AgendaItem.version, AgendaItem.position, Meeting.day, Meeting.group_id, *columns)
        .join(AgendaItem.meeting)
        .where(Meeting.year.between(*years), LIVE, is_tied if is_linked else ~is_tied & OF_SUBSTANCE)
        .order_by(Meeting.day.desc(), AgendaItem.id.desc())
        .limit(MOST)
    )


def _items(session: Session, activity_id: int, years: tuple[int, int], *, is_linked: bool) -> Iterator[LinkRow]:
    query = _of_items(activity_id, years, AgendaItem.title, is_linked=is_linked)
    for item_id, version, position, day, group_id, title in session.execute(query):
        yield LinkRow(
            ThingKind.ITEM,
            item_id,
            title,
            group_id,
            day,
            number=position + 1,
            item_id=item_id,
            version=version,
        )


def _actions(session: Session, activity_id: int, years: tuple[int, int]) -> Iterator[LinkRow]:
    columns = ActionItem.id, ActionItem.text, ActionItem.year, ActionItem.number, Group.code
    query = _of_items(activity_id, years, *columns, is_linked=False)
    query = query.join(ActionItem, ActionItem.item_id == AgendaItem.id).join(Group, Group.id == ActionItem.group_id)
    for item_id, version, position, day, group_id, key, text, year, number, code in session.execute(query):
        yield LinkRow(
            ThingKind.ACTION,
            key,
            " ".join(text.split()),
            group_id,
            day,
            reference(code, year, number),
            position + 1,
            item_id,
            version,
        )


def _cases(session: Session, activity_id: int, years: tuple[int, int], *, is_linked: bool) -> Iterator[LinkRow]:
    is_tied = Case.activities.any(PlanActivity.id == activity_id)
    query = (
        select(Case.id, Case.version, Case.year, Case.number, Case.created_on, Case.group_id, Case.title, Group.code)
        .join(Group, Group.id == Case.group_id)
        .where(Case.year.between(*years), is_tied if is_linked else ~is_tied)
        .order_by(Case.created_on.desc(), Case.id.desc())
        .limit(MOST)
    )
    for case_id, version, year, number, day, group_id, title, code in session.execute(query):
        told = case_reference(code, year, number)
        yield LinkRow(ThingKind.CASE, case_id, title, group_id, day, told, version=version)
