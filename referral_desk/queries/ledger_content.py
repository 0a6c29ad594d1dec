"""Fill the ledger of escalations from the record: all that went up, how old it is, who has it, what came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Case, Delivery, Escalation, EscalationSnapshot, EscalationStep, Group
from referral_desk.queries.case_documents import Ledger, LedgerLine, LedgerPart
from referral_desk.queries.escalations import EscalationRow, rows_by_id
from referral_desk.queries.leaving import Leaving, with_finds_hidden
from referral_desk.texts import N_, label
from referral_desk.vocabulary import EscalationLane, Label, StepOutcome, Tier

PART: Final = 500
"""How many are asked for at once: engines take only so many in one question."""
PARTS: Final = {
    EscalationLane.REGIONAL: N_("With the regions"),
    EscalationLane.NATIONAL: N_("With the national group"),
    EscalationLane.INTERMINISTERIAL: N_("With the inter-ministerial group"),
    EscalationLane.MERGED: N_("Merged into another"),
    EscalationLane.ANSWERED: N_("Answered"),
    EscalationLane.OVER: N_("Over"),
}
"""The parts of a ledger, by the lane that its lines stand in."""


@dataclass(frozen=True)
class Told:
    """What a body answered, as far as it is told: the released words for a group, who answered, when."""

    text: str = ""
    body: str = ""
    on: dt.date | None = None


def ledger_content(
    session: Session,
    *,
    day: dt.date,
    language: str,
    level: Tier | None = None,
    group_id: int | None = None,
    with_confidential: bool = False,
) -> Ledger:
    """Every escalation as of a day, open ones first: all, those that a level had to do with, or a group.

    Confidential ones have neither title nor answer unless `with_confidential`: the ledger is then confidential itself.
    Answers are told in the words that were released, never in the body's own. What looks like personal data and nobody
    kept is hidden (V10): one line stops nobody else's. Stale if the group is gone.
    """
    group = None if group_id is None else session.get(Group, group_id)
    if group_id is not None and group is None:
        raise Stale(GONE)
    order = (Escalation.closed_on.is_not(None), Escalation.closed_on.desc(), Escalation.since, Escalation.id)
    ids = session.scalars(select(Escalation.id).where(*_wanted(level, group_id)).order_by(*order)).all()
    rows: list[EscalationRow] = []
    for start in range(0, len(ids), PART):
        rows += rows_by_id(session, ids[start : start + PART], day, language)
    lines = _lines(session, rows, day, language, group_id, with_confidential=with_confidential)
    parts = [(PARTS[lane], tuple(line for row, line in lines if row.lane is lane)) for lane in PARTS]
    is_closed = with_confidential and any(row.label is Label.CONFIDENTIAL for row in rows)
    return Ledger(
        language=language,
        day=day,
        label=Label.CONFIDENTIAL if is_closed else Label.INTERNAL,
        parts=tuple(LedgerPart(name, some) for name, some in parts if some),
        whose=group.name_on(day, language) if group is not None else label(level, language) if level else "",
    )


def ledger_lines(
    session: Session, *, escalation_ids: Collection[int], day: dt.date, language: str, group_id: int | None = None
) -> tuple[LedgerLine, ...]:
    """The lines of some escalations in the order asked for; confidential ones without title and answer."""
    rows = rows_by_id(session, list(escalation_ids), day, language)
    return tuple(line for _, line in _lines(session, rows, day, language, group_id, with_confidential=False))


def _wanted(level: Tier | None, group_id: int | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if level is not None:
        found.append(_touched(select(Group.id).where(Group.tier == level)))
    if group_id is not None:
        found.append(_touched(select(Group.id).where(Group.id == group_id)))
    return found


def _touched(groups: Select[int]) -> ColumnElement[bool]:
    """Whether one of some groups sent it or was asked, at any step."""
    is_there = or_(EscalationStep.sender_id.in_(groups), EscalationStep.body_id.in_(groups))
    return select(EscalationStep.id).where(EscalationStep.escalation_id == Escalation.id, is_there).exists()


def _lines(
    session: Session,
    rows: Collection[EscalationRow],
    day: dt.date,
    language: str,
    group_id: int | None,
    *,
    with_confidential: bool,
) -> list[tuple[EscalationRow, LedgerLine]]:
    ends = _ends(session, [row.id for row in rows])
    leads = leads_of(session, rows)
    answers = answers_to(session, rows, leads, day=day, language=language, group_id=group_id)
    made = []
    for row in rows:
        is_shown = with_confidential or row.label is not Label.CONFIDENTIAL
        closed_on, reason = ends[row.id]
        told = answers.get(row.id, Told())
        line = LedgerLine(
            reference=row.reference,
            title=row.title if is_shown else "",
            theme=row.theme_name if is_shown and not row.is_case_closer else "",
            origins=row.origins,
            holder=row.holder,
            state=row.state,
            since=row.since,
            created_on=row.created_on,
            age_days=row.age_days,
            waits_days=row.waits_days,
            due=row.due,
            is_late=row.is_late,
            urgency=row.urgency,
            next_step=row.next_step,
            answer=told.text if is_shown else "",
            answered_by=told.body,
            answered_on=told.on,
            closed_on=closed_on,
            closed_reason=reason if is_shown else "",
            lead=row.lead,
        )
        made.append((row, line))
    return _hidden(session, made, leads)


def _ends(session: Session, ids: Collection[int]) -> dict[int, tuple[dt.date | None, str]]:
    found: dict[int, tuple[dt.date | None, str]] = {}
    for some in _parts(ids):
        told = select(Escalation.id, Escalation.closed_on, Escalation.closed_reason).where(Escalation.id.in_(some))
        found |= {key: (closed_on, reason) for key, closed_on, reason in session.execute(told)}
    return found


def answers_to(
    session: Session,
    rows: Collection[EscalationRow],
    leads: Mapping[int, int],
    *,
    day: dt.date,
    language: str,
    group_id: int | None = None,
) -> dict[int, Told]:
    """What was answered, by the id of each escalation that has an answer; `leads` as `leads_of` gives them.

    The words are those released for a group, or for the one that raised it; empty before they are released.
    """
    bodies: dict[int, tuple[Group, dt.date | None]] = {}
    words: dict[int, dict[int, str]] = {}
    for some in _parts({*leads, *leads.values()}):
        steps = select(EscalationStep.escalation_id, Group, EscalationStep.answered_on).join(
            Group, Group.id == EscalationStep.body_id
        )
        answered = EscalationStep.outcome == StepOutcome.ANSWERED
        told = session.execute(steps.where(answered, EscalationStep.escalation_id.in_(some)))
        bodies |= {key: (body, on) for key, body, on in told}
        deliveries = select(Delivery.escalation_id, Delivery.group_id, Delivery.text)
        for key, whose, text in session.execute(deliveries.where(Delivery.escalation_id.in_(some))):
            words.setdefault(key or 0, {})[whose] = text
    found = {}
    for row in rows:
        body, on = bodies.get(leads[row.id], (None, None))
        if body is None:
            continue
        own = words.get(row.id, {})
        text = own.get(group_id or row.origin_id, own.get(row.origin_id, ""))
        found[row.id] = Told(text, body.short_on(day, language), on)
    return found


def leads_of(session: Session, rows: Collection[EscalationRow]) -> dict[int, int]:
    """What leads each: itself, or the end of the chain that it was merged into; a link takes one more round."""
    leads = {row.id: row.lead_id for row in rows}
    above: dict[int, int | None] = dict(leads)
    unknown = {lead for lead in leads.values() if lead is not None} - above.keys()
    while unknown:
        asked = select(Escalation.id, Escalation.merged_into_id).where(Escalation.id.in_(unknown))
        above |= dict(session.execute(asked).all())
        unknown = {lead for lead in above.values() if lead is not None} - above.keys()

    def top(key: int) -> int:
        lead = above[key]
        return key if lead is None else top(lead)

    return {key: top(key) for key in leads}


def _hidden(
    session: Session, made: Sequence[tuple[EscalationRow, LedgerLine]], leads: Mapping[int, int]
) -> list[tuple[EscalationRow, LedgerLine]]:
    """The lines without what looks like personal data: an answer was kept where its lead is, the rest where it is."""
    steps: dict[int, list[int]] = {}
    never_sent: set[int] = set()
    for some in _parts({*leads, *leads.values()}):
        is_sent = select(EscalationSnapshot.id).where(EscalationSnapshot.step_id == EscalationStep.id).exists()
        asked = select(EscalationStep.escalation_id, EscalationStep.id, is_sent).order_by(EscalationStep.number)
        for key, step, was_sent in session.execute(asked.where(EscalationStep.escalation_id.in_(some))):
            steps.setdefault(key, []).append(step)
            (never_sent.discard if was_sent else never_sent.add)(key)
    told = with_finds_hidden(
        session,
        *(
            Leaving(
                line.reference,
                (line.title, line.answer, line.closed_reason),
                [
                    subject
                    for key in (row.id, leads[row.id])
                    for subject in (("escalation", key), *(("escalation_step", step) for step in steps.get(key, ())))
                ],
                names=row.state.is_with_sender or row.id in never_sent,
            )
            for row, line in made
        ),
    )
    return [
        (row, replace(line, title=title, answer=answer, closed_reason=reason))
        for (row, line), (title, answer, reason) in zip(made, told, strict=True)
    ]


def _parts(ids: Iterable[int]) -> Iterable[list[int]]:
    told = sorted(ids)
    return (told[start : start + PART] for start in range(0, len(told), PART))


def open_at(session: Session, group_id: int) -> list[int]:
    """The open escalations that a group raised or has now, those that waited longest first."""
    found = (
        select(Escalation.id)
        .join(Case, Case.id == Escalation.case_id)
        .where(Escalation.closed_on.is_(None), or_(Escalation.holder_id == group_id, Case.group_id == group_id))
        .order_by(Escalation.since, Escalation.id)
    )
    return list(session.scalars(found))
