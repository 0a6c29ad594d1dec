"""The writing room: by keys alone, saved by itself, understood as one types, undone over the whole session."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from referral_desk.models import AgendaItem, Meeting, MinutesEntry
from referral_desk.queries.minutes import minutes_detail
from referral_desk.users import User
from referral_desk.vocabulary import ItemOutcome, Label, Stage
from tests.ui.accessibility import faults
from tests.ui.writing_room import (
    ACTION,
    ALT,
    CTRL,
    DECISION,
    NOTE,
    SHIFT,
    anna,
    bo,
    meeting_id,
    stored,
    the_action,
)
from ui.theme import px
from ui.widgets.block_marks import HEAD

__all__ = ["anna", "bo", "meeting_id"]


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


def test_a_decision_that_comes_first_shows_its_head(anna):
    def top():
        return anna.text.cursorRect().top()

    plain = top()
    anna.type("/d Dagsordenen blev godkendt.")
    assert top() >= plain + px(HEAD)


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
    assert QGuiApplication.clipboard().mimeData().hasFormat("ExcludeClipboardContentFromMonitorProcessing")
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


def test_an_entry_is_moved_by_keys_and_back_again(anna, store):
    anna.type("Et.\n/d To.\n\nTre.").rest()
    anna.key(Qt.Key.Key_Up, ALT).rest()
    assert stored(store) == [(NOTE, "Et."), (NOTE, "Tre."), (DECISION, "To.")]
    anna.type(" Mere.").key(Qt.Key.Key_Up, ALT).key(Qt.Key.Key_Up, ALT).rest()
    assert [text for _kind, text in stored(store)] == ["Tre. Mere.", "Et.", "To."]
    anna.key(Qt.Key.Key_Z, CTRL).key(Qt.Key.Key_Z, CTRL).rest()
    assert [text for _kind, text in stored(store)] == ["Et.", "Tre.", "To."]
    anna.key(Qt.Key.Key_Down, ALT).rest()
    assert [text for _kind, text in stored(store)] == ["Et.", "To.", "Tre."]


@pytest.fixture
def held(anna, store, desk, meeting_id):
    """The meeting was held; gives how the room hears of it, and of what changed since."""
    with store.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.stage, meeting.number = Stage.HELD, 1

    def hear():
        anna.rest()
        anna.view.show_minutes(desk.ask(minutes_detail, meeting_id=meeting_id, today=desk.today))
        return anna.rest()

    hear()
    return hear


def outcome(store, title="Dagsorden"):
    with store.read() as session:
        item = session.scalar(select(AgendaItem).where(AgendaItem.title == title))
        return item.outcome, item.outcome_reason


def test_what_became_of_an_item_is_said_in_the_room_by_keys(qtbot, anna, held, store):
    told = []
    anna.view.told.connect(told.append)
    strip = anna.view.outcome
    anna.key(Qt.Key.Key_F4)
    chips = list(strip.chips.buttons.values())
    assert chips[0].hasFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    qtbot.keyClick(chips[1], Qt.Key.Key_Return)
    held()
    assert (outcome(store)[0], told[-1].text) == (ItemOutcome.DECIDED, "Item 1: decided")
    assert anna.text.hasFocus()
    assert not strip.isVisible()
    assert anna.view.list.items.lines[0].outcome[2] == "Decided"
    told[-1].call()
    held()
    assert outcome(store)[0] is ItemOutcome.OPEN
    anna.key(Qt.Key.Key_F4)
    assert faults(anna.view) == []
    qtbot.keyClick(strip.chips.buttons[ItemOutcome.NOTED], Qt.Key.Key_4)
    qtbot.keyClick(strip.chips.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(strip.chips.wrong.isVisible)
    assert strip.chips.wrong.text().startswith("Say why the item is dropped")
    qtbot.keyClicks(strip.chips.reason, "Hører hjemme i region 4")
    qtbot.keyClick(strip.chips.reason, Qt.Key.Key_Return)
    held()
    assert outcome(store) == (ItemOutcome.DROPPED, "Hører hjemme i region 4")
    anna.key(Qt.Key.Key_Return, CTRL).key(Qt.Key.Key_F4)
    qtbot.keyClick(strip.chips.buttons[ItemOutcome.NOTED], Qt.Key.Key_3)
    qtbot.keyClick(strip.chips.reason, Qt.Key.Key_Escape)
    assert strip.chips.buttons[ItemOutcome.CARRIED].hasFocus()
    qtbot.keyClick(strip.chips.buttons[ItemOutcome.CARRIED], Qt.Key.Key_Escape)
    assert anna.text.hasFocus()
    assert outcome(store, "Tolkning")[0] is ItemOutcome.OPEN


def test_nothing_becomes_of_an_item_before_its_meeting_is_held(anna):
    anna.key(Qt.Key.Key_F4)
    assert not anna.view.outcome.isVisible()
    assert not anna.view.pane.became.isEnabled()


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


def test_a_cpr_number_is_told_and_the_text_kept(anna, store):
    anna.type("Borger 010190-1234 kom.").rest()
    assert stored(store) == [(NOTE, "Borger 010190-1234 kom.")]
    assert "CPR" in anna.text.marks[anna.text.at].note


def test_a_paper_stands_beside_the_text(anna, qtbot):
    anna.key(Qt.Key.Key_Return, CTRL).key(Qt.Key.Key_P, CTRL)
    beside = anna.view.beside
    qtbot.waitUntil(lambda: beside.preview.words.toPlainText() == "Tal for 2026.\n")
    anna.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "no papers" in beside.preview.nothing.sentence.text())
    beside.preview.close_button.click()
    assert not beside.isVisible()


def test_everybody_can_use_the_room(anna):
    anna.type("/d Ja.\n/a ring").rest()
    assert faults(anna.view) == []
    assert anna.view.list.items.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "1. Dagsorden. Decision. Decided. 1 decision. 1 action"
    )


def test_who_may_only_read_reads_the_minutes_and_is_told_why(bridge, desk, anna):
    desk.user = User("Læser", frozenset({"reader"}))
    anna.view.reload()
    anna.qtbot.waitUntil(anna.text.isReadOnly)
    anna.qtbot.waitUntil(lambda: not bridge.is_busy)
    assert anna.view.pane.closed.text() == "Your role lets you read the minutes, not write them."
    assert not anna.view.pane.became.isEnabled()
    desk.user = User("Anna")
