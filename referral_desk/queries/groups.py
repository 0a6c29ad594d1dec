"""The groups as a chain on a day: regional, national, inter-ministerial, other forums, each with its flags."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from referral_desk.models import Group, Meeting, Seat
from referral_desk.models.groups import REGIONAL_GROUPS, wrong_numbers
from referral_desk.models.seats import representative_seat, representative_trouble
from referral_desk.queries.seats import holder_row, with_seats
from referral_desk.texts import N_, danish_order, say
from referral_desk.vocabulary import SeatKind, Sector, Tier, Trouble

TIERS = (Tier.INTERMINISTERIAL, Tier.NATIONAL, Tier.REGIONAL, Tier.OTHER)
KINDS = {
    "advisory_committee": N_("Advisory committee"),
    "authorities_group": N_("Authorities group"),
    "cooperation_group": N_("Cooperation group"),
    "international": N_("International network"),
    "knowledge_network": N_("Knowledge network"),
    "local_group": N_("Local group"),
    "local_intervention": N_("Local intervention group"),
    "monitoring_group": N_("Monitoring group"),
    "network": N_("Network"),
    "reference_group": N_("Reference group"),
    "specialist_network": N_("Specialist network"),
    "working_group": N_("Working group"),
}
T = TypeVar("T")
EXPECTED = {Tier.REGIONAL: REGIONAL_GROUPS, Tier.NATIONAL: 1}


@dataclass(frozen=True)
class GroupRow:
    """A group as seen on a day."""

    id: int
    tier: Tier
    kind: str
    code: str
    name: str
    short: str
    place: str
    is_placeholder: bool
    is_standing: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    parent_id: int | None
    chair: str
    secretary: str
    seats: int
    """Members' seats that stand on the day; deputies and observers are not counted."""
    vacant: int
    uncovered: tuple[Sector, ...]
    representative: str
    trouble: Trouble | None
    """What is wrong with a regional group's voice in the national group."""
    represented: int
    """National group: how many of the regional groups are well represented."""
    last_meeting: dt.date | None
    next_meeting: dt.date | None

    @property
    def filled(self) -> int:
        """Members' seats that somebody holds."""
        return self.seats - self.vacant

    @property
    def is_sound(self) -> bool:
        """Whether nothing is missing: every seat filled, every sector covered, well represented."""
        return not (self.vacant or self.uncovered or self.trouble)


@dataclass(frozen=True)
class NumberRow:
    """A tier whose number of groups is not the one that the system speaks of (V1): a warning, never a refusal."""

    tier: Tier
    count: int
    expected: int


@dataclass(frozen=True)
class ChainRow:
    """All groups on a day, from the top of the chain down, and what is odd about their number."""

    day: dt.date
    groups: tuple[GroupRow, ...]
    odd: tuple[NumberRow, ...]

    def of(self, tier: Tier) -> tuple[GroupRow, ...]:
        """The standing groups of a tier."""
        return tuple(row for row in self.groups if row.tier is tier and row.is_standing)

    @property
    def not_standing(self) -> tuple[GroupRow, ...]:
        """Groups that have ended or not yet begun."""
        return tuple(row for row in self.groups if not row.is_standing)


@dataclass(frozen=True)
class ChoiceRow:
    """Something to choose from a list."""

    id: int
    name: str
    detail: str = ""


def groups(session: Session, *, day: dt.date, language: str) -> ChainRow:
    """The chain of groups as it was on a day, with names of that day in "da" or "en"."""
    found = list(session.scalars(select(Group).options(*with_seats(day))))
    found.sort(key=lambda group: (TIERS.index(group.tier), group.position, group.id))
    last, coming = _meetings(session, day)
    rows = tuple(_row(group, day, language, last.get(group.id), coming.get(group.id)) for group in found)
    odd = tuple(NumberRow(tier, count, EXPECTED[tier]) for tier, count in wrong_numbers(found, day).items())
    return ChainRow(day, rows, odd if found else ())


def kind_word(kind: str, language: str) -> str:
    """What a group's kind is called; empty for a kind that the desk does not know."""
    return say(KINDS[kind], language) if kind in KINDS else ""


def meeting_days(session: Session, group_id: int, day: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The last meeting before a day and the next one on or after it."""
    last, coming = last_and_next(Meeting.day, day)
    found = session.execute(select(last, coming).select_from(Group).where(Group.id == group_id)).one()
    return found[0], found[1]


def last_and_next(wanted: InstrumentedAttribute[T], day: dt.date) -> tuple[ScalarSelect[T], ScalarSelect[T]]:
    """Something of each group's last meeting before a day and of its next one: columns for a query of groups.

    An index leads to each, so that it costs the same however many meetings there have been.
    """
    of_group = select(wanted).where(Meeting.group_id == Group.id, Meeting.cancelled_at.is_(None)).correlate(Group)
    last = of_group.where(Meeting.day < day).order_by(Meeting.day.desc(), Meeting.starts.desc(), Meeting.id.desc())
    coming = of_group.where(Meeting.day >= day).order_by(Meeting.day, Meeting.starts, Meeting.id)
    return last.limit(1).scalar_subquery(), coming.limit(1).scalar_subquery()


def holder_of(group: Group, kind: SeatKind, day: dt.date, language: str) -> str:
    """Who holds the first seat of a kind on a day; empty where nobody does."""
    for seat in group.seats:
        held = seat.held_on(day) if seat.kind is kind else None
        if held is not None:
            return holder_row(held, day, language).who
    return ""


def _row(group: Group, day: dt.date, language: str, last: dt.date | None, coming: dt.date | None) -> GroupRow:
    seats = [seat for seat in group.seats if seat.is_member_seat and seat.valid_on(day)]
    voice = representative_seat(group) if group.tier is Tier.REGIONAL else None
    held = voice.held_on(day) if voice is not None else None
    return GroupRow(
        id=group.id,
        tier=group.tier,
        kind=group.kind,
        code=group.code,
        name=group.name_on(day, language),
        short=group.short_on(day, language),
        place=group.place or _areas(group, day, language),
        is_placeholder=group.is_placeholder,
        is_standing=group.valid_on(day),
        valid_from=group.valid_from,
        valid_to=group.valid_to,
        parent_id=group.parent_id,
        chair=holder_of(group, SeatKind.CHAIR, day, language),
        secretary=holder_of(group, SeatKind.SECRETARY, day, language),
        seats=len(seats),
        vacant=sum(seat.held_on(day) is None for seat in seats),
        uncovered=tuple(group.uncovered_sectors(day)),
        representative=holder_row(held, day, language).who if held else "",
        trouble=representative_trouble(group, day),
        represented=_represented(group, seats, day),
        last_meeting=last,
        next_meeting=coming,
    )


def _represented(group: Group, seats: list[Seat], day: dt.date) -> int:
    if group.tier is not Tier.NATIONAL:
        return 0
    voices = [seat for seat in seats if seat.kind is SeatKind.REGIONAL_REPRESENTATIVE]
    return sum(seat.is_well_held(day) for seat in voices)


def _areas(group: Group, day: dt.date, language: str) -> str:
    names = [
        (row.area.name_en or row.area.name_da) if language == "en" else row.area.name_da
        for row in group.areas
        if row.valid_on(day)
    ]
    return ", ".join(sorted(names, key=danish_order))


def _meetings(session: Session, day: dt.date) -> tuple[dict[int, dt.date | None], dict[int, dt.date | None]]:
    rows = session.execute(select(Group.id, *last_and_next(Meeting.day, day))).all()
    return {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows}
