"""Names to look for where a text tells of cases: an index that asks only at words with a capital."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class NameIndex:
    """Full names by their first word."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> NameIndex:
        """Take names as the directory writes them; single words are left out, for many are words of the language."""
        made: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            first, *rest = name.casefold().split() or [""]
            if rest:
                made.setdefault(first, []).append((first, *rest))
        return cls({first: tuple(sorted(full, key=len, reverse=True)) for first, full in made.items()})
