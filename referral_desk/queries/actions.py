"""Actions: those that follow a group until they are closed, as agendas, packs and lists show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import ActionItem, AgendaItem, Group, Meeting, Organisation, PicklistEntry
from referral_desk.vocabulary import ActionState, Label, Priority


@dataclass(frozen=True)
class ActionRow:
    """One action as a list shows it. Group and organisations are called what they were called on the day asked about.

    `owner` is the person or the organisation; `contact` whom to ask at an organisation. `item` and `meeting_day` say
    where it comes from, empty and None where it was written down outside a meeting.
    """

    id: int
    version: int
    reference: str
    group_id: int
    group: str
    text: str
    owner: str
    owner_person_id: int | None
    owner_organisation_id: int | None
    contact: str
    contact_id: int | None
    email: str
    """Of the person who owns it, or of the contact."""
    due: dt.date | None
    is_overdue: bool
    days_left: int | None
    """Days until it is due; below zero when it is overdue, None without a due day or once it is closed."""
    priority: Priority
    theme: str
    theme_name: str
    label: Label
    """The closest of its own, its item's and its meeting's."""
    state: ActionState
    reason: str
    created_on: dt.date
    closed_on: dt.date | None
    item_id: int | None
    item_number: int | None
    item: str
    meeting_id: int | None
    meeting_day: dt.date | None


def open_actions(session: Session, *, group_id: int, day: dt.date, language: str) -> tuple[ActionRow, ...]:
    """The actions of a group that are open, those due first first, those without a due day last.

    They are shown at every later meeting of the group until they are closed (domain 4.2). `day` decides what is overdue
    and how everything is called.
    """
    found = (
        select(ActionItem)
        .where(ActionItem.group_id == group_id, ActionItem.closed_on.is_(None))
        .order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    )
    return action_rows(session, found, day=day, language=language)


def action_rows(session: Session, found: Select[ActionItem], *, day: dt.date, language: str) -> tuple[ActionRow, ...]:
    """The rows of a selection, in its order, with all that they show fetched in a fixed number of questions."""
    chosen = session.scalars(
        found.options(
            selectinload(ActionItem.group).selectinload(Group.names),
            selectinload(ActionItem.owner_person),
            selectinload(ActionItem.owner_organisation).selectinload(Organisation.names),
            selectinload(ActionItem.contact),
        )
    ).all()
    themes = theme_names(session, language)
    origins = _origins(session, {action.item_id for action in chosen if action.item_id is not None})
    return tuple(_row(action, origins.get(action.item_id or 0), themes, day, language) for action in chosen)


@dataclass(frozen=True)
class _Origin:
    """The item that an action comes from."""

    number: int
    title: str
    meeting_id: int
    day: dt.date
    label: Label


def _origins(session: Session, ids: set[int]) -> dict[int, _Origin]:
    """Items by their id: not as whole rows, for their texts are long."""
    found = session.execute(
        select(
            AgendaItem.id,
            AgendaItem.position,
            AgendaItem.title,
            Meeting.id,
            Meeting.day,
            AgendaItem.label,
            Meeting.label,
        )
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.id.in_(ids))
    )
    return {
        key: _Origin(position + 1, title, meeting_id, day, max(labels, key=_rank))
        for key, position, title, meeting_id, day, *labels in found
    }


def theme_names(session: Session, language: str) -> dict[str, str]:
    """The themes of the desk by their code, in the order of the list."""
    found = session.execute(
        select(PicklistEntry.code, PicklistEntry.name_da, PicklistEntry.name_en)
        .where(PicklistEntry.picklist == "theme")
        .order_by(PicklistEntry.position, PicklistEntry.id)
    )
    return {code: (danish or english) if language == "da" else (english or danish) for code, danish, english in found}


def _row(action: ActionItem, origin: _Origin | None, themes: dict[str, str], day: dt.date, language: str) -> ActionRow:
    person, body = action.owner_person, action.owner_organisation
    asked = person or action.contact
    return ActionRow(
        id=action.id,
        version=action.version,
        reference=action.reference,
        group_id=action.group_id,
        group=action.group.short_on(day, language),
        text=action.text,
        owner=person.name if person else body.name_on(day, language) if body else "",
        owner_person_id=action.owner_person_id,
        owner_organisation_id=action.owner_organisation_id,
        contact=action.contact.name if action.contact else "",
        contact_id=action.contact_id,
        email=asked.email if asked else "",
        due=action.due,
        is_overdue=action.is_overdue(day),
        days_left=(action.due - day).days if action.due and action.state.is_open else None,
        priority=action.priority,
        theme=action.theme,
        theme_name=themes.get(action.theme, action.theme),
        label=max(action.label, origin.label, key=_rank) if origin else action.label,
        state=action.state,
        reason=action.reason,
        created_on=action.created_on,
        closed_on=action.closed_on,
        item_id=action.item_id,
        item_number=origin.number if origin else None,
        item=origin.title if origin else "",
        meeting_id=origin.meeting_id if origin else None,
        meeting_day=origin.day if origin else None,
    )


def _rank(label: Label) -> int:
    return label.rank
