"""Find the furniture of a text's old pages: lone page numbers and running heads. It is set small, not thrown away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from referral_desk.reports.text_lines import Line

_NUMBER: Final = re.compile(
    r"^\s*(?:[-–—]\s?)?(?:page|side|p\.|s\.)?\s?(\d{1,4})(?:\s?(?:of|af|/|\|)\s?\d{1,4})?(?:\s?[-–—])?\s*$",
    re.IGNORECASE,
)
_FEW: Final = 3
_SHORT: Final = 90


def find(lines: Sequence[Line]) -> frozenset[int]:
    """Give the numbers of the lines that are furniture."""
    numbers = _page_numbers(lines)
    return frozenset(numbers | _running_heads(lines, numbers))


def _alone(lines: Sequence[Line], i: int) -> bool:
    """Whether a line has nothing right above and below."""
    above = i == 0 or not lines[i - 1].text.strip()
    below = i + 1 == len(lines) or not lines[i + 1].text.strip()
    return above and below


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lone numbers that climb steadily through the text; figures of a table do not."""
    lone = [(i, int(m[1])) for i, line in enumerate(lines) if (m := _NUMBER.match(line.text)) and _alone(lines, i)]
    # At a page break a number may stand right under or over the text.
    breaks = {i for i, line in enumerate(lines) if line.page_break}
    for edge in breaks:
        for i in (edge - 1, edge + 1):
            if 0 <= i < len(lines) and (m := _NUMBER.match(lines[i].text)) and (i, int(m[1])) not in lone:
                lone.append((i, int(m[1])))
    lone.sort()
    if len(lone) < _FEW:
        return {i for i, _ in lone if i - 1 in breaks or i + 1 in breaks}
    climbing = sum(0 < later - earlier <= 12 for (_, earlier), (_, later) in pairwise(lone))  # noqa: PLR2004
    return {i for i, _ in lone} if climbing >= 0.8 * (len(lone) - 1) else set()


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Short lines that come again and again right beside a page's end."""
    edges = numbers | {i for i, line in enumerate(lines) if line.page_break} | {-1, len(lines)}
    near: dict[int, str] = {}
    for edge in edges:
        for step in (-1, 1):
            i = edge + step
            while 0 <= i < len(lines) and (not lines[i].text.strip() or i in numbers) and abs(i - edge) <= _FEW:
                i += step
            text = lines[i].text.strip() if 0 <= i < len(lines) and i not in numbers else ""
            if text and len(text) <= _SHORT and text[-1] not in ".,;:":
                near[i] = re.sub(r"\d+", "0", text).casefold()
    often = {text for text, count in Counter(near.values()).items() if count >= _FEW}
    return {i for i, text in near.items() if text in often}
