"""What moves between the bodies as plain rows: light, so that the window can show them before the store is loaded."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Final

from referral_desk.vocabulary import EscalationState

MOST_COUNTED: Final = 99
"""Counting stops here, so that it costs the same however many there are."""


class Way(enum.StrEnum):
    """Which way it goes."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class MovingRow:
    """One escalation on its way, by the names that the bodies have on the day asked about."""

    escalation_id: int
    case_id: int
    reference: str
    title: str
    """Empty where it is confidential."""
    way: Way
    state: EscalationState
    origin: str
    """The group that raised it."""
    origin_id: int
    holder: str
    """The body that is to do the next thing."""
    holder_id: int
    other: str
    """On its way up the body that sent it, on its way down the one that answered."""
    since: dt.date
    age_days: int
    """Days in its state until the day asked about."""
    day: dt.date | None
    """When it is dealt with or heard: the meeting's day; None where it stands on no agenda."""
    meeting_id: int | None
    due: dt.date | None
    """By when an answer was asked for; None on the way down."""
    is_late: bool
    merged: int
    """How many others go the same way with it."""


@dataclass(frozen=True)
class Moving:
    """What is on its way, oldest first, and how much of it there is; counting stops at `MOST_COUNTED`."""

    up: tuple[MovingRow, ...] = ()
    down: tuple[MovingRow, ...] = ()
    up_total: int = 0
    down_total: int = 0


STILL: Final = Moving()
"""Nothing is on its way."""
