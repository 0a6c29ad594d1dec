"""What is open of cases, and of the answers and circulars that wait for a group to hear them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func, literal, or_, select, true, union_all
from sqlalchemy.orm import Session, aliased

from referral_desk.clock import add_working_days
from referral_desk.models import AgendaItem, Case, Circular, Delivery, Escalation, Group, Meeting
from referral_desk.models.cases import MINOR_FLAGS, case_items
from referral_desk.models.meetings import BEING_MADE
from referral_desk.models.settings import DeadlineBook
from referral_desk.queries.escalations import escalation_reference
from referral_desk.queries.loose_end_rows import Expected, NeedKind, NeedRow
from referral_desk.queries.meeting_ends import LEAD
from referral_desk.queries.stuck import LONG, sticks, waits
from referral_desk.vocabulary import Answer, ItemOutcome, MeetingKind, Stage

RESTS: Final = dt.timedelta(days=365)
"""How long a case may lie without anything before somebody is asked what becomes of it."""
MOST: Final = 999
"""Counting stops here, so that it costs the same however many there are."""


def case_ends(session: Session, book: DeadlineBook, day: dt.date, group_id: int | None) -> Iterator[NeedRow]:
    """The rows of each group: what waits for an agenda, circulars it took no note of, cases that lack something."""
    yield from _waiting(session, book, day, group_id)
    yield from _unread(session, book, day, group_id)
    unknown = [getattr(Case, name) == Answer.UNKNOWN for name in MINOR_FLAGS]
    minors = (Case.is_minor == Answer.YES, or_(*unknown))
    ended = Case.group_id.in_(select(Group.id).where(Group.valid_to < day))
    kinds: dict[NeedKind, tuple[ColumnElement[bool], ...]] = {
        NeedKind.CASE_STRANDED: (ended, ~Case.escalations.any(Escalation.closed_on.is_(None))),
        NeedKind.CASE_FLAGS: (~ended, *minors),
        NeedKind.CASE_RESTS: (~ended, *_rests(day)),
    }
    of_group = Case.group_id == group_id if group_id is not None else true()
    parts = [
        select(literal(kind.value).label("kind"), Case.group_id)
        .where(Case.closed_on.is_(None), of_group, *tests)
        .order_by(Case.created_on, Case.id)
        .limit(MOST)
        .subquery()
        for kind, tests in kinds.items()
    ]
    rows = session.execute(union_all(*(select(part.c.kind, part.c.group_id) for part in parts)))
    for (kind, group), count in sorted(Counter((NeedKind(row.kind), row.group_id) for row in rows).items()):
        # Nobody writes for a group that has ended.
        expected = Expected.COORDINATOR if kind is NeedKind.CASE_STRANDED else Expected.SECRETARY
        yield NeedRow(kind, group, "", count=count, expected=expected)


def _rests(day: dt.date) -> tuple[ColumnElement[bool], ...]:
    """Open for a year, and nothing was on its way or on an agenda in that time."""
    since = day - RESTS
    moves = select(Escalation.id).where(
        Escalation.case_id == Case.id, Escalation.closed_on.is_(None) | (Escalation.closed_on > since)
    )
    dealt = (
        select(Meeting.id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .join(case_items, case_items.c.agenda_item_id == AgendaItem.id)
        .where(case_items.c.case_id == Case.id, Meeting.day > since)
    )
    return Case.created_on <= since, ~moves.correlate(Case).exists(), ~dealt.correlate(Case).exists()


def _waiting(session: Session, book: DeadlineBook, day: dt.date, group_id: int | None) -> Iterator[NeedRow]:
    """How many answers and circulars stand on no agenda, by group; with the meeting that could take them.

    What no meeting will take is told one by one: somebody tells the group otherwise.
    """
    is_stuck = case((sticks(day), 1), else_=0)
    rows = session.execute(
        select(Delivery.group_id, func.count() - func.sum(is_stuck), func.sum(is_stuck))
        .join(Group, Group.id == Delivery.group_id)
        .outerjoin(AgendaItem, AgendaItem.id == Delivery.item_id)
        .where(waits(), Delivery.group_id == group_id if group_id is not None else true())
        .group_by(Delivery.group_id)
        .order_by(Delivery.group_id)
    ).all()
    waiting = [(group, count) for group, count, _ in rows if count]
    coming = _coming(session, [group for group, _ in waiting], day) if waiting else {}
    for group, count in waiting:
        meeting_id, held_on = coming.get(group, (None, None))
        yield NeedRow(
            NeedKind.DELIVERY_WAITING, group, "", None, meeting_id, held_on, count, expected=Expected.SECRETARY
        )
    if any(count for *_, count in rows):
        yield from _stuck(session, book, day, group_id)


def _stuck(session: Session, book: DeadlineBook, day: dt.date, group_id: int | None) -> Iterator[NeedRow]:
    """Each answer that no meeting will take, and each circular that its group has not taken note of either."""
    origin = aliased(Group)
    columns: tuple[Any, ...] = (Delivery.group_id, Delivery.made_on, Group.code, Group.valid_to, Delivery.circular_id)
    rows = session.execute(
        select(
            *columns,
            *(Escalation.case_id, Escalation.number, Case.year, Case.number.label("case_number"), Case.title),
            *(origin.code.label("origin"), Circular.year.label("sent_in"), Circular.number.label("circular_number")),
            *(Circular.title.label("circular"), Circular.label.label("circular_label"), Case.label),
        )
        .join(Group, Group.id == Delivery.group_id)
        .outerjoin(AgendaItem, AgendaItem.id == Delivery.item_id)
        .outerjoin(Escalation, Escalation.id == Delivery.escalation_id)
        .outerjoin(Case, Case.id == Escalation.case_id)
        .outerjoin(origin, origin.id == Case.group_id)
        .outerjoin(Circular, Circular.id == Delivery.circular_id)
        .where(
            waits(),
            sticks(day),
            Delivery.acknowledged_on.is_(None),
            Delivery.group_id == group_id if group_id is not None else true(),
        )
        .order_by(Delivery.id)
        .limit(MOST)
    )
    for row in rows:
        has_ended = row.valid_to is not None and row.valid_to < day
        since = max(row.made_on, row.valid_to) if has_ended else row.made_on + LONG
        reference = f"C{row.sent_in}-{row.circular_number}"
        if row.circular_id is None:
            reference = escalation_reference(row, row.origin)
        yield NeedRow(
            NeedKind.DELIVERY_STUCK,
            row.group_id,
            "",
            book.of(row.code).receive_due(since),
            # Nobody writes for a group that has ended.
            expected=Expected.COORDINATOR if has_ended else Expected.SECRETARY,
            said=row.circular or row.title,
            case_id=row.case_id,
            circular_id=row.circular_id,
            reference=reference,
            label=row.label if row.circular_id is None else row.circular_label,
        )


def _coming(session: Session, groups: list[int], day: dt.date) -> dict[int, tuple[int, dt.date]]:
    found = select(Meeting.group_id, Meeting.id, Meeting.day).where(
        Meeting.group_id.in_(groups),
        Meeting.day >= day,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.cancelled_at.is_(None),
        Meeting.stage.in_(BEING_MADE),
    )
    last_first = session.execute(found.order_by(Meeting.day.desc(), Meeting.starts.desc(), Meeting.id.desc()))
    return {group: (meeting, held_on) for group, meeting, held_on in last_first}


def _unread(session: Session, book: DeadlineBook, day: dt.date, group_id: int | None) -> Iterator[NeedRow]:
    """The circulars that stood on a held meeting's agenda, and that its group has not taken note of."""
    columns: tuple[Any, ...] = (Delivery.group_id, Group.code, Meeting.day, Circular.year, Circular.number)
    rows = session.execute(
        select(*columns, Circular.title, Circular.label, Circular.id.label("circular_id"))
        .join(Circular, Circular.id == Delivery.circular_id)
        .join(Group, Group.id == Delivery.group_id)
        .join(AgendaItem, AgendaItem.id == Delivery.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Delivery.reported_on.is_(None),
            Delivery.acknowledged_on.is_(None),
            Meeting.stage.in_([stage for stage in Stage if stage.step >= Stage.HELD.step]),
            AgendaItem.outcome.not_in((ItemOutcome.CARRIED, ItemOutcome.DROPPED)),
            Delivery.group_id == group_id if group_id is not None else true(),
        )
        .order_by(Delivery.id)
    )
    within = add_working_days(day, LEAD)
    for row in rows:
        due = book.of(row.code).receive_due(row.day)
        if due <= within:
            yield NeedRow(
                NeedKind.CIRCULAR_UNREAD,
                row.group_id,
                "",
                due,
                day=row.day,
                expected=Expected.SECRETARY,
                said=row.title,
                reference=f"C{row.year}-{row.number}",
                circular_id=row.circular_id,
                label=row.label,
            )
