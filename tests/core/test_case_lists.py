"""Lists of cases: filters, orders, pages, and that they cost the same however many cases there are."""

import contextlib
import datetime as dt
import shutil

import pytest
from sqlalchemy import insert

from referral_desk.models import Base, Case, Group
from referral_desk.queries.cases import CaseFilters, CaseOrder, case_rows
from referral_desk.vocabulary import Answer, CaseKind, EscalationState, Tier
from tests.builders import TODAY, a_case, a_group, an_escalation
from tests.core.test_statements import statements, values
from tests.engines import open_embedded

SEEN = {"day": TODAY, "language": "en"}


@pytest.fixture
def ids(database):
    with database.write() as session:
        national = a_group("National", tier=Tier.NATIONAL, code="national")
        group = a_group("Region 4", code="rg4", parent=national)
        session.add(group)
        session.flush()
        return {"group": group.id, "national": national.id}


@pytest.fixture
def listed(desk, database, ids):
    with database.write() as session:
        group, national = session.get(Group, ids["group"]), session.get(Group, ids["national"])
        days = [TODAY - dt.timedelta(days=count) for count in (30, 20, 10, 5)]
        cases = [
            a_case(group, "Ventetid på Ærø", number=1, created_on=days[0], theme="assistance"),
            a_case(group, "Tolke mangler", number=2, created_on=days[1], kind=CaseKind.TREND, is_minor=Answer.YES),
            a_case(national, "Fælles 100% ramme", number=1, created_on=days[2], summary="Ventetid overalt"),
            a_case(group, "Afsluttet", number=3, created_on=days[3], closed_on=TODAY, closed_reason="Løst"),
        ]
        session.add_all(cases)
        session.add(an_escalation(cases[0], national, state=EscalationState.SENT))
        # Of two the newest is shown.
        session.add(an_escalation(cases[0], national, number=2))

    def found(start=0, count=100, **filters):
        return desk.ask(case_rows, filters=CaseFilters(**filters), start=start, count=count, **SEEN)

    return found


def numbers(found):
    return [row.title.split()[0] for row in found.rows]


def test_a_list_shows_what_is_sought_in_its_order(listed, ids):
    assert numbers(listed()) == ["Fælles", "Tolke", "Ventetid"]
    assert numbers(listed(order=CaseOrder.OLDEST)) == ["Ventetid", "Tolke", "Fælles"]
    assert numbers(listed(order=CaseOrder.REFERENCE, is_open=None)) == ["Fælles", "Ventetid", "Tolke", "Afsluttet"]
    assert numbers(listed(is_open=False)) == ["Afsluttet"]
    assert numbers(listed(group_id=ids["national"])) == ["Fælles"]
    assert numbers(listed(theme="assistance")) == ["Ventetid"]
    assert numbers(listed(kinds=(CaseKind.TREND, CaseKind.INITIATIVE))) == ["Tolke"]
    assert numbers(listed(is_minor=Answer.YES)) == ["Tolke"]
    assert numbers(listed(has_escalation=True)) == ["Ventetid"]
    assert numbers(listed(has_escalation=False)) == ["Fælles", "Tolke"]
    assert numbers(listed(words="VENTETID ærø")) == ["Ventetid"]
    assert numbers(listed(words="ventetid")) == ["Fælles", "Ventetid"]
    assert numbers(listed(words="100%")) == ["Fælles"]
    assert numbers(listed(words="_")) == []
    assert numbers(listed(words="rg4-2026-0002")) == ["Tolke"]
    assert numbers(listed(words="2026-1")) == ["Fælles", "Ventetid"]


def test_a_row_tells_age_and_the_newest_escalation(listed):
    row = listed(words="ærø").rows[0]
    assert (row.age_days, row.escalation.reference, row.escalation.state) == (30, "RG4-2026-0001/2", "draft")
    assert listed(is_open=False).rows[0].age_days == 5
    assert listed(is_minor=Answer.YES).rows[0].lacks_flags


def test_a_list_comes_a_page_at_a_time(listed):
    first, second, beyond = listed(count=2), listed(start=2, count=2), listed(start=9)
    assert (numbers(first), first.total, first.has_more) == (["Fælles", "Tolke"], 3, True)
    assert (numbers(second), second.total, second.has_more) == (["Ventetid"], 3, False)
    assert (beyond.rows, beyond.total) == ((), 3)


AREAS = 10
"""A larger desk has so many times the cases of a small one."""


def fill(session, count):
    """So many cases of two groups, one in twenty of them open, one in a hundred carried up."""
    groups = [a_group(f"Region {number}", code=f"rg{number}") for number in (1, 2)]
    session.add_all([*groups, a_group("National", tier=Tier.NATIONAL, code="national")])
    session.flush()
    rows = []
    for number in range(1, count + 1):
        day = TODAY - dt.timedelta(days=(count - number) // 4)
        rows.append(
            {
                "id": number,
                "version": 1,
                "group_id": groups[number % 2].id,
                "year": day.year,
                "number": number,
                "kind": CaseKind.CHALLENGE,
                "title": f"Sag {number}",
                "searchable": f"sag {number}",
                "created_on": day,
                "closed_on": None if number % 20 == 0 else day,
            }
        )
    session.execute(insert(Case), rows)
    body = session.query(Group).filter_by(code="national").one()
    for number in range(100, count + 1, 100):
        session.add(an_escalation(session.get(Case, number), body))
    return groups[0].id


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"is_open": None},
        {"is_open": False},
        {"order": CaseOrder.OLDEST},
        {"order": CaseOrder.REFERENCE},
        {"words": "sag 1"},
        {"has_escalation": True},
    ],
)
def test_a_list_takes_as_many_questions_on_a_large_desk(embedded_pair, filters):
    counts = []
    for database, group_id in embedded_pair:
        for group in (None, group_id):
            sought = CaseFilters(group_id=group, **filters)
            answer, heard = statements(database, case_rows, {"filters": sought, "count": 5, **SEEN})
            counts.append(len(heard))
            assert len(answer.rows) <= 5
            assert [value for value in values(answer) if isinstance(value, Base)] == []
    # One more where there are more rows than shown: they are counted.
    assert max(counts) <= 6, counts


def test_the_lists_that_open_first_are_read_from_an_index(embedded_pair):
    """Neither the newest open cases nor those of one group sort or read all cases."""
    database, group_id = embedded_pair[1]
    for group in (None, group_id):
        for order in (CaseOrder.NEWEST, CaseOrder.OLDEST):
            sought = CaseFilters(group_id=group, order=order)
            _, heard = statements(database, case_rows, {"filters": sought, "count": 5, **SEEN})
            asked = next(text for text in heard if "FROM cases" in text and "LIMIT" in text)
            with database.read() as session:
                told = session.connection().exec_driver_sql(
                    f"EXPLAIN QUERY PLAN {asked}", (6, 0) if group is None else (group, 6, 0)
                )
                plan = " ".join(row[3] for row in told)
            assert "ix_cases_open" in plan, plan
            assert "TEMP B-TREE" not in plan, plan


@pytest.fixture(scope="module")
def embedded_pair(tmp_path_factory, embedded_template):
    """A desk with few cases and one with ten times as many."""
    with contextlib.ExitStack() as stack:
        made = []
        for count in (200, 200 * AREAS):
            path = tmp_path_factory.mktemp("cases") / "cases.desk"
            shutil.copyfile(embedded_template, path)
            database = stack.enter_context(contextlib.closing(open_embedded(path)))
            with database.write() as session:
                group_id = fill(session, count)
            made.append((database, group_id))
        yield made
