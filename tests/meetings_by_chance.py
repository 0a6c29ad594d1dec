"""Meetings of some groups as they come by chance: planned, moved, called off, held, minuted, approved and closed."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import select

from referral_desk.errors import DeskError
from referral_desk.models import AgendaItem, Meeting
from referral_desk.operations.agenda import remove_item, restore_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.meetings import cancel_meeting, move_meeting, plan_meeting, revive_meeting
from referral_desk.operations.minutes import close_meeting
from referral_desk.vocabulary import ItemOutcome, MeetingKind, Stage
from tests.escalation_life import minute_meeting

PICK = st.integers(0, 11)


class Meetings(RuleBasedStateMachine):
    """What happens to meetings, whatever they deal with; who goes on sets `database`, `desks` and `now`."""

    @property
    def today(self):
        return self.now.date()

    def minute(self, meeting_id, outcomes, *, approves):
        with self.database.read() as session:
            day = session.get(Meeting, meeting_id).day
        self.now = max(self.now, dt.datetime.combine(day, dt.time(12), dt.UTC))
        self.desks[0].do(minute_meeting, meeting_id=meeting_id, outcomes=outcomes, approves=approves)

    @rule(number=PICK, outcomes=st.lists(st.sampled_from(ItemOutcome), min_size=1, max_size=4), approves=st.booleans())
    def meet(self, number, outcomes, approves):
        """Time goes on to some meeting to come, which is held; some items are carried on or dropped."""
        meeting = self.meeting(number)
        if meeting is None:
            return
        said = [one if one not in {ItemOutcome.CARRIED, ItemOutcome.DROPPED} else ItemOutcome.OPEN for one in outcomes]
        self.minute(meeting.id, said, approves=approves)
        with self.database.read() as session:
            open_items = [
                (item.id, item.version, outcomes[place % len(outcomes)])
                for place, item in enumerate(session.get(Meeting, meeting.id).items)
                if outcomes[place % len(outcomes)] in {ItemOutcome.CARRIED, ItemOutcome.DROPPED}
            ]
        for key, version, outcome in open_items:
            self.tried(set_outcome, item_id=key, version=version, outcome=outcome, reason="Tiden gik.")

    @rule(number=PICK, closes=st.booleans())
    def approve(self, number, closes):
        """Minutes are approved, or a meeting is closed: no undo lets anything stand there to be decided."""
        meeting = self.meeting(number, stages=(Stage.APPROVED if closes else Stage.HELD,))
        if meeting is not None and closes:
            self.tried(close_meeting, meeting_id=meeting.id, version=meeting.version)
        elif meeting is not None:
            self.desks[0].do(minute_meeting, meeting_id=meeting.id, outcomes=[ItemOutcome.OPEN], approves=True)

    @rule(number=PICK, weeks=st.integers(1, 30), what=st.sampled_from(["move", "cancel", "revive", "send out", "plan"]))
    def change_plans(self, number, weeks, what):
        meeting = self.meeting(number, cancelled=what == "revive")
        if meeting is None:
            return
        seen = {"meeting_id": meeting.id, "version": meeting.version}
        day = self.today + dt.timedelta(weeks=weeks)
        match what:
            case "move":
                self.tried(move_meeting, **seen, day=day, reason="Sne.")
            case "cancel":
                self.tried(cancel_meeting, **seen, reason="Sne.")
            case "revive":
                self.tried(revive_meeting, **seen)
            case "send out":
                with self.database.write() as session:
                    session.get(Meeting, meeting.id).stage = Stage.AGENDA_SENT
            case "plan":
                kind = MeetingKind.ORDINARY if weeks % 3 else MeetingKind.EXTRAORDINARY
                times = {"starts": dt.time(9), "ends": dt.time(12)}
                self.tried(plan_meeting, group_id=meeting.group_id, day=day, kind=kind, **times)

    @rule(number=PICK, back=st.booleans(), carries=st.booleans())
    def touch_an_item(self, number, back, carries):
        """An item is carried on, or taken off its agenda and perhaps put back."""
        with self.database.read() as session:
            items = session.execute(
                select(AgendaItem.id, AgendaItem.version).where(AgendaItem.standing.is_(None)).order_by(AgendaItem.id)
            ).all()
        if not items:
            return
        seen = dict(zip(("item_id", "version"), items[number % len(items)], strict=True))
        if carries:
            self.tried(carry_item, **seen)
            return
        removed = self.tried(remove_item, **seen)
        if removed is not None and back:
            self.tried(restore_item, removed=removed)

    @rule(days=st.integers(1, 90))
    def wait(self, days):
        self.now += dt.timedelta(days=days)

    def meeting(self, number, *, cancelled=False, stages=(Stage.PLANNED, Stage.INVITED, Stage.AGENDA_SENT)):
        with self.database.read() as session:
            found = session.execute(
                select(Meeting.id, Meeting.version, Meeting.day, Meeting.group_id)
                .where(Meeting.stage.in_(stages), Meeting.cancelled_at.is_not(None) == cancelled)
                .order_by(Meeting.day, Meeting.id)
                .limit(12)
            ).all()
        return found[number % len(found)] if found else None

    def tried(self, function, **arguments):
        try:
            return self.desks[0].do(function, **arguments)
        except DeskError:
            return None
