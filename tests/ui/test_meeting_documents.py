"""The meeting's documents: which there are by now, in which language, and that they come out as files."""

import pytest

from referral_desk.models import Meeting, Minutes, MinutesEntry
from referral_desk.vocabulary import EntryKind, Label, MinutesState, Stage
from tests.ui.meeting_room import meeting_id, room
from ui.documents import MEMORY
from ui.memory import recall
from ui.pages.meeting.document_menu import DocumentMenu

__all__ = ["meeting_id", "room"]


def hold(store, meeting_id, text="Gruppen valgte.", label=Label.INTERNAL):
    """The meeting was held, and something was written."""
    with store.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.stage, meeting.number = Stage.HELD, 1
        minutes = Minutes(meeting=meeting, state=MinutesState.DRAFT)
        session.add(minutes)
        entry = MinutesEntry(minutes=minutes, item=meeting.items[1], kind=EntryKind.DECISION, text=text, label=label)
        session.add(entry)


@pytest.fixture
def documents(room, monkeypatch):
    """What makes documents; `asked` are the files that would be saved."""
    made = room.doing.documents
    made.asked = []
    monkeypatch.setattr(made.files, "ask", lambda _title, name, content: made.asked.append((name, content)))
    return made


def menu_of(room, settled):
    settled(room.reload)
    return room.menu().findChild(DocumentMenu)


def entries(menu):
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def test_a_planned_meeting_has_an_invitation_and_a_held_one_has_minutes(room, settled, store, meeting_id):
    planned = entries(menu_of(room, settled))
    assert planned["Invitation as PDF …"]
    assert planned["Attendance list to sign …"]
    assert not planned["Minutes as PDF …"]
    hold(store, meeting_id)
    held = entries(menu_of(room, settled))
    assert held["Minutes as PDF …"]
    assert held["Minutes as Word, for comments …"]
    assert not held["Invitation as PDF …"]


def test_the_palette_offers_the_next_step_and_the_documents_there_are(
    qtbot, room, settled, store, meeting_id, documents
):
    settled(room.reload)
    planned = {command.title: command for command in room.commands()}
    assert {"Invite …", "Invitation as PDF …", "Attendance list to sign …"} <= set(planned)
    assert "Minutes as PDF …" not in planned
    planned["Invite …"].call()
    assert room.tabs.key() == "invite"
    hold(store, meeting_id)
    settled(room.reload)
    held = {command.title: command for command in room.commands()}
    assert {"Send to the chair", "Minutes as PDF …", "Minutes as Word, for comments …"} <= set(held)
    assert "Invitation as PDF …" not in held
    assert len({command.key for command in room.commands()}) == len(room.commands())
    held["Minutes as Word, for comments …"].call()
    qtbot.waitUntil(lambda: bool(documents.asked), timeout=20000)
    assert documents.asked[0][0].endswith(".docx")


def test_the_language_of_documents_is_chosen_once(room, settled):
    menu = menu_of(room, settled)
    danish, english = menu.actions()[-2:]
    assert english.isChecked()
    danish.trigger()
    assert recall(MEMORY, "en") == "da"
    assert menu_of(room, settled).actions()[-2].isChecked()


def test_each_document_is_offered_under_its_own_name(qtbot, room, settled, store, meeting_id, documents):
    hold(store, meeting_id)
    menu = menu_of(room, settled)
    named = {action.text(): action for action in menu.actions()}
    wanted = {
        "Minutes as PDF …": ("2026-12-03 Region 2 minutes draft Internal.pdf", b"%PDF-"),
        "Minutes as Word, for comments …": ("2026-12-03 Region 2 minutes draft Internal.docx", b"PK"),
        "Attendance list to sign …": ("2026-12-03 Region 2 attendance list Internal.pdf", b"%PDF-"),
        "The group's open actions …": ("2026-11-21 Region 2 open actions Internal.pdf", b"%PDF-"),
    }
    for text, (name, begins) in wanted.items():
        named[text].trigger()
        qtbot.waitUntil(lambda: bool(documents.asked), timeout=20000)
        ((found, content),) = documents.asked
        documents.asked.clear()
        assert found == name
        assert content.startswith(begins)


def test_what_cannot_be_made_is_said_in_the_banner(qtbot, room, settled, store, meeting_id, documents):
    hold(store, meeting_id, "Ring til 010170-1235.")
    settled(room.reload)
    documents.minutes(annex=True)
    qtbot.waitUntil(lambda: any("CPR" in message.text for message in room.said))
    with store.write() as session:
        session.query(MinutesEntry).one().text = "Gruppen valgte."
    documents.minutes(annex=True)
    qtbot.waitUntil(lambda: any("no closed annex" in message.text for message in room.said), timeout=20000)
    assert documents.asked == []


def test_a_saved_file_is_told(qtbot, room, settled, documents, tmp_path):
    settled(lambda: documents.files.write_to(b"%PDF-", str(tmp_path / "brev.pdf")))
    qtbot.waitUntil(lambda: any("brev.pdf" in message.text for message in room.said))
    assert (tmp_path / "brev.pdf").read_bytes() == b"%PDF-"
