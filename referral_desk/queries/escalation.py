"""One escalation as its page shows it: every step in its words, what was sent, its story, and what can be done now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.desk import GONE
from referral_desk.errors import Invalid, Stale
from referral_desk.models import (
    AgendaItem,
    Escalation,
    EscalationSnapshot,
    EscalationStep,
    Group,
    Meeting,
    MinutesEntry,
)
from referral_desk.models.escalation_papers import HIDDEN, merged_papers, papers_along
from referral_desk.models.escalation_rules import LACKING, check_mergeable, readers_of
from referral_desk.models.escalation_steps import HEIGHT, NEXT_TIER, TEXTS
from referral_desk.models.meetings import BEING_MADE
from referral_desk.queries.agenda import activity_row
from referral_desk.queries.escalation_acts import acts_on
from referral_desk.queries.escalation_views import FIELD_NAMES as FIELD_NAMES  # noqa: PLC0414 - the window names them from here
from referral_desk.queries.escalation_views import AgendaChoice as AgendaChoice  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import BodyChoice as BodyChoice  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import DecisionRow as DecisionRow  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import DeliveryRow as DeliveryRow  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import EscalationPage as EscalationPage  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import EventRow as EventRow  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import FeedbackLevel as FeedbackLevel  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import ItemPlace as ItemPlace  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import OtherRow as OtherRow  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import PaperChoice as PaperChoice  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import SentPaper as SentPaper  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import SnapshotView as SnapshotView  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import StepView as StepView  # noqa: PLC0414 - same
from referral_desk.queries.escalation_views import Telling as Telling  # noqa: PLC0414 - same
from referral_desk.queries.escalations import rows_by_id
from referral_desk.queries.expected import expected
from referral_desk.queries.stuck import stuck
from referral_desk.texts import is_blank, say
from referral_desk.vocabulary import (
    ConsultationRole,
    EntryKind,
    EscalationState,
    Label,
    Urgency,
)

DECISIONS_OFFERED: Final = 40
SINCE: Final = dt.timedelta(days=400)
"""How far back decisions are offered for linking."""
LEADS_OFFERED: Final = 60


def escalation_page(
    session: Session,
    *,
    escalation_id: int,
    day: dt.date,
    language: str,
    user: str = "",
    is_coordinator: bool = True,
) -> EscalationPage:
    """An escalation as seen on a day; Stale once it is gone.

    `user` and `is_coordinator` say who looks: a person who sent it does not decide it (V13).
    """
    found = session.get(Escalation, escalation_id)
    if found is None:
        raise Stale(GONE)
    (row,) = rows_by_id(session, [escalation_id], day, language)
    shown = _Shown(day, language)
    leads = _leads(session, found) if found.state.is_with_receiver else []
    return EscalationPage(
        row=row,
        case_version=found.case.version,
        case_title=found.case.title,
        steps=tuple(shown.step(step) for step in found.steps),
        events=tuple(
            EventRow(line.id, line.at, line.who, line.kind, shown.name(line.group), line.text) for line in found.events
        ),
        deliveries=_deliveries(session, found, shown),
        lead=shown.other(found.lead) if found.merged_into is not None else None,
        followers=tuple(shown.other(one) for one in found.family[1:]),
        endorsed_on=found.endorsed_on,
        endorsed_note=found.endorsed_note,
        endorsed_by=shown.decision(found.endorsed_entry),
        released_on=found.released_on,
        closed_on=found.closed_on,
        closed_reason=found.closed_reason,
        ahead=expected(session, escalation_ids=[escalation_id], day=day, language=language).get(escalation_id),
        lacks=tuple(say(LACKING[name], language) for name in found.step.lacks()) if found.state.is_with_sender else (),
        acts=acts_on(
            found, day=day, user=user, is_coordinator=is_coordinator, has_leads=bool(leads), language=language
        ),
        bodies=_bodies(session, found, shown) if found.state.is_with_sender else (),
        decisions=_decisions(session, found, shown),
        agendas=_agendas(session, found, day),
        leads=tuple(shown.other(one) for one in leads),
        papers=_papers(found, shown) if found.state.is_with_sender else (),
        levels=shown.levels(found) if found.state is EscalationState.ANSWERED else (),
    )


@dataclass(frozen=True)
class _Shown:
    """Rows as they are shown on a day in a language."""

    day: dt.date
    language: str

    def name(self, group: Group | None) -> str:
        return group.short_on(self.day, self.language) if group is not None else ""

    def step(self, step: EscalationStep) -> StepView:
        return StepView(
            id=step.id,
            number=step.number,
            sender_id=step.sender_id,
            sender=self.name(step.sender),
            body_id=step.body_id,
            body=self.name(step.body),
            body_tier=step.body.tier,
            role=step.role,
            label=step.label,
            urgency=step.urgency,
            due=step.due,
            texts=step.texts(),
            skips_level=step.skips_level,
            jump_reason=step.jump_reason,
            activities=tuple(activity_row(activity, self.language) for activity in step.activities),
            sent_at=step.sent_at,
            sent_by=step.sent_by,
            received_at=step.received_at,
            received_by=step.received_by,
            item=self.place(step.item),
            outcome=step.outcome,
            outcome_on=step.outcome_on,
            outcome_reason=step.outcome_reason,
            decision=self.decision(step.decision_entry),
            answer=step.answer,
            answered_on=step.answered_on,
            answer_recorded_by=step.answer_recorded_by,
            document_reference=step.document_reference,
            journal_number=step.journal_number,
            feedback=step.feedback,
            snapshots=tuple(map(_snapshot, step.snapshots)),
            is_now=step is step.escalation.step,
        )

    def place(self, item: AgendaItem | None) -> ItemPlace | None:
        if item is None:
            return None
        meeting = item.meeting
        is_held = meeting.stage not in BEING_MADE and meeting.is_closed_to_change and not meeting.is_cancelled
        return ItemPlace(item.id, item.number, meeting.id, meeting.day, is_held)

    def decision(self, entry: MinutesEntry | None) -> DecisionRow | None:
        if entry is None:
            return None
        item = entry.item
        return DecisionRow(entry.id, entry.text, item.id, item.number, item.title, item.meeting_id, item.meeting.day)

    def other(self, one: Escalation) -> OtherRow:
        title = one.step.title or one.case.title
        return OtherRow(one.id, one.version, one.case_id, one.reference, title, self.name(one.origin), one.state)

    def levels(self, found: Escalation) -> tuple[FeedbackLevel, ...]:
        readers = readers_of(found)
        return tuple(
            FeedbackLevel(
                step.number,
                self.name(step.body),
                self.name(step.sender),
                step.feedback,
                is_looser=readers[step.number].rank < found.step.label.rank,
            )
            for step in found.way
        )


def _snapshot(snapshot: EscalationSnapshot) -> SnapshotView:
    told = snapshot.read()
    return SnapshotView(
        number=snapshot.number,
        sent_at=snapshot.sent_at,
        sent_by=snapshot.sent_by,
        texts={name: told[name] for name in TEXTS},
        label=Label(told["label"]),
        role=ConsultationRole(told["role"]),
        urgency=Urgency(told["urgency"]),
        activities=tuple(told["activities"]),
        sha256=snapshot.sha256,
        papers=papers_sent(told),
    )


def papers_sent(told: Mapping[str, Any]) -> tuple[SentPaper, ...]:
    """The papers in what a snapshot tells; one from before papers went along tells of none."""
    return tuple(
        SentPaper(
            one["id"], one["title"], one["file"], Label(one["label"]), one["pages"], one["sha256"], one.get("case", "")
        )
        for one in told.get("papers", ())
    )


def _papers(found: Escalation, shown: _Shown) -> tuple[PaperChoice, ...]:
    step = found.step
    along = papers_along(step)
    return tuple(
        PaperChoice(
            paper.id,
            paper.number,
            paper.title,
            paper in along,
            "" if step.shows(paper) else say(HIDDEN, shown.language, number=paper.number),
            f"{shown.name(case.group)}, {case.reference}" if case is not None and case is not found.case else "",
        )
        for paper, case in ((one, one.case) for one in (*found.case.papers, *merged_papers(step)))
    )


def _bodies(session: Session, found: Escalation, shown: _Shown) -> tuple[BodyChoice, ...]:
    """The bodies above the sender that stand on the day: the next first."""
    sender = found.step.sender
    groups: Iterable[Group] = session.scalars(select(Group).order_by(Group.position, Group.id))
    above = [one for one in groups if one.valid_on(shown.day) and HEIGHT[one.tier] > HEIGHT[sender.tier]]
    above.sort(key=lambda one: (HEIGHT[one.tier], one is not sender.parent))
    return tuple(BodyChoice(one.id, shown.name(one), one.tier is not NEXT_TIER.get(sender.tier)) for one in above)


def _decisions(session: Session, found: Escalation, shown: _Shown) -> tuple[DecisionRow, ...]:
    """What the body that has it decided lately; under its own item first."""
    if found.state is EscalationState.DRAFT:
        body, item = found.step.sender, None
    elif found.state.is_with_receiver:
        body, item = found.step.body, found.step.item
    else:
        return ()
    wanted: list[ColumnElement[bool]] = [Meeting.group_id == body.id, Meeting.day >= shown.day - SINCE]
    entries = session.scalars(
        select(MinutesEntry)
        .join(AgendaItem, AgendaItem.id == MinutesEntry.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(*wanted, MinutesEntry.kind == EntryKind.DECISION)
        .order_by(Meeting.day.desc(), AgendaItem.position, MinutesEntry.position, MinutesEntry.id)
        .limit(DECISIONS_OFFERED)
    )
    rows = [(entry.item is not item, row) for entry in entries if (row := shown.decision(entry))]
    return tuple(row for _, row in sorted(rows, key=lambda told: told[0]) if not is_blank(row.text))


def _agendas(session: Session, found: Escalation, day: dt.date) -> tuple[AgendaChoice, ...]:
    if found.state not in {EscalationState.SENT, EscalationState.ACCEPTED}:
        return ()
    rows = session.execute(
        select(Meeting.id, Meeting.day)
        .where(
            Meeting.group_id == found.step.body_id,
            Meeting.day >= day,
            Meeting.cancelled_at.is_(None),
            Meeting.stage.in_(BEING_MADE),
        )
        .order_by(Meeting.day, Meeting.starts, Meeting.id)
    )
    return tuple(AgendaChoice(meeting_id, on) for meeting_id, on in rows)


def _deliveries(session: Session, found: Escalation, shown: _Shown) -> tuple[DeliveryRow, ...]:
    """The answer on its way to each group that hears it: its own first, then those of what was merged into it."""
    family = found.family
    waits = any(one.is_waiting for member in family for one in member.deliveries)
    sticking = stuck(session, [member.id for member in family], shown.day) if waits else frozenset()
    return tuple(
        DeliveryRow(
            id=one.id,
            version=one.version,
            escalation_id=member.id,
            case_id=member.case_id,
            reference=member.reference,
            group_id=one.group_id,
            group=shown.name(one.group),
            is_origin=one.group is found.origin and member is found,
            is_merged=member is not found,
            text=one.text,
            made_on=one.made_on,
            item=shown.place(one.item),
            reported_on=one.reported_on,
            is_stuck=one.id in sticking,
            told=Telling(one.told_how, one.told_whom, one.told_reason, one.told_by) if one.is_told else None,
            is_over=member.closed_on is not None,
        )
        for member in family
        for one in member.deliveries
    )


def _leads(session: Session, found: Escalation) -> list[Escalation]:
    """What lies with the same body, is not decided there, and could lead this one."""
    others = session.scalars(
        select(Escalation)
        .where(
            Escalation.holder_id == found.holder_id,
            Escalation.closed_on.is_(None),
            Escalation.state.in_([state for state in EscalationState if state.is_with_receiver]),
            Escalation.id != found.id,
        )
        .order_by(Escalation.since, Escalation.id)
        .limit(LEADS_OFFERED)
        .options(selectinload(Escalation.steps), joinedload(Escalation.case))
    )
    return [one for one in others if _can_lead(one, found)]


def _can_lead(lead: Escalation, follower: Escalation) -> bool:
    try:
        check_mergeable(follower, lead)
    except Invalid:
        return False
    return True
