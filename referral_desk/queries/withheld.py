"""What lists of many matters tell of a confidential one: its reference and that it is confidential, never its words.

It holds for what stands open while others look on, and for what a script writes down: the Board, the palette, and lists
on the command line. The page of a matter shows its words to whoever opens it there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from referral_desk.texts import label as named
from referral_desk.vocabulary import Label

if TYPE_CHECKING:
    R = TypeVar("R", bound=Any)


def is_withheld(label: Label) -> bool:
    """Whether words with this label are left out."""
    return label is Label.CONFIDENTIAL


def open_words(words: str, label: Label, language: str) -> str:
    """The words, or in place of any that are left out the name of their label in "da" or "en"."""
    return named(label, language) if words and is_withheld(label) else words


def without_words(row: R, *names: str) -> R:
    """A frozen row that has a `label`; where that asks for it the named fields are empty."""
    made: R = replace(row, **dict.fromkeys(names, "")) if is_withheld(row.label) else row
    return made
