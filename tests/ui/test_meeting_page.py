"""The meeting page: its step, its own fields, its people; usable by keyboard and ear, in both languages."""

import datetime as dt
import functools
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from referral_desk.models import Meeting
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.operations.meetings import edit_meeting, move_meeting
from referral_desk.users import User
from referral_desk.vocabulary import Label, Stage
from tests.chain import invite
from tests.ui.accessibility import faults
from tests.ui.meeting_room import item_id, meeting_id, open_item, room
from ui.language import use_language
from ui.pages.meeting import MeetingPage
from ui.pages.meeting.meeting_menu import MeetingMenu
from ui.places import Place
from ui.theme import Mode, theme

__all__ = ["meeting_id", "room"]


def held(store, meeting_id):
    with store.read() as session:
        return session.get(Meeting, meeting_id)


def test_the_head_says_which_meeting_where_and_when(room):
    assert room.header.title.whole() == "Region 2, Thursday 3 December 2026"
    assert room.header.subtitle.whole() == "09:00–12:00 · Rådhuset · 1 member"
    assert room.title() == "3 Dec 2026"
    assert [name for name, _place in room.trail()] == ["Meetings", "Region 2"]


def invited(desk, settled, meeting_id):
    settled(lambda: invite(desk, meeting_id))


def test_the_next_step_is_the_one_primary_button_and_leads_to_where_it_is_taken(qtbot, room, desk, settled, meeting_id):
    assert room.step.text() == "Invite …"
    assert room.steps.said() == ["Nobody is named as chair."]
    settled(room.step.click)
    assert room.tabs.key() == "invite"
    assert room.step.isHidden()
    room.tabs.choose("agenda")
    invited(desk, settled, meeting_id)
    qtbot.waitUntil(lambda: room.step.text() == "Build the pack")


def test_a_step_can_be_taken_back_from_the_menu(qtbot, room, desk, settled, store, meeting_id):
    invited(desk, settled, meeting_id)
    qtbot.waitUntil(lambda: room.step.text() == "Build the pack")
    settled(room.menu().actions()[0].trigger)
    qtbot.waitUntil(lambda: room.step.text() == "Invite …")
    assert held(store, meeting_id).stage is Stage.PLANNED


def test_what_stops_a_step_is_said_and_leads_to_where_it_is_fixed(qtbot, room, settled, store, meeting_id):
    with store.write() as session:
        for seat in session.get(Meeting, meeting_id).group.seats:
            for membership in seat.memberships:
                membership.valid_to = dt.date(2026, 1, 1)
    settled(room.refresh)
    assert room.steps.said()[0] == "Nobody holds a seat in the group on that day: fill the seats first."
    assert not room.step.isEnabled()
    room.mend(room.meeting.lacks[0])
    assert room.tabs.key() == "people"


def test_the_pack_is_the_next_step_once_people_are_invited(qtbot, room, desk, settled, meeting_id):
    invited(desk, settled, meeting_id)
    qtbot.waitUntil(lambda: room.step.text() == "Build the pack")
    room.step.click()
    assert room.tabs.key() == "pack"
    assert room.step.isHidden()


def test_the_meetings_own_fields_save_themselves(qtbot, room, settled, store, meeting_id):
    room.edit.click()
    form = room.details.form
    settled(lambda: (form.inputs["place"].setText("Online"), form.hand_on()))
    settled(lambda: (form.inputs["title"].setText("Ekstra"), form.hand_on()))
    qtbot.waitUntil(lambda: "Online" in room.header.subtitle.whole())
    box = form.inputs["label"]
    settled(lambda: (box.setCurrentIndex(box.values.index(Label.OPEN)), form.hand_on()))
    kept = held(store, meeting_id)
    assert (kept.place, kept.title, kept.label) == ("Online", "Ekstra", Label.OPEN)
    assert room.header.subtitle.whole().startswith("Ekstra · ")
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert room.details.isHidden()


def test_times_that_do_not_fit_are_refused_at_the_field(qtbot, room, settled, store, meeting_id):
    room.edit.click()
    form = room.details.form
    form.inputs["ends"].setTime(form.inputs["starts"].time())
    settled(form.hand_on)
    assert form._wrong["ends"].text() == "The meeting ends before it begins: change one of the times."
    assert held(store, meeting_id).ends == dt.time(12)


def test_what_somebody_else_changed_in_the_meeting_and_what_one_writes_are_both_kept(
    qtbot, room, settled, desk, store, meeting_id
):
    room.edit.click()
    form = room.details.form
    form.inputs["title"].setText("Min titel")
    desk.do(edit_meeting, meeting_id=meeting_id, version=1, place="Deres sted")
    settled(form.hand_on)
    qtbot.waitUntil(lambda: held(store, meeting_id).title == "Min titel")
    assert held(store, meeting_id).place == "Deres sted"
    form.inputs["place"].setText("Mit sted")
    desk.do(edit_meeting, meeting_id=meeting_id, version=held(store, meeting_id).version, place="Andet sted")
    settled(form.hand_on)
    card = room.details.writing.conflicts["place"]
    assert (card.conflict.mine, card.conflict.theirs) == ("Mit sted", "Andet sted")
    settled(room.refresh)
    assert form.inputs["place"].text() == "Mit sted"
    assert room.is_unsaved()
    settled(lambda: card.settled.emit("mine"))
    qtbot.waitUntil(lambda: held(store, meeting_id).place == "Mit sted")
    assert not room.is_unsaved()


def test_what_a_rule_does_not_take_in_the_meeting_stays_where_it_was_written(qtbot, room, settled, store, meeting_id):
    room.edit.click()
    form = room.details.form
    form.inputs["ends"].setTime(form.inputs["starts"].time())
    form.inputs["place"].setText("Online")
    settled(form.hand_on)
    qtbot.waitUntil(lambda: held(store, meeting_id).place == "Online")
    settled(room.refresh)
    assert form.inputs["ends"].time() == form.inputs["starts"].time()
    assert form._wrong["ends"].text()
    assert held(store, meeting_id).ends == dt.time(12)
    assert room.is_unsaved()


def test_a_meeting_is_moved_with_a_reason_warned_of_a_holiday_and_put_back(qtbot, room, settled, store, meeting_id):
    room.edit.click()
    panel = room.details
    panel.move_button.click()
    settled(lambda: (panel.moving.inputs["day"].set_day(dt.date(2026, 12, 25)), panel.moving.hand_on()))
    assert panel.warning.text() == "Christmas Day: offices are closed that day."
    settled(panel.move_it.click)
    assert "Say why the meeting is moved" in panel.moving._wrong["reason"].text()
    panel.moving.inputs["reason"].setText("Sne")
    settled(panel.move_it.click)
    qtbot.waitUntil(lambda: room.title() == "25 Dec 2026")
    assert room.steps.said()[0] == "Moved from 3 Dec 2026: Sne"
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: room.title() == "3 Dec 2026")
    assert held(store, meeting_id).moved_from is None


def test_of_two_moves_the_last_is_told_and_both_are_a_click_away(qtbot, room, desk, settled, meeting_id):
    for version, day, reason in ((1, dt.date(2026, 12, 10), "Sne"), (2, dt.date(2026, 12, 17), "Strejke")):
        settled(functools.partial(move, desk, meeting_id, version, day, reason))
    qtbot.waitUntil(lambda: room.title() == "17 Dec 2026")
    assert room.steps.said()[0] == "Moved from 10 Dec 2026: Strejke"
    more = next(one for one in room.steps.findChildren(QPushButton) if one.text() == "Show all moves")
    more.click()
    assert room.details.isVisible()
    first, second = room.details.moves.said()
    assert first.startswith("Moved from 3 Dec 2026 to 10 Dec 2026: Sne. ")
    assert second.endswith(f"Strejke. {desk.user.name}, 21 Nov 2026")
    assert faults(room.details) == []


def move(desk, meeting_id, version, day, reason):
    desk.do(move_meeting, meeting_id=meeting_id, version=version, day=day, reason=reason)


def test_a_meeting_is_cancelled_with_a_reason_and_held_after_all(qtbot, room, settled, store, meeting_id):
    room.edit.click()
    panel = room.details
    panel.cancel_button.click()
    settled(panel.cancel_it.click)
    assert "Say why the meeting is cancelled" in panel.cancelling._wrong["reason"].text()
    panel.cancelling.inputs["reason"].setText("For få")
    settled(lambda: qtbot.keyClick(panel.cancelling.inputs["reason"], Qt.Key.Key_Return))
    settled(lambda: room.tabs.choose("minutes"))
    assert room.course_view.empty.sentence.text() == "The meeting is cancelled: there are no minutes of it."
    room.tabs.choose("pack")
    assert room.views.pack.preview.nothing.sentence.text() == "The meeting is cancelled: no new pack is built."
    assert not room.views.pack.build.isVisible()
    qtbot.waitUntil(lambda: room.steps.said()[:1] == ["Cancelled: For få"])
    assert room.step.isHidden()
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: not held(store, meeting_id).is_cancelled)


def test_people_are_those_of_the_meetings_day(qtbot, room, settled):
    settled(lambda: room.tabs.choose("people"))
    assert [line.look.who for line in room.views.people.list.lines.values()] == ["Formand Prøve"]
    assert any(words.startswith("1 vacant seat") for words in room.views.people.head.chips.words())
    went = []
    room.went.connect(went.append)
    room.views.people.tools.open_group.click()
    assert went == [Place("group", room.meeting.group_id)]


@pytest.mark.parametrize("view", ["agenda", "people", "pack"])
def test_every_control_has_a_name_and_is_reached_by_tab(qtbot, room, settled, view):
    if view != "agenda":
        settled(lambda: room.tabs.choose(view))
    open_item(room, settled, "Tolkning") if view == "agenda" else None
    assert faults(room) == []


def test_the_details_have_names_too(room):
    room.edit.click()
    assert faults(room) == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("mode", "size"), [(Mode.LIGHT, 200), (Mode.DARK, 100)])
def test_it_stands_in_both_languages_themes_and_at_twice_the_size(
    qtbot, bridge, settled, meeting_id, language, mode, size
):
    use_language(language)
    theme().use(mode, size)
    page = MeetingPage(bridge, Place("meeting", meeting_id))
    qtbot.addWidget(page)
    page.resize(1072, 700)
    settled(page.show)
    qtbot.waitUntil(lambda: page.agenda_view.pane.currentWidget() is page.agenda_view.pane.frame)
    assert not page.grab().isNull()
    area = page.agenda_view.pane.area
    assert area.widget().width() <= area.viewport().width()
    # Nothing is squeezed: what does not fit below one another is reached by scrolling the page.
    page.tabs.choose("people")
    qtbot.waitUntil(lambda: page.views.view("people").sheet is not None)
    for part in (page.header.title, page.header.subtitle):
        assert part.height() >= part.heightForWidth(part.width())
    assert page.views.height() >= page.views.minimumHeight() > 0
    tabs = [page.tabs.group.button(number).geometry() for number in range(5)]
    assert all(left.right() < right.left() for left, right in pairwise(tabs))
    theme().use(Mode.LIGHT)


def test_what_one_was_doing_survives_building_the_page_anew(qtbot, bridge, settled, room, meeting_id):
    open_item(room, settled, "Eventuelt")
    kept = room.keep()
    other = MeetingPage(bridge, Place("meeting", meeting_id))
    qtbot.addWidget(other)
    other.take_up(kept)
    settled(other.show)
    qtbot.waitUntil(lambda: other.agenda_view.list.chosen_id() == item_id(room, "Eventuelt"))


def test_a_finding_about_the_meeting_opens_its_field(room):
    room.mend(Finding(Weight.WARNS, Where.MEETING, "x", field_name="place"))
    assert room.details.isVisible()
    assert room.commands()


@pytest.fixture
def reader(desk):
    """Somebody who may only read sits at the desk."""
    desk.user = User("Læser", frozenset({"reader"}))


def test_who_may_only_read_is_offered_nothing_that_would_be_refused(qtbot, reader, room, settled, desk, meeting_id):
    view = room.agenda_view
    assert not any(part.isVisible() for part in (view.add, view.fill, view.pane.papers.add))
    assert view.pane.editor.title.isReadOnly()
    assert [made.text() for made in view.menu(view.list.chosen_id()).actions() if made.isEnabled()] == []
    settled(room.edit.click)
    assert room.details.form.inputs["place"].isReadOnly()
    assert not any(part.isVisible() for part in (room.details.move_button, room.details.cancel_button))
    menu = MeetingMenu(room.meeting, room.doing, room)
    assert [made.text() for made in menu.actions()[:3] if made.isEnabled()] == ["Open the group"]
    settled(lambda: room.tabs.choose("minutes"))
    view.add_item()
    assert room.said == []
