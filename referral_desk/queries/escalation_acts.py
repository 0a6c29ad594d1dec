"""What can be done with an escalation now: the same rules as the operations, asked before a button is shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from referral_desk.errors import Invalid
from referral_desk.models import Escalation
from referral_desk.models.escalation_rules import check_decider, check_recorded, check_separable
from referral_desk.models.escalation_steps import NEXT_TIER
from referral_desk.models.meetings import BEING_MADE
from referral_desk.texts import N_, say
from referral_desk.vocabulary import EscalationState, Tier

COORDINATOR = N_("The coordinator writes down what the inter-ministerial group does.")


@dataclass(frozen=True)
class EscalationActs:
    """What can be done now, each by the name of its operation without "escalation"."""

    word: bool = False
    endorse: bool = False
    unendorse: bool = False
    send: bool = False
    """Whether it is to be sent now; what it still lacks is told beside it."""
    recall: bool = False
    withdraw: bool = False
    remove: bool = False
    accept: bool = False
    send_back: bool = False
    """`return_escalation`."""
    merge: bool = False
    separate: bool = False
    put_on_agenda: bool = False
    take_off: bool = False
    forward: bool = False
    take_up: bool = False
    answer: bool = False
    awaits_meeting: bool = False
    """Whether it stands on the agenda of a meeting that is still to decide it: only in haste it is answered before."""
    needs_record: bool = False
    """Whether an answer now needs a document or journal number: no held meeting's minutes would tell of it."""
    take_back_answer: bool = False
    release: bool = False
    take_back_release: bool = False
    close: bool = False
    reopen: bool = False
    blocked: str = ""
    """Why the person who looks may not decide it, in a sentence; empty where they may."""


def acts_on(
    found: Escalation, *, day: dt.date, user: str, is_coordinator: bool, has_leads: bool, language: str
) -> EscalationActs:
    """What can be done with an escalation on a day; `has_leads`: there is something that it could be merged into."""
    state, step = found.state, found.step
    is_first = step is found.way[0]
    if state is EscalationState.MERGED:
        may_separate = is_coordinator or step.body.tier is not Tier.INTERMINISTERIAL
        return EscalationActs(separate=may_separate and _is_separable(found))
    if state.is_with_sender:
        return EscalationActs(
            word=True,
            endorse=state is EscalationState.DRAFT,
            unendorse=state is EscalationState.ENDORSED,
            send=state is not EscalationState.DRAFT,
            withdraw=is_first,
            remove=state is EscalationState.DRAFT and len(found.events) == 1 and not step.snapshots,
            take_up=not is_first,
        )
    if state.is_with_receiver:
        made = _received(
            found, day=day, user=user, is_coordinator=is_coordinator, has_leads=has_leads, language=language
        )
        return replace(made, awaits_meeting=_awaits_meeting(found, day))
    is_answered = state is EscalationState.ANSWERED
    return EscalationActs(
        take_back_answer=is_answered and not _blocked(found, user, is_coordinator=is_coordinator, language=language),
        release=is_answered,
        take_back_release=_is_unheard(found),
        close=state is EscalationState.REPORTED,
        reopen=state is EscalationState.CLOSED and _is_alone(found),
    )


def _received(
    found: Escalation, *, day: dt.date, user: str, is_coordinator: bool, has_leads: bool, language: str
) -> EscalationActs:
    state, step = found.state, found.step
    blocked = _blocked(found, user, is_coordinator=is_coordinator, language=language)
    is_at_top = step.body.tier is Tier.INTERMINISTERIAL
    may_prepare = is_coordinator or not is_at_top
    may_decide = not blocked
    is_new = state is EscalationState.SENT
    leads_here = any(one.step.body is step.body for one in found.followers)
    is_decidable = may_decide and (is_at_top or not is_new)
    is_made = step.item is not None and step.item.meeting.stage in BEING_MADE
    # A body that has ended meets no more: it goes back or on, or is answered otherwise.
    may_stand = step.body.valid_on(day)
    return EscalationActs(
        recall=is_new and not leads_here,
        accept=is_new and may_decide,
        send_back=may_decide and not leads_here,
        merge=may_decide and has_leads,
        put_on_agenda=may_stand and state is not EscalationState.ON_AGENDA and (may_decide if is_new else may_prepare),
        take_off=state is EscalationState.ON_AGENDA and may_prepare and is_made,
        forward=is_decidable and step.body.tier in NEXT_TIER,
        answer=is_decidable,
        needs_record=is_decidable and _needs_record(found),
        blocked=blocked,
    )


def _blocked(found: Escalation, user: str, *, is_coordinator: bool, language: str) -> str:
    if found.step.body.tier is Tier.INTERMINISTERIAL and not is_coordinator:
        return say(COORDINATOR, language)
    try:
        check_decider(found, user, is_coordinator=is_coordinator)
    except Invalid as refusal:
        return refusal.sentence(language)
    return ""


def _awaits_meeting(found: Escalation, day: dt.date) -> bool:
    step = found.step
    if found.state is not EscalationState.ON_AGENDA or step.item is None:
        return False
    # The top body may not use the desk: nobody notes there that its meeting was held.
    is_at_top = step.body.tier is Tier.INTERMINISTERIAL
    return step.item.meeting.day > day if is_at_top else not found.is_at_held_meeting


def _needs_record(found: Escalation) -> bool:
    try:
        check_recorded(found)
    except Invalid:
        return True
    return False


def _is_separable(found: Escalation) -> bool:
    try:
        check_separable(found)
    except Invalid:
        return False
    return True


def _is_alone(found: Escalation) -> bool:
    """Whether its case is open, and does not go up anew."""
    return found.case.closed_on is None and found.case.open_escalation is None


def _is_unheard(found: Escalation) -> bool:
    """Whether an answer that was released stands on no agenda yet that is out."""
    if found.merged_into is not None or any(one.state is not EscalationState.RELEASED for one in found.family):
        return False
    sent = [one for member in found.family for one in member.deliveries]
    made = all(one.item is None or one.item.meeting.stage in BEING_MADE for one in sent)
    return made and all(one.reported_on is None for one in sent)
