"""The parts of the meeting page by themselves: lists, growing texts, searching, pages."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.agenda_list import AgendaList
from ui.widgets.agenda_model import AgendaLine
from ui.widgets.growing_text import GrowingText
from ui.widgets.paper_list import PaperList
from ui.widgets.paper_model import PaperLine
from ui.widgets.pdf_view import PdfView
from ui.widgets.running_clock import RunningClock, Stretch
from ui.widgets.search_choice import Option, SearchChoice
from ui.widgets.section_list import SectionHead, SectionLine, SectionList
from ui.widgets.tag_field import TagField


def an_agenda_line(number, **fields):
    return AgendaLine(number, str(number), f"Punkt {number}", "9.00", "5 min", ("Beslutning", "accent", ""), **fields)


def shown(qtbot, widget, width=400, height=300):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget


@pytest.mark.parametrize("kind", ["agenda", "papers", "sections"])
def test_the_models_keep_qts_rules_while_they_are_filled_and_emptied(qtbot, kind):
    if kind == "agenda":
        view = shown(qtbot, AgendaList("Dagsorden"))
        model, fill = view.agenda, [[an_agenda_line(1), an_agenda_line(2)], [an_agenda_line(2)], []]
        put = view.show_lines
    elif kind == "papers":
        view = shown(qtbot, PaperList("Bilag"))
        model, fill = view.papers, [[PaperLine(1, "1.1", "A", "PDF")], []]
        put = view.show_lines
    else:
        view = shown(qtbot, SectionList("Møder"))
        model, fill = view.sections, [[SectionHead("1. kvartal"), SectionLine(1, title="A")], []]
        put = view.show_entries
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for lines in fill:
        put(lines)
        assert model.rowCount() == len(lines)
    assert isinstance(tester.model(), QAbstractItemModel)


def test_a_text_grows_with_its_words_up_to_a_bound(qtbot):
    text = shown(qtbot, GrowingText(2, 6))
    least = text.height()
    text.setPlainText("\n".join("abcd"))
    assert text.height() > least
    tall = text.height()
    text.setPlainText("\n".join("a" * 40))
    assert text.height() > tall
    assert text.height() < least * 4


def test_each_record_has_its_own_undo(qtbot):
    text = shown(qtbot, GrowingText())
    text.show_text("et", "a")
    qtbot.keyClicks(text, "X")
    text.show_text("to", "b")
    text.undo()
    assert text.toPlainText() == "to" or text.toPlainText() == ""
    text.show_text("Xet", "a")
    text.undo()
    assert text.toPlainText() == "et"


def test_a_text_takes_words_but_no_files(qtbot):
    text = shown(qtbot, GrowingText())
    words, files = QMimeData(), QMimeData()
    words.setText("ord")
    files.setUrls([QUrl.fromLocalFile("/a.pdf")])
    files.setText("file:///a.pdf")
    assert text.canInsertFromMimeData(words)
    assert not text.canInsertFromMimeData(files)
    text.insertFromMimeData(files)
    text.insertFromMimeData(words)
    assert text.toPlainText() == "ord"


def test_a_choice_is_found_by_its_name_and_nothing_else_can_stand_in_the_line(qtbot):
    line = shown(qtbot, SearchChoice("Hvem?"))
    line.set_options([Option(1, "3F"), Option(2, "Reden", "NGO"), Option(3, "Reden", "Odense")])
    told = []
    line.chosen.connect(told.append)
    line.setFocus()
    qtbot.keyClicks(line, "3f")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.value(), line.text(), told) == (1, "3F", [1])
    line.setText("noget helt andet")
    line.editingFinished.emit()
    assert (line.value(), line.text()) == (1, "3F")
    line.setText("reden")
    line.editingFinished.emit()
    assert line.value() == 1
    line._on_activated("Reden · Odense")
    assert line.value() == 3
    line.choose(99)
    assert line.value() == 3
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert told[-1] is None
    line.show_value(7, "Nedlagt")
    assert line.text() == "Nedlagt"


def test_the_clear_button_empties_a_choice(qtbot):
    line = shown(qtbot, SearchChoice("Hvem?"))
    line.set_options([Option(1, "3F")])
    line.choose(1)
    assert line._clear.isVisible()
    line._clear.trigger()
    assert line.value() is None
    assert not line._clear.isVisible()


def test_several_are_chosen_and_removed(qtbot):
    field = shown(qtbot, TagField("tree-structure", "Tilføj"))
    field.set_options([Option(1, "1.1", "Plan"), Option(2, "1.2", "Plan")])
    told = []
    field.chosen.connect(told.append)
    field.search.choose(2)
    field.search.choose(1)
    field.search.choose(2)
    assert field.value() == (2, 1)
    field._lines[0].findChildren(type(field._lines[0].children()[-1]))[0].click()
    assert told == [(2,), (2, 1), (1,)]
    field.set_read_only(True)
    assert field.search.isHidden()


def test_the_clock_tells_the_item_under_the_mouse(qtbot):
    clock = shown(qtbot, RunningClock(), 300, 40)
    clock.show_clock(
        [Stretch(7, 60, "a"), Stretch(8, 60, "b")], 100, starts="9.00", ends="10.40", summary="sagt", over="20 over"
    )
    told = []
    clock.chosen.connect(told.append)
    qtbot.mouseClick(clock, Qt.MouseButton.LeftButton, pos=QPoint(250, 6))
    assert (told, clock.planned, clock.accessibleName()) == ([8], 120, "sagt")
    assert not clock.grab().isNull()


def test_headings_are_skipped_and_the_choice_stays(qtbot):
    view = shown(qtbot, SectionList("Møder"))
    entries = [SectionHead("A"), SectionLine(1, title="en"), SectionHead("B"), SectionLine(2, title="to")]
    view.show_entries(entries)
    for _step in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen_key() == 2
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen_key() == 1
    view.show_entries([SectionHead("A"), SectionLine(3, title="ny"), SectionLine(1, title="en")])
    assert view.chosen_key() == 1
    view.bring(3)
    view.bring("ingen")


def test_only_pages_in_sight_and_their_neighbours_are_asked_for(qtbot):
    view = shown(qtbot, PdfView("Side"), 400, 300)
    asked = []
    view.wanted.connect(lambda page, _width: asked.append(page))
    view.show_document([(595, 842)] * 200)
    qtbot.waitUntil(lambda: bool(asked))
    assert max(asked) <= 2
    asked.clear()
    view.turn_to(100)
    qtbot.waitUntil(lambda: bool(asked))
    assert min(asked) >= 98
    assert max(asked) <= 102
    assert view.page == 100


def test_old_pictures_are_let_go(qtbot):
    view = shown(qtbot, PdfView("Side"))
    view.show_document([(595, 842)] * 60)
    for page in range(60):
        view.show_picture(page, QImage(10, 14, QImage.Format.Format_RGB32))
    assert len(view._pictures) < 20
    view.show_picture(59, None)
    assert not view.grab().isNull()


def test_one_wide_page_does_not_make_the_others_small(qtbot):
    view = shown(qtbot, PdfView("Side"), 800, 400)
    view.show_document([(595, 842), (595, 842), (2000, 842)])
    usual, _again, wide = view._rects()
    assert usual.width() > 700
    assert wide.width() <= view.viewport().width()
    view.set_zoom(2.0)
    assert view.horizontalScrollBar().maximum() > 0


def test_a_list_that_may_not_be_changed_offers_no_dragging(qtbot):
    view = shown(qtbot, AgendaList("Dagsorden"))
    view.show_lines([an_agenda_line(1), an_agenda_line(2)])
    told = []
    view.moved.connect(lambda *moved: told.append(moved))
    view.setCurrentIndex(view.agenda.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told == [(1, 1)]
    view.agenda.may_move = False
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told == [(1, 1)]
    assert not view.agenda.flags(view.agenda.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
