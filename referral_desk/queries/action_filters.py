"""What a typed query means in the store: conditions on actions that its indexes serve."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from referral_desk.models import (
    ActionItem,
    Group,
    GroupName,
    Organisation,
    OrganisationName,
    Person,
    PicklistEntry,
    PlanActivity,
)
from referral_desk.models.agenda import item_activities
from referral_desk.shorthand.action_query import ActionQuery, Term
from referral_desk.shorthand.query_words import ME, NONE, Key, Trait
from referral_desk.texts import plain_case
from referral_desk.vocabulary import ActionState, Priority

OPEN: Final = ActionItem.closed_on.is_(None)
"""The condition that both engines keep an index for."""
CLOSED: Final = ActionItem.closed_on.is_not(None)
_REFERENCE: Final = re.compile(r"(.+)-(\d{4})-(\d{1,6})")
Condition = ColumnElement[bool]


@dataclass(frozen=True)
class Asker:
    """Who asks, and on which day: "mine" and "overdue" depend on it. No person is known while the id is None."""

    day: dt.date
    person_id: int | None = None
    organisation_id: int | None = None

    def mine(self) -> Condition:
        """What the asker owes: as owner, as contact, or for an organisation that names no contact."""
        if self.person_id is None:
            return false()
        found = or_(ActionItem.owner_person_id == self.person_id, ActionItem.contact_id == self.person_id)
        if self.organisation_id is None:
            return found
        return or_(
            found,
            and_(ActionItem.owner_organisation_id == self.organisation_id, ActionItem.contact_id.is_(None)),
        )

    def overdue(self) -> Condition:
        """What is open after its due day."""
        return and_(OPEN, ActionItem.due < self.day)


def asker(session: Session, day: dt.date, person_id: int | None) -> Asker:
    """Somebody in the directory who asks on a day."""
    person = session.get(Person, person_id) if person_id is not None else None
    return Asker(day, person.id, person.organisation_id) if person is not None else Asker(day)


def conditions(session: Session, query: ActionQuery, who: Asker) -> list[Condition]:
    """The conditions of a query, all of which have to hold; open or closed is told apart by the caller."""
    found = []
    for term in query.terms:
        made = _MAKERS[term.key](session, term, who)
        # What is not known (an action without owner) does not fit, so it does fit the other way round.
        found.append(func.coalesce(made, false()).is_(false()) if term.is_not else made)
    return found


def sides(query: ActionQuery) -> tuple[bool, bool]:
    """Whether open actions can fit a query, and whether closed ones can."""
    is_open, is_closed = True, not query.is_open_only
    for term in query.terms:
        if term.is_not:
            continue
        if term.key is Key.CLOSED and term.values != (NONE,):
            is_open = False
        if term.key is Key.STATE:
            is_open = is_open and any(ActionState(value).is_open for value in term.values)
        if term.key is Key.IS:
            is_open = is_open and set(term.values) != {Trait.CLOSED}
            is_closed = is_closed and not set(term.values) <= {Trait.OPEN, Trait.OVERDUE}
    return is_open, is_closed


def _owner(session: Session, term: Term, who: Asker) -> Condition:
    parts: list[Condition] = []
    for value in term.values:
        if value == ME:
            parts.append(who.mine())
        elif value == NONE:
            parts.append(and_(ActionItem.owner_person_id.is_(None), ActionItem.owner_organisation_id.is_(None)))
        else:
            parts.append(owned_by(session, value))
    return or_(*parts)


def owned_by(session: Session, words: str) -> Condition:
    """That somebody or a body so called owns it, or is asked at the body: by a whole name, else by a part of one."""
    people = named(session.execute(select(Person.id, Person.name)), words)
    names = select(
        OrganisationName.organisation_id,
        OrganisationName.name_da,
        OrganisationName.name_en,
        OrganisationName.abbreviation,
    )
    codes = select(Organisation.id, Organisation.code).where(Organisation.code.is_not(None))
    bodies = named([*session.execute(names), *session.execute(codes)], words)
    is_whole = people.is_whole or bodies.is_whole
    person_ids = people.ids if people.is_whole or not is_whole else set[int]()
    body_ids = bodies.ids if bodies.is_whole or not is_whole else set[int]()
    return or_(
        ActionItem.owner_person_id.in_(person_ids),
        ActionItem.contact_id.in_(person_ids),
        ActionItem.owner_organisation_id.in_(body_ids),
    )


@dataclass(frozen=True)
class Named:
    """What is called so: its ids, and whether that is a whole name."""

    ids: set[int]
    is_whole: bool


def named(rows: Iterable[Sequence[Any]], words: str) -> Named:
    """The rows (id, name ...) that are called so; those with the whole name alone where there are any."""
    wanted = plain_case(words)
    whole: set[int] = set()
    part: set[int] = set()
    for key, *names in rows:
        for name in map(plain_case, filter(None, names)):
            if name == wanted:
                whole.add(key)
            elif wanted in name:
                part.add(key)
    return Named(whole or part, bool(whole))


def group_rows(session: Session) -> list[Sequence[Any]]:
    """Every word that a group can be meant by, a row (id, word ...) each."""
    names = session.execute(
        select(GroupName.group_id, GroupName.name_da, GroupName.name_en, GroupName.short_da, GroupName.short_en)
    )
    codes = session.execute(select(Group.id, Group.code, Group.place))
    return [*names, *codes]


def theme_rows(session: Session) -> list[Sequence[Any]]:
    """Every word that a theme can be meant by, a row (code, word ...) each."""
    found = select(PicklistEntry.code, PicklistEntry.code, PicklistEntry.name_da, PicklistEntry.name_en)
    return [*session.execute(found.where(PicklistEntry.picklist == "theme"))]


def _group(session: Session, term: Term, _who: Asker) -> Condition:
    rows = group_rows(session)
    ids = {key for value in term.values for key in named(rows, value).ids}
    return ActionItem.group_id.in_(ids)


def _theme(session: Session, term: Term, _who: Asker) -> Condition:
    rows = theme_rows(session)
    codes: set[object] = {"" for value in term.values if value == NONE}
    for value in term.values:
        if value != NONE:
            codes |= named(rows, value).ids or {value}
    return ActionItem.theme.in_(codes)


def _activity(session: Session, term: Term, _who: Asker) -> Condition:
    """That the item it came from belongs to an activity of an action plan, by code, or to none."""
    codes = session.execute(select(PlanActivity.id, PlanActivity.code)).all()
    ids = {key for value in term.values if value != NONE for key in named(codes, value).ids}
    linked = select(item_activities.c.agenda_item_id)
    parts: list[Condition] = [ActionItem.item_id.in_(linked.where(item_activities.c.plan_activity_id.in_(ids)))]
    if NONE in term.values:
        parts.append(or_(ActionItem.item_id.is_(None), ActionItem.item_id.not_in(linked)))
    return or_(*parts)


def _is(_session: Session, term: Term, who: Asker) -> Condition:
    made: dict[str, Condition] = {
        Trait.OPEN: OPEN,
        Trait.CLOSED: CLOSED,
        Trait.OVERDUE: who.overdue(),
        Trait.MINE: who.mine(),
        Trait.ANY: true(),
    }
    return or_(*(made[value] for value in term.values))


def _state(_session: Session, term: Term, _who: Asker) -> Condition:
    return ActionItem.state.in_([ActionState(value) for value in term.values])


def _priority(_session: Session, term: Term, _who: Asker) -> Condition:
    return ActionItem.priority.in_([Priority(value) for value in term.values])


def _on(column: InstrumentedAttribute[dt.date | None] | InstrumentedAttribute[dt.date]) -> _Maker:
    def made(_session: Session, term: Term, _who: Asker) -> Condition:
        if term.values:
            return column.is_(None)
        parts: list[Condition] = [column.is_not(None)]
        if term.first is not None:
            parts.append(column >= term.first)
        if term.last is not None:
            parts.append(column <= term.last)
        return and_(*parts)

    return made


def _word(session: Session, term: Term, _who: Asker) -> Condition:
    """A word of the text, of the owner's name, or a whole reference such as RG4-2026-12."""
    (value,) = term.values
    parts: list[Condition] = [
        ActionItem.searchable.contains(plain_case(value), autoescape=True),
        owned_by(session, value),
    ]
    if found := _REFERENCE.fullmatch(plain_case(value)):
        group = select(Group.id).where(Group.code == found[1]).scalar_subquery()
        parts.append(
            and_(ActionItem.group_id == group, ActionItem.year == int(found[2]), ActionItem.number == int(found[3]))
        )
    return or_(*parts)


_Maker = Callable[[Session, Term, Asker], Condition]
_MAKERS: Final[dict[Key, _Maker]] = {
    Key.OWNER: _owner,
    Key.DUE: _on(ActionItem.due),
    Key.MADE: _on(ActionItem.created_on),
    Key.CLOSED: _on(ActionItem.closed_on),
    Key.IS: _is,
    Key.GROUP: _group,
    Key.THEME: _theme,
    Key.ACTIVITY: _activity,
    Key.STATE: _state,
    Key.PRIORITY: _priority,
    Key.WORD: _word,
}
