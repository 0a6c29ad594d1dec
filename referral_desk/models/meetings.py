"""Meetings of the groups: kind, quarter, stage, and the moves and cancellations that keep their reason."""

from __future__ import annotations

import datetime as dt
import enum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.clock import Quarter
from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.documents import Label
from referral_desk.models.groups import Group
from referral_desk.models.people import Person
from referral_desk.texts import N_, name_members


class MeetingKind(enum.StrEnum):
    """Ordinary meetings keep the rhythm (V3); the others stand beside it (S1 Cross 8, S2 "Knowledge")."""

    ORDINARY = "ordinary"
    CASE_CLARIFICATION = "case_clarification"
    THEME_DAY = "theme_day"
    EXTRAORDINARY = "extraordinary"


class Stage(enum.StrEnum):
    """How far a meeting has come, in this order."""

    PLANNED = "planned"
    INVITED = "invited"
    AGENDA_SENT = "agenda_sent"
    HELD = "held"
    MINUTES_DRAFTED = "minutes_drafted"
    IN_COMMENT = "in_comment"
    APPROVED = "approved"
    CLOSED = "closed"

    @property
    def step(self) -> int:
        """Its place in the order, from 0."""
        return list(Stage).index(self)


name_members(
    {
        MeetingKind.ORDINARY: N_("Ordinary meeting"),
        MeetingKind.CASE_CLARIFICATION: N_("Case clarification"),
        MeetingKind.THEME_DAY: N_("Theme day"),
        MeetingKind.EXTRAORDINARY: N_("Extraordinary meeting"),
        Stage.PLANNED: N_("Planned"),
        Stage.INVITED: N_("Invited"),
        Stage.AGENDA_SENT: N_("Agenda sent"),
        Stage.HELD: N_("Held"),
        Stage.MINUTES_DRAFTED: N_("Minutes drafted"),
        Stage.IN_COMMENT: N_("In comment"),
        Stage.APPROVED: N_("Approved"),
        Stage.CLOSED: N_("Closed"),
    }
)


class Meeting(Record):
    """A meeting of one group, in one quarter."""

    __tablename__ = "meetings"
    __table_args__ = (Index("ix_meetings_group_day", "group_id", "day"), Index("ix_meetings_day", "day"))

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.ORDINARY)
    year: Mapped[int]
    quarter: Mapped[int]
    number: Mapped[int | None]
    title: Mapped[str] = mapped_column(default="")
    day: Mapped[dt.date]
    starts: Mapped[dt.time]
    ends: Mapped[dt.time]
    place: Mapped[str] = mapped_column(default="")
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    stage: Mapped[Stage] = mapped_column(default=Stage.PLANNED)
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    secretary_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    moved_from: Mapped[dt.date | None]
    move_reason: Mapped[str] = mapped_column(default="")
    cancelled_at: Mapped[dt.datetime | None]
    cancel_reason: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship()
    chair: Mapped[Person | None] = relationship(foreign_keys=[chair_id])
    secretary: Mapped[Person | None] = relationship(foreign_keys=[secretary_id])
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting", order_by=AgendaItem.position, cascade="all, delete-orphan"
    )

    @property
    def when_due(self) -> Quarter:
        """The quarter that the meeting counts for; a moved meeting keeps it."""
        return Quarter(self.year, self.quarter)

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.cancelled_at is not None

    @property
    def length(self) -> int:
        """The time between start and end, in minutes."""
        return _minutes(self.ends) - _minutes(self.starts)

    @property
    def planned_minutes(self) -> int:
        """The time that the agenda's items ask for, in minutes."""
        return sum(item.minutes for item in self.items)

    def schedule(self, day: dt.date, starts: dt.time, ends: dt.time) -> None:
        """Set day and times; Invalid if the meeting ends before it begins."""
        if _minutes(ends) <= _minutes(starts):
            raise Invalid("The meeting ends before it begins: change one of the times.")
        self.day, self.starts, self.ends = day, starts, ends

    def move(self, day: dt.date, reason: str) -> None:
        """Move the meeting to another day; it keeps its quarter and number, and the reason stays with it."""
        self.check_open_to_change()
        if not reason.strip():
            raise Invalid("Say why the meeting is moved: those who were invited will ask.")
        self.moved_from = self.moved_from or self.day
        self.move_reason, self.day = reason.strip(), day

    def cancel(self, at: dt.datetime, reason: str) -> None:
        """Call the meeting off; Invalid without a reason or once it was held."""
        self.check_open_to_change()
        if not reason.strip():
            raise Invalid("Say why the meeting is cancelled: an empty quarter must have its reason.")
        self.cancelled_at, self.cancel_reason = at, reason.strip()

    def check_open_to_change(self) -> None:
        """Refuse changes to the agenda or the day of a meeting that was held or called off (Invalid)."""
        if self.is_cancelled:
            raise Invalid("The meeting is cancelled: plan a new one instead.")
        if self.stage.step >= Stage.HELD.step:
            raise Invalid("The meeting was held, so its agenda stays as it was.")

    def start_of(self, item: AgendaItem) -> dt.time:
        """When an item begins, if those before it keep their time (the running clock)."""
        minutes = _minutes(self.starts)
        for other in self.items:
            if other is item:
                break
            minutes += other.minutes
        return dt.time(minutes // 60 % 24, minutes % 60)

    def put(self, item: AgendaItem, position: int) -> None:
        """Place an item of this meeting, or a new one, at a position counted from 0; the others close up."""
        order = [other for other in self.items if other is not item]
        order.insert(max(0, min(position, len(order))), item)
        if item not in self.items:
            self.items.append(item)
        for place, other in enumerate(order):
            other.position = place
        self.items.sort(key=lambda other: other.position)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
