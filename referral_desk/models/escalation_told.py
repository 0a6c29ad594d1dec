"""What a step tells its body: the words, the case behind it, where it comes from and its story, frozen when sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from referral_desk.clock import local_date
from referral_desk.vocabulary import EscalationEventKind, Label

if TYPE_CHECKING:
    from referral_desk.models.agenda import AgendaItem, Paper
    from referral_desk.models.cases import Case
    from referral_desk.models.escalation_steps import EscalationEvent, EscalationStep
    from referral_desk.models.escalations import Escalation
    from referral_desk.models.plans import PlanActivity

_TAKES_BACK: Final = {
    EscalationEventKind.REOPENED: EscalationEventKind.ENDORSED,
    EscalationEventKind.RECALLED: EscalationEventKind.SENT,
    EscalationEventKind.TAKEN_OFF_AGENDA: EscalationEventKind.PUT_ON_AGENDA,
    EscalationEventKind.SEPARATED: EscalationEventKind.MERGED,
}
"""Lines of the story that take an earlier one back: a body is told of neither."""
_TOLD: Final = frozenset(
    {
        EscalationEventKind.ENDORSED,
        EscalationEventKind.SENT,
        EscalationEventKind.ACCEPTED,
        EscalationEventKind.RETURNED,
        EscalationEventKind.PUT_ON_AGENDA,
        EscalationEventKind.FORWARDED,
        EscalationEventKind.TAKEN_UP,
    }
)


def told_to_body(step: EscalationStep, papers: Sequence[Paper], sent_at: dt.datetime | None = None) -> dict[str, Any]:
    """All that a body is told by a step as it stands, ready for JSON; `sent_at` for one that is sent now.

    What the label of the step keeps from its readers is not in it: "case" is None then, and texts are empty.
    """
    case = step.escalation.case
    return {
        "reference": step.escalation.reference,
        "sender": step.sender.code,
        "body": step.body.code,
        "role": step.role.value,
        "label": step.label.value,
        "urgency": step.urgency.value,
        "due": _iso(step.due),
        "jump_reason": step.jump_reason,
        **step.texts(),
        "activities": [activity.code for activity in step.activities],
        "activity_names": [_activity_names(activity) for activity in step.activities],
        "papers": [paper_told(paper, case) for paper in papers],
        "case": {
            "kind": case.kind.value,
            "theme": case.theme,
            "theme_names": _both(case.theme_entry.name_da, case.theme_entry.name_en) if case.theme_entry else {},
            "residence_status": case.residence_status,
            "is_minor": case.is_minor.value,
            "is_detained": case.is_detained.value,
            "guidance_on": _iso(case.guidance_on),
        }
        if case.label.rank <= step.label.rank
        else None,
        "origins": _origins(step, sent_at),
        "history": _history(step, sent_at),
    }


def paper_told(paper: Paper, home: Case) -> dict[str, Any]:
    """A paper as a snapshot tells it: its id and name, its file's name, SHA-256 and pages, and whose case it came with.

    The last is empty for the case that goes up, `home`.
    """
    document = paper.document
    told = {"id": paper.id, "title": paper.title, "label": paper.label.value}
    told |= {"file": document.name, "sha256": document.sha256, "pages": document.pages}
    if paper.case is not None and paper.case is not home:
        told |= {"case": paper.case.reference, "group_id": paper.case.group.id}
    return told


def _activity_names(activity: PlanActivity) -> dict[str, Any]:
    plan = activity.area.plan
    names = {"title": _both(activity.title_da, activity.title_en), "plan": _both(plan.title_da, plan.title_en)}
    return {"number": activity.number, **names}


def _both(danish: str, english: str) -> dict[str, str]:
    """A name by language, as it is called on the day: what is renamed later keeps its name in what was sent."""
    return {"da": danish or english, "en": english or danish}


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day is not None else ""


def _origins(step: EscalationStep, sent_at: dt.datetime | None) -> list[dict[str, Any]]:
    """The group itself, and those whose escalations were merged at a body that sent this step or one before."""
    escalation = step.escalation
    senders = [one.sender for one in escalation.way if one.number <= step.number]
    behind = [one for one in escalation.family[1:] if one.step.body in senders]
    return [_origin(one, step, sent_at) for one in (escalation, *behind)]


def _origin(one: Escalation, step: EscalationStep, sent_at: dt.datetime | None) -> dict[str, Any]:
    first = one.way[0]
    said = first.snapshots[-1].read() if first.snapshots and first is not step else None
    title, label = (said["title"], Label(said["label"])) if said is not None else (first.title, first.label)
    sent = first.snapshots[0].sent_at if first.snapshots else sent_at
    return {
        "group_id": one.origin.id,
        "reference": one.reference,
        "title": title if label.rank <= step.label.rank else "",
        "sent_on": _iso(local_date(sent) if sent is not None else None),
        "is_merged": one is not step.escalation,
    }


def _history(step: EscalationStep, sent_at: dt.datetime | None) -> list[dict[str, Any]]:
    escalation = step.escalation
    # A step that was given up may have been for fewer readers than the one that took its place.
    is_shown = all(one.label.rank <= step.label.rank for one in escalation.steps)
    told = [_line(one, escalation) for one in _what_stands(escalation.events) if one.kind in _TOLD]
    if sent_at is not None:
        reason = step.jump_reason if step.skips_level else ""
        told.append(_said(EscalationEventKind.SENT, local_date(sent_at), step.sender.id, reason))
    return told if is_shown else [line | {"text": ""} for line in told]


def _line(event: EscalationEvent, escalation: Escalation) -> dict[str, Any]:
    day, text = local_date(event.at), event.text
    on, item = _minuted(event, escalation)
    match event.kind:
        case EscalationEventKind.ENDORSED:
            day, text = escalation.endorsed_on or day, escalation.endorsed_note
        case EscalationEventKind.PUT_ON_AGENDA:
            text = ""
    return _said(event.kind, day, event.group.id if event.group else None, text) | {"meeting": _iso(on), "item": item}


def _said(kind: EscalationEventKind, day: dt.date, group_id: int | None, text: str) -> dict[str, Any]:
    return {"kind": kind.value, "day": _iso(day), "group_id": group_id, "text": text, "meeting": "", "item": None}


def _minuted(event: EscalationEvent, escalation: Escalation) -> tuple[dt.date | None, int | None]:
    """The meeting of the desk where it was decided, or is to be, and the number of the item."""
    item: AgendaItem | None = None
    if event.kind is EscalationEventKind.ENDORSED and escalation.endorsed_entry is not None:
        item = escalation.endorsed_entry.item
    elif event.kind is EscalationEventKind.FORWARDED:
        behind = [one for one in escalation.steps if one.body is event.group and one.decision_entry]
        item = behind[-1].decision_entry.item if behind and behind[-1].decision_entry else None
    elif event.kind is EscalationEventKind.PUT_ON_AGENDA:
        on = _day(event.text)
        items = [one.item for one in escalation.steps if one.item is not None]
        item = next((one for one in items if one.meeting.day == on), None)
        if item is None:
            return on, None
    return (item.meeting.day, item.number) if item is not None else (None, None)


def _what_stands(events: Sequence[EscalationEvent]) -> list[EscalationEvent]:
    """The lines of a story without those that were taken back, and without agendas that it left before they came up."""
    stands: list[EscalationEvent] = []
    for event in events:
        taken = _TAKES_BACK.get(event.kind)
        back = [place for place, one in enumerate(stands) if one.kind is taken]
        if taken is not None:
            if back:
                del stands[back[-1]]
            continue
        if stands and stands[-1].kind is EscalationEventKind.PUT_ON_AGENDA:
            meeting = _day(stands[-1].text)
            if event.kind is stands[-1].kind or (meeting is not None and meeting > local_date(event.at)):
                del stands[-1]
        stands.append(event)
    return stands


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
