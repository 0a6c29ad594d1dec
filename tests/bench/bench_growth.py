"""Bench: what the Board, the wheel, a year's meetings, the groups and one meeting cost after 20 and 200 years."""

from __future__ import annotations

import contextlib
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from table import Row

from referral_desk import schema
from referral_desk.database import Database
from referral_desk.queries.agenda import agenda
from referral_desk.queries.board import board
from referral_desk.queries.groups import groups
from referral_desk.queries.meeting import meeting_detail, meeting_members
from referral_desk.queries.meetings import meetings
from referral_desk.queries.wheel import wheel
from referral_desk.vault import DataKey
from referral_desk.wheel.propose import propose
from tests.growth import ACTIONS, TODAY, YEARS, fill
from ui.pages.wheel.state import PlanState

TIMES = (1, 10, 100)
AIM = 1.2
KEY, SALT = bytes(range(32)), b"bench only, 16 b"
Ask = Callable[[Database, int], object]


def measure(runs: int) -> list[Row]:
    """Each question on the larger desks against the same question on the smallest, in turns."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desks = {times: stack.enter_context(a_desk(folder / f"{times}.desk", YEARS * times)) for times in TIMES}
        rows = []
        for name, ask in QUESTIONS.items():
            seconds = in_turns(desks, ask, runs)
            rows += [
                Row(
                    f"{name}: {YEARS * times} years of use against {YEARS}",
                    seconds[times] * 1000,
                    seconds[1] * 1000,
                    "ms",
                    AIM,
                )
                for times in TIMES[1:]
            ]
        return rows


@contextlib.contextmanager
def a_desk(path: Path, years: int, *, actions: int = ACTIONS) -> Any:
    """An encrypted desk that was used for some years, with so many actions in each, and the id of its next meeting."""
    with contextlib.closing(Database.embedded(path, DataKey(KEY), SALT, create=True)) as database:
        schema.upgrade(database)
        with database.write() as session:
            meeting_id = fill(session, years=years, actions=actions)
        yield database, meeting_id


def in_turns(desks: dict[int, tuple[Database, int]], ask: Ask, runs: int) -> dict[int, float]:
    """The median time of a question on each desk; once before the clock runs, so that all are equally warm."""
    taken: dict[int, list[float]] = {times: [] for times in desks}
    for turn in range(runs + 1):
        for times, (database, meeting_id) in desks.items():
            gc.collect()
            start = time.perf_counter()
            ask(database, meeting_id)
            if turn:
                taken[times].append(time.perf_counter() - start)
    return {times: statistics.median(seconds) for times, seconds in taken.items()}


def asked(query: Callable[..., object], **arguments: object) -> Ask:
    """Ask a query that needs no id."""

    def ask(database: Database, _meeting_id: int) -> object:
        with database.read() as session:
            return query(session, **arguments)

    return ask


def one_meeting(database: Database, meeting_id: int) -> object:
    """All that a meeting's page shows."""
    with database.read() as session:
        detail = meeting_detail(session, meeting_id=meeting_id, language="da")
    with database.read() as session:
        people = meeting_members(session, meeting_id=meeting_id, language="da")
    with database.read() as session:
        return detail, people, agenda(session, meeting_id=meeting_id, language="da")


def wheel_page(database: Database, _meeting_id: int) -> object:
    """All that the wheel's page does before it paints: in November it plans the year to come, every meeting of it."""
    with database.read() as session:
        row = wheel(session, year=TODAY.year + 1, today=TODAY, language="da")
    state = PlanState()
    state.take(row)
    state.take_proposal(propose(*state.to_propose()))
    assert len(state.picks) == 4 * len([body for body in row.plan.bodies if body.rhythm])
    return state


QUESTIONS: dict[str, Ask] = {
    "the Board": asked(board, year=TODAY.year, day=TODAY, language="da"),
    "the groups": asked(groups, day=TODAY, language="da"),
    "a year's meetings": asked(meetings, year=TODAY.year, today=TODAY, language="da"),
    "the year wheel": asked(wheel, year=TODAY.year, today=TODAY, language="da"),
    "the wheel page": wheel_page,
    "one meeting with people and agenda": one_meeting,
}
