"""Reminders: each person hears once of everything that is expected of them, and of nothing that is done or closed."""

import datetime as dt
import email
import email.policy

import pytest

from referral_desk.clock import Quarter
from referral_desk.errors import Invalid, Stale
from referral_desk.exchange.reminders import reminder_files, reminder_text
from referral_desk.models import EntryComment, Group, Meeting, Minutes
from referral_desk.operations.attendance import set_attendance
from referral_desk.operations.invitations import draft_mailing, mark_sent, note_reminders
from referral_desk.queries.invitations import invite_sheet
from referral_desk.queries.reminders import Duty, meeting_reminders, quarter_reminders
from referral_desk.vocabulary import AttendanceState, Label, MailingKind, MinutesState, SeatKind, Stage
from tests.builders import NOON, TODAY, a_group, a_meeting, a_person, a_seat, an_action, an_item, an_organisation

DAY = dt.date(2026, 12, 16)


@pytest.fixture
def meeting_id(database):
    group = a_group("Referencegruppe 2", code="RG2")
    for kind, name, language in (
        (SeatKind.CHAIR, "Formand Prøve", "da"),
        (SeatKind.SECRETARY, "Sekretær Prøve", "da"),
        (SeatKind.OBSERVER, "Observer Trial", "en"),
    ):
        person = a_person(
            name, email=f"{name.split()[0].lower().replace('æ', 'ae')}@kommune.example", language=language
        )
        a_seat(group, kind=kind).take(person, None, organisation=an_organisation())
    with database.write() as session:
        meeting = a_meeting(group, day=DAY)
        meeting.chair, meeting.secretary = (seat.memberships[0].person for seat in group.seats[:2])
        session.add(meeting)
        session.flush()
        return meeting.id


def duties(desk, meeting_id, today=TODAY):
    rows = desk.ask(meeting_reminders, meeting_id=meeting_id, today=today)
    return {row.name.split()[0]: [task.duty for task in row.tasks] for row in rows}


def invite(desk, meeting_id):
    desk.do(mark_sent, mailing_id=desk.do(draft_mailing, meeting_id=meeting_id, kind=MailingKind.INVITATION).id)


def hold(database, meeting_id, stage, state=None, **fields):
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.stage = stage
        if state is not None:
            meeting.minutes = meeting.minutes or Minutes()
            meeting.minutes.state = state
            for name, value in fields.items():
                setattr(meeting.minutes, name, value)


def test_a_draft_of_a_meeting_reminds_nobody(desk, meeting_id):
    assert duties(desk, meeting_id) == {}


def test_before_the_meeting_answers_and_items_are_asked_for_until_their_day(desk, database, meeting_id):
    invite(desk, meeting_id)
    both = [Duty.ITEMS, Duty.ANSWER]
    assert duties(desk, meeting_id) == {"Formand": both, "Sekretær": both, "Observer": [Duty.ANSWER]}
    with database.read() as session:
        row = session.get(Meeting, meeting_id).attendance[0]
        first = row.id
    desk.do(set_attendance, attendance_id=first, was=AttendanceState.UNANSWERED, state=AttendanceState.ACCEPTED)
    assert duties(desk, meeting_id)["Formand"] == [Duty.ITEMS]
    assert duties(desk, meeting_id, DAY) == {"Sekretær": [Duty.PACK, Duty.ANSWER], "Observer": [Duty.ANSWER]}


def test_after_the_meeting_each_step_of_the_minutes_waits_for_somebody(desk, database, meeting_id):
    invite(desk, meeting_id)
    hold(database, meeting_id, Stage.HELD)
    assert duties(desk, meeting_id) == {"Sekretær": [Duty.WRITE_MINUTES]}
    hold(database, meeting_id, Stage.MINUTES_DRAFTED, MinutesState.WITH_CHAIR)
    assert duties(desk, meeting_id) == {"Formand": [Duty.READ_MINUTES]}
    hold(database, meeting_id, Stage.IN_COMMENT, MinutesState.IN_COMMENT, comments_due=dt.date(2027, 1, 6))
    assert duties(desk, meeting_id) == {"Formand": [Duty.COMMENT], "Sekretær": [Duty.COMMENT]}
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.minutes.comments.append(EntryComment(person=meeting.chair, said_on=TODAY, text="Godt."))
    assert duties(desk, meeting_id) == {"Sekretær": [Duty.COMMENT]}
    # Who said nothing until the last day has agreed.
    assert duties(desk, meeting_id, dt.date(2027, 1, 7)) == {"Formand": [Duty.APPROVE_MINUTES]}
    hold(database, meeting_id, Stage.APPROVED, MinutesState.APPROVED)
    assert duties(desk, meeting_id) == {}


def test_actions_that_are_due_soon_or_late_are_told_and_closed_words_are_not(desk, database, meeting_id):
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        chair, group = meeting.chair, meeting.group
        late = an_action(group, "Skrive til kommunen", due=dt.date(2026, 11, 2), number=1, owner_person=chair)
        closed = an_action(group, "Om en person", due=TODAY, number=2, owner_person=chair, label=Label.CONFIDENTIAL)
        item = an_item(a_meeting(group, day=dt.date(2026, 3, 4), stage=Stage.CLOSED), "Sagen", label=Label.CONFIDENTIAL)
        there = an_action(group, "Om sagen", due=TODAY, number=5, owner_person=chair, item=item)
        later = an_action(group, "Senere", due=dt.date(2027, 5, 3), number=3, owner_person=chair)
        done = an_action(group, "Gjort", due=TODAY, number=4, owner_person=chair, closed_on=TODAY)
        session.add_all([late, closed, there, later, done])
    (row,) = desk.ask(meeting_reminders, meeting_id=meeting_id, today=TODAY)
    assert [task.text for task in row.tasks] == ["Skrive til kommunen", "", ""]
    assert row.is_late(TODAY)
    text = reminder_text(row, TODAY)
    assert "Skrive til kommunen." in text
    assert "lukkede bilag" in text
    assert "Om en person" not in text
    assert "Om sagen" not in text


def test_a_quarter_tells_of_all_its_meetings_in_one_mail_a_person(desk, database, meeting_id):
    invite(desk, meeting_id)
    with database.write() as session:
        group = session.get(Meeting, meeting_id).group
        group_id = group.id
        earlier = a_meeting(group, day=dt.date(2026, 10, 7), stage=Stage.HELD)
        earlier.secretary = group.seats[1].memberships[0].person
        session.add(earlier)
    rows = desk.ask(quarter_reminders, group_id=group_id, quarter=Quarter(2026, 4), today=TODAY)
    told = {row.name: [task.duty for task in row.tasks] for row in rows}
    assert told["Sekretær Prøve"] == [Duty.WRITE_MINUTES, Duty.ITEMS, Duty.ANSWER]
    assert [row.name for row in rows] == ["Formand Prøve", "Observer Trial", "Sekretær Prøve"]
    assert desk.ask(quarter_reminders, group_id=group_id, quarter=Quarter(2025, 4), today=TODAY) == ()


def test_a_quarter_of_every_group_has_a_mail_from_each(desk, database, meeting_id):
    invite(desk, meeting_id)
    with database.write() as session:
        chair = session.get(Meeting, meeting_id).chair
        other, gone = a_group("Referencegruppe 3"), a_group("Nedlagt", valid_to=dt.date(2025, 12, 31))
        late = [an_action(group, due=TODAY, owner_person=chair) for group in (other, gone)]
        session.add_all([other, gone, *late])
    rows = desk.ask(quarter_reminders, quarter=Quarter(2026, 4), today=TODAY)
    assert [row.group for row in rows if row.name == "Formand Prøve"] == ["Referencegruppe 2", "Referencegruppe 3"]
    assert {task.meeting_id for row in rows for task in row.tasks if task.meeting_day} == {meeting_id}
    files = reminder_files(rows, today=TODAY, at=NOON, language="da")
    drafts = [email.message_from_bytes(file.content, policy=email.policy.default) for file in files]
    assert len({draft["Message-ID"] for draft in drafts}) == len({file.name for file in files}) == len(rows) == 4


def test_every_reminder_is_a_draft_of_its_own_in_the_persons_language(desk, database, meeting_id):
    invite(desk, meeting_id)
    with database.write() as session:
        session.get(Meeting, meeting_id).chair.email = ""
    rows = desk.ask(meeting_reminders, meeting_id=meeting_id, today=TODAY)
    files = reminder_files(rows, today=TODAY, at=NOON, language="da")
    assert files == reminder_files(rows, today=TODAY, at=NOON, language="da")
    assert [file.name for file in files] == [
        "Påmindelse 2026-11-21 - Observer Trial.eml",
        "Påmindelse 2026-11-21 - Sekretær Prøve.eml",
    ]
    english, danish = (email.message_from_bytes(file.content, policy=email.policy.default) for file in files)
    assert english["X-Unsent"] == danish["X-Unsent"] == "1"
    assert "Say whether you come to the meeting on Wednesday 16 December 2026." in english.get_content()
    assert "1. Send punkter til dagsordenen for mødet onsdag den 16. december 2026." in danish.get_content()
    assert danish["To"].addresses[0].addr_spec == "sekretaer@kommune.example"


def test_that_reminders_were_drafted_stands_in_the_history(desk, database, meeting_id):
    with database.read() as session:
        chair_id = session.get(Meeting, meeting_id).chair_id
    desk.do(note_reminders, meeting_id=meeting_id, person_ids=(chair_id,))
    sheet = desk.ask(invite_sheet, meeting_id=meeting_id, today=TODAY, language="da")
    assert [(row.kind, row.told[0].name) for row in sheet.mailings] == [(MailingKind.REMINDER, "Formand Prøve")]
    assert sheet.kind is MailingKind.INVITATION, "a reminder invites nobody"
    with pytest.raises(Invalid, match="Nobody has anything"):
        desk.do(note_reminders, meeting_id=meeting_id, person_ids=())


def test_what_is_gone_is_told(desk, database, meeting_id):
    with database.read() as session:
        assert session.get(Group, 999) is None
    with pytest.raises(Stale):
        desk.ask(meeting_reminders, meeting_id=999, today=TODAY)
    with pytest.raises(Stale):
        desk.ask(quarter_reminders, group_id=999, quarter=Quarter(2026, 4), today=TODAY)
