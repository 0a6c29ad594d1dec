"""The worker process: its bounds hold, its silence is explained, and nothing of the surroundings is in it."""

import ctypes
import os
import pickle
import subprocess
import sys
import threading
import time

import pytest

from referral_desk.errors import Invalid
from referral_desk.guard import worker, worker_job
from referral_desk.guard import worker_drill as drill
from referral_desk.guard.attachments import Problem, inspect
from referral_desk.guard.page_pictures import PageDrawer
from referral_desk.guard.worker import (
    SENTENCES,
    SWITCH,
    Cause,
    Limits,
    TaskBroke,
    Worker,
    WorkerFailed,
    child_command,
    run,
)
from referral_desk.guard.worker_child import HEADER

QUICK = Limits(memory=400 << 20, cpu_seconds=1, wall_seconds=20, answer=1 << 20)


def failing(task, payload=None, limits=QUICK, **options):
    with pytest.raises(WorkerFailed) as failed:
        run(drill.HERE + task, payload, limits=limits, **options)
    return failed.value.cause


def test_what_is_asked_comes_back():
    assert run(drill.HERE + "echo", b"a paper") == b"a paper"


def test_progress_is_told_while_the_task_runs():
    told = []
    run(drill.HERE + "echo", b"", on_progress=lambda *step: told.append(step))
    assert told == [(1, 1, "Done")]


def test_a_large_paper_goes_through_the_pipes_both_ways():
    content = os.urandom(1 << 20) * 40
    assert run(drill.HERE + "echo", content) == content


def test_the_memory_limit_holds():
    assert failing("eat_memory") is Cause.MEMORY
    assert failing("starve") is Cause.MEMORY


def test_the_processor_time_limit_holds():
    assert failing("spin") is Cause.TIME


def test_each_request_has_processor_time_of_its_own():
    with Worker(drill.HERE + "echo", QUICK) as child:
        for _ in range(3):
            assert child.ask(b"x" * 1000).parts == (b"x" * 1000,)


def test_the_clock_stops_a_child_that_only_waits():
    begun = time.monotonic()
    assert failing("wait", limits=Limits(wall_seconds=0.5)) is Cause.TIME
    assert time.monotonic() - begun < 10


def test_a_crash_of_the_child_is_a_sentence_not_a_crash_of_ours():
    assert failing("crash") is Cause.CRASH


def test_an_answer_that_is_too_large_is_refused():
    assert failing("flood", 2 << 20) is Cause.ANSWER


def test_cancel_stops_a_running_child():
    cancel = threading.Event()
    assert failing("wait", on_progress=lambda *_: cancel.set(), cancel=cancel) is Cause.CANCELLED


def test_a_cancel_before_the_start_is_heard():
    cancel = threading.Event()
    cancel.set()
    assert failing("wait", cancel=cancel) is Cause.CANCELLED


def test_a_child_can_be_closed_from_another_thread_while_it_works():
    child = Worker(drill.HERE + "wait")
    begun = threading.Event()
    caught = []

    def ask():
        try:
            child.ask(None, on_progress=lambda *_: begun.set())
        except WorkerFailed as failed:
            caught.append(failed.cause)

    thread = threading.Thread(target=ask)
    thread.start()
    assert begun.wait(20)
    child.close()
    thread.join(20)
    assert caught == [Cause.CANCELLED]
    assert not child.alive


def test_an_error_while_progress_is_shown_ends_the_child():
    def stumble(*_):
        raise ZeroDivisionError

    with Worker(drill.HERE + "wait") as child:
        with pytest.raises(ZeroDivisionError):
            child.ask(None, on_progress=stumble)
        assert not child.alive


def test_prints_of_a_library_do_not_spoil_the_answer():
    assert run(drill.HERE + "babble", None) == b"heard"


def test_a_refusal_of_the_task_arrives_with_its_sentence():
    with pytest.raises(Invalid, match="There is no cake here") as refused:
        run(drill.HERE + "refuse", "cake")
    assert refused.value.values == {"name": "cake"}


def test_a_bug_in_a_task_arrives_without_its_text():
    with pytest.raises(TaskBroke) as broke:
        run(drill.HERE + "stumble", "Anna 010190-1234")
    assert broke.value.kind == "KeyError"
    assert "worker_drill.py" in broke.value.trail[-1]
    assert "Anna" not in str(broke.value)


def test_a_child_that_refused_can_be_asked_again():
    with Worker(drill.HERE + "refuse") as child:
        for name in ("cake", "tea"):
            with pytest.raises(Invalid, match=name):
                child.ask(name)


@pytest.mark.parametrize(
    "frame",
    [
        b"not a frame at all",
        HEADER.pack(b"B", 1 << 60),
        HEADER.pack(b"R", 2) + b"[]",
        HEADER.pack(b"R", 1 << 40),
        HEADER.pack(b"P", 9) + b"[5, 1, 0]",
        HEADER.pack(b"E", 4) + b"null",
        HEADER.pack(b"E", 3) + b'{"k',
        HEADER.pack(b"X", 0),
    ],
    ids=range(8),
)
def test_a_made_up_frame_is_not_believed(frame):
    assert failing("forge", frame) is Cause.ANSWER


@pytest.mark.parametrize(
    "template",
    ["{name.__class__}", "{name!r}", "{name:>99999999}", "{0}", "{other}", "{", "{name[0]}"],
)
def test_a_made_up_refusal_cannot_reach_into_our_objects(template):
    body = b'{"kind": "Invalid", "template": "%s", "values": {"name": "x"}}' % template.encode()
    assert failing("forge", HEADER.pack(b"E", len(body)) + body) is Cause.ANSWER


def test_what_comes_back_is_never_unpickled(monkeypatch):
    def never(*_):
        raise AssertionError

    monkeypatch.setattr(pickle, "load", never)
    monkeypatch.setattr(pickle, "loads", never)
    assert run(drill.HERE + "echo", b"x") == b"x"


@pytest.mark.parametrize(
    "task",
    [
        "os:system",
        "referral_desk:x",
        "referral_desk.guard.worker_drill.os:system",
        "referral_desk.a:b.c",
        "ui.app:main",
    ],
)
def test_only_functions_of_the_core_can_be_named(task):
    if task == "referral_desk.guard.worker_drill.os:system":
        with pytest.raises(TaskBroke):
            run(task, "true")
    else:
        with pytest.raises(ValueError, match=r"\w+:|:\w"):
            run(task, None)


@pytest.mark.parametrize("way", ["file", "program", "network"])
def test_a_child_cannot_write_start_programs_or_call_out(way):
    with pytest.raises(TaskBroke):
        run(drill.HERE + "reach_out", way)


def test_the_surroundings_do_not_come_along(monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "secret")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    with open(os.devnull, "rb") as kept, Worker(drill.HERE + "surroundings") as child:  # noqa: PTH123
        os.set_inheritable(kept.fileno(), True)
        facts = child.ask(None).facts
    assert set(facts["environment"]) <= {"LC_CTYPE", "SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH"}
    assert len(facts["open_files"]) <= 6
    assert not {"sqlalchemy", "keyring", "PySide6", "sqlcipher3"} & set(facts["modules"])


def test_a_packaged_program_starts_itself_as_the_child(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, SWITCH]


def test_the_bounds_hold_on_this_computer():
    assert all(drill.holds().values())


def test_a_child_that_cannot_be_started_is_a_sentence_too(monkeypatch):
    monkeypatch.setattr(worker, "child_command", lambda: ["/nowhere/python"])
    assert failing("echo", b"") is Cause.CRASH
    assert inspect(b"a word", "a.txt").problem is Problem.WORKER_CRASH
    with PageDrawer(b"%PDF-") as drawer:
        assert drawer.draw(0, 100) is None


def test_no_child_outlives_its_parent():
    code = (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        "from referral_desk.guard import worker, worker_drill\n"
        "w = worker.Worker(worker_drill.HERE + 'wait'); print(w._process.pid, flush=True)\n"
        "import os; w._send(None); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code, *sys.path], capture_output=True, check=True, text=True)
    child = int(done.stdout)
    ends = time.monotonic() + 20
    while _runs(child) and time.monotonic() < ends:
        os.sched_yield()
    assert not _runs(child)


def _runs(process_id):
    try:
        with open(f"/proc/{process_id}/stat") as stat:  # noqa: PTH123
            return stat.read().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False


def test_every_cause_has_its_sentence():
    assert set(SENTENCES) == set(Cause)
    assert str(WorkerFailed(Cause.TIME)).startswith("This took longer")


def test_the_windows_job_has_the_layout_of_its_header():
    pointer = ctypes.sizeof(ctypes.c_void_p)
    assert ctypes.sizeof(worker_job.BasicLimits) == (64 if pointer == 8 else 48)
    assert ctypes.sizeof(worker_job.ExtendedLimits) == (144 if pointer == 8 else 112)
    limits = worker_job.describe(1 << 30, 20)
    assert limits.BasicLimitInformation.LimitFlags == 0x250C
    assert limits.BasicLimitInformation.PerJobUserTimeLimit == 200_000_000
    assert limits.BasicLimitInformation.ActiveProcessLimit == 1
    assert limits.ProcessMemoryLimit == 1 << 30
