"""Take in a stranger's file: say what it is, make it safe for a pack, or say why not and what to do.

The file itself is opened in a worker process only (trust.md F). The caller keeps the original, whatever we answer.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from referral_desk.guard.findings import MOST_BYTES, Note, PaperKind, Problem, Removed
from referral_desk.guard.inspection import Inspection, believe, clean_name
from referral_desk.guard.kinds import UNKNOWN
from referral_desk.guard.worker import Cause, Limits, TaskBroke, Worker, WorkerFailed

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Generator, Iterable

__all__ = ["Inspection", "Note", "PaperKind", "Problem", "Removed", "clean_name", "inspect", "inspect_many"]

LOOKING: Final = Limits()
DRAWING: Final = Limits(cpu_seconds=300, wall_seconds=420)  # a safe copy of many pages takes its time
TASKS: Final = "referral_desk.guard.attachments_child:"
# Worth a copy by drawing: a bomb or too many pages are not.
_COPIED: Final = frozenset(
    (Problem.DAMAGED, Problem.ACTIVE, Problem.PAGE_SIZE, Problem.WORKER_CRASH, Problem.WORKER_TIMEOUT)
)


def inspect(
    content: bytes,
    name: str,
    *,
    password: str | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
    cancel: threading.Event | None = None,
) -> Inspection:
    """Look at one file in a child of its own and make it safe.

    ``name`` is what the file was called, ``password`` what the person typed for it (used once, kept nowhere).
    Any bytes give an Inspection; only ``cancel`` raises: WorkerFailed with Cause.CANCELLED.
    """
    looking = inspect_many([(content, name)], password=password, on_progress=on_progress, cancel=cancel)
    with contextlib.closing(looking):
        return next(looking)


def inspect_many(
    files: Iterable[tuple[bytes, str]],
    *,
    password: str | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
    cancel: threading.Event | None = None,
) -> Generator[Inspection]:
    """Look at several files of the same sender, as `inspect` does; one child serves them while it stays well.

    A file could, if it took the child over, spoil the answers about those after it: never mix senders.
    """
    desk = _Inspector(on_progress, cancel)
    try:
        for content, name in files:
            yield desk.inspect(content, name, password)
    finally:
        desk.close()


class _Inspector:
    """Asks children and turns what they say into inspections."""

    def __init__(self, on_progress: Callable[[int, int, str], None] | None, cancel: threading.Event | None) -> None:
        self._on_progress, self._cancel = on_progress, cancel
        self._worker: Worker | None = None

    def inspect(self, content: bytes, name: str, password: str | None) -> Inspection:
        """Look at one file."""
        paper = Inspection(
            PaperKind.OTHER, UNKNOWN.media_type, clean_name(name), len(content), hashlib.sha256(content).hexdigest()
        )
        if not content:
            return replace(paper, problem=Problem.EMPTY)
        if len(content) > MOST_BYTES:
            return replace(paper, problem=Problem.TOO_LARGE)
        found = self._look(paper, (content, paper.name, password))
        if found.kind is PaperKind.PDF and found.problem in _COPIED:
            copied = self._draw("copy_safely", found, (content, password))
            return replace(copied, removed=found.removed) if copied.usable else found
        if found.kind is PaperKind.PDF and Note.REPAIRED in found.notes:
            return self._compare(found, content, password)
        return found

    def close(self) -> None:
        """End the child, if one is left."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _look(self, paper: Inspection, payload: tuple[bytes, str, str | None]) -> Inspection:
        try:
            if self._worker is None or not self._worker.alive:
                self.close()
                self._worker = Worker(TASKS + "inspect", LOOKING)
            answer = self._worker.ask(payload, on_progress=self._on_progress, cancel=self._cancel)
        except (WorkerFailed, TaskBroke) as failed:
            self.close()
            guess = PaperKind.PDF if b"%PDF-" in payload[0][:1024] else paper.kind
            return replace(_failed(paper, failed), kind=guess)
        found = believe(paper, answer)
        if answer.facts.get("hidden_layers") is True and found.usable:
            return self._draw("hide_layers", found, found.safe)
        return found

    def _compare(self, mended: Inspection, content: bytes, password: str | None) -> Inspection:
        """Look whether mending lost anything that another reader of PDF would show; if so, that reader draws it."""
        try:
            with Worker(TASKS + "find_losses", DRAWING) as worker:
                answer = worker.ask(
                    (content, password, mended.safe), on_progress=self._on_progress, cancel=self._cancel
                )
        except (WorkerFailed, TaskBroke) as failed:
            if isinstance(failed, WorkerFailed) and failed.cause is Cause.CANCELLED:
                raise
            return mended  # nothing to compare with; the note tells the person to
        if answer.facts.get("lost") is not True:
            return mended
        copied = believe(mended, answer)
        return copied if copied.usable else mended

    def _draw(self, task: str, paper: Inspection, payload: object) -> Inspection:
        """Let pages be drawn, in a child of its own: it takes longer and may use more."""
        try:
            with Worker(TASKS + task, DRAWING) as worker:
                answer = worker.ask(payload, on_progress=self._on_progress, cancel=self._cancel)
        except (WorkerFailed, TaskBroke) as failed:
            return _failed(replace(paper, safe=None), failed)
        return believe(paper, answer)


def _failed(paper: Inspection, failed: WorkerFailed | TaskBroke) -> Inspection:
    if isinstance(failed, WorkerFailed):
        match failed.cause:
            case Cause.CANCELLED:
                raise failed
            case Cause.MEMORY:
                return replace(paper, problem=Problem.BOMB)
            case Cause.TIME:
                return replace(paper, problem=Problem.WORKER_TIMEOUT)
    return replace(paper, problem=Problem.WORKER_CRASH)
