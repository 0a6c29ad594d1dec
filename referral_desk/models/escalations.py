"""Escalations: one object for the whole round trip of a case, up through the bodies and back home (domain 4.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem, Paper
from referral_desk.models.base import Record
from referral_desk.models.cases import Case
from referral_desk.models.circulars import Delivery
from referral_desk.models.escalation_rules import (
    LACKING,
    NEEDS_REASON,
    NOT_ENDORSED,
    NOT_NOW,
    NOT_REPORTED,
    check_decision,
    check_leads_nobody,
    check_mergeable,
    check_separable,
    check_strict,
    deliveries_of,
    forget_answer,
    lane_of,
    return_again,
    stage_before,
)
from referral_desk.models.escalation_steps import LESS_STRICT, EscalationEvent, EscalationSnapshot, EscalationStep
from referral_desk.models.groups import Group
from referral_desk.models.minutes import MinutesEntry
from referral_desk.texts import is_blank
from referral_desk.vocabulary import (
    EscalationLane,
    EscalationState,
    Stage,
    StepOutcome,
    Tier,
)

# `closed_on` is empty exactly as long as somebody still has to do something.
_OPEN: Final = sql("closed_on IS NULL")


class Escalation(Record):
    """A case on its way: which step it has come to, who has it now, and what comes home.

    It is always with exactly one body (`responsible`). Of several that were merged one leads; the others follow it and
    get its answer.
    """

    __tablename__ = "escalations"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index("ix_escalations_endorsed_entry_id", "endorsed_entry_id"),
        Index("ix_escalations_lane", "lane", "since", "id"),
        Index("ix_escalations_open", "since", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_escalations_holder", "holder_id", "since", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    # The first of its case, the second ...
    number: Mapped[int] = mapped_column(default=1)
    state: Mapped[EscalationState] = mapped_column(default=EscalationState.DRAFT)
    # The day on which it came to its state: its age there.
    since: Mapped[dt.date]
    # The body that has it now and the lane it stands in, for lists; both follow every change of state (`settle`).
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    lane: Mapped[EscalationLane] = mapped_column(default=EscalationLane.REGIONAL)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("escalations.id"), index=True)
    endorsed_on: Mapped[dt.date | None]
    endorsed_entry_id: Mapped[int | None] = mapped_column(ForeignKey("minutes_entries.id", ondelete="SET NULL"))
    # How the group endorsed it where no minutes tell.
    endorsed_note: Mapped[str] = mapped_column(default="")
    created_on: Mapped[dt.date]
    released_on: Mapped[dt.date | None]
    closed_on: Mapped[dt.date | None]
    closed_reason: Mapped[str] = mapped_column(default="")

    case: Mapped[Case] = relationship(back_populates="escalations")
    holder: Mapped[Group] = relationship()
    endorsed_entry: Mapped[MinutesEntry | None] = relationship()
    merged_into: Mapped[Escalation | None] = relationship(remote_side="Escalation.id", back_populates="followers")
    followers: Mapped[list[Escalation]] = relationship(back_populates="merged_into", order_by="Escalation.id")
    steps: Mapped[list[EscalationStep]] = relationship(
        back_populates="escalation", order_by=EscalationStep.number, cascade="all, delete-orphan"
    )
    events: Mapped[list[EscalationEvent]] = relationship(
        back_populates="escalation", order_by=EscalationEvent.id, cascade="all, delete-orphan"
    )
    deliveries: Mapped[list[Delivery]] = relationship(back_populates="escalation", order_by=Delivery.id)

    @property
    def reference(self) -> str:
        """Its case's reference; from the second on with its number, such as RG4-2026-0007/2."""
        return self.case.reference if self.number == 1 else f"{self.case.reference}/{self.number}"

    @property
    def origin(self) -> Group:
        """The group that raised it."""
        return self.case.group

    @property
    def step(self) -> EscalationStep:
        """The step that counts: the newest that its sender has not given up."""
        return self.way[-1]

    @property
    def way(self) -> list[EscalationStep]:
        """The steps of its way up, without those that their sender gave up."""
        return [step for step in self.steps if step.outcome is not StepOutcome.GIVEN_UP]

    @property
    def lead(self) -> Escalation:
        """The one that is dealt with: itself, or what it was merged into."""
        found = self
        while found.merged_into is not None:
            found = found.merged_into
        return found

    @property
    def family(self) -> list[Escalation]:
        """Itself and all that were merged into it, whole chains."""
        return [self, *(one for follower in self.followers for one in follower.family)]

    @property
    def responsible(self) -> Group | None:
        """The body that is to do the next thing; None once it is over."""
        if not self.state.is_open:
            return None
        if self.state is EscalationState.MERGED:
            return self.lead.responsible
        if self.state.is_with_sender:
            return self.step.sender
        if self.state.is_with_receiver or self.state is EscalationState.ANSWERED:
            return self.step.body
        return self.origin

    def bodies_passed(self) -> list[Group]:
        """The bodies that sent it on, lowest first: they hear the answer too; the origin is not among them."""
        return [step.sender for step in self.way[1:] if step.sender is not self.origin]

    def settle(self) -> None:
        """Say anew who has it and in which lane it stands, and the same of all that were merged into it."""
        for one in self.family:
            holder = one.responsible
            one.holder = holder or one.origin
            one.lane = lane_of(one.state, one.holder.tier)

    def endorse(self, entry: MinutesEntry | None, note: str, day: dt.date) -> None:
        """The group wants it sent: a minuted decision of its own meeting, or a note of how it agreed otherwise."""
        self._check(EscalationState.DRAFT)
        if entry is None and is_blank(note):
            raise Invalid(NOT_ENDORSED)
        check_decision(entry, self.step.sender)
        self.endorsed_entry, self.endorsed_note, self.endorsed_on = entry, note.strip(), day
        self._come_to(EscalationState.ENDORSED, day)

    def unendorse(self, day: dt.date) -> None:
        """Back to the draft: the group is asked again."""
        self._check(EscalationState.ENDORSED)
        self.endorsed_entry, self.endorsed_note, self.endorsed_on = None, "", None
        self._come_to(EscalationState.DRAFT, day)

    def send(self, at: dt.datetime, by: str, day: dt.date, papers: Sequence[Paper] = ()) -> EscalationSnapshot:
        """Send the newest step and freeze it with papers; Invalid where words lack, or it skips a level unsaid (V5)."""
        self._check(EscalationState.ENDORSED, EscalationState.RETURNED, EscalationState.FORWARDED)
        for field in self.step.lacks():
            raise Invalid(LACKING[field])
        check_strict(self.step)
        if not self.step.skips_level:
            self.step.jump_reason = ""
        self.step.sent_at, self.step.sent_by = at, by
        self.step.received_at, self.step.received_by = None, ""
        self.step.reopen()
        made = EscalationSnapshot.of(self.step, at, by, papers)
        self.step.snapshots.append(made)
        self._come_to(EscalationState.SENT, day)
        return made

    def recall(self, day: dt.date) -> None:
        """Take the sending back before the body has accepted it: it is what it was before, with its age.

        What was sent is kept: somebody may have read it.
        """
        self._check(EscalationState.SENT)
        check_leads_nobody(self)
        self.step.sent_at, self.step.sent_by = None, ""
        state, since = stage_before(self)
        if state is EscalationState.RETURNED:
            return_again(self)
        self._come_to(state, since or day)

    def accept(self, at: dt.datetime, by: str, day: dt.date) -> None:
        """The body takes it in: it waits for an agenda."""
        self._check(EscalationState.SENT)
        self.step.received_at, self.step.received_by = at, by
        self._come_to(EscalationState.ACCEPTED, day)

    def send_back(self, reason: str, day: dt.date) -> None:
        """The body asks for more: the sender words it anew and sends it again; Invalid without a reason.

        What was merged below goes back too; what was merged at this body has other senders, and is taken out first.
        """
        self._check(EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        check_leads_nobody(self)
        self._decide(StepOutcome.RETURNED, reason, day)
        self.step.item = None
        self._come_to(EscalationState.RETURNED, day)

    def merge_into(self, lead: Escalation, reason: str, day: dt.date) -> None:
        """Let another that lies with the same body lead: its answer comes home here too.

        Invalid where the lead asks for less, or came through fewer bodies: its answer would lack words for some.
        """
        self._check(EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        check_mergeable(self, lead)
        self._decide(StepOutcome.MERGED, reason, day)
        self.step.item = None
        self.merged_into = lead
        self._come_to(EscalationState.MERGED, day)

    def separate(self, day: dt.date) -> None:
        """Take it out of what it was merged into, as long as that is not decided: it waits for an agenda again."""
        self._check(EscalationState.MERGED)
        check_separable(self)
        self.merged_into = None
        self.step.reopen()
        self._come_to(EscalationState.ACCEPTED if self.step.received_at else EscalationState.SENT, day)

    def put_on(self, item: AgendaItem, day: dt.date) -> None:
        """Let it stand on an agenda of the body that has it."""
        self._check(EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        if item.meeting.group is not self.step.body:
            raise Invalid("That meeting is another body's: choose one of the body that has it.")
        if self.step.item is not None and self.step.item is not item:
            # It waited for the next agenda by the item that was carried: that one is needed no more.
            self.step.item.waiting_group_id = None
        self.step.item = item
        self._come_to(EscalationState.ON_AGENDA, day)

    def take_off(self, day: dt.date) -> None:
        """It stands on no agenda any more, and waits for the next."""
        self._check(EscalationState.ON_AGENDA)
        self.step.item = None
        self._come_to(EscalationState.ACCEPTED, day)

    def forward(self, step: EscalationStep, entry: MinutesEntry | None, reason: str, day: dt.date) -> None:
        """The body sends it on: `step` is the next one, in words of its own until it goes out."""
        self._check_decidable()
        check_decision(entry, self.step.body)
        if step.label.rank < self.step.label.rank:
            raise Invalid(LESS_STRICT)
        self._decide(StepOutcome.FORWARDED, reason, day, entry)
        step.number, step.sender = len(self.steps) + 1, self.step.body
        self.steps.append(step)
        self._come_to(EscalationState.FORWARDED, day)

    def take_up(self, reason: str, day: dt.date) -> None:
        """A body that was to send it on, or got it back from above, deals with it itself after all."""
        self._check(EscalationState.FORWARDED, EscalationState.RETURNED)
        if self.step is self.way[0]:
            raise Invalid(NOT_NOW, reference=self.reference, state=self.state)
        self._decide(StepOutcome.GIVEN_UP, reason, day)
        self.step.reopen()
        self.step.item = None
        self._come_to(EscalationState.ACCEPTED, day)

    def answer(
        self,
        text: str,
        *,
        entry: MinutesEntry | None,
        by: str,
        day: dt.date,
        answered_on: dt.date | None = None,
        document_reference: str = "",
        journal_number: str = "",
    ) -> None:
        """The body answers; Invalid without words. `by` wrote it down on `day`; `answered_on` is the same or before."""
        self._check_decidable()
        if is_blank(text):
            raise Invalid("Write the answer: those who asked wait for it.")
        check_decision(entry, self.step.body)
        self._decide(StepOutcome.ANSWERED, text, day, entry)
        self.step.outcome_reason, self.step.received_at = "", self.step.received_at or self.step.sent_at
        self.step.answer, self.step.answered_on, self.step.answer_recorded_by = text.strip(), answered_on or day, by
        self.step.document_reference, self.step.journal_number = document_reference.strip(), journal_number.strip()
        self._come_to(EscalationState.ANSWERED, day)

    def unanswer(self, reason: str, day: dt.date) -> None:
        """Take the answer back before it is released, with a reason: the body is to decide it again.

        It stands on the agenda it was decided on, unless that meeting is closed; then it waits for the next.
        """
        self._check(EscalationState.ANSWERED)
        if is_blank(reason):
            raise Invalid(NEEDS_REASON)
        forget_answer(self)
        item = self.step.item
        stands = item is not None and item.is_live and item.meeting.stage is not Stage.CLOSED
        self.step.item = item if stands else None
        self._come_to(EscalationState.ON_AGENDA if stands else EscalationState.ACCEPTED, day)

    def release(self, feedback: Mapping[int, str], day: dt.date) -> list[Delivery]:
        """Let the answer go home: `feedback` has the words by number of the step, one for every level it passed.

        Makes one delivery for each body that passed it on and for each origin, those of merged ones too; Invalid where
        a level has no words.
        """
        self._check(EscalationState.ANSWERED)
        for step in self.way:
            if is_blank(feedback.get(step.number, "")):
                raise Invalid("Write what {body} tells those below: every level hears an answer.", body=step.body.code)
            step.feedback = feedback[step.number].strip()
        made = deliveries_of(self, day)
        for one in self.family:
            one.released_on = day
            one._come_to(EscalationState.RELEASED, day)  # noqa: SLF001 - of its own kind
        return made

    def unrelease(self, day: dt.date) -> None:
        """Undo `release`; Invalid once a group has heard it. The deliveries are the caller's to take away."""
        for one in self.family:
            one._check(EscalationState.RELEASED)  # noqa: SLF001 - of its own kind
        for one in self.family:
            one.released_on = None
            one.state = EscalationState.MERGED if one.merged_into else EscalationState.ANSWERED
            one.since = one.step.outcome_on or day
        self.settle()

    def follow_deliveries(self, day: dt.date) -> None:
        """It is reported once each of its deliveries is, and not before."""
        all_reported = bool(self.deliveries) and all(one.reported_on for one in self.deliveries)
        if self.state is EscalationState.RELEASED and all_reported:
            self._come_to(EscalationState.REPORTED, day)
        elif self.state is EscalationState.REPORTED and not all_reported:
            self._come_to(EscalationState.RELEASED, day)

    def close(self, day: dt.date, note: str = "") -> None:
        """End the round trip; Invalid before the answer was reported at its origin."""
        if self.state is not EscalationState.REPORTED:
            raise Invalid(NOT_REPORTED, reference=self.reference)
        self.closed_on, self.closed_reason = day, note.strip()
        self._come_to(EscalationState.CLOSED, day)

    def reopen(self, day: dt.date) -> None:
        """Take the closing back: the answer was reported, and somebody is to look at it again."""
        self._check(EscalationState.CLOSED)
        self.closed_on, self.closed_reason = None, ""
        self._come_to(EscalationState.REPORTED, day)

    def withdraw(self, reason: str, day: dt.date) -> None:
        """The group that raised it gives it up before another has it, with a reason.

        Invalid where a body above sent it on: that one takes it up again, and answers.
        """
        self._check(EscalationState.DRAFT, EscalationState.ENDORSED, EscalationState.RETURNED)
        if self.step is not self.way[0]:
            raise Invalid(NOT_NOW, reference=self.reference, state=self.state)
        if is_blank(reason):
            raise Invalid(NEEDS_REASON)
        self.closed_on, self.closed_reason = day, reason.strip()
        self._come_to(EscalationState.WITHDRAWN, day)

    def _check(self, *states: EscalationState) -> None:
        if self.state not in states:
            raise Invalid(NOT_NOW, reference=self.reference, state=self.state)

    @property
    def is_at_held_meeting(self) -> bool:
        """Whether it stands on the agenda of a meeting that was held: minutes tell what was decided."""
        item = self.step.item
        return item is not None and item.is_live and item.meeting.stage.step >= Stage.HELD.step

    def _check_decidable(self) -> None:
        """A group decides what it has accepted; the top body may not use the desk, and its answer just arrives."""
        arrives = {EscalationState.SENT} if self.step.body.tier is Tier.INTERMINISTERIAL else set()
        self._check(EscalationState.ACCEPTED, EscalationState.ON_AGENDA, *arrives)

    def _decide(self, outcome: StepOutcome, reason: str, day: dt.date, entry: MinutesEntry | None = None) -> None:
        if is_blank(reason):
            raise Invalid(NEEDS_REASON)
        self.step.outcome, self.step.outcome_on, self.step.outcome_reason = outcome, day, reason.strip()
        self.step.decision_entry = entry

    def _come_to(self, state: EscalationState, day: dt.date) -> None:
        if state is not self.state:
            self.state, self.since = state, day
        self.settle()
