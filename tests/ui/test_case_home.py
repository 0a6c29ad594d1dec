"""The way home on the Case page: every group that asked, an answer that no meeting will hear, and the closing."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QAbstractButton

from referral_desk.models import Group
from referral_desk.operations.answers import release_answer
from referral_desk.operations.escalation_decisions import answer_escalation, merge_escalation
from referral_desk.queries.loose_end_rows import NeedKind
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.vocabulary import EscalationState
from tests.builders import TODAY
from tests.ui import accessibility
from tests.ui.case_course import wait_for
from ui.pages.board.need_words import NeedWords
from ui.places import Place


@pytest.fixture
def end(store):
    """Let a group end."""

    def ended(group_id):
        with store.write() as session:
            session.get(Group, group_id).stand(None, dt.date(2026, 11, 1))

    return ended


def way_home(page):
    """The stations of the way home: group, what is said of it, and the words of its chip."""
    rows = [row.station for row in page.way.rail.rows]
    return [(one.title, one.detail, one.chip and one.chip[0]) for one in rows if one.key.startswith("home")]


def links(page, key):
    """What can be pressed inside a station."""
    (row,) = [row for row in page.way.rail.rows if row.station.key.startswith(key)]
    row.head.setChecked(True)
    return {accessibility.name_of(one): one for one in row.findChildren(QAbstractButton) if one is not row.head}


def test_from_needs_you_to_the_closed_case_of_a_group_that_has_ended(qtbot, home, open_way, end, settled):
    made = home.released()
    end(home.bodies.regions[0])
    (need,) = [
        row for row in home.desk.ask(loose_ends, day=TODAY, language="en") if row.kind is NeedKind.DELIVERY_STUCK
    ]
    look, place = NeedWords().row(need, TODAY)
    assert look.title == "No meeting will hear it: tell it otherwise"
    assert place == Place("case", home.see(made, lambda one: one.case_id))
    page = open_way(made)
    assert way_home(page) == [("Region 1", "no meeting of the group will hear it: tell it otherwise", "Stuck")]
    assert any(line.startswith("No meeting of Region 1 will hear the answer") for line in page.stand.said())
    assert page.step.text() == "Report it outside a meeting …"
    page.step.click()
    form = page.form_open
    settled(form.save.click)
    assert "how it was told" in form.wrong.text()
    for name, text in (("how", "Brev"), ("whom", "De tidligere medlemmer"), ("reason", "Gruppen er nedlagt.")):
        form.write(name, text)
    assert accessibility.faults(page) == []
    form.save.click()
    wait_for(qtbot, page, EscalationState.REPORTED)
    assert page.way.story_words()[0] == "Reported outside a meeting"
    ((_, said, chip),) = way_home(page)
    assert (said.startswith("told outside a meeting"), chip) == (True, "Reported")
    assert page.step.text() == "Close the escalation"
    assert page.stand.offered() == ["close_noted"]
    page.doing.take("close_noted")
    page.form_open.write("note", "Region 2 tager den op igen.")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.CLOSED)
    assert page.view.escalation.closed_reason == "Region 2 tager den op igen."


def test_that_it_was_told_can_be_taken_back_from_its_station(qtbot, home, open_way, end):
    made = home.released()
    end(home.bodies.regions[0])
    page = open_way(made)
    links(page, "home")["Reported outside a meeting …"].click()
    for name in ("how", "whom", "reason"):
        page.form_open.write(name, "Brev")
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.REPORTED)
    links(page, "home")["Take back that it was reported"].click()
    wait_for(qtbot, page, EscalationState.RELEASED)
    assert "Reported outside a meeting" not in page.way.story_words()


def test_one_that_must_be_known_at_once_is_told_from_the_menu_and_stays_on_its_agenda(qtbot, home, open_way):
    home.plan(home.bodies.regions[0])
    made = home.released()
    page = open_way(made)
    assert page.step.isHidden()
    assert "report_outside" in {act.key for act in page.act_words.rest(page.view)}
    page.doing.take("report_outside")
    for name, text in (("how", "Telefon"), ("whom", "Formanden"), ("reason", "Fristen er i morgen.")):
        page.form_open.write(name, text)
    page.form_open.save.click()
    wait_for(qtbot, page, EscalationState.REPORTED)
    assert page.view.escalation.deliveries[0].item is not None


@pytest.fixture
def lead(home, end):
    """A lead that two others were merged into, answered and released; the third group has ended."""
    made, *others = (home.accepted(number) for number in range(3))
    for other in others:
        home.do(merge_escalation, other, lead_id=made, reason="Samme sag.")
    home.plan(home.bodies.regions[1])
    home.do(answer_escalation, made, text="Ja.", journal_number="2026-1")
    home.do(release_answer, made, feedback=home.words(made))
    end(home.bodies.regions[2])
    return made


def test_the_way_home_of_a_lead_lists_every_group_that_asked_with_its_own_reference(qtbot, home, open_way, lead):
    page = open_way(lead)
    found = way_home(page)
    assert [(group, chip) for group, _, chip in found] == [
        ("Region 1", "Waiting"),
        ("Region 2", "On the agenda"),
        ("Region 3", "Stuck"),
    ]
    assert found[0][1] == "waits for the next meeting"
    follower, other = page.view.escalation.followers
    assert found[1][1].startswith(f"{follower.reference} · item ")
    assert found[2][1].startswith(f"{other.reference} · ")
    links(page, f"home-{follower.id}")[f"Merged in: {follower.reference}"].click()
    assert (page.places[-1].page, page.places[-1].id) == ("case", follower.case_id)
    page.step.click()
    assert page.form_open.delivery.currentText().startswith("Region 3"), "what is stuck comes first"
    assert accessibility.faults(page) == []


def test_before_it_is_answered_a_lead_says_who_will_hear_it(qtbot, home, open_way):
    made, other = home.accepted(0), home.accepted(1)
    home.do(merge_escalation, other, lead_id=made, reason="Samme sag.")
    page = open_way(made)
    assert [group for group, *_ in way_home(page)] == ["Region 1", "Region 2"]


def test_who_may_only_read_tells_nobody(qtbot, home, open_way, end, bridge, monkeypatch):
    made = home.released()
    end(home.bodies.regions[0])
    monkeypatch.setattr(type(bridge), "may", lambda _self, _operation: False)
    page = open_way(made)
    assert not page.step.isEnabled()
    assert "Reported outside a meeting …" not in links(page, "home")
