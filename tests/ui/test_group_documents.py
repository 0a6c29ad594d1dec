"""What a group, and a case on its way, give on paper: who has which document, under its own name, in one language."""

import pytest

from referral_desk.models import Delivery, Group
from tests.builders import TODAY, a_case, an_escalation
from tests.chain import lay_chain
from tests.ui.accessibility import faults
from ui.case_documents import CaseDocuments
from ui.pages.group import GroupPage
from ui.places import Place


@pytest.fixture
def chain(store):
    return lay_chain(store)


@pytest.fixture
def escalation_id(store, chain):
    """A matter of the northern group that is still a draft."""
    with store.write() as session:
        north = session.get(Group, chain.north)
        made = an_escalation(a_case(north, number=7), north.parent)
        session.add(made)
        session.flush()
        return made.id


def page_of(qtbot, bridge, settled, group_id):
    made = GroupPage(bridge, Place("group", group_id))
    qtbot.addWidget(made)
    made.resize(1100, 800)
    settled(made.show)
    return made


def asked_of(documents, monkeypatch):
    """The files that would be saved."""
    asked = []
    monkeypatch.setattr(documents.files, "ask", lambda _title, name, content: asked.append((name, content)))
    return asked


def test_each_of_a_groups_documents_is_offered_under_its_own_name(
    qtbot, bridge, settled, chain, escalation_id, monkeypatch
):
    page = page_of(qtbot, bridge, settled, chain.north)
    asked = asked_of(page.documents, monkeypatch)
    page.documents.offered.fill_menu()
    named = {action.text(): action for action in page.documents.offered.menu.actions() if action.text()}
    assert list(named)[-2:] == ["Dansk", "English"]
    assert faults(page) == []
    group = "2026-11-21 Regional referencegruppe 1"
    for words, name in {
        "Speaking note for the representative …": f"{group} speaking note Internal.pdf",
        "Hand-over sheet …": f"{group} hand-over sheet Internal.pdf",
        "Ledger of escalations …": f"{group} ledger of escalations Internal.pdf",
    }.items():
        named[words].trigger()
        qtbot.waitUntil(lambda: bool(asked), timeout=20000)
        ((found, content),) = asked
        asked.clear()
        assert (found, content[:5]) == (name, b"%PDF-")


def test_only_a_group_that_is_spoken_for_has_a_speaking_note(qtbot, bridge, settled, chain):
    page = page_of(qtbot, bridge, settled, chain.national)
    titles = [command.title for command in page.commands()]
    assert "Hand-over sheet …" in titles
    assert "Speaking note for the representative …" not in titles


def test_a_case_gives_its_brief_as_pdf_and_as_word_its_answer_and_what_goes_wrong(
    qtbot, bridge, settled, store, chain, escalation_id, monkeypatch
):
    page = page_of(qtbot, bridge, settled, chain.north)
    documents = CaseDocuments(bridge, page)
    asked, told = asked_of(documents, monkeypatch), []
    documents.told.connect(told.append)
    with store.write() as session:
        home = Delivery(group_id=chain.north, escalation_id=escalation_id, text="Ja.", made_on=TODAY)
        session.add(home)
        session.flush()
        delivery_id = home.id
    for call, key, name in (
        (documents.brief, escalation_id, "2026-11-21 RG1-2026-0007 escalation brief draft Internal.pdf"),
        (documents.brief_word, escalation_id, "2026-11-21 RG1-2026-0007 escalation brief draft Internal.docx"),
        (documents.feedback, delivery_id, "2026-11-21 RG1-2026-0007 feedback Regional referencegruppe 1 Internal.pdf"),
    ):
        call(key)
        qtbot.waitUntil(lambda: bool(asked), timeout=20000)
        assert [found for found, _ in asked] == [name]
        asked.clear()
    documents.brief(404)
    qtbot.waitUntil(lambda: bool(told))
    assert asked == []


def test_the_hand_over_sheet_of_all_groups_is_for_the_coordinator(qtbot, bridge, settled, chain, monkeypatch):
    page = page_of(qtbot, bridge, settled, chain.imwg)
    asked = asked_of(page.documents, monkeypatch)
    page.documents.handover()
    qtbot.waitUntil(lambda: bool(asked), timeout=20000)
    assert asked[0][0] == "2026-11-21 hand-over sheet Internal.pdf"
