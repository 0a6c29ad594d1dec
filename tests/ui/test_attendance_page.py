"""The page of attendance: all groups side by side, by quarter or year; usable by keyboard and ear."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from referral_desk.models import Attendance
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Sector, Stage
from tests.builders import a_group, a_meeting, a_person, a_seat, an_organisation
from tests.ui.accessibility import faults
from ui.pages.attendance import AttendancePage
from ui.pages.group import GroupPage
from ui.pages.groups import GroupsPage
from ui.places import Place

PRESENT, APOLOGY = AttendanceState.PRESENT, AttendanceState.APOLOGY


@pytest.fixture
def groups(store):
    """Two regions whose police came, and did not, to ten quarterly meetings each; ids."""
    police = an_organisation("Politiet", sector=Sector.POLICE)
    made = [a_group(f"Region {number}") for number in (1, 2)]
    with store.write() as session:
        for place, group in enumerate(made):
            group.position = place
            person = a_person(f"Bo {place}", organisation=police)
            seat = a_seat(group, kind=SeatKind.MEMBER, sector=Sector.POLICE)
            seat.take(person, dt.date(2023, 1, 1))
            session.add(group)
            for number in range(10):
                year, month = 2024 + number // 4, 3 * (number % 4) + 2
                meeting = a_meeting(group, day=dt.date(year, month, 5), stage=Stage.HELD)
                state = APOLOGY if place and number % 2 else PRESENT
                meeting.attendance.append(
                    Attendance(person=person, seat=seat, organisation=police, role=AttendeeRole.MEMBER, state=state)
                )
                session.add(meeting)
        session.flush()
        return [group.id for group in made]


@pytest.fixture
def shown(qtbot, bridge, settled):
    def show(made):
        made.places = []
        made.went.connect(made.places.append)
        qtbot.addWidget(made)
        made.resize(1000, 700)
        settled(made.show)
        return made

    return show


def told(page):
    return [line.accessibleName() for line in page.matrix.lines]


def test_groups_sectors_and_bodies_are_seen_side_by_side_and_each_leads_to_its_group(
    qtbot, bridge, groups, shown, settled
):
    page = shown(AttendancePage(bridge, Place("attendance")))
    assert page.header.subtitle.whole() == "All groups, Q1 2025 to Q4 2026"
    assert told(page) == ["Region 1. 100 %, 6 of 6", "Region 2. 50 %, 3 of 6"]
    assert [cell.count for cell in page.matrix.lines[1].look.cells] == ["100", "0", "100", "0", "100", "0", "", ""]
    assert faults(page) == []
    qtbot.keyClick(page.matrix.lines[1], Qt.Key.Key_Return)
    assert page.places == [Place("group", groups[1])]
    page.views.choose("sectors")
    assert told(page) == ["Police. 75 %, 9 of 12"]
    page.views.choose("organisations_by_group")
    line = page.matrix.lines[0]
    assert line.look.spoken == "Politiet. 75 %, 9 of 12"
    line.stand_at(1)
    assert line.accessibleName() == "Region 2: 50 %, 3 of 6. Politiet. 75 %, 9 of 12"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.places[-1] == Place("group", groups[1])


def test_one_turns_back_over_the_years_and_the_page_is_rebuilt_as_it_stood(qtbot, bridge, groups, shown, settled):
    page = shown(AttendancePage(bridge, Place("attendance")))
    assert not page.later.isEnabled()
    settled(page.earlier.click)
    assert (page.header.subtitle.whole(), page.earlier.isEnabled()) == ("All groups, Q1 2023 to Q4 2024", False)
    assert told(page) == ["Region 1. 100 %, 4 of 4", "Region 2. 50 %, 2 of 4"]
    page.views.choose("sectors_by_group")
    again = AttendancePage(bridge, Place("attendance"))
    again.take_up(page.keep())
    shown(again)
    assert told(again) == ["Police. 75 %, 6 of 8"]
    settled(lambda: (again.step.setCurrentIndex(1), again.step.activated.emit(1)))
    assert again.header.subtitle.whole() == "All groups, 2019 to 2026"
    assert told(again) == ["Police. 75 %, 15 of 20"]


def test_nothing_held_yet_says_what_will_stand_there(bridge, shown):
    page = shown(AttendancePage(bridge, Place("attendance")))
    assert page.empty.isVisible()
    assert not page.matrix.isVisible()


def test_it_is_reached_from_the_groups_and_from_a_groups_own_attendance_which_goes_further_back_too(
    qtbot, bridge, groups, shown, settled
):
    page = shown(GroupsPage(bridge, Place("groups")))
    page.heard.click()
    assert page.places == [Place("attendance")]
    one = shown(GroupPage(bridge, Place("group", groups[0])))
    card = one.attendance
    qtbot.waitUntil(lambda: len(card.history.meetings) == 8)
    assert (card.earlier.isHidden(), card.later.isHidden()) == (False, True)
    settled(card.earlier.click)
    assert [meeting.day.year for meeting in card.history.meetings] == [2024, 2024]
    assert (card.earlier.isHidden(), card.later.isHidden()) == (True, False)
    settled(card.later.click)
    assert len(card.history.meetings) == 8
    card.all.click()
    assert one.places == [Place("attendance")]
