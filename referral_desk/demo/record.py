"""What the demo desk's meetings left behind: who came, what was minuted, who was to do what by when."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from referral_desk.clock import add_working_days
from referral_desk.deadlines import Deadlines
from referral_desk.demo import calendar, followed, matters
from referral_desk.demo.reading import at, read
from referral_desk.models import (
    Attendance,
    EntryComment,
    ItemAbsence,
    Mailing,
    Minutes,
    MinutesEntry,
)
from referral_desk.vocabulary import (
    ApprovalWay,
    AttendanceState,
    AttendeeRole,
    CommentState,
    EntryKind,
    ItemOutcome,
    Label,
    MailingKind,
    MinutesState,
    Purpose,
    SeatKind,
    Sector,
    Stage,
    StandingRole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from referral_desk.models import AgendaItem, Meeting, Membership, Seat

USUAL: Final = Deadlines()
STATES: Final = {
    Stage.HELD: MinutesState.DRAFT,
    Stage.MINUTES_DRAFTED: MinutesState.WITH_CHAIR,
    Stage.IN_COMMENT: MinutesState.IN_COMMENT,
    Stage.APPROVED: MinutesState.APPROVED,
    Stage.CLOSED: MinutesState.APPROVED,
}
ROLES: Final = {
    SeatKind.CHAIR: AttendeeRole.CHAIR,
    SeatKind.SECRETARY: AttendeeRole.SECRETARY,
    SeatKind.DEPUTY: AttendeeRole.DEPUTY,
    SeatKind.OBSERVER: AttendeeRole.OBSERVER,
}
# One in so many cannot come, one in so many steps out for an item.
APOLOGY, STEPS_OUT = 7, 29
# A point of the agenda that the group did not reach, by group, year and quarter.
NOT_REACHED: Final = {("rg2", 2026, 3), ("rg5", 2026, 2), ("rg6", 2025, 4)}
# Minutes that members have commented on.
COMMENTED: Final = {("rg1", 2026, 3)}
INVITED_IN_FULL: Final = 3


@dataclass
class Recorder:
    """What is needed to write a meeting's record: the texts, the groups' last meetings and last numbers."""

    session: Session
    records: Mapping[str, dict[str, Any]]
    codes: Mapping[str, str]
    actions: followed.Follower
    before: dict[str, Meeting] = field(default_factory=dict)
    written: list[Minutes] = field(default_factory=list)

    @classmethod
    def of(cls, session: Session, pool: Sequence[Mapping[str, Any]]) -> Recorder:
        """Read the texts; `pool` are the items that agendas are made of."""
        told = read("minutes")
        records = {row["item"]: row for row in told["record"]} | matters.records()
        codes = {row["title"]: row["code"] for row in pool}
        return cls(session, records, codes, followed.Follower(session, told["ending"], told["step"]))

    def write(self, meeting: Meeting) -> None:
        """Write down who was asked, and for a meeting that was held what happened; in order of the meetings' days."""
        group = meeting.group.code
        before = self.before.get(group)
        for item in meeting.items:
            if item.standing is StandingRole.MINUTES_APPROVAL or item.title.startswith("Godkendelse af referat"):
                item.standing, item.approves = StandingRole.MINUTES_APPROVAL, before
        if meeting.stage.step >= Stage.INVITED.step:
            # Written step by step: the store's own order of unlike rows is not the same on every machine.
            self.session.flush()
            _invite(self.session, meeting)
            self.session.flush()
            _come(self.session, meeting)
            self.session.flush()
        if meeting.stage.step >= Stage.HELD.step:
            self._minute(meeting)
            if before is not None and before.minutes is not None:
                self.session.flush()
                _approve_at(before, meeting)
                self.session.flush()
        self.before[group] = meeting

    def settle(self) -> None:
        """Approve in writing what no later meeting has approved."""
        for minutes in self.written:
            if minutes.state is MinutesState.APPROVED:
                _approve_in_writing(minutes)

    def _minute(self, meeting: Meeting) -> None:
        minutes = Minutes(meeting=meeting, state=STATES[meeting.stage])
        self.session.add(minutes)
        self.written.append(minutes)
        self.session.flush()
        meeting.began, meeting.ended = meeting.starts, _later(meeting.ends, -(len(meeting.items) % 4) * 5)
        secretary = meeting.secretary.name if meeting.secretary else "Sekretæren"
        written = at(add_working_days(meeting.day, 2), 11)
        if minutes.state is not MinutesState.DRAFT:
            minutes.sent_to_chair_at = at(add_working_days(meeting.day, 3), 14)
        if minutes.state not in {MinutesState.DRAFT, MinutesState.WITH_CHAIR}:
            sent = add_working_days(meeting.day, USUAL.minutes)
            minutes.comments_from, minutes.comments_due = at(sent, 10), USUAL.comments_due(sent)
        key = (meeting.group.code, meeting.year, meeting.quarter)
        unreached = meeting.items[-2] if key in NOT_REACHED and len(meeting.items) > INVITED_IN_FULL else None
        half = minutes.state is MinutesState.DRAFT and meeting.day > calendar.TODAY - dt.timedelta(days=30)
        for number, item in enumerate(meeting.items):
            if item is unreached:
                item.outcome, item.outcome_reason = ItemOutcome.CARRIED, "Der var ikke tid til punktet."
            elif not (half and number > len(meeting.items) // 2):
                self._enter(minutes, item, written, secretary)
        if key in COMMENTED:
            self._say(minutes)

    def _enter(self, minutes: Minutes, item: AgendaItem, written: dt.datetime, who: str) -> None:
        told = self.records.get(_name_of(item, self.codes), {})
        entries = [(EntryKind.NOTE, text.strip()) for text in told.get("notes", ())]
        if "decision" in told:
            entries.append((EntryKind.DECISION, told["decision"]))
        elif item.purpose is Purpose.DECISION:
            entries.append((EntryKind.DECISION, "Indstillingen blev tiltrådt."))
        if not entries:
            entries.append((EntryKind.NOTE, "Punktet blev drøftet. Gruppen tog orienteringen til efterretning."))
        made = [
            MinutesEntry(minutes=minutes, item=item, position=place, kind=kind, text=text)
            for place, (kind, text) in enumerate(entries)
        ]
        self.session.add_all(made)
        self.session.flush()
        actions = [self.actions.follow(item, row) for row in told.get("actions", ())]
        # The entries name their actions by id.
        self.session.flush()
        made += [
            MinutesEntry(
                minutes=minutes,
                item=item,
                position=len(entries) + place,
                kind=EntryKind.ACTION,
                text=action.text,
                action_id=action.id,
                owner_person_id=action.owner_person_id,
                owner_organisation_id=action.owner_organisation_id,
                contact_id=action.contact_id,
                due=action.due,
            )
            for place, action in enumerate(actions)
        ]
        self.session.add_all(made)
        for entry in made:
            entry.changed_at, entry.changed_by, entry.label = written, who, Label.INTERNAL
        decided = any(entry.kind is EntryKind.DECISION for entry in made)
        item.outcome = ItemOutcome.DECIDED if decided else ItemOutcome.NOTED

    def _say(self, minutes: Minutes) -> None:
        """Let members comment on minutes that are in comment."""
        self.session.flush()
        notes = [entry for entry in minutes.entries if entry.kind is EntryKind.NOTE and not entry.item.is_standing]
        present = {seat.sector: held for seat, held in _seated(minutes.meeting)}
        for number, row in enumerate(read("minutes")["comment"]):
            entry = notes[number % len(notes)]
            person = present[Sector(row["sector"])].person
            said = add_working_days(minutes.meeting.day, USUAL.minutes + 2 + number)
            answered = row["state"] != CommentState.OPEN
            self.session.add(
                EntryComment(
                    minutes_id=minutes.id,
                    entry=entry,
                    person=person,
                    said_on=said,
                    text=row["text"],
                    quoted=entry.text,
                    proposed=f"{entry.text} {row['text']}" if row.get("proposed") else "",
                    state=CommentState(row["state"]),
                    reply=row.get("reply", ""),
                    answered_at=at(add_working_days(said, 1), 9) if answered else None,
                    answered_by="Koordinator (demo)" if answered else "",
                )
            )


def _name_of(item: AgendaItem, codes: Mapping[str, str]) -> str:
    if item.standing is not None and item.standing is not StandingRole.ORDINARY:
        return item.standing.value
    return codes.get(item.title, item.title)


def _seated(meeting: Meeting) -> list[tuple[Seat, Membership]]:
    return [(seat, held) for seat in meeting.group.seats if (held := seat.held_on(meeting.day)) is not None]


def _come(session: Session, meeting: Meeting) -> None:
    was_held = meeting.stage.step >= Stage.HELD.step
    turn = meeting.year + meeting.quarter + sum(map(ord, meeting.group.code))
    rows: list[Attendance] = []
    seen: set[int] = set()
    for place, (seat, held) in enumerate(_seated(meeting)):
        if held.person_id is not None and held.person_id in seen:
            continue
        seen.add(held.person_id or 0)
        role = ROLES.get(seat.kind, AttendeeRole.MEMBER)
        away = (turn * 3 + place * 5) % APOLOGY == 0 and role not in {AttendeeRole.CHAIR, AttendeeRole.SECRETARY}
        state = _state(place, away=away, was_held=was_held, is_deputy=role is AttendeeRole.DEPUTY)
        answered = at(add_working_days(meeting.day, -12 + place % 5), 9 + place % 6)
        rows.append(
            Attendance(
                meeting=meeting,
                person=held.person,
                organisation=held.organisation,
                seat=seat,
                role=role,
                state=state,
                answered_at=None if state is AttendanceState.UNANSWERED else answered,
            )
        )
    session.add_all(rows)
    if was_held:
        _stand_in(rows)
        _step_out(meeting, rows, turn)


def _state(place: int, *, away: bool, was_held: bool, is_deputy: bool) -> AttendanceState:
    if was_held and not is_deputy:
        return AttendanceState.APOLOGY if away else AttendanceState.PRESENT
    if is_deputy or place % 4 == 3:  # noqa: PLR2004 - one in four has not answered
        return AttendanceState.UNANSWERED
    return AttendanceState.APOLOGY if away else AttendanceState.ACCEPTED


def _stand_in(rows: Sequence[Attendance]) -> None:
    """A deputy comes where the member of the same sector cannot; nobody asks one whom nobody needs."""
    away = [row for row in rows if row.state is AttendanceState.APOLOGY and row.role is AttendeeRole.MEMBER]
    for row in rows:
        if row.role is AttendeeRole.DEPUTY and row.seat is not None:
            sector = row.seat.sector
            row.deputy_for = next((other for other in away if other.seat and other.seat.sector is sector), None)
            if row.deputy_for is not None:
                row.state, row.answered_at = AttendanceState.PRESENT, row.deputy_for.answered_at


def _step_out(meeting: Meeting, rows: Sequence[Attendance], turn: int) -> None:
    for number, row in enumerate(rows):
        if row.state is AttendanceState.PRESENT and (turn + 7 * number) % STEPS_OUT == 0:
            item = meeting.items[-2 - number % 2]
            row.absences.append(ItemAbsence(item=item, is_conflict=False))


def _invite(session: Session, meeting: Meeting) -> None:
    key = f"demo:{meeting.group.code}:{meeting.year}:{meeting.quarter}"
    meeting.uid = str(uuid.uuid5(uuid.NAMESPACE_URL, key))
    if meeting.year < calendar.TODAY.year:
        return
    told = add_working_days(meeting.moved_from or meeting.day, -USUAL.invitation - 1)
    recipients = [
        {"person_id": held.person.id, "name": held.person.name, "email": held.person.email, "language": "da"}
        for _, held in _seated(meeting)
        if held.person is not None
    ]
    mails = [(MailingKind.INVITATION, told, meeting.moved_from or meeting.day)]
    if meeting.moved_from is not None:
        meeting.sequence = 1
        mails.append((MailingKind.UPDATE, add_working_days(told, 3), meeting.day))
    for sequence, (kind, sent, day) in enumerate(mails):
        session.add(
            Mailing(
                meeting=meeting,
                kind=kind,
                sequence=sequence,
                drafted_at=at(min(sent, calendar.TODAY), 9),
                drafted_by="Koordinator (demo)",
                sent_at=at(min(sent, calendar.TODAY), 10),
                day=day,
                starts=meeting.starts,
                ends=meeting.ends,
                place=meeting.place,
                recipients=json.dumps(recipients, ensure_ascii=False),
            )
        )


def _approve_at(before: Meeting, meeting: Meeting) -> None:
    """Let a meeting approve the minutes of the one before, if they had come that far."""
    minutes = before.minutes
    item = next((item for item in meeting.items if item.approves is before), None)
    if minutes is None or item is None or minutes.state is not MinutesState.APPROVED:
        return
    minutes.approved_on, minutes.approved_way, minutes.approved_in = meeting.day, ApprovalWay.AT_MEETING, item


def _approve_in_writing(minutes: Minutes) -> None:
    if minutes.approved_on is None and minutes.comments_due is not None:
        minutes.approved_on = min(add_working_days(minutes.comments_due, 1), calendar.TODAY)
        minutes.approved_way = ApprovalWay.IN_WRITING
        minutes.approval_note = "Ingen bemærkninger inden fristen."


def _later(time: dt.time, minutes: int) -> dt.time:
    return (dt.datetime.combine(calendar.TODAY, time) + dt.timedelta(minutes=minutes)).time()
