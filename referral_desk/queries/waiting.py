"""How many escalations wait for a word of somebody, or are late: for the navigation, so it costs little."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from referral_desk.models import Escalation, EscalationStep, Membership, Seat
from referral_desk.queries.action_search import me, overdue_count
from referral_desk.queries.cases import MOST_COUNTED
from referral_desk.queries.followers import is_newest_step, late_leads
from referral_desk.vocabulary import EscalationState, SeatKind

DECIDES: Final = (EscalationState.SENT, EscalationState.RETURNED, EscalationState.ANSWERED)
"""To be received, to be worded anew, to be let go home: no meeting does that by itself."""
UNANSWERED: Final = (
    EscalationState.SENT,
    EscalationState.ACCEPTED,
    EscalationState.ON_AGENDA,
    EscalationState.FORWARDED,
    EscalationState.RETURNED,
)
LEADS: Final = (SeatKind.CHAIR, SeatKind.SECRETARY)


def waits(session: Session, *, day: dt.date, user: str) -> dict[str, int]:
    """How much waits on the pages of the navigation that count something, by their keys."""
    return {
        "actions": overdue_count(session, day=day, user=user),
        "cases": waiting_count(session, day=day, user=user),
    }


def waiting_count(session: Session, *, day: dt.date, user: str) -> int:
    """How many escalations wait for a decision or have no answer though its day is past, as far as counted.

    Of the groups that a person leads or writes for on the day, where the user said who they are; else of all. What was
    merged counts in its lead.
    """
    late = select(EscalationStep.id).where(is_newest_step(), EscalationStep.due < day).exists()
    some = (
        select(Escalation.id)
        .where(
            Escalation.closed_on.is_(None),
            Escalation.state.in_((*DECIDES, *UNANSWERED)),
            or_(Escalation.state.in_(DECIDES), late, Escalation.id.in_(late_leads(day))),
        )
        .order_by(Escalation.since, Escalation.id)
        .limit(MOST_COUNTED + 1)
    )
    person_id = me(session, user=user)
    led = _led(session, person_id, day) if person_id is not None else []
    if led:
        some = some.where(Escalation.holder_id.in_(led))
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0


def _led(session: Session, person_id: int, day: dt.date) -> list[int]:
    """The groups that a person leads or writes for on a day."""
    rows = session.execute(
        select(Seat.group_id, Membership)
        .join(Seat, Seat.id == Membership.seat_id)
        .where(Membership.person_id == person_id, Seat.kind.in_(LEADS))
    )
    return [group_id for group_id, held in rows if held.valid_on(day)]
