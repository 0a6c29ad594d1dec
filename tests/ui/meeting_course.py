"""A held meeting and its page, for the tests of what comes after the meeting."""

import datetime as dt

import pytest

from referral_desk.models import AgendaItem, Meeting, MinutesEntry
from referral_desk.models.seats import SeatKind
from referral_desk.operations.comments import Said, add_comments
from referral_desk.operations.minutes import (
    approve_in_writing,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
)
from referral_desk.queries.comments import comments_on
from referral_desk.queries.minutes import minutes_detail
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.vocabulary import EntryKind
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_entry, an_item, an_organisation
from ui.pages.meeting import MeetingPage
from ui.places import Place, wishes

YESTERDAY = TODAY - dt.timedelta(days=1)
LONG = 20_000


class Life:
    """A held meeting with two items, and what one does to it behind the page's back."""

    def __init__(self, store, desk):
        self.store, self.desk = store, desk
        group = a_group("Region 2")
        body = an_organisation("Fonden")
        member = a_person("Medlem Prøve", organisation=body)
        a_seat(group, kind=SeatKind.CHAIR).take(a_person("Formand Prøve"), None, organisation=body)
        a_seat(group).take(member, None, organisation=body)
        first, second = a_meeting(group, day=YESTERDAY), a_meeting(group, day=TODAY)
        one, two = an_item(first, "Tolkning"), an_item(first, "Husning")
        an_item(second, "Godkendelse af referat").approves = first
        with store.write() as session:
            session.add_all([first, second])
            session.flush()
            self.first, self.second, self.one, self.two = first.id, second.id, one.id, two.id
            self.approval = second.items[0].id

    def seen(self, meeting_id=None):
        return self.desk.ask(minutes_detail, meeting_id=meeting_id or self.first, today=TODAY)

    def hold(self, meeting_id=None):
        seen = self.seen(meeting_id)
        self.desk.do(hold_meeting, meeting_id=seen.meeting_id, version=seen.meeting_version)

    def write(self, item_id, said, kind=EntryKind.NOTE, meeting_id=None):
        with self.store.write() as session:
            minutes = session.get(Meeting, meeting_id or self.first).minutes
            made = an_entry(minutes, session.get(AgendaItem, item_id), said, kind=kind)
            session.flush()
            return made.id

    def step(self, operation, **more):
        seen = self.seen()
        return self.desk.do(operation, minutes_id=seen.id, version=seen.version, **more)

    def to_comment(self):
        self.hold()
        self.entry = self.write(self.one, "Listen gælder fra februar.", EntryKind.DECISION)
        self.step(send_minutes_to_chair)
        self.step(send_minutes_to_comment)

    def say(self, text="Fra marts.", **more):
        one = Said(text, **{"author": "Et medlem", **more})
        self.desk.do(add_comments, minutes_id=self.seen().id, comments=[one])

    def comments(self):
        return self.desk.ask(comments_on, meeting_id=self.first)

    def approve(self):
        self.step(approve_in_writing, wording=minutes_wording, all_agreed=True, note="pr. mail")

    def text(self, key):
        with self.store.read() as session:
            return session.get(MinutesEntry, key).text


@pytest.fixture
def life(store, desk):
    return Life(store, desk)


@pytest.fixture
def open_page(qtbot, bridge, settled):
    """Open the page of a meeting at its minutes, and wait for it."""

    def show(meeting_id, view="minutes", **asked):
        page = MeetingPage(bridge, Place("meeting", meeting_id, view, wishes(**asked)))
        page.said = []
        page.told.connect(page.said.append)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        settled(page.show)
        if view == "minutes":
            qtbot.waitUntil(lambda: page.course_view.minutes is not None)
        return page

    yield show
    qtbot.waitUntil(lambda: not bridge.is_busy)
