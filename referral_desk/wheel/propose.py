"""Propose the meetings of a year: the best days by the groups' wishes that keep every rule, quarter by quarter.

Each quarter is solved completely, beside the meetings that stand and the proposals for the quarters before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from referral_desk.clock import is_working_day
from referral_desk.wheel.check import Checker, Entry, entries
from referral_desk.wheel.clash import Clash, explain, without_day
from referral_desk.wheel.leanings import cost_of, leanings
from referral_desk.wheel.puzzle import Puzzle
from referral_desk.wheel.reasons import Conflict, Leaning
from referral_desk.wheel.year import Pick, Slot, Year

DEARER = 3
"""So many better days are told of, with what speaks against them."""


@dataclass(frozen=True)
class Proposal:
    """What is proposed for a year, by quarter and in the order of the chain, and what finds no day."""

    picks: tuple[Pick, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class Better:
    """A day that its group would like better, and what speaks against it."""

    day: dt.date
    against: tuple[Conflict, ...]


@dataclass(frozen=True)
class Why:
    """Why a proposal lies where it lies."""

    leanings: tuple[Leaning, ...]
    better: tuple[Better, ...]


def propose(year: Year, pinned: Sequence[Pick] = ()) -> Proposal:
    """Give every ordinary meeting that a year still needs its day; picks that are pinned stay where they are.

    Where rules clash the fewest meetings are left without a day, each with the rules that leave it none.
    """
    picks: list[Pick] = []
    clashes: list[Clash] = []
    held = {pick.slot for pick in pinned}
    for quarter in year.quarters:
        slots = [slot for slot in year.slots(quarter) if slot not in held]
        plan = entries(year, (*pinned, *picks))
        if not slots:
            continue
        puzzle = Puzzle(year, tuple(slots), plan)
        places = list(range(len(slots)))
        found = puzzle.best()
        if found is None:
            given_up = without_day(year, puzzle)
            places = [place for place in places if place not in given_up]
            clashes += [explain(year, puzzle, place, places) for place in given_up]
            found = puzzle.best(only=places)
        if found is not None:
            days = [puzzle.day(bit) for bit in found.days]
            picks += [_pick(year, slots[place], day) for place, day in zip(places, days, strict=True)]
    return Proposal(tuple(picks), tuple(clashes))


def price(year: Year, picks: Sequence[Pick], pinned: Sequence[Pick] = ()) -> int:
    """What picks cost together, by the groups' wishes; 0 is a plan in which every wish is met."""
    return sum(
        cost_of(year, year.body[pick.slot.group_id], pick.day, _own(year, pick, picks, pinned)) for pick in picks
    )


def why(year: Year, pick: Pick, plan: Sequence[Entry]) -> Why:
    """Tell why a pick lies where it lies: its wishes, and the days that would suit better with what is against them.

    `plan` is everything, the pick with it.
    """
    body = year.body[pick.slot.group_id]
    checker = Checker(year, plan)
    own = [entry.day for entry in plan if entry.group_id == body.id and entry.counts and entry.key != pick.slot]
    first, last = year.window(pick.slot)
    cost = cost_of(year, body, pick.day, own)
    days = (first + dt.timedelta(days=number) for number in range((last - first).days + 1))
    working = [day for day in days if day > year.today and is_working_day(day)]
    cheaper = sorted((cost_of(year, body, day, own), day) for day in working)
    entry = Entry.of(pick)
    better: list[Better] = []
    for price_of_day, day in cheaper:
        if price_of_day >= cost or len(better) == DEARER:
            break
        if against := checker.against(entry, day):
            better.append(Better(day, against))
    return Why(leanings(year, body, pick.day, own), tuple(better))


def _pick(year: Year, slot: Slot, day: dt.date) -> Pick:
    wish = year.body[slot.group_id].wish
    return Pick(slot, day, wish.starts, wish.ends)


def _own(year: Year, pick: Pick, picks: Sequence[Pick], pinned: Sequence[Pick]) -> list[dt.date]:
    """The days of the group's other ordinary meetings that were known when the pick was made."""
    group = pick.slot.group_id
    standing = [meeting.day for meeting in year.meetings if meeting.group_id == group and meeting.counts]
    before = [other for other in picks if other.slot.quarter < pick.slot.quarter]
    return standing + [other.day for other in (*pinned, *before) if other.slot.group_id == group]
