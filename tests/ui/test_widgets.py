"""Small parts: what they say, how they are reached, what they open."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tests.ui import accessibility
from ui.icons import icon
from ui.places import Place
from ui.theme import MEDIUM, Mode, font, theme
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.date_field import AsOfField, CalendarPopup
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.page_header import PageHeader
from ui.widgets.pick_input import PickInput
from ui.widgets.progress_line import ProgressLine
from ui.widgets.quarter_cells import GridCell, GridLine
from ui.widgets.quarter_grid import QuarterGrid, QuarterModel
from ui.widgets.row_button import RowButton, RowLook
from ui.widgets.row_list import RowList
from ui.widgets.segments import Segments
from ui.widgets.stepper import Stepper
from ui.widgets.timeline import TimelineRow, TimelineStep

HEADS = ["Group", "1st", "2nd", "3rd", "4th"]


def cells_of(number):
    return tuple(
        GridCell(
            f"{q} May", note="Held", step=3, steps=8, place=Place("meeting", 10 * number + q), spoken=f"{number}.{q}"
        )
        for q in range(4)
    )


LINES = [
    GridLine(f"Region {number}", "Fyn", cells_of(number), Place("group", number), begins_tier=number == 2)
    for number in (1, 2, 3)
]


@pytest.fixture
def shown(qtbot):
    def show(widget, width=600, height=300):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


@pytest.fixture
def grid(shown):
    made = shown(QuarterGrid("Meetings of the year"), 900, 400)
    made.show_lines(HEADS, LINES, 4)
    return made


def test_a_quarter_with_something_to_say_gets_the_width_of_its_words(grid):
    words = "Waiting for the comments of two members"
    flagged = (GridCell("3 Feb", note=words, tone="warn", icon="clock"), *cells_of(1)[1:])
    before = grid.columnWidth(1)
    grid.show_lines(HEADS, [GridLine("Region 1", "", flagged)], 4)
    assert grid.columnWidth(1) > before
    face = QFontMetrics(font("note", MEDIUM))
    assert grid.columnWidth(1) - 37 >= face.horizontalAdvance(words)


def test_the_grid_keeps_qts_rules(qapp, qtmodeltester):
    model = QuarterModel()
    watch = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_lines(HEADS, LINES)
    qtmodeltester.check(model)
    model.set_lines([], [])
    qtmodeltester.check(model)
    del watch


def test_every_cell_of_the_grid_says_what_it_is(grid):
    assert accessibility.faults(grid) == []
    assert grid.lines.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "2.1"
    assert grid.lines.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Region 2. Fyn"


def test_a_cell_is_opened_by_mouse_and_by_keyboard(grid, qtbot):
    at = grid.visualRect(grid.lines.index(0, 3)).center()
    with qtbot.waitSignal(grid.opened) as told:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [Place("meeting", 12)]
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    with qtbot.waitSignal(grid.opened) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [Place("meeting", 22)]


def test_the_grid_shows_which_cell_is_under_the_mouse(grid, qtbot):
    qtbot.mouseMove(grid.viewport(), grid.visualRect(grid.lines.index(1, 1)).center())
    qtbot.waitUntil(lambda: grid.hovered == (1, 1))
    assert not grid.grab().isNull()


def test_where_one_stood_in_the_grid_stays_when_it_comes_anew(grid):
    grid.setCurrentIndex(grid.lines.index(2, 3))
    grid.show_lines(HEADS, LINES, -1)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 3)


def test_the_grid_scrolls_sideways_rather_than_cut_quarters_off(grid, qtbot):
    grid.resize(420, 400)
    widths = sum(grid.columnWidth(column) for column in range(5))
    assert widths > grid.viewport().width()
    assert min(grid.columnWidth(column) for column in range(1, 5)) >= 80


@pytest.fixture
def twice(qapp):
    """Text of twice the size."""
    theme().use(Mode.LIGHT, 200)
    yield
    theme().use(Mode.LIGHT)


def test_at_twice_the_text_size_the_icons_in_a_line_are_twice_as_wide_and_beside_its_words(twice, shown):
    line = shown(PickInput("x"), 400, 70)
    line.addAction(icon("magnifying-glass"), PickInput.ActionPosition.LeadingPosition)
    line.setText("abc")
    glass, clear = sorted(line.findChildren(QToolButton), key=QWidget.x)
    assert min(glass.width(), clear.width()) >= 32
    assert glass.geometry().right() <= line.cursorRect().left()
    theme().use(Mode.LIGHT)
    small = shown(PickInput("x"), 400, 70)
    assert small.findChild(QToolButton).width() < 32


def test_at_twice_the_text_size_no_note_is_cut_and_a_column_says_all_its_days_alike(twice, shown):
    def cells(third, fourth):
        calm = GridCell("tirs. 10. feb.", "10. feb.", "Afsluttet", "good", "check", is_calm=True)
        return (
            calm,
            GridCell("man. 11. maj", "11. maj", "Afsluttet", "good", "check", is_calm=True),
            GridCell("tirs. 29. sep.", "29. sep.", third, "warn", "clock", 5, 8, spoken=f"RG, 3. kvartal. {third}"),
            GridCell("man. 30. nov.", "30. nov.", fourth, "late", "warning", 2, 8, spoken=f"RG, 4. kvartal. {fourth}"),
        )

    told = (
        ("RG1 Nordjylland", "Ingen repræsentant", cells("Kommentarer", "Ikke udsendt")),
        ("National gruppe", "5 af 6 regioner repræsenteret", cells("Hos formand", "Ikke afsluttet")),
    )
    lines = [GridLine(*line, detail_tone="late") for line in told]
    grid = shown(QuarterGrid("x"), 1088, 600)
    grid.show_lines(HEADS, lines, 4)
    assert sum(grid.columnWidth(column) for column in range(5)) <= grid.viewport().width()
    for line in lines:
        for column, cell in enumerate(line.cells, 1):
            assert cell.note_lines(grid.columnWidth(column)) == [cell.note]
        assert "…" not in "".join(line.detail_lines(grid.columnWidth(0)))
    # A fault of two lines makes its own line taller, and no other.
    assert len(lines[1].detail_lines(grid.columnWidth(0))) == 2
    assert grid.rowHeight(1) > grid.rowHeight(0)
    assert grid.height() >= grid.rowHeight(0) + grid.rowHeight(1)
    assert grid.short_columns == {1, 2}


def test_a_note_without_room_goes_on_below_and_one_without_end_is_said_whole_by_tooltip_and_reader(twice, shown):
    long = "Ventet bilag er ikke kommet fra nogen af de seks regionale grupper endnu"
    row = (GridCell("10. feb.", note=long, tone="late", icon="warning", step=1, steps=8, spoken=f"RG. {long}"),)
    lines = [GridLine("RG1", "", row * 4), GridLine("RG2", "", (GridCell("3. feb.", note="Holdt"),) * 4)]
    grid = shown(QuarterGrid("x"), 900, 600)
    grid.show_lines(HEADS, lines, 4)
    said = row[0].note_lines(grid.columnWidth(1))
    assert len(said) == 2
    assert said[1].endswith("…")
    assert grid.rowHeight(0) > grid.rowHeight(1)
    at = grid.lines.index(0, 1)
    assert at.data(Qt.ItemDataRole.ToolTipRole) == at.data(Qt.ItemDataRole.AccessibleTextRole) == f"RG. {long}"
    assert not grid.grab().isNull()


def test_a_cell_draws_every_look(shown):
    grid = shown(QuarterGrid("x"), 700, 300)
    cells = (
        GridCell("Tue 3 Feb", note="Closed", tone="good", icon="check", is_calm=True, spoken="x"),
        GridCell("Tuesday 3 February", "3 Feb", "Late", "late", "warning", 2, 8, spoken="x"),
        GridCell("", note="Not planned", icon="calendar-plus", spoken="x"),
        GridCell("Tue 3 Feb", note="Held", more="+1", step=4, steps=8, spoken="x"),
    )  # fmt: skip
    for mode in (Mode.LIGHT, Mode.DARK):
        theme().use(mode)
        grid.show_lines(HEADS, [GridLine("A name that is far too long for its column", "x", cells)], 2)
        assert not grid.grab().isNull()


def test_a_row_says_all_its_words_and_is_pressed_by_enter(shown, qtbot):
    row = shown(
        RowButton(RowLook("Send the pack", "Region 2", "paper-plane-tilt-fill", "late", trailing="2 days late")),
        320,
        50,
    )
    assert accessibility.name_of(row) == "Send the pack. Region 2. 2 days late"
    row.setFocus()
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert row.heightForWidth(160) > row.heightForWidth(600)


def test_a_row_with_an_unknown_icon_is_refused_before_it_is_painted(qapp):
    with pytest.raises(KeyError):
        RowButton(RowLook("x", icon="no-such-icon"))


def test_arrows_go_from_row_to_row(shown, qtbot):
    rows = shown(RowList("Nothing.", 3))
    rows.set_rows([(RowLook(f"Row {n}", day=("26", "nov.")), n) for n in range(5)])
    first, second, _third = rows.buttons()
    qtbot.waitUntil(first.isVisible)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert rows.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert rows.focusWidget() is first


def test_a_list_shows_the_first_rows_and_the_rest_on_request(shown, qtbot):
    rows = shown(RowList("Nothing waits.", 3))
    assert rows.empty.isVisible()
    rows.set_rows([(RowLook(f"Row {n}", chip=("New", "info")), n) for n in range(5)])
    assert (len(rows.buttons()), rows.rest.text()) == (3, "Show 2 more")
    rows.rest.click()
    assert (len(rows.buttons()), rows.rest.text()) == (5, "Show fewer")
    with qtbot.waitSignal(rows.opened) as told:
        rows.buttons()[4].click()
    assert told.args == [4]
    assert accessibility.faults(rows) == []


def test_a_stepper_says_where_one_is(shown):
    stepper = shown(Stepper(["Planned", "Invited", "Held"], 1))
    assert accessibility.name_of(stepper) == "Step 2 of 3: Invited"
    stepper.show_steps(["Planned", "Invited", "Held"], 3)
    assert accessibility.name_of(stepper) == "Step 3 of 3: Held"
    assert not stepper.grab().isNull()


def test_a_chip_says_its_word(shown):
    chip = shown(Chip("3 papers missing", "warn"))
    assert accessibility.name_of(chip) == "3 papers missing"
    before = chip.sizeHint().width()
    chip.show_chip("Late", "late", "")
    assert chip.sizeHint().width() < before
    assert not chip.grab().isNull()


def test_a_cut_off_label_shows_its_whole_text_to_whoever_asks(shown):
    label = shown(ElidedLabel("Tværministeriel arbejdsgruppe mod menneskehandel"), 80, 30)
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole() == accessibility.name_of(label)
    label.resize(600, 30)
    assert label.text() == label.whole()
    assert label.toolTip() == ""


def test_tabs_are_chosen_by_arrow_and_by_key(shown, qtbot):
    tabs = shown(Segments([("agenda", "Agenda"), ("people", "People"), ("pack", "Pack")], "Views"))
    assert tabs.key() == "agenda"
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs.group.button(0), Qt.Key.Key_Left)
    assert told.args == ["pack"]
    tabs.choose("people")
    tabs.set_word("people", "People (3)")
    tabs.choose("unknown")
    assert tabs.key() == "people"
    assert accessibility.faults(tabs) == []


def test_an_empty_list_offers_one_thing_to_start(shown, qtbot):
    empty = shown(EmptyState("tray", "No meeting yet.", "Plan the first"))
    with qtbot.waitSignal(empty.started):
        empty.start.click()
    empty.say("Nothing fits the filter.")
    assert not empty.start.isVisible()


def test_the_day_one_looks_at_is_loud_when_it_is_not_today(shown, qtbot):
    today = dt.date(2026, 11, 21)
    field = shown(AsOfField(today))
    assert field.pick.text() == "As of today"
    assert not field.back.isVisible()
    with qtbot.waitSignal(field.changed) as told:
        field.set_day(dt.date(2013, 6, 1))
    assert told.args == [dt.date(2013, 6, 1)]
    assert field.pick.text() == "As of 1 Jun 2013"
    assert accessibility.faults(field) == []
    field.back.click()
    assert field.day() == today


def test_a_day_is_picked_in_the_calendar(shown, qtbot):
    field = shown(AsOfField(dt.date(2026, 11, 21)))
    field.pick.click()
    popup = field.findChild(CalendarPopup)
    assert popup.calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-21"
    qtbot.keyClick(popup.calendar, Qt.Key.Key_Escape)
    popup.calendar.clicked.emit(popup.calendar.selectedDate().addDays(3))
    assert field.day() == dt.date(2026, 11, 24)
    field.pick.click()
    field.findChildren(CalendarPopup)[-1].now.click()
    assert field.day() == dt.date(2026, 11, 21)


def test_slow_work_shows_its_name_its_steps_and_a_way_out(shown, qtbot):
    line = ProgressLine()
    line.start("Making the pack")
    shown(line)
    assert accessibility.faults(line) == []
    line.show_step(3, 20, "Page 3")
    assert (line.bar.value(), line.bar.maximum(), line.what.whole()) == (3, 20, "Page 3")
    with qtbot.waitSignal(line.cancelled):
        line.stop.click()
    assert not line.stop.isEnabled()
    line.finish()
    assert not line.isVisible()


def test_a_step_in_time_says_when_and_what(shown):
    row = shown(TimelineRow(TimelineStep("Sent up", "To the national group", "3 Dec", "arrow-up", is_ahead=True)))
    assert accessibility.name_of(row) == "3 Dec. Sent up. To the national group"
    assert not row.grab().isNull()


def test_an_icon_has_its_word(shown):
    mark = shown(IconLabel("warning-fill", "warn", "Papers missing"))
    assert accessibility.name_of(mark) == "Papers missing"
    mark.show_icon("check", "good", "In order")
    assert mark.toolTip() == "In order"


def test_a_page_header_shows_its_line_only_where_there_is_one(shown):
    header = shown(PageHeader("Board"))
    assert not header.subtitle.isVisible()
    header.say("Board", "Saturday")
    assert header.subtitle.isVisible()
    assert header.mapTo(header, QPoint(0, 0)) == QPoint(0, 0)


def test_emptying_a_box_takes_the_parts_of_boxes_in_it_along(shown):
    whole = shown(QWidget())
    box, inner = QVBoxLayout(whole), QHBoxLayout()
    parts = [QLabel("outside"), QLabel("inside")]
    box.addWidget(parts[0])
    inner.addWidget(parts[1])
    box.addLayout(inner)
    clear_box(box)
    assert not any(part.isVisible() for part in parts)
    assert box.count() == 0


def test_enter_presses_a_button_as_space_does_but_once_while_it_is_held(qtbot):
    made = button("Plan a meeting", "primary")
    qtbot.addWidget(made)
    made.show()
    pressed = []
    made.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(made, key)
    assert len(pressed) == 3
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held, "\r", autorep=True))
    held = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held))
    assert len(pressed) == 3
    made.setEnabled(False)
    made.click()
    assert len(pressed) == 3
