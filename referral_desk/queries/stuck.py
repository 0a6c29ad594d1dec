"""Answers and circulars that no meeting will take: their group ended, or has met no more for a long time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from referral_desk.models import AgendaItem, Delivery, Group, Meeting
from referral_desk.models.meetings import BEING_MADE
from referral_desk.vocabulary import MeetingKind

LONG: Final = dt.timedelta(days=100)
"""More than a quarter without a meeting to wait for: it is not just that the next one is to be planned."""


def waits() -> ColumnElement[bool]:
    """That a delivery stands on no agenda; its item is joined, where it has one (`Delivery.is_waiting`)."""
    return and_(
        Delivery.reported_on.is_(None), or_(Delivery.item_id.is_(None), AgendaItem.waiting_group_id.is_not(None))
    )


def sticks(day: dt.date) -> ColumnElement[bool]:
    """That no meeting will take a delivery that waits, as seen on a day; its group is joined.

    The group ended, or the delivery has waited LONG and no ordinary meeting is being prepared that could take it.
    """
    coming = select(Meeting.id).where(
        Meeting.group_id == Delivery.group_id,
        Meeting.day >= day,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.cancelled_at.is_(None),
        Meeting.stage.in_(BEING_MADE),
    )
    has_ended = and_(Group.valid_to.is_not(None), Group.valid_to < day)
    return or_(has_ended, and_(Delivery.made_on <= day - LONG, ~coming.correlate(Delivery).exists()))


def stuck(session: Session, escalation_ids: Collection[int], day: dt.date) -> frozenset[int]:
    """Which deliveries of some escalations no meeting will take, by their ids."""
    found = (
        select(Delivery.id)
        .join(Group, Group.id == Delivery.group_id)
        .outerjoin(AgendaItem, AgendaItem.id == Delivery.item_id)
        .where(Delivery.escalation_id.in_(escalation_ids), waits(), sticks(day))
    )
    return frozenset(session.scalars(found))
