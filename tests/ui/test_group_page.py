"""The Group page: seats filled and handed on below their lines, coverage, representatives, names, mandate, history."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from referral_desk.models import Area
from referral_desk.models.geography import AreaKind
from referral_desk.operations.memberships import end_membership
from referral_desk.operations.seats import end_seat
from referral_desk.vocabulary import SeatKind, Sector, Trouble
from tests.builders import TODAY
from tests.chain import lay_chain
from tests.ui.accessibility import faults
from ui.pages.group import GroupPage
from ui.pages.group.group_forms import EndGroupForm, RhythmForm
from ui.places import Place, wishes
from ui.widgets.boxes import parts_of


@pytest.fixture
def chain(store):
    made = lay_chain(store)
    with store.write() as session:
        session.add(Area(code="pd-1460", kind=AreaKind.POLICE_DISTRICT, name_da="Nordjyllands Politi"))
    return made


@pytest.fixture
def open_group(qtbot, bridge, settled):
    def make(group_id, **asked):
        page = GroupPage(bridge, Place("group", group_id, wishes=wishes(**asked)))
        page.messages = []
        page.told.connect(page.messages.append)
        qtbot.addWidget(page)
        page.resize(1100, 900)
        settled(page.show)
        return page

    return make


@pytest.fixture
def page(chain, open_group):
    return open_group(chain.north)


def line(page, seat_id):
    return page.seats.lines[seat_id].accessibleName()


def words(widget):
    # A new label is shown by its layout, at the next turn of the loop.
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def run(page, settled, form):
    """Save a form and wait until the page shows the outcome."""
    settled(form.submit)


def test_the_head_says_what_the_group_is_and_what_is_missing(page):
    assert page.title() == "Regional referencegruppe 1"
    assert page.trail() == [("Groups", Place("groups"))]
    assert "reports to National referencegruppe" in page.header.subtitle.whole()
    assert any(text.startswith("Missing: municipality") for text in page.flags.words())


def test_a_line_says_who_for_whom_and_since_when(page, chain):
    assert line(page, chain.police_seat) == "Member. Police. Bo Betjent. Nordjyllands Politi. since 1 Jan 2020"
    assert line(page, chain.empty_seat) == "Member. NGO. Nobody yet. Vacant"


def test_pressing_a_vacant_line_opens_the_form_that_fills_it(page, chain, qtbot, settled):
    qtbot.mouseClick(page.seats.lines[chain.empty_seat], Qt.MouseButton.LeftButton)
    form = page.seats.panel.slot.form
    qtbot.keyClicks(form.who, "Bo Betjent · Nordjyllands Politi")
    assert form.who.pick() == chain.officer
    qtbot.keyClicks(form.last.line, "31.12.2027")
    settled(lambda: qtbot.keyClick(form.last.line, Qt.Key.Key_Return))
    qtbot.waitUntil(lambda: "until 31 Dec 2027" in line(page, chain.empty_seat))
    assert page.seats.panel is None
    message = page.messages[-1]
    assert (message.text, message.action) == ("Bo Betjent has the seat.", "Undo")
    settled(message.call)
    qtbot.waitUntil(lambda: "Vacant" in line(page, chain.empty_seat))


def test_somebody_new_enters_the_directory_on_the_way(page, chain, qtbot, settled):
    page.seats.open_seat(chain.empty_seat, fill=True)
    form = page.seats.panel.slot.form
    qtbot.keyClicks(form.who, "Ny Person")
    assert "“Ny Person” is new" in form.help.text()
    run(page, settled, form)
    qtbot.waitUntil(lambda: "Ny Person" in line(page, chain.empty_seat))


def test_a_refusal_stands_in_the_form_and_nothing_typed_is_lost(page, chain, qtbot, settled):
    page.seats.open_seat(chain.empty_seat, fill=True)
    form = page.seats.panel.slot.form
    run(page, settled, form)
    assert "Say who takes the seat" in form.wrong.text()
    qtbot.keyClicks(form.who, "Bo Betjent")
    form.last.line.setText("1.1.2020")
    run(page, settled, form)
    assert "last day lies before" in form.wrong.text()
    assert form.who.text() == "Bo Betjent"
    form.last.line.setText("someday")
    form.submit()
    assert "not a day" in form.wrong.text()
    form.last.line.clear()
    form.whom.setText("No such body")
    form.submit()
    assert "not in the directory" in form.wrong.text()


def test_a_held_seat_is_handed_on_from_a_day(page, chain, qtbot, settled):
    page.seats.open_seat(chain.police_seat)
    page.seats.panel._on_take()
    form = page.seats.panel.slot.form
    assert "leaves the day before" in form.help.text()
    form.who.choose(chain.chair)
    form.first.line.setText("1.1.2027")
    run(page, settled, form)
    qtbot.waitUntil(lambda: "until 31 Dec 2026" in line(page, chain.police_seat))
    settled(lambda: page.see_as_of(dt.date(2027, 1, 1)))
    assert "Gry Formandsen" in line(page, chain.police_seat)


def test_a_term_ends_is_mended_and_the_seat_ends_and_stands_again(page, chain, qtbot, settled):
    page.seats.open_seat(chain.police_seat)
    panel = page.seats.panel
    panel._on_leave()
    panel.slot.form.last.line.setText("31.12.2026")
    run(page, settled, panel.slot.form)
    qtbot.waitUntil(lambda: "Ends in 40" in line(page, chain.police_seat))
    assert any("term" in text for text in page.flags.words())
    page.seats.open_seat(chain.police_seat)
    panel = page.seats.panel
    panel._on_period()
    panel.slot.form.last.line.clear()
    run(page, settled, panel.slot.form)
    qtbot.waitUntil(lambda: "since 1 Jan 2020" in line(page, chain.police_seat))
    page.seats.open_seat(chain.police_seat)
    panel = page.seats.panel
    panel._on_end()
    panel.slot.form.last.line.setText("1.6.2026")
    run(page, settled, panel.slot.form)
    qtbot.waitUntil(lambda: chain.police_seat not in page.seats.lines)
    qtbot.mouseClick(page.seats.more, Qt.MouseButton.LeftButton)
    assert "ended 1 Jun 2026" in line(page, chain.police_seat)
    page.seats.open_seat(chain.police_seat)
    settled(page.seats.panel._on_reopen)
    qtbot.waitUntil(lambda: "Vacant" in line(page, chain.police_seat))


def test_a_seat_is_added_changed_moved_and_removed(page, chain, qtbot, settled):
    page.seats.open_new()
    form = page.seats.slot.form
    form.whom.choose(chain.union)
    form.words.setText("Faglig rådgiver")
    run(page, settled, form)
    qtbot.waitUntil(lambda: len(page.seats.lines) == 4)
    new = list(page.seats.lines)[-1]
    assert line(page, new).startswith("Faglig rådgiver. Trade union")
    page.seats.open_seat(new)
    page.seats.panel._on_change()
    form = page.seats.panel.slot.form
    form.kind.setCurrentIndex(form.kind.findData(SeatKind.OBSERVER.value))
    run(page, settled, form)
    qtbot.waitUntil(lambda: next(seat for seat in page.view.seats if seat.id == new).kind is SeatKind.OBSERVER)
    page.seats.open_seat(new)
    settled(page.seats.panel._on_up)
    qtbot.waitUntil(lambda: list(page.seats.lines)[-2] == new)
    assert page.seats.panel.seat.id == new
    settled(page.seats.panel._on_remove)
    qtbot.waitUntil(lambda: new not in page.seats.lines)
    assert page.seats.panel is None


def test_what_is_typed_survives_a_change_that_somebody_else_makes(page, chain, desk, qtbot):
    page.seats.open_seat(chain.empty_seat, fill=True)
    qtbot.keyClicks(page.seats.panel.slot.form.who, "Halvt skre")
    held = next(seat.holder for seat in page.view.seats if seat.id == chain.police_seat)
    desk.do(end_membership, membership_id=held.id, version=held.version, last_day=dt.date(2026, 1, 1))
    qtbot.waitUntil(lambda: "Vacant" in line(page, chain.police_seat))
    assert page.seats.panel.slot.form.who.text() == "Halvt skre"
    assert page.seats.lines[chain.empty_seat].isChecked()
    desk.do(end_seat, seat_id=chain.empty_seat, version=1, last_day=dt.date(2026, 1, 1))
    qtbot.waitUntil(lambda: page.seats.panel is None)


def test_seats_are_reached_and_left_with_the_keyboard(page, chain, qtbot):
    page.activateWindow()
    first, second = (page.seats.lines[key] for key in (chain.chair_seat, chain.police_seat))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert page.seats.panel.seat.id == chain.police_seat
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.seats.panel is None
    assert page.focusWidget() is second


def test_the_matrix_says_who_covers_and_leads_to_what_is_missing(page, chain, qtbot):
    said = {each.look.key: each.look.spoken for each in page.matrix.lines}
    assert said["police"] == "Police: covered by Bo Betjent"
    assert said["ngo"] == "NGO: Vacant"
    assert said["municipality"] == "Municipality: Missing"
    assert page.covered.text() == "2 of 5 sectors of the mandate"
    ngo = next(each for each in page.matrix.lines if each.look.key == "ngo")
    qtbot.mouseClick(ngo, Qt.MouseButton.LeftButton)
    assert page.seats.panel.seat.id == chain.empty_seat
    missing = next(each for each in page.matrix.lines if each.look.key == "municipality")
    qtbot.keyClick(missing, Qt.Key.Key_Return)
    assert page.seats.slot.form.sector.currentData() == Sector.MUNICIPALITY.value
    page.activateWindow()
    ngo.setFocus()
    qtbot.keyClick(ngo, Qt.Key.Key_Up)
    assert page.focusWidget().look.key == "municipality"


def test_a_representative_is_appointed_among_the_members(page, chain, qtbot, settled):
    assert "Gry Formandsen" in parts_of(page.voices.content)[0].accessibleName()
    page.voices.open_form()
    form = page.voices.slot.form
    assert [form.who.itemData(n) for n in range(form.who.count())] == [chain.chair, chain.officer]
    form.who.setCurrentIndex(1)
    form.first.line.setText("")
    form.submit()
    assert "from which day" in form.wrong.text()
    form.first.line.setText("i dag")
    run(page, settled, form)
    qtbot.waitUntil(lambda: "Bo Betjent" in parts_of(page.voices.content)[0].accessibleName())


def test_the_national_group_shows_every_regional_voice_and_leads_to_its_group(open_group, chain, qtbot):
    page = open_group(chain.national)
    said = [part.accessibleName() for part in parts_of(page.voices.content)[:2]]
    assert "RG1. Gry Formandsen, 3F" in said[0]
    assert "No seat" in said[1]
    assert page.view.trouble is None
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(parts_of(page.voices.content)[1], Qt.MouseButton.LeftButton)
    assert went.args == [Place("group", chain.south)]
    page.seats.open_seat(chain.voice)
    with qtbot.waitSignal(page.went) as went:
        page.seats.panel._on_take()
    assert went.args == [Place("group", chain.north, wishes=wishes(appoint=1))]


def test_a_group_without_members_is_told_what_to_do_first(open_group, chain):
    page = open_group(chain.south, appoint=1)
    assert page.view.trouble is Trouble.NO_SEAT
    assert "no seat for this group" in words(page.voices)
    assert not page.voices.slot.form.save.isEnabled()
    assert page.seats.empty.isVisible()


def test_a_new_name_and_a_new_mandate_hold_from_their_day(page, chain, qtbot, settled):
    page.names.open_form()
    form = page.names.slot.form
    form.name_da.setText("Referencegruppen i Nord")
    form.first.line.setText("")
    form.submit()
    assert "from which day" in form.wrong.text()
    form.first.line.setText("1.1.2026")
    run(page, settled, form)
    qtbot.waitUntil(lambda: len(page.view.names) == 2)
    assert page.messages[-1].text == "The group is called Referencegruppen i Nord."
    settled(page.names._on_gone)
    qtbot.waitUntil(lambda: len(page.view.names) == 1)
    page.mandate.open_form()
    form = page.mandate.slot.form
    form.text_en.setPlainText("Something new.")
    run(page, settled, form)
    qtbot.waitUntil(lambda: "Something new." in words(page.mandate))
    page.mandate._on_more()
    assert "Ties in the local actors." in words(page.mandate)


def test_an_area_is_added_and_ended(page, qtbot, settled):
    page.area.open_form()
    form = page.area.slot.form
    form.submit()
    assert "from the list" in form.wrong.text()
    form.area.setText("Nordjyllands Politi · police_district")
    run(page, settled, form)
    qtbot.waitUntil(lambda: len(page.view.areas) == 1)
    gone = next(made for made in page.area.findChildren(type(page.more)) if made.property("row"))
    settled(lambda: qtbot.mouseClick(gone, Qt.MouseButton.LeftButton))
    qtbot.waitUntil(lambda: not page.view.areas[0].holds)


def test_rhythm_end_and_again_stand_in_the_menu(page, qtbot, settled):
    page.fill_menu()
    assert [act.text() for act in page.menu.actions()] == [
        "Rename from a day",
        "New mandate",
        "Rhythm and area in words",
        "End the group",
    ]
    page._on_rhythm()
    assert isinstance(page.slot.form, RhythmForm)
    page.slot.form.rhythm.setCurrentIndex(0)
    run(page, settled, page.slot.form)
    qtbot.waitUntil(lambda: page.view.meetings_per_year is None)
    page._on_end()
    assert isinstance(page.slot.form, EndGroupForm)
    page.slot.form.last.line.setText("1.1.2026")
    run(page, settled, page.slot.form)
    qtbot.waitUntil(lambda: not page.view.is_standing)
    assert "Ended 1 Jan 2026" in page.flags.words()
    page.fill_menu()
    assert "Let the group stand again" in [act.text() for act in page.menu.actions()]
    settled(page._on_again)
    qtbot.waitUntil(lambda: page.view.is_standing)


def test_an_unused_group_is_removed_and_the_page_leads_back(open_group, chain, qtbot, settled):
    page = open_group(chain.south)
    with qtbot.waitSignal(page.went) as went:
        page._on_remove()
    assert went.args == [Place("groups")]
    assert "no longer on the desk" in page.messages[-1].text


def test_history_bundles_what_happened_on_one_day(page):
    assert page.view.events
    assert page.history.rows.count() == 2


def test_the_seat_asked_for_is_open_and_survives_a_change_of_language(open_group, chain, bridge, qtbot, settled):
    page = open_group(chain.north, seat=chain.police_seat)
    assert page.seats.panel.seat.id == chain.police_seat
    again = GroupPage(bridge, Place("group", chain.north))
    qtbot.addWidget(again)
    again.take_up(page.keep())
    settled(again.show)
    assert again.seats.panel.seat.id == chain.police_seat


def test_the_meetings_button_leads_to_the_groups_meetings(page, chain, qtbot):
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(page.meetings, Qt.MouseButton.LeftButton)
    assert went.args == [Place("meetings", wishes=wishes(group=chain.north))]
    assert {command.key for command in page.commands()} >= {"group/seat", "group/rename", "group/mandate"}


def test_everybody_can_use_the_page(page, chain):
    page.seats.open_seat(chain.police_seat)
    page.seats.panel._on_take()
    page.voices.open_form()
    assert faults(page) == []
    assert page.as_of == TODAY
