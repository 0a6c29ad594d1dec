"""Published yearly figures, as quoted, with their source: totals are never derived from breakdowns."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from referral_desk.models.base import Record, Sourced


class YearStat(Sourced, Record):
    """One figure of one series for a year or a span of years (V15)."""

    __tablename__ = "year_stats"
    __table_args__ = (Index("ix_year_stats_series", "series", "measure", "year_to"),)

    code: Mapped[str] = mapped_column(unique=True)
    series: Mapped[str]
    year_from: Mapped[int]
    year_to: Mapped[int]
    measure: Mapped[str]
    breakdown: Mapped[str] = mapped_column(default="")
    value: Mapped[int]
    quoted_percent: Mapped[str] = mapped_column(default="")
