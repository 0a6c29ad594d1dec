"""What the Cases page gives on paper: the ledger, whole, of a level or with what is confidential, and the hand-over."""

import pytest

from referral_desk.models import Group
from referral_desk.vocabulary import Label
from tests.builders import a_case, an_escalation
from tests.chain import lay_chain
from tests.ui.accessibility import faults
from ui.pages.cases import CasesPage
from ui.places import Place


@pytest.fixture
def page(qtbot, bridge, settled, store):
    chain = lay_chain(store)
    with store.write() as session:
        north = session.get(Group, chain.north)
        escalation = an_escalation(a_case(north, number=7), north.parent)
        escalation.step.label = Label.CONFIDENTIAL
        session.add(escalation)
    made = CasesPage(bridge, Place("cases"))
    qtbot.addWidget(made)
    made.resize(1100, 800)
    settled(made.show)
    return made


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ledger of all escalations …", "2026-11-21 ledger of escalations Internal.pdf"),
        ("Ledger of escalations, national …", "2026-11-21 National ledger of escalations Internal.pdf"),
        (
            "Ledger of all escalations, with confidential ones …",
            "2026-11-21 ledger of escalations Confidential.pdf",
        ),
        ("Hand-over sheet for a new coordinator …", "2026-11-21 hand-over sheet Internal.pdf"),
    ],
)
def test_each_is_offered_under_its_own_name(qtbot, page, monkeypatch, words, name):
    asked = []
    monkeypatch.setattr(page.documents.files, "ask", lambda _title, found, content: asked.append((found, content)))
    page.documents.offered.fill_menu()
    named = {action.text(): action for action in page.documents.offered.menu.actions()}
    assert words in [command.title for command in page.commands()]
    assert faults(page) == []
    named[words].trigger()
    qtbot.waitUntil(lambda: bool(asked), timeout=20000)
    assert (asked[0][0], asked[0][1][:5]) == (name, b"%PDF-")
