"""What comes down: circulars of the national group, and deliveries of them and of answers to each group's agenda."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Base, Record
from referral_desk.models.cases import CLOSED
from referral_desk.models.groups import Group
from referral_desk.models.plans import PlanActivity
from referral_desk.texts import is_blank
from referral_desk.vocabulary import CircularKind, ItemKind, Label

if TYPE_CHECKING:
    from referral_desk.models.escalations import Escalation
    from referral_desk.models.minutes import MinutesEntry

_WAITING = text("reported_on IS NULL")

ITEM_KINDS = {
    CircularKind.FRAMEWORK: ItemKind.PROCEDURE,
    CircularKind.TREND_WARNING: ItemKind.TREND_WARNING,
    CircularKind.GOOD_PRACTICE: ItemKind.GOOD_PRACTICE,
    CircularKind.NEW_INITIATIVE: ItemKind.NEW_INITIATIVE,
}
"""What the item on a group's agenda is about, by the kind of circular."""

circular_activities = Table(
    "circular_activities",
    Base.metadata,
    Column("circular_id", ForeignKey("circulars.id"), primary_key=True),
    Column("plan_activity_id", ForeignKey("plan_activities.id"), primary_key=True, index=True),
)


class Circular(Record):
    """One message of the national group to all regional ones (domain F2); sent, its words stay."""

    __tablename__ = "circulars"
    __table_args__ = (UniqueConstraint("group_id", "year", "number"),)

    # The group that sends it.
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    year: Mapped[int]
    number: Mapped[int]
    kind: Mapped[CircularKind] = mapped_column(default=CircularKind.FRAMEWORK)
    theme: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    # The national item that decided it, where one did.
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    # The one decision under it that the circular tells of, and its words as they were sent.
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("minutes_entries.id", ondelete="SET NULL"), index=True)
    decision: Mapped[str] = mapped_column(default="")
    created_on: Mapped[dt.date]
    sent_at: Mapped[dt.datetime | None]
    sent_by: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship()
    item: Mapped[AgendaItem | None] = relationship(back_populates="circulars")
    entry: Mapped[MinutesEntry | None] = relationship()
    activities: Mapped[list[PlanActivity]] = relationship(secondary=circular_activities, order_by=PlanActivity.code)
    deliveries: Mapped[list[Delivery]] = relationship(back_populates="circular", order_by="Delivery.id")

    @property
    def reference(self) -> str:
        """Its reference, such as C2026-3."""
        return f"C{self.year}-{self.number}"

    @property
    def told_decision(self) -> str:
        """The words of its decision, as they were sent or as they stand; empty where fewer people may read those."""
        if self.sent_at is not None or self.entry is None:
            return self.decision
        item = self.entry.item
        closest = max((self.entry.label, item.label, item.meeting.label), key=lambda one: one.rank)
        return " ".join(self.entry.text.split()) if closest.rank <= self.label.rank else ""

    def say(self, title: str, words: str) -> None:
        """Set its words; Invalid once it is sent, or without a title."""
        if self.sent_at is not None:
            raise Invalid("{reference} is sent: write a new circular that says what changes.", reference=self.reference)
        if is_blank(title):
            raise Invalid("Give the circular a title: it stands on six agendas.")
        self.title, self.text = " ".join(title.split()), words.strip()

    def texts(self) -> dict[str, str]:
        """The free texts by field, for the leak alarm."""
        return {"title": self.title, "text": self.text, "decision": self.told_decision}

    def send(self, at: dt.datetime, by: str) -> None:
        """Let it go; Invalid without words, or a second time."""
        if self.sent_at is not None:
            raise Invalid("{reference} is sent already.", reference=self.reference)
        if is_blank(self.text):
            raise Invalid("Write what the groups are to know before the circular goes out.")
        self.decision = self.told_decision
        self.sent_at, self.sent_by = at, by

    def take_back(self) -> None:
        """It is a draft again: its decision is told as it stands."""
        self.sent_at, self.sent_by, self.decision = None, "", ""


class Delivery(Record):
    """An answer or a circular on its way to one group: it waits, stands on an agenda, and is reported in the end.

    It waits as long as it has no item, and is reported when the minutes of its item's meeting are approved, or where
    somebody tells the group outside a meeting and says why. Each answer and each circular reaches a group once.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("escalation_id", "group_id"),
        UniqueConstraint("circular_id", "group_id"),
        CheckConstraint("(escalation_id IS NULL) <> (circular_id IS NULL)", name="one_thing"),
        Index("ix_deliveries_waiting", "group_id", "id", sqlite_where=_WAITING, postgresql_where=_WAITING),
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    escalation_id: Mapped[int | None] = mapped_column(ForeignKey("escalations.id"))
    circular_id: Mapped[int | None] = mapped_column(ForeignKey("circulars.id"))
    # What the group reads: the released feedback, fit for its readers; empty for a circular, which has its own text.
    text: Mapped[str] = mapped_column(default="")
    made_on: Mapped[dt.date]
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    reported_on: Mapped[dt.date | None]
    # The group said that it has taken note of a circular, before or at its meeting.
    acknowledged_on: Mapped[dt.date | None]
    acknowledged_by: Mapped[str] = mapped_column(default="")
    # How, to whom and why an answer was reported outside a meeting, and who wrote that down; empty where minutes tell.
    told_how: Mapped[str] = mapped_column(default="")
    told_whom: Mapped[str] = mapped_column(default="")
    told_reason: Mapped[str] = mapped_column(default="")
    told_by: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship()
    escalation: Mapped[Escalation | None] = relationship(back_populates="deliveries")
    circular: Mapped[Circular | None] = relationship(back_populates="deliveries")
    item: Mapped[AgendaItem | None] = relationship(back_populates="deliveries")

    @property
    def is_waiting(self) -> bool:
        """Whether it stands on no agenda: it has no item, or one that was carried while no later meeting stood."""
        return self.reported_on is None and (self.item is None or self.item.waiting_group_id is not None)

    @property
    def is_told(self) -> bool:
        """Whether it was reported outside a meeting: what becomes of its item changes nothing."""
        return bool(self.told_how)

    @property
    def is_acknowledged(self) -> bool:
        """Whether the group took note of it: it said so, or its approved minutes do."""
        return self.acknowledged_on is not None or self.reported_on is not None

    def stand_on(self, item: AgendaItem | None, day: dt.date) -> None:
        """Let it stand on another item, or wait on none; what its old one reported counts no more."""
        if item is not self.item:
            if self.reported_on is not None and not self.is_told:
                self.unreport(day)
            self.item = item

    def report(self, day: dt.date) -> None:
        """The group has heard it: the minutes of its meeting are approved."""
        self.reported_on = day
        if self.escalation is not None:
            self.escalation.follow_deliveries(day)

    def unreport(self, day: dt.date) -> None:
        """The group has not heard it after all; Invalid once its round trip is closed."""
        if self.escalation is not None and self.escalation.closed_on is not None:
            raise Invalid(CLOSED, reference=self.escalation.reference)
        self.reported_on = None
        if self.escalation is not None:
            self.escalation.follow_deliveries(day)

    def tell(self, *, on: dt.date, how: str, whom: str, reason: str, by: str, today: dt.date) -> None:
        """Report an answer outside a meeting, on a day; Invalid where it is reported, and without how, to whom or why.

        That is the exception: minutes tell of what a group heard (domain 5.2 and 5.4).
        """
        if self.reported_on is not None:
            raise Invalid("The answer is reported to {group} already.", group=self.group.short_on(today, "da"))
        if any(map(is_blank, (how, whom, reason))):
            raise Invalid("Say how it was told, to whom, and why no meeting of the group does it.")
        if not self.made_on <= on <= today:
            raise Invalid("It was told on a day from its release until today: change the day.")
        self.told_how, self.told_whom, self.told_reason = (" ".join(one.split()) for one in (how, whom, reason))
        self.told_by = by
        self.report(on)

    def untell(self, today: dt.date) -> None:
        """Take back that it was reported outside a meeting; Invalid where it was not, or its round trip is closed."""
        if not self.is_told:
            raise Invalid("The answer was not reported outside a meeting.")
        self.unreport(today)
        self.told_how = self.told_whom = self.told_reason = self.told_by = ""

    def acknowledge(self, day: dt.date, by: str) -> None:
        """The group took note of a circular; Invalid for an answer, and a second time."""
        if self.circular is None:
            raise Invalid("An answer is reported by the minutes of the group's meeting.")
        if self.is_acknowledged:
            raise Invalid("The group has taken note of {reference} already.", reference=self.circular.reference)
        self.acknowledged_on, self.acknowledged_by = day, by
