"""Let an answer go home: release it to every group that waits for it, and close it when all have heard it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Final

from referral_desk.desk import Work, operation, require
from referral_desk.models import Delivery, Escalation, Group
from referral_desk.models.meetings import BEING_MADE
from referral_desk.operations.deliveries import deliver, follow_items, is_as_made, report, take_item_off, tell
from referral_desk.operations.escalating import Change, check_alone, check_receiver, held_escalation
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.noted import is_noted_under
from referral_desk.operations.outcome import Done, Undo
from referral_desk.texts import N_
from referral_desk.vocabulary import EscalationEventKind

IS_HEARD: Final = N_(
    "{group} has the answer on an agenda that is out or written under: it can no longer be taken back."
)
IS_TOLD: Final = N_("{group} was told the answer outside a meeting: take that back first.")
CIRCULAR: Final = N_("A circular is not reported: note that the group has taken note of it.")
OF_RELEASE: Final = (
    EscalationEventKind.RELEASED,
    EscalationEventKind.DELIVERED,
    EscalationEventKind.REPORTED,
)


@operation("coordinator", "secretary", "chair")
def release_answer(
    work: Work, *, escalation_id: int, version: int, feedback: Mapping[int, str], kept: Collection[Keep] = ()
) -> Done:
    """Let the answer go home: to each group that raised it, those of merged ones too, and to each body it passed.

    `feedback` has the words by number of the step: what that step's body tells whoever sent it. In each group it stands
    on the next ordinary agenda that is being made by itself, or waits for one. Finds of the leak alarm are told by the
    fields "feedback_1", "feedback_2" and so on. Invalid before the answer, or where a level has no words.
    """
    escalation = held_escalation(work, escalation_id, version)
    texts = {f"feedback_{step.number}": feedback.get(step.number, "") for step in escalation.way}
    check_leaks(work, texts, kept, subject=Subject("escalation", escalation.id))
    with work.session.no_autoflush:
        made = escalation.release(feedback, work.today)
        work.session.add_all(made)
    for one in escalation.family:
        tell(work, one, EscalationEventKind.RELEASED, escalation.step.body)
    work.session.flush()
    put_on_agendas(work, made)
    return _kept(work, escalation, take_back_release)


@operation("coordinator", "secretary", "chair")
def take_back_answer(work: Work, *, escalation_id: int, version: int, reason: str, kept: Collection[Keep] = ()) -> Done:
    """Take an answer back before it is released, with a reason that stands in the story: the body decides it anew.

    It stands on its agenda again, or waits for the next where that meeting is closed. Invalid once it is released, and
    for the person who sent it (V13).
    """
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation)
    change, step = Change(work, escalation), escalation.step
    check_leaks(work, {"reason": reason}, kept, subject=Subject("escalation_step", step.id))
    escalation.unanswer(reason, work.today)
    change.tell(EscalationEventKind.UNANSWERED, step.body, reason)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def take_back_release(work: Work, *, escalation_id: int, version: int) -> Done:
    """Undo a release, as long as no group has seen it: its items go off the agendas, and its words may be changed.

    Invalid once one of those agendas is out, or somebody has worked on the item.
    """
    escalation = held_escalation(work, escalation_id, version)
    family = escalation.family
    deliveries = [delivery for one in family for delivery in one.deliveries]
    escalation.unrelease(work.today)
    take_back(work, deliveries)
    for one in family:
        _forget_release(one)
    return _kept(work, escalation)


@operation("coordinator", "secretary", "chair")
def close_escalation(work: Work, *, escalation_id: int, version: int, note: str = "") -> Done:
    """End the round trip, with a note if there is something to say; Invalid before every group has heard the answer."""
    escalation = held_escalation(work, escalation_id, version)
    change = Change(work, escalation)
    check_leaks(work, {"note": note}, subject=Subject("escalation", escalation.id))
    escalation.close(work.today, note)
    change.tell(EscalationEventKind.CLOSED, escalation.origin, note)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def reopen_escalation(work: Work, *, escalation_id: int, version: int) -> Done:
    """Take the closing back: somebody is to look at it again; Invalid where its case is closed or goes up anew."""
    escalation = held_escalation(work, escalation_id, version)
    change = Change(work, escalation)
    escalation.reopen(work.today)
    check_alone(work, escalation)
    change.tell(EscalationEventKind.REOPENED, escalation.origin)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def report_outside(
    work: Work,
    *,
    delivery_id: int,
    version: int,
    how: str,
    whom: str,
    reason: str,
    day: dt.date | None = None,
    kept: Collection[Keep] = (),
) -> Done:
    """Note that a group was told its answer outside a meeting, on a day (today): it ended, or must know at once.

    How, to whom and why stand in the story. It counts as reported; an item that stands on an agenda stays there, so
    that the group's minutes tell of it too. Invalid where it is reported, and without how, to whom or why.
    """
    delivery, escalation = _held_answer(work, delivery_id, version)
    subject = Subject("escalation", escalation.id)
    # Whoever was told is named on purpose.
    check_leaks(work, {"how": how, "whom": whom}, kept, subject=subject, names=False)
    check_leaks(work, {"reason": reason}, kept, subject=subject)
    on = day or work.today
    delivery.tell(on=on, how=how, whom=whom, reason=reason, by=work.user.name, today=work.today)
    told = (on.isoformat(), delivery.told_how, delivery.told_whom, delivery.told_reason)
    tell(work, escalation, EscalationEventKind.TOLD, delivery.group, " · ".join(told))
    work.session.flush()
    return Done(delivery.id, Undo(unreport_outside, {"delivery_id": delivery.id, "version": delivery.version}))


@operation("coordinator", "secretary", "chair")
def unreport_outside(work: Work, *, delivery_id: int, version: int) -> Done:
    """Take back that a group was told outside a meeting: the answer goes home by its agendas again.

    Invalid where it was not, and once the round trip is closed.
    """
    delivery, escalation = _held_answer(work, delivery_id, version)
    again = {"how": delivery.told_how, "whom": delivery.told_whom, "reason": delivery.told_reason}
    on = delivery.reported_on
    delivery.untell(work.today)
    lines = [one for one in escalation.events if one.kind is EscalationEventKind.TOLD and one.group is delivery.group]
    # The story does not tell of the slip.
    escalation.events = [one for one in escalation.events if one not in lines[-1:]]
    follow_items(work, delivery.group_id)
    deliver(work, delivery.group_id)
    if delivery.item is not None:
        # Its minutes may have been approved meanwhile.
        report(work, delivery.item.meeting)
    work.session.flush()
    work.touched("escalations", "cases")
    back = {"delivery_id": delivery.id, "version": delivery.version, "day": on, **again}
    return Done(delivery.id, Undo(report_outside, back))


def put_on_agendas(work: Work, deliveries: Collection[Delivery]) -> None:
    """Put new deliveries on the next agendas of their groups, one group after the other in the order of their ids."""
    for group_id in sorted({one.group_id for one in deliveries}):
        deliver(work, group_id)


def take_back(work: Work, deliveries: Collection[Delivery]) -> None:
    """Take deliveries away again, with their items; Invalid once a group could have seen one."""
    for delivery in sorted(deliveries, key=lambda one: (one.group_id, one.id)):
        work.hold(Group, delivery.group_id)
        item = delivery.item
        is_seen = item is not None and (
            item.waiting_group_id is not None
            or item.meeting.stage not in BEING_MADE
            or item.meeting.is_cancelled
            or is_noted_under(work, item)
            or not is_as_made(item)
        )
        group = delivery.group.short_on(work.today, "da")
        require(not delivery.is_told, IS_TOLD, group=group)
        require(not is_seen and delivery.reported_on is None, IS_HEARD, group=group)
        require(delivery.acknowledged_on is None, IS_HEARD, group=group)
    for delivery in deliveries:
        take_item_off(work, delivery)
        work.session.delete(delivery)
    work.session.flush()


def _held_answer(work: Work, delivery_id: int, version: int) -> tuple[Delivery, Escalation]:
    """A delivery with its escalation and group, held until the end; Invalid for that of a circular."""
    found = work.get(Delivery, delivery_id, version)
    require(found.escalation_id is not None, CIRCULAR)
    escalation = held_escalation(work, found.escalation_id or 0)
    work.hold(Group, found.group_id)
    return work.hold(Delivery, delivery_id, version), escalation


def _forget_release(escalation: Escalation) -> None:
    """The story does not tell of the slip."""
    last = max((line.id for line in escalation.events if line.kind is EscalationEventKind.RELEASED), default=0)
    escalation.events = [line for line in escalation.events if line.id < last or line.kind not in OF_RELEASE]


def _kept(work: Work, escalation: Escalation, undo: object = None, **more: object) -> Done:
    work.session.flush()
    work.touched("escalations", "cases")
    back = {"escalation_id": escalation.id, "version": escalation.version, **more}
    return Done(escalation.id, Undo(undo, back) if callable(undo) else None)
