"""Legal limits and notes as dated rows with their source: guidance, never a verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy.orm import Mapped, mapped_column

from referral_desk.models.base import Dated, Record, Sourced


class LegalLimit(Dated, Sourced, Record):
    """One limit in one period; a new rule is a new row, the old one is kept."""

    __tablename__ = "legal_limits"

    code: Mapped[str] = mapped_column(unique=True)
    topic: Mapped[str] = mapped_column(index=True)
    value: Mapped[int | None]
    unit: Mapped[str] = mapped_column(default="")
    title_da: Mapped[str]
    title_en: Mapped[str]
    condition_da: Mapped[str] = mapped_column(default="")
    condition_en: Mapped[str] = mapped_column(default="")


def limits_on(rows: Iterable[LegalLimit], topic: str, day: dt.date) -> list[LegalLimit]:
    """The rows on a topic that hold on a day (V12), the newest first; several where sources disagree."""
    found = [row for row in rows if row.topic == topic and row.valid_on(day)]
    return sorted(found, key=lambda row: row.valid_from or dt.date.min, reverse=True)
