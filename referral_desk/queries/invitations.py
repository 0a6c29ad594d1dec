"""What is to be told of meetings: to whom, in which letter, what went out before, and which mailings are owed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from referral_desk.deadlines import Deadlines
from referral_desk.errors import Stale
from referral_desk.models import Group, Mailing, Meeting, Organisation, Person
from referral_desk.models.findings import Finding as Finding  # noqa: PLC0414 - the window names it from here
from referral_desk.models.findings import Weight, Where
from referral_desk.models.invitees import Invitee, Roster, rosters
from referral_desk.models.mailings import CALENDAR as CALENDAR  # noqa: PLC0414 - same
from referral_desk.models.mailings import Facts as Facts  # noqa: PLC0414 - same
from referral_desk.models.mailings import (
    Heard,
    facts_of,
    heard,
    kind_of,
    letters_owed,
    sequence_for,
    told_as,
    was_sent,
)
from referral_desk.models.mailings import Told as Told  # noqa: PLC0414 - same
from referral_desk.models.settings import deadline_book, phrase_book
from referral_desk.queries.letters import Attendee as Attendee  # noqa: PLC0414 - same
from referral_desk.queries.letters import LetterFacts as LetterFacts  # noqa: PLC0414 - same
from referral_desk.queries.letters import attendees_of, check_letter, letter_facts, signer_of
from referral_desk.queries.meeting import GONE, load_holders
from referral_desk.texts import N_, danish_order
from referral_desk.vocabulary import AttendanceState, AttendeeRole, MailingKind, MinutesState, Stage


@dataclass(frozen=True)
class InviteeRow:
    """Somebody who belongs at the meeting, or was invited and no longer does: how to reach them and what is owed."""

    id: int
    name: str
    organisation: str
    role: AttendeeRole | None
    email: str
    language: str
    state: AttendanceState
    letter: MailingKind | None
    """What they still have to be told; None where they know all."""
    has_heard: bool


@dataclass(frozen=True)
class MailingRow:
    """One mailing as it was drafted: about which day and place, to whom, and when it went out."""

    id: int
    kind: MailingKind
    sequence: int
    drafted_at: dt.datetime
    drafted_by: str
    sent_at: dt.datetime | None
    facts: Facts | None
    told: tuple[Told, ...]
    is_as_now: bool
    """Whether it tells what holds now; of a draft, also whether it goes to those who are still to be told."""


@dataclass(frozen=True)
class InviteSheet:
    """Everything the invitation view shows of a meeting."""

    letter: LetterFacts
    version: int
    stage: Stage
    kind: MailingKind | None
    """The calendar mailing that is owed now, or None where everybody knows all."""
    due: dt.date | None
    rows: tuple[InviteeRow, ...]
    unnamed: tuple[str, ...]
    """Bodies that hold a seat but name nobody, in the language asked for."""
    attendees: tuple[Attendee, ...]
    mailings: tuple[MailingRow, ...]
    """Newest first."""
    can_send: tuple[MailingKind, ...]
    """What may go out now, the most pressing first."""
    findings: tuple[Finding, ...]
    was_sent: bool
    is_over: bool
    """Whether the meeting was held or its day is past: nobody is invited to it any more."""


@dataclass(frozen=True)
class Dispatch:
    """One drafted mailing with all that its letters say: what drafts are written from."""

    mailing: MailingRow
    letter: LetterFacts
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True)
class OwedMailing:
    """A mailing that somebody should draft and send, and by when."""

    meeting_id: int
    group_id: int
    group: str
    kind: MailingKind
    day: dt.date
    due: dt.date
    people: int

    def is_late(self, today: dt.date) -> bool:
        """Whether its last day is past."""
        return self.due < today


def invite_sheet(session: Session, *, meeting_id: int, today: dt.date, language: str) -> InviteSheet:
    """One meeting's invitations; Stale if it is no longer on the desk."""
    meeting = _meeting(session, meeting_id)
    roster = rosters(session, [meeting])[meeting.id]
    if meeting.stage is Stage.PLANNED:
        # After the roster, which knows more of the same rows.
        load_holders(session, meeting)
    is_over = meeting.stage.step >= Stage.HELD.step or meeting.day < today
    letters = {} if is_over else letters_owed(meeting, roster.people)
    # A draft that was called off is told to nobody.
    kind = kind_of(meeting, letters.values()) if letters else None
    deadlines = deadline_book(session).of(meeting.group.code)
    return InviteSheet(
        letter=letter_facts(
            meeting,
            deadlines,
            phrase_book(session).of(meeting.group.code),
            today=today,
            sequence=sequence_for(meeting, letters.values()),
            changed_at=dt.datetime.combine(today, dt.time(), dt.UTC),
        ),
        version=meeting.version,
        stage=meeting.stage,
        kind=kind,
        due=_due(meeting, deadlines, today) if kind else None,
        rows=_rows(meeting, roster, letters, language),
        unnamed=tuple(
            held.organisation.name_on(meeting.day, language) if held.organisation else held.seat.title
            for held in roster.unnamed
        ),
        attendees=attendees_of(roster),
        mailings=tuple(_mailing(one, meeting, letters) for one in sorted(meeting.mailings, key=_newest, reverse=True)),
        can_send=tuple(_can_send(meeting, kind, is_over=is_over)),
        findings=() if is_over or meeting.is_cancelled else tuple(_findings(meeting)),
        was_sent=was_sent(meeting),
        is_over=is_over,
    )


def dispatch(session: Session, *, mailing_id: int, today: dt.date) -> Dispatch:
    """A drafted mailing with what its letters say; Stale if it is no longer on the desk.

    Invalid where the meeting tells what the leak alarm finds.
    """
    mailing = session.get(Mailing, mailing_id)
    if mailing is None or mailing.meeting_id is None:
        raise Stale(GONE)
    meeting = _meeting(session, mailing.meeting_id)
    check_letter(session, meeting)
    roster = rosters(session, [meeting])[meeting.id]
    deadlines = deadline_book(session).of(meeting.group.code)
    words = phrase_book(session).of(meeting.group.code)
    letter = letter_facts(
        meeting, deadlines, words, today=today, sequence=mailing.sequence, changed_at=mailing.drafted_at
    )
    return Dispatch(_mailing(mailing, meeting, {}), letter, attendees_of(roster))


def owed_mailings(
    session: Session, *, today: dt.date, language: str, group_id: int | None = None
) -> tuple[OwedMailing, ...]:
    """What should be drafted and sent about meetings to come, by last day; bounded by what is still to come.

    An invitation is due by its deadline, a change or a cancellation at once, a call for items once people are invited.
    Meetings that are held or past owe nothing here.
    """
    query = (
        select(Meeting)
        .where(Meeting.day >= today, Meeting.stage.in_((Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT)))
        .options(
            selectinload(Meeting.mailings),
            joinedload(Meeting.group).selectinload(Group.names),
            *_named(),
        )
    )
    if group_id is not None:
        query = query.where(Meeting.group_id == group_id)
    meetings = list(session.scalars(query))
    found, book = rosters(session, meetings), deadline_book(session)
    owed = [
        OwedMailing(
            meeting.id,
            meeting.group_id,
            meeting.group.short_on(meeting.day, language),
            kind,
            meeting.day,
            due,
            people,
        )
        for meeting in meetings
        for kind, due, people in _owed(meeting, found[meeting.id], book.of(meeting.group.code), today)
    ]
    return tuple(sorted(owed, key=lambda row: (row.due, row.day, row.meeting_id)))


def _owed(
    meeting: Meeting, roster: Roster, deadlines: Deadlines, today: dt.date
) -> list[tuple[MailingKind, dt.date, int]]:
    owed = []
    letters = letters_owed(meeting, roster.people)
    if letters:
        owed.append((kind_of(meeting, letters.values()), _due(meeting, deadlines, today), len(letters)))
    is_invited = not meeting.is_cancelled and meeting.stage is Stage.INVITED
    if is_invited and not any(one.kind is MailingKind.CALL_FOR_ITEMS and one.sent_at for one in meeting.mailings):
        owed.append((MailingKind.CALL_FOR_ITEMS, deadlines.items_due(meeting.day), len(roster.people)))
    return owed


def _due(meeting: Meeting, deadlines: Deadlines, today: dt.date) -> dt.date:
    """The last day for what is owed: changes at once, the first invitation by its deadline."""
    return today if was_sent(meeting) else deadlines.invitation_due(meeting.day)


def _named() -> list[ORMOption]:
    """Load chair and secretary with their organisations, which are told where they hold no seat."""
    return [
        joinedload(who).joinedload(Person.organisation).selectinload(Organisation.names)
        for who in (Meeting.chair, Meeting.secretary)
    ]


def _meeting(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            selectinload(Meeting.mailings),
            selectinload(Meeting.issues),
            joinedload(Meeting.minutes),
            joinedload(Meeting.group).selectinload(Group.names),
            *_named(),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    return meeting


def _rows(
    meeting: Meeting, roster: Roster, letters: Mapping[int, MailingKind], language: str
) -> tuple[InviteeRow, ...]:
    known = heard(meeting)
    rows = [_row(who, meeting.day, language, letters, known) for who in roster.people.values()]
    last = {told.person_id: told for one in meeting.mailings if one.sent_at for told in one.told}
    for person_id in sorted(letters.keys() - roster.people.keys(), key=lambda one: danish_order(last[one].name)):
        told = last[person_id]
        rows.append(
            InviteeRow(
                person_id,
                told.name,
                "",
                None,
                told.email,
                told.language,
                AttendanceState.UNANSWERED,
                letters[person_id],
                has_heard=True,
            )
        )
    return tuple(rows)


def _row(
    who: Invitee, day: dt.date, language: str, letters: Mapping[int, MailingKind], known: Mapping[int, Heard]
) -> InviteeRow:
    person = who.person
    told = told_as(person, MailingKind.INVITATION)
    last = known.get(person.id)
    return InviteeRow(
        person.id,
        person.name,
        who.organisation.name_on(day, language) if who.organisation else "",
        who.role,
        told.email,
        told.language,
        who.state,
        letters.get(person.id),
        has_heard=last is not None and last.facts is not None,
    )


def _mailing(one: Mailing, meeting: Meeting, letters: Mapping[int, MailingKind]) -> MailingRow:
    told, is_off = one.told, one.kind is MailingKind.CANCELLATION
    is_as_now = one.facts == facts_of(meeting)
    if one.kind in CALENDAR:
        is_as_now = is_as_now and is_off == meeting.is_cancelled
        if one.sent_at is None and letters:
            is_as_now = is_as_now and {row.person_id: row.letter for row in told} == letters
    return MailingRow(
        one.id, one.kind, one.sequence, one.drafted_at, one.drafted_by, one.sent_at, one.facts, told, is_as_now
    )


def _newest(one: Mailing) -> tuple[dt.datetime, int]:
    return one.sent_at or one.drafted_at, one.id


def _can_send(meeting: Meeting, kind: MailingKind | None, *, is_over: bool) -> list[MailingKind]:
    """What `draft_mailing` would take now: what is owed, what was not sent yet, what can go out once more."""
    found = [] if kind is None else [kind]
    if not is_over and not meeting.is_cancelled:
        is_known = was_sent(meeting) or meeting.stage is not Stage.PLANNED
        found += [MailingKind.CALL_FOR_ITEMS] * is_known + [MailingKind.PACK] * bool(is_known and meeting.issues)
        found += [MailingKind.INVITATION] * (kind is None)
    state = meeting.minutes.state if meeting.minutes else None
    found += [MailingKind.COMMENT_ROUND] * (state is MinutesState.IN_COMMENT)
    found += [MailingKind.APPROVED_MINUTES] * (state is MinutesState.APPROVED)
    sent = {one.kind for one in meeting.mailings if one.sent_at is not None}
    return sorted(found, key=lambda one: one is not kind and one in sent)


def _findings(meeting: Meeting) -> list[Finding]:
    found = meeting.lacks() if meeting.stage is Stage.PLANNED else []
    if not signer_of(meeting).email:
        found.append(
            Finding(
                Weight.WARNS,
                Where.MEETING,
                N_("No secretary or chair with an e-mail address is named: answers to the invitation have no address."),
            )
        )
    return found
