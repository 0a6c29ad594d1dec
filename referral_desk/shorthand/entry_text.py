"""Read what somebody wrote under an item: paragraphs, lists and **bold**; nothing else is guessed, nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

BULLET: Final = "•"
_MARKER: Final = re.compile(r"^([ \t]*)(?:([-*•–])|(\d{1,3}[.)]|[a-zæøå]\)))[ \t]+(?=\S)")
# "1. juni var der møde" begins with a day, not with a list's number.
_MONTH: Final = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b", re.IGNORECASE
)
_BOLD: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_TAB: Final = 4
# Signs without a shape or a meaning that a broken paste leaves behind, and that no Word file can hold.
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one manner."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """A paragraph (`label` is empty) or a list item: its bullet or number, how deep it stands (from 0), its lines."""

    lines: tuple[tuple[Span, ...], ...]
    label: str = ""
    level: int = 0

    @property
    def is_numbered(self) -> bool:
        """Whether it is an item with a number or letter of its own."""
        return self.label not in ("", BULLET)

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)


def read_entry(text: str) -> tuple[EntryBlock, ...]:
    """Cut an entry into blocks, in its own order.

    An empty line parts paragraphs, every other line end is meant. A line that is set in below an item goes on with it.
    """
    found: list[_Open] = []
    indents: list[int] = []
    fresh = True
    for line in text.expandtabs(_TAB).splitlines():
        raw = _UNSEEN.sub("", line)
        if not raw.strip():
            fresh = True
            continue
        marker = _marker(raw)
        last = found[-1] if found else None
        if marker is not None:
            indent, label, rest = marker
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indents[-1] < indent:
                indents.append(indent)
            found.append(_Open(label, len(indents) - 1, [rest]))
        elif last is not None and (raw[0].isspace() if last.label else not fresh):
            last.lines.append(raw.strip())
        else:
            indents.clear()
            found.append(_Open("", 0, [raw.strip()]))
        fresh = False
    return tuple(EntryBlock(tuple(spans(line) for line in one.lines), one.label, one.level) for one in found)


def spans(line: str) -> tuple[Span, ...]:
    """Cut a line into plain and bold stretches; stars that mark nothing stay."""
    made: list[Span] = []
    at = 0
    for match in _BOLD.finditer(line):
        if match.start() > at:
            made.append(Span(line[at : match.start()]))
        made.append(Span(match[1], bold=True))
        at = match.end()
    if at < len(line):
        made.append(Span(line[at:]))
    return tuple(made)


@dataclass(slots=True)
class _Open:
    label: str
    level: int
    lines: list[str]


def _marker(line: str) -> tuple[int, str, str] | None:
    found = _MARKER.match(line)
    if found is None:
        return None
    rest = line[found.end() :].rstrip()
    if found[3] and found[3][-1] == "." and _MONTH.match(rest):
        return None
    return len(found[1]), found[3] or BULLET, rest


def write_entry(blocks: Iterable[EntryBlock]) -> str:
    """Write blocks as somebody types them; `read_entry` gives the same blocks back."""
    lines: list[str] = []
    last: EntryBlock | None = None
    for block in blocks:
        if last is not None and not block.label:
            lines.append("")
        indent = "  " * block.level
        first, *others = ["".join(f"**{s.text}**" if s.bold else s.text for s in line) for line in block.lines] or [""]
        label = "-" if block.label == BULLET else block.label
        lines.append(f"{indent}{label} {first}" if label else first)
        lines += [f"{indent}  {other}" if label else other for other in others]
        last = block
    return "\n".join(lines)
