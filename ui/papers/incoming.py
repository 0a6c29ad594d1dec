"""Take in files for papers, beside the window: read, inspect in another process, say what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from referral_desk.texts import say
from ui.jobs import Cancelled

if TYPE_CHECKING:
    from referral_desk.operations.papers import Incoming
    from ui.jobs import Progress


@dataclass(frozen=True)
class Wish:
    """A file that somebody wants behind an item: where it lies, or its bytes with a name."""

    name: str
    path: Path | None = None
    content: bytes = b""
    password: str | None = None


def take_in(progress: Progress, wish: Wish, language: str) -> Incoming:
    """Read and inspect a file; runs outside the window's thread.

    Raises Invalid for a folder or a file that is too large, Unavailable for one that cannot be read, Cancelled.
    """
    from referral_desk.guard.attachments import inspect  # noqa: PLC0415 - only when papers come in
    from referral_desk.guard.reading import read_paper  # noqa: PLC0415 - same
    from referral_desk.guard.worker import Cause, WorkerFailed  # noqa: PLC0415 - same
    from referral_desk.operations.papers import Incoming  # noqa: PLC0415 - same

    content = wish.content if wish.path is None else read_paper(wish.path)

    def tell(done: int, total: int, what: str) -> None:
        progress(done, total, say(what, language))

    try:
        found = inspect(content, wish.name, password=wish.password, on_progress=tell, cancel=progress.stop_event)
    except WorkerFailed as failed:
        if failed.cause is Cause.CANCELLED:
            raise Cancelled from failed
        raise
    return Incoming.of(content, found)
