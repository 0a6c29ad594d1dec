"""What the yearly contribution says: plain frozen figures that travel to the worker which typesets them."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from referral_desk.queries.plan_tally import Tally
from referral_desk.queries.suppression import Published
from referral_desk.texts import N_, name_members
from referral_desk.vocabulary import Label


class Breakdown(enum.StrEnum):
    """By what cases are told apart, beside group and kind."""

    THEME = "theme"
    EXPLOITATION = "exploitation"
    SETTING = "setting"
    MINOR = "minor"


name_members(
    {
        Breakdown.THEME: N_("Theme"),
        Breakdown.EXPLOITATION: N_("Type of exploitation"),
        Breakdown.SETTING: N_("Setting"),
        Breakdown.MINOR: N_("Under 18"),
    }
)


@dataclass(frozen=True, slots=True)
class CaseList:
    """Cases told apart by one thing: (name, figure as it may be shown)."""

    by: Breakdown
    rows: tuple[tuple[str, str], ...]
    adds_up: bool
    """Whether each case stands in one row."""


@dataclass(frozen=True, slots=True)
class CasesYear:
    """The cases that were written down in the year; the table has a row for each group, a column for each kind."""

    kinds: tuple[str, ...]
    groups: tuple[str, ...]
    table: Published
    lists: tuple[CaseList, ...]

    @property
    def has_small(self) -> bool:
        """Whether anything was kept back."""
        return self.table.has_small or any(not text.isdigit() for one in self.lists for _, text in one.rows)


@dataclass(frozen=True, slots=True)
class GroupYear:
    """What one group did in the year, for the plan or not; `days` is the median from sending to the answer."""

    name: str
    meetings: int
    tally: Tally
    answered: int
    days: float | None


@dataclass(frozen=True, slots=True)
class ActivityYear:
    """What was done for an activity: by how many groups, how much; `cases` may be kept back."""

    number: str
    title: str
    groups: int
    tally: Tally
    cases: str


@dataclass(frozen=True, slots=True)
class AreaYear:
    """An area with its quarters; a thing of two of its activities counts once."""

    title: str
    quarters: tuple[Tally, ...]
    activities: tuple[ActivityYear, ...]

    @property
    def total(self) -> Tally:
        """The whole year."""
        return sum(self.quarters, Tally())


@dataclass(frozen=True, slots=True)
class Yearly:
    """The whole contribution, in one language, as known on a day."""

    language: str
    year: int
    day: dt.date
    label: Label
    plan: str
    group_count: int
    """How many groups stand on the day."""
    groups: tuple[GroupYear, ...]
    total: GroupYear
    areas: tuple[AreaYear, ...]
    cases: CasesYear

    @property
    def is_whole(self) -> bool:
        """Whether the year is over."""
        return self.day >= dt.date(self.year, 12, 31)

    @property
    def has_small(self) -> bool:
        """Whether anything about cases was kept back, in their tables or beside an activity."""
        beside = (one.cases for area in self.areas for one in area.activities)
        return self.cases.has_small or any(not text.isdigit() for text in beside)

    @property
    def untouched(self) -> tuple[ActivityYear, ...]:
        """The activities that nobody worked on."""
        return tuple(one for area in self.areas for one in area.activities if not one.groups)
