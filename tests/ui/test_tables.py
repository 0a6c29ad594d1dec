"""The one table: Qt's rules, Danish order, columns that are remembered, and what keyboards and screen readers get."""

import datetime as dt
from dataclasses import dataclass
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui import accessibility
from ui.memory import recall_list, use_memory
from ui.rows import Column, RowTable
from ui.tables import RowView
from ui.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class Place:
    id: int
    name: str
    people: int | None = None
    since: dt.date | None = None


COLUMNS = (
    Column("name", "Name", attrgetter("name"), is_strong=True),
    Column("people", "People", lambda row: str(row.people or ""), attrgetter("people"), is_number=True),
    Column("since", "Since", lambda row: str(row.since or ""), attrgetter("since"), is_hidden=True),
    Column("state", "State", lambda row: "Full" if row.people else "Empty", chip=lambda _row: ("Full", "good")),
)
ROWS = [Place(1, "Aarhus", 30), Place(2, "Ærø", 2), Place(3, "Zoo 10", None), Place(4, "Zoo 9", 5), Place(5, "Åbo", 9)]


@pytest.fixture
def table(qtbot):
    made = RowView("test/places", COLUMNS, "Places", EmptyState("tray", "No place yet."))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_rows(ROWS)
    made.show()
    return made


def names(table):
    return [line.split(" | ")[0] for line in table.as_text().splitlines()]


def test_the_model_keeps_qts_rules(qapp, qtmodeltester):
    model = RowTable(COLUMNS)
    watch = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (ROWS, [], ROWS[:1]):
        model.set_rows(rows)
        qtmodeltester.check(model)
    del watch


def test_words_stand_in_danish_order_and_numbers_in_theirs(table):
    table.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Zoo 9", "Zoo 10", "Ærø", "Åbo", "Aarhus"]  # "aa" is "å"
    table.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(table)[0] == "Aarhus"


def test_what_has_no_value_comes_last_whichever_way_one_sorts(table):
    table.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Ærø", "Zoo 9", "Åbo", "Aarhus", "Zoo 10"]
    table.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["Aarhus", "Åbo", "Zoo 9", "Ærø", "Zoo 10"]


def test_numbers_stand_at_the_right_and_cells_say_their_column(table):
    index = table.sorted.index(0, 1)
    assert Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "People: 30"
    assert accessibility.faults(table) == []


def test_enter_and_double_click_open_a_row(table, qtbot):
    table.choose(5)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table.table, Qt.Key.Key_Return)
    assert told.args[0].name == "Åbo"
    at = table.table.visualRect(table.sorted.index(1, 0)).center()
    qtbot.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args[0] == ROWS[1]


def test_the_chosen_row_stays_chosen_when_rows_come_anew(table):
    table.choose(3)
    table.set_rows([Place(9, "New"), *reversed(ROWS)])
    assert table.chosen_row().id == 3
    table.set_rows(ROWS[:1])
    assert table.chosen_row() is None


def test_without_rows_the_sentence_shows(table):
    table.set_rows([])
    assert table.empty.isVisible()
    assert not table.table.isVisible()


def test_a_filter_keeps_what_it_likes(table):
    table.like(lambda row: row.people is not None and row.people < 10)
    assert names(table) == ["Ærø", "Zoo 9", "Åbo"]
    table.like(None)
    assert len(names(table)) == 5


def test_columns_and_order_are_remembered(table, qtbot, tmp_path):
    use_memory(tmp_path)
    action = table.column_menu().actions()[2]
    action.trigger()
    table.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table._remember()
    again = RowView("test/places", COLUMNS, "Places", EmptyState("tray", "No place yet."))
    qtbot.addWidget(again)
    again.set_rows(ROWS)
    assert not again.table.isColumnHidden(2)
    assert names(again)[0] == "Aarhus"
    assert recall_list("table/test/places/columns") == [column.key for column in COLUMNS]


def test_a_state_of_other_columns_is_not_taken_up(table, qtbot):
    table._remember()
    other = RowView("test/places", COLUMNS[:2], "Places", EmptyState("tray", "No place yet."))
    qtbot.addWidget(other)
    assert other.table.columnWidth(1) == COLUMNS[1].width


def test_the_naming_column_cannot_be_hidden(table):
    menu = table.column_menu()
    assert not menu.actions()[0].isEnabled()
    assert menu.actions()[1].isEnabled()


def test_rows_paint_chosen_hovered_and_cut_off(table, qtbot):
    table.choose(2)
    table.table.setFocus()
    table.table.hovered = 0
    table.table.setColumnWidth(0, 20)
    assert not table.grab().isNull()
