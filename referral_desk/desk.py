"""The one door into the application: do() changes things, ask() looks at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Session  # noqa: PLC0414 - queries and the bridge name it from here
from sqlalchemy.orm.exc import StaleDataError

from referral_desk import clock, journal
from referral_desk.changes import ChangeRecorder
from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.faults import clash
from referral_desk.models import Record
from referral_desk.texts import N_
from referral_desk.users import ROLES, User

if TYPE_CHECKING:
    from referral_desk.database import Database

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row", bound=Record)

CHANGED = N_("Somebody else changed this meanwhile: look at it again and repeat your change.")
GONE = N_("This is no longer on the desk: go back to the list.")
# The largest whole number that a column of PostgreSQL holds.
LAST_ID = 2**31 - 1
# Older organisations have names from then; what lies beyond is a slip of the keys.
FIRST_YEAR, LAST_YEAR = 1800, 2200


@dataclass(frozen=True)
class Changes:
    """What a finished operation touched: areas are nouns such as "meetings"."""

    operation: str
    areas: frozenset[str]


@dataclass
class Work:
    """What an operation is handed: a session inside a transaction, who asked, and when."""

    session: Session
    user: User
    now: dt.datetime
    areas: set[str] = field(default_factory=set)

    @property
    def today(self) -> dt.date:
        """The day in Copenhagen."""
        return clock.local_date(self.now)

    def touched(self, *areas: str) -> None:
        """Name the areas that changed, so that pages which show them load again."""
        self.areas.update(areas)

    def get(self, kind: type[Row], id: int, version: int | None = None) -> Row:  # noqa: A002 - the field's name
        """Fetch a row; Stale if it is gone or its version is not the one that the person looked at."""
        return _checked(self.session.get(kind, id) if 0 < id <= LAST_ID else None, version)

    def hold(self, kind: type[Row], id: int, version: int | None = None) -> Row:  # noqa: A002 - same
        """Fetch a row as `get` does, as it is now, and let nobody else hold it until the operation ends."""
        found = self.session.get(kind, id, with_for_update=True, populate_existing=True) if 0 < id <= LAST_ID else None
        return _checked(found, version)


def _checked(row: Row | None, version: int | None) -> Row:
    if row is None:
        raise Stale(GONE)
    if version is not None and row.version != version:
        raise Stale(CHANGED)
    return row


_ROLES: dict[Callable[..., Any], frozenset[str]] = {}
_GATHERING: set[Callable[..., Any]] = set()


def operation(
    *roles: str, gathers: bool = False
) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Work, P], R]]:
    """Mark a function as a thing that a person does, and say which roles may do it.

    One that `gathers` saves by itself what is being typed: a whole stretch of it is one entry of the log (journal.py).
    """
    unknown = set(roles) - ROLES
    if unknown or not roles:
        message = f"an operation names known roles: {sorted(unknown)}"
        raise ValueError(message)

    def mark(function: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Work, P], R]:
        _ROLES[function] = frozenset(roles)
        if gathers:
            _GATHERING.add(function)
        return function

    return mark


def operations() -> dict[Callable[..., Any], frozenset[str]]:
    """Every operation that has been loaded, with its roles."""
    return dict(_ROLES)


def covers(user: User, function: Callable[..., Any]) -> bool:
    """Whether a person's roles cover an operation."""
    return bool(_ROLES[function] & user.roles)


class Desk:
    """A store, a person and a clock. Listeners hear of each change after it is kept."""

    def __init__(self, database: Database, user: User, now: Callable[[], dt.datetime] = clock.now) -> None:
        self._database, self.user, self._now = database, user, now
        self._listeners: list[Callable[[Changes], object]] = []

    @property
    def today(self) -> dt.date:
        """The day in Copenhagen."""
        return clock.local_date(self._now())

    def listen(self, listener: Callable[[Changes], object]) -> None:
        """Call `listener` after each change, on the thread that made it."""
        self._listeners.append(listener)

    def may(self, function: Callable[..., Any]) -> bool:
        """Whether the person's roles cover an operation."""
        return covers(self.user, function)

    def do(self, function: Callable[Concatenate[Work, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation in one transaction with its log entry; any exception keeps nothing.

        Raises NotAllowed, Invalid, Stale or Unavailable.
        """
        if not self.may(function):
            raise NotAllowed("Your role does not allow this: ask the coordinator or an administrator.")
        name = function.__name__
        _refuse_odd_years(kwargs)
        try:
            with self._database.write() as session:
                recorder = ChangeRecorder(session)
                work = Work(session, self.user, self._now())
                result = function(work, *args, **kwargs)
                session.flush()
                if recorder.changes and not work.areas:
                    message = f"{name} changes rows but names no area: pages would not hear of it"
                    raise RuntimeError(message)
                if work.areas:
                    write = journal.gather if function in _GATHERING else journal.record
                    write(
                        session,
                        who=self.user.name,
                        operation=name,
                        at=work.now,
                        areas=work.areas,
                        changes=recorder.changes,
                    )
        except StaleDataError as error:
            raise Stale(CHANGED) from error
        except IntegrityError as error:
            told = clash(error)
            if told is None:
                raise
            raise told from error
        if work.areas:
            changes = Changes(name, frozenset(work.areas))
            for listener in self._listeners:
                listener(changes)
        return result

    def ask(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query; it gives plain rows, never objects that are tied to the store."""
        with self._database.read() as session:
            return query(session, *args, **kwargs)

    def close(self) -> None:
        """Let go of the store."""
        self._database.close()


def _refuse_odd_years(arguments: Mapping[str, object]) -> None:
    for value in arguments.values():
        if isinstance(value, dt.date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise Invalid(
                "The year {year} cannot be meant: write one from {first} to {last}.",
                year=value.year,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )


def require(condition: object, template: str, **values: object) -> None:
    """Refuse with a sentence (Invalid) unless the condition holds."""
    if not condition:
        raise Invalid(template, **values)
