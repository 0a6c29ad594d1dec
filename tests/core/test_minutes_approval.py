"""Minutes approved, frozen and corrected, and what can no longer be changed."""

import datetime as dt

import pytest
from sqlalchemy import select, text

from referral_desk.desk import Desk
from referral_desk.errors import DeskError, Invalid, Stale, Unavailable
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    EntryComment,
    Meeting,
    MinutesEdition,
    MinutesEntry,
    Person,
)
from referral_desk.operations.comments import accept_comment, decline_comment
from referral_desk.operations.corrections import Addition, Corrected, correct_minutes
from referral_desk.operations.minutes import (
    approve_at_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
    take_minutes_back,
)
from referral_desk.queries.minutes_content import minutes_content, minutes_wording
from referral_desk.vocabulary import ApprovalWay, EntryKind, ItemOutcome, Label, MinutesState, Stage
from tests.builders import NOON, TODAY
from tests.minutes_course import BEFORE, course

__all__ = ["course"]


def test_silence_is_consent_once_the_time_is_over_and_nobody_objects(course, database, user):
    course.to_comment()
    with pytest.raises(Invalid, match="not over"):
        course.approve(all_agreed=False)
    with pytest.raises(Invalid, match="how everybody agreed"):
        course.approve(note="")
    course.desk = Desk(database, user, now=lambda: NOON + dt.timedelta(days=30))
    course.say("Nej.")
    [row] = course.comments()
    course.desk.do(decline_comment, comment_id=row.id, version=row.version, reply="Jo.")
    with pytest.raises(Invalid, match="silence is not consent"):
        course.approve(all_agreed=False)
    course.desk.do(accept_comment, comment_id=_reopened(course, row.id), version=course.version(EntryComment, row.id))
    course.approve(all_agreed=False, note="")
    seen = course.seen()
    assert (seen.state, seen.approved_way) == (MinutesState.APPROVED, ApprovalWay.IN_WRITING)


def _reopened(course, key):
    with course.database.write() as session:
        session.get(EntryComment, key).reopen()
    return key


def test_the_next_meeting_approves_by_its_item_and_the_minutes_are_frozen(course):
    course.to_comment()
    told = {"item_id": course.approval, "wording": minutes_wording}
    with pytest.raises(Invalid, match="not held yet"):
        course.desk.do(approve_at_meeting, version=1, **told)
    course.hold(course.second)
    assert course.seen().approval.is_held
    course.write(course.approval, "Godkendt.", meeting_id=course.second, kind=EntryKind.DECISION)
    # Words under the item approve nothing.
    assert course.seen().state is MinutesState.IN_COMMENT
    course.desk.do(approve_at_meeting, version=1, **told)
    seen = course.seen()
    assert (seen.state, seen.stage, seen.approved_on) == (MinutesState.APPROVED, Stage.APPROVED, TODAY)
    assert [(one.number, one.is_sound) for one in seen.editions] == [(1, True)]
    assert course.seen(course.second).items[0].outcome is ItemOutcome.DECIDED


def test_a_later_meeting_is_told_which_minutes_are_not_ready_and_what_to_do_first(course):
    told = {"item_id": course.approval, "wording": minutes_wording, "version": 1}
    course.hold()
    course.write()
    course.hold(course.second)
    day = f"{BEFORE:%d.%m.%Y}"
    with pytest.raises(Invalid, match=f"minutes of {day} are still a draft: send them to the chair, then to the"):
        course.desk.do(approve_at_meeting, **told)
    course.step(send_minutes_to_chair)
    with pytest.raises(Invalid, match=f"minutes of {day} are still with the chair: send them to the members"):
        course.desk.do(approve_at_meeting, **told)
    course.step(send_minutes_to_comment)
    course.desk.do(approve_at_meeting, **told)
    assert course.seen().is_frozen


def test_what_is_approved_is_not_reopened_written_in_or_commented(course):
    course.to_comment()
    course.say("Godt.")
    [row] = course.comments()
    course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    course.approve()
    with pytest.raises(Invalid, match="not opened again"):
        course.step(take_minutes_back)
    with pytest.raises(Invalid, match="stays as it is"):
        course.say()
    with pytest.raises(Invalid, match="approved already"):
        course.approve()
    with course.database.read() as session, pytest.raises(Invalid, match="stays as it is"):
        session.get(Meeting, course.first).minutes.check_open_to_writing()
    with pytest.raises(Invalid, match="frozen copy"), course.database.write() as session:
        session.scalars(select(MinutesEdition)).one().content = "{}"


def test_a_correction_is_a_new_edition_that_shows_what_it_changed(course):
    course.to_comment()
    course.approve()
    changed = {course.entry: "Gruppen godkendte planen for 2027."}
    more = {"wording": minutes_wording}
    with pytest.raises(Invalid, match="Say why"):
        course.step(correct_minutes, reason=" ", corrected=Corrected(changed), **more)
    with pytest.raises(Invalid, match="Nothing is different"):
        course.step(
            correct_minutes, reason="År", corrected=Corrected({course.entry: "Gruppen godkendte planen. "}), **more
        )
    with pytest.raises(Stale):
        course.step(correct_minutes, reason="År", corrected=Corrected({999: "x"}), **more)
    added = [Addition(course.two, EntryKind.NOTE, "Næste møde er i marts.")]
    course.step(correct_minutes, reason="Året manglede.", corrected=Corrected(changed, added=added), **more)
    assert [(one.number, one.reason) for one in course.seen().editions] == [(1, ""), (2, "Året manglede.")]
    first = course.desk.ask(minutes_content, meeting_id=course.first, language="da", edition=1)
    [correction] = course.desk.ask(minutes_content, meeting_id=course.first, language="en").corrections
    assert (first.corrections, first.items[0].entries[0].text) == ((), "Gruppen godkendte planen.")
    assert [(one.before, one.after) for one in correction.changes] == [
        ("Gruppen godkendte planen.", "Gruppen godkendte planen for 2027."),
        ("", "Næste møde er i marts."),
    ]


def test_a_correction_adds_an_action_that_comes_from_its_entry(course):
    course.to_comment()
    course.approve()
    with course.database.write() as session:
        session.get(AgendaItem, course.two).label = Label.CONFIDENTIAL
        member = session.scalars(select(Person).where(Person.name == "Medlem Prøve")).one().id
    due = TODAY + dt.timedelta(days=20)
    more = {"reason": "Glemt.", "wording": minutes_wording}
    gone = "gone|no longer|removed|again"
    for owner, day, wrong in ((None, due, "no owner"), (member, None, "no deadline"), (999, due, gone)):
        missed = Addition(course.two, EntryKind.ACTION, "Ring til kommunen.", owner_person_id=owner, due=day)
        with pytest.raises(DeskError, match=wrong):
            course.step(correct_minutes, corrected=Corrected(added=[missed]), **more)
    missed = Addition(course.two, EntryKind.ACTION, "Ring til kommunen.", owner_person_id=member, due=due)
    course.step(correct_minutes, corrected=Corrected(added=[missed]), **more)
    with course.database.read() as session:
        action = session.scalars(select(ActionItem)).one()
        entry = session.scalars(select(MinutesEntry).where(MinutesEntry.action_id == action.id)).one()
        assert (action.item_id, action.owner_name, action.due) == (course.two, "Medlem Prøve", due)
        assert (entry.text, entry.label, action.label) == ("Ring til kommunen.", *[Label.CONFIDENTIAL] * 2)
    content = course.desk.ask(minutes_content, meeting_id=course.first, language="en")
    told = content.items[1].entries[-1]
    assert (told.kind, told.text, told.action.due) == (EntryKind.ACTION, "Ring til kommunen.", due)
    assert told.action.owner.startswith("Medlem Prøve")
    assert content.corrections[0].changes[0].after == "Ring til kommunen."
    frozen = course.desk.ask(minutes_content, meeting_id=course.first, language="en", edition=1)
    assert [entry.kind for item in frozen.items for entry in item.entries] == [EntryKind.DECISION, EntryKind.NOTE]


def test_only_approved_minutes_are_corrected(course):
    course.to_comment()
    with pytest.raises(Invalid, match="still be written in"):
        course.step(correct_minutes, reason="x", corrected=Corrected({course.entry: "y"}), wording=minutes_wording)


def test_an_edition_that_was_tampered_with_is_not_opened(course):
    course.to_comment()
    course.approve()
    with course.database.write() as session:
        session.connection().execute(text("update minutes_editions set content = '{}'"))
    assert not course.seen().editions[0].is_sound
    with pytest.raises(Unavailable, match="no longer what was approved"):
        course.desk.ask(minutes_content, meeting_id=course.first, language="da")
