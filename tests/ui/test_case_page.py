"""The Case page: the next right thing from the first word to the closed case, and everything on it usable by all."""

import pytest
from PySide6.QtCore import Qt

from referral_desk.models import Case, Group
from referral_desk.operations.agenda import add_item
from referral_desk.operations.escalation_decisions import merge_escalation, put_escalation_on_agenda, return_escalation
from referral_desk.operations.escalations import endorse_escalation, withdraw_escalation, word_step
from referral_desk.queries.brief_content import brief_content
from referral_desk.vocabulary import Answer, CaseKind, EscalationState
from tests.builders import TODAY
from tests.homecoming import DECEMBER
from tests.ui import accessibility
from tests.ui.case_course import wait_for
from ui.pages.case import CasePage
from ui.pages.case.acts import ActWords
from ui.places import Place, wishes


def case_of(home, escalation_id):
    return home.see(escalation_id, lambda one: one.case_id)


def press(qtbot, page, state):
    """Press the primary button, and wait for what it leads to."""
    page.step.click()
    wait_for(qtbot, page, state)


def test_the_primary_button_leads_a_case_up_and_home_again(qtbot, home, open_case):
    home.plan(home.bodies.regions[0])
    home.plan(home.bodies.national, DECEMBER.replace(day=10))
    case_id, _ = home.case()
    page = open_case(case_id)
    assert page.step.text() == "Carry it up"
    press(qtbot, page, EscalationState.DRAFT)
    page.way.words.texts.inputs["problem"].setPlainText("Der er for få pladser.")
    page.way.words.texts.inputs["proposal"].setPlainText("At der findes flere.")
    page.step.click()
    assert page.form_open.key == "endorse"
    page.form_open.write("note", "Aftalt pr. mail.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ENDORSED)
    assert page.step.text() == "Send to Den nationale gruppe"
    press(qtbot, page, EscalationState.SENT)
    sent = page.view.escalation.steps[0].snapshots[0]
    assert sent.texts["problem"] == "Der er for få pladser."
    press(qtbot, page, EscalationState.ACCEPTED)
    press(qtbot, page, EscalationState.ON_AGENDA)
    page.doing.take("answer")
    page.form_open.write("answer", "Der oprettes ti pladser.")
    page.form_open.write("document_reference", "Brev 7")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ANSWERED)
    page.step.click()
    assert page.form_open.text("feedback_1") == "Der oprettes ti pladser."
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.RELEASED)
    assert page.step.isHidden()
    assert [row.station.key.partition("-")[0] for row in page.way.rail.rows] == ["origin", "step", "home"]


def test_the_case_of_a_group_that_ended_is_closed_and_only_on_purpose_carried_up_in_its_place(
    qtbot, home, open_case, settled, store
):
    case_id, _ = home.case()
    with store.write() as session:
        session.get(Group, home.bodies.regions[0]).stand(None, DECEMBER.replace(month=10))
    page = open_case(case_id, "way")
    assert page.step.text() == "Close the case …"
    assert page.way.empty.sentence.text() == "Region 1 has ended, so nobody there can endorse that it is carried up."
    assert [act.key for act in ActWords().rest(page.view) if act.text == "Carry it up in its place"] == ["begin"]
    page.way.empty.start.click()
    assert page.form_open.key == "close_case"
    page.form_open.write("reason", "Gruppen er nedlagt.")
    settled(page.form_open.save.click)
    qtbot.waitUntil(lambda: page.view.case.row.closed_on is not None)
    assert page.step.isHidden()


def test_what_stands_on_an_agenda_is_answered_after_that_meeting_and_before_it_only_as_an_exception(
    qtbot, home, open_case, settled
):
    meeting = home.plan(home.bodies.national, DECEMBER)
    made = home.accepted()
    home.do(put_escalation_on_agenda, made)
    page = open_case(case_of(home, made))
    assert page.step.text() == "Open the meeting"
    assert "answer" in page.stand.offered()
    page.step.click()
    assert [(one.page, one.id, one.view) for one in page.places] == [("meeting", meeting, "agenda")]
    home.held(meeting)
    settled(page.reload)
    assert page.step.text() == "Answer …"


def test_everything_done_can_be_undone_from_the_banner(qtbot, home, open_case):
    made = home.sent()
    page = open_case(case_of(home, made))
    press(qtbot, page, EscalationState.ACCEPTED)
    qtbot.waitUntil(lambda: len(page.said) == 1)
    assert page.said[0].action == "Undo"
    assert page.said[0].text.startswith(page.view.escalation.row.reference)
    page.said[0].call()
    wait_for(qtbot, page, EscalationState.SENT)


def test_what_is_typed_in_the_words_is_sent_although_it_was_not_saved_yet(qtbot, home, open_case):
    made = home.draft()
    home.do(word_step, made, problem="Før.")
    page = open_case(case_of(home, made))
    page.way.words.texts.inputs["problem"].setPlainText("Efter.")
    page.doing.take("endorse")
    page.form_open.write("note", "Aftalt.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ENDORSED)
    page.way.words.texts.inputs["proposal"].setPlainText("Sidste ord.")
    press(qtbot, page, EscalationState.SENT)
    texts = page.view.escalation.steps[0].snapshots[0].texts
    assert (texts["problem"], texts["proposal"]) == ("Efter.", "Sidste ord.")


def test_what_is_missing_stands_below_the_steps_and_stops_the_sending(qtbot, home, open_case, settled):
    made = home.draft(proposal="")
    page = open_case(case_of(home, made))
    assert any("indstilling" in line for line in page.stand.said())
    page.show()
    page.stand.mend.emit()
    assert page.way.words.texts.inputs["proposal"].hasFocus() or not page.isActiveWindow()


def test_a_returned_escalation_shows_what_changed_since_it_was_sent(qtbot, home, open_case):
    made = home.accepted()
    home.do(return_escalation, made, reason="Skriv hvor mange.")
    page = open_case(case_of(home, made))
    assert any("Skriv hvor mange." in line for line in page.stand.said())
    page.way.words.texts.inputs["problem"].setPlainText("Der er for få sikre pladser.")
    assert page.way.words.shown_changes()["problem"] == "Der er for få  added: sikre  pladser."


def test_an_answer_without_minutes_asks_for_a_document(qtbot, home, open_case, settled):
    made = home.at_the_top()
    page = open_case(case_of(home, made))
    assert page.step.text() == "Write down the answer …"
    assert page.stand.skipped == []
    page.step.click()
    page.form_open.write("answer", "Det afvises.")
    settled(page.form_open.save.click)
    assert "journal number" in page.form_open.wrong.text()
    page.form_open.write("journal_number", "2026-77")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ANSWERED)
    answer = page.view.escalation.steps[-1]
    assert page.stand.skipped == [EscalationState.ON_AGENDA], "it stood on no agenda"
    assert (answer.journal_number, answer.answer_recorded_by) == ("2026-77", page.bridge.user.name)


def test_what_the_alarm_finds_is_kept_with_a_reason_or_taken_out_before_it_is_sent(qtbot, home, open_case, settled):
    made = home.draft(problem="Ring 20 30 40 50 om sagen.")
    page = open_case(case_of(home, made))
    page.doing.take("endorse")
    page.form_open.write("note", "Aftalt.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.ENDORSED)
    settled(page.step.click)
    assert page.form_open.key == "send"
    assert home.state(made) is EscalationState.ENDORSED
    page.form_open.save.click()
    assert "say why" in page.form_open.wrong.text()
    (line,) = page.form_open.leaks.lines()
    line.remove.click()
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.SENT)
    assert page.view.escalation.steps[0].snapshots[0].texts["problem"] == "Ring om sagen."


def test_what_may_stand_is_kept_with_a_reason(qtbot, home, open_case):
    made = home.draft(problem="Ring 20 30 40 50 om sagen.")
    home.do(endorse_escalation, made, note="Aftalt.")
    page = open_case(case_of(home, made))
    page.step.click()
    qtbot.waitUntil(lambda: page.form_open is not None)
    page.form_open.leaks.lines()[0].reason_given.emit("Hotlinens eget nummer.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.SENT)
    assert "20 30 40 50" in page.view.escalation.steps[0].snapshots[0].texts["problem"]


def test_a_false_alarm_is_kept_in_the_draft_before_the_group_has_its_brief(qtbot, home, open_case):
    made = home.draft(problem="Ring 20 30 40 50 om sagen.", proposal="Skriv til nogen@example.dk.")
    page = open_case(case_of(home, made))
    page.documents.brief(made)
    qtbot.waitUntil(lambda: bool(page.said))
    assert "Look for personal data …" in page.said[-1].text
    assert "look" in {act.key for act in page.act_words.rest(page.view)}
    page.doing.take("look")
    form = page.form_open
    qtbot.waitUntil(lambda: len(form.leaks.lines()) == 2)
    form.leaks.lines()[1].remove.click()
    assert page.focusWidget() is page.way.words.input("proposal")
    form.leaks.lines()[0].reason_given.emit("Hotlinens eget nummer.")
    qtbot.waitUntil(lambda: len(form.leaks.lines()) == 1)
    page.way.words.write("proposal", "Skriv til dem.")
    page.save_now()
    qtbot.waitUntil(lambda: not form.leaks.lines())
    assert "Nothing in these words" in form.help.text()
    assert home.desk.ask(brief_content, escalation_id=made, day=TODAY, language="en").problem.startswith("Ring 20")
    kept = next(said for said in page.said if "reason is logged" in said.text)
    kept.call()
    qtbot.waitUntil(lambda: len(form.leaks.lines()) == 1)
    assert accessibility.faults(page) == []
    form.save.click()
    assert page.form_open is None


def test_merged_ones_lead_to_the_one_that_speaks_for_them(qtbot, home, open_case):
    lead, follower = home.accepted(0), home.accepted(1)
    home.do(merge_escalation, follower, lead_id=lead, reason="Samme sag.")
    page = open_case(case_of(home, follower))
    assert page.step.text().startswith("Open RG1-")
    page.step.click()
    assert page.places == [Place("case", case_of(home, lead), "way")]
    lead_page = open_case(case_of(home, lead))
    assert any("Region 2" in line for line in lead_page.stand.said())


def test_likely_twins_are_merged_from_their_card(qtbot, home, open_case):
    words = {
        "problem": "Tolkebistand mangler ved afhøring i weekenden.",
        "proposal": "At tolkebistand findes i weekenden.",
    }
    lead, other = home.accepted(0, **words), home.accepted(1, **words)
    page = open_case(case_of(home, other))
    (twin,) = page.way.twins.twins
    assert twin.id == lead
    page.way.twins.wanted.emit(twin)
    assert page.form_open.lead.value() == lead
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.MERGED)


def test_arrows_go_along_the_way_and_enter_opens_a_station(qtbot, home, open_case):
    made = home.accepted()
    page = open_case(case_of(home, made))
    origin, body = page.way.rail.rows[0].head, page.way.rail.rows[1].head
    assert body.isChecked()
    qtbot.keyClick(origin, Qt.Key.Key_Down)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert not body.isChecked()
    qtbot.keyClick(body, Qt.Key.Key_Right)
    assert body.isChecked()
    assert "open" in body.accessibleName()


def test_facts_save_themselves_and_the_guidance_follows(qtbot, home, store, open_case):
    case_id, _ = home.case(kind=CaseKind.CONCRETE)
    page = open_case(case_id, "facts")
    facts = page.facts.form
    facts.matter.inputs["summary"].setPlainText("Kendt fra to kommuner. ")
    facts.person.inputs["is_minor"].setCurrentIndex(facts.person.inputs["is_minor"].values.index(Answer.YES))
    facts.leave()
    qtbot.waitUntil(lambda: page.view.case.row.is_minor is Answer.YES)
    assert not facts.person.inputs["has_representative"].parentWidget().isHidden()
    with store.read() as session:
        assert session.get(Case, case_id).summary == "Kendt fra to kommuner."
    assert page.facts.guidance.mark.text() == "Guidance, not a decision"


def test_a_half_written_answer_survives_a_change_of_theme(qtbot, home, open_case, bridge, settled):
    made = home.accepted()
    page = open_case(case_of(home, made))
    page.doing.take("answer")
    page.form_open.write("answer", "Halvt skrevet")
    assert page.is_unsaved()
    kept = page.keep()
    other = CasePage(bridge, page.place)
    qtbot.addWidget(other)
    other.take_up(kept)
    settled(other.show)
    qtbot.waitUntil(lambda: other.form_open is not None)
    assert other.form_open.text("answer") == "Halvt skrevet"


def test_a_form_that_was_closed_keeps_what_was_written_in_it(qtbot, home, open_case):
    made = home.accepted()
    page = open_case(case_of(home, made))
    page.doing.take("send_back")
    page.form_open.write("reason", "Skriv hvor mange.")
    page.form_open.cancel.click()
    assert page.form_open is None
    assert not page.step.isHidden()
    page.doing.take("send_back")
    assert page.form_open.text("reason") == "Skriv hvor mange."


def test_an_item_is_linked_and_the_link_is_taken_away(qtbot, home, open_case):
    region = home.bodies.regions[0]
    meeting = home.plan(region)
    case_id, _ = home.case()
    item_id = home.desk.do(add_item, meeting_id=meeting, title="Ventetid")
    page = open_case(case_id, "facts")
    page.facts.dealt.link.click()
    qtbot.waitUntil(lambda: not page.facts.search.isHidden())
    page.facts.search.choose(item_id)
    qtbot.waitUntil(lambda: [one.id for one in page.view.case.items] == [item_id])
    page.facts.dealt.unlinked.emit(item_id)
    qtbot.waitUntil(lambda: page.view.case.items == ())


def test_the_menu_takes_steps_back_and_gives_the_papers(qtbot, home, open_case):
    made = home.released()
    page = open_case(case_of(home, made))
    menu = page.menu()
    assert "take_back_release" in {action.objectName() for action in menu.actions()}
    menu.close()
    papers = [command.title for command in page.commands()]
    assert {"Brief as PDF …", "Brief as Word …", "Feedback note as PDF …"} <= set(papers)
    page.doing.take("take_back_release")
    wait_for(qtbot, page, EscalationState.ANSWERED)


def test_an_earlier_way_of_the_case_can_be_looked_at(qtbot, home, open_case, settled):
    made = home.draft()
    home.do(withdraw_escalation, made, reason="Løst i kommunen.")
    case_id = case_of(home, made)
    page = open_case(case_id)
    assert page.step.text() == "Close the case …"
    page.doing.take("begin")
    wait_for(qtbot, page, EscalationState.DRAFT)
    assert page.view.escalation.row.reference.endswith("/2")
    settled(lambda: page.turn_to(Place("case", case_id, "way", wishes(escalation=made))))
    assert page.view.escalation.row.id == made
    assert any("Løst i kommunen." in line for line in page.stand.said())


@pytest.mark.parametrize("stage", ["case", "draft", "returned", "accepted", "answered", "released", "merged"])
def test_everybody_can_use_the_page(qtbot, home, open_case, settled, stage):
    if stage == "case":
        case_id, _ = home.case(kind=CaseKind.CONCRETE, is_minor=Answer.YES)
    else:
        makers = {"draft": home.draft, "accepted": home.accepted, "answered": home.answered, "released": home.released}
        made = makers.get(stage, home.accepted)()
        if stage == "returned":
            home.do(return_escalation, made, reason="Skriv mere.")
        if stage == "merged":
            home.do(merge_escalation, made, lead_id=home.accepted(1), reason="Samme sag.")
        case_id = case_of(home, made)
    page = open_case(case_id)
    assert accessibility.faults(page) == []
    act = page.act_words.primary(page.view)
    if act is not None and page.doing.form(act.key) is not None:
        page.doing.take(act.key)
        assert accessibility.faults(page) == []
    page._on_tab("facts")
    assert accessibility.faults(page) == []


def test_a_body_that_would_skip_a_level_says_so_before_it_is_chosen(home, open_way):
    body = open_way(home.draft()).way.words.body
    assert [body.itemText(place) for place in range(body.count())] == [
        "Den nationale gruppe",
        "Arbejdsgruppen (skips a level)",
    ]
