"""Quarters, Danish holidays and working days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SATURDAY = 5


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


def is_working_day(day: dt.date) -> bool:
    """Whether offices are open: neither weekend nor holiday."""
    return day.weekday() < SATURDAY and holiday(day) is None


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
