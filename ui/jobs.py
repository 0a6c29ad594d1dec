"""Work beside the window: an answer on its way, how far it is, and the pools that do it.

A Job's callbacks run on the window's thread. Take bound methods only; an answer whose widget is gone is dropped.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from referral_desk.errors import DeskError

P = ParamSpec("P")
R = TypeVar("R")
POOL = 2


class Cancelled(Exception):
    """The person cancelled the work."""


class Progress:
    """What long work is handed first: `progress(3, 20, "Page 3")` tells how far it is and stops it when cancelled."""

    def __init__(self, tell: Callable[[int, int, str], object]) -> None:
        self._tell = tell
        self._cancelled = Event()

    def __call__(self, done: int, total: int, what: str = "") -> None:
        """Tell how far the work is; raises Cancelled if the person no longer wants it."""
        if self._cancelled.is_set():
            raise Cancelled
        self._tell(done, total, what)

    @property
    def is_cancelled(self) -> bool:
        """Whether the person no longer wants it."""
        return self._cancelled.is_set()

    @property
    def stop_event(self) -> Event:
        """What is set once the person no longer wants it: for work that waits in another process."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()


class Job(Generic[R]):
    """An answer on its way. Say what to do with it before returning to Qt, with bound methods of what is shown."""

    def __init__(self) -> None:
        self.on_result: Callable[[R], object] | None = None
        self.on_error: Callable[[DeskError], object] | None = None
        self.on_progress: Callable[[int, int, str], object] | None = None
        self.on_cancelled: Callable[[], object] | None = None
        self.progress: Progress | None = None
        self.is_change = False
        """Whether it changes something on the desk."""

    def then(self, call: Callable[[R], object]) -> Job[R]:
        """Call with the result."""
        self.on_result = _owned(call)
        return self

    def otherwise(self, call: Callable[[DeskError], object]) -> Job[R]:
        """Call with a refusal, in place of the banner."""
        self.on_error = _owned(call)
        return self

    def progressed(self, call: Callable[[int, int, str], object]) -> Job[R]:
        """Call with (done, total, what) as long work goes on."""
        self.on_progress = _owned(call)
        return self

    def if_cancelled(self, call: Callable[[], object]) -> Job[R]:
        """Call when long work stopped because it was cancelled."""
        self.on_cancelled = _owned(call)
        return self

    def forget(self) -> None:
        """Let go of everybody who was to be called.

        The thread that did the work may hold the job a moment longer than the window does: it must not be the one
        to let go of a page last, for it would take the page down on the wrong thread.
        """
        self.on_result = self.on_error = self.on_progress = self.on_cancelled = None

    def cancel(self) -> None:
        """Ask long work to stop; looking and changing cannot be stopped half-way."""
        if self.progress is not None:
            self.progress.cancel()


class Runner(QObject):
    """Runs functions on pools and brings their answers back to the window's thread."""

    failed = Signal(object)
    """A refusal that nobody took: DeskError."""
    idle = Signal()
    """Nothing is under way any more."""
    _finished = Signal(object, object)
    _progressed = Signal(object, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = ThreadPoolExecutor(max_workers=POOL, thread_name_prefix="work")
        self._running = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is under way."""
        return self._running > 0

    def run(self, function: Callable[Concatenate[Progress, P], R], *args: P.args, **kwargs: P.kwargs) -> Job[R]:
        """Do long work that needs no store, beside everything else; the function is handed a Progress first."""
        job: Job[R] = Job()
        job.progress = Progress(functools.partial(self._tell_progress, job))
        return self._start(self._workers, job, functools.partial(function, job.progress, *args, **kwargs))

    def close(self) -> None:
        """Finish what is under way and end the threads."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _start(self, pool: ThreadPoolExecutor, job: Job[R], call: Callable[[], R]) -> Job[R]:
        self._running += 1
        pool.submit(call).add_done_callback(functools.partial(self._tell_finished, job))
        return job

    def _tell_finished(self, job: Job[Any], done: Future[Any]) -> None:
        if shiboken6.isValid(self):
            self._finished.emit(done, job)

    def _tell_progress(self, job: Job[Any], done: int, total: int, what: str) -> None:
        if shiboken6.isValid(self):
            self._progressed.emit(job, done, total, what)

    @Slot(object, object)
    def _deliver(self, done: Future[Any], job: Job[Any]) -> None:
        self._running -= 1
        try:
            if not done.cancelled():
                self._hand_over(done, job)
        finally:
            job.forget()
            if not self._running:
                self.idle.emit()

    def _hand_over(self, done: Future[Any], job: Job[Any]) -> None:
        try:
            result = done.result()
        except DeskError as error:
            _call(job.on_error or self.failed.emit, error)
        except Cancelled:
            if job.on_cancelled:
                _call(job.on_cancelled)
        else:
            if job.on_result:
                _call(job.on_result, result)

    @Slot(object, int, int, str)
    def _on_progress(self, job: Job[Any], done: int, total: int, what: str) -> None:
        if job.on_progress:
            _call(job.on_progress, done, total, what)


def _owner(call: Callable[..., object]) -> object:
    while isinstance(call, functools.partial):
        call = call.func
    return getattr(call, "__self__", None)


def _owned(call: Callable[..., R]) -> Callable[..., R]:
    """Take bound methods only: a lambda would keep a closed page alive and then call it."""
    if _owner(call) is None:
        message = "give the bridge a bound method"
        raise TypeError(message)
    return call


def _call(call: Callable[..., object], *values: object) -> None:
    """Call back, unless the widget that asked is already gone."""
    owner = _owner(call)
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return
    call(*values)
