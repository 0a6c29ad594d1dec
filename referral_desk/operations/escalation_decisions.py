"""What the receiver of an escalation does: accept it, ask back, merge, put it on an agenda, send it on, answer it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final

from referral_desk import clock
from referral_desk.desk import Work, operation, require
from referral_desk.errors import Invalid
from referral_desk.models import Escalation, EscalationStep, Group, Meeting, MinutesEntry
from referral_desk.models.escalation_rules import check_recorded
from referral_desk.models.meetings import BEING_MADE
from referral_desk.operations.deliveries import coming_meeting, put_escalation
from referral_desk.operations.escalating import IS_OUT, Change, check_receiver, held_escalation, held_escalations
from referral_desk.operations.escalations import body_above
from referral_desk.operations.holding import held_meeting
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.merged_papers import LeadItems
from referral_desk.operations.outcome import Done
from referral_desk.texts import N_
from referral_desk.vocabulary import EscalationEventKind, EscalationState, Urgency

NO_AGENDA: Final = N_("{body} has no meeting whose agenda is still being made: plan one first.")
NOT_ITS_AGENDA: Final = N_("Choose a meeting of {body} whose agenda is still being made.")


@operation("coordinator", "secretary", "chair")
def accept_escalation(work: Work, *, escalation_id: int, version: int) -> Done:
    """Take in what was sent: it waits for an agenda of the body. Invalid for the person who sent it (V13)."""
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation)
    change = Change(work, escalation)
    _accept(work, change)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def return_escalation(
    work: Work, *, escalation_id: int, version: int, reason: str, kept: Collection[Keep] = ()
) -> Done:
    """Ask the sender for more, with a reason that they read; an item on an agenda that is still made goes off it.

    Invalid for the person who sent it (V13), and while others are merged into it at this body.
    """
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation)
    change, body = Change(work, escalation), escalation.step.body
    _check_words(work, escalation, "reason", reason, kept)
    change.leave_agenda()
    escalation.send_back(reason, work.today)
    change.tell(EscalationEventKind.RETURNED, body, reason)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def merge_escalation(
    work: Work, *, escalation_id: int, version: int, lead_id: int, reason: str, kept: Collection[Keep] = ()
) -> Done:
    """Let another that lies with the same body lead: its answer comes home here too. Until that is decided it can be
    taken out again. Invalid where the lead asks for less or came another way, and for the person who sent it (V13).
    """  # noqa: D205 - what it does, and what it refuses
    escalation, lead = held_escalations(work, [(escalation_id, version), (lead_id, None)])
    check_receiver(work, escalation)
    change, body = Change(work, escalation), escalation.step.body
    _check_words(work, escalation, "reason", reason, kept)
    change.leave_agenda()
    items = LeadItems(work, [lead])
    escalation.merge_into(lead, reason, work.today)
    items.follow()
    change.tell(EscalationEventKind.MERGED, body, f"{lead.reference}: {reason}")
    return change.kept(lead)


@operation("coordinator", "secretary", "chair")
def separate_escalation(work: Work, *, escalation_id: int, version: int) -> Done:
    """Take it out of what it was merged into; Invalid once that is decided."""
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation, decides=False)
    change, lead = Change(work, escalation), escalation.lead
    items = LeadItems(work, [lead])
    escalation.separate(work.today)
    items.follow()
    change.tell(EscalationEventKind.SEPARATED, escalation.step.body, lead.reference)
    return change.kept(lead)


@operation("coordinator", "secretary", "chair")
def put_escalation_on_agenda(work: Work, *, escalation_id: int, version: int, meeting_id: int | None = None) -> Done:
    """Make an item of it on an agenda of the body, in the words that were sent: its next meeting where none is chosen.

    What was only sent is accepted with it. Invalid where no agenda is being made, or it stands on one already.
    """
    escalation = held_escalation(work, escalation_id, version)
    is_new = escalation.state is EscalationState.SENT
    check_receiver(work, escalation, decides=is_new)
    change, body = Change(work, escalation), escalation.step.body
    require(escalation.state is not EscalationState.ON_AGENDA, "It stands on an agenda already: take it off that one.")
    if is_new:
        _accept(work, change)
    chosen = coming_meeting(work, body.id) if meeting_id is None else work.get(Meeting, meeting_id)
    if chosen is None:
        raise Invalid(NO_AGENDA, body=body.code.upper())
    meeting = held_meeting(work, chosen.id)
    require(meeting.group_id == body.id and meeting.stage in BEING_MADE, NOT_ITS_AGENDA, body=body.code.upper())
    # What waits with an item of an earlier meeting goes on from here.
    change.leave_agenda()
    put_escalation(work, escalation, meeting)
    change.tells_last()
    return change.kept()


@operation("coordinator", "secretary", "chair")
def take_escalation_off(work: Work, *, escalation_id: int, version: int) -> Done:
    """Take it off the agenda it stands on; it waits for the next. Invalid once that agenda is out."""
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation, decides=False)
    change, item = Change(work, escalation), escalation.step.item
    require(item is None or item.meeting.stage in BEING_MADE, IS_OUT)
    day = item.meeting.day.isoformat() if item is not None else ""
    change.leave_agenda()
    escalation.take_off(work.today)
    change.tell(EscalationEventKind.TAKEN_OFF_AGENDA, escalation.step.body, day)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def forward_escalation(
    work: Work,
    *,
    escalation_id: int,
    version: int,
    reason: str,
    entry_id: int | None = None,
    body_id: int | None = None,
    kept: Collection[Keep] = (),
) -> Done:
    """Send it on: makes the next step, to the body above or a chosen one, in words that may be made anew.

    It goes out with `send_escalation`. `entry_id` is the body's minuted decision. Invalid without a reason, at the top,
    and for the person who sent it (V13).
    """
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation)
    change, before = Change(work, escalation), escalation.step
    _check_words(work, escalation, "reason", reason, kept)
    # Asked even where another body is chosen: at the top there is none.
    above = body_above(work, before.body)
    # It speaks for all that was merged into it: who asked soonest, and whose need is greatest.
    asked = [one.step for one in escalation.family]
    step = EscalationStep(
        body=above,
        role=before.role,
        label=before.label,
        urgency=max((one.urgency for one in asked), key=list(Urgency).index),
        due=min((one.due for one in asked if one.due is not None), default=None),
        activities=list(before.activities),
        **before.texts(),
    )
    _leave_if_not_held(escalation, change)
    escalation.forward(step, _entry(work, entry_id), reason, work.today)
    if body_id is not None:
        step.ask(work.get(Group, body_id))
    change.made_step = step
    change.tell(EscalationEventKind.FORWARDED, before.body, reason)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def take_up_escalation(
    work: Work, *, escalation_id: int, version: int, reason: str, kept: Collection[Keep] = ()
) -> Done:
    """A body that was to send it on, or got it back from above, deals with it itself after all, with a reason."""
    escalation = held_escalation(work, escalation_id, version)
    change, body = Change(work, escalation), escalation.step.sender
    _check_words(work, escalation, "reason", reason, kept)
    escalation.take_up(reason, work.today)
    change.tell(EscalationEventKind.TAKEN_UP, body, reason)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def answer_escalation(
    work: Work,
    *,
    escalation_id: int,
    version: int,
    text: str,
    entry_id: int | None = None,
    answered_on: dt.date | None = None,
    document_reference: str = "",
    journal_number: str = "",
    kept: Collection[Keep] = (),
) -> Done:
    """Write down the body's answer, with its minuted decision where there is one; it goes home when it is released.

    `answered_on` is the meeting's day or today. Outside a held meeting of the desk, as for the inter-ministerial group,
    a document or journal number says where it is kept (domain 5.5). Invalid without words, before it was sent, on a day
    to come, and for the person who sent it (V13).
    """
    escalation = held_escalation(work, escalation_id, version)
    check_receiver(work, escalation)
    change, step = Change(work, escalation), escalation.step
    entry = _entry(work, entry_id)
    at_meeting = step.item.meeting.day if step.item is not None and escalation.is_at_held_meeting else None
    on = answered_on or (entry.item.meeting.day if entry is not None else at_meeting) or work.today
    require(on <= work.today, "The answer cannot be given on a day to come.")
    sent_on = clock.local_date(step.sent_at) if step.sent_at else on
    require(on >= sent_on or at_meeting == on, "The answer cannot be older than the question: change its day.")
    if entry is None:
        check_recorded(escalation, document_reference, journal_number)
    _check_words(work, escalation, "answer", text, kept)
    check_leaks(
        work,
        {"document_reference": document_reference, "journal_number": journal_number},
        kept,
        subject=Subject("escalation_step", step.id),
    )
    _leave_if_not_held(escalation, change)
    escalation.answer(
        text,
        entry=entry,
        by=work.user.name,
        day=work.today,
        answered_on=on,
        document_reference=document_reference,
        journal_number=journal_number,
    )
    change.tell(EscalationEventKind.ANSWERED, step.body, journal_number or document_reference or on.isoformat())
    return change.kept()


def _accept(work: Work, change: Change) -> None:
    change.escalation.accept(work.now, work.user.name, work.today)
    change.tell(EscalationEventKind.ACCEPTED, change.escalation.step.body)


def _check_words(work: Work, escalation: Escalation, field: str, text: str, kept: Collection[Keep]) -> None:
    check_leaks(work, {field: text}, kept, subject=Subject("escalation_step", escalation.step.id))


def _entry(work: Work, entry_id: int | None) -> MinutesEntry | None:
    return None if entry_id is None else work.get(MinutesEntry, entry_id)


def _leave_if_not_held(escalation: Escalation, change: Change) -> None:
    """What is decided outside the meeting that it stands on does not stand there any more."""
    if not escalation.is_at_held_meeting:
        change.leave_agenda()
