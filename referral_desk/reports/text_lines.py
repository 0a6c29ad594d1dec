"""Single lines of a plain text: cleaned, with what begins a list item, and whether a line runs on into the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

CAPS: Final = re.compile(r"(?=.*[A-ZÆØÅ])[^a-zæøåéüöä]+")
BULLET: Final = re.compile(r"^[ \t]*[•‣▪■◦●○∙·*–—-][ \t]+(?=\S)")
_NUMBER: Final = re.compile(r"^[ \t]*(\(?(?:\d{1,3}|[a-zæøå]|[ivx]{1,5}|[IVX]{1,5})\)|\d{1,3}\.|[a-z]\.)[ \t]+(?=\S)")
_ENDS: Final = re.compile(r"\r\n|[\n\r\x0b\x1c-\x1e\x85\u2028\u2029]")
_TAB: Final = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `hard`: two blanks at its end asked for a line break; `page_break`: a form feed stood here."""

    text: str
    hard: bool = False
    page_break: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """What begins a list item: its label ("•", "1.", "(a)"), how deep it stands, and the text behind."""

    label: str
    indent: int
    rest: str


def lines_of(text: str) -> list[Line]:
    """Cut a text into lines; a form feed becomes a line of its own."""
    made: list[Line] = []
    for number, page in enumerate(text.removeprefix("\ufeff").split("\f")):
        if number:
            made.append(Line("", page_break=True))
        for raw in _ENDS.split(page):
            bare = raw.rstrip(" \t\u00a0\u200b")
            made.append(Line(bare, hard=raw.endswith("  ") and bool(bare)))
    return made


def marker_of(text: str) -> Marker | None:
    """Tell what begins a list item, if something does. "- 1. text" is the item "1."."""
    bullet = BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    number = _NUMBER.match(rest)
    if not bullet and not number:
        return None
    indent = len(text.expandtabs(_TAB)) - len(text.expandtabs(_TAB).lstrip(" "))
    if number and (not bullet or number[1][-1] in ".)"):
        return Marker(number[1], indent, rest[number.end() :])
    return Marker("•", indent, rest)


def wraps(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` of lines that stand together only goes on with what line `i - 1` had no room for."""
    above, here = lines[i - 1], lines[i]
    if above.hard:
        return False
    text, following = above.text.rstrip(), here.text.strip()
    if not following:
        return True
    room = max(len(line.text) for line in lines)
    first_word = len(following.split(None, 1)[0])
    full = len(text) + 1 + first_word > min(room, 100)
    if room >= 50 and full:  # noqa: PLR2004 - shorter lines are addresses and verse
        return True
    # Short lines stay apart (an address, a signature) unless the sentence plainly runs on.
    runs_on = following[0].islower() and not following.startswith(("www.", "http"))
    return runs_on and not text.endswith((".", ":", ";", "!", "?"))
