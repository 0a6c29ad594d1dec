"""Why a quarter cannot be planned: the fewest rules that together leave no choice, as sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from referral_desk.clock import Quarter
from referral_desk.texts import N_, say
from referral_desk.vocabulary import Tier
from referral_desk.wheel.check import Entry, gap_above, never_told
from referral_desk.wheel.puzzle import Puzzle, Rule, stands
from referral_desk.wheel.reasons import Kind, Told
from referral_desk.wheel.year import Slot, Year

Thing = TypeVar("Thing")
# Rules are lifted in this order while the quarter stays impossible: so the last ones, which say most, are named.
LIFTED: Final = (
    Kind.CROWDED,
    Kind.SAME_PEOPLE,
    Kind.HOLIDAY,
    Kind.CLOSED,
    Kind.GAP,
    Kind.FIXED,
    Kind.NEVER,
    Kind.NOT_STANDING,
    Kind.PAST,
)


# Who is left without a day first: the chain can do without its top, and without one region, before its middle.
GIVEN_UP: Final = (Tier.INTERMINISTERIAL, Tier.OTHER, Tier.REGIONAL, Tier.NATIONAL)


@dataclass(frozen=True)
class Clash:
    """A slot without a day, the slots that took part in it, and the rules that clash; lift one and there is a day."""

    slot: Slot
    among: tuple[Slot, ...]
    rules: tuple[Told, ...]

    @property
    def quarter(self) -> Quarter:
        """The quarter."""
        return self.slot.quarter

    def sentence(self, year: Year, language: str) -> str:
        """Which group finds no day, and why."""
        told = {"group": year.body[self.slot.group_id].name, "number": self.quarter.number, "year": self.quarter.year}
        said = say(N_("{group} finds no day in quarter {number} of {year}."), language, **told)
        return " ".join([said, *(rule.sentence(language) for rule in self.rules)])


def explain(year: Year, puzzle: Puzzle) -> Clash:
    """Name the fewest rules that clash in a puzzle without an answer, and the slot that is given up."""
    places = _fewest(list(range(len(puzzle.slots))), lambda some: puzzle.best(puzzle.rules, some) is None)
    order = sorted(puzzle.rules, key=lambda rule: (LIFTED.index(rule.kind), str(rule.about)))
    rules = _fewest(order, lambda some: puzzle.best(frozenset(some), places) is None)
    among = tuple(puzzle.slots[place] for place in places)
    given_up = min(reversed(among), key=lambda slot: GIVEN_UP.index(year.body[slot.group_id].tier))
    return Clash(given_up, among, tuple(_in_words(year, puzzle.plan, rules)))


def _fewest(things: list[Thing], still: Callable[[list[Thing]], bool]) -> list[Thing]:
    """Leave out one thing after the other while it stays so; none of what is left can be left out."""
    kept = things
    for thing in things:
        without = [other for other in kept if other != thing]
        if still(without):
            kept = without
    return kept


def _in_words(year: Year, plan: Sequence[Entry], rules: Sequence[Rule]) -> Iterator[Told]:
    """The rules as sentences; closed days are told in one."""
    holidays = tuple(dt.date.fromordinal(int(rule.about[1])) for rule in rules if rule.kind is Kind.HOLIDAY)
    if holidays:
        yield Told(Kind.HOLIDAY, N_("Offices are closed on {days}."), {"days": holidays})
    for rule in rules:
        if rule.kind is Kind.FIXED:
            entry = next(entry for entry in plan if stands(entry) == rule)
            name = year.body[entry.group_id].name
            yield Told(rule.kind, N_("{group} meets on {day} already."), {"group": name, "day": entry.day})
        elif rule.kind is not Kind.HOLIDAY:
            yield _said(year, rule)


def _said(year: Year, rule: Rule) -> Told:
    names = [year.body[about].name for about in rule.about if isinstance(about, int) and about in year.body]
    values: dict[str, object] = {}
    match rule.kind:
        case Kind.NEVER:
            return never_told(year.body[int(rule.about[0])])
        case Kind.GAP:
            return _gap(year, Tier(str(rule.about[0])))
        case Kind.PAST:
            template, values = N_("Only days after {day} are left."), {"day": year.today}
        case Kind.NOT_STANDING:
            template, values = N_("{group} does not stand all of that time."), {"group": names[0]}
        case Kind.CLOSED:
            closing = next(one for one in year.closings if (one.name, one.first.toordinal()) == rule.about)
            template = N_("{name} lasts from {first} to {last}.")
            values = {"name": closing.name, "first": closing.first, "last": closing.last}
        case Kind.SAME_PEOPLE:
            template = N_("Somebody has a seat both in {one} and in {other}.")
            values = {"one": names[0], "other": names[1]}
        case _:
            template = N_("One group a day is the rule.")
    return Told(rule.kind, template, values)


def _gap(year: Year, lower: Tier) -> Told:
    gap = gap_above(year, lower)
    if lower is Tier.REGIONAL:
        template = N_("The national group meets {gap} working days after the last regional group, or later.")
    else:
        template = N_("The inter-ministerial group meets {gap} working days after the national group, or later.")
    return Told(Kind.GAP, template, {"gap": gap})
