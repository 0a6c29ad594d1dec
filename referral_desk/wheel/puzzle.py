"""One quarter as a search: the days open to each slot, what slots take from each other, and by which rules.

Every rule stands apart, so that the explanation of an impossible quarter can lift them one by one.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from referral_desk.clock import SATURDAY, is_working_day
from referral_desk.vocabulary import Tier
from referral_desk.wheel.check import GAP_ABOVE, Checker, Entry, earliest_after, gap_above, shared
from referral_desk.wheel.leanings import cost_of
from referral_desk.wheel.reasons import Conflict, Kind
from referral_desk.wheel.search import Days, Found, Search
from referral_desk.wheel.year import Body, Slot, Year


@dataclass(frozen=True)
class Rule:
    """One rule that can be lifted: its kind and what it is about."""

    kind: Kind
    about: tuple[int | str, ...] = ()


Breach = frozenset[Rule]
"""The rules that together forbid a day, or a pair of days: it is forbidden while all of them are in force."""


@dataclass
class Puzzle:
    """Slots of one quarter beside the meetings that stand."""

    year: Year
    slots: tuple[Slot, ...]
    plan: Sequence[Entry]
    """What has its day already: meetings, and proposals for quarters before."""

    costs: list[dict[Days, int]] = field(default_factory=list, init=False)
    breaches: list[dict[Days, list[Breach]]] = field(default_factory=list, init=False)
    pairs: list[tuple[int, int, Breach, dict[Days, Days]]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Look at every day for every slot, and at every pair of slots."""
        self._checker = Checker(self.year, self.plan)
        self._standing = {entry.key: entry for entry in self.plan}
        quarter = self.slots[0].quarter
        self.origin = quarter.first.toordinal()
        self.bodies = [self.year.body[slot.group_id] for slot in self.slots]
        for slot, body in zip(self.slots, self.bodies, strict=True):
            first, last = self.year.window(slot)
            days = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
            days = [day for day in days if day.weekday() < SATURDAY]
            own = [entry.day for entry in self.plan if entry.group_id == body.id and entry.counts]
            self.costs.append({self.bit(day): cost_of(self.year, body, day, own) for day in days})
            self.breaches.append({self.bit(day): self._against(slot, body, day) for day in days})
        for one in range(len(self.slots)):
            for other in range(one + 1, len(self.slots)):
                self._pair(one, other)

    def bit(self, day: dt.date) -> Days:
        """A day of the quarter as a bit."""
        return 1 << (day.toordinal() - self.origin)

    def day(self, bit: Days) -> dt.date:
        """The day of a bit."""
        return dt.date.fromordinal(self.origin + bit.bit_length() - 1)

    @cached_property
    def rules(self) -> frozenset[Rule]:
        """Every rule that forbids something."""
        alone = (rule for table in self.breaches for found in table.values() for each in found for rule in each)
        return frozenset(alone) | {rule for _one, _other, breach, _table in self.pairs for rule in breach}

    def best(self, rules: frozenset[Rule] | None = None, only: Sequence[int] | None = None) -> Found | None:
        """The cheapest days under all rules or some, for all slots or those at some places; None where there is none.

        Given rules, any answer will do, and costs are left out.
        """
        places = range(len(self.slots)) if only is None else only
        open_days = [self._open(place, rules) for place in places]
        costs = [
            {day: self.costs[place][day] if rules is None else 0 for day in days}
            for place, days in zip(places, open_days, strict=True)
        ]
        where = {place: number for number, place in enumerate(places)}
        taken: dict[tuple[int, int], dict[Days, Days]] = defaultdict(dict)
        for one, other, breach, table in self.pairs:
            if one in where and other in where and (rules is None or breach <= rules):
                pair = taken[where[one], where[other]]
                for day, days in table.items():
                    pair[day] = pair.get(day, 0) | days
        upper = frozenset(where[place] for place in places if self.bodies[place].tier in GAP_ABOVE.values())
        return Search(costs, taken, upper).best()

    def _open(self, place: int, rules: frozenset[Rule] | None) -> list[Days]:
        return [
            day
            for day, found in self.breaches[place].items()
            if not (found if rules is None else any(breach <= rules for breach in found))
        ]

    def _against(self, slot: Slot, body: Body, day: dt.date) -> list[Breach]:
        """What forbids a day to a slot, whatever day the others get."""
        found: list[Breach] = []
        if day <= self.year.today:
            found.append(frozenset({Rule(Kind.PAST)}))
        if not body.stands_on(day):
            found.append(frozenset({Rule(Kind.NOT_STANDING, (body.id,))}))
        if name := self.year.holidays.get(day) or ("" if is_working_day(day) else "-"):
            found.append(frozenset({Rule(Kind.HOLIDAY, (name, day.toordinal()))}))
        if closing := self.year.closed_by(day):
            found.append(frozenset({Rule(Kind.CLOSED, (closing.name, closing.first.toordinal()))}))
        if day.weekday() in body.wish.never:
            found.append(frozenset({Rule(Kind.NEVER, (body.id,))}))
        entry = Entry(slot, body.id, day, body.wish.starts, body.wish.ends, slot.quarter)
        for conflict in self._checker.beside(entry, body):
            if conflict.kind is Kind.GAP:
                found += self._late_or_early(slot, conflict)
            elif isinstance(conflict.against, int | Slot):
                other = self._standing[conflict.against]
                found.append(frozenset({_between(conflict.kind, body.id, other.group_id), stands(other)}))
        return found

    def _late_or_early(self, slot: Slot, conflict: Conflict) -> list[Breach]:
        assert conflict.against is not None
        other = self._standing[conflict.against]
        # A meeting that was moved out of its quarter holds nobody up there.
        if not self._leads(slot) or other.day not in slot.quarter:
            return []
        tiers = {self.year.body[slot.group_id].tier, self.year.body[other.group_id].tier}
        lower = Tier.REGIONAL if Tier.REGIONAL in tiers else Tier.NATIONAL
        return [frozenset({Rule(Kind.GAP, (lower,)), stands(other)})]

    def _leads(self, slot: Slot) -> bool:
        """Whether it is the meeting of its quarter that hands on: the first of a region's, the last of others'."""
        wanted = 0 if self.year.body[slot.group_id].tier is Tier.REGIONAL else self.year.parts(slot) - 1
        return slot.number == wanted

    def _pair(self, one: int, other: int) -> None:
        """Note what the days of two slots take from each other, rule by rule and in both directions."""
        bodies = self.bodies[one], self.bodies[other]
        rules, quarter = self.year.rules, self.slots[one].quarter
        both = shared(*bodies)
        reach = rules.travel_days if bodies[0].wish.travels or bodies[1].wish.travels else 0
        if bodies[0].id == bodies[1].id or (rules.one_a_day and not both):
            self._note(one, other, Rule(Kind.CROWDED), self.bit)
        elif both:
            times = [(body.wish.starts, body.wish.ends) for body in bodies]
            at_once = times[0][0] < times[1][1] and times[1][0] < times[0][1]

            def same_day(day: dt.date) -> Days:
                is_taken = rules.one_a_day or ((at_once or rules.whole_days) and _meet(bodies, both, day, day))
                return self.bit(day) if is_taken else 0

            def on_the_road(day: dt.date) -> Days:
                days = 0
                for away in (*range(-reach, 0), *range(1, reach + 1)):
                    later = day + dt.timedelta(days=away)
                    if later in quarter and _meet(bodies, both, day, later):
                        days |= self.bit(later)
                return days

            self._note(one, other, _between(Kind.SAME_PEOPLE, bodies[0].id, bodies[1].id), same_day)
            if reach:
                self._note(one, other, _between(Kind.TRAVEL, bodies[0].id, bodies[1].id), on_the_road)
        for lower, upper in ((one, other), (other, one)):
            tier = self.bodies[lower].tier
            leads = self._leads(self.slots[lower]) and self._leads(self.slots[upper])
            if leads and GAP_ABOVE.get(tier) is self.bodies[upper].tier:
                self._note(lower, upper, Rule(Kind.GAP, (tier,)), functools.partial(self._too_early, tier))

    def _too_early(self, tier: Tier, day: dt.date) -> Days:
        """The days on which the tier above may not meet yet after a tier's meeting on a day."""
        days = earliest_after(day, gap_above(self.year, tier)).toordinal() - self.origin
        return (1 << days) - 1

    def _note(self, one: int, other: int, rule: Rule, taken: Callable[[dt.date], Days]) -> None:
        there = {bit: taken(self.day(bit)) for bit in self.costs[one]}
        back: dict[Days, Days] = dict.fromkeys(self.costs[other], 0)
        open_days = sum(back)
        for bit, days in there.items():
            left = days & open_days
            while left:
                lowest = left & -left
                back[lowest] |= bit
                left ^= lowest
        self.pairs += [(one, other, frozenset({rule}), there), (other, one, frozenset({rule}), back)]


def _meet(bodies: tuple[Body, Body], both: list[tuple[int, int]], day: dt.date, later: dt.date) -> bool:
    """Whether somebody has a seat in the first group on a day and in the second on another."""
    one, other = bodies
    return any(one.holders[mine].on(day) and other.holders[theirs].on(later) for mine, theirs in both)


def _between(kind: Kind, one: int, other: int) -> Rule:
    """A rule about two groups; the crowd of a day is about all."""
    if kind is Kind.CROWDED:
        return Rule(kind)
    return Rule(Kind.TRAVEL if kind is Kind.TRAVEL else Kind.SAME_PEOPLE, (min(one, other), max(one, other)))


def stands(entry: Entry) -> Rule:
    """The rule that a meeting stays where it is."""
    key = entry.key
    return Rule(Kind.FIXED, (key,) if isinstance(key, int) else (key.group_id, key.quarter.number, key.number))
