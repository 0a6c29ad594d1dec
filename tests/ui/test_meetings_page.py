"""The list of meetings: quarter by quarter, with what each needs; planning where one stands."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from referral_desk.clock import Quarter
from referral_desk.models import Meeting
from referral_desk.models.seats import SeatKind
from referral_desk.vocabulary import MeetingKind, Stage, Tier
from tests.builders import a_document, a_group, a_meeting, a_paper, a_person, a_seat, an_item, an_organisation
from tests.ui.accessibility import faults
from ui.memory import recall, use_memory
from ui.pages.meetings import MeetingsPage
from ui.places import Place, wishes


@pytest.fixture
def groups(store):
    """Two groups that keep the rhythm: Region 1 has met once and meets again, the national group has one meeting."""
    region = a_group("Region 1", meetings_per_year=4)
    national = a_group("National", tier=Tier.NATIONAL, meetings_per_year=4)
    shared = a_person("To Pladser")
    for group in (region, national):
        group.valid_from = dt.date(2020, 1, 1)
        a_seat(group, kind=SeatKind.MEMBER).take(shared, None, organisation=an_organisation())
    held = a_meeting(region, day=dt.date(2026, 9, 3), stage=Stage.HELD, place="Rådhuset")
    coming = a_meeting(region, day=dt.date(2026, 11, 26), place="Rådhuset")
    a_paper(an_item(coming, minutes=200), a_document(b"x", name="x.pdf", kind="pdf", problem="damaged"))
    with store.write() as session:
        session.add_all([held, coming, a_meeting(national, day=dt.date(2026, 12, 15))])
        session.flush()
        return {"region": region.id, "national": national.id, "coming": coming.id}


@pytest.fixture
def make(qtbot, bridge, settled, groups):
    """Open the page at a place."""

    def made(place=None):
        page = MeetingsPage(bridge, place or Place("meetings"))
        page.went_to = []
        page.went.connect(page.went_to.append)
        qtbot.addWidget(page)
        page.resize(1072, 740)
        settled(page.show)
        return page

    return made


def choose(box, value):
    box.setCurrentIndex(box.values.index(value))


def test_meetings_stand_in_their_quarters_with_what_they_need(make):
    assert make().list.as_text() == (
        "# Quarter 1 of 2026\nRegion 1 | No meeting\nNational | No meeting\n"
        "# Quarter 2 of 2026\nRegion 1 | No meeting\nNational | No meeting\n"
        "# Quarter 3 of 2026\n3 Sept Thu | Region 1 | Held\nNational | No meeting\n"
        "# Quarter 4 of 2026\n"
        "26 Nov Thu | Region 1 | Planned | 1 bad paper, 20 min over, Pack 2 days late\n"
        "15 Dec Tue | National | Planned | Pack by 8 Dec"
    )


def test_one_can_look_at_one_group_at_what_is_ahead_and_at_empty_quarters(make, groups):
    page = make()
    choose(page.group, groups["region"])
    choose(page.state, "ahead")
    assert page.list.as_text().splitlines()[1].startswith("26 Nov Thu")
    assert page.count.text() == "1 meeting"
    choose(page.state, "held")
    assert "3 Sept Thu | Region 1 | Held" in page.list.as_text()
    choose(page.state, "empty")
    assert page.list.as_text() == (
        "# Quarter 1 of 2026\nRegion 1 | No meeting\n# Quarter 2 of 2026\nRegion 1 | No meeting"
    )
    choose(page.state, "cancelled")
    assert page.pile.currentWidget() is page.empty


def test_the_order_is_remembered(make, tmp_path):
    use_memory(tmp_path / "window.ini")
    page = make()
    choose(page.order, "group")
    assert page.list.as_text().startswith("# Region 1\n3 Sept Thu | Ordinary meeting | Held")
    assert recall("meetings/order") == "group"
    other = make()
    choose(other.order, "stage")
    assert make().list.as_text().startswith("# Planned\n")
    use_memory(None)


def test_the_arrow_keys_go_over_headings_and_enter_opens(qtbot, make, groups):
    page = make()
    choose(page.state, "ahead")
    for _step in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert [place.page for place in page.went_to] == ["meeting"]
    assert page.went_to[0].id != groups["coming"]


def test_a_meeting_is_planned_where_one_stands_and_opened(qtbot, make, settled, store, groups):
    page = make()
    page.plan.click()
    form = page.form
    assert form.isVisible()
    assert page.plan.isHidden()
    choose(form.group, groups["region"])
    settled(form.form.hand_on)
    assert form.form.values()["place"] == "Rådhuset"
    form.form.inputs["day"].set_day(dt.date(2027, 2, 4))
    settled(form.form.hand_on)
    assert form.warned() == []
    settled(form.plan.click)
    [place] = page.went_to
    with store.read() as session:
        made = session.get(Meeting, place.id)
        assert (made.day, made.place, made.kind) == (dt.date(2027, 2, 4), "Rådhuset", MeetingKind.ORDINARY)
        assert made.items[0].title == "Approval of the agenda"
    assert form.isHidden()


def test_planning_warns_of_holidays_weekends_double_seats_and_a_full_quarter(make, settled, groups):
    page = make()
    page.form.start(group_id=groups["region"])

    def warned(year, month, day):
        page.form.form.inputs["day"].set_day(dt.date(year, month, day))
        settled(page.form.form.hand_on)
        return page.form.warned()

    assert warned(2026, 12, 25) == [
        "Christmas Day: offices are closed that day.",
        "The group has an ordinary meeting in that quarter already.",
    ]
    assert warned(2027, 1, 9) == ["The day is in a weekend."]
    assert warned(2026, 12, 15)[0] == "National meets that day too, and has a seat for: To Pladser."


def test_what_cannot_be_planned_says_why_and_is_left_with_escape(qtbot, make, settled, groups):
    page = make()
    page.form.start(group_id=groups["region"])
    page.form.form.inputs["ends"].setTime(page.form.form.inputs["starts"].time())
    settled(page.form.plan.click)
    assert page.form.wrong.text() == "The meeting ends before it begins: change one of the times."
    assert page.form.isVisible()
    qtbot.keyClick(page.form, Qt.Key.Key_Escape)
    assert page.form.isHidden()
    assert page.focusWidget() is page.plan, "one stands where one began"


def test_an_empty_quarter_opens_the_form_for_that_group_and_quarter(qtbot, make, settled, groups):
    page = make()
    settled(lambda: page.list.opened.emit(("plan", groups["national"], 3)))
    values = page.form.form.values()
    assert values["group"] == groups["national"]
    # The quarter is over: the meeting makes up for it as soon as it can be.
    assert values["day"] >= dt.date(2026, 11, 21)


def test_the_board_can_ask_for_a_group_a_state_or_a_plan(make, groups):
    page = make(Place("meetings", wishes=wishes(group=groups["national"], state="empty", year=2026)))
    assert page.list.as_text().count("National | No meeting") == 3
    assert "Region 1" not in page.list.as_text()
    page = make(Place("meetings", wishes=wishes(plan=groups["region"], year=2027, quarter=1)))
    assert page.form.isVisible()
    assert page.form.form.values()["group"] == groups["region"]
    assert dt.date(2027, 1, 1) <= page.form.form.values()["day"] <= dt.date(2027, 3, 31)


def test_a_group_without_a_meeting_is_offered_first_and_no_day_at_christmas(make, settled, groups, store):
    with store.write() as session:
        session.delete(session.get(Meeting, groups["coming"]))
    page = make()
    page.plan.click()
    assert page.form.form.values()["group"] == groups["region"]
    page.form.start(group_id=groups["national"], quarter=Quarter(2026, 4))
    assert page.form.form.values()["day"] == dt.date(2026, 12, 21)


def test_years_are_turned_and_the_choice_survives_building_anew(make, settled, groups):
    page = make()
    settled(page.later.click)
    assert page.year_label.text() == "2027"
    assert not page.later.isEnabled()
    choose(page.state, "empty")
    page.form.start(group_id=groups["region"])
    page.form.form.inputs["place"].setText("Et andet sted")
    kept = page.keep()
    other = make()
    other.take_up(kept)
    settled(other.refresh)
    assert other.year_label.text() == "2027"
    assert other.state.value() == "empty"
    assert other.form.form.values()["place"] == "Et andet sted"


def test_every_control_has_a_name_and_is_reached_by_tab(make):
    page = make()
    assert faults(page) == []
    page.form.start()
    assert faults(page) == []
    assert page.commands()
