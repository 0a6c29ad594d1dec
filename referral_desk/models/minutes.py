"""Minutes: entries for each item, comments on them, and frozen editions with their hash (domain 4.2)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Base, Frozen, Record
from referral_desk.models.meetings import Meeting
from referral_desk.models.people import Person
from referral_desk.vocabulary import ApprovalWay, CommentState, EntryKind, Label, MinutesState


class Minutes(Record):
    """The minutes of one meeting, and how far they have come."""

    __tablename__ = "minutes"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), unique=True)
    state: Mapped[MinutesState] = mapped_column(default=MinutesState.DRAFT, index=True)
    sent_to_chair_at: Mapped[dt.datetime | None]
    comments_from: Mapped[dt.datetime | None]
    # The last day for comments; silence until then is consent.
    comments_due: Mapped[dt.date | None]
    approved_on: Mapped[dt.date | None]
    approved_way: Mapped[ApprovalWay | None]
    # The item of the later meeting that approved them.
    approved_in_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"))
    approval_note: Mapped[str] = mapped_column(default="")

    meeting: Mapped[Meeting] = relationship(back_populates="minutes")
    approved_in: Mapped[AgendaItem | None] = relationship(foreign_keys=[approved_in_id])
    entries: Mapped[list[MinutesEntry]] = relationship(back_populates="minutes", cascade="all, delete-orphan")
    editions: Mapped[list[MinutesEdition]] = relationship(back_populates="minutes", order_by="MinutesEdition.number")


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
    changed_at: Mapped[dt.datetime | None]
    changed_by: Mapped[str] = mapped_column(default="")

    minutes: Mapped[Minutes] = relationship(back_populates="entries")
    item: Mapped[AgendaItem] = relationship()
    comments: Mapped[list[EntryComment]] = relationship(back_populates="entry")


class EntryComment(Record):
    """What a member asks to have changed, on an entry or on the minutes as a whole, and what became of it."""

    __tablename__ = "entry_comments"

    minutes_id: Mapped[int] = mapped_column(ForeignKey("minutes.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("minutes_entries.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    # Who said it, where the person is not in the directory.
    author: Mapped[str] = mapped_column(default="")
    said_on: Mapped[dt.date]
    text: Mapped[str]
    # The entry's words as the commenter saw them, and as they would have them; empty where only a remark was made.
    quoted: Mapped[str] = mapped_column(default="")
    proposed: Mapped[str] = mapped_column(default="")
    state: Mapped[CommentState] = mapped_column(default=CommentState.OPEN, index=True)
    reply: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[dt.datetime | None]
    answered_by: Mapped[str] = mapped_column(default="")

    entry: Mapped[MinutesEntry | None] = relationship(back_populates="comments")
    person: Mapped[Person | None] = relationship()


class MinutesEdition(Frozen, Base):
    """Approved minutes as they were frozen: edition 1, and one for each later correction (V6)."""

    __tablename__ = "minutes_editions"
    __table_args__ = (UniqueConstraint("minutes_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    minutes_id: Mapped[int] = mapped_column(ForeignKey("minutes.id"), index=True)
    number: Mapped[int]
    frozen_at: Mapped[dt.datetime]
    frozen_by: Mapped[str]
    # JSON of all that the minutes say, and the SHA-256 of that text.
    content: Mapped[str]
    sha256: Mapped[str]
    # Why an edition after the first was made.
    reason: Mapped[str] = mapped_column(default="")

    minutes: Mapped[Minutes] = relationship(back_populates="editions")
