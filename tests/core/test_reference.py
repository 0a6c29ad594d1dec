"""Loading the reference data: once, by code, in one transaction, and never over what people have changed."""

import copy
import datetime as dt

import pytest
from sqlalchemy import func, select

from referral_desk import reference
from referral_desk.desk import Desk
from referral_desk.errors import NotAllowed
from referral_desk.models import (
    Group,
    LegalLimit,
    LogEntry,
    Organisation,
    OrganisationContact,
    OrganisationName,
    PicklistEntry,
    ReferenceRow,
    YearStat,
)
from referral_desk.operations.reference import load_reference
from referral_desk.reference.files import shipped
from referral_desk.users import User
from tests.builders import NOON, an_organisation

COUNTED = (Group, Organisation, OrganisationName, LegalLimit, YearStat, PicklistEntry, ReferenceRow)


@pytest.fixture
def tables():
    """The shipped files, to be changed."""
    return copy.deepcopy(shipped())


@pytest.fixture
def loaded(database):
    with database.write() as session:
        reference.load(session)
    return database


def counts(session):
    return [session.scalar(select(func.count()).select_from(model)) for model in COUNTED]


def the_name(session, code):
    return session.scalar(select(OrganisationName).join(Organisation).where(Organisation.code == code))


def test_loading_twice_changes_nothing(loaded):
    with loaded.write() as session:
        before = counts(session)
        report = reference.load(session)
        assert report.changed_nothing
        assert [report.kept, report.removed, report.refused, report.retired] == [[], [], [], []]
        assert report.unchanged == before[-1] > 800
        assert counts(session) == before
        versions = session.scalars(select(Organisation.version)).all()
    assert set(versions) == {1}


def test_what_people_changed_is_kept_and_told(loaded, tables):
    with loaded.write() as session:
        the_name(session, "hopenow").name_da = "HopeNow Danmark"
    row = next(row for row in tables["organisations"]["name"] if row["code"] == "hopenow-1")
    row["name"]["da"] = "HopeNow (forening)"
    with loaded.write() as session:
        report = reference.load(session, tables)
        assert report.kept == ["organisation_name hopenow-1"]
        assert the_name(session, "hopenow").name_da == "HopeNow Danmark"
        assert reference.load(session, tables).kept == report.kept


def test_a_newer_file_updates_what_nobody_changed(loaded, tables):
    tables["limits"]["limit"][0]["title"]["da"] = "Udrejsefrist (2007)"
    with loaded.write() as session:
        report = reference.load(session, tables)
        assert report.updated == ["limit T1"]
        assert session.scalar(select(LegalLimit.title_da).where(LegalLimit.code == "T1")) == "Udrejsefrist (2007)"
        assert reference.load(session, tables).changed_nothing


def test_what_people_changed_stays_while_the_files_do_not_change(loaded):
    with loaded.write() as session:
        session.scalar(select(Group).where(Group.code == "rg4")).names[0].name_da = "Referencegruppe Fyn"
    with loaded.write() as session:
        assert reference.load(session).changed_nothing
        assert session.scalar(select(Group).where(Group.code == "rg4")).names[0].name_da == "Referencegruppe Fyn"


def test_what_people_removed_is_not_brought_back(loaded):
    with loaded.write() as session:
        session.delete(session.scalar(select(OrganisationContact).where(OrganisationContact.email == "nec@politi.dk")))
    with loaded.write() as session:
        report = reference.load(session)
        assert report.changed_nothing
        assert report.removed == ["organisation_contact nec-2018"]


def test_a_row_that_people_made_under_the_same_code_stays_theirs(database):
    with database.write() as session:
        session.add(an_organisation("Vores HopeNow", code="hopenow"))
    with database.write() as session:
        report = reference.load(session)
        assert set(report.refused) == {"organisation hopenow", "organisation_name hopenow-1"}
        assert the_name(session, "hopenow").name_da == "Vores HopeNow"
        assert "organisation_contact hopenow-2018" in report.added


def test_a_new_name_does_not_push_aside_one_that_people_gave(loaded, tables):
    with loaded.write() as session:
        body = session.scalar(select(Organisation).where(Organisation.code == "siri"))
        body.rename("Rekrutteringsstyrelsen", "Recruitment Agency", dt.date(2026, 3, 1))
    rows = tables["organisations"]["name"]
    old = next(row for row in rows if row["code"] == "siri-1")
    rows.append({**old, "code": "siri-2", "valid_from": dt.date(2026, 5, 1)})
    with loaded.write() as session:
        report = reference.load(session, tables)
        assert report.refused == ["organisation_name siri-2"]
        body = session.scalar(select(Organisation).where(Organisation.code == "siri"))
        assert body.name_on(dt.date(2026, 6, 1), "da") == "Rekrutteringsstyrelsen"
        assert body.name_on(dt.date(2026, 2, 28), "da") == old["name"]["da"]


def test_a_row_that_left_the_files_stays_and_is_told(loaded, tables):
    tables["statistics"]["figure"].pop()
    with loaded.write() as session:
        report = reference.load(session, tables)
        assert report.changed_nothing
        assert report.retired == ["figure greta-2020-2024-danish"]
        assert session.scalar(select(YearStat.value).where(YearStat.code == "greta-2020-2024-danish")) == 12


def test_a_load_that_fails_leaves_nothing(database, tables):
    tables["statistics"]["figure"][-1]["value"] = None
    with pytest.raises(Exception, match=r"(?i)not.null"), database.write() as session:
        reference.load(session, tables)
    with database.read() as session:
        assert set(counts(session)) == {0}


def test_the_coordinator_loads_it_and_the_log_says_so(desk):
    report = desk.do(load_reference)
    assert not report.changed_nothing
    assert desk.do(load_reference).changed_nothing
    assert desk.ask(lambda session: session.scalars(select(LogEntry.operation)).all()) == ["load_reference"]


def test_a_secretary_does_not_load_it(database):
    secretary = Desk(database, User("Sekretær", frozenset({"secretary"})), now=lambda: NOON)
    with pytest.raises(NotAllowed):
        secretary.do(load_reference)
