"""E-mail addresses, also those that are written with words in place of the sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.ordinary import Ordinary
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

WHY: Final = N_("This looks like an e-mail address.")
LONGEST_LOCAL: Final = 64  # RFC 5321 4.5.3.1.1
_AT: Final = ("@", "＠", "(at)", "[at]", "(snabel-a)", "(snabela)", "[snabel-a]", "(@)", "[@]")
_LOCAL_SIGNS: Final = frozenset("!#$%&'*+-/=?^_`{|}~.")
_DOMAIN: Final = re.compile(
    r"[^\W_](?:[\w-]{0,62}+)(?:(?:\.|\s?[\[(](?:dot|punktum)[\])]\s?)[^\W_][\w-]{0,62}+){1,8}+", re.IGNORECASE
)


def mails(text: str, low: str, ordinary: Ordinary) -> Iterator[Find]:
    """Every e-mail address that is not ordinary; only the few signs around each "@" are looked at.

    `low` is the text in small letters, sign by sign.
    """
    for sign in _AT:
        last, place = 0, low.find(sign)
        while place >= 0:
            span = _address(text, last, place, place + len(sign))
            if span is not None:
                words = text[slice(*span)]
                if words.casefold().replace("＠", "@") not in ordinary.emails:
                    yield Find(FindKind.EMAIL, *span, words, WHY)
            last = span[1] if span else place + len(sign)
            place = low.find(sign, last)


def _address(text: str, floor: int, at: int, behind: int) -> tuple[int, int] | None:
    """Where an address begins and ends whose "@" stands from `at` to `behind`."""
    at -= text[at - 1 : at] == " " and behind - at > 1
    behind += text[behind : behind + 1] == " " and behind - at > 1
    start = at
    while start > floor and at - start < LONGEST_LOCAL and _is_local(text[start - 1]):
        start -= 1
    while start < at and not text[start].isalnum():
        start += 1
    domain = _DOMAIN.match(text, behind)
    return None if start == at or domain is None else (start, domain.end())


def _is_local(sign: str) -> bool:
    return sign.isalnum() or sign in _LOCAL_SIGNS
