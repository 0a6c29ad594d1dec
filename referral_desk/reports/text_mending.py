"""Put sentences together again that the end of an old page tore apart; what stood between goes behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from referral_desk.reports.text_blocks import Kind, TextBlock

# What a page's end may put into a sentence: its number or running head, its footnotes, the next page's beginning.
_BETWEEN: Final = frozenset({Kind.FURNITURE, Kind.NOTE, Kind.PAGE})
_MOST_BETWEEN: Final = 8
# Shorter lines are labels, addresses and figures, which stand alone.
_RUNNING: Final = 40
_CUT_WORD: Final = re.compile(r"[^\W\d_]-$")
_ADDRESS: Final = ("http:", "https:", "www.")


def mended(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Give the blocks with torn sentences whole; every word stays, but what stood inside a sentence moves behind it."""
    made: list[TextBlock] = []
    i = 0
    while i < len(blocks):
        block = blocks[i]
        made.append(block)
        i += 1
        while (end := _other_half(blocks, block, i)) is not None:
            _join(block, blocks[end])
            made += blocks[i:end]
            i = end + 1
    return made


def _other_half(blocks: Sequence[TextBlock], first: TextBlock, i: int) -> int | None:
    """Give the place of the block that goes on with the sentence in which `first` ends, looking from place `i`."""
    if first.kind not in {Kind.PARAGRAPH, Kind.ITEM} or not _is_torn(first.lines[-1]):
        return None
    for end in range(i, min(len(blocks), i + _MOST_BETWEEN)):
        if blocks[end].kind is Kind.PARAGRAPH:
            return end if _goes_on(blocks[end].lines[0]) else None
        if blocks[end].kind not in _BETWEEN:
            return None
    return None


def _is_torn(line: str) -> bool:
    """Whether running text stops before its sentence does."""
    text = re.sub(r"<sup>\d+</sup>$", "", line.rstrip())
    return len(text) >= _RUNNING and (text[-1].isalnum() or text[-1] in ",-")


def _goes_on(line: str) -> bool:
    return line[:1].islower() and not line.startswith(_ADDRESS) and " " in line


def _join(first: TextBlock, second: TextBlock) -> None:
    # A hyphen at the end may belong to the word: it stays, but the two halves stand together.
    glue = "" if _CUT_WORD.search(first.lines[-1]) else " "
    first.lines = [*first.lines[:-1], first.lines[-1] + glue + second.lines[0], *second.lines[1:]]
