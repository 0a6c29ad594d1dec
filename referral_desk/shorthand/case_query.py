"""The query of the list of cases: `kind:challenge theme:children group:Fyn minor:yes is:closed "with spaces"`.

Danish words are understood too. It reads as the query of actions does; of one key only the last value counts, but for
kinds, of which each may fit.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

from referral_desk.errors import Invalid
from referral_desk.shorthand.action_query import (
    KEY,
    LONGEST,
    TOO_LONG,
    UNKNOWN_KEY,
    UNKNOWN_VALUE,
    Typed,
    nearest,
    pieces,
    quoted,
    values_of,
)
from referral_desk.shorthand.query_completion import Completion, QueryNames, offers
from referral_desk.shorthand.query_words import Names, known, written
from referral_desk.texts import plain_case
from referral_desk.vocabulary import Answer, CaseKind


class CaseKey(enum.StrEnum):
    """What cases can be searched by."""

    KIND = "kind"
    THEME = "theme"
    GROUP = "group"
    MINOR = "minor"
    IS = "is"


class CaseTrait(enum.StrEnum):
    """What a case can be."""

    OPEN = "open"
    CLOSED = "closed"
    ANY = "all"
    CARRIED_UP = "escalated"
    NOT_CARRIED_UP = "not-escalated"


KEYS: Final[dict[str, Names]] = {
    "en": {
        CaseKey.KIND: ("kind", "type"),
        CaseKey.THEME: ("theme", "topic"),
        CaseKey.GROUP: ("group",),
        CaseKey.MINOR: ("minor", "minors", "child"),
        CaseKey.IS: ("is",),
    },
    "da": {
        CaseKey.KIND: ("art", "slags", "type"),
        CaseKey.THEME: ("tema", "emne"),
        CaseKey.GROUP: ("gruppe",),
        CaseKey.MINOR: ("mindreårig", "mindreårige", "barn"),
        CaseKey.IS: ("er",),
    },
}
VALUES: Final[dict[CaseKey, dict[str, Names]]] = {
    CaseKey.KIND: {
        "en": {
            CaseKind.CONCRETE: ("concrete", "concrete-case"),
            CaseKind.CHALLENGE: ("challenge",),
            CaseKind.PRINCIPLE: ("principle", "matter-of-principle"),
            CaseKind.TREND: ("trend",),
            CaseKind.INITIATIVE: ("initiative",),
        },
        "da": {
            CaseKind.CONCRETE: ("konkret", "konkret-sag"),
            CaseKind.CHALLENGE: ("udfordring",),
            CaseKind.PRINCIPLE: ("principiel", "principielt", "principielt-spørgsmål", "princip"),
            CaseKind.TREND: ("tendens",),
            CaseKind.INITIATIVE: ("initiativ",),
        },
    },
    CaseKey.MINOR: {
        "en": {Answer.YES: ("yes",), Answer.NO: ("no",), Answer.UNKNOWN: ("unknown", "not-known")},
        "da": {Answer.YES: ("ja",), Answer.NO: ("nej",), Answer.UNKNOWN: ("ukendt", "uvist", "ikke-kendt")},
    },
    CaseKey.IS: {
        "en": {
            CaseTrait.OPEN: ("open",),
            CaseTrait.CLOSED: ("closed",),
            CaseTrait.ANY: ("all", "any"),
            CaseTrait.CARRIED_UP: ("escalated", "carried-up"),
            CaseTrait.NOT_CARRIED_UP: ("not-escalated", "kept"),
        },
        "da": {
            CaseTrait.OPEN: ("åben", "åbent", "åbne", "aaben"),
            CaseTrait.CLOSED: ("lukket", "lukkede", "afsluttet"),
            CaseTrait.ANY: ("alle", "alt"),
            CaseTrait.CARRIED_UP: ("løftet", "løftede"),
            CaseTrait.NOT_CARRIED_UP: ("ikke-løftet", "ikke-løftede"),
        },
    },
}
_ALL_KEYS: Final = known(KEYS)
_WORDS: Final = {key: known(names) for key, names in VALUES.items()}
_OPENNESS: Final = {CaseTrait.OPEN: True, CaseTrait.CLOSED: False, CaseTrait.ANY: None}


@dataclass(frozen=True)
class CaseQuery:
    """What is sought among cases, names as they were typed; all of it has to fit. Without a word, open ones only."""

    kinds: tuple[CaseKind, ...] = ()
    theme: str = ""
    group: str = ""
    is_minor: Answer | None = None
    is_open: bool | None = True
    has_escalation: bool | None = None
    words: str = ""

    def written(self, language: str) -> str:
        """The query as one would type it in "da" or "en": reading that gives the same query."""
        parts = []
        if self.kinds:
            kinds = ",".join(written(VALUES[CaseKey.KIND], kind, language) for kind in self.kinds)
            parts.append(f"{written(KEYS, CaseKey.KIND, language)}:{kinds}")
        for key, name in ((CaseKey.THEME, self.theme), (CaseKey.GROUP, self.group)):
            parts += [f"{written(KEYS, key, language)}:{quoted(name)}"] if name else []
        if self.is_minor is not None:
            parts.append(_said(CaseKey.MINOR, self.is_minor, language))
        parts += [
            _said(CaseKey.IS, trait, language)
            for trait, is_open in _OPENNESS.items()
            if is_open is self.is_open and is_open is not True
        ]
        if self.has_escalation is not None:
            trait = CaseTrait.CARRIED_UP if self.has_escalation else CaseTrait.NOT_CARRIED_UP
            parts.append(_said(CaseKey.IS, trait, language))
        return " ".join([*parts, *map(quoted, self.words.split())])


def read_case_query(text: str) -> CaseQuery:
    """Understand a query; Invalid says what is not known, and what is nearest."""
    if len(text) > LONGEST:
        raise Invalid(TOO_LONG, longest=LONGEST)
    words: list[str] = []
    found: dict[str, object] = {}
    for piece in pieces(text):
        key, name = _key_of(piece)
        if key is None:
            words.append(piece.text)
        else:
            found |= _meant(key, name, values_of(piece.letters[piece.find(":") + 1 :]))
    return CaseQuery(words=" ".join(" ".join(words).split()), **found)  # type: ignore[arg-type]


def case_completions(text: str, cursor: int, names: QueryNames, language: str) -> tuple[Completion, ...]:
    """What may be typed at the cursor of a query of cases, in "da" or "en"."""

    def values(word: str) -> list[str]:
        key = _ALL_KEYS.get(plain_case(word))
        if key in _WORDS:
            return [named[0] for named in VALUES[CaseKey(key)][language].values()]
        known_names = {CaseKey.THEME: names.themes, CaseKey.GROUP: names.groups}
        return [quoted(name) for name in known_names.get(CaseKey(key), ())] if key else []

    return offers(text, cursor, [named[0] for named in KEYS[language].values()], values)


def _key_of(piece: Typed) -> tuple[CaseKey | None, str]:
    """The key of a piece, and as it was typed; None for a word of the text."""
    colon = piece.find(":")
    name = piece.text[:colon] if colon > 0 and not any(is_quoted for _sign, is_quoted in piece.letters[:colon]) else ""
    if not name or not KEY.fullmatch(name):
        return None, ""
    key = _ALL_KEYS.get(plain_case(name))
    if key is None:
        raise Invalid(UNKNOWN_KEY, key=name[:40], near=nearest(name, _ALL_KEYS))
    return CaseKey(key), name


def _meant(key: CaseKey, name: str, values: list[str]) -> dict[str, object]:
    """What the values of a key ask for; a key whose value is still to be typed asks for nothing yet."""
    if not values:
        return {}
    if key in (CaseKey.THEME, CaseKey.GROUP):
        return {key.value: values[-1]}
    meant = [_word(key, name, value) for value in values]
    if key is CaseKey.KIND:
        return {"kinds": tuple(dict.fromkeys(CaseKind(one) for one in meant))}
    if key is CaseKey.MINOR:
        return {"is_minor": Answer(meant[-1])}
    found: dict[str, object] = {}
    for trait in map(CaseTrait, meant):
        found |= (
            {"is_open": _OPENNESS[trait]} if trait in _OPENNESS else {"has_escalation": trait is CaseTrait.CARRIED_UP}
        )
    return found


def _word(key: CaseKey, name: str, value: str) -> str:
    word = plain_case(value).replace(" ", "-")
    if word not in _WORDS[key]:
        raise Invalid(UNKNOWN_VALUE, key=name[:40], value=value[:40], near=nearest(word, _WORDS[key]))
    return _WORDS[key][word]


def _said(key: CaseKey, meant: str, language: str) -> str:
    return f"{written(KEYS, key, language)}:{written(VALUES[key], meant, language)}"
