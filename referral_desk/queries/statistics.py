"""Published figures as quoted, with percentages worked out, running sums, and what does not add up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from referral_desk.models import PicklistEntry, YearStat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

SERIES: Final = "cmm"
MEASURE: Final = "victims"
# Before 2015 only the sum of the first eight years is published (S4 "Background and initiatives").
FIRST_SPAN: Final = (2007, 2014)


@dataclass(frozen=True)
class FigureRow:
    """One published figure. `dimension` and `category` are empty for a total.

    `percent` is worked out from the total of the same years, with one decimal; None where there is no such total, or
    for a total. `quoted` is the percentage that the source prints, as it prints it; the two may differ.
    """

    code: str
    series: str
    measure: str
    year_from: int
    year_to: int
    dimension: str
    category: str
    label: str
    value: int
    percent: float | None
    quoted: str
    source: str
    note: str

    @property
    def years(self) -> str:
        """The year, or the first and the last."""
        return str(self.year_from) if self.year_from == self.year_to else f"{self.year_from}–{self.year_to}"


@dataclass(frozen=True)
class SumRow:
    """The victims up to and with a year: `count` is that year's, `published` the sum that a source prints, if any."""

    year: int
    count: int
    total: int
    published: int | None

    @property
    def agrees(self) -> bool:
        """Whether no source says otherwise (V15)."""
        return self.published is None or self.published == self.total


@dataclass(frozen=True)
class GapRow:
    """Parts of a total that do not add up to it: `rest` people are in none of the parts that the source names."""

    series: str
    measure: str
    year_from: int
    year_to: int
    dimension: str
    total: int
    parts: int
    categories: int
    """How many parts are named: one part alone was never meant to be all."""

    @property
    def rest(self) -> int:
        """How many are left; below zero where the parts exceed the total."""
        return self.total - self.parts


def figures(session: Session, *, language: str, series: str | None = None) -> tuple[FigureRow, ...]:
    """Every figure, or those of one series: by series, measure and years, each total before its parts."""
    rows = _rows(session)
    totals = {(*_span(row), row.measure, row.series): row.value for row in rows if not row.breakdown}
    labels = _labels(session, language)
    found = [_figure(row, totals, labels) for row in rows if series in {None, row.series}]
    return tuple(
        sorted(
            found,
            key=lambda row: (row.series, row.measure, row.year_to, row.year_from, row.dimension, -row.value, row.code),
        )
    )


def running_sums(session: Session) -> tuple[SumRow, ...]:
    """The victims counted since 2007, year by year from 2014, beside the sums that sources print (V15)."""
    totals = {_span(row): row.value for row in _rows(session) if _is_total(row)}
    if FIRST_SPAN not in totals:
        return ()
    first, year = FIRST_SPAN
    total = totals[FIRST_SPAN]
    sums = [SumRow(year, total, total, total)]
    while (count := totals.get((year + 1, year + 1))) is not None:
        year += 1
        total += count
        sums.append(SumRow(year, count, total, totals.get((first, year))))
    return tuple(sums)


def gaps(session: Session) -> tuple[GapRow, ...]:
    """Where the parts of a total do not add up to it, the oldest first: listed, never smoothed over."""
    totals: dict[tuple[str, str, int, int], int] = {}
    parts: dict[tuple[str, str, int, int, str], list[int]] = defaultdict(list)
    for row in _rows(session):
        key = (row.series, row.measure, row.year_from, row.year_to)
        if row.breakdown:
            parts[*key, row.breakdown.partition("=")[0]].append(row.value)
        else:
            totals[key] = row.value
    found = [
        GapRow(*key, totals[key[:4]], sum(values), len(values))
        for key, values in parts.items()
        if key[:4] in totals and sum(values) != totals[key[:4]]
    ]
    return tuple(sorted(found, key=lambda gap: (gap.year_to, gap.year_from, gap.series, gap.dimension)))


def _rows(session: Session) -> list[YearStat]:
    return list(session.scalars(select(YearStat).order_by(YearStat.code)))


def _span(row: YearStat) -> tuple[int, int]:
    return row.year_from, row.year_to


def _is_total(row: YearStat) -> bool:
    return (row.series, row.measure, row.breakdown) == (SERIES, MEASURE, "")


def _labels(session: Session, language: str) -> dict[tuple[str, str], str]:
    entries: Iterable[PicklistEntry] = session.scalars(select(PicklistEntry))
    return {(entry.picklist, entry.code): entry.name_da if language == "da" else entry.name_en for entry in entries}


def _figure(
    row: YearStat, totals: dict[tuple[int, int, str, str], int], labels: dict[tuple[str, str], str]
) -> FigureRow:
    dimension, _, category = row.breakdown.partition("=")
    whole = totals.get((*_span(row), row.measure, row.series)) if row.breakdown else None
    return FigureRow(
        code=row.code,
        series=row.series,
        measure=row.measure,
        year_from=row.year_from,
        year_to=row.year_to,
        dimension=dimension,
        category=category,
        label=labels.get((dimension, category) if dimension else ("measure", row.measure), category),
        value=row.value,
        percent=round(100 * row.value / whole, 1) if whole else None,
        quoted=row.quoted_percent,
        source=row.source,
        note=row.note,
    )
