"""Who was asked to a meeting, what they answered, who came for whom, and who was out of the room for an item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record, check_period
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.meetings import Meeting
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.models.seats import Membership, Seat, held_between
from referral_desk.texts import N_
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Stage

ROLES = {
    SeatKind.CHAIR: AttendeeRole.CHAIR,
    SeatKind.DEPUTY_CHAIR: AttendeeRole.MEMBER,
    SeatKind.SECRETARY: AttendeeRole.SECRETARY,
    SeatKind.MEMBER: AttendeeRole.MEMBER,
    SeatKind.REGIONAL_REPRESENTATIVE: AttendeeRole.MEMBER,
    SeatKind.DEPUTY: AttendeeRole.DEPUTY,
    SeatKind.OBSERVER: AttendeeRole.OBSERVER,
}
"""As what somebody comes from a seat; who holds several comes from the one that is named first here."""
AT_MEETING = frozenset({AttendanceState.PRESENT, AttendanceState.ABSENT})
AWAY = frozenset({AttendanceState.APOLOGY, AttendanceState.ABSENT})
ANSWERS = frozenset({AttendanceState.ACCEPTED, AttendanceState.TENTATIVE, AttendanceState.APOLOGY})

NO_SEAT = N_("{name} holds no seat in the group on that day: give a seat, or register {name} as a guest.")
NOT_SIGNED = N_("{name} has not signed a declaration of confidentiality: have it signed before the meeting begins.")


def holding(meeting: Meeting) -> Select[Membership]:
    """The statement for everybody, and every body, that holds a seat in the group on the meeting's day."""
    return holding_between((meeting.group_id,), meeting.day, meeting.day)


def holding_between(group_ids: Collection[int], first: dt.date, last: dt.date) -> Select[Membership]:
    """The statement for everybody who holds a seat in some groups on a day from `first` to `last`, both included."""
    return (
        select(Membership)
        .join(Seat, Membership.seat_id == Seat.id)
        .where(
            Seat.group_id.in_(group_ids),
            or_(Seat.valid_from.is_(None), Seat.valid_from <= last),
            or_(Seat.valid_to.is_(None), Seat.valid_to >= first),
            held_between(first, last),
        )
        .options(joinedload(Membership.seat))
    )


def first_seats(held: Iterable[Membership]) -> tuple[dict[int, Membership], dict[int, Membership]]:
    """The first seat of each person, by the person's id, and the bodies that name nobody, by their seat's id."""
    order = list(ROLES)
    in_order = sorted(held, key=lambda row: (order.index(row.seat.kind), row.seat.position, row.seat_id))
    people: dict[int, Membership] = {}
    for row in in_order:
        if row.person_id is not None:
            people.setdefault(row.person_id, row)
    return people, {row.seat_id: row for row in in_order if row.person_id is None}


def check_attendance_open(meeting: Meeting) -> None:
    """Refuse to change who came to a meeting that is off, or whose approved minutes name them (Invalid)."""
    if meeting.is_cancelled:
        raise Invalid("The meeting is cancelled: nobody comes to it.")
    if meeting.stage.step >= Stage.APPROVED.step:
        raise Invalid("The minutes are approved and say who came: correct the minutes instead.")


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

    @property
    def who(self) -> str:
        """The person, or the body's seat where nobody is named."""
        if self.person is not None:
            return self.person.name
        return self.organisation.name_on(self.meeting.day, "da") if self.organisation is not None else ""

    @property
    def is_expected(self) -> bool:
        """Whether the group counts on them: a deputy only once registered for somebody, a guest never."""
        return self.role not in {AttendeeRole.GUEST, AttendeeRole.DEPUTY} or self.deputy_for is not None

    @property
    def is_entitled(self) -> bool:
        """Whether they may come (V8): a seat on the day, somebody's place, a registered guest, or named to lead it."""
        if self.deputy_for is not None:
            return self.deputy_for.is_entitled
        return self.role is AttendeeRole.GUEST or self.is_named or self.is_seated

    @property
    def is_named(self) -> bool:
        """Whether they are named to lead the meeting or to write its minutes."""
        return self.person is not None and self.person in (self.meeting.chair, self.meeting.secretary)

    @property
    def is_seated(self) -> bool:
        """Whether the seat is theirs on the meeting's day, not the one whose place they take."""
        held = self.seat.held_on(self.meeting.day) if self.seat is not None else None
        return held is not None and held.person is self.person

    def sits_on(self, held: Iterable[Membership]) -> list[Membership]:
        """All seats that are spoken for by it, of those `held` in the group on the meeting's day (V8).

        Every seat of the person counts, not only the one they are called from; a deputy speaks from the seats of the
        one whose place it is, and from none of their own; a guest speaks from none.
        """
        if self.role is AttendeeRole.GUEST:
            return []
        spoken = self.deputy_for or self
        if spoken.person_id is None:
            return [row for row in held if row.person_id is None and row.seat_id == spoken.seat_id]
        return [row for row in held if row.person_id == spoken.person_id]

    @property
    def is_forgotten(self) -> bool:
        """Whether nothing is lost if the row goes: no seat, no answer, no deputy, nothing written."""
        return (
            not self.is_entitled
            and self.state is AttendanceState.UNANSWERED
            and not self.note
            and not self.absences
            and self.deputy() is None
        )

    def deputy(self) -> Attendance | None:
        """Who takes their place."""
        return next((row for row in self.meeting.attendance if row.deputy_for is self), None)

    def answer(self, state: AttendanceState, at: dt.datetime, today: dt.date) -> None:
        """Say what is known of their coming; an answer is kept with when it was given (`at`).

        Invalid for presence before the meeting's day, for somebody who holds no seat and is no guest (V8), and for
        somebody whose place a deputy takes.
        """
        check_attendance_open(self.meeting)
        self.come(state, at, today)

    def come(self, state: AttendanceState, at: dt.datetime, today: dt.date) -> None:
        """As `answer`, whatever the minutes say: their correction says it too."""
        if state in AT_MEETING and today < self.meeting.day:
            raise Invalid("The meeting has not been held yet: until its day, note who is coming and who is not.")
        if state not in AWAY and state is not AttendanceState.UNANSWERED and not self.is_entitled:
            raise Invalid(NO_SEAT, name=self.who)
        taken_by = self.deputy()
        if taken_by is not None and state not in AWAY:
            raise Invalid(
                "{deputy} is registered in the place of {name}: remove the deputy first.",
                deputy=taken_by.who,
                name=self.who,
            )
        self.state = state
        if state in ANSWERS:
            self.answered_at = at
        elif state is AttendanceState.UNANSWERED:
            self.answered_at = None

    def stand_in_for(self, other: Attendance) -> None:
        """Take another's place at the meeting.

        Invalid unless they hold a deputy's seat in the group that fits, or come from the same organisation; and where
        the other is present, is a guest or a deputy too, or has a deputy already.
        """
        if self.person is None:
            raise Invalid("Name the person who comes as a deputy.")
        if other is self or other.role in {AttendeeRole.GUEST, AttendeeRole.DEPUTY}:
            raise Invalid("{name} holds no place that a deputy could take: choose a member.", name=other.who)
        if other.state is AttendanceState.PRESENT:
            raise Invalid("{name} is present: mark an apology first, then register the deputy.", name=other.who)
        taken_by = other.deputy()
        if taken_by is not None and taken_by is not self:
            raise Invalid(
                "{deputy} takes the place of {name} already: remove that deputy first.",
                deputy=taken_by.who,
                name=other.who,
            )
        held = self.seat
        has_seat = (
            held is not None
            and held.kind is SeatKind.DEPUTY
            and held.deputy_for in (None, other.seat)
            and held.held_on(self.meeting.day) is not None
        )
        is_colleague = other.organisation is not None and other.organisation in (
            self.organisation,
            self.person.organisation,
        )
        if not has_seat and not is_colleague:
            raise Invalid(
                "{deputy} comes neither from a deputy's seat nor from the organisation of {name}: register a guest.",
                deputy=self.who,
                name=other.who,
            )
        self.deputy_for = other

    def findings(self, signed: bool) -> list[Finding]:
        """What is worth a look: no seat on the day, an observer or guest without a signed declaration (V8)."""
        found = []
        if not self.is_entitled:
            found.append(Finding(Weight.WARNS, Where.PEOPLE, NO_SEAT, {"name": self.who}))
        return found + self._unsigned(signed)

    def unsigned(self) -> list[Finding]:
        """That they come without a declaration that holds on the meeting's day, where one is asked of them (V8)."""
        if not self.needs_declaration or self.person is None:
            return []
        return self._unsigned(any(one.holds_on(self.meeting.day) for one in self.person.declarations))

    def _unsigned(self, signed: bool) -> list[Finding]:
        if signed or not self.needs_declaration or self.state in AWAY:
            return []
        return [Finding(Weight.WARNS, Where.PEOPLE, NOT_SIGNED, {"name": self.who})]

    @property
    def needs_declaration(self) -> bool:
        """Whether a declaration is asked of them: those who are no members (domain 3.10)."""
        return self.person_id is not None and self.role in {AttendeeRole.OBSERVER, AttendeeRole.GUEST}


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

    person: Mapped[Person] = relationship(back_populates="declarations")

    def holds_on(self, day: dt.date) -> bool:
        """Whether it was signed by a day and still holds."""
        return self.signed_on <= day and (self.valid_to is None or day <= self.valid_to)

    def check(self) -> None:
        """Refuse one that ends before it was signed (Invalid)."""
        check_period(self.signed_on, self.valid_to)
