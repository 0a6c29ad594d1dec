"""What operations on escalations share: hold one with all that follows it, tell its story, take a change back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm.attributes import flag_modified

from referral_desk.desk import Work, operation, require
from referral_desk.errors import NotAllowed
from referral_desk.models import (
    AgendaItem,
    Case,
    Escalation,
    EscalationEvent,
    EscalationStep,
    Group,
    Meeting,
    MinutesEntry,
    PlanActivity,
)
from referral_desk.models.base import Record
from referral_desk.models.escalation_rules import check_decider
from referral_desk.models.meetings import BEING_MADE
from referral_desk.operations.deliveries import follow_items, let_item_go, put_escalation, tell
from referral_desk.operations.holding import held_meeting
from referral_desk.operations.merged_papers import LeadItems
from referral_desk.operations.outcome import Done, Undo
from referral_desk.texts import N_
from referral_desk.vocabulary import EscalationEventKind, EscalationState, Stage, Tier

IS_OUT: Final = N_("That agenda is out: carry the item forward at the meeting instead.")
DECISION_GONE: Final = N_("The decision that it rested on was taken out of the minutes meanwhile: do it anew.")
ANSWER_STAYS: Final = N_(
    "The meeting that decided {reference} is closed: choose “Take the answer back” on its page instead, and say why."
)
DECISION_STAYS: Final = N_(
    "The meeting that dealt with {reference} is closed: go on from where it is now, on its page."
)
UNDER_WAY: Final = N_("{reference} is on its way already: a case goes up once at a time.")
DECIDED_MEANWHILE: Final = N_("{lead} is decided by now: {reference} goes its own way, or is merged into another.")
DECISIONS: Final = ("endorsed_entry_id", "decision_entry_id")
_STAYS: Final = frozenset({"id", "version", "case_id", "number", "escalation_id", "holder_id", "lane"})
"""Columns that no change touches, or that follow from the others."""


@dataclass(frozen=True)
class RowBefore:
    """One row as it stood before a change."""

    kind: type[Record]
    id: int
    values: dict[str, Any]


@dataclass(frozen=True)
class EscalationBefore:
    """How an escalation stood before a change, the version it had after it, and what the change made or took away."""

    escalation_id: int
    version: int
    rows: tuple[RowBefore, ...]
    activity_ids: tuple[int, ...]
    lines: tuple[int, ...]
    made_step_id: int | None = None
    left_id: int | None = None
    """The meeting whose agenda it left."""

    @property
    def led_by(self) -> list[int]:
        """What it was merged into, by its id."""
        told = (row.values["merged_into_id"] for row in self.rows if row.kind is Escalation)
        return [key for key in told if key is not None]


class Change:
    """One change of an escalation: what it was before, the lines of its story, and how all of it is taken back."""

    def __init__(self, work: Work, escalation: Escalation) -> None:
        self.work, self.escalation = work, escalation
        self._rows = tuple(map(_before, [*escalation.family])) + tuple(map(_before, escalation.steps))
        self._step = escalation.step
        self._activities = tuple(activity.id for activity in escalation.step.activities)
        self._lines: list[EscalationEvent] = []
        self.made_step: EscalationStep | None = None
        self._left: Meeting | None = None

    def tell(self, kind: EscalationEventKind, group: Group, text: str = "") -> None:
        """Write a line into its story: what happened, at which body, with a reason or a reference."""
        self._lines.append(tell(self.work, self.escalation, kind, group, " ".join(text.split())))

    def tells_last(self) -> None:
        """The newest line of its story, written by what the change called, goes with it."""
        self._lines.append(self.escalation.events[-1])

    def leave_agenda(self) -> None:
        """Let it go off the agenda it stands on; the item goes too, where nobody has worked on it yet."""
        item = self.escalation.step.item
        self._left = item.meeting if item is not None and self.escalation.state is EscalationState.ON_AGENDA else None
        let_item_go(self.work, self.escalation)

    def kept(self, *others: Escalation) -> Done:
        """Keep the change, and say how it is taken back; `others` are told by their version that they had part in it.

        Every change gives the escalation another version, also one that touches nothing but its step.
        """
        session = self.work.session
        session.flush()
        for one in (self.escalation, *others):
            flag_modified(one, "since")
        session.flush()
        self.work.touched("escalations", "cases")
        before = EscalationBefore(
            self.escalation.id,
            self.escalation.version,
            tuple(told for told in self._rows if self._is_mine(told)),
            self._activities,
            tuple(line.id for line in self._lines),
            self.made_step.id if self.made_step else None,
            self._left.id if self._left else None,
        )
        return Done(self.escalation.id, Undo(take_back_escalation, {"before": before}))

    def _is_mine(self, told: RowBefore) -> bool:
        """Whether taking it back is about a row: what goes the same way and was left alone goes on by itself."""
        if told.kind is EscalationStep or told.id == self.escalation.id:
            return True
        return _before(self.work.get(Escalation, told.id)).values != told.values


@operation("coordinator", "secretary", "chair")
def take_back_escalation(work: Work, *, before: EscalationBefore) -> Done:
    """Undo a change of an escalation: all is as it was, and its story does not tell of the slip.

    Stale where somebody was faster; Invalid where the agenda that it stood on, or stands on, does not change any more,
    and where the meeting that dealt with it is closed.
    """
    wanted = [(before.escalation_id, before.version), *((key, None) for key in before.led_by)]
    escalation, *leads = held_escalations(work, wanted)
    was = escalation.state
    touched = {one.lead for one in escalation.family}
    items = LeadItems(work, {one.lead for one in (*touched, *leads)} - {escalation})
    _leave_new_agenda(work, escalation, before)
    story = [line for line in escalation.events if line.id not in before.lines]
    _set_back(work, escalation, before)
    escalation.step.activities = [work.get(PlanActivity, activity_id) for activity_id in before.activity_ids]
    for lead in {*touched, *(one.lead for one in escalation.family)}:
        lead.settle()
    _check_led(escalation)
    items.follow()
    _return_to_agenda(work, escalation, before)
    _check_not_closed(work, escalation, was)
    escalation.events = story
    # The item that it waited by may not wait any more.
    follow_items(work, escalation.step.body_id)
    check_alone(work, escalation)
    flag_modified(escalation, "since")
    work.session.flush()
    work.touched("escalations", "cases")
    return Done(escalation.id)


def held_escalation(work: Work, escalation_id: int, version: int | None = None) -> Escalation:
    """An escalation with all that goes its way, those merged into it or with it, held until the end.

    Stale where it is not as the person looked at it.
    """
    return held_escalations(work, [(escalation_id, version)])[0]


def held_escalations(work: Work, wanted: Iterable[tuple[int, int | None]]) -> list[Escalation]:
    """Some escalations (id, version) as `held_escalation` gives one, in the order asked for.

    Everything is held in the order of ids, so that two desks wait for each other and never crosswise.
    """
    asked = list(wanted)
    ids = {one.id for key, version in asked for one in work.get(Escalation, key, version).lead.family}
    for key in sorted(ids):
        work.hold(Escalation, key)
    return [work.get(Escalation, key, version) for key, version in asked]


def check_receiver(work: Work, escalation: Escalation, *, decides: bool = True) -> None:
    """Refuse what somebody may not do for the body that has it (V13; Invalid, NotAllowed).

    The inter-ministerial group may not use the desk: the coordinator writes down what it does (domain 5.5).
    """
    is_coordinator = "coordinator" in work.user.roles
    if escalation.step.body.tier is Tier.INTERMINISTERIAL and not is_coordinator:
        raise NotAllowed("The coordinator writes down what the inter-ministerial group does: ask them.")
    if decides:
        check_decider(escalation, work.user.name, is_coordinator=is_coordinator)


def _before(row: Escalation | EscalationStep) -> RowBefore:
    columns = row.__mapper__.column_attrs
    values = {column.key: getattr(row, column.key) for column in columns if column.key not in _STAYS}
    return RowBefore(type(row), row.id, values)


def _set_back(work: Work, escalation: Escalation, before: EscalationBefore) -> None:
    """Give every row the values that it had, and let go of a step that the change made."""
    work.session.flush()
    if before.made_step_id is not None:
        escalation.steps.remove(work.get(EscalationStep, before.made_step_id))
    rows = [(work.get(told.kind, told.id), told.values) for told in before.rows]
    for row, values in rows:
        for name, value in values.items():
            is_gone = name == "item_id" and value is not None and work.session.get(AgendaItem, value) is None
            is_decision = name in DECISIONS and value is not None
            require(not is_decision or work.session.get(MinutesEntry, value) is not None, DECISION_GONE)
            setattr(row, name, None if is_gone else value)
    work.session.flush()
    # Ties were set by their columns: all of them are read anew.
    for row in {*escalation.family, *(row for row, _ in rows)}:
        work.session.expire(row)


def _leave_new_agenda(work: Work, escalation: Escalation, before: EscalationBefore) -> None:
    """The change put it on an agenda: it goes off that one, unless it is out (Invalid)."""
    item = escalation.step.item
    told = {row.id: row.values for row in before.rows if row.kind is EscalationStep}
    if item is not None and told.get(escalation.step.id, {}).get("item_id") != item.id:
        require(item.meeting.stage in BEING_MADE, IS_OUT)
        let_item_go(work, escalation)


def _return_to_agenda(work: Work, escalation: Escalation, before: EscalationBefore) -> None:
    """What stood on an agenda stands there again, as long as that is still being made; else it waits for the next."""
    if escalation.state is not EscalationState.ON_AGENDA or escalation.step.item is not None:
        return
    since = escalation.since
    escalation.take_off(work.today)
    meeting = work.get(Meeting, before.left_id or 0)
    if meeting.stage in BEING_MADE and not meeting.is_cancelled:
        put_escalation(work, escalation, held_meeting(work, meeting.id))
        escalation.since = since


def _check_led(escalation: Escalation) -> None:
    """What follows again follows something that is still to be decided: it gets that answer (Invalid)."""
    if escalation.state is EscalationState.MERGED:
        lead = escalation.lead
        is_undecided = lead.state.is_with_receiver and lead.step.body is escalation.step.body
        require(is_undecided, DECIDED_MEANWHILE, lead=lead.reference, reference=escalation.reference)


def _check_not_closed(work: Work, escalation: Escalation, was: EscalationState) -> None:
    """What is to be decided again stands at no meeting that is closed: nobody could decide it there (Invalid)."""
    item = escalation.step.item
    if escalation.state is EscalationState.ON_AGENDA and item is not None:
        meeting = work.hold(Meeting, item.meeting_id)
        stays = ANSWER_STAYS if was is EscalationState.ANSWERED else DECISION_STAYS
        require(meeting.stage is not Stage.CLOSED, stays, reference=escalation.reference)


def check_alone(work: Work, escalation: Escalation) -> None:
    """Refuse to let an escalation be under way again beside another of its case, or of a closed case (Invalid)."""
    if escalation.state.is_open:
        case = work.hold(Case, escalation.case_id)
        case.check_open()
        others = [one for one in case.escalations if one.state.is_open and one is not escalation]
        require(not others, UNDER_WAY, reference=others[0].reference if others else "")
