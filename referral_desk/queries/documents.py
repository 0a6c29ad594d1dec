"""What lists and letters say: plain frozen values that travel to the worker which typesets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from referral_desk.vocabulary import (
    ActionState,
    AttendanceState,
    AttendeeRole,
    Label,
    MeetingKind,
    Priority,
    Purpose,
)
from referral_desk.vocabulary.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action on a list; `days_late` is 0 unless it is overdue. `item` and `meeting_day`: where it comes from."""

    reference: str
    group: str
    text: str
    owner: str
    contact: str
    due: dt.date | None
    days_late: int
    priority: Priority
    state: ActionState
    item: int | None = None
    meeting_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ActionList:
    """Open actions as of a day, those due first first; `group` or `owner` is whose: both empty, everybody's."""

    language: str
    day: dt.date
    label: Label
    actions: tuple[ActionLine, ...] = ()
    group: str = ""
    owner: str = ""
    is_overdue_only: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    """Somebody on an attendance list; the name is empty where a body names nobody."""

    name: str
    organisation: str
    role: AttendeeRole
    state: AttendanceState
    deputy_for: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Who is asked to a meeting, or came. `is_blank`: with a line to sign on for each, and some for others."""

    language: str
    group: str
    kind: MeetingKind
    title: str
    number: int | None
    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str
    label: Label
    is_blank: bool
    lines: tuple[SheetLine, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationItem:
    """An item as the invitation announces it; its title is empty where it is confidential."""

    number: int
    title: str
    purpose: Purpose
    starts_at: dt.time


@dataclass(frozen=True, slots=True)
class Invitation:
    """The letter that calls a group to a meeting. `words` are the sender's own; dates are the last days for each.

    `phrases` are the group's templates, the same as in its mails: how the letter begins and ends.
    """

    language: str
    group: str
    kind: MeetingKind
    title: str
    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str
    label: Label
    written_on: dt.date
    chair: str = ""
    secretary: str = ""
    signer: str = ""
    signer_title: str = ""
    signer_email: str = ""
    words: str = ""
    moved_from: dt.date | None = None
    move_reason: str = ""
    items_due: dt.date | None = None
    apologies_due: dt.date | None = None
    pack_due: dt.date | None = None
    items: tuple[InvitationItem, ...] = ()
    invited: tuple[SheetLine, ...] = ()
    phrases: Phrases = field(default_factory=Phrases)
