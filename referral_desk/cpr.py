"""Find what looks like a Danish civil registration number: a leak alarm, never a key."""

from __future__ import annotations

import datetime as dt
import re

# Any dash, any spaces, signs that cannot be seen: people type and paste all of them. What stands before may be a sign
# ("cpr-010190-1234") but no longer number. Modulus 11 is no test: numbers without it are valid since 1 October 2007
# (CPR office).
_UNSEEN = r"[\u00ad\u200b-\u200d\u2060\ufeff]*"
_SHAPE = re.compile(
    r"(?<!\d)(?<!\d[.,-])"
    r"(\d{2})[ .\-/]?(\d{2})[ .\-/]?(\d{2})"
    rf"{_UNSEEN}\s?{_UNSEEN}[-\u2010-\u2015\u2212]?{_UNSEEN}\s?{_UNSEEN}"
    r"(\d{4})(?!\d|[.,]\d)"
)
REPLACEMENT_DAY = 60


def cpr_numbers(text: str) -> list[tuple[int, int]]:
    """Give start and end of each CPR-like number in a text: six digits that are a date, then four.

    Health services' replacement numbers, whose day is raised by 60, count too.
    """
    return [match.span() for match in _SHAPE.finditer(text) if _is_date(*match.group(1, 2, 3))]


def _is_date(day: str, month: str, year: str) -> bool:
    number = int(day)
    number -= REPLACEMENT_DAY if number > REPLACEMENT_DAY else 0
    # 2000 is a leap year like 1900 + yy may be: 29 February is let pass for every leap year of either century.
    for century in (1900, 2000):
        try:
            dt.date(century + int(year), int(month), number)
        except ValueError:
            continue
        return True
    return False
