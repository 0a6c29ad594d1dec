"""Which minutes are behind the items that actions come from: what was kept there with a reason counts of them too."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import AgendaItem, Minutes


def minutes_behind(session: Session, item_ids: Collection[int | None]) -> dict[int, list[tuple[str, int]]]:
    """By item what finds were kept under: the item itself and its meeting's minutes, as (kind, id)."""
    wanted = {item_id for item_id in item_ids if item_id is not None}
    if not wanted:
        return {}
    found = session.execute(
        select(AgendaItem.id, Minutes.id)
        .join(Minutes, Minutes.meeting_id == AgendaItem.meeting_id)
        .where(AgendaItem.id.in_(wanted))
    )
    return {item_id: [("item", item_id), ("minutes", minutes_id)] for item_id, minutes_id in found}
