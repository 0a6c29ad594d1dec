"""What the year wheel shows: rows without a tie to the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from referral_desk.models.rhythm import WheelRules as WheelRules  # noqa: PLC0414 - the window names it from here
from referral_desk.vocabulary import ClosingKind, MeetingKind, Stage
from referral_desk.wheel.year import Year


@dataclass(frozen=True)
class MarkRow:
    """A meeting in the wheel, beside what the plan knows of it."""

    id: int
    version: int
    group_id: int
    day: dt.date
    starts: dt.time
    ends: dt.time
    year: int
    quarter: int
    kind: MeetingKind
    stage: Stage
    title: str
    place: str
    was_told: bool
    """Somebody was invited or written to: a move needs a reason."""
    is_closed_to_change: bool
    moved_from: dt.date | None
    move_reason: str


@dataclass(frozen=True)
class WishRow:
    """A group's wishes as they were set; None or empty is open."""

    group_id: int
    version: int | None
    weekdays: tuple[int, ...] = ()
    never: tuple[int, ...] = ()
    starts: dt.time | None = None
    length: int | None = None
    week: int | None = None
    travels: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nothing is wished."""
        told = (self.weekdays, self.never, self.starts, self.length, self.week, self.travels)
        return not any(told)


@dataclass(frozen=True)
class ClosingRow:
    """Closed days of the year. A usual period that nobody changed has no id, only its code and year."""

    id: int | None
    version: int | None
    usual: str
    year: int | None
    kind: ClosingKind
    name: str
    first_day: dt.date
    last_day: dt.date
    is_left_out: bool
    source: str
    note: str

    @property
    def is_changed(self) -> bool:
        """Whether it is a usual period that somebody moved or renamed in this year."""
        return bool(self.usual) and self.id is not None and not self.is_left_out


@dataclass(frozen=True)
class EmptyRow:
    """A quarter that ended without the group's ordinary meeting (V3), with the reason if somebody gave it."""

    group_id: int
    quarter: int
    reason: str
    version: int | None


@dataclass(frozen=True)
class WheelRow:
    """All that the wheel of a year shows; `plan` is what proposals and checks are made from."""

    year: int
    plan: Year
    marks: tuple[MarkRow, ...]
    wishes: dict[int, WishRow]
    """By group; every group of the plan has one."""
    closings: tuple[ClosingRow, ...]
    empty: tuple[EmptyRow, ...]
    rules: WheelRules
    group_codes: dict[int, str]
