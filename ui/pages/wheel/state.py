"""What the wheel knows between two answers of the desk: proposals, what was dragged, and what speaks against it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from referral_desk.wheel.answers import Answer, earliest_answer
from referral_desk.wheel.check import Checker, Entry, Move, entries
from referral_desk.wheel.leanings import leanings
from referral_desk.wheel.propose import Proposal, Why, propose, why
from referral_desk.wheel.reasons import Conflict, Kind, Leaning
from referral_desk.wheel.year import Pick, Slot

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from referral_desk.queries.wheel_rows import EmptyRow, MarkRow, WheelRow
    from referral_desk.wheel.clash import Clash
    from referral_desk.wheel.year import Year
    from ui.jobs import Progress

NOTHING = Proposal((), ())
HARMLESS = frozenset({Kind.NOTICE, Kind.SQUEEZED, Kind.WINDOW})
"""What makes a day poor, not bad."""


@dataclass(frozen=True)
class EmptyKey:
    """The chip of a quarter that ended without a meeting."""

    group_id: int
    quarter: int


def propose_beside(_progress: Progress, plan: Year, pinned: tuple[Pick, ...]) -> Proposal:
    """Propose on a thread of its own."""
    return propose(plan, pinned)


class PlanState:
    """The plan as it stands on the page. It holds plain values and may be kept while the page is built anew."""

    def __init__(self) -> None:
        self.row: WheelRow | None = None
        self.proposal = NOTHING
        self.pinned: dict[Slot, Pick] = {}
        self.moves: dict[int, Move] = {}
        self.checker: Checker | None = None
        self.conflicts: tuple[Conflict, ...] = ()
        self._of: dict[Hashable, list[Conflict]] = {}
        self._entries: dict[Hashable, Entry] = {}

    def keep(self) -> dict[str, Any]:
        """What must survive building the page anew."""
        return {"pinned": dict(self.pinned), "moves": dict(self.moves)}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self.pinned, self.moves = dict(kept["pinned"]), dict(kept["moves"])

    @property
    def is_begun(self) -> bool:
        """Whether something was set by hand that the desk does not know yet."""
        return bool(self.pinned or self.moves)

    def take(self, row: WheelRow) -> None:
        """Take what the desk tells; what was dragged stays as far as it still means something."""
        self.row = row
        wanted = {slot for quarter in row.plan.quarters for slot in row.plan.slots(quarter)}
        self.pinned = {slot: pick for slot, pick in self.pinned.items() if slot in wanted}
        days = {mark.id: mark for mark in row.marks if not mark.is_closed_to_change}
        self.moves = {
            key: move
            for key, move in self.moves.items()
            if key in days and (move.day, move.starts) != (days[key].day, days[key].starts)
        }
        self.proposal = Proposal(
            tuple(pick for pick in self.proposal.picks if pick.slot in wanted),
            tuple(clash for clash in self.proposal.clashes if clash.slot in wanted),
        )
        self.look_again()

    def to_propose(self) -> tuple[Year, tuple[Pick, ...]]:
        """What a proposal is made from: meetings where they are dragged to, and what is pinned."""
        assert self.row is not None
        plan = self.row.plan
        if self.moves:
            moved = tuple(
                replace(each, day=to.day, starts=to.starts, ends=to.ends) if (to := self.moves.get(each.id)) else each
                for each in plan.meetings
            )
            plan = replace(plan, meetings=moved)
        return plan, tuple(self.pinned.values())

    def take_proposal(self, proposal: Proposal) -> None:
        """Take a proposal that was made beside what is pinned."""
        self.proposal = proposal
        self.look_again()

    @property
    def picks(self) -> tuple[Pick, ...]:
        """Everything that is proposed, with what was set by hand."""
        own = tuple(pick for pick in self.proposal.picks if pick.slot not in self.pinned)
        return (*self.pinned.values(), *own)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What finds no day."""
        return tuple(clash for clash in self.proposal.clashes if clash.slot not in self.pinned)

    def look_again(self) -> None:
        """Check the whole plan."""
        if self.row is None:
            return
        plan = entries(self.row.plan, self.picks, self.moves)
        self.checker = Checker(self.row.plan, plan)
        self.conflicts = self.checker.all()
        self._entries = {entry.key: entry for entry in plan}
        self._of = {}
        for conflict in self.conflicts:
            for key in {conflict.key, conflict.against} - {None}:
                self._of.setdefault(key, []).append(conflict)

    def entry(self, key: Hashable) -> Entry | None:
        """A meeting or proposal of the plan."""
        return self._entries.get(key)

    def mark(self, key: Hashable) -> MarkRow | None:
        """What the desk tells of a meeting."""
        return next((mark for mark in self.row.marks if mark.id == key), None) if self.row else None

    def pick(self, key: Hashable) -> Pick | None:
        """A proposal."""
        return next((pick for pick in self.picks if pick.slot == key), None)

    def clash(self, key: Hashable) -> Clash | None:
        """Why a slot finds no day."""
        return next((clash for clash in self.clashes if clash.slot == key), None)

    def empty(self, key: Hashable) -> EmptyRow | None:
        """A quarter that ended without a meeting."""
        if self.row is None or not isinstance(key, EmptyKey):
            return None
        same = (one for one in self.row.empty if (one.group_id, one.quarter) == (key.group_id, key.quarter))
        return next(same, None)

    def against(self, key: Hashable) -> list[Conflict]:
        """What speaks against a chip, also where another one is told of it."""
        return self._of.get(key, [])

    def own_conflicts(self, key: Hashable) -> tuple[Conflict, ...]:
        """What speaks against a chip, seen from it."""
        entry = self._entries.get(key)
        return self.checker.against(entry) if entry is not None and self.checker is not None else ()

    def place(self, key: Hashable, day: dt.date, starts: dt.time | None = None, ends: dt.time | None = None) -> None:
        """Set a chip on a day: a proposal is pinned there, a meeting waits to be moved there."""
        if isinstance(key, Slot):
            assert self.row is not None
            wish = self.row.plan.body[key.group_id].wish
            held = self.pick(key)
            times = (held.starts, held.ends) if held else (wish.starts, wish.ends)
            self.pinned[key] = Pick(key, day, starts or times[0], ends or times[1])
        elif isinstance(key, int) and (mark := self.mark(key)) is not None:
            self.moves[key] = Move(day, starts or mark.starts, ends or mark.ends)
            if self.moves[key] == Move(mark.day, mark.starts, mark.ends):
                del self.moves[key]
        self.look_again()

    def looked_at(self, key: Hashable, day: dt.date) -> tuple[tuple[Conflict, ...], tuple[Leaning, ...]]:
        """What would be said of a chip on a day; fast enough to be asked while it is dragged."""
        if self.row is None or self.checker is None:
            return (), ()
        entry = self._entries.get(key)
        if entry is None and isinstance(key, Slot):
            wish = self.row.plan.body[key.group_id].wish
            entry = Entry(key, key.group_id, day, wish.starts, wish.ends, key.quarter)
        if entry is None:
            return (), ()
        own = [
            other.day
            for other in self.checker.plan
            if other.group_id == entry.group_id and other.counts and other.key != key
        ]
        body = self.row.plan.body[entry.group_id]
        told = leanings(self.row.plan, body, day, own) if entry.counts else ()
        return self.checker.against(entry, day), told

    def heat(self, key: Hashable) -> dict[dt.date, str]:
        """How good each working day near a chip's quarter is for it: "bad", "poor" or "good"."""
        entry = self._entries.get(key)
        slot_quarter = entry.due if entry is not None else key.quarter if isinstance(key, Slot) else None
        if self.row is None or slot_quarter is None:
            return {}
        found = {}
        day = slot_quarter.previous().first
        while day <= slot_quarter.next().last:
            if day.weekday() < 5 and day.year == self.row.year:  # noqa: PLR2004 - working days
                conflicts, _told = self.looked_at(key, day)
                kinds = {conflict.kind for conflict in conflicts}
                found[day] = "good" if not kinds else "poor" if kinds <= HARMLESS else "bad"
            day += dt.timedelta(days=1)
        return found

    def why(self, key: Hashable) -> Why | None:
        """Why a proposal lies where it lies."""
        pick = self.pick(key)
        if pick is None or self.row is None or self.checker is None:
            return None
        return why(self.row.plan, pick, self.checker.plan)

    def answer(self, key: Hashable) -> Answer | None:
        """When a matter that goes up from a regional meeting can be heard of again."""
        entry = self._entries.get(key)
        if entry is None or self.row is None or self.checker is None:
            return None
        return earliest_answer(self.row.plan, self.checker.plan, entry)


def _room(conflict: Conflict) -> int:
    """How many days there are; none where the order itself is wrong."""
    count = conflict.told.values.get("count")
    return count if isinstance(count, int) else -1


def merged(conflicts: Sequence[Conflict]) -> list[tuple[Conflict, int]]:
    """Conflicts of one kind in one: the worst, and how many more are like it."""
    by_kind: dict[Kind, list[Conflict]] = {}
    for conflict in conflicts:
        by_kind.setdefault(conflict.kind, []).append(conflict)
    found = []
    for alike in by_kind.values():
        worst = min(alike, key=_room)
        found.append((worst, len(alike) - 1))
    return found
