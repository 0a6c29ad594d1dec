"""The usual closed days of a year: school holidays and days on which offices are closed, each to be edited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from referral_desk.clock import easter
from referral_desk.reference.files import shipped
from referral_desk.vocabulary import ClosingKind

SUNDAY: Final = 7


@dataclass(frozen=True)
class UsualClosing:
    """One usual closing in one year, both ends included; it belongs to the year that it begins in."""

    code: str
    year: int
    kind: ClosingKind
    name_da: str
    name_en: str
    first_day: dt.date
    last_day: dt.date
    source: str
    note: str


def usual_closings(year: int) -> tuple[UsualClosing, ...]:
    """The usual closings that begin in a year, earliest first."""
    calendar = shipped()["calendar"]
    found = [_made(row, year, *_weeks(row, year)) for row in calendar["weeks"]]
    found += [_made(row, year, *_days(row, year)) for row in calendar["closed"]]
    return tuple(sorted(found, key=lambda one: (one.first_day, one.code)))


def _made(row: dict[str, Any], year: int, first: dt.date, last: dt.date) -> UsualClosing:
    kind, name = ClosingKind(row.get("kind", ClosingKind.SCHOOL_HOLIDAY)), row["name"]
    return UsualClosing(
        row["code"], year, kind, name["da"], name["en"], first, last, row["source"], row.get("note", "")
    )


def _weeks(row: dict[str, Any], year: int) -> tuple[dt.date, dt.date]:
    """ISO weeks, from their Monday to their Sunday."""
    first = dt.date.fromisocalendar(year, row["first_week"], 1)
    return first, dt.date.fromisocalendar(year, row["last_week"], SUNDAY)


def _days(row: dict[str, Any], year: int) -> tuple[dt.date, dt.date]:
    if "after_easter" in row:
        first, last = (easter(year) + dt.timedelta(days=days) for days in row["after_easter"])
        return first, last
    first, last = (dt.date(year, *(int(part) for part in word.split("-"))) for word in row["days"])
    return first, last if last >= first else last.replace(year=year + 1)
