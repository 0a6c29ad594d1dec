"""Draft what is to be told of a meeting, and note that it went out; nothing goes out while a meeting is a draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from referral_desk.desk import Work, operation, require
from referral_desk.errors import Invalid
from referral_desk.models import Attendance, Mailing, Meeting, Person
from referral_desk.models.attendance import ANSWERS
from referral_desk.models.findings import refuse_first
from referral_desk.models.invitees import Roster, rosters
from referral_desk.models.mailings import (
    CALENDAR,
    Facts,
    calendar_uid,
    heard,
    kind_of,
    letters_owed,
    sequence_for,
    told_as,
    was_sent,
)
from referral_desk.operations.attendance import call_together
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.texts import LANGUAGES, N_
from referral_desk.vocabulary import AttendanceState, MailingKind, MinutesState, Stage

NOT_OWED: Final = {
    MailingKind.INVITATION: N_(
        "Something has changed since the invitation went out: send the changed invitation, which tells it."
    ),
    MailingKind.UPDATE: N_("Everybody has heard of the meeting as it stands: there is no change to tell."),
    MailingKind.CANCELLATION: N_("The meeting is not cancelled: cancel it first, with the reason."),
}
NOBODY_INVITED = N_("Nobody has been invited yet, so there is nothing to change: send the invitation as it is now.")
NOBODY_TO_TELL = N_("Nobody was invited, so nobody needs to hear that the meeting is cancelled.")
STILL_A_DRAFT = N_("The meeting is still a draft: send the invitation first, then the rest.")


@dataclass(frozen=True)
class BeforeSent:
    """How the meeting and the answers stood before a mailing was marked as sent: what undoing it puts back."""

    stage: Stage
    answers: tuple[tuple[int, AttendanceState, dt.datetime | None], ...]


@operation("coordinator", "secretary", "chair")
def draft_mailing(work: Work, *, meeting_id: int, kind: MailingKind) -> Done:
    """Draft a mailing about a meeting and give its id; a draft of the same kind that did not go out is replaced.

    An invitation, a change or a cancellation goes to those who are owed one (`letters_owed`): those who are new are
    invited, those who left are let off. An invitation when nothing is owed goes to everybody once more. Invalid while
    the meeting is a draft for all but the invitation, once it was held, and with a CPR number in what would be told.
    """
    meeting = work.hold(Meeting, meeting_id)
    refuse_cpr(meeting.title, meeting.place, meeting.words_da, meeting.words_en)
    if kind in CALENDAR:
        roster = _roster_of_entry(work, meeting)
        letters = _letters(meeting, roster, kind)
        sequence = sequence_for(meeting, letters.values())
    else:
        _check_ready(meeting, kind)
        roster = rosters(work.session, [meeting])[meeting.id]
        letters, sequence = dict.fromkeys(roster.people, kind), meeting.sequence
    require(letters, "Nobody would get this: fill the seats of the group first.")
    gone = {told.person_id: told for one in meeting.mailings if one.sent_at for told in one.told}
    told = [
        told_as(roster.people[person_id].person, letter)
        if person_id in roster.people
        else gone[person_id].as_letter(letter)
        for person_id, letter in letters.items()
    ]
    mailing = next((one for one in meeting.mailings if one.kind is kind and one.sent_at is None), None)
    mailing = mailing or Mailing(kind=kind)
    if kind in CALENDAR:
        meeting.uid = meeting.uid or calendar_uid(meeting, work.now, work.user.name)
        meeting.sequence = sequence
    mailing.tell(meeting, told)
    mailing.sequence, mailing.drafted_at, mailing.drafted_by = sequence, work.now, work.user.name
    if mailing not in meeting.mailings:
        meeting.mailings.append(mailing)
    work.session.flush()
    work.touched("mailings", "meetings", "attendance")
    return Done(mailing.id)


@operation("coordinator", "secretary", "chair")
def mark_sent(work: Work, *, mailing_id: int) -> Done:
    """Note that a drafted mailing went out; the first invitation takes the meeting to "invited", its pack further.

    Those who hear of another day or time are asked anew: an answer that they gave before the draft is taken back.
    Invalid if it is noted already.
    """
    mailing, meeting = _held(work, mailing_id)
    require(mailing.sent_at is None, "It is noted as sent already.")
    before = BeforeSent(meeting.stage, tuple(_ask_anew(meeting, mailing)))
    mailing.sent_at = work.now
    following = {MailingKind.INVITATION: Stage.INVITED, MailingKind.PACK: Stage.AGENDA_SENT}.get(mailing.kind)
    if following is not None and not meeting.is_closed_to_change and meeting.next_stage is following:
        meeting.advance()
    work.session.flush()
    work.touched("mailings", "meetings", "attendance")
    return Done(mailing.id, Undo(take_sent_back, {"mailing_id": mailing.id, "before": before}))


@operation("coordinator", "secretary", "chair")
def take_sent_back(work: Work, *, mailing_id: int, before: BeforeSent) -> Done:
    """Undo that a mailing was marked as sent; Invalid once the meeting has come further on the strength of it."""
    mailing, meeting = _held(work, mailing_id)
    require(mailing.sent_at is not None, "It is not noted as sent.")
    if meeting.stage is not before.stage:
        require(
            not meeting.is_closed_to_change and meeting.stage.step == before.stage.step + 1,
            "The meeting has come further since: what went out stays noted as sent.",
        )
        meeting.stage = before.stage
    mailing.sent_at = None
    if meeting.stage is Stage.INVITED and not meeting.is_closed_to_change and not meeting.is_invited:
        # Another invitation was taken back before, while this one still counted.
        meeting.stage = Stage.PLANNED
    for row_id, state, answered_at in before.answers:
        row = work.session.get(Attendance, row_id)
        if row is not None and row.state is AttendanceState.UNANSWERED:
            row.state, row.answered_at = state, answered_at
    work.session.flush()
    work.touched("mailings", "meetings", "attendance")
    return Done(mailing.id, Undo(mark_sent, {"mailing_id": mailing.id}))


@operation("coordinator", "secretary", "chair")
def write_words(work: Work, *, meeting_id: int, language: str, words: str) -> Done:
    """Write own words that every mail about the meeting carries to those who read that language ("da" or "en").

    They stay with the meeting, so that a change or a cancellation still tells where to park. Invalid with a CPR number.
    """
    meeting = work.hold(Meeting, meeting_id)
    require(language in LANGUAGES, "Mails are written in Danish or English.")
    refuse_cpr(words)
    name = f"words_{language}"
    before = getattr(meeting, name)
    said = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    if said == before:
        return Done(meeting.id)
    setattr(meeting, name, said)
    work.session.flush()
    work.touched("mailings", "meetings")
    return Done(meeting.id, Undo(write_words, {"meeting_id": meeting_id, "language": language, "words": before}))


@operation("coordinator", "secretary", "chair")
def note_reminders(work: Work, *, meeting_id: int, person_ids: tuple[int, ...]) -> Done:
    """Note that reminders were drafted to some people, so that nobody is reminded twice without knowing it."""
    meeting = work.hold(Meeting, meeting_id)
    require(person_ids, "Nobody has anything to be reminded of.")
    people = [work.get(Person, person_id) for person_id in person_ids]
    made = Mailing(kind=MailingKind.REMINDER, sequence=meeting.sequence, drafted_at=work.now, drafted_by=work.user.name)
    made.tell(meeting, [told_as(person, MailingKind.REMINDER) for person in people])
    meeting.mailings.append(made)
    work.session.flush()
    work.touched("mailings")
    return Done(made.id)


def _held(work: Work, mailing_id: int) -> tuple[Mailing, Meeting]:
    meeting_id = work.get(Mailing, mailing_id).meeting_id
    assert meeting_id is not None
    meeting = work.hold(Meeting, meeting_id)
    return work.hold(Mailing, mailing_id), meeting


def _roster_of_entry(work: Work, meeting: Meeting) -> Roster:
    """Those whom an entry concerns; calls the people of the seats together where the meeting takes place."""
    if meeting.is_cancelled:
        require(meeting.stage.step < Stage.HELD.step, "The meeting was held: nobody is invited to it any more.")
    else:
        meeting.check_open_to_change()
        require(
            meeting.day >= work.today, "The day of the meeting is past: move it to a new day first, with the reason."
        )
        if meeting.stage is Stage.PLANNED:
            refuse_first(meeting.lacks())
        call_together(work, meeting)
        work.session.refresh(meeting, ["attendance"])
    return rosters(work.session, [meeting])[meeting.id]


def _letters(meeting: Meeting, roster: Roster, kind: MailingKind) -> dict[int, MailingKind]:
    letters = letters_owed(meeting, roster.people)
    if not was_sent(meeting):
        require(kind is not MailingKind.CANCELLATION, NOBODY_TO_TELL if meeting.is_cancelled else NOT_OWED[kind])
        require(kind is MailingKind.INVITATION, NOBODY_INVITED)
        meeting.check_open_to_change()
        return letters
    if meeting.is_cancelled and kind is not MailingKind.CANCELLATION:
        meeting.check_open_to_change()
    if kind is MailingKind.INVITATION and not letters:
        return dict.fromkeys(roster.people, MailingKind.INVITATION)
    if not letters and kind is MailingKind.CANCELLATION and meeting.is_cancelled:
        raise Invalid("Everybody who was invited knows that the meeting is cancelled.")
    require(letters and kind_of(meeting, letters.values()) is kind, NOT_OWED[kind])
    return letters


def _check_ready(meeting: Meeting, kind: MailingKind) -> None:
    """Refuse what cannot go out yet: nothing while the meeting is a draft, no pack without an issue (Invalid)."""
    require(kind is not MailingKind.REMINDER, "Reminders are drafted for each person, not for the meeting.")
    if kind in (MailingKind.CALL_FOR_ITEMS, MailingKind.PACK):
        meeting.check_open_to_change()
        require(was_sent(meeting) or meeting.stage is not Stage.PLANNED, STILL_A_DRAFT)
        require(
            kind is MailingKind.CALL_FOR_ITEMS or meeting.issues, "The pack has not been issued yet: issue it first."
        )
        return
    state = meeting.minutes.state if meeting.minutes else MinutesState.DRAFT
    if kind is MailingKind.COMMENT_ROUND:
        require(state is MinutesState.IN_COMMENT, "The minutes are not in comment: send them for comment first.")
    else:
        require(state is MinutesState.APPROVED, "The minutes are not approved yet.")


def _ask_anew(meeting: Meeting, mailing: Mailing) -> list[tuple[int, AttendanceState, dt.datetime | None]]:
    """Take back answers to another day or time; give what they were. Deputies are settled by hand, and stay."""
    if mailing.kind not in CALENDAR or mailing.facts is None:
        return []
    known, deputised = heard(meeting), {row.deputy_for_id for row in meeting.attendance}
    before = []
    for row in meeting.attendance:
        last = known.get(row.person_id or 0)
        is_other_day = last is not None and last.facts is not None and _when(last.facts) != _when(mailing.facts)
        is_settled = row.deputy_for_id is not None or row.id in deputised
        is_old = row.answered_at is None or row.answered_at <= mailing.drafted_at
        if is_other_day and row.state in ANSWERS and is_old and not is_settled:
            before.append((row.id, row.state, row.answered_at))
            row.state, row.answered_at = AttendanceState.UNANSWERED, None
    return before


def _when(facts: Facts) -> tuple[dt.date, dt.time, dt.time]:
    return facts.day, facts.starts, facts.ends
