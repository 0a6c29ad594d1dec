"""Standing items: what comes back on every agenda, for all groups of a tier or for one group."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Record
from referral_desk.models.groups import Group
from referral_desk.vocabulary import ItemKind, Purpose, StandingRole, Tier


class StandingItem(Record):
    """One item that fills in by itself; with neither tier nor group it is for every group."""

    __tablename__ = "standing_items"

    tier: Mapped[Tier | None]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    role: Mapped[StandingRole] = mapped_column(default=StandingRole.ORDINARY)
    # Below 100 before what the meeting is about, from 100 after it.
    position: Mapped[int] = mapped_column(default=0)
    title_da: Mapped[str]
    title_en: Mapped[str] = mapped_column(default="")
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.FORMALITY)
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.INFORMATION)
    minutes: Mapped[int] = mapped_column(default=5)
    is_active: Mapped[bool] = mapped_column(default=True)

    group: Mapped[Group | None] = relationship()

    def title(self, language: str) -> str:
        """Its title in "da" or "en"; the other where one is missing."""
        return (self.title_da or self.title_en) if language == "da" else (self.title_en or self.title_da)
