"""What stayed, went and came between two texts, word by word."""

from __future__ import annotations

import difflib
import enum
import re

WORDS = re.compile(r"\s+|[^\s]+")


class Piece(enum.StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


def word_changes(before: str, after: str) -> tuple[tuple[Piece, str], ...]:
    """What stayed, went and came between two texts, word by word, in reading order."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    found: list[tuple[Piece, str]] = []
    for did, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if did == "equal":
            found.append((Piece.SAME, "".join(old[a:b])))
            continue
        if b > a:
            found.append((Piece.REMOVED, "".join(old[a:b])))
        if d > c:
            found.append((Piece.ADDED, "".join(new[c:d])))
    return tuple(found)


def fact_changes(before: str, after: str) -> tuple[tuple[Piece, str], ...]:
    """As `word_changes`, of a fact told as "name: value", where a value changes whole: a day, a name, a place."""
    name, colon, old = before.partition(": ")
    is_named = bool(colon) and after.startswith(name + colon)
    if is_named:
        before, after = old, after.removeprefix(name + colon)
    told = ((Piece.SAME, name + colon if is_named else ""), (Piece.REMOVED, before), (Piece.ADDED, after))
    between = ((Piece.SAME, " "),) if before and after else ()
    return tuple((piece, words) for piece, words in (*told[:2], *between, told[2]) if words)
