"""Bench: the leak alarm over ordinary minutes against one plain look for figures in the same text; and how it grows.

The worst made-up input that we know of is a text of nothing but single figures with blanks between: each may begin a
number, so nothing can be passed over.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from table import Row

from referral_desk.guard.personal_data import finds
from tests.leaks.ordinary_minutes import demo_minutes, organisations, pages

MEGABYTE = 1_000_000
SIZE = 5
"""Megabytes of minutes."""
GROWN = 100
"""Megabytes of the largest text."""
LEAST = 5.0
"""Megabytes that are to be read in a second."""
WORST = "1 "
FIGURES = re.compile(r"\d+")


def measure(runs: int) -> list[Row]:
    """Seconds of processor time on one core; rows of growth tell each megabyte, in a large and in a small text."""
    plain, dense = minutes(demo_minutes(), SIZE), minutes(pages(held_out=False), SIZE)
    rows, few = [], max(1, runs // 3)
    for name, text in (("ordinary minutes", plain), ("minutes full of figures", dense)):
        ours, baseline = medians(runs, lambda text=text: alarm(text), lambda text=text: FIGURES.findall(text))
        rows.append(
            Row(f"{SIZE} MB of {name} searched for leaks, against a search for figures", ours, baseline, "s", None)
        )
        rows.append(
            Row(f"{SIZE} MB of {name} searched for leaks, against {LEAST:.0f} MB/s", ours, SIZE / LEAST, "s", 1.0)
        )
    large, small = each(few, minutes(demo_minutes(), GROWN)), each(runs, plain)
    rows.append(Row(f"a megabyte of {GROWN} MB of minutes against one of {SIZE} MB", large, small, "s", 1.2))
    four, one = (each(few, WORST * (size * MEGABYTE // len(WORST))) for size in (4, 1))
    rows.append(Row("a megabyte of 4 MB of the worst text against one of 1 MB", four, one, "s", 1.2))
    return rows


def each(runs: int, text: str) -> float:
    """What a megabyte of a text takes."""
    [seconds] = medians(runs, lambda: alarm(text))
    return seconds * MEGABYTE / len(text)


def alarm(text: str) -> int:
    """Look through a text as before it is sent; how much was found."""
    return len(finds(text, ordinary=organisations()))


def minutes(source, megabytes: int) -> str:
    """Minutes, over and over, until there are so many megabytes of letters."""
    text = "\n".join(source)
    size = megabytes * MEGABYTE
    return (text * (size // len(text) + 1))[:size]


def medians(runs: int, *ways: Callable[[], object]) -> list[float]:
    """The medians of some ways, in turns, after one that does not count."""
    taken: list[list[float]] = [[] for _ in ways]
    for turn in range(runs + 1):
        for way, seconds in zip(ways, taken, strict=True):
            start = time.process_time()
            way()
            if turn or runs == 1:
                seconds.append(time.process_time() - start)
    return [statistics.median(seconds) for seconds in taken]
