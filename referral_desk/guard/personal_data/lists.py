"""The word lists of the leak alarm, as data (resources/leaks)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from referral_desk.texts import RESOURCES


@cache
def words(name: str) -> frozenset[str]:
    """One list of resources/leaks/words.toml."""
    return frozenset(read("words")[name])


@cache
def read(file: str) -> dict[str, Any]:
    """One file of the folder."""
    with (RESOURCES / "leaks" / f"{file}.toml").open("rb") as found:
        return tomllib.load(found)
