"""Whatever is done to an agenda or to seats, in any order: nothing is lost or doubled, and undo puts back exactly."""

import datetime as dt
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from referral_desk.errors import DeskError, Invalid
from referral_desk.models import AgendaItem, Group, Meeting, Membership, Paper, Person, Seat
from referral_desk.models.seats import representative_trouble
from referral_desk.operations.agenda import (
    add_item,
    duplicate_item,
    move_item,
    remove_item,
    restore_item,
)
from referral_desk.operations.carrying import bring_item_back, carry_item
from referral_desk.operations.memberships import (
    appoint_representative,
    end_membership,
    set_membership_period,
    take_seat,
    withdraw_membership,
)
from referral_desk.operations.papers import Incoming, attach_paper, move_paper, remove_paper, restore_paper
from referral_desk.operations.people import deactivate_person
from referral_desk.operations.seats import end_seat, reopen_seat
from referral_desk.vocabulary import SeatKind, Tier, Trouble
from tests.builders import a_group, a_meeting, a_person, a_seat
from tests.chain import version_of

PLACES = st.integers(-1, 6)
PICK = st.integers(0, 30)
FIRST = dt.date(2026, 1, 1)
DAYS = st.integers(0, 12).map(lambda months: FIRST + dt.timedelta(days=30 * months))
_numbers = count(1)


class Agenda(RuleBasedStateMachine):
    """Two meetings of one group; items and papers come, go, move and are carried."""

    def __init__(self, desk, database):
        super().__init__()
        self.desk, self.database = desk, database
        group = a_group()
        self.days = [dt.date(2026, 12, 3), dt.date(2027, 3, 4)]
        made = [a_meeting(group, day=day) for day in self.days]
        with database.write() as session:
            session.add_all(made)
            session.flush()
            self.meetings = [meeting.id for meeting in made]
        self.there: set[str] = set()

    def seen(self):
        """Each meeting's items in order, each with its papers in order, by what makes them the same."""
        with self.database.read() as session:
            return [
                [
                    (
                        item.position,
                        item.id,
                        item.title,
                        item.carried_from_id,
                        tuple((p.position, p.id, p.title, p.document_id) for p in item.papers),
                    )
                    for item in session.get(Meeting, meeting_id).items
                ]
                for meeting_id in self.meetings
            ]

    def item(self, pick):
        items = [item[1] for meeting in self.seen() for item in meeting]
        return items[pick % len(items)]

    def paper(self, pick):
        papers = [paper[1] for meeting in self.seen() for item in meeting for paper in item[4]]
        return papers[pick % len(papers)] if papers else None

    def has_items(self):
        return any(self.seen())

    def undone(self, before, operation, **arguments):
        """Take the last change back: all is as it was."""
        self.desk.do(operation, **arguments)
        assert self.seen() == before

    def version(self, kind, key):
        return version_of(self.database, kind, key)

    @rule(which=st.integers(0, 1), place=st.none() | PLACES)
    def add(self, which, place):
        title = f"Punkt {next(_numbers)}"
        self.desk.do(add_item, meeting_id=self.meetings[which], title=title, position=place)
        self.there.add(title)

    @precondition(has_items)
    @rule(pick=PICK, place=PLACES, back=st.booleans())
    def move(self, pick, place, back):
        before, key = self.seen(), self.item(pick)
        was = self.desk.do(move_item, item_id=key, version=self.version(AgendaItem, key), position=place)
        if back:
            self.undone(before, move_item, item_id=key, version=self.version(AgendaItem, key), position=was)

    @precondition(has_items)
    @rule(pick=PICK, back=st.booleans())
    def remove(self, pick, back):
        before, key = self.seen(), self.item(pick)
        removed = self.desk.do(remove_item, item_id=key, version=self.version(AgendaItem, key))
        if back:
            self.undone(before, restore_item, removed=removed)
        elif not any(item[2] == removed.title for meeting in self.seen() for item in meeting):
            self.there.discard(removed.title)

    @precondition(has_items)
    @rule(pick=PICK)
    def duplicate(self, pick):
        self.desk.do(duplicate_item, item_id=self.item(pick))

    @precondition(has_items)
    @rule(pick=PICK, back=st.booleans())
    def carry(self, pick, back):
        before, key = self.seen(), self.item(pick)
        try:
            carried = self.desk.do(carry_item, item_id=key, version=self.version(AgendaItem, key))
        except Invalid:
            assert self.seen() == before
            return
        if back:
            self.undone(before, bring_item_back, carried=carried)

    @precondition(has_items)
    @rule(pick=PICK, words=st.sampled_from("abcd"), place=st.none() | PLACES)
    def attach(self, pick, words, place):
        before, key = self.seen(), self.item(pick)
        file = Incoming(f"{words}.txt", words.encode(), "text", "text/plain", safe=words.encode())
        try:
            self.desk.do(attach_paper, item_id=key, file=file, position=place)
        except Invalid:
            assert self.seen() == before

    @rule(pick=PICK, other=PICK, place=PLACES, back=st.booleans())
    def put_paper(self, pick, other, place, back):
        before, key = self.seen(), self.paper(pick)
        if key is None:
            return
        to = self.item(other)
        try:
            was = self.desk.do(move_paper, paper_id=key, version=self.version(Paper, key), position=place, item_id=to)
        except Invalid:
            assert self.seen() == before
            return
        if back:
            version = self.version(Paper, key)
            self.undone(before, move_paper, paper_id=key, version=version, position=was.position, item_id=was.item_id)

    @rule(pick=PICK, back=st.booleans())
    def take_paper(self, pick, back):
        before, key = self.seen(), self.paper(pick)
        if key is not None:
            removed = self.desk.do(remove_paper, paper_id=key, version=self.version(Paper, key))
            if back:
                self.undone(before, restore_paper, removed=removed)

    @invariant()
    def places_are_whole_and_nothing_is_lost_or_held_twice(self):
        seen = self.seen()
        for items in seen:
            assert [item[0] for item in items] == list(range(len(items)))
            for item in items:
                assert [paper[0] for paper in item[4]] == list(range(len(item[4])))
                documents = [paper[3] for paper in item[4]]
                assert len(set(documents)) == len(documents)
        assert {item[2] for items in seen for item in items} == self.there


class Seats(RuleBasedStateMachine):
    """A regional group with two seats, and the seat that speaks for it above; three people who come and go."""

    def __init__(self, desk, database):
        super().__init__()
        self.desk, self.database = desk, database
        national, self.people = a_group("National", tier=Tier.NATIONAL), []
        region = a_group("Region", parent=national)
        seats = [
            a_seat(region),
            a_seat(region, kind=SeatKind.OBSERVER),
            a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=region),
        ]
        people = [a_person(name) for name in ("Ane", "Bo", "Cai")]
        with database.write() as session:
            session.add_all([region, *people])
            session.flush()
            self.region, self.people = region.id, [person.id for person in people]
            self.seats = [seat.id for seat in seats]

    def seen(self):
        """Every seat with its period and who held it when."""
        with self.database.read() as session:
            found = [session.get(Seat, seat_id) for seat_id in self.seats]
            return [
                (
                    seat.valid_from,
                    seat.valid_to,
                    sorted(
                        (held.valid_from or dt.date.min, held.valid_to, held.person_id) for held in seat.memberships
                    ),
                )
                for seat in found
            ]

    def held(self, pick):
        with self.database.read() as session:
            found = session.scalars(
                select(Membership.id).where(Membership.seat_id.in_(self.seats)).order_by(Membership.id)
            ).all()
        return found[pick % len(found)] if found else None

    def tried(self, back, operation, **arguments):
        """Do something: a refusal changes nothing, and what is done can be taken back at once."""
        before = self.seen()
        try:
            done = self.desk.do(operation, **arguments)
        except DeskError:
            assert self.seen() == before
            return
        if back and done.undo is not None:
            self.desk.do(done.undo.operation, **done.undo.arguments)
            assert self.seen() == before

    @rule(
        seat=st.integers(0, 2),
        who=st.integers(0, 2),
        first=DAYS,
        last=st.none() | DAYS,
        follows=st.booleans(),
        back=st.booleans(),
    )
    def take(self, seat, who, first, last, follows, back):
        self.tried(
            back,
            take_seat,
            seat_id=self.seats[seat],
            person_id=self.people[who],
            valid_from=first,
            valid_to=last,
            follows=follows,
        )

    @rule(who=st.integers(0, 2), first=DAYS, back=st.booleans())
    def appoint(self, who, first, back):
        self.tried(back, appoint_representative, group_id=self.region, person_id=self.people[who], valid_from=first)

    @rule(pick=PICK, last=DAYS, back=st.booleans())
    def leave(self, pick, last, back):
        if (key := self.held(pick)) is not None:
            version = version_of(self.database, Membership, key)
            self.tried(back, end_membership, membership_id=key, version=version, last_day=last)

    @rule(pick=PICK, first=st.none() | DAYS, last=st.none() | DAYS, back=st.booleans())
    def mend(self, pick, first, last, back):
        if (key := self.held(pick)) is not None:
            version = version_of(self.database, Membership, key)
            self.tried(back, set_membership_period, membership_id=key, version=version, valid_from=first, valid_to=last)

    @rule(pick=PICK, back=st.booleans())
    def withdraw(self, pick, back):
        if (key := self.held(pick)) is not None:
            version = version_of(self.database, Membership, key)
            self.tried(back, withdraw_membership, membership_id=key, version=version)

    @rule(seat=st.integers(0, 2), last=DAYS, back=st.booleans())
    def end(self, seat, last, back):
        key = self.seats[seat]
        self.tried(back, end_seat, seat_id=key, version=version_of(self.database, Seat, key), last_day=last)

    @rule(seat=st.integers(0, 2), last=st.none() | DAYS, back=st.booleans())
    def reopen(self, seat, last, back):
        key = self.seats[seat]
        self.tried(back, reopen_seat, seat_id=key, version=version_of(self.database, Seat, key), valid_to=last)

    @rule(who=st.integers(0, 2), last=DAYS)
    def depart(self, who, last):
        key = self.people[who]
        self.tried(
            True, deactivate_person, person_id=key, version=version_of(self.database, Person, key), last_day=last
        )

    @invariant()
    def no_day_has_two_holders_and_nobody_sits_where_no_seat_stands(self):
        for begins, ends, periods in self.seen():
            for place, (first, last, _) in enumerate(periods):
                assert last is None or first <= last
                assert ends is None or (last is not None and last <= ends)
                assert begins is None or first >= begins
                if place:
                    before = periods[place - 1][1]
                    assert before is not None
                    assert before < first

    @invariant()
    def a_region_is_well_represented_exactly_where_one_current_member_speaks_for_it(self):
        member, _, voice = self.seen()
        with self.database.read() as session:
            region = session.get(Group, self.region)
            for month in range(14):
                day = FIRST + dt.timedelta(days=30 * month)
                speakers = self.on(voice, day)
                trouble = representative_trouble(region, day)
                assert len(speakers) <= 1
                assert (trouble is None) == bool(speakers and speakers == self.on(member, day))
                assert (trouble in {Trouble.VACANT, Trouble.NO_SEAT}) == (not speakers)

    @staticmethod
    def on(seat, day):
        begins, ends, periods = seat
        stands = (begins is None or begins <= day) and (ends is None or day <= ends)
        return [who for first, last, who in periods if stands and first <= day and (last is None or day <= last)]


@pytest.mark.parametrize("machine", [Agenda, Seats])
def test_any_history_keeps_the_rules_and_every_undo_is_exact(desk, database, machine, request):
    long = request.config.getoption("--long")
    run_state_machine_as_test(
        lambda: machine(desk, database),
        settings=settings(
            max_examples=15 if long else 5,
            stateful_step_count=40 if long else 20,
            suppress_health_check=list(HealthCheck),
        ),
    )
