"""Agenda items with their papers, in the Danish order of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Table, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid
from referral_desk.models.base import Base, Record
from referral_desk.models.documents import Document
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.models.plans import PlanActivity
from referral_desk.models.standing_items import CONTENT, LAST, StandingItem
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import EntryKind, ItemKind, ItemOutcome, Label, Purpose, StandingRole

if TYPE_CHECKING:
    from referral_desk.models.cases import Case
    from referral_desk.models.circulars import Circular, Delivery
    from referral_desk.models.escalation_steps import EscalationSnapshot, EscalationStep
    from referral_desk.models.meetings import Meeting
    from referral_desk.models.minutes import MinutesEntry

LONGEST_ITEM = 24 * 60
# Where a standing item stands that nothing else is known of (a desk from before standing items could be chosen).
USUAL_RANK = {
    StandingRole.AGENDA_APPROVAL: 10,
    StandingRole.MINUTES_APPROVAL: 20,
    StandingRole.OPEN_ACTIONS: 30,
    StandingRole.FROM_ABOVE: 40,
    StandingRole.ORDINARY: 50,
    StandingRole.ANY_OTHER_BUSINESS: LAST,
}

CPR_IN = {
    "title": N_("The title of item {number} holds what looks like a CPR number: take it out before the pack is made."),
    "resume": N_(
        "The summary of item {number} holds what looks like a CPR number: take it out before the pack is made."
    ),
    "recommendation": N_(
        "The recommendation of item {number} holds what looks like a CPR number: take it out before the pack is made."
    ),
    "presentation": N_(
        "The background of item {number} holds what looks like a CPR number: take it out before the pack is made."
    ),
    "paper": N_(
        "The name of paper {number} holds what looks like a CPR number: give it another name before the pack is made."
    ),
}

item_activities = Table(
    "agenda_item_activities",
    Base.metadata,
    Column("agenda_item_id", ForeignKey("agenda_items.id"), primary_key=True),
    Column("plan_activity_id", ForeignKey("plan_activities.id"), primary_key=True),
)


class AgendaItem(Record):
    """One item: who brings it, what it asks for, how long it takes, and its papers."""

    __tablename__ = "agenda_items"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.INFORMATION_EXCHANGE)
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.DISCUSSION)
    minutes: Mapped[int] = mapped_column(default=15)
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owner_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    resume: Mapped[str] = mapped_column(default="")
    recommendation: Mapped[str] = mapped_column(default="")
    presentation: Mapped[str] = mapped_column(default="")
    # What the program does with a standing item; None for one that somebody brought.
    standing: Mapped[StandingRole | None]
    outcome: Mapped[ItemOutcome] = mapped_column(default=ItemOutcome.OPEN, server_default="open")
    # Why it was carried forward or dropped.
    outcome_reason: Mapped[str] = mapped_column(default="", server_default=text("''"))
    # The meeting whose minutes this item approves when it is decided.
    approves_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    # The standing item that filled it in.
    standing_item_id: Mapped[int | None] = mapped_column(ForeignKey("standing_items.id"), index=True)
    # Put on the agenda while the meeting was held or its minutes were written; it never stood on what was sent out.
    is_raised: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    # Carried forward while no later meeting stood: the group on whose next agenda it comes.
    waiting_group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)

    meeting: Mapped[Meeting] = relationship(back_populates="items", foreign_keys=[meeting_id])
    approves: Mapped[Meeting | None] = relationship(foreign_keys=[approves_id])
    standing_item: Mapped[StandingItem | None] = relationship()
    # Written by the minutes; here only to tell what became of the item.
    entries: Mapped[list[MinutesEntry]] = relationship(viewonly=True, order_by="MinutesEntry.position")
    owner_person: Mapped[Person | None] = relationship()
    owner_organisation: Mapped[Organisation | None] = relationship()
    papers: Mapped[list[Paper]] = relationship(back_populates="item", order_by="Paper.position", cascade="all")
    activities: Mapped[list[PlanActivity]] = relationship(secondary=item_activities, order_by=PlanActivity.code)
    # The cases that are dealt with there: an item that goes lets go of them.
    cases: Mapped[list[Case]] = relationship(secondary="case_items", order_by="Case.id", overlaps="items")
    # What comes down by it, and what was sent up to be decided under it: the same.
    deliveries: Mapped[list[Delivery]] = relationship(back_populates="item", order_by="Delivery.id")
    escalation_steps: Mapped[list[EscalationStep]] = relationship(back_populates="item", order_by="EscalationStep.id")
    # The circulars that it decided.
    circulars: Mapped[list[Circular]] = relationship(back_populates="item", order_by="Circular.id")

    @property
    def is_standing(self) -> bool:
        """Whether it comes back on every agenda."""
        return self.standing is not None

    @property
    def number(self) -> int:
        """Its number on the agenda: it follows the order."""
        return self.position + 1

    @property
    def rank(self) -> int:
        """Where it belongs on an agenda: standing items by their position, what the meeting is about between them."""
        if self.standing_item is not None:
            return self.standing_item.position
        if self.kind is ItemKind.ANY_OTHER_BUSINESS:
            return LAST
        return USUAL_RANK[self.standing] if self.standing else CONTENT - 1

    @property
    def has_own_content(self) -> bool:
        """Whether somebody gave it more than a title: a text, a paper, an activity."""
        texts = (self.resume, self.recommendation, self.presentation)
        return any(not is_blank(text) for text in texts) or bool(self.papers or self.activities)

    @property
    def comes_again(self) -> bool:
        """Whether it stands on the next agenda anyway, so that nothing is lost if the meeting does not reach it."""
        if self.standing is None or self.has_own_content:
            return False
        return self.standing_item is None or (self.standing_item.is_active and self.standing_item.yearly_from is None)

    @property
    def fate(self) -> ItemOutcome:
        """What became of it: as said where it was carried or dropped, else what its minutes show, else as said."""
        if self.outcome in {ItemOutcome.CARRIED, ItemOutcome.DROPPED}:
            return self.outcome
        written = {entry.kind for entry in self.entries if not is_blank(entry.text)}
        if self.outcome is ItemOutcome.DECIDED or EntryKind.DECISION in written:
            return ItemOutcome.DECIDED
        return ItemOutcome.NOTED if written else self.outcome

    @property
    def is_live(self) -> bool:
        """Whether it is dealt with here: its meeting takes place, and it was neither carried nor dropped."""
        return self.outcome not in {ItemOutcome.CARRIED, ItemOutcome.DROPPED} and not self.meeting.is_cancelled

    @property
    def lacks_outcome(self) -> bool:
        """Whether its meeting cannot be closed before somebody says what becomes of it."""
        return self.fate is ItemOutcome.OPEN and not self.comes_again

    @property
    def is_fixed(self) -> bool:
        """Whether it stays as it is: its meeting was held, unless it was raised there and the minutes are a draft."""
        return self.meeting.is_closed_to_change and not (self.is_raised and self.meeting.takes_raised)

    def check_open_to_change(self) -> None:
        """Refuse changes to an item that stays as it is (Invalid)."""
        if self.is_fixed:
            self.meeting.check_open_to_change()

    def call(self, title: str) -> None:
        """Set the title; Invalid if it is empty."""
        if is_blank(title):
            raise Invalid("Give the item a title.")
        self.title = " ".join(title.split())

    def take_minutes(self, minutes: int) -> None:
        """Set how long the item may take; Invalid below 0 or above a day."""
        if not 0 <= minutes <= LONGEST_ITEM:
            raise Invalid("An item takes between 0 and {longest} minutes.", longest=LONGEST_ITEM)
        self.minutes = minutes

    def texts(self) -> dict[str, str]:
        """Every text of the item that leaves the desk in a pack, by the field it stands in, and its papers' names."""
        papers = {
            f"paper {self.number}.{place}": f"{p.title} {p.document.name}" for place, p in enumerate(self.papers, 1)
        }
        return self.own_texts() | papers

    def own_texts(self) -> dict[str, str]:
        """What is written about the item itself, by field."""
        return {
            "title": self.title,
            "resume": self.resume,
            "recommendation": self.recommendation,
            "presentation": self.presentation,
        }

    def fields_with_cpr(self) -> list[str]:
        """The fields whose text looks like it holds a civil registration number (V10)."""
        return [field for field, text in self.texts().items() if cpr_numbers(text)]

    def cpr_findings(self) -> list[Finding]:
        """Where the item or one of its papers looks like it holds a civil registration number (V10)."""
        found = []
        for name in self.fields_with_cpr():
            paper = self.papers[int(name.rpartition(".")[2]) - 1] if name.startswith("paper ") else None
            found.append(
                Finding(
                    Weight.STOPS,
                    Where.PAPER if paper else Where.ITEM,
                    CPR_IN["paper" if paper else name],
                    {"number": paper.number if paper else self.number},
                    item_id=self.id,
                    paper_id=paper.id if paper else None,
                    field_name=name,
                )
            )
        return found

    def own(self, person: Person | None, organisation: Organisation | None) -> None:
        """Say who brings the item: a person, an organisation, or nobody (both empty)."""
        if person is not None and organisation is not None:
            raise Invalid("A person or an organisation brings the item, not both.")
        self.owner_person, self.owner_organisation = person, organisation


class Paper(Record):
    """A document in its place: behind one item or in one case, in one order, pinned to the version that was given."""

    __tablename__ = "papers"

    # It lies behind an item or in a case, never both.
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    # Of a case: it does not go along when the case is carried up, unless somebody chooses it.
    stays: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    # Behind an item: the paper of the case as which it was sent to the body.
    sent_from_id: Mapped[int | None] = mapped_column(ForeignKey("papers.id"), index=True)

    item: Mapped[AgendaItem | None] = relationship(back_populates="papers")
    case: Mapped[Case | None] = relationship(back_populates="papers")
    document: Mapped[Document] = relationship()
    sent_from: Mapped[Paper | None] = relationship(remote_side="Paper.id")
    sent_in: Mapped[list[EscalationSnapshot]] = relationship(
        secondary="escalation_snapshot_papers", viewonly=True, order_by="EscalationSnapshot.id"
    )

    @property
    def holder(self) -> AgendaItem | Case:
        """The item or the case that it belongs to."""
        found = self.item or self.case
        assert found is not None
        return found

    @property
    def number(self) -> str:
        """Its number in the pack, such as 5.1; in a case its place."""
        return f"{self.item.number}.{self.position + 1}" if self.item is not None else str(self.position + 1)

    @property
    def was_sent(self) -> bool:
        """Whether it went along with a case, or is what came with one."""
        return self.sent_from_id is not None or bool(self.sent_in)

    def check_unsent(self) -> None:
        """Refuse to change what went along with a case (Invalid): it stays as it was sent."""
        if self.was_sent:
            raise Invalid(
                "“{title}” was sent along with a case and stays as it was sent: attach a new version beside it.",
                title=self.title,
            )

    def as_sent(self, position: int, origin: str = "") -> Paper:
        """The same for an item of the body that it was sent to: the document itself is not copied.

        `origin` names whose it is, where it came with what was merged.
        """
        title = f"{origin}: {self.title}" if origin else self.title
        return Paper(
            document=self.document, title=title, label=self.label, position=position, sent_from=self, stays=False
        )
