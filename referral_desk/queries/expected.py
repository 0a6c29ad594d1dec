"""What is expected next of an escalation, at which body and when: from its state and the meetings that are planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from referral_desk import clock
from referral_desk.models import AgendaItem, Case, Delivery, Escalation, EscalationStep, Meeting
from referral_desk.queries.hearing import Calendar, InTime, coming, said_day
from referral_desk.texts import N_, say
from referral_desk.vocabulary import EscalationState, StepOutcome

ENDORSE: Final = N_("{group} endorses it, at its meeting on {day} or before.")
ENDORSE_NEXT: Final = N_("{group} endorses it: it has no meeting planned.")
SEND_BY: Final = N_("{group} sends it, by {deadline} for the meeting of {body} on {day}.")
SEND_AFTER: Final = N_(
    "{group} sends it, by {deadline} for the meeting of {body} on {day}: "
    "the one on {missed} is too near (its deadline was {passed}), unless {body} agrees to take it up."
)
SEND_LATE: Final = N_(
    "{group} sends it: the next meeting of {body} on {missed} is too near (its deadline was {passed}), "
    "unless {body} agrees to take it up."
)
SEND_UP: Final = N_("{group} sends it, and {body} can take it up on {day}.")
SEND: Final = N_("{group} sends it: {body} has no meeting planned that it could come to.")
RECEIVE: Final = N_("{group} receives it, and can take it up on {day}.")
RECEIVE_AFTER: Final = N_(
    "{group} receives it, for its meeting on {day}: "
    "the one on {missed} is too near (its deadline was {passed}), unless {group} agrees to take it up."
)
RECEIVE_LATE: Final = N_(
    "{group} receives it: its next meeting on {missed} is too near (its deadline was {passed}), "
    "unless {group} agrees to take it up."
)
RECEIVE_NEXT: Final = N_("{group} receives it: it has no meeting planned that it could come to.")
AGENDA: Final = N_("{group} takes it up, at its meeting on {day} at the earliest.")
AGENDA_NEXT: Final = N_("{group} takes it up: it has no meeting planned that it could come to.")
DECIDE: Final = N_("{group} decides it at its meeting on {day}.")
RELEASE: Final = N_("{group} releases the answer.")
REPORT: Final = N_("{group} hears the answer at its meeting on {day}.")
REPORT_NEXT: Final = N_("{group} hears the answer at its next meeting, which is not planned yet.")
CLOSE: Final = N_("{group} has heard the answer and can close it.")
NO_BODY: Final = N_("{body} has ended: {group} chooses the body that is to have it, before it is sent.")
ENDED: Final = {
    EscalationState.DRAFT: N_("{group} has ended: the coordinator withdraws the draft, or sends it in its place."),
    EscalationState.ENDORSED: N_("{group} has ended: the coordinator sends it in its place, or withdraws it."),
    EscalationState.RETURNED: N_("{group} has ended: the coordinator sends it again in its place, or gives it up."),
    EscalationState.FORWARDED: N_("{group} has ended: the coordinator sends it on in its place, or answers it."),
    EscalationState.SENT: N_("{group} has ended: the coordinator returns it, or receives it and sends it on."),
    EscalationState.ACCEPTED: N_("{group} has ended: the coordinator sends it on, returns it, or writes its answer."),
    EscalationState.ON_AGENDA: N_("{group} has ended: the coordinator sends it on, returns it, or writes its answer."),
    EscalationState.ANSWERED: N_("{group} has ended: the coordinator releases the answer."),
    EscalationState.RELEASED: N_("{group} has ended: the coordinator tells it the answer outside a meeting."),
    EscalationState.REPORTED: N_("{group} has ended: the coordinator closes it."),
}
"""What is to be done for a body that has ended, by the state: nothing lies still with it."""


@dataclass(frozen=True)
class Expected:
    """The next thing: which body does it, at which meeting if one stands, and in words."""

    group_id: int
    group: str
    day: dt.date | None
    """When it is to be dealt with: the meeting's day; None where nothing is planned or no meeting is needed."""
    meeting_id: int | None
    deadline: dt.date | None
    """For what is to be sent: the last day for that meeting."""
    words: str
    has_ended: bool = False
    """Whether the body that has it has ended: the coordinator moves it on."""
    lacks_body: bool = False
    """Whether the body that it was to be sent to has ended."""


def expected(session: Session, *, escalation_ids: Collection[int], day: dt.date, language: str) -> dict[int, Expected]:
    """What is expected next of some escalations, by id, in a fixed number of questions; over ones are left out.

    What was merged is expected where its lead is.
    """
    calendar = coming(session, day=day, language=language)
    told = _told(session, escalation_ids)
    found = {}
    for key in escalation_ids:
        lead = told.get(key)
        while lead is not None and lead.state is EscalationState.MERGED:
            lead = told.get(lead.merged_into_id or 0)
        if lead is not None and lead.state.is_open:
            found[key] = _expected(calendar, lead, language)
    return found


@dataclass(frozen=True)
class _Told:
    """An escalation as far as its next thing depends on it."""

    state: EscalationState
    holder_id: int
    merged_into_id: int | None
    sender_id: int
    body_id: int
    sent_on: dt.date | None
    origin_id: int
    item: tuple[int, dt.date] | None
    """The meeting on whose agenda it stands."""
    delivered: tuple[int, dt.date] | None
    """The origin's meeting on whose agenda its answer stands."""


def _told(session: Session, ids: Collection[int]) -> dict[int, _Told]:
    """Some escalations, and what they were merged into; a chain of merges takes one more round for each link."""
    found: dict[int, _Told] = {}
    wanted = set(ids)
    newest = (
        select(EscalationStep.escalation_id, func.max(EscalationStep.number).label("number"))
        .where(EscalationStep.outcome != StepOutcome.GIVEN_UP)
        .group_by(EscalationStep.escalation_id)
    )
    while wanted:
        last = newest.where(EscalationStep.escalation_id.in_(wanted)).subquery()
        rows = session.execute(
            select(
                *(Escalation.id, Escalation.state, Escalation.holder_id, Escalation.merged_into_id),
                *(EscalationStep.sender_id, EscalationStep.body_id, EscalationStep.sent_at),
                *(Case.group_id, Meeting.id.label("meeting_id"), Meeting.day),
            )
            .join(Case, Case.id == Escalation.case_id)
            .join(last, last.c.escalation_id == Escalation.id)
            .join(
                EscalationStep,
                (EscalationStep.escalation_id == Escalation.id) & (EscalationStep.number == last.c.number),
            )
            .outerjoin(AgendaItem, AgendaItem.id == EscalationStep.item_id)
            .outerjoin(Meeting, Meeting.id == AgendaItem.meeting_id)
        ).all()
        home = _delivered(session, {row.id for row in rows if row.state is EscalationState.RELEASED})
        for row in rows:
            found[row.id] = _Told(
                state=row.state,
                holder_id=row.holder_id,
                merged_into_id=row.merged_into_id,
                sender_id=row.sender_id,
                body_id=row.body_id,
                sent_on=clock.local_date(row.sent_at) if row.sent_at is not None else None,
                origin_id=row.group_id,
                item=(row.meeting_id, row.day) if row.meeting_id is not None else None,
                delivered=home.get((row.id, row.group_id)),
            )
        wanted = {row.merged_into_id for row in rows if row.merged_into_id is not None} - found.keys()
    return found


def _delivered(session: Session, ids: Collection[int]) -> dict[tuple[int, int], tuple[int, dt.date]]:
    """The meetings on whose agendas answers stand, by escalation and group."""
    if not ids:
        return {}
    rows = session.execute(
        select(Delivery.escalation_id, Delivery.group_id, Meeting.id, Meeting.day)
        .join(AgendaItem, AgendaItem.id == Delivery.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Delivery.escalation_id.in_(ids))
    )
    return {(key or 0, group_id): (meeting_id, day) for key, group_id, meeting_id, day in rows}


_SAID: Final = {
    EscalationState.DRAFT: (ENDORSE, ENDORSE_NEXT),
    EscalationState.ACCEPTED: (AGENDA, AGENDA_NEXT),
    EscalationState.ON_AGENDA: (DECIDE, AGENDA_NEXT),
    EscalationState.ANSWERED: (RELEASE, RELEASE),
    EscalationState.RELEASED: (REPORT, REPORT_NEXT),
    EscalationState.REPORTED: (CLOSE, CLOSE),
}
"""What is said with a meeting, and without one."""


def _expected(calendar: Calendar, told: _Told, language: str) -> Expected:
    if told.holder_id in calendar.gone:
        group = calendar.gone[told.holder_id]
        words = say(ENDED[told.state], language, group=group)
        return Expected(told.holder_id, group, None, None, None, words, has_ended=True)
    if told.state is EscalationState.SENT:
        return _to_receive(calendar, told, language)
    if told.state not in _SAID:
        return _to_send(calendar, told, language)
    group = calendar.year.body[told.holder_id].name
    with_meeting, without = _SAID[told.state]
    meeting = _meeting(calendar, told)
    if meeting is None:
        return Expected(told.holder_id, group, None, None, None, say(without, language, group=group))
    words = say(with_meeting, language, group=group, day=said_day(meeting[1], calendar.today, language))
    return Expected(told.holder_id, group, meeting[1], meeting[0], None, words)


def _meeting(calendar: Calendar, told: _Told) -> tuple[int, dt.date] | None:
    """The meeting at which the next thing is to happen."""
    match told.state:
        case EscalationState.ON_AGENDA:
            return told.item
        case EscalationState.DRAFT:
            # A group can endorse what its agenda does not name.
            stop = next((one for one in calendar.stops.values() if one.group_id == told.holder_id), None)
        case EscalationState.ACCEPTED:
            stop = calendar.next_of(told.holder_id)
        case EscalationState.RELEASED if told.delivered is not None:
            return told.delivered
        case EscalationState.RELEASED:
            stop = calendar.next_of(told.origin_id)
        case _:
            stop = None
    return (stop.meeting_id, stop.day) if stop is not None else None


def _to_send(calendar: Calendar, told: _Told, language: str) -> Expected:
    group = calendar.year.body[told.holder_id].name
    body = calendar.year.body.get(told.body_id)
    if body is None:
        words = say(NO_BODY, language, group=group, body=calendar.gone.get(told.body_id, ""))
        return Expected(told.holder_id, group, None, None, None, words, lacks_body=True)
    days = calendar.in_time(told.holder_id, told.body_id, calendar.today)
    said = _Said(calendar, language, days, group=group, body=body.name)
    if days.first is None:
        return Expected(told.holder_id, group, None, None, None, said.words(SEND_LATE if days.missed else SEND))
    in_time = SEND_AFTER if days.missed else SEND_BY
    words = said.words(in_time if days.deadline else SEND_UP)
    return Expected(told.holder_id, group, days.first.day, days.first.meeting_id, days.deadline, words)


def _to_receive(calendar: Calendar, told: _Told, language: str) -> Expected:
    group = calendar.year.body[told.holder_id].name
    days = calendar.in_time(told.sender_id, told.body_id, told.sent_on or calendar.today)
    said = _Said(calendar, language, days, group=group)
    if days.first is None:
        words = said.words(RECEIVE_LATE if days.missed else RECEIVE_NEXT)
        return Expected(told.holder_id, group, None, None, None, words)
    words = said.words(RECEIVE_AFTER if days.missed else RECEIVE)
    return Expected(told.holder_id, group, days.first.day, days.first.meeting_id, None, words)


class _Said:
    """Says sentences about the meetings that something comes to."""

    def __init__(self, calendar: Calendar, language: str, days: InTime, **names: str) -> None:
        found = {
            "day": days.first.day if days.first is not None else None,
            "deadline": days.deadline,
            "missed": days.missed.day if days.missed is not None else None,
            "passed": days.passed,
        }
        told = {name: said_day(day, calendar.today, language) for name, day in found.items() if day is not None}
        self._language, self._values = language, names | told

    def words(self, sentence: str) -> str:
        """A sentence with its days and groups."""
        return say(sentence, self._language, **self._values)
