"""The directory's people on a day: who they speak for, how to reach them, which seats they hold and have held."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Group, Membership, Organisation, Person, Seat
from referral_desk.queries.groups import ChoiceRow
from referral_desk.texts import danish_order, plain_case
from referral_desk.vocabulary import SeatKind, Sector


@dataclass(frozen=True)
class HeldRow:
    """A period in which somebody held a seat. Group and organisation are called what they were called then."""

    membership_id: int
    seat_id: int
    group_id: int
    group: str
    kind: SeatKind
    sector: Sector | None
    person_id: int | None
    person: str
    organisation: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    holds: bool
    """Whether it holds on the day asked about."""
    represents: str = ""


@dataclass(frozen=True)
class PersonRow:
    """Somebody who works in or with the groups."""

    id: int
    version: int
    name: str
    title: str
    organisation_id: int | None
    organisation: str
    email: str
    phone: str
    language: str
    is_active: bool
    seats: tuple[HeldRow, ...]
    """Those held on the day first, then the others, newest first."""
    searchable: str

    @property
    def present(self) -> tuple[HeldRow, ...]:
        """The seats held on the day."""
        return tuple(seat for seat in self.seats if seat.holds)

    def matches(self, words: str) -> bool:
        """Whether every word stands in name, title, organisation (former names too), contact or groups."""
        return all(word in self.searchable for word in plain_case(words).split())


def people(session: Session, *, day: dt.date, language: str) -> tuple[PersonRow, ...]:
    """Everybody in the directory, by name in the Danish order of letters being the window's task; here by id."""
    held = held_seats(session, day, language)
    found = session.scalars(
        select(Person).order_by(Person.id).options(selectinload(Person.organisation).selectinload(Organisation.names))
    )
    return tuple(_row(person, held.by_person.get(person.id, ()), day, language) for person in found)


def person(session: Session, *, person_id: int, day: dt.date, language: str) -> PersonRow:
    """One of them. Stale if it is gone."""
    found = session.get(Person, person_id)
    if found is None:
        raise Stale(GONE)
    return _row(found, held_seats(session, day, language).by_person.get(person_id, ()), day, language)


def person_choices(session: Session, *, day: dt.date, language: str) -> tuple[ChoiceRow, ...]:
    """Active people to choose from, with the organisation they speak for."""
    found = session.scalars(
        select(Person)
        .where(Person.is_active)
        .options(selectinload(Person.organisation).selectinload(Organisation.names))
    )
    return tuple(ChoiceRow(row.id, row.name, _organisation(row, day, language)) for row in _in_order(found))


@dataclass(frozen=True)
class HeldSeats:
    """Every period of every seat, by the person and by the organisation."""

    by_person: dict[int, tuple[HeldRow, ...]]
    by_organisation: dict[int, tuple[HeldRow, ...]]


def held_seats(session: Session, day: dt.date, language: str) -> HeldSeats:
    """Who held which seat, seen from a day."""
    seat = selectinload(Membership.seat)
    found = session.scalars(
        select(Membership).options(
            seat.selectinload(Seat.group).selectinload(Group.names),
            seat.selectinload(Seat.represents).selectinload(Group.names),
            selectinload(Membership.person),
            selectinload(Membership.organisation).selectinload(Organisation.names),
        )
    )
    by_person: dict[int, list[HeldRow]] = defaultdict(list)
    by_organisation: dict[int, list[HeldRow]] = defaultdict(list)
    for held in found:
        row = _held(held, day, language)
        if held.person_id is not None:
            by_person[held.person_id].append(row)
        if held.organisation_id is not None:
            by_organisation[held.organisation_id].append(row)
    return HeldSeats(
        {key: _newest_first(rows) for key, rows in by_person.items()},
        {key: _newest_first(rows) for key, rows in by_organisation.items()},
    )


def _newest_first(rows: list[HeldRow]) -> tuple[HeldRow, ...]:
    by_start = sorted(rows, key=lambda row: (row.valid_from or dt.date.min, row.membership_id), reverse=True)
    return tuple(sorted(by_start, key=lambda row: not row.holds))


def _held(held: Membership, day: dt.date, language: str) -> HeldRow:
    holds = held.valid_on(day) and held.seat.valid_on(day)
    then = day
    if held.valid_to is not None and held.valid_to < day:
        then = held.valid_to
    elif held.valid_from is not None and held.valid_from > day:
        then = held.valid_from
    return HeldRow(
        held.id,
        held.seat_id,
        held.seat.group_id,
        held.seat.group.short_on(then, language),
        held.seat.kind,
        held.seat.sector,
        held.person_id,
        held.person.name if held.person else "",
        held.organisation.name_on(then, language) if held.organisation else "",
        held.valid_from,
        held.valid_to,
        holds,
        held.seat.represents.short_on(then, language) if held.seat.represents else "",
    )


def _in_order(found: Iterable[Person]) -> list[Person]:
    return sorted(found, key=lambda row: danish_order(row.name))


def _organisation(person: Person, day: dt.date, language: str) -> str:
    return person.organisation.name_on(day, language) if person.organisation else ""


def _row(person: Person, seats: tuple[HeldRow, ...], day: dt.date, language: str) -> PersonRow:
    words = [person.name, person.title, person.email, person.phone, person.phone.replace(" ", "")]
    if person.organisation is not None:
        for name in person.organisation.names:
            words += [name.name_da, name.name_en, name.abbreviation]
    words += [seat.group for seat in seats if seat.holds]
    return PersonRow(
        person.id,
        person.version,
        person.name,
        person.title,
        person.organisation_id,
        _organisation(person, day, language),
        person.email,
        person.phone,
        person.language,
        person.is_active,
        seats,
        plain_case(" ".join(words)),
    )
