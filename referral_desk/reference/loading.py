"""Load the reference data into a desk, and load it again: by code, once, never over what people have changed."""

from __future__ import annotations

import datetime as dt
import enum
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, select

from referral_desk.models import ReferenceRow
from referral_desk.models.base import Dated, Record
from referral_desk.reference.files import shipped
from referral_desk.reference.rows import Ref, Row, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from referral_desk.reference.files import Tables


@dataclass
class LoadReport:
    """What a load did; each row is named "kind code"."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    """The files say something new, but people have changed the row: theirs stands."""
    removed: list[str] = field(default_factory=list)
    """People have removed the row, or what it belongs to: it is not brought back."""
    refused: list[str] = field(default_factory=list)
    """People have a row of their own in its place, with the same code or on the same days."""
    retired: list[str] = field(default_factory=list)
    """On the desk, but no longer in the files: it stays."""

    @property
    def changed_nothing(self) -> bool:
        """Whether the desk is as it was."""
        return not (self.added or self.updated)


def load(session: Session, tables: Tables | None = None, *, only: str = "") -> LoadReport:
    """Give a desk the reference data that came with the program, in the session's own transaction.

    With `only` the rows of one kind alone. Rows are found by kind and code. A new row is added; a row whose file
    changed is updated, unless somebody has changed it on the desk since it was last loaded; nothing is ever removed.
    The report names what was passed over.
    """
    return _Loader(session, only).run(tables if tables is not None else shipped())


class _Loader:
    def __init__(self, session: Session, only: str) -> None:
        self.session, self.only = session, only
        self.report = LoadReport()
        known = select(ReferenceRow).where(ReferenceRow.kind == only) if only else select(ReferenceRow)
        self.known = {(row.kind, row.code): row for row in session.scalars(known)}
        self.stored: dict[type[Record], dict[int, Record]] = {}
        self.found: dict[tuple[str, str], Record] = {}
        self.made: list[tuple[Row, dict[str, Any], Record]] = []

    def run(self, tables: Tables) -> LoadReport:
        """Load every row, mark what was loaded, then tell what is left over."""
        listed = set()
        for row in rows(tables):
            if self.only in ("", row.kind):
                listed.add((row.kind, row.code))
                self._load(row)
        self.session.flush()
        for row, values, made in self.made:
            self.session.add(ReferenceRow(kind=row.kind, code=row.code, loaded=_marked(made.id, values)))
        self.session.flush()
        self.report.retired = [f"{kind} {code}" for kind, code in sorted(self.known.keys() - listed)]
        return self.report

    def _load(self, row: Row) -> None:
        values = self._resolved(row)
        if values is None:
            self.report.removed.append(row.name)
            return
        marker = self.known.get((row.kind, row.code))
        if marker is None:
            self._add(row, values)
            return
        kept = json.loads(marker.loaded)
        target = self._rows_of(row.model).get(kept["id"])
        if target is None:
            self.report.removed.append(row.name)
            return
        self.found[row.kind, row.code] = target
        if kept["values"] == _plain(values):
            self.report.unchanged += 1
        elif any(_plain_value(getattr(target, name)) != value for name, value in kept["values"].items()):
            self.report.kept.append(row.name)
        elif self._collides(row, values, target):
            self.report.refused.append(row.name)
        else:
            for name, value in values.items():
                setattr(target, name, value)
            marker.loaded = _marked(target.id, values)
            self.report.updated.append(row.name)

    def _add(self, row: Row, values: dict[str, Any]) -> None:
        own = self._of_people(row, values)
        if own is not None:
            self.found[row.kind, row.code] = own
        if own is not None or self._collides(row, values, None):
            self.report.refused.append(row.name)
            return
        made = row.model(**values)
        self.session.add(made)
        self.made.append((row, values, made))
        self.found[row.kind, row.code] = made
        self.report.added.append(row.name)

    def _resolved(self, row: Row) -> dict[str, Any] | None:
        """The values with ids for codes; None where a row that this one points to is not on the desk."""
        values = {}
        for name, value in row.values.items():
            if not isinstance(value, Ref):
                values[name] = value
                continue
            other = self.found.get((value.kind, value.code))
            if other is None:
                return None
            if inspect(other).pending:
                # Ids exist only now.
                self.session.flush()
            values[name] = other.id
        return values

    def _rows_of(self, model: type[Record]) -> dict[int, Record]:
        """What the desk held of a table before this load, by id: read once."""
        if model not in self.stored:
            new = {made for _, _, made in self.made}
            self.stored[model] = {row.id: row for row in self.session.scalars(select(model)) if row not in new}
        return self.stored[model]

    def _of_people(self, row: Row, values: dict[str, Any]) -> Record | None:
        """A row that people made under the same code."""
        if "code" not in values:
            return None
        key: dict[str, Any] = {name: values[name] for name in ("code", "picklist") if name in values}
        return next((other for other in self._rows_of(row.model).values() if _has(other, key)), None)

    def _collides(self, row: Row, values: dict[str, Any], target: Record | None) -> bool:
        """Whether another row of the same thing (names, mandates, holders of a seat) shares a day with the new one."""
        if not row.parent:
            return False
        key = {row.parent: values[row.parent]}
        return any(
            other is not target
            and isinstance(other, Dated)
            and _has(other, key)
            and other.overlaps(values["valid_from"], values["valid_to"])
            for other in self._rows_of(row.model).values()
        )


def _has(row: Record, key: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in key.items())


def _marked(row_id: int, values: dict[str, Any]) -> str:
    return json.dumps({"id": row_id, "values": _plain(values)}, ensure_ascii=False, sort_keys=True)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: object) -> object:
    match value:
        case enum.Enum():
            return value.value
        case dt.date():
            return value.isoformat()
        case _:
            return value
