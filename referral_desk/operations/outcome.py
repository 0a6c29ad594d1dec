"""What an operation gives back: the row it made or changed, and how to take the change back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import inspect

from referral_desk.cpr import cpr_numbers
from referral_desk.desk import Work
from referral_desk.errors import Invalid
from referral_desk.models import Record


@dataclass(frozen=True)
class Undo:
    """The operation that takes a change back, with its arguments: hand both to the desk."""

    operation: Callable[..., Done]
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """The id of the row that was made or changed; `undo` is None where nothing can or need be taken back."""

    id: int
    undo: Undo | None = None


@dataclass(frozen=True)
class RemovedRow:
    """A row that was taken away, whole: putting it back gives it the id that it had."""

    kind: type[Record]
    values: Mapping[str, Any]

    @classmethod
    def of(cls, row: Record) -> RemovedRow:
        """All that a row holds, but its version."""
        columns = inspect(row).mapper.column_attrs
        return cls(type(row), {column.key: getattr(row, column.key) for column in columns if column.key != "version"})


def put_back(work: Work, rows: Sequence[RemovedRow]) -> Record:
    """Put removed rows back and give the first; Stale if one is there already or what it belonged to is gone."""
    made = [row.kind(**row.values) for row in rows]
    work.session.add_all(made)
    work.session.flush()
    return made[0]


def refuse_cpr(*texts: str) -> None:
    """Refuse text that looks like it holds a civil registration number (V10; Invalid)."""
    if any(cpr_numbers(text) for text in texts):
        raise Invalid("This holds what looks like a CPR number: take it out, the desk never keeps one.")
