"""Comments on minutes: kept, withdrawn, answered, opened again, and the words they change."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.errors import DeskError, Invalid, Stale
from referral_desk.models import ActionItem, AgendaItem, EntryComment, Meeting, MinutesEntry, Person
from referral_desk.operations.comments import (
    Said,
    accept_comment,
    add_comments,
    decline_comment,
    reopen_comment,
    withdraw_comments,
)
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment
from referral_desk.queries.comments import entries_on
from referral_desk.queries.text_changes import Piece, word_changes
from referral_desk.vocabulary import CommentState, EntryKind
from tests.builders import TODAY, an_action, an_entry
from tests.minutes_course import CPR, course, taken_back

__all__ = ["course"]


def test_a_comment_is_accepted_with_its_words_or_declined_with_a_reply(course):
    course.to_comment()
    course.say(entry_id=course.entry, proposed="Gruppen godkendte planen for 2027.")
    course.say("Mødet sluttede senere.")
    general, worded = course.comments()
    assert (general.entry_id, worded.quoted, worded.has_changed) == (None, "Gruppen godkendte planen.", False)
    with pytest.raises(Invalid, match="not answered"):
        course.approve()
    with pytest.raises(Invalid, match="Say why the comment is declined"):
        course.desk.do(decline_comment, comment_id=general.id, version=general.version, reply=" ")
    course.desk.do(decline_comment, comment_id=general.id, version=general.version, reply="Nej, kl. 12.")
    done = course.desk.do(accept_comment, comment_id=worded.id, version=worded.version)
    assert course.entry_text(course.entry) == "Gruppen godkendte planen for 2027."
    taken_back(course.desk, done)
    assert course.entry_text(course.entry) == "Gruppen godkendte planen."
    assert course.seen().voices[0].unanswered == 1
    assert course.seen().silent == ("Medlem Prøve",)


def test_proposed_words_are_not_taken_over_unseen_where_the_entry_changed_since(course):
    course.to_comment()
    course.say(entry_id=course.entry, proposed="Planen for 2027 blev godkendt.")
    with course.database.write() as session:
        session.get(MinutesEntry, course.entry).text = "Planen blev udskudt."
    [row] = course.comments()
    assert row.has_changed
    with pytest.raises(Stale, match="look at both"):
        course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    course.desk.do(
        accept_comment,
        comment_id=row.id,
        version=row.version,
        text="Planen for 2027 blev udskudt.",
        entry_version=row.entry_version,
    )
    assert course.entry_text(course.entry) == "Planen for 2027 blev udskudt."


def test_a_comment_says_something_by_somebody_and_holds_no_cpr_number(course):
    course.to_comment()
    for wrong, match in (
        ({"said": " "}, "what was said"),
        ({"author": " "}, "who made"),
        ({"said": CPR}, "CPR"),
        ({"said_on": TODAY + dt.timedelta(days=1)}, "day to come"),
    ):
        with pytest.raises(Invalid, match=match):
            course.say(**wrong)
    done = course.say()
    taken_back(course.desk, done)
    assert course.comments() == ()
    done = course.say()
    [row] = course.comments()
    course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    with pytest.raises(DeskError):
        taken_back(course.desk, done)


def test_words_that_changed_are_told_from_those_that_stayed():
    assert word_changes("Mødet var i maj.", "Mødet var i juni 2026.") == (
        (Piece.SAME, "Mødet var i "),
        (Piece.REMOVED, "maj."),
        (Piece.ADDED, "juni 2026."),
    )
    assert word_changes("", "") == ()


def test_several_comments_are_withdrawn_together_and_none_of_them_once_one_is_answered(course):
    course.to_comment()
    several = [Said("Første.", author="Et medlem"), Said("Anden.", author="Et andet medlem")]
    done = course.desk.do(add_comments, minutes_id=course.seen().id, comments=several)
    assert done.undo.operation is withdraw_comments
    first, _second = course.comments()
    course.desk.do(accept_comment, comment_id=first.id, version=first.version)
    with pytest.raises(Stale):
        taken_back(course.desk, done)
    answered = [(first.id, course.version(EntryComment, first.id))]
    with pytest.raises(Invalid, match="was answered"):
        course.desk.do(withdraw_comments, minutes_id=course.seen().id, comments=answered)
    assert len(course.comments()) == len(several)


def test_an_answer_is_opened_again_only_where_nobody_wrote_since(course):
    course.to_comment()
    course.say(entry_id=course.entry, proposed="Planen gælder 2027.")
    [row] = course.comments()
    with pytest.raises(Invalid, match="open already"):
        course.desk.do(reopen_comment, comment_id=row.id, version=row.version)
    done = course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    assert done.undo.operation is reopen_comment
    with course.database.write() as session:
        session.get(MinutesEntry, course.entry).text = "Planen gælder 2027 og 2028."
    with pytest.raises(Stale):
        taken_back(course.desk, done)
    assert course.entry_text(course.entry) == "Planen gælder 2027 og 2028."
    assert [one.state for one in course.comments()] == [CommentState.ACCEPTED]
    without_words = {**done.undo.arguments, "before": None}
    course.desk.do(reopen_comment, **without_words)
    [row] = course.comments()
    assert (row.state, row.reply) == (CommentState.OPEN, "")
    assert course.entry_text(course.entry) == "Planen gælder 2027 og 2028."


def test_an_accepted_wish_to_leave_an_entry_out_takes_it_away_and_undo_brings_back_all_that_hung_on_it(course):
    course.hold()
    with course.database.write() as session:
        meeting = session.get(Meeting, course.first)
        item = session.get(AgendaItem, course.one)
        action = an_action(meeting.group, "Skriv til kommunen.", due=TODAY, item=item)
        action.owner_person = session.scalars(select(Person)).first()
        entry = an_entry(meeting.minutes, item, "Skriv til kommunen.", kind=EntryKind.ACTION, action=action)
        an_entry(meeting.minutes, item, "Intet.")
        session.flush()
        key, reference, lines = entry.id, action.reference, len(action.progress)
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    course.say("", entry_id=key, leaves_out=True)
    course.say("Hvem skriver?", entry_id=key)
    row, other = course.comments()
    assert row.leaves_out
    done = course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    entries = course.desk.ask(entries_on, meeting_id=course.first)
    assert [one.text for one in entries] == ["Intet."]
    assert [(one.entry_id, one.quoted) for one in course.comments()] == [(None, "Skriv til kommunen.")] * 2
    with course.database.read() as session:
        assert session.scalars(select(ActionItem)).all() == []
    taken_back(course.desk, done)
    with course.database.read() as session:
        entry = session.get(MinutesEntry, key)
        assert (entry.text, entry.action.reference, entry.action.due) == ("Skriv til kommunen.", reference, TODAY)
        assert len(entry.action.progress) == lines
    assert [(one.id, one.entry_id, one.state) for one in course.comments()] == [
        (one.id, key, CommentState.OPEN) for one in (row, other)
    ]


def test_an_entry_that_changed_since_is_left_out_only_by_somebody_who_says_so(course):
    course.to_comment()
    course.say("", entry_id=course.entry, leaves_out=True)
    with course.database.write() as session:
        session.get(MinutesEntry, course.entry).text = "Planen blev udskudt."
    [row] = course.comments()
    with pytest.raises(Stale, match="look at both"):
        course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    seen = {"comment_id": row.id, "version": row.version, "entry_version": row.entry_version}
    done = course.desk.do(accept_comment, **seen, text="Planen er ude.")
    assert course.entry_text(course.entry) == "Planen er ude."
    taken_back(course.desk, done)
    [row] = course.comments()
    seen = {"comment_id": row.id, "version": row.version, "entry_version": row.entry_version}
    course.desk.do(accept_comment, **seen, text="")
    assert [one.text for one in course.desk.ask(entries_on, meeting_id=course.first)] == ["Intet."]
