"""Rules of escalations that need a look at several at once: what may be merged, and who hears an answer how."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from referral_desk.errors import Invalid
from referral_desk.models.circulars import Delivery
from referral_desk.models.groups import Group
from referral_desk.texts import N_
from referral_desk.vocabulary import ConsultationRole, EscalationLane, EscalationState, Tier

if TYPE_CHECKING:
    from referral_desk.models.escalations import Escalation

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


def lane_of(state: EscalationState, tier: Tier) -> EscalationLane:
    """The lane that an escalation stands in, by its state and the tier of the body that has it."""
    if not state.is_open:
        return EscalationLane.OVER
    if state is EscalationState.MERGED:
        return EscalationLane.MERGED
    return EscalationLane.ANSWERED if state.is_answered else LANES.get(tier, EscalationLane.REGIONAL)


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


def _words_for(lead: Escalation, group: Group) -> str:
    """The feedback for a body: that of the step it sent, else of the step that one of its tier sent."""
    own = [step for step in lead.way if step.sender is group]
    return (own or [step for step in lead.way if step.sender.tier is group.tier] or lead.way)[0].feedback
