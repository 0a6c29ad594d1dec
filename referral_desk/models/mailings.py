"""Mails that the desk drafted for somebody to send: what they were for, to whom, and about which day and place."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Record
from referral_desk.models.meetings import Meeting
from referral_desk.vocabulary import MailingKind


class Mailing(Record):
    """One drafted mailing. The desk never mails by itself: `sent_at` is when somebody said that it went out."""

    __tablename__ = "mailings"
    __table_args__ = (Index("ix_mailings_meeting_kind", "meeting_id", "kind"),)

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    kind: Mapped[MailingKind]
    # SEQUENCE of the calendar entry that went with it (RFC 5545 3.8.7.4).
    sequence: Mapped[int] = mapped_column(default=0)
    drafted_at: Mapped[dt.datetime]
    drafted_by: Mapped[str]
    sent_at: Mapped[dt.datetime | None]
    # What it told, so that a later change can be seen: Copenhagen wall time.
    day: Mapped[dt.date | None]
    starts: Mapped[dt.time | None]
    ends: Mapped[dt.time | None]
    place: Mapped[str] = mapped_column(default="")
    # JSON: [{"person_id", "name", "email", "language"}].
    recipients: Mapped[str] = mapped_column(default="[]")

    meeting: Mapped[Meeting | None] = relationship(back_populates="mailings")
