"""Numbers of passports, residence papers and aliens' files, where a word or a passport's strip says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.lists import words
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

WHY: Final = N_("This looks like the number of a passport, of another paper or of an alien's file.")
_GAP: Final = re.compile(
    r"[^\W\d_]{0,20}+[\s.:#=(-]{0,4}+"
    r"(?:(?:nr|no|nummer|number|num|er|is|med|with|lyder|card|kort|permit)\b[\s.:#=(-]{0,4}+){0,3}+"
)
_NUMBER: Final = re.compile(
    r"(?:[a-z]{1,3}[ \-]?\d{5,9}|\d{2,4}[ \-]\d{2,4}(?:[ \-]\d{2,4}){1,2}|\d[a-z]{2}\d{5,6}|\d{6,13})(?!\w)"
)
LONGEST_STRIP: Final = 44
_STRIP: Final = re.compile(rf"[A-Z0-9<]{{20,{LONGEST_STRIP}}}")
_STRIP_SIGNS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")
_LEAST_CHEVRONS: Final = 3
_DAY: Final = re.compile(r"\d{2}[-.]\d{2}[-.]\d{4}|\d{4}[-.]\d{2}[-.]\d{2}|(?:19|20)\d\d[-–](?:19|20)?\d\d")


def id_numbers(text: str, low: str) -> Iterator[Find]:
    """Every such number; `low` is the text in small letters, sign by sign."""
    for word in words("says_a_number"):
        place = low.find(word)
        while place >= 0:
            end = place + len(word)
            if not low[place - 1 : place].isalpha() and (span := _number(low, end)):
                yield Find(FindKind.ID_NUMBER, *span, text[slice(*span)], WHY)
            place = low.find(word, end)
    last, place = 0, text.find("<<")
    while place >= 0:
        strip = _strip(text, last, place)
        if strip is not None:
            yield Find(FindKind.ID_NUMBER, *strip, text[slice(*strip)], WHY)
        last = max(place + 2, strip[1] if strip else 0)
        place = text.find("<<", last)


def _number(low: str, place: int) -> tuple[int, int] | None:
    """The number behind a word that says what it is."""
    gap = _GAP.match(low, place)
    number = _NUMBER.match(low, gap.end()) if gap else None
    return None if number is None or _DAY.fullmatch(number[0]) else number.span()


def _strip(text: str, floor: int, place: int) -> tuple[int, int] | None:
    """The line of a passport's machine-readable strip around a place (ICAO Doc 9303)."""
    start = place
    while start > floor and place - start < LONGEST_STRIP and text[start - 1] in _STRIP_SIGNS:
        start -= 1
    match = _STRIP.match(text, start)
    if match is None or match[0].count("<") < _LEAST_CHEVRONS or not match[0][0].isalpha():
        return None
    return match.span()
