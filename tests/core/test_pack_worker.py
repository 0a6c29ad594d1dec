"""The pack is built in a process of its own: progress, stopping, and a paper that fells the worker."""

import dataclasses
import io
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Name

from referral_desk.guard.worker import Cause, Limits, TaskBroke, WorkerFailed
from referral_desk.reports import packs
from referral_desk.reports.pack import build
from tests.pack_builders import a_pack, a_paper, a_stranger, an_item, stored

ROOT = Path(__file__).resolve().parents[2]
TEXT = b"Words of a paper.\n"


def a_bomb():
    """A small paper whose two content streams unfold to more than the worker may take."""
    with pikepdf.open(io.BytesIO(a_stranger())) as pdf:
        packed = zlib.compress(b" " * (300 << 20), 9)
        streams = Array()
        for _ in range(2):
            stream = pdf.make_stream(b"")
            stream.write(packed, filter=Name.FlateDecode)
            streams.append(stream)
        pdf.pages[0].obj.Contents = streams
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_the_worker_gives_the_same_pack_with_its_manifest():
    stranger = a_stranger(2)
    content = a_pack(
        an_item(1, a_paper("1.1", TEXT), a_paper("1.2", stranger, "pdf")), an_item(2, a_paper("2.1", None))
    )
    told = []
    result = packs.build_in_worker(content, stored(TEXT, stranger), lambda *step: told.append(step))
    assert result.pdf == build(content, stored(TEXT, stranger))
    assert [(paper.number, paper.pages) for paper in result.manifest] == [("1.1", 1), ("1.2", 2), ("2.1", 1)]
    assert [paper.sha256 for paper in result.manifest[:2]] == [paper.sha256 for paper in content.papers[:2]]
    assert [problem.number for problem in result.problems] == ["2.1"]
    assert told[-1][0] == told[-1][1]


def test_known_problems_are_named_before_anything_is_built():
    content = a_pack(
        an_item(
            1,
            a_paper("1.1", TEXT),
            a_paper("1.2", TEXT, "other"),
            a_paper("1.3", None, "pdf"),
            a_paper("1.4", TEXT, "pdf", problem="Filen er låst."),
        ),
    )
    found = packs.problems(content)
    assert [problem.number for problem in found] == ["1.2", "1.3", "1.4"]
    assert found[-1].sentence == "Filen er låst."
    assert all(problem.sentence and problem.file_name for problem in found)


def test_a_paper_that_unfolds_beyond_the_workers_memory_gets_a_notice(monkeypatch):
    monkeypatch.setattr(packs, "LIMITS", Limits(memory=500 << 20, cpu_seconds=30, wall_seconds=60))
    bomb = a_bomb()
    content = a_pack(an_item(1, a_paper("1.1", TEXT), a_paper("1.2", bomb, "pdf"), a_paper("1.3", TEXT)), language="en")
    result = packs.build_in_worker(content, stored(TEXT, bomb))
    assert [problem.number for problem in result.problems] == ["1.2"]
    assert [paper.number for paper in result.manifest] == ["1.1", "1.2", "1.3"]


@pytest.mark.parametrize("failure", [WorkerFailed(Cause.CRASH), WorkerFailed(Cause.TIME), TaskBroke("KeyError")])
def test_a_paper_that_fells_the_worker_gets_a_notice_and_the_others_stand(monkeypatch, failure):
    ask = packs._asked

    def falls(content, papers, limits, on_progress, cancel):
        if any(paper.number == "1.2" and not paper.problem for paper in content.papers):
            raise failure
        return ask(content, papers, limits, on_progress, cancel)

    monkeypatch.setattr(packs, "_asked", falls)
    fatal = a_stranger()
    content = a_pack(
        an_item(1, a_paper("1.1", TEXT), a_paper("1.2", fatal, "pdf"), a_paper("1.3", TEXT)), language="en"
    )
    result = packs.build_in_worker(content, stored(TEXT, fatal))
    assert [problem.number for problem in result.problems] == ["1.2"]
    assert "safely" in result.problems[0].sentence
    assert [paper.number for paper in result.manifest] == ["1.1", "1.2", "1.3"]


def test_a_failure_that_no_paper_is_to_blame_for_is_told(monkeypatch):
    monkeypatch.setattr(packs, "LIMITS", Limits(wall_seconds=0.001))
    monkeypatch.setattr(packs, "_ONE", Limits())
    with pytest.raises(WorkerFailed) as failed:
        packs.build_in_worker(a_pack(an_item(1, a_paper("1.1", TEXT))), stored(TEXT))
    assert failed.value.cause is Cause.TIME


def test_stopping_stops_at_once():
    cancel = threading.Event()
    content = a_pack(*(an_item(n, a_paper(f"{n}.1", TEXT)) for n in range(1, 60)))
    with pytest.raises(WorkerFailed) as failed:
        packs.build_in_worker(content, stored(TEXT), lambda *_: cancel.set(), cancel)
    assert failed.value.cause is Cause.CANCELLED


def test_an_answer_that_does_not_fit_the_question_is_set_aside():
    content = a_pack(an_item(1, a_paper("1.1", TEXT)))
    for facts, parts in (
        ({}, (b"%PDF-1.7",)),
        ({"pages": 3, "papers": []}, (b"%PDF-1.7",)),
        ({"pages": 3, "papers": [["9.9", "", 1, 1, ""]]}, (b"%PDF-1.7",)),
        ({"pages": 3, "papers": [["1.1", "", 1, 1, ""]]}, (b"something else",)),
    ):
        with pytest.raises(WorkerFailed):
            packs._built(content, packs.Answer(facts, parts))


def test_only_papers_that_are_needed_are_sent():
    content = a_pack(an_item(1, dataclasses.replace(a_paper("1.1", TEXT), problem="No.")))
    assert packs.build_in_worker(content, {"somebody else's": b"x" * 10}).problems


def test_the_door_is_light_to_import():
    heavy = "('reportlab', 'pikepdf', 'PIL', 'babel')"
    program = f"import sys, referral_desk.reports.packs; print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
