"""Finds of the leak alarm in the window: taken out or kept with a reason, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

from referral_desk.guard.personal_data import finds
from tests.ui.accessibility import faults
from ui.widgets.growing_text import GrowingText
from ui.widgets.leak_list import LeakList, leak, underline, without

TEXT = "Vi mødtes. Sagen om 120385-1234 er svær, ring 20 45 30 44. Slut."


def leaks(text=TEXT, field="problem"):
    return [leak(field, "Problem", text, find) for find in finds(text)]


@pytest.fixture
def shown(qtbot):
    view = LeakList()
    qtbot.addWidget(view)
    view.show_leaks(leaks())
    view.resize(520, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def keep(qtbot, line, reason):
    qtbot.mouseClick(line.keep, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line.reason, reason)
    qtbot.keyClick(line.reason, Qt.Key.Key_Return)


def test_each_find_stands_in_its_sentence_with_its_words_hidden(shown):
    first, second = shown.lines()
    assert first.sentence.accessibleName() == "Sagen om 120385-•••• er svær, ring •• •• •• ••."
    assert not any(word in line.sentence.text() for line in shown.lines() for word in ("1234", "30 44"))
    assert "Vi mødtes" not in first.sentence.text()
    assert second.sentence.accessibleName().endswith("ring 20 4• •• ••.")
    assert not shown.is_settled()
    assert faults(shown) == []


def test_what_is_taken_out_leaves_the_text_and_the_next_find_stands_where_it_was(qtbot, shown):
    with qtbot.waitSignal(shown.changed), qtbot.waitSignal(shown.removed) as told:
        qtbot.mouseClick(shown.lines()[0].remove, Qt.MouseButton.LeftButton)
    assert told.args == ["problem", "Vi mødtes. Sagen om er svær, ring 20 45 30 44. Slut."]
    [line] = shown.lines()
    assert line.remove.hasFocus()
    with qtbot.waitSignal(shown.removed) as told:
        qtbot.keyClick(line.remove, Qt.Key.Key_Space)
    assert told.args == ["problem", "Vi mødtes. Sagen om er svær, ring. Slut."]
    assert shown.is_settled()
    assert shown.keeps() == ()


def test_what_is_kept_needs_a_reason_and_can_be_decided_again(qtbot, shown):
    first, second = shown.lines()
    qtbot.mouseClick(first.keep, Qt.MouseButton.LeftButton)
    assert first.reason.hasFocus()
    assert not first.done.isEnabled()
    qtbot.keyClick(first.reason, Qt.Key.Key_Return)
    assert shown.keeps() == ()
    qtbot.keyClick(first.reason, Qt.Key.Key_Escape)
    assert first.keep.hasFocus()
    keep(qtbot, first, "Et journalnummer")
    assert shown.keeps() == (("problem", "120385-1234", "Et journalnummer"),)
    assert second.remove.hasFocus()
    keep(qtbot, second, "Vagten")
    assert shown.is_settled()
    assert faults(shown) == []
    qtbot.mouseClick(first.back, Qt.MouseButton.LeftButton)
    assert not shown.is_settled()
    assert first.choice.isVisible()


def test_finds_shown_anew_keep_the_reasons_for_the_same_words(qtbot, shown):
    keep(qtbot, shown.lines()[0], "Et journalnummer")
    shown.show_leaks(leaks("Nyt. " + TEXT) + leaks(field="proposal"))
    assert shown.keeps() == (("problem", "120385-1234", "Et journalnummer"),)
    assert len(shown.lines()) == 4


def test_without_finds_there_is_nothing_to_see(shown):
    shown.show_leaks([])
    assert shown.is_settled()
    assert shown.isHidden()


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [("a bb c", "bb", "a c"), ("a bb.", "bb", "a."), ("bb c", "bb", " c"), ("a bb", "bb", "a"), ("(bb)", "bb", "()")],
)
def test_no_blank_is_left_over_where_words_were(text, words, left):
    start = text.index(words)
    assert without(text, start, start + len(words))[0] == left


def test_waves_stand_under_the_words_also_behind_letters_that_qt_counts_twice(qtbot):
    field = GrowingText()
    qtbot.addWidget(field)
    field.setPlainText("😀 ring 20 45 30 44 nu")
    text = field.toPlainText()
    underline(field, [(find.start, find.end) for find in finds(text)])
    [wave] = field.extraSelections()
    assert wave.cursor.selectedText() == "20 45 30 44"
    assert wave.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert not field.document().isModified()
    underline(field, [])
    assert field.extraSelections() == []


def test_the_list_goes_with_its_page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    view = LeakList(page)
    view.show_leaks(leaks())
    assert view.parentWidget() is page
