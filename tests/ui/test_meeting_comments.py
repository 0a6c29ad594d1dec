"""Comments on the meeting page: answered, typed, and taken in from a returned file."""

import io
from email.message import EmailMessage

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from referral_desk.exchange.word import minutes_docx
from referral_desk.models import MinutesEntry
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.vocabulary import CommentState
from tests.builders import TODAY
from tests.ui.meeting_course import LONG, life, open_page

__all__ = ["life", "open_page"]


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
    form.parts[0].who.setText("Nyt medlem")
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
    qtbot.waitUntil(lambda: form.parts[0].is_read, timeout=LONG)
    assert form.parts[0].wrong.text().startswith("“billede.docx” cannot be read")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.course_view.over is None


def a_mail(tmp_path, name, words, who="Medlem Prøve"):
    mail = EmailMessage()
    mail["From"], mail["Date"] = f"{who} <m@example.org>", "Fri, 20 Nov 2026 10:00:00 +0100"
    mail.set_content(words)
    path = tmp_path / name
    path.write_bytes(mail.as_bytes())
    return path


def test_several_files_come_into_one_list_and_another_drop_adds_to_it(qtbot, life, open_page, settled, tmp_path):
    life.to_comment()
    one, two = a_mail(tmp_path, "en.eml", "Det var i maj."), a_mail(tmp_path, "to.eml", "Enig.", "Et nyt medlem")
    three = a_mail(tmp_path, "tre.eml", "Se svar.\n\nDen 4. november 2026 skrev S:\n> Punkt 1\nNej, i maj!")
    page = open_page(life.first)
    course = page.course_view
    qtbot.waitUntil(lambda: bool(course.comments.people))
    course.take_in([one, two])
    form = course.over
    qtbot.waitUntil(lambda: len(form.lines) == 2, timeout=LONG)
    form.lines[0].tick.setChecked(False)
    course.take_in([three, one])
    assert course.over is form
    qtbot.waitUntil(lambda: len(form.lines) == 4, timeout=LONG)
    assert [part.path.name for part in form.parts] == ["en.eml", "to.eml", "tre.eml"]
    assert [line.tick.isChecked() for line in form.lines] == [False, True, True, False]
    assert page.is_unsaved()
    course.open("due")
    course.show_entry(life.one, life.entry)
    assert course.over is form
    assert page.said[-1].text.startswith("Keep or cancel first")
    settled(form.submit)
    qtbot.waitUntil(lambda: course.over is None)
    assert {row.who for row in life.comments()} == {"Et nyt medlem", "Medlem Prøve"}
    assert any("Nej, i maj!" in row.text for row in life.comments())


def test_a_drop_on_approved_minutes_says_why_nothing_is_taken(qtbot, life, open_page, settled, tmp_path):
    life.to_comment()
    life.approve()
    page = open_page(life.first)
    course = page.course_view
    assert course.comments.acceptDrops()
    course.comments.dropped.emit([a_mail(tmp_path, "en.eml", "Det var i maj.")])
    assert course.over is None
    assert page.said[-1].text.startswith("The minutes are approved")


def test_a_file_says_nothing_new_only_where_all_its_text_was_compared(qtbot, life, open_page, tmp_path):
    life.to_comment()
    document = docx.Document(
        io.BytesIO(minutes_docx(life.desk.ask(minutes_content, meeting_id=life.first, language="da")))
    )
    document.save(tmp_path / "ens.docx")
    for key, one in list(document.part.rels.items()):
        if "customXml" in one.reltype:
            del document.part.rels[key]
    document.save(tmp_path / "andet program.docx")
    page = open_page(life.first)
    page.course_view.take_in([tmp_path / "ens.docx", tmp_path / "andet program.docx"])
    alike, other = page.course_view.over.parts
    qtbot.waitUntil(lambda: alike.is_read and other.is_read, timeout=LONG)
    assert alike.help.text().startswith("It says nothing new")
    assert other.help.text() == "No comment and no changed entry was found."
    assert any("was not. Read that in the file." in one.text() for one in other.findChildren(QLabel))


def test_an_entry_that_a_returned_file_leaves_out_goes_when_that_is_accepted(qtbot, life, open_page, settled, tmp_path):
    life.to_comment()
    document = docx.Document(
        io.BytesIO(minutes_docx(life.desk.ask(minutes_content, meeting_id=life.first, language="da")))
    )
    [gone] = [one for one in document.paragraphs if "februar" in one.text]
    gone._p.getparent().remove(gone._p)
    document.core_properties.last_modified_by = "Medlem Prøve"
    document.save(tmp_path / "retur.docx")
    page = open_page(life.first)
    course = page.course_view
    qtbot.waitUntil(lambda: bool(course.comments.people))
    course.take_in([tmp_path / "retur.docx"])
    form = course.over
    qtbot.waitUntil(lambda: len(form.lines) == 1, timeout=LONG)
    settled(form.submit)
    qtbot.waitUntil(lambda: len(course.comments.cards) == 1)
    settled(lambda: qtbot.keyClick(course.comments.cards[0], Qt.Key.Key_A))
    [row] = life.comments()
    assert (row.state, row.entry_id) == (CommentState.ACCEPTED, None)
    settled(page.said[-1].call)
    assert life.text(life.entry) == "Listen gælder fra februar."
