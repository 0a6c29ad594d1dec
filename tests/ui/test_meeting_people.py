"""The presence sheet: single keys, deputies and guests on the page, who was out for what, and all of it taken back."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from referral_desk.models import Declaration, Meeting, Person
from referral_desk.vocabulary import AttendanceState, SeatKind, Sector, Stage
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_item, an_organisation
from tests.ui import accessibility
from ui.language import use_language
from ui.pages.meeting.people_view import PeopleView
from ui.pages.meeting.people_words import key_of
from ui.widgets.presence_line import CONFLICT, IN, OUT

SINCE = dt.date(2024, 1, 1)
PRESENT, ACCEPTED = AttendanceState.PRESENT, AttendanceState.ACCEPTED
APOLOGY, ABSENT, UNANSWERED = AttendanceState.APOLOGY, AttendanceState.ABSENT, AttendanceState.UNANSWERED


@pytest.fixture
def meetings(store):
    """A meeting that is held today and one to come, of a group of four and an observer; ids."""
    police = an_organisation("Politiet", sector=Sector.POLICE)
    group = a_group("Region 1")
    colleague = a_person("Ib Prøve", organisation=police)
    seats = (
        ("Gry Prøve", SeatKind.CHAIR, Sector.TRADE_UNION, an_organisation("3F", sector=Sector.TRADE_UNION)),
        ("Bo Prøve", SeatKind.MEMBER, Sector.POLICE, police),
        ("Ida Prøve", SeatKind.MEMBER, Sector.NGO, an_organisation("Reden", sector=Sector.NGO)),
        ("Eva Prøve", SeatKind.OBSERVER, None, None),
    )
    for name, kind, sector, body in seats:
        a_seat(group, kind=kind, sector=sector).take(a_person(name, organisation=body), SINCE)
    today = a_meeting(group, day=TODAY, stage=Stage.HELD)
    for number in range(1, 5):
        an_item(today, f"Emne {number}")
    coming = a_meeting(group, day=dt.date(2026, 12, 3))
    with store.write() as session:
        session.add_all([today, coming, colleague])
        session.flush()
        return {"today": today.id, "coming": coming.id}


@pytest.fixture
def open_sheet(qtbot, bridge, settled, meetings):
    """Show the sheet of a meeting and wait for it."""

    def opened(which):
        view = PeopleView(bridge, meetings[which])
        view.said = []
        view.told.connect(lambda message: view.said.append(message.text))
        qtbot.addWidget(view)
        view.resize(1000, 620)
        view.show()
        settled(view.reload)
        qtbot.waitUntil(lambda: bool(view.people) and not bridge.is_busy)
        return view

    return opened


@pytest.fixture
def press(qtbot, bridge):
    """Press keys on whoever the keyboard stands on, and wait until the desk has kept it."""

    def pressed(view, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(view.list.lines[view.list.here()], key, modifier)
        qtbot.waitUntil(lambda: not view.doing.is_busy and not bridge.is_busy)

    return pressed


def states(store, meeting_id):
    with store.read() as session:
        return {row.who: row.state for row in session.get(Meeting, meeting_id).attendance}


def shown(view):
    return [line.look.who for line in view.list.lines.values() if not line.isHidden()]


def key(view, who):
    return next(key for key, line in view.list.lines.items() if line.look.who == who)


def undo(qtbot, bridge, view):
    view.doing.undo()
    qtbot.waitUntil(lambda: not view.doing.is_busy and not bridge.is_busy)


def test_a_roll_call_is_a_row_of_keys_and_undo_takes_it_back_key_by_key(
    qtbot, bridge, store, meetings, open_sheet, press
):
    view = open_sheet("today")
    assert shown(view) == ["Gry Prøve", "Bo Prøve", "Ida Prøve", "Eva Prøve"]
    view.list.go_to(key(view, "Gry Prøve"))
    press(view, "p", "a", "x", "t")
    assert states(store, meetings["today"]) == {
        "Gry Prøve": PRESENT,
        "Bo Prøve": APOLOGY,
        "Ida Prøve": ABSENT,
        "Eva Prøve": PRESENT,
    }
    assert view.head.figure.text() == "1 of 3 present"
    assert "Missing: " in view.head.chips.words()[0]
    for left in ("Eva Prøve", "Ida Prøve", "Bo Prøve"):
        undo(qtbot, bridge, view)
        assert states(store, meetings["today"])[left] is UNANSWERED
        assert view.list.lines[view.list.here()].look.who == left, "one sees what was taken back"
    assert view.said == []


def test_keys_pressed_faster_than_the_desk_keeps_them_all_count(qtbot, bridge, store, meetings, open_sheet):
    view = open_sheet("today")
    line = view.list.lines[key(view, "Bo Prøve")]
    for letter in "pafx":
        view.list.go_to(key(view, "Bo Prøve"))
        qtbot.keyClick(line, letter)
    view.doing.undo()
    qtbot.waitUntil(lambda: not view.doing.is_busy and not bridge.is_busy)
    assert states(store, meetings["today"])["Bo Prøve"] is APOLOGY
    assert line.look.state.key == "apology"
    assert view.said == []


def test_before_the_meeting_the_same_keys_take_answers_and_call_everybody(store, meetings, open_sheet, press):
    view = open_sheet("coming")
    assert states(store, meetings["coming"]) == {}, "to look changes nothing"
    view.list.go_to(key(view, "Gry Prøve"))
    press(view, "j", "m")
    assert states(store, meetings["coming"]) == {
        "Gry Prøve": ACCEPTED,
        "Bo Prøve": AttendanceState.TENTATIVE,
        "Ida Prøve": UNANSWERED,
        "Eva Prøve": UNANSWERED,
    }
    view.list.go_to(key(view, "Gry Prøve"))
    press(view, "x")
    assert view.said == ["The meeting has not been held yet: until its day, note who is coming and who is not."]
    assert view.list.lines[key(view, "Gry Prøve")].look.state.key == "accepted", (
        "what the desk refused is shown no more"
    )
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert states(store, meetings["coming"])["Gry Prøve"] is UNANSWERED


def test_the_mouse_notes_and_takes_away_and_all_others_are_marked_at_once(qtbot, bridge, store, meetings, open_sheet):
    view = open_sheet("today")
    line = view.list.lines[key(view, "Bo Prøve")]

    def click(box):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=box.center())
        qtbot.waitUntil(lambda: not view.doing.is_busy and not bridge.is_busy)

    click(line.mark_box(1))
    assert states(store, meetings["today"])["Bo Prøve"] is APOLOGY
    click(line.mark_box(1))
    assert states(store, meetings["today"])["Bo Prøve"] is UNANSWERED
    click(line.mark_box(2))
    view.tools.others.click()
    qtbot.waitUntil(lambda: not view.doing.is_busy and not bridge.is_busy)
    assert list(states(store, meetings["today"]).values()).count(PRESENT) == 3
    assert view.tools.others.isHidden()
    assert view.said == ["All others are noted as present."]


def test_a_deputy_is_chosen_on_the_sheet_and_stands_below_whose_place_it_is(
    qtbot, bridge, store, meetings, open_sheet, press
):
    view = open_sheet("today")
    view.list.go_to(key(view, "Bo Prøve"))
    press(view, "d")
    panel = view.list._panel[1]
    next(found for found in panel.findChildren(QPushButton) if found.text() == "Ib Prøve").click()
    panel.form.why.setText("Syg")
    panel.form.submit()
    qtbot.waitUntil(lambda: view.list.panel_of() == "" and not bridge.is_busy)
    assert states(store, meetings["today"])["Bo Prøve"] is APOLOGY
    assert shown(view)[1:3] == ["Bo Prøve", "Ib Prøve"]
    assert view.list.lines[key(view, "Bo Prøve")].look.note == "Ib Prøve comes instead · Syg"
    assert view.list.lines[key(view, "Ib Prøve")].look.sector == "for Bo Prøve"
    assert view.head.figure.text() == "1 of 3 present"
    undo(qtbot, bridge, view)
    assert "Ib Prøve" not in shown(view)


def test_a_guest_is_added_signs_and_is_taken_off_without_a_box(qtbot, bridge, store, meetings, open_sheet, press):
    view = open_sheet("today")
    view.list.go_to(key(view, "Gry Prøve"))
    press(view, "g")
    view.guest_form.who.setText("Mia Prøve")
    view.guest_form.whom.choose(next(one.id for one in view.organisations if one.name == "3F"))
    view.guest_form.submit()
    qtbot.waitUntil(lambda: view.guest_form is None and "Mia Prøve" in shown(view) and not bridge.is_busy)
    line = view.list.lines[key(view, "Mia Prøve")]
    assert line.look.flag[0] == "Declaration missing"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.flag_box().center())
    view.list._panel[1].form.submit()
    qtbot.waitUntil(lambda: line.look.flag is None and not bridge.is_busy)
    with store.read() as session:
        assert session.query(Declaration).one().signed_on == TODAY
    line.click()
    remove = next(one for one in view.list._panel[1].findChildren(QPushButton) if one.text() == "Take off the sheet")
    remove.click()
    qtbot.waitUntil(lambda: "Mia Prøve" not in shown(view) and not bridge.is_busy)
    with store.read() as session:
        assert session.query(Person).filter_by(name="Mia Prøve").count() == 1
    assert view.said[-1] == "Mia Prøve is off the sheet."


def test_who_came_late_left_or_stepped_out_is_noted_item_by_item(qtbot, bridge, store, meetings, open_sheet, press):
    view = open_sheet("today")
    view.list.go_to(key(view, "Bo Prøve"))
    press(view, "p")
    view.tools.items.setChecked(True)
    view.list.go_to(key(view, "Bo Prøve"))
    right, left = Qt.Key.Key_Right, Qt.Key.Key_Left
    press(view, right, right)
    press(view, left, modifier=Qt.KeyboardModifier.ShiftModifier)
    line = view.list.lines[key(view, "Bo Prøve")]
    assert line.look.cells == (OUT, IN, IN, IN)
    press(view, right, "i", right)
    press(view, right, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert line.look.cells == (OUT, IN, CONFLICT, OUT)
    assert "out for items 1, 4, conflict of interest for items 3" in line.accessibleName()
    press(view, Qt.Key.Key_Space)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.columns().cells[0].center())
    qtbot.waitUntil(lambda: not view.doing.is_busy and not bridge.is_busy)
    assert line.look.cells == (IN, IN, CONFLICT, IN)
    undo(qtbot, bridge, view)
    undo(qtbot, bridge, view)
    assert line.look.cells == (OUT, IN, CONFLICT, OUT)
    view.tools.items.setChecked(False)
    assert line.columns().cells == ()


def test_a_name_is_found_by_typing_and_enter_goes_to_it(qtbot, open_sheet):
    view = open_sheet("today")
    qtbot.keyClick(view.list.lines[view.list.here()], Qt.Key.Key_Slash)
    view.tools.seek.setFocus()
    qtbot.keyClicks(view.tools.seek, "reden")
    assert shown(view) == ["Ida Prøve"]
    qtbot.keyClick(view.tools.seek, Qt.Key.Key_Return)
    assert view.list.lines[view.list.here()].look.who == "Ida Prøve"
    qtbot.keyClick(view.tools.seek, Qt.Key.Key_Escape)
    assert len(shown(view)) == 4


def test_who_may_only_look_is_offered_nothing_to_press(qtbot, bridge, store, meetings, open_sheet, press, monkeypatch):
    monkeypatch.setattr(bridge, "may", lambda _operation: False)
    view = open_sheet("today")
    line = view.list.lines[key(view, "Bo Prøve")]
    view.list.go_to(key(view, "Bo Prøve"))
    press(view, "p", "g", "d")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.mark_box(0).center())
    assert states(store, meetings["today"]) == {}
    assert view.guest_form is None
    assert view.tools.others.isHidden()
    assert [cap for cap, _word in view.legend.shown()] == ["↑ ↓", "/"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_the_sheet_open_or_closed_or_empty(
    qtbot, bridge, store, settled, meetings, open_sheet, press, language
):
    use_language(language)
    view = open_sheet("today")
    view.tools.items.setChecked(True)
    view.list.go_to(key(view, "Bo Prøve"))
    press(view, "s")
    view.open_guest()
    assert accessibility.faults(view) == []
    letters = [cap for cap, _word in view.legend.shown()]
    assert ("T" if language == "da" else "P") in letters
    with store.write() as session:
        session.get(Meeting, meetings["today"]).stage = Stage.APPROVED
    settled(view.reload)
    assert not view.closed.isHidden()
    assert not view.tools.guest.isEnabled()
    with store.write() as session:
        meeting = session.get(Meeting, meetings["coming"])
        for seat in meeting.group.seats:
            seat.valid_to = SINCE
    other = open_sheet("coming")
    assert not other.empty.isHidden()
    assert accessibility.faults(other) == []


def test_a_secretary_without_a_seat_is_noted_before_the_sheet_is_made(store, settled, open_sheet, meetings):
    with store.write() as session:
        session.get(Meeting, meetings["coming"]).secretary = a_person("Åse Prøve")
    view = open_sheet("coming")
    secretary = next(row for row in view.rows() if row.name == "Åse Prøve")
    assert secretary.id is None
    settled(lambda: view.note(key_of(secretary), ACCEPTED.value))
    secretary = view.row(key_of(secretary))
    assert (secretary.id is not None, secretary.state) == (True, ACCEPTED)
