"""Write the change log: an entry for each operation, and one for each stretch of writing that saves itself.

A text that is saved every second would fill the log with copies of itself. So an operation that gathers
(`@operation(..., gathers=True)`) writes its first entry at once, and what follows waits beside the log, one row for
each row that is written in, with the state before the stretch and the latest one. A stretch is sealed, as one entry
that is chained like any other, when the writer does something else or stops, when somebody else writes in the same
row, or when it has lasted ten minutes. A crash loses nothing of it: what waits is kept with every save.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from referral_desk.models import LogEntry, PendingChange
from referral_desk.models.log import START

# Any number will do, as long as every desk takes the same one.
LOG_LOCK: Final = 7_305_110
STRETCH: Final = dt.timedelta(minutes=10)
Change = dict[str, Any]


def record(
    session: Session, *, who: str, operation: str, at: dt.datetime, areas: Iterable[str], changes: Sequence[Change]
) -> None:
    """Add an entry to the chain; what waits of the same person, of the same rows or too long is sealed before it."""
    rows = {_row(change) for change in changes}
    seal(session, lambda waiting: waiting.who == who or _place(waiting) in rows or at - waiting.since > STRETCH)
    _append(session, who=who, operation=operation, at=at, areas=",".join(sorted(areas)), changes=changes)


def gather(
    session: Session, *, who: str, operation: str, at: dt.datetime, areas: Iterable[str], changes: Sequence[Change]
) -> None:
    """Let changes wait beside the log; the first of a stretch goes into it at once."""
    rows = {_row(change) for change in changes}
    seal(session, lambda waiting: (waiting.who != who and _place(waiting) in rows) or at - waiting.since > STRETCH)
    known = {_place(row): row for row in session.scalars(select(PendingChange).where(PendingChange.who == who))}
    named = ",".join(sorted(areas))
    if not known:
        _append(session, who=who, operation=operation, at=at, areas=named, changes=changes)
        session.add(_waiting(who, operation, at, named, {"table": "", "id": 0, "did": "", "before": {}, "after": {}}))
        return
    since = min(row.since for row in known.values())
    for change in changes:
        if (row := known.get(_row(change))) is not None:
            _put_together(row, change, at)
        else:
            known[_row(change)] = made = _waiting(who, operation, at, named, change)
            made.since = since
            session.add(made)


def seal(session: Session, is_over: Callable[[PendingChange], bool]) -> None:
    """Put into the log what waits, as one entry for each person of whom something `is_over`."""
    _one_at_a_time(session)
    rows = session.scalars(select(PendingChange).order_by(PendingChange.id)).all()
    found = {row.who for row in rows if is_over(row)}
    for name in sorted(found):
        mine = [row for row in rows if row.who == name]
        told = [change for row in mine if (change := _told(row)) is not None]
        if told:
            last = max(mine, key=lambda row: row.at)
            _append(session, who=name, operation=last.operation, at=last.at, areas=last.areas, changes=told)
        for row in mine:
            session.delete(row)
    session.flush()


def _one_at_a_time(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("select pg_advisory_xact_lock(:number)"), {"number": LOG_LOCK})


def _append(
    session: Session, *, who: str, operation: str, at: dt.datetime, areas: str, changes: Sequence[Change]
) -> None:
    last = session.scalar(select(LogEntry.hash).order_by(LogEntry.id.desc()).limit(1))
    entry = LogEntry(
        at=at,
        who=who,
        operation=operation,
        areas=areas,
        changes=json.dumps(list(changes), ensure_ascii=False, sort_keys=True),
    )
    entry.seal(last or START)
    session.add(entry)
    session.flush()


def _row(change: Change) -> tuple[str, str]:
    return change["table"], json.dumps(change["id"])


def _place(row: PendingChange) -> tuple[str, str]:
    return row.table_name, row.row_id


def _waiting(who: str, operation: str, at: dt.datetime, areas: str, change: Change) -> PendingChange:
    table, row_id = _row(change)
    return PendingChange(
        who=who,
        operation=operation,
        areas=areas,
        since=at,
        at=at,
        table_name=table,
        row_id=row_id,
        did=change["did"],
        before=json.dumps(change["before"], ensure_ascii=False),
        after=json.dumps(change["after"], ensure_ascii=False),
    )


def _put_together(row: PendingChange, change: Change, at: dt.datetime) -> None:
    """Make one change of what waits and what follows: the first state before, the last state after."""
    before, after = json.loads(row.before), json.loads(row.after)
    match row.did, change["did"]:
        case "added", "removed":
            did, before, after = "", {}, {}
        case "removed", "added":
            did, after = "changed", {**dict.fromkeys(before), **change["after"]}
        case _, "removed":
            did, before, after = "removed", {**change["before"], **before}, {}
        case "added", _:
            did, after = "added", {**after, **change["after"]}
        case _, did:
            before = {**change["before"], **before} if row.did else change["before"]
            after = {**after, **change["after"]} if row.did else change["after"]
    row.did, row.at = did, at
    row.before = json.dumps(before, ensure_ascii=False)
    row.after = json.dumps(after, ensure_ascii=False)


def _told(row: PendingChange) -> Change | None:
    """The change as the log tells it; None where nothing is left of it."""
    before, after = json.loads(row.before), json.loads(row.after)
    if row.did == "changed":
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        before, after = ({name: side.get(name) for name in names} for side in (before, after))
    if not row.did or (row.did == "changed" and not after):
        return None
    return {"table": row.table_name, "id": json.loads(row.row_id), "did": row.did, "before": before, "after": after}
