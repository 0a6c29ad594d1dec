"""How much the groups did: figures that can be added, and travel without the store."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Tally:
    """How much of what: each thing is counted once, by the quarter that its meeting counts for, else by its day.

    Actions are those agreed then, with what became of them by the day asked about; `ahead` are items yet to come.
    """

    items: int = 0
    ahead: int = 0
    meetings: int = 0
    decisions: int = 0
    actions: int = 0
    on_time: int = 0
    late: int = 0
    not_possible: int = 0
    not_done: int = 0
    transferred: int = 0
    open: int = 0
    overdue: int = 0
    cases: int = 0
    escalations: int = 0
    circulars: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in _NAMES})

    @property
    def done(self) -> int:
        """Actions that were carried out, in time or late."""
        return self.on_time + self.late

    @property
    def touches(self) -> int:
        """Everything a group did of itself: decisions and actions come from items, and are not counted beside them."""
        return self.items + self.cases + self.escalations + self.circulars


_NAMES = tuple(field.name for field in fields(Tally))
