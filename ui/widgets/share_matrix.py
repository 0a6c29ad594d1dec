"""How much was heard of some groups, sectors or bodies: a percentage in each cell, on a ground deeper for more."""

from __future__ import annotations

from typing import ClassVar

from ui.widgets.count_matrix import CountLine, CountLook, CountMatrix
from ui.widgets.heard_matrix import HeardLine

WIDEST = 60


class ShareLine(CountLine):
    """One line with room for a percentage in each cell."""

    widest: ClassVar[int] = WIDEST


class ShareMatrix(CountMatrix):
    """All lines; what one presses is told as by a CountMatrix."""

    line_type: ClassVar[type[HeardLine]] = ShareLine


def share_look(share: float | None, written: str, word: str) -> CountLook:
    """The look of a share from 0 to 1, written as a figure; None where there was no place or nothing was noted."""
    if share is None:
        return CountLook("", "faint", word)
    return CountLook("", "faint", word, written, share)
