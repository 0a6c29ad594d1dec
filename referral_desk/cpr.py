"""Find what looks like a Danish civil registration number: a leak alarm, never a key.

Modulus 11 is no test: numbers without it are valid since 1 October 2007 (CPR office). A day that exists in either
century is plausible; only 29 February 1900 would tell the centuries apart, and an alarm had better be wrong there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

REPLACEMENT_DAY: Final = 60
"""Health services' replacement numbers have their day raised by this (domain 3.5)."""
_DAYS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_HASH_LENGTHS: Final = frozenset({32, 40, 56, 64, 96, 128})

# People type and paste any dash, any blank, and signs that cannot be seen.
_UNSEEN_SIGNS: Final = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_DASHES: Final = r"\-\u00ac\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_BLANK: Final = r"[^\S\n\r\f\v\x1c-\x1e\x85\u2028\u2029]"
_PAIR: Final = rf"(?:{_BLANK}|[./_{_DASHES}])?"
# At a line's end a mail puts ">" before what follows.
_BLANKS: Final = r"[\s>]{0,8}+"

# First one cheap look for ten figures with no letter between them; everything else happens only there.
# Each step is possessive, so nothing is ever tried twice.
_TEN_FIGURES: Final = re.compile(r"\d(?:[\W_]{0,20}+\d){9,}+")
_UNSEEN: Final = re.compile(rf"[{_UNSEEN_SIGNS}]")
_SHAPES: Final = re.compile(
    r"(?<!\d)(?=("
    # 120385-1234, 12.03.85-1234, 12 03 85 1234, 120385-12 34
    rf"(\d\d){_PAIR}(\d\d){_PAIR}(\d\d)"
    rf"(?:[.:/_]?\d{{4}}|{_BLANKS}[{_DASHES}]{_BLANKS}(?:\d{{4}}|\d\d\s\d\d)|{_BLANK}{{1,8}}+\d{{4}})"
    # 120385, and 1234 on the next line; a date with dots that ends a line is a date
    # 120385,1234, 120385*1234, (120385) 1234, 120385 (1234) that is no year
    rf"|(\d\d)(\d\d)(\d\d)"
    rf"(?:{_BLANKS}|[^\w\s(]{{1,3}}+|\)[{_DASHES}\s]{{0,3}}+|{_BLANK}?\((?!19|20))\d{{4}}"
    # 12 03 85 12 34
    rf"|(\d\d){_BLANK}(\d\d){_BLANK}(\d\d){_BLANK}\d\d{_BLANK}\d\d"
    # 1 2 0 3 8 5 - 1 2 3 4
    rf"|(\d{_BLANK}\d){_BLANK}(\d{_BLANK}\d){_BLANK}(\d{_BLANK}\d){_BLANK}?[{_DASHES}]?{_BLANK}?"
    rf"\d{_BLANK}\d{_BLANK}\d{_BLANK}\d"
    # 12.03.1985-1234
    rf"|(\d\d){_PAIR}(\d\d){_PAIR}((?:18|19|20)\d\d)\s?[{_DASHES}]\s?\d{{4}}"
    # 1/3-1985-1234, 1/3-1985 1234; behind a date of this century an hour or a postcode stands
    rf"|(\d\d?)[./{_DASHES}](\d\d?)[./{_DASHES}]"
    rf"(?:((?:18|19|20)\d\d)\s?[{_DASHES}]\s?|((?:18|19)\d\d){_BLANK}{{1,3}}+)\d{{4}}"
    # 19850312-1234; of those born in this century the seventh figure is no hour, 20261120-1430 is a day and its time
    rf"|(?P<year>(?:18|19)\d\d){_PAIR}(\d\d){_PAIR}(\d\d)\s?[{_DASHES}]\s?\d{{4}}"
    rf"|(?P<year_of_ours>20\d\d){_PAIR}(\d\d){_PAIR}"
    rf"(?:([6-9]\d)\s?[{_DASHES}]\s?\d{{4}}|(\d\d)\s?[{_DASHES}]\s?[4-9]\d{{3}})"
    r")(?!\d))"
)


def cpr_numbers(text: str) -> list[tuple[int, int]]:
    """Give start and end of each CPR-like number in a text, in order: six figures that are a date, then four.

    Two that share figures are told as one. Takes time in proportion to the text.
    """
    found: list[tuple[int, int]] = []
    for candidate in _TEN_FIGURES.finditer(text):
        for start, end in _spans(text, *candidate.span()):
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
    return found


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    places: list[int] | None = None
    if not text.isascii() and _UNSEEN.search(text, start, end):
        places = [place for place in range(start, end) if not _UNSEEN.match(text[place])]
        text, start = "".join(text[place] for place in places), 0
        end = len(text)
    for match in _SHAPES.finditer(text, start, end):
        parts = [part for part in match.groups()[1:] if part]
        if match["year"] or match["year_of_ours"]:
            parts.reverse()
        if _is_date(*parts) and not _is_hash(text, *match.span(1)):
            first, last = match.span(1)
            yield (first, last) if places is None else (places[first], places[last - 1] + 1)


def _is_date(day: str, month: str, year: str) -> bool:
    number, which, ends = (int("".join(part.split())) for part in (day, month, year))
    number -= REPLACEMENT_DAY if number > REPLACEMENT_DAY else 0
    if not 1 <= which < len(_DAYS):
        return False
    # 2000 is a leap year, so a year that ends in 00 may have the day too.
    return 1 <= number <= _DAYS[which] + (which == _FEBRUARY and ends % 4 == 0)


def _is_hash(text: str, start: int, end: int) -> bool:
    """Whether the figures are part of a checksum, which is no number of anybody."""
    longest = max(_HASH_LENGTHS)
    first, last = start, end
    while first > 0 and start - first < longest and text[first - 1] in _HEX:
        first -= 1
    while last < len(text) and last - end < longest and text[last] in _HEX:
        last += 1
    return last - first in _HASH_LENGTHS and text[start:end].isdecimal()


_HEX: Final = frozenset("0123456789abcdefABCDEF")
