"""One action: who owns it, where it comes from, what was decided there, its whole story; who else could own it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Group,
    Meeting,
    Minutes,
    MinutesEntry,
    Organisation,
    Person,
)
from referral_desk.models.actions import members_of
from referral_desk.models.findings import Finding
from referral_desk.queries.actions import ActionRow, action_rows
from referral_desk.queries.seats import with_seats
from referral_desk.texts import danish_order
from referral_desk.vocabulary import ActionState, EntryKind, MinutesState, ProgressKind


@dataclass(frozen=True)
class StoryRow:
    """A line of an action's story: when, who, and what; days are written as 2026-12-01."""

    id: int
    at: dt.datetime
    who: str
    kind: ProgressKind
    text: str
    state: ActionState | None
    before: str
    after: str


@dataclass(frozen=True)
class OtherAction:
    """An action that this one came from or goes on as."""

    id: int
    reference: str
    group: str


@dataclass(frozen=True)
class ActionView:
    """An action with all that its panel shows."""

    row: ActionRow
    story: tuple[StoryRow, ...]
    decisions: tuple[str, ...]
    """What was decided at the item that it comes from, as the minutes say it."""
    came_from: OtherAction | None
    goes_on_as: OtherAction | None
    phone: str
    """Of the person who owns it, or of the contact."""
    is_worded_in_minutes: bool
    """Whether its words are those of minutes that are not approved yet: then they are changed there."""
    lacks: tuple[Finding, ...]
    """What V9 asks for and is not there, as of the day asked about; nothing for a closed one."""


@dataclass(frozen=True)
class OwnerChoice:
    """Somebody who can own an action of a group: a body of the group, or a person. One of the ids is set."""

    name: str
    detail: str
    person_id: int | None = None
    organisation_id: int | None = None
    body_id: int | None = None
    """For a person the organisation it works in, for the choice of a contact there."""


def action(session: Session, *, action_id: int, day: dt.date, language: str) -> ActionView | None:
    """An action as seen on a day; None once it is gone."""
    found = select(ActionItem).where(ActionItem.id == action_id)
    rows = action_rows(session, found, day=day, language=language)
    if not rows:
        return None
    meeting = selectinload(ActionItem.item).selectinload(AgendaItem.meeting)
    kept = session.scalars(
        found.options(
            selectinload(ActionItem.progress),
            selectinload(ActionItem.owner_person).selectinload(Person.organisation),
            selectinload(ActionItem.owner_organisation),
            meeting.selectinload(Meeting.chair),
            meeting.selectinload(Meeting.secretary),
        )
    ).one()
    # Seats with their holders at once: who owns it is looked for among them.
    seated = select(Group).where(Group.id == kept.group_id).options(*with_seats(day))
    set_committed_value(kept, "group", session.scalars(seated).one())
    asked = kept.owner_person or kept.contact
    return ActionView(
        row=rows[0],
        story=tuple(
            StoryRow(line.id, line.at, line.who, line.kind, line.text, line.state, line.before, line.after)
            for line in kept.progress
        ),
        decisions=_decisions(session, kept),
        came_from=_other(kept.transferred_from, day, language),
        goes_on_as=_other(kept.transferred_to, day, language),
        phone=asked.phone if asked else "",
        is_worded_in_minutes=_is_worded_in_minutes(session, kept),
        lacks=tuple(kept.lacks(day)) if kept.state.is_open else (),
    )


def action_owners(session: Session, *, group_id: int, day: dt.date, language: str) -> tuple[OwnerChoice, ...]:
    """Who can own an action of a group on a day (V9): its bodies, then those who sit in it, then their colleagues."""
    group = session.scalars(select(Group).where(Group.id == group_id).options(*with_seats(day))).one()
    bodies, members = members_of(group, day)
    colleagues = session.scalars(
        select(Person)
        .where(Person.is_active, Person.organisation_id.in_([body.id for body in bodies]))
        .options(selectinload(Person.organisation).selectinload(Organisation.names))
    )
    people = [*_by_name(members), *_by_name(set(colleagues) - members)]
    named = {body.id: body.name_on(day, language) for body in bodies}
    return (
        *(OwnerChoice(name, "", organisation_id=key) for key, name in _in_order(named)),
        *(
            OwnerChoice(
                person.name,
                _detail(person, day, language),
                person_id=person.id,
                body_id=person.organisation_id,
            )
            for person in people
        ),
    )


def _by_name(people: set[Person]) -> list[Person]:
    return sorted(people, key=lambda person: danish_order(person.name))


def _in_order(named: dict[int, str]) -> list[tuple[int, str]]:
    return sorted(named.items(), key=lambda pair: danish_order(pair[1]))


def _detail(person: Person, day: dt.date, language: str) -> str:
    return person.organisation.name_on(day, language) if person.organisation else person.title


def _decisions(session: Session, kept: ActionItem) -> tuple[str, ...]:
    if kept.item_id is None:
        return ()
    found = (
        select(MinutesEntry.text)
        .where(MinutesEntry.item_id == kept.item_id, MinutesEntry.kind == EntryKind.DECISION)
        .order_by(MinutesEntry.position, MinutesEntry.id)
    )
    return tuple(text for text in session.scalars(found) if text.strip())


def _is_worded_in_minutes(session: Session, kept: ActionItem) -> bool:
    found = (
        select(MinutesEntry.id)
        .join(Minutes, Minutes.id == MinutesEntry.minutes_id)
        .where(MinutesEntry.action_id == kept.id, Minutes.state != MinutesState.APPROVED)
    )
    return session.scalar(found.limit(1)) is not None


def _other(other: ActionItem | None, day: dt.date, language: str) -> OtherAction | None:
    return OtherAction(other.id, other.reference, other.group.short_on(day, language)) if other else None
