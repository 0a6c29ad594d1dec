"""Whether something was noted under an agenda item: then it stays where it stands."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from referral_desk.desk import Work
from referral_desk.models import ActionItem, AgendaItem, ItemAbsence, MinutesEntry
from referral_desk.texts import N_

NOTED_UNDER: Final = N_(
    "Something is noted under the item already, such as minutes or an action: it stays on its agenda."
)


def is_noted_under(work: Work, item: AgendaItem) -> bool:
    """Whether something was noted under an item where it stands, which taking it away would lose."""
    ties = (MinutesEntry.item_id, ActionItem.item_id, ItemAbsence.item_id)
    return any(work.session.scalar(select(tie).where(tie == item.id).limit(1)) is not None for tie in ties)
