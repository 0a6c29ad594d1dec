"""What happens while nobody sits at the window: the bodies' meetings are planned, held, minuted and approved."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager

from sqlalchemy import select

from referral_desk import clock
from referral_desk.desk import Desk
from referral_desk.models import AgendaItem, Group, Meeting
from referral_desk.models.entries import Said
from referral_desk.operations.entries import EntryDraft, save_entries
from referral_desk.operations.meetings import plan_meeting
from referral_desk.operations.minutes import (
    approve_in_writing,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
)
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.users import User
from referral_desk.vocabulary import EntryKind, ItemOutcome

SECRETARY = User("Sekretær, CMM", frozenset({"secretary"}))
LAST_ITEM = "Eventuelt"


class Secretariat:
    """The groups by their codes, from another door of the desk; each thing happens on its day at noon."""

    def __init__(self, database):
        self.database = database

    def plan(self, code, day, *, on):
        """Plan an ordinary meeting of a group."""
        with self.database.read() as session:
            group_id = session.scalars(select(Group.id).where(Group.code == code)).one()
        self._on(on).do(plan_meeting, group_id=group_id, day=day, starts=dt.time(9), ends=dt.time(12))

    def hold(self, code, day):
        """Hold the meeting of a day."""
        key, version = self._meeting(code, day)
        self._on(day).do(hold_meeting, meeting_id=key, version=version)

    def decide(self, code, day, text, under=LAST_ITEM):
        """Write a decision into the minutes, under the one item with these words in its title."""
        self._write(code, day, text, EntryKind.DECISION, under)

    def approve(self, code, day, *, on):
        """Note all that nobody wrote about yet, and approve the minutes in writing."""
        self._write(code, day, "Taget til efterretning.", EntryKind.NOTE)
        for step, more in (
            (send_minutes_to_chair, {}),
            (send_minutes_to_comment, {}),
            (approve_in_writing, {"wording": minutes_wording, "all_agreed": True, "note": "pr. mail"}),
        ):
            with self.database.read() as session:
                minutes = session.get(Meeting, self._meeting(code, day)[0]).minutes
                seen = {"minutes_id": minutes.id, "version": minutes.version}
            self._on(on).do(step, **seen, **more)

    def _write(self, code, day, text, kind, under=""):
        key, _ = self._meeting(code, day)
        with self.database.read() as session:
            items = select(AgendaItem).where(AgendaItem.meeting_id == key).order_by(AgendaItem.position)
            found = [
                one.id
                for one in session.scalars(items)
                if under in one.title and (under or one.fate is ItemOutcome.OPEN)
            ]
        assert len(found) == 1 or not under, f"{len(found)} items say {under!r}"
        for item_id in found:
            draft = EntryDraft(1, Said(kind, text))
            self._on(day).do(save_entries, meeting_id=key, item_id=item_id, entries=(draft,))

    def _meeting(self, code, day):
        with self.database.read() as session:
            found = select(Meeting.id, Meeting.version).join(Group).where(Group.code == code, Meeting.day == day)
            return session.execute(found).one()

    def _on(self, day):
        noon = dt.datetime.combine(day, dt.time(12), clock.COPENHAGEN).astimezone(dt.UTC)
        return Desk(self.database, SECRETARY, now=lambda: noon)


@contextmanager
def secretariat_of(demo_desk):
    """The secretariat of a demo desk that no window has open."""
    with demo_desk.opened() as file:
        yield Secretariat(file.database)
