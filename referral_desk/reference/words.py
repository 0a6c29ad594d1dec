"""Reference words that are read, not loaded: the glossary, the holiday weeks, the dates of the field."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from referral_desk.reference.files import shipped


@dataclass(frozen=True)
class Term:
    """A word of the field; `other` is the same in the other language, `also` are other words for it in both."""

    code: str
    term: str
    other: str
    also: tuple[str, ...]
    meaning: str


@dataclass(frozen=True)
class WeekSpan:
    """ISO weeks in which few can meet, both included; municipalities differ, so this is advice."""

    code: str
    name: str
    first_week: int
    last_week: int

    def __contains__(self, day: dt.date) -> bool:
        return self.first_week <= day.isocalendar().week <= self.last_week


@dataclass(frozen=True)
class YearDate:
    """A date of the field. `is_month` says that only the month is meant; `source` is shown with it."""

    code: str
    name: str
    day: dt.date
    is_month: bool
    source: str


def glossary(language: str) -> tuple[Term, ...]:
    """The words of the field, in the order of the alphabet of a language ("da" or "en")."""
    other = "en" if language == "da" else "da"
    terms = [
        Term(
            row["code"],
            row["term"][language],
            row["term"][other],
            tuple(word for words in row.get("also", {}).values() for word in words),
            row.get("meaning", {}).get(language, ""),
        )
        for row in shipped()["glossary"]["term"]
    ]
    return tuple(sorted(terms, key=lambda term: term.term.casefold()))


def holiday_weeks(language: str) -> tuple[WeekSpan, ...]:
    """The usual school holidays; public holidays are computed (clock.holiday)."""
    return tuple(
        WeekSpan(row["code"], row["name"][language], row["first_week"], row["last_week"])
        for row in shipped()["calendar"]["weeks"]
    )


def year_dates(year: int, language: str) -> tuple[YearDate, ...]:
    """The dates of the field in a year, earliest first: what happened then, and what comes back every year."""
    found = []
    for row in shipped()["calendar"]["date"]:
        day = _day_in(row, year)
        if day is not None:
            is_month = row.get("precision") == "month"
            found.append(YearDate(row["code"], row["name"][language], day, is_month, row["source"]))
    return tuple(sorted(found, key=lambda date: (date.day, date.code)))


def _day_in(row: dict[str, Any], year: int) -> dt.date | None:
    if "yearly" in row:
        month, day = (int(part) for part in row["yearly"].split("-"))
        return dt.date(year, month, day)
    day_once: dt.date = row["day"]
    return day_once if day_once.year == year else None
