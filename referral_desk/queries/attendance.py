"""The sheet of a meeting: who is asked, what they answered, who came for whom, and which sectors nobody speaks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk import clock
from referral_desk.errors import Invalid, Stale
from referral_desk.models import (
    AgendaItem,
    Attendance,
    Declaration,
    Group,
    Meeting,
    Membership,
    Organisation,
    Person,
    Seat,
)
from referral_desk.models.attendance import (
    ROLES,
    check_attendance_open,
    first_seats,
    holding,
)
from referral_desk.models.groups import REGIONAL_SECTORS
from referral_desk.queries.attendance_rows import (
    ORDER,
    AttendanceSheet,
    AttendeeRow,
    Counts,
    DeclarationRow,
    Delegate,
    SheetItem,
)
from referral_desk.queries.deadlines import deadlines_for
from referral_desk.queries.meeting import GONE
from referral_desk.queries.seats import periods
from referral_desk.texts import danish_order
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Sector, Stage, Tier


def attendance(session: Session, *, meeting_id: int, today: dt.date, language: str) -> AttendanceSheet:
    """The sheet of a meeting as it is on `today`, in a bounded number of statements; Stale if the meeting is gone."""
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            joinedload(Meeting.group),
            joinedload(Meeting.chair),
            joinedload(Meeting.secretary),
            selectinload(Meeting.items).load_only(AgendaItem.id, AgendaItem.position, AgendaItem.title),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    return _Reader(session, meeting, today, language).sheet()


class _Reader:
    """Reads one sheet: what is kept, and who holds a seat on the day."""

    def __init__(self, session: Session, meeting: Meeting, today: dt.date, language: str) -> None:
        self.session, self.meeting, self.today, self.language = session, meeting, today, language
        day = self.day = meeting.day
        self.apologies_due = deadlines_for(session, meeting.group_id).apologies_due(day)
        named = selectinload(Attendance.organisation).selectinload(Organisation.names)
        seat = joinedload(Attendance.seat)
        self.kept = list(
            session.scalars(
                select(Attendance)
                .where(Attendance.meeting_id == meeting.id)
                .order_by(Attendance.id)
                .options(
                    joinedload(Attendance.person),
                    named,
                    seat.selectinload(periods(day)),
                    selectinload(Attendance.absences),
                )
            )
        )
        self.held = list(
            session.scalars(
                holding(meeting).options(
                    joinedload(Membership.person),
                    selectinload(Membership.organisation).selectinload(Organisation.names),
                    joinedload(Membership.seat).joinedload(Seat.represents).selectinload(Group.names),
                )
            )
        )
        self.signed = self._declarations()

    def sheet(self) -> AttendanceSheet:
        meeting = self.meeting
        has_come = self.today >= self.day
        rows = self._in_order([self._row(row) for row in self.kept] + self._uncalled())
        findings = [finding for row in self.kept for finding in row.findings(signed=row.person_id in self.signed)]
        return AttendanceSheet(
            meeting_id=meeting.id,
            group_id=meeting.group_id,
            day=self.day,
            tier=meeting.group.tier,
            has_come=has_come,
            is_held=meeting.stage.step >= Stage.HELD.step,
            closed=self._closed(),
            apologies_due=self.apologies_due,
            rows=rows,
            items=tuple(SheetItem(item.id, item.number, item.title) for item in meeting.items),
            counts=_counts(rows, has_come=has_come),
            missing=self._missing(rows, has_come=has_come),
            vacant=self._vacant(),
            delegates=self._delegates(rows, has_come=has_come),
            findings=tuple(findings),
        )

    def _vacant(self) -> int:
        held = {row.seat_id for row in self.held}
        seats = self.session.scalars(select(Seat).where(Seat.group_id == self.meeting.group_id))
        return sum(seat.is_member_seat and seat.valid_on(self.day) and seat.id not in held for seat in seats)

    def _closed(self) -> str:
        try:
            check_attendance_open(self.meeting)
        except Invalid as refusal:
            return refusal.sentence(self.language)
        return ""

    def _declarations(self) -> dict[int, DeclarationRow]:
        people = {row.person_id for row in self.kept} | {row.person_id for row in self.held}
        people |= {self.meeting.chair_id, self.meeting.secretary_id}
        found = self.session.scalars(
            select(Declaration)
            .where(Declaration.person_id.in_([key for key in people if key is not None]))
            .order_by(Declaration.signed_on, Declaration.id)
        )
        return {
            row.person_id: DeclarationRow(row.id, row.version, row.signed_on, row.valid_to)
            for row in found
            if row.holds_on(self.day)
        }

    def _name(self, organisation: Organisation | None) -> str:
        return organisation.name_on(self.day, self.language) if organisation is not None else ""

    def _who(self, row: Attendance | None) -> str:
        if row is None:
            return ""
        return row.person.name if row.person is not None else self._name(row.organisation)

    def _row(self, row: Attendance) -> AttendeeRow:
        person, seat, meeting = row.person, row.seat, self.meeting
        deputy = next((other for other in self.kept if other.deputy_for_id == row.id), None)
        answered = clock.local_date(row.answered_at) if row.answered_at else None
        seats = [held.seat for held in row.sits_on(self.held)]
        represents = next((one.represents for one in seats if one.represents is not None), None)
        return AttendeeRow(
            id=row.id,
            version=row.version,
            seat_id=row.seat_id,
            person_id=row.person_id,
            name=person.name if person else "",
            title=person.title if person else "",
            organisation_id=row.organisation_id,
            organisation=self._name(row.organisation),
            role=row.role,
            seat_kind=seat.kind if seat is not None and row.deputy_for_id is None else None,
            sectors=_sectors(seats),
            represents_id=represents.id if represents is not None else None,
            represents=represents.short_on(self.day, self.language) if represents else "",
            state=row.state,
            answered_on=answered,
            is_late=row.state is AttendanceState.APOLOGY and answered is not None and answered > self.apologies_due,
            note=row.note,
            deputy_for_id=row.deputy_for_id,
            deputy_for=self._who(row.deputy_for),
            deputy_id=deputy.id if deputy is not None else None,
            deputy=self._who(deputy),
            leads=person is not None and person is meeting.chair,
            writes=person is not None and person is meeting.secretary,
            is_expected=row.is_expected,
            is_entitled=row.is_entitled,
            needs_declaration=row.needs_declaration,
            declaration=self.signed.get(row.person_id or 0),
            out={absence.item_id: absence.is_conflict for absence in row.absences},
        )

    def _uncalled(self) -> list[AttendeeRow]:
        if self._closed():
            return []
        people, bodies = first_seats(self.held)
        known = {row.person_id for row in self.kept}
        seats = {row.seat_id for row in self.kept if row.person_id is None}
        found = [held for person_id, held in people.items() if person_id not in known and held.seat_id not in seats]
        found += [held for seat_id, held in bodies.items() if seat_id not in seats]
        # Whoever is named to lead the meeting or to write its minutes is called without a seat too.
        named = {
            person: role
            for role, person in (
                (AttendeeRole.CHAIR, self.meeting.chair),
                (AttendeeRole.SECRETARY, self.meeting.secretary),
            )
            if person is not None and person.id not in known and person.id not in people
        }
        return [
            *(self._uncalled_row(held.person, held.organisation, held.seat, ROLES[held.seat.kind]) for held in found),
            *(self._uncalled_row(person, person.organisation, None, role) for person, role in named.items()),
        ]

    def _uncalled_row(
        self, person: Person | None, organisation: Organisation | None, seat: Seat | None, role: AttendeeRole
    ) -> AttendeeRow:
        all_seats = [row.seat for row in self.held if person is not None and row.person_id == person.id]
        speaks_from = all_seats or ([seat] if seat is not None else [])
        represents = next((one.represents for one in speaks_from if one.represents is not None), None)
        return AttendeeRow(
            id=None,
            version=0,
            seat_id=seat.id if seat is not None else None,
            person_id=person.id if person is not None else None,
            name=person.name if person else "",
            title=person.title if person else "",
            organisation_id=organisation.id if organisation is not None else None,
            organisation=self._name(organisation),
            role=role,
            seat_kind=seat.kind if seat is not None else None,
            sectors=_sectors(speaks_from),
            represents_id=represents.id if represents is not None else None,
            represents=represents.short_on(self.day, self.language) if represents is not None else "",
            state=AttendanceState.UNANSWERED,
            answered_on=None,
            is_late=False,
            note="",
            deputy_for_id=None,
            deputy_for="",
            deputy_id=None,
            deputy="",
            leads=person is not None and person is self.meeting.chair,
            writes=person is not None and person is self.meeting.secretary,
            is_expected=role is not AttendeeRole.DEPUTY,
            is_entitled=True,
            needs_declaration=person is not None and role is AttendeeRole.OBSERVER,
            declaration=self.signed.get(person.id if person is not None else 0),
        )

    def _in_order(self, rows: list[AttendeeRow]) -> tuple[AttendeeRow, ...]:
        def place(row: AttendeeRow) -> tuple[int, bool, tuple[str, str], tuple[str, str]]:
            return (
                ORDER.index(row.role),
                not (row.leads or row.writes),
                danish_order(row.organisation),
                danish_order(row.name),
            )

        standing_in = {row.deputy_for_id: row for row in rows if row.deputy_for_id is not None}
        found = []
        for row in sorted(rows, key=place):
            if row.deputy_for_id is None:
                found += [row, standing_in[row.id]] if row.id in standing_in else [row]
        return tuple(found)

    def _missing(self, rows: Iterable[AttendeeRow], *, has_come: bool) -> tuple[Sector, ...]:
        members = [held.seat for held in self.held if held.seat.is_member_seat]
        wanted = REGIONAL_SECTORS if self.meeting.group.tier is Tier.REGIONAL else _sectors(members)
        heard = {
            sector
            for row in rows
            if _is_there(row, has_come=has_come) and (row.is_place or row.deputy_for_id is not None)
            for sector in row.sectors
        }
        return tuple(sector for sector in wanted if sector not in heard)

    def _delegates(self, rows: Iterable[AttendeeRow], *, has_come: bool) -> tuple[Delegate, ...]:
        if self.meeting.group.tier is not Tier.NATIONAL:
            return ()
        groups = self.session.scalars(
            select(Group)
            .where(Group.parent_id == self.meeting.group_id, Group.tier == Tier.REGIONAL)
            .options(selectinload(Group.names))
            .order_by(Group.position, Group.id)
        )
        found = []
        for group in groups:
            if not group.valid_on(self.day):
                continue
            name = group.short_on(self.day, self.language)
            mine = [row for row in rows if row.represents_id == group.id]
            there = next((row for row in mine if _is_there(row, has_come=has_come)), None)
            who = there or next(iter(mine), None)
            found.append(Delegate(group.id, name, who.who if who else "", there is not None))
        return tuple(found)


def _is_there(row: AttendeeRow, *, has_come: bool) -> bool:
    """Whether they are present; before the meeting whether they may be counted on."""
    return row.state is AttendanceState.PRESENT or (not has_come and row.state is AttendanceState.ACCEPTED)


def _sectors(seats: Iterable[Seat]) -> tuple[Sector, ...]:
    found = dict.fromkeys(seat.sector for seat in seats if seat.is_member_seat and seat.sector is not None)
    return tuple(found)


def _counts(rows: Iterable[AttendeeRow], *, has_come: bool) -> Counts:
    rows = list(rows)
    by_id = {row.id: row for row in rows}
    places = [row for row in rows if row.is_place]
    there = [row for row in places if _is_there(row, has_come=has_come)]
    replaced = [
        row
        for row in places
        if row not in there and row.deputy_id in by_id and _is_there(by_id[row.deputy_id], has_come=has_come)
    ]
    asked = [row for row in rows if row.is_expected and row.deputy_for_id is None]
    return Counts(
        places=len(places),
        filled=len(there) + len(replaced),
        deputies=len(replaced),
        unanswered=sum(row.state in {AttendanceState.UNANSWERED, AttendanceState.TENTATIVE} for row in asked),
        apologies=sum(row.state is AttendanceState.APOLOGY for row in asked),
        absent=sum(row.state is AttendanceState.ABSENT for row in asked),
        guests=sum(row.role is AttendeeRole.GUEST and _is_there(row, has_come=has_come) for row in rows),
    )
