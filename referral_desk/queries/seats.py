"""Seats and who held them on a day: rows for the Group page, papers and the directory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import QueryableAttribute, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from referral_desk.clock import Quarter
from referral_desk.models import Group, GroupArea, Membership, Organisation, Seat
from referral_desk.models.groups import REGIONAL_SECTORS
from referral_desk.models.seats import held_between
from referral_desk.reference.citing import cited, noted
from referral_desk.vocabulary import SeatKind, Sector, Tier

FIRST_KINDS = (SeatKind.CHAIR, SeatKind.DEPUTY_CHAIR, SeatKind.SECRETARY)
LOOK_BACK = 3


@dataclass(frozen=True)
class HolderRow:
    """One period of one holder. The organisation is called what it was called on the day asked about, or, for a
    period that does not hold that day, on the nearest day of the period.
    """  # noqa: D205 - the rule is the summary

    id: int
    version: int
    person_id: int | None
    person: str
    title: str
    organisation_id: int | None
    organisation: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str = ""
    note: str = ""

    @property
    def who(self) -> str:
        """The person, or the organisation where no person is named."""
        return self.person or self.organisation


@dataclass(frozen=True)
class SeatRow:
    """One seat on a day: what it is for, who holds it, who held it before and who takes it next."""

    id: int
    version: int
    kind: SeatKind
    sector: Sector | None
    title: str
    organisation_id: int | None
    organisation: str
    represents_id: int | None
    represents: str
    deputy_for_id: int | None
    deputy_for: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    is_standing: bool
    is_well_held: bool
    counts: bool
    """Whether a vacancy is a gap: a member's seat, not a deputy's or an observer's."""
    holder: HolderRow | None
    next_holder: HolderRow | None
    history: tuple[HolderRow, ...]
    """All periods, newest first."""
    ends_in: int | None
    """Days until the holder's term ends; None where it is open or vacant, or where somebody follows at once."""

    @property
    def is_vacant(self) -> bool:
        """Whether the seat stands and nobody holds it."""
        return self.is_standing and self.holder is None


@dataclass(frozen=True)
class CoverRow:
    """A seat that covers a sector, or would if somebody held it."""

    seat_id: int
    who: str
    organisation: str


@dataclass(frozen=True)
class SectorRow:
    """One line of the coverage matrix: who speaks for a sector, and whether somebody did as past quarters ended."""

    sector: Sector
    is_required: bool
    covers: tuple[CoverRow, ...]
    vacant: int
    """Seats of the sector that nobody holds."""
    past: tuple[bool | None, ...]
    """Oldest first, one for each of `Coverage.quarters`; None where the group did not stand."""

    @property
    def is_covered(self) -> bool:
        """Whether somebody speaks for the sector on the day."""
        return bool(self.covers)


@dataclass(frozen=True)
class Coverage:
    """The coverage matrix of a group on a day: required sectors first (V4), then the others that have seats."""

    rows: tuple[SectorRow, ...] = ()
    quarters: tuple[Quarter, ...] = ()

    @property
    def missing(self) -> tuple[Sector, ...]:
        """The required sectors that nobody speaks for."""
        return tuple(row.sector for row in self.rows if row.is_required and not row.is_covered)


def periods(day: dt.date | None) -> QueryableAttribute[Any]:
    """The periods of seats to load: those that hold on a day, or all. On an old desk most holders are history."""
    if day is None:
        return Seat.memberships
    return Seat.memberships.and_(held_between(day, day))


def with_seats(day: dt.date | None = None) -> tuple[ORMOption, ...]:
    """What to load with groups so that their seats can be told in a handful of statements.

    With a day only its holders are loaded: then ask of no other day.
    """
    holders = selectinload(Group.seats).selectinload(periods(day))
    return (
        selectinload(Group.names),
        selectinload(Group.areas).joinedload(GroupArea.area),
        holders.joinedload(Membership.person),
        holders.joinedload(Membership.organisation).selectinload(Organisation.names),
        selectinload(Group.seats).joinedload(Seat.organisation).selectinload(Organisation.names),
        selectinload(Group.seats).selectinload(Seat.represents).selectinload(Group.names),
    )


def in_order(seats: list[Seat]) -> list[Seat]:
    """Chair, deputy chair and secretary first, then the order that the group gave its seats."""

    def place(seat: Seat) -> tuple[int, int, int]:
        rank = FIRST_KINDS.index(seat.kind) if seat.kind in FIRST_KINDS else len(FIRST_KINDS)
        return rank, seat.position, seat.id

    return sorted(seats, key=place)


def seat_rows(group: Group, day: dt.date, language: str) -> tuple[SeatRow, ...]:
    """Every seat of a group as seen on a day, those that have ended or not begun too (`is_standing` is then False)."""
    return tuple(_seat_row(seat, day, language) for seat in in_order(group.seats))


def coverage(group: Group, day: dt.date, language: str) -> Coverage:
    """Who speaks for which sector on a day, and whether somebody did at the ends of the three quarters before (V4)."""
    quarters = [Quarter.of(day).previous()]
    while len(quarters) < LOOK_BACK:
        quarters.insert(0, quarters[0].previous())
    required = REGIONAL_SECTORS if group.tier is Tier.REGIONAL else ()
    seats = [seat for seat in in_order(group.seats) if seat.sector and seat.is_member_seat and seat.valid_on(day)]
    others = [sector for sector in Sector if sector not in required and any(seat.sector is sector for seat in seats)]
    past = [group.sectors_on(quarter.last) if group.valid_on(quarter.last) else None for quarter in quarters]
    rows = []
    for sector in (*required, *others):
        of_sector = [seat for seat in seats if seat.sector is sector]
        held = [(seat, row) for seat in of_sector if (row := seat.held_on(day)) is not None]
        rows.append(
            SectorRow(
                sector,
                is_required=sector in required,
                covers=tuple(_cover_row(seat, row, day, language) for seat, row in held),
                vacant=len(of_sector) - len(held),
                past=tuple(None if covered is None else sector in covered for covered in past),
            )
        )
    return Coverage(tuple(rows), tuple(quarters))


def holder_row(held: Membership, day: dt.date, language: str) -> HolderRow:
    """One period of one holder."""
    named = day
    if held.valid_to is not None and day > held.valid_to:
        named = held.valid_to
    elif held.valid_from is not None and day < held.valid_from:
        named = held.valid_from
    return HolderRow(
        held.id,
        held.version,
        held.person_id,
        held.person.name if held.person else "",
        held.person.title if held.person else "",
        held.organisation_id,
        held.organisation.name_on(named, language) if held.organisation else "",
        held.valid_from,
        held.valid_to,
        cited(held.source, language),
        noted(held.note, language),
    )


def _cover_row(seat: Seat, held: Membership, day: dt.date, language: str) -> CoverRow:
    row = holder_row(held, day, language)
    return CoverRow(seat.id, row.who, row.organisation if row.person else "")


def _seat_row(seat: Seat, day: dt.date, language: str) -> SeatRow:
    held = seat.held_on(day)
    later = [row for row in seat.memberships if row.valid_from is not None and row.valid_from > day]
    following = min(later, key=lambda row: row.valid_from or dt.date.max, default=None)
    others = sorted(seat.memberships, key=lambda row: row.valid_from or dt.date.min, reverse=True)
    deputy_for = seat.deputy_for.held_on(day) if seat.deputy_for else None
    return SeatRow(
        id=seat.id,
        version=seat.version,
        kind=seat.kind,
        sector=seat.sector,
        title=seat.title,
        organisation_id=seat.organisation_id,
        organisation=seat.organisation.name_on(day, language) if seat.organisation else "",
        represents_id=seat.represents_group_id,
        represents=seat.represents.short_on(day, language) if seat.represents else "",
        deputy_for_id=seat.deputy_for_id,
        deputy_for=holder_row(deputy_for, day, language).who if deputy_for else "",
        valid_from=seat.valid_from,
        valid_to=seat.valid_to,
        is_standing=seat.valid_on(day),
        is_well_held=seat.is_well_held(day),
        counts=seat.is_member_seat,
        holder=holder_row(held, day, language) if held else None,
        next_holder=holder_row(following, day, language) if following else None,
        history=tuple(holder_row(row, day, language) for row in others),
        ends_in=_ends_in(held, following, day),
    )


def _ends_in(held: Membership | None, following: Membership | None, day: dt.date) -> int | None:
    if held is None or held.valid_to is None:
        return None
    if following is not None and following.valid_from == held.valid_to + dt.timedelta(days=1):
        return None
    return (held.valid_to - day).days
