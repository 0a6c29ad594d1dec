"""The steps of an escalation: one for each body it is sent to, with its words, what was sent, and what came of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Column, ForeignKey, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid, Unavailable
from referral_desk.models.agenda import AgendaItem, Paper
from referral_desk.models.base import Base, Frozen, Record
from referral_desk.models.documents import sha256_of
from referral_desk.models.escalation_told import told_to_body
from referral_desk.models.groups import Group
from referral_desk.models.minutes import MinutesEntry
from referral_desk.models.plans import PlanActivity
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    Label,
    StepOutcome,
    Tier,
    Urgency,
)

if TYPE_CHECKING:
    from referral_desk.models.escalations import Escalation

TEXTS: Final = ("title", "problem", "consequence", "tried", "proposal", "legal_point")
"""The words of a step by field, in the order in which a brief prints them."""

NEXT_TIER: Final = {
    Tier.OTHER: Tier.NATIONAL,
    Tier.REGIONAL: Tier.NATIONAL,
    Tier.NATIONAL: Tier.INTERMINISTERIAL,
}
"""One step up the chain (V5); a forum beside the chain turns to the national group as a region does."""
LESS_STRICT: Final = N_(
    "On the way up it may be read by fewer people, never by more: choose a label at least as strict."
)
HEIGHT: Final = {Tier.OTHER: 0, Tier.REGIONAL: 0, Tier.NATIONAL: 1, Tier.INTERMINISTERIAL: 2}

step_activities = Table(
    "escalation_step_activities",
    Base.metadata,
    Column("escalation_step_id", ForeignKey("escalation_steps.id"), primary_key=True),
    Column("plan_activity_id", ForeignKey("plan_activities.id"), primary_key=True, index=True),
)

# What was sent keeps its papers, and with them their documents: neither can be taken away under it.
snapshot_papers = Table(
    "escalation_snapshot_papers",
    Base.metadata,
    Column("escalation_snapshot_id", ForeignKey("escalation_snapshots.id"), primary_key=True),
    Column("paper_id", ForeignKey("papers.id"), primary_key=True, index=True),
)


class EscalationStep(Record):
    """What one body is asked, in words made for it, and its answer. The words are the sender's until they are sent."""

    __tablename__ = "escalation_steps"
    __table_args__ = (UniqueConstraint("escalation_id", "number"),)

    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id"))
    number: Mapped[int]
    sender_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    # The body that it is sent to.
    body_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    role: Mapped[ConsultationRole] = mapped_column(default=ConsultationRole.DECISION)
    # Who may read it; a receiver may choose a stricter one for the next level.
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    title: Mapped[str] = mapped_column(default="")
    problem: Mapped[str] = mapped_column(default="")
    consequence: Mapped[str] = mapped_column(default="")
    tried: Mapped[str] = mapped_column(default="")
    proposal: Mapped[str] = mapped_column(default="")
    legal_point: Mapped[str] = mapped_column(default="")
    urgency: Mapped[Urgency] = mapped_column(default=Urgency.NORMAL)
    # Why it skips a level (V5); empty for one step at a time.
    jump_reason: Mapped[str] = mapped_column(default="")
    # A plan's work is counted by the years in which it was sent.
    sent_at: Mapped[dt.datetime | None] = mapped_column(index=True)
    sent_by: Mapped[str] = mapped_column(default="")
    received_at: Mapped[dt.datetime | None]
    received_by: Mapped[str] = mapped_column(default="")
    # By when the sender asks for an answer.
    due: Mapped[dt.date | None]
    # The item on the body's agenda, while it stands on one.
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    outcome: Mapped[StepOutcome] = mapped_column(default=StepOutcome.OPEN)
    outcome_on: Mapped[dt.date | None]
    # Why it was returned, merged or sent on.
    outcome_reason: Mapped[str] = mapped_column(default="")
    # The minuted decision of the body, where its minutes are on the desk.
    decision_entry_id: Mapped[int | None] = mapped_column(
        ForeignKey("minutes_entries.id", ondelete="SET NULL"), index=True
    )
    # What was answered, who wrote it down, and where a body without a desk keeps it (domain 5.5).
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[dt.date | None]
    answer_recorded_by: Mapped[str] = mapped_column(default="")
    document_reference: Mapped[str] = mapped_column(default="")
    journal_number: Mapped[str] = mapped_column(default="")
    # The words that go back to the sender: fit for its readers (domain 4.2: one at every level it passed).
    feedback: Mapped[str] = mapped_column(default="")

    escalation: Mapped[Escalation] = relationship(back_populates="steps")
    sender: Mapped[Group] = relationship(foreign_keys=[sender_id])
    body: Mapped[Group] = relationship(foreign_keys=[body_id])
    item: Mapped[AgendaItem | None] = relationship(back_populates="escalation_steps")
    decision_entry: Mapped[MinutesEntry | None] = relationship()
    activities: Mapped[list[PlanActivity]] = relationship(secondary=step_activities, order_by=PlanActivity.code)
    snapshots: Mapped[list[EscalationSnapshot]] = relationship(
        back_populates="step", order_by="EscalationSnapshot.number"
    )

    @property
    def skips_level(self) -> bool:
        """Whether it goes to another tier than the sender's next one (V5)."""
        return self.body.tier is not NEXT_TIER.get(self.sender.tier)

    @property
    def is_undecided(self) -> bool:
        """Whether its body has taken it in, and is still to decide it."""
        undecided = {EscalationState.ACCEPTED, EscalationState.ON_AGENDA}
        return self is self.escalation.step and self.escalation.state in undecided

    def texts(self) -> dict[str, str]:
        """The free texts by field: what the leak alarm reads before it is sent."""
        return {name: getattr(self, name) for name in TEXTS}

    def ask(self, body: Group) -> None:
        """Say which body it goes to; Invalid for one that does not stand above the sender."""
        self._check_with_sender()
        if HEIGHT[body.tier] <= HEIGHT[self.sender.tier]:
            raise Invalid("An escalation goes up: choose a body above {sender}.", sender=self.sender.code.upper())
        self.body = body

    def restrict(self, label: Label) -> None:
        """Say who may read it; Invalid where that is more than could read it one level below."""
        self._check_with_sender()
        below = [step for step in self.escalation.way if step.number < self.number]
        if below and label.rank < below[-1].label.rank:
            raise Invalid(LESS_STRICT)
        self.label = label

    def reopen(self) -> None:
        """What the body did with it counts no more: it is to deal with it again."""
        self.outcome, self.outcome_on, self.outcome_reason = StepOutcome.OPEN, None, ""
        self.decision_entry = None

    def word(self, **texts: str) -> None:
        """Set some of the words, by the names in `TEXTS`; Invalid once they are with the receiver."""
        self._check_with_sender()
        for name, text in texts.items():
            setattr(self, name, " ".join(text.split()) if name == "title" else text.strip())

    @property
    def sent_papers(self) -> list[Paper]:
        """The papers that came to the body with what was sent last: those of its own case first."""
        papers = self.snapshots[-1].papers if self.snapshots else []
        return sorted(papers, key=lambda paper: (paper.case is not self.escalation.case, paper.case_id, paper.position))

    def shows(self, paper: Paper) -> bool:
        """Whether those who may read the step may read a paper."""
        return paper.label.rank <= self.label.rank

    def _check_with_sender(self) -> None:
        if not self.escalation.state.is_with_sender or self is not self.escalation.step:
            raise Invalid("What was sent stays as it was sent: the receiver may word it anew for the next level.")

    def lacks(self) -> list[str]:
        """The fields that a body must have before it can deal with the matter, and that are empty."""
        needed = ("title", "problem") if self.role is ConsultationRole.INFORMATION else ("title", "problem", "proposal")
        missing = [name for name in needed if is_blank(getattr(self, name))]
        return missing + (["jump_reason"] if self.skips_level and is_blank(self.jump_reason) else [])


class EscalationSnapshot(Frozen, Base):
    """A step as it was sent: never changed (V6); one more each time it is sent again after a return."""

    __tablename__ = "escalation_snapshots"
    __table_args__ = (UniqueConstraint("step_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("escalation_steps.id"), index=True)
    number: Mapped[int]
    sent_at: Mapped[dt.datetime]
    sent_by: Mapped[str]
    # JSON of all that was sent, and the SHA-256 of that text.
    content: Mapped[str]
    sha256: Mapped[str]

    step: Mapped[EscalationStep] = relationship(back_populates="snapshots")
    papers: Mapped[list[Paper]] = relationship(secondary=snapshot_papers, order_by=Paper.position)

    @classmethod
    def of(cls, step: EscalationStep, at: dt.datetime, by: str, papers: Sequence[Paper] = ()) -> EscalationSnapshot:
        """Freeze all that the body is told by a step as it stands (`told_to_body`), with the papers that go along."""
        told = told_to_body(step, papers, at)
        content = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return cls(
            number=len(step.snapshots) + 1,
            sent_at=at,
            sent_by=by,
            content=content,
            sha256=sha256_of(content.encode()),
            papers=list(papers),
        )

    def read(self) -> dict[str, Any]:
        """What was sent, as `of` froze it; Unavailable where the hash fails (V6)."""
        if sha256_of(self.content.encode()) != self.sha256:
            raise Unavailable("What was sent is no longer what stands on the desk: restore the desk from a backup.")
        found: dict[str, Any] = json.loads(self.content)
        return found


class EscalationEvent(Record):
    """A line in the story of an escalation: when, who, what, at which body; `text` is a reason or a reference."""

    __tablename__ = "escalation_events"

    escalation_id: Mapped[int] = mapped_column(ForeignKey("escalations.id"), index=True)
    at: Mapped[dt.datetime]
    who: Mapped[str]
    kind: Mapped[EscalationEventKind]
    # The body where it happened.
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    text: Mapped[str] = mapped_column(default="")

    escalation: Mapped[Escalation] = relationship(back_populates="events")
    group: Mapped[Group | None] = relationship()
