"""Run one named task in a process of its own: pipes only, bounded in memory, time and answer, stopped at will.

Anything that opens a stranger's file runs here (trust.md F): if it falls, only the child falls. What goes to the child
is pickled, since we made it; what comes back is framed plain data that is checked (worker_answers.py).

A task is a module function of ours, ``def task(payload, tell)``: ``payload`` is what `Worker.ask` was given,
``tell(done, total, key)`` reports progress, and the result is bytes, or ``(facts, parts)``: JSON values beside bytes.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, Self, cast

from referral_desk.errors import DeskError, Unavailable
from referral_desk.guard import worker_answers as answers
from referral_desk.guard.worker_answers import Answer, TaskBroke
from referral_desk.guard.worker_child import TASK
from referral_desk.texts import N_

if TYPE_CHECKING:
    import io
    from collections.abc import Callable

__all__ = ["SWITCH", "Answer", "Cause", "Limits", "TaskBroke", "Worker", "WorkerFailed", "child_command", "run"]

SWITCH: Final = "--guarded-worker"  # what a packaged program is started with to be a child: call worker_child.main()
KEPT: Final = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH")  # without these a Python may not start; nothing else passes
START: Final = (
    "import os, sys; sys.path += sys.argv[1].split(os.pathsep); "
    "from referral_desk.guard.worker_child import main; main()"
)
ROOT: Final = Path(__file__).resolve().parents[2]
STEP: Final = 0.05  # seconds between two looks at the cancel flag
LAST_WORDS: Final = 4096  # bytes kept of what the child wrote on its error stream
FAREWELL: Final = 2.0  # seconds a child gets to leave by itself
OUT_OF_TIME: Final = (-getattr(signal, "SIGXCPU", 24), 1816)  # the second: Windows' ERROR_NOT_ENOUGH_QUOTA
WANT_OF_MEMORY: Final = re.compile(rb"MemoryError|bad_alloc|[Oo]ut of memory|Cannot allocate")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use. Defaults are those for one paper of a stranger (trust.md F)."""

    memory: int = 1 << 30  # bytes of address space, its own program included
    cpu_seconds: int = 20  # processor time for each request
    wall_seconds: float = 60.0  # by the clock, for each request
    answer: int = 512 << 20  # bytes of all parts of an answer


class Cause(StrEnum):
    """Why a worker gave no answer."""

    MEMORY = "memory"
    TIME = "time"
    CRASH = "crash"
    CANCELLED = "cancelled"
    ANSWER = "answer"  # it sent too much, or something that is not an answer


SENTENCES: Final[dict[Cause, str]] = {
    Cause.MEMORY: N_("This took more memory than allowed and was stopped. Try it with fewer or smaller papers."),
    Cause.TIME: N_("This took longer than allowed and was stopped. Try it with fewer or smaller papers."),
    Cause.CRASH: N_("The helper that opens papers broke down; the desk itself is safe. Try once more."),
    Cause.CANCELLED: N_("Stopped, as you asked. Nothing was changed."),
    Cause.ANSWER: N_("The helper that opens papers gave an answer that cannot be used; it was set aside."),
}


class WorkerFailed(Unavailable):
    """The child gave no answer; ``cause`` says why."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(SENTENCES[cause])
        self.cause = cause


def run(
    task: str,
    payload: object,
    *,
    limits: Limits | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
    cancel: threading.Event | None = None,
) -> bytes:
    """Run one task in a child of its own and give its bytes.

    ``task`` is "referral_desk.package.module:function"; ``payload`` is any plain value (large bytes in it are streamed,
    not copied); ``on_progress(done, total, key)`` is called in this thread. Setting ``cancel`` stops the child at once.
    Raises WorkerFailed with its cause, the task's own DeskError, or TaskBroke for any other error in the task.
    """
    with Worker(task, limits) as worker:
        parts = worker.ask(payload, on_progress=on_progress, cancel=cancel).parts
    if len(parts) != 1:
        raise WorkerFailed(Cause.ANSWER)
    return parts[0]


def child_command() -> list[str]:
    """Give the command that starts a child: the one place that a packaged program changes.

    No site module and no settings of the surroundings: the child imports from where this process imports, nowhere else.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # On Windows a venv's python.exe only starts another process, which would escape the job object.
    python = getattr(sys, "_base_executable", sys.executable) if sys.platform == "win32" else sys.executable
    places = [str(ROOT), *(place for place in sys.path if Path(place).is_absolute() and Path(place).is_dir())]
    return [python, "-I", "-S", "-B", "-X", "utf8", "-c", START, os.pathsep.join(dict.fromkeys(places))]


class _Job(Protocol):
    """What bounds a child on Windows; elsewhere the child bounds itself."""

    def allow_cpu(self, seconds: int) -> None: ...

    def close(self) -> None: ...


def _bound_on_windows(process: subprocess.Popen[bytes], memory: int) -> _Job | None:
    if sys.platform == "win32":
        from referral_desk.guard import worker_job  # noqa: PLC0415 - needed there only

        job: _Job | None = worker_job.Job(process, memory)
    else:
        job = None
    return job


def _start() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
            child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: os.environ[name] for name in KEPT if name in os.environ},
            cwd=ROOT.anchor,
            close_fds=True,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:  # no room for another process
        raise WorkerFailed(Cause.CRASH) from error


class Worker:
    """A child that serves requests for one task until it is closed; after a WorkerFailed it is gone.

    One thread asks at a time; `close` may come from any thread and ends a request that is under way.
    """

    def __init__(self, task: str, limits: Limits | None = None) -> None:
        if not TASK.fullmatch(task):
            raise ValueError(task)
        self.limits = limits or Limits()
        self._cause: Cause | None = None
        self._last_words = b""
        self._asking = threading.RLock()
        self._ending = threading.Lock()
        self._process = _start()
        assert self._process.stdin
        assert self._process.stdout
        assert self._process.stderr
        self._to, self._from = self._process.stdin, self._process.stdout
        self._errors = cast("io.BufferedReader", self._process.stderr)
        self._job = _bound_on_windows(self._process, self.limits.memory)
        self._listener = threading.Thread(target=self._listen, name="worker-last-words", daemon=True)
        self._listener.start()
        self._send((task, self.limits.memory, self.limits.cpu_seconds))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def alive(self) -> bool:
        """Whether another request can be asked."""
        with self._ending:
            return self._cause is None and self._process.poll() is None

    def ask(
        self,
        payload: object,
        *,
        on_progress: Callable[[int, int, str], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> Answer:
        """Send one request and wait for its answer; arguments and errors as in `run`."""
        with self._asking:
            if self._to.closed:  # somebody closed us while this thread was on its way
                raise WorkerFailed(self._stop(Cause.CANCELLED))
            over = threading.Event()
            watch = threading.Thread(target=self._watch, args=(over, cancel), name="worker-watch", daemon=True)
            watch.start()
            try:
                if self._job is not None:
                    self._job.allow_cpu(self.limits.cpu_seconds)
                self._send(payload)
                return self._receive(on_progress)
            except answers.Ended:
                raise WorkerFailed(self._find_cause()) from None
            except answers.Unsound:
                raise WorkerFailed(self._stop(Cause.ANSWER)) from None
            except MemoryError:
                raise WorkerFailed(self._stop(Cause.MEMORY)) from None
            except (DeskError, TaskBroke):
                raise  # the task said no; the child itself is well
            except BaseException:
                self._stop(Cause.CANCELLED)
                raise
            finally:
                over.set()
                watch.join()

    def close(self) -> None:
        """End the child, whatever it is doing, and give its pipes back."""
        self._stop(Cause.CANCELLED)
        with self._asking:
            self._process.wait()
            self._listener.join()
            for pipe in (self._to, self._from, self._errors):
                with contextlib.suppress(OSError):  # words that the dead child never took
                    pipe.close()
            if self._job is not None:
                self._job.close()

    def _send(self, value: object) -> None:
        """Pickle straight into the pipe: large bytes pass without a copy. A dead child is noticed when we listen."""
        with contextlib.suppress(OSError):
            pickle.dump(value, self._to, protocol=5)
            self._to.flush()

    def _receive(self, on_progress: Callable[[int, int, str], None] | None) -> Answer:
        room, parts = self.limits.answer, list[bytes]()
        while True:
            letter, body = answers.read_frame(self._from, room)
            if self._cause is not None:
                raise answers.Ended
            match letter:
                case b"B":
                    parts.append(body)
                    room -= len(body)
                    if len(parts) > answers.MOST_PARTS:
                        raise answers.Unsound
                case b"P":
                    told = answers.progress(body)
                    if on_progress is not None:
                        on_progress(*told)
                case b"R":
                    return Answer(answers.facts(body), tuple(parts))
                case _:
                    raise answers.failure(body)

    def _watch(self, over: threading.Event, cancel: threading.Event | None) -> None:
        """Stop the child when the person asks for it or the clock runs out."""
        end = time.monotonic() + self.limits.wall_seconds
        while True:
            if cancel is not None and cancel.is_set():
                self._stop(Cause.CANCELLED)
                return
            left = end - time.monotonic()
            if left <= 0:
                self._stop(Cause.TIME)
                return
            if over.wait(left if cancel is None else min(left, STEP)):
                return

    def _listen(self) -> None:
        """Empty the child's error stream, so that it never blocks; its end tells want of memory from a crash."""
        while words := self._errors.read1(LAST_WORDS):
            self._last_words = (self._last_words + words)[-LAST_WORDS:]

    def _stop(self, cause: Cause) -> Cause:
        """Kill the child and all it may have started, remember the first cause, and give that."""
        with self._ending:  # nobody collects the process between our look and the signal
            if self._cause is None:
                self._cause = cause
            if self._process.poll() is None:
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    with contextlib.suppress(ProcessLookupError, PermissionError):
                        os.killpg(self._process.pid, signal.SIGKILL)
            return self._cause

    def _find_cause(self) -> Cause:
        """Say why the child went away by itself."""
        if self._cause is not None:
            return self._cause
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(FAREWELL)
        code = self._process.poll()
        self._listener.join(FAREWELL)
        if code in OUT_OF_TIME:
            return self._stop(Cause.TIME)
        # The system's own killer of processes without memory signs with the same signal as we do.
        if code == -9 or WANT_OF_MEMORY.search(self._last_words):  # noqa: PLR2004
            return self._stop(Cause.MEMORY)
        return self._stop(Cause.CRASH)
