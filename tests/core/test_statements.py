"""What a page asks costs a handful of statements, however many rows there are, and gives plain rows only."""

import contextlib
import dataclasses
import shutil

import pytest
from sqlalchemy import event, select

from referral_desk.models import ActionPlan, AgendaItem, Base, Meeting, Organisation, PlanActivity, PlanArea
from referral_desk.queries.action import action
from referral_desk.queries.action_search import find_actions
from referral_desk.queries.actions import open_actions
from referral_desk.queries.agenda import activities_to_choose, agenda, agenda_item, owners_to_choose
from referral_desk.queries.attendance import attendance
from referral_desk.queries.attendance_history import attendance_history
from referral_desk.queries.attendance_overview import Step, attendance_overview
from referral_desk.queries.board import board
from referral_desk.queries.group import group
from referral_desk.queries.groups import groups
from referral_desk.queries.invitations import invite_sheet, owed_mailings
from referral_desk.queries.meeting import meeting_detail, meeting_members, people_to_name
from referral_desk.queries.meetings import day_warnings, meetings
from referral_desk.queries.memberships import members_on
from referral_desk.queries.my_week import my_week
from referral_desk.queries.organisations import organisation_choices, organisations
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_issues import pack_check, pack_issues
from referral_desk.queries.people import people, person_choices
from referral_desk.queries.plan_activity import plan_work
from referral_desk.queries.plan_things import activity_things
from referral_desk.queries.plans import plan_tree, plans
from referral_desk.queries.reminders import meeting_reminders
from referral_desk.queries.search import findable
from referral_desk.queries.wheel import wheel
from referral_desk.queries.yearly import yearly
from referral_desk.shorthand.action_query import ActionQuery
from referral_desk.vocabulary import Label
from tests.engines import open_embedded
from tests.growth import TODAY, YEARS, fill

SEEN = {"day": TODAY, "language": "da"}
PACK = {"language": "da", "pack_label": Label.INTERNAL, "today": TODAY}
# Each query with the most statements that it may need.
ASKED = {
    "board": (board, 40, lambda _: {"year": TODAY.year, **SEEN}),
    "groups": (groups, 10, lambda _: SEEN),
    "a regional group": (group, 16, lambda ids: {"group_id": ids["region"], **SEEN}),
    "the national group": (group, 18, lambda ids: {"group_id": ids["national"], **SEEN}),
    "members on a day": (members_on, 7, lambda _: {"group": "national", **SEEN}),
    "meetings": (meetings, 13, lambda _: {"year": TODAY.year, "today": TODAY, "language": "da"}),
    "day warnings": (day_warnings, 12, lambda ids: {"group_id": ids["national"], **SEEN}),
    "a meeting": (meeting_detail, 10, lambda ids: {"meeting_id": ids["meeting"], "language": "da"}),
    "its members": (meeting_members, 7, lambda ids: {"meeting_id": ids["meeting"], "language": "da"}),
    "its sheet": (attendance, 14, lambda ids: {"meeting_id": ids["meeting"], "today": TODAY, "language": "da"}),
    "attendance over time": (attendance_history, 9, lambda ids: {"group_id": ids["national"], **SEEN}),
    "attendance of all groups": (attendance_overview, 8, lambda _: {"step": Step.YEAR, **SEEN}),
    "its agenda": (agenda, 8, lambda ids: {"meeting_id": ids["meeting"], "language": "da"}),
    "an item": (agenda_item, 6, lambda ids: {"item_id": ids["item"], "language": "da"}),
    # Nine of them fetch the bytes of a paper each: what is large is never read at once.
    "its pack": (pack_source, 30, lambda ids: {**PACK, "meeting_id": ids["meeting"]}),
    "its pack's check": (pack_check, 10, lambda ids: {"meeting_id": ids["meeting"]}),
    "its packs": (pack_issues, 1, lambda ids: {"meeting_id": ids["meeting"]}),
    "its invitations": (invite_sheet, 14, lambda ids: {"meeting_id": ids["meeting"], "today": TODAY, "language": "da"}),
    "its reminders": (meeting_reminders, 14, lambda ids: {"meeting_id": ids["meeting"], "today": TODAY}),
    "the wheel": (wheel, 15, lambda _: {"year": TODAY.year, "today": TODAY, "language": "da"}),
    "owed mailings": (owed_mailings, 12, lambda _: {"today": TODAY, "language": "da"}),
    "people": (people, 12, lambda _: SEEN),
    "person choices": (person_choices, 3, lambda _: SEEN),
    "people to name": (people_to_name, 3, lambda _: SEEN),
    "owners": (owners_to_choose, 3, lambda _: SEEN),
    "activities": (activities_to_choose, 3, lambda _: SEEN),
    "organisations": (organisations, 14, lambda _: SEEN),
    "organisation choices": (organisation_choices, 2, lambda _: SEEN),
    "plans": (plans, 5, lambda _: SEEN),
    "a plan": (plan_tree, 7, lambda _: {"code": "plan", **SEEN}),
    "work under a plan": (plan_work, 21, lambda _: SEEN),
    "work for an activity": (
        activity_things,
        7,
        lambda _: {"activity_id": 1, "first_year": TODAY.year, "last_year": TODAY.year, "day": TODAY},
    ),
    "a yearly contribution": (yearly, 47, lambda _: {"year": TODAY.year, **SEEN}),
    "actions": (find_actions, 14, lambda _: {"sought": ActionQuery(), **SEEN}),
    "a group's actions": (find_actions, 14, lambda ids: {"sought": ActionQuery(), "group_id": ids["region"], **SEEN}),
    "open actions": (open_actions, 12, lambda ids: {"group_id": ids["region"], **SEEN}),
    "an action": (action, 32, lambda _: {"action_id": 1, **SEEN}),
    "my week": (my_week, 16, lambda _: {"person_id": 1, **SEEN}),
    "what can be found": (findable, 7, lambda _: SEEN),
}


def make(database, *, years, breadth):
    """A desk of some years; with more breadth each thing in it is larger. Gives the ids that are asked about."""
    with database.write() as session:
        meeting_id = fill(session, years=years)
        plan = ActionPlan(code="plan", title_da="Plan", title_en="Plan")
        for number in range(breadth):
            area = PlanArea(code=f"area-{number}", title_da="Område", title_en="Area", plan=plan)
            for place in range(breadth):
                code = f"activity-{number}-{place}"
                area.activities.append(PlanActivity(code=code, number=str(place), title_da=code, title_en=code))
        session.add(plan)
        meeting = session.get(Meeting, meeting_id)
        bodies = session.scalars(select(Organisation).order_by(Organisation.id)).all()
        for item in meeting.items[: 3 * breadth]:
            item.activities = [activity for area in plan.areas for activity in area.activities]
            item.owner_person = None
            item.owner_organisation = bodies[item.position % (2 * breadth)]
        session.flush()
        region = next(seat.represents_group_id for seat in meeting.group.seats)
        item_id = session.scalar(
            select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id, AgendaItem.position == 0)
        )
        return {"meeting": meeting_id, "national": meeting.group_id, "region": region, "item": item_id}


@pytest.fixture(scope="module")
def desks(tmp_path_factory, embedded_template):
    """A small desk and one that has more of everything."""
    with contextlib.ExitStack() as stack:
        made = []
        for years, breadth in ((YEARS, 1), (YEARS * 5, 2)):
            path = tmp_path_factory.mktemp("years") / "years.desk"
            shutil.copyfile(embedded_template, path)
            database = stack.enter_context(contextlib.closing(open_embedded(path)))
            made.append((database, make(database, years=years, breadth=breadth)))
        yield made


def statements(database, query, arguments):
    """Ask a query and give its answer and the statements that it took."""
    heard = []

    def hear(_connection, _cursor, statement, *_rest):
        heard.append(statement)

    with database.read() as session:
        session.connection()
        event.listen(database.engine, "before_cursor_execute", hear)
        try:
            answer = query(session, **arguments)
        finally:
            event.remove(database.engine, "before_cursor_execute", hear)
    return answer, [text for text in heard if text.lstrip().upper().startswith(("SELECT", "WITH"))]


def values(answer):
    """Everything in an answer, however deep."""
    yield answer
    if dataclasses.is_dataclass(answer):
        for field in dataclasses.fields(answer):
            yield from values(getattr(answer, field.name))
    elif isinstance(answer, dict):
        for each in (*answer.keys(), *answer.values()):
            yield from values(each)
    elif isinstance(answer, list | tuple | set | frozenset):
        for each in answer:
            yield from values(each)


@pytest.mark.parametrize("name", ASKED)
def test_a_query_takes_as_many_statements_on_a_large_desk_as_on_a_small_one(desks, name):
    query, most, arguments = ASKED[name]
    counts, told = [], []
    for database, ids in desks:
        _, heard = statements(database, query, arguments(ids))
        counts.append(len(heard))
        told.append("\n".join(heard))
    assert counts[0] == counts[1], told[1]
    assert counts[1] <= most, told[1]


@pytest.mark.parametrize("name", ASKED)
def test_a_query_gives_plain_rows_and_nothing_that_is_tied_to_the_store(desks, name):
    query, _, arguments = ASKED[name]
    database, ids = desks[0]
    answer, _ = statements(database, query, arguments(ids))
    assert [value for value in values(answer) if isinstance(value, Base)] == []
    assert answer or name == "its packs"


HOLDERS = (
    "board",
    "groups",
    "its sheet",
    "its invitations",
    "attendance over time",
    "attendance of all groups",
    "the wheel",
)


@pytest.mark.parametrize("name", HOLDERS)
def test_who_sits_there_now_is_read_without_all_who_ever_did(desks, name):
    query, _, arguments = ASKED[name]
    database, ids = desks[1]
    plans = []

    def explain(_connection, cursor, statement, parameters, *_rest):
        if "memberships.valid_from" in statement and "valid_to" in statement:
            found = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
            plans.append([line[3] for line in found])

    with database.read() as session:
        event.listen(database.engine, "before_cursor_execute", explain)
        try:
            query(session, **arguments(ids))
        finally:
            event.remove(database.engine, "before_cursor_execute", explain)
    assert plans
    # By its index on the seat one would go through every holder that the seat ever had.
    assert [line for plan in plans for line in plan if "ix_memberships_seat_id (seat_id=?)" in line] == []
