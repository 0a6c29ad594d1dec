"""Lists to pick from: coded, bilingual, dated."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from referral_desk.models.base import Dated, Record, Sourced


class PicklistEntry(Dated, Sourced, Record):
    """One choice of one list."""

    __tablename__ = "picklist_entries"
    __table_args__ = (UniqueConstraint("picklist", "code"),)

    picklist: Mapped[str]
    code: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    name_da: Mapped[str]
    name_en: Mapped[str]
