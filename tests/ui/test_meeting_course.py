"""The meeting page after the meeting: held, minutes to chair and comment, answers, approval, correction, closing."""

import datetime as dt
import io

import docx
import pytest
from PySide6.QtCore import Qt

from referral_desk.exchange.word import minutes_docx
from referral_desk.models import AgendaItem, Meeting, MinutesEntry
from referral_desk.models.seats import SeatKind
from referral_desk.operations.comments import Said, accept_comment, add_comments
from referral_desk.operations.minutes import (
    approve_in_writing,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
)
from referral_desk.queries.comments import comments_on
from referral_desk.queries.minutes import minutes_detail
from referral_desk.queries.minutes_content import minutes_content, minutes_wording
from referral_desk.vocabulary import CommentState, EntryKind, ItemOutcome, MinutesState, Stage
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_entry, an_item, an_organisation
from tests.ui.accessibility import faults
from ui.language import use_language
from ui.pages.meeting import MeetingPage
from ui.pages.meeting.course_outcome import OutcomeChips
from ui.places import Place, wishes
from ui.theme import Mode, theme
from ui.widgets.changed_text import ChangedText

YESTERDAY = TODAY - dt.timedelta(days=1)
LONG = 20_000


class Life:
    """A held meeting with two items, and what one does to it behind the page's back."""

    def __init__(self, store, desk):
        self.store, self.desk = store, desk
        group = a_group("Region 2")
        body = an_organisation("Fonden")
        member = a_person("Medlem Prøve", organisation=body)
        a_seat(group, kind=SeatKind.CHAIR).take(a_person("Formand Prøve"), None, organisation=body)
        a_seat(group).take(member, None, organisation=body)
        first, second = a_meeting(group, day=YESTERDAY), a_meeting(group, day=TODAY)
        one, two = an_item(first, "Tolkning"), an_item(first, "Husning")
        an_item(second, "Godkendelse af referat").approves = first
        with store.write() as session:
            session.add_all([first, second])
            session.flush()
            self.first, self.second, self.one, self.two = first.id, second.id, one.id, two.id
            self.approval = second.items[0].id

    def seen(self, meeting_id=None):
        return self.desk.ask(minutes_detail, meeting_id=meeting_id or self.first, today=TODAY)

    def hold(self, meeting_id=None):
        seen = self.seen(meeting_id)
        self.desk.do(hold_meeting, meeting_id=seen.meeting_id, version=seen.meeting_version)

    def write(self, item_id, said, kind=EntryKind.NOTE, meeting_id=None):
        with self.store.write() as session:
            minutes = session.get(Meeting, meeting_id or self.first).minutes
            made = an_entry(minutes, session.get(AgendaItem, item_id), said, kind=kind)
            session.flush()
            return made.id

    def step(self, operation, **more):
        seen = self.seen()
        return self.desk.do(operation, minutes_id=seen.id, version=seen.version, **more)

    def to_comment(self):
        self.hold()
        self.entry = self.write(self.one, "Listen gælder fra februar.", EntryKind.DECISION)
        self.step(send_minutes_to_chair)
        self.step(send_minutes_to_comment)

    def say(self, text="Fra marts.", **more):
        one = Said(text, **{"author": "Et medlem", **more})
        self.desk.do(add_comments, minutes_id=self.seen().id, comments=[one])

    def comments(self):
        return self.desk.ask(comments_on, meeting_id=self.first)

    def approve(self):
        self.step(approve_in_writing, wording=minutes_wording, all_agreed=True, note="pr. mail")

    def text(self, key):
        with self.store.read() as session:
            return session.get(MinutesEntry, key).text


@pytest.fixture
def life(store, desk):
    return Life(store, desk)


@pytest.fixture
def open_page(qtbot, bridge, settled):
    """Open the page of a meeting at its minutes, and wait for it."""

    def show(meeting_id, view="minutes", **asked):
        page = MeetingPage(bridge, Place("meeting", meeting_id, view, wishes(**asked)))
        page.said = []
        page.told.connect(page.said.append)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        settled(page.show)
        if view == "minutes":
            qtbot.waitUntil(lambda: page.course_view.minutes is not None)
        return page

    yield show
    qtbot.waitUntil(lambda: not bridge.is_busy)


def test_a_meeting_whose_day_is_there_is_begun_and_its_minutes_open(qtbot, life, open_page, settled):
    page = open_page(life.first, view="agenda")
    assert page.step.text() == "Record that it was held"
    settled(page.step.click)
    qtbot.waitUntil(lambda: page.tabs.key() == "minutes" and page.step.text() == "Send to the chair")
    assert life.seen().stage is Stage.HELD
    assert not page.step.isEnabled()
    assert page.step.toolTip() == "Nothing is written in the minutes yet."
    assert page.course_view.bar.facts().startswith("Meeting 1 of 2026 · the draft is due")
    settled(page.said[-1].call)
    qtbot.waitUntil(lambda: page.step.text() == "Record that it was held")
    assert page.course_view.empty.start.text() == "Record that it was held"
    assert page.step.isHidden()
    settled(page.course_view.empty.start.click)
    qtbot.waitUntil(lambda: life.seen().stage is Stage.HELD)


def test_the_agenda_of_a_held_meeting_takes_what_became_of_each_item(qtbot, life, open_page, settled):
    life.hold()
    page = open_page(life.first, view="agenda")
    strip = page.views._outcome
    qtbot.waitUntil(strip.isVisible)
    settled(strip.findChild(OutcomeChips).buttons[ItemOutcome.NOTED].click)
    qtbot.waitUntil(lambda: life.seen().items[0].outcome is ItemOutcome.NOTED)
    settled(page.said[-1].call)
    qtbot.waitUntil(lambda: life.seen().items[0].outcome is ItemOutcome.OPEN)


def test_what_is_written_goes_to_the_chair_then_to_comment_and_can_be_taken_back(qtbot, life, open_page, settled):
    life.hold()
    life.write(life.one, "Drøftet.")
    page = open_page(life.first)
    settled(page.step.click)
    qtbot.waitUntil(lambda: page.step.text() == "Send for comments")
    settled(page.step.click)
    qtbot.waitUntil(lambda: page.step.text() == "Approve …")
    assert life.seen().state is MinutesState.IN_COMMENT
    assert page.course_view.bar.state.text() == "In comment"
    settled(page.said[-1].call)
    qtbot.waitUntil(lambda: page.step.text() == "Send for comments")


def test_the_times_and_the_last_day_for_comments_are_mended_in_place(qtbot, life, open_page, settled):
    life.to_comment()
    page = open_page(life.first)
    course = page.course_view
    course.bar.times.click()
    assert page.step.isHidden()
    course.over.ended.setTime(dt.time(11, 45))
    settled(course.over.submit)
    qtbot.waitUntil(lambda: course.bar.times.text() == "09:00–11:45")
    assert page.step.isVisible()
    course.bar.due.click()
    course.over.day.line.setText("ikke en dag")
    course.over.submit()
    assert "is not a day: write it as" in course.over.wrong.text()
    course.over.day.set_day(TODAY)
    settled(course.over.submit)
    qtbot.waitUntil(lambda: life.seen().comments_due == TODAY)


def test_comments_are_answered_by_keys_and_each_answer_is_undone(qtbot, life, open_page, settled):
    life.to_comment()
    life.say(entry_id=life.entry, proposed="Listen gælder fra marts.")
    life.say("Skriv hvem der var der.")
    page = open_page(life.first)
    panel = page.course_view.comments
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    assert panel.filter.group.button(0).text() == "Unanswered (2)"
    assert not page.step.isEnabled()
    general, _worded = panel.cards
    qtbot.keyClick(general, Qt.Key.Key_D)
    general.words.setPlainText("Det står i listen.")
    settled(lambda: qtbot.keyClick(general.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    settled(lambda: qtbot.keyClick(panel.cards[0], Qt.Key.Key_A))
    qtbot.waitUntil(page.step.isEnabled)
    assert life.text(life.entry) == "Listen gælder fra marts."
    assert panel.hint.text() == "Every comment is answered."
    settled(page.said[-1].call)
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    assert life.text(life.entry) == "Listen gælder fra februar."


def test_a_comment_on_words_that_changed_is_answered_in_words_one_sees(qtbot, life, open_page, settled):
    life.to_comment()
    life.say(entry_id=life.entry, proposed="Listen gælder fra marts.")
    with life.store.write() as session:
        session.get(MinutesEntry, life.entry).text = "Listen er udskudt."
    page = open_page(life.first)
    panel = page.course_view.comments
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    panel.cards[0].accept.click()
    assert panel.cards[0].words.toPlainText() == "Listen gælder fra marts."
    panel.cards[0].words.setPlainText("Listen er udskudt til marts.")
    settled(panel.cards[0].send.click)
    qtbot.waitUntil(lambda: life.text(life.entry) == "Listen er udskudt til marts.")


def test_a_comment_is_typed_with_who_when_and_what_it_is_about(qtbot, life, open_page, settled):
    life.to_comment()
    page = open_page(life.first)
    panel = page.course_view.comments
    qtbot.waitUntil(lambda: bool(panel.entries) and bool(panel.people))
    panel.add_one.click()
    form = panel.form
    assert not page.is_unsaved()
    form.words.setPlainText("Det var i marts.")
    assert page.is_unsaved()
    settled(form.submit)
    assert form.wrong.text() == "Say who made the comment."
    form.who.setText("Medlem Prøve · Fonden")
    form.about.setCurrentIndex(1)
    settled(form.submit)
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    [row] = life.comments()
    assert (row.who, row.entry_id, row.said_on, row.person_id is not None) == ("Medlem Prøve", life.entry, TODAY, True)


def test_what_is_being_typed_survives_another_language(qtbot, life, open_page, settled):
    life.to_comment()
    page = open_page(life.first)
    panel = page.course_view.comments
    qtbot.waitUntil(lambda: bool(panel.entries) and bool(panel.people))
    panel.add_one.click()
    panel.form.words.setPlainText("Det var i marts.")
    panel.form.about.setCurrentIndex(1)
    other = open_page(life.first)
    settled(lambda: other.take_up(page.keep()))
    settled(other.refresh)
    qtbot.waitUntil(lambda: other.course_view.comments.form is not None)
    form = other.course_view.comments.form
    assert (form.words.toPlainText(), form.about.value()) == ("Det var i marts.", life.entry)


def test_a_correction_being_written_survives_another_language(qtbot, life, open_page, settled):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    settled(page.course_view.bar.correct.click)
    page.course_view.over.text.setPlainText("Listen gælder fra marts.")
    page.course_view.over.reason.setText("Forkert måned.")
    other = open_page(life.first)
    settled(lambda: other.take_up(page.keep()))
    settled(other.refresh)
    qtbot.waitUntil(lambda: other.course_view.over is not None)
    form = other.course_view.over
    assert (form.text.toPlainText(), form.reason.text()) == ("Listen gælder fra marts.", "Forkert måned.")


def test_a_returned_word_file_is_shown_before_anything_of_it_is_kept(qtbot, life, open_page, settled, tmp_path):
    life.to_comment()
    document = docx.Document(
        io.BytesIO(minutes_docx(life.desk.ask(minutes_content, meeting_id=life.first, language="da")))
    )
    [changed] = [one for one in document.paragraphs if "februar" in one.text]
    changed.runs[0].text = changed.runs[0].text.replace("februar", "marts")
    document.add_comment(changed.runs, text="Ifølge mine noter.", author="Medlem Prøve", initials="MP")
    path = tmp_path / "retur.docx"
    document.save(path)
    page = open_page(life.first)
    course = page.course_view
    qtbot.waitUntil(lambda: bool(course.comments.people))
    course.take_in([path])
    form = course.over
    qtbot.waitUntil(lambda: len(form.lines) == 2, timeout=LONG)
    assert life.comments() == ()
    assert form.save.text().startswith("Keep 2 comment")
    form.submit()
    assert form.wrong.text() == "Say who returned the file."
    form.who.setText("Nyt medlem")
    settled(form.submit)
    qtbot.waitUntil(lambda: course.over is None)
    rows = life.comments()
    assert {row.who for row in rows} == {"Medlem Prøve", "Nyt medlem"}
    assert [row.proposed for row in rows if row.proposed] == ["Listen gælder fra marts."]
    course.take_in([path])
    again = course.over
    qtbot.waitUntil(lambda: len(again.lines) == 2, timeout=LONG)
    assert not again.save.isEnabled()


def test_a_file_that_is_neither_word_nor_mail_is_refused_in_a_sentence(qtbot, life, open_page, tmp_path):
    life.to_comment()
    path = tmp_path / "billede.docx"
    path.write_bytes(b"PK\x03\x04 nothing of the kind")
    page = open_page(life.first)
    page.course_view.take_in([path])
    form = page.course_view.over
    qtbot.waitUntil(lambda: bool(form.wrong.text()), timeout=LONG)
    assert form.wrong.text().startswith("“billede.docx” cannot be read")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.course_view.over is None


def test_minutes_are_approved_in_writing_and_frozen(qtbot, life, open_page, settled):
    life.to_comment()
    page = open_page(life.first)
    page.step.click()
    form = page.course_view.over
    assert page.step.isHidden()
    assert not form.silent.isEnabled()
    settled(form.submit)
    assert form.wrong.text().startswith("Say how everybody agreed")
    form.note.setText("pr. mail")
    settled(form.submit)
    qtbot.waitUntil(lambda: page.step.text() == "Close the meeting")
    assert page.course_view.bar.facts() == "Meeting 1 of 2026 · in writing on 21 Nov 2026 (pr. mail)"
    assert page.course_view.room.text.isReadOnly()


def test_the_next_meetings_decision_approves_the_minutes_before_it(qtbot, life, open_page, settled):
    life.to_comment()
    life.hold(life.second)
    life.write(life.approval, "Godkendt.", EntryKind.DECISION, life.second)
    page = open_page(life.second)
    course = page.course_view
    qtbot.waitUntil(course.nudge.isVisible)
    course.nudge_button.click()
    settled(course.over.submit)
    qtbot.waitUntil(course.nudge.isHidden)
    assert life.seen().is_frozen
    with life.store.read() as session:
        assert session.get(AgendaItem, life.approval).outcome is ItemOutcome.DECIDED


def test_approved_minutes_are_corrected_and_the_edition_tells_what_changed(qtbot, life, open_page, settled):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    course = page.course_view
    settled(course.bar.correct.click)
    form = course.over
    assert not form.is_begun
    form.text.setPlainText("Listen gælder fra marts.")
    assert form.changes.count() == 2
    settled(form.submit)
    assert form.wrong.text().startswith("Say why the minutes are corrected")
    form.reason.setText("Forkert måned.")
    settled(form.submit)
    qtbot.waitUntil(lambda: course.bar.editions.text() == "2 editions")
    settled(course.bar.editions.click)
    qtbot.waitUntil(lambda: bool(course.over.findChildren(ChangedText)))
    [change] = course.over.findChildren(ChangedText)
    assert "removed: februar. added: marts." in change.accessibleName()
    assert [one.number for one in life.seen().editions] == [1, 2]


def test_the_list_of_what_is_open_is_worked_off_in_place_until_the_meeting_closes(qtbot, life, open_page, settled):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    page.step.click()
    card = page.course_view.over
    assert card.said() == ["Item 2 is open: note or decide something, carry it forward, or drop it."]
    [chips] = card.findChildren(OutcomeChips)
    chips.buttons[ItemOutcome.DROPPED].click()
    settled(chips.give.click)
    assert chips.wrong.text().startswith("Say why the item is dropped")
    chips.reason.setText("Ikke relevant.")
    settled(chips.give.click)
    qtbot.waitUntil(lambda: card.said() == [])
    settled(card.close_it.click)
    qtbot.waitUntil(page.step.isHidden)
    assert life.seen().is_closed
    settled(page.said[-1].call)
    qtbot.waitUntil(lambda: page.step.text() == "Close the meeting")


def test_a_link_leads_to_a_comment_an_entry_or_the_list_of_what_is_open(qtbot, life, open_page, settled):
    life.to_comment()
    life.say(entry_id=life.entry)
    [row] = life.comments()
    page = open_page(life.first, comment=row.id)
    qtbot.waitUntil(lambda: len(page.course_view.comments.cards) == 1)
    page.turn_to(Place("meeting", life.first, "minutes", wishes(part="closing")))
    assert page.course_view.over.objectName() == "closing"
    page.turn_to(Place("meeting", life.first, "minutes", wishes(item=life.one, entry=life.entry)))
    qtbot.waitUntil(lambda: page.course_view.over is None)


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_every_part_of_the_course(qtbot, life, open_page, settled, language):
    use_language(language)
    life.to_comment()
    life.say(entry_id=life.entry, proposed="Listen gælder fra marts.")
    page = open_page(life.first)
    found = []
    qtbot.waitUntil(lambda: len(page.course_view.comments.cards) == 1)
    for part in ("times", "due", "approve", "closing"):
        page.course_view.open(part)
        found += faults(page)
        page.course_view.shut()
    page.course_view.comments.add_comment()
    found += faults(page)
    page.course_view.comments._shut()
    [row] = life.comments()
    life.desk.do(accept_comment, comment_id=row.id, version=row.version)
    life.approve()
    settled(page.refresh)
    for part in ("correct", "editions", "closing"):
        settled(lambda part=part: page.course_view.open(part)) if part != "closing" else page.course_view.open(part)
        found += faults(page)
        page.course_view.shut()
    assert found == []
    assert life.comments()[0].state is CommentState.ACCEPTED


def test_the_course_is_drawn_in_both_themes(qtbot, life, open_page):
    life.to_comment()
    life.say(entry_id=life.entry, proposed="Listen gælder fra marts.")
    pictures = []
    for mode in (Mode.LIGHT, Mode.DARK):
        theme().use(mode)
        pictures.append(open_page(life.first).grab().toImage())
    theme().use(Mode.LIGHT)
    assert pictures[0] != pictures[1]
