"""Who was asked to a meeting, what they answered, who came for whom, and who was out of the room for an item."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.meetings import Meeting
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.models.seats import Seat
from referral_desk.vocabulary import AttendanceState, AttendeeRole


class Attendance(Record):
    """One person (or a body that names nobody) at one meeting: from which seat, for whom, and whether they came."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        Index("ix_attendance_meeting_seat", "meeting_id", "seat_id"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    # The body spoken for on that day, and the seat sat on; a guest has no seat.
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"), index=True)
    role: Mapped[AttendeeRole]
    state: Mapped[AttendanceState] = mapped_column(default=AttendanceState.UNANSWERED)
    # Whose place a deputy takes.
    deputy_for_id: Mapped[int | None] = mapped_column(ForeignKey("attendance.id"))
    answered_at: Mapped[dt.datetime | None]
    note: Mapped[str] = mapped_column(default="")

    meeting: Mapped[Meeting] = relationship(back_populates="attendance")
    person: Mapped[Person | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    seat: Mapped[Seat | None] = relationship()
    deputy_for: Mapped[Attendance | None] = relationship(remote_side="Attendance.id")
    absences: Mapped[list[ItemAbsence]] = relationship(back_populates="attendance", cascade="all, delete-orphan")


class ItemAbsence(Record):
    """Somebody who was present, but not for this item: came later, left, or stepped out because of a conflict."""

    __tablename__ = "item_absences"
    __table_args__ = (UniqueConstraint("attendance_id", "item_id"),)

    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendance.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    is_conflict: Mapped[bool] = mapped_column(default=False)

    attendance: Mapped[Attendance] = relationship(back_populates="absences")
    item: Mapped[AgendaItem] = relationship()


class Declaration(Record):
    """A declaration of confidentiality that a person signed: an observer or guest without one is warned of (V8)."""

    __tablename__ = "declarations"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    signed_on: Mapped[dt.date]
    # The last day on which it holds; None where it holds until further notice.
    valid_to: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(default="")

    person: Mapped[Person] = relationship()
