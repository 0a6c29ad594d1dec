"""Minutes that go round twice: what comes back late is about the words of its own round."""

import io

import docx
import pytest

from referral_desk.errors import Stale
from referral_desk.exchange.comments import cautions, found_in, read_returned
from referral_desk.exchange.word import minutes_docx
from referral_desk.models import Minutes, MinutesEntry
from referral_desk.models.sent_rounds import rounds
from referral_desk.operations.comments import accept_comment
from referral_desk.operations.minutes import send_minutes_to_comment, take_minutes_back
from referral_desk.queries.comments import entries_on, sent_entries
from referral_desk.queries.minutes_content import minutes_content
from tests.minutes_course import course, taken_back

__all__ = ["course"]

FIRST, SECOND = "Gruppen godkendte planen.", "Gruppen godkendte planen for 2027, enstemmigt."


def word_file(course):
    content = course.desk.ask(minutes_content, meeting_id=course.first, language="da")
    return docx.Document(io.BytesIO(minutes_docx(content)))


def read(course, document):
    out = io.BytesIO()
    document.save(out)
    told, sent = read_returned(out.getvalue(), "retur.docx"), course.desk.ask(sent_entries, meeting_id=course.first)
    return found_in(told, sent, "en"), cautions(told, sent, "en")


def changed(document, before, after):
    [one] = [one for one in document.paragraphs if before in one.text]
    for run in one.runs[1:]:
        run.text = ""
    one.runs[0].text = after
    return document


@pytest.fixture
def second_round(course):
    """A course in its second round, and the file of its first."""
    course.to_comment()
    document = word_file(course)
    course.step(take_minutes_back)
    with course.database.write() as session:
        session.get(MinutesEntry, course.entry).text = SECOND
    course.step(send_minutes_to_comment)
    return document


def test_a_file_of_the_first_round_that_nobody_changed_proposes_nothing_in_the_second(course, second_round):
    found, told = read(course, second_round)
    assert found == ()
    assert told[0].startswith("This file was sent before the minutes were changed")
    assert read(course, word_file(course)) == ((), ())


def test_what_the_first_round_says_is_not_taken_over_unseen_in_the_second(course, second_round):
    [one], _ = read(course, changed(second_round, FIRST, "Gruppen godkendte planen i maj."))
    assert (one.entry_id, one.quoted, one.proposed) == (course.entry, FIRST, "Gruppen godkendte planen i maj.")
    course.say(one.text, entry_id=one.entry_id, quoted=one.quoted, proposed=one.proposed)
    [row] = course.comments()
    assert row.has_changed
    with pytest.raises(Stale, match="look at both"):
        course.desk.do(accept_comment, comment_id=row.id, version=row.version)


def test_words_that_were_worded_anew_within_a_round_count_as_they_went_out(course):
    course.to_comment()
    with course.database.write() as session:
        session.get(MinutesEntry, course.entry).text = SECOND
    assert read(course, word_file(course)) == ((), ())
    [one], told = read(course, changed(word_file(course), SECOND, "Noget tredje."))
    assert (one.quoted, one.text, told) == (SECOND, "", ())


def test_undoing_that_they_were_sent_makes_no_round_of_its_own(course):
    course.to_comment()
    done = course.step(take_minutes_back)
    taken_back(course.desk, done)
    with course.database.read() as session:
        assert len(rounds(session.get(Minutes, course.seen().id).sent)) == 1
    assert rounds('{"7": "Ældre desks"}') == [{"7": "Ældre desks"}]


def test_a_deletion_in_a_returned_file_is_accepted_and_the_entry_goes(course):
    course.to_comment()
    document = word_file(course)
    [gone] = [one for one in document.paragraphs if FIRST in one.text]
    gone._p.getparent().remove(gone._p)
    [one], _ = read(course, document)
    course.say(one.text, entry_id=one.entry_id, quoted=one.quoted, leaves_out=one.leaves_out)
    [row] = course.comments()
    done = course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    assert [entry.text for entry in course.desk.ask(entries_on, meeting_id=course.first)] == ["Intet."]
    taken_back(course.desk, done)
    assert course.entry_text(course.entry) == FIRST
