"""Days, weekdays and lists of names in both languages, for sentences that are said while somebody drags.

Babel would do it too, but takes a fifth of a second to load.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from referral_desk.texts import N_, say

WEEKDAYS: Final = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Final = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
AND: Final = N_("{all} and {last}")


def day_words(day: dt.date, language: str) -> str:
    """A day with its weekday, as in "tirsdag 2. marts" or "Tuesday 2 March"."""
    dot = "." if language == "da" else ""
    return f"{WEEKDAYS[language][day.weekday()]} {day.day}{dot} {MONTHS[language][day.month - 1]}"


def listed(names: Sequence[str], language: str) -> str:
    """Names in a row, as in "Anna, Bo and Carl"."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return say(AND, language, all=", ".join(names[:-1]), last=names[-1])


def in_words(value: object, language: str) -> object:
    """A value of a sentence in words: a day, weekdays (a set of numbers), several in a row; others as they are."""
    match value:
        case dt.date():
            return day_words(value, language)
        case frozenset():
            return listed([WEEKDAYS[language][number] for number in sorted(value)], language)
        case tuple():
            return listed([str(in_words(one, language)) for one in value], language)
        case _:
            return value
