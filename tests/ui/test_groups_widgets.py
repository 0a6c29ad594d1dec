"""Small widgets of the groups and the directory: days as one writes them, choosing by typing, chips, cards."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from referral_desk.shorthand.days import read_day
from ui.language import day_text, use_language
from ui.periods import period_text
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.day_input import DayInput
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.group_card import CardLook, Flag, GroupCard
from ui.widgets.inline_form import InlineForm
from ui.widgets.pick_input import Pick, PickInput
from ui.widgets.tier import Cards

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3.2.2026", dt.date(2026, 2, 3)),
        ("03-02-2026", dt.date(2026, 2, 3)),
        ("3/2", dt.date(2026, 2, 3)),
        ("3/2-26", dt.date(2026, 2, 3)),
        ("3.2.", dt.date(2026, 2, 3)),
        ("2026-02-03", dt.date(2026, 2, 3)),
        ("3. feb. 2026", dt.date(2026, 2, 3)),
        ("3 February 2026", dt.date(2026, 2, 3)),
        ("den 1. maj 2026", dt.date(2026, 5, 1)),
        ("1 March", dt.date(2026, 3, 1)),
        ("12 okt", dt.date(2026, 10, 12)),
        ("I dag", TODAY),
        ("today", TODAY),
        ("31.2.2026", None),
        ("1. foo", None),
        ("", None),
        ("soon", None),
        ("lør. 21. marts", dt.date(2026, 3, 21)),
        ("1/1/1987", dt.date(1987, 1, 1)),
    ],
)
def test_a_day_is_read_as_people_write_it(text, day):
    assert read_day(text, TODAY, of_this_year=True).day == day


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(["date", "number"]))
def test_every_day_that_we_write_we_can_read(day, form):
    for language in ("da", "en"):
        use_language(language)
        assert read_day(day_text(day, form), TODAY, of_this_year=True).day == day
    use_language("en")


def test_a_day_steps_with_the_arrow_keys_and_is_written_out(qtbot):
    made = DayInput("Since", TODAY, hint="Not known")
    qtbot.addWidget(made)
    assert made.is_readable()
    assert made.day() is None
    qtbot.keyClick(made.line, Qt.Key.Key_Up)
    assert made.day() == TODAY + dt.timedelta(days=1)
    made.line.setText("3/2")
    made.write_out()
    assert made.line.text() == "3 Feb 2026"
    made.line.setText("x")
    made.write_out()
    assert (made.line.text(), made.is_readable()) == ("x", False)


def test_a_line_says_which_day_it_understood(qtbot):
    for is_ahead, year in ((True, 2027), (False, 2026)):
        made = DayInput("Since", TODAY, is_ahead=is_ahead)
        qtbot.addWidget(made)
        assert made.understood() == ()
        assert made.line.accessibleDescription() == "Type a day, such as 3/2, week 12 or next Friday"
        qtbot.keyClicks(made.line, "3/2")
        assert made.understood()[0] == day_text(dt.date(year, 2, 3), "full")
        assert made.line.toolTip() == made.line.accessibleDescription() == made.understood()[0]
    made.line.setText("31/2")
    assert made.understood() == ()
    assert made.problem() == "There is no day 31 in that month: write another day, such as 28/2."


def test_the_calendar_gives_its_day_to_the_line(qtbot):
    made = DayInput("Since", TODAY)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.changed) as told:
        made._on_picked(TODAY)
    assert told.args == [TODAY]
    assert made.day() == TODAY


def test_one_of_many_is_chosen_by_name_and_namesakes_stay_apart(qtbot):
    made = PickInput("Person")
    qtbot.addWidget(made)
    made.set_picks([Pick(1, "Bo", "Politi"), Pick(2, "Bo", "3F"), Pick(3, "Ida"), Pick(4, "Ida")])
    made.setText("Bo · 3F")
    assert made.pick() == 2
    made.setText("bo")
    assert (made.pick(), made.new_words()) == (None, "bo")
    made.choose(4)
    assert made.pick() == 4
    made.choose(None)
    assert made.pick() is None
    assert made.new_words() == ""
    made.set_picks([Pick(5, "Åse", "Hjem")])
    made.setText("åse")
    assert made.pick() == 5


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, ""),
        (dt.date(2024, 1, 1), None, "since 1 Jan 2024"),
        (dt.date(2027, 1, 1), None, "from 1 Jan 2027"),
        (None, dt.date(2027, 1, 1), "until 1 Jan 2027"),
        (dt.date(2024, 1, 1), dt.date(2027, 1, 1), "until 1 Jan 2027"),
        (dt.date(2020, 1, 1), dt.date(2024, 1, 1), "1 Jan 2020 – 1 Jan 2024"),
        (dt.date(2027, 1, 1), dt.date(2028, 1, 1), "1 Jan 2027 – 1 Jan 2028"),
    ],
)
def test_a_period_is_told_as_one_says_it_on_a_day(first, last, said):
    assert period_text(first, last, TODAY) == said


def test_chips_take_as_many_rows_as_they_need(qtbot):
    flow = ChipFlow()
    qtbot.addWidget(flow)
    flow.show_chips([("Missing: police", "late", "puzzle-piece-fill"), ("Vacant", "warn", "armchair-fill")])
    assert flow.heightForWidth(60) > flow.heightForWidth(600)
    assert flow.accessibleName() == "Missing: police. Vacant"
    flow.show_chips([])
    assert flow.isHidden()
    assert flow.heightForWidth(600) == 0


def test_a_card_is_lower_where_it_is_wide_and_tells_everything(qtbot):
    look = CardLook("RG1", "Nord", ("accent", "empty"), "1 of 2", (("user", "Chair", True),), (Flag("Vacant", "warn"),))
    card = GroupCard(look)
    qtbot.addWidget(card)
    assert card.heightForWidth(900) < card.heightForWidth(260)
    assert card.accessibleName() == "RG1. Nord. 1 of 2. Chair. Vacant"
    card.resize(260, card.heightForWidth(260))
    assert not card.grab().isNull()


def test_cards_stand_side_by_side_as_room_allows(qtbot):
    cards = Cards([GroupCard(CardLook(str(n))) for n in range(4)])
    qtbot.addWidget(cards)
    for width, across in ((260, 1), (560, 2), (1100, 3)):
        cards.resize(width, 400)
        cards.show()
        assert cards._across == across


def test_a_form_on_the_page_saves_with_ctrl_enter_and_says_what_is_refused(qtbot):
    form = InlineForm()
    qtbot.addWidget(form)
    form.name_it("New", "Add")
    line = PickInput("Person")
    form.add("Person", line)
    form.show()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form.refuse("No.")
    assert form.wrong.isVisible()
    form.begin()
    assert not form.wrong.isVisible()
    with qtbot.waitSignal(form.cancelled):
        qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_tab_goes_through_the_fields_of_a_form_and_then_to_its_buttons(qtbot):
    form = InlineForm()
    qtbot.addWidget(form)
    form.name_it("New", "Add")
    first, second = PickInput("Person"), PickInput("Body")
    form.add("Person", first).add("Body", second)
    form.show()
    qtbot.waitActive(form)
    form.begin()
    seen = []
    for _turn in range(4):
        seen.append(form.focusWidget())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [first, second, form.save, form.cancel]
    late = PickInput("Reason")
    form.add("Reason", late)
    qtbot.waitUntil(late.isVisible)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    qtbot.keyClick(late, Qt.Key.Key_Tab)
    assert form.focusWidget() is form.save


def test_controls_that_are_hidden_take_no_room_in_a_row(qtbot):
    parts = [QPushButton(word) for word in ("One", "Two", "Three")]
    flow = Flow("What can be done", parts)
    qtbot.addWidget(flow)
    flow.resize(600, 40)
    flow.show()
    parts[0].hide()
    flow.fit()
    assert parts[1].x() == 0
    assert parts[2].x() > parts[1].geometry().right()
    parts[2].setText("Three with so many words that they need a row of their own below the other")
    flow.resize(300, 40)
    assert parts[2].y() >= parts[1].geometry().bottom()


def test_no_last_word_stands_alone_below_an_empty_page(qtbot):
    made = EmptyState("note-pencil", "The minutes are written from Thursday 26 November 2026 on, when it is held.")
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    words = made.sentence
    assert words.height() >= 2 * words.fontMetrics().lineSpacing()
    whole = words.fontMetrics().horizontalAdvance(words.text())
    assert words.maximumWidth() < 0.7 * whole
