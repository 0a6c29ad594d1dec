"""Groups: tiers, dated names, mandates, areas and the rules of the tree (S2 "Coordination of efforts", S3 "NRM")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.clock import Quarter
from referral_desk.errors import Invalid
from referral_desk.models.base import Dated, Record, Sourced, check_period, row_on, split, unite
from referral_desk.models.geography import Area
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import Sector, Tier

if TYPE_CHECKING:
    from referral_desk.models.people import Person
    from referral_desk.models.seats import Seat

REGIONAL_GROUPS = 6
QUARTERS = 4
REGIONAL_SECTORS = (Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO, Sector.TRADE_UNION, Sector.SOCIAL_WORK)


ABOVE = {Tier.REGIONAL: Tier.NATIONAL, Tier.NATIONAL: Tier.INTERMINISTERIAL}


class Group(Dated, Sourced, Record):
    """A standing forum. Its names, mandate and area change over time; the group stays the same."""

    __tablename__ = "groups"

    code: Mapped[str] = mapped_column(unique=True)
    tier: Mapped[Tier] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    meetings_per_year: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    is_placeholder: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str] = mapped_column(default="")

    parent: Mapped[Group | None] = relationship(remote_side="Group.id", back_populates="children")
    children: Mapped[list[Group]] = relationship(back_populates="parent", order_by="Group.position")
    names: Mapped[list[GroupName]] = relationship(
        back_populates="group", order_by="GroupName.valid_from.nulls_first()", cascade="all, delete-orphan"
    )
    mandates: Mapped[list[Mandate]] = relationship(
        back_populates="group", order_by="Mandate.valid_from.nulls_first()", cascade="all, delete-orphan"
    )
    areas: Mapped[list[GroupArea]] = relationship(back_populates="group", cascade="all, delete-orphan")
    seats: Mapped[list[Seat]] = relationship(
        back_populates="group",
        foreign_keys="Seat.group_id",
        order_by="Seat.position",
        cascade="all, delete-orphan",
    )

    def report_to(self, parent: Group | None) -> None:
        """Hang the group under another: regional under national under inter-ministerial, never in a circle (G3)."""
        if parent is not None:
            wanted = ABOVE.get(self.tier)
            if wanted is not None and parent.tier is not wanted:
                raise Invalid("A group reports one step up: regional to national, national to inter-ministerial.")
            if self.tier is Tier.INTERMINISTERIAL:
                raise Invalid("The inter-ministerial working group is the top of the chain.")
            above: Group | None = parent
            while above is not None:
                if above is self:
                    raise Invalid("A group cannot report to itself, not even through others.")
                above = above.parent
        self.parent = parent

    def name_on(self, day: dt.date, language: str) -> str:
        """The group's name on a day; before the first and after the last name the nearest one."""
        row = row_on(self.names, day)
        if row is None:
            return self.code
        return (row.name_da or row.name_en) if language == "da" else (row.name_en or row.name_da)

    def short_on(self, day: dt.date, language: str) -> str:
        """The short name on a day, the whole one where there is none."""
        row = row_on(self.names, day)
        short = "" if row is None else (row.short_da if language == "da" else row.short_en)
        return short or self.name_on(day, language)

    def rename(self, made: GroupName) -> None:
        """Give the group a new name from the name's first day on; the one before ends the day before.

        Invalid without a Danish name, without a day, or if a later name would be hidden.
        """
        made.name_da, made.name_en = made.name_da.strip(), made.name_en.strip()
        made.short_da, made.short_en = made.short_da.strip(), made.short_en.strip()
        if is_blank(made.name_da):
            raise Invalid("Write the group's name in Danish: papers to the members carry it.")
        if self.names and made.valid_from is None:
            raise Invalid("Say from which day the new name holds.")
        split(self.names, made, N_("The group has a name that begins on or after that day: remove that one first."))
        self.names.append(made)

    def withdraw_name(self, row: GroupName) -> None:
        """Take a name away as if it had never been; the one before holds on. Invalid for the only name."""
        if len(self.names) == 1:
            raise Invalid("A group needs a name: give it another one instead.")
        unite(self.names, row)
        self.names.remove(row)

    def set_mandate(self, made: Mandate) -> None:
        """Give the group a mandate from its first day on; the one before ends the day before.

        Invalid without a text, without a day where there is one already, or if a later mandate would be hidden.
        """
        made.text_da, made.text_en = made.text_da.strip(), made.text_en.strip()
        if is_blank(made.text_da + made.text_en):
            raise Invalid("Write what the group is for.")
        if self.mandates and made.valid_from is None:
            raise Invalid("Say from which day the mandate holds.")
        split(
            self.mandates, made, N_("The group has a mandate that begins on or after that day: remove that one first.")
        )
        self.mandates.append(made)

    def withdraw_mandate(self, row: Mandate) -> None:
        """Take a mandate away as if it had never been; the one before holds on."""
        unite(self.mandates, row)
        self.mandates.remove(row)

    def stand(self, valid_from: dt.date | None, valid_to: dt.date | None) -> None:
        """Say from when to when the group stands; Invalid if it ends before it begins."""
        check_period(valid_from, valid_to)
        self.valid_from, self.valid_to = valid_from, valid_to

    @property
    def is_quarterly(self) -> bool:
        """Whether it is to meet in every quarter (G5, G6, V3); a network that meets twice a year is not (G31)."""
        return (self.meetings_per_year or 0) >= QUARTERS

    def stands_in(self, quarter: Quarter) -> bool:
        """Whether it stands on any day of a quarter."""
        return self.overlaps(quarter.first, quarter.last)

    def mandate_on(self, day: dt.date) -> Mandate | None:
        """The mandate in force on a day."""
        return next((row for row in self.mandates if row.valid_on(day)), None)

    def holds_seat(self, person: Person, day: dt.date) -> bool:
        """Whether a person holds a member's seat in the group on a day: not an observer's, not a deputy's."""
        return any(
            seat.is_member_seat and (held := seat.held_on(day)) is not None and held.person is person
            for seat in self.seats
        )

    def sectors_on(self, day: dt.date) -> set[Sector]:
        """The sectors that somebody speaks for in the group on a day."""
        return {
            seat.sector for seat in self.seats if seat.sector and seat.is_member_seat and seat.held_on(day) is not None
        }

    def uncovered_sectors(self, day: dt.date) -> list[Sector]:
        """The sectors that a regional group must cover and does not on a day (V4; S3 "NRM"), in the rule's order."""
        if self.tier is not Tier.REGIONAL:
            return []
        covered = self.sectors_on(day)
        return [sector for sector in REGIONAL_SECTORS if sector not in covered]


class GroupName(Dated, Sourced, Record):
    """What a group was called in a period."""

    __tablename__ = "group_names"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    name_da: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    short_da: Mapped[str] = mapped_column(default="")
    short_en: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship(back_populates="names")


class Mandate(Dated, Sourced, Record):
    """What a group was for in a period."""

    __tablename__ = "mandates"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    text_da: Mapped[str]
    text_en: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship(back_populates="mandates")


class GroupArea(Dated, Sourced, Record):
    """An area that a group covered in a period; regional groups are not tied to the regions."""

    __tablename__ = "group_areas"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)

    group: Mapped[Group] = relationship(back_populates="areas")
    area: Mapped[Area] = relationship()


def wrong_numbers(groups: Iterable[Group], day: dt.date, *, regional: int = REGIONAL_GROUPS) -> dict[Tier, int]:
    """How many groups of a tier stand on a day where the number is not the one the plan speaks of (V1).

    Empty where six regional groups and one national stand. A warning, never a refusal: the number is policy.
    """
    standing = [group for group in groups if group.valid_on(day)]
    expected = {Tier.REGIONAL: regional, Tier.NATIONAL: 1}
    counts = {tier: sum(group.tier is tier for group in standing) for tier in expected}
    return {tier: count for tier, count in counts.items() if count != expected[tier]}
