"""The form that corrects approved minutes: words, kind and label, times, who came, what became of an item."""

import datetime as dt

from PySide6.QtCore import Qt

from referral_desk.models import Attendance, Meeting, Person
from referral_desk.operations.entries import EntryDraft, Said, save_entries
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.vocabulary import AttendanceState, CorrectedPart, EntryKind, ItemOutcome, Label
from tests.builders import TODAY
from tests.ui.accessibility import faults
from tests.ui.meeting_course import life, open_page
from ui.pages.meeting.correction_people import MISSED
from ui.pages.meeting.correction_rows import HEAD, LED, TIMES

__all__ = ["life", "open_page"]

LATER = TODAY + dt.timedelta(days=30)


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
    qtbot.waitUntil(lambda: bool(parts.came._names))
    choose(parts.entry.access, Label.CONFIDENTIAL)
    form.go_to(TIMES)
    assert form.words.isHidden()
    assert parts.times.began.isVisible()
    parts.times.ended.setTime(dt.time(11, 40))
    form.go_to((CorrectedPart.PEOPLE, rows["Formand Prøve"]))
    assert [parts.came.state.itemText(place) for place in range(3)] == ["Present", "Apology", "Absent"]
    choose(parts.came.state, AttendanceState.APOLOGY)
    parts.came.deputy.setText("Ny Suppleant")
    form.go_to(MISSED)
    parts.guests.guests[0].person.setText("Ny Gæst")
    form.go_to((CorrectedPart.OUTCOME, life.two))
    choose(parts.outcome.outcome, ItemOutcome.DROPPED)
    parts.outcome.why.setText("Ikke nået.")
    # What was chosen before is still there when one comes back to it.
    form.go_to(TIMES)
    assert parts.times.ended.time().toPython() == dt.time(11, 40)
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
    form.go_to(TIMES)
    form.parts.times.began.setTime(dt.time(9, 20))
    other = open_page(life.first)
    settled(lambda: other.take_up(page.keep()))
    settled(other.refresh)
    qtbot.waitUntil(lambda: other.course_view.over is not None)
    again = other.course_view.over
    assert again.parts.values == {TIMES: (dt.time(9, 20), dt.time(12))}
    assert again.parts.times.began.time().toPython() == dt.time(9, 20)


def approve_an_action(life):
    """Approved minutes of an action and a note; give the lines of the sheet by name."""
    life.hold()
    with life.store.read() as session:
        key = session.query(Person).filter_by(name="Medlem Prøve").one().id
        rows = {row.who: row.id for row in session.get(Meeting, life.first).attendance}
    said = Said(EntryKind.ACTION, "Ring til kommunen.", owner_person_id=key, due=LATER)
    life.desk.do(save_entries, meeting_id=life.first, item_id=life.one, entries=(EntryDraft(1, said),))
    life.write(life.two, "Intet.")
    life.step(send_minutes_to_chair)
    life.step(send_minutes_to_comment)
    life.approve()
    return rows


def test_a_correction_puts_right_the_meeting_itself_several_guests_who_was_out_and_what_was_agreed(
    qtbot, life, open_page, settled
):
    rows = approve_an_action(life)
    page = open_page(life.first)
    settled(page.course_view.bar.correct.click)
    form = page.course_view.over
    parts = form.parts
    qtbot.waitUntil(lambda: bool(parts.entry.owner._by_value) and bool(parts.came._names))
    form.go_to(form.which.values[0])
    assert (parts.entry.owner.text(), parts.entry.owner.isVisible()) == ("Medlem Prøve", True)
    parts.entry.owner.setText("Fonden")
    parts.entry.owner.editingFinished.emit()
    parts.entry.due.line.setText("1/12 2026")
    form.go_to(HEAD)
    parts.head.place.setText("Lokale 7")
    parts.head.title.setText("Ekstra møde")
    form.go_to(LED)
    # Nobody of that name: what stood there stays.
    qtbot.keyClicks(parts.led.secretary, "Hr. Ingen")
    qtbot.keyClick(parts.led.secretary, Qt.Key.Key_Return)
    assert parts.led.secretary.text() == ""
    qtbot.keyClicks(parts.led.secretary, "Medlem Prøve")
    form.go_to(MISSED)
    for place, name in enumerate(("Gæst Et", "Gæst To")):
        parts.guests.guests[place].person.setText(name)
    assert len(parts.guests.guests) == 3
    assert parts.guests.guests[1].person.accessibleName().endswith("(2)")
    form.go_to((CorrectedPart.OUT, life.two))
    for name, how in (("Formand Prøve", "conflict"), ("Medlem Prøve", "out")):
        choose(parts.out.person, rows[name])
        choose(parts.out.how, how)
    choose(parts.out.person, rows["Formand Prøve"])
    assert parts.out.how.value() == "conflict"
    assert faults(page) == []
    for place in form._names:
        form.go_to(place)
    assert faults(page) == []
    form.reason.setText("Mødelederen så referatet igennem.")
    form.go_to(HEAD)
    parts.head.title.setText("Ring til Jonas på 27 84 19 36")
    form.go_to(LED)
    settled(form.submit)
    qtbot.waitUntil(form.leaks.isVisible)
    form.leaks.went.emit(0)
    assert form.which.value() == HEAD
    parts.head.title.setText("Ekstra møde")
    settled(form.submit)
    qtbot.waitUntil(lambda: page.course_view.over is not form)
    [correction] = life.desk.ask(minutes_content, meeting_id=life.first, language="en").corrections
    assert [(one.part, one.after.partition(": ")[2] or one.after) for one in correction.changes] == [
        (CorrectedPart.MEETING, "Ekstra møde"),
        (CorrectedPart.MEETING, "Lokale 7"),
        (CorrectedPart.MEETING, "Medlem Prøve"),
        # Who took the minutes was there.
        (CorrectedPart.PEOPLE, "present, member"),
        (CorrectedPart.PEOPLE, "present, guest"),
        (CorrectedPart.PEOPLE, "present, guest"),
        (CorrectedPart.ACTION, "Fonden, 1.12.2026"),
        (CorrectedPart.OUT, "Formand Prøve (conflict of interest), Medlem Prøve"),
    ]
