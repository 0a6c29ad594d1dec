"""What a sheet shows, as plain rows: everybody who is asked to a meeting or came, and what that adds up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from referral_desk.models.attendance import AWAY, ROLES
from referral_desk.models.findings import Finding
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Sector, Tier

ORDER = (
    AttendeeRole.CHAIR,
    AttendeeRole.SECRETARY,
    AttendeeRole.MEMBER,
    AttendeeRole.OBSERVER,
    AttendeeRole.GUEST,
    AttendeeRole.DEPUTY,
)
"""The order of roles on a sheet; a deputy who takes a place stands behind the one whose place it is."""
TABLE = frozenset({AttendeeRole.CHAIR, AttendeeRole.SECRETARY, AttendeeRole.MEMBER})
"""The roles that have a place at the table: observers and guests sit beside it."""


@dataclass(frozen=True)
class DeclarationRow:
    """A signed declaration of confidentiality that holds on the meeting's day."""

    id: int
    version: int
    signed_on: dt.date
    valid_to: dt.date | None


@dataclass(frozen=True)
class AttendeeRow:
    """One line of a sheet. Without an `id` the person belongs there on the day but was not called yet."""

    id: int | None
    version: int
    seat_id: int | None
    person_id: int | None
    name: str
    """Empty where a body comes that names nobody."""
    title: str
    organisation_id: int | None
    organisation: str
    role: AttendeeRole
    seat_kind: SeatKind | None
    sectors: tuple[Sector, ...]
    """What they speak for at the meeting, from all their seats, or from the seats of the one whose place they take."""
    represents_id: int | None
    represents: str
    """The regional group that the seat speaks for."""
    state: AttendanceState
    answered_on: dt.date | None
    is_late: bool
    """An apology that came after its deadline."""
    note: str
    deputy_for_id: int | None
    deputy_for: str
    deputy_id: int | None
    deputy: str
    """Who takes their place."""
    leads: bool
    writes: bool
    is_expected: bool
    is_entitled: bool
    needs_declaration: bool
    declaration: DeclarationRow | None
    out: Mapping[int, bool] = field(default_factory=dict)
    """Items that they were out for; True because of a conflict of interest."""

    @property
    def who(self) -> str:
        """The person, or the body where nobody is named."""
        return self.name or self.organisation

    @property
    def is_place(self) -> bool:
        """Whether a place at the table hangs on it: chair, secretary and members, not observers and guests."""
        return self.is_entitled and self.seat_kind is not None and ROLES[self.seat_kind] in TABLE and self.role in TABLE


@dataclass(frozen=True)
class SheetItem:
    """An item of the agenda, to note who was out for it."""

    id: int
    number: int
    title: str


@dataclass(frozen=True)
class Delegate:
    """Whether a regional group is heard at a meeting of the national group, and by whom."""

    group_id: int
    group: str
    who: str
    """Empty where the seat is vacant or missing."""
    is_there: bool


@dataclass(frozen=True)
class Counts:
    """How many places there are at the table and how they are filled, then the people beside it."""

    places: int = 0
    filled: int = 0
    """Present, or before the meeting coming, in person or by a deputy."""
    deputies: int = 0
    unanswered: int = 0
    """Of all who are expected, not only those with a place."""
    apologies: int = 0
    absent: int = 0
    guests: int = 0


@dataclass(frozen=True)
class AttendanceSheet:
    """Who comes to a meeting, or came."""

    meeting_id: int
    group_id: int
    day: dt.date
    tier: Tier
    has_come: bool
    """Whether the meeting's day is there: then presence is noted, before it answers."""
    is_held: bool
    closed: str
    """Why nothing can be changed any more; empty where it can."""
    apologies_due: dt.date
    rows: tuple[AttendeeRow, ...]
    items: tuple[SheetItem, ...]
    counts: Counts
    missing: tuple[Sector, ...]
    """The sectors of the group that nobody there (or coming) speaks for."""
    vacant: int
    """Places at the table that nobody holds on the day."""
    delegates: tuple[Delegate, ...]
    """Of the national group: the regional ones, in their order."""
    findings: tuple[Finding, ...]

    @property
    def uncalled(self) -> int:
        """How many hold a seat on the day, or are named to lead or write, and are not on the kept sheet."""
        return sum(row.id is None for row in self.rows)

    @property
    def is_kept(self) -> bool:
        """Whether anybody was called yet."""
        return any(row.id is not None for row in self.rows)

    @property
    def waiting(self) -> int:
        """How many "all others" are."""
        return sum(
            row.id is not None
            and row.state not in AWAY | {AttendanceState.PRESENT}
            and (row.is_expected or row.role is AttendeeRole.GUEST)
            and row.is_entitled
            for row in self.rows
        )
