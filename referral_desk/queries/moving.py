"""What moves between the bodies, for the Board: escalations on their way up, answers on their way down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, func, literal, select, union_all
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import AgendaItem, Case, Delivery, Escalation, EscalationStep, Group, Meeting
from referral_desk.models.cases import case_reference
from referral_desk.queries.followers import Follower, earliest_due, followers, is_newest_step
from referral_desk.queries.moving_rows import MOST_COUNTED, Moving, MovingRow, Way
from referral_desk.queries.withheld import is_withheld
from referral_desk.vocabulary import EscalationState

SHOWN: Final = 6
"""How many rows of each way the Board shows."""
UP: Final = (
    EscalationState.SENT,
    EscalationState.ACCEPTED,
    EscalationState.ON_AGENDA,
    EscalationState.FORWARDED,
    EscalationState.RETURNED,
)
DOWN: Final = (EscalationState.ANSWERED, EscalationState.RELEASED)


def moving(session: Session, *, day: dt.date, language: str, count: int = SHOWN) -> Moving:
    """The longest waiting escalations of each way, as seen on a day; groups are named in "da" or "en".

    On its way up is what a body has before it, or that came back for more; on its way down what is answered, until the
    last group has heard it. What was merged is told with its lead. Reads as much as it shows, whatever the desk holds.
    """
    up, down = _both(session, count)
    ids = {group for row in (*up, *down) for group in (row.origin_id, row.holder_id, row.sender_id, row.body_id)}
    names = _names(session, ids, day, language)
    teller = _Teller(names, followers(session, [row.id for row in (*up, *down)]), day)
    heard = _heard(session, [row.id for row in down])
    up_total, down_total = session.execute(select(_counted(UP), _counted(DOWN))).one()
    return Moving(
        tuple(teller.row(row, Way.UP, row.meeting_day, row.meeting_id) for row in up),
        tuple(teller.row(row, Way.DOWN, *heard.get(row.id, (None, None))) for row in down),
        up_total,
        down_total,
    )


@dataclass(frozen=True)
class _Teller:
    """Makes rows of what was read."""

    names: dict[int, str]
    merged: dict[int, tuple[Follower, ...]]
    today: dt.date

    def row(self, row: Row[Any], way: Way, day: dt.date | None, meeting_id: int | None) -> MovingRow:
        """One escalation, with the meeting that deals with it or hears it next."""
        reference = case_reference(row.code, row.year, row.case_number)
        is_up = way is Way.UP
        merged = self.merged.get(row.id, ())
        due = earliest_due(row.due, merged) if is_up else None
        return MovingRow(
            escalation_id=row.id,
            case_id=row.case_id,
            reference=reference if row.number == 1 else f"{reference}/{row.number}",
            title="" if is_withheld(row.label if row.title else row.case_label) else row.title or row.case_title,
            way=way,
            state=row.state,
            origin=self.names[row.origin_id],
            origin_id=row.origin_id,
            holder=self.names[row.holder_id],
            holder_id=row.holder_id,
            other=self.names[row.sender_id if is_up else row.body_id],
            since=row.since,
            age_days=max(0, (self.today - row.since).days),
            day=day,
            meeting_id=meeting_id,
            due=due,
            is_late=due is not None and due < self.today,
            merged=sum(one.lead_id == row.id for one in merged),
        )


def _of(states: Collection[EscalationState]) -> tuple[ColumnElement[bool], ...]:
    # In these words both engines use the index of what is open, in the order of its age, and no other.
    leads = func.coalesce(Escalation.merged_into_id, 0) == 0
    return Escalation.closed_on.is_(None), Escalation.state.in_(states), leads


def _both(session: Session, count: int) -> tuple[list[Row[Any]], list[Row[Any]]]:
    """The rows of each way, the longest waiting first, in one look-up."""
    ways = union_all(*(select(_rows(way, states, count).subquery()) for way, states in ((0, UP), (1, DOWN))))
    rows = sorted(session.execute(ways), key=lambda row: (row.since, row.id))
    return [row for row in rows if row.way == 0], [row for row in rows if row.way == 1]


def _rows(way: int, states: Collection[EscalationState], count: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            literal(way).label("way"),
            Escalation.id,
            Escalation.number,
            Escalation.case_id,
            Escalation.state,
            Escalation.since,
            Escalation.holder_id,
            Case.group_id.label("origin_id"),
            Group.code,
            Case.year,
            Case.number.label("case_number"),
            Case.title.label("case_title"),
            Case.label.label("case_label"),
            EscalationStep.title,
            EscalationStep.label,
            EscalationStep.due,
            EscalationStep.sender_id,
            EscalationStep.body_id,
            Meeting.day.label("meeting_day"),
            Meeting.id.label("meeting_id"),
        )
        .join(Case, Case.id == Escalation.case_id)
        .join(Group, Group.id == Case.group_id)
        .join(EscalationStep, is_newest_step())
        .outerjoin(AgendaItem, (AgendaItem.id == EscalationStep.item_id) & AgendaItem.waiting_group_id.is_(None))
        .outerjoin(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(*_of(states))
        .order_by(Escalation.since, Escalation.id)
        .limit(count)
    )


def _counted(states: Collection[EscalationState]) -> ScalarSelect[int]:
    some = select(Escalation.id).where(*_of(states)).limit(MOST_COUNTED).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _heard(session: Session, ids: list[int]) -> dict[int, tuple[dt.date | None, int | None]]:
    """By escalation the next meeting at which its answer is heard: the earliest that has not reported it yet."""
    if not ids:
        return {}
    rows = session.execute(
        select(Delivery.escalation_id, Meeting.day, Meeting.id)
        .join(AgendaItem, AgendaItem.id == Delivery.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Delivery.escalation_id.in_(ids), Delivery.reported_on.is_(None), AgendaItem.waiting_group_id.is_(None))
        .order_by(Meeting.day.desc(), Meeting.id.desc())
    )
    return {int(escalation): (held_on, meeting) for escalation, held_on, meeting in rows if escalation is not None}


def _names(session: Session, ids: Collection[int], day: dt.date, language: str) -> dict[int, str]:
    if not ids:
        return {}
    groups = session.scalars(select(Group).where(Group.id.in_(ids)).options(selectinload(Group.names)))
    return {group.id: group.short_on(day, language) for group in groups}
