"""Why a quarter cannot be planned: the fewest rules that together leave no choice, as sentences."""

from __future__ import annotations

import datetime as dt
import itertools
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
    Kind.TRAVEL,
    Kind.HOLIDAY,
    Kind.CLOSED,
    Kind.GAP,
    Kind.FIXED,
    Kind.NEVER,
    Kind.NOT_STANDING,
    Kind.PAST,
)


# Who is left without a day where as few could be: the chain can do without its top, and one region, before its middle.
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


def without_day(year: Year, puzzle: Puzzle) -> tuple[int, ...]:
    """The fewest places of a puzzle that must stay without a day so that all the others find one; () where none must.

    Every part that has no answer must give up one; the fewest that do so for all parts found are tried, until the
    others have an answer.
    """
    places = list(range(len(puzzle.slots)))
    parts: list[list[int]] = []
    given_up: tuple[int, ...] = ()
    while puzzle.best(puzzle.rules, kept := [place for place in places if place not in given_up]) is None:
        parts.append(_part(puzzle, kept))
        given_up = min(_hitting(parts), key=lambda some: (len(some), _missed(year, puzzle, some)))
    return given_up


def explain(year: Year, puzzle: Puzzle, place: int, planned: Sequence[int]) -> Clash:
    """Name the fewest rules for which a place finds no day beside the planned ones, which find theirs without it."""
    places = _part(puzzle, sorted([*planned, place]))
    order = sorted(puzzle.rules, key=lambda rule: (LIFTED.index(rule.kind), str(rule.about)))
    rules = _fewest(order, lambda some: puzzle.best(frozenset(some), places) is None)
    among = tuple(puzzle.slots[other] for other in places)
    return Clash(puzzle.slots[place], among, tuple(_in_words(year, puzzle.plan, rules)))


def _part(puzzle: Puzzle, places: list[int]) -> list[int]:
    """Some of the places that have no answer together, and would if any one of them were left out."""
    return _fewest(places, lambda some: puzzle.best(puzzle.rules, some) is None)


def _hitting(parts: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """The smallest sets of places that take one or more from every part."""
    concerned = sorted({place for part in parts for place in part})
    for size in range(1, len(concerned) + 1):
        found = [
            some
            for some in itertools.combinations(concerned, size)
            if all(any(place in some for place in part) for part in parts)
        ]
        if found:
            yield from found
            return


def _missed(year: Year, puzzle: Puzzle, places: Sequence[int]) -> tuple[list[int], list[int]]:
    """How much the chain misses places, to compare sets of one size; of equals the last ones are given up."""
    tiers = [GIVEN_UP.index(year.body[puzzle.slots[place].group_id].tier) for place in places]
    return sorted(tiers, reverse=True), [-place for place in reversed(places)]


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
        case Kind.TRAVEL:
            template = N_("Somebody travels between {one} and {other}, and days are kept free for travel.")
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
