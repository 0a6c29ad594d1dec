"""What the leak alarm finds in the words of an escalation that its sender is still to send."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Escalation
from referral_desk.queries.leaks import FindRow
from referral_desk.queries.leaving import Leaving, finds_left


@dataclass(frozen=True)
class DraftLeaks:
    """The words by field, and the finds in them that nobody kept; none once it was sent."""

    texts: dict[str, str]
    finds: tuple[FindRow, ...]


def draft_leaks(session: Session, *, escalation_id: int) -> DraftLeaks:
    """What keeps a draft from leaving as a brief, for the group to endorse; Stale if it is gone."""
    found = session.get(Escalation, escalation_id)
    if found is None:
        raise Stale(GONE)
    if not found.state.is_with_sender:
        return DraftLeaks({}, ())
    texts = {**found.step.texts(), "jump_reason": found.step.jump_reason}
    leaving = Leaving(found.reference, list(texts.values()), kept_under(found), names=True)
    fields = list(texts)
    return DraftLeaks(texts, tuple(replace(find, field=fields[place]) for place, find in finds_left(session, leaving)))


def kept_under(escalation: Escalation) -> list[tuple[str, int]]:
    """What its finds were kept under (kind, id): it and its steps, what leads it, and all that were merged into it."""
    family = [escalation.lead, *escalation.family]
    return [
        *(("escalation", one.id) for one in family),
        *(("escalation_step", step.id) for one in family for step in one.steps),
    ]
