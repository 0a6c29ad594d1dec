"""A form: labels are buddies, what is typed is handed on by itself, the wrong field says so where it stands."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from tests.ui import accessibility
from ui.forms import Check, Choice, Day, Form, LongText, Number, Text, Time
from ui.language import use_language

FIELDS = (
    Text("title", "Title", at_most=20, help="Short and clear."),
    LongText("about", "What it is about", lines=3),
    Choice("label", "May read", 6, choices=(("open", "Everyone"), ("internal", "Members"))),
    Number("minutes", "Minutes", 6, at_most=90, unit="min"),
    Day("day", "Day", 6, today=dt.date(2026, 11, 21)),
    Time("starts", "Begins", 6),
    Check("standing", "Every meeting"),
)
VALUES = {
    "title": "Tolke",
    "about": "Hvem betaler?",
    "label": "internal",
    "minutes": 30,
    "day": dt.date(2026, 12, 3),
    "starts": dt.time(9, 30),
    "standing": True,
}


@pytest.fixture
def form(qtbot):
    made = Form(FIELDS)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.fill(VALUES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_is_filled_in_can_be_read_back(form):
    assert form.values() == VALUES


def test_filling_in_is_no_edit(form, qtbot):
    with qtbot.assertNotEmitted(form.edited):
        form.fill({"title": "Andet", "minutes": 5})
        form.hand_on()


def test_everybody_can_use_it(form):
    assert accessibility.faults(form) == []
    labels = [label for label in form.findChildren(QLabel) if label.text() == "Title"]
    assert labels[0].buddy() is form.inputs["title"]


def test_typing_is_handed_on_within_a_second(form, qtbot):
    with qtbot.waitSignal(form.edited, timeout=20_000) as told:
        qtbot.keyClicks(form.inputs["title"], "!")
    assert told.args == ["title", "Tolke!"]
    assert not form.is_waiting


def test_leaving_a_field_hands_it_on_at_once(form, qtbot):
    form.inputs["about"].setFocus()
    qtbot.keyClicks(form.inputs["about"], "x")
    assert form.is_waiting
    with qtbot.waitSignal(form.edited, timeout=200) as told:
        form.inputs["title"].setFocus()
    assert told.args[0] == "about"


def test_a_choice_and_a_number_are_edits_too(form):
    heard = []
    form.edited.connect(lambda name, value: heard.append((name, value)))
    form.inputs["label"].setCurrentIndex(0)
    form.inputs["minutes"].setValue(45)
    form.hand_on()
    assert heard == [("label", "open"), ("minutes", 45)]


def test_an_answer_from_the_desk_does_not_wipe_out_what_is_being_typed(form, qtbot):
    field = form.inputs["title"]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, " og penge")
    form.fill({"title": "Tolke"})
    assert field.text() == "Tolke og penge"
    form.hand_on()
    form.fill({"title": "Tolke (2)"})
    assert field.text() == "Tolke (2)"


def test_the_wrong_field_says_so_where_it_stands(form):
    form.mark("title", "Give the item a title.")
    field = form.inputs["title"]
    assert field.property("wrong")
    assert field.accessibleDescription() == "Give the item a title."
    assert [
        label.text() for label in form.findChildren(QLabel) if label.property("kind") == "wrong" and label.isVisible()
    ]
    form.clear_marks()
    assert not field.property("wrong")
    assert field.accessibleDescription() == "Short and clear."


def test_undo_reaches_back_over_a_fill(form, qtbot):
    field = form.inputs["about"]
    assert isinstance(field, QPlainTextEdit)
    form.fill({"about": "Noget andet"})
    field.undo()
    assert field.toPlainText() == "Hvem betaler?"


def test_tab_leaves_a_long_text(form, qtbot):
    form.inputs["about"].setFocus()
    qtbot.keyClick(form.inputs["about"], Qt.Key.Key_Tab)
    assert form.inputs["about"].toPlainText() == "Hvem betaler?"


def test_nobody_writes_in_a_form_that_is_read_only(form):
    form.set_read_only(True)
    assert form.inputs["title"].isReadOnly()
    assert not form.inputs["label"].isEnabled()
    form.set_read_only(False)
    assert form.inputs["label"].isEnabled()


def test_days_and_times_are_written_the_way_of_the_language(qtbot):
    use_language("da")
    made = Form(FIELDS)
    qtbot.addWidget(made)
    made.fill(VALUES)
    assert made.inputs["day"].line.text() == "3. dec. 2026"
    assert made.inputs["day"].understood() == ("torsdag",)
    assert made.inputs["starts"].text() == "9.30"


def test_a_day_is_typed_handed_on_and_refused_where_it_stands(form, qtbot):
    line = form.inputs["day"].line
    line.setFocus()
    line.selectAll()
    with qtbot.waitSignal(form.edited, timeout=20_000) as told:
        qtbot.keyClicks(line, "3/3")
    assert told.args == ["day", dt.date(2027, 3, 3)]
    heard = []
    form.edited.connect(lambda name, value: heard.append((name, value)))
    line.selectAll()
    qtbot.keyClicks(line, "soon")
    assert not line.property("wrong")
    form.inputs["title"].setFocus()
    assert line.property("wrong")
    assert form._wrong["day"].text() == "“soon” is not a day: write it as 3 March, 3/3, week 12 or next Friday."
    assert line.accessibleDescription() == form._wrong["day"].text()
    assert heard == []
    assert not form.can_be_read()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, "friday week 12")
    assert not line.property("wrong")
    assert form.can_be_read()
    assert form.values()["day"] == dt.date(2027, 3, 26)
    line.clear()
    assert not form.can_be_read()
    assert form._wrong["day"].text() == "Write a day, such as 3/3, week 12 or next Friday."
    form.fill({"day": dt.date(2026, 12, 3)}, of="another")
    assert form._wrong["day"].text() == ""


def test_what_nobody_can_write_in_looks_so_and_asks_for_nothing(qtbot):
    made = Form((Text("title", "Title", hint="Short and clear"), Text("place", "Place", hint="Where")))
    qtbot.addWidget(made)
    made.show()
    title, place = made.inputs["title"], made.inputs["place"]

    def ground(field):
        return field.grab().toImage().pixelColor(field.width() - 8, field.height() // 2)

    before = ground(title)
    made.set_read_only(is_read_only=True, names=("title",))
    assert (title.placeholderText(), place.placeholderText()) == ("", "Where")
    assert ground(title) != before
    assert ground(place) == before
    made.set_read_only(is_read_only=False)
    assert title.placeholderText() == "Short and clear"
    assert ground(title) == before


def test_words_longer_than_their_field_are_read_from_their_beginning(form):
    line = form.inputs["title"]
    line.setFixedWidth(90)
    form.fill({"title": "Akutmodtagelsen i"}, of="another")
    assert line.cursorPosition() == 0
    line.setFocus()
    line.setCursorPosition(len(line.text()))
    line.clearFocus()
    assert line.cursorPosition() == len(line.text()), "another window may be in front for a while"
    line.setFocus()
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert line.cursorPosition() == 0
