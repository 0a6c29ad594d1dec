"""Entries of minutes: one note, decision or action under one item, and what was agreed with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.actions import ActionItem, Agreed
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.vocabulary import EntryKind, Label

if TYPE_CHECKING:
    from referral_desk.models.comments import EntryComment
    from referral_desk.models.minutes import Minutes


class MinutesEntry(Record):
    """One note, decision or action under one item; `label` confidential puts it into the closed annex."""

    __tablename__ = "minutes_entries"
    __table_args__ = (Index("ix_minutes_entries_item_position", "item_id", "position"),)

    minutes_id: Mapped[int] = mapped_column(ForeignKey("minutes.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[EntryKind] = mapped_column(default=EntryKind.NOTE)
    text: Mapped[str] = mapped_column(default="")
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    # The action that an entry of that kind made; its words are the entry's until the minutes are approved.
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action_items.id"), index=True)
    # Who does it by when as it was agreed: the minutes say that, whatever becomes of the action later.
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owner_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    due: Mapped[dt.date | None]
    # The entry that says the same otherwise: two wrote in one place, and somebody has to choose.
    rival_of_id: Mapped[int | None] = mapped_column(ForeignKey("minutes_entries.id", ondelete="SET NULL"))
    changed_at: Mapped[dt.datetime | None]
    changed_by: Mapped[str] = mapped_column(default="")

    minutes: Mapped[Minutes] = relationship(back_populates="entries")
    item: Mapped[AgendaItem] = relationship()
    action: Mapped[ActionItem | None] = relationship()
    owner_person: Mapped[Person | None] = relationship(foreign_keys=[owner_person_id])
    owner_organisation: Mapped[Organisation | None] = relationship()
    contact: Mapped[Person | None] = relationship(foreign_keys=[contact_id])
    comments: Mapped[list[EntryComment]] = relationship(back_populates="entry")

    @property
    def owned_by(self) -> MinutesEntry | ActionItem:
        """What tells who does it as it was agreed: this, or its action where nothing was said here."""
        is_told = self.owner_person_id is not None or self.owner_organisation_id is not None
        return self if is_told or self.action is None else self.action

    @property
    def agreed_due(self) -> dt.date | None:
        """By when it was agreed; its action's day where nothing was said here."""
        return self.due or (self.action.due if self.action else None)

    @property
    def agreed(self) -> Agreed:
        """Who does it by when, as it was agreed."""
        told = self.owned_by
        return Agreed(told.owner_person, told.owner_organisation, told.contact, self.agreed_due)

    def agree(self, agreed: Agreed) -> None:
        """Keep who does it by when, as it was agreed."""
        self.owner_person, self.owner_organisation, self.contact = agreed.person, agreed.organisation, agreed.contact
        self.due = agreed.due
