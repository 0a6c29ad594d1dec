"""Seats and who holds them: dated, without overlap, with the regional representative's rule (S3 "NRM")."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ColumnElement, ForeignKey, Index, UniqueConstraint, and_, or_, select, union_all
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Dated, Record, Sourced, check_period
from referral_desk.models.groups import Group
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.vocabulary import SeatKind, Sector, Tier, Trouble


class Seat(Dated, Sourced, Record):
    """A place in a group, for a sector or a body; people hold it from one day to another, while the seat stands."""

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
        back_populates="seat", order_by="Membership.valid_from.nulls_first()", cascade="all, delete-orphan"
    )

    def check(self) -> None:
        """Refuse a seat that does not fit its group (Invalid): whom it speaks for, whose deputy it is, its period."""
        check_period(self.valid_from, self.valid_to)
        if self.kind is SeatKind.REGIONAL_REPRESENTATIVE:
            if self.represents is None:
                raise Invalid("Say which regional group this seat speaks for.")
            if self.represents.parent is not self.group:
                raise Invalid("A representative sits in the group that the regional group reports to.")
        elif self.represents is not None:
            raise Invalid("Only a regional representative's seat speaks for another group.")
        if self.deputy_for is not None and (
            self.kind is not SeatKind.DEPUTY or self.deputy_for is self or self.deputy_for.group is not self.group
        ):
            raise Invalid("Only a deputy's seat stands in for another seat, and both are in the same group.")

    @property
    def is_member_seat(self) -> bool:
        """Whether its holder speaks for a sector in the group; an observer and a deputy do not."""
        return self.kind not in {SeatKind.OBSERVER, SeatKind.DEPUTY}

    def held_on(self, day: dt.date) -> Membership | None:
        """Who holds the seat on a day."""
        if not self.valid_on(day):
            return None
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
        self._check_free(valid_from, valid_to, besides=None)
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

    def make_room(self, valid_from: dt.date | None) -> Membership | None:
        """End the period of whoever holds the seat on a day with the day before, so that another may follow.

        Gives the one whose period was ended; None where nobody holds it or the holder began on that very day.
        """
        held = self.held_on(valid_from) if valid_from else None
        if held is None or valid_from is None or held.valid_from == valid_from:
            return None
        held.end(valid_from - dt.timedelta(days=1))
        return held

    def set_period(self, held: Membership, valid_from: dt.date | None, valid_to: dt.date | None) -> None:
        """Change the period of one holder; the rules of `take` hold here too."""
        check_period(valid_from, valid_to)
        self._check_free(valid_from, valid_to, besides=held)
        if self.kind is SeatKind.REGIONAL_REPRESENTATIVE and valid_from != held.valid_from:
            self._check_representative(held.person, valid_from)
        held.valid_from, held.valid_to = valid_from, valid_to

    def close(self, last_day: dt.date) -> Membership | None:
        """End the seat with a day, and with it the period of its holder, who is given back if it was cut short.

        Invalid if the seat begins later, or if somebody is to take it after that day.
        """
        check_period(self.valid_from, last_day)
        if any(held.valid_from is not None and held.valid_from > last_day for held in self.memberships):
            raise Invalid("Somebody takes the seat after that day: remove that period first.")
        cut = next((held for held in self.memberships if held.valid_to is None or held.valid_to > last_day), None)
        if cut is not None:
            cut.end(last_day)
        self.valid_to = last_day
        return cut

    def stand_until(self, last_day: dt.date | None) -> None:
        """Let the seat stand until a day, or without an end; Invalid if somebody holds it after that day."""
        check_period(self.valid_from, last_day)
        if last_day and any(held.valid_to is None or held.valid_to > last_day for held in self.memberships):
            raise Invalid("Somebody holds the seat after that day: end that period first.")
        self.valid_to = last_day

    def is_well_held(self, day: dt.date) -> bool:
        """Whether the seat is held on a day and a regional representative still sits in the group spoken for (V2)."""
        held = self.held_on(day)
        if held is None:
            return False
        if self.kind is not SeatKind.REGIONAL_REPRESENTATIVE or self.represents is None:
            return True
        return held.person is not None and self.represents.holds_seat(held.person, day)

    def _check_free(self, valid_from: dt.date | None, valid_to: dt.date | None, besides: Membership | None) -> None:
        if any(held.overlaps(valid_from, valid_to) for held in self.memberships if held is not besides):
            raise Invalid("Somebody holds the seat in that period: end that period first.")
        starts_early = self.valid_from is not None and valid_from is not None and valid_from < self.valid_from
        ends_late = self.valid_to is not None and (valid_to is None or valid_to > self.valid_to)
        if starts_early or ends_late:
            raise Invalid("The seat does not stand in all of that period: choose days within it.")

    def _check_representative(self, person: Person | None, valid_from: dt.date | None) -> None:
        if self.represents is None:
            raise Invalid("Say which regional group this seat speaks for.")
        if person is None or valid_from is None or not self.represents.holds_seat(person, valid_from):
            raise Invalid("A regional representative must be a member of that regional group on the first day.")


class Membership(Dated, Sourced, Record):
    """One holder of a seat in one period: a person who represents an organisation, or the organisation alone."""

    __tablename__ = "memberships"
    # Leads to those who sit there now, past all who sat there before.
    __table_args__ = (Index("ix_memberships_valid_to", "valid_to"),)

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


def held_between(first: dt.date, last: dt.date) -> ColumnElement[bool]:
    """The condition that somebody holds a seat on a day from `first` to `last`, both included.

    On an old desk most holders are history. Two halves, each with an index: an "or" would read all who ever held one.
    """
    row = aliased(Membership)
    not_over = union_all(select(row.id).where(row.valid_to.is_(None)), select(row.id).where(row.valid_to >= first))
    begun = or_(Membership.valid_from.is_(None), Membership.valid_from <= last)
    return and_(Membership.id.in_(not_over), begun)


def representative_seat(group: Group) -> Seat | None:
    """The seat in the group above that speaks for a group, whether it stands or has ended."""
    if group.parent is None:
        return None
    return next((seat for seat in group.parent.seats if seat.represents is group), None)


def representative_trouble(group: Group, day: dt.date) -> Trouble | None:
    """What is wrong with a regional group's voice in the national group on a day; None where all is well (V2, G8).

    At most one seat can speak for a group (the table's rule) and at most one person can hold it at a time (V7), so what
    is left to look at is whether it is held, and by a current member of the group.
    """
    if group.tier is not Tier.REGIONAL or not group.valid_on(day):
        return None
    seat = representative_seat(group)
    if seat is None or not seat.valid_on(day):
        return Trouble.NO_SEAT
    if seat.held_on(day) is None:
        return Trouble.VACANT
    return None if seat.is_well_held(day) else Trouble.NOT_A_MEMBER
