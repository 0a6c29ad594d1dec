"""An agenda fills itself and follows its meetings; what was not reached is carried on, whatever happens next."""

import datetime as dt
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from referral_desk.desk import operation
from referral_desk.errors import DeskError, Invalid, Stale
from referral_desk.models import AgendaItem, Meeting, Minutes, MinutesEntry
from referral_desk.operations.agenda import add_item, edit_item, remove_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.item_outcomes import carry_untaken, carry_untaken_items, set_outcome, take_carrying_back
from referral_desk.operations.meetings import (
    cancel_meeting,
    move_meeting,
    plan_meeting,
    put_meeting_back,
    revive_meeting,
)
from referral_desk.operations.standing import dated, fill_agenda, follow
from referral_desk.operations.standing_items import change_standing_item
from referral_desk.queries.standing_items import standing_items
from referral_desk.vocabulary import EntryKind, ItemOutcome, MeetingKind, Purpose, Stage, StandingRole, Tier
from tests.builders import a_group, an_item

DECEMBER, MARCH, JUNE = dt.date(2026, 12, 3), dt.date(2027, 3, 4), dt.date(2027, 6, 3)
TIMES = {"starts": dt.time(9), "ends": dt.time(12)}


@pytest.fixture
def group_id(database):
    with database.write() as session:
        group = a_group("Region 1", tier=Tier.OTHER)
        session.add(group)
        session.flush()
        return group.id


@pytest.fixture
def plan(desk, group_id):
    def planned(day, **fields):
        return desk.do(plan_meeting, group_id=group_id, day=day, **TIMES, **fields)

    return planned


@pytest.fixture
def titles(database):
    def listed(meeting_id):
        with database.read() as session:
            items = session.get(Meeting, meeting_id).items
            assert [item.position for item in items] == list(range(len(items)))
            return [item.title for item in items]

    return listed


@pytest.fixture
def find(database):
    """The id and version of an item of a meeting, by its title."""

    def found(meeting_id, title):
        with database.read() as session:
            item = next(one for one in session.get(Meeting, meeting_id).items if one.title == title)
            return {"item_id": item.id, "version": item.version}

    return found


@pytest.fixture
def over(database):
    """Let a meeting be held, or come further."""

    def held(meeting_id, stage=Stage.HELD):
        with database.write() as session:
            session.get(Meeting, meeting_id).stage = stage

    return held


def version(database, meeting_id):
    with database.read() as session:
        return session.get(Meeting, meeting_id).version


APPROVAL = "Godkendelse af referat fra {}"
REVIEW = "Årligt eftersyn: er gruppen rigtigt sammensat?"


@operation("coordinator")
def settle_group(work, *, group_id):
    """What holding a meeting and approving its minutes do at their end."""
    follow(work, group_id)
    work.touched("agenda")


@operation("coordinator")
def close_it(work, *, meeting_id):
    """What closing a meeting does with what was not reached; its minutes are approved."""
    meeting = work.get(Meeting, meeting_id)
    carry_untaken(work, meeting)
    meeting.stage = Stage.CLOSED
    work.touched("meetings")


def approvals(listed):
    return [title.removeprefix(APPROVAL.format("")) for title in listed if title.startswith(APPROVAL.format(""))]


def test_the_second_agenda_approves_the_first_minutes_and_follows_up(plan, titles):
    first, second = plan(DECEMBER), plan(MARCH)
    assert titles(first) == ["Godkendelse af dagsorden", REVIEW, "Eventuelt"]
    assert titles(second) == [
        "Godkendelse af dagsorden",
        APPROVAL.format("3. december 2026"),
        "Opfølgningspunkter",
        REVIEW,
        "Eventuelt",
    ]


def test_what_comes_once_a_year_comes_once_and_goes_on_if_its_meeting_is_called_off(desk, database, plan, titles):
    first, second, third = plan(MARCH), plan(JUNE), plan(dt.date(2028, 1, 13))
    assert [REVIEW in titles(each) for each in (first, second, third)] == [True, False, True]
    desk.do(cancel_meeting, meeting_id=first, version=version(database, first), reason="Sne")
    assert titles(second)[-2:] == [REVIEW, "Eventuelt"]
    assert titles(plan(dt.date(2027, 9, 2))).count(REVIEW) == 0


def test_filling_again_adds_only_what_is_missing_and_can_be_undone(desk, plan, titles, find):
    plan(DECEMBER)
    meeting = plan(MARCH)
    filled = titles(meeting)
    assert desk.do(fill_agenda, meeting_id=meeting).undo is None
    desk.do(edit_item, **find(meeting, "Opfølgningspunkter"), title="Siden sidst")
    desk.do(edit_item, **find(meeting, REVIEW), title="Hvem mangler?")
    desk.do(remove_item, **find(meeting, "Godkendelse af dagsorden"))
    desk.do(remove_item, **find(meeting, APPROVAL.format("3. december 2026")))
    desk.do(add_item, meeting_id=meeting, title="Tolkning")
    before = titles(meeting)
    done = desk.do(fill_agenda, meeting_id=meeting)
    assert titles(meeting) == [*filled[:2], "Siden sidst", "Tolkning", "Hvem mangler?", "Eventuelt"]
    desk.do(done.undo.operation, **done.undo.arguments)
    assert titles(meeting) == before


def test_an_agenda_is_filled_in_its_language(desk, plan, titles):
    plan(DECEMBER)
    meeting = plan(MARCH, language="en")
    assert titles(meeting)[1] == "Approval of the minutes of 3 December 2026"
    between = plan(dt.date(2027, 1, 14))
    assert titles(meeting)[1] == "Approval of the minutes of 14 January 2027"
    assert approvals(titles(between)) == ["3. december 2026"]


def test_what_a_group_switched_off_does_not_come(desk, group_id, plan, titles):
    plan(DECEMBER)
    row = next(row for row in desk.ask(standing_items, language="da") if row.role is StandingRole.OPEN_ACTIONS)
    desk.do(change_standing_item, item_id=row.id, version=row.version, group_id=group_id, is_active=False)
    assert "Opfølgningspunkter" not in titles(plan(MARCH))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Godkendelse af referat fra 3. december 2026 (med bilag)",
            "Godkendelse af referat fra 4. marts 2027 (med bilag)",
        ),
        ("Minutes of 3 December 2026", "Minutes of 4 March 2027"),
        ("Referatet", "Referatet"),
    ],
)
def test_a_day_in_a_title_is_put_right_in_its_own_language(title, told):
    assert dated(title, MARCH) == told


def test_the_item_that_approves_follows_a_meeting_that_moves_and_comes_back(desk, database, plan, titles):
    first, second = plan(DECEMBER), plan(MARCH)
    before = desk.do(
        move_meeting, meeting_id=first, version=version(database, first), day=dt.date(2026, 12, 10), reason="Sne"
    )
    assert approvals(titles(second)) == ["10. december 2026"]
    desk.do(put_meeting_back, meeting_id=first, version=version(database, first), before=before)
    assert approvals(titles(second)) == ["3. december 2026"]
    # Past the other: the turns change.
    desk.do(move_meeting, meeting_id=first, version=version(database, first), day=JUNE, reason="Sne")
    assert (approvals(titles(first)), approvals(titles(second))) == (["4. marts 2027"], [])


def test_each_held_meeting_is_approved_once_at_the_next_ordinary_one(desk, database, plan, titles, over, group_id):
    first = plan(DECEMBER)
    last = plan(MARCH)
    extra = plan(dt.date(2027, 1, 14), kind=MeetingKind.EXTRAORDINARY)
    assert approvals(titles(last)) == ["3. december 2026"]
    with database.write() as session:
        session.add(Minutes(meeting_id=extra))
    for meeting in (first, extra):
        over(meeting)
    desk.do(settle_group, group_id=group_id)
    assert approvals(titles(last)) == ["3. december 2026", "14. januar 2027"]
    over(first, Stage.APPROVED)
    desk.do(settle_group, group_id=group_id)
    assert approvals(titles(last)) == ["14. januar 2027"]


def test_an_agenda_that_is_out_stays_as_it_went_out(desk, database, plan, titles, over):
    plan(DECEMBER)
    meeting = plan(MARCH)
    over(meeting, Stage.AGENDA_SENT)
    before = titles(meeting)
    plan(dt.date(2027, 1, 14))
    assert titles(meeting) == before


def test_a_cancelled_meeting_hands_its_turn_on_and_takes_it_again(desk, database, plan, titles):
    _first, second, third = plan(DECEMBER), plan(MARCH), plan(JUNE)
    seen = [titles(meeting) for meeting in (second, third)]
    desk.do(cancel_meeting, meeting_id=second, version=version(database, second), reason="Sne")
    assert approvals(titles(third)) == ["3. december 2026"]
    desk.do(revive_meeting, meeting_id=second, version=version(database, second))
    assert [titles(meeting) for meeting in (second, third)] == seen


def test_an_item_that_somebody_worked_on_stays_though_nothing_is_left_to_approve(desk, database, plan, titles, find):
    first, second = plan(DECEMBER), plan(MARCH)
    desk.do(edit_item, **find(second, APPROVAL.format("3. december 2026")), resume="Med rettelser")
    desk.do(cancel_meeting, meeting_id=first, version=version(database, first), reason="Sne")
    assert approvals(titles(second)) == ["3. december 2026"]


def test_items_without_a_next_meeting_wait_and_come_when_one_is_planned(desk, database, plan, titles, find, over):
    first = plan(DECEMBER)
    desk.do(add_item, meeting_id=first, title="Tolkning")
    over(first)
    done = desk.do(set_outcome, **find(first, "Tolkning"), outcome=ItemOutcome.CARRIED, reason="Ikke nået")
    with database.read() as session:
        assert session.get(AgendaItem, done.id).waiting_group_id
    second = plan(MARCH)
    assert titles(second)[3:] == ["Tolkning", REVIEW, "Eventuelt"]
    with database.read() as session:
        item = session.scalars(select(AgendaItem).where(AgendaItem.carried_from_id == done.id)).one()
        assert (item.meeting_id, item.outcome) == (second, ItemOutcome.OPEN)
        origin = session.get(AgendaItem, done.id)
        assert (origin.outcome, origin.outcome_reason, origin.waiting_group_id) == (
            ItemOutcome.CARRIED,
            "Ikke nået",
            None,
        )
    desk.do(take_carrying_back, item_id=done.id)
    assert "Tolkning" not in titles(second)


@pytest.mark.parametrize("moved", [dt.date(2027, 2, 4), dt.date(2027, 5, 6)])
def test_an_item_is_carried_to_the_next_meeting_though_that_was_rescheduled(
    desk, database, plan, titles, find, over, moved
):
    first, second, third = plan(DECEMBER), plan(MARCH), plan(JUNE)
    desk.do(add_item, meeting_id=first, title="Tolkning")
    desk.do(move_meeting, meeting_id=second, version=version(database, second), day=moved, reason="Sne")
    over(first)
    desk.do(carry_item, **find(first, "Tolkning"))
    assert ["Tolkning" in titles(meeting) for meeting in (second, third)] == [True, False]


def test_a_meeting_planned_in_between_takes_what_was_carried_past_it(desk, plan, titles, find, over):
    first, third = plan(DECEMBER), plan(MARCH)
    for title in ("Tolkning", "Husly"):
        desk.do(add_item, meeting_id=first, title=title)
    over(first)
    desk.do(carry_untaken_items, meeting_id=first)
    desk.do(edit_item, **find(third, "Husly"), resume="Skrevet til mødet i marts")
    second = plan(dt.date(2027, 1, 14))
    assert ("Tolkning" in titles(second), "Tolkning" in titles(third)) == (True, False)
    assert ("Husly" in titles(second), "Husly" in titles(third)) == (False, True)


def test_what_stood_on_a_cancelled_meeting_goes_on_and_comes_back(desk, database, plan, titles, find):
    first, second = plan(DECEMBER), plan(MARCH)
    for title in ("Tolkning", "Husly"):
        desk.do(add_item, meeting_id=first, title=title)
    desk.do(cancel_meeting, meeting_id=first, version=version(database, first), reason="Sne")
    assert {"Tolkning", "Husly"} <= set(titles(second))
    desk.do(edit_item, **find(second, "Husly"), resume="Skrevet siden")
    desk.do(cancel_meeting, meeting_id=second, version=version(database, second), reason="Igen")
    third = plan(JUNE)
    assert {"Tolkning", "Husly"} <= set(titles(third))
    desk.do(revive_meeting, meeting_id=second, version=version(database, second))
    assert {"Tolkning", "Husly"} <= set(titles(second))
    assert not {"Tolkning", "Husly"} & set(titles(third))


def test_untaken_items_are_carried_on_together_and_brought_back_together(desk, database, plan, titles, find, over):
    first, second = plan(DECEMBER), plan(MARCH)
    for title in ("Tolkning", "Husly", "Transport"):
        desk.do(add_item, meeting_id=first, title=title)
    over(first)
    desk.do(set_outcome, **find(first, "Husly"), outcome=ItemOutcome.NOTED)
    done = desk.do(carry_untaken_items, meeting_id=first)
    # Formalities come again by themselves, and so does the yearly look in the new year.
    assert titles(second)[3:] == ["Tolkning", "Transport", REVIEW, "Eventuelt"]
    desk.do(done.undo.operation, **done.undo.arguments)
    assert titles(second)[3:] == [REVIEW, "Eventuelt"]
    done = desk.do(carry_untaken_items, meeting_id=first)
    desk.do(edit_item, **find(second, "Tolkning"), resume="Skrevet siden")
    with pytest.raises(Stale):
        desk.do(done.undo.operation, **done.undo.arguments)


def test_what_became_of_an_item_is_said_or_shown_by_its_minutes(desk, database, plan, find, over):
    meeting_id = plan(DECEMBER)
    with database.write() as session:
        meeting = session.get(Meeting, meeting_id)
        meeting.stage = Stage.HELD
        minutes = Minutes(meeting_id=meeting_id)
        session.add(minutes)
        items = {title: an_item(meeting, title) for title in ("a", "b", "c", "d", "e")}
        session.flush()
        for title, kind, text in (
            ("a", EntryKind.NOTE, "Talt om"),
            ("b", EntryKind.NOTE, "Talt om"),
            ("b", EntryKind.DECISION, "Besluttet"),
            ("c", EntryKind.NOTE, "  "),
            ("d", EntryKind.NOTE, "Udsat"),
        ):
            minutes.entries.append(MinutesEntry(item=items[title], kind=kind, text=text))
    desk.do(set_outcome, **find(meeting_id, "d"), outcome=ItemOutcome.CARRIED)
    desk.do(set_outcome, **find(meeting_id, "e"), outcome=ItemOutcome.DECIDED)
    with database.read() as session:
        fates = {item.title: item.fate for item in session.get(Meeting, meeting_id).items}
        lacking = [item.title for item in session.get(Meeting, meeting_id).items if item.lacks_outcome]
    assert [fates[title] for title in "abcde"] == [
        ItemOutcome.NOTED,
        ItemOutcome.DECIDED,
        ItemOutcome.OPEN,
        ItemOutcome.CARRIED,
        ItemOutcome.DECIDED,
    ]
    assert lacking == [REVIEW, "c"]


def test_an_item_is_dropped_only_with_a_reason_and_after_its_agenda_went_out(desk, plan, find, over):
    meeting = plan(DECEMBER)
    with pytest.raises(Invalid, match="not out yet"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.DROPPED, reason="Nej")
    over(meeting, Stage.AGENDA_SENT)
    with pytest.raises(Invalid, match="Say why"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.DROPPED, reason=" ")
    done = desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.DROPPED, reason="Trukket tilbage")
    desk.do(done.undo.operation, **done.undo.arguments)
    desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.CARRIED)
    with pytest.raises(Invalid, match="take that back first"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.NOTED)
    with pytest.raises(Invalid, match="already"):
        desk.do(set_outcome, **find(meeting, REVIEW), outcome=ItemOutcome.CARRIED)
    over(meeting, Stage.CLOSED)
    with pytest.raises(Invalid, match="closed"):
        desk.do(set_outcome, **find(meeting, "Eventuelt"), outcome=ItemOutcome.NOTED)


def test_a_formality_that_was_not_reached_comes_again_without_a_copy(desk, plan, titles, find, over):
    first, second = plan(DECEMBER), plan(MARCH)
    before = titles(second)
    over(first)
    desk.do(carry_item, **find(first, "Eventuelt"))
    assert titles(second) == before


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
            done = self.desk.do(fill_agenda, meeting_id=meeting_id)
            assert self.desk.do(fill_agenda, meeting_id=meeting_id).undo is None or done is None

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
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
