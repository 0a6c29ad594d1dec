"""What tests of the Case page do again and again."""


def wait_for(qtbot, page, state):
    """Wait until the escalation that the page shows has come to a state."""
    qtbot.waitUntil(lambda: page.view.escalation is not None and page.view.escalation.row.state is state)
