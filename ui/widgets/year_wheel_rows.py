"""What the year wheel is told to show: lanes, chips on days, shaded days, gaps, and what a day says while one drags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.plain_words import plain_tip

Index = QModelIndex | QPersistentModelIndex


class ChipLook(StrEnum):
    """How a chip is drawn: each look differs in frame and icon, never in colour alone."""

    PROPOSED = "proposed"
    PINNED = "pinned"
    PLANNED = "planned"
    TOLD = "told"
    HELD = "held"
    BESIDE = "beside"
    NO_DAY = "no_day"
    EMPTY = "empty"
    EXPLAINED = "explained"


ICONS = {
    ChipLook.PROPOSED: "sparkle",
    ChipLook.PINNED: "push-pin-fill",
    ChipLook.PLANNED: "calendar-blank",
    ChipLook.TOLD: "paper-plane-tilt-fill",
    ChipLook.HELD: "check",
    ChipLook.BESIDE: "star-four-fill",
    ChipLook.NO_DAY: "calendar-x-fill",
    ChipLook.EMPTY: "flag-fill",
    ChipLook.EXPLAINED: "note",
}


@dataclass(frozen=True)
class WheelLane:
    """A group's lane: its name, the quiet line below it, and whether another tier begins here."""

    key: int
    name: str
    detail: str = ""
    spoken: str = ""
    begins_tier: bool = False


@dataclass(frozen=True)
class WheelChip:
    """One meeting, proposal or missing meeting, in a lane by its place; `tone` is "warn" or "late" for conflicts."""

    key: Hashable
    lane: int
    day: dt.date
    text: str
    look: ChipLook
    tone: str = ""
    spoken: str = ""
    tip: str = ""
    can_move: bool = False
    came_from: dt.date | None = None
    """Where it stood before it was dragged and not yet moved."""

    @property
    def icon(self) -> str:
        """The icon: what is wrong comes before what it is."""
        return {"late": "warning-circle-fill", "warn": "warning-fill"}.get(self.tone, ICONS[self.look])


@dataclass(frozen=True)
class WheelShade:
    """Days on which nobody should meet, both ends included; "school", "office" or "holiday"."""

    first: dt.date
    last: dt.date
    name: str
    kind: str


@dataclass(frozen=True)
class WheelGap:
    """The time between the last meeting below and a chip of the lane above."""

    lane: int
    first: dt.date
    last: dt.date
    text: str
    is_short: bool = False


@dataclass(frozen=True)
class DayLook:
    """What a day says of a chip that is dragged there: the day in words, lines (icon, tone, sentence)."""

    title: str
    lines: tuple[tuple[str, str, str], ...] = ()
    spoken: str = ""


@dataclass(frozen=True)
class WheelScene:
    """All that is drawn of a year."""

    year: int
    today: dt.date
    lanes: tuple[WheelLane, ...] = ()
    chips: tuple[WheelChip, ...] = ()
    shades: tuple[WheelShade, ...] = ()
    gaps: tuple[WheelGap, ...] = ()
    months: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    week: str = ""
    """The head of the row of week numbers."""
    heat: Mapping[dt.date, str] = field(default_factory=dict)
    """While a chip is lifted: "bad", "poor" or "good" for each day it could go to."""


class WheelModel(QAbstractListModel):
    """The chips as a list, lane by lane: what the keyboard and a screen reader walk through."""

    ChipRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chips: list[WheelChip] = []

    def set_chips(self, chips: Sequence[WheelChip]) -> None:
        """Show other chips."""
        self.beginResetModel()
        self.chips = sorted(chips, key=lambda chip: (chip.lane, chip.day))
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """The row of a chip, -1 where there is none."""
        return next((row for row, chip in enumerate(self.chips) if chip.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.chips)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.chips):
            return None
        chip = self.chips[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return chip.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return chip.spoken or chip.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(chip.tip or chip.spoken)
            case self.ChipRole:
                return chip
        return None
