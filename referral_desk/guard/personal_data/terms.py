"""Words of what never stands on a desk: police operations, classified guides, shelter addresses, hotline records.

The words are data (resources/leaks/forbidden.toml), each with its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.lists import read, words
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind

WHY: Final = {
    "operations": N_("What police plan or watch is not written down: it stays with the police."),
    "classified": N_("Classified guides and papers stay with the authority that made them."),
    "shelters": N_("Where a shelter or a protected home lies is never written down."),
    "hotline": N_("Records of the hotline stay with the hotline: only figures and trends are told."),
}
LONGEST_END: Final = 30


SHORTEST_ANCHOR: Final = 4
REACH: Final = 80
"""Signs before an anchor in which its phrase may begin."""


@cache
def anchors() -> Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """The phrases that came with the program, and why each is told, by a word that is searched for first.

    A star stands for any end of a word. As few anchors as possible: one that lies in another serves for both.
    """
    rows = [(phrase, WHY[row["code"]]) for row in read("forbidden")["forbidden"] for phrase in row["da"] + row["en"]]
    short: list[str] = []
    for anchor in sorted({_anchor(phrase) for phrase, _ in rows}, key=len):
        if not any(known in anchor for known in short):
            short.append(anchor)
    made: dict[str, dict[str, list[str]]] = {}
    for phrase, why in rows:
        anchor = next(known for known in short if known in _anchor(phrase))
        made.setdefault(anchor, {}).setdefault(why, []).append(_pattern(phrase))
    return {
        anchor: tuple((re.compile(rf"(?<!\w)(?:{'|'.join(some)})(?!\w)"), why) for why, some in patterns.items())
        for anchor, patterns in made.items()
    }


def _anchor(phrase: str) -> str:
    """The longest word of a phrase that not every text is full of; else the phrase as far as it is fixed."""
    rare = [bare for word in phrase.split() if (bare := word.strip("*")) not in words("common_words")]
    longest = max(rare, key=len, default="")
    return longest if len(longest) >= SHORTEST_ANCHOR else phrase.partition("*")[0].rstrip()


def _pattern(phrase: str) -> str:
    parts = (re.escape(word).replace(r"\*", rf"\w{{0,{LONGEST_END}}}") for word in phrase.split())
    return r"[\s\u00ad]{1,4}".join(parts)


def forbidden(text: str, low: str) -> Iterator[Find]:
    """Every such phrase; `low` is the text in small letters, sign by sign."""
    for anchor, patterns in anchors().items():
        place = low.find(anchor)
        while place >= 0:
            end = place + len(anchor)
            for pattern, why in patterns:
                match = pattern.search(low, max(0, place - REACH), place + REACH)
                if match and match.start() <= place < match.end():
                    yield Find(FindKind.FORBIDDEN, *match.span(), text[slice(*match.span())], why)
                    end = max(end, match.end())
            place = low.find(anchor, end)
