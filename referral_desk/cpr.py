"""Find what looks like a Danish civil registration number: a leak alarm, never a key."""

from __future__ import annotations

import datetime as dt
import re

# Any dash, any spaces: people type and paste all of them. Modulus 11 is no test: numbers without it are
# valid since 1 October 2007 (CPR office).
_SHAPE = re.compile(
    r"(?<![\d.,-])"
    r"(\d{2})[ .\-/]?(\d{2})[ .\-/]?(\d{2})"
    r"[\s\u00a0]?[-\u2010-\u2015\u2212]?[\s\u00a0]?"
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
