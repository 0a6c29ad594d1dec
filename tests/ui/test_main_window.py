"""The window opens places, goes back and forward, finds by letters, and is built anew where one was."""

import datetime as dt

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton

from referral_desk.errors import Unavailable
from referral_desk.models import AgendaItem, Meeting
from tests.builders import a_case, a_group, a_meeting, a_person, an_item
from tests.ui import accessibility
from ui.language import language
from ui.main_window import HOME, PAGES_KEPT, MainWindow
from ui.memory import recall_list
from ui.messages import Message
from ui.places import Place
from ui.preferences import preferences
from ui.registry import ENTRIES, entries, entry_for
from ui.theme import DARK, Mode, theme


@pytest.fixture
def window(qtbot, bridge, store, settled):
    with store.write() as session:
        region = a_group("RG6 København", place="København", meetings_per_year=4)
        session.add_all([region, a_meeting(region, day=dt.date(2026, 12, 3)), a_person("Solveig Kælder")])
        session.add(a_case(region, "Ventetid på tolk", number=7))
    made = MainWindow(bridge)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.open_place(HOME)
    settled(made.show)
    qtbot.waitExposed(made)
    return made


def test_every_page_of_the_navigation_can_be_opened(window, qtbot, bridge):
    for entry in entries():
        if entry.section:
            window.open_place(Place(entry.key))
            qtbot.waitUntil(lambda: not bridge.is_busy)
            assert window.page.title()
            assert window.top.crumbs.here.whole() == window.page.title()


def test_every_registered_page_has_a_name_and_its_icon():
    assert len({entry.key for entry in ENTRIES}) == len(ENTRIES)
    assert all(entry.icon for entry in ENTRIES if entry.section)
    assert entry_for("no such page") is None


def test_a_page_that_does_not_exist_is_said_not_failed(window):
    window.open_place(Place("reports", 3))
    assert window.banner.text.text() == "That page is not part of this version."
    assert window.history.present == HOME


def test_back_and_forward(window, qtbot):
    window.open_place(Place("settings"))
    assert window.navigation.buttons["settings"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.history.present == HOME
    assert window.navigation.buttons["board"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.history.present == Place("settings")
    assert not window.top.forward_button.isEnabled()


def test_a_refusal_stands_in_the_banner(window, bridge):
    bridge.failed.emit(
        Unavailable("{place} is busy with another task. Nothing was changed: try again in a moment.", place="X")
    )
    assert window.banner.text.text().startswith("X is busy")


def test_pages_are_kept_but_not_for_ever(window, bridge, qtbot):
    for number in range(12):
        window.history.visit(Place("settings", number))
        window._show(Place("settings", number))
    assert len(window.pages) <= 9
    assert HOME.subject in window.pages
    qtbot.waitUntil(lambda: not bridge.is_busy)


def find(window, qtbot, bridge, typed):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not bridge.is_busy)
    window.palette_view.field.setText(typed)
    return [offer.title for offer in window.palette_view.shown()]


def test_a_few_letters_find_a_group_a_meeting_a_person_a_case_and_a_command(window, qtbot, bridge):
    assert find(window, qtbot, bridge, "kobenh")[0] == "RG6 København"
    window.palette_view.field.setText("december")
    assert [offer.title for offer in window.palette_view.shown()] == ["RG6 København, 3 Dec 2026"]
    window.palette_view.field.setText("kaelder")
    assert [offer.title for offer in window.palette_view.shown()] == ["Solveig Kælder"]
    window.palette_view.field.setText("2026-0007")
    (offer,) = window.palette_view.shown()
    assert (offer.title, offer.kind, offer.place.page) == ("Ventetid på tolk", "Case", "case")
    window.palette_view.field.setText("dark")
    assert "Dark theme" in [offer.title for offer in window.palette_view.shown()]
    window.palette_view.field.setText("qqqq")
    assert window.palette_view.nothing.isVisible()


def test_the_palette_is_used_with_the_keyboard_alone(window, qtbot, bridge):
    find(window, qtbot, bridge, "go to")
    field = window.palette_view.field
    first = window.palette_view.list.currentIndex().row()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert window.palette_view.list.currentIndex().row() == first + 1
    qtbot.keyClick(field, Qt.Key.Key_Up)
    field.setText("settings")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.history.present == Place("settings")
    assert not window.palette_view.isVisible()
    assert recall_list("palette/recent") == ["go/settings"]
    find(window, qtbot, bridge, "")
    assert window.palette_view.shown()[0].key == "go/settings"
    assert window.palette_view.shown()[1].title == "RG6 København, 3 Dec 2026"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not window.palette_view.isVisible()


def test_the_palette_can_be_used_by_everybody(window, qtbot, bridge):
    find(window, qtbot, bridge, "")
    assert accessibility.faults(window.palette_view) == []


def test_a_click_beside_the_palette_closes_it(window, qtbot, bridge):
    find(window, qtbot, bridge, "")
    qtbot.mouseClick(window.palette_view, Qt.MouseButton.LeftButton, pos=window.palette_view.rect().bottomLeft())
    assert not window.palette_view.isVisible()


def test_the_language_changes_without_a_restart(window, qtbot, bridge):
    window.open_place(Place("settings"))
    window.banner.tell(Message("Still unread."))
    preferences().speak("da")
    qtbot.waitUntil(lambda: window.page.title() == "Indstillinger")
    assert language() == "da"
    assert window.history.present == Place("settings")
    assert window.banner.text.text() == "Still unread."
    assert window.navigation.buttons["board"].text().strip() == "Overblik"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.history.present == HOME
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_what_a_message_takes_back_is_taken_back_in_another_language_too(window, qtbot, bridge, store):
    with store.write() as session:
        meeting = session.query(Meeting).one()
        item = an_item(meeting, "Tolkning")
        session.flush()
        meeting_id, item_id = meeting.id, item.id

    def items():
        with store.read() as session:
            return session.query(AgendaItem).count()

    window.open_place(Place("meeting", meeting_id, "agenda"))
    qtbot.waitUntil(lambda: not bridge.is_busy)
    before = window.page
    before.agenda_view.doing.remove(item_id)
    qtbot.waitUntil(lambda: window.banner.action.text() == "Undo")
    assert items() == 0
    preferences().speak("da")
    qtbot.waitUntil(lambda: window.page is not before)
    qtbot.waitUntil(lambda: not bridge.is_busy)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(before)
    window.banner.action.click()
    qtbot.waitUntil(lambda: items() == 1)
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_the_theme_and_the_text_size_change_without_a_restart(window, qtbot, bridge):
    before = window.page
    preferences().look(Mode.DARK)
    qtbot.waitUntil(lambda: window.page is not before)
    assert theme().colours is DARK
    before = window.page
    command = next(command for command in window.commands() if command.key == "text/larger")
    command.call()
    qtbot.waitUntil(lambda: window.page is not before)
    assert preferences().text_size == 110
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_f6_goes_through_the_parts_of_the_window(window, qtbot):
    window.navigation.buttons["board"].setFocus()
    visited = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        visited.append(next(pane for pane in window.panes() if pane.isAncestorOf(window.focusWidget())))
    assert visited == [window.top, window.page, window.navigation]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.page.isAncestorOf(window.focusWidget())


def test_the_navigation_folds_and_unfolds(window):
    wide = window.navigation.width()
    window.navigation.folder.click()
    assert window.navigation.width() < wide
    assert window.navigation.buttons["board"].toolTip() == "Board"
    assert accessibility.faults(window.navigation) == []
    window.navigation.folder.click()
    assert window.navigation.width() == wide


def test_counts_of_what_waits_stand_side_by_side(window):
    window._on_waits("board", 4)
    window._on_waits("groups", 2)
    assert window.navigation.buttons["board"].count == 4
    assert accessibility.name_of(window.navigation.buttons["groups"]) == "Groups, 2 waiting"


def test_a_narrow_window_folds_by_itself(window, qtbot):
    window.resize(760, 700)
    qtbot.waitUntil(lambda: window.navigation._is_folded)
    assert not window.top.keys.isVisible()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not window.navigation._is_folded)


def test_another_day_is_seen_on_every_page_that_follows_it(window, qtbot, bridge):
    window.top.as_of.set_day(dt.date(2026, 1, 15))
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert window.page.as_of == dt.date(2026, 1, 15)
    window.open_place(Place("settings"))
    assert not window.top.as_of.isVisible()


def test_the_frame_can_be_used_by_everybody(window):
    for part in (window.navigation, window.top):
        assert accessibility.faults(part) == []


def test_the_settings_change_what_they_say(window, qtbot, bridge):
    window.open_place(Place("settings"))
    assert accessibility.faults(window.page) == []
    form = window.page.section("look").form
    combo = form.inputs["theme"]
    combo.setCurrentIndex(combo.findData(Mode.DARK))
    form.hand_on()
    assert theme().mode is Mode.DARK
    qtbot.waitUntil(lambda: not window._is_rebuilding)
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_a_page_that_was_forgotten_is_as_one_left_it_unless_another_view_of_it_is_asked_for(window, qtbot, bridge):
    def forget():
        for entry in [entry for entry in entries() if entry.section and entry.key != "cases"][:PAGES_KEPT]:
            window.open_place(Place(entry.key))
            qtbot.waitUntil(lambda: not bridge.is_busy)
        assert ("cases", None) not in window.pages

    window.open_place(Place("cases", view="lanes"))
    window.page.bar.field.show_query("tolk")
    forget()
    window.open_place(Place("cases", view="list"))
    assert (window.page.bar.view, window.page.bar.field.text()) == ("list", "tolk")
    window.page.bar.segments.choose("lanes")
    forget()
    window.open_place(Place("cases", view="list"))
    assert window.page.bar.view == "lanes"
    qtbot.waitUntil(lambda: not bridge.is_busy)


def begun_case(window, qtbot, bridge):
    """Somebody begins to write a case down; gives the form and its field."""
    window.open_place(Place("cases"))
    qtbot.waitUntil(lambda: not bridge.is_busy)
    window.page.open_new()
    form = window.page.form
    qtbot.keyClicks(form.name, "Ventetid")
    form.kind.setCurrentIndex(0)
    return form


def test_a_form_in_which_one_writes_outlives_another_language_and_theme_and_then_speaks_it(window, qtbot, bridge):
    form = begun_case(window, qtbot, bridge)
    preferences().speak("da")
    preferences().look(Mode.DARK)
    qtbot.waitUntil(lambda: not window._is_rebuilding)
    assert window.page.form is form
    qtbot.waitUntil(form.isVisible)
    assert (form.name.text(), form.kind.currentIndex()) == ("Ventetid", 0)
    assert window.focusWidget() is form.name
    window.open_place(Place("board"))
    window.open_place(Place("cases"))
    assert window.page.form is form
    form.cancelled.emit()
    qtbot.waitUntil(lambda: not window._is_rebuilding)
    assert window.page.title().startswith("Sager")
    assert window.page.form is None
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_a_page_with_a_form_in_which_one_writes_is_not_forgotten_and_not_closed_over(window, qtbot, bridge):
    window.open_place(Place("directory", view="people"))
    qtbot.waitUntil(lambda: not bridge.is_busy)
    page = window.page
    page.open_new_person()
    qtbot.keyClicks(page.new_form.name, "Solveig")
    for entry in [entry for entry in entries() if entry.section and entry.key != "directory"][:PAGES_KEPT]:
        window.open_place(Place(entry.key))
        qtbot.waitUntil(lambda: not bridge.is_busy)
    window.close()
    assert window.isVisible()
    assert window.page is page
    assert page.new_form.name.text() == "Solveig"
    assert "not saved" in window.banner.text.text()
    page.new_form.cancelled.emit()
    window.close()
    assert not window.isVisible()


def test_another_theme_leaves_one_in_the_tab_where_one_was(window, qtbot, bridge):
    window.open_place(Place("settings", view="deadlines"))
    window.page.tabs.choose("desk")
    preferences().look(Mode.DARK)
    qtbot.waitUntil(lambda: not window._is_rebuilding)
    assert window.page.tabs.key() == "desk"
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_closing_keeps_the_sizes(window, tmp_path):
    from ui.memory import recall, use_memory  # noqa: PLC0415 - after the window's own

    use_memory(tmp_path)
    window.close()
    use_memory(tmp_path)
    assert recall("window/geometry")


def test_the_title_tells_nothing_of_the_desk(window):
    assert window.windowTitle() == "Referral Desk"
    assert window.findChildren(QPushButton)
