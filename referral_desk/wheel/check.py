"""Look at a plan and tell everything that speaks against it, each with its reason.

A `Checker` is made once for a plan; `against` then takes well under a millisecond, so that it can be asked for every
day of a quarter while somebody drags.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from referral_desk.clock import SATURDAY, Quarter, add_working_days, is_working_day, working_days
from referral_desk.texts import N_
from referral_desk.vocabulary import Tier
from referral_desk.wheel.leanings import leanings
from referral_desk.wheel.reasons import Conflict, Key, Kind, Told
from referral_desk.wheel.year import Body, Pick, Slot, Year

GAP_ABOVE = {Tier.REGIONAL: Tier.NATIONAL, Tier.NATIONAL: Tier.INTERMINISTERIAL}
SAID_OF_PLANS = frozenset({Kind.SQUEEZED, Kind.NOTICE})
"""Leanings that are worth a warning."""


@dataclass(frozen=True)
class Entry:
    """A meeting in a plan: one that stands, perhaps moved, or a proposal."""

    key: Key
    group_id: int
    day: dt.date
    starts: dt.time
    ends: dt.time
    due: Quarter
    counts: bool = True
    is_over: bool = False
    is_known: bool = False
    """Its members know the day."""

    @property
    def is_proposal(self) -> bool:
        """Whether it is only proposed."""
        return isinstance(self.key, Slot)

    @classmethod
    def of(cls, pick: Pick) -> Entry:
        """A proposal as an entry."""
        return cls(pick.slot, pick.slot.group_id, pick.day, pick.starts, pick.ends, pick.slot.quarter)


@dataclass(frozen=True)
class Move:
    """A day and a time to which a standing meeting is dragged."""

    day: dt.date
    starts: dt.time
    ends: dt.time


def entries(year: Year, picks: Iterable[Pick] = (), moved: Mapping[int, Move] | None = None) -> tuple[Entry, ...]:
    """All meetings of a plan: those that stand, where they are dragged to, and proposals."""
    found = [
        Entry(
            each.id, each.group_id, each.day, each.starts, each.ends, each.due, each.counts, each.is_over, each.was_told
        )
        for each in year.meetings
    ]
    if moved:
        found = [
            replace(entry, day=to.day, starts=to.starts, ends=to.ends, is_known=False)
            if isinstance(entry.key, int) and (to := moved.get(entry.key))
            else entry
            for entry in found
        ]
    return (*found, *(Entry.of(pick) for pick in picks))


def check(year: Year, picks: Iterable[Pick] = (), moved: Mapping[int, Move] | None = None) -> tuple[Conflict, ...]:
    """Everything that speaks against a plan; what lies between two meetings is told once, of the later one's group."""
    return Checker(year, entries(year, picks, moved)).all()


class Checker:
    """Knows a plan, and tells what speaks against one meeting of it on any day."""

    def __init__(self, year: Year, plan: Sequence[Entry]) -> None:
        self.year, self.plan = year, tuple(plan)
        self._on: dict[dt.date, list[Entry]] = defaultdict(list)
        self._due: dict[tuple[int, Quarter], list[Entry]] = defaultdict(list)
        for entry in self.plan:
            self._on[entry.day].append(entry)
            if entry.counts:
                self._due[entry.group_id, entry.due].append(entry)
        self._tier = {body.id: body.tier for body in year.bodies}
        self._both: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def all(self) -> tuple[Conflict, ...]:
        """Everything that is said of meetings in the year or due in it, in order of days."""
        found, seen = [], set()
        of_year = [entry for entry in self.plan if self.year.year in (entry.day.year, entry.due.year)]
        for entry in sorted(of_year, key=lambda entry: (entry.day, entry.starts, entry.group_id)):
            for conflict in self.against(entry):
                pair = (conflict.kind, frozenset({conflict.key, conflict.against}))
                if conflict.against is None or pair not in seen:
                    seen.add(pair)
                    found.append(conflict)
        return tuple(found)

    def against(
        self, entry: Entry, day: dt.date | None = None, starts: dt.time | None = None, ends: dt.time | None = None
    ) -> tuple[Conflict, ...]:
        """What speaks against a meeting of the plan where it is, or on another day or time; what stops comes first."""
        body = self.year.body.get(entry.group_id)
        if body is None or entry.is_over:
            return ()
        tried = replace(entry, day=day or entry.day, starts=starts or entry.starts, ends=ends or entry.ends)
        if tried.day != entry.day:
            tried = replace(tried, is_known=False)
        found = [Conflict(entry.key, told) for told in self._alone(tried, body)]
        found += self.beside(tried, body)
        return tuple(sorted(found, key=lambda conflict: not conflict.stops))

    def beside(self, entry: Entry, body: Body) -> list[Conflict]:
        """What speaks against a meeting only because of others."""
        return self._with_others(entry, body) + self._in_chain(entry, body)

    def _alone(self, entry: Entry, body: Body) -> list[Told]:
        """What speaks against a day whatever else there is."""
        day, found = entry.day, closed_told(self.year, entry.day)
        if day < self.year.today or (entry.is_proposal and day == self.year.today):
            found.append(Told(Kind.PAST, N_("{day} is over."), {"day": day}))
        if not body.stands_on(day):
            found.append(Told(Kind.NOT_STANDING, N_("{group} does not stand on {day}."), _of(body, day)))
        if day.weekday() in body.wish.never:
            found.append(never_told(body))
        if entry.counts and day not in entry.due:
            template = N_("It counts for quarter {quarter}, but {day} lies outside it.")
            found.append(Told(Kind.WINDOW, template, {"quarter": entry.due.number, "day": day}))
        siblings = [other.day for other in self._due[body.id, entry.due] if other.key != entry.key]
        if entry.counts and siblings and (body.rhythm or 0) <= len(siblings) * 4:
            template = N_("{group} has an ordinary meeting in that quarter already, on {day}.")
            found.append(Told(Kind.SECOND, template, {"group": body.name, "day": siblings[0]}))
        if not found:
            said = {Kind.SQUEEZED} if entry.is_known else SAID_OF_PLANS
            found += [each.told for each in leanings(self.year, body, day) if each.told.kind in said]
        return found

    def _with_others(self, entry: Entry, body: Body) -> list[Conflict]:
        """What speaks against it because of other meetings near that day."""
        found = []
        reach = self.year.rules.travel_days
        for away in range(-reach, reach + 1):
            for other in self._on.get(entry.day + dt.timedelta(days=away), ()):
                if other.key == entry.key or other.group_id not in self.year.body:
                    continue
                told = self._clash(entry, body, other, away)
                if told is not None:
                    found.append(Conflict(entry.key, told, other.key))
        return found

    def _clash(self, entry: Entry, body: Body, other: Entry, away: int) -> Told | None:
        theirs = self.year.body[other.group_id]
        if away and not (body.wish.travels or theirs.wish.travels):
            return None
        people = self.people(body, entry.day, theirs, other.day)
        told: dict[str, object] = {"group": theirs.name, "people": people, "day": other.day}
        if people:
            return self._booked_twice(told, away, is_at_once=entry.starts < other.ends and other.starts < entry.ends)
        if away:
            return None
        if body.id == theirs.id:
            return Told(Kind.CROWDED, N_("{group} meets that day already."), told)
        if self.year.rules.one_a_day:
            return Told(Kind.CROWDED, N_("{group} meets that day too, and one group a day is the rule."), told)
        return None

    def _booked_twice(self, told: dict[str, object], away: int, *, is_at_once: bool) -> Told | None:
        if away:
            return Told(Kind.TRAVEL, N_("{people} travels for {group}, which meets on {day}."), told)
        if is_at_once:
            return Told(Kind.DOUBLE_BOOKED, N_("{group} meets at the same time, with a seat for {people}."), told)
        if self.year.rules.whole_days or self.year.rules.one_a_day:
            return Told(Kind.SAME_PEOPLE, N_("{group} meets that day too, with a seat for {people}."), told)
        return None

    def people(self, one: Body, day: dt.date, other: Body, other_day: dt.date) -> tuple[str, ...]:
        """The names of those who have a seat in both groups, each on its day."""
        if one.id == other.id:
            return ()
        pair = (one.id, other.id)
        if pair not in self._both:
            self._both[pair] = shared(one, other)
        found = {
            one.holders[mine].name
            for mine, theirs in self._both[pair]
            if one.holders[mine].on(day) and other.holders[theirs].on(other_day)
        }
        return tuple(sorted(found))

    def _in_chain(self, entry: Entry, body: Body) -> list[Conflict]:
        """What is wrong with the order regional, national, inter-ministerial and the time between."""
        if not entry.counts or not self._leads(entry, body.tier):
            return []
        found = []
        for other_body in self.year.bodies:
            is_above = GAP_ABOVE.get(body.tier) is other_body.tier
            if not is_above and GAP_ABOVE.get(other_body.tier) is not body.tier:
                continue
            for other in self._due[other_body.id, entry.due]:
                if not self._leads(other, other_body.tier):
                    continue
                lower, upper = (entry, other) if is_above else (other, entry)
                told = self._gap(lower, upper, body.tier if is_above else other_body.tier)
                if told is not None:
                    found.append(Conflict(entry.key, told, other.key))
        return found

    def _leads(self, entry: Entry, tier: Tier) -> bool:
        """Whether it is the meeting that hands on to the next tier: the first of a region's, the last of others'."""
        days = [(other.day, str(other.key)) for other in self._due[entry.group_id, entry.due] if other.key != entry.key]
        mine = (entry.day, str(entry.key))
        return all(mine < other for other in days) if tier is Tier.REGIONAL else all(mine > other for other in days)

    def _gap(self, lower: Entry, upper: Entry, tier: Tier) -> Told | None:
        gap = gap_above(self.year, tier)
        # A meeting that was held waits for nobody any more.
        if upper.is_over or earliest_after(lower.day, gap) <= upper.day:
            return None
        names = {"lower": self.year.body[lower.group_id].name, "upper": self.year.body[upper.group_id].name}
        if upper.day <= lower.day:
            template = N_("{upper} meets before {lower} ({day}): its matters would wait for the next quarter.")
            return Told(Kind.GAP, template, {**names, "day": lower.day})
        template = N_("{upper} meets {count} working days after {lower} ({day}); {gap} are wanted in between.")
        count = working_days(lower.day, upper.day)
        return Told(Kind.GAP, template, {**names, "day": lower.day, "count": count, "gap": gap})


def closed_told(year: Year, day: dt.date) -> list[Told]:
    """Why offices are closed on a day."""
    if name := year.holidays.get(day):
        return [Told(Kind.HOLIDAY, N_("{day} is {name}."), {"day": day, "name": name})]
    if day.weekday() >= SATURDAY:
        return [Told(Kind.WEEKEND, N_("{day} is in a weekend."), {"day": day})]
    if closing := year.closed_by(day):
        return [Told(Kind.CLOSED, N_("{day} is in {name}."), {"day": day, "name": closing.name})]
    if not is_working_day(day):
        return [Told(Kind.HOLIDAY, N_("Offices are closed on {day}."), {"day": day})]
    return []


def never_told(body: Body) -> Told:
    """That a group cannot meet on some weekdays."""
    return Told(Kind.NEVER, N_("{group} never meets on {weekdays}."), {"group": body.name, "weekdays": body.wish.never})


def shared(one: Body, other: Body) -> list[tuple[int, int]]:
    """Who has a seat in two groups at any time: places among the holders of each."""
    theirs: dict[int, list[int]] = defaultdict(list)
    for place, holder in enumerate(other.holders):
        theirs[holder.person_id].append(place)
    return [(mine, place) for mine, holder in enumerate(one.holders) for place in theirs.get(holder.person_id, ())]


def gap_above(year: Year, tier: Tier) -> int:
    """Working days wanted between a tier's meeting and that of the tier above."""
    rules = year.rules
    return rules.regional_to_national if tier is Tier.REGIONAL else rules.national_to_interministerial


@cache
def earliest_after(day: dt.date, gap: int) -> dt.date:
    """The first day on which the tier above may meet, so many working days after a meeting."""
    return add_working_days(day, gap)


def _of(body: Body, day: dt.date) -> dict[str, object]:
    return {"group": body.name, "day": day}
