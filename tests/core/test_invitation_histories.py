"""Whatever becomes of a meeting, in any order: SEQUENCE never falls, a draft tells nobody, and who heard last is right.

What each person heard is kept here by hand, from the mailings that were sent, and compared with what the desk says.
"""

import datetime as dt

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from referral_desk.errors import Invalid
from referral_desk.models import Meeting, Person, Seat
from referral_desk.operations.invitations import draft_mailing, mark_sent
from referral_desk.operations.meetings import (
    advance_meeting,
    cancel_meeting,
    edit_meeting,
    move_meeting,
    revive_meeting,
    step_meeting_back,
)
from referral_desk.queries.invitations import dispatch, invite_sheet, owed_mailings
from referral_desk.vocabulary import MailingKind, Stage
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat
from tests.chain import version_of

FIRST = dt.date(2027, 1, 20)
DAYS = st.integers(0, 3).map(lambda weeks: FIRST + dt.timedelta(weeks=weeks))
PLACES = st.sampled_from(["", "Rådhuset", "Biblioteket"])
KINDS = st.sampled_from([MailingKind.INVITATION, MailingKind.UPDATE, MailingKind.CANCELLATION])


class Invitations(RuleBasedStateMachine):
    """A meeting that is moved, called off, revived and told of, while people come and go."""

    def __init__(self, desk, database):
        super().__init__()
        self.desk, self.database = desk, database
        group = a_group()
        for number in range(3):
            a_seat(group).take(a_person(f"Medlem {number}", email=f"m{number}@kommune.example"), None)
        self.spare = [a_person(f"Ny {number}") for number in range(3)]
        meeting = a_meeting(group, day=FIRST)
        with database.write() as session:
            session.add_all([meeting, *self.spare])
            session.flush()
            self.id, self.spare = meeting.id, [person.id for person in self.spare]
            self.seats = [seat.id for seat in group.seats]
        self.told: dict[int, object] = {}
        self.sequences = [0]
        self.drafts: list[tuple[int, object, dict]] = []

    @property
    def sheet(self):
        return self.desk.ask(invite_sheet, meeting_id=self.id, today=TODAY, language="da")

    def change(self, operation, **fields):
        version = version_of(self.database, Meeting, self.id)
        try:
            self.desk.do(operation, meeting_id=self.id, version=version, **fields)
        except Invalid:
            return

    @rule(day=DAYS)
    def move(self, day):
        self.change(move_meeting, day=day, reason="Lokalet er optaget")

    @rule(place=PLACES)
    def change_place(self, place):
        self.change(edit_meeting, place=place)

    @rule(operation=st.sampled_from([advance_meeting, step_meeting_back, revive_meeting]))
    def step(self, operation):
        self.change(operation)

    @rule()
    def cancel(self):
        self.change(cancel_meeting, reason="For få punkter")

    @rule(which=st.integers(0, 2), day=DAYS)
    def somebody_new_takes_a_seat(self, which, day):
        if not self.spare:
            return
        with self.database.write() as session:
            seat = session.get(Seat, self.seats[which])
            for held in [held for held in seat.memberships if held.valid_from is not None and held.valid_from >= day]:
                seat.memberships.remove(held)
            seat.make_room(day)
            seat.take(session.get(Person, self.spare.pop()), day)

    @rule(kind=KINDS)
    def draft(self, kind):
        before = self.sheet
        try:
            mailing_id = self.desk.do(draft_mailing, meeting_id=self.id, kind=kind).id
        except Invalid:
            assert kind is not before.kind, "what is owed can be drafted"
            return
        assert before.was_sent or kind is MailingKind.INVITATION, "a draft of a meeting tells nobody"
        told = self.desk.ask(dispatch, mailing_id=mailing_id, today=TODAY).mailing
        for one in told.told:
            knows = self.told.get(one.person_id) is not None
            assert knows or one.letter is MailingKind.INVITATION, "nobody hears of a change to what they never saw"
        self.sequences.append(told.sequence)
        self.drafts = [kept for kept in self.drafts if kept[0] != mailing_id]
        self.drafts.append((mailing_id, told.facts, {one.person_id: one.letter for one in told.told}))

    @rule(which=st.integers(0, 5))
    def send(self, which):
        if not self.drafts:
            return
        mailing_id, facts, letters = self.drafts.pop(which % len(self.drafts))
        self.desk.do(mark_sent, mailing_id=mailing_id)
        self.told |= {key: None if letter is MailingKind.CANCELLATION else facts for key, letter in letters.items()}
        assert self.sheet.was_sent

    @invariant()
    def everybody_has_heard_what_holds_or_is_owed_a_letter(self):
        sheet = self.sheet
        assert self.sequences == sorted(self.sequences), "SEQUENCE never falls"
        assert sheet.letter.sequence >= self.sequences[-1]
        now = None if sheet.letter.is_cancelled else sheet.letter.facts
        expected = {row.id for row in sheet.rows if row.role is not None}
        wrong = {key for key in expected if self.told.get(key) != now}
        gone = {key for key, heard in self.told.items() if heard is not None and key not in expected}
        assert {row.id for row in sheet.rows if row.letter} == wrong | gone
        rows = self.desk.ask(owed_mailings, today=TODAY, language="da")
        owed = [row.kind for row in rows if row.meeting_id == self.id and row.kind is not MailingKind.CALL_FOR_ITEMS]
        assert owed == ([sheet.kind] if wrong | gone else [])
        assert sheet.stage is not Stage.INVITED or sheet.was_sent, "nothing counts as invited by itself"
        if sheet.stage is Stage.PLANNED and not sheet.was_sent:
            assert set(sheet.can_send) <= {MailingKind.INVITATION}, "a draft of a meeting tells nobody"


def test_any_history_of_moves_leaves_everybody_with_the_right_day_or_a_letter_owed(desk, database, request):
    long = request.config.getoption("--long")
    run_state_machine_as_test(
        lambda: Invitations(desk, database),
        settings=settings(
            max_examples=60 if long else 5,
            stateful_step_count=20,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
