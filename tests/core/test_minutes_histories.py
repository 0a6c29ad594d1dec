"""Minutes under random histories: nothing approved changes, nothing is lost."""

import datetime as dt
import json
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from referral_desk.desk import Desk
from referral_desk.errors import DeskError
from referral_desk.models import EntryComment, Meeting, Minutes, MinutesEdition
from referral_desk.models.documents import sha256_of
from referral_desk.operations.comments import Said, accept_comment, add_comments, decline_comment
from referral_desk.operations.corrections import Corrected, correct_minutes
from referral_desk.operations.minutes import (
    approve_at_meeting,
    approve_in_writing,
    close_meeting,
    hold_meeting,
    reopen_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
    take_minutes_back,
    unhold_meeting,
)
from referral_desk.queries.minutes_content import live_minutes, minutes_content, minutes_wording
from referral_desk.vocabulary import CommentState, EntryKind, ItemOutcome, Label, MinutesState, Stage
from tests.builders import NOON, TODAY, a_group, a_meeting, a_person, a_seat, an_entry, an_item

PICK = st.integers(0, 2)
_numbers = count(1)


def facts(content):
    """What is said of the meeting, who may read what, and who was out of the room."""
    items = [(item.label, item.out, [line.label for line in item.entries]) for item in content.items]
    return content.title, content.place, content.label, items


class Life(RuleBasedStateMachine):
    """Three meetings of a group in one year, the later ones approving the earlier; everything that can be done."""

    def __init__(self, desk, database):
        super().__init__()
        self.database = database
        self.now = NOON
        self.desk = Desk(database, desk.user, now=lambda: self.now)
        group = a_group()
        for name in ("Medlem Et", "Medlem To"):
            a_seat(group).take(a_person(name), None)
        days = [TODAY - dt.timedelta(days=60), TODAY - dt.timedelta(days=20), TODAY + dt.timedelta(days=3)]
        made = [a_meeting(group, day=day) for day in days]
        for place, meeting in enumerate(made):
            meeting.year = 2026
            an_item(meeting, "Et punkt")
            if place:
                an_item(meeting, "Godkendelse").approves = made[place - 1]
        with database.write() as session:
            session.add_all(made)
            session.flush()
            self.meetings = [meeting.id for meeting in made]
        self.kept: dict[int, tuple[str, str]] = {}
        self.comments: set[int] = set()

    def tried(self, operation, **arguments):
        try:
            return self.desk.do(operation, **arguments)
        except DeskError:
            return None

    def meeting(self, pick, see):
        with self.database.read() as session:
            return see(session.get(Meeting, self.meetings[pick % len(self.meetings)]))

    def minutes(self, pick, operation, **more):
        told = self.meeting(pick, lambda meeting: meeting.minutes and (meeting.minutes.id, meeting.minutes.version))
        if told:
            return self.tried(operation, minutes_id=told[0], version=told[1], **more)
        return None

    @rule(pick=PICK, back=st.booleans())
    def hold(self, pick, back):
        key, version = self.meeting(pick, lambda meeting: (meeting.id, meeting.version))
        done = self.tried(hold_meeting, meeting_id=key, version=version)
        if done and back:
            self.tried(done.undo.operation, **done.undo.arguments)

    @rule(pick=PICK)
    def unhold(self, pick):
        self.tried(unhold_meeting, meeting_id=self.meetings[pick % 3], stage=Stage.PLANNED)

    @rule(pick=PICK, times=st.integers(2, 8), at_meeting=st.booleans())
    def go_on(self, pick, times, at_meeting):
        """Take the next step as it comes, so that histories get to their end."""
        for _ in range(times):
            stage = self.meeting(pick, lambda meeting: meeting.stage)
            self.answer_all(pick)
            if stage is Stage.PLANNED:
                self.hold(pick, False)
                self.write(pick, 0, EntryKind.NOTE)
            elif stage is Stage.HELD:
                self.minutes(pick, send_minutes_to_chair)
            elif stage is Stage.MINUTES_DRAFTED:
                self.minutes(pick, send_minutes_to_comment)
            elif stage is Stage.IN_COMMENT:
                if at_meeting:
                    self.hold(pick + 1, False)
                    self.decide(pick + 1)
                else:
                    self.approve(pick, True)
            else:
                for place in range(2):
                    self.settle(pick, place, ItemOutcome.NOTED)
                self.close(pick, False)

    def answer_all(self, pick):
        for key, version in self.meeting(
            pick, lambda m: [(c.id, c.version) for c in m.minutes.comments] if m.minutes else []
        ):
            self.tried(accept_comment, comment_id=key, version=version)

    @rule(pick=PICK, place=PICK, kind=st.sampled_from([EntryKind.NOTE, EntryKind.DECISION]))
    def write(self, pick, place, kind):
        with self.database.write() as session:
            meeting = session.get(Meeting, self.meetings[pick % 3])
            if meeting.minutes and not meeting.minutes.is_frozen:
                an_entry(
                    meeting.minutes, meeting.items[place % len(meeting.items)], f"Tekst {next(_numbers)}.", kind=kind
                )

    @rule(pick=PICK, place=PICK, outcome=st.sampled_from(ItemOutcome))
    def settle(self, pick, place, outcome):
        with self.database.write() as session:
            meeting = session.get(Meeting, self.meetings[pick % 3])
            if meeting.stage.step >= Stage.HELD.step and meeting.stage is not Stage.CLOSED:
                meeting.items[place % len(meeting.items)].outcome = outcome

    @rule(pick=PICK, step=st.sampled_from([send_minutes_to_chair, send_minutes_to_comment, take_minutes_back]))
    def walk(self, pick, step):
        self.minutes(pick, step)

    @rule(pick=PICK, agreed=st.booleans())
    def approve(self, pick, agreed):
        self.minutes(pick, approve_in_writing, wording=minutes_wording, all_agreed=agreed, note="pr. mail")

    @rule(pick=PICK)
    def decide(self, pick):
        told = self.meeting(pick, lambda meeting: [(i.id, i.version) for i in meeting.items if i.approves_id])
        for key, version in told:
            self.tried(approve_at_meeting, item_id=key, version=version, wording=minutes_wording)

    @rule(pick=PICK, place=PICK, whole=st.booleans(), proposed=st.booleans())
    def comment(self, pick, place, whole, proposed):
        told = self.meeting(pick, lambda m: m.minutes and (m.minutes.id, [entry.id for entry in m.minutes.entries]))
        if not told:
            return
        entry = None if whole or not told[1] else told[1][place % len(told[1])]
        one = Said("Bemærkning", entry_id=entry, author="Et medlem", proposed="Nyt." if proposed and entry else "")
        if done := self.tried(add_comments, minutes_id=told[0], comments=[one]):
            self.comments.add(done.id)

    @rule(pick=PICK, place=PICK, accepts=st.booleans(), back=st.booleans())
    def answer(self, pick, place, accepts, back):
        found = self.meeting(pick, lambda m: [(c.id, c.version) for c in m.minutes.comments] if m.minutes else [])
        if not found:
            return
        key, version = found[place % len(found)]
        operation = accept_comment if accepts else decline_comment
        done = self.tried(operation, comment_id=key, version=version, reply="Svar.")
        if done and back:
            self.tried(done.undo.operation, **done.undo.arguments)

    @rule(pick=PICK, place=PICK, label=st.sampled_from(Label), why=st.sampled_from([None, False, True]))
    def correct(self, pick, place, label, why):
        """Whatever was corrected before, the edition then says of all this what the record says."""
        key, item, rows, entries = self.meeting(
            pick,
            lambda m: (
                m.id,
                m.items[place % len(m.items)].id,
                [row.id for row in m.attendance],
                [entry.id for entry in m.minutes.entries] if m.minutes else [],
            ),
        )
        corrected = Corrected(
            texts={entries[place % len(entries)]: f"Rettet {next(_numbers)}."} if entries else {},
            out={item: {rows[place % len(rows)]: why}} if rows else {},
            head={"place": f"Lokale {place}", "label": label},
        )
        if self.minutes(pick, correct_minutes, reason="Fejl.", corrected=corrected, wording=minutes_wording):
            content = self.desk.ask(minutes_content, meeting_id=key, language="da")
            assert facts(content) == facts(self.desk.ask(live_minutes, meeting_id=key, language="da"))
            assert content.corrections[-1].changes

    @rule(pick=PICK, back=st.booleans())
    def close(self, pick, back):
        key, version = self.meeting(pick, lambda meeting: (meeting.id, meeting.version))
        done = self.tried(close_meeting, meeting_id=key, version=version)
        if done and back:
            self.desk.do(reopen_meeting, **done.undo.arguments)

    @rule(days=st.integers(1, 20))
    def wait(self, days):
        self.now += dt.timedelta(days=days)

    @invariant()
    def numbers_have_no_gaps_and_no_doubles(self):
        with self.database.read() as session:
            found = [session.get(Meeting, key).number for key in self.meetings]
        found = [number for number in found if number is not None]
        assert sorted(found) == list(range(1, len(found) + 1))

    @invariant()
    def what_is_frozen_stays_and_its_hash_holds(self):
        with self.database.read() as session:
            now = {one.id: (one.content, one.sha256) for one in session.scalars(select(MinutesEdition))}
            for one in session.scalars(select(MinutesEdition)):
                assert sha256_of(one.content.encode()) == one.sha256
        assert self.kept.items() <= now.items()
        self.kept = now

    @invariant()
    def the_last_edition_says_what_the_minutes_say(self):
        with self.database.read() as session:
            for minutes in session.scalars(select(Minutes)):
                if minutes.is_frozen:
                    frozen = json.loads(minutes.editions[-1].content)["entries"]
                    assert [(one["id"], one["text"]) for one in frozen] == [(e.id, e.text) for e in minutes.in_order()]
                    assert [one.number for one in minutes.editions] == list(range(1, len(minutes.editions) + 1))
                else:
                    assert not minutes.editions

    @invariant()
    def stage_follows_state_and_nothing_closes_with_something_open(self):
        with self.database.read() as session:
            for key in self.meetings:
                meeting = session.get(Meeting, key)
                assert (meeting.minutes is None) == (meeting.stage is Stage.PLANNED) == (meeting.number is None)
                if meeting.minutes is None:
                    continue
                if meeting.stage is Stage.CLOSED:
                    assert meeting.minutes.is_frozen
                    assert meeting.minutes.open_items() == []
                    assert meeting.minutes.comment_findings() == []
                else:
                    expected = {
                        MinutesState.DRAFT: Stage.HELD,
                        MinutesState.WITH_CHAIR: Stage.MINUTES_DRAFTED,
                        MinutesState.IN_COMMENT: Stage.IN_COMMENT,
                        MinutesState.APPROVED: Stage.APPROVED,
                    }
                    assert meeting.stage is expected[meeting.minutes.state]
                if meeting.minutes.is_frozen:
                    assert all(c.state is not CommentState.OPEN for c in meeting.minutes.comments)

    @invariant()
    def comments_never_vanish(self):
        with self.database.read() as session:
            assert self.comments <= set(session.scalars(select(EntryComment.id)))


def test_whatever_is_done_in_any_order_nothing_approved_changes_and_nothing_is_lost(desk, database, request):
    long = request.config.getoption("--long")
    run_state_machine_as_test(
        lambda: Life(desk, database),
        settings=settings(
            max_examples=60 if long else 12,
            stateful_step_count=80 if long else 40,
            suppress_health_check=list(HealthCheck),
        ),
    )
