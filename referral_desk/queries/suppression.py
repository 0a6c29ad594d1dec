"""Small numbers kept back in tables about people, so that no figure that is shown gives one of them away (domain 3.8).

A table is published with the sums of its rows and columns. Figures from 1 to 4 are shown as "1–4". Where a sum would
still give one away, other figures are kept back as well ("–"): the fewest that are needed, and never the sum of all.

Whether a figure can be worked out is decided exactly. A reader knows every figure that is shown, that rows and columns
add up, that "1–4" is 1 to 4 and that "–" is 5 or more. The true table fits all that; a figure is safe when another
table fits too that has another figure there. Two such tables differ by rounds in which one figure grows by one, the
next one in its row or column shrinks by one, and so on back to the start, so the search is for a round through it.
Readers who run this program on every table that fits could leave some of those out: that is not guarded against.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

SMALLEST, LARGEST = 1, 4
"""Figures from and to which are kept back (domain 3.8: suppress 1 to 4)."""
SMALL: Final = "1–4"
KEPT: Final = "–"

Cell = tuple[int, int]
Node = tuple[str, int]


@dataclass(frozen=True)
class Published:
    """A table as it may be shown, each figure as text: its cells, the sums of rows and columns, and the whole sum."""

    cells: tuple[tuple[str, ...], ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    total: str
    is_blank: bool = False
    """Whether the cells are kept back as a whole: "–" is any figure then."""

    @property
    def has_small(self) -> bool:
        """Whether anything was kept back."""
        return any(text in (SMALL, KEPT) for row in (*self.cells, self.rows, self.columns) for text in row) or (
            self.total in (SMALL, KEPT)
        )


def is_small(count: int) -> bool:
    """Whether a figure is kept back for itself."""
    return SMALLEST <= count <= LARGEST


def shown_of(count: int, whole: int) -> str:
    """A figure that adds up with no other, beside the known number of all that it is a part of.

    What is left of all is a figure too, though nobody wrote it down: 8 of 11 tells that 3 are otherwise.
    """
    return published_list([count, whole - count])[0]


def published(table: Sequence[Sequence[int]]) -> Published:
    """Keep back what has to be kept back of a table of figures from 0 up, all rows of one length.

    A whole sum from 1 to 4 hides everything. Where keeping back single figures is not enough, all cells are kept back
    and the sums are treated as lists of their own.
    """
    total = sum(map(sum, table))
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    if is_small(total):
        return _blank(tuple(KEPT for _ in rows), tuple(KEPT for _ in columns), SMALL)
    hiding = _Hiding([[*row, whole] for row, whole in zip(table, rows, strict=True)] + [[*columns, total]])
    if not hiding.protect():
        return _blank(published_list(rows), published_list(columns), str(total))
    texts = hiding.texts()
    cells = tuple(tuple(row[:-1]) for row in texts[:-1])
    return Published(cells, tuple(row[-1] for row in texts[:-1]), tuple(texts[-1][:-1]), texts[-1][-1])


def _blank(rows: tuple[str, ...], columns: tuple[str, ...], total: str) -> Published:
    """Keep every cell back but those that the sums give away; of these nothing more is told than the sums tell."""

    def cell(row: str, column: str) -> str:
        if "0" in (row, column):
            return "0"
        # All lies in one row: what stands there are the sums of the columns.
        return column if row == total else row if column == total else KEPT

    cells = tuple(tuple(cell(row, column) for column in columns) for row in rows)
    return Published(cells, rows, columns, total, is_blank=True)


def published_list(counts: Sequence[int]) -> tuple[str, ...]:
    """The same for a list of figures that is shown with its sum; where that cannot be done all are kept back."""
    total = sum(counts)
    if is_small(total):
        return tuple(KEPT for _ in counts)
    hiding = _Hiding([[*counts, total]], has_columns=False)
    return tuple(hiding.texts()[0][:-1]) if hiding.protect() else tuple(KEPT for _ in counts)


@dataclass
class _Hiding:
    """Which figures are kept back; the last row and column of the table are the sums, its corner the whole sum."""

    table: list[list[int]]
    has_columns: bool = True
    """Whether the sums of columns are shown; without them there is one row and its sum."""
    kept: set[Cell] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.kept = {cell for cell in self._cells() if is_small(self._count(cell))}

    def protect(self) -> bool:
        """Keep back what is needed; False where that cannot be done without the whole sum."""
        for cell in sorted(self.kept):
            if self._round(cell, self.kept) is not None:
                continue
            every = {other for other in self._cells() if self._count(other) and other != self._corner}
            found = self._round(cell, every)
            if found is None:
                return False
            self.kept |= found
        return True

    def texts(self) -> list[list[str]]:
        """Every figure as it is shown."""
        return [[self._text((line, place)) for place in range(len(row))] for line, row in enumerate(self.table)]

    def _text(self, cell: Cell) -> str:
        if cell not in self.kept:
            return str(self._count(cell))
        return SMALL if is_small(self._count(cell)) else KEPT

    @property
    def _corner(self) -> Cell:
        return len(self.table) - 1, len(self.table[0]) - 1

    def _cells(self) -> Iterator[Cell]:
        for line, row in enumerate(self.table):
            for place in range(len(row)):
                # The whole sum is shown on every table of the same matters: it is never kept back.
                if (line, place) != self._corner:
                    yield line, place

    def _count(self, cell: Cell) -> int:
        return self.table[cell[0]][cell[1]]

    def _ends(self, cell: Cell) -> tuple[Node, Node]:
        """The row and the column that a figure stands in; without sums of columns all columns are one."""
        return ("row", cell[0]), ("column", cell[1] if self.has_columns else 0)

    def _ways(self, cell: Cell) -> Iterator[tuple[Node, Node]]:
        """From where to where a round may pass through a figure that is kept back: up by one, or down by one."""
        count, (row, column) = self._count(cell), self._ends(cell)
        last = len(self.table) - 1 if self.has_columns else -1
        is_sum = (cell[0] == last) != (cell[1] == len(self.table[0]) - 1)
        may_grow = not is_small(count) or count < LARGEST
        may_shrink = count > (SMALLEST if is_small(count) else LARGEST + 1)
        for is_up, may in ((True, may_grow), (False, may_shrink)):
            if may:
                yield (row, column) if is_up != is_sum else (column, row)

    def _round(self, cell: Cell, usable: set[Cell]) -> set[Cell] | None:
        """The figures to keep back for a round through a figure, the cheapest such set; None where there is none."""
        best: tuple[int, set[Cell]] | None = None
        for start, end in self._ways(cell):
            found = self._path(end, start, usable - {cell})
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        return best[1] if best is not None else None

    def _path(self, start: Node, end: Node, usable: set[Cell]) -> tuple[int, set[Cell]] | None:
        """The cheapest way between rows and columns: what is kept back anyway costs nothing, a sum costs most."""
        steps: dict[Node, list[tuple[Node, Cell]]] = {}
        for cell in sorted(usable):
            for one, other in self._ways(cell):
                steps.setdefault(one, []).append((other, cell))
        best = {start: 0}
        came: dict[Node, tuple[Node, Cell]] = {}
        heap = [(0, start)]
        while heap:
            cost, node = heapq.heappop(heap)
            if node == end:
                break
            if cost > best[node]:
                continue
            for other, cell in steps.get(node, ()):
                new = cost + self._cost(cell)
                if new < best.get(other, new + 1):
                    best[other] = new
                    came[other] = (node, cell)
                    heapq.heappush(heap, (new, other))
        if end not in best:
            return None
        passed, node = deque[Cell](), end
        while node != start:
            node, cell = came[node]
            passed.append(cell)
        return best[end], set(passed)

    def _cost(self, cell: Cell) -> int:
        if cell in self.kept:
            return 0
        is_sum = (cell[0] == len(self.table) - 1 and self.has_columns) or cell[1] == len(self.table[0]) - 1
        return self._count(cell) + (sum(map(sum, self.table)) if is_sum else 0)
