"""The one door: roles, one transaction, the chained log, news after a change."""

import json

import pytest
from sqlalchemy import select, update

from referral_desk.desk import Desk, operation
from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import LogEntry, Person
from referral_desk.models.log import broken_links
from referral_desk.users import User
from tests.builders import NOON, a_person


@operation("coordinator")
def add_test_person(work, *, name):
    person = a_person(name)
    work.session.add(person)
    work.session.flush()
    work.touched("people")
    return person.id


@operation("coordinator")
def call_test_person(work, *, person_id, version, name):
    work.get(Person, person_id, version).call(name)
    work.touched("people")


@operation("coordinator")
def remove_test_person(work, *, person_id):
    work.session.delete(work.get(Person, person_id))
    work.touched("people")


@operation("coordinator")
def add_then_refuse(work):
    work.session.add(a_person("Ingen"))
    work.session.flush()
    raise Invalid("No.")


@operation("administrator")
def only_for_administrators(work):
    work.touched("people")


@operation("coordinator")
def do_nothing(work):
    pass


def entries(session):
    return list(session.scalars(select(LogEntry).order_by(LogEntry.id)))


def test_a_change_is_kept_with_who_when_before_and_after(desk, database):
    person_id = desk.do(add_test_person, name="Bo Test")
    desk.do(call_test_person, person_id=person_id, version=1, name="  Bo   Prøve ")
    desk.do(remove_test_person, person_id=person_id)
    with database.read() as session:
        added, changed, removed = entries(session)
        assert (added.who, added.at, added.operation, added.areas) == (
            desk.user.name,
            NOON,
            "add_test_person",
            "people",
        )
        [told] = json.loads(changed.changes)
        assert told["did"] == "changed"
        assert (told["before"], told["after"]) == ({"name": "Bo Test"}, {"name": "Bo Prøve"})
        assert json.loads(added.changes)[0]["after"]["name"] == "Bo Test"
        assert json.loads(removed.changes)[0]["before"]["name"] == "Bo Prøve"


def test_the_log_is_a_chain_and_an_altered_entry_breaks_it(desk, database):
    for name in ("A", "B", "C"):
        desk.do(add_test_person, name=name)
    with database.read() as session:
        assert broken_links(entries(session)) == []
    with database.write() as session:
        middle = entries(session)[1]
        session.execute(update(LogEntry).where(LogEntry.id == middle.id).values(who="Another"))
    with database.read() as session:
        assert broken_links(entries(session)) == [middle.id]


def test_a_log_entry_cannot_be_changed_through_the_door(desk, database):
    desk.do(add_test_person, name="A")
    with pytest.raises(Invalid, match="frozen"), database.write() as session:
        entries(session)[0].who = "Another"


def test_a_refusal_keeps_nothing_not_even_a_log_entry(desk, database):
    with pytest.raises(Invalid):
        desk.do(add_then_refuse)
    with database.read() as session:
        assert entries(session) == []
        assert list(session.scalars(select(Person))) == []


def test_an_operation_that_changed_nothing_leaves_no_entry(desk, database):
    desk.do(do_nothing)
    with database.read() as session:
        assert entries(session) == []


def test_a_page_that_looked_at_an_older_version_cannot_overwrite(desk):
    person_id = desk.do(add_test_person, name="A")
    desk.do(call_test_person, person_id=person_id, version=1, name="B")
    with pytest.raises(Stale):
        desk.do(call_test_person, person_id=person_id, version=1, name="C")


def test_what_is_gone_is_told_as_gone(desk):
    with pytest.raises(Stale, match="no longer"):
        desk.do(remove_test_person, person_id=999)


def test_a_true_race_is_caught_at_the_update(desk, database):
    person_id = desk.do(add_test_person, name="A")
    with pytest.raises(Stale):
        desk.do(lose_a_race, person_id=person_id)


@operation("coordinator")
def lose_a_race(work, *, person_id):
    person = work.get(Person, person_id)
    # Another desk's update, as the store sees it.
    work.session.connection().execute(update(Person).values(version=Person.version + 1))
    person.name = "mine"
    work.touched("people")


def test_only_roles_that_cover_an_operation_may_do_it(database):
    reader = Desk(database, User("Læser", frozenset({"reader"})), now=lambda: NOON)
    assert not reader.may(only_for_administrators)
    with pytest.raises(NotAllowed):
        reader.do(only_for_administrators)


def test_listeners_hear_what_changed_after_it_is_kept(desk, database):
    heard = []

    def listen(changes):
        with database.read() as session:
            heard.append((changes.operation, changes.areas, session.scalar(select(Person.name))))

    desk.listen(listen)
    desk.do(add_test_person, name="A")
    assert heard == [("add_test_person", frozenset({"people"}), "A")]


def test_an_operation_must_name_known_roles():
    with pytest.raises(ValueError, match="known roles"):
        operation("emperor")
