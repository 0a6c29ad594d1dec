"""What escalations on their way still lack at each body, and what is late of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Row, select, true
from sqlalchemy.orm import Session

from referral_desk.clock import add_working_days
from referral_desk.deadlines import Deadlines
from referral_desk.models import AgendaItem, Case, Escalation, EscalationStep, Group, Meeting
from referral_desk.models.cases import case_reference
from referral_desk.models.settings import DeadlineBook
from referral_desk.queries.followers import is_newest_step
from referral_desk.queries.loose_end_rows import Expected, NeedKind, NeedRow
from referral_desk.queries.meeting_ends import LEAD
from referral_desk.vocabulary import EscalationState, Stage, Tier

DRAFT_RESTS: Final = 40
"""Working days that a draft may lie before somebody is asked what becomes of it."""
TOP_THINKS: Final = 60
"""Working days after which the inter-ministerial group is asked again for an answer, where no day was set."""
DECIDED: Final = (NeedKind.ESCALATION_UNANSWERED, NeedKind.ANSWER_UNRELEASED)
"""Told from the day on which it can be done: others wait for these words, and no meeting brings them."""
BY_STATE: Final = {
    EscalationState.DRAFT: NeedKind.ESCALATION_DRAFT,
    EscalationState.SENT: NeedKind.ESCALATION_UNRECEIVED,
    EscalationState.ANSWERED: NeedKind.ANSWER_UNRELEASED,
    EscalationState.REPORTED: NeedKind.ESCALATION_NOT_CLOSED,
    EscalationState.ENDORSED: NeedKind.ESCALATION_ENDORSED,
    EscalationState.RETURNED: NeedKind.ESCALATION_RETURNED,
    EscalationState.FORWARDED: NeedKind.ESCALATION_FORWARDED,
}
HELD: Final = tuple(stage for stage in Stage if stage.step >= Stage.HELD.step)


def escalation_ends(session: Session, book: DeadlineBook, day: dt.date, group_id: int | None) -> Iterator[NeedRow]:
    """One row for each open escalation of which something is late or soon due, or decided, with the body that has it.

    Groups and people are not named yet: what is read here is little, however many are over.
    """
    within = add_working_days(day, LEAD)
    held: dict[str, Deadlines] = {}
    rows = _open(session, group_id)
    asked = _asked(rows)
    for row in rows:
        if row.state is EscalationState.MERGED:
            continue
        deadlines = held.setdefault(row.holder_code, book.of(row.holder_code))
        kind, due = _end(row, asked.get(row.id), deadlines, day)
        has_ended = row.valid_to is not None and row.valid_to < day
        # What is reported is only to be closed: nobody waits.
        is_stranded = has_ended and row.state is not EscalationState.REPORTED
        if is_stranded:
            kind, due = NeedKind.ESCALATION_STRANDED, deadlines.receive_due(max(row.since, row.valid_to))
        decided_on = row.day if kind is NeedKind.ESCALATION_UNANSWERED else row.since
        is_told = is_stranded or due is None or due <= within or (kind in DECIDED and decided_on <= day)
        if kind is None or not is_told:
            continue
        reference = case_reference(row.code, row.year, row.case_number)
        yield NeedRow(
            kind,
            row.holder_id,
            "",
            due,
            row.meeting_id if kind is NeedKind.ESCALATION_UNANSWERED else None,
            row.day if kind is NeedKind.ESCALATION_UNANSWERED else None,
            # Nobody writes for a group that has ended.
            expected=Expected.COORDINATOR if has_ended else Expected.SECRETARY,
            said=row.title or row.case_title,
            case_id=row.case_id,
            reference=reference if row.number == 1 else f"{reference}/{row.number}",
            label=row.label if row.title else row.case_label,
        )


def _asked(rows: Sequence[Row[Any]]) -> dict[int, dt.date]:
    """By when an answer is asked for, by id: also by those whose own was merged into it, which says nothing itself."""
    leads = {row.id: row.merged_into_id for row in rows if row.state is EscalationState.MERGED}
    found: dict[int, dt.date] = {}
    for row in rows:
        lead = row.id
        while lead in leads:
            lead = leads[lead]
        if row.due is not None:
            found[lead] = _sooner(row.due, found.get(lead))
    return found


def _end(
    row: Row[Any], asked: dt.date | None, deadlines: Deadlines, day: dt.date
) -> tuple[NeedKind | None, dt.date | None]:
    """What the body that has it is to do next, and the last day for it; nothing where a coming meeting does it.

    `asked` is by when an answer is asked for, also by those whose own was merged into it.
    """
    match row.state:
        case EscalationState.ACCEPTED if row.tier is Tier.INTERMINISTERIAL:
            # It may not use the desk: its answer just arrives.
            return NeedKind.ESCALATION_DUE, asked or add_working_days(row.since, TOP_THINKS)
        case EscalationState.ACCEPTED if asked is None or asked > day:
            # It is told at once: no meeting will take it by itself.
            return NeedKind.ESCALATION_NO_AGENDA, None
        case EscalationState.ON_AGENDA if row.stage in HELD:
            return NeedKind.ESCALATION_UNANSWERED, _sooner(deadlines.answer_due(row.day), asked)
        case EscalationState.ACCEPTED | EscalationState.ON_AGENDA:
            return (None if asked is None else NeedKind.ESCALATION_DUE), asked
    kind = BY_STATE[row.state]
    days = {
        NeedKind.ESCALATION_DRAFT: DRAFT_RESTS,
        NeedKind.ANSWER_UNRELEASED: deadlines.answer,
        NeedKind.ESCALATION_NOT_CLOSED: deadlines.answer,
    }
    due = add_working_days(row.since, days.get(kind, deadlines.receive))
    return kind, _sooner(due, asked) if kind is NeedKind.ESCALATION_UNRECEIVED else due


def _sooner(due: dt.date, other: dt.date | None) -> dt.date:
    return due if other is None else min(due, other)


def _open(session: Session, group_id: int | None) -> list[Row[Any]]:
    holder, origin = Group.__table__.alias("holder"), Group.__table__.alias("origin")
    query = (
        select(
            Escalation.id,
            Escalation.merged_into_id,
            Escalation.number,
            Escalation.state,
            Escalation.since,
            Escalation.holder_id,
            Escalation.case_id,
            holder.c.code.label("holder_code"),
            holder.c.tier,
            holder.c.valid_to,
            origin.c.code.label("code"),
            Case.year,
            Case.number.label("case_number"),
            Case.title.label("case_title"),
            Case.label.label("case_label"),
            EscalationStep.title,
            EscalationStep.label,
            EscalationStep.due,
            Meeting.id.label("meeting_id"),
            Meeting.day,
            Meeting.stage,
        )
        .join(Case, Case.id == Escalation.case_id)
        .join(origin, origin.c.id == Case.group_id)
        .join(holder, holder.c.id == Escalation.holder_id)
        .join(EscalationStep, is_newest_step())
        .outerjoin(AgendaItem, AgendaItem.id == EscalationStep.item_id)
        .outerjoin(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Escalation.closed_on.is_(None),
            # Its deliveries tell of that.
            Escalation.state != EscalationState.RELEASED,
            Escalation.holder_id == group_id if group_id is not None else true(),
        )
        .order_by(Escalation.since, Escalation.id)
    )
    return list(session.execute(query))
