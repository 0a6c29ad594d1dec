"""One group on a day: seats and holders, coverage, representatives in both directions, mandate, area, history."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from referral_desk.models import Area, Group, GroupName, Mandate, Seat
from referral_desk.models.base import Dated
from referral_desk.models.seats import representative_seat, representative_trouble
from referral_desk.queries.groups import ChoiceRow, meeting_days
from referral_desk.queries.seats import (
    Coverage,
    HolderRow,
    SeatRow,
    coverage,
    holder_row,
    in_order,
    seat_rows,
    with_seats,
)
from referral_desk.reference.citing import cited
from referral_desk.texts import danish_order
from referral_desk.vocabulary import AreaKind, SeatKind, Tier, Trouble

TERM_ENDS_SOON = 90
_Row = TypeVar("_Row", bound=Dated)


class EventKind(enum.StrEnum):
    """What happened to a group on a day."""

    BEGAN = "began"
    ENDED = "ended"
    RENAMED = "renamed"
    MANDATE = "mandate"
    JOINED = "joined"
    LEFT = "left"
    SEAT_ENDED = "seat_ended"


@dataclass(frozen=True)
class NameRow:
    """What the group was called in a period."""

    id: int
    version: int
    name_da: str
    name_en: str
    short_da: str
    short_en: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str


@dataclass(frozen=True)
class MandateRow:
    """What the group was for in a period; `text` is in the reader's language, or in the one that there is."""

    id: int
    version: int
    text: str
    text_da: str
    text_en: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str


@dataclass(frozen=True)
class AreaRow:
    """An area that the group covers, and whether it does so on the day."""

    id: int
    version: int
    area_id: int
    name: str
    kind: AreaKind
    holds: bool
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True)
class VoiceRow:
    """How a regional group is represented in the group above it."""

    group_id: int
    group: str
    seat_id: int | None
    holder: HolderRow | None
    trouble: Trouble | None


@dataclass(frozen=True)
class EventRow:
    """Something that happened: the day, and the words that the window makes a sentence of."""

    day: dt.date
    kind: EventKind
    who: str = ""
    organisation: str = ""
    seat_kind: SeatKind | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class GroupView:
    """One group as seen on a day."""

    id: int
    version: int
    day: dt.date
    tier: Tier
    kind: str
    code: str
    name: str
    short: str
    place: str
    meetings_per_year: int | None
    is_placeholder: bool
    is_standing: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str
    note: str
    parent_id: int | None
    parent: str
    names: tuple[NameRow, ...]
    mandates: tuple[MandateRow, ...]
    mandate: MandateRow | None
    areas: tuple[AreaRow, ...]
    seats: tuple[SeatRow, ...]
    coverage: Coverage
    voices: tuple[VoiceRow, ...]
    """A regional group: its own voice above. A group with regional groups below: all of theirs."""
    members: tuple[ChoiceRow, ...]
    """Who may represent the group: people who hold a member's seat on the day."""
    events: tuple[EventRow, ...]
    """Newest first."""
    last_meeting: dt.date | None
    next_meeting: dt.date | None

    @property
    def standing(self) -> tuple[SeatRow, ...]:
        """The seats that stand on the day."""
        return tuple(seat for seat in self.seats if seat.is_standing)

    @property
    def ended(self) -> tuple[SeatRow, ...]:
        """The seats that have ended, or are still to come."""
        return tuple(seat for seat in self.seats if not seat.is_standing)

    @property
    def vacant(self) -> tuple[SeatRow, ...]:
        """Members' seats that nobody holds."""
        return tuple(seat for seat in self.seats if seat.counts and seat.is_vacant)

    def ending(self, days: int = TERM_ENDS_SOON) -> tuple[SeatRow, ...]:
        """Seats whose holder's term ends within some days and whom nobody follows at once, soonest first."""
        found = [seat for seat in self.seats if seat.ends_in is not None and seat.ends_in <= days]
        return tuple(sorted(found, key=lambda seat: seat.ends_in or 0))

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with this regional group's own voice above."""
        return next((voice.trouble for voice in self.voices if voice.group_id == self.id), None)


def group(session: Session, group_id: int, *, day: dt.date, language: str) -> GroupView | None:
    """One group as it was on a day, in "da" or "en"; None if it is no longer on the desk."""
    everything = (*with_seats(), selectinload(Group.mandates))
    found = session.scalar(select(Group).where(Group.id == group_id).options(*everything))
    if found is None:
        return None
    spoken_for = _spoken_for(session, found, day)
    mandates = tuple(_mandate(row, language) for row in _by_day(found.mandates))
    now = found.mandate_on(day)
    last, coming = meeting_days(session, group_id, day)
    return GroupView(
        id=found.id,
        version=found.version,
        day=day,
        tier=found.tier,
        kind=found.kind,
        code=found.code,
        name=found.name_on(day, language),
        short=found.short_on(day, language),
        place=found.place,
        meetings_per_year=found.meetings_per_year,
        is_placeholder=found.is_placeholder,
        is_standing=found.valid_on(day),
        valid_from=found.valid_from,
        valid_to=found.valid_to,
        source=found.source,
        note=found.note,
        parent_id=found.parent_id,
        parent=found.parent.short_on(day, language) if found.parent else "",
        names=tuple(_name(row) for row in _by_day(found.names)),
        mandates=mandates,
        mandate=next((row for row in mandates if now is not None and row.id == now.id), None),
        areas=_areas(found, day, language),
        seats=seat_rows(found, day, language),
        coverage=coverage(found, day, language),
        voices=_voices(spoken_for, day, language),
        members=_members(found, day, language),
        events=_events(found, day, language),
        last_meeting=last,
        next_meeting=coming,
    )


def area_choices(session: Session, *, day: dt.date, language: str) -> tuple[ChoiceRow, ...]:
    """Regions, police districts and municipalities that exist on a day, to choose from."""
    found = [area for area in session.scalars(select(Area)) if area.valid_on(day)]
    found.sort(key=lambda area: (list(AreaKind).index(area.kind), area.official_code, danish_order(area.name_da)))
    return tuple(ChoiceRow(area.id, _area_name(area, language), area.kind.value) for area in found)


def _by_day(rows: list[_Row]) -> list[_Row]:
    return sorted(rows, key=lambda row: row.valid_from or dt.date.min, reverse=True)


def _name(row: GroupName) -> NameRow:
    return NameRow(
        row.id,
        row.version,
        row.name_da,
        row.name_en,
        row.short_da,
        row.short_en,
        row.valid_from,
        row.valid_to,
        row.source,
    )


def _mandate(row: Mandate, language: str) -> MandateRow:
    text = (row.text_en or row.text_da) if language == "en" else (row.text_da or row.text_en)
    said = cited(row.source, language)
    return MandateRow(row.id, row.version, text, row.text_da, row.text_en, row.valid_from, row.valid_to, said)


def _areas(found: Group, day: dt.date, language: str) -> tuple[AreaRow, ...]:
    rows = [
        AreaRow(
            row.id,
            row.version,
            row.area_id,
            _area_name(row.area, language),
            row.area.kind,
            row.valid_on(day),
            row.valid_from,
            row.valid_to,
        )
        for row in found.areas
    ]
    return tuple(sorted(rows, key=lambda row: (not row.holds, danish_order(row.name))))


def _area_name(area: Area, language: str) -> str:
    return (area.name_en or area.name_da) if language == "en" else area.name_da


def _spoken_for(session: Session, found: Group, day: dt.date) -> list[Group]:
    """The regional groups whose voices are told: the group itself, or those below it; loaded before seats are told."""
    if found.tier is Tier.REGIONAL:
        if found.parent_id is not None:
            above = select(Group).where(Group.id == found.parent_id).options(*with_seats(day))
            set_committed_value(found, "parent", session.scalars(above).one())
        return [found]
    of_below = select(Group).where(Group.parent_id == found.id, Group.tier == Tier.REGIONAL)
    below = list(session.scalars(of_below.options(*with_seats(day))))
    return sorted((row for row in below if row.valid_on(day)), key=lambda row: (row.position, row.id))


def _voices(spoken_for: list[Group], day: dt.date, language: str) -> tuple[VoiceRow, ...]:
    rows = []
    for row in spoken_for:
        seat = representative_seat(row)
        held = seat.held_on(day) if seat is not None else None
        rows.append(
            VoiceRow(
                row.id,
                row.short_on(day, language),
                seat.id if seat is not None else None,
                holder_row(held, day, language) if held is not None else None,
                representative_trouble(row, day),
            )
        )
    return tuple(rows)


def _members(found: Group, day: dt.date, language: str) -> tuple[ChoiceRow, ...]:
    rows: dict[int, ChoiceRow] = {}
    for seat in in_order(found.seats):
        held = seat.held_on(day) if seat.is_member_seat else None
        if held is not None and held.person is not None and held.person.is_active:
            row = holder_row(held, day, language)
            rows.setdefault(held.person.id, ChoiceRow(held.person.id, row.person, row.organisation))
    return tuple(rows.values())


def _events(found: Group, day: dt.date, language: str) -> tuple[EventRow, ...]:
    rows: list[EventRow] = []
    if found.valid_from:
        rows.append(EventRow(found.valid_from, EventKind.BEGAN, found.name_on(found.valid_from, language)))
    if found.valid_to:
        rows.append(EventRow(found.valid_to, EventKind.ENDED, found.name_on(found.valid_to, language)))
    named = _by_day(found.names)[:-1]
    rows += [
        EventRow(row.valid_from, EventKind.RENAMED, found.name_on(row.valid_from, language))
        for row in named
        if row.valid_from
    ]
    rows += [
        EventRow(row.valid_from, EventKind.MANDATE, _mandate(row, language).text)
        for row in found.mandates
        if row.valid_from
    ]
    for seat in found.seats:
        if seat.valid_to:
            words = seat.title or (seat.organisation.name_on(seat.valid_to, language) if seat.organisation else "")
            rows.append(EventRow(seat.valid_to, EventKind.SEAT_ENDED, words, seat_kind=seat.kind))
        rows += _holder_events(seat, day, language)
    # On one day people leave before others join.
    order = list(EventKind)
    return tuple(sorted(rows, key=lambda row: (row.day, -order.index(row.kind), row.who), reverse=True))


def _holder_events(seat: Seat, day: dt.date, language: str) -> list[EventRow]:
    rows = []
    for held in seat.memberships:
        said = holder_row(held, day, language)
        beside = said.organisation if said.person else ""
        if held.valid_from:
            rows.append(EventRow(held.valid_from, EventKind.JOINED, said.who, beside, seat.kind, held.person_id))
        if held.valid_to:
            rows.append(EventRow(held.valid_to, EventKind.LEFT, said.who, beside, seat.kind, held.person_id))
    return rows
