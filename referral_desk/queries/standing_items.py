"""What comes back on every agenda, as a tier, a group or all groups have it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import Group, StandingItem
from referral_desk.models.standing_items import CONTENT, standing_in
from referral_desk.vocabulary import ItemKind, Purpose, StandingRole, Tier


@dataclass(frozen=True)
class StandingRow:
    """One standing item in one list."""

    id: int
    version: int
    title: str
    title_da: str
    title_en: str
    role: StandingRole
    kind: ItemKind
    purpose: Purpose
    minutes: int
    yearly_from: int | None
    is_active: bool
    is_behind: bool
    """Whether it stands behind what the meeting is about."""
    is_own: bool
    """Whether it belongs to just this list, and not to a wider one."""
    replaces: bool
    """Whether it stands instead of one of a wider list."""
    tier: Tier | None
    source: str


def standing_items(
    session: Session, *, language: str, tier: Tier | None = None, group_id: int | None = None
) -> tuple[StandingRow, ...]:
    """The items of one group, of a tier, or of all groups (neither), in the order of an agenda."""
    if group_id is not None:
        tier = session.scalar(select(Group.tier).where(Group.id == group_id))
    rows = standing_in(session.scalars(select(StandingItem)), tier, group_id)
    own = (None if group_id is not None else tier, group_id)
    return tuple(
        StandingRow(
            row.id,
            row.version,
            row.title(language),
            row.title_da,
            row.title_en,
            row.role,
            row.kind,
            row.purpose,
            row.minutes,
            row.yearly_from,
            row.is_active,
            row.position >= CONTENT,
            (row.tier, row.group_id) == own,
            row.instead_of_id is not None,
            row.tier,
            row.source,
        )
        for row in rows
    )
