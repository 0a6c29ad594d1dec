"""Pack issues: what was sent for a meeting, frozen, with its manifest."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Base, Frozen
from referral_desk.models.documents import Document
from referral_desk.models.meetings import Meeting
from referral_desk.vocabulary import Label


class PackIssue(Frozen, Base):
    """One issue of a meeting's pack: the bytes, who made it, what went in (V6)."""

    __tablename__ = "pack_issues"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    number: Mapped[int]
    issued_at: Mapped[dt.datetime]
    issued_by: Mapped[str]
    language: Mapped[str]
    label: Mapped[Label]
    pages: Mapped[int]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    # JSON: the papers' hashes by number, the frozen content, the recipients.
    manifest: Mapped[str]
    content: Mapped[str]
    recipients: Mapped[str] = mapped_column(default="[]")

    meeting: Mapped[Meeting] = relationship(back_populates="issues")
    document: Mapped[Document] = relationship()
