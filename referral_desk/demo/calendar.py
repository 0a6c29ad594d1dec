"""The demo desk's two years of meetings: every group in every quarter, but for the one that a demo needs to miss."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from referral_desk.clock import Quarter
from referral_desk.vocabulary import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

# The demo desk's today: a Friday with a meeting to come in most groups.
TODAY: Final = dt.date(2026, 11, 20)
REGIONAL: Final = ("rg1", "rg2", "rg3", "rg4", "rg5", "rg6")
# The day of each regional group in its order, as month and day; no two groups meet on one day.
# Region 4 misses the last quarter: the grid must have something to show.
DAYS: Final[dict[Quarter, tuple[tuple[int, int] | None, ...]]] = {
    Quarter(2025, 1): ((2, 4), (2, 5), (2, 6), (2, 10), (2, 11), (2, 13)),
    Quarter(2025, 2): ((5, 6), (5, 7), (5, 8), (5, 12), (5, 13), (5, 15)),
    Quarter(2025, 3): ((9, 2), (9, 3), (9, 4), (9, 8), (9, 9), (9, 11)),
    Quarter(2025, 4): ((11, 18), (11, 19), (11, 20), (11, 24), (11, 25), (11, 27)),
    Quarter(2026, 1): ((2, 3), (2, 4), (2, 5), (2, 9), (2, 10), (2, 12)),
    Quarter(2026, 2): ((5, 5), (5, 6), (5, 7), (5, 11), (5, 12), (5, 13)),
    Quarter(2026, 3): ((9, 1), (9, 2), (9, 3), (9, 7), (9, 8), (9, 10)),
    Quarter(2026, 4): ((11, 3), (11, 26), (11, 30), None, (12, 2), (12, 4)),
}
NATIONAL_DAYS: Final = {1: (3, 10), 2: (6, 10), 3: (9, 29), 4: (12, 15)}
IMWG_DAYS: Final = {1: (3, 24), 2: (6, 23), 4: (10, 14)}
# When a group meets, and for how many minutes.
HOURS: Final = {
    "rg1": (dt.time(9), 180),
    "rg2": (dt.time(9, 30), 180),
    "rg3": (dt.time(13), 180),
    "rg4": (dt.time(10), 180),
    "rg5": (dt.time(12, 30), 180),
    "rg6": (dt.time(9), 180),
    "national": (dt.time(9, 30), 180),
    "imwg": (dt.time(13), 120),
}
# A short afternoon, into which the agenda does not fit: the clock has something to warn of.
SHORT: Final = {("rg3", 2026, 4): 120}
# The groups go from house to house, one place each quarter.
PLACES: Final = {
    "rg1": ("Fjordby Rådhus, byrådssalen", "Politigården i Fjordby, lokale 1"),
    "rg2": ("Bakkelund Rådhus, lokale 2.14", "Værestedet Bakkeankeret, caféen"),
    "rg3": ("Hedeborg Rådhus, mødelokale B", "Fagforeningernes Hus i Hedeborg", "Vadestrand Rådhus, kantinen"),
    "rg4": ("Æblerød Rådhus, lokale 12", "Akutmodtagelsen i Æblerød, konferencerummet"),
    "rg5": ("Møllevang Rådhus, lokale 3.02", "Politigården i Skovnæs, parolesalen"),
    "rg6": ("Havnens Hus, salen på 1. sal", "Havnestad Rådhus, udvalgsværelse 5", "Engholm Rådhus, mødelokale 7"),
    "national": ("Mødecentret, sal 2",),
    "imwg": ("Ministeriet, mødelokale 4",),
}
SETTLED: Final = 45
SPECIAL: Final = {
    ("rg1", 2026, 3): Stage.IN_COMMENT,
    ("rg3", 2026, 3): Stage.MINUTES_DRAFTED,
    ("national", 2026, 3): Stage.APPROVED,
    ("rg1", 2026, 4): Stage.HELD,
    ("rg2", 2026, 4): Stage.INVITED,
    ("rg3", 2026, 4): Stage.INVITED,
    ("rg5", 2026, 4): Stage.AGENDA_SENT,
    ("rg6", 2026, 4): Stage.INVITED,
    ("national", 2026, 4): Stage.INVITED,
}
# Meetings that were moved: from which day, and why.
MOVED: Final = {
    ("rg6", 2026, 4): (dt.date(2026, 12, 1), "Salen var optaget."),
    ("rg2", 2025, 3): (dt.date(2025, 8, 27), "For mange var på ferie."),
}


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
    moved_from: dt.date | None
    move_reason: str


def slots() -> Iterator[Slot]:
    """Every meeting of the demo desk, in order of quarter and of the chain."""
    for quarter, days in DAYS.items():
        for group, day in zip(REGIONAL, days, strict=True):
            if day:
                yield _slot(group, quarter, day)
        yield _slot("national", quarter, NATIONAL_DAYS[quarter.number])
        if quarter.number in IMWG_DAYS:
            yield _slot("imwg", quarter, IMWG_DAYS[quarter.number])


def _slot(group: str, quarter: Quarter, month_and_day: tuple[int, int]) -> Slot:
    day = dt.date(quarter.year, *month_and_day)
    key = (group, quarter.year, quarter.number)
    stage = SPECIAL.get(key)
    if stage is None:
        age = (TODAY - day).days
        stage = Stage.CLOSED if age > SETTLED else Stage.APPROVED if age > 0 else Stage.PLANNED
    starts, minutes = HOURS[group]
    ends = (dt.datetime.combine(day, starts) + dt.timedelta(minutes=SHORT.get(key, minutes))).time()
    places = PLACES[group]
    moved_from, reason = MOVED.get(key, (None, ""))
    turn = (4 * quarter.year + quarter.number) % len(places)
    return Slot(group, quarter, day, starts, ends, places[turn], stage, moved_from, reason)
