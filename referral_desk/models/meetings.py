"""Meetings of the groups: kind, quarter, stage, and the moves and cancellations that keep their reason."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.clock import Quarter
from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.findings import Finding, Weight, Where, refuse_first
from referral_desk.models.groups import Group
from referral_desk.models.people import Person
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import Label, MailingKind, MeetingKind, Stage

if TYPE_CHECKING:
    from referral_desk.models.attendance import Attendance
    from referral_desk.models.mailings import Mailing
    from referral_desk.models.minutes import Minutes
    from referral_desk.models.packs import PackIssue


PREPARING = (Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT)
"""The steps before the meeting; those after it follow from its minutes."""
BEING_MADE = (Stage.PLANNED, Stage.INVITED)
"""While a meeting stands there its agenda is being made; then it is out."""
NOT_REOPENED = N_("Approved minutes are not opened again: the members rely on them. Make a correction instead.")
REGRET = dt.timedelta(minutes=10)
"""How long the closing of a meeting can be taken back."""


class Meeting(Record):
    """A meeting of one group, in one quarter."""

    __tablename__ = "meetings"
    __table_args__ = (
        Index("ix_meetings_group_day", "group_id", "day", "starts"),
        Index("ix_meetings_day", "day"),
        Index("ix_meetings_year", "year"),
        Index("ix_meetings_stage", "stage"),
    )

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
    # The calendar entry's UID, given with the first invitation, and its SEQUENCE (RFC 5545 3.8.4.7, 3.8.7.4).
    uid: Mapped[str] = mapped_column(default="", server_default=text("''"))
    sequence: Mapped[int] = mapped_column(default=0, server_default="0")
    # Own words that every mail about this meeting carries, in the language of those who get it.
    words_da: Mapped[str] = mapped_column(default="", server_default=text("''"))
    words_en: Mapped[str] = mapped_column(default="", server_default=text("''"))
    # When it really began and ended.
    began: Mapped[dt.time | None]
    ended: Mapped[dt.time | None]
    closed_at: Mapped[dt.datetime | None]

    group: Mapped[Group] = relationship()
    chair: Mapped[Person | None] = relationship(foreign_keys=[chair_id])
    secretary: Mapped[Person | None] = relationship(foreign_keys=[secretary_id])
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting",
        foreign_keys=AgendaItem.meeting_id,
        order_by=AgendaItem.position,
        cascade="all, delete-orphan",
    )
    issues: Mapped[list[PackIssue]] = relationship(back_populates="meeting", order_by="PackIssue.number")
    attendance: Mapped[list[Attendance]] = relationship(back_populates="meeting", cascade="all, delete-orphan")
    minutes: Mapped[Minutes | None] = relationship(back_populates="meeting", uselist=False)
    mailings: Mapped[list[Mailing]] = relationship(back_populates="meeting", order_by="Mailing.id")

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

    @property
    def minutes_over(self) -> int:
        """How many minutes the agenda needs beyond the end of the meeting; 0 where it fits."""
        return max(0, self.planned_minutes - self.length)

    @property
    def next_stage(self) -> Stage | None:
        """The step that comes next, or None once the meeting is closed or off."""
        if self.is_cancelled or self.stage is Stage.CLOSED:
            return None
        return list(Stage)[self.stage.step + 1]

    def next_stage_on(self, day: dt.date) -> Stage | None:
        """The step that comes next on a day: once the meeting's own day is there, that it was held."""
        step = self.next_stage
        if step is not None and step in PREPARING and day >= self.day:
            return Stage.HELD
        return step

    def lacks(self, today: dt.date | None = None) -> list[Finding]:
        """What the next step still needs: what stops it first, then what is only worth a look.

        Without `today` nothing is said of the day that a meeting is held on or that comments are due.
        """
        step = self.next_stage if today is None else self.next_stage_on(today)
        match step:
            case None:
                found = []
            case Stage.INVITED:
                found = self._lacks_for_invitation()
            case Stage.AGENDA_SENT:
                found = self._lacks_for_agenda()
            case Stage.HELD:
                found = self._lacks_for_holding(today)
            case _:
                found = self.minutes.lacks(today) if self.minutes else []
        return sorted(found, key=lambda finding: not finding.stops)

    def advance(self) -> None:
        """Take the next step in preparing; Invalid where it lacks something, or the meeting itself comes next.

        It counts as invited once an invitation is noted as sent, never by itself.
        """
        self.check_open_to_change()
        step = self.next_stage
        if step not in PREPARING:
            raise Invalid("The agenda is out: the meeting itself comes next.")
        refuse_first(self.lacks())
        if step is Stage.INVITED and not self.is_invited:
            raise Invalid("Nobody has been invited yet: send the invitation, and note that it went out.")
        self.stage = step

    def step_back(self) -> None:
        """Take the last step of preparing back; Invalid at the first, and once the meeting was held."""
        self.check_open_to_change()
        if self.stage is Stage.PLANNED:
            raise Invalid("The meeting is only planned: there is no step to take back.")
        self.stage = list(Stage)[self.stage.step - 1]

    @property
    def keeps_step(self) -> str:
        """Why its last step cannot be taken back, as a template; empty where it can."""
        if self.is_cancelled:
            return N_("The meeting is cancelled: hold it after all, or plan a new one.")
        if self.stage is Stage.PLANNED:
            return N_("The meeting is only planned: there is no step to take back.")
        if self.stage is Stage.HELD:
            return N_("That the meeting was held is undone right after it was recorded, and not later.")
        return NOT_REOPENED if self.stage.step >= Stage.APPROVED.step else ""

    def hold(self, today: dt.date, number: int) -> None:
        """Record that the meeting is held, under its number in the group's year; Invalid before its day."""
        self.check_open_to_change()
        refuse_first(self._lacks_for_holding(today))
        self.stage, self.number = Stage.HELD, number

    def unhold(self, stage: Stage) -> None:
        """Undo `hold`: the meeting is back where it stood in being prepared, and gives its number back."""
        if self.stage is not Stage.HELD or stage not in PREPARING:
            raise Invalid("Minutes are under way: the meeting stays held.")
        self.stage, self.number, self.began, self.ended = stage, None, None, None

    def last_from(self, began: dt.time | None, ended: dt.time | None) -> None:
        """Say when it really began and ended.

        Invalid if that is the wrong way round, if it was not held, or if approved minutes say it already.
        """
        if self.stage.step < Stage.HELD.step:
            raise Invalid("The meeting was not held yet: record that first.")
        if self.stage.step >= Stage.APPROVED.step:
            raise Invalid(
                "The minutes are approved and say when the meeting began and ended: correct the minutes instead."
            )
        self.correct_times(began, ended)

    def correct_times(self, began: dt.time | None, ended: dt.time | None) -> None:
        """Say anew when it began and ended, as a correction of its minutes does; Invalid the wrong way round."""
        if began is not None and ended is not None and _minutes(ended) <= _minutes(began):
            raise Invalid("The meeting ends before it begins: change one of the times.")
        self.began, self.ended = began, ended

    def close(self, at: dt.datetime) -> None:
        """Close the meeting; Invalid while its minutes are not approved, or an item or comment is open."""
        if self.stage is not Stage.APPROVED:
            raise Invalid("A meeting is closed once its minutes are approved.")
        refuse_first(self.lacks())
        self.stage, self.closed_at = Stage.CLOSED, at

    def reopen(self, at: dt.datetime) -> None:
        """Undo `close`; Invalid once more than a few minutes have passed."""
        if self.stage is not Stage.CLOSED or self.closed_at is None:
            raise Invalid("The meeting is not closed.")
        if at - self.closed_at > REGRET:
            raise Invalid("A closed meeting stays closed: what its minutes say is mended by a correction.")
        self.stage, self.closed_at = Stage.APPROVED, None

    def own_cpr_findings(self) -> list[Finding]:
        """Where the meeting's title or place looks like it holds a civil registration number (V10)."""
        return [
            Finding(
                Weight.STOPS,
                Where.MEETING,
                N_("The meeting's title or place holds what looks like a CPR number: take it out before it is sent."),
                field_name=name,
            )
            for name in ("title", "place")
            if cpr_numbers(getattr(self, name))
        ]

    def cpr_findings(self) -> list[Finding]:
        """Where the meeting or its agenda looks like it holds a civil registration number (V10)."""
        return self.own_cpr_findings() + [finding for item in self.items for finding in item.cpr_findings()]

    def _lacks_for_invitation(self) -> list[Finding]:
        found = []
        if not any(seat.held_on(self.day) for seat in self.group.seats):
            found.append(
                Finding(
                    Weight.STOPS,
                    Where.PEOPLE,
                    N_("Nobody holds a seat in the group on that day: fill the seats first."),
                )
            )
        if not self.place.strip():
            found.append(Finding(Weight.WARNS, Where.MEETING, N_("No place is written yet.")))
        if self.chair is None:
            found.append(Finding(Weight.WARNS, Where.MEETING, N_("Nobody is named as chair.")))
        return found

    def _lacks_for_agenda(self) -> list[Finding]:
        if not self.items:
            return [Finding(Weight.STOPS, Where.AGENDA, N_("The agenda is empty: add the first item."))]
        if not self.issues:
            return [Finding(Weight.STOPS, Where.PACK, N_("The pack has not been issued yet."))]
        return []

    def _lacks_for_holding(self, today: dt.date | None) -> list[Finding]:
        unsigned = [finding for row in self.attendance for finding in row.unsigned()]
        if today is not None and today < self.day:
            too_early = Finding(
                Weight.STOPS,
                Where.MEETING,
                N_("The day of the meeting is still to come: it cannot have been held."),
                field_name="day",
            )
            return [too_early, *unsigned]
        if not self.items:
            return [Finding(Weight.STOPS, Where.AGENDA, N_("The agenda is empty: add the first item.")), *unsigned]
        return unsigned

    def schedule(self, day: dt.date, starts: dt.time, ends: dt.time) -> None:
        """Set day and times; Invalid if the meeting ends before it begins."""
        if _minutes(ends) <= _minutes(starts):
            raise Invalid("The meeting ends before it begins: change one of the times.")
        self.day, self.starts, self.ends = day, starts, ends

    @property
    def is_invited(self) -> bool:
        """Whether an invitation is noted as sent."""
        return any(one.kind is MailingKind.INVITATION and one.sent_at is not None for one in self.mailings)

    @property
    def was_told(self) -> bool:
        """Whether anybody outside the desk was told of it: from then on a move needs a reason."""
        return self.stage is not Stage.PLANNED or bool(self.mailings)

    def shift(self, day: dt.date, starts: dt.time, ends: dt.time) -> None:
        """Give a meeting that nobody was told of another day; Invalid once somebody was."""
        self.check_open_to_change()
        if self.was_told:
            raise Invalid("Say why the meeting is moved: those who were invited will ask.")
        self.schedule(day, starts, ends)

    def move(self, day: dt.date, reason: str) -> None:
        """Move the meeting to another day; it keeps its quarter and number, and the reason stays with it."""
        self.check_open_to_change()
        if is_blank(reason):
            raise Invalid("Say why the meeting is moved: those who were invited will ask.")
        self.moved_from = self.moved_from or self.day
        self.move_reason, self.day = reason.strip(), day

    def cancel(self, at: dt.datetime, reason: str) -> None:
        """Call the meeting off; Invalid without a reason or once it was held."""
        self.check_open_to_change()
        if is_blank(reason):
            raise Invalid("Say why the meeting is cancelled: an empty quarter must have its reason.")
        self.cancelled_at, self.cancel_reason = at, reason.strip()

    @property
    def is_closed_to_change(self) -> bool:
        """Whether its agenda stays as it is, because the meeting was held or called off."""
        return self.is_cancelled or self.stage.step >= Stage.HELD.step

    @property
    def takes_raised(self) -> bool:
        """Whether items that are raised at the table can be put on its agenda: until its draft goes to the chair."""
        return self.stage is Stage.HELD and not self.is_cancelled

    @property
    def is_head_closed(self) -> bool:
        """Whether its title, place, label, chair and secretary stay as they are: approved minutes say them."""
        return self.is_cancelled or self.stage.step >= Stage.APPROVED.step

    def check_head_open(self) -> None:
        """Refuse changes to what approved minutes say of the meeting itself (Invalid)."""
        if self.is_cancelled:
            raise Invalid("The meeting is cancelled: plan a new one instead.")
        if self.is_head_closed:
            raise Invalid(
                "The minutes are approved and say where the meeting was and who led it: correct the minutes instead."
            )

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

    def place_for(self, item: AgendaItem) -> int:
        """The last place on the agenda at which an item does not stand behind what belongs behind it."""
        others = [other for other in self.items if other is not item]
        while others and others[-1].rank > item.rank:
            others.pop()
        return len(others)

    @property
    def language(self) -> str:
        """The language in which the agenda was filled."""
        filled = [item for item in self.items if item.standing_item is not None]
        is_english = any(
            item.standing_item and item.title == item.standing_item.title_en != item.standing_item.title_da
            for item in filled
        )
        return "en" if is_english else "da"

    def take_off(self, item: AgendaItem) -> None:
        """Take an item off the agenda for good; the others close up."""
        self.items.remove(item)
        for place, other in enumerate(self.items):
            other.position = place

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
