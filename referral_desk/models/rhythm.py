"""When a group likes to meet, when nobody can, and why a quarter stayed empty (V3)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Record, Sourced
from referral_desk.models.groups import Group
from referral_desk.texts import is_blank
from referral_desk.vocabulary import ClosingKind

FRIDAY = 4
WEEKS = 13
"""Weeks in a quarter."""
SHORTEST, LONGEST = 15, 12 * 60
"""Minutes that a meeting lasts, at least and at most."""
LONGEST_CLOSING = 120
"""Days."""
MOST_TRAVEL = 3
WHEEL = "wheel"
"""The key of the setting that holds the rules of the wheel."""


@dataclass(frozen=True)
class WheelRules:
    """What is set about the plan of a year beside the deadlines."""

    travel_days: int = 1
    one_a_day: bool = True
    whole_days: bool = True

    def __post_init__(self) -> None:
        """Refuse what cannot be meant (Invalid)."""
        if not 0 <= self.travel_days <= MOST_TRAVEL:
            raise Invalid("Between 0 and {most} days can be kept for travel.", most=MOST_TRAVEL)

    @classmethod
    def told(cls, value: str | None) -> WheelRules:
        """Read the setting; the defaults where nothing was set."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: held for name, held in json.loads(value or "{}").items() if name in known})


class GroupWish(Record):
    """A group's wishes for its ordinary meetings; what is not wished is open."""

    __tablename__ = "group_wishes"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), unique=True)
    # Weekdays in order of liking, as digits from 0 (Monday) to 4 (Friday); empty where any will do.
    weekdays: Mapped[str] = mapped_column(default="")
    # Weekdays on which the group can not meet, in the same digits.
    never: Mapped[str] = mapped_column(default="")
    starts: Mapped[dt.time | None]
    # Minutes.
    length: Mapped[int | None]
    # The week of the quarter, from 1 to 13, that the meeting should be near.
    week: Mapped[int | None]
    # Whether those who come need a day of travel that no other meeting of theirs may fall on.
    travels: Mapped[bool] = mapped_column(default=False)

    group: Mapped[Group] = relationship()

    def wish(
        self,
        *,
        weekdays: Sequence[int],
        never: Sequence[int],
        starts: dt.time | None,
        length: int | None,
        week: int | None,
        travels: bool,
    ) -> None:
        """Wish for weekdays (0 is Monday, the dearest first), for none, for a time, a length in minutes, a week.

        Invalid where wishes contradict each other or cannot be meant.
        """
        if not all(0 <= day <= FRIDAY for day in (*weekdays, *never)) or len(set(weekdays)) < len(weekdays):
            raise Invalid("A wish names working days, each of them once.")
        if set(weekdays) & set(never):
            raise Invalid("The group cannot both like a weekday and never meet on it: take it out of one of the two.")
        if len(set(never)) > FRIDAY:
            raise Invalid("The group must be able to meet on one weekday at least.")
        if length is not None and not SHORTEST <= length <= LONGEST:
            raise Invalid(
                "A meeting lasts between {shortest} and {longest} minutes.", shortest=SHORTEST, longest=LONGEST
            )
        if starts is not None and starts.hour * 60 + starts.minute + (length or SHORTEST) >= 24 * 60:
            raise Invalid("The meeting would not end on the same day: let it begin earlier, or be shorter.")
        if week is not None and not 1 <= week <= WEEKS:
            raise Invalid("A quarter has the weeks 1 to {last}.", last=WEEKS)
        self.weekdays, self.never = _digits(weekdays), _digits(sorted(set(never)))
        self.starts, self.length, self.week, self.travels = starts, length, week, travels


class ClosedPeriod(Sourced, Record):
    """Days on which no meeting should fall: a school holiday or days on which the offices are closed.

    The usual ones come with the program for every year (resources/reference/calendar.toml). A row with `usual` and
    `year` says what holds of one of them in one year: other days, or that it is left out there.
    """

    __tablename__ = "closed_periods"
    __table_args__ = (UniqueConstraint("usual", "year"),)

    kind: Mapped[ClosingKind]
    name_da: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    first_day: Mapped[dt.date] = mapped_column(index=True)
    last_day: Mapped[dt.date]
    # The code of the usual period, and the year it stands for; empty where people added a period of their own.
    usual: Mapped[str] = mapped_column(default="", server_default=text("''"))
    year: Mapped[int | None] = mapped_column(index=True)
    is_left_out: Mapped[bool] = mapped_column(default=False)

    def close(self, kind: ClosingKind, name: str, first_day: dt.date, last_day: dt.date) -> None:
        """Say which days are closed and why; Invalid without a name, or for days that cannot be meant.

        A name that somebody writes stands for both languages.
        """
        name = " ".join(name.split())
        if is_blank(name):
            raise Invalid("Say what the days are called: those who plan will ask.")
        if last_day < first_day:
            raise Invalid("The last day lies before the first day: change one of them.")
        if (last_day - first_day).days >= LONGEST_CLOSING:
            raise Invalid("A closed period has {most} days at most: split it.", most=LONGEST_CLOSING)
        if name not in {self.name_da, self.name_en}:
            self.name_da, self.name_en = name, name
        self.kind, self.first_day, self.last_day = kind, first_day, last_day

    def name(self, language: str) -> str:
        """What the days are called, in "da" or "en"."""
        return (self.name_da or self.name_en) if language == "da" else (self.name_en or self.name_da)


class EmptyQuarter(Record):
    """Why a group held no ordinary meeting in a quarter."""

    __tablename__ = "empty_quarters"
    __table_args__ = (UniqueConstraint("group_id", "year", "quarter"),)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    year: Mapped[int] = mapped_column(index=True)
    quarter: Mapped[int]
    reason: Mapped[str]

    group: Mapped[Group] = relationship()

    def explain(self, reason: str) -> None:
        """Say why; Invalid without a reason."""
        if is_blank(reason):
            raise Invalid("Write why the group did not meet in that quarter.")
        self.reason = " ".join(reason.split())


def _digits(days: Sequence[int]) -> str:
    return "".join(str(day) for day in days)
