"""What a desk remembers about itself, and which reference rows it was given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from referral_desk.deadlines import Deadlines
from referral_desk.models.base import Base, Record

DEADLINES = "deadlines"


class Setting(Record):
    """One setting of the desk, as JSON text."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class ReferenceRow(Base):
    """The values that a reference row was loaded with: a row that people changed since is never overwritten."""

    __tablename__ = "reference_rows"
    __table_args__ = (UniqueConstraint("kind", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    code: Mapped[str]
    loaded: Mapped[str]


@dataclass(frozen=True)
class DeadlineBook:
    """What was set of the deadlines: for every group, and what single groups do otherwise, by their code."""

    general: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def of(self, code: str | None = None) -> Deadlines:
        """The deadlines of a group by its code, or those of all groups that set none of their own."""
        return Deadlines.of({**self.general, **(self.own.get(code, {}) if code else {})})


def me_key(user: str) -> str:
    """The key under which it is kept which person in the directory a user of the desk is."""
    return f"me:{user}"


def deadlines_key(code: str | None) -> str:
    """The key under which the deadlines of a group, or of all groups, are kept."""
    return f"{DEADLINES}.{code}" if code else DEADLINES


def deadlines_told(value: str) -> dict[str, int]:
    """Read a setting of deadlines; what is not one is left out."""
    known = {one.name for one in fields(Deadlines)}
    return {name: count for name, count in json.loads(value).items() if name in known and isinstance(count, int)}


def deadline_book(session: Session) -> DeadlineBook:
    """Read all deadlines that were set, in one look-up."""
    rows = session.execute(
        select(Setting.key, Setting.value).where(
            (Setting.key == DEADLINES) | Setting.key.startswith(f"{DEADLINES}.", autoescape=True)
        )
    )
    told = {key: deadlines_told(value) for key, value in rows}
    general = told.pop(DEADLINES, {})
    return DeadlineBook(general, {key.removeprefix(f"{DEADLINES}."): counts for key, counts in told.items()})
