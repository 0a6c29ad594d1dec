"""Contacts that are ordinary in every text: those at which people and organisations of the directory work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

COUNTRY: Final = "45"
LOCAL: Final = 8
"""Figures in a Danish number."""


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
    """An address in the form in which it is compared."""
    return " ".join(address.casefold().replace(",", " ").split())
