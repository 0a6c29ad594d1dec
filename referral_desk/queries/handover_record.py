"""What a hand-over sheet says: plain frozen values that travel to the worker which typesets it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from referral_desk.queries.case_documents import LedgerLine, NoteCircular
from referral_desk.queries.documents import ActionLine
from referral_desk.vocabulary import Label, MeetingKind, SeatKind, Sector, Stage, Trouble


@dataclass(frozen=True, slots=True)
class HandoverSeat:
    """A seat that stands: who holds it, until when; a body may hold it without naming anybody.

    `days_left` counts to the end of a term that nobody follows on at once; `following` is who does.
    """

    kind: SeatKind
    name: str
    organisation: str
    sector: Sector | None = None
    represents: str = ""
    email: str = ""
    until: dt.date | None = None
    days_left: int | None = None
    following: str = ""
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class HandoverMeeting:
    """A meeting to come, or one whose minutes are not approved yet."""

    day: dt.date
    starts: dt.time
    ends: dt.time
    kind: MeetingKind
    stage: Stage
    place: str
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class HandoverDeadline:
    """Something that is due for a meeting; `name` as in `Deadlines`."""

    name: str
    due: dt.date
    meeting_day: dt.date
    is_late: bool


@dataclass(frozen=True, slots=True)
class HandoverGroup:
    """All that the next one needs to know of a group."""

    name: str
    parent: str = ""
    seats: tuple[HandoverSeat, ...] = ()
    missing: tuple[Sector, ...] = ()
    """Sectors that its mandate asks for and nobody covers."""
    trouble: Trouble | None = None
    """What is wrong with its voice in the group above."""
    meetings: tuple[HandoverMeeting, ...] = ()
    deadlines: tuple[HandoverDeadline, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    pending: tuple[LedgerLine, ...] = ()
    circulars: tuple[NoteCircular, ...] = ()


@dataclass(frozen=True, slots=True)
class Handover:
    """A hand-over sheet as of a day: of one group, for its next chair, or of all, for the next coordinator."""

    language: str
    day: dt.date
    label: Label
    groups: tuple[HandoverGroup, ...]
    is_of_all: bool = False
