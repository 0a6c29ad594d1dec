"""Loose ends: each kind where it is told, of whom it is expected, and when it is not; then random histories."""

import datetime as dt

import pytest

from referral_desk.clock import Quarter
from referral_desk.models import (
    ActionItem,
    EmptyQuarter,
    EntryComment,
    Mailing,
    Meeting,
    Minutes,
    MinutesEntry,
)
from referral_desk.models.mailings import told_as
from referral_desk.operations.agenda import add_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.operations.meetings import plan_meeting
from referral_desk.queries.loose_end_rows import THEME_OF, Expected, NeedKind
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.vocabulary import (
    ActionState,
    EntryKind,
    ItemOutcome,
    MailingKind,
    MeetingKind,
    MinutesState,
    SeatKind,
    Stage,
    StandingRole,
    Tier,
)
from tests.builders import NOON, TODAY, a_group, a_person, a_seat, an_item, an_organisation

SINCE = dt.date(2024, 1, 1)
TIMES = {"starts": dt.time(9), "ends": dt.time(12)}


@pytest.fixture
def keep(database):
    def kept(*rows):
        with database.write() as session:
            session.add_all(rows)
            session.flush()
            return [row.id for row in rows]

    return kept


@pytest.fixture
def group(database):
    """A group without a rhythm, with a chair and a secretary; nothing is open in it."""
    made = a_group("Gruppe", tier=Tier.OTHER)
    for kind in (SeatKind.CHAIR, SeatKind.SECRETARY):
        a_seat(made, kind=kind).take(a_person(f"Prøve {kind}", organisation=an_organisation()), SINCE)
    with database.write() as session:
        session.add(made)
        session.flush()
        session.expunge_all()
        return made


@pytest.fixture
def seen(desk):
    def rows(day=TODAY, **fields):
        return desk.ask(loose_ends, day=day, language="da", **fields)

    return rows


def told(rows):
    return [(row.kind, row.due, row.count) for row in rows]


def meeting_of(group_id, *, day, **fields):
    quarter = Quarter.of(day)
    return Meeting(group_id=group_id, day=day, year=quarter.year, quarter=quarter.number, **TIMES, **fields)


def held_meeting(group_id, stage, state, *, day=dt.date(2026, 11, 2), outcome=ItemOutcome.NOTED, **minutes):
    meeting = meeting_of(group_id, day=day, stage=stage)
    an_item(meeting, outcome=outcome)
    meeting.minutes = Minutes(state=state, **minutes)
    return meeting


def test_every_kind_is_about_something():
    assert set(THEME_OF) == set(NeedKind)


def test_minutes_are_told_at_each_step_of_whom_they_are_expected(keep, group, seen):
    keep(held_meeting(group.id, Stage.HELD, MinutesState.DRAFT))
    [row] = seen()
    assert (row.kind, row.due, row.expected) == (NeedKind.MINUTES_DUE, dt.date(2026, 11, 9), Expected.SECRETARY)


def test_minutes_with_the_chair_wait_for_the_chair(keep, group, seen):
    sent = dt.datetime(2026, 11, 12, 10, tzinfo=dt.UTC)
    keep(held_meeting(group.id, Stage.MINUTES_DRAFTED, MinutesState.WITH_CHAIR, sent_to_chair_at=sent))
    [row] = seen()
    assert (row.kind, row.due, row.expected) == (NeedKind.WITH_CHAIR, dt.date(2026, 11, 17), Expected.CHAIR)


def test_a_comment_round_asks_for_answers_then_for_approval(keep, group, seen):
    made = held_meeting(
        group.id,
        Stage.IN_COMMENT,
        MinutesState.IN_COMMENT,
        comments_from=NOON,
        comments_due=dt.date(2026, 11, 20),
    )
    comment = EntryComment(minutes=made.minutes, said_on=TODAY, text="Det sagde vi ikke.", author="Prøve")
    keep(made, comment)
    assert told(seen()) == [(NeedKind.COMMENTS_OPEN, dt.date(2026, 11, 20), 1)]


def test_minutes_that_a_coming_meeting_approves_have_until_then(keep, group, seen):
    made = held_meeting(
        group.id, Stage.IN_COMMENT, MinutesState.IN_COMMENT, comments_from=NOON, comments_due=dt.date(2026, 11, 13)
    )
    [meeting_id] = keep(made)
    assert told(seen()) == [(NeedKind.NOT_APPROVED, dt.date(2026, 11, 20), 0)]
    coming = meeting_of(group.id, day=dt.date(2026, 12, 10), stage=Stage.AGENDA_SENT)
    an_item(coming, standing=StandingRole.MINUTES_APPROVAL, approves_id=meeting_id)
    keep(coming)
    assert told(seen()) == []
    assert told(seen(dt.date(2026, 12, 7))) == [(NeedKind.NOT_APPROVED, dt.date(2026, 12, 10), 0)]


def test_an_approved_meeting_is_closed_once_each_item_has_an_outcome(database, keep, group, seen):
    made = held_meeting(
        group.id,
        Stage.APPROVED,
        MinutesState.APPROVED,
        outcome=ItemOutcome.OPEN,
        approved_on=dt.date(2026, 11, 13),
    )
    an_item(made, "Eventuelt", standing=StandingRole.ANY_OTHER_BUSINESS)
    noted = an_item(made, "Talt om")
    keep(made)
    keep(MinutesEntry(minutes_id=made.minutes.id, item_id=noted.id, kind=EntryKind.NOTE, text="Sagt"))
    assert told(seen()) == [(NeedKind.NO_OUTCOME, dt.date(2026, 11, 9), 1)]
    with database.write() as session:
        session.get(type(noted), made.items[0].id).outcome = ItemOutcome.DROPPED
    assert told(seen()) == [(NeedKind.NOT_CLOSED, dt.date(2026, 11, 20), 0)]


def test_a_group_sets_its_own_deadlines(desk, keep, group, seen):
    keep(held_meeting(group.id, Stage.HELD, MinutesState.DRAFT))
    desk.do(set_deadlines, counts={"minutes": 30}, group_id=group.id)
    assert told(seen()) == []
    desk.do(set_deadlines, counts={"minutes": 15}, group_id=group.id)
    assert told(seen()) == [(NeedKind.MINUTES_DUE, dt.date(2026, 11, 23), 0)]


def test_letters_that_are_owed_are_told(keep, group, seen):
    meeting = meeting_of(group.id, day=dt.date(2026, 12, 17), stage=Stage.PLANNED, place="Rådhuset")
    an_item(meeting)
    keep(meeting)
    assert told(seen()) == [(NeedKind.INVITATION_DUE, dt.date(2026, 11, 19), 2)]


def test_a_meeting_called_off_after_the_invitation_must_be_told_of_until_its_day(database, keep, group, seen):
    meeting = meeting_of(group.id, day=dt.date(2026, 12, 17), stage=Stage.INVITED, place="Rådhuset")
    keep(meeting)
    with database.write() as session:
        people = [held.person for seat in session.get(type(group), group.id).seats for held in seat.memberships]
        letter = Mailing(kind=MailingKind.INVITATION, drafted_at=NOON, drafted_by="Prøve", sent_at=NOON)
        kept = session.get(type(meeting), meeting.id)
        letter.tell(kept, [told_as(person, MailingKind.INVITATION) for person in people])
        kept.mailings.append(letter)
        kept.cancel(NOON, "Sne")
    assert [row.kind for row in seen()] == [NeedKind.CANCELLATION_DUE]
    assert told(seen(dt.date(2026, 12, 18))) == []


def an_action(group_id, number, **fields):
    return ActionItem(
        **{"group_id": group_id, "year": 2026, "number": number, "text": "Gør det", "created_on": TODAY, **fields}
    )


def test_actions_are_counted_for_each_group(keep, group, seen):
    [person] = keep(a_person("Ejer Prøve"))
    late, later = dt.date(2026, 11, 1), dt.date(2027, 1, 1)
    keep(
        an_action(group.id, 1, owner_person_id=person, due=late),
        an_action(group.id, 2, owner_person_id=person, due=dt.date(2026, 11, 5)),
        an_action(group.id, 3, owner_person_id=person, due=later),
        an_action(group.id, 4, due=later),
        an_action(group.id, 5, owner_person_id=person),
        an_action(group.id, 6, due=late, state=ActionState.DONE, closed_on=TODAY),
    )
    assert told(seen()) == [
        (NeedKind.ACTIONS_OVERDUE, late, 2),
        (NeedKind.ACTIONS_WITHOUT_OWNER, None, 1),
        (NeedKind.ACTIONS_WITHOUT_DATE, None, 1),
    ]
    overdue, orphan, _ = seen()
    assert (overdue.expected, overdue.people) == (Expected.OWNER, (person,))
    assert overdue.is_mine(person, frozenset())
    assert not overdue.is_mine(None, frozenset({"secretary", "coordinator"}))
    assert orphan.is_mine(None, frozenset({"secretary"}))


def test_items_that_wait_are_told_until_a_meeting_is_planned(desk, database, group, seen):
    meeting = desk.do(plan_meeting, group_id=group.id, day=dt.date(2026, 11, 10), **TIMES)
    item = desk.do(add_item, meeting_id=meeting, title="Tolkning")
    with database.write() as session:
        session.get(Meeting, meeting).stage = Stage.CLOSED
    desk.do(carry_item, item_id=item, version=1)
    assert told(seen()) == [(NeedKind.WAITING, None, 1)]
    desk.do(plan_meeting, group_id=group.id, day=dt.date(2027, 3, 4), **TIMES)
    assert told(seen()) == []


def test_a_quarter_without_a_meeting_asks_for_a_reason_and_rests_with_it(keep, seen):
    made = a_group("Region", meetings_per_year=4, valid_from=dt.date(2026, 5, 1))
    a_seat(made, kind=SeatKind.CHAIR).take(a_person(), dt.date(2026, 5, 1))
    [group_id] = keep(made)

    def quarters():
        found = [row for row in seen() if row.kind is not NeedKind.UNCOVERED]
        return [(row.kind, row.quarter, row.due, row.said) for row in found]

    end = dt.date(2026, 12, 31)
    assert quarters() == [
        (NeedKind.EMPTY_QUARTER, 4, end, ""),
        (NeedKind.UNEXPLAINED, 2, None, ""),
        (NeedKind.UNEXPLAINED, 3, None, ""),
    ]
    keep(*(EmptyQuarter(group_id=group_id, year=2026, quarter=number, reason="Valg") for number in (2, 4)))
    assert quarters() == [(NeedKind.EXPLAINED, 4, end, "Valg"), (NeedKind.UNEXPLAINED, 3, None, "")]


def test_what_is_vacant_in_a_group_is_one_row(keep, seen):
    made = a_group("Region")
    for _ in range(3):
        a_seat(made)
    keep(made)
    [row] = seen()
    assert (row.kind, row.count, len(row.sectors)) == (NeedKind.NOBODY, 3, 5)
    person = a_person()
    with_one = a_group("Anden")
    a_seat(with_one, kind=SeatKind.CHAIR).take(person, SINCE)
    a_seat(with_one)
    keep(with_one)
    [row] = [row for row in seen() if row.group == "Anden"]
    assert (row.kind, row.count, len(row.sectors)) == (NeedKind.VACANT, 1, 5)


def test_one_group_is_asked_alone(keep, group, seen):
    other = a_group("Region", meetings_per_year=4)
    keep(held_meeting(group.id, Stage.HELD, MinutesState.DRAFT), other, an_action(group.id, 1))
    assert {row.group for row in seen(group_id=group.id)} == {"Gruppe"}
    assert {row.group for row in seen(group_id=other.id)} == {"Region"}
    assert {row.group for row in seen()} == {"Gruppe", "Region"}


def test_what_is_late_comes_first_by_what_hangs_on_it_then_what_is_due_by_its_day(keep, group, seen):
    pack = meeting_of(group.id, day=dt.date(2026, 11, 26), stage=Stage.INVITED)
    soon = meeting_of(group.id, day=dt.date(2026, 12, 3), stage=Stage.INVITED, kind=MeetingKind.THEME_DAY)
    for meeting in (pack, soon):
        an_item(meeting)
    keep(pack, soon, held_meeting(group.id, Stage.HELD, MinutesState.DRAFT), an_action(group.id, 1, due=SINCE))
    assert [row.kind for row in seen()] == [
        NeedKind.PACK_DUE,
        NeedKind.MINUTES_DUE,
        NeedKind.ACTIONS_OVERDUE,
        NeedKind.PACK_DUE,
        NeedKind.ACTIONS_WITHOUT_OWNER,
    ]


def test_a_finished_past_is_not_told(keep, group, seen):
    keep(*(held_meeting(group.id, Stage.CLOSED, MinutesState.APPROVED, day=SINCE + dt.timedelta(n)) for n in range(9)))
    assert told(seen()) == []
