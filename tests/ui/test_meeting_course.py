"""The meeting page after the meeting: held, minutes to chair and comment, approval, correction, closing."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from referral_desk.models import ActionItem, AgendaItem, KeptFind
from referral_desk.operations.comments import accept_comment
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment
from referral_desk.vocabulary import CommentState, EntryKind, ItemOutcome, MinutesState, Stage
from tests.builders import TODAY
from tests.ui.accessibility import faults
from tests.ui.meeting_course import life, open_page
from ui.language import use_language
from ui.pages.meeting.course_outcome import OutcomeChips
from ui.pages.meeting.meeting_menu import MeetingMenu
from ui.places import Place, wishes
from ui.theme import Mode, theme
from ui.widgets.changed_text import ChangedText

__all__ = ["life", "open_page"]


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


def test_a_held_meeting_is_put_right_and_takes_what_was_raised_at_the_table(qtbot, life, open_page, settled):
    life.hold()
    page = open_page(life.first, "agenda")
    view = page.views.agenda
    qtbot.waitUntil(lambda: view.agenda is not None and view.add.isVisible())
    assert "raised at the meeting" in view.add.toolTip()
    settled(view.add.click)
    qtbot.waitUntil(lambda: len(view.agenda.items) == 3)
    new = view.agenda.items[2]
    assert [view._is_free(item.id) for item in view.agenda.items] == [False, False, True]
    qtbot.waitUntil(lambda: view.list.chosen_id() == new.id)
    settled(lambda: view.remove_item(new.id))
    qtbot.waitUntil(lambda: len(view.agenda.items) == 2)
    page.edit.click()
    form = page.details.form
    assert [form.inputs[name].isEnabled() for name in ("starts", "kind", "label", "chair")] == [
        False,
        False,
        True,
        True,
    ]
    settled(lambda: (form.inputs["place"].setText("Online"), form.hand_on()))
    qtbot.waitUntil(lambda: "Online" in page.header.subtitle.whole())


def test_the_menu_says_why_a_step_is_not_taken_back(life, open_page):
    life.to_comment()
    page = open_page(life.first)

    def back():
        menu = MeetingMenu(page.meeting, page.doing, page)
        assert menu.toolTipsVisible()
        return menu.actions()[0]

    assert back().isEnabled()
    life.approve()
    page = open_page(life.first)
    made = back()
    assert not made.isEnabled()
    assert "members rely on them. Make a correction instead." in made.toolTip()
    assert made.statusTip() == made.toolTip()


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


def test_a_correction_adds_actions_understood_as_they_are_typed(qtbot, life, open_page, settled):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    settled(page.course_view.bar.correct.click)
    form = page.course_view.over
    form.go_to((EntryKind.ACTION, life.one))
    assert form.hint.isVisible()
    form.reason.setText("Glemt.")
    form.text.setPlainText("Ukendt 3 marts: ring")
    form.submit()
    assert form.wrong.text().startswith("Nobody in the group is called")
    form.text.setPlainText("Medlem 3 marts 2027: ring\n\nMedlem 4 marts 2027: skriv")
    assert any("Medlem Prøve · 3 Mar 2027" in said.text() for said in form.findChildren(QLabel))
    settled(form.submit)
    qtbot.waitUntil(lambda: len(life.seen().editions) == 2)
    with life.store.read() as session:
        found = session.scalars(select(ActionItem).order_by(ActionItem.id)).all()
        assert [(one.text, one.owner_name, one.due) for one in found] == [
            ("ring", "Medlem Prøve", dt.date(2027, 3, 3)),
            ("skriv", "Medlem Prøve", dt.date(2027, 3, 4)),
        ]


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


def test_a_find_of_the_leak_alarm_stands_in_the_list_and_is_kept_or_mended_from_there(
    qtbot, life, open_page, settled, store
):
    life.hold()
    entry = life.write(life.one, "Ring til borgeren: mobil 28 83 45 61.")
    life.step(send_minutes_to_chair)
    page = open_page(life.first)
    page.course_view.open("closing")
    card = page.course_view.over
    [line] = card.leaks.lines()
    assert line.accessibleName() == "Telephone number: Ring til borgeren: mobil 28 8• •• ••."
    assert sum("personal data" in said for said in card.said()) == 1
    assert faults(page) == []
    line.remove.click()
    assert page.course_view.over is None
    page.course_view.open("closing")
    card = page.course_view.over
    [line] = card.leaks.lines()
    line.keep.click()
    line.reason.setText("Kommunens vagttelefon.")
    settled(line.done.click)
    qtbot.waitUntil(lambda: not card.said())
    with store.read() as session:
        kept = session.query(KeptFind).one()
        assert (kept.subject_kind, kept.field, kept.reason) == ("minutes", f"entry {entry}", "Kommunens vagttelefon.")
    life.step(send_minutes_to_comment)


def test_a_correction_shows_what_looks_like_personal_data_and_freezes_once_it_is_kept(qtbot, life, open_page, settled):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    settled(lambda: page.course_view.open("correct"))
    form = page.course_view.over
    form.text.setPlainText("Ring til borgeren: mobil 28 83 45 61.")
    form.reason.setText("Nummeret manglede.")
    settled(form.save.click)
    [line] = form.leaks.lines()
    assert faults(page) == []
    line.keep.click()
    line.reason.setText("Kommunens vagttelefon.")
    line.done.click()
    settled(form.save.click)
    qtbot.waitUntil(lambda: len(life.seen().editions) == 2)
