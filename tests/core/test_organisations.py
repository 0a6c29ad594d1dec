"""Organisations under the names of the day: renames, sector, contact, ties, finding them by names they had."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import Organisation, OrganisationContact, OrganisationName, OrganisationRelation
from referral_desk.operations.organisations import (
    add_organisation,
    change_organisation,
    correct_organisation_name,
    end_relation,
    relate_organisations,
    remove_organisation,
    remove_relation,
    rename_organisation,
    set_contact,
    withdraw_contact,
    withdraw_organisation_name,
)
from referral_desk.queries.organisations import organisation_choices, organisations
from referral_desk.vocabulary import RelationKind, Sector
from tests.builders import TODAY
from tests.chain import SINCE, lay_chain, picture, undo, version_of


@pytest.fixture
def chain(database):
    return lay_chain(database)


@pytest.fixture
def tax(desk):
    made = desk.do(
        add_organisation, name_da="SKAT", name_en="Central Tax Administration", sector=Sector.TAX, role_da="Underretter"
    )
    desk.do(
        rename_organisation,
        organisation_id=made.id,
        version=1,
        valid_from=dt.date(2018, 7, 1),
        name_da="Skattestyrelsen",
        name_en="Tax Agency",
    )
    return made.id


def row_of(desk, organisation_id, day=TODAY, language="da"):
    return next(row for row in desk.ask(organisations, day=day, language=language) if row.id == organisation_id)


def test_skat_in_2017_is_skattestyrelsen_in_2019(desk, tax):
    assert row_of(desk, tax, dt.date(2017, 6, 1)).name == "SKAT"
    assert row_of(desk, tax, dt.date(2019, 6, 1)).name == "Skattestyrelsen"
    assert row_of(desk, tax, dt.date(2019, 6, 1), "en").name == "Tax Agency"
    assert row_of(desk, tax).former == ("SKAT",)


def test_an_organisation_is_found_by_a_name_it_no_longer_has_and_says_why(desk, tax):
    row = row_of(desk, tax)
    assert row.matches("skat")
    assert row.matches("central tax")
    assert row.former_match("skat") == ""  # the present name holds the word too
    assert row.former_match("central") == "SKAT"
    assert row.former_match("") == ""
    assert row.former_match("politi") == ""
    assert not row.matches("politi")


def test_an_organisation_is_added_and_removed_while_nothing_refers_to_it(desk, database, chain):
    before = picture(database)
    done = desk.do(add_organisation, name_da="Røde Kors", sector=Sector.NGO)
    assert row_of(desk, done.id).is_named
    undo(desk, done)
    assert picture(database) == before
    with pytest.raises(Invalid, match="refer to this one"):
        desk.do(remove_organisation, organisation_id=chain.police, version=1)
    with pytest.raises(Invalid, match="at least one language"):
        desk.do(add_organisation, name_da=" ", sector=Sector.NGO)


def test_a_rename_can_be_taken_back_and_brought_again(desk, database, tax):
    before = picture(database)
    row = row_of(desk, tax)
    done = desk.do(
        rename_organisation, organisation_id=tax, version=row.version, valid_from=TODAY, name_da="Skat Danmark"
    )
    renamed = picture(database)
    back = undo(desk, done)
    assert picture(database) == before
    undo(desk, back)
    assert picture(database) == renamed
    with pytest.raises(Invalid, match="begins on or after"):
        desk.do(
            rename_organisation,
            organisation_id=tax,
            version=row_of(desk, tax).version,
            valid_from=SINCE,
            name_da="For sent",
        )


def test_the_only_name_stays_and_a_slip_is_mended(desk, database, chain):
    [name] = row_of(desk, chain.police).names
    with pytest.raises(Invalid, match="needs a name"):
        desk.do(withdraw_organisation_name, name_id=name.id, version=name.version)
    before = picture(database)
    done = desk.do(
        correct_organisation_name,
        name_id=name.id,
        version=name.version,
        name_da="Nordjyllands politi",
        name_en="",
        abbreviation="NJ",
    )
    assert row_of(desk, chain.police, language="en").name == "Nordjyllands politi"
    undo(desk, done)
    assert picture(database) == before
    assert version_of(database, OrganisationName, name.id) == 3


def test_sector_and_role_can_be_changed_and_changed_back(desk, database, chain):
    before = picture(database)
    done = desk.do(
        change_organisation,
        organisation_id=chain.police,
        version=1,
        sector=Sector.PROSECUTION,
        role_da="Fører sager",
        role_en="",
    )
    row = row_of(desk, chain.police, language="en")
    assert (row.sector, row.role) == (Sector.PROSECUTION, "Fører sager")
    undo(desk, done)
    assert picture(database) == before


def test_a_new_address_makes_the_one_before_history(desk, database, chain):
    words = {"address": "Gaden 1", "phone": "+45 12345678", "email": "post@politi.example", "web": ""}
    desk.do(set_contact, organisation_id=chain.police, valid_from=SINCE, **words)
    before = picture(database)
    done = desk.do(set_contact, organisation_id=chain.police, valid_from=TODAY, **{**words, "address": "Nygade 2"})
    row = row_of(desk, chain.police)
    assert row.contact.address == "Nygade 2"
    assert [(contact.address, contact.is_historic) for contact in row.contacts] == [
        ("Nygade 2", False),
        ("Gaden 1", True),
    ]
    undo(desk, done)
    assert picture(database) == before
    with pytest.raises(Invalid, match="Write an address"):
        desk.do(set_contact, organisation_id=chain.police, address="", phone=" ", email="", web="", valid_from=TODAY)


def test_an_address_put_down_twice_on_one_day_keeps_its_period_in_order(desk, database, chain):
    words = {"address": "Gaden 1", "phone": "", "email": "", "web": ""}
    desk.do(set_contact, organisation_id=chain.police, valid_from=TODAY, **words)
    made = desk.do(set_contact, organisation_id=chain.police, valid_from=TODAY, **words)
    former = row_of(desk, chain.police).contacts[1]
    assert former.valid_from == former.valid_to == TODAY
    desk.do(withdraw_contact, contact_id=made.id, version=version_of(database, OrganisationContact, made.id))
    assert row_of(desk, chain.police).contact is None


def test_a_historic_address_is_never_the_one_to_use(desk, database, chain):
    with database.write() as session:
        police = session.get(Organisation, chain.police)
        police.contacts.append(
            OrganisationContact(phone="+45 33 14 88 88", is_historic=True, valid_to=dt.date(2018, 12, 31))
        )
    row = row_of(desk, chain.police)
    assert row.contact is None
    assert row.contacts[0].is_historic


def test_ties_are_told_from_both_ends_dated_and_taken_back(desk, database, chain):
    before = picture(database)
    done = desk.do(
        relate_organisations,
        organisation_id=chain.police,
        other_id=chain.union,
        kind=RelationKind.REPORTS_TO,
        valid_from=SINCE,
    )
    [forward] = row_of(desk, chain.police).relations
    [backward] = row_of(desk, chain.union).relations
    assert (forward.forward, forward.other, forward.holds) == (True, "3F", True)
    assert (backward.forward, backward.other) == (False, "Nordjyllands Politi")
    tied = picture(database)
    ended = desk.do(end_relation, relation_id=done.id, version=forward.version, last_day=TODAY)
    assert not row_of(desk, chain.police, dt.date(2027, 1, 1)).relations[0].holds
    undo(desk, ended)
    assert picture(database) == tied
    version = version_of(database, OrganisationRelation, done.id)
    gone = desk.do(remove_relation, relation_id=done.id, version=version)
    assert picture(database) == before
    undo(desk, gone)
    assert picture(database) == tied


def test_a_tie_to_itself_twice_or_in_a_circle_is_refused(desk, chain):
    tie = {"organisation_id": chain.police, "other_id": chain.union, "kind": RelationKind.PART_OF}
    desk.do(relate_organisations, **tie)
    with pytest.raises(Invalid, match="already"):
        desk.do(relate_organisations, **tie)
    with pytest.raises(Invalid, match="circle"):
        desk.do(relate_organisations, **{**tie, "organisation_id": chain.union, "other_id": chain.police})
    with pytest.raises(Invalid, match="itself"):
        desk.do(relate_organisations, **{**tie, "other_id": chain.police})


def test_an_organisation_without_a_name_on_the_day_is_shown_under_the_nearest_and_offered_last(desk, tax):
    new = desk.do(add_organisation, name_da="Aftalecentret", sector=Sector.OTHER, valid_from=dt.date(2020, 1, 1))
    day = dt.date(2019, 1, 1)
    row = row_of(desk, new.id, day)
    assert (row.name, row.is_named) == ("Aftalecentret", False)
    assert [choice.name for choice in desk.ask(organisation_choices, day=day, language="da")] == [
        "Skattestyrelsen",
        "Aftalecentret",
    ]


def test_people_and_seats_stand_with_their_organisation(desk, chain):
    row = row_of(desk, chain.police)
    assert [person.name for person in row.people] == ["Bo Betjent"]
    assert [(seat.group, seat.person) for seat in row.present] == [("RG1", "Bo Betjent")]
