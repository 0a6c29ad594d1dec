"""Seats and who holds them: operations on both engines, and who sat where on a day."""

import datetime as dt
import threading

import pytest

from referral_desk.desk import Desk
from referral_desk.errors import Invalid, Stale
from referral_desk.models import Membership, Seat
from referral_desk.operations.memberships import (
    appoint_representative,
    end_membership,
    set_membership_period,
    take_seat,
    withdraw_membership,
)
from referral_desk.operations.organisations import rename_organisation
from referral_desk.operations.people import deactivate_person
from referral_desk.operations.seats import (
    add_seat,
    change_seat,
    end_seat,
    order_seats,
    remove_seat,
    reopen_seat,
)
from referral_desk.queries.group import group
from referral_desk.queries.memberships import members_on
from referral_desk.users import User
from referral_desk.vocabulary import SeatKind, Sector, Trouble
from tests.builders import NOON, TODAY
from tests.chain import SINCE, lay_chain, picture, undo, version_of

NEXT_YEAR = dt.date(2027, 1, 1)


@pytest.fixture
def chain(database):
    return lay_chain(database)


def seat_of(desk, seat_id, group_id, day=TODAY):
    view = desk.ask(group, group_id, day=day, language="da")
    return next(seat for seat in view.seats if seat.id == seat_id)


def sat(desk, group_id, day, language="da"):
    return [(row.person, row.organisation) for row in desk.ask(members_on, group_id, day=day, language=language)]


def test_a_person_takes_an_empty_seat_and_speaks_for_the_organisation(desk, database, chain):
    before = picture(database)
    done = desk.do(take_seat, seat_id=chain.empty_seat, person_id=chain.officer, valid_from=TODAY)
    held = seat_of(desk, chain.empty_seat, chain.north).holder
    assert (held.person, held.organisation, held.valid_from, held.valid_to) == (
        "Bo Betjent",
        "Nordjyllands Politi",
        TODAY,
        None,
    )
    undo(desk, done)
    assert picture(database) == before


def test_an_organisation_can_hold_a_seat_before_anybody_is_named(desk, chain):
    desk.do(take_seat, seat_id=chain.empty_seat, organisation_id=chain.union, valid_from=None)
    held = seat_of(desk, chain.empty_seat, chain.north).holder
    assert (held.who, held.person, held.organisation) == ("3F", "", "3F")


def test_somebody_new_takes_a_seat_and_enters_the_directory_and_both_are_taken_back(desk, database, chain):
    before = picture(database)
    done = desk.do(take_seat, seat_id=chain.police_seat, new_person=" Ny  Betjent ", valid_from=NEXT_YEAR, follows=True)
    held = seat_of(desk, chain.police_seat, chain.north, NEXT_YEAR).holder
    assert (held.person, held.organisation) == ("Ny Betjent", "Nordjyllands Politi")
    taken = picture(database)
    again = undo(desk, done)
    assert picture(database) == before
    undo(desk, again)
    assert [len(taken[name]) for name in taken] == [len(picture(database)[name]) for name in taken]
    with pytest.raises(Invalid, match="CPR"):
        desk.do(take_seat, seat_id=chain.empty_seat, new_person="Ny 0101901234", valid_from=NEXT_YEAR)


def test_somebody_must_be_named(desk, chain):
    with pytest.raises(Invalid, match="Say who takes the seat"):
        desk.do(take_seat, seat_id=chain.empty_seat, valid_from=TODAY)


def test_a_seat_that_is_held_is_refused_and_handed_on_only_when_asked(desk, database, chain):
    before = picture(database)
    with pytest.raises(Invalid, match="Somebody holds the seat"):
        desk.do(take_seat, seat_id=chain.police_seat, person_id=chain.chair, valid_from=NEXT_YEAR)
    done = desk.do(take_seat, seat_id=chain.police_seat, person_id=chain.chair, valid_from=NEXT_YEAR, follows=True)
    assert sat(desk, chain.north, dt.date(2026, 12, 31))[1] == ("Bo Betjent", "Nordjyllands Politi")
    assert sat(desk, chain.north, NEXT_YEAR)[1] == ("Gry Formandsen", "Nordjyllands Politi")
    handed_on = picture(database)
    again = undo(desk, done)
    assert picture(database) == before
    undo(desk, again)
    assert picture(database) == handed_on


def test_who_leaves_leaves_on_a_day_and_can_be_taken_back(desk, database, chain):
    before = picture(database)
    held = seat_of(desk, chain.police_seat, chain.north).holder
    done = desk.do(end_membership, membership_id=held.id, version=held.version, last_day=TODAY)
    assert len(sat(desk, chain.north, TODAY)) == 2
    assert len(sat(desk, chain.north, TODAY + dt.timedelta(days=1))) == 1
    undo(desk, done)
    assert picture(database) == before
    with pytest.raises(Invalid, match="last day lies before"):
        desk.do(
            end_membership,
            membership_id=held.id,
            version=version_of(database, Membership, held.id),
            last_day=dt.date(2019, 1, 1),
        )


def test_a_period_can_be_mended_but_not_into_another_one(desk, chain):
    held = seat_of(desk, chain.police_seat, chain.north).holder
    desk.do(
        set_membership_period,
        membership_id=held.id,
        version=held.version,
        valid_from=SINCE,
        valid_to=dt.date(2026, 6, 30),
    )
    desk.do(take_seat, seat_id=chain.police_seat, person_id=chain.chair, valid_from=dt.date(2026, 7, 1))
    with pytest.raises(Invalid, match="Somebody holds"):
        desk.do(set_membership_period, membership_id=held.id, version=held.version + 1, valid_from=SINCE, valid_to=None)


def test_a_version_that_is_no_longer_so_is_refused(desk, chain):
    held = seat_of(desk, chain.police_seat, chain.north).holder
    desk.do(end_membership, membership_id=held.id, version=held.version, last_day=TODAY)
    with pytest.raises(Stale):
        desk.do(end_membership, membership_id=held.id, version=held.version, last_day=NEXT_YEAR)
    with pytest.raises(Stale):
        desk.do(take_seat, seat_id=999, person_id=chain.chair, valid_from=TODAY)


def test_a_person_who_has_left_takes_no_seat(desk, database, chain):
    desk.do(deactivate_person, person_id=chain.officer, version=1, last_day=TODAY)
    with pytest.raises(Invalid, match="no longer active"):
        desk.do(take_seat, seat_id=chain.empty_seat, person_id=chain.officer, valid_from=NEXT_YEAR)


def test_a_representative_follows_another_from_a_day(desk, database, chain):
    before = picture(database)
    done = desk.do(appoint_representative, group_id=chain.north, person_id=chain.officer, valid_from=NEXT_YEAR)
    assert sat(desk, chain.national, dt.date(2026, 12, 31)) == [("Gry Formandsen", "3F")]
    assert sat(desk, chain.national, NEXT_YEAR) == [("Bo Betjent", "Nordjyllands Politi")]
    undo(desk, done)
    assert picture(database) == before


def test_only_a_member_of_a_regional_group_represents_it(desk, chain):
    with pytest.raises(Invalid, match="must be a member"):
        desk.do(appoint_representative, group_id=chain.south, person_id=chain.officer, valid_from=TODAY)
    with pytest.raises(Invalid, match="Only a regional group"):
        desk.do(appoint_representative, group_id=chain.national, person_id=chain.officer, valid_from=TODAY)


def test_a_missing_representatives_seat_is_made_and_an_ended_one_opened(desk, database, chain):
    seat = desk.do(add_seat, group_id=chain.south, kind=SeatKind.MEMBER, sector=Sector.POLICE)
    desk.do(take_seat, seat_id=seat.id, person_id=chain.officer, valid_from=SINCE)
    desk.do(appoint_representative, group_id=chain.south, person_id=chain.officer, valid_from=SINCE)
    view = desk.ask(group, chain.south, day=TODAY, language="da")
    assert view.trouble is None
    voice = view.voices[0].seat_id
    desk.do(end_seat, seat_id=voice, version=version_of(database, Seat, voice), last_day=dt.date(2026, 1, 31))
    assert desk.ask(group, chain.south, day=TODAY, language="da").trouble is Trouble.NO_SEAT
    desk.do(appoint_representative, group_id=chain.south, person_id=chain.officer, valid_from=TODAY)
    assert desk.ask(group, chain.south, day=TODAY, language="da").trouble is None


def test_a_representative_who_leaves_the_regional_group_is_a_red_flag(desk, chain):
    held = seat_of(desk, chain.chair_seat, chain.north).holder
    desk.do(end_membership, membership_id=held.id, version=held.version, last_day=TODAY)
    tomorrow = TODAY + dt.timedelta(days=1)
    assert desk.ask(group, chain.north, day=TODAY, language="da").trouble is None
    assert desk.ask(group, chain.north, day=tomorrow, language="da").trouble is Trouble.NOT_A_MEMBER
    assert not seat_of(desk, chain.voice, chain.national, tomorrow).is_well_held


def test_a_seat_takes_the_sector_of_its_organisation_and_can_be_removed_while_unused(desk, database, chain):
    before = picture(database)
    done = desk.do(add_seat, group_id=chain.south, kind=SeatKind.MEMBER, organisation_id=chain.union, title="FH")
    seat = seat_of(desk, done.id, chain.south)
    assert (seat.sector, seat.organisation, seat.is_vacant, seat.title) == (Sector.TRADE_UNION, "3F", True, "FH")
    gone = undo(desk, done)
    assert picture(database) == before
    undo(desk, gone)
    assert len(desk.ask(group, chain.south, day=TODAY, language="da").seats) == 1


def test_a_seat_that_was_held_is_ended_and_can_stand_again_with_its_holder(desk, database, chain):
    with pytest.raises(Invalid, match="end it instead"):
        desk.do(remove_seat, seat_id=chain.police_seat, version=1)
    before = picture(database)
    done = desk.do(end_seat, seat_id=chain.police_seat, version=1, last_day=TODAY)
    assert not seat_of(desk, chain.police_seat, chain.north, NEXT_YEAR).is_standing
    assert sat(desk, chain.north, NEXT_YEAR) == [("Gry Formandsen", "3F")]
    ended = picture(database)
    again = undo(desk, done)
    assert picture(database) == before
    undo(desk, again)
    assert picture(database) == ended
    desk.do(reopen_seat, seat_id=chain.police_seat, version=version_of(database, Seat, chain.police_seat))
    assert seat_of(desk, chain.police_seat, chain.north, NEXT_YEAR).is_vacant


def test_a_seat_does_not_end_before_somebody_takes_it(desk, database, chain):
    desk.do(take_seat, seat_id=chain.empty_seat, person_id=chain.officer, valid_from=NEXT_YEAR)
    with pytest.raises(Invalid, match="takes the seat after"):
        desk.do(end_seat, seat_id=chain.empty_seat, version=1, last_day=TODAY)


def test_a_deputy_stands_in_for_a_seat_of_the_same_group(desk, database, chain):
    done = desk.do(add_seat, group_id=chain.north, kind=SeatKind.DEPUTY, deputy_for_id=chain.police_seat)
    desk.do(take_seat, seat_id=done.id, person_id=chain.chair, valid_from=TODAY)
    deputy = seat_of(desk, done.id, chain.north)
    assert (deputy.deputy_for, deputy.counts) == ("Bo Betjent", False)
    with pytest.raises(Invalid, match="end the deputy's seat first"):
        desk.do(end_seat, seat_id=chain.police_seat, version=1, last_day=TODAY)
    empty = desk.do(add_seat, group_id=chain.north, kind=SeatKind.DEPUTY, deputy_for_id=chain.empty_seat)
    with pytest.raises(Invalid, match="remove the deputy's seat first"):
        desk.do(remove_seat, seat_id=chain.empty_seat, version=1)
    assert empty.undo is not None


def test_a_second_seat_for_the_same_regional_group_is_refused(desk, chain):
    with pytest.raises(Invalid, match="its seat already"):
        desk.do(
            add_seat,
            group_id=chain.national,
            kind=SeatKind.REGIONAL_REPRESENTATIVE,
            represents_group_id=chain.north,
        )


def test_what_a_seat_is_for_can_be_changed_and_changed_back(desk, database, chain):
    before = picture(database)
    done = desk.do(
        change_seat,
        seat_id=chain.empty_seat,
        version=1,
        kind=SeatKind.OBSERVER,
        sector=Sector.RESEARCH,
        organisation_id=chain.union,
        title="Forsker",
    )
    seat = seat_of(desk, chain.empty_seat, chain.north)
    assert (seat.kind, seat.sector, seat.organisation, seat.counts) == (
        SeatKind.OBSERVER,
        Sector.RESEARCH,
        "3F",
        False,
    )
    undo(desk, done)
    assert picture(database) == before


def test_seats_keep_the_order_they_are_given_behind_chair_and_secretary(desk, database, chain):
    before = picture(database)
    done = desk.do(order_seats, group_id=chain.north, seat_ids=[chain.empty_seat, chain.police_seat])
    view = desk.ask(group, chain.north, day=TODAY, language="da")
    assert [seat.id for seat in view.seats] == [chain.chair_seat, chain.empty_seat, chain.police_seat]
    undo(desk, done)
    assert picture(database) == before


def test_who_sat_there_on_a_day_is_told_under_the_names_of_that_day(desk, database, chain):
    desk.do(
        rename_organisation,
        organisation_id=chain.police,
        version=1,
        valid_from=dt.date(2024, 1, 1),
        name_da="Politiet i Nord",
        name_en="Police North",
    )
    assert sat(desk, chain.north, dt.date(2019, 12, 31)) == []
    assert sat(desk, chain.north, dt.date(2023, 12, 31))[1] == ("Bo Betjent", "Nordjyllands Politi")
    assert sat(desk, chain.north, dt.date(2024, 1, 1))[1] == ("Bo Betjent", "Politiet i Nord")
    assert sat(desk, chain.north, TODAY, "en")[1] == ("Bo Betjent", "Police North")
    assert sat(desk, 999, TODAY) == []


def test_a_period_put_down_by_mistake_is_taken_away(desk, database, chain):
    held = seat_of(desk, chain.police_seat, chain.north).holder
    before = picture(database)
    done = desk.do(withdraw_membership, membership_id=held.id, version=held.version)
    assert seat_of(desk, chain.police_seat, chain.north).history == ()
    undo(desk, done)
    assert picture(database) == before


def test_two_people_who_fill_one_seat_at_once_do_not_both_get_it(database, chain):
    gate, refused = threading.Barrier(2), []

    def fill(person_id):
        desk = Desk(database, User("Sekretær"), now=lambda: NOON)
        gate.wait(timeout=30)
        try:
            desk.do(take_seat, seat_id=chain.empty_seat, person_id=person_id, valid_from=TODAY)
        except (Invalid, Stale) as error:
            refused.append(error)

    threads = [threading.Thread(target=fill, args=(person,)) for person in (chain.chair, chain.officer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(refused) == 1
    with database.read() as session:
        assert len(session.get(Seat, chain.empty_seat).memberships) == 1
