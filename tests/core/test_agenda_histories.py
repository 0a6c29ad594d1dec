"""Random histories of one group's meetings: nothing it raised is lost or doubled, each minutes are approved once."""

import datetime as dt
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from referral_desk.errors import DeskError
from referral_desk.models import AgendaItem, Meeting
from referral_desk.operations.agenda import add_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.meetings import (
    cancel_meeting,
    move_meeting,
    plan_meeting,
    revive_meeting,
)
from referral_desk.operations.standing import fill_agenda
from referral_desk.vocabulary import ItemOutcome, MeetingKind, Purpose, Stage, StandingRole, Tier
from tests.agendas import (
    TIMES,
    close_it,
    settle_group,
)
from tests.builders import a_group

_numbers = count(1)


class Agendas(RuleBasedStateMachine):
    """One group plans, moves, cancels, holds and closes meetings; members bring items."""

    def __init__(self, desk, database):
        super().__init__()
        self.desk, self.database = desk, database
        with database.write() as session:
            group = a_group(tier=Tier.OTHER)
            session.add(group)
            session.flush()
            self.group = group.id
        self.brought: set[str] = set()

    def pick(self, number, *stages, cancelled=False):
        with self.database.read() as session:
            found = session.scalars(select(Meeting).where(Meeting.group_id == self.group).order_by(Meeting.id))
            fit = [m for m in found if m.is_cancelled == cancelled and m.stage in stages]
            return (fit[number % len(fit)].id, fit[number % len(fit)].version) if fit else (None, None)

    @rule(month=st.integers(1, 20), kind=st.sampled_from([MeetingKind.ORDINARY] * 3 + [MeetingKind.EXTRAORDINARY]))
    def plan(self, month, kind):
        day = dt.date(2026, 12, 1) + dt.timedelta(days=23 * month)
        self.desk.do(plan_meeting, group_id=self.group, day=day, kind=kind, **TIMES)

    @rule(pick=st.integers(0, 9))
    def bring(self, pick):
        meeting_id, _ = self.pick(pick, Stage.PLANNED, Stage.INVITED)
        if meeting_id:
            title = f"Punkt {next(_numbers)}"
            self.desk.do(add_item, meeting_id=meeting_id, title=title, purpose=Purpose.DISCUSSION)
            self.brought.add(title)

    @rule(pick=st.integers(0, 9), month=st.integers(1, 20))
    def move(self, pick, month):
        meeting_id, seen = self.pick(pick, Stage.PLANNED, Stage.INVITED)
        if meeting_id:
            day = dt.date(2026, 12, 1) + dt.timedelta(days=23 * month)
            self.desk.do(move_meeting, meeting_id=meeting_id, version=seen, day=day, reason="Sne")

    @rule(pick=st.integers(0, 9))
    def cancel(self, pick):
        meeting_id, seen = self.pick(pick, Stage.PLANNED, Stage.INVITED)
        if meeting_id:
            self.desk.do(cancel_meeting, meeting_id=meeting_id, version=seen, reason="Sne")

    @rule(pick=st.integers(0, 9))
    def revive(self, pick):
        meeting_id, seen = self.pick(pick, Stage.PLANNED, cancelled=True)
        if meeting_id:
            self.desk.do(revive_meeting, meeting_id=meeting_id, version=seen)

    @rule(pick=st.integers(0, 9), reached=st.sets(st.integers(0, 5)))
    def hold_and_close(self, pick, reached):
        """The meeting is over; some items were noted, the others are carried on when it is closed."""
        meeting_id, _ = self.pick(pick, Stage.PLANNED, Stage.INVITED)
        if meeting_id is None:
            return
        with self.database.write() as session:
            meeting = session.get(Meeting, meeting_id)
            meeting.stage = Stage.HELD
            for place in reached & set(range(len(meeting.items))):
                meeting.items[place].outcome = ItemOutcome.NOTED
        self.desk.do(settle_group, group_id=self.group)
        self.desk.do(close_it, meeting_id=meeting_id)
        self.desk.do(settle_group, group_id=self.group)

    @rule(pick=st.integers(0, 9), item=st.integers(0, 9))
    def carry(self, pick, item):
        meeting_id, _ = self.pick(pick, Stage.PLANNED, Stage.INVITED)
        with self.database.read() as session:
            items = session.get(Meeting, meeting_id).items if meeting_id else []
            chosen = items[item % len(items)] if items else None
            args = {"item_id": chosen.id, "version": chosen.version} if chosen else None
        if args:
            try:
                self.desk.do(carry_item, **args)
            except DeskError:
                return

    @rule(pick=st.integers(0, 9))
    def fill_again(self, pick):
        meeting_id, _ = self.pick(pick, Stage.PLANNED, Stage.INVITED)
        if meeting_id:
            self.desk.do(fill_agenda, meeting_id=meeting_id)
            assert self.desk.do(fill_agenda, meeting_id=meeting_id).undo is None

    @invariant()
    def nothing_is_lost_or_doubled(self):
        with self.database.read() as session:
            items = list(session.scalars(select(AgendaItem).join(AgendaItem.meeting).filter_by(group_id=self.group)))
            for title in self.brought:
                alive = [one for one in items if one.title == title and self.is_alive(one)]
                waiting = [one for one in items if one.title == title and one.waiting_group_id]
                settled = [
                    one
                    for one in items
                    if one.title == title and not one.meeting.is_cancelled and one.outcome is ItemOutcome.NOTED
                ]
                assert len(alive) + len(waiting) + len(settled) == 1, title
                assert all(one.outcome is ItemOutcome.CARRIED for one in waiting)

    @staticmethod
    def is_alive(item):
        """Whether it stands on an agenda that is still to be taken."""
        return not item.meeting.is_closed_to_change and item.outcome is ItemOutcome.OPEN

    @invariant()
    def agendas_are_in_order_and_approve_each_minutes_once(self):
        with self.database.read() as session:
            meetings = list(session.scalars(select(Meeting).filter_by(group_id=self.group)))
            for meeting in meetings:
                assert [item.position for item in meeting.items] == list(range(len(meeting.items)))
                kinds = [item.standing for item in meeting.items]
                assert kinds.count(StandingRole.ANY_OTHER_BUSINESS) <= 1
            coming = [one for one in meetings if not one.is_closed_to_change]
            turns = [item.approves_id for one in coming for item in one.items if item.approves_id]
            assert len(turns) == len(set(turns))
            for one in coming:
                for item in one.items:
                    if item.approves is not None:
                        assert not item.approves.is_cancelled
                        assert (item.approves.day, item.approves.id) < (one.day, one.id)
                        assert item.approves.stage is not Stage.CLOSED


def test_whatever_happens_to_its_meetings_nothing_a_group_raised_is_lost(desk, database, pytestconfig):
    is_long = pytestconfig.getoption("--long")
    run_state_machine_as_test(
        lambda: Agendas(desk, database),
        settings=settings(
            max_examples=150 if is_long else 12,
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
        ),
    )
