"""Find tables in plain text: drawn with pipes, parted by tabs, or set in columns with blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

Found = tuple[int, list[list[str]], int]
NONE: Final[Found] = (0, [], 0)

_SEPARATOR: Final = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_FRAME: Final = re.compile(r"^\s*[+|\u2500-\u257f][-=+|\s\u2500-\u257f]*$")
_GAP: Final = re.compile(r"\S(?: {2,}|\t+)\S")
_FIGURE: Final = re.compile(r"^[-+–]?[\d.,\s%]*\d[\d.,\s%]*$")
_ROWS: Final = 3
_COLUMNS: Final = 12


def at_start(lines: Sequence[str]) -> Found:
    """Give how many of the first lines are a table, its cells, and how many rows are heads; (0, [], 0) for none."""
    return _pipes(lines) or _tabs(lines) or _columns(lines) or NONE


def _pipes(lines: Sequence[str]) -> Found | None:
    rows: list[list[str]] = []
    count = heads = 0
    for raw in lines:
        line = raw.replace("│", "|").replace("┃", "|").strip()
        if _FRAME.match(raw.strip()) or (count and _SEPARATOR.match(line)):
            if ("-" in line or "=" in line or "─" in line) and len(rows) == 1 and not heads:
                heads = 1
        elif line.startswith("|") or line.count("|") >= 2:  # noqa: PLR2004 - three cells
            rows.append([cell.strip() for cell in _bare(line).split("|")])
        else:
            break
        count += 1
    if len(rows) < 2 or max(map(len, rows)) < 2:  # noqa: PLR2004 - two rows of two cells are the smallest table
        return None
    return count, _even(rows), heads


def _bare(line: str) -> str:
    return line.removeprefix("|").removesuffix("|")


def _tabs(lines: Sequence[str]) -> Found | None:
    rows: list[list[str]] = []
    for line in lines:
        cells = [cell.strip() for cell in line.strip().split("\t")]
        cells = [cell for cell in cells if cell]
        if len(cells) < 2 or len(cells) > _COLUMNS:  # noqa: PLR2004 - two cells
            break
        rows.append(cells)
    return (len(rows), _even(rows), _heads(rows)) if len(rows) >= 2 else None  # noqa: PLR2004 - two rows


def _columns(lines: Sequence[str]) -> Found | None:
    """Lines whose words leave the same gutters of two blanks or more free."""
    count = 0
    while count < len(lines) and _GAP.search(lines[count].strip()) and "\t" not in lines[count].strip():
        count += 1
    if count < _ROWS:
        return None
    taken = list(lines[:count])
    wide = max(map(len, taken))
    free = [all(i >= len(line) or line[i] == " " for line in taken) for i in range(wide)]
    starts = [i for i in range(2, wide) if not free[i] and free[i - 1] and free[i - 2]]
    begin = next((i for i in range(wide) if not free[i]), 0)
    edges = [begin, *(i for i in starts if i > begin)]
    if not 2 <= len(edges) <= _COLUMNS:  # noqa: PLR2004 - two columns
        return None
    rows = [[line[a:b].strip() for a, b in zip(edges, [*edges[1:], None], strict=True)] for line in taken]
    if any(not row[0] for row in rows):
        return None
    return count, rows, _heads(rows)


def _heads(rows: list[list[str]]) -> int:
    """Words over columns of figures are their heads."""
    first, *others = rows
    figured = [all(_FIGURE.match(row[i]) for row in others if len(row) > i) for i in range(1, len(first))]
    return int(any(figured) and not any(_FIGURE.match(cell) for cell in first))


def _even(rows: list[list[str]]) -> list[list[str]]:
    """Fill short rows up, so that every row has as many cells as the longest."""
    wide = max(map(len, rows))
    return [row + [""] * (wide - len(row)) for row in rows]
