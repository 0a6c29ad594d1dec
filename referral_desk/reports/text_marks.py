"""Light marks of emphasis in plain text: **bold**, *italic*, a few HTML tags, [links](...), read as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from referral_desk.reports.words import Run

_LINK: Final = re.compile(r"\[([^\[\]\n]+)\]\(((?:https?://|mailto:|www\.)[^\s()]+)\)")
_BOLD: Final = re.compile(r"(\*\*|(?<!\w)__)(?=[^\s*_])(.+?)(?<=[^\s*_])(\*\*|__(?!\w))")
_ITALIC: Final = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_TAG: Final = re.compile(r"<(/?)(b|strong|i|em|u|sup|sub)\s*>|<(br)\s*/?>", re.IGNORECASE)
_MEANS: Final = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "under"}


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    means: str
    on: bool


def marked_up(lines: list[str]) -> tuple[Run, ...]:
    """Give the runs of a block's lines; each line but the last ends where it ended."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        made = list(_runs(_LINK.sub(r"\1 (\2)", line)))
        if number < len(lines) - 1 and made:
            made[-1] = replace(made[-1], stop=True)
        runs.extend(made)
    return tuple(runs)


def _marks(text: str) -> list[_Mark]:
    found: list[_Mark] = []
    for match in _BOLD.finditer(text):
        if match[1] == match[3]:
            found += [
                _Mark(match.start(), match.start() + 2, "bold", on=True),
                _Mark(match.end() - 2, match.end(), "bold", on=False),
            ]
    for match in _ITALIC.finditer(text):
        found += [
            _Mark(match.start(), match.start() + 1, "italic", on=True),
            _Mark(match.end() - 1, match.end(), "italic", on=False),
        ]
    for match in _TAG.finditer(text):
        tag = (match[2] or match[3]).lower()
        means = "stop" if match[3] else _MEANS.get(tag, tag)
        found.append(_Mark(match.start(), match.end(), means, on=not match[1]))
    return sorted(found, key=lambda mark: mark.start)


def _runs(text: str) -> Iterator[Run]:
    if "*" not in text and "<" not in text and "__" not in text:
        yield Run(text)
        return
    state: dict[str, bool] = {}
    at = 0
    for mark in _marks(text):
        if mark.start < at:
            continue
        if mark.start > at or mark.means == "stop":
            yield _run(text[at : mark.start], state, stop=mark.means == "stop")
        state[mark.means] = mark.on
        at = mark.end
    if at < len(text):
        yield _run(text[at:], state)


def _run(text: str, state: dict[str, bool], *, stop: bool = False) -> Run:
    rise = 1 if state.get("sup") else -1 if state.get("sub") else 0
    return Run(
        text,
        bold=state.get("bold", False),
        italic=state.get("italic", False),
        under=state.get("under", False),
        rise=rise,
        stop=stop,
    )
