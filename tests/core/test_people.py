"""People in the directory: contact, leaving and coming back, what they hold, finding them."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import Person
from referral_desk.operations.memberships import take_seat
from referral_desk.operations.organisations import rename_organisation
from referral_desk.operations.people import (
    add_person,
    change_person,
    deactivate_person,
    reactivate_person,
    remove_person,
)
from referral_desk.queries.people import people, person_choices
from tests.builders import TODAY, a_meeting, a_person
from tests.chain import lay_chain, picture, undo, version_of

NEXT_YEAR = dt.date(2027, 1, 1)


@pytest.fixture
def chain(database):
    return lay_chain(database)


def row_of(desk, person_id, day=TODAY, language="da"):
    return next(row for row in desk.ask(people, day=day, language=language) if row.id == person_id)


def test_a_person_is_added_with_contact_and_can_be_removed_while_unused(desk, database, chain):
    before = picture(database)
    done = desk.do(
        add_person,
        name="  Ida   Prøve ",
        title="Socialrådgiver",
        organisation_id=chain.union,
        email=" ida@kommune.example ",
        phone="+45  12 34 56 78",
        language="en",
    )
    row = row_of(desk, done.id)
    assert (row.name, row.organisation, row.email, row.phone, row.language) == (
        "Ida Prøve",
        "3F",
        "ida@kommune.example",
        "+45 12 34 56 78",
        "en",
    )
    gone = undo(desk, done)
    assert picture(database) == before
    undo(desk, gone)
    assert len(desk.ask(people, day=TODAY, language="da")) == 3


@pytest.mark.parametrize("email", ["ida", "ida@", "@kommune.dk", "ida@kommune", "ida @kommune.dk", "a@b.dk, c@d.dk"])
def test_an_address_that_no_mail_reaches_is_refused(desk, email):
    with pytest.raises(Invalid, match="e-mail address"):
        desk.do(add_person, name="Ida", email=email)


@pytest.mark.parametrize("phone", ["ring til mig", "+45", "12"])
def test_a_number_without_figures_is_refused(desk, phone):
    with pytest.raises(Invalid, match="telephone"):
        desk.do(add_person, name="Ida", phone=phone)


def test_a_person_needs_a_name_a_language_and_no_cpr_number(desk):
    with pytest.raises(Invalid, match="person's name"):
        desk.do(add_person, name="   ")
    with pytest.raises(Invalid, match="Danish or English"):
        desk.do(add_person, name="Ida", language="de")
    with pytest.raises(Invalid, match="CPR"):
        desk.do(add_person, name="Ida 010190-1234")


def test_a_change_can_be_taken_back(desk, database, chain):
    before = picture(database)
    row = row_of(desk, chain.officer)
    fields = {"title": "Vicepolitiinspektør", "email": "", "phone": "", "language": "da"}
    done = desk.do(change_person, person_id=row.id, version=row.version, name="Bo B.", organisation_id=None, **fields)
    assert (row_of(desk, row.id).name, row_of(desk, row.id).organisation) == ("Bo B.", "")
    undo(desk, done)
    assert picture(database) == before


def test_who_changes_organisation_still_spoke_for_the_old_one_in_the_seat(desk, chain):
    row = row_of(desk, chain.officer)
    fields = {"title": "", "email": "", "phone": "", "language": "da"}
    desk.do(
        change_person,
        person_id=row.id,
        version=row.version,
        name=row.name,
        organisation_id=chain.union,
        **fields,
    )
    row = row_of(desk, chain.officer)
    assert row.organisation == "3F"
    assert row.seats[0].organisation == "Nordjyllands Politi"


def test_who_leaves_leaves_the_seats_and_comes_back_to_them(desk, database, chain):
    before = picture(database)
    done = desk.do(deactivate_person, person_id=chain.chair, version=1, last_day=TODAY)
    row = row_of(desk, chain.chair, NEXT_YEAR)
    assert (row.is_active, row.present, len(row.seats)) == (False, (), 2)
    assert [choice.id for choice in desk.ask(person_choices, day=TODAY, language="da")] == [chain.officer]
    undo(desk, done)
    assert picture(database) == before
    assert len(row_of(desk, chain.chair, NEXT_YEAR).present) == 2


def test_who_comes_back_does_not_push_out_a_successor(desk, database, chain):
    done = desk.do(deactivate_person, person_id=chain.officer, version=1, last_day=TODAY)
    desk.do(take_seat, seat_id=chain.police_seat, person_id=chain.chair, valid_from=NEXT_YEAR)
    with pytest.raises(Invalid, match="Somebody holds the seat"):
        undo(desk, done)
    desk.do(reactivate_person, person_id=chain.officer, version=version_of(database, Person, chain.officer))
    assert row_of(desk, chain.officer, NEXT_YEAR).is_active


def test_who_is_to_take_a_seat_later_cannot_leave_before(desk, chain):
    desk.do(take_seat, seat_id=chain.empty_seat, person_id=chain.officer, valid_from=NEXT_YEAR)
    with pytest.raises(Invalid, match="is to take a seat"):
        desk.do(deactivate_person, person_id=chain.officer, version=1, last_day=TODAY)


def test_who_holds_a_seat_or_led_a_meeting_is_not_removed(desk, database, chain):
    with pytest.raises(Invalid, match="stands in groups or meetings"):
        desk.do(remove_person, person_id=chain.officer, version=1)
    with database.write() as session:
        leader = a_person("Mødeleder")
        group = session.get(Person, chain.officer)
        assert group is not None
        session.add(leader)
        session.flush()
        from referral_desk.models import Group  # noqa: PLC0415 - only this test needs it

        session.add(a_meeting(session.get(Group, chain.south), chair=leader))
        leader_id = leader.id
    with pytest.raises(Invalid, match="stands in groups or meetings"):
        desk.do(remove_person, person_id=leader_id, version=1)


def test_people_are_found_by_any_word_former_names_of_the_organisation_too(desk, chain):
    desk.do(rename_organisation, organisation_id=chain.police, version=1, valid_from=TODAY, name_da="Politiet i Nord")
    row = row_of(desk, chain.officer)
    assert row.organisation == "Politiet i Nord"
    for words in ("bo", "BETJENT bo", "nordjyllands", "politiet", "12345678", "politi.example", "rg1", ""):
        assert row.matches(words), words
    assert not row.matches("bo 3f")


def test_present_seats_stand_before_former_ones(desk, database, chain):
    seats = row_of(desk, chain.chair).seats
    assert [seat.group for seat in seats] == ["National referencegruppe", "RG1"]
    assert seats[0].represents == "RG1"
    assert row_of(desk, chain.chair, dt.date(2019, 1, 1)).present == ()
