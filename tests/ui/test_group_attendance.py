"""Attendance over time on the Group page: by sector and organisation, who has fallen silent, and the meeting behind."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from referral_desk.models import Attendance
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Sector, Stage
from tests.builders import a_group, a_meeting, a_person, a_seat, an_organisation
from tests.ui import accessibility
from ui.language import use_language
from ui.pages.group import GroupPage
from ui.places import Place

SINCE = dt.date(2024, 1, 1)


@pytest.fixture
def group_id(store):
    """A region whose police came to all of three meetings and whose NGO only to the first; an empty group beside it."""
    group = a_group("Region 1", meetings_per_year=4)
    seats = []
    for name, sector in (("Politiet", Sector.POLICE), ("Reden", Sector.NGO)):
        body = an_organisation(name, sector=sector)
        seat = a_seat(group, sector=sector)
        seats.append((seat, seat.take(a_person(f"{name} Prøve", organisation=body), SINCE)))
    with store.write() as session:
        for number, day in enumerate((dt.date(2026, 2, 3), dt.date(2026, 5, 5), dt.date(2026, 9, 1))):
            meeting = a_meeting(group, day=day, stage=Stage.HELD)
            for seat, held in seats:
                is_there = seat.sector is Sector.POLICE or number == 0
                state = AttendanceState.PRESENT if is_there else AttendanceState.ABSENT
                row = Attendance(
                    person=held.person,
                    seat=seat,
                    organisation=held.organisation,
                    role=AttendeeRole.MEMBER,
                    state=state,
                )
                meeting.attendance.append(row)
            session.add(meeting)
        session.flush()
        return group.id


@pytest.fixture
def page(qtbot, bridge, settled, group_id):
    made = GroupPage(bridge, Place("group", group_id))
    qtbot.addWidget(made)
    made.resize(1080, 800)
    settled(made.show)
    qtbot.waitUntil(lambda: not bridge.is_busy and bool(made.attendance.history.meetings))
    return made


def lines(page):
    return {line.look.name: line.look.words for line in page.attendance.matrix.lines}


def test_sectors_and_organisations_show_how_often_they_were_heard(page):
    card = page.attendance
    assert card.total.text().startswith("67 % of the places at 3 meeting")
    assert lines(page) == {
        "Police": "3 of 3",
        "Municipality": "no place",
        "NGO": "1 of 3",
        "Trade union": "no place",
        "Social work": "no place",
    }
    ngo = next(line for line in card.matrix.lines if line.look.name == "NGO")
    assert ngo.accessibleName().startswith("NGO. 1 of 3. not heard for 2 meeting")
    card.views.choose("organisations")
    assert lines(page) == {"Politiet": "3 of 3", "Reden": "1 of 3"}
    assert card.views.group.button(0).isHidden(), "a region has no regions below it"


def test_arrows_go_from_meeting_to_meeting_and_enter_opens_its_people(qtbot, page):
    went = []
    page.went.connect(went.append)
    line = page.attendance.matrix.lines[2]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.accessibleName().startswith("1 Sept 2026: Absent. NGO")
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.cells()[1].center())
    meeting = page.attendance.history.meetings[1].id
    assert went == [Place("meeting", meeting, "people")] * 2


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_it_and_an_empty_one_says_what_belongs_there(qtbot, bridge, store, settled, page, language):
    use_language(language)
    assert accessibility.faults(page) == []
    with store.write() as session:
        empty = a_group("Region 2")
        session.add(empty)
        session.flush()
        empty_id = empty.id
    other = GroupPage(bridge, Place("group", empty_id))
    qtbot.addWidget(other)
    settled(other.show)
    assert not other.attendance.empty.isHidden()
    assert other.attendance.matrix.isHidden()
