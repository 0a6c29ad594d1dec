"""Standing items: what comes back on the agendas of all groups, of the groups of a tier, or of one group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid
from referral_desk.models.base import Record, Sourced
from referral_desk.models.groups import QUARTERS, Group
from referral_desk.texts import is_blank
from referral_desk.vocabulary import ItemKind, Purpose, StandingRole, Tier

CONTENT = 100
"""Standing items below it stand before what the meeting is about, those from it on behind."""
LAST = 900
"""Where "any other business" stands."""
LONGEST = 480
DAY = "{day}"
"""Stands in a title for the day of the meeting whose minutes are approved."""


class StandingItem(Sourced, Record):
    """One item that fills in by itself; with neither tier nor group it is for every group.

    A tier or a group that does it its own way has an item that stands `instead_of` the wider one.
    """

    __tablename__ = "standing_items"

    tier: Mapped[Tier | None]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    # The widest item that this one replaces, for its tier or group.
    instead_of_id: Mapped[int | None] = mapped_column(ForeignKey("standing_items.id"), index=True)
    role: Mapped[StandingRole] = mapped_column(default=StandingRole.ORDINARY)
    position: Mapped[int] = mapped_column(default=0)
    title_da: Mapped[str]
    title_en: Mapped[str] = mapped_column(default="")
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.FORMALITY)
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.INFORMATION)
    minutes: Mapped[int] = mapped_column(default=5)
    # Once a year, at the first meeting from this quarter on; None for every meeting.
    yearly_from: Mapped[int | None]
    is_active: Mapped[bool] = mapped_column(default=True)

    group: Mapped[Group | None] = relationship()

    @property
    def root(self) -> int:
        """What it and those that stand instead of it have in common."""
        return self.instead_of_id or self.id

    @property
    def width(self) -> int:
        """How wide it reaches: 2 for every group, 1 for a tier, 0 for one group."""
        return 0 if self.group_id is not None else 1 if self.tier is not None else 2

    def title(self, language: str) -> str:
        """Its title in "da" or "en"; the other where one is missing."""
        return (self.title_da or self.title_en) if language == "da" else (self.title_en or self.title_da)

    def reaches(self, tier: Tier | None, group_id: int | None) -> bool:
        """Whether it is meant for a tier or one of its groups, if nothing narrower stands instead of it."""
        return self.tier in (None, tier) and self.group_id in (None, group_id)

    def check(self) -> None:
        """Refuse an item that cannot be meant (Invalid): without a title, with odd minutes or an odd quarter."""
        self.title_da, self.title_en = " ".join(self.title_da.split()), " ".join(self.title_en.split())
        if is_blank(self.title_da):
            raise Invalid("Write the item's title in Danish: agendas carry it.")
        if cpr_numbers(self.title_da) or cpr_numbers(self.title_en):
            raise Invalid("This holds what looks like a CPR number: take it out, the desk never keeps one.")
        if not 0 <= self.minutes <= LONGEST:
            raise Invalid("A standing item takes between 0 and {longest} minutes.", longest=LONGEST)
        if self.yearly_from is not None and not 1 <= self.yearly_from <= QUARTERS:
            raise Invalid("A year has four quarters: choose one of them.")
        if self.yearly_from is not None and self.role is not StandingRole.ORDINARY:
            raise Invalid(
                "What the program fills in itself comes at every meeting: switch it off where it is not needed."
            )


def standing_for(group: Group, rows: Iterable[StandingItem]) -> list[StandingItem]:
    """The items of a group in their order: of those that replace each other the narrowest, switched off ones too."""
    return standing_in(rows, group.tier, group.id)


def standing_in(rows: Iterable[StandingItem], tier: Tier | None, group_id: int | None = None) -> list[StandingItem]:
    """The items of a group, of a tier (no group), or of every group (neither), in their order."""
    chosen: dict[int, StandingItem] = {}
    for row in rows:
        if row.reaches(tier, group_id) and (row.root not in chosen or row.width < chosen[row.root].width):
            chosen[row.root] = row
    return sorted(chosen.values(), key=lambda row: (row.position, row.root))


def day_words(day: dt.date, language: str) -> str:
    """A day as titles write it, such as 3. december 2026 or 3 December 2026."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded late: the window opens without it

    return format_date(day, "long", locale="da" if language == "da" else "en_GB")
