"""Bench: what the Cases page, the page of one case and the action plan cost with 50,000 cases instead of a few."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench_growth import AIM, KEY, SALT, Ask, asked, in_turns
from table import Row

from referral_desk import schema
from referral_desk.database import Database
from referral_desk.models import Escalation
from referral_desk.queries.case_search import find_cases
from referral_desk.queries.case_view import case_view
from referral_desk.queries.cases import CaseOrder
from referral_desk.queries.escalations import EscalationFilters, escalation_rows, lanes
from referral_desk.queries.plan_activity import plan_work
from referral_desk.shorthand.case_query import CaseQuery
from referral_desk.vault import DataKey
from referral_desk.vocabulary import Tier
from tests.case_growth import TODAY, fill_cases, tie_to_plan

COUNTS = (500, 50_000)
A_YEAR = 2_000
"""The small desk for the action plan: it counts by years, so that the year asked about must be full on both."""
SEEN = {"day": TODAY, "language": "da"}


def measure(runs: int) -> list[Row]:
    """Each view on the larger desk against the same view on the smaller, in turns."""
    few, many = COUNTS
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desks = {
            count: stack.enter_context(a_desk(folder / f"{count}.desk", count)) for count in sorted({*COUNTS, A_YEAR})
        }
        asks = [(name, few, ask) for name, ask in QUESTIONS.items()]
        asks.append(("the action plan", A_YEAR, asked(plan_work, year=TODAY.year, **SEEN)))
        rows = []
        for name, fewer, ask in asks:
            seconds = in_turns({count: desks[count] for count in (fewer, many)}, ask, runs)
            said = f"{name}: {many} cases against {fewer}"
            rows.append(Row(said, seconds[many] * 1000, seconds[fewer] * 1000, "ms", AIM))
        return rows


@contextlib.contextmanager
def a_desk(path: Path, count: int) -> Any:
    """An encrypted desk with so many cases, and the id of an escalation that is under way."""
    with contextlib.closing(Database.embedded(path, DataKey(KEY), SALT, create=True)) as database:
        schema.upgrade(database)
        with database.write() as session:
            escalation_id = fill_cases(session, count)
            tie_to_plan(session)
        yield database, escalation_id


def _found(**fields: Any) -> Ask:
    return asked(find_cases, sought=CaseQuery(**fields), order=CaseOrder.NEWEST, **SEEN)


def _listed(**fields: Any) -> Ask:
    return asked(escalation_rows, filters=EscalationFilters(**fields), **SEEN)


def _one(database: Database, escalation_id: int) -> object:
    """The page of a case with its escalation, likely twins among them."""
    with database.read() as session:
        case_id = session.get_one(Escalation, escalation_id).case_id
    with database.read() as session:
        return case_view(session, case_id=case_id, **SEEN)


QUESTIONS: dict[str, Ask] = {
    "Cases, lanes": asked(lanes, **SEEN),
    "Cases, open ones": _found(),
    "Cases, all": _found(is_open=None),
    "Escalations, under way": _listed(),
    "Escalations with the national group": _listed(level=Tier.NATIONAL),
    "one case's page": _one,
}
