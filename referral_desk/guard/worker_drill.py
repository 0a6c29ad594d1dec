"""A drill for the worker: tasks that break each bound on purpose, and a look at which bounds hold on this computer."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from referral_desk.errors import Invalid
from referral_desk.guard.worker import Cause, Limits, TaskBroke, WorkerFailed, run

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL: Final = Limits(memory=400 << 20, cpu_seconds=1, wall_seconds=20, answer=1 << 20)
HERE: Final = "referral_desk.guard.worker_drill:"


def echo(payload: bytes, tell: Callable[[int, int, str], None]) -> bytes:
    """Give back what was given."""
    tell(1, 1, "Done")
    return payload


def count(payload: bytes, _tell: object) -> bytes:
    """Say how much was given."""
    return str(len(payload)).encode()


def eat_memory(_payload: object, _tell: object) -> bytes:
    """Take memory until there is no more."""
    eaten = []
    while True:
        eaten.append(bytes(16 << 20))


def starve(_payload: object, _tell: object) -> bytes:
    """Fail as Python does where its own parts found no memory and did not tell."""
    message = "returned NULL without setting an exception"
    raise SystemError(message)


def spin(_payload: object, _tell: object) -> bytes:
    """Use the processor for ever."""
    while True:
        pass


def wait(_payload: object, tell: Callable[[int, int, str], None]) -> bytes:
    """Say that it has begun, then do nothing for ever."""
    tell(0, 1, "Waiting")
    read, _write = os.pipe()
    return os.read(read, 1)


def crash(_payload: object, _tell: object) -> bytes:
    """Fall as a broken library does."""
    os.abort()


def flood(size: int, _tell: object) -> bytes:
    """Answer with very much."""
    return bytes(size)


def babble(_payload: object, _tell: object) -> bytes:
    """Print a lot on every stream, then answer properly."""
    for _ in range(2000):
        print("x" * 100)  # noqa: T201 - the very thing under test
        print("y" * 100, file=sys.stderr)  # noqa: T201
    return b"heard"


def refuse(name: str, _tell: object) -> bytes:
    """Refuse in words."""
    raise Invalid("There is no {name} here.", name=name)


def stumble(payload: str, _tell: object) -> bytes:
    """Raise what nobody expects, with a text that must not leave the child."""
    raise KeyError(payload)


def forge(frame: bytes, _tell: object) -> bytes:
    """Write a made-up frame, as a child that was taken over would."""
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, frame)
        except OSError:
            continue
    os._exit(0)


def reach_out(way: str, _tell: object) -> bytes:
    """Try to leave the child: write a file, start a program or call somebody."""
    match way:
        case "file":
            with tempfile.TemporaryFile() as file:
                file.write(b"trace")
        case "program":
            subprocess.run([sys.executable, "-c", ""], check=True)  # the very thing under test
        case "network":
            socket.create_connection(("127.0.0.1", 9), timeout=1)
    return b"out"


def surroundings(_payload: object, _tell: object) -> tuple[dict[str, Any], list[bytes]]:
    """Tell what of the surroundings can be seen from here."""
    open_files = sorted(os.listdir("/proc/self/fd")) if sys.platform == "linux" else []  # noqa: PTH208
    return {"environment": sorted(os.environ), "open_files": open_files, "modules": sorted(sys.modules)}, []


def holds() -> dict[str, bool]:
    """Find out which bounds hold on this computer, each in a child of its own; takes a few seconds."""
    tries: dict[str, tuple[str, object, Limits, Cause]] = {
        "memory": ("eat_memory", None, SMALL, Cause.MEMORY),
        "processor time": ("spin", None, SMALL, Cause.TIME),
        "time": ("wait", None, replace(SMALL, wall_seconds=1), Cause.TIME),
        "crash": ("crash", None, SMALL, Cause.CRASH),
        "answer": ("flood", 2 << 20, SMALL, Cause.ANSWER),
    }
    found = {}
    for name, (task, payload, limits, cause) in tries.items():
        try:
            run(HERE + task, payload, limits=limits)
        except WorkerFailed as failed:
            found[name] = failed.cause is cause
        else:
            found[name] = False
    for way in ("file", "program", "network"):
        try:
            run(HERE + "reach_out", way, limits=SMALL)
        except (TaskBroke, WorkerFailed):
            found[way] = True
        else:
            found[way] = False
    return found
