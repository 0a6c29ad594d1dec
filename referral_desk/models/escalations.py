"""Escalations: one object for the whole round trip of a case, up through the bodies and back home (domain 4.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.cases import Case
from referral_desk.models.circulars import Delivery
from referral_desk.models.escalation_steps import EscalationEvent, EscalationSnapshot, EscalationStep
from referral_desk.models.groups import Group
from referral_desk.models.minutes import MinutesEntry
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import EntryKind, EscalationState, StepOutcome

NOT_NOW: Final = N_("{reference} cannot do this now: it is “{state}”. Look at its page for the next step.")
NEEDS_REASON: Final = N_("Say why: the others read it.")
NOT_ENDORSED: Final = N_("Choose the minuted decision of the group, or say how it was endorsed outside a meeting.")
LACKING: Final = {
    "title": N_("Give it a title for its readers."),
    "problem": N_("Describe the problem before it is sent."),
    "proposal": N_("Say what is proposed: a body that is to decide needs an indstilling."),
    "jump_reason": N_("This skips a level: say why, it is written into the log."),
}


class Escalation(Record):
    """A case on its way: which step it has come to, who has it now, and what comes home.

    It is always with exactly one body (`responsible`). Of several that were merged one leads; the others follow it and
    get its answer.
    """

    __tablename__ = "escalations"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index("ix_escalations_state", "state", "since", "id"),
        Index("ix_escalations_holder", "holder_id", "state", "since", "id"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    # The first of its case, the second ...
    number: Mapped[int] = mapped_column(default=1)
    state: Mapped[EscalationState] = mapped_column(default=EscalationState.DRAFT)
    # The day on which it came to its state: its age there.
    since: Mapped[dt.date]
    # The body that has it now, for lists; follows every change of state.
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("escalations.id"), index=True)
    endorsed_on: Mapped[dt.date | None]
    endorsed_entry_id: Mapped[int | None] = mapped_column(ForeignKey("minutes_entries.id"))
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
        """The newest step."""
        return self.steps[-1]

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
        return [step.sender for step in self.steps[1:] if step.sender_id != self.case.group_id]

    def endorse(self, entry: MinutesEntry | None, note: str, day: dt.date) -> None:
        """The group wants it sent: a minuted decision of its own meeting, or a note of how it agreed otherwise."""
        self._check(EscalationState.DRAFT)
        if entry is None and is_blank(note):
            raise Invalid(NOT_ENDORSED)
        if entry is not None:
            self._check_decision(entry, self.step.sender)
        self.endorsed_entry, self.endorsed_note, self.endorsed_on = entry, note.strip(), day
        self._come_to(EscalationState.ENDORSED, day)

    def unendorse(self, day: dt.date) -> None:
        """Back to the draft: the group is asked again."""
        self._check(EscalationState.ENDORSED)
        self.endorsed_entry, self.endorsed_note, self.endorsed_on = None, "", None
        self._come_to(EscalationState.DRAFT, day)

    def send(self, at: dt.datetime, by: str, day: dt.date) -> EscalationSnapshot:
        """Send the newest step and freeze its words; Invalid where it lacks any, or skips a level unsaid (V5)."""
        self._check(EscalationState.ENDORSED, EscalationState.RETURNED, EscalationState.FORWARDED)
        for field in self.step.lacks():
            raise Invalid(LACKING[field])
        self.step.sent_at, self.step.sent_by = at, by
        self.step.received_at, self.step.received_by = None, ""
        self.step.outcome, self.step.outcome_on = StepOutcome.OPEN, None
        made = EscalationSnapshot.of(self.step, at, by)
        self.step.snapshots.append(made)
        self._come_to(EscalationState.SENT, day)
        return made

    def accept(self, at: dt.datetime, by: str, day: dt.date) -> None:
        """The body takes it in: it waits for an agenda."""
        self._check(EscalationState.SENT)
        self.step.received_at, self.step.received_by = at, by
        self._come_to(EscalationState.ACCEPTED, day)

    def send_back(self, reason: str, day: dt.date) -> None:
        """The body asks for more: the sender words it anew and sends it again; a reason is needed (Invalid)."""
        self._check(EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        self._check_leads_nobody()
        self._decide(StepOutcome.RETURNED, reason, day)
        self.step.item = None
        self._come_to(EscalationState.RETURNED, day)

    def merge_into(self, lead: Escalation, reason: str, day: dt.date) -> None:
        """Let another that lies with the same body lead: its answer comes home here too."""
        self._check(EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        if lead in self.family or not lead.state.is_with_receiver or lead.step.body_id != self.step.body_id:
            raise Invalid("Only what lies with the same body and is not decided there can be merged.")
        self._decide(StepOutcome.MERGED, reason, day)
        self.step.item = None
        self.merged_into = lead
        self._come_to(EscalationState.MERGED, day)

    def separate(self, day: dt.date) -> None:
        """Take it out of what it was merged into, as long as that is not decided: it waits for an agenda again."""
        self._check(EscalationState.MERGED)
        lead = self.lead
        if not lead.state.is_with_receiver or lead.step.body_id != self.step.body_id:
            raise Invalid("What it was merged into is decided: the answer comes home from there.")
        self.merged_into = None
        self.step.outcome, self.step.outcome_on, self.step.outcome_reason = StepOutcome.OPEN, None, ""
        self._come_to(EscalationState.ACCEPTED, day)

    def put_on(self, item: AgendaItem, day: dt.date) -> None:
        """Let it stand on an agenda of the body that has it."""
        self._check(EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        if item.meeting.group_id != self.step.body_id:
            raise Invalid("That meeting is another body's: choose one of the body that has it.")
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
        self._check_decision(entry, self.step.body)
        self._decide(StepOutcome.FORWARDED, reason, day, entry)
        step.number, step.sender = self.step.number + 1, self.step.body
        self.steps.append(step)
        self._come_to(EscalationState.FORWARDED, day)

    def answer(
        self,
        text: str,
        *,
        entry: MinutesEntry | None,
        by: str,
        day: dt.date,
        document_reference: str = "",
        journal_number: str = "",
    ) -> None:
        """The body answers; Invalid without words. `by` is who wrote it down, for a body without a desk too."""
        self._check_decidable()
        if is_blank(text):
            raise Invalid("Write the answer: those who asked wait for it.")
        self._check_decision(entry, self.step.body)
        self._decide(StepOutcome.ANSWERED, text, day, entry)
        self.step.outcome_reason = ""
        self.step.answer, self.step.answered_on, self.step.answer_recorded_by = text.strip(), day, by
        self.step.document_reference, self.step.journal_number = document_reference.strip(), journal_number.strip()
        self._come_to(EscalationState.ANSWERED, day)

    def release(self, feedback: Mapping[int, str], day: dt.date) -> list[Delivery]:
        """Let the answer go home: `feedback` has the words by number of the step, one for every level it passed.

        Makes one delivery for each body that passed it on and for each origin, those of merged ones too; Invalid where
        a level has no words.
        """
        self._check(EscalationState.ANSWERED)
        for step in self.steps:
            if is_blank(feedback.get(step.number, "")):
                raise Invalid("Write what {body} tells those below: every level hears an answer.", body=step.body.code)
            step.feedback = feedback[step.number].strip()
        made = []
        for one in self.family:
            made += [
                Delivery(group=group, escalation=one, text=self._words_for(one, group), made_on=day)
                for group in (one.origin, *one.bodies_passed())
            ]
            one.released_on = day
            one._come_to(EscalationState.RELEASED, day)  # noqa: SLF001 - of its own kind
        return made

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
            raise Invalid(
                "{reference} closes when its answer was reported to every group that waits for it.",
                reference=self.reference,
            )
        self.closed_on, self.closed_reason = day, note.strip()
        self._come_to(EscalationState.CLOSED, day)

    def reopen(self, day: dt.date) -> None:
        """Take the closing back: the answer was reported, and somebody is to look at it again."""
        self._check(EscalationState.CLOSED)
        self.closed_on, self.closed_reason = None, ""
        self._come_to(EscalationState.REPORTED, day)

    def withdraw(self, reason: str, day: dt.date) -> None:
        """The sender gives it up before a body has it, with a reason; Invalid for what others were merged into."""
        self._check(EscalationState.DRAFT, EscalationState.ENDORSED, EscalationState.RETURNED)
        if is_blank(reason):
            raise Invalid(NEEDS_REASON)
        self.closed_on, self.closed_reason = day, reason.strip()
        self._come_to(EscalationState.WITHDRAWN, day)

    def _words_for(self, one: Escalation, group: Group) -> str:
        """The feedback for a body: that of the step it sent, in this family's lead."""
        for step in self.steps:
            if step.sender_id == group.id:
                return step.feedback
        tiers = [step for step in self.steps if step.sender.tier is group.tier]
        return (tiers or [self.steps[0] if one is not self else self.step])[0].feedback

    def _check(self, *states: EscalationState) -> None:
        if self.state not in states:
            raise Invalid(NOT_NOW, reference=self.reference, state=self.state)

    def _check_decidable(self) -> None:
        if self.step.body.tier.value == "interministerial":
            self._check(EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
        else:
            self._check(EscalationState.ON_AGENDA)

    def _check_leads_nobody(self) -> None:
        if self.followers:
            raise Invalid("Others were merged into it: take those out first.")

    def _check_decision(self, entry: MinutesEntry | None, body: Group) -> None:
        if entry is not None and (entry.kind is not EntryKind.DECISION or entry.item.meeting.group_id != body.id):
            raise Invalid("Choose a decision from the minutes of the group itself.")

    def _decide(self, outcome: StepOutcome, reason: str, day: dt.date, entry: MinutesEntry | None = None) -> None:
        if is_blank(reason):
            raise Invalid(NEEDS_REASON)
        self.step.outcome, self.step.outcome_on, self.step.outcome_reason = outcome, day, reason.strip()
        self.step.decision_entry = entry

    def _come_to(self, state: EscalationState, day: dt.date) -> None:
        self.state, self.since = state, day
        for one in self.family:
            holder = one.responsible or one.origin
            one.holder_id = holder.id
