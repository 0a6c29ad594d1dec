"""Put together what two people made of one text: what they wrote in different places both stays.

Words, spaces and line ends are the units. Two changes are in each other's way only if they touch the same words; what
both added at the same place stands one after the other. Orders are put together too: what somebody moved stays moved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w").match
_UNITS = re.compile(r"\w+|\s|[^\w\s]")
# Texts that differ in more units than this are compared line by line: comparing word by word grows with the square.
MOST_UNITS = 4000


@dataclass(frozen=True)
class Edit:
    """Units `begin` to `end` of the base give way to others; of no units, where something is only added."""

    begin: int
    end: int
    units: tuple[str, ...]


def merge(base: str, mine: str, theirs: str) -> str | None:
    """What two people made of `base`, in one text; None where they changed the same words in two ways.

    Every word that either of them wrote stands in it, and every word that neither took out.
    """
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    units = _units(base)
    ours, others = _edits(units, _units(mine)), _edits(units, _units(theirs))
    together = _in_order(ours, others)
    return None if together is None else _write(units, together)


def merge_order(base: Sequence[int], mine: Sequence[int], theirs: Sequence[int]) -> list[int]:
    """How two people's orders of the same things stand together: mine, and what they moved or added where they put it.

    `base` is the order that both began with. What both moved stands where they put it; what only one of the two has
    stands too, so that whoever took something out says so by leaving it out of both.
    """
    both = set(base) & set(theirs)
    moved = _moved([key for key in base if key in both], [key for key in theirs if key in both])
    order = [key for key in mine if key not in moved]
    before: int | None = None
    for key in theirs:
        if key not in order:
            order.insert(order.index(before) + 1 if before is not None else 0, key)
        before = key
    return order


def _moved(base: Sequence[int], order: Sequence[int]) -> set[int]:
    """The fewest things whose moving makes another order of `base`: all but its longest run that still rises."""
    places = {key: place for place, key in enumerate(base)}
    tops: list[int] = []
    runs: list[tuple[int, ...]] = []
    for key in order:
        at = bisect_left(tops, places[key])
        run = (*(runs[at - 1] if at else ()), key)
        tops[at : at + 1], runs[at : at + 1] = [places[key]], [run]
    return set(order) - set(runs[-1] if runs else ())


def _units(text: str) -> list[str]:
    return _UNITS.findall(text)


def _edits(base: Sequence[str], text: Sequence[str]) -> list[Edit]:
    """What was changed, from left to right; what stands alike at both ends is not looked at."""
    first = 0
    while first < min(len(base), len(text)) and base[first] == text[first]:
        first += 1
    last = 0
    while last < min(len(base), len(text)) - first and base[-1 - last] == text[-1 - last]:
        last += 1
    before, after = base[first : len(base) - last], text[first : len(text) - last]
    if len(before) > MOST_UNITS or len(after) > MOST_UNITS:
        return [Edit(first, first + len(before), tuple(after))]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        Edit(first + begin, first + end, tuple(after[start:stop]))
        for tag, begin, end, start, stop in matcher.get_opcodes()
        if tag != "equal"
    ]


def _in_order(mine: list[Edit], theirs: list[Edit]) -> list[Edit] | None:
    """The edits of both, from left to right, theirs first at one place; None where two are in each other's way."""
    for one in mine:
        for other in theirs:
            if one != other and _clash(one, other):
                return None
    both = [*theirs, *(edit for edit in mine if edit not in theirs)]
    # Added before what is replaced there, replaced before what is added behind it.
    return sorted(both, key=lambda edit: (edit.begin, edit.end))


def _clash(one: Edit, other: Edit) -> bool:
    if one.begin == one.end or other.begin == other.end:
        added, changed = (one, other) if one.begin == one.end else (other, one)
        return changed.begin < added.begin < changed.end
    return max(one.begin, other.begin) < min(one.end, other.end)


def _write(base: Sequence[str], edits: list[Edit]) -> str:
    parts: list[tuple[str, ...]] = []
    place = 0
    for edit in edits:
        parts += [tuple(base[place : edit.begin]), edit.units]
        place = max(place, edit.end)
    parts.append(tuple(base[place:]))
    text = ""
    for part in parts:
        added = "".join(part)
        # The words of one text never touch: two that meet come from two hands.
        if text and added and _joins(text[-1], added[0]):
            text += " "
        text += added
    return text


def _joins(one: str, other: str) -> bool:
    """Whether two signs side by side would make one word of two."""
    return _WORD(one) is not None and _WORD(other) is not None
