"""The navigation counts what waits on pages that are not open: overdue actions, cases that wait for a decision."""

import datetime as dt

from referral_desk.models import ActionItem, Escalation, Group
from referral_desk.operations.action_steps import set_action_state
from referral_desk.operations.escalation_decisions import accept_escalation
from referral_desk.operations.me import choose_me
from referral_desk.queries.waiting import waiting_count
from referral_desk.vocabulary import ActionState, SeatKind
from tests.action_life import lay_region, version_of
from tests.builders import TODAY, a_person, a_seat
from tests.escalating import Course, eight_bodies
from ui.main_window import MainWindow
from ui.places import Place


def test_overdue_actions_are_counted_before_their_page_is_opened_and_when_one_is_done(qtbot, bridge, store):
    region = lay_region(store)
    with store.write() as session:
        session.get(ActionItem, region.loose).due = TODAY - dt.timedelta(days=1)
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    window.show()
    window.open_place(Place("groups"))
    button = window.navigation.buttons["actions"]
    qtbot.waitUntil(lambda: button.count == 1)
    assert "1 waiting" in button.accessibleName()
    bridge.do(set_action_state, actions=((region.loose, version_of(store, region.loose)),), state=ActionState.DONE)
    qtbot.waitUntil(lambda: button.count == 0)


def test_cases_that_wait_for_a_decision_or_are_late_are_counted(qtbot, bridge, desk, store):
    course = Course(desk, store, eight_bodies(store))
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    window.show()
    window.open_place(Place("groups"))
    button = window.navigation.buttons["cases"]
    sent = course.sent()
    qtbot.waitUntil(lambda: button.count == 1)
    course.do(accept_escalation, sent)
    qtbot.waitUntil(lambda: button.count == 0)
    with store.write() as session:
        session.get(Escalation, sent).step.due = TODAY - dt.timedelta(days=1)
    course.draft(1)
    qtbot.waitUntil(lambda: button.count == 1)


def test_who_leads_groups_is_told_of_theirs_alone(desk, store):
    course = Course(desk, store, eight_bodies(store))
    course.sent()
    with store.write() as session:
        chairs = [a_person("Formand Et"), a_person("Formand To")]
        for group_id, person in zip((course.bodies.national, course.bodies.top), chairs, strict=True):
            a_seat(session.get(Group, group_id), kind=SeatKind.CHAIR).take(person, dt.date(2024, 1, 1))
        session.flush()
        ids = [person.id for person in chairs]

    def waits():
        return desk.ask(waiting_count, day=TODAY, user=desk.user.name)

    assert waits() == 1
    desk.do(choose_me, person_id=ids[0])
    assert waits() == 1
    desk.do(choose_me, person_id=ids[1])
    assert waits() == 0
