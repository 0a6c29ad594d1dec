"""Runs the desk on its own thread and brings answers back to the window's.

`bridge.ask(query, ...).then(self._on_rows)` looks, `bridge.do(operation, ...)` changes, `bridge.run(function, ...)`
does long work without the store on another pool, with progress and cancel. An answer whose page is gone is dropped.
Refusals (DeskError) go to `otherwise`, or else to the banner; anything else is a bug and reaches sys.excepthook.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from referral_desk.errors import Stale
from ui.jobs import Cancelled as Cancelled  # noqa: PLC0414 - pages name them from here
from ui.jobs import Job, Runner
from ui.jobs import Progress as Progress  # noqa: PLC0414 - same reason
from ui.late_desk import LateDesk

if TYPE_CHECKING:
    import datetime as dt

    from referral_desk.desk import Changes, Desk, Session, Work
    from referral_desk.errors import DeskError
    from referral_desk.queries.board_rows import BoardRow
    from referral_desk.users import User

P = ParamSpec("P")
R = TypeVar("R")


class Bridge(Runner):
    """The one object through which the window reaches the desk."""

    changed = Signal(object)
    """Something on the desk changed: Changes (operation, areas)."""
    outrun = Signal()
    """A change was refused because somebody else was faster: what is shown is old, and nobody here told of it."""
    shut = Signal(object)
    """The desk that was to be opened does not open: DeskError."""
    _heard = Signal(object)

    def __init__(self, desk: Desk | LateDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        # The store is touched by this one thread only, so there is nothing to lock.
        self._store = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        desk.listen(self._hear)
        self._first_look: BoardRow | None = None
        self._way: Callable[[], None] | None = None
        self._is_closing = self._is_shut = False

    @classmethod
    def to_be(cls, look: BoardRow, user: User, open_desk: Callable[[], Desk], parent: QObject) -> Bridge:
        """Give a bridge to a desk that is opened when `set_off` is called, or when something is asked of it.

        The Board shows `look` meanwhile.
        """
        late = LateDesk(user, look.today)
        made = cls(late, parent)
        made._first_look = look
        made._way = functools.partial(late.arrive, open_desk)
        return made

    def set_off(self) -> None:
        """Open the desk on the desk's thread, if that has not begun; a refusal is told by `shut`.

        Once the bridge is being closed a desk that was not opened stays shut.
        """
        way, self._way = self._way, None
        if way is not None and not self._is_closing:
            self._start(self._store, Job(), way).otherwise(self._on_shut)

    def _on_shut(self, error: DeskError) -> None:
        self._is_shut = True
        self.shut.emit(error)

    def keep_first_looks(self, language: str) -> None:
        """Keep what the Board will show on the next days; when the threads have ended. A refusal is no loss."""
        from referral_desk.errors import DeskError  # noqa: PLC0415 - the window is closed by now
        from referral_desk.operations.first_looks import keep_first_looks  # noqa: PLC0415 - same
        from referral_desk.queries.board import boards_ahead  # noqa: PLC0415 - same

        if isinstance(self._desk, LateDesk) and not self._desk.is_there:
            return
        with contextlib.suppress(DeskError):
            looks = self._desk.ask(boards_ahead, day=self._desk.today, language=language)
            self._desk.do(keep_first_looks, language=language, looks=looks)

    def take_first_look(self) -> BoardRow | None:
        """Give what the Board showed last, once, if it still holds."""
        look, self._first_look = self._first_look, None
        return look

    @property
    def user(self) -> User:
        """Who works at the desk."""
        return self._desk.user

    @property
    def today(self) -> dt.date:
        """The day in Copenhagen, by the desk's clock."""
        return self._desk.today

    def may(self, operation: Callable[..., Any]) -> bool:
        """Whether the person's roles cover an operation: decides if its button is enabled."""
        return self._desk.may(operation)

    def do(self, operation: Callable[Concatenate[Work, P], R], *args: P.args, **kwargs: P.kwargs) -> Job[R]:
        """Change something, on the desk's thread."""
        self.set_off()
        job: Job[R] = Job()
        job.is_change = True
        return self._start(self._store, job, functools.partial(self._desk.do, operation, *args, **kwargs))

    def ask(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> Job[R]:
        """Look at something, on the desk's thread; once the bridge is closed nobody waits for an answer any more."""
        if self._is_closing:
            return Job()
        self.set_off()
        return self._start(self._store, Job(), functools.partial(self._ask, query, *args, **kwargs))

    def close(self) -> None:
        """Make every change that was begun, drop what was only asked, end the threads; the desk itself stays open."""
        self._is_closing = True
        # A desk that did not open takes no change.
        self._store.shutdown(wait=True, cancel_futures=self._is_shut)
        super().close()

    def _ask(self, query: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        if self._is_closing:
            raise Cancelled
        return self._desk.ask(query, *args, **kwargs)

    def _hand_over(self, done: Future[Any], job: Job[Any]) -> None:
        super()._hand_over(done, job)
        if job.is_change and isinstance(done.exception(), Stale):
            self.outrun.emit()

    def _hear(self, changes: Changes) -> None:
        if shiboken6.isValid(self):
            self._heard.emit(changes)
