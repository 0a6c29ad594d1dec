"""The invitation view: what is owed is said, drafts land where one chooses, what went out is noted, answers come in."""

import datetime as dt
import email
import email.policy

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from sqlalchemy import select

from referral_desk.desk import Desk
from referral_desk.models import Attendance, Meeting, Minutes, PackIssue
from referral_desk.operations.invitations import draft_mailing, mark_sent
from referral_desk.operations.meetings import cancel_meeting, move_meeting
from referral_desk.users import User
from referral_desk.vocabulary import AttendanceState, Label, MailingKind, MinutesState, SeatKind, Stage
from tests.builders import (
    NOON,
    a_document,
    a_group,
    a_meeting,
    a_person,
    a_seat,
    an_entry,
    an_item,
    an_organisation,
)
from tests.chain import version_of
from tests.ui.accessibility import faults
from ui.bridge import Bridge
from ui.language import use_language
from ui.pages.meeting.invite_view import InviteView

DAY = dt.date(2027, 1, 20)


@pytest.fixture
def meeting_id(store):
    group = a_group("Region 2")
    town = an_organisation("Ørsted Kommune")
    for kind, name, address, language in (
        (SeatKind.CHAIR, "Formand Prøve", "formand@kommune.example", "da"),
        (SeatKind.SECRETARY, "Sekretær Prøve", "sekretaer@kommune.example", "da"),
        (SeatKind.MEMBER, "Medlem Prøve", "", "da"),
        (SeatKind.OBSERVER, "Observer Trial", "observer@ngo.example", "en"),
    ):
        a_seat(group, kind=kind).take(a_person(name, email=address, language=language), None, organisation=town)
    with store.write() as session:
        meeting = a_meeting(group, day=DAY, place="Rådhuset")
        seats = group.seats
        meeting.chair, meeting.secretary = (seat.memberships[0].person for seat in seats[:2])
        session.add(meeting)
        session.flush()
        return meeting.id


@pytest.fixture
def open_view(qtbot, bridge, settled, meeting_id):
    """Show the view of the meeting, as it stands by then."""

    def show(over=bridge):
        made = InviteView(over, meeting_id)
        made.said, made.went_to = [], []
        made.told.connect(made.said.append)
        made.went.connect(made.went_to.append)
        over.changed.connect(made.reload)
        qtbot.addWidget(made)
        made.resize(1000, 640)
        made.show()
        made.reload()
        qtbot.waitUntil(lambda: not over.is_busy and made.letter.shown is not None)
        return made

    yield show
    qtbot.waitUntil(lambda: not bridge.is_busy)


@pytest.fixture
def told(desk, meeting_id):
    """Everybody has been invited."""
    desk.do(mark_sent, mailing_id=desk.do(draft_mailing, meeting_id=meeting_id, kind=MailingKind.INVITATION).id)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "mails"
    made.mkdir()
    return made


def change(desk, store, meeting_id, operation, **fields):
    desk.do(operation, meeting_id=meeting_id, version=version_of(store, Meeting, meeting_id), **fields)


def test_a_draft_of_a_meeting_says_that_nobody_heard_of_it_and_shows_both_letters(open_view):
    view = open_view()
    assert "nobody has heard of it" in view.state.text()
    assert view.letter.subject.whole() == "Indkaldelse: Region 2, onsdag den 20. januar 2027"
    assert view.letter.to.whole() == "Formand Prøve, Sekretær Prøve, Medlem Prøve"
    view.letter.languages.choose("en")
    assert view.letter.subject.whole() == "Invitation: Region 2, Wednesday 20 January 2027"
    assert view.letter.to.whole() == "Observer Trial"
    assert "You are invited to a meeting of Region 2." in view.letter.text.toPlainText()
    rows = [row.look.title for row in view.people.rows.buttons()]
    assert rows[0] == "Medlem Prøve", "who must be phoned comes first"
    assert faults(view) == []


def test_drafts_land_in_the_folder_and_the_meeting_is_invited_once_they_are_marked(
    qtbot, open_view, settled, store, meeting_id, folder
):
    view = open_view()
    settled(lambda: view.doing.save(MailingKind.INVITATION, False, str(folder)))
    qtbot.waitUntil(lambda: bool(view.said))
    assert sorted(path.name for path in folder.iterdir()) == [
        "Invitation Region 2 2027-01-20 - English.eml",
        "Invitation Region 2 2027-01-20 - dansk.eml",
        "Invitation Region 2 2027-01-20.ics",
    ]
    mail = email.message_from_bytes(
        (folder / "Invitation Region 2 2027-01-20 - dansk.eml").read_bytes(), policy=email.policy.default
    )
    assert mail["X-Unsent"] == "1"
    assert view.said[-1].text.startswith("2 draft")
    qtbot.waitUntil(lambda: view.draft is not None and not view.hint.isHidden())
    assert "Mark them as sent" in view.hint.text()
    settled(lambda: qtbot.mouseClick(view.mark, Qt.MouseButton.LeftButton))
    qtbot.waitUntil(lambda: view.sheet.was_sent)
    with store.read() as session:
        assert session.get(Meeting, meeting_id).stage is Stage.INVITED
    assert view.said[-1].text == "Noted as sent."
    settled(view.said[-1].call)
    qtbot.waitUntil(lambda: not view.sheet.was_sent)


def test_who_was_told_in_another_way_is_noted_without_drafts(qtbot, open_view, settled):
    view = open_view()
    settled(lambda: qtbot.mouseClick(view.mark, Qt.MouseButton.LeftButton))
    qtbot.waitUntil(lambda: view.sheet.was_sent)
    assert "Everybody has been told" in view.state.text()
    row = view.history.rows.buttons()[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert "Medlem Prøve (phoned)" in view.history.recipients.text()


def test_a_move_is_owed_and_each_gets_their_own_letter(qtbot, open_view, desk, store, meeting_id, told):
    change(desk, store, meeting_id, move_meeting, day=DAY + dt.timedelta(days=7), reason="Lokalet er optaget")
    with store.write() as session:
        seat = session.get(Meeting, meeting_id).group.seats[3]
        seat.memberships[0].valid_to = dt.date(2026, 12, 1)
        seat.take(a_person("Ny Prøve", email="ny@ngo.example"), dt.date(2026, 12, 2))
    view = open_view()
    assert view.kind is MailingKind.UPDATE
    assert view.changes.text().startswith("Before: Wed 20 Jan")
    assert "Lokalet er optaget" in view.letter.text.toPlainText()
    view.letter.pieces.choose("invitation")
    assert view.letter.to.whole() == "Ny Prøve"
    view.letter.pieces.choose("cancellation")
    view.letter.languages.choose("en")
    assert view.letter.to.whole() == "Observer Trial"
    assert faults(view) == []


def test_a_cancelled_meeting_says_who_does_not_know(open_view, desk, store, meeting_id, told):
    change(desk, store, meeting_id, cancel_meeting, reason="For få punkter")
    view = open_view()
    assert "cancelled" in view.state.text()
    assert "For få punkter" in view.letter.text.toPlainText()
    assert view.save.property("kind") == "primary"


def test_own_words_are_kept_for_the_language_they_were_typed_in(qtbot, open_view, settled, store, meeting_id):
    view = open_view()
    field = view.letter.form.inputs["words"]
    qtbot.keyClicks(field, "Gaarden har plads.")
    settled(lambda: view.letter.languages.choose("en"))
    with store.read() as session:
        row = session.get(Meeting, meeting_id)
        assert (row.words_da, row.words_en) == ("Gaarden har plads.", "")
    qtbot.waitUntil(lambda: view.sheet.letter.words["da"] != "")
    assert field.toPlainText() == ""


def reply(uid, address="formand@kommune.example"):
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
        f"DTSTAMP:20261121T100000Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:{address}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def test_answers_are_dropped_in_noted_and_taken_back(qtbot, open_view, settled, store, meeting_id, told, tmp_path):
    view = open_view()
    good, bad = tmp_path / "svar.ics", tmp_path / "andet.txt"
    good.write_bytes(reply(view.sheet.letter.uid))
    bad.write_bytes(b"Hej")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    settled(lambda: view.zone.dropEvent(event))
    qtbot.waitUntil(lambda: len(view.said) == 2)
    assert "andet.txt" in view.said[0].text
    assert view.said[1].text == "Formand Prøve: apology."

    def state():
        with store.read() as session:
            rows = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting_id))
            return next(row.state for row in rows if row.person.name == "Formand Prøve")

    assert state() is AttendanceState.APOLOGY
    qtbot.waitUntil(lambda: "1 with apologies" in view.people.reach.text())
    settled(view.said[1].call)
    assert state() is AttendanceState.UNANSWERED


def test_a_refusal_is_said_and_a_person_without_an_address_is_a_press_away(
    qtbot, open_view, settled, desk, store, meeting_id, folder
):
    view = open_view()
    change(desk, store, meeting_id, cancel_meeting, reason="For få punkter")
    settled(lambda: view.doing.save(MailingKind.INVITATION, True, str(folder)))
    assert "cancelled" in view.said[-1].text
    assert list(folder.iterdir()) == []
    qtbot.waitUntil(lambda: view.sheet.letter.is_cancelled)
    assert "called off before anybody was invited" in view.state.text()
    assert view.buttons.isHidden()
    qtbot.mouseClick(view.people.rows.buttons()[0], Qt.MouseButton.LeftButton)
    assert view.went_to[0].wish("person")


def test_who_may_only_look_gets_no_buttons_to_press(qtbot, open_view, store, meeting_id):
    bridge = Bridge(Desk(store, User("Gæst", frozenset({"reader"})), now=lambda: NOON))
    try:
        view = open_view(bridge)
        assert not view.save.isEnabled()
        assert not view.mark.isEnabled()
        assert view.letter.form.inputs["words"].isReadOnly()
    finally:
        bridge.close()


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_meeting_without_people_says_what_to_do_first(qtbot, open_view, store, meeting_id, language):
    with store.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.group.seats.clear()
        meeting.chair = meeting.secretary = None
    use_language(language)
    view = open_view()
    assert not view.save.isEnabled()
    assert len(view.findings.buttons()) == 3
    wanted = []
    view.mend.connect(wanted.append)
    qtbot.mouseClick(view.findings.buttons()[0], Qt.MouseButton.LeftButton)
    assert wanted[0].stops
    assert faults(view) == []


def test_reminders_are_saved_for_each_person_and_stand_in_the_history(
    qtbot, open_view, settled, store, meeting_id, folder, told
):
    with store.write() as session:
        session.get(Meeting, meeting_id).day = dt.date(2026, 12, 16)
    view = open_view()
    qtbot.waitUntil(lambda: not view.reminders.isHidden())
    assert len(view.reminders.rows.buttons()) == 4
    settled(lambda: view.reminders.save_to(str(folder)))
    qtbot.waitUntil(lambda: len(view.sheet.mailings) == 2)
    assert len(list(folder.iterdir())) == 3, "who has no address is phoned"
    assert "3 reminder" in view.said[-1].text
    assert view.history.rows.buttons()[0].look.title == "Reminder"
    assert faults(view) == []


@pytest.mark.parametrize(
    ("kind", "state", "ending"),
    [
        (MailingKind.PACK, None, "pakke.pdf"),
        (MailingKind.COMMENT_ROUND, MinutesState.IN_COMMENT, ".docx"),
        (MailingKind.APPROVED_MINUTES, MinutesState.APPROVED, ".pdf"),
    ],
)
def test_packs_and_minutes_go_along_with_their_mail(
    qtbot, open_view, settled, store, meeting_id, folder, told, kind, state, ending
):
    with store.write() as session:
        meeting = session.get(Meeting, meeting_id)
        item = an_item(meeting, "Tolkning")
        meeting.issues.append(
            PackIssue(
                number=1,
                issued_at=NOON,
                issued_by="A",
                language="da",
                label=Label.INTERNAL,
                pages=1,
                document=a_document(b"%PDF-1.7 pakke", name="pakke.pdf", kind="pdf"),
                manifest='{"frame": "", "items": []}',
                content="{}",
            )
        )
        if state is not None:
            meeting.stage, meeting.day = Stage.IN_COMMENT, dt.date(2026, 11, 12)
            meeting.minutes = Minutes(state=state)
            session.add(an_entry(meeting.minutes, item, "Drøftet."))
    view = open_view()
    settled(lambda: view.doing.save(kind, False, str(folder)))
    qtbot.waitUntil(lambda: bool(view.said), timeout=20_000)
    mails = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in folder.glob("*.eml")]
    assert len(mails) == 2, view.said[-1].text
    for mail in mails:
        (paper,) = mail.iter_attachments()
        assert paper.get_filename().endswith(ending)
        assert len(paper.get_content()) > 10
