"""Whatever is done to actions, in any order: their story is whole, a closed one has its day, undo puts back exactly."""

import datetime as dt

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from referral_desk.errors import DeskError
from referral_desk.models import ActionItem, ActionProgress
from referral_desk.operations.action_steps import note_progress, set_action_state, transfer_action
from referral_desk.operations.actions import add_action, edit_action, move_due, remove_action, set_priority
from referral_desk.vocabulary import ActionState, Priority, ProgressKind
from tests.action_life import lay_region
from tests.builders import TODAY

PICK = st.integers(0, 30)
PICKS = st.lists(PICK, min_size=1, max_size=3)
REASONS = st.sampled_from(["", "Ingen svar"])
DAYS = st.integers(-40, 40)


class Actions(RuleBasedStateMachine):
    """Actions of a regional group, some handed over to another owner or up to the national group."""

    def __init__(self, desk, database):
        super().__init__()
        self.desk, self.database = desk, database
        self.region = lay_region(database)
        self.alive = {self.region.loose}

    def seen(self):
        """Every action and every line of its story, but the versions."""
        with self.database.read() as session:
            return {
                kind.__tablename__: {
                    row.id: {c.key: getattr(row, c.key) for c in kind.__mapper__.column_attrs if c.key != "version"}
                    for row in session.scalars(select(kind))
                }
                for kind in (ActionItem, ActionProgress)
            }

    def pick(self, *picks):
        with self.database.read() as session:
            rows = session.execute(select(ActionItem.id, ActionItem.version).order_by(ActionItem.id)).all()
        return tuple(dict.fromkeys((rows[n % len(rows)].id, rows[n % len(rows)].version) for n in picks))

    def do(self, operation, *, undoes=False, **fields):
        """Run an operation; where it is refused nothing has changed, where it is undone all is as before."""
        before = self.seen()
        try:
            done = self.desk.do(operation, **fields)
        except DeskError:
            assert self.seen() == before
            return None
        if undoes and done.undo is not None:
            self.desk.do(done.undo.operation, **done.undo.arguments)
            assert self.seen() == before
            return None
        return done

    @rule(days=DAYS, by_member=st.booleans(), at_item=st.booleans(), undoes=st.booleans())
    def agree(self, days, by_member, at_item, undoes):
        owner = {"owner_person_id": self.region.member} if by_member else {"owner_organisation_id": self.region.union}
        done = self.do(
            add_action,
            group_id=self.region.group,
            text="Ring til kommunen",
            due=TODAY + dt.timedelta(days=days),
            item_id=self.region.item if at_item else None,
            undoes=undoes,
            **owner,
        )
        self.alive |= {done.id} if done else set()

    @rule(picks=PICKS, state=st.sampled_from(ActionState), reason=REASONS, undoes=st.booleans())
    def step(self, picks, state, reason, undoes):
        self.do(set_action_state, actions=self.pick(*picks), state=state, reason=reason, undoes=undoes)

    @rule(picks=PICKS, days=DAYS, undoes=st.booleans())
    def postpone(self, picks, days, undoes):
        self.do(move_due, actions=self.pick(*picks), days=days, undoes=undoes)

    @rule(pick=PICK, priority=st.sampled_from(Priority), undoes=st.booleans())
    def weigh(self, pick, priority, undoes):
        self.do(set_priority, actions=self.pick(pick), priority=priority, undoes=undoes)

    @rule(pick=PICK, days=DAYS, owner=st.sampled_from(["union", "town", "stranger"]), undoes=st.booleans())
    def change(self, pick, days, owner, undoes):
        ((key, version),) = self.pick(pick)
        fields = {"text": f"Skriv {days}", "owner_organisation_id": getattr(self.region, owner)}
        day = TODAY + dt.timedelta(days=days)
        self.do(edit_action, action_id=key, version=version, due=day, undoes=undoes, **fields)

    @rule(pick=PICK, goes_up=st.booleans(), undoes=st.booleans())
    def transfer(self, pick, goes_up, undoes):
        ((key, version),) = self.pick(pick)
        to = {"group_id": self.region.national} if goes_up else {"owner_organisation_id": self.region.town}
        done = self.do(transfer_action, action_id=key, version=version, undoes=undoes, **to)
        self.alive |= {done.id} if done else set()

    @rule(pick=PICK, undoes=st.booleans())
    def tell(self, pick, undoes):
        self.do(note_progress, action_id=self.pick(pick)[0][0], text="Har ringet", undoes=undoes)

    @rule(pick=PICK)
    def remove_and_put_back(self, pick):
        ((key, version),) = self.pick(pick)
        self.do(remove_action, action_id=key, version=version, undoes=True)

    @invariant()
    def nothing_is_lost(self):
        assert self.seen()["action_items"].keys() == self.alive

    @invariant()
    def closed_ones_have_their_day_and_open_ones_none(self):
        with self.database.read() as session:
            for action in session.scalars(select(ActionItem)):
                assert (action.closed_on is None) == action.state.is_open
                assert (action.transferred_to is not None) == (action.state is ActionState.TRANSFERRED)
                if action.state in {ActionState.NOT_DONE, ActionState.NOT_POSSIBLE}:
                    assert action.reason
                if action.transferred_to is not None:
                    assert action.transferred_to.transferred_from is action

    @invariant()
    def the_story_leads_to_where_the_action_is(self):
        with self.database.read() as session:
            for action in session.scalars(select(ActionItem).where(ActionItem.id != self.region.loose)):
                first, *rest = action.progress
                assert first.kind is ProgressKind.MADE
                assert ProgressKind.MADE not in {line.kind for line in rest}
                assert [line.state for line in action.progress if line.state][-1] is action.state
                due = [line.after for line in action.progress if line.kind in {ProgressKind.DUE, ProgressKind.MADE}][-1]
                assert due == action.due.isoformat()
                for kind, now in ((ProgressKind.OWNER, action.owner_name), (ProgressKind.TEXT, action.text)):
                    assert [line.after for line in rest if line.kind is kind][-1:] in ([], [now])

    @invariant()
    def numbers_are_given_once(self):
        rows = self.seen()["action_items"].values()
        assert len({(row["group_id"], row["year"], row["number"]) for row in rows}) == len(rows)


def test_any_history_of_actions_is_told_whole(desk, database, request):
    long = request.config.getoption("--long")

    def start():
        with database.write() as session:
            for table in reversed(ActionItem.metadata.sorted_tables):
                session.execute(table.delete())
        return Actions(desk, database)

    run_state_machine_as_test(
        start,
        settings=settings(
            max_examples=60 if long else 6,
            stateful_step_count=50 if long else 25,
            suppress_health_check=list(HealthCheck),
        ),
    )
