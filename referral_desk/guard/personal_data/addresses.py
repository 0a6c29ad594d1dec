"""Postal addresses: a Danish street with its number, a number with postcode and town, streets as abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.lists import words
from referral_desk.guard.personal_data.ordinary import Ordinary, street_of
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

WHY: Final = N_("This looks like the address of a home.")
# A word with a capital before a number of at most three figures: hardly any number in minutes stands so. The word is
# taken whole, so that none is looked at twice.
_NUMBER: Final = re.compile(
    r"[^\W\d_a-zæøå]\S{0,40}+[ \u00a0\u202f](?:nr\.|no\.)?[ \u00a0]?(\d{1,3})(?![\d/%]|[.,:]\d)"
)
_ENGLISH: Final = (" Street", " Road", " Avenue", " Lane", " Drive", " Crescent", " Terrace", " Square", " Court")
_BEFORE_ENGLISH: Final = re.compile(r"(?<!\w)\d{1,4}[A-Za-z]?(?:[ \u00a0][A-Z][\w'’]{1,20}+){1,3}\Z")
_LETTER: Final = re.compile(r"(?:[A-Za-z]|[ \u00a0][A-Z])\b")
_RANGE: Final = re.compile(r"\s?[-–]\s?\d{1,3}[A-Za-z]?\b")
_FLOOR: Final = re.compile(
    r"(?:,\s{0,2}|\s)(?:(?:st|kl|kld|stuen)\b\.?|\d{1,2}(?:\.|\b))(?:\s?sal\b)?,?"
    r"(?:\s{0,2}(?:(?:tv|th|mf)\b\.?|dør\s\d{1,3}))?"
)
_TOWN: Final = re.compile(
    r"(?:,\s{0,2}|\s{1,3})(?:DK[-\s])?(?:[1-9]\d{3})\s{1,2}[A-ZÆØÅ]\w{1,30}+"
    r"(?:[ \u00a0](?:[A-ZÆØÅ][a-zæøå]{1,20}|[A-ZÆØÅ]{1,2})\b){0,2}"
)
# In a table a number is followed by a year and the next row.
_YEAR: Final = re.compile(r"(?<!\d)(?:19\d|20[0-4])\d\s")
_BEFORE: Final = 60
_WORDS: Final = 4
"""Words of a street's name that are looked at."""
# What a number counts, or a day's month.
_AMOUNT: Final = re.compile(
    r"\.?\s{0,2}(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zæ]{0,7}\b|[.,:/%]\d|\s{0,2}(?:%|procent|pct|kr\b|stk|personer|deltagere|dage|uger|måneder|år|timer|minutter|punkter|steder"
    r"|kommuner|politikredse|medlemmer|percent|people|days|weeks|months|years|hours|minutes|items|places|members)",
    re.IGNORECASE,
)


def addresses(text: str, ordinary: Ordinary) -> Iterator[Find]:
    """Every address that is not ordinary; only what stands around a number of at most three figures is looked at."""
    last = 0
    for number in _NUMBER.finditer(text):
        span = _address(text, *number.span(1), last) if number.start(1) >= last else None
        if span is not None:
            start, last = span
            if not _is_ordinary(text[start:last], ordinary):
                yield Find(FindKind.ADDRESS, start, last, text[start:last], WHY)
    for end in _ENGLISH:
        place = text.find(end)
        while place >= 0:
            behind = place + len(end)
            if match := _BEFORE_ENGLISH.search(text, max(0, place - _BEFORE), place):
                yield Find(FindKind.ADDRESS, match.start(), behind, text[match.start() : behind], WHY)
            place = text.find(end, behind)


def _is_ordinary(told: str, ordinary: Ordinary) -> bool:
    street = street_of(told)
    # Words with a capital that stand before the street's name were taken along.
    return street in ordinary.addresses or any(
        street[place + 1 :] in ordinary.addresses for place, sign in enumerate(street) if sign == " "
    )


def _address(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """Where an address begins and ends whose number stands from `start` to `end`; None where it is none."""
    head = max(floor, start - _BEFORE)
    name = text[max(head, *(text.rfind(sign, head, start) + 1 for sign in "\n,:;(")) : start].split()
    if not name or _AMOUNT.match(text, end):
        return None
    count = _words_abroad(name)
    if count is None and (name[-1].casefold().rstrip(".") in words("before_a_number") or not name[-1][0].isupper()):
        return None
    place, has_town = _rest(text, end)
    if count is None and (_is_street(name) or (has_town and not _YEAR.search(text, end, place))):
        count = _words_here(name)
    return None if count is None else (_back(text, start, count, floor), place)


def _words_abroad(name: list[str]) -> int | None:
    """How many words a street's name has that begins as abroad, or None."""
    for count, word in enumerate(reversed(name[-_WORDS:]), 1):
        if count > 1 and word.casefold().rstrip(".") in words("streets_abroad"):
            return count if word[0].isupper() or word.casefold() in words("streets_abroad_small") else None
    return None


def _is_street(name: list[str]) -> bool:
    last = name[-1].casefold().rstrip(".")
    if last in words("streets_alone"):
        return len(name) > 1 and name[-2][0].isupper()
    return last.endswith(_ends()) and last not in words("no_street")


@cache
def _ends() -> tuple[str, ...]:
    return tuple(words("street_ends"))


def _words_here(name: list[str]) -> int:
    """How many words at the end belong to the name: those with a capital."""
    count = 1
    while count < min(_WORDS, len(name)) and name[-count - 1][0].isupper():
        count += 1
    return count


def _back(text: str, start: int, count: int, floor: int) -> int:
    """The place so many words before `start`, at least `floor`."""
    place = start
    for _ in range(count):
        while place > floor and text[place - 1].isspace():
            place -= 1
        while place > floor and not text[place - 1].isspace():
            place -= 1
    return place


def _rest(text: str, end: int) -> tuple[int, bool]:
    """Where what belongs to an address ends behind its number, and whether a postcode with a town is there."""
    for part in (_LETTER, _RANGE):
        if match := part.match(text, end):
            end = match.end()
    town = _TOWN.match(text, end)
    if town is None and (floor := _FLOOR.match(text, end)):
        town = _TOWN.match(text, floor.end())
        if town or any(map(str.isalpha, floor[0])):
            end = floor.end()
    return (town.end(), True) if town else (end, False)
