"""What minutes say: plain frozen values that are frozen as JSON and travel to the worker which typesets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from referral_desk.texts import danish_order
from referral_desk.vocabulary import (
    ApprovalWay,
    AttendanceState,
    AttendeeRole,
    CorrectedPart,
    EntryKind,
    ItemOutcome,
    Label,
    MeetingKind,
    MinutesState,
    Purpose,
)

ROLES: Final = (
    AttendeeRole.CHAIR,
    AttendeeRole.MEMBER,
    AttendeeRole.DEPUTY,
    AttendeeRole.OBSERVER,
    AttendeeRole.GUEST,
    AttendeeRole.SECRETARY,
)
"""The order in which those who came are told."""


@dataclass(frozen=True, slots=True)
class MinutesAttendee:
    """Somebody who was asked or came, under the name that the organisation had that day.

    `id` is that of the line on the meeting's sheet; 0 in editions of older programs. `name` is
    empty where a body named nobody; `deputy_for` is whose place was taken, by name or by organisation.
    """

    name: str
    organisation: str
    role: AttendeeRole
    state: AttendanceState
    deputy_for: str = ""
    title: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class MinutesAction:
    """What an entry agreed on beside its words: who does it, whom to ask there, by when."""

    reference: str
    owner: str = ""
    contact: str = ""
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """One entry under an item. `label` is the closest of its own, its item's, its meeting's and its action's."""

    id: int
    kind: EntryKind
    text: str
    label: Label
    action: MinutesAction | None = None


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """A paper that was before the group."""

    number: str
    title: str
    label: Label


@dataclass(frozen=True, slots=True)
class MinutesOut:
    """Somebody who was present, but not for this item; `id` is that of the line on the sheet, 0 in older editions."""

    name: str
    is_conflict: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One item in the Danish order of blocks: resume, recommendation, what was said, decision, actions.

    `is_closed`: what it was about stands in the closed annex alone, and everything but its number is gone.
    `owner` is who brought it, `decides_minutes_of` the day of the meeting whose minutes it was to approve.
    """

    id: int
    number: int
    title: str
    purpose: Purpose
    label: Label
    owner: str = ""
    resume: str = ""
    recommendation: tuple[str, ...] = ()
    entries: tuple[MinutesLine, ...] = ()
    outcome: ItemOutcome = ItemOutcome.OPEN
    outcome_reason: str = ""
    papers: tuple[MinutesPaper, ...] = ()
    out: tuple[MinutesOut, ...] = ()
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class MinutesNext:
    """The group's next meeting."""

    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str = ""


@dataclass(frozen=True, slots=True)
class MinutesApproval:
    """When and how minutes were approved; `at_meeting` and `at_item` where a later meeting did it."""

    on: dt.date
    way: ApprovalWay
    at_meeting: dt.date | None = None
    at_item: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MinutesChange:
    """One thing that a correction changed: `before` is empty for what is new, `after` for what was taken out.

    What is not of an entry has the `entry_id` 0, what is of no item the number 0; `before` and `after` are then plain
    words of the content's language.
    """

    item_number: int
    item_title: str
    kind: EntryKind
    entry_id: int
    before: str
    after: str
    label: Label
    part: CorrectedPart = CorrectedPart.WORDS


@dataclass(frozen=True, slots=True)
class MinutesCorrection:
    """One edition after the first: why it was made, and what it changed."""

    edition: int
    made_on: dt.date
    made_by: str
    reason: str
    changes: tuple[MinutesChange, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """All that the minutes of one meeting say in one language; the same content gives the same bytes.

    Times are the meeting's wall time in Copenhagen, as it really began and ended where that is known. `edition` is 0
    until the minutes are frozen; then `sha256` is the hash of what was frozen, `frozen_on` and `frozen_by` when and by
    whom, and `corrections` tell every later edition up to this one.
    """

    language: str
    meeting_id: int
    group: str
    group_code: str
    tier: str
    kind: MeetingKind
    title: str
    number: int | None
    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str
    chair: str
    secretary: str
    label: Label
    attendees: tuple[MinutesAttendee, ...] = ()
    items: tuple[MinutesItem, ...] = ()
    next_meeting: MinutesNext | None = None
    state: MinutesState = MinutesState.DRAFT
    comments_due: dt.date | None = None
    approval: MinutesApproval | None = None
    edition: int = 0
    sha256: str = ""
    frozen_on: dt.date | None = None
    frozen_by: str = ""
    corrections: tuple[MinutesCorrection, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether nothing in it is final."""
        return self.edition == 0

    @property
    def has_annex(self) -> bool:
        """Whether something in it belongs into the closed annex."""
        items = any(_closed(item) for item in self.items)
        return items or any(is_closed(change.label) for one in self.corrections for change in one.changes)


def in_order(attendees: Iterable[MinutesAttendee]) -> tuple[MinutesAttendee, ...]:
    """The chair first, the secretary last, the others by role, organisation and name."""
    return tuple(
        sorted(
            attendees, key=lambda one: (ROLES.index(one.role), danish_order(one.organisation), danish_order(one.name))
        )
    )


def is_closed(label: Label) -> bool:
    """Whether a label keeps something out of the open part."""
    return label is Label.CONFIDENTIAL


def _closed(item: MinutesItem) -> bool:
    parts = [item.label, *(line.label for line in item.entries), *(paper.label for paper in item.papers)]
    return any(is_closed(label) for label in parts)


def open_part(content: MinutesContent) -> MinutesContent:
    """The minutes as members get them: what is confidential is not hidden but gone (domain 4.6).

    A confidential item keeps its number alone, so that the agenda's numbers stay what they were; of a confidential
    meeting it is not said what it was about and who was there.
    """
    items = tuple(_open_item(item) for item in content.items)
    labels = [part for item in items for part in (item.label, *(line.label for line in item.entries))]
    own = Label.INTERNAL if is_closed(content.label) else content.label
    opened = replace(
        content,
        items=items,
        label=max([own, *labels], key=lambda one: one.rank),
        corrections=_corrections(content, closed=False),
    )
    return replace(opened, title="", attendees=()) if is_closed(content.label) else opened


def closed_annex(content: MinutesContent) -> MinutesContent:
    """What is confidential, and nothing else: the items that hold something of it, with their confidential parts."""
    items = tuple(_annex_item(item) for item in content.items if _closed(item))
    return replace(
        content,
        items=items,
        attendees=content.attendees if is_closed(content.label) else (),
        label=Label.CONFIDENTIAL,
        corrections=_corrections(content, closed=True),
    )


def _open_item(item: MinutesItem) -> MinutesItem:
    if is_closed(item.label):
        return MinutesItem(item.id, item.number, "", item.purpose, Label.OPEN, outcome=item.outcome, is_closed=True)
    return replace(
        item,
        entries=tuple(line for line in item.entries if not is_closed(line.label)),
        papers=tuple(paper for paper in item.papers if not is_closed(paper.label)),
    )


def _annex_item(item: MinutesItem) -> MinutesItem:
    if is_closed(item.label):
        return item
    # Its open words stand in the open part.
    return replace(
        item,
        owner="",
        resume="",
        recommendation=(),
        entries=tuple(line for line in item.entries if is_closed(line.label)),
        papers=tuple(paper for paper in item.papers if is_closed(paper.label)),
        outcome=ItemOutcome.OPEN,
        outcome_reason="",
        out=(),
    )


def _corrections(content: MinutesContent, *, closed: bool) -> tuple[MinutesCorrection, ...]:
    """Each correction with what it changed in one part; the reason stands in the parts that it is about."""
    made = []
    for one in content.corrections:
        changes = tuple(change for change in one.changes if is_closed(change.label) is closed)
        made.append(replace(one, changes=changes, reason=one.reason if changes or not one.changes else ""))
    return tuple(made)
