"""What can still be put right of a meeting that was held: its head until approval, its items while it is a draft."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import AgendaItem, Attendance, Meeting
from referral_desk.operations.agenda import add_item, edit_item, remove_item, restore_item
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.meetings import edit_meeting
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment
from referral_desk.queries.agenda import agenda
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.vocabulary import AttendeeRole, ItemOutcome, Label
from tests.builders import a_person
from tests.minutes_course import course

__all__ = ["course"]


def change(course, **fields):
    course.desk.do(edit_meeting, meeting_id=course.first, version=course.version(Meeting, course.first), **fields)


def listed(course):
    return course.desk.ask(agenda, meeting_id=course.first, language="da")


def test_the_head_of_a_held_meeting_is_put_right_until_its_minutes_are_approved(course):
    with course.database.write() as session:
        led = a_person("Mødeleder Prøve")
        session.add(led)
        session.flush()
        key = led.id
    course.to_comment()
    change(course, place="Odense", chair_id=key, label=Label.OPEN, title="Ekstra")
    with pytest.raises(Invalid, match="was held"):
        change(course, starts=dt.time(8))
    content = course.desk.ask(minutes_content, meeting_id=course.first, language="da")
    assert (content.place, content.chair, content.label, content.title) == (
        "Odense",
        "Mødeleder Prøve",
        Label.OPEN,
        "Ekstra",
    )
    with course.database.read() as session:
        [row] = session.query(Attendance).filter_by(meeting_id=course.first, person_id=key)
        assert row.role is AttendeeRole.CHAIR
    course.approve()
    with pytest.raises(Invalid, match="minutes are approved"):
        change(course, place="Aarhus")


def test_an_item_raised_at_the_table_stands_last_and_can_be_changed_until_the_draft_goes_to_the_chair(course):
    assert not listed(course).takes_raised
    course.hold()
    assert listed(course).takes_raised
    key = course.desk.do(add_item, meeting_id=course.first, title="Nyt", position=0)
    course.desk.do(edit_item, item_id=key, version=course.version(AgendaItem, key), title="Rejst ved bordet")
    removed = course.desk.do(remove_item, item_id=key, version=course.version(AgendaItem, key))
    assert course.desk.do(restore_item, removed=removed) == key
    assert [(one.title, one.number, one.is_fixed) for one in listed(course).items] == [
        ("Tolkning", 1, True),
        ("Eventuelt", 2, True),
        ("Rejst ved bordet", 3, False),
    ]
    with pytest.raises(Invalid, match="was held"):
        course.desk.do(edit_item, item_id=course.one, version=course.version(AgendaItem, course.one), title="Nej")
    for item in (course.one, course.two, key):
        course.write(item)
    course.step(send_minutes_to_chair)
    told = {"item_id": key, "version": course.version(AgendaItem, key)}
    for operation, more in ((edit_item, {"title": "Nej"}), (remove_item, {})):
        with pytest.raises(Invalid, match="was held"):
            course.desk.do(operation, **told, **more)
    with pytest.raises(Invalid, match="was held"):
        course.desk.do(add_item, meeting_id=course.first, title="For sent")
    course.step(send_minutes_to_comment)
    course.approve()
    content = course.desk.ask(minutes_content, meeting_id=course.first, language="da")
    assert [item.title for item in content.items][2] == "Rejst ved bordet"


def test_what_was_raised_and_is_carried_forward_is_an_item_like_others_there(course):
    course.hold()
    key = course.desk.do(add_item, meeting_id=course.first, title="Rejst ved bordet")
    told = {"item_id": key, "version": course.version(AgendaItem, key)}
    course.desk.do(set_outcome, outcome=ItemOutcome.CARRIED, **told)
    with course.database.read() as session:
        [copy] = session.query(AgendaItem).filter_by(carried_from_id=key)
        assert (copy.meeting_id, copy.is_raised) == (course.second, False)
