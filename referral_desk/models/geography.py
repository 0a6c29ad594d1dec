"""Regions and police districts with the years they existed (domain: five regions, from 1 January 2027 four)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Dated, Record, Sourced
from referral_desk.vocabulary import AreaKind


class Area(Dated, Sourced, Record):
    """A region, police district or municipality."""

    __tablename__ = "areas"

    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[AreaKind]
    official_code: Mapped[str] = mapped_column(default="")
    name_da: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))

    successor: Mapped[Area | None] = relationship(remote_side="Area.id")
