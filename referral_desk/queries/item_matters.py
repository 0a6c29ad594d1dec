"""What hangs on an item of an agenda: escalations to decide, answers to hear, circulars to note, linked cases."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from sqlalchemy.orm import Session

from referral_desk.models import AgendaItem, Delivery, EscalationStep
from referral_desk.vocabulary import ConsultationRole, EscalationState


class MatterKind(enum.StrEnum):
    """What it is."""

    ESCALATION = "escalation"
    ANSWER = "answer"
    CIRCULAR = "circular"
    CASE = "case"


@dataclass(frozen=True)
class MatterRow:
    """One of them; `group` is who asks, answered, sent it out or raised the case, as called on the day asked about."""

    kind: MatterKind
    reference: str
    group: str
    case_id: int | None = None
    circular_id: int | None = None
    role: ConsultationRole | None = None
    """What is asked for; None where nothing is."""
    due: dt.date | None = None
    is_late: bool = False
    state: EscalationState | None = None
    merged: int = 0
    """How many others are dealt with in it."""


def item_matters(session: Session, *, item_id: int, day: dt.date, language: str) -> tuple[MatterRow, ...]:
    """What hangs on an item, each thing once; nothing for an item that is gone."""
    item = session.get(AgendaItem, item_id)
    if item is None:
        return ()
    found = [_asked(step, day, language) for step in item.escalation_steps]
    found += [_home(one, day, language) for one in item.deliveries]
    known = {row.case_id for row in found}
    found += [
        MatterRow(MatterKind.CASE, case.reference, case.group.short_on(day, language), case_id=case.id)
        for case in item.cases
        if case.id not in known
    ]
    return tuple(found)


def _asked(step: EscalationStep, day: dt.date, language: str) -> MatterRow:
    one = step.escalation
    is_open = one.state.is_open and not one.state.is_answered and one.step is step
    # What was merged into it is answered with it, and may be asked for sooner.
    due = min((own.step.due for own in one.family if own.step.due is not None), default=None) if is_open else None
    return MatterRow(
        MatterKind.ESCALATION,
        one.reference,
        step.sender.short_on(day, language),
        case_id=one.case_id,
        role=step.role,
        due=due,
        is_late=due is not None and due < day,
        state=one.state,
        merged=len(one.family) - 1,
    )


def _home(one: Delivery, day: dt.date, language: str) -> MatterRow:
    if one.circular is not None:
        group = one.circular.group.short_on(day, language)
        return MatterRow(MatterKind.CIRCULAR, one.circular.reference, group, circular_id=one.circular.id)
    escalation = one.escalation
    assert escalation is not None
    group = escalation.step.body.short_on(day, language)
    return MatterRow(MatterKind.ANSWER, escalation.reference, group, case_id=escalation.case_id, state=escalation.state)
