"""Bench: what the Actions page costs with 4,000, 40,000 and 400,000 actions: those of 2, 20 and 200 years."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench_growth import AIM, Ask, a_desk, asked, in_turns
from sqlalchemy import func, select
from table import Row

from referral_desk.database import Database
from referral_desk.models import Person
from referral_desk.queries.action_search import find_actions, overdue_count
from referral_desk.queries.my_week import my_week
from referral_desk.shorthand.action_query import read_query
from tests.growth import TODAY, YEARS

TIMES = (1, 10, 100)
A_YEAR = 2000
SEEN = {"day": TODAY, "language": "da"}


def measure(runs: int) -> list[Row]:
    """Each view of the page on the larger desks against the same view on the smallest, in turns."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desks = {
            times: stack.enter_context(a_desk(folder / f"{times}.desk", YEARS * times, actions=A_YEAR))
            for times in TIMES
        }
        rows = []
        for name, ask in QUESTIONS.items():
            seconds = in_turns(desks, ask, runs)
            rows += [
                Row(
                    f"{name}: {A_YEAR * YEARS * times} actions against {A_YEAR * YEARS}",
                    seconds[times] * 1000,
                    seconds[1] * 1000,
                    "ms",
                    AIM,
                )
                for times in TIMES[1:]
            ]
        return rows


def _sought(text: str, **fields: object) -> Ask:
    return asked(find_actions, sought=read_query(text, TODAY), **SEEN, **fields)


def _mine(database: Database, _meeting_id: int) -> object:
    """The actions of somebody who sits in a group now."""
    with database.read() as session:
        person_id = session.scalar(select(func.min(Person.id)).where(Person.is_active))
    with database.read() as session:
        return find_actions(session, sought=read_query("is:mine", TODAY), person_id=person_id, **SEEN)


def _week(database: Database, _meeting_id: int) -> object:
    """What the same person owes this week."""
    with database.read() as session:
        person_id = session.scalar(select(func.min(Person.id)).where(Person.is_active))
    with database.read() as session:
        return my_week(session, person_id=person_id, **SEEN)


QUESTIONS: dict[str, Ask] = {
    "Actions, all open": _sought(""),
    "Actions of a group": _sought("", group_id=3),
    "Actions, mine": _mine,
    "Actions, overdue": _sought("is:overdue"),
    "Actions, closed": _sought("is:closed"),
    "the count of overdue actions": asked(overdue_count, day=TODAY, user="?"),
    "My week": _week,
}
