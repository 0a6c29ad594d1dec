"""The moves of a meeting, each with its own reason: its row keeps the first day and the last reason, the log all."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk import clock
from referral_desk.models import LogEntry, Meeting

MADE: Final = ("move_meeting", "drag_meeting")
TAKEN_BACK: Final = ("put_meeting_back", "put_dragged_back")
"""The operations, by the names under which the log keeps them."""


@dataclass(frozen=True)
class Move:
    """One move of a meeting; `who` is empty and `on` is None where the log does not know it."""

    day_from: dt.date
    day_to: dt.date
    reason: str
    who: str = ""
    on: dt.date | None = None


@dataclass
class _Step:
    """A change of day as the log keeps it."""

    who: str
    on: dt.date
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)

    @property
    def begins(self) -> bool:
        """Whether it is the first move with a reason: that one notes the first day."""
        return "moved_from" in self.after


def moves(session: Session, meeting: Meeting) -> tuple[Move, ...]:
    """All moves of a meeting that were not taken back, oldest first; the day on which each was made, in Copenhagen.

    Days that it was given before anybody was told of it are no moves. What the log does not know, because the meeting
    came onto the desk as moved, is told as far as its row does.
    """
    if meeting.moved_from is None:
        return ()
    steps = _steps(session, meeting.id)
    first = next((place for place, step in enumerate(steps) if step.begins), None)
    steps = steps[first or 0 :]
    found: list[Move] = []
    day = meeting.day
    for place, step in reversed(list(enumerate(steps))):
        before = step.before.get("day")
        day_from = dt.date.fromisoformat(before) if before else day
        # The same reason once more is no change, so it stands where it was changed last.
        told = [one.after["move_reason"] for one in steps[: place + 1] if "move_reason" in one.after]
        found.insert(0, Move(day_from, day, told[-1] if told else meeting.move_reason, step.who, step.on))
        day = day_from
    if first is None:
        known = [step.before["move_reason"] for step in steps if "move_reason" in step.before]
        found.insert(0, Move(meeting.moved_from, day, known[0] if known else meeting.move_reason))
    return tuple(found)


def _steps(session: Session, meeting_id: int) -> list[_Step]:
    """What the log tells of a meeting's days, without what was taken back."""
    # As journal.py writes it, with sorted keys: only entries about this one are read.
    mark = f'"id": {meeting_id}, "table": "meetings"'
    rows = session.execute(
        select(LogEntry.at, LogEntry.who, LogEntry.operation, LogEntry.changes)
        .where(LogEntry.operation.in_(MADE + TAKEN_BACK), LogEntry.changes.contains(mark, autoescape=True))
        .order_by(LogEntry.id)
    )
    steps: list[_Step] = []
    for at, who, operation, changes in rows:
        if operation in TAKEN_BACK:
            steps = steps[:-1]
            continue
        step = _Step(who, clock.local_date(at))
        for change in json.loads(changes):
            if change["table"] == Meeting.__tablename__ and change["id"] == meeting_id:
                step.before = change["before"] | step.before
                step.after |= change["after"]
        steps.append(step)
    return steps
