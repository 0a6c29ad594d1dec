"""Action items: what somebody is to do by when, from which item it came, and what became of it (V9)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.groups import Group
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.vocabulary import ActionState, Label, Priority


class ActionItem(Record):
    """One action of a group. Its owner is a person, or an organisation with a contact; open ones follow the group."""

    __tablename__ = "action_items"
    __table_args__ = (
        UniqueConstraint("group_id", "year", "number"),
        Index("ix_action_items_state_due", "state", "due"),
        Index("ix_action_items_group_state_due", "group_id", "state", "due"),
        Index("ix_action_items_person_state", "owner_person_id", "state"),
        Index("ix_action_items_organisation_state", "owner_organisation_id", "state"),
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    # With the group's code they make its reference, such as RG4-2026-12.
    year: Mapped[int]
    number: Mapped[int]
    # Where it came from; None for an action that somebody wrote down outside a meeting.
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    text: Mapped[str]
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owner_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    # Whom to ask at the owner organisation.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    due: Mapped[dt.date | None]
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    # A code of the picklist "theme".
    theme: Mapped[str] = mapped_column(default="")
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    state: Mapped[ActionState] = mapped_column(default=ActionState.OPEN)
    reason: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[dt.date | None]
    # The action that goes on with it, in this group or another.
    transferred_to_id: Mapped[int | None] = mapped_column(ForeignKey("action_items.id"))
    created_on: Mapped[dt.date]

    group: Mapped[Group] = relationship()
    item: Mapped[AgendaItem | None] = relationship()
    owner_person: Mapped[Person | None] = relationship(foreign_keys=[owner_person_id])
    owner_organisation: Mapped[Organisation | None] = relationship()
    contact: Mapped[Person | None] = relationship(foreign_keys=[contact_id])
    transferred_to: Mapped[ActionItem | None] = relationship(remote_side="ActionItem.id")
    progress: Mapped[list[ActionProgress]] = relationship(
        back_populates="action", order_by="ActionProgress.id", cascade="all, delete-orphan"
    )

    @property
    def reference(self) -> str:
        """Its reference, such as RG4-2026-12."""
        return f"{self.group.code.upper()}-{self.year}-{self.number}"

    def is_overdue(self, day: dt.date) -> bool:
        """Whether it is open on a day that lies after its due day; never stored."""
        return self.state.is_open and self.due is not None and self.due < day


class ActionProgress(Record):
    """A line in an action's story: who said what, and from which state to which it went."""

    __tablename__ = "action_progress"

    action_id: Mapped[int] = mapped_column(ForeignKey("action_items.id"), index=True)
    at: Mapped[dt.datetime]
    who: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    state: Mapped[ActionState | None]

    action: Mapped[ActionItem] = relationship(back_populates="progress")
