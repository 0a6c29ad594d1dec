"""A page loads when it is shown, again when its areas change, and waits while it is hidden."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout

from referral_desk.desk import Changes
from ui.history import History
from ui.memory import recall, recall_bytes, recall_list, recall_number, remember, remember_list, save_memory, use_memory
from ui.page import Page
from ui.places import Place, wishes
from ui.widgets.day_input import DayInput


class Counting(Page):
    areas = frozenset({"meetings"})
    follows_as_of = True

    def __init__(self, bridge, place):
        super().__init__(bridge, place)
        self.loads = 0

    def reload(self):
        self.loads += 1


@pytest.fixture
def page(qtbot, bridge):
    made = Counting(bridge, Place("counting"))
    qtbot.addWidget(made)
    return made


def changed(*areas):
    return Changes("something", frozenset(areas))


def test_it_loads_when_it_is_first_shown(page):
    assert page.loads == 0
    page.show()
    page.hide()
    page.show()
    assert page.loads == 1


def test_it_loads_again_when_one_of_its_areas_changed(page, bridge):
    page.show()
    bridge.changed.emit(changed("people"))
    assert page.loads == 1
    bridge.changed.emit(changed("people", "meetings"))
    assert page.loads == 2


def test_hidden_it_waits_until_it_is_shown(page, bridge):
    page.show()
    page.hide()
    for _ in range(3):
        bridge.changed.emit(changed("meetings"))
    assert page.loads == 1
    page.show()
    assert page.loads == 2


def test_another_day_loads_it_again(page):
    page.show()
    page.see_as_of(dt.date(2013, 6, 1))
    page.see_as_of(dt.date(2013, 6, 1))
    assert page.loads == 2


def test_it_tells_where_to_go_and_what_to_say(page, qtbot):
    with qtbot.waitSignal(page.went) as told:
        page.go(Place("group", 3))
    assert told.args == [Place("group", 3)]
    with qtbot.waitSignal(page.told) as told:
        page.tell("Moved.", action="Undo", call=page.save_now)
    assert (told.args[0].text, told.args[0].action) == ("Moved.", "Undo")
    with qtbot.waitSignal(page.renamed):
        page.call_it("Region 2", "Fyn")
    assert page.title() == "Region 2"


def test_a_place_holds_ids_and_wishes():
    place = Place("meetings", wishes=wishes(group=3, state="held"))
    assert (place.wish("group"), place.wish("none", "x")) == ("3", "x")
    assert str(Place("meeting", 7, "pack")) == "meeting/7/pack"
    assert Place("meeting", 7).with_view("pack").subject == ("meeting", 7)


def test_history_goes_back_and_forward_like_a_browser():
    history = History()
    assert (history.present, history.back(), history.forward()) == (None, None, None)
    for key in ("board", "groups", "groups", "directory"):
        history.visit(Place(key))
    assert history.back() == Place("groups")
    assert history.back() == Place("board")
    assert history.forward() == Place("groups")
    history.visit(Place("settings"))
    assert not history.has_forward
    assert history.back() == Place("groups")
    history.replace(Place("groups", view="map"))
    assert history.present == Place("groups", view="map")


def test_tab_goes_through_a_page_as_one_reads_it_whenever_its_parts_were_made(qtbot, page):
    across, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
    page.body.addLayout(across)
    across.addLayout(left)
    across.addLayout(right)
    parts = {name: QLineEdit() for name in ("right", "left 2", "left 1", "hidden", "off", "above")}
    right.addWidget(parts["right"])
    for name in ("left 1", "hidden", "off", "left 2"):
        left.addWidget(parts[name])
    parts["hidden"].hide()
    parts["off"].setEnabled(False)
    day = DayInput("Day", dt.date(2026, 3, 3))
    right.addWidget(day)
    page.body.insertWidget(0, parts["above"])
    names = {part: name for name, part in parts.items()} | {day.line: "day"}
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    gone = []
    for key in (*[Qt.Key.Key_Tab] * 6, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        qtbot.keyClick(QApplication.focusWidget(), key)
        gone.append(names[QApplication.focusWidget()])
    assert gone == ["above", "left 1", "left 2", "right", "day", "above", "day", "right"]


def test_memory_keeps_sizes_between_two_starts(tmp_path):
    use_memory(tmp_path)
    remember("window/navigation", "folded")
    remember_list("palette/recent", ["group/3", "meeting/7"])
    save_memory()
    use_memory(tmp_path)
    assert recall("window/navigation") == "folded"
    assert recall_list("palette/recent") == ["group/3", "meeting/7"]
    remember("window/navigation", None)
    assert recall("window/navigation", "wide") == "wide"
    assert recall_number("window/text_size", 100) == 100
    assert recall_bytes("window/geometry").isEmpty()
    remember("window/geometry", "not base64")
    assert recall_bytes("window/geometry").isEmpty()
    use_memory(None)
    assert recall_list("palette/recent") == []
