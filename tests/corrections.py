"""Approved minutes and their corrections, for the tests of what a correction says."""

import datetime as dt

from referral_desk.models import Meeting, MinutesEntry, Person
from referral_desk.operations.corrections import correct_minutes
from referral_desk.operations.entries import EntryDraft, Said, save_entries
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment
from referral_desk.queries.minutes_content import minutes_content, minutes_wording
from referral_desk.vocabulary import AttendanceState, EntryKind
from tests.builders import TODAY, a_person, a_sheet

AGREED, LATER = TODAY + dt.timedelta(days=10), TODAY + dt.timedelta(days=200)


def said_by(course, edition=None, language="da"):
    return course.desk.ask(minutes_content, meeting_id=course.first, language=language, edition=edition)


def lines(content):
    return {line.text: line for item in content.items for line in item.entries}


def person(course, name="Medlem Prøve"):
    with course.database.read() as session:
        return session.query(Person).filter_by(name=name).one().id


def write_action(course, text="Ring til kommunen.", **facts):
    """An action as it is written in the room: agreed for a member and a day."""
    told = {"owner_person_id": person(course), "due": AGREED, **facts}
    draft = EntryDraft(1, Said(EntryKind.ACTION, text, **told))
    saved = course.desk.do(save_entries, meeting_id=course.first, item_id=course.one, entries=(draft,))
    return saved.entries[0].id


def action_of(course, entry_id):
    with course.database.read() as session:
        action = session.get(MinutesEntry, entry_id).action
        return action.id, action.version


def approved(course):
    """Minutes with an action, a note and somebody present, approved."""
    course.hold()
    entry = write_action(course)
    course.note = course.write(course.two, "Intet.")
    with course.database.write() as session:
        meeting = session.get(Meeting, course.first)
        a_sheet(meeting, a_person("Anden Prøve"))
        for row in meeting.attendance:
            row.state = AttendanceState.PRESENT
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    course.approve()
    return entry


def correct(course, corrected, reason="Rettet.", kept=()):
    return course.step(correct_minutes, reason=reason, corrected=corrected, wording=minutes_wording, kept=kept)


def told(course, language="en"):
    [*_, last] = said_by(course, language=language).corrections
    return [(one.part, one.before, one.after) for one in last.changes]


def sheet(course):
    with course.database.read() as session:
        rows = session.get(Meeting, course.first).attendance
        return {row.person.name: (row.id, row.role, row.state) for row in rows}
