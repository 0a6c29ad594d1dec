"""The strip above an item says what hangs on it, and leads there: to the case or to the circular."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton

from referral_desk.models import AgendaItem, Case, Escalation
from referral_desk.operations.circulars import send_circular, write_circular
from referral_desk.operations.escalation_decisions import merge_escalation, put_escalation_on_agenda
from referral_desk.vocabulary import CircularKind, EscalationState
from tests.builders import TODAY, a_case, an_item
from tests.escalating import COMING, Course, eight_bodies
from tests.ui.accessibility import faults
from tests.ui.writing_room import meeting_id
from ui.pages.meeting.agenda_view import AgendaView
from ui.pages.meeting.matter_strip import MatterStrip
from ui.pages.meeting.minutes_view import MinutesView
from ui.places import Place, wishes

__all__ = ["meeting_id"]


@pytest.fixture
def course(desk, store):
    course = Course(desk, store, eight_bodies(store))
    course.meeting(course.bodies.regions[0], COMING)
    course.national_meeting = course.meeting(course.bodies.national, COMING + dt.timedelta(days=12))
    return course


@pytest.fixture
def strip(qtbot, bridge, settled):
    made = MatterStrip(bridge)
    made.gone = []
    made.went.connect(made.gone.append)
    qtbot.addWidget(made)
    made.resize(480, 60)

    def show(item_id):
        settled(lambda: made.show_item(item_id))
        return made

    return show


def item_of(store, meeting_id, **which):
    with store.read() as session:
        return session.query(AgendaItem).filter_by(meeting_id=meeting_id, **which).order_by(AgendaItem.id).first().id


def test_an_escalation_says_who_asks_for_what_by_when(strip, course, store):
    made = course.accepted(title="Pladser", due=TODAY + dt.timedelta(days=20))
    follower = course.accepted(1)
    course.do(merge_escalation, follower, lead_id=made, reason="Det samme.")
    course.do(put_escalation_on_agenda, made)
    shown = strip(item_of(store, course.national_meeting))
    (words,) = shown.words()
    assert "from Region 1 · For decision · with 1 merged into it · answer by 11 Dec" in words
    assert not shown.isHidden()
    shown.findChild(QPushButton).click()
    with store.read() as session:
        assert shown.gone == [Place("case", session.query(Case).order_by(Case.id).first().id)]
    assert faults(shown) == []


def test_what_is_decided_tells_its_state_in_place_of_the_deadline(strip, course, store):
    made = course.accepted(due=TODAY + dt.timedelta(days=20))
    course.do(put_escalation_on_agenda, made)
    item_id = item_of(store, course.national_meeting)
    with store.write() as session:
        session.get(Escalation, made).state = EscalationState.ANSWERED
    (words,) = strip(item_id).words()
    assert words.endswith("For decision · Answered")


def test_a_circular_and_a_linked_case_are_told_and_an_item_without_shows_nothing(strip, course, desk, store):
    made = desk.do(
        write_circular, group_id=course.bodies.national, kind=CircularKind.FRAMEWORK, title="Ramme", text="Sådan."
    )
    desk.do(send_circular, circular_id=made.id, version=1)
    with store.read() as session:
        item = session.query(AgendaItem).filter(AgendaItem.deliveries.any()).one().id
    shown = strip(item)
    assert shown.words() == ["Circular C2026-1 from Den nationale gruppe"]
    shown.findChild(QPushButton).click()
    assert shown.gone == [Place("circulars", wishes=wishes(circular=made.id))]
    case_id, _version = course.case()
    with store.write() as session:
        case = session.get(Case, case_id)
        plain = an_item(session.get(AgendaItem, item).meeting, "Uden")
        linked = an_item(session.get(AgendaItem, item).meeting, "Med sag")
        case.items.append(linked)
        session.flush()
        ids = plain.id, linked.id
    assert strip(ids[0]).words() == []
    assert strip(ids[0]).isHidden()
    (words,) = strip(ids[1]).words()
    assert words.lower().startswith("case rg1-")
    assert strip(987654).words() == []


@pytest.mark.parametrize("make", [AgendaView, MinutesView])
def test_it_stands_in_the_agenda_and_in_the_writing_room(qtbot, bridge, settled, store, meeting_id, make):
    with store.write() as session:
        item = session.query(AgendaItem).filter_by(title="Tolkning").one()
        case = a_case(item.meeting.group, "Tolke om natten", number=7)
        case.items.append(item)
        session.add(case)
        session.flush()
        item_id, case_id = item.id, case.id
    view = make(bridge, meeting_id)
    view.gone = []
    view.went.connect(view.gone.append)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    settled(view.reload)
    view.choose(item_id)
    strip = view.findChild(MatterStrip)
    qtbot.waitUntil(lambda: strip.words() == ["Case RG2-2026-0007 of Region 2"])
    strip.findChild(QPushButton).click()
    assert view.gone == [Place("case", case_id)]
