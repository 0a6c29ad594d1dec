"""The deadlines in force: for all groups, and for one that does it its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.deadlines import Deadlines
from referral_desk.models import Group
from referral_desk.models.settings import DeadlineBook, deadline_book

__all__ = ["NAMES", "DeadlineBook", "DeadlinesRow", "deadline_book", "deadlines", "deadlines_for"]

NAMES = tuple(one.name for one in fields(Deadlines))
"""The deadlines by name, in the order of a meeting's life."""


@dataclass(frozen=True)
class DeadlinesRow:
    """The deadlines of one group, or of all: what holds, and which of them were set just there."""

    group_id: int | None
    counts: Mapping[str, int]
    """Working days, by name."""
    own: frozenset[str]
    """Those that differ from what would hold otherwise: the default, or for a group what all groups have."""
    otherwise: Mapping[str, int]


def deadlines_for(session: Session, group_id: int | None = None) -> Deadlines:
    """The deadlines of a group, or those of all groups that set none of their own."""
    code = None if group_id is None else session.scalar(select(Group.code).where(Group.id == group_id))
    return deadline_book(session).of(code)


def deadlines(session: Session, group_id: int | None = None) -> DeadlinesRow:
    """The deadlines as a person sets them: each count, and whether it was set here."""
    book = deadline_book(session)
    code = None if group_id is None else session.scalar(select(Group.code).where(Group.id == group_id))
    held, otherwise = book.of(code), book.of() if code else Deadlines()
    told = book.own.get(code, {}) if code else book.general
    return DeadlinesRow(
        group_id,
        {name: getattr(held, name) for name in NAMES},
        frozenset(told),
        {name: getattr(otherwise, name) for name in NAMES},
    )
