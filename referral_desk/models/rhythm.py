"""When a group likes to meet, when nobody can, and why a quarter stayed empty (V3)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Record, Sourced
from referral_desk.models.groups import Group
from referral_desk.vocabulary import ClosingKind


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


class ClosedPeriod(Sourced, Record):
    """Days on which no meeting should fall: a school holiday or days on which the offices are closed."""

    __tablename__ = "closed_periods"

    kind: Mapped[ClosingKind]
    name_da: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    first_day: Mapped[dt.date] = mapped_column(index=True)
    last_day: Mapped[dt.date]


class EmptyQuarter(Record):
    """Why a group held no ordinary meeting in a quarter."""

    __tablename__ = "empty_quarters"
    __table_args__ = (UniqueConstraint("group_id", "year", "quarter"),)

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    year: Mapped[int]
    quarter: Mapped[int]
    reason: Mapped[str]

    group: Mapped[Group] = relationship()
