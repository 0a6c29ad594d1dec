"""Groups: tiers, dated names, mandates, areas and the rules of the tree (S2 "Coordination of efforts", S3 "NRM")."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Dated, Record, Sourced
from referral_desk.models.geography import Area
from referral_desk.models.organisations import Sector
from referral_desk.texts import N_, name_members

if TYPE_CHECKING:
    from referral_desk.models.people import Person
    from referral_desk.models.seats import Seat

REGIONAL_GROUPS = 6
REGIONAL_SECTORS = (Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO, Sector.TRADE_UNION, Sector.SOCIAL_WORK)


class Tier(enum.StrEnum):
    """Where a group stands in the chain; other forums stand beside it."""

    REGIONAL = "regional"
    NATIONAL = "national"
    INTERMINISTERIAL = "interministerial"
    OTHER = "other"


name_members(
    {
        Tier.REGIONAL: N_("Regional"),
        Tier.NATIONAL: N_("National"),
        Tier.INTERMINISTERIAL: N_("Inter-ministerial"),
        Tier.OTHER: N_("Other forum"),
    }
)

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
        back_populates="group", order_by="GroupName.valid_from", cascade="all, delete-orphan"
    )
    mandates: Mapped[list[Mandate]] = relationship(
        back_populates="group", order_by="Mandate.valid_from", cascade="all, delete-orphan"
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
        rows = [row for row in self.names if row.valid_on(day)] or self.names[-1:]
        if not rows:
            return self.code
        return (rows[0].name_da or rows[0].name_en) if language == "da" else (rows[0].name_en or rows[0].name_da)

    def mandate_on(self, day: dt.date) -> Mandate | None:
        """The mandate in force on a day."""
        return next((row for row in self.mandates if row.valid_on(day)), None)

    def holds_seat(self, person: Person, day: dt.date) -> bool:
        """Whether a person holds any seat but an observer's in the group on a day."""
        return any(
            seat.is_member_seat and membership.person is person and membership.valid_on(day)
            for seat in self.seats
            for membership in seat.memberships
        )

    def sectors_on(self, day: dt.date) -> set[Sector]:
        """The sectors that somebody speaks for in the group on a day."""
        return {
            seat.sector
            for seat in self.seats
            if seat.sector and seat.is_member_seat and any(held.valid_on(day) for held in seat.memberships)
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
