"""The demo desk's two years of meetings: every group in every quarter, but for the one that a demo needs to miss."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from referral_desk.clock import Quarter, is_working_day
from referral_desk.vocabulary import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

# The demo desk's today: a Friday with a meeting to come in most groups.
TODAY: Final = dt.date(2026, 11, 20)
YEARS: Final = (2025, 2026)
FIRST_DAYS: Final = {1: (2, 2), 2: (5, 5), 3: (9, 1), 4: (11, 24)}
NATIONAL_DAYS: Final = {1: (3, 10), 2: (6, 9), 3: (9, 29), 4: (12, 15)}
IMWG_DAYS: Final = {1: (3, 24), 2: (6, 23), 3: (10, 13)}
REGIONAL: Final = ("rg1", "rg2", "rg3", "rg4", "rg5", "rg6")
SETTLED: Final = 45
SPECIAL: Final = {
    ("rg1", 2026, 3): Stage.IN_COMMENT,
    ("rg3", 2026, 3): Stage.MINUTES_DRAFTED,
    ("national", 2026, 3): Stage.APPROVED,
    ("rg1", 2026, 4): Stage.MINUTES_DRAFTED,
    ("rg2", 2026, 4): Stage.INVITED,
    ("rg3", 2026, 4): Stage.INVITED,
    ("rg5", 2026, 4): Stage.AGENDA_SENT,
    ("rg6", 2026, 4): Stage.INVITED,
    ("national", 2026, 4): Stage.INVITED,
}
MISSING: Final = {("rg4", 2026, 4)}


@dataclass(frozen=True)
class Slot:
    """One meeting of the demo desk."""

    group: str
    quarter: Quarter
    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str
    stage: Stage


def slots() -> Iterator[Slot]:
    """Every meeting of the demo desk, in order of quarter and of the chain."""
    for year in YEARS:
        for number in (1, 2, 3, 4):
            quarter = Quarter(year, number)
            for place, group in enumerate(REGIONAL):
                if (group, year, number) not in MISSING:
                    yield _slot(group, quarter, _regional_day(group, place, quarter), dt.time(9), dt.time(12))
            yield _slot("national", quarter, dt.date(year, *NATIONAL_DAYS[number]), dt.time(9, 30), dt.time(12, 30))
            if number in IMWG_DAYS:
                yield _slot("imwg", quarter, dt.date(year, *IMWG_DAYS[number]), dt.time(13), dt.time(15))


def _regional_day(group: str, place: int, quarter: Quarter) -> dt.date:
    if (group, quarter) == ("rg1", Quarter(2026, 4)):
        return dt.date(2026, 11, 3)
    return dt.date(quarter.year, *FIRST_DAYS[quarter.number]) + dt.timedelta(days=place * 2)


def _slot(group: str, quarter: Quarter, day: dt.date, starts: dt.time, ends: dt.time) -> Slot:
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    stage = SPECIAL.get((group, quarter.year, quarter.number))
    if stage is None:
        age = (TODAY - day).days
        stage = Stage.CLOSED if age > SETTLED else Stage.APPROVED if age > 0 else Stage.PLANNED
    place = {"national": "Mødecentret, sal 2", "imwg": "Ministeriet, mødelokale 4"}.get(group, "Rådhuset, lokale 2.14")
    return Slot(group, quarter, day, starts, ends, place, stage)
