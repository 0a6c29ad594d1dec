"""The words of the query of the Actions page, Danish and English; the first of each row is the one we write."""

from __future__ import annotations

import enum
from typing import Final

from referral_desk.vocabulary import ActionState, Priority


class Key(enum.StrEnum):
    """What one can search by."""

    OWNER = "owner"
    DUE = "due"
    IS = "is"
    GROUP = "group"
    THEME = "theme"
    STATE = "state"
    PRIORITY = "priority"
    MADE = "made"
    CLOSED = "closed"
    ACTIVITY = "activity"
    WORD = "word"


class Trait(enum.StrEnum):
    """What an action can be, beside its state."""

    OPEN = "open"
    OVERDUE = "overdue"
    MINE = "mine"
    CLOSED = "closed"
    ANY = "all"


NONE: Final = "none"
ME: Final = "me"
DATES: Final = frozenset({Key.DUE, Key.MADE, Key.CLOSED})

Names = dict[str, tuple[str, ...]]
KEYS: Final[dict[str, Names]] = {
    "en": {
        Key.OWNER: ("owner", "who", "responsible"),
        Key.DUE: ("due", "deadline", "by"),
        Key.IS: ("is",),
        Key.GROUP: ("group",),
        Key.THEME: ("theme", "topic"),
        Key.STATE: ("state", "status"),
        Key.PRIORITY: ("priority", "prio"),
        Key.MADE: ("made", "created", "agreed"),
        Key.CLOSED: ("closed", "ended"),
        Key.ACTIVITY: ("activity", "plan"),
    },
    "da": {
        Key.OWNER: ("ansvarlig", "hvem", "ejer", "tovholder"),
        Key.DUE: ("frist", "senest"),
        Key.IS: ("er",),
        Key.GROUP: ("gruppe",),
        Key.THEME: ("tema", "emne"),
        Key.STATE: ("tilstand", "status"),
        Key.PRIORITY: ("prioritet", "prio"),
        Key.MADE: ("aftalt", "oprettet"),
        Key.CLOSED: ("lukket", "afsluttet"),
        Key.ACTIVITY: ("aktivitet", "plan"),
    },
}
VALUES: Final[dict[Key, dict[str, Names]]] = {
    Key.IS: {
        "en": {
            Trait.OVERDUE: ("overdue", "late"),
            Trait.MINE: ("mine",),
            Trait.OPEN: ("open",),
            Trait.CLOSED: ("closed",),
            Trait.ANY: ("all", "any"),
        },
        "da": {
            Trait.OVERDUE: ("overskredet", "forfalden", "forsinket"),
            Trait.MINE: ("min", "mit", "mine"),
            Trait.OPEN: ("åben", "åbent", "åbne", "aaben"),
            Trait.CLOSED: ("lukket", "lukkede"),
            Trait.ANY: ("alle", "alt"),
        },
    },
    Key.STATE: {
        "en": {
            ActionState.OPEN: ("open",),
            ActionState.IN_PROGRESS: ("in-progress", "progress", "started"),
            ActionState.DONE: ("done",),
            ActionState.NOT_POSSIBLE: ("not-possible", "impossible"),
            ActionState.NOT_DONE: ("not-done",),
            ActionState.TRANSFERRED: ("transferred",),
        },
        "da": {
            ActionState.OPEN: ("åben", "åbent", "åbne", "aaben"),
            ActionState.IN_PROGRESS: ("i-gang", "igang", "påbegyndt"),
            ActionState.DONE: ("udført", "færdig", "gjort"),
            ActionState.NOT_POSSIBLE: ("ikke-muligt", "umuligt", "ikke-mulig"),
            ActionState.NOT_DONE: ("ikke-udført", "ikke-gjort"),
            ActionState.TRANSFERRED: ("overdraget", "overført"),
        },
    },
    Key.PRIORITY: {
        "en": {Priority.HIGH: ("high",), Priority.NORMAL: ("normal",), Priority.LOW: ("low",)},
        "da": {Priority.HIGH: ("høj",), Priority.NORMAL: ("normal", "almindelig"), Priority.LOW: ("lav",)},
    },
}
SPECIAL: Final[dict[str, Names]] = {
    "en": {NONE: ("none", "nobody"), ME: ("me",)},
    "da": {NONE: ("ingen",), ME: ("mig",)},
}
THIS_WEEK: Final = frozenset({"week", "this week", "uge", "ugen", "denne uge"})
NEXT_WEEK: Final = frozenset({"next week", "næste uge"})
DAY_EXAMPLES: Final = {
    "en": ("<today", "week", "next-week", "<=friday", NONE),
    "da": ("<i-dag", "uge", "næste-uge", "<=fredag", "ingen"),
}


def known(names: dict[str, Names]) -> dict[str, str]:
    """Every word of some names in both languages, and what it means."""
    return {word: meant for rows in names.values() for meant, words in rows.items() for word in words}


def written(names: dict[str, Names], meant: str, language: str) -> str:
    """The word that we write for something in "da" or "en"."""
    return names[language][meant][0]
