"""Names to look for where a text tells of cases: an index that asks only at words that begin one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.lists import words as listed
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

WHY: Final = N_("This is the name of somebody in the directory: a case names nobody.")
_WORD: Final = re.compile(r"[\w'’.-]{1,40}+")
_GAP: Final = re.compile(r",?[\s\u00ad]{1,4}")
_GENITIVE: Final = ("'s", "’s", "s", "'", "’")
_FEWEST: Final = 2
"""Words of a name: single ones are too often words of the language."""


@dataclass(frozen=True)
class NameIndex:
    """The words of full names by their first, longest names first; `begin` finds words that may begin one."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    begin: re.Pattern[str] | None

    @classmethod
    def of(cls, names: Iterable[str]) -> NameIndex:
        """Take full names as the directory writes them; each is known without its middle names and turned round too."""
        made: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            words = tuple(name.casefold().replace(",", " ").split())
            if len(words) >= _FEWEST:
                first, last = words[0], words[-1]
                for form in (words, (first, last), (last, *words[:-1]), (last, first), (first[0] + ".", last)):
                    made.setdefault(form[0], set()).add(form[1:])
        letters = "".join(sorted({sign for first in made for sign in (first[0], first[0].upper()) if len(sign) == 1}))
        return cls(
            {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in made.items()},
            re.compile(rf"(?<![\w])[{re.escape(letters)}][\w'’.-]{{0,40}}+") if letters else None,
        )

    def finds(self, text: str) -> Iterator[Find]:
        """Every full name of the index, as it is or in the genitive, whatever is a capital."""
        if self.begin is None:
            return
        last = 0
        for word in self.begin.finditer(text):
            if word.start() >= last and (forms := self.by_first.get(word[0].casefold().rstrip(","))):
                end = next((end for form in forms if (end := _end(text, word.end(), form))), 0)
                if end and _is_written_as_name(text[word.start() : end]):
                    last = end
                    yield Find(FindKind.NAME, word.start(), end, text[word.start() : end], WHY)


def _end(text: str, place: int, rest: tuple[str, ...]) -> int:
    """Where the rest of a name ends that goes on at a place; 0 if it does not."""
    for number, wanted in enumerate(rest, 1):
        gap = _GAP.match(text, place)
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None:
            return 0
        told = word[0].rstrip(".-") if not wanted.endswith(".") else word[0]
        is_last = number == len(rest)
        if told.casefold() != wanted and not (is_last and _is_genitive(told.casefold(), wanted)):
            return 0
        place = word.start() + len(told)
    return place


def _is_genitive(told: str, name: str) -> bool:
    return told.startswith(name) and told[len(name) :] in _GENITIVE


def _is_written_as_name(words: str) -> bool:
    return words != words.lower() or not any(word in listed("also_words") for word in words.split())
