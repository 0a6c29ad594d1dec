"""A group with its next two meetings and a meeting page to work on, for the tests of that page."""

import datetime as dt
import threading

import pytest

from referral_desk.models import Meeting
from referral_desk.models.seats import SeatKind
from referral_desk.vocabulary import ItemKind, Purpose, StandingRole
from tests.builders import a_document, a_group, a_meeting, a_paper, a_person, a_seat, an_item, an_organisation
from ui.pages.meeting import MeetingPage
from ui.places import Place

DAY = dt.date(2026, 12, 3)


@pytest.fixture
def meeting_id(store):
    """Three items, 30 + 45 + 15 of 180 minutes; the second has a text and a paper that cannot be read."""
    group = a_group("Region 2")
    a_seat(group, kind=SeatKind.CHAIR).take(a_person("Formand Prøve"), None, organisation=an_organisation("Fonden"))
    a_seat(group)
    meeting = a_meeting(group, day=DAY, place="Rådhuset")
    an_item(meeting, "Dagsorden", minutes=30, kind=ItemKind.FORMALITY, standing=StandingRole.AGENDA_APPROVAL)
    talk = an_item(meeting, "Tolkning", minutes=45, purpose=Purpose.DECISION, resume="Kort.", recommendation="at ...")
    a_paper(talk, a_document(b"Tal for 2026.\n", name="tal.txt"), "Tal")
    a_paper(talk, a_document(b"x", name="x.pdf", kind="pdf", problem="damaged"), "Aftale")
    an_item(meeting, "Eventuelt", minutes=15, kind=ItemKind.ANY_OTHER_BUSINESS)
    with store.write() as session:
        session.add_all([meeting, a_meeting(group, day=dt.date(2027, 3, 4))])
        session.flush()
        return meeting.id


@pytest.fixture
def room(qtbot, bridge, settled, meeting_id):
    """The page of the meeting, shown and settled."""
    page = MeetingPage(bridge, Place("meeting", meeting_id))
    page.said = []
    page.told.connect(page.said.append)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    settled(page.show)
    qtbot.waitUntil(lambda: page.agenda_view.pane.currentWidget() is page.agenda_view.pane.frame)
    yield page
    # What draws pages is let go of before the bridge is.
    if page.agenda_view.pane._preview is not None:
        page.agenda_view.pane._preview.artist.close()
    if page.views.built("pack") is not None:
        page.views.pack.preview.artist.close()
    qtbot.waitUntil(lambda: not bridge.is_busy)
    qtbot.waitUntil(lambda: not any(thread.name.startswith("worker-") for thread in threading.enumerate()))


def stored(store, meeting_id):
    """The agenda as the desk holds it: title, minutes, numbers of papers."""
    with store.read() as session:
        meeting = session.get(Meeting, meeting_id)
        return [(item.title, item.minutes, len(item.papers)) for item in meeting.items]


def item_id(page, title):
    """The id of an item in the list."""
    return next(line.id for line in page.agenda_view.list.agenda.lines if line.title == title)


def open_item(page, settled, title):
    """Open an item and wait for it."""
    wanted = item_id(page, title)
    if page.agenda_view.list.chosen_id() != wanted:
        settled(lambda: page.agenda_view.list.choose(wanted))
    return page.agenda_view.pane.editor
