"""Rules of escalations that need a look at several at once: what may be merged, and who hears an answer how."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from referral_desk.clock import local_date
from referral_desk.errors import Invalid
from referral_desk.models.circulars import Delivery
from referral_desk.models.groups import Group
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import (
    ConsultationRole,
    EntryKind,
    EscalationEventKind,
    EscalationLane,
    EscalationState,
    Label,
    StepOutcome,
    Tier,
)

if TYPE_CHECKING:
    from referral_desk.models.escalation_steps import EscalationStep
    from referral_desk.models.escalations import Escalation
    from referral_desk.models.minutes import MinutesEntry

NOT_NOW: Final = N_("{reference} cannot do this now: it is “{state}”. Look at its page for the next step.")
NOT_REPORTED: Final = N_("{reference} closes when its answer was reported to every group that waits for it.")
NEEDS_REASON: Final = N_("Say why: the others read it.")
NOT_ENDORSED: Final = N_("Choose the minuted decision of the group, or say how it was endorsed outside a meeting.")
LACKING: Final = {
    "title": N_("Give it a title for its readers."),
    "problem": N_("Describe the problem before it is sent."),
    "proposal": N_("Say what is proposed: a body that is to decide needs an indstilling."),
    "jump_reason": N_("This skips a level: say why, it is written into the log."),
}
LANES: Final = {
    Tier.NATIONAL: EscalationLane.NATIONAL,
    Tier.INTERMINISTERIAL: EscalationLane.INTERMINISTERIAL,
}
"""The lane of what lies with a body, by its tier; those of all others stand in the regional one."""


CAME_BY: Final = {
    EscalationEventKind.ENDORSED: EscalationState.ENDORSED,
    EscalationEventKind.RETURNED: EscalationState.RETURNED,
    EscalationEventKind.FORWARDED: EscalationState.FORWARDED,
}
"""The states from which something is sent, by the line of the story that tells of them."""


def lane_of(state: EscalationState, tier: Tier) -> EscalationLane:
    """The lane that an escalation stands in, by its state and the tier of the body that has it."""
    if not state.is_open:
        return EscalationLane.OVER
    if state is EscalationState.MERGED:
        return EscalationLane.MERGED
    return EscalationLane.ANSWERED if state.is_answered else LANES.get(tier, EscalationLane.REGIONAL)


def check_decider(asked: Escalation, name: str, *, is_coordinator: bool) -> None:
    """Refuse to let the person who sent it decide it (V13); the coordinator runs several groups, and may."""
    if not is_coordinator and asked.step.sent_by == name:
        raise Invalid(
            "You sent {reference} yourself: somebody else receives and decides it.", reference=asked.reference
        )


def check_separable(follower: Escalation) -> None:
    """Refuse to take it out of what it was merged into once that is decided there (Invalid)."""
    lead = follower.lead
    if not lead.state.is_with_receiver or lead.step.body is not follower.step.body:
        raise Invalid("What it was merged into is decided: the answer comes home from there.")


def check_recorded(asked: Escalation, *references: str) -> None:
    """Refuse an answer from outside a meeting of the desk that does not say where it is kept (domain 5.5)."""
    if asked.step.role is ConsultationRole.INFORMATION or asked.is_at_held_meeting:
        return
    if all(is_blank(one) for one in references):
        raise Invalid("No minutes on the desk tell of this answer: write the document or the journal number that does.")


def forget_answer(answered: Escalation) -> None:
    """Nothing of an answer is left, nor of the words with which it was to go home."""
    for step in answered.way:
        step.feedback = ""
    step = answered.step
    step.reopen()
    step.answer, step.answered_on, step.answer_recorded_by = "", None, ""
    step.document_reference, step.journal_number = "", ""


def check_leads_nobody(lead: Escalation) -> None:
    """Refuse to let it go while others were merged into it at its body (Invalid): they lie there too."""
    if any(one.step.body is lead.step.body for one in lead.followers):
        raise Invalid("Others were merged into it: take those out first.")


def check_decision(entry: MinutesEntry | None, body: Group) -> None:
    """Refuse an entry that is no decision in the minutes of a body (Invalid)."""
    if entry is not None and (entry.kind is not EntryKind.DECISION or entry.item.meeting.group is not body):
        raise Invalid("Choose a decision from the minutes of the group itself.")


def check_strict(step: EscalationStep) -> None:
    """Refuse to send what more people may read than its case (Invalid)."""
    label = step.escalation.case.label
    if step.label.rank < label.rank:
        raise Invalid(
            "The case is “{label}” and this step may be read by more people: choose a label as strict, or mend the "
            "case’s label.",
            label=label,
        )


def stage_before(sent: Escalation) -> tuple[EscalationState, dt.date | None]:
    """The state from which it was sent last, and the day on which it came to it, as far as its story tells."""
    line = next((line for line in reversed(sent.events) if line.kind in CAME_BY), None)
    if line is None:
        return EscalationState.ENDORSED if sent.step is sent.way[0] else EscalationState.FORWARDED, None
    return CAME_BY[line.kind], local_date(line.at)


def return_again(sent: Escalation) -> None:
    """Let its step be returned as it was before it was sent again: why, when, and what had been sent and received."""
    step, events = sent.step, sent.events
    back = max(place for place, line in enumerate(events) if line.kind is EscalationEventKind.RETURNED)
    step.outcome, step.outcome_on = StepOutcome.RETURNED, local_date(events[back].at)
    step.outcome_reason = events[back].text
    before = [one for one in step.snapshots if one.sent_at <= events[back].at]
    if before:
        step.sent_at, step.sent_by = before[-1].sent_at, before[-1].sent_by
    received = next((one for one in reversed(events[:back]) if one.kind in _HANDED), None)
    if received is not None and received.kind is EscalationEventKind.ACCEPTED:
        step.received_at, step.received_by = received.at, received.who


_HANDED: Final = frozenset({EscalationEventKind.SENT, EscalationEventKind.ACCEPTED})
"""What tells whether it was received since it was sent last."""


def check_mergeable(follower: Escalation, lead: Escalation) -> None:
    """Refuse to merge what does not lie with the same body, undecided (Invalid).

    Invalid too where the lead asks for less, or came through fewer bodies: its answer would lack words for some.
    """
    if lead in follower.family or not lead.state.is_with_receiver or lead.step.body is not follower.step.body:
        raise Invalid("Only what lies with the same body and is not decided there can be merged.")
    roles = list(ConsultationRole)
    if roles.index(lead.step.role) > roles.index(follower.step.role):
        raise Invalid(
            "{lead} asks for less than {reference}: let the other one lead.",
            lead=lead.reference,
            reference=follower.reference,
        )
    passed = {step.sender.tier for step in lead.way}
    if not {step.sender.tier for one in follower.family for step in one.way} <= passed:
        raise Invalid(
            "{lead} came through fewer bodies than {reference}: let the other one lead, or answer each by itself.",
            lead=lead.reference,
            reference=follower.reference,
        )


def deliveries_of(lead: Escalation, day: dt.date) -> list[Delivery]:
    """One delivery of an answer for each origin and each body that passed it on, those of merged ones too.

    Every escalation reaches its own origin; a body that several passed through hears their one answer once.
    """
    made, heard = [], {one.origin for one in lead.family}
    for one in lead.family:
        passed = [group for group in one.bodies_passed() if group not in heard]
        heard.update(passed)
        made += [
            Delivery(group=group, escalation=one, text=_words_for(lead, group), made_on=day)
            for group in (one.origin, *passed)
        ]
    return made


def readers_of(lead: Escalation) -> dict[int, Label]:
    """Who may read what each of its steps tells of the answer: the loosest label it stands under, by the step's number.

    That is the label of what a group sent itself: its item gets the answer, those of merged ones too.
    """
    found = {step.number: step.label for step in lead.way}
    for one in lead.family:
        for own in one.way:
            number = _step_for(lead, own.sender).number
            found[number] = min(found[number], own.label, key=lambda label: label.rank)
    return found


def _words_for(lead: Escalation, group: Group) -> str:
    return _step_for(lead, group).feedback


def _step_for(lead: Escalation, group: Group) -> EscalationStep:
    """The step whose feedback a body hears: the one it sent, else the one that another of its tier sent."""
    own = [step for step in lead.way if step.sender is group]
    return (own or [step for step in lead.way if step.sender.tier is group.tier] or lead.way)[0]
