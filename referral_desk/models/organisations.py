"""Organisations under the names they had at the time, and how they descend from and belong to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Dated, Record, Sourced, check_period, row_on, split, unite
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import RelationKind, Sector


class Organisation(Sourced, Record):
    """An authority, NGO, union or other body, whatever it was called."""

    __tablename__ = "organisations"

    code: Mapped[str | None] = mapped_column(unique=True)
    sector: Mapped[Sector]
    role_da: Mapped[str] = mapped_column(default="")
    role_en: Mapped[str] = mapped_column(default="")

    names: Mapped[list[OrganisationName]] = relationship(
        back_populates="organisation",
        order_by="OrganisationName.valid_from.nulls_first()",
        cascade="all, delete-orphan",
    )
    contacts: Mapped[list[OrganisationContact]] = relationship(
        back_populates="organisation", cascade="all, delete-orphan"
    )

    def name_row(self, day: dt.date) -> OrganisationName | None:
        """The name in force on a day; where none is, the nearest one: the last before the day, else the first after."""
        return row_on(self.names, day)

    def name_on(self, day: dt.date, language: str) -> str:
        """The organisation's name on a day: a paper of 2017 says SKAT, one of 2019 Skattestyrelsen."""
        row = self.name_row(day)
        if row is None:
            return self.code or ""
        return (row.name_da or row.name_en) if language == "da" else (row.name_en or row.name_da)

    def rename(
        self, name_da: str, name_en: str, valid_from: dt.date | None, *, abbreviation: str = "", source: str = ""
    ) -> OrganisationName:
        """Give the organisation a new name from a day on; the name before ends the day before.

        Invalid if a name that begins later would be hidden by it.
        """
        if is_blank(name_da + name_en):
            raise Invalid("Write the organisation's name in at least one language.")
        if self.names and valid_from is None:
            raise Invalid("Say from which day the new name holds.")
        made = OrganisationName(
            name_da=name_da.strip(),
            name_en=name_en.strip(),
            abbreviation=abbreviation.strip(),
            valid_from=valid_from,
            source=source,
        )
        split(
            self.names, made, N_("The organisation has a name that begins on or after that day: remove that one first.")
        )
        self.names.append(made)
        return made

    def withdraw_name(self, row: OrganisationName) -> None:
        """Take a name away as if it had never been; the one before holds on. Invalid for the only name."""
        if len(self.names) == 1:
            raise Invalid("An organisation needs a name: give it another one instead.")
        unite(self.names, row)
        self.names.remove(row)


class OrganisationName(Dated, Sourced, Record):
    """What an organisation was called in a period, in Danish and English."""

    __tablename__ = "organisation_names"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    name_da: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    abbreviation: Mapped[str] = mapped_column(default="")

    organisation: Mapped[Organisation] = relationship(back_populates="names")


class OrganisationRelation(Dated, Sourced, Record):
    """A dated tie: the first organisation is part of, hosted by, reports to or was continued as the second."""

    __tablename__ = "organisation_relations"
    __table_args__ = (UniqueConstraint("organisation_id", "other_id", "kind", "valid_from"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    kind: Mapped[RelationKind]

    organisation: Mapped[Organisation] = relationship(foreign_keys=[organisation_id])
    other: Mapped[Organisation] = relationship(foreign_keys=[other_id])


class OrganisationContact(Dated, Sourced, Record):
    """A work address; historic ones are kept to be read, never to be used."""

    __tablename__ = "organisation_contacts"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    web: Mapped[str] = mapped_column(default="")
    is_historic: Mapped[bool] = mapped_column(default=False)

    organisation: Mapped[Organisation] = relationship(back_populates="contacts")


def check_relation(made: OrganisationRelation, others: Iterable[OrganisationRelation]) -> None:
    """Refuse a tie to oneself, a tie that stands already in that period, and a circle of ties of one kind (Invalid)."""
    check_period(made.valid_from, made.valid_to)
    if made.organisation is made.other:
        raise Invalid("An organisation cannot be tied to itself: choose another one.")
    same = [row for row in others if row is not made and row.kind is made.kind]
    if any(
        row.organisation is made.organisation
        and row.other is made.other
        and row.overlaps(made.valid_from, made.valid_to)
        for row in same
    ):
        raise Invalid("These two organisations are tied in that way already: end that tie first.")
    beyond: dict[Organisation, list[Organisation]] = {}
    for row in same:
        if row.overlaps(made.valid_from, made.valid_to):
            beyond.setdefault(row.organisation, []).append(row.other)
    seen: set[Organisation] = set()
    ahead = [made.other]
    while ahead:
        place = ahead.pop()
        if place is made.organisation:
            raise Invalid("That would make a circle: the other organisation is tied to this one already.")
        if place not in seen:
            seen.add(place)
            ahead += beyond.get(place, [])
