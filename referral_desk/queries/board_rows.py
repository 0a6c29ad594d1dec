"""What the Board shows, as plain rows: light, so that the window can show them before the store is loaded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from referral_desk.queries.loose_end_rows import NeedKind, NeedRow
from referral_desk.queries.moving_rows import STILL, Moving
from referral_desk.vocabulary import Stage, Tier


@dataclass(frozen=True)
class CellRow:
    """What one group did in one quarter; without a meeting the id is None."""

    quarter: int
    meeting_id: int | None = None
    day: dt.date | None = None
    stage: Stage | None = None
    flag: NeedKind | None = None
    count: int = 0
    more: int = 0
    """Further meetings of the quarter: clarifications, theme days, extraordinary ones."""
    was_cancelled: bool = False
    stands: bool = True
    """Whether the group stood in the quarter: before it began and after it ended nothing is missing."""


@dataclass(frozen=True)
class LineRow:
    """One group's year."""

    group_id: int
    tier: Tier
    name: str
    place: str
    keeps_rhythm: bool
    """Whether an empty quarter is a fault (V3)."""
    cells: tuple[CellRow, ...]
    represented: int | None = None
    """National group only: how many regional groups are well represented in it (V2)."""
    represented_of: int = 0


@dataclass(frozen=True)
class ComingRow:
    """A meeting of the next 30 days."""

    meeting_id: int
    group_id: int
    group: str
    day: dt.date
    starts: dt.time
    stage: Stage
    title: str
    items: int


@dataclass(frozen=True)
class BoardRow:
    """All that the Board shows."""

    year: int
    today: dt.date
    working_days_left: int
    lines: tuple[LineRow, ...]
    needs: tuple[NeedRow, ...]
    coming: tuple[ComingRow, ...]
    years: tuple[int, ...]
    """The years that have meetings, and the present one, in order."""
    moving: Moving = STILL

    @property
    def held(self) -> int:
        """How many quarters have a held meeting, over the groups that keep the rhythm."""
        return sum(
            cell.stage is not None and cell.stage.step >= Stage.HELD.step
            for line in self.lines
            if line.keeps_rhythm
            for cell in line.cells
        )

    @property
    def ahead(self) -> int:
        """How many quarters have a meeting that is still to be held."""
        return sum(
            cell.stage is not None and cell.stage.step < Stage.HELD.step
            for line in self.lines
            if line.keeps_rhythm
            for cell in line.cells
        )

    @property
    def empty(self) -> int:
        """How many quarters have no meeting (V3)."""
        return sum(
            cell.meeting_id is None and cell.stands for line in self.lines if line.keeps_rhythm for cell in line.cells
        )
