"""The form that corrects approved minutes: words, kind and label, times, who came, what became of an item."""

import datetime as dt

from referral_desk.models import Attendance, Meeting
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.vocabulary import AttendanceState, CorrectedPart, ItemOutcome, Label
from tests.ui.accessibility import faults
from tests.ui.meeting_course import life, open_page
from ui.pages.meeting.correction_parts import MISSED, TIMES

__all__ = ["life", "open_page"]


def choose(box, value):
    box.setCurrentIndex(box.values.index(value))


def test_a_correction_puts_right_all_that_approved_minutes_say(qtbot, life, open_page, settled):
    life.to_comment()
    life.write(life.two, "Intet.")
    life.approve()
    with life.store.read() as session:
        rows = {row.who: row.id for row in session.get(Meeting, life.first).attendance}
    page = open_page(life.first)
    assert not page.course_view.bar.times.isEnabled()
    settled(page.course_view.bar.correct.click)
    form = page.course_view.over
    parts = form.parts
    qtbot.waitUntil(lambda: bool(parts._people))
    choose(parts.access, Label.CONFIDENTIAL)
    choose(form.which, TIMES)
    assert form.words.isHidden()
    assert parts.began.isVisible()
    parts.ended.setTime(dt.time(11, 40))
    choose(form.which, (CorrectedPart.PEOPLE, rows["Formand Prøve"]))
    assert [parts.state.itemText(place) for place in range(3)] == ["Present", "Apology", "Absent"]
    choose(parts.state, AttendanceState.APOLOGY)
    parts.deputy.setText("Ny Suppleant")
    choose(form.which, MISSED)
    parts.person.setText("Ny Gæst")
    choose(form.which, (CorrectedPart.OUTCOME, life.two))
    choose(parts.outcome, ItemOutcome.DROPPED)
    parts.why.setText("Ikke nået.")
    # What was chosen before is still there when one comes back to it.
    choose(form.which, TIMES)
    assert parts.ended.time().toPython() == dt.time(11, 40)
    assert form.is_begun
    assert faults(page) == []
    form.reason.setText("Mødelederen så referatet igennem.")
    settled(form.submit)
    qtbot.waitUntil(lambda: page.course_view.over is not form)
    content = life.desk.ask(minutes_content, meeting_id=life.first, language="en")
    [correction] = content.corrections
    said = [(one.part, one.before, one.after) for one in correction.changes]
    assert said == [
        (CorrectedPart.TIMES, "09:00–12:00", "09:00–11:40"),
        (CorrectedPart.PEOPLE, "Formand Prøve, Fonden: no answer yet, chair", "Formand Prøve, Fonden: apology, chair"),
        (CorrectedPart.PEOPLE, "", "Ny Suppleant, Fonden: present, deputy for Formand Prøve"),
        (CorrectedPart.PEOPLE, "", "Ny Gæst: present, guest"),
        (CorrectedPart.LABEL, "Internal", "Confidential"),
        (CorrectedPart.OUTCOME, "Noted", "Dropped: Ikke nået."),
    ]
    with life.store.read() as session:
        assert session.get(Attendance, rows["Formand Prøve"]).state is AttendanceState.APOLOGY
    settled(page.course_view.bar.editions.click)
    card = page.course_view.over
    qtbot.waitUntil(lambda: any("Who was there" in one.text() for one in card.findChildren(type(form.hint))))


def test_what_a_correction_changes_beside_the_words_survives_another_language(qtbot, life, open_page, settled):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    settled(page.course_view.bar.correct.click)
    form = page.course_view.over
    choose(form.which, TIMES)
    form.parts.began.setTime(dt.time(9, 20))
    other = open_page(life.first)
    settled(lambda: other.take_up(page.keep()))
    settled(other.refresh)
    qtbot.waitUntil(lambda: other.course_view.over is not None)
    again = other.course_view.over
    assert again.parts.values == {TIMES: (dt.time(9, 20), dt.time(12))}
    assert again.parts.began.time().toPython() == dt.time(9, 20)
