"""Seats and who holds them: dated, without overlap, with the regional representative's rule (S3 "NRM")."""

from __future__ import annotations

import datetime as dt
import enum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Dated, Record, Sourced, check_period
from referral_desk.models.groups import Group
from referral_desk.models.organisations import Organisation, Sector
from referral_desk.models.people import Person
from referral_desk.texts import N_, name_members


class SeatKind(enum.StrEnum):
    """What a seat is for."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    REGIONAL_REPRESENTATIVE = "regional_representative"
    DEPUTY = "deputy"
    OBSERVER = "observer"


name_members(
    {
        SeatKind.CHAIR: N_("Chair"),
        SeatKind.DEPUTY_CHAIR: N_("Deputy chair"),
        SeatKind.SECRETARY: N_("Secretary"),
        SeatKind.MEMBER: N_("Member"),
        SeatKind.REGIONAL_REPRESENTATIVE: N_("Regional representative"),
        SeatKind.DEPUTY: N_("Deputy"),
        SeatKind.OBSERVER: N_("Observer"),
    }
)


class Seat(Sourced, Record):
    """A place in a group, for a sector or a body; people hold it from one day to another."""

    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("group_id", "represents_group_id"),)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    kind: Mapped[SeatKind]
    sector: Mapped[Sector | None]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    represents_group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    deputy_for_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    title: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    group: Mapped[Group] = relationship(back_populates="seats", foreign_keys=[group_id])
    organisation: Mapped[Organisation | None] = relationship()
    represents: Mapped[Group | None] = relationship(foreign_keys=[represents_group_id])
    deputy_for: Mapped[Seat | None] = relationship(remote_side="Seat.id")
    memberships: Mapped[list[Membership]] = relationship(
        back_populates="seat", order_by="Membership.valid_from", cascade="all, delete-orphan"
    )

    @property
    def is_member_seat(self) -> bool:
        """Whether its holder speaks for a sector in the group; an observer and a deputy do not."""
        return self.kind not in {SeatKind.OBSERVER, SeatKind.DEPUTY}

    def held_on(self, day: dt.date) -> Membership | None:
        """Who holds the seat on a day."""
        return next((held for held in self.memberships if held.valid_on(day)), None)

    def take(
        self,
        person: Person | None,
        valid_from: dt.date | None,
        valid_to: dt.date | None = None,
        *,
        organisation: Organisation | None = None,
        source: str = "",
    ) -> Membership:
        """Let a person, or a body without a named person, hold the seat for a period, both days included.

        Invalid if the periods of the seat would overlap (V7), if nobody is named, or if a regional representative
        is not a member of that regional group on the first day (V2).
        """
        check_period(valid_from, valid_to)
        if person is None and organisation is None and self.organisation is None:
            raise Invalid("Say who takes the seat: a person or an organisation.")
        if any(held.overlaps(valid_from, valid_to) for held in self.memberships):
            raise Invalid("Somebody holds the seat in that period: end that period first.")
        if self.kind is SeatKind.REGIONAL_REPRESENTATIVE:
            self._check_representative(person, valid_from)
        held = Membership(
            person=person,
            organisation=organisation or self.organisation or (person.organisation if person else None),
            valid_from=valid_from,
            valid_to=valid_to,
            source=source,
        )
        self.memberships.append(held)
        return held

    def is_well_held(self, day: dt.date) -> bool:
        """Whether the seat is held on a day and a regional representative still sits in the group spoken for (V2)."""
        held = self.held_on(day)
        if held is None:
            return False
        if self.kind is not SeatKind.REGIONAL_REPRESENTATIVE or self.represents is None:
            return True
        return held.person is not None and self.represents.holds_seat(held.person, day)

    def _check_representative(self, person: Person | None, valid_from: dt.date | None) -> None:
        if self.represents is None:
            raise Invalid("Say which regional group this seat speaks for.")
        if person is None or valid_from is None or not self.represents.holds_seat(person, valid_from):
            raise Invalid("A regional representative must be a member of that regional group on the first day.")


class Membership(Dated, Sourced, Record):
    """One holder of a seat in one period: a person who represents an organisation, or the organisation alone."""

    __tablename__ = "memberships"

    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)

    seat: Mapped[Seat] = relationship(back_populates="memberships")
    person: Mapped[Person | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()

    def end(self, last_day: dt.date) -> None:
        """End the period with a day; Invalid if that lies before its first day."""
        check_period(self.valid_from, last_day)
        self.valid_to = last_day
