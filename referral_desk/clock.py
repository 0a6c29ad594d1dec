"""Quarters, Danish holidays and working days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SATURDAY = 5
# The year and the days after Easter.
LAST_BEDEDAG = (2023, 26)


def now() -> dt.datetime:
    """The present instant, in UTC."""
    return dt.datetime.now(dt.UTC)


def local_date(instant: dt.datetime) -> dt.date:
    """The calendar day in Copenhagen at an instant."""
    return instant.astimezone(COPENHAGEN).date()


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a calendar year: the rhythm of both tiers (S3 "National Referral Mechanism")."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Quarter:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.next().first - dt.timedelta(days=1)

    def next(self) -> Quarter:
        """The quarter after."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)  # noqa: PLR2004

    def previous(self) -> Quarter:
        """The quarter before."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@cache
def _holidays(year: int, language: str) -> dict[dt.date, str]:
    # Loaded late: the window opens without it.
    from holidays import country_holidays  # noqa: PLC0415
    from holidays.constants import OPTIONAL, PUBLIC  # noqa: PLC0415

    words = "da" if language == "da" else "en_US"
    found = country_holidays("DK", years=year, categories=(PUBLIC, OPTIONAL), language=words)
    return dict(found.items())


def holiday(day: dt.date, language: str = "da") -> str | None:
    """The name of a public or customary holiday (1 May, 5 June, 24 and 31 December), or None on other days.

    Store bededag ends with 2023 (bill L 13 of 2022-23); the library knows.
    """
    return _holidays(day.year, language).get(day)


def easter(year: int) -> dt.date:
    """Easter Sunday of a year in the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, shift = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * shift + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def _closed(year: int) -> frozenset[dt.date]:
    # The window asks this at every start, and the library that has the names takes an eighth of a second to load.
    fixed = {(1, 1), (5, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)}
    after_easter = {-3, -2, 0, 1, 39, 49, 50} | ({LAST_BEDEDAG[1]} if year <= LAST_BEDEDAG[0] else set())
    moving = {easter(year) + dt.timedelta(days=days) for days in after_easter}
    return frozenset({dt.date(year, month, day) for month, day in fixed} | moving)


def is_working_day(day: dt.date) -> bool:
    """Whether offices are open: neither weekend nor one of the days that `holiday` names."""
    return day.weekday() < SATURDAY and day not in _closed(day.year)


def add_working_days(day: dt.date, count: int) -> dt.date:
    """The day `count` working days after (or, below zero, before) a day; 0 gives the day itself."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days(start: dt.date, end: dt.date) -> int:
    """How many working days lie after `start` up to and with `end`; 0 where end is not after start."""
    return sum(is_working_day(start + dt.timedelta(days=n)) for n in range(1, (end - start).days + 1))
