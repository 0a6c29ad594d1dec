"""Circulars as a list and one by one, with how far each has come in every group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, joinedload

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import AgendaItem, Circular, Delivery, Group, Meeting, MinutesEntry
from referral_desk.queries.actions import theme_names
from referral_desk.queries.agenda import ActivityRow, activities_to_choose, activity_row
from referral_desk.queries.plan_counts import DECIDED, LIVE, OF_SUBSTANCE
from referral_desk.texts import plain_case
from referral_desk.vocabulary import CircularKind, Label

PAGE: Final = 100
"""How many rows are shown at once; more on request."""
RECENT: Final = 12
"""Of how many meetings of the national group a circular can be decided by an item."""


@dataclass(frozen=True)
class CircularRow:
    """One circular in a list; one that is not sent has no day and no groups yet."""

    id: int
    version: int
    reference: str
    kind: CircularKind
    title: str
    theme: str
    theme_name: str
    label: Label
    created_on: dt.date
    sent_at: dt.datetime | None
    groups: int
    """How many groups it went to."""
    on_agenda: int
    """How many have it on an agenda, or had it there."""
    acknowledged: int
    """How many took note of it, by a word or by their approved minutes."""


@dataclass(frozen=True)
class CircularList:
    """One page of circulars, newest first, and how many there are."""

    rows: tuple[CircularRow, ...]
    total: int


@dataclass(frozen=True)
class DeliveryRow:
    """How far a circular or an answer has come in one group."""

    id: int
    version: int
    group_id: int
    group: str
    meeting_id: int | None
    """The meeting on whose agenda it stands; None while it waits for one."""
    day: dt.date | None
    is_held: bool
    """Whether that meeting was held."""
    is_waiting: bool
    reported_on: dt.date | None
    acknowledged_on: dt.date | None
    acknowledged_by: str
    is_acknowledged: bool
    text: str
    """What the group reads of an answer; a circular has its own text."""


@dataclass(frozen=True)
class DecisionText:
    """A decision in the minutes, by the id of its entry."""

    entry_id: int
    text: str


@dataclass(frozen=True)
class DecidedBy:
    """An item of the national group that a circular can come from, or comes from; what was decided under it."""

    item_id: int
    meeting_id: int
    day: dt.date
    number: int
    title: str
    decisions: tuple[DecisionText, ...]
    """Without those of the closed annex."""


@dataclass(frozen=True)
class CircularChoices:
    """What can be said of where a circular comes from and what it serves."""

    items: tuple[DecidedBy, ...]
    """Of the group's last meetings, the newest first."""
    activities: tuple[ActivityRow, ...]


@dataclass(frozen=True)
class CircularPage:
    """One circular whole."""

    id: int
    version: int
    reference: str
    group_id: int
    group: str
    kind: CircularKind
    title: str
    text: str
    theme: str
    theme_name: str
    label: Label
    created_on: dt.date
    sent_at: dt.datetime | None
    sent_by: str
    decided_by: DecidedBy | None
    """The national item that decided it."""
    entry_id: int | None
    """The one decision under it that is told with it."""
    decision: str
    """Its words as the readers get them: as sent, or as they stand; empty where it is more closed."""
    activities: tuple[ActivityRow, ...]
    """The plan's activities that it serves."""
    deliveries: tuple[DeliveryRow, ...]
    may_change: bool
    """Whether it is not sent yet: then it can be edited, sent and removed."""


def circular_rows(
    session: Session,
    *,
    language: str,
    kind: CircularKind | None = None,
    is_sent: bool | None = None,
    words: str = "",
    start: int = 0,
    count: int = PAGE,
) -> CircularList:
    """A page of circulars, newest first; themes are named in "da" or "en". Every one of `words` must be found."""
    wanted = select(Circular.id, Circular.title, Circular.text)
    if kind is not None:
        wanted = wanted.where(Circular.kind == kind)
    if is_sent is not None:
        wanted = wanted.where(Circular.sent_at.is_not(None) if is_sent else Circular.sent_at.is_(None))
    # They are a few each year: the words are compared here, as the engines differ in Danish capitals.
    sought = plain_case(words).split()
    found = [
        key
        for key, title, text in session.execute(wanted.order_by(Circular.year.desc(), Circular.number.desc()))
        if all(word in plain_case(f"{title} {text}") for word in sought)
    ]
    page = found[start : start + count]
    circulars = {one.id: one for one in session.scalars(select(Circular).where(Circular.id.in_(page)))}
    counts, themes = _counts(session, page), theme_names(session, language)
    return CircularList(tuple(_row(circulars[key], counts.get(key), themes) for key in page), len(found))


def circular_page(session: Session, *, circular_id: int, day: dt.date, language: str) -> CircularPage:
    """One circular with how far it has come in each group, named as on a day; Stale where it is gone."""
    circular = session.get(Circular, circular_id, options=WITH_ORIGIN)
    if circular is None:
        raise Stale(GONE)
    item = circular.item
    found = select(Delivery).where(Delivery.circular_id == circular.id)
    return CircularPage(
        id=circular.id,
        version=circular.version,
        reference=circular.reference,
        group_id=circular.group_id,
        group=circular.group.short_on(day, language),
        kind=circular.kind,
        title=circular.title,
        text=circular.text,
        theme=circular.theme,
        theme_name=theme_names(session, language).get(circular.theme, ""),
        label=circular.label,
        created_on=circular.created_on,
        sent_at=circular.sent_at,
        sent_by=circular.sent_by,
        decided_by=_decided_by([item], _decisions(session, [item.id]))[0] if item else None,
        entry_id=circular.entry_id,
        decision=circular.told_decision,
        activities=tuple(activity_row(activity, language) for activity in circular.activities),
        deliveries=delivery_rows(session.scalars(found.options(*WHOLE)), day, language),
        may_change=circular.sent_at is None,
    )


def circular_choices(session: Session, *, group_id: int, day: dt.date, language: str) -> CircularChoices:
    """The items of a group's last meetings up to a day that were dealt with, and every activity of the plans."""
    last = (
        select(Meeting.id)
        .where(Meeting.group_id == group_id, Meeting.day <= day, Meeting.cancelled_at.is_(None))
        .order_by(Meeting.day.desc(), Meeting.id.desc())
        .limit(RECENT)
    )
    found = select(AgendaItem).join(AgendaItem.meeting).where(Meeting.id.in_(last), LIVE, OF_SUBSTANCE)
    ordered = found.order_by(Meeting.day.desc(), Meeting.id.desc(), AgendaItem.position)
    items = list(session.scalars(ordered.options(joinedload(AgendaItem.meeting))))
    told = _decided_by(items, _decisions(session, [item.id for item in items]))
    return CircularChoices(tuple(told), activities_to_choose(session, day=day, language=language))


def _decided_by(items: Iterable[AgendaItem], decisions: Mapping[int, list[DecisionText]]) -> list[DecidedBy]:
    return [
        DecidedBy(
            item.id, item.meeting_id, item.meeting.day, item.number, item.title, tuple(decisions.get(item.id, ()))
        )
        for item in items
    ]


def _decisions(session: Session, item_ids: Sequence[int]) -> dict[int, list[DecisionText]]:
    """What was decided under items, in the order of the minutes; what stands in the closed annex is left out."""
    query = (
        select(MinutesEntry.item_id, MinutesEntry.id, MinutesEntry.text)
        .join(AgendaItem, AgendaItem.id == MinutesEntry.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            MinutesEntry.item_id.in_(item_ids),
            DECIDED,
            *(label != Label.CONFIDENTIAL for label in (MinutesEntry.label, AgendaItem.label, Meeting.label)),
        )
        .order_by(MinutesEntry.item_id, MinutesEntry.position, MinutesEntry.id)
    )
    told: dict[int, list[DecisionText]] = {}
    for item_id, entry_id, text in session.execute(query):
        told.setdefault(item_id, []).append(DecisionText(entry_id, " ".join(text.split())))
    return told


WITH_ORIGIN: Final = (
    joinedload(Circular.item).joinedload(AgendaItem.meeting),
    joinedload(Circular.entry).joinedload(MinutesEntry.item).joinedload(AgendaItem.meeting),
)
"""What is looked at of where a circular comes from."""
WHOLE: Final = (
    joinedload(Delivery.group).selectinload(Group.names),
    joinedload(Delivery.item).joinedload(AgendaItem.meeting),
)
"""What `delivery_rows` looks at, for a question that fetches deliveries."""


def delivery_rows(deliveries: Iterable[Delivery], day: dt.date, language: str) -> tuple[DeliveryRow, ...]:
    """How far deliveries have come, in the order of their groups."""
    rows = sorted(deliveries, key=lambda one: (one.group.position, one.group.code))
    return tuple(_delivery(one, day, language) for one in rows)


def _delivery(one: Delivery, day: dt.date, language: str) -> DeliveryRow:
    meeting: Meeting | None = None if one.item is None or one.is_waiting else one.item.meeting
    return DeliveryRow(
        id=one.id,
        version=one.version,
        group_id=one.group_id,
        group=one.group.short_on(day, language),
        meeting_id=meeting.id if meeting else None,
        day=meeting.day if meeting else None,
        is_held=meeting is not None and meeting.is_closed_to_change,
        is_waiting=one.is_waiting,
        reported_on=one.reported_on,
        acknowledged_on=one.acknowledged_on,
        acknowledged_by=one.acknowledged_by,
        is_acknowledged=one.is_acknowledged,
        text=one.text,
    )


def _counts(session: Session, ids: list[int]) -> dict[int, Any]:
    heard = Delivery.acknowledged_on.is_not(None) | Delivery.reported_on.is_not(None)
    stands = Delivery.item_id.is_not(None) & AgendaItem.waiting_group_id.is_(None)
    columns: tuple[Any, ...] = (Delivery.circular_id,)
    rows = session.execute(
        select(
            *columns,
            func.count().label("groups"),
            func.count(case((stands, 1))).label("on_agenda"),
            func.count(case((heard, 1))).label("acknowledged"),
        )
        .outerjoin(AgendaItem, AgendaItem.id == Delivery.item_id)
        .where(Delivery.circular_id.in_(ids))
        .group_by(Delivery.circular_id)
    )
    return {row.circular_id: row for row in rows}


def _row(circular: Circular, counts: Any, themes: dict[str, str]) -> CircularRow:
    return CircularRow(
        id=circular.id,
        version=circular.version,
        reference=circular.reference,
        kind=circular.kind,
        title=circular.title,
        theme=circular.theme,
        theme_name=themes.get(circular.theme, ""),
        label=circular.label,
        created_on=circular.created_on,
        sent_at=circular.sent_at,
        groups=counts.groups if counts else 0,
        on_agenda=counts.on_agenda if counts else 0,
        acknowledged=counts.acknowledged if counts else 0,
    )
