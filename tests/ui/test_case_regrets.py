"""The Case page where something is taken back, is for fewer readers, or lies with a body that has ended."""

import datetime as dt

from PySide6.QtWidgets import QLabel

from referral_desk.desk import Desk
from referral_desk.models import Group
from referral_desk.operations.escalation_decisions import answer_escalation, forward_escalation, return_escalation
from referral_desk.operations.escalations import endorse_escalation, send_escalation, word_step
from referral_desk.queries.loose_end_rows import NeedKind
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.vocabulary import EscalationState, Label
from tests.builders import NOON, TODAY
from tests.ui import accessibility
from tests.ui.case_course import wait_for
from ui.language import moment_text
from ui.pages.board.need_words import NeedWords


def test_an_answer_is_taken_back_from_the_menu_with_a_reason_and_mended(qtbot, home, open_way, settled):
    made = home.answered()
    page = open_way(made)
    assert "take_back_answer" in {act.key for act in page.act_words.rest(page.view)}
    page.doing.take("take_back_answer")
    settled(page.form_open.save.click)
    assert "Say why" in page.form_open.wrong.text()
    page.form_open.write("reason", "Der er kun otte pladser.")
    assert accessibility.faults(page) == []
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ACCEPTED)
    assert page.way.story_words()[0] == "Answer taken back"
    page.doing.take("answer")
    assert page.form_open.text("answer") == "Der oprettes ti pladser.", "what stood there is the beginning"
    assert page.form_open.text("document_reference") == "Brev 7"
    page.form_open.write("answer", "Der oprettes otte pladser.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ANSWERED)
    assert page.view.escalation.steps[0].answer == "Der oprettes otte pladser."


def test_a_confidential_answer_is_not_repeated_to_those_who_may_not_read_it(qtbot, home, open_way):
    made = home.accepted()
    home.do(forward_escalation, made, reason="Principielt.")
    home.do(word_step, made, label=Label.CONFIDENTIAL)
    home.do(send_escalation, made)
    home.do(answer_escalation, made, text="Fortroligt.", journal_number="2026-1")
    page = open_way(made)
    page.step.click()
    form = page.form_open
    assert (form.text("feedback_1"), form.text("feedback_2")) == ("", "Fortroligt.")
    said = form.help.text()
    assert "The answer is “Confidential”, and more people read what goes to Region 1" in said
    assert accessibility.faults(page) == []
    form.write("feedback_1", "Ministeriet ser på det.")
    form.save.click()
    wait_for(qtbot, page, EscalationState.RELEASED)


def test_what_lies_with_a_body_that_ended_is_moved_on_from_its_page(qtbot, home, open_way):
    sent, accepted = home.sent(), home.accepted(1)
    with home.database.write() as session:
        session.get(Group, home.bodies.national).stand(None, dt.date(2026, 11, 1))
    found = home.desk.ask(loose_ends, day=TODAY, language="en")
    needs = [row for row in found if row.kind is NeedKind.ESCALATION_STRANDED]
    assert [NeedWords().row(need, TODAY)[0].title for need in needs] == ["Its group has ended: move it on"] * 2
    page = open_way(sent)
    assert page.step.text() == "Return …"
    assert any("has ended: the coordinator returns it" in line for line in page.stand.said())
    page = open_way(accepted)
    assert page.step.text() == "Send on …"
    page.step.click()
    page.form_open.write("reason", "Gruppen er nedlagt.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.FORWARDED)


def test_what_is_endorsed_for_a_body_that_ended_asks_for_another_before_it_is_sent(qtbot, home, open_way):
    made = home.draft()
    home.do(endorse_escalation, made, note="Aftalt pr. mail.")
    with home.database.write() as session:
        session.get(Group, home.bodies.national).stand(None, dt.date(2026, 11, 1))
    page = open_way(made)
    assert page.step.text() == "Choose the body"
    page.step.click()
    body = page.way.words.body
    assert body.isVisible()
    assert body.hasFocus() or not page.isActiveWindow()
    body.setCurrentIndex(body.values.index(home.bodies.top))
    page.way.words.leave()
    qtbot.waitUntil(lambda: page.step.text() == "Send to Arbejdsgruppen")


def test_a_sending_after_a_return_that_is_taken_back_shows_what_was_returned(qtbot, home, open_way):
    made = home.accepted()
    home.do(return_escalation, made, reason="Hvor mange drejer det sig om?")
    home.desk = Desk(home.database, home.desk.user, now=lambda: NOON + dt.timedelta(hours=1))
    home.do(word_step, made, problem="Tolv personer.")
    home.do(send_escalation, made)
    page = open_way(made)
    page.doing.take("recall")
    wait_for(qtbot, page, EscalationState.RETURNED)
    assert page.view.escalation.steps[0].outcome_reason == "Hvor mange drejer det sig om?"
    said = {one.text() for one in page.way.words.changes.findChildren(QLabel)}
    (sent, recalled) = (moment_text(one.sent_at) for one in page.view.escalation.steps[0].snapshots)
    assert f"Changed since it was sent {sent}" in said
    assert f"Changed since it was sent {recalled}" not in said
