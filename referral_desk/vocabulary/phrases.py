"""Words that a secretary writes again and again: how an item's minutes begin, how letters open and close.

Each has standard words in both languages; a desk or a group can have its own, with {placeholders} that are filled in.
"""

from __future__ import annotations

import enum
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from referral_desk.errors import Invalid
from referral_desk.texts import LANGUAGES, N_, is_blank, name_members, say
from referral_desk.vocabulary.meetings import MeetingKind, Purpose
from referral_desk.vocabulary.minutes import EntryKind

LONGEST: Final = 1000
MOST_BEGINNINGS: Final = 3
DECISION_MARKS: Final = ("/d ", "/b ")
"""Before a line that is a decision, as one types it in the writing room."""


class Phrase(enum.StrEnum):
    """What can be worded anew."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    INVITATION = "invitation"
    REGARDS = "regards"
    REMINDER = "reminder"
    REMINDER_END = "reminder_end"
    ACTIONS = "actions"
    ACTIONS_END = "actions_end"


ITEM_PHRASES: Final = (Phrase.INFORMATION, Phrase.DISCUSSION, Phrase.DECISION, Phrase.RECOMMENDATION)
"""Those that an empty item of the minutes can begin with: one a line, a decision behind "/d "."""
PURPOSES: Final = {
    Purpose.INFORMATION: Phrase.INFORMATION,
    Purpose.DISCUSSION: Phrase.DISCUSSION,
    Purpose.DECISION: Phrase.DECISION,
}
TALKED: Final = N_("The group discussed the item. It was said that:")
STANDARD: Final[Mapping[Phrase, tuple[str, ...]]] = {
    Phrase.INFORMATION: (N_("A briefing was given on:"), N_("/d The group took note of the briefing.")),
    Phrase.DISCUSSION: (TALKED, N_("/d The group agreed that:")),
    Phrase.DECISION: (TALKED, N_("/d The group decided that:")),
    Phrase.RECOMMENDATION: (N_("/d The recommendation was agreed to."),),
    Phrase.INVITATION: (N_("You are invited to {what} of {group}."),),
    Phrase.REGARDS: (N_("Kind regards"),),
    Phrase.REMINDER: (N_("Here is what we hope for from you in {group}:"),),
    Phrase.REMINDER_END: (N_("If it is done already, thank you: please tell us in a line, and we will note it."),),
    Phrase.ACTIONS: (N_("as of {day} these actions are open with you:"),),
    Phrase.ACTIONS_END: (N_("Please answer with how far you are, or what stands in the way."),),
}
WHAT: Final = {
    MeetingKind.ORDINARY: N_("a meeting"),
    MeetingKind.CASE_CLARIFICATION: N_("a meeting to clarify a case"),
    MeetingKind.THEME_DAY: N_("a theme day"),
    MeetingKind.EXTRAORDINARY: N_("an extraordinary meeting"),
}
"""What one is invited to: {what} of an invitation."""
_ITEM: Final = ("number", "title", "day")
PLACEHOLDERS: Final[Mapping[Phrase, tuple[str, ...]]] = {
    **dict.fromkeys(ITEM_PHRASES, _ITEM),
    Phrase.RECOMMENDATION: (*_ITEM, "recommendation"),
    Phrase.INVITATION: ("what", "group", "day"),
    Phrase.REGARDS: (),
    Phrase.REMINDER: ("group",),
    Phrase.REMINDER_END: ("group",),
    Phrase.ACTIONS: ("day",),
    Phrase.ACTIONS_END: ("day",),
}

name_members(
    {
        Phrase.INFORMATION: N_("Items for information"),
        Phrase.DISCUSSION: N_("Items for discussion"),
        Phrase.DECISION: N_("Items for decision"),
        Phrase.RECOMMENDATION: N_("Items with a recommendation"),
        Phrase.INVITATION: N_("How an invitation begins"),
        Phrase.REGARDS: N_("How mails about a meeting end"),
        Phrase.REMINDER: N_("How a reminder begins"),
        Phrase.REMINDER_END: N_("How a reminder ends"),
        Phrase.ACTIONS: N_("How a mail about actions begins"),
        Phrase.ACTIONS_END: N_("How a mail about actions ends"),
    }
)


def phrase_name(phrase: Phrase, language: str) -> str:
    """The name under which the words of a language are kept."""
    return f"{phrase.value}.{language}"


NAMES: Final = {phrase_name(phrase, language): phrase for phrase in Phrase for language in LANGUAGES}


def check_phrase(phrase: Phrase, text: str) -> None:
    """Refuse words that cannot be filled in: empty, too long, or with a placeholder that is not known (Invalid)."""
    if is_blank(text):
        raise Invalid("Write something, or go back to the standard words.")
    if len(text) > LONGEST:
        raise Invalid("Keep it below {longest} signs: it is only the beginning.", longest=LONGEST)
    known = PLACEHOLDERS[phrase]
    try:
        told = [one for one in string.Formatter().parse(text) if one[1] is not None]
    except ValueError:
        raise Invalid("A brace stands alone: placeholders are written as {open}name{close}.", **_BRACES) from None
    for _before, name, form, conversion in told:
        if name not in known or form or conversion:
            raise _unknown(name or "", known)
    if phrase in ITEM_PHRASES and len(_lines(text)) > MOST_BEGINNINGS:
        raise Invalid("Give at most {most} ways to begin, one a line.", most=MOST_BEGINNINGS)


_BRACES: Final = {"open": "{", "close": "}"}


def _unknown(name: str, known: tuple[str, ...]) -> Invalid:
    shown = f"{{{name}}}"
    if not known:
        return Invalid("{placeholder} is not known here: this text has no placeholders.", placeholder=shown)
    return Invalid(
        "{placeholder} is not known here: use {known}.",
        placeholder=shown,
        known=", ".join(f"{{{one}}}" for one in known),
    )


@dataclass(frozen=True)
class Phrases:
    """The words that hold for a group, or for all: `own` are those that were set, by `phrase_name`."""

    own: Mapping[str, str] = field(default_factory=dict)

    def text(self, phrase: Phrase, language: str) -> str:
        """The words with their placeholders."""
        return self.own.get(phrase_name(phrase, language)) or standard(phrase, language)

    def say(self, phrase: Phrase, language: str, **values: object) -> str:
        """The words, filled in."""
        said = self.text(phrase, language).format(**dict.fromkeys(PLACEHOLDERS[phrase], "") | values)
        # A group's name brings its article along; somebody's own words may have one before it.
        return said.replace(" the the ", " the ")

    def beginnings(self, phrase: Phrase, language: str, **values: object) -> list[tuple[EntryKind, str]]:
        """Words to begin an item with; behind a colon one goes on writing."""
        found = []
        for line in _lines(self.say(phrase, language, **values)):
            is_decision = line.casefold().startswith(DECISION_MARKS)
            words = line[len(DECISION_MARKS[0]) :].strip() if is_decision else line
            if words:
                kind = EntryKind.DECISION if is_decision else EntryKind.NOTE
                found.append((kind, f"{words} " if words.endswith(":") else words))
        return found


def standard(phrase: Phrase, language: str) -> str:
    """The standard words."""
    return "\n".join(say(line, language) for line in STANDARD[phrase])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if not is_blank(line)]
