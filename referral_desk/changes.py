"""Watch a session and tell what it changed: table, id, before and after, as plain values for the change log."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, Session, UOWTransaction

from referral_desk.models import Base, FirstLook, LogEntry

UNSAID = frozenset({"version"})


class ChangeRecorder:
    """Collects the changes of one transaction, in the order in which they were written."""

    def __init__(self, session: Session) -> None:
        self.changes: list[dict[str, Any]] = []
        self._added: list[Base] = []
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)

    def _before_flush(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        self._added = [row for row in session.new if _is_told(row)]
        for row in session.dirty:
            if _is_told(row) and (differences := _differences(row)):
                before = {name: old for name, (old, _) in differences.items()}
                after = {name: new for name, (_, new) in differences.items()}
                self._tell(row, "changed", before, after)
        for row in session.deleted:
            if _is_told(row):
                self._tell(row, "removed", _values(row), {})

    def _after_flush(self, _session: Session, _context: UOWTransaction) -> None:
        # Ids exist only now.
        for row in self._added:
            self._tell(row, "added", {}, {name: value for name, value in _values(row).items() if value is not None})
        self._added = []

    def _tell(self, row: Base, did: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        identity = inspect(row).mapper.primary_key_from_instance(row)
        key = identity[0] if len(identity) == 1 else list(identity)
        self.changes.append({"table": row.__tablename__, "id": key, "did": did, "before": before, "after": after})


def _is_told(row: object) -> bool:
    return isinstance(row, Base) and not isinstance(row, LogEntry | FirstLook)


def _columns(row: Base) -> list[str]:
    mapper: Mapper[Any] = inspect(row).mapper
    return [attribute.key for attribute in mapper.column_attrs if attribute.key not in UNSAID]


def _values(row: Base) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in _columns(row)}


def _differences(row: Base) -> dict[str, tuple[Any, Any]]:
    found = {}
    state = inspect(row)
    for name in _columns(row):
        history = state.attrs[name].history
        if history.has_changes():
            old = _plain(history.deleted[0]) if history.deleted else None
            new = _plain(history.added[0]) if history.added else None
            if old != new:
                found[name] = (old, new)
    return found | _changed_links(row)


def _changed_links(row: Base) -> dict[str, tuple[Any, Any]]:
    """What changed in lists that are kept in a table of their own (many to many): the ids before and after."""
    state = inspect(row)
    found = {}
    for relation in state.mapper.relationships:
        if relation.secondary is None or relation.key not in state.dict:
            continue
        history = state.attrs[relation.key].history
        if history.added or history.deleted:
            before = sorted(other.id for other in (*history.unchanged, *history.deleted))
            # A row that is new itself has its id only after the flush; those we link to are there already.
            after = sorted(other.id for other in (*history.unchanged, *history.added))
            found[relation.key] = (before, after)
    return found


def _plain(value: object) -> object:
    match value:
        case enum.Enum():
            return value.value
        case dt.datetime():
            return value.astimezone(dt.UTC).isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            # The log says which bytes, not the bytes.
            return f"sha256:{hashlib.sha256(value).hexdigest()}"
        case _:
            return value
