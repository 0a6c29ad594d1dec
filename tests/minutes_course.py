"""A meeting whose day has come, and the way of its minutes, for the tests of that way."""

import datetime as dt

import pytest

from referral_desk.models import AgendaItem, Meeting, MinutesEntry
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
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_entry, an_item
from tests.chain import version_of

BEFORE = TODAY - dt.timedelta(days=30)
CPR = "010170-1234"


class Course:
    """A meeting whose day has come, with two items, and the next one, which approves its minutes."""

    def __init__(self, desk, database, *, days=(BEFORE, TODAY)):
        self.desk, self.database = desk, database
        group = a_group("Region 2")
        a_seat(group).take(a_person("Medlem Prøve"), None)
        first, second = a_meeting(group, day=days[0]), a_meeting(group, day=days[1])
        one, two = an_item(first, "Tolkning"), an_item(first, "Eventuelt")
        approval = an_item(second, "Godkendelse af referatet")
        approval.approves = first
        with database.write() as session:
            session.add_all([first, second])
            session.flush()
            self.first, self.second, self.approval = first.id, second.id, approval.id
            self.one, self.two = one.id, two.id

    def hold(self, meeting_id=None, **times):
        key = meeting_id or self.first
        return self.desk.do(hold_meeting, meeting_id=key, version=self.version(Meeting, key), **times)

    def version(self, kind, key):
        return version_of(self.database, kind, key)

    def write(self, item_id=None, said="Drøftet.", *, meeting_id=None, **fields):
        with self.database.write() as session:
            minutes = session.get(Meeting, meeting_id or self.first).minutes
            made = an_entry(minutes, session.get(AgendaItem, item_id or self.one), said, **fields)
            session.flush()
            return made.id

    def step(self, operation, **more):
        seen = self.seen()
        return self.desk.do(operation, minutes_id=seen.id, version=seen.version, **more)

    def seen(self, meeting_id=None):
        return self.desk.ask(minutes_detail, meeting_id=meeting_id or self.first, today=self.desk.today)

    def to_comment(self):
        self.hold()
        self.entry = self.write(self.one, kind=EntryKind.DECISION, said="Gruppen godkendte planen.")
        self.write(self.two, "Intet.")
        self.step(send_minutes_to_chair)
        self.step(send_minutes_to_comment)

    def approve(self, **more):
        told = {"all_agreed": True, "note": "pr. mail", "wording": minutes_wording, **more}
        return self.step(approve_in_writing, **told)

    def say(self, said="Det var i maj.", **more):
        one = Said(said, **{"author": "Et medlem", **more})
        return self.desk.do(add_comments, minutes_id=self.seen().id, comments=[one])

    def comments(self):
        return self.desk.ask(comments_on, meeting_id=self.first)

    def entry_text(self, key):
        with self.database.read() as session:
            return session.get(MinutesEntry, key).text


@pytest.fixture
def course(desk, database):
    return Course(desk, database)


def taken_back(desk, done):
    return desk.do(done.undo.operation, **done.undo.arguments)
