"""Two windows at two desks on one PostgreSQL, in one meeting, case and escalation at once: nothing written is lost."""

import datetime as dt

import pytest

from referral_desk.desk import Desk
from referral_desk.models import Case, Escalation, Meeting
from referral_desk.models.groups import Tier
from referral_desk.users import User
from referral_desk.vocabulary import EscalationState
from tests.builders import NOON, a_case, a_group, a_meeting, an_escalation, an_item
from ui.bridge import Bridge
from ui.pages.case import CasePage
from ui.pages.meeting import MeetingPage
from ui.places import Place


@pytest.fixture
def ids(server_database):
    """A meeting with an item, and a case on its way up."""
    national = a_group("National gruppe", tier=Tier.NATIONAL, meetings_per_year=4)
    group = a_group("Region 2", parent=national, meetings_per_year=4)
    meeting = a_meeting(group, day=dt.date(2026, 12, 3))
    item = an_item(meeting, "Tolkning")
    case = a_case(group, "Ventetid på tolk")
    escalation = an_escalation(case, national)
    with server_database.write() as session:
        session.add_all([national, meeting, escalation])
        session.flush()
        return {"meeting": meeting.id, "item": item.id, "case": case.id, "escalation": escalation.id}


@pytest.fixture
def two(qtbot, server_database):
    """Open the same page at each of two desks; neither hears of what the other does."""
    made = []

    def show(kind, place):
        for name in ("Anna", "Bo"):
            bridge = Bridge(Desk(server_database, User(name), now=lambda: NOON))
            page = kind(bridge, place)
            page.said, page.refused = [], []
            page.told.connect(page.said.append)
            bridge.failed.connect(page.refused.append)
            qtbot.addWidget(page)
            page.resize(1100, 760)
            page.show()
            made.append((bridge, page))
            rest(qtbot, page)
        return [page for _bridge, page in made]

    yield show
    for bridge, page in made:
        rest(qtbot, page)
        page.hide()
        bridge.close()


def rest(qtbot, page):
    qtbot.waitUntil(lambda: not page.bridge.is_busy)
    qtbot.wait(0)
    qtbot.waitUntil(lambda: not page.bridge.is_busy)


def test_the_head_of_a_meeting_and_its_item_keep_what_both_write(qtbot, server_database, ids, two):
    anna, bo = two(MeetingPage, Place("meeting", ids["meeting"]))
    for page, field, words in ((anna, "place", "Rådhuset"), (bo, "title", "Ekstra")):
        page.details.open_at()
        page.details.form.inputs[field].setText(words)
        page.save_now()
        rest(qtbot, page)
    for page, field, words in ((anna, "resume", "Annas resumé."), (bo, "presentation", "Bos sag.")):
        page.agenda_view.pane.editor.form.inputs[field].setPlainText(words)
        page.save_now()
        rest(qtbot, page)
    with server_database.read() as session:
        meeting = session.get(Meeting, ids["meeting"])
        assert (meeting.place, meeting.title) == ("Rådhuset", "Ekstra")
        item = meeting.items[0]
        assert (item.resume, item.presentation) == ("Annas resumé.", "Bos sag.")
    assert not any(page.is_unsaved() or page.refused for page in (anna, bo))


def test_a_case_and_its_escalation_keep_what_both_write(qtbot, server_database, ids, two):
    anna, bo = two(CasePage, Place("case", ids["case"]))
    for page, field, words in ((anna, "problem", "Annas problem."), (bo, "proposal", "Bos forslag.")):
        page.way.words.texts.inputs[field].setPlainText(words)
        page.save_now()
        rest(qtbot, page)
    with server_database.read() as session:
        step = session.get(Escalation, ids["escalation"]).step
        assert (step.problem, step.proposal) == ("Annas problem.", "Bos forslag.")
    assert not any(page.is_unsaved() or page.refused for page in (anna, bo))


def test_who_was_slower_reads_why_keeps_their_words_and_can_go_on_from_how_it_stands(qtbot, server_database, ids, two):
    anna, bo = two(CasePage, Place("case", ids["case"]))
    bo.doing.take("withdraw")
    bo.form_open.write("reason", "Bos grund.")
    anna.doing.take("endorse")
    anna.form_open.write("note", "Aftalt.")
    anna.form_open.save.click()
    rest(qtbot, anna)
    bo.form_open.save.click()
    rest(qtbot, bo)
    said = "Somebody else changed this meanwhile: look at it again and repeat your change."
    assert bo.form_open.wrong.text() == said
    assert bo.form_open.text("reason") == "Bos grund."
    assert bo.view.escalation.row.state is EscalationState.ENDORSED, "the page shows how it stands now"
    bo.form_open.save.click()
    rest(qtbot, bo)
    with server_database.read() as session:
        assert session.get(Escalation, ids["escalation"]).state is EscalationState.WITHDRAWN
        assert session.get(Case, ids["case"]).title == "Ventetid på tolk"
