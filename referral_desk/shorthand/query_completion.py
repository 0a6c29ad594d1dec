"""What can be typed next in a query of actions: keys, and the values of a key, nearest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from referral_desk.shorthand.action_query import key_of, pieces, quoted
from referral_desk.shorthand.query_words import DATES, DAY_EXAMPLES, KEYS, ME, NONE, SPECIAL, VALUES, Key, written
from referral_desk.texts import danish_order, plain_case

MOST: Final = 8


@dataclass(frozen=True)
class QueryNames:
    """The names that values are taken from, as the desk has them."""

    owners: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    """Codes of the action plans' activities."""


@dataclass(frozen=True)
class Completion:
    """What may stand from `start` to `end` of the text; a key waits for its value, so no space follows it."""

    text: str
    start: int
    end: int
    is_key: bool = False


def completions(text: str, cursor: int, names: QueryNames, language: str) -> tuple[Completion, ...]:
    """What may be typed at the cursor, in "da" or "en": at most a handful, what begins with the letters first."""

    def values(word: str) -> list[str]:
        key = key_of(word)
        return [] if key is None else _values(key, names, language)

    return offers(text, cursor, [words[0] for words in KEYS[language].values()], values)


def offers(
    text: str, cursor: int, keys: Sequence[str], values: Callable[[str], Sequence[str]]
) -> tuple[Completion, ...]:
    """What may be typed at the cursor of any query: one of its keys, or what `values` gives for the key before it."""
    piece = next((piece for piece in pieces(text) if piece.start < cursor <= piece.end), None)
    start, end = (piece.start, piece.end) if piece else (cursor, cursor)
    typed = text[start:cursor]
    sign = "-" if typed.startswith("-") else ""
    head, colon, value = typed.removeprefix("-").partition(":")
    if not colon:
        found = [f"{key}:" for key in keys]
        return tuple(Completion(f"{sign}{word}", start, end, is_key=True) for word in found if _begins(word, head))
    before, comma, last = value.rpartition(",")
    kept = f"{sign}{head}:{before}{comma}"
    return tuple(Completion(kept + word, start, end) for word in _fitting(values(head), last))


def _values(key: Key, names: QueryNames, language: str) -> list[str]:
    if key in DATES:
        return list(DAY_EXAMPLES[language])
    if key in VALUES:
        return [words[0] for words in VALUES[key][language].values()]
    none = written(SPECIAL, NONE, language)
    if key is Key.OWNER:
        return [written(SPECIAL, ME, language), *map(quoted, names.owners), none]
    offered = {Key.GROUP: names.groups, Key.ACTIVITY: names.activities}.get(key, names.themes)
    return [*map(quoted, offered), none]


def _begins(word: str, typed: str) -> bool:
    return word.startswith(plain_case(typed)) and word != f"{plain_case(typed)}:"


def _fitting(words: Iterable[str], typed: str) -> list[str]:
    """The words that hold the letters, those that begin with them first; what is whole already is not offered."""
    letters = plain_case(typed.strip('"'))
    plain = {word: plain_case(word.strip('"')) for word in words}
    fitting = [word for word, low in plain.items() if letters in low and low != letters]
    if letters:
        fitting.sort(key=lambda word: (not plain[word].startswith(letters), danish_order(word)))
    return fitting[:MOST]
