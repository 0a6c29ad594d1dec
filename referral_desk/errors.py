"""The problems we expect and can explain. Anything else is a bug."""

from __future__ import annotations

from enum import Enum

from referral_desk.texts import label, say


class DeskError(Exception):
    """A refusal: one sentence that a secretary understands, with what to do next.

    The sentence is an English template with {names}; the values are plain words or figures, never closed content.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template, self.values = template, values

    def sentence(self, language: str) -> str:
        """Give the sentence in "da" or "en"; words with a fixed meaning appear by their labels."""
        told = {
            name: label(value, language) if isinstance(value, Enum) else value for name, value in self.values.items()
        }
        return say(self.template, language, **told)

    def __str__(self) -> str:
        return self.sentence("en")


class NotAllowed(DeskError):
    """The person's role does not cover this."""


class Invalid(DeskError):
    """A rule of the reference groups or of the record says no."""


class Stale(DeskError):
    """Somebody else was faster; what the person looked at is no longer so."""


class Unavailable(DeskError):
    """The world outside does not help: disk, key, server, another program."""
