"""Bench: a complete search for the days of ten years against taking the first day that fits, meeting by meeting.

Eight groups with wishes, people who sit in several of them, holidays and closed weeks: 320 meetings.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from table import Row

from referral_desk.wheel.check import entries
from referral_desk.wheel.propose import propose
from referral_desk.wheel.puzzle import Puzzle
from referral_desk.wheel.year import Closing, Pick, Wish, Year
from tests.wheels import TODAY, a_chain

YEARS = range(2027, 2037)
AIM = 2.0


def measure(runs: int) -> list[Row]:
    """Both ways in turns, over the same ten years."""
    years = [a_busy_year(year) for year in YEARS]
    taken: dict[Callable[[Year], object], list[float]] = {propose: [], first_that_fits: []}
    for turn in range(runs + 1):
        for way, seconds in taken.items():
            start = time.perf_counter()
            for year in years:
                way(year)
            if turn:
                seconds.append(time.perf_counter() - start)
    ours, baseline = (statistics.median(seconds) for seconds in taken.values())
    return [Row(f"the best days of {len(YEARS)} years (8 groups) against the first that fit", ours, baseline, "s", AIM)]


def a_busy_year(year: int) -> Year:
    """A year with wishes that are in each other's way."""
    bodies = tuple(
        replace(body, wish=Wish(weekdays=(body.id % 5, (body.id + 2) % 5), week=5 if body.id < 7 else None))
        for body in a_chain()
    )
    weeks = (("Vinterferie", 7, 8), ("Sommerferie", 27, 31), ("Efterårsferie", 42, 42))
    closings = tuple(
        Closing(name, dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 7))
        for name, first, last in weeks
    )
    return Year(year, TODAY, bodies, closings=closings)


def first_that_fits(year: Year) -> list[Pick]:
    """Give each meeting in turn the cheapest day that those before it left; some may find none."""
    picks: list[Pick] = []
    for quarter in year.quarters:
        puzzle = Puzzle(year, year.slots(quarter), entries(year, picks))
        left = [sum(day for day, against in days.items() if not against) for days in puzzle.breaches]
        for place, slot in enumerate(puzzle.slots):
            order = sorted((cost, day) for day, cost in puzzle.costs[place].items() if day & left[place])
            if order:
                day = order[0][1]
                picks.append(Pick(slot, puzzle.day(day), dt.time(9), dt.time(12)))
                for one, other, _breach, table in puzzle.pairs:
                    if one == place:
                        left[other] &= ~table.get(day, 0)
    return picks
