"""The query of the Actions page: `owner:3F due:<friday is:overdue -theme:minors "with spaces"`, Danish words too.

Words parted by spaces all have to fit; values parted by commas are choices; a minus in front turns one round; quotes
keep spaces, commas and colons together. A key whose value is still to be typed asks for nothing yet.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import difflib
import re
from dataclasses import dataclass
from typing import Final

from referral_desk.errors import Invalid
from referral_desk.shorthand.day_words import WEEK_WORDS
from referral_desk.shorthand.days import TOO_FAR, read_day
from referral_desk.shorthand.query_words import (
    DATES,
    KEYS,
    ME,
    NEXT_WEEK,
    NONE,
    SPECIAL,
    THIS_WEEK,
    VALUES,
    Key,
    Trait,
    known,
    written,
)
from referral_desk.texts import N_, plain_case
from referral_desk.vocabulary import ActionState

LONGEST: Final = 500
TOO_LONG: Final = N_("That is too long to search for: write at most {longest} letters.")
UNKNOWN_KEY: Final = N_(
    "Nothing is searched by “{key}:”. Did you mean “{near}:”? Words of a text with a colon stand in quotes."
)
UNKNOWN_VALUE: Final = N_("“{key}:{value}” is not known. Did you mean “{key}:{near}”?")
_SPACES: Final = re.compile(r"\s")
KEY: Final = re.compile(r"[^\W\d_][\w-]*")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR: Final = re.compile(r"2[01][0-9]{2}")
_MONTH: Final = re.compile(r"(2[01][0-9]{2})-(0[1-9]|1[0-2])")
_OPERATOR: Final = re.compile(r"<=|>=|<|>|=")
_PLAIN: Final = re.compile(r'[^\s",:<>=-][^\s",:]*')
_WORDS: Final = {
    Key.IS: known(VALUES[Key.IS]),
    Key.STATE: known(VALUES[Key.STATE]),
    Key.PRIORITY: known(VALUES[Key.PRIORITY]),
}
_ALL_KEYS: Final = known(KEYS)
_SPECIAL: Final = known(SPECIAL)


@dataclass(frozen=True)
class Term:
    """One condition. Of several values one has to fit; a date's are days from `first` to `last`, None without end."""

    key: Key
    values: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    is_not: bool = False

    def written(self, language: str) -> str:
        """The condition as one would type it in "da" or "en"."""
        sign = "-" if self.is_not else ""
        if self.key is Key.WORD:
            return sign + quoted(self.values[0])
        name = written(KEYS, self.key, language)
        if self.key in DATES and not self.values:
            return f"{sign}{name}:{_days(self.first, self.last)}"
        return f"{sign}{name}:{','.join(self._word(value, language) for value in self.values)}"

    def _word(self, value: str, language: str) -> str:
        if self.key in VALUES:
            return written(VALUES[self.key], value, language)
        is_special = value == NONE or (value == ME and self.key is Key.OWNER)
        return written(SPECIAL, value, language) if is_special else quoted(value)


@dataclass(frozen=True)
class ActionQuery:
    """What to look for among actions: all terms have to fit. Without a word about it, open ones only."""

    terms: tuple[Term, ...] = ()

    def written(self, language: str) -> str:
        """The query as one would type it: reading that gives the same query."""
        return " ".join(term.written(language) for term in self.terms)

    @property
    def is_open_only(self) -> bool:
        """Whether closed actions are left out, because nothing asks for them."""
        return not any(
            term.key is Key.CLOSED
            or (term.key is Key.STATE and any(not ActionState(value).is_open for value in term.values))
            or (term.key is Key.IS and {Trait.CLOSED, Trait.ANY} & set(term.values))
            for term in self.terms
        )


@dataclass(frozen=True)
class Typed:
    """A piece of a query as it stands in the text, from `start` to `end`."""

    start: int
    end: int
    letters: tuple[tuple[str, bool], ...]
    """Its letters without the quotes, and whether each stood in quotes."""

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(letter for letter, _is_quoted in self.letters)

    def find(self, sign: str) -> int:
        """Where a sign stands outside quotes; -1 where it does not."""
        return next((n for n, (letter, quoted) in enumerate(self.letters) if letter == sign and not quoted), -1)


def read_query(text: str, today: dt.date) -> ActionQuery:
    """Understand a query; relative days are seen from `today`. Invalid says what is not known, and what is nearest."""
    if len(text) > LONGEST:
        raise Invalid(TOO_LONG, longest=LONGEST)
    terms = []
    for piece in pieces(text):
        term = _term(piece, today)
        if term is not None and term not in terms:
            terms.append(term)
    return ActionQuery(tuple(terms))


def pieces(text: str) -> list[Typed]:
    """The pieces of a query that spaces part; a quote that is not closed goes on to the end."""
    found: list[Typed] = []
    letters: list[tuple[str, bool]] = []
    start, is_quoted = 0, False
    for place, sign in enumerate([*text, " "]):
        is_end = place == len(text)
        if is_end or (not is_quoted and _SPACES.match(sign)):
            if place > start:
                found.append(Typed(start, place, tuple(letters)))
            start, letters = place + 1, []
        elif sign == '"':
            is_quoted = not is_quoted
        else:
            letters.append((sign, is_quoted))
    return found


def key_of(word: str) -> Key | None:
    """The key that a word names in either language."""
    meant = _ALL_KEYS.get(plain_case(word))
    return Key(meant) if meant else None


def _term(piece: Typed, today: dt.date) -> Term | None:
    is_not = len(piece.letters) > 1 and piece.letters[0] == ("-", False)
    letters = piece.letters[1:] if is_not else piece.letters
    piece = Typed(piece.start, piece.end, letters)
    colon = piece.find(":")
    name = piece.text[:colon] if colon > 0 and not any(quoted for _sign, quoted in letters[:colon]) else ""
    if not name or not KEY.fullmatch(name):
        word = " ".join(piece.text.split())
        return Term(Key.WORD, (word,), is_not=is_not) if word else None
    key = key_of(name)
    if key is None:
        raise Invalid(UNKNOWN_KEY, key=name[:40], near=nearest(name, _ALL_KEYS))
    values = values_of(letters[colon + 1 :])
    if not values:
        return None
    if key in DATES:
        return _date_term(key, " ".join(values), today, is_not=is_not)
    if key in _WORDS:
        return Term(key, tuple(dict.fromkeys(_meant(name, _WORDS[key], value) for value in values)), is_not=is_not)
    return Term(key, tuple(dict.fromkeys(_special(key, value) for value in values)), is_not=is_not)


def values_of(letters: tuple[tuple[str, bool], ...]) -> list[str]:
    """The values behind a key that commas part, without those that are empty."""
    found = [""]
    for letter, quoted in letters:
        if letter == "," and not quoted:
            found.append("")
        else:
            found[-1] += letter
    return [value for value in (" ".join(value.split()) for value in found) if value]


def _meant(name: str, words: dict[str, str], value: str) -> str:
    word = plain_case(value).replace(" ", "-")
    if word not in words:
        raise Invalid(UNKNOWN_VALUE, key=name[:40], value=value[:40], near=nearest(word, words))
    return words[word]


def _special(key: Key, value: str) -> str:
    meant = _SPECIAL.get(plain_case(value))
    return meant if meant == NONE or (meant == ME and key is Key.OWNER) else value


def nearest(word: str, words: dict[str, str]) -> str:
    """Of some words the one that is most like what was typed."""
    return difflib.get_close_matches(plain_case(word), words, n=1, cutoff=0)[0]


def _date_term(key: Key, value: str, today: dt.date, *, is_not: bool) -> Term:
    if _SPECIAL.get(plain_case(value)) == NONE:
        return Term(key, (NONE,), is_not=is_not)
    begin, dots, end = value.partition("..")
    if dots:
        first = _range(begin, today)[0] if begin.strip() else None
        return Term(key, (), first, _range(end, today)[1] if end.strip() else None, is_not)
    found = _OPERATOR.match(value)
    operator = found.group() if found else "="
    first, last = _range(value[found.end() :] if found else value, today)
    try:
        return Term(key, (), *_compared(operator, first, last), is_not)
    except OverflowError as error:
        raise Invalid(TOO_FAR) from error


def _compared(operator: str, first: dt.date, last: dt.date) -> tuple[dt.date | None, dt.date | None]:
    day = dt.timedelta(days=1)
    match operator:
        case "<":
            return None, first - day
        case "<=":
            return None, last
        case ">":
            return last + day, None
        case ">=":
            return first, None
        case _:
            return first, last


def _range(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The days that a word means, first and last: a day, this week, week 48, 2026-12, 2026."""
    words = " ".join(plain_case(text).split())
    spaced = words.replace("-", " ")
    span = _span(words, spaced, today)
    if span is not None:
        return span
    read = read_day(words, today)
    if read.day is None and "-" in words:
        other = read_day(spaced, today)
        read = other if other.day is not None else read
    if read.day is None:
        raise Invalid(read.problem, **read.values)
    return _week_of(read.day) if spaced.split(" ")[0] in WEEK_WORDS else (read.day, read.day)


def _span(words: str, spaced: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    span = None
    if spaced in THIS_WEEK:
        span = _week_of(today)
    elif spaced in NEXT_WEEK:
        span = _week_of(today + dt.timedelta(days=7))
    elif _ISO.fullmatch(words):
        with contextlib.suppress(ValueError):
            span = dt.date.fromisoformat(words), dt.date.fromisoformat(words)
    elif _YEAR.fullmatch(words):
        span = dt.date(int(words), 1, 1), dt.date(int(words), 12, 31)
    elif found := _MONTH.fullmatch(words):
        first = dt.date(int(found[1]), int(found[2]), 1)
        span = first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return span


def _week_of(day: dt.date) -> tuple[dt.date, dt.date]:
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + dt.timedelta(days=6)


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first == last and first is not None:
        return first.isoformat()
    return f"{first.isoformat() if first else ''}..{last.isoformat() if last else ''}"


def quoted(value: str) -> str:
    """A value as it is typed: in quotes where it would mean something else without."""
    is_plain = _PLAIN.fullmatch(value) and plain_case(value) not in _SPECIAL and ".." not in value
    return value if is_plain else f'"{value}"'
