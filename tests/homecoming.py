"""Answers and circulars on their way home, for the tests of that way: groups that meet, and their agendas."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from referral_desk.desk import Desk
from referral_desk.models import AgendaItem, Circular, Delivery, Escalation, Meeting
from referral_desk.operations.answers import release_answer
from referral_desk.operations.circulars import send_circular, write_circular
from referral_desk.operations.escalation_decisions import answer_escalation
from referral_desk.operations.meetings import plan_meeting
from referral_desk.operations.minutes import (
    approve_in_writing,
    hold_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
)
from referral_desk.vocabulary import CircularKind, EntryKind, ItemOutcome
from tests.builders import NOON, TODAY, an_entry
from tests.escalating import Course

DECEMBER, MARCH, JUNE = dt.date(2026, 12, 3), dt.date(2027, 3, 4), dt.date(2027, 6, 3)
TIMES = {"starts": dt.time(9), "ends": dt.time(12)}
HOME = "Vi prøver med ti pladser mere."


def no_words(_session, *, meeting_id):
    """What the documents say is not what these tests are about."""
    return {"da": {}, "en": {}}


class Home(Course):
    """The eight bodies, with meetings, and answers that were released to them."""

    def plan(self, group_id, day=DECEMBER, **fields):
        return self.desk.do(plan_meeting, group_id=group_id, day=day, **{**TIMES, **fields})

    def version(self, kind, key):
        with self.database.read() as session:
            return session.get(kind, key).version

    def on(self, operation, kind, key, **more):
        """Do something with a row as it is now."""
        names = {Meeting: "meeting_id", AgendaItem: "item_id", Circular: "circular_id", Delivery: "delivery_id"}
        names[Escalation] = "escalation_id"
        return self.desk.do(operation, **{names[kind]: key, "version": self.version(kind, key), **more})

    def answered(self, region=0, **words):
        made = self.accepted(region, **words)
        self.do(answer_escalation, made, text="Der oprettes ti pladser.", document_reference="Brev 7")
        return made

    def words(self, escalation_id, text=HOME):
        return self.see(escalation_id, lambda one: {step.number: text for step in one.way})

    def released(self, region=0, **words):
        made = self.answered(region, **words)
        self.do(release_answer, made, feedback=self.words(made))
        return made

    def circular(self, text="Brug den nye vejledning.", **fields):
        told = {"kind": CircularKind.FRAMEWORK, "title": "Ny vejledning", **fields}
        made = self.desk.do(write_circular, group_id=self.bodies.national, text=text, **told)
        self.on(send_circular, Circular, made.id)
        return made.id

    def items(self, meeting_id):
        """The items of an agenda that something hangs on: their ids by title."""
        with self.database.read() as session:
            items = session.get(Meeting, meeting_id).items
            assert [item.position for item in items] == list(range(len(items)))
            return {item.title: item.id for item in items if item.deliveries or item.escalation_steps}

    def titles(self, meeting_id):
        with self.database.read() as session:
            return [item.title for item in session.get(Meeting, meeting_id).items]

    def deliveries(self, **which):
        """Where each delivery stands: group, meeting of its item, and whether it is reported."""
        with self.database.read() as session:
            return [
                (one.group_id, one.item.meeting_id if one.item else None, one.reported_on is not None)
                for one in session.scalars(select(Delivery).filter_by(**which).order_by(Delivery.id))
            ]

    def item_of(self, escalation_id, group_id):
        with self.database.read() as session:
            found = session.scalar(select(Delivery).filter_by(escalation_id=escalation_id, group_id=group_id))
            return found.item_id

    def at(self, day):
        """The same desk on a later day."""
        self.desk = Desk(self.database, self.desk.user, now=lambda: NOON + (day - TODAY))
        return self

    def held(self, meeting_id):
        """The day comes, and the meeting is held."""
        with self.database.read() as session:
            day = session.get(Meeting, meeting_id).day
        if day > self.desk.today:
            self.at(day)
        return self.on(hold_meeting, Meeting, meeting_id)

    def minuted(self, meeting_id, *items, outcome=ItemOutcome.NOTED):
        """Write something under items and let the minutes be approved; without items under all of them."""
        with self.database.write() as session:
            meeting = session.get(Meeting, meeting_id)
            for item in meeting.items:
                if (not items or item.id in items) and item.outcome is ItemOutcome.OPEN:
                    kind = EntryKind.DECISION if outcome is ItemOutcome.DECIDED else EntryKind.NOTE
                    an_entry(meeting.minutes, item, "Taget til efterretning.", kind=kind)
            minutes_id = meeting.minutes.id
        for step, more in (
            (send_minutes_to_chair, {}),
            (send_minutes_to_comment, {}),
            (approve_in_writing, {"wording": no_words, "all_agreed": True, "note": "pr. mail"}),
        ):
            with self.database.read() as session:
                version = session.get(Meeting, meeting_id).minutes.version
            self.desk.do(step, minutes_id=minutes_id, version=version, **more)
