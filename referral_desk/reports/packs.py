"""The door to the pack: what is wrong before it is built, and the building itself in a worker. Light to import."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from referral_desk.guard.worker import Answer, Cause, Limits, TaskBroke, Worker, WorkerFailed
from referral_desk.queries.packs import PackContent, PackPaper
from referral_desk.texts import N_, say

TASK: Final = "referral_desk.reports.pack:build_task"
LIMITS: Final = Limits(memory=3 << 30, cpu_seconds=240, wall_seconds=600.0, answer=1 << 30)
_ONE: Final = Limits(memory=1 << 30, cpu_seconds=30, wall_seconds=60.0, answer=256 << 20)
_MISSING: Final = N_("The content of the file was not found.")
_KIND: Final = N_("This kind of file cannot stand in a pack.")
_BROKE: Final = N_("The file could not be opened safely: it was stopped when it took too much or broke its reader.")
_FALLS: Final = (Cause.MEMORY, Cause.TIME, Cause.CRASH)

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PackProblem:
    """A paper that will not be in the pack, and why, in the pack's language."""

    number: str
    title: str
    file_name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """Where a paper stands in the finished pack (pages from 1) and the hash of what went in."""

    number: str
    sha256: str
    first_page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PackResult:
    """A finished pack. `problems` names the papers whose place holds a notice; `manifest` every paper in order."""

    pdf: bytes
    pages: int
    problems: tuple[PackProblem, ...]
    manifest: tuple[PackedPaper, ...]


def problems(content: PackContent) -> list[PackProblem]:
    """Name each paper that is known to be unusable, before anything is built."""
    found = []
    for paper in content.papers:
        sentence = paper.problem or ""
        if not sentence and paper.kind == "other":
            sentence = say(_KIND, content.language)
        elif not sentence and not paper.sha256:
            sentence = say(_MISSING, content.language)
        if sentence:
            found.append(PackProblem(paper.number, paper.title, paper.file_name, sentence))
    return found


def build_in_worker(
    content: PackContent,
    papers: Mapping[str, bytes],
    on_progress: Progress | None = None,
    cancel: threading.Event | None = None,
) -> PackResult:
    """Build a pack in a process of its own; `papers` gives the bytes of each paper by its sha256.

    `on_progress(done, total, key)` is called in this thread, `key` an English source text. When the worker falls over a
    paper, each paper is tried alone, and those that fell are named on a notice page: the pack is not lost.
    Raises WorkerFailed when it was cancelled or fails without any paper to blame.
    """
    needed = {paper.sha256 for paper in content.papers if not paper.problem}
    sent = {key: data for key, data in papers.items() if key in needed}
    try:
        return _built(content, _asked(content, sent, LIMITS, on_progress, cancel))
    except WorkerFailed as failed:
        if failed.cause not in _FALLS:
            raise
        fell = _fallen(content, sent, cancel)
        if not fell:
            raise
    except TaskBroke:
        fell = _fallen(content, sent, cancel)
        if not fell:
            raise
    return _built(content, _asked(_without(content, fell), sent, LIMITS, on_progress, cancel))


def _asked(
    content: PackContent,
    papers: Mapping[str, bytes],
    limits: Limits,
    on_progress: Progress | None,
    cancel: threading.Event | None,
) -> Answer:
    with Worker(TASK, limits) as worker:
        return worker.ask((content, dict(papers)), on_progress=on_progress, cancel=cancel)


def _fallen(content: PackContent, papers: Mapping[str, bytes], cancel: threading.Event | None) -> set[PackPaper]:
    """Try each paper alone, and give those over which the worker falls."""
    fell = set()
    for one in content.items:
        for paper in one.papers:
            data = papers.get(paper.sha256 or "")
            if data is None:
                continue
            alone = replace(content, items=(replace(one, papers=(paper,)),), members=(), news=())
            try:
                _asked(alone, {paper.sha256 or "": data}, _ONE, None, cancel)
            except TaskBroke:
                fell.add(paper)
            except WorkerFailed as failed:
                if failed.cause not in _FALLS:
                    raise
                fell.add(paper)
    return fell


def _without(content: PackContent, fell: set[PackPaper]) -> PackContent:
    sentence = say(_BROKE, content.language)
    return replace(
        content,
        items=tuple(
            replace(one, papers=tuple(replace(p, problem=sentence) if p in fell else p for p in one.papers))
            for one in content.items
        ),
    )


def _built(content: PackContent, answer: Answer) -> PackResult:
    """Read the worker's answer, and check it against what was asked."""
    told = answer.facts.get("papers")
    pages = answer.facts.get("pages")
    if len(answer.parts) != 1 or not isinstance(pages, int) or not isinstance(told, list):
        raise WorkerFailed(Cause.ANSWER)
    if len(told) != len(content.papers) or not answer.parts[0].startswith(b"%PDF-"):
        raise WorkerFailed(Cause.ANSWER)
    found, manifest = [], []
    for paper, line in zip(content.papers, told, strict=True):
        match line:
            case [str(number), str(key), int(first), int(count), str(sentence)] if number == paper.number:
                if sentence:
                    found.append(PackProblem(number, paper.title, paper.file_name, sentence))
                manifest.append(PackedPaper(number, key, first, count))
            case _:
                raise WorkerFailed(Cause.ANSWER)
    return PackResult(answer.parts[0], pages, tuple(found), tuple(manifest))
