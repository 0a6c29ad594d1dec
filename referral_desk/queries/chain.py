"""The chain of groups, and from when each is held to its rhythm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.clock import Quarter
from referral_desk.models import Group, Meeting, Membership
from referral_desk.queries.seats import periods
from referral_desk.vocabulary import MeetingKind, Tier

TIERS = (Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)


def short_name(group: Group, day: dt.date, language: str) -> str:
    """The group's short name on a day, or its name where it has none."""
    return group.short_on(day, language)


def chain(session: Session, day: dt.date) -> list[Group]:
    """The groups of the chain that stand on a day, from the regions up, with their seats and who holds them."""
    holders = selectinload(Group.seats).selectinload(periods(day)).selectinload(Membership.person)
    found = session.scalars(select(Group).where(Group.tier.in_(TIERS)).options(selectinload(Group.names), holders))
    standing = [group for group in found if group.valid_on(day)]
    return sorted(standing, key=lambda group: (TIERS.index(group.tier), group.position, group.code))


def rhythm_begins(session: Session, groups: Iterable[Group], day: dt.date) -> dict[int, Quarter]:
    """The quarter from which each group is held to its rhythm, seen on a day.

    A group whose first day nobody knows is held to it from its first meeting on the desk, or from now on: a new
    desk has no empty quarters from before it was there.
    """
    # An index leads to the first meeting: the others, however many, are not read.
    first = (
        select(Meeting.id)
        .where(Meeting.group_id == Group.id, Meeting.kind == MeetingKind.ORDINARY)
        .order_by(Meeting.day, Meeting.starts)
        .limit(1)
        .correlate(Group)
    )
    query = select(Group.id, Meeting.year, Meeting.quarter).join(Meeting, Meeting.id == first.scalar_subquery())
    known = {group_id: Quarter(year, number) for group_id, year, number in session.execute(query)}
    now = Quarter.of(day)

    def begins(group: Group) -> Quarter:
        if group.valid_from is not None:
            return Quarter.of(group.valid_from)
        met = known.get(group.id, now)
        return met if met.first < now.first else now

    return {group.id: begins(group) for group in groups}
