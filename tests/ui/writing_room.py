"""A writer at the writing room's keyboard, on a meeting with three items, for the tests of that room."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from referral_desk.desk import Desk, User
from referral_desk.models import ActionItem, AgendaItem, MinutesEntry
from referral_desk.vocabulary import EntryKind, Label, Purpose
from tests.builders import (
    NOON,
    a_document,
    a_group,
    a_meeting,
    a_paper,
    a_person,
    a_seat,
    an_item,
    an_organisation,
    some_minutes,
)
from ui.bridge import Bridge
from ui.pages.meeting.minutes_view import MinutesView

NOTE, DECISION, ACTION = EntryKind
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def meeting_id(store):
    group = a_group("Region 2", code="rg2")
    union = an_organisation("Fagligt Fælles Forbund", code="3f")
    town = an_organisation("Ærø Kommune")
    a_seat(group).take(a_person("Gry Formandsen", organisation=union), None, organisation=union)
    a_seat(group).take(a_person("Gry Kommunesen", organisation=town), None, organisation=town)
    meeting = a_meeting(group, day=dt.date(2026, 11, 20))
    an_item(meeting, "Dagsorden", purpose=Purpose.DECISION, recommendation="at dagsordenen godkendes.\n")
    paper = an_item(meeting, "Tolkning", purpose=Purpose.DISCUSSION)
    a_paper(paper, a_document(b"Tal for 2026.\n", name="tal.txt"), "Tal")
    an_item(meeting, "Eventuelt", purpose=Purpose.INFORMATION, label=Label.CONFIDENTIAL)
    some_minutes(meeting)
    with store.write() as session:
        session.add_all([meeting, a_meeting(group, day=dt.date(2027, 3, 4))])
        session.flush()
        return meeting.id


class Writer:
    """Somebody at the room's keyboard."""

    def __init__(self, qtbot, bridge, meeting_id):
        self.qtbot, self.bridge = qtbot, bridge
        self.view = MinutesView(bridge, meeting_id)
        self.text = self.view.text
        self.view.resize(1000, 640)
        self.view.show()
        self.view.reload()
        self.rest()
        self.view.text.setFocus()

    def type(self, words):
        """Type words; a new line is the Enter key."""
        for number, line in enumerate(words.split("\n")):
            if number:
                self.key(Qt.Key.Key_Return)
            self.qtbot.keyClicks(self.text, line)
        return self

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.text, key, held)
        return self

    def rest(self):
        """Let all that is typed be kept."""
        self.view._hand_over()
        self.view.session.save_all()
        self.qtbot.waitUntil(lambda: not self.bridge.is_busy and self.view.session.is_clean)
        return self

    def leave(self):
        """Go, once all is kept."""
        self.rest()
        if self.view.beside is not None:
            self.view.beside.leave()
            self.qtbot.waitUntil(lambda: not self.bridge.is_busy)
        self.view.close()
        self.view.deleteLater()

    @property
    def chips(self):
        """The chips at the cursor's entry."""
        return [chip.text for chip in self.text.marks[self.text.at].chips]

    def pieces(self):
        return [text for _key, text in self.text.pieces()]

    def kinds(self):
        self.view._hand_over()
        return [said.kind for said in self.view._sheet.now.values()]


@pytest.fixture
def anna(qtbot, bridge, meeting_id):
    made = Writer(qtbot, bridge, meeting_id)
    yield made
    made.leave()


@pytest.fixture
def bo(qtbot, store, meeting_id):
    """Somebody at a second window."""
    bridge = Bridge(Desk(store, User("Bo"), now=lambda: NOON))
    made = Writer(qtbot, bridge, meeting_id)
    yield made
    made.leave()
    bridge.close()
    qtbot.wait(0)


def stored(store, title="Dagsorden"):
    with store.read() as session:
        found = select(MinutesEntry).join(AgendaItem).where(AgendaItem.title == title).order_by(MinutesEntry.position)
        return [(entry.kind, entry.text) for entry in session.scalars(found)]


def the_action(store):
    with store.read() as session:
        action = session.scalar(select(ActionItem))
        return action and (action.text, action.owner_name, action.due)
