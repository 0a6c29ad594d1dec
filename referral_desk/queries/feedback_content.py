"""Fill a feedback note from the record: the answer in the words that were released for one group."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from referral_desk.clock import local_date
from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Delivery, Escalation, Group
from referral_desk.queries.brief_content import words_of_step
from referral_desk.queries.case_documents import FeedbackNote
from referral_desk.queries.leaving import Leaving, with_finds_hidden
from referral_desk.vocabulary import Label


def feedback_note(session: Session, *, delivery_id: int, language: str) -> FeedbackNote:
    """The answer as one group hears it, once it is released; under its own reference, beside what it asked itself.

    All of it is locked, so what looks like personal data and nobody kept is hidden (V10). Stale if there is no such
    answer, for a circular too.
    """
    delivery = session.get(Delivery, delivery_id)
    if delivery is None or delivery.escalation is None:
        raise Stale(GONE)
    escalation = delivery.escalation
    lead = escalation.lead
    step = next((one for one in escalation.way if one.sender is delivery.group), escalation.way[0])
    said = step.snapshots[-1].read() if step.snapshots else words_of_step(step)
    made_on = delivery.made_on
    note = FeedbackNote(
        language=language,
        group=delivery.group.name_on(made_on, language),
        reference=escalation.reference,
        title=said["title"],
        label=Label(said["label"]),
        text=delivery.text,
        body=lead.step.body.name_on(made_on, language),
        released_on=made_on,
        answered_on=lead.step.answered_on,
        asked=said["proposal"],
        asked_on=local_date(step.snapshots[0].sent_at) if step.snapshots else None,
        way=tuple(dict.fromkeys(one.short_on(made_on, language) for one in _bodies(escalation, step.number))),
        others=tuple(
            dict.fromkeys(
                one.origin.short_on(made_on, language) for one in lead.family if one.origin is not delivery.group
            )
        ),
        meeting_day=delivery.item.meeting.day if delivery.item else None,
        item=delivery.item.number if delivery.item else None,
        reported_on=delivery.reported_on,
        told_how=delivery.told_how,
    )
    subjects = [("escalation", one.id) for one in lead.family]
    subjects += [("escalation_step", one.id) for one in (*escalation.steps, *lead.steps)]
    ((title, asked, text),) = with_finds_hidden(
        session, Leaving(note.reference, (note.title, note.asked, note.text), subjects)
    )
    return replace(note, title=title, asked=asked, text=text)


def _bodies(escalation: Escalation, number: int) -> list[Group]:
    """The bodies that it went to from a step on, and what leads it went on to from there."""
    own = [step.body for step in escalation.way if step.number >= number]
    further = [step.body for step in escalation.lead.way]
    behind = further.index(own[-1]) + 1 if own[-1] in further else len(further)
    return own + further[behind:]
