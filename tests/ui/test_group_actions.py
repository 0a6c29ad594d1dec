"""A group's open actions on its page: those due first, and the way to all of them."""

import datetime as dt

import pytest

from referral_desk.models import Group
from referral_desk.vocabulary import ActionState
from tests.builders import TODAY, an_action
from tests.chain import lay_chain
from tests.ui.accessibility import faults
from ui.pages.group import GroupPage
from ui.places import Place, wishes
from ui.widgets.row_button import RowButton


@pytest.fixture
def region(store):
    return lay_chain(store).north


@pytest.fixture
def page(qtbot, bridge, settled, store, region):
    with store.write() as session:
        group = session.get(Group, region)
        for number in range(5):
            due = TODAY + dt.timedelta(days=number - 2)
            session.add(an_action(group, f"Opgave {number}", number=number + 1, due=due))
        session.add(an_action(group, "Er udført", number=90, closed_on=TODAY, state=ActionState.DONE))
    made = GroupPage(bridge, Place("group", region))
    made.gone = []
    made.went.connect(made.gone.append)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    settled(made.show)
    return made


def test_open_actions_stand_by_their_day_and_lead_to_all(page, region):
    rows = page.actions_card.findChildren(RowButton)
    assert [row.look.title for row in rows] == ["Opgave 0", "Opgave 1", "Opgave 2", "Opgave 3"]
    assert "overdue" in rows[0].look.detail
    assert page.actions_card.all.text() == "All 5"
    page.actions_card.all.click()
    rows[0].click()
    first = Place("actions", view="group", wishes=wishes(group=region))
    assert page.gone == [first, Place("actions", view="group", wishes=wishes(group=region, action=1))]
    assert faults(page) == []


def test_the_group_s_list_is_saved_as_a_document(qtbot, page, monkeypatch):
    asked = []
    monkeypatch.setattr(
        page.actions_card.door.files, "ask", lambda _title, name, content: asked.append((name, content))
    )
    page.actions_card.paper.click()
    qtbot.waitUntil(page.actions_card.line.isVisible)
    qtbot.waitUntil(lambda: bool(asked), timeout=20000)
    ((name, content),) = asked
    assert "open actions" in name
    assert content.startswith(b"%PDF-")
    assert page.actions_card.line.isHidden()
