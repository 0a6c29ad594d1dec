"""Minutes from the day of the meeting to its end: every step, and what it lacks."""

import datetime as dt

import pytest

from referral_desk.deadlines import Deadlines
from referral_desk.desk import Desk
from referral_desk.errors import Invalid, NotAllowed
from referral_desk.models import AgendaItem, Meeting, MinutesEntry
from referral_desk.operations.corrections import correct_minutes
from referral_desk.operations.minutes import (
    approve_in_writing,
    close_meeting,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
    set_comments_due,
    set_meeting_times,
    take_minutes_back,
)
from referral_desk.queries.meeting import Where
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.users import User
from referral_desk.vocabulary import EntryKind, ItemOutcome, MinutesState, Stage
from tests.builders import NOON, TODAY, an_action, an_entry
from tests.minutes_course import CPR, Course, course, taken_back

__all__ = ["course"]


def test_a_held_meeting_gets_the_next_number_minutes_and_its_real_times(course):
    course.hold(began=dt.time(9, 5), ended=dt.time(11, 50))
    seen = course.seen()
    assert (seen.number, seen.stage, seen.state) == (1, Stage.HELD, MinutesState.DRAFT)
    assert (seen.began, seen.ended) == (dt.time(9, 5), dt.time(11, 50))
    course.hold(course.second)
    later = course.seen(course.second)
    # Noon is over when the meeting's end at noon is recorded, so it began as planned; it may still go on.
    assert (later.number, later.began, later.ended) == (2, dt.time(9), None)


def test_a_meeting_is_not_held_before_its_day_and_the_undo_gives_the_number_back(desk, database):
    ahead = Course(desk, database, days=(TODAY, TODAY + dt.timedelta(days=1)))
    with pytest.raises(Invalid, match="still to come"):
        ahead.hold(ahead.second)
    done = ahead.hold()
    taken_back(desk, done)
    assert (ahead.seen().stage, ahead.seen().number, ahead.seen().id) == (Stage.PLANNED, None, None)
    ahead.hold()
    ahead.write()
    with pytest.raises(Invalid, match="Something is written"):
        taken_back(desk, done)


def test_a_meeting_stays_held_while_a_later_one_has_the_number_after_it(course):
    done = course.hold()
    course.hold(course.second)
    with pytest.raises(Invalid, match="later meeting"):
        taken_back(course.desk, done)


def test_the_times_of_a_meeting_are_mended_until_it_is_closed(course):
    course.hold()
    told = {"meeting_id": course.first, "began": dt.time(10), "ended": dt.time(9)}
    with pytest.raises(Invalid, match="ends before it begins"):
        course.desk.do(set_meeting_times, version=course.seen().meeting_version, **told)
    done = course.desk.do(set_meeting_times, version=course.seen().meeting_version, **{**told, "ended": dt.time(11)})
    taken_back(course.desk, done)
    assert (course.seen().began, course.seen().ended) == (dt.time(9), dt.time(12))


def test_an_empty_draft_goes_to_nobody_and_each_step_can_be_taken_back(course):
    course.hold()
    with pytest.raises(Invalid, match="Nothing is written"):
        course.step(send_minutes_to_chair)
    course.write()
    assert [str(one) for one in course.seen().lacks] == [
        "Item 2 is open: note or decide something, carry it forward, or drop it.",
        "Nobody is marked as present.",
    ]
    for operation, state, stage in (
        (send_minutes_to_chair, MinutesState.WITH_CHAIR, Stage.MINUTES_DRAFTED),
        (send_minutes_to_comment, MinutesState.IN_COMMENT, Stage.IN_COMMENT),
    ):
        before = course.seen()
        done = course.step(operation)
        assert (course.seen().state, course.seen().stage) == (state, stage)
        taken_back(course.desk, done)
        assert (course.seen().state, course.seen().stage) == (before.state, before.stage)
        course.step(operation)
    back = course.step(take_minutes_back)
    assert course.seen().comments_due is None
    taken_back(course.desk, back)
    assert course.seen().state is MinutesState.IN_COMMENT


def test_comments_are_due_by_the_groups_deadline_and_not_in_the_past(course):
    course.to_comment()
    seen = course.seen()
    assert (seen.comments_from, seen.comments_due) == (TODAY, Deadlines().comments_due(TODAY))
    with pytest.raises(Invalid, match="before the day"):
        course.step(set_comments_due, due=TODAY - dt.timedelta(days=1))
    course.step(set_comments_due, due=TODAY)
    assert course.seen().comments_due == TODAY
    course.step(take_minutes_back)
    with pytest.raises(Invalid, match="lies behind us"):
        course.step(send_minutes_to_comment, due=TODAY - dt.timedelta(days=1))


def test_nothing_goes_to_comment_with_a_cpr_number_or_an_action_without_owner_or_date(course):
    course.hold()
    wrong = course.write(said=f"Sag om {CPR}.")
    loose = course.write(kind=EntryKind.ACTION, said="Skriv til kommunen")
    with course.database.write() as session:
        meeting = session.get(Meeting, course.first)
        action = an_action(meeting.group, due=None, item=meeting.items[0])
        session.add(action)
        an_entry(meeting.minutes, meeting.items[0], action.text, kind=EntryKind.ACTION).action = action
    course.step(send_minutes_to_chair)
    found = course.seen().lacks
    assert [(one.entry_id, one.stops) for one in found][:2] == [(wrong, True), (loose, True)]
    assert [str(one) for one in found[2:]] == [
        "The action “Skrive til kommunen” has no owner: say who does it.",
        "The action “Skrive til kommunen” has no deadline: say by when.",
    ]
    with pytest.raises(Invalid, match="CPR number"):
        course.step(send_minutes_to_comment)


def test_two_peoples_words_for_the_same_stop_comments_and_approval_until_one_is_chosen(course):
    def rival():
        return course.write(said="Gruppen udsatte planen.", rival_of_id=course.entry)

    def refused(operation, **more):
        with pytest.raises(Invalid, match="two people wrote the same in two ways"):
            course.step(operation, **more)

    def choose(entry_id):
        with course.database.write() as session:
            session.get(MinutesEntry, entry_id).rival_of_id = None

    course.hold()
    course.entry = course.write(said="Gruppen godkendte planen.")
    mine = rival()
    course.step(send_minutes_to_chair)
    refused(send_minutes_to_comment)
    [finding] = course.seen().lacks
    assert (finding.where, finding.item_id, finding.entry_id) == (Where.ENTRY, course.one, mine)
    choose(mine)
    course.step(send_minutes_to_comment)
    mine = rival()
    refused(approve_in_writing, all_agreed=True, note="pr. mail", wording=minutes_wording)
    choose(mine)
    course.approve()
    assert course.seen().state is MinutesState.APPROVED


def test_a_meeting_closes_when_nothing_is_open_and_opens_again_only_at_once(course, database, user):
    course.hold()
    course.write()
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    with pytest.raises(Invalid, match="once its minutes are approved"):
        course.desk.do(close_meeting, meeting_id=course.first, version=course.seen().meeting_version)
    course.approve()
    assert [(str(one), one.item_id) for one in course.seen().lacks] == [
        ("Item 2 is open: note or decide something, carry it forward, or drop it.", course.two)
    ]
    with pytest.raises(Invalid, match="Item 2 is open"):
        course.desk.do(close_meeting, meeting_id=course.first, version=course.seen().meeting_version)
    with database.write() as session:
        session.get(AgendaItem, course.two).outcome = ItemOutcome.CARRIED
    done = course.desk.do(close_meeting, meeting_id=course.first, version=course.seen().meeting_version)
    assert course.seen().is_closed
    late = Desk(database, user, now=lambda: NOON + dt.timedelta(hours=1))
    with pytest.raises(Invalid, match="stays closed"):
        taken_back(late, done)
    taken_back(course.desk, done)
    assert course.seen().stage is Stage.APPROVED


def test_a_meeting_does_not_close_before_the_minutes_it_decided_on_are_frozen(course):
    course.to_comment()
    course.hold(course.second)
    course.write(course.approval, "Godkendt.", meeting_id=course.second, kind=EntryKind.DECISION)
    with course.database.write() as session:
        session.get(Meeting, course.second).minutes.state = MinutesState.APPROVED
    assert [str(one) for one in course.seen(course.second).lacks] == [
        "Item 1 decided on other minutes that are not frozen yet: freeze them as approved."
    ]


def test_every_step_is_for_those_who_run_meetings(database, course):
    reader = Desk(database, User("Læser", frozenset({"reader"})), now=lambda: NOON)
    for operation in (hold_meeting, send_minutes_to_chair, approve_in_writing, correct_minutes, close_meeting):
        with pytest.raises(NotAllowed):
            reader.do(operation)
