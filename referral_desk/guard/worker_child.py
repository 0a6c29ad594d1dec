"""The child's side of the worker: take limits and work from one pipe, give frames back on another, touch nothing else.

Frames: one letter, eight bytes of length (big-endian), the body. P progress, B a part of the answer, R the end of the
answer (JSON), E a failure (JSON). The parent treats every byte of it as untrusted.
"""

from __future__ import annotations

import importlib
import io
import json
import math
import os
import pickle
import re
import struct
import sys
import time
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEADER: Final = struct.Struct(">cQ")
TASK: Final = re.compile(r"referral_desk(?:\.[a-z][a-z0-9_]*)+:[a-z][a-z0-9_]*")
SHORTEST_PAUSE: Final = 0.03  # seconds between two progress frames: a bar needs no more
REFUSED: Final = frozenset(
    (
        "os.exec", "os.fork", "os.forkpty", "os.mkdir", "os.posix_spawn", "os.remove", "os.rename", "os.spawn",
        "os.startfile", "os.symlink", "os.system", "socket.bind", "socket.connect", "socket.getaddrinfo",
        "subprocess.Popen",
    )
)  # fmt: skip
MOST_FILES: Final = 64  # open at the same time
WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Line:
    """The pipe to the parent."""

    def __init__(self, descriptor: int) -> None:
        self._file = io.FileIO(descriptor, "w")
        self._told = 0.0

    def send(self, letter: bytes, body: bytes | bytearray | memoryview) -> None:
        """Send one frame, without a copy of its body."""
        rest = memoryview(body).cast("B")
        self._write(memoryview(HEADER.pack(letter, rest.nbytes)))
        self._write(rest)

    def tell(self, done: int, total: int, key: str = "") -> None:
        """Say how far the task is; ``key`` is an English source text (`N_`) or empty. Hurried calls are dropped."""
        now = time.monotonic()
        if done < total and now - self._told < SHORTEST_PAUSE:
            return
        self._told = now
        self.send(b"P", json.dumps([done, total, key]).encode())

    def _write(self, rest: memoryview) -> None:
        while rest:
            rest = rest[self._file.write(rest) or 0 :]


def main() -> NoReturn:
    """Serve requests until the parent closes its end."""
    source, line = _take_pipes()
    task, memory, cpu_seconds = pickle.load(source)  # noqa: S301 - written by the parent, our own program
    _bound(memory)
    sys.addaudithook(_refuse)
    try:
        work = _find(task)
    except BaseException as error:  # noqa: BLE001 - every failure goes home as a frame
        _report(line, error)
        os._exit(1)
    while True:
        try:
            payload = pickle.load(source)  # noqa: S301 - same
        except EOFError:
            os._exit(0)  # skips the libraries' own tidying, which a bad file may have upset
        except MemoryError as error:
            _report(line, error)
            os._exit(1)
        _allow_cpu(cpu_seconds)
        try:
            _answer(line, work(payload, line.tell))
        except BaseException as error:  # noqa: BLE001 - every failure goes home as a frame
            _report(line, error)
        payload = None


def _take_pipes() -> tuple[io.BufferedReader, Line]:
    """Move both pipes away from 0 and 1, so that a library's print or read cannot spoil the frames."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists there only

        for standard in (0, 1):
            msvcrt.setmode(standard, os.O_BINARY)
    given, taken = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return io.BufferedReader(io.FileIO(given), 1 << 16), Line(taken)


def _bound(memory: int) -> None:
    """Set what holds for the whole life of the child; Windows has its job object instead (worker_job.py)."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - exists on POSIX only

        bounds = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, MOST_FILES)]
        if sys.platform == "linux":
            bounds.append((resource.RLIMIT_NPROC, 0))  # counts what the person runs: 0 means nothing more from here
        bounds.append((resource.RLIMIT_AS, memory))
        for kind, bound in bounds:
            try:
                resource.setrlimit(kind, (bound, bound))
            except (ValueError, OSError):  # a system that lacks this bound keeps the others (macOS: RLIMIT_AS)
                continue


def _allow_cpu(seconds: int) -> None:
    """Give the next request its seconds of processor time, beyond what was used so far."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - exists on POSIX only

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(used.ru_utime + used.ru_stime) + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop Python code here from writing files, starting programs or using the network: a belt beside the limits."""
    if event in REFUSED:
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING and arguments[0] != os.devnull:
        raise PermissionError(event)


def _find(task: str) -> Callable[[Any, Callable[..., None]], Any]:
    if not TASK.fullmatch(task):
        raise ValueError(task)
    module, _, name = task.partition(":")
    found: Callable[[Any, Callable[..., None]], Any] = getattr(importlib.import_module(module), name)
    return found


def _answer(line: Line, result: bytes | bytearray | memoryview | tuple[dict[str, Any], Sequence[bytes]]) -> None:
    """Send what a task gave: bytes, or plain facts (JSON) with parts in bytes."""
    facts, parts = result if isinstance(result, tuple) else ({}, (result,))
    end = json.dumps(facts).encode()
    for part in parts:
        line.send(b"B", part)
    line.send(b"R", end)


def _report(line: Line, error: BaseException) -> None:
    """Send a failure home: a refusal with its sentence, want of memory, anything else as its kind and our places.

    The text of other errors stays here: it may hold words of a paper.
    """
    refusal = getattr(sys.modules.get("referral_desk.errors"), "DeskError", None)
    facts: dict[str, Any] = {"kind": type(error).__name__}
    if refusal is not None and isinstance(error, refusal):
        values = {name: v if isinstance(v, int | float) else str(v) for name, v in error.values.items()}
        facts |= {"template": error.template, "values": values}
    elif isinstance(error, SystemError):
        # What Python says where its own parts found no memory and did not tell.
        facts["kind"] = MemoryError.__name__
    elif not isinstance(error, MemoryError):
        import traceback  # noqa: PLC0415 - only needed when something went wrong

        places = traceback.extract_tb(error.__traceback__)[-12:]
        facts["trail"] = [f"{os.path.basename(place.filename)}:{place.lineno}" for place in places]  # noqa: PTH119
    error.__traceback__ = None
    line.send(b"E", json.dumps(facts).encode())
