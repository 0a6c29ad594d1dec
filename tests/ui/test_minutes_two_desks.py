"""Two windows at two desks on one PostgreSQL write in one item: entry by entry both stay, whoever saves first."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from referral_desk.desk import Desk, User
from referral_desk.models import LogEntry, MinutesEntry
from referral_desk.models.log import broken_links
from tests.builders import NOON, a_group, a_meeting, an_item, some_minutes
from ui.bridge import Bridge
from ui.pages.meeting.minutes_view import MinutesView


@pytest.fixture
def meeting_id(server_database):
    meeting = a_meeting(a_group(), day=dt.date(2026, 11, 20))
    an_item(meeting, "Tolkning")
    some_minutes(meeting)
    with server_database.write() as session:
        session.add(meeting)
        session.flush()
        return meeting.id


@pytest.fixture
def rooms(qtbot, server_database, meeting_id):
    """A room at each of two desks."""
    made = []
    for name in ("Anna", "Bo"):
        bridge = Bridge(Desk(server_database, User(name), now=lambda: NOON))
        view = MinutesView(bridge, meeting_id)
        view.resize(900, 600)
        view.show()
        view.reload()
        made.append((bridge, view))
    qtbot.waitUntil(lambda: all(view.item is not None for _bridge, view in made))
    yield [view for _bridge, view in made]
    for bridge, view in made:
        view.save_now()
        qtbot.waitUntil(lambda bridge=bridge: not bridge.is_busy)
        view.close()
        view.deleteLater()
        bridge.close()
    qtbot.wait(0)


def test_two_who_type_at_once_both_find_every_word(qtbot, server_database, rooms):
    for number in range(40):
        for name, view in zip("ab", rooms, strict=True):
            if number % 8 == 7:
                view.text.go_to(view.text.pieces()[-1][0])
                QTest.keyClick(view.text, Qt.Key.Key_Return)
            QTest.keyClicks(view.text, f"{name}{number} ")
            if number % 5 == 4:
                view._hand_over()
                view.session.save_all()
            qtbot.wait(3)
    for _round in range(3):
        for view in rooms:
            view._hand_over()
            view.session.save_all()
            view.session.look()
            qtbot.waitUntil(lambda view=view: view.session.is_clean and not view._bridge.is_busy)
    with server_database.read() as session:
        kept = set(" ".join(session.scalars(select(MinutesEntry.text))).split())
        assert broken_links(session.scalars(select(LogEntry).order_by(LogEntry.id)).all()) == []
    assert {f"{name}{number}" for name in "ab" for number in range(40)} <= kept
    assert [text for _key, text in rooms[0].text.pieces() if text] == [
        text for _key, text in rooms[1].text.pieces() if text
    ]
