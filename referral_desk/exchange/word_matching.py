"""Find entries by their words where a file no longer says where they stand."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import Final

from referral_desk.shorthand.entry_text import read_entry, write_entry

LIKE: Final = 0.5
"""How much of two lines must be alike for one to be the other, changed."""


def typed(text: str) -> str:
    """A text as a Word file gives it back: its blocks, typed anew."""
    return write_entry(read_entry(text)).strip()


def find_entries(lost: Iterable[tuple[int, str]], lines: Sequence[str]) -> tuple[dict[int, str], frozenset[int]]:
    """Look for entries (id and words as sent) among lines as one would type them.

    Give the words of those that were found as they stand there, and the places of the lines that they took.
    """
    sought = [(key, block.text) for key, text in lost for block in read_entry(text)]
    bare = [_bare("\n".join(block.text for block in read_entry(line))) for line in lines]
    wanted = [_bare(text) for _, text in sought]
    matched: dict[int, list[int]] = {}
    for step, first, last, begin, end in difflib.SequenceMatcher(None, wanted, bare, autojunk=False).get_opcodes():
        if step == "equal":
            for ahead in range(last - first):
                matched.setdefault(sought[first + ahead][0], []).append(begin + ahead)
        elif step == "replace":
            free = begin
            for number in range(first, last):
                likeness = [(_alike(wanted[number], bare[place]), -place) for place in range(free, end)]
                best, place = max(likeness, default=(0.0, 0))
                if best >= LIKE:
                    matched.setdefault(sought[number][0], []).append(-place)
                    free = 1 - place
    found = {key: _joined([lines[place] for place in places]) for key, places in matched.items()}
    return found, frozenset(place for places in matched.values() for place in places)


def _alike(one: str, other: str) -> float:
    match = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return match.ratio() if min(match.real_quick_ratio(), match.quick_ratio()) >= LIKE else 0.0


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        blocks = read_entry(line)
        is_item = bool(blocks and blocks[0].label)
        text += line if not text else f"\n{line}" if is_item else f"\n\n{line}"
    return typed(text)


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
