"""What the plan of a year knows: groups with their wishes and people, meetings that stand, days that are closed.

Plain values without a store, so that the window can check a plan while somebody drags.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from referral_desk.clock import SATURDAY, Quarter, is_working_day
from referral_desk.vocabulary import ClosingKind, MeetingKind, Tier

CHAIN = (Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)
QUARTERS = (1, 2, 3, 4)
# The quarters of a group that meets less often than four times a year, the one it misses least first.
SELDOM = (4, 2, 1, 3)


@dataclass(frozen=True)
class Wish:
    """How a group likes to meet. Weekdays are 0 for Monday to 4 for Friday, the dearest first."""

    weekdays: tuple[int, ...] = ()
    never: frozenset[int] = frozenset()
    starts: dt.time = dt.time(9)
    minutes: int = 180
    week: int | None = None
    """The week of the quarter, from 1 to 13."""
    travels: bool = False

    @property
    def ends(self) -> dt.time:
        """When a meeting ends that begins as wished; the last minute of the day at the latest."""
        end = min(self.starts.hour * 60 + self.starts.minute + self.minutes, 24 * 60 - 1)
        return dt.time(end // 60, end % 60)


@dataclass(frozen=True)
class Holder:
    """Somebody who has a seat in a group from one day to another, both included; None is open."""

    person_id: int
    name: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def on(self, day: dt.date) -> bool:
        """Whether the seat is held on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Body:
    """A group as the plan sees it. `rhythm` is how many ordinary meetings a year it is to have, None for no number."""

    id: int
    name: str
    tier: Tier
    rhythm: int | None = 4
    wish: Wish = Wish()
    holders: tuple[Holder, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def stands_on(self, day: dt.date) -> bool:
        """Whether the group is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Standing:
    """A meeting that has its day, whether it was held, is invited or only planned. Cancelled ones are left out."""

    id: int
    group_id: int
    day: dt.date
    starts: dt.time
    ends: dt.time
    due: Quarter
    """The quarter that it counts for; a moved meeting keeps it."""
    kind: MeetingKind = MeetingKind.ORDINARY
    is_over: bool = False
    """It was held: nothing can be said against its day any more."""
    was_told: bool = False
    """Its members know of it: the time for inviting is no matter any more."""

    @property
    def counts(self) -> bool:
        """Whether it is one of the group's ordinary meetings (V3)."""
        return self.kind is MeetingKind.ORDINARY


@dataclass(frozen=True)
class Closing:
    """Days on which no meeting should fall, both ends included."""

    name: str
    first: dt.date
    last: dt.date
    kind: ClosingKind = ClosingKind.SCHOOL_HOLIDAY


@dataclass(frozen=True)
class Rules:
    """What can be set about the plan; gaps and notice are working days."""

    regional_to_national: int = 10
    national_to_interministerial: int = 10
    notice: int = 20
    """How long before a meeting its invitation goes out."""
    travel_days: int = 1
    """Days before and after a meeting on which those who travel to it can be at no other."""
    one_a_day: bool = True
    """At most one group meets on a day, because the coordinator goes to all of them."""
    whole_days: bool = True
    """A person with two seats is double-booked by two meetings on one day; otherwise only where times overlap."""


@dataclass(frozen=True, order=True)
class Slot:
    """An ordinary meeting that a group still needs: in which quarter, and which of several there (from 0)."""

    group_id: int
    quarter: Quarter
    number: int = 0


@dataclass(frozen=True)
class Pick:
    """A day and a time for a slot."""

    slot: Slot
    day: dt.date
    starts: dt.time
    ends: dt.time


@dataclass(frozen=True)
class Year:
    """Everything that the plan of one year depends on."""

    year: int
    today: dt.date
    bodies: tuple[Body, ...]
    """The chain's groups in its order, then other forums."""
    meetings: tuple[Standing, ...] = ()
    closings: tuple[Closing, ...] = ()
    holidays: Mapping[dt.date, str] = field(default_factory=dict)
    rules: Rules = Rules()

    @cached_property
    def body(self) -> dict[int, Body]:
        """The groups by id."""
        return {body.id: body for body in self.bodies}

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The four quarters."""
        return tuple(Quarter(self.year, number) for number in QUARTERS)

    def closed_by(self, day: dt.date) -> Closing | None:
        """The closed period that a day lies in."""
        return next((one for one in self.closings if one.first <= day <= one.last), None)

    def wants(self, body: Body, quarter: Quarter) -> int:
        """How many ordinary meetings a group still needs in a quarter, counting those that have their day.

        A group with four or more a year needs its share in every quarter, and two in one do not excuse an empty one
        (V3); one with fewer needs its number in the year.
        """
        if not body.rhythm or body.tier not in CHAIN or not self._stands_in(body, quarter):
            return 0
        due = [each.due.number for each in self.meetings if self._is_own(each, body)]
        if body.rhythm >= len(QUARTERS):
            each, more = divmod(body.rhythm, len(QUARTERS))
            return max(0, each + (quarter.number in SELDOM[:more]) - due.count(quarter.number))
        missing = max(0, body.rhythm - len(due))
        open_ones = [number for number in SELDOM if number not in due and self._stands_in(body, self._quarter(number))]
        return int(quarter.number in open_ones[:missing])

    def slots(self, quarter: Quarter) -> tuple[Slot, ...]:
        """The meetings that are still to be given a day in a quarter, in the order of the chain; none once it ended."""
        if quarter.last <= self.today:
            return ()
        found = []
        for body in self.bodies:
            missing = self.wants(body, quarter)
            found += [Slot(body.id, quarter, number) for number in self._free_parts(body, quarter, missing)]
        return tuple(found)

    def parts(self, slot: Slot) -> int:
        """Into how many parts a slot's quarter is cut: a group with several meetings has one in each."""
        rhythm = self.body[slot.group_id].rhythm or 0
        each, more = divmod(rhythm, len(QUARTERS))
        return max(1, each + (slot.quarter.number in SELDOM[:more])) if rhythm >= len(QUARTERS) else 1

    def window(self, slot: Slot) -> tuple[dt.date, dt.date]:
        """The first and the last day that a slot may be given: its part of the quarter."""
        parts, quarter = self.parts(slot), slot.quarter
        days = (quarter.last - quarter.first).days + 1
        first = quarter.first + dt.timedelta(days=days * slot.number // parts)
        return first, quarter.first + dt.timedelta(days=days * (slot.number + 1) // parts - 1)

    def missing(self) -> tuple[Slot, ...]:
        """Quarters that ended without the ordinary meeting that a group owed (V3): each asks for its reason."""
        return tuple(
            Slot(body.id, quarter)
            for body in self.bodies
            for quarter in self.quarters
            if (body.rhythm or 0) >= len(QUARTERS) and quarter.last <= self.today and self.wants(body, quarter)
        )

    def _free_parts(self, body: Body, quarter: Quarter, missing: int) -> list[int]:
        if not missing:
            return []
        parts = self.parts(Slot(body.id, quarter))
        taken = {
            number
            for number in range(parts)
            for each in self.meetings
            if self._is_own(each, body)
            and each.due == quarter
            and _within(each.day, self.window(Slot(body.id, quarter, number)))
        }
        return [number for number in range(parts) if number not in taken][-missing:]

    def _is_own(self, meeting: Standing, body: Body) -> bool:
        return meeting.counts and meeting.group_id == body.id and meeting.due.year == self.year

    def _quarter(self, number: int) -> Quarter:
        return Quarter(self.year, number)

    @staticmethod
    def _stands_in(body: Body, quarter: Quarter) -> bool:
        begun = body.valid_from is None or body.valid_from <= quarter.last
        return begun and (body.valid_to is None or quarter.first <= body.valid_to)


def is_squeezed(day: dt.date) -> bool:
    """Whether a working day lies alone between days off, so that many take it off too (Danish "indeklemt")."""
    if not is_working_day(day) or day.weekday() in (1, 2):
        return False
    before, after = day - dt.timedelta(days=1), day + dt.timedelta(days=1)
    is_free = not is_working_day(before) and not is_working_day(after)
    # A Monday or Friday touches a weekend anyway: it is squeezed where the day on the other side is a holiday.
    return is_free and not (before.weekday() >= SATURDAY and after.weekday() >= SATURDAY)


def _within(day: dt.date, window: tuple[dt.date, dt.date]) -> bool:
    return window[0] <= day <= window[1]
