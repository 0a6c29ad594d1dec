"""Undo over the whole session: steps of every item, taken back by merging, so that nobody else's words go with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from referral_desk.merging import merge_order
from referral_desk.queries.entries import Said, meet
from referral_desk.vocabulary import EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 5000


@dataclass(frozen=True)
class Step:
    """What was done to one item at once: the entries that changed, before and after, and the order of all."""

    item_id: int
    before: Mapping[int, Said]
    after: Mapping[int, Said]
    order_before: tuple[int, ...]
    order_after: tuple[int, ...]
    place: tuple[int, int]
    """Where the cursor stood before: entry and sign."""


@dataclass
class Steps:
    """What was done, and what was taken back and can be done again."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def note(self, item_id: int, before: Mapping[int, Said], after: Mapping[int, Said], place: tuple[int, int]) -> None:
        """Remember a change, if it is one."""
        changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        if _telling(before) == _telling(after):
            return
        self.undone.clear()
        self.done.append(
            Step(
                item_id,
                {key: before[key] for key in changed if key in before},
                {key: after[key] for key in changed if key in after},
                tuple(before),
                tuple(after),
                place,
            )
        )
        del self.done[:-MOST]

    def undo(self) -> Step | None:
        """The last step, to be taken back."""
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return self.undone[-1]

    def redo(self) -> Step | None:
        """The step that was taken back last, to be done again."""
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]


def _telling(state: Mapping[int, Said]) -> list[tuple[int, Said]]:
    """A state without lines that say nothing and are nothing: an empty line is no step."""
    return [(key, said) for key, said in state.items() if not said.is_blank or said.kind is not EntryKind.NOTE]


def taken_back(step: Step, now: Mapping[int, Said]) -> dict[int, Said]:
    """How the item stands once a step is taken back; what others wrote meanwhile stays."""
    return _turned((step.after, step.order_after), (step.before, step.order_before), now)


def done_again(step: Step, now: Mapping[int, Said]) -> dict[int, Said]:
    """How the item stands once a step that was taken back is done again."""
    return _turned((step.before, step.order_before), (step.after, step.order_after), now)


def _turned(
    left: tuple[Mapping[int, Said], tuple[int, ...]],
    reached: tuple[Mapping[int, Said], tuple[int, ...]],
    now: Mapping[int, Said],
) -> dict[int, Said]:
    """Go from one side of a step to the other: each is the entries that changed, and the order of all."""
    (leave, known), (reach, order) = left, reached
    found = dict(now)
    for key in {**leave, **reach}:
        mine, wanted, stood = now.get(key), reach.get(key), leave.get(key)
        if mine == stood:
            if wanted is None:
                found.pop(key, None)
            else:
                found[key] = wanted
        elif mine is not None and wanted is not None and stood is not None:
            found[key] = meet(stood, wanted, mine) or mine
        elif mine is None and wanted is not None and (stood is None or stood.is_blank):
            found[key] = wanted
    # What stands only here comes from an undone removal: it has no place of its own in the order of now.
    there = [key for key in found if key in now]
    return {key: found[key] for key in merge_order(known, [key for key in order if key in found], there)}
