"""The log hears of everything: ties to other rows, rows that go with what they belonged to, lists in other tables."""

import json

import pytest
from sqlalchemy import delete, insert, select, update

from referral_desk.desk import operation
from referral_desk.models import ActionPlan, AgendaItem, LogEntry, Membership, Paper, Person, PlanActivity, PlanArea
from referral_desk.operations.agenda import add_item, edit_item, remove_item, restore_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.memberships import take_seat, withdraw_membership
from referral_desk.operations.papers import Incoming, remove_paper, replace_paper
from referral_desk.operations.people import change_person
from tests.builders import NOON, a_document, a_group, a_meeting, a_paper, a_person, an_item, an_organisation, dt
from tests.chain import lay_chain, undo, version_of


@pytest.fixture
def told(desk, database):
    """Do something and give what its log entry tells, by (table, what was done)."""

    def do(function, **arguments):
        result = desk.do(function, **arguments)
        with database.read() as session:
            entry = session.scalars(select(LogEntry).order_by(LogEntry.id.desc()).limit(1)).one()
            assert entry.operation == function.__name__
            changes = json.loads(entry.changes)
        return result, {(change["table"], change["did"]): change for change in changes}

    return do


@pytest.fixture
def item(database):
    """Ids of an item with one paper, its meeting, the next meeting and a person with an organisation."""
    group = a_group()
    meeting, coming = a_meeting(group), a_meeting(group, day=dt.date(2027, 1, 5))
    item = an_item(meeting, "Tolkning")
    paper = a_paper(item, a_document(b"en"))
    person = a_person("Bo Prøve", organisation=an_organisation())
    with database.write() as session:
        session.add_all([meeting, coming, person])
        session.flush()
        return {
            "item": item.id,
            "paper": paper.id,
            "coming": coming.id,
            "meeting": meeting.id,
            "person": person.id,
            "organisation": person.organisation_id,
        }


def test_a_tie_to_another_row_is_told(told, item):
    _, changes = told(edit_item, item_id=item["item"], version=1, owner_person_id=item["person"])
    change = changes["agenda_items", "changed"]
    assert (change["before"], change["after"]) == ({"owner_person_id": None}, {"owner_person_id": item["person"]})


def test_a_tie_that_is_cut_is_told(told, item):
    fields = {"name": "Bo Prøve", "title": "", "email": "", "phone": "", "language": "da"}
    _, changes = told(change_person, person_id=item["person"], version=1, organisation_id=None, **fields)
    change = changes["people", "changed"]
    assert (change["before"], change["after"]) == (
        {"organisation_id": item["organisation"]},
        {"organisation_id": None},
    )


def test_a_replaced_paper_tells_both_files(told, item, database):
    file = Incoming("to.txt", b"to", "text", "text/plain", safe=b"to")
    before, changes = told(replace_paper, paper_id=item["paper"], version=1, file=file)
    assert changes["papers", "changed"]["before"] == {"document_id": before}
    assert changes["documents", "added"]["after"]["sha256"]


def test_a_carried_item_tells_both_meetings(told, item):
    _, changes = told(carry_item, item_id=item["item"], version=1)
    change = changes["agenda_items", "changed"]
    assert (change["before"]["meeting_id"], change["after"]["meeting_id"]) == (item["meeting"], item["coming"])


def test_a_removed_item_is_told_with_its_papers_and_ties(told, item, database):
    with database.write() as session:
        area = PlanArea(code="a", title_da="Forebyggelse", title_en="Prevention")
        area.plan = ActionPlan(code="plan", title_da="Plan", title_en="Plan")
        linked = PlanActivity(code="p-1", number="1", title_da="Uddannelse", title_en="Training", area=area)
        session.add(linked)
        session.flush()
        activity = linked.id
    _, changes = told(edit_item, item_id=item["item"], version=1, activity_ids=(activity,))
    assert changes["agenda_items", "changed"]["after"] == {"activities": [activity]}
    removed, changes = told(remove_item, item_id=item["item"], version=2)
    gone = changes["agenda_items", "removed"]["before"]
    assert (gone["title"], gone["meeting_id"], gone["activities"]) == ("Tolkning", item["meeting"], [activity])
    assert changes["papers", "removed"]["before"]["item_id"] == item["item"]
    _, changes = told(restore_item, removed=removed)
    assert changes["agenda_items", "added"]["after"]["activities"] == [activity]
    assert changes["papers", "added"]["after"]["item_id"] == item["item"]


def test_a_removed_paper_is_told(told, item):
    _, changes = told(remove_paper, paper_id=item["paper"], version=1)
    assert changes["papers", "removed"]["before"]["title"] == "Et bilag"


def test_a_period_taken_away_is_told_with_seat_and_person(told, database, desk):
    chain = lay_chain(database)
    done, changes = told(take_seat, seat_id=chain.empty_seat, person_id=chain.officer, valid_from=NOON.date())
    assert changes["memberships", "added"]["after"]["person_id"] == chain.officer
    _, changes = told(withdraw_membership, membership_id=done.id, version=version_of(database, Membership, done.id))
    gone = changes["memberships", "removed"]["before"]
    assert (gone["seat_id"], gone["person_id"]) == (chain.empty_seat, chain.officer)


def test_a_row_that_changed_and_went_is_told_as_it_was_kept(told, database):
    person_id = told(add_test_person)[0]
    _, changes = told(rename_and_remove, person_id=person_id)
    assert changes["people", "removed"]["before"]["name"] == "Bo Prøve"


def test_replaying_the_log_gives_the_desk(desk, database, item):
    """Nothing is missing from the log: what it says was added, changed and removed makes up the tables of today."""
    second = desk.do(add_item, meeting_id=item["meeting"], title="Ny", owner_person_id=item["person"])
    desk.do(edit_item, item_id=second, version=1, title="Nyere", owner_organisation_id=item["organisation"])
    removed = desk.do(remove_item, item_id=second, version=2)
    desk.do(restore_item, removed=removed)
    desk.do(carry_item, item_id=second, version=1)
    chain = lay_chain(database)
    done = desk.do(take_seat, seat_id=chain.empty_seat, new_person="Ny Person", valid_from=NOON.date())
    undo(desk, desk.do(undo_of(done).operation, **undo_of(done).arguments))
    with database.read() as session:
        rows: dict[tuple[str, int], dict[str, object]] = {}
        for entry in session.scalars(select(LogEntry).order_by(LogEntry.id)):
            for change in json.loads(entry.changes):
                key = change["table"], change["id"]
                if change["did"] == "removed":
                    assert rows.pop(key, change["before"]).items() <= change["before"].items()
                else:
                    rows.setdefault(key, {}).update(change["after"])
        for (table, row_id), told_of in rows.items():
            kind = {"agenda_items": AgendaItem, "papers": Paper, "memberships": Membership, "people": Person}[table]
            row = session.get(kind, row_id)
            for name in told_of.keys() & {"title", "name", "meeting_id", "position", "owner_person_id", "person_id"}:
                assert getattr(row, name) == told_of[name], (table, row_id, name)


def undo_of(done):
    assert done.undo is not None
    return done.undo


def test_a_statement_that_changes_many_rows_unheard_is_a_bug(desk, database):
    for statement in (
        update(Person).values(name="x"),
        delete(Person),
        insert(Person).values(name="x"),
        update(Person.__table__).values(name="x"),
    ):
        with pytest.raises(RuntimeError, match="as objects"):
            desk.do(change_at_once, statement=statement)


def test_an_operation_that_changes_something_must_name_an_area(desk, database):
    with pytest.raises(RuntimeError, match="area"):
        desk.do(forget_the_area)
    with database.read() as session:
        assert session.scalars(select(Person)).all() == []


@operation("coordinator")
def add_test_person(work):
    person = a_person("Bo Prøve")
    work.session.add(person)
    work.session.flush()
    work.touched("people")
    return person.id


@operation("coordinator")
def rename_and_remove(work, *, person_id):
    person = work.get(Person, person_id)
    person.name = "Et andet navn"
    work.session.delete(person)
    work.touched("people")


@operation("coordinator")
def change_at_once(work, *, statement):
    work.session.execute(statement)
    work.touched("people")


@operation("coordinator")
def forget_the_area(work):
    work.session.add(a_person())
