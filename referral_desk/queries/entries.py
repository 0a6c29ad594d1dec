"""The writing room: a meeting's items with what stands under them, and whom an action can be given to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.errors import Stale
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Meeting,
    Membership,
    Minutes,
    MinutesEntry,
    Organisation,
    PackIssue,
    Paper,
    Person,
    Seat,
)
from referral_desk.models.entries import EntryRow as EntryRow  # noqa: PLC0414 - the window names them from here
from referral_desk.models.entries import Said as Said  # noqa: PLC0414 - same
from referral_desk.models.entries import entry_row, with_agreed
from referral_desk.models.entries import keepable as keepable  # noqa: PLC0414 - same
from referral_desk.models.entries import meet as meet  # noqa: PLC0414 - same
from referral_desk.models.minutes import FROZEN
from referral_desk.queries.meeting import GONE
from referral_desk.queries.papers import PaperRow, paper_row
from referral_desk.queries.phrases import phrases_for
from referral_desk.queries.seats import periods
from referral_desk.shorthand.action_line import Owner, person_aliases
from referral_desk.texts import N_, danish_order
from referral_desk.vocabulary import EntryKind, ItemOutcome, Label, MinutesState, Purpose
from referral_desk.vocabulary.phrases import Phrases

CANCELLED = N_("The meeting was called off, so nothing is written here.")


@dataclass(frozen=True)
class RoomItem:
    """An item of the agenda as the writing room shows it, with how much of each kind stands under it."""

    id: int
    version: int
    number: int
    title: str
    purpose: Purpose
    label: Label
    outcome: ItemOutcome
    recommendation: str
    notes: int
    decisions: int
    actions: int
    rivals: int
    papers: tuple[PaperRow, ...]
    entries: tuple[int, ...]
    """The ids of its entries, in order."""


@dataclass(frozen=True)
class Room:
    """A meeting's minutes to write in; `entries` are those that are new to who asks."""

    meeting_id: int
    day: dt.date
    state: MinutesState | None
    """None where nothing is written yet."""
    closed: str
    """Why nothing can be written, as a template; empty where it can."""
    next_meeting: dt.date | None
    last_issue: int | None
    """The id of the pack that went out last."""
    items: tuple[RoomItem, ...]
    entries: tuple[EntryRow, ...]
    phrases: Phrases = field(default_factory=Phrases)
    """The words of the group to begin an item with."""


def room(session: Session, *, meeting_id: int, language: str, seen: frozenset[tuple[int, int]] = frozenset()) -> Room:
    """A meeting's minutes; entries whose (id, version) are in `seen` are not told again. Stale if it is gone."""
    papers = selectinload(Meeting.items).selectinload(AgendaItem.papers).joinedload(Paper.document)
    meeting = session.get(Meeting, meeting_id, options=[papers])
    if meeting is None:
        raise Stale(GONE)
    minutes = session.scalar(select(Minutes).where(Minutes.meeting_id == meeting_id))
    kept = MinutesEntry
    told = (
        session.execute(
            select(kept.id, kept.version, kept.item_id, kept.kind, kept.rival_of_id)
            .where(kept.minutes_id == minutes.id)
            .order_by(kept.position, kept.id)
        ).all()
        if minutes is not None
        else []
    )
    new = [entry_id for entry_id, version, *_ in told if (entry_id, version) not in seen]
    under: dict[int, list[int]] = {}
    counts: Counter[tuple[int, EntryKind]] = Counter()
    rivals: Counter[int] = Counter()
    for entry_id, _version, item_id, kind, rival in told:
        under.setdefault(item_id, []).append(entry_id)
        counts[item_id, kind] += 1
        rivals[item_id] += rival is not None
    return Room(
        meeting_id=meeting.id,
        day=meeting.day,
        state=minutes.state if minutes is not None else None,
        closed=CANCELLED if meeting.is_cancelled else FROZEN if minutes is not None and minutes.is_frozen else "",
        next_meeting=_next_meeting(session, meeting),
        last_issue=session.scalar(select(func.max(PackIssue.id)).where(PackIssue.meeting_id == meeting.id)),
        items=tuple(
            RoomItem(
                id=item.id,
                version=item.version,
                number=item.number,
                title=item.title,
                purpose=item.purpose,
                label=item.label,
                outcome=_outcome(item, counts),
                recommendation=item.recommendation,
                notes=counts[item.id, EntryKind.NOTE],
                decisions=counts[item.id, EntryKind.DECISION],
                actions=counts[item.id, EntryKind.ACTION],
                rivals=rivals[item.id],
                papers=tuple(paper_row(paper, language) for paper in item.papers),
                entries=tuple(under.get(item.id, ())),
            )
            for item in meeting.items
        ),
        entries=_rows(session, new, language),
        phrases=phrases_for(session, meeting.group_id),
    )


def owners_of_actions(session: Session, *, meeting_id: int, language: str) -> tuple[Owner, ...]:
    """Whom a meeting's actions can be given to (V9): bodies of the group on its day, and the people who work there."""
    meeting = session.get(Meeting, meeting_id, options=[joinedload(Meeting.chair), joinedload(Meeting.secretary)])
    if meeting is None:
        raise Stale(GONE)
    day = meeting.day
    seats = session.scalars(
        select(Seat)
        .where(Seat.group_id == meeting.group_id)
        .options(
            selectinload(periods(day)).joinedload(Membership.person),
            selectinload(periods(day)).joinedload(Membership.organisation).selectinload(Organisation.names),
            joinedload(Seat.organisation).selectinload(Organisation.names),
        )
    )
    bodies: set[Organisation] = set()
    people: set[Person] = set()
    for seat in seats:
        held = seat.held_on(day)
        if held is not None:
            bodies |= {body for body in (held.organisation, seat.organisation) if body}
            people |= {held.person} if held.person else set()
    people |= {person for person in (meeting.chair, meeting.secretary) if person}
    working = select(Person).where(Person.is_active, Person.organisation_id.in_([body.id for body in bodies]))
    people |= set(session.scalars(working))
    names = {body.id: body.name_on(day, language) for body in bodies}
    owners = [
        Owner(
            person.name,
            names.get(person.organisation_id or 0, ""),
            person_id=person.id,
            aliases=person_aliases(person.name),
        )
        for person in people
    ]
    owners += [
        Owner(names[body.id], _abbreviation(body, day), organisation_id=body.id, aliases=_ways(body, day))
        for body in bodies
    ]
    return tuple(sorted(owners, key=lambda owner: danish_order(owner.name)))


def _outcome(item: AgendaItem, counts: Counter[tuple[int, EntryKind]]) -> ItemOutcome:
    """What became of an item: what was said of it, or what its entries show (as Minutes.outcome_of)."""
    if item.outcome is not ItemOutcome.OPEN:
        return item.outcome
    if counts[item.id, EntryKind.DECISION]:
        return ItemOutcome.DECIDED
    return ItemOutcome.NOTED if any(counts[item.id, kind] for kind in EntryKind) else ItemOutcome.OPEN


def _next_meeting(session: Session, meeting: Meeting) -> dt.date | None:
    return session.scalar(
        select(func.min(Meeting.day)).where(
            Meeting.group_id == meeting.group_id, Meeting.day > meeting.day, Meeting.cancelled_at.is_(None)
        )
    )


def _rows(session: Session, ids: list[int], language: str) -> tuple[EntryRow, ...]:
    if not ids:
        return ()
    action = joinedload(MinutesEntry.action)
    found = session.scalars(
        select(MinutesEntry)
        .where(MinutesEntry.id.in_(ids))
        .order_by(MinutesEntry.item_id, MinutesEntry.position, MinutesEntry.id)
        .options(
            action.joinedload(ActionItem.group),
            *with_agreed(),
        )
    )
    return tuple(entry_row(entry, language) for entry in found)


def _abbreviation(body: Organisation, day: dt.date) -> str:
    row = body.name_row(day)
    return row.abbreviation if row else ""


def _ways(body: Organisation, day: dt.date) -> tuple[str, ...]:
    """Every way to write an organisation: its abbreviation, its code, its name in the other language."""
    row = body.name_row(day)
    ways = (row.abbreviation, body.code or "", row.name_da, row.name_en) if row else (body.code or "",)
    return tuple(dict.fromkeys(way for way in ways if way))
