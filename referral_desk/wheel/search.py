"""A complete search for the cheapest days: every slot gets one day of its own range, no pair of slots breaks a rule.

Days of a quarter are bits of a whole number, so that "what is left for this slot" and "what that day takes from
another slot" are one operation each. The search branches on one slot at a time and bounds by the cheapest day that
every other slot has left. Two things keep it short without losing an answer:

- Exchange: if the slots still open can take at most b days from a slot together, one of its b + 1 cheapest days is
  always free, so no dearer one is ever needed.
- Parts that have no rule between them are solved apart, and each part once.
- Slots of which no two may share a day need as many different days: they cost at least the cheapest of those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Days = int
"""A set of days, one bit each."""
Pair = tuple[int, int]
NEVER = 1 << 60


@dataclass(frozen=True)
class Found:
    """An answer: what it costs and the day (one bit) of each slot asked for, in their order."""

    cost: int
    days: tuple[Days, ...]


@dataclass
class Search:
    """`costs[slot]` are the days open to a slot with what each costs; `taken[a, b][day]` is what a's day takes from b.

    `taken` names both orders of a pair. `first` are slots to branch on before the others.
    """

    costs: Sequence[Mapping[Days, int]]
    taken: Mapping[Pair, Mapping[Days, Days]] = field(default_factory=dict)
    first: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Sort every slot's days, the cheapest and then the earliest first."""
        self._order = [sorted((cost, day) for day, cost in days.items()) for days in self.costs]
        self._most = {
            pair: max((days.bit_count() for days in table.values()), default=0) for pair, table in self.taken.items()
        }
        self._known: dict[tuple[tuple[int, ...], tuple[Days, ...]], Found | int] = {}
        self._rivals: dict[tuple[int, ...], bool] = {}

    def best(self) -> Found | None:
        """The cheapest days, or None where no choice keeps every rule."""
        slots = tuple(range(len(self.costs)))
        return self._solve(slots, tuple(sum(days) for days in self.costs), NEVER)

    def _solve(self, slots: tuple[int, ...], left: tuple[Days, ...], limit: int) -> Found | None:
        """The cheapest days for some slots out of what is left to each, if they cost less than the limit."""
        known = self._known.get((slots, left))
        if isinstance(known, Found):
            return known if known.cost < limit else None
        if known is not None and known >= limit:
            return None
        found = self._look(slots, left, limit)
        # What was not found below a limit costs at least that.
        self._known[slots, left] = limit if found is None else found
        return found

    def _look(self, slots: tuple[int, ...], left: tuple[Days, ...], limit: int) -> Found | None:
        cheapest = []
        for slot, days in zip(slots, left, strict=True):
            step = next((step for step in self._order[slot] if step[1] & days), None)
            if step is None:
                return None
            cheapest.append(step)
        least = sum(cost for cost, _day in cheapest)
        if least >= limit:
            return None
        if self._agree(slots, cheapest):
            return Found(least, tuple(day for _cost, day in cheapest))
        if self._are_rivals(slots):
            if self._different_days(slots, left) >= limit:
                return None
        elif len(parts := self._parts(slots, left)) > 1:
            return self._apart(parts, slots, left, [cost for cost, _day in cheapest], limit)
        return self._branch(slots, left, least, limit)

    def _agree(self, slots: tuple[int, ...], chosen: list[tuple[int, Days]]) -> bool:
        for place, slot in enumerate(slots):
            for other in range(place + 1, len(slots)):
                table = self.taken.get((slot, slots[other]))
                if table and table.get(chosen[place][1], 0) & chosen[other][1]:
                    return False
        return True

    def _are_rivals(self, slots: tuple[int, ...]) -> bool:
        """Whether no two of them may share a day, whatever the day."""
        known = self._rivals.get(slots)
        if known is None:
            known = self._rivals[slots] = all(
                all(self.taken.get((slot, other), {}).get(day, 0) & day for day in self.costs[slot])
                for slot in slots
                for other in slots
                if slot != other
            )
        return known

    def _different_days(self, slots: tuple[int, ...], left: tuple[Days, ...]) -> int:
        """What as many different days cost at least, each at the price of whoever pays least for it."""
        prices: dict[Days, int] = {}
        for slot, days in zip(slots, left, strict=True):
            count = 0
            for cost, day in self._order[slot]:
                if day & days:
                    prices[day] = min(cost, prices.get(day, cost))
                    count += 1
                    if count == len(slots):
                        break
        return sum(sorted(prices.values())[: len(slots)]) if len(prices) >= len(slots) else NEVER

    def _parts(self, slots: tuple[int, ...], left: tuple[Days, ...]) -> list[list[int]]:
        """Places of the slots that have rules between them, part by part."""
        open_ones, parts = set(range(len(slots))), []
        while open_ones:
            part, edge = [], [min(open_ones)]
            open_ones.discard(edge[0])
            while edge:
                place = edge.pop()
                part.append(place)
                near = [other for other in open_ones if self._touch(slots, left, place, other)]
                open_ones.difference_update(near)
                edge += near
            parts.append(sorted(part))
        return parts

    def _touch(self, slots: tuple[int, ...], left: tuple[Days, ...], place: int, other: int) -> bool:
        table = self.taken.get((slots[place], slots[other]))
        if not table:
            return False
        days, others = left[place], left[other]
        return any(day & days and taken & others for day, taken in table.items())

    def _apart(
        self, parts: list[list[int]], slots: tuple[int, ...], left: tuple[Days, ...], least: list[int], limit: int
    ) -> Found | None:
        total, still = 0, sum(least)
        days: list[Days] = [0] * len(slots)
        for part in parts:
            still -= sum(least[place] for place in part)
            found = self._solve(
                tuple(slots[place] for place in part), tuple(left[place] for place in part), limit - total - still
            )
            if found is None:
                return None
            total += found.cost
            for place, day in zip(part, found.days, strict=True):
                days[place] = day
        return Found(total, tuple(days))

    def _branch(self, slots: tuple[int, ...], left: tuple[Days, ...], least: int, limit: int) -> Found | None:
        place, order = self._choose(slots, left)
        slot = slots[place]
        others = least - order[0][0]
        rest, rest_left = slots[:place] + slots[place + 1 :], left[:place] + left[place + 1 :]
        tables = [self.taken.get((slot, other), {}) for other in rest]
        best: Found | None = None
        for cost, day in order:
            if cost + others >= limit:
                break
            after = tuple(days & ~table.get(day, 0) for days, table in zip(rest_left, tables, strict=True))
            found = self._solve(rest, after, limit - cost)
            if found is not None:
                limit = cost + found.cost
                best = Found(limit, (*found.days[:place], day, *found.days[place:]))
        return best

    def _choose(self, slots: tuple[int, ...], left: tuple[Days, ...]) -> tuple[int, list[tuple[int, Days]]]:
        """The slot to branch on and the days worth trying: a first one, else the one that loses most by waiting."""
        best: tuple[tuple[bool, int, int], int, list[tuple[int, Days]]] | None = None
        for place, slot in enumerate(slots):
            most = sum(self._most.get((other, slot), 0) for other in slots if other != slot)
            order = [step for step in self._order[slot] if step[1] & left[place]][: most + 1]
            regret = order[1][0] - order[0][0] if len(order) > 1 else NEVER
            rank = (slot in self.first, regret, -len(order))
            if best is None or rank > best[0]:
                best = (rank, place, order)
        assert best is not None
        return best[1], best[2]
