"""The change log: who did what and when, before and after, each entry chained to the one before by SHA-256."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from referral_desk.models.base import Base, Frozen

START = "0" * 64


class LogEntry(Frozen, Base):
    """One operation of one person."""

    __tablename__ = "log_entries"
    __table_args__ = (Index("ix_log_entries_operation", "operation"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime]
    who: Mapped[str]
    operation: Mapped[str]
    areas: Mapped[str] = mapped_column(default="")
    # JSON: [{"table", "id", "did": added|changed|removed, "before": {...}, "after": {...}}]
    changes: Mapped[str] = mapped_column(default="[]")
    # Unique: two entries cannot follow the same one, so the chain never forks.
    previous: Mapped[str] = mapped_column(unique=True)
    hash: Mapped[str]

    def seal(self, previous: str) -> None:
        """Chain the entry to the one before."""
        self.previous = previous
        self.hash = self.digest()

    def digest(self) -> str:
        """The SHA-256 over the entry and the hash of the one before."""
        fields = [
            self.previous,
            self.at.astimezone(dt.UTC).isoformat(),
            self.who,
            self.operation,
            self.areas,
            self.changes,
        ]
        return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()


class PendingChange(Base):
    """What somebody is typing in one row, from the first key on: it goes into the log as one change (journal.py).

    The row that it tells of is kept already; only the telling waits.
    """

    __tablename__ = "pending_changes"
    __table_args__ = (UniqueConstraint("who", "table_name", "row_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[str]
    operation: Mapped[str]
    areas: Mapped[str] = mapped_column(default="")
    since: Mapped[dt.datetime]
    at: Mapped[dt.datetime]
    table_name: Mapped[str]
    # The row's id as JSON.
    row_id: Mapped[str]
    did: Mapped[str]
    before: Mapped[str] = mapped_column(default="{}")
    after: Mapped[str] = mapped_column(default="{}")


def broken_links(entries: Iterable[LogEntry]) -> list[int]:
    """The ids of entries that were altered or whose forerunner is missing; entries come in order of id."""
    broken, previous = [], START
    for entry in entries:
        if entry.previous != previous or entry.hash != entry.digest():
            broken.append(entry.id)
        previous = entry.hash
    return broken
