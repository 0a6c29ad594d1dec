"""Look through a paper: its name, its properties and its words, read in a worker (the guard's rule for strangers)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from referral_desk.guard.findings import MOST_BYTES, Problem
from referral_desk.guard.personal_data.found import Find
from referral_desk.guard.personal_data.scan import finds
from referral_desk.guard.worker import Cause, Limits, TaskBroke, Worker, WorkerFailed
from referral_desk.texts import N_, name_members

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from referral_desk.guard.personal_data.names import NameIndex
    from referral_desk.guard.personal_data.ordinary import Ordinary

TASK: Final = "referral_desk.guard.paper_text_child:read"
LIMITS: Final = Limits(cpu_seconds=60, wall_seconds=120.0, answer=128 << 20)


class Place(StrEnum):
    """Where in a paper something stands."""

    NAME = "name"
    PROPERTIES = "properties"
    TEXT = "text"


name_members(
    {
        Place.NAME: N_("in the file's name"),
        Place.PROPERTIES: N_("in what the file tells of itself"),
        Place.TEXT: N_("in the text"),
    }
)


@dataclass(frozen=True, slots=True)
class PaperFind:
    """A find and where it stands: page, line and column count from 1; outside the text the page is 0."""

    place: Place
    page: int
    line: int
    column: int
    find: Find


@dataclass(frozen=True, slots=True)
class ScannedPaper:
    """What the alarm says of a paper."""

    name: str
    finds: tuple[PaperFind, ...]
    pages: int = 0
    unread: int = 0
    """Pages and attachments that hold no words which could be read, such as pictures of text."""
    is_picture: bool = False
    """Whether it is a picture, and so no text in it could be read."""
    problem: Problem | None = None
    """Why only the name could be looked at; None where the text was read."""


def scan_paper(
    content: bytes,
    name: str,
    *,
    names: NameIndex | None = None,
    ordinary: Ordinary | None = None,
    cancel: threading.Event | None = None,
) -> ScannedPaper:
    """Look for personal data in a PDF, a Word file, a mail, a web page or a plain text, and in its name.

    Of a picture only the name can be looked at.
    `names` and `ordinary` as for `finds`. Any bytes give an answer; only `cancel` raises (WorkerFailed).
    """
    # Low lines and hyphens part words in a file's name.
    told = [*_places(name.replace("_", " "), Place.NAME, 0, names, ordinary)]
    if not content or len(content) > MOST_BYTES:
        return ScannedPaper(name, tuple(told), problem=Problem.TOO_LARGE if content else Problem.EMPTY)
    try:
        with Worker(TASK, LIMITS) as worker:
            answer = worker.ask((content, name), cancel=cancel)
    except (WorkerFailed, TaskBroke) as failed:
        return ScannedPaper(name, tuple(told), problem=_problem(failed))
    problem, unread = answer.facts.get("problem"), answer.facts.get("unread")
    if not answer.parts:
        return ScannedPaper(name, tuple(told), problem=Problem(problem) if problem in set(Problem) else Problem.DAMAGED)
    properties, *pages = (part.decode("utf-8", "replace") for part in answer.parts)
    told += _places(properties, Place.PROPERTIES, 0, names, ordinary)
    for number, page in enumerate(pages, 1):
        told += _places(page, Place.TEXT, number, names, ordinary)
    unread = unread if isinstance(unread, int) else 0
    return ScannedPaper(name, tuple(told), len(pages), unread, is_picture=answer.facts.get("picture") is True)


def _places(
    text: str, place: Place, page: int, names: NameIndex | None, ordinary: Ordinary | None
) -> Iterator[PaperFind]:
    line, start, last = 1, 0, 0
    for find in finds(text, names=names, ordinary=ordinary):
        line += text.count("\n", last, find.start)
        start = text.rfind("\n", last, find.start) + 1 or start
        last = find.start
        yield PaperFind(place, page, line, find.start - start + 1, find)


def _problem(failed: WorkerFailed | TaskBroke) -> Problem:
    if isinstance(failed, WorkerFailed):
        match failed.cause:
            case Cause.CANCELLED:
                raise failed
            case Cause.MEMORY:
                return Problem.BOMB
            case Cause.TIME:
                return Problem.WORKER_TIMEOUT
    return Problem.WORKER_CRASH
