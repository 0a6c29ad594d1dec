"""Fill a speaking note from the record: what a region has at the meeting above, where it stands, what came down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.clock import local_date
from referral_desk.desk import GONE
from referral_desk.errors import Invalid, Stale
from referral_desk.models import AgendaItem, Case, Circular, Delivery, Escalation, EscalationStep, Group, Meeting
from referral_desk.models.seats import representative_seat
from referral_desk.queries.case_documents import NoteCircular, NoteMatter, SpeakingNote
from referral_desk.queries.escalations import EscalationRow, rows_by_id
from referral_desk.queries.leaving import Leaving, with_finds_hidden
from referral_desk.queries.ledger_content import Told, answers_to, leads_of
from referral_desk.texts import N_
from referral_desk.vocabulary import EscalationState, Label, MeetingKind

NOBODY_ABOVE = N_("{group} reports to no other group: there is no meeting above to speak at.")
_NOT_ABOVE = frozenset({EscalationState.DRAFT, EscalationState.ENDORSED})
_HOME = frozenset({EscalationState.RELEASED, EscalationState.REPORTED, EscalationState.CLOSED})


def speaking_note(session: Session, *, group_id: int, day: dt.date, language: str) -> SpeakingNote:
    """What a group's representative takes along to the next meeting of the group above, as seen on a day.

    Matters that the note's readers may not see have neither title nor words; what looks like personal data and nobody
    kept is hidden (V10). Stale if the group is gone; Invalid for one that reports to nobody.
    """
    group = session.get(Group, group_id)
    if group is None:
        raise Stale(GONE)
    if group.parent is None:
        raise Invalid(NOBODY_ABOVE, group=group.code.upper())
    body = group.parent
    meeting = _next_meeting(session, body.id, day)
    own = _next_meeting(session, group_id, meeting.day if meeting is not None else day)
    since = _last_meeting(session, body.id, day)
    found = _escalations(session, group_id, since)
    ids = [one.id for one in found]
    leads = sorted({one.lead.id for one in found} - set(ids))
    rows = {row.id: row for row in rows_by_id(session, [*ids, *leads], day, language)}
    own_rows = [rows[key] for key in ids]
    answers = answers_to(session, own_rows, leads_of(session, own_rows), day=day, language=language, group_id=group_id)
    told = _hidden(
        session,
        [(one, _matter(one, rows[one.lead.id], rows[one.id], answers.get(one.id, Told()), meeting)) for one in found],
    )
    matters = [matter for one, matter in told if one.state not in _HOME]
    seat = representative_seat(group)
    held = seat.held_on(meeting.day if meeting else day) if seat is not None else None
    return SpeakingNote(
        language=language,
        region=group.name_on(day, language),
        speaker=held.person.name if held is not None and held.person is not None else "",
        body=body.name_on(meeting.day if meeting else day, language),
        label=Label.INTERNAL,
        day=day,
        meeting_day=meeting.day if meeting else None,
        starts=meeting.starts if meeting else None,
        ends=meeting.ends if meeting else None,
        place=meeting.place if meeting else "",
        own_next=own.day if own else None,
        matters=tuple(sorted(matters, key=lambda one: (one.item is None, one.item or 0))),
        answers=tuple(matter for one, matter in told if one.state in _HOME),
        circulars=circulars_to(session, group_id, since=since),
    )


def circulars_to(session: Session, group_id: int, *, since: dt.date | None) -> tuple[NoteCircular, ...]:
    """The circulars that a group has not taken note of, and with `since` all sent from that day on; newest first.

    Confidential ones have no title.
    """
    found = session.scalars(
        select(Delivery)
        .join(Circular, Circular.id == Delivery.circular_id)
        .where(Delivery.group_id == group_id, Circular.sent_at.is_not(None))
        .order_by(Circular.sent_at.desc(), Delivery.id.desc())
        .options(
            joinedload(Delivery.circular),
            joinedload(Delivery.item).joinedload(AgendaItem.meeting),
        )
    )
    made = []
    for delivery in found:
        circular = delivery.circular
        assert circular is not None
        assert circular.sent_at is not None
        sent_on = local_date(circular.sent_at)
        if delivery.is_acknowledged and (since is None or sent_on < since):
            continue
        made.append(
            NoteCircular(
                reference=circular.reference,
                kind=circular.kind,
                title="" if circular.label is Label.CONFIDENTIAL else circular.title,
                sent_on=sent_on,
                noted_on=delivery.acknowledged_on or delivery.reported_on,
                meeting_day=delivery.item.meeting.day if delivery.item else None,
            )
        )
    return tuple(made)


def _next_meeting(session: Session, group_id: int, day: dt.date) -> Meeting | None:
    return session.scalar(_meetings(group_id).where(Meeting.day >= day).order_by(Meeting.day, Meeting.starts).limit(1))


def _last_meeting(session: Session, group_id: int, day: dt.date) -> dt.date | None:
    found = _meetings(group_id).where(Meeting.day < day).order_by(Meeting.day.desc()).limit(1)
    meeting = session.scalar(found)
    return meeting.day if meeting is not None else None


def _meetings(group_id: int) -> Select[Meeting]:
    return select(Meeting).where(
        Meeting.group_id == group_id, Meeting.cancelled_at.is_(None), Meeting.kind == MeetingKind.ORDINARY
    )


def _escalations(session: Session, group_id: int, since: dt.date | None) -> Sequence[Escalation]:
    """What the group raised and sent: all that is under way, and what has come home since the last meeting above."""
    found = (
        select(Escalation)
        .join(Case, Case.id == Escalation.case_id)
        .where(Case.group_id == group_id, Escalation.state.not_in({*_NOT_ABOVE, EscalationState.WITHDRAWN}))
        .order_by(Escalation.since, Escalation.id)
        .options(
            joinedload(Escalation.case),
            selectinload(Escalation.steps).selectinload(EscalationStep.snapshots),
            selectinload(Escalation.steps).joinedload(EscalationStep.item),
            selectinload(Escalation.merged_into).selectinload(Escalation.steps).joinedload(EscalationStep.item),
        )
    )
    return [
        one for one in session.scalars(found) if one.closed_on is None or (since is not None and one.since >= since)
    ]


def _matter(
    one: Escalation, lead: EscalationRow, row: EscalationRow, told: Told, meeting: Meeting | None
) -> NoteMatter:
    first = one.way[0]
    said = first.snapshots[-1].read() if first.snapshots else first.texts()
    is_shown = row.label is not Label.CONFIDENTIAL and lead.label is not Label.CONFIDENTIAL
    item = one.lead.step.item
    is_here = item is not None and meeting is not None and item.meeting_id == meeting.id
    return NoteMatter(
        reference=row.reference,
        title=said["title"] if is_shown else "",
        asked=said["proposal"] if is_shown else "",
        state=lead.state if one.state is EscalationState.MERGED else one.state,
        holder=lead.holder,
        role=first.role,
        next_step=lead.next_step,
        item=item.number if is_here and item is not None else None,
        due=row.due,
        is_late=row.is_late,
        others=tuple(name for name in lead.origins if name != row.origin),
        answer=told.text if is_shown else "",
    )


def _hidden(session: Session, told: Sequence[tuple[Escalation, NoteMatter]]) -> list[tuple[Escalation, NoteMatter]]:
    """The matters without what looks like personal data: an answer was kept where its lead is, the rest where it is."""
    texts = with_finds_hidden(
        session,
        *(
            Leaving(
                matter.reference,
                (matter.title, matter.asked, matter.answer),
                [
                    subject
                    for some in (one, one.lead)
                    for subject in (
                        ("escalation", some.id),
                        *(("escalation_step", step.id) for step in some.steps),
                    )
                ],
            )
            for one, matter in told
        ),
    )
    return [
        (one, replace(matter, title=title, asked=asked, answer=answer))
        for (one, matter), (title, asked, answer) in zip(told, texts, strict=True)
    ]
