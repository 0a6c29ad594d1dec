"""Contacts that are ordinary in every text: those at which people and organisations of the directory work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

COUNTRY: Final = "45"
LOCAL: Final = 8
"""Figures in a Danish number."""
_STREET: Final = re.compile(r"\D{2,80}\d{1,4}(?!\d)")


@dataclass(frozen=True)
class Ordinary:
    """Work numbers, mail addresses and postal addresses, in the form in which they are compared."""

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *, phones: Iterable[str] = (), emails: Iterable[str] = (), addresses: Iterable[str] = ()) -> Ordinary:
        """Take contacts as they are written in the directory."""
        return cls(
            frozenset(number for phone in phones if (number := figures(phone))),
            frozenset(email.strip().casefold() for email in emails),
            frozenset(plain for address in addresses if (plain := street_of(address))),
        )


def figures(phone: str) -> str:
    """The figures of a number; a Danish one without its country."""
    told = "".join(str(int(sign)) for sign in phone if sign.isdecimal())
    told = told.removeprefix("00") if phone.strip().startswith("00") else told
    return told[len(COUNTRY) :] if told.startswith(COUNTRY) and len(told) == len(COUNTRY) + LOCAL else told


def street_of(address: str) -> str:
    """The street and number of an address as they are compared: floor and town may be written anyhow."""
    match = _STREET.match(" ".join(address.casefold().replace(",", " ").split()))
    return match[0] if match else ""
