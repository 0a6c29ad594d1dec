"""Watch a session and tell what it changed: table, id, before and after, as plain values for the change log."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction, object_session

from referral_desk.models import Base, FirstLook, LogEntry, PendingChange

UNSAID: Final = frozenset({"version"})
UNTOLD: Final = (LogEntry, FirstLook, PendingChange)


class ChangeRecorder:
    """Collects the changes of one transaction: flush after flush, and within one table after the other.

    The store writes unlike rows of one flush in an order of its own, which differs from run to run. It hears of each
    row as it is written, when every id and foreign key is known, and of rows that go because what they belonged to let
    them go. A statement that changes many rows at once would pass unheard and is refused.
    """

    def __init__(self, session: Session) -> None:
        self.changes: list[dict[str, Any]] = []
        self._flushed = 0
        session.info[ChangeRecorder] = self
        event.listen(session, "do_orm_execute", _refuse_unheard)
        event.listen(session, "after_flush", self._order)

    def tell(self, row: Base, did: str, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Note one change of one row."""
        identity = inspect(row).mapper.primary_key_from_instance(row)
        key = identity[0] if len(identity) == 1 else list(identity)
        self.changes.append({"table": row.__tablename__, "id": key, "did": did, "before": before, "after": after})

    def _order(self, _session: Session, _flush: UOWTransaction) -> None:
        self.changes[self._flushed :] = sorted(self.changes[self._flushed :], key=itemgetter("table"))
        self._flushed = len(self.changes)


def _recorder(row: Base) -> ChangeRecorder | None:
    session = object_session(row)
    found: ChangeRecorder | None = None
    if session is not None and not isinstance(row, UNTOLD):
        found = session.info.get(ChangeRecorder)
    return found


@event.listens_for(Base, "after_insert", propagate=True)
def _added(_mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    if recorder := _recorder(row):
        after = {name: new for name, (_, new) in _sides(row).items() if new is not None}
        recorder.tell(row, "added", {}, after)


@event.listens_for(Base, "after_update", propagate=True)
def _changed(_mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    if recorder := _recorder(row):
        differences = {name: (old, new) for name, (old, new) in _sides(row).items() if old != new}
        if differences:
            before = {name: old for name, (old, _) in differences.items()}
            recorder.tell(row, "changed", before, {name: new for name, (_, new) in differences.items()})


@event.listens_for(Base, "before_delete", propagate=True)
def _removed(_mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    if recorder := _recorder(row):
        for relation in inspect(row).mapper.relationships:
            if relation.secondary is not None:
                getattr(row, relation.key)
        recorder.tell(row, "removed", {name: old for name, (old, _) in _sides(row).items()}, {})


def _refuse_unheard(statement: ORMExecuteState) -> None:
    changes = statement.is_insert or statement.is_update or statement.is_delete
    if changes and not (statement.bind_mapper and issubclass(statement.bind_mapper.class_, UNTOLD[1:])):
        message = "the log does not hear of rows that one statement changes: change them as objects"
        raise RuntimeError(message)


def _sides(row: Base) -> dict[str, tuple[Any, Any]]:
    """Each column's value before and after, and the same of lists that are kept in a table of their own."""
    state = inspect(row)
    found: dict[str, tuple[Any, Any]] = {}
    for attribute in state.mapper.column_attrs:
        if attribute.key not in UNSAID:
            now = _plain(getattr(row, attribute.key))
            history = state.attrs[attribute.key].history
            # Flagged as changed without a value before, so that the version counts: nothing else changed.
            old = _plain(history.deleted[0]) if history.deleted else now if state.has_identity else None
            found[attribute.key] = (old, now)
    for relation in state.mapper.relationships:
        if relation.secondary is not None and relation.key in state.dict:
            history = state.attrs[relation.key].history
            before = sorted(other.id for other in (*history.unchanged, *history.deleted))
            after = sorted(other.id for other in (*history.unchanged, *history.added))
            if before or after:
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
