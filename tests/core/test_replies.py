"""Answers that come back as files are noted at their meeting and person; whatever else a file is gets a sentence."""

import contextlib
import datetime as dt
import email.policy
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from referral_desk.errors import Invalid
from referral_desk.exchange.replies import read_answers
from referral_desk.models import Attendance, Meeting
from referral_desk.operations.attendance import register_deputy
from referral_desk.operations.invitations import draft_mailing, mark_sent
from referral_desk.operations.meetings import cancel_meeting, move_meeting
from referral_desk.operations.replies import Answer, take_answers, take_answers_back
from referral_desk.vocabulary import AttendanceState, MailingKind
from tests.builders import NOON, a_group, a_meeting, a_person, a_seat, an_organisation
from tests.chain import version_of

UID = "0123@referral-desk.invalid"


def a_reply(
    *, uid=UID, sequence=0, address="m1@kommune.example", partstat="ACCEPTED", method="REPLY", more="", params=""
):
    """What Outlook, Thunderbird and others send back, as RFC 5546 3.2.3 writes it."""
    lines = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
METHOD:{method}
BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:20261121T100000Z
DTSTART:20270120T080000Z
ATTENDEE;PARTSTAT={partstat}{params}:MAILTO:{address}
ORGANIZER:mailto:sekretaer@kommune.example
{more}END:VEVENT
END:VCALENDAR
"""
    return lines.replace("\n", "\r\n").encode()


def a_mail(*parts, body="Jeg kommer.\n\n-----Original Message-----\nHermed indkaldes"):
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"] = "Accepteret: Møde"
    message.set_content(body)
    for content in parts:
        message.add_alternative(content.decode(), subtype="calendar", params={"method": "REPLY"})
    return message.as_bytes()


@pytest.fixture
def meeting_id(database):
    group = a_group("Referencegruppe 2")
    for number in range(1, 4):
        person = a_person(f"Medlem {number}", email=f"M{number}@kommune.example")
        a_seat(group).take(person, None, organisation=an_organisation())
    with database.write() as session:
        made = a_meeting(group, day=dt.date(2027, 1, 20), uid=UID)
        session.add(made)
        session.flush()
        return made.id


@pytest.fixture
def room(desk, database, meeting_id):
    """The meeting, invited to."""
    return Room(desk, database, meeting_id)


class Room:
    def __init__(self, desk, database, meeting_id):
        self.desk, self.database, self.id = desk, database, meeting_id
        self.send(MailingKind.INVITATION)

    def send(self, kind):
        self.desk.do(mark_sent, mailing_id=self.desk.do(draft_mailing, meeting_id=self.id, kind=kind).id)

    def take(self, *replies, **fields):
        answers = [Answer(**{"uid": UID, "sequence": 0, "address": "m1@kommune.example", **one}) for one in replies]
        taken = self.desk.do(take_answers, answers=answers or [Answer(UID, 0, "m1@kommune.example", **fields)])
        return taken, [fate.sentence("en") for fate in taken.fates]

    def states(self):
        with self.database.read() as session:
            rows = session.scalars(select(Attendance).where(Attendance.meeting_id == self.id).order_by(Attendance.id))
            return [(row.state, row.note) for row in rows]


@pytest.mark.parametrize(
    ("partstat", "state"),
    [
        ("ACCEPTED", AttendanceState.ACCEPTED),
        ("TENTATIVE", AttendanceState.TENTATIVE),
        ("DECLINED", AttendanceState.APOLOGY),
        ("DELEGATED", None),
        ("X-OTHER", None),
    ],
)
def test_an_answer_is_read_from_a_calendar_file(partstat, state):
    (answer,) = read_answers(a_reply(partstat=partstat, sequence=4, more="COMMENT:Kommer\\, men sent\n"), "svar.ics")
    assert (answer.uid, answer.sequence, answer.address) == (UID, 4, "m1@kommune.example")
    assert (answer.state, answer.comment) == (state, "Kommer, men sent")
    assert answer.at == dt.datetime(2026, 11, 21, 10, tzinfo=dt.UTC)


def test_an_answer_is_read_from_a_mail_with_its_own_words_and_once_where_it_stands_twice():
    (answer,) = read_answers(a_mail(a_reply(), a_reply()), "svar.eml")
    assert (answer.state, answer.comment.strip()) == (AttendanceState.ACCEPTED, "Jeg kommer.")
    long = "Jeg kommer, men sent. " * 60
    assert read_answers(a_mail(a_reply(), body=long), "svar.eml")[0].comment.split() == long.split()
    delegated = a_reply(partstat="DELEGATED", params=';DELEGATED-TO="mailto:ny@kommune.example"')
    assert read_answers(delegated, "svar.ics")[0].delegate == "ny@kommune.example"


BAD = {
    "empty": (b"", "is empty"),
    "too large": (b"BEGIN:VCALENDAR" + b" " * (5 << 20), "too large"),
    "outlook": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "Outlook's own form"),
    "an invitation": (a_reply(method="REQUEST"), "holds no answer"),
    "a plain mail": (a_mail(body="Jeg kommer."), "holds no answer"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "holds no answer"),
    "half a file": (a_reply()[:120], "holds no answer|damaged"),
    "no uid": (a_reply(uid=""), "damaged|holds no answer"),
    "no address": (a_reply(address="nobody"), "damaged|holds no answer"),
    "a sequence in words": (a_reply(sequence="many"), "damaged|holds no answer"),
    "deep": (b"BEGIN:VCALENDAR\r\n" * 5000, "damaged|holds no answer"),
    "too much said": (a_mail(a_reply(), body="Jeg kommer. " * 2_000), "says too much"),
    "mails in mails": (b"Content-Type: message/rfc822\r\n\r\n" * 3000, "damaged|holds no answer"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_is_no_answer_is_told_in_a_sentence(what):
    content, why = BAD[what]
    with pytest.raises(Invalid, match=why):
        read_answers(content, "svar.ics")


def test_cut_or_spoilt_answers_end_in_a_sentence_or_an_answer():
    whole = a_mail(a_reply(partstat="DECLINED"))
    for at in range(0, len(whole), 31):
        spoilt = whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :]
        with contextlib.suppress(Invalid):
            assert all(isinstance(answer, Answer) for answer in read_answers(spoilt, "svar.eml"))


def test_answers_update_the_sheet_and_are_taken_back_together(room):
    taken, said = room.take(
        {"state": AttendanceState.ACCEPTED},
        {"address": "M2@Kommune.Example", "state": AttendanceState.APOLOGY, "comment": "Jeg er på kursus"},
    )
    assert said == ["Medlem 1: coming.", "Medlem 2: apology."]
    assert [fate.meeting_id for fate in taken.fates] == [room.id, room.id]
    unanswered = (AttendanceState.UNANSWERED, "")
    assert room.states() == [
        (AttendanceState.ACCEPTED, ""),
        (AttendanceState.APOLOGY, "Jeg er på kursus"),
        unanswered,
    ]
    assert taken.undo.operation is take_answers_back
    undone = room.desk.do(taken.undo.operation, **taken.undo.arguments)
    assert room.states() == [unanswered] * 3
    room.desk.do(undone.undo.operation, **undone.undo.arguments)
    assert room.states()[1][0] is AttendanceState.APOLOGY


def test_what_the_secretary_noted_of_a_person_stays_beside_the_answers_words(room):
    with room.database.write() as session:
        session.get(Meeting, room.id).attendance[0].note = "Skal have kaffe."
    room.take(state=AttendanceState.ACCEPTED, comment="Kommer sent.")
    room.take(state=AttendanceState.ACCEPTED, comment="Kommer sent.")
    assert room.states()[0] == (AttendanceState.ACCEPTED, "Skal have kaffe. Kommer sent.")


def test_what_cannot_be_noted_is_told_and_changes_nothing(room):
    _, said = room.take(
        {"uid": "other@x.example", "state": AttendanceState.ACCEPTED},
        {"address": "fremmed@x.example", "state": AttendanceState.ACCEPTED},
        {"state": None, "delegate": "ny@kommune.example"},
        {"state": None},
    )
    for sentence, why in zip(said, ("no meeting", "not invited", "ny@kommune.example", "neither yes"), strict=True):
        assert why in sentence
    assert [state for state, _ in room.states()] == [AttendanceState.UNANSWERED] * 3


def test_an_answer_to_the_old_day_is_told_and_left(room):
    room.desk.do(
        move_meeting,
        meeting_id=room.id,
        version=version_of(room.database, Meeting, room.id),
        day=dt.date(2027, 1, 27),
        reason="Lokalet er optaget",
    )
    assert "older invitation" in room.take(state=AttendanceState.ACCEPTED)[1][0], "nobody knows of the new day yet"
    room.send(MailingKind.UPDATE)
    assert "older invitation" in room.take(state=AttendanceState.ACCEPTED)[1][0]
    assert room.take({"sequence": 1, "state": AttendanceState.ACCEPTED})[1] == ["Medlem 1: coming."]


def test_of_two_answers_the_later_one_counts_in_whatever_order_they_come(room):
    first, later = (NOON - dt.timedelta(hours=hours) for hours in (3, 1))
    room.take(state=AttendanceState.APOLOGY, at=later)
    assert "answered later" in room.take(state=AttendanceState.ACCEPTED, at=first)[1][0]
    assert room.take(state=AttendanceState.ACCEPTED, at=NOON + dt.timedelta(days=9))[1] == ["Medlem 1: coming."]


def test_a_comment_with_a_cpr_number_is_left_out(room):
    assert "CPR" in room.take(state=AttendanceState.ACCEPTED, comment="Ring 010190-1234")[1][0]
    assert room.states()[0] == (AttendanceState.ACCEPTED, "")


def test_a_deputy_or_a_cancelled_meeting_stands_in_the_way_in_words(room):
    with room.database.read() as session:
        row_id = session.scalar(select(Attendance.id).where(Attendance.meeting_id == room.id).order_by(Attendance.id))
    room.desk.do(register_deputy, attendance_id=row_id, new_person="Stedfortræder Prøve")
    assert "remove the deputy first" in room.take(state=AttendanceState.ACCEPTED)[1][0]
    version = version_of(room.database, Meeting, room.id)
    room.desk.do(cancel_meeting, meeting_id=room.id, version=version, reason="For få punkter")
    taken, said = room.take({"address": "m2@kommune.example", "state": AttendanceState.ACCEPTED})
    assert taken.undo is None
    assert "older invitation" in said[0] or "cancelled" in said[0]
