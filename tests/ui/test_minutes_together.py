"""The writing room with others in it: their words, their refusals, a page built anew, and what the log is told."""

from PySide6.QtCore import Qt
from sqlalchemy import select

from referral_desk.desk import Desk, User
from referral_desk.models import LogEntry, MinutesEntry
from referral_desk.operations.entries import save_entries
from referral_desk.vocabulary import MinutesState
from tests.builders import (
    NOON,
)
from tests.ui.writing_room import CTRL, NOTE, SHIFT, anna, bo, meeting_id, stored
from ui.pages.meeting.minutes_view import MinutesView

__all__ = ["anna", "bo", "meeting_id"]


def test_two_windows_see_each_others_entries_and_keep_their_own(anna, bo, store):
    anna.type("Annas note.\nFælles linje").rest()
    bo.view.session.look()
    bo.rest()
    assert bo.pieces() == ["Annas note.", "Fælles linje"]
    bo.text.go_to(bo.text.pieces()[1][0])
    bo.type(" fra Bo")
    anna.text.go_to(anna.text.pieces()[1][0])
    anna.type("\nAnnas mere").rest()
    bo.rest()
    assert bo.pieces() == ["Annas note.", "Fælles linje fra Bo", "Annas mere"]
    bo.type("!").rest()
    assert stored(store) == [(NOTE, "Annas note."), (NOTE, "Fælles linje fra Bo!"), (NOTE, "Annas mere")]
    bo.key(Qt.Key.Key_Z, CTRL).rest()
    bo.key(Qt.Key.Key_Z, CTRL).rest()
    assert [text for _kind, text in stored(store)] == ["Annas note.", "Fælles linje", "Annas mere"]


def test_the_same_words_written_otherwise_stand_side_by_side_until_one_chooses(anna, bo, store, qtbot):
    anna.type("Kommunen afventer.").rest()
    bo.view.session.look()
    bo.rest()
    for writer, word in ((bo, "tøver"), (anna, "handler")):
        writer.text.go_to(writer.text.pieces()[0][0], 9)
        writer.key(Qt.Key.Key_Right, CTRL | SHIFT).type(word)
    anna.rest()
    bo.rest()
    assert [text for _kind, text in stored(store)] == ["Kommunen handler.", "Kommunen tøver."]
    assert [chip.text for chip in bo.text.marks[bo.text.at].chips] == ["This one", "The one above", "Both"]
    assert bo.pieces()[1] == "Kommunen tøver."
    bo.type(" stadig").rest()
    assert stored(store)[1] == (NOTE, "Kommunen tøver stadig.")
    bo.text.pressed.emit(bo.text.at, "rival:mine")
    bo.rest()
    assert stored(store) == [(NOTE, "Kommunen tøver stadig.")]
    anna.view.session.look()
    anna.rest()
    assert anna.pieces() == ["Kommunen tøver stadig."]
    anna.key(Qt.Key.Key_Z, CTRL).rest()


def test_a_page_built_anew_goes_on_with_the_session_and_its_undo(anna, bridge, qtbot, meeting_id, store):
    anna.type("Et.").rest().type(" To")
    kept = anna.view.keep()
    other = MinutesView(bridge, meeting_id)
    qtbot.addWidget(other)
    other.take_up(kept)
    other.resize(1000, 640)
    other.show()
    other.reload()
    qtbot.waitUntil(lambda: not bridge.is_busy and other.item is not None)
    assert [text for _key, text in other.text.pieces()] == ["Et. To"]
    other.save_now()
    qtbot.waitUntil(lambda: stored(store) == [(NOTE, "Et. To")])
    qtbot.keyClick(other.text, Qt.Key.Key_Z, CTRL)
    assert [text for _key, text in other.text.pieces()] == ["Et."]
    other.save_now()
    qtbot.waitUntil(lambda: not bridge.is_busy and other.session.is_clean)


def test_approved_minutes_are_read_and_a_refusal_keeps_what_was_typed(anna, store, qtbot):
    anna.type("Et.").rest().type(" To.")
    with store.write() as session:
        session.scalar(select(MinutesEntry)).minutes.state = MinutesState.APPROVED
    anna.view.save_now()
    qtbot.waitUntil(lambda: "approved" in anna.view.pane.trouble.text())
    assert anna.view.is_unsaved()
    assert anna.pieces() == ["Et. To."]
    qtbot.waitUntil(anna.text.isReadOnly)
    with store.write() as session:
        session.scalar(select(MinutesEntry)).minutes.state = MinutesState.DRAFT
    anna.view.reload()
    qtbot.waitUntil(lambda: not anna.text.isReadOnly())
    anna.rest()
    assert (stored(store), anna.view.pane.trouble.isVisible()) == ([(NOTE, "Et. To.")], False)


def test_leaving_the_room_closes_the_stretch_in_the_log(anna, store, bridge, qtbot):
    for word in ("En", " to", " tre", " fire"):
        anna.type(word).rest()
    anna.view.save_now()
    qtbot.waitUntil(lambda: not bridge.is_busy)
    with store.read() as session:
        assert len(session.scalars(select(LogEntry)).all()) == 2


def test_words_that_came_from_elsewhere_do_not_move_the_cursor(anna, store, meeting_id, user):
    anna.type("Et.\nTo").rest()
    desk = Desk(store, User("Bo"), now=lambda: NOON)
    session, item = anna.view.session, anna.view.item.id
    sheet = session.sheet(item)
    drafts, _gone = sheet.send()
    sheet.sent = None
    first = drafts[0]
    longer = type(first)(first.key, type(first.said)(text="Nul. Et. Og mere."), first.id, first.base)
    desk.do(save_entries, meeting_id=meeting_id, item_id=item, entries=(longer, drafts[1]))
    anna.type(" i")
    session.look()
    anna.rest().type(" midten")
    assert anna.pieces() == ["Nul. Et. Og mere.", "To i midten"]
