"""The navigation counts what waits on pages that are not open: overdue actions."""

import datetime as dt

from referral_desk.models import ActionItem
from referral_desk.operations.action_steps import set_action_state
from referral_desk.vocabulary import ActionState
from tests.action_life import lay_region, version_of
from tests.builders import TODAY
from ui.main_window import MainWindow
from ui.places import Place


def test_overdue_actions_are_counted_before_their_page_is_opened_and_when_one_is_done(qtbot, bridge, store):
    region = lay_region(store)
    with store.write() as session:
        session.get(ActionItem, region.loose).due = TODAY - dt.timedelta(days=1)
    window = MainWindow(bridge)
    qtbot.addWidget(window)
    window.show()
    window.open_place(Place("groups"))
    button = window.navigation.buttons["actions"]
    qtbot.waitUntil(lambda: button.count == 1)
    assert "1 waiting" in button.accessibleName()
    bridge.do(set_action_state, actions=((region.loose, version_of(store, region.loose)),), state=ActionState.DONE)
    qtbot.waitUntil(lambda: button.count == 0)
