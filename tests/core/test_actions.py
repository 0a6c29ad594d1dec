"""Actions: who owns them, how far they are, what became of them, and that they follow their group (V9, domain 4.2)."""

from __future__ import annotations

import datetime as dt

import pytest

from referral_desk.desk import operation
from referral_desk.models import Group, Organisation
from referral_desk.operations.actions import make_action
from referral_desk.queries.actions import open_actions
from tests.builders import TODAY, a_group, a_person, a_seat, an_organisation


@operation("coordinator")
def agree(work, *, group_id, text, body_id=None, **fields):
    body = work.get(Organisation, body_id) if body_id else None
    return make_action(work, work.get(Group, group_id), text=text, owner_organisation=body, **fields).id


@pytest.fixture
def region(database):
    """A group in which 3F and a municipality sit since the spring."""
    with database.write() as session:
        group = a_group(code="rg4")
        for name in ("3F", "Odense Kommune"):
            body = an_organisation(name)
            person = a_person(f"Ansat i {name}", organisation=body, email="post@example.dk")
            a_seat(group).take(person, dt.date(2026, 3, 1), organisation=body)
        session.add_all([group, an_organisation("En fremmed")])
        session.flush()
        return group.id


def test_actions_are_numbered_in_their_group_and_year(desk, region):
    for text in ("Ring til 3F", "Skriv til kommunen"):
        desk.do(agree, group_id=region, text=text)
    rows = desk.ask(open_actions, group_id=region, day=TODAY, language="da")
    assert [row.reference for row in rows] == ["RG4-2026-1", "RG4-2026-2"]


def test_open_actions_come_by_their_day_and_those_without_one_last(desk, region):
    desk.do(agree, group_id=region, text="Uden dag")
    desk.do(agree, group_id=region, text="Sen", due=dt.date(2026, 12, 24))
    desk.do(agree, group_id=region, text="Overskredet", due=dt.date(2026, 11, 20))
    rows = desk.ask(open_actions, group_id=region, day=TODAY, language="da")
    assert [(row.text, row.is_overdue) for row in rows] == [
        ("Overskredet", True),
        ("Sen", False),
        ("Uden dag", False),
    ]
