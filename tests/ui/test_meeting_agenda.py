"""The agenda: what is typed is kept, what others type is met, nothing is lost, everything goes by keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor

from referral_desk.models import AgendaItem
from referral_desk.operations.agenda import add_item, edit_item, remove_item
from referral_desk.operations.meetings import cancel_meeting
from tests.ui.meeting_room import item_id, meeting_id, open_item, room, stored
from ui.widgets.agenda_model import LINE_MIME

__all__ = ["meeting_id", "room"]


def titles(page):
    return [line.title for line in page.agenda_view.list.agenda.lines]


def version_of(store, item):
    with store.read() as session:
        return session.get(AgendaItem, item).version


def test_the_list_shows_the_clock_the_papers_and_what_is_wrong(room):
    assert room.agenda_view.list.as_text() == (
        "09:00 | 1. Dagsorden | 30 min\n"
        "09:30 | 2. Tolkning | 45 min | 1 paper cannot be used\n"
        "10:15 | 3. Eventuelt | 15 min"
    )
    assert room.time.text() == "90 of 180 minutes planned"
    assert room.bad.text() == "1 paper cannot be used"


def test_what_is_typed_is_kept_by_itself(qtbot, room, settled, store):
    editor = open_item(room, settled, "Tolkning")
    resume = editor.form.inputs["resume"]
    resume.setFocus()
    resume.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(editor.drafts.saved, timeout=20_000):
        qtbot.keyClicks(resume, " Mere.")
    assert resume.toPlainText().endswith("Mere.")
    with store.read() as session:
        assert "Mere." in session.get(AgendaItem, editor.item.id).resume
    assert editor.state.text().startswith("Saved ")


def test_leaving_an_item_keeps_what_was_typed_in_it(qtbot, room, settled, store, meeting_id):
    editor = open_item(room, settled, "Tolkning")
    editor.title.setFocus()
    editor.title.selectAll()
    qtbot.keyClicks(editor.title, "Tolkning om aftenen")
    settled(lambda: room.agenda_view.list.choose(item_id(room, "Dagsorden")))
    assert stored(store, meeting_id)[1][0] == "Tolkning om aftenen"
    assert editor.title.text() == "Dagsorden"
    qtbot.waitUntil(lambda: "Tolkning om aftenen" in titles(room))


def test_undo_in_a_text_reaches_back_and_never_into_another_item(qtbot, room, settled):
    editor = open_item(room, settled, "Tolkning")
    resume = editor.form.inputs["resume"]
    resume.setFocus()
    qtbot.keyClicks(resume, "abc")
    open_item(room, settled, "Dagsorden")
    resume.undo()
    assert resume.toPlainText() == ""
    open_item(room, settled, "Tolkning")
    resume.undo()
    assert resume.toPlainText() == "Kort."


def test_choices_and_minutes_are_kept_and_the_overrun_stands_where_it_happens(qtbot, room, settled, store):
    editor = open_item(room, settled, "Tolkning")
    settled(lambda: (editor.form.inputs["minutes"].setValue(162), editor.form.hand_on()))
    qtbot.waitUntil(lambda: room.agenda_view.list.agenda.lines[1].over == "12 minutes over 12:00")
    lines = room.agenda_view.list.agenda.lines
    assert [line.is_late for line in lines] == [False, False, True]
    assert "27 minutes over 12:00" in room.agenda_view.clock.accessibleName()


def test_an_owner_is_found_by_a_part_of_the_name(qtbot, room, settled, store):
    editor = open_item(room, settled, "Tolkning")
    qtbot.waitUntil(lambda: bool(editor.owner._by_line))
    editor.owner.setFocus()
    qtbot.keyClicks(editor.owner, "formand prøve")
    settled(lambda: qtbot.keyClick(editor.owner, Qt.Key.Key_Return))
    settled(editor.form.hand_on) if editor.form.is_waiting else None
    qtbot.waitUntil(lambda: "Formand Prøve" in room.agenda_view.list.as_text())
    settled(lambda: (editor.owner.choose(None), editor.form.hand_on()))
    qtbot.waitUntil(lambda: "Formand Prøve" not in room.agenda_view.list.as_text())


def test_an_empty_title_is_refused_at_the_field_and_stays_in_it(qtbot, room, settled, store, meeting_id):
    editor = open_item(room, settled, "Tolkning")
    settled(lambda: (editor.title.setText(" "), editor.form.hand_on()))
    assert editor.form._wrong["title"].text() == "Give the item a title."
    assert editor.state.text() == "Not saved"
    assert stored(store, meeting_id)[1][0] == "Tolkning"
    settled(lambda: (editor.title.setText("Bedre"), editor.form.hand_on()))
    assert editor.form._wrong["title"].isHidden()


def test_a_new_item_comes_behind_the_chosen_one_ready_to_be_named(qtbot, room, settled):
    open_item(room, settled, "Dagsorden")
    qtbot.keyClick(room.agenda_view.list, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "New item", "Tolkning", "Eventuelt"])
    editor = room.agenda_view.pane.editor
    qtbot.waitUntil(lambda: editor.title.selectedText() == "New item")


def test_alt_and_arrows_move_an_item_and_ctrl_z_moves_it_back(qtbot, room, settled):
    open_item(room, settled, "Tolkning")
    qtbot.keyClick(room.agenda_view.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(room) == ["Tolkning", "Dagsorden", "Eventuelt"])
    qtbot.waitUntil(lambda: bool(room.agenda_view.undoing._done))
    room.agenda_view.list.setFocus()
    settled(room.agenda_view._on_undo)
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "Tolkning", "Eventuelt"])


def test_an_item_is_dragged_to_its_place(qtbot, room, settled):
    items = room.agenda_view.list
    mime = QMimeData()
    mime.setData(LINE_MIME, str(item_id(room, "Eventuelt")).encode())
    assert items.agenda.mimeTypes() == [LINE_MIME]

    class Drop(QDropEvent):
        def source(self):
            return items

    drop = Drop(
        QPointF(40, 2),
        Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    items.dropEvent(drop)
    qtbot.waitUntil(lambda: titles(room) == ["Eventuelt", "Dagsorden", "Tolkning"])


def test_a_removed_item_comes_back_with_its_papers(qtbot, room, settled, store, meeting_id):
    open_item(room, settled, "Tolkning")
    qtbot.keyClick(room.agenda_view.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "Eventuelt"])
    message = room.said[-1]
    assert (message.text, message.action) == ("“Tolkning” was removed.", "Undo")
    settled(message.call)
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "Tolkning", "Eventuelt"])
    assert stored(store, meeting_id)[1] == ("Tolkning", 45, 2)
    message.call()
    assert titles(room) == ["Dagsorden", "Tolkning", "Eventuelt"]


def test_the_menu_duplicates_and_carries_to_the_next_meeting(qtbot, room, settled):
    wanted = item_id(room, "Tolkning")
    menu = {action.data()[0]: action for action in room.agenda_view.menu(wanted).actions()}
    menu["duplicate"].trigger()
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "Tolkning", "Tolkning", "Eventuelt"])
    menu = {action.data()[0]: action for action in room.agenda_view.menu(wanted).actions()}
    menu["carry"].trigger()
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "Tolkning", "Eventuelt"])
    assert room.said[-1].text == "“Tolkning” was carried to the next meeting."
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: len(titles(room)) == 4)


def test_what_two_wrote_in_different_fields_is_kept_side_by_side(qtbot, room, settled, desk, store):
    editor = open_item(room, settled, "Tolkning")
    wanted = editor.item.id
    editor.form.inputs["resume"].setPlainText("Mit resumé.")
    desk.do(edit_item, item_id=wanted, version=version_of(store, wanted), recommendation="Deres indstilling.")
    settled(editor.form.hand_on)
    qtbot.waitUntil(lambda: editor.drafts.draft(wanted).is_clean)
    with store.read() as session:
        item = session.get(AgendaItem, wanted)
        assert (item.resume, item.recommendation) == ("Mit resumé.", "Deres indstilling.")
    assert editor.form.inputs["recommendation"].toPlainText() == "Deres indstilling."
    assert editor.conflicts == {}


@pytest.mark.parametrize(
    ("button", "kept"),
    [("keep_mine", "Mit."), ("take_theirs", "Deres."), ("keep_both", "Deres.\n\nMit.")],
)
def test_what_two_wrote_in_one_field_stands_in_sight_until_one_decides(qtbot, room, settled, desk, store, button, kept):
    editor = open_item(room, settled, "Tolkning")
    wanted = editor.item.id
    editor.form.inputs["resume"].setPlainText("Mit.")
    desk.do(edit_item, item_id=wanted, version=version_of(store, wanted), resume="Deres.")
    settled(editor.form.hand_on)
    qtbot.waitUntil(lambda: "resume" in editor.conflicts)
    card = editor.conflicts["resume"]
    assert card.theirs.toPlainText() == "Deres."
    assert editor.form.inputs["resume"].toPlainText() == "Mit."
    with store.read() as session:
        assert session.get(AgendaItem, wanted).resume == "Deres."
    getattr(card, button).click()
    qtbot.waitUntil(lambda: editor.drafts.draft(wanted).is_clean)
    assert editor.form.inputs["resume"].toPlainText() == kept
    with store.read() as session:
        assert session.get(AgendaItem, wanted).resume == kept
    assert editor.conflicts == {}


def test_an_item_removed_by_somebody_else_gives_the_text_back(qtbot, room, settled, desk, store, meeting_id):
    editor = open_item(room, settled, "Tolkning")
    wanted = editor.item.id
    editor.form.inputs["resume"].setPlainText("En lang tekst.")
    desk.do(remove_item, item_id=wanted, version=version_of(store, wanted))
    editor.form.hand_on()
    qtbot.waitUntil(lambda: any(message.action == "Put it back" for message in room.said))
    message = next(message for message in room.said if message.action == "Put it back")
    settled(message.call)
    qtbot.waitUntil(lambda: "Tolkning" in titles(room))
    with store.read() as session:
        back = session.get(AgendaItem, item_id(room, "Tolkning"))
        assert (back.resume, back.recommendation) == ("En lang tekst.", "at ...")


def test_what_others_add_comes_by_itself_and_the_open_item_stays(qtbot, room, settled, desk, meeting_id):
    open_item(room, settled, "Tolkning")
    desk.do(add_item, meeting_id=meeting_id, title="Fra en kollega", position=0)
    qtbot.waitUntil(lambda: titles(room)[0] == "Fra en kollega")
    assert room.agenda_view.pane.editor.title.text() == "Tolkning"
    qtbot.waitUntil(lambda: room.agenda_view.pane.editor.number.text() == "Item 3")


def test_the_agenda_of_a_cancelled_meeting_can_only_be_read(qtbot, room, settled, desk, meeting_id):
    desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="Sne")
    qtbot.waitUntil(lambda: not room.agenda_view.is_open)
    editor = room.agenda_view.pane.editor
    qtbot.waitUntil(editor.title.isReadOnly)
    assert room.agenda_view.add.isHidden()
    assert room.steps.said()[0] == "Cancelled: Sne"
    room.agenda_view.add_item()
    assert titles(room) == ["Dagsorden", "Tolkning", "Eventuelt"]


def test_an_empty_agenda_teaches(qtbot, room, settled, desk, store, meeting_id):
    for line in room.agenda_view.list.agenda.lines:
        desk.do(remove_item, item_id=line.id, version=version_of(store, line.id))
    qtbot.waitUntil(lambda: titles(room) == [])
    assert room.agenda_view.list_pile.currentWidget() is room.agenda_view.empty
    room.agenda_view.empty.start.click()
    qtbot.waitUntil(lambda: titles(room) == ["New item"])


def test_an_agenda_is_filled_with_what_is_missing_and_that_is_taken_back(qtbot, room, settled, store):
    settled(room.agenda_view.fill.click)
    review = "Yearly review: does the group have the right members?"
    filled = ["Dagsorden", "Tolkning", "Exchange of information", review, "Eventuelt"]
    qtbot.waitUntil(lambda: titles(room) == filled)
    assert room.said[-1].text == "The agenda was filled with what was missing."
    settled(room.agenda_view.fill.click)
    assert room.said[-1].text == "Nothing is missing: every standing item is on the agenda."
    settled(room.agenda_view.undoing.undo)
    qtbot.waitUntil(lambda: titles(room) == ["Dagsorden", "Tolkning", "Eventuelt"])


def test_the_next_deadlines_stand_below_the_steps(room):
    assert room.deadlines.words()[0].startswith("Invitation by")
    assert room.deadlines.isVisible()
