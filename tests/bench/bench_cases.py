"""Bench: what the Cases page and the page of one case cost with 50,000 cases instead of 500."""

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
from referral_desk.shorthand.case_query import CaseQuery
from referral_desk.vault import DataKey
from referral_desk.vocabulary import Tier
from tests.case_growth import TODAY, fill_cases

COUNTS = (500, 50_000)
SEEN = {"day": TODAY, "language": "da"}


def measure(runs: int) -> list[Row]:
    """Each view on the larger desk against the same view on the smaller, in turns."""
    few, many = COUNTS
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desks = {count: stack.enter_context(a_desk(folder / f"{count}.desk", count)) for count in COUNTS}
        rows = []
        for name, ask in QUESTIONS.items():
            seconds = in_turns(desks, ask, runs)
            rows.append(
                Row(
                    f"{name}: {many} cases against {few}",
                    seconds[many] * 1000,
                    seconds[few] * 1000,
                    "ms",
                    None if ask is _one else AIM,
                )
            )
        return rows


@contextlib.contextmanager
def a_desk(path: Path, count: int) -> Any:
    """An encrypted desk with so many cases, and the id of an escalation that is under way."""
    with contextlib.closing(Database.embedded(path, DataKey(KEY), SALT, create=True)) as database:
        schema.upgrade(database)
        with database.write() as session:
            escalation_id = fill_cases(session, count)
        yield database, escalation_id


def _found(**fields: Any) -> Ask:
    return asked(find_cases, sought=CaseQuery(**fields), order=CaseOrder.NEWEST, **SEEN)


def _listed(**fields: Any) -> Ask:
    return asked(escalation_rows, filters=EscalationFilters(**fields), **SEEN)


def _one(database: Database, escalation_id: int) -> object:
    """The page of a case with its escalation: told only, for twins are sought among up to 500 that are under way."""
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
    "one case with its escalation": _one,
}
