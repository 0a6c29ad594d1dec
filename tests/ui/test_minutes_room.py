"""The writing room: by keys alone, saved by itself, understood as one types, undone over the whole session."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from referral_desk.desk import Desk, User
from referral_desk.models import ActionItem, AgendaItem, LogEntry, MinutesEntry
from referral_desk.operations.entries import save_entries
from referral_desk.vocabulary import EntryKind, Label, MinutesState, Purpose
from tests.builders import (
    NOON,
    a_document,
    a_group,
    a_meeting,
    a_paper,
    a_person,
    a_seat,
    an_item,
    an_organisation,
    some_minutes,
)
from tests.ui.accessibility import faults
from ui.bridge import Bridge
from ui.pages.meeting.minutes_view import MinutesView

NOTE, DECISION, ACTION = EntryKind
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def meeting_id(store):
    group = a_group("Region 2", code="rg2")
    union = an_organisation("Fagligt Fælles Forbund", code="3f")
    town = an_organisation("Ærø Kommune")
    a_seat(group).take(a_person("Gry Formandsen", organisation=union), None, organisation=union)
    a_seat(group).take(a_person("Gry Kommunesen", organisation=town), None, organisation=town)
    meeting = a_meeting(group, day=dt.date(2026, 11, 20))
    an_item(meeting, "Dagsorden", purpose=Purpose.DECISION, recommendation="at dagsordenen godkendes.\n")
    paper = an_item(meeting, "Tolkning", purpose=Purpose.DISCUSSION)
    a_paper(paper, a_document(b"Tal for 2026.\n", name="tal.txt"), "Tal")
    an_item(meeting, "Eventuelt", purpose=Purpose.INFORMATION, label=Label.CONFIDENTIAL)
    some_minutes(meeting)
    with store.write() as session:
        session.add_all([meeting, a_meeting(group, day=dt.date(2027, 3, 4))])
        session.flush()
        return meeting.id


class Writer:
    """Somebody at the room's keyboard."""

    def __init__(self, qtbot, bridge, meeting_id):
        self.qtbot, self.bridge = qtbot, bridge
        self.view = MinutesView(bridge, meeting_id)
        self.text = self.view.text
        self.view.resize(1000, 640)
        self.view.show()
        self.view.reload()
        self.rest()
        self.view.text.setFocus()

    def type(self, words):
        """Type words; a new line is the Enter key."""
        for number, line in enumerate(words.split("\n")):
            if number:
                self.key(Qt.Key.Key_Return)
            self.qtbot.keyClicks(self.text, line)
        return self

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.text, key, held)
        return self

    def rest(self):
        """Let all that is typed be kept."""
        self.view._hand_over()
        self.view.session.save_all()
        self.qtbot.waitUntil(lambda: not self.bridge.is_busy and self.view.session.is_clean)
        return self

    def leave(self):
        """Go, once all is kept."""
        self.rest()
        if self.view.beside is not None:
            self.view.beside.leave()
            self.qtbot.waitUntil(lambda: not self.bridge.is_busy)
        self.view.close()
        self.view.deleteLater()

    @property
    def chips(self):
        """The chips at the cursor's entry."""
        return [chip.text for chip in self.text.marks[self.text.at].chips]

    def pieces(self):
        return [text for _key, text in self.text.pieces()]

    def kinds(self):
        self.view._hand_over()
        return [said.kind for said in self.view._sheet.now.values()]


@pytest.fixture
def anna(qtbot, bridge, meeting_id):
    made = Writer(qtbot, bridge, meeting_id)
    yield made
    made.leave()


@pytest.fixture
def bo(qtbot, store, meeting_id):
    """Somebody at a second window."""
    bridge = Bridge(Desk(store, User("Bo"), now=lambda: NOON))
    made = Writer(qtbot, bridge, meeting_id)
    yield made
    made.leave()
    bridge.close()
    qtbot.wait(0)


def stored(store, title="Dagsorden"):
    with store.read() as session:
        found = select(MinutesEntry).join(AgendaItem).where(AgendaItem.title == title).order_by(MinutesEntry.position)
        return [(entry.kind, entry.text) for entry in session.scalars(found)]


def the_action(store):
    with store.read() as session:
        action = session.scalar(select(ActionItem))
        return action and (action.text, action.owner_name, action.due)


def test_what_is_typed_saves_itself(anna, store, qtbot):
    anna.type("Drøftet.")
    qtbot.waitUntil(lambda: stored(store) == [(NOTE, "Drøftet.")], timeout=3000)
    qtbot.waitUntil(lambda: anna.view.pane.state.text().startswith("Saved "))
    assert not anna.view.is_unsaved()


def test_a_whole_item_is_written_by_keys_alone(anna, store):
    anna.type(
        "Der var tre sager.\n/d Gruppen beslutter, at:\n- skrive\nringe\n\n/b Og mere.\n/o 3F 3 marts: ring\nSlut."
    )
    anna.rest()
    assert stored(store) == [
        (NOTE, "Der var tre sager."),
        (DECISION, "Gruppen beslutter, at:\n- skrive\n- ringe"),
        (DECISION, "Og mere."),
        (ACTION, "ring"),
        (NOTE, "Slut."),
    ]
    assert the_action(store) == ("ring", "Fagligt Fælles Forbund", dt.date(2027, 3, 3))
    assert anna.view.list.items.lines[0].outcome[2] == "Decided"
    assert anna.view.list.items.lines[0].counts == (("check-square-fill", "accent", "2"), ("flag-fill", "info", "1"))


def test_who_and_when_are_shown_while_one_types_them(anna, qtbot):
    anna.type("/a 3F")
    qtbot.waitUntil(lambda: anna.chips == ["Fagligt Fælles Forbund", "When?"])
    anna.type(" 3 marts")
    qtbot.waitUntil(lambda: anna.chips == ["Fagligt Fælles Forbund", "3 Mar 2027"])
    anna.type(": ")
    assert anna.pieces() == [""]
    anna.type("ring")
    assert (anna.pieces(), anna.chips) == (["ring"], ["Fagligt Fælles Forbund", "3 Mar 2027"])
    assert anna.view.pane.bar.said.whole() == "Action · Fagligt Fælles Forbund · 3 Mar 2027"


def test_what_was_not_understood_is_asked_and_answered_with_a_key(anna, store, qtbot):
    anna.type("/a Gry uge 12: ring")
    qtbot.waitUntil(lambda: "1 Gry Formandsen" in anna.chips)
    assert anna.text.marks[anna.text.at].note == "Who is meant by “Gry”? Choose one."
    assert anna.rest().pieces() == ["Gry uge 12: ring"], "the words stay as long as they are in doubt"
    anna.key(Qt.Key.Key_2, ALT).rest()
    assert the_action(store) == ("ring", "Gry Kommunesen", dt.date(2027, 3, 26))
    anna.type("\n/a Gry 32/3: ring")
    qtbot.waitUntil(lambda: "no day 32" in anna.text.marks[anna.text.at].note)


def test_who_and_when_are_changed_in_a_line_of_their_own(anna, store, qtbot):
    anna.type("/a ring").rest()
    assert the_action(store) == ("ring", "", None)
    anna.key(Qt.Key.Key_F2)
    line = anna.view.who.line
    assert line.isVisible()
    qtbot.keyClicks(line, "Gry 3/3")
    assert "Who is meant" in anna.view.who.said.whole()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible(), "what is in doubt is not taken"
    line.selectAll()
    qtbot.keyClicks(line, "GK 3/3")
    assert anna.view.who.said.whole() == "Gry Kommunesen · Wednesday 3 March 2027"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    anna.rest()
    assert the_action(store) == ("ring", "Gry Kommunesen", dt.date(2027, 3, 3))
    (body, _key, action), *_ = anna.text.look.chips()
    qtbot.mouseClick(anna.text.viewport(), Qt.MouseButton.LeftButton, pos=body.center().toPoint())
    assert action == "who"
    assert line.text() == "Gry Kommunesen 03/03/2027"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_enter_tab_and_backspace_do_what_one_expects(anna):
    anna.type("- en\nto")
    anna.key(Qt.Key.Key_Tab).type("\ntre").key(Qt.Key.Key_Backtab)
    assert anna.pieces() == ["- en\n  - to\n- tre"]
    anna.type("\n\nUd af listen").key(Qt.Key.Key_Return, SHIFT).type("samme notat")
    assert anna.pieces() == ["- en\n  - to\n- tre", "Ud af listen\nsamme notat"]
    anna.key(Qt.Key.Key_Home).key(Qt.Key.Key_Up).key(Qt.Key.Key_Return)
    assert anna.pieces() == ["- en\n  - to\n- tre", "", "Ud af listen\nsamme notat"]
    anna.key(Qt.Key.Key_Home).key(Qt.Key.Key_Backspace)
    assert anna.pieces() == ["- en\n  - to\n- tre", "Ud af listen\nsamme notat"]
    anna.type("1. ").key(Qt.Key.Key_End).type("\nto")
    assert anna.pieces()[-1] == "1. Ud af listen\n2. to\nsamme notat"


def test_an_entry_changes_its_kind_and_its_readers_by_keys(anna, store):
    anna.type("En.\nTo.").key(Qt.Key.Key_2, CTRL).key(Qt.Key.Key_L, CTRL).rest()
    assert anna.kinds() == [NOTE, DECISION]
    with store.read() as session:
        labels = session.scalars(select(MinutesEntry.label).order_by(MinutesEntry.position)).all()
    assert labels == [Label.INTERNAL, Label.CONFIDENTIAL]
    anna.key(Qt.Key.Key_Home).key(Qt.Key.Key_Backspace)
    assert (anna.kinds(), anna.pieces()) == ([NOTE, NOTE], ["En.", "To."])
    anna.view.pane.bar.kinds.button(2).click()
    assert anna.kinds() == [NOTE, ACTION]


def test_bold_is_words_between_stars(anna):
    anna.type("Et ord")
    anna.key(Qt.Key.Key_Left, CTRL | SHIFT).key(Qt.Key.Key_B, CTRL)
    assert anna.pieces() == ["Et **ord**"]
    anna.key(Qt.Key.Key_End).type(" ").key(Qt.Key.Key_B, CTRL).type("to")
    assert anna.pieces() == ["Et **ord** **to**"]


def test_what_is_pasted_keeps_its_lists_and_loses_its_looks(anna, qtbot):
    mime = QMimeData()
    mime.setHtml(
        "<h1>Stor</h1><p style='color:red'>Rød og <b>fed</b></p><ul><li>en</li><li>to<ul><li>dyb</li></ul></li></ul>"
        "<p></p><ol><li>nummer</li></ol><script>x</script>"
    )
    QGuiApplication.clipboard().setMimeData(mime)
    anna.key(Qt.Key.Key_V, CTRL)
    assert anna.pieces() == ["**Stor**", "Rød og **fed**\n- en\n- to\n  - dyb\n1. nummer"]
    anna.key(Qt.Key.Key_A, CTRL).key(Qt.Key.Key_C, CTRL)
    assert "- en\n- to" in QGuiApplication.clipboard().text()
    anna.key(Qt.Key.Key_V, CTRL)
    assert "- en\n- to\n  - dyb" in anna.pieces()[-1]
    QGuiApplication.clipboard().clear()


def test_ctrl_enter_goes_from_item_to_item_and_back(anna, store):
    anna.type("Et.").key(Qt.Key.Key_Return, CTRL).type("To.").key(Qt.Key.Key_Return, CTRL).type("Tre.").rest()
    assert anna.view.pane.name.whole() == "3. Eventuelt"
    anna.key(Qt.Key.Key_Return, CTRL | SHIFT)
    assert anna.pieces() == ["To."]
    assert anna.text.accessibleName() == "Minutes of item 2, Tolkning"
    assert [stored(store, title) for title in ("Dagsorden", "Tolkning", "Eventuelt")] == [
        [(NOTE, "Et.")],
        [(NOTE, "To.")],
        [(NOTE, "Tre.")],
    ]
    with store.read() as session:
        assert session.scalar(select(MinutesEntry.label).where(MinutesEntry.text == "Tre.")) is Label.CONFIDENTIAL


def test_undo_reaches_back_over_saves_and_items_and_forward_again(anna, store):
    anna.type("Et.").rest().key(Qt.Key.Key_Return, CTRL)
    anna.type("/d To.").rest()
    for _step in range(3):
        anna.key(Qt.Key.Key_Z, CTRL).rest()
    assert anna.view.pane.name.whole() == "1. Dagsorden"
    assert (anna.pieces(), stored(store), stored(store, "Tolkning")) == ([""], [], [])
    for _step in range(4):
        anna.key(Qt.Key.Key_Y, CTRL).rest()
    assert (stored(store), stored(store, "Tolkning")) == ([(NOTE, "Et.")], [(DECISION, "To.")])


def test_the_recommendation_becomes_the_decision_with_one_key(anna, store):
    assert anna.view.pane.recommendation.words.whole() == "at dagsordenen godkendes."
    anna.key(Qt.Key.Key_I, CTRL).rest()
    assert stored(store) == [(DECISION, "at dagsordenen godkendes.")]
    anna.type(" Og mere.").rest()
    assert stored(store) == [(DECISION, "at dagsordenen godkendes. Og mere.")]


def test_an_empty_item_offers_words_to_begin_with(anna, store):
    anna.key(Qt.Key.Key_Return, CTRL)
    offers = anna.view.pane.offers
    assert [made.text() for made in offers.buttons if made.isVisible()] == [
        "The group discussed the item. It was said that:",
        "The group agreed that:",
    ]
    offers.buttons[1].click()
    assert not offers.isVisible()
    anna.type("ja.").rest()
    assert stored(store, "Tolkning") == [(DECISION, "The group agreed that: ja.")]


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


def test_a_cpr_number_is_told_and_the_text_kept(anna, store):
    anna.type("Borger 010190-1234 kom.").rest()
    assert stored(store) == [(NOTE, "Borger 010190-1234 kom.")]
    assert "CPR" in anna.text.marks[anna.text.at].note


def test_leaving_the_room_closes_the_stretch_in_the_log(anna, store, bridge, qtbot):
    for word in ("En", " to", " tre", " fire"):
        anna.type(word).rest()
    anna.view.save_now()
    qtbot.waitUntil(lambda: not bridge.is_busy)
    with store.read() as session:
        assert len(session.scalars(select(LogEntry)).all()) == 2


def test_a_paper_stands_beside_the_text(anna, qtbot):
    anna.key(Qt.Key.Key_Return, CTRL).key(Qt.Key.Key_P, CTRL)
    beside = anna.view.beside
    qtbot.waitUntil(lambda: beside.preview.words.toPlainText() == "Tal for 2026.\n")
    anna.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "no papers" in beside.preview.nothing.text())
    beside.preview.close_button.click()
    assert not beside.isVisible()


def test_everybody_can_use_the_room(anna):
    anna.type("/d Ja.\n/a ring").rest()
    assert faults(anna.view) == []
    assert anna.view.list.items.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "1. Dagsorden. Decision. Decided. 1 decision. 1 action"
    )


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
