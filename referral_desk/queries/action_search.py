"""Actions found by a typed query, a page at a time: open ones by their due day, then closed ones, newest first."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Group,
    Meeting,
    Organisation,
    OrganisationName,
    Person,
    PicklistEntry,
    PlanActivity,
    Setting,
)
from referral_desk.models.settings import me_key
from referral_desk.queries.action_filters import CLOSED, OPEN, Condition, asker, conditions, sides
from referral_desk.queries.actions import ActionRow, action_rows, theme_names
from referral_desk.queries.chain import TIERS
from referral_desk.shorthand.action_query import ActionQuery
from referral_desk.shorthand.query_completion import QueryNames
from referral_desk.texts import danish_order
from referral_desk.vocabulary import Priority, Tier

PAGE: Final = 100
"""How many rows are shown at once; more on request."""
MOST_COUNTED: Final = 999
"""Counting stops here, so that it costs the same however many there are."""


class ActionOrder(enum.StrEnum):
    """By what actions are put under headings; under each they stand by their due day."""

    DUE = "due"
    OWNER = "owner"
    GROUP = "group"
    ITEM = "item"
    THEME = "theme"
    PRIORITY = "priority"


@dataclass(frozen=True)
class ActionsPage:
    """What was found: the first rows, whether there are more, and how many there are in all, as far as counted."""

    rows: tuple[ActionRow, ...]
    has_more: bool
    total: int
    """At most one above MOST_COUNTED, which means "more than that"."""
    overdue: int
    """The same for those among them that are overdue."""


def find_actions(
    session: Session,
    *,
    sought: ActionQuery,
    day: dt.date,
    language: str,
    person_id: int | None = None,
    group_id: int | None = None,
    order: ActionOrder = ActionOrder.DUE,
    at_most: int = PAGE,
) -> ActionsPage:
    """The actions that are sought, of one group or of all; `person_id` is who asks ("mine", "me").

    Nothing is loaded beyond `at_most` rows. `day` decides what is overdue and how everything is called.
    """
    who = asker(session, day, person_id)
    wanted = conditions(session, sought, who)
    if group_id is not None:
        wanted.append(ActionItem.group_id == group_id)
    takes_open, takes_closed = sides(sought)
    rows: list[ActionRow] = []
    if takes_open:
        found = _in_order(select(ActionItem).where(OPEN, *wanted), order, is_open=True)
        rows += action_rows(session, found.limit(at_most + 1), day=day, language=language)
    if takes_closed and len(rows) <= at_most:
        found = _in_order(select(ActionItem).where(CLOSED, *wanted), order, is_open=False)
        rows += action_rows(session, found.limit(at_most + 1 - len(rows)), day=day, language=language)
    if has_more := len(rows) > at_most:
        side = [OPEN] if not takes_closed else [CLOSED] if not takes_open else []
        total = _count(session, [*side, *wanted], None if takes_open and takes_closed else _BY[takes_open])
        overdue = _count(session, [who.overdue(), *wanted]) if takes_open else 0
    else:
        total, overdue = len(rows), sum(row.is_overdue for row in rows)
    return ActionsPage(tuple(rows[:at_most]), has_more, total, overdue)


def overdue_count(session: Session, *, day: dt.date, user: str) -> int:
    """How many actions wait beyond their day, as far as counted: one's own where the user said who they are."""
    who = asker(session, day, me(session, user=user))
    wanted = [who.overdue()] if who.person_id is None else [who.overdue(), who.mine()]
    return _count(session, wanted)


def me(session: Session, *, user: str) -> int | None:
    """The person in the directory that a user of the desk said they are; None where nobody is named."""
    kept = session.scalar(select(Setting.value).where(Setting.key == me_key(user)))
    return session.scalar(select(Person.id).where(Person.id == int(kept))) if kept else None


def query_names(session: Session, *, day: dt.date, language: str) -> QueryNames:
    """The names that a query field offers: bodies that own an action, active people, groups, themes, activities."""
    bodies = session.scalars(
        select(Organisation).where(
            Organisation.id.in_(select(ActionItem.owner_organisation_id).where(ActionItem.closed_on.is_(None)))
        )
    )
    people = session.scalars(select(Person.name).where(Person.is_active))
    owners = sorted({*(body.name_on(day, language) for body in bodies), *people}, key=danish_order)
    groups = [group for group in session.scalars(select(Group).order_by(Group.id)) if group.valid_on(day)]
    groups.sort(key=lambda group: (_TIERS.index(group.tier), group.position))
    return QueryNames(
        tuple(owners),
        tuple(group.code.upper() for group in groups),
        tuple(theme_names(session, language).values()),
        tuple(session.scalars(select(PlanActivity.code).order_by(PlanActivity.id.desc()))),
    )


_TIERS: Final = [*TIERS, Tier.OTHER]


_BY: Final = {True: ActionItem.due, False: ActionItem.closed_on}
"""What the indexes of open actions and of closed ones are ordered by."""


def _count(
    session: Session, wanted: list[Condition], by: InstrumentedAttribute[dt.date | None] | None = ActionItem.due
) -> int:
    # The order leads both engines to that index: without it they count by reading everything.
    some = select(ActionItem.id).where(*wanted).limit(MOST_COUNTED + 1)
    ordered = some if by is None else some.order_by(by)
    return session.scalar(select(func.count()).select_from(ordered.subquery())) or 0


def _in_order(found: Select[ActionItem], order: ActionOrder, *, is_open: bool) -> Select[ActionItem]:
    last: tuple[Any, ...] = (
        (ActionItem.due.asc().nulls_last(), ActionItem.id)
        if is_open
        else (ActionItem.closed_on.desc(), ActionItem.id.desc())
    )
    match order:
        case ActionOrder.DUE:
            return found.order_by(*last)
        case ActionOrder.PRIORITY:
            rank = {priority: place for place, priority in enumerate(Priority)}
            return found.order_by(case(rank, value=ActionItem.priority), *last)
        case ActionOrder.GROUP:
            tiers = {tier: place for place, tier in enumerate(_TIERS)}
            joined = found.join(Group, Group.id == ActionItem.group_id)
            return joined.order_by(case(tiers, value=Group.tier, else_=len(tiers)), Group.position, Group.id, *last)
        case ActionOrder.ITEM:
            joined = found.outerjoin(AgendaItem, AgendaItem.id == ActionItem.item_id)
            joined = joined.outerjoin(Meeting, Meeting.id == AgendaItem.meeting_id)
            place = (Meeting.day.desc().nulls_last(), Meeting.id, AgendaItem.position)
            return joined.order_by(*place, *last)
        case ActionOrder.THEME:
            theme = (PicklistEntry.code == ActionItem.theme) & (PicklistEntry.picklist == "theme")
            joined = found.outerjoin(PicklistEntry, theme)
            return joined.order_by(PicklistEntry.position.asc().nulls_last(), ActionItem.theme, *last)
        case ActionOrder.OWNER:
            name = (
                select(func.min(OrganisationName.name_da))
                .where(OrganisationName.organisation_id == ActionItem.owner_organisation_id)
                .scalar_subquery()
            )
            joined = found.outerjoin(Person, Person.id == ActionItem.owner_person_id)
            return joined.order_by(func.coalesce(Person.name, name).asc().nulls_last(), *last)
