"""Where a theme is told of: the ids and days of what belongs to it, for each kind of line in its story."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection
from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, or_, select, union
from sqlalchemy.orm import aliased

from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Case,
    Circular,
    Delivery,
    Escalation,
    EscalationEvent,
    EscalationSnapshot,
    EscalationStep,
    Meeting,
    MinutesEntry,
)
from referral_desk.models.agenda import item_activities
from referral_desk.models.cases import case_activities, case_items
from referral_desk.texts import N_, name_members
from referral_desk.vocabulary import EntryKind, EscalationEventKind

Places = Select[Any, Any]
"""Ids with a day or an instant, the newest first."""


class Told(enum.StrEnum):
    """What a line of a theme's story is."""

    CASE = "case"
    ITEM = "item"
    NOTE = "note"
    DECISION = "decision"
    ACTION = "action"
    SENT = "sent"
    RETURNED = "returned"
    ON_WAY = "on_way"
    ANSWER = "answer"
    CIRCULAR = "circular"


name_members(
    {
        Told.CASE: N_("Case"),
        Told.ITEM: N_("On the agenda"),
        Told.NOTE: N_("Said"),
        Told.DECISION: N_("Decided"),
        Told.ACTION: N_("Agreed to do"),
        Told.SENT: N_("Sent up"),
        Told.RETURNED: N_("Sent back"),
        Told.ON_WAY: N_("On its way"),
        Told.ANSWER: N_("Answered"),
        Told.CIRCULAR: N_("Circular"),
    }
)


TURNS: Final = frozenset(
    {
        EscalationEventKind.FORWARDED,
        EscalationEventKind.MERGED,
        EscalationEventKind.SEPARATED,
        EscalationEventKind.TAKEN_UP,
        EscalationEventKind.RECALLED,
        EscalationEventKind.WITHDRAWN,
        EscalationEventKind.UNANSWERED,
    }
)
"""What happens on the way besides being sent, sent back and answered: most of it has a reason."""


def _cases_of(theme: str) -> Select[Any]:
    return select(Case.id).where(Case.theme == theme)


def _items_of(theme: str) -> CompoundSelect[Any]:
    """The items that belong to a theme."""
    cases, circulars = _cases_of(theme), select(Circular.id).where(Circular.theme == theme)
    escalations = select(Escalation.id).where(Escalation.case_id.in_(cases))
    activities = select(case_activities.c.plan_activity_id).where(case_activities.c.case_id.in_(cases))
    return union(
        select(case_items.c.agenda_item_id).where(case_items.c.case_id.in_(cases)),
        select(item_activities.c.agenda_item_id).where(item_activities.c.plan_activity_id.in_(activities)),
        select(ActionItem.item_id).where(ActionItem.theme == theme, ActionItem.item_id.is_not(None)),
        select(EscalationStep.item_id).where(
            EscalationStep.escalation_id.in_(escalations), EscalationStep.item_id.is_not(None)
        ),
        select(Delivery.item_id).where(
            or_(Delivery.escalation_id.in_(escalations), Delivery.circular_id.in_(circulars)),
            Delivery.item_id.is_not(None),
        ),
        select(Circular.item_id).where(Circular.theme == theme, Circular.item_id.is_not(None)),
    )


def _snapshot_places(theme: str) -> Places:
    """Each sending: what was sent stays told when it is sent again."""
    return (
        select(EscalationSnapshot.id, EscalationSnapshot.sent_at)
        .join(EscalationStep, EscalationStep.id == EscalationSnapshot.step_id)
        .join(Escalation, Escalation.id == EscalationStep.escalation_id)
        .where(Escalation.case_id.in_(_cases_of(theme)))
        .order_by(EscalationSnapshot.sent_at.desc(), EscalationSnapshot.id.desc())
    )


def _event_places(kinds: Collection[EscalationEventKind]) -> Callable[[str], Places]:
    def places(theme: str) -> Places:
        return (
            select(EscalationEvent.id, EscalationEvent.at)
            .join(Escalation, Escalation.id == EscalationEvent.escalation_id)
            .where(Escalation.case_id.in_(_cases_of(theme)), EscalationEvent.kind.in_(kinds))
            .order_by(EscalationEvent.at.desc(), EscalationEvent.id.desc())
        )

    return places


def _answer_places(theme: str) -> Places:
    """The answers to what was carried up, those too that came by what it was merged into, of whatever theme that is."""
    asked = (
        select(Escalation.id, Escalation.merged_into_id)
        .where(Escalation.case_id.in_(_cases_of(theme)))
        .cte("asked", recursive=True)
    )
    lead = aliased(Escalation)
    asked = asked.union(select(lead.id, lead.merged_into_id).where(lead.id == asked.c.merged_into_id))
    return (
        select(EscalationStep.id, EscalationStep.answered_on)
        .where(EscalationStep.escalation_id.in_(select(asked.c.id)), EscalationStep.answered_on.is_not(None))
        .order_by(EscalationStep.answered_on.desc(), EscalationStep.id.desc())
    )


def _case_places(theme: str) -> Places:
    found = select(Case.id, Case.created_on).where(Case.theme == theme)
    return found.order_by(Case.created_on.desc(), Case.id.desc())


def _item_places(theme: str) -> Places:
    return (
        select(AgendaItem.id, Meeting.day)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.id.in_(_items_of(theme)), Meeting.cancelled_at.is_(None))
        .order_by(Meeting.day.desc(), AgendaItem.id.desc())
    )


def _entry_places(kind: EntryKind) -> Callable[[str], Places]:
    def places(theme: str) -> Places:
        return (
            select(MinutesEntry.id, Meeting.day)
            .join(AgendaItem, AgendaItem.id == MinutesEntry.item_id)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .where(
                AgendaItem.id.in_(_items_of(theme)),
                Meeting.cancelled_at.is_(None),
                MinutesEntry.kind == kind,
                MinutesEntry.text != "",
            )
            .order_by(Meeting.day.desc(), MinutesEntry.id.desc())
        )

    return places


def _action_places(theme: str) -> Places:
    found = select(ActionItem.id, ActionItem.created_on).where(ActionItem.theme == theme)
    return found.order_by(ActionItem.created_on.desc(), ActionItem.id.desc())


def _circular_places(theme: str) -> Places:
    found = select(Circular.id, Circular.sent_at).where(Circular.theme == theme, Circular.sent_at.is_not(None))
    return found.order_by(Circular.sent_at.desc(), Circular.id.desc())


SOURCES: Final[dict[Told, Callable[[str], Places]]] = {
    Told.CASE: _case_places,
    Told.ITEM: _item_places,
    Told.NOTE: _entry_places(EntryKind.NOTE),
    Told.DECISION: _entry_places(EntryKind.DECISION),
    Told.ACTION: _action_places,
    Told.SENT: _snapshot_places,
    Told.RETURNED: _event_places({EscalationEventKind.RETURNED}),
    Told.ON_WAY: _event_places(TURNS),
    Told.ANSWER: _answer_places,
    Told.CIRCULAR: _circular_places,
}
"""For each kind the ids and days of what belongs to a theme, the newest first."""
