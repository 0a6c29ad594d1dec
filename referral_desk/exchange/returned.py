"""Files that come back from members, told by a worker: what is empty, too large or damaged is said in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.errors import Invalid
from referral_desk.guard.worker import Cause, TaskBroke, Worker, WorkerFailed

if TYPE_CHECKING:
    import threading

    from referral_desk.guard.worker import Answer, Limits


def told_by_worker(
    task: str,
    limits: Limits,
    content: bytes,
    name: str,
    *,
    most_bytes: int,
    too_large: str,
    damaged: str,
    cancel: threading.Event | None,
) -> Answer:
    """What the worker's task tells of a file called `name`.

    Invalid for an empty file, one over `most_bytes` (`too_large` says so) and one that breaks the task (`damaged`);
    WorkerFailed only where it was stopped by `cancel`.
    """
    if not content:
        raise Invalid("“{name}” is empty.", name=name)
    if len(content) > most_bytes:
        raise Invalid(too_large, name=name)
    try:
        with Worker(task, limits) as worker:
            return worker.ask(content, cancel=cancel)
    except (WorkerFailed, TaskBroke) as failed:
        if isinstance(failed, WorkerFailed) and failed.cause is Cause.CANCELLED:
            raise
        raise Invalid(damaged, name=name) from None
