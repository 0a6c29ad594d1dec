"""Writing that saves itself is one entry of the log for each stretch; the chain holds, and nothing is told twice."""

import datetime as dt
import json

import pytest
from sqlalchemy import func, select

from referral_desk import journal
from referral_desk.desk import Desk, User, operation
from referral_desk.models import LogEntry, PendingChange, Person
from referral_desk.models.log import broken_links
from tests.builders import NOON, a_person


@operation("coordinator", gathers=True)
def type_title(work, *, person_id, title):
    work.get(Person, person_id).title = title
    work.touched("people")


@operation("coordinator", gathers=True)
def type_person(work, *, person_id, is_there):
    if is_there:
        work.session.add(Person(id=person_id, name="Ny Prøve"))
    else:
        work.session.delete(work.get(Person, person_id))
    work.touched("people")


@operation("coordinator")
def rename(work, *, person_id, name):
    work.get(Person, person_id).call(name)
    work.touched("people")


@pytest.fixture
def clock():
    return [NOON]


@pytest.fixture
def desks(database, clock):
    return [Desk(database, User(name), now=lambda: clock[0]) for name in ("Anna", "Bo")]


@pytest.fixture
def people(database):
    made = [a_person(f"Prøve {n}") for n in range(2)]
    with database.write() as session:
        session.add_all(made)
        session.flush()
        return [person.id for person in made]


def told(database):
    with database.read() as session:
        entries = session.scalars(select(LogEntry).order_by(LogEntry.id)).all()
        assert broken_links(entries) == []
        return [(entry.who, entry.operation, json.loads(entry.changes)) for entry in entries]


def type_all(desk, person_id, text, *, start=1):
    for end in range(start, len(text) + 1):
        desk.do(type_title, person_id=person_id, title=text[:end])


def titles(before, after):
    return {"before": {"title": before}, "after": {"title": after}}


def test_a_stretch_of_writing_is_told_at_its_beginning_and_once_as_a_whole(database, desks, people):
    type_all(desks[0], people[0], "Konsulent")
    assert len(told(database)) == 1
    desks[0].do(rename, person_id=people[1], name="En Anden")
    first, stretch, last = told(database)
    assert first[2][0] | titles("", "K") == first[2][0]
    assert stretch[:2] == ("Anna", "type_title")
    assert [change | titles("K", "Konsulent") for change in stretch[2]] == stretch[2]
    assert last[1] == "rename"
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(PendingChange)) == 0


def test_what_was_typed_and_taken_out_again_is_not_told(database, desks, people):
    type_all(desks[0], people[0], "Ko")
    desks[0].do(type_title, person_id=people[0], title="K")
    desks[0].do(type_person, person_id=99, is_there=True)
    desks[0].do(type_person, person_id=99, is_there=False)
    desks[0].do(rename, person_id=people[1], name="En Anden")
    assert [entry[1] for entry in told(database)] == ["type_title", "rename"]


def test_another_hand_in_the_same_row_seals_the_first_ones_stretch(database, desks, people):
    type_all(desks[0], people[0], "Abc")
    type_all(desks[1], people[1], "Xyz")
    assert len(told(database)) == 2, "in other rows nobody disturbs anybody"
    desks[1].do(type_title, person_id=people[0], title="Abcd")
    entries = told(database)
    assert [entry[0] for entry in entries] == ["Anna", "Bo", "Anna"]
    assert entries[2][2][0] | titles("A", "Abc") == entries[2][2][0]
    desks[1].do(rename, person_id=people[1], name="En Anden")
    changes = told(database)[3][2]
    assert [change["after"] for change in changes] == [{"title": "Xyz"}, {"title": "Abcd"}]


def test_a_long_stretch_is_sealed_after_ten_minutes(database, desks, people, clock):
    for second in range(0, 1500, 60):
        clock[0] = NOON + dt.timedelta(seconds=second)
        desks[0].do(type_title, person_id=people[0], title=f"efter {second} sekunder")
    assert len(told(database)) == 5
    clock[0] += dt.timedelta(minutes=11)
    desks[1].do(rename, person_id=people[1], name="En Anden")
    assert [entry[0] for entry in told(database)] == ["Anna"] * 6 + ["Bo"], "whoever comes next seals what was left"


@pytest.mark.parametrize(("is_there", "did"), [((False, True, False), "removed"), ((False, True), "changed")])
def test_a_row_that_goes_and_comes_again_is_told_as_what_became_of_it(database, desks, people, is_there, did):
    desks[0].do(type_title, person_id=people[1], title="x")
    for one in is_there:
        desks[0].do(type_person, person_id=people[0], is_there=one)
    with database.write() as session:
        journal.seal(session, lambda _: True)
    [change] = told(database)[-1][2]
    assert (change["did"], change["before"]["name"]) == (did, "Prøve 0")


def test_an_hour_of_writing_costs_the_log_what_was_written_not_every_second(database, desks, people, clock):
    text = ("Kommunen oplyser, at der er kommet tre henvendelser. " * 40)[:2000]
    for second in range(0, 3600, 36):
        clock[0] = NOON + dt.timedelta(seconds=second)
        desks[0].do(type_title, person_id=people[0], title=text[: 20 + second // 2])
    entries = told(database)
    size = sum(len(json.dumps(entry)) for entry in entries)
    assert len(entries) < 15
    assert size < 40_000, "each second for itself would be more than seven million signs"
