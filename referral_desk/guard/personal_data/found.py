"""What the leak alarm found in a text, and how it is shown without being told again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from referral_desk.vocabulary import FindKind

MASK: Final = "•"
# How much of a find stays readable, so that one finds the place again: the date of a CPR number, three signs of others.
SHOWN: Final = {FindKind.CPR: 6, FindKind.FORBIDDEN: 1000}
SHOWN_OF_OTHERS: Final = 3


@dataclass(frozen=True, slots=True)
class Find:
    """Words at `text[start:end]` that look like personal data; `why` is an English source text for `texts.say`."""

    kind: FindKind
    start: int
    end: int
    words: str
    why: str


def masked(find: Find) -> str:
    """The words of a find with most letters and figures hidden: "120385-••••"."""
    left, shown = SHOWN.get(find.kind, SHOWN_OF_OTHERS), []
    for sign in " ".join(find.words.split()):
        if sign.isalnum():
            shown.append(sign if left > 0 else MASK)
            left -= 1
        else:
            shown.append(sign)
    return "".join(shown)
