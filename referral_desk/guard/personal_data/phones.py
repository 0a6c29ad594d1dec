"""Telephone numbers: Danish ones in their groupings, foreign ones with their country, others behind a telling word.

Which figures are a number anybody can have, the library `phonenumbers` says (the operators' number plans); it is asked
only where a cheap look says that it is worth it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.lists import words
from referral_desk.guard.personal_data.ordinary import COUNTRY, LOCAL, Ordinary, figures
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

WHY: Final = N_("This looks like a telephone number.")
REGION: Final = "DK"
MOST_FIGURES: Final = 15  # of an international number (ITU-T E.164)
LEAST_FIGURES: Final = 7

_BLANK: Final = r" \t\u00a0\u2000-\u200a\u202f\u2007"
_DASH: Final = r"\-\u2010-\u2015\u2212"
_CANDIDATE: Final = re.compile(rf"\d(?:[{_BLANK}{_DASH}./()]{{0,3}}+\d){{6,}}+")
_GROUPED: Final = re.compile(
    rf"(?<!\d)(?<!\d[{_DASH}./])(?=("
    rf"45[{_BLANK}]\d\d[{_BLANK}]\d\d[{_BLANK}]\d\d[{_BLANK}]\d\d"
    rf"|\d\d([{_BLANK}{_DASH}.])\d\d\2\d\d\2\d\d"
    rf"|(?<!\d[{_BLANK}])\d\d\d\d[{_BLANK}]\d\d\d\d(?![{_BLANK}]\d)"
    r"|\d{8}"
    rf")(?!\d|[{_DASH}./]\d))"
)
# Written so, it is a number even where nobody has it yet.
_PAIRS: Final = re.compile(rf"\d\d(?:[{_BLANK}]\d\d){{3}}")
_PLUS: Final = frozenset("+＋")
_JOINED: Final = frozenset("_-–#§€$/\\=")
_WORDS: Final = 3
"""Words before a number that are looked at."""
_RUN: Final = re.compile(r"\d+")
_YEARS: Final = re.compile(r"(?:19|20)\d\d\s?(?:19|20)\d\d")
_DAY: Final = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
# What stands right behind figures that are something else.
_AMOUNT: Final = re.compile(r"\s{0,2}(?:kr\b|dkk\b|eur\b|mio|mia|€|%|tkr|kroner)", re.IGNORECASE)
_DATES: Final = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d)|(?:19|20)\d\d[-–./ ](?:\d\d|(?:19|20)\d\d)(?!\d)"
)
_BEFORE: Final = 28
"""Signs before a number that are looked at."""


def phones(text: str, ordinary: Ordinary) -> Iterator[Find]:
    """Every telephone number that is not ordinary."""
    for candidate in _CANDIDATE.finditer(text):
        for start, end in _numbers(text, *candidate.span()):
            if figures(text[start:end]) not in ordinary.phones:
                yield Find(FindKind.PHONE, start, end, text[start:end], WHY)


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    before = text[start - 1 : start]
    if before in _PLUS or text.startswith("00", start):
        first = start - (before in _PLUS)
        place = start if text[first - 1 : first].isalnum() else _foreign(text, first, end)
        if place > start:
            yield first - (text[first - 1 : first] == "(" and ")" in text[first:place]), place
            start = place
    elif before.isalpha() or _DATES.match(text, start, end):
        # A checksum, or a day: what follows it may still be a number.
        pass
    elif _says(text, start) == "says_a_phone":
        told = figures(text[start : min(end, start + 40)])
        if LEAST_FIGURES <= len(told) <= LOCAL + 4 and not _YEARS.fullmatch(text, start, end):
            yield start, end
            return
    for match in _GROUPED.finditer(text, start, end):
        first, last = match.span(1)
        if first >= start and _is_danish(text, first, last):
            yield first, last
            start = last


def _foreign(text: str, start: int, end: int) -> int:
    """The end of the number that begins with a country's sign, or `start` where there is none."""
    ends = [run.end() for run in _RUN.finditer(text, start, min(end, start + 40))]
    for place in reversed(ends):
        told = figures(text[start:place])
        if len(told) < LEAST_FIGURES or text[place : place + 1].isalpha():
            break
        # Denmark's own sign is gone from the figures.
        if (len(told) == LOCAL and told[0] not in "01") or (len(told) <= MOST_FIGURES and is_number(f"+{told}")):
            return place
    return start


def _is_danish(text: str, start: int, end: int) -> bool:
    told = text[start:end]
    if told[0] in "01" or _YEARS.fullmatch(told) or _AMOUNT.match(text, end):
        return False
    if text[start - 1 : start].isalnum() or text[start - 1 : start] in _JOINED or text[end : end + 1].isalpha():
        return False
    says = _says(text, start)
    if says == "says_a_phone":
        return True
    if says == "says_no_phone" or (told.isdecimal() and _DAY.fullmatch(told)):
        return False
    return bool(_PAIRS.fullmatch(told)) or is_number(f"+{COUNTRY}{figures(told)}")


def _says(text: str, start: int) -> str:
    """Which list the word before a number is from; "" for neither."""
    for word in reversed(text[max(0, start - _BEFORE) : start].casefold().split()[-_WORDS:]):
        bare = word.strip('.:,;()+#»"')
        for name in ("says_a_phone", "says_no_phone"):
            if bare in words(name) and bare not in words("between"):
                return name
        if bare and bare not in words("between"):
            break
    else:
        return (
            "says_no_phone"
            if text[max(0, start - _BEFORE) : start].casefold().rstrip(" .").endswith(("nr", "no"))
            else ""
        )
    return ""


@lru_cache(maxsize=4096)
def is_number(told: str) -> bool:
    """Whether "+" and figures are a number that somebody can have, by the number plan of its country."""
    import phonenumbers  # noqa: PLC0415 - a large library, and few texts hold numbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(told, None))
    except phonenumbers.NumberParseException:
        return False
