"""What the page of one escalation shows, as plain values: its steps, what was sent, its story, whom it can go to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from referral_desk.queries.agenda import ActivityRow
from referral_desk.queries.escalation_acts import EscalationActs
from referral_desk.queries.escalations import EscalationRow
from referral_desk.queries.expected import Expected
from referral_desk.texts import N_
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    Label,
    StepOutcome,
    Tier,
    Urgency,
)

FIELD_NAMES: Final = {
    "title": N_("Title"),
    "problem": N_("Problem"),
    "consequence": N_("Consequence"),
    "tried": N_("What was tried"),
    "proposal": N_("Proposal (indstilling)"),
    "legal_point": N_("Legal point"),
}
"""What the words of a step are called, by field, in the order in which a brief prints them."""


@dataclass(frozen=True)
class SentPaper:
    """A paper as it went along: its name then; `id` is that of the case's paper, which stays as it was sent.

    `origin` is the reference of the case that it came with, where that was merged into this one.
    """

    id: int
    title: str
    file_name: str
    label: Label
    pages: int | None
    sha256: str
    origin: str = ""


@dataclass(frozen=True)
class PaperChoice:
    """A paper that can go along with what is sent next; `barred` says why it cannot, empty where it can.

    It is of the case itself, or came with what was merged into it: `origin` then names the group and its case.
    """

    id: int
    number: str
    title: str
    goes: bool
    """Whether it goes along where nobody chooses otherwise."""
    barred: str
    origin: str = ""


@dataclass(frozen=True)
class SnapshotView:
    """What was sent, as it was sent; `texts` by field as in a step."""

    number: int
    sent_at: dt.datetime
    sent_by: str
    texts: Mapping[str, str]
    label: Label
    role: ConsultationRole
    urgency: Urgency
    activities: tuple[str, ...]
    sha256: str
    papers: tuple[SentPaper, ...] = ()


@dataclass(frozen=True)
class DecisionRow:
    """A decision in a body's minutes."""

    entry_id: int
    text: str
    item_id: int
    item_number: int
    item: str
    meeting_id: int
    day: dt.date


@dataclass(frozen=True)
class ItemPlace:
    """An item on an agenda."""

    item_id: int
    number: int
    meeting_id: int
    day: dt.date
    is_held: bool


@dataclass(frozen=True)
class StepView:
    """What one body is asked, in the words made for it, and what it did; `texts` by field (FIELD_NAMES)."""

    id: int
    number: int
    sender_id: int
    sender: str
    body_id: int
    body: str
    body_tier: Tier
    role: ConsultationRole
    label: Label
    urgency: Urgency
    due: dt.date | None
    texts: Mapping[str, str]
    skips_level: bool
    jump_reason: str
    activities: tuple[ActivityRow, ...]
    sent_at: dt.datetime | None
    sent_by: str
    received_at: dt.datetime | None
    received_by: str
    item: ItemPlace | None
    outcome: StepOutcome
    outcome_on: dt.date | None
    outcome_reason: str
    decision: DecisionRow | None
    answer: str
    answered_on: dt.date | None
    answer_recorded_by: str
    document_reference: str
    journal_number: str
    feedback: str
    """What its sender, and those below, are told of the answer; empty until it is released."""
    snapshots: tuple[SnapshotView, ...]
    is_now: bool
    """Whether this is the step that counts."""


@dataclass(frozen=True)
class EventRow:
    """A line of the story; `text` is a reason, a reference or a day (ISO), `group` the body where it happened."""

    id: int
    at: dt.datetime
    who: str
    kind: EscalationEventKind
    group: str
    text: str


@dataclass(frozen=True)
class Telling:
    """How, to whom and why an answer was reported outside a meeting, and who wrote that down."""

    how: str
    whom: str
    reason: str
    by: str


@dataclass(frozen=True)
class DeliveryRow:
    """The answer on its way to one group: that of the escalation itself, or of one that was merged into it."""

    id: int
    version: int
    escalation_id: int
    case_id: int
    reference: str
    group_id: int
    group: str
    is_origin: bool
    """Whether it goes to the group that raised the escalation shown."""
    is_merged: bool
    text: str
    made_on: dt.date
    item: ItemPlace | None
    """The item on its agenda; None while it waits for one."""
    reported_on: dt.date | None
    is_stuck: bool
    """Whether no meeting will take it: the group ended, or meets no more."""
    told: Telling | None
    """How it was reported outside a meeting; None where minutes tell, or nothing does yet."""
    is_over: bool
    """Whether its round trip is closed."""

    @property
    def may_tell(self) -> bool:
        """Whether it can be reported outside a meeting now."""
        return self.reported_on is None

    @property
    def may_untell(self) -> bool:
        """Whether that it was reported outside a meeting can be taken back now."""
        return self.told is not None and not self.is_over


@dataclass(frozen=True)
class OtherRow:
    """Another escalation in a word: a lead, what follows it, or what could lead it."""

    id: int
    version: int
    case_id: int
    reference: str
    title: str
    origin: str
    state: EscalationState


@dataclass(frozen=True)
class BodyChoice:
    """A body that it can be sent to; `needs_reason` where that skips a level (V5)."""

    id: int
    name: str
    needs_reason: bool


@dataclass(frozen=True)
class AgendaChoice:
    """A coming meeting of the body that has it, whose agenda is still being made."""

    meeting_id: int
    day: dt.date


@dataclass(frozen=True)
class FeedbackLevel:
    """A level that hears the answer: what the body says of it to the one that asked, by the number of the step."""

    number: int
    body: str
    reader: str
    feedback: str
    is_looser: bool
    """Whether more people read it than may read the answer: it is not to be repeated there."""


@dataclass(frozen=True)
class EscalationPage:
    """An escalation with all that its page shows."""

    row: EscalationRow
    case_version: int
    case_title: str
    steps: tuple[StepView, ...]
    """First to last, those that were given up among them."""
    events: tuple[EventRow, ...]
    """The story, oldest line first."""
    deliveries: tuple[DeliveryRow, ...]
    lead: OtherRow | None
    followers: tuple[OtherRow, ...]
    endorsed_on: dt.date | None
    endorsed_note: str
    endorsed_by: DecisionRow | None
    released_on: dt.date | None
    closed_on: dt.date | None
    closed_reason: str
    ahead: Expected | None
    """What is expected next, of whom and when."""
    lacks: tuple[str, ...]
    """What is missing before it can be sent, a sentence each; empty where nothing is, or it is not to be sent now."""
    acts: EscalationActs
    """What can be done now, and by whom."""
    bodies: tuple[BodyChoice, ...]
    decisions: tuple[DecisionRow, ...]
    """Decisions of the body that has it, newest meeting first: to endorse it by, send it on by or answer it by."""
    agendas: tuple[AgendaChoice, ...]
    leads: tuple[OtherRow, ...]
    """What it can be merged into, oldest first."""
    papers: tuple[PaperChoice, ...]
    """What can go along with it; empty unless it is to be sent now."""
    levels: tuple[FeedbackLevel, ...]
    """Whom the answer is told to, the lowest level first; empty unless it is answered."""
