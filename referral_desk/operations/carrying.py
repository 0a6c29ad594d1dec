"""Carry items to the group's next meeting, whichever that is by then; without one they wait with the group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import select

from referral_desk.desk import Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, Meeting, Paper
from referral_desk.models.meetings import BEING_MADE
from referral_desk.operations.deliveries import bears_open, follow_items, hand_on, is_as_made, report
from referral_desk.operations.holding import held_item, held_meeting
from referral_desk.operations.noted import NOTED_UNDER, is_noted_under
from referral_desk.operations.outcome import refuse_cpr
from referral_desk.texts import N_
from referral_desk.vocabulary import ItemOutcome, MeetingKind, Stage

ALREADY_CARRIED = N_("The item was carried to that meeting already.")
WRITTEN_IN = N_("Somebody has worked on the item in its new place: take it off that agenda if it should not be there.")
ITS_OWN: Final = frozenset(
    {
        "id",
        "version",
        "meeting_id",
        "position",
        "standing",
        "standing_item_id",
        "outcome",
        "outcome_reason",
        "approves_id",
        "carried_from_id",
        "waiting_group_id",
        "is_raised",
    }
)
"""What belongs to an item in its place and not to what it says."""


@dataclass(frozen=True)
class Carried:
    """Where an item went, and where it stood before; without a meeting it waits for the group's next one."""

    item_id: int
    meeting_id: int | None
    from_meeting_id: int
    from_position: int
    is_copy: bool
    made: tuple[int, ...] = ()
    """Of a copy: its version, then its papers' ids and versions."""
    origin_id: int = 0
    """Of a copy: the item that stayed in its meeting's record."""
    before: ItemOutcome = ItemOutcome.OPEN
    reason: str = ""
    """What was said of the item before, and why."""


@operation("coordinator", "secretary", "chair")
def carry_item(work: Work, *, item_id: int, version: int, reason: str = "") -> Carried:
    """Carry an item to the group's next meeting, with its papers.

    While its agenda is being made the item itself moves; then Invalid where no later meeting is planned. Once the
    agenda is out, and after the meeting, the item stays in its record, and what it says goes to the next agenda: as
    soon as there is a next meeting.
    """
    refuse_cpr(reason)
    item = held_item(work, item_id, version)
    meeting = item.meeting
    if stays_in_record(meeting):
        return carry(work, item, reason)
    require(not item.comes_again, "This item comes on every agenda by itself: take it off this one instead.")
    require(not is_noted_under(work, item), NOTED_UNDER)
    coming = next_meeting(work, meeting)
    if coming is None:
        raise Invalid("The group has no later meeting yet: plan one first, then carry the item to it.")
    coming = held_meeting(work, coming.id)
    before = item.position
    _hand_over(item, coming, coming.place_for(item))
    _kept(work)
    return Carried(item.id, coming.id, meeting.id, before, is_copy=False)


@operation("coordinator", "secretary", "chair")
def bring_item_back(work: Work, *, carried: Carried) -> None:
    """Undo that an item was carried on; Stale for a copy that somebody worked on since."""
    if carried.is_copy:
        origin = held_item(work, carried.origin_id)
        for copy in _copies(work, [origin]):
            made_then = copy.id == carried.item_id and _made(copy) == carried.made
            is_as_made = made_then and not is_noted_under(work, copy)
            if stays_in_record(copy.meeting) or not (is_as_made or is_as_carried(work, copy, origin)):
                raise Stale(WRITTEN_IN)
            _take_back(work, held_item(work, copy.id), origin)
        origin.outcome, origin.outcome_reason, origin.waiting_group_id = carried.before, carried.reason, None
        follow_items(work, origin.meeting.group_id)
        report(work, origin.meeting)
    else:
        item = held_item(work, carried.item_id)
        item.meeting.check_open_to_change()
        home = held_meeting(work, carried.from_meeting_id)
        _hand_over(item, home, carried.from_position)
    _kept(work)


def stays_in_record(meeting: Meeting) -> bool:
    """Whether a meeting's items stay where they are: its agenda is out, or it was held or called off."""
    return meeting.is_closed_to_change or meeting.stage is Stage.AGENDA_SENT


def is_as_carried(work: Work, item: AgendaItem, origin: AgendaItem) -> bool:
    """Whether nobody has worked on a copy where it stands: it says what its origin says, and nothing is tied to it."""
    return _says_the_same(item, origin) and not is_noted_under(work, item)


def carry(work: Work, item: AgendaItem, reason: str = "") -> Carried:
    """Say of an item of a held meeting that it is carried forward, and put what it says on the next agenda.

    An item that comes again by itself needs no copy. Invalid if it was carried already.
    """
    carried = _carry(work, item, reason)
    follow_items(work, item.meeting.group_id)
    return carried


def _carry(work: Work, item: AgendaItem, reason: str = "") -> Carried:
    """The same, while others of its meeting are still to be carried: what hangs on those must not be taken as lost."""
    meeting, before, said = item.meeting, item.outcome, item.outcome_reason
    # A copy that somebody took off the next agenda again does not count.
    is_under_way = item.standing is not None or item.waiting_group_id is not None or bool(_copies(work, [item]))
    require(before is not ItemOutcome.CARRIED or not is_under_way, ALREADY_CARRIED)
    item.outcome, item.outcome_reason = ItemOutcome.CARRIED, " ".join(reason.split())
    # What it brought was not heard then, whatever was noted under it.
    report(work, meeting)
    stayed = Carried(item.id, None, meeting.id, item.position, True, (), item.id, before, said)
    if item.comes_again:
        _kept(work)
        return stayed
    coming = next_meeting(work, meeting)
    if coming is None and (item.standing_item is None or item.has_own_content):
        # What comes once a year comes by itself with the next agenda that is made.
        item.waiting_group_id = meeting.group_id
    if coming is None or _stands_on(coming, item):
        _kept(work)
        return stayed
    copy = _continue(work, item, coming)
    return replace(stayed, item_id=copy.id, meeting_id=coming.id, made=_made(copy))


def send_on(work: Work, item: AgendaItem) -> None:
    """What hangs on a dropped item is not dropped with it: the item goes to the next agenda, or waits for one."""
    if bears_open(item):
        coming = next_meeting(work, item.meeting)
        if coming is None:
            item.waiting_group_id = item.meeting.group_id
        else:
            _continue(work, item, coming)
        follow_items(work, item.meeting.group_id)
        _kept(work)


def call_back(work: Work, item: AgendaItem) -> None:
    """A dropped item is dealt with after all: what was sent on comes back; Stale where somebody worked on it since."""
    for copy in _copies(work, [item]):
        if stays_in_record(copy.meeting) or not is_as_carried(work, copy, item):
            raise Stale(WRITTEN_IN)
        _take_back(work, held_item(work, copy.id), item)
    item.waiting_group_id = None


def next_meeting(work: Work, meeting: Meeting) -> Meeting | None:
    """The group's next meeting whose agenda is still being made: an ordinary one if there is any, None if none stands.

    It lies after the meeting that it follows, unless that one was called off: then whatever comes next will do.
    """
    coming = work.session.scalars(
        select(Meeting)
        .where(
            Meeting.group_id == meeting.group_id,
            Meeting.id != meeting.id,
            Meeting.day >= work.today,
            Meeting.cancelled_at.is_(None),
            Meeting.stage.in_(BEING_MADE),
        )
        .order_by(Meeting.day, Meeting.starts, Meeting.id)
    )
    found = [one for one in coming if meeting.is_cancelled or (one.day, one.starts) > (meeting.day, meeting.starts)]
    return next((one for one in found if one.kind is MeetingKind.ORDINARY), next(iter(found), None))


def take_waiting(work: Work, meeting: Meeting) -> list[AgendaItem]:
    """Put the items that wait with the group on the agenda of its next meeting."""
    waiting = work.session.scalars(
        select(AgendaItem).where(AgendaItem.waiting_group_id == meeting.group_id).order_by(AgendaItem.id)
    )
    taken = []
    for item in waiting:
        if item.meeting_id != meeting.id:
            item.waiting_group_id = None
            if not _stands_on(meeting, item):
                taken.append(_continue(work, item, meeting))
    follow_items(work, meeting.group_id)
    return taken


def pull_forward(work: Work, meeting: Meeting, *, begins: bool = False) -> list[AgendaItem]:
    """Let what was carried to a later meeting, and nobody has worked on there, come to one planned in between.

    Where an agenda `begins`, what was put on a later one by itself comes too: an answer from above, an escalation.
    """
    later = work.session.scalars(
        select(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Meeting.group_id == meeting.group_id,
            Meeting.day > meeting.day,
            Meeting.cancelled_at.is_(None),
            Meeting.stage.in_(BEING_MADE),
            AgendaItem.carried_from_id.is_not(None) | AgendaItem.deliveries.any() | AgendaItem.escalation_steps.any(),
        )
        .order_by(AgendaItem.id)
    )
    pulled = []
    for item in later:
        origin = work.get(AgendaItem, item.carried_from_id) if item.carried_from_id else None
        if origin is None:
            may_come = begins and bears_open(item) and is_as_made(item) and not is_noted_under(work, item)
        else:
            is_before = origin.meeting.day < meeting.day and stays_in_record(origin.meeting)
            may_come = is_before and is_as_carried(work, item, origin)
        if may_come:
            _hand_over(item, meeting, meeting.place_for(item))
            pulled.append(item)
    return pulled


def carry_on(work: Work, meeting: Meeting) -> None:
    """A meeting is called off: what its members brought goes to the next one, or waits for it."""
    for item in list(meeting.items):
        if item.outcome is ItemOutcome.OPEN and not item.comes_again:
            _carry(work, item)
    follow_items(work, meeting.group_id)


def bring_back(work: Work, meeting: Meeting) -> None:
    """A meeting takes place after all: what went on because it was called off comes back, if nobody worked on it."""
    carried = [item for item in meeting.items if item.outcome is ItemOutcome.CARRIED]
    copies = {copy.carried_from_id: copy for copy in _copies(work, carried)}
    for item in carried:
        copy = copies.get(item.id)
        if copy is not None and (stays_in_record(copy.meeting) or not is_as_carried(work, copy, item)):
            continue
        if copy is not None:
            _take_back(work, copy, item)
        item.outcome, item.outcome_reason, item.waiting_group_id = ItemOutcome.OPEN, "", None
    follow_items(work, meeting.group_id)


def take_off(item: AgendaItem) -> None:
    """Take an item off its agenda for good; the others close up."""
    item.meeting.take_off(item)


def copy_of(item: AgendaItem) -> AgendaItem:
    """A new item that says the same, with the same papers; it stands on no agenda yet."""
    copy = AgendaItem(**values_of(item, ITS_OWN))
    copy.activities = list(item.activities)
    # What goes on deals with the same cases.
    copy.cases = list(item.cases)
    copy.papers = [Paper(**values_of(paper, {"id", "version", "item_id"})) for paper in item.papers]
    return copy


def values_of(row: AgendaItem | Paper, without: Iterable[str]) -> dict[str, Any]:
    """The columns of a row by name, without some."""
    left_out = frozenset(without)
    return {
        column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs if column.key not in left_out
    }


def _continue(work: Work, item: AgendaItem, meeting: Meeting) -> AgendaItem:
    meeting = held_meeting(work, meeting.id)
    copy = copy_of(item)
    copy.carried_from_id = item.id
    # What comes once a year is known again, so that it does not come twice.
    copy.standing_item_id = item.standing_item_id
    copy.standing = item.standing if item.standing_item_id else None
    meeting.put(copy, meeting.place_for(copy))
    work.session.flush()
    hand_on(work, item, copy)
    _kept(work)
    return copy


def _take_back(work: Work, copy: AgendaItem, origin: AgendaItem) -> None:
    """Take a carried item off its new agenda; what it brings stands on the one it came from again."""
    hand_on(work, copy, origin)
    work.session.flush()
    take_off(copy)


def _stands_on(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether an agenda has a standing item already that was carried there with nothing of its own."""
    if item.standing_item is None or item.has_own_content:
        return False
    root = item.standing_item.root
    return any(other.standing_item is not None and other.standing_item.root == root for other in meeting.items)


def _copies(work: Work, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    ids = [item.id for item in items]
    return list(work.session.scalars(select(AgendaItem).where(AgendaItem.carried_from_id.in_(ids)))) if ids else []


def _says_the_same(item: AgendaItem, other: AgendaItem) -> bool:
    def told(one: AgendaItem) -> tuple[object, ...]:
        papers = [tuple(sorted(values_of(paper, {"id", "version", "item_id"}).items())) for paper in one.papers]
        return values_of(one, ITS_OWN), papers, [activity.id for activity in one.activities]

    return told(item) == told(other)


def _made(item: AgendaItem) -> tuple[int, ...]:
    return (item.version, *(number for paper in item.papers for number in (paper.id, paper.version)))


def _hand_over(item: AgendaItem, meeting: Meeting, position: int) -> None:
    home = item.meeting
    # In this order the item always has an owner, and is not taken for an orphan.
    item.meeting = meeting
    for place, other in enumerate(home.items):
        other.position = place
    meeting.put(item, position)


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("agenda", "meetings")
