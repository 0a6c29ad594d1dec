"""How a matter may go on: the meeting at which it is decided, and where each group on its way hears the answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from referral_desk import clock
from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Escalation, Group
from referral_desk.queries.hearing import Calendar, Stop, coming
from referral_desk.vocabulary import EscalationState


@dataclass(frozen=True)
class Ear:
    """A group that is to hear the answer; `stop` is its first meeting that can, None where none is planned."""

    escalation_id: int
    reference: str
    """The escalation whose answer it is: the one asked about, or one that was merged into it."""
    group_id: int
    group: str
    is_origin: bool
    stop: Stop | None


@dataclass(frozen=True)
class WayAhead:
    """What is still to come, at the earliest. Nothing of it is agreed: meetings move, and bodies take their time."""

    decided: Stop | None
    """Where the body that was asked takes it up; None where that is over, or nothing is planned."""
    ears: tuple[Ear, ...]
    """Who has not heard the answer yet: the highest body first, the origin last; then those of what was merged in."""


def way_ahead(session: Session, *, escalation_id: int, day: dt.date, language: str) -> WayAhead:
    """What an escalation still has before it, as planned on a day; of a merged one what its lead has. Stale if gone."""
    found = session.get(Escalation, escalation_id)
    if found is None:
        raise Stale(GONE)
    if not found.state.is_open:
        return WayAhead(None, ())
    calendar = coming(session, day=day, language=language)
    decided = _decided(calendar, found.lead)
    after = decided.day + dt.timedelta(days=1) if decided is not None else day
    is_known = decided is not None or found.lead.state.is_answered
    ears = []
    for one, group in _hearers(found):
        delivery = next((sent for sent in one.deliveries if sent.group_id == group.id), None)
        if delivery is None or delivery.reported_on is None:
            item = delivery.item if delivery is not None else None
            stop = calendar.stops.get(item.meeting_id) if item is not None else None
            stop = stop or (calendar.next_of(group.id, after) if is_known else None)
            ears.append(Ear(one.id, one.reference, group.id, group.short_on(day, language), group is one.origin, stop))
    return WayAhead(decided, tuple(ears))


def _hearers(found: Escalation) -> list[tuple[Escalation, Group]]:
    """Who hears the answer, by the escalation whose answer it is: each origin its own, a body on the way once."""
    origins = {one.origin for one in found.family}
    hearers: list[tuple[Escalation, Group]] = []
    passed: set[Group] = set()
    for one in found.family:
        bodies = [group for group in reversed(one.bodies_passed()) if group not in origins | passed]
        passed.update(bodies)
        hearers += [(one, group) for group in (*bodies, one.origin)]
    return hearers


def _decided(calendar: Calendar, lead: Escalation) -> Stop | None:
    """The meeting at which the body that is asked takes it up."""
    body_id = lead.step.body_id
    if lead.state.is_with_sender:
        if lead.step.sender_id not in calendar.year.body:
            return None
        return calendar.in_time(lead.step.sender_id, body_id, calendar.today).first
    if not lead.state.is_with_receiver:
        return None
    item = lead.step.item
    if lead.state is EscalationState.ON_AGENDA and item is not None:
        return calendar.stops.get(item.meeting_id)
    if lead.state is EscalationState.SENT and lead.step.sent_at is not None:
        return calendar.in_time(lead.step.sender_id, body_id, clock.local_date(lead.step.sent_at)).first
    return calendar.next_of(body_id)
