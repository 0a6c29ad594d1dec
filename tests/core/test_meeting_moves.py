"""A meeting that is moved more than once tells every move: from when to when, why, who moved it and when."""

import datetime as dt

import pytest

from referral_desk.desk import Desk
from referral_desk.models import Meeting
from referral_desk.operations.meetings import edit_meeting, move_meeting, put_meeting_back
from referral_desk.operations.wheel_plans import drag_meeting, put_dragged_back
from referral_desk.queries.document_content import invitation
from referral_desk.queries.meeting import meeting_detail
from referral_desk.queries.meeting_moves import Move
from referral_desk.users import User
from referral_desk.vocabulary import Stage
from tests.builders import NOON, TODAY, a_group, a_meeting

FIRST, SECOND, THIRD, FOURTH = (dt.date(2026, 12, day) for day in (3, 10, 14, 16))


@pytest.fixture
def meeting_id(database):
    with database.write() as session:
        meeting = a_meeting(a_group(), day=FIRST, stage=Stage.INVITED)
        session.add_all([meeting, a_meeting(meeting.group, day=dt.date(2026, 9, 3))])
        session.flush()
        return meeting.id


@pytest.fixture
def run(desk, meeting_id):
    def called(operation, by=desk, **arguments):
        with by._database.read() as session:
            version = session.get(Meeting, meeting_id).version
        return by.do(operation, meeting_id=meeting_id, version=version, **arguments)

    return called


def told(desk, meeting_id):
    return desk.ask(meeting_detail, meeting_id=meeting_id, language="en").moves


def test_every_move_keeps_its_days_its_reason_who_made_it_and_when(desk, database, meeting_id, run):
    late = Desk(database, User("Eva Prøve", frozenset({"secretary"})), now=lambda: NOON + dt.timedelta(hours=12.5))
    run(move_meeting, day=SECOND, reason="Sne")
    run(edit_meeting, place="Online")
    run(drag_meeting, by=late, day=THIRD, reason="Formanden er syg")
    run(drag_meeting, day=FOURTH, reason="Formanden er syg")
    tomorrow = TODAY + dt.timedelta(days=1)
    assert told(desk, meeting_id) == (
        Move(FIRST, SECOND, "Sne", desk.user.name, TODAY),
        Move(SECOND, THIRD, "Formanden er syg", "Eva Prøve", tomorrow),
        Move(THIRD, FOURTH, "Formanden er syg", desk.user.name, TODAY),
    )
    letter = desk.ask(invitation, meeting_id=meeting_id, today=TODAY, language="da")
    assert (letter.moved_from, letter.move_reason) == (THIRD, "Formanden er syg")


def test_a_move_that_was_taken_back_is_told_no_more(desk, meeting_id, run):
    assert told(desk, meeting_id) == ()
    run(move_meeting, day=SECOND, reason="Sne")
    before = run(move_meeting, day=THIRD, reason="Strejke")
    run(put_meeting_back, before=before)
    assert [(one.day_to, one.reason) for one in told(desk, meeting_id)] == [(SECOND, "Sne")]
    run(move_meeting, day=FOURTH, reason="Storm")
    assert [(one.day_from, one.reason) for one in told(desk, meeting_id)] == [(FIRST, "Sne"), (SECOND, "Storm")]


def test_days_that_nobody_was_told_of_are_no_moves(desk, database, meeting_id, run):
    with database.write() as session:
        session.get(Meeting, meeting_id).stage = Stage.PLANNED
    run(drag_meeting, day=SECOND)
    back = run(drag_meeting, day=FOURTH)
    run(put_dragged_back, before=back.undo.arguments["before"])
    assert told(desk, meeting_id) == ()
    run(move_meeting, day=THIRD, reason="Sne")
    assert [(one.day_from, one.day_to) for one in told(desk, meeting_id)] == [(SECOND, THIRD)]


def test_what_the_log_does_not_know_is_told_as_far_as_the_meeting_does(desk, database, meeting_id, run):
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.moved_from, meeting.day, meeting.move_reason = FIRST, SECOND, "Sne"
    assert told(desk, meeting_id) == (Move(FIRST, SECOND, "Sne"),)
    run(move_meeting, day=THIRD, reason="Strejke")
    assert [(one.day_from, one.day_to, one.reason) for one in told(desk, meeting_id)] == [
        (FIRST, SECOND, "Sne"),
        (SECOND, THIRD, "Strejke"),
    ]
