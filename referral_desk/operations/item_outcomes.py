"""Say what became of an item: noted, decided, dropped with a reason, carried forward."""

from __future__ import annotations

from typing import Any

from referral_desk.desk import Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, Meeting
from referral_desk.operations.carrying import (
    Carried,
    bring_item_back,
    call_back,
    carry,
    send_on,
    stays_in_record,
)
from referral_desk.operations.deliveries import follow_items, report
from referral_desk.operations.holding import held_item
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.texts import is_blank
from referral_desk.vocabulary import ItemOutcome, Stage


@operation("coordinator", "secretary", "chair")
def set_outcome(work: Work, *, item_id: int, version: int, outcome: ItemOutcome, reason: str = "") -> Done:
    """Say what became of an item; open takes back what was said, and what was carried off the next agenda again.

    Carried forward puts it on the group's next agenda; so does dropping it with an answer, a circular or an escalation
    that waits for a decision, for those are not the meeting's to drop. Invalid while its agenda is being made, once its
    meeting is closed or approved minutes say what became of it, and without a reason for dropping it.
    """
    refuse_cpr(reason)
    item = held_item(work, item_id, version)
    _check_open(item)
    if outcome is ItemOutcome.CARRIED:
        return _undone_by(item, carry(work, item, reason))
    before: dict[str, Any] = {"outcome": item.outcome, "reason": item.outcome_reason}
    if item.outcome is ItemOutcome.CARRIED:
        require(outcome is ItemOutcome.OPEN, "The item was carried forward: take that back first.")
        come_back(work, item)
    else:
        say_outcome(work, item, outcome, reason)
    _kept(work)
    return Done(item.id, Undo(set_outcome, {"item_id": item.id, "version": item.version, **before}))


def say_outcome(work: Work, item: AgendaItem, outcome: ItemOutcome, reason: str) -> None:
    """Let an item that was not carried forward have become something, and what came by it follow.

    Invalid without a reason for dropping it.
    """
    if outcome is ItemOutcome.DROPPED and is_blank(reason):
        raise Invalid("Say why the item is dropped: who brought it will ask.")
    if item.outcome is ItemOutcome.DROPPED:
        call_back(work, item)
    item.outcome, item.outcome_reason = outcome, " ".join(reason.split())
    if outcome is ItemOutcome.DROPPED:
        send_on(work, item)
    follow_items(work, item.meeting.group_id)
    report(work, item.meeting)


def come_back(work: Work, item: AgendaItem) -> None:
    """Let an item that was carried forward be open again; Stale if somebody worked on it where it went."""
    bring_item_back(work, carried=Carried(0, None, item.meeting_id, item.position, is_copy=True, origin_id=item.id))


@operation("coordinator", "secretary", "chair")
def carry_untaken_items(work: Work, *, meeting_id: int) -> Done:
    """Carry forward every item of a held meeting that was neither noted, decided nor dropped."""
    meeting = work.hold(Meeting, meeting_id)
    require(
        meeting.stage.step >= Stage.HELD.step and not meeting.is_cancelled,
        "The meeting was not held yet: record that first.",
    )
    require(meeting.stage is not Stage.CLOSED, "The meeting is closed, so what became of its items stays as it is.")
    carried = tuple(carry(work, item) for item in list(meeting.items) if item.lacks_outcome)
    require(carried, "Nothing is left to carry forward.")
    return Done(meeting.id, Undo(bring_items_back, {"meeting_id": meeting.id, "carried": carried}))


@operation("coordinator", "secretary", "chair")
def bring_items_back(work: Work, *, meeting_id: int, carried: tuple[Carried, ...]) -> Done:
    """Undo that items were carried forward; Stale where somebody worked on one since, and then none comes back."""
    for one in carried:
        item = work.get(AgendaItem, one.origin_id)
        _check_not_frozen(item)
        if item.outcome is not ItemOutcome.CARRIED:
            raise Stale("Somebody has said something else of an item since: look at the meeting again.")
        bring_item_back(work, carried=one)
    return Done(meeting_id)


def _check_open(item: AgendaItem) -> None:
    meeting = item.meeting
    if meeting.is_cancelled:
        raise Invalid("The meeting is cancelled: plan a new one instead.")
    require(stays_in_record(meeting), "The agenda is not out yet: take the item off it, or carry it on.")
    require(meeting.stage is not Stage.CLOSED, "The meeting is closed, so what became of its items stays as it is.")
    _check_not_frozen(item)


def _check_not_frozen(item: AgendaItem) -> None:
    """Refuse to say of an item what approved minutes do not; where they say nothing, the meeting is still closed."""
    editions = item.meeting.minutes.editions if item.meeting.minutes is not None else []
    if editions and editions[-1].became(item.id)[0] is not ItemOutcome.OPEN:
        raise Invalid("The minutes are approved and say what became of the item: correct the minutes instead.")


def _undone_by(item: AgendaItem, carried: Carried) -> Done:
    return Done(item.id, Undo(bring_items_back, {"meeting_id": item.meeting_id, "carried": (carried,)}))


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("agenda", "meetings", "minutes")
