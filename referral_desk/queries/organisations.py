"""The directory's organisations on a day: names then and now, sector, contact, ties, people and seats."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import Organisation, OrganisationContact, OrganisationName, OrganisationRelation, Person
from referral_desk.queries.groups import ChoiceRow
from referral_desk.queries.people import HeldRow, held_seats
from referral_desk.texts import danish_order, plain_case
from referral_desk.vocabulary import RelationKind, Sector


@dataclass(frozen=True)
class OrganisationNameRow:
    """What an organisation was called in a period; `name` is in the reader's language, or in the one that there is."""

    id: int
    version: int
    name: str
    name_da: str
    name_en: str
    abbreviation: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    holds: bool
    source: str


@dataclass(frozen=True)
class ContactRow:
    """A work address. A historic one is there to be read, never to be used."""

    id: int
    version: int
    address: str
    phone: str
    email: str
    web: str
    is_historic: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str


@dataclass(frozen=True)
class RelationRow:
    """A tie, told from one end: `forward` says whether this organisation is the first of the two."""

    id: int
    version: int
    kind: RelationKind
    forward: bool
    other_id: int
    other: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    holds: bool


@dataclass(frozen=True)
class OrganisationRow:
    """An authority, NGO, union or other body, as seen on a day."""

    id: int
    version: int
    code: str
    name: str
    abbreviation: str
    is_named: bool
    """Whether it has a name on the day; if not, `name` is the nearest one and the body has ended or not begun."""
    sector: Sector
    role: str
    role_da: str
    role_en: str
    names: tuple[OrganisationNameRow, ...]
    """Newest first."""
    contacts: tuple[ContactRow, ...]
    relations: tuple[RelationRow, ...]
    people: tuple[ChoiceRow, ...]
    seats: tuple[HeldRow, ...]
    source: str
    note: str
    searchable: str

    @property
    def present(self) -> tuple[HeldRow, ...]:
        """The seats that it holds on the day, itself or by a person."""
        return tuple(seat for seat in self.seats if seat.holds)

    @property
    def contact(self) -> ContactRow | None:
        """The address to use, if there is one."""
        return next((row for row in self.contacts if not row.is_historic), None)

    @property
    def former(self) -> tuple[str, ...]:
        """Other names that it has had or will have, newest first."""
        found = dict.fromkeys(row.name for row in self.names if row.name != self.name)
        return tuple(found)

    def matches(self, words: str) -> bool:
        """Whether every word stands in one of its names, its code, its role or its people's names."""
        return all(word in self.searchable for word in plain_case(words).split())

    def former_match(self, words: str) -> str:
        """A former name that explains why it was found though its present name does not hold the words."""
        wanted = plain_case(words).split()

        def holds_words(row: OrganisationNameRow) -> bool:
            names = plain_case(f"{row.name_da} {row.name_en} {row.abbreviation}")
            return all(word in names for word in wanted)

        if not wanted or any(holds_words(row) for row in self.names if row.holds):
            return ""
        return next((row.name for row in self.names if holds_words(row) and row.name != self.name), "")


def organisations(session: Session, *, day: dt.date, language: str) -> tuple[OrganisationRow, ...]:
    """Every organisation in the directory, by id; the window sorts."""
    held = held_seats(session, day, language).by_organisation
    ties = _ties(session)
    workers: dict[int, list[Person]] = defaultdict(list)
    active = session.scalars(select(Person).where(Person.is_active))
    for person in sorted(active, key=lambda person: danish_order(person.name)):
        if person.organisation_id is not None:
            workers[person.organisation_id].append(person)
    found = session.scalars(
        select(Organisation)
        .order_by(Organisation.id)
        .options(selectinload(Organisation.names), selectinload(Organisation.contacts))
    )
    return tuple(
        _row(each, ties.get(each.id, []), workers.get(each.id, []), held.get(each.id, ()), (day, language))
        for each in found
    )


def organisation_choices(session: Session, *, day: dt.date, language: str) -> tuple[ChoiceRow, ...]:
    """Organisations to choose from; those without a name on the day come last."""
    found = session.scalars(select(Organisation).options(selectinload(Organisation.names)))
    rows = []
    for each in found:
        name = each.name_row(day)
        holds = name is not None and name.valid_on(day)
        title = each.name_on(day, language)
        rows.append(
            ((not holds, danish_order(title), each.id), ChoiceRow(each.id, title, name.abbreviation if name else ""))
        )
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _ties(session: Session) -> dict[int, list[OrganisationRelation]]:
    found = session.scalars(
        select(OrganisationRelation).options(
            selectinload(OrganisationRelation.organisation).selectinload(Organisation.names),
            selectinload(OrganisationRelation.other).selectinload(Organisation.names),
        )
    )
    ties: dict[int, list[OrganisationRelation]] = defaultdict(list)
    for tie in found:
        ties[tie.organisation_id].append(tie)
        ties[tie.other_id].append(tie)
    return ties


def _row(
    each: Organisation,
    ties: list[OrganisationRelation],
    workers: list[Person],
    seats: tuple[HeldRow, ...],
    seen: tuple[dt.date, str],
) -> OrganisationRow:
    day, language = seen
    name = each.name_row(day)
    names = sorted(each.names, key=lambda row: row.valid_from or dt.date.min, reverse=True)
    contacts = sorted(
        each.contacts, key=lambda row: (row.is_historic, -(row.valid_to or dt.date.max).toordinal(), row.id)
    )
    words = [each.code or "", each.role_da, each.role_en, *(worker.name for worker in workers)]
    for row in each.names:
        words += [row.name_da, row.name_en, row.abbreviation]
    return OrganisationRow(
        id=each.id,
        version=each.version,
        code=each.code or "",
        name=each.name_on(day, language),
        abbreviation=name.abbreviation if name else "",
        is_named=name is not None and name.valid_on(day),
        sector=each.sector,
        role=(each.role_en or each.role_da) if language == "en" else (each.role_da or each.role_en),
        role_da=each.role_da,
        role_en=each.role_en,
        names=tuple(_name(row, day, language) for row in names),
        contacts=tuple(_contact(row) for row in contacts),
        relations=tuple(_relation(tie, each, day, language) for tie in ties),
        people=tuple(ChoiceRow(worker.id, worker.name, worker.title) for worker in workers),
        seats=seats,
        source=each.source,
        note=each.note,
        searchable=plain_case(" ".join(words)),
    )


def _name(row: OrganisationName, day: dt.date, language: str) -> OrganisationNameRow:
    return OrganisationNameRow(
        row.id,
        row.version,
        (row.name_en or row.name_da) if language == "en" else (row.name_da or row.name_en),
        row.name_da,
        row.name_en,
        row.abbreviation,
        row.valid_from,
        row.valid_to,
        row.valid_on(day),
        row.source,
    )


def _contact(row: OrganisationContact) -> ContactRow:
    return ContactRow(
        row.id,
        row.version,
        row.address,
        row.phone,
        row.email,
        row.web,
        row.is_historic,
        row.valid_from,
        row.valid_to,
        row.source,
    )


def _relation(tie: OrganisationRelation, end: Organisation, day: dt.date, language: str) -> RelationRow:
    forward = tie.organisation is end
    other = tie.other if forward else tie.organisation
    return RelationRow(
        tie.id,
        tie.version,
        tie.kind,
        forward,
        other.id,
        other.name_on(day, language),
        tie.valid_from,
        tie.valid_to,
        tie.valid_on(day),
    )
