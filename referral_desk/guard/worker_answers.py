"""What a worker's child says, read with suspicion: frames in, checked plain values out.

The child may have been taken over by the file it opened, so nothing of it is unpickled, formatted or believed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import IO, Any, Final

from referral_desk import errors
from referral_desk.guard.worker_child import HEADER

LONGEST: Final = {b"P": 4 << 10, b"R": 4 << 20, b"E": 64 << 10}  # bytes of a frame that is not a part of the answer
LONGEST_KEY: Final = 200  # letters
LONGEST_VALUE: Final = 2000
MOST_PARTS: Final = 10_000
REFUSALS: Final[dict[str, type[errors.DeskError]]] = {
    kind.__name__: kind for kind in (errors.NotAllowed, errors.Invalid, errors.Stale, errors.Unavailable)
}
_BLANKS: Final = re.compile(r"\{(\w*)[^{}]*\}|[{}]")


class Unsound(Exception):
    """The child sent something that is not ours, or more than it may."""


class Ended(Exception):
    """The child's pipe ended before its answer did."""


class TaskBroke(Exception):
    """The task raised something that is no refusal: a bug of ours, or a file that upset a library.

    ``kind`` is the name of the exception, ``trail`` its places (file:line), innermost last; never its text.
    """

    def __init__(self, kind: str, trail: tuple[str, ...] = ()) -> None:
        super().__init__(kind, *trail)
        self.kind, self.trail = kind, trail


@dataclass(frozen=True, slots=True)
class Answer:
    """What a task gave: its plain facts and its parts in bytes. Both come from the child: check before use."""

    facts: dict[str, Any] = field(default_factory=dict)
    parts: tuple[bytes, ...] = ()


def read_frame(pipe: IO[bytes], room: int) -> tuple[bytes, bytes]:
    """Read a frame: its letter and body. ``room`` is how many bytes the answer's parts may still take.

    Raises Ended at the end of the pipe and Unsound for a foreign or too long frame.
    """
    head = pipe.read(HEADER.size)
    if len(head) < HEADER.size:
        raise Ended
    letter, length = HEADER.unpack(head)
    if letter != b"B" and letter not in LONGEST:
        raise Unsound
    if length > LONGEST.get(letter, room):
        raise Unsound
    body = pipe.read(length)
    if len(body) < length:
        raise Ended
    return letter, body


def progress(body: bytes) -> tuple[int, int, str]:
    """Read a progress frame: done, total, key of the text."""
    match _plain(body):
        case [int(done), int(total), str(key)] if 0 <= done <= total and len(key) <= LONGEST_KEY:
            return done, total, key
    raise Unsound


def facts(body: bytes) -> dict[str, Any]:
    """Read the facts of an answer."""
    found = _plain(body)
    if not isinstance(found, dict):
        raise Unsound
    return found


def failure(body: bytes) -> errors.DeskError | MemoryError | TaskBroke:
    """Read a failure: a refusal with its sentence, want of memory, or another kind with its trail."""
    match _plain(body):
        case {"kind": str(kind), "template": str(template), "values": dict(values)} if kind in REFUSALS:
            if any(not _is_value(name, value) for name, value in values.items()):
                raise Unsound
            # A blank is a bare name that has a value, or the sentence could reach into our objects.
            if any(blank[1] not in values or blank[0] != f"{{{blank[1]}}}" for blank in _BLANKS.finditer(template)):
                raise Unsound
            return REFUSALS[kind](template, **values)
        case {"kind": "MemoryError"}:
            return MemoryError()
        case {"kind": str(kind), "trail": list(trail)} if kind.isidentifier():
            return TaskBroke(kind[:80], tuple(str(place)[:120] for place in trail[-12:]))
    raise Unsound


def _is_value(name: str, value: object) -> bool:
    plain = isinstance(value, str | int | float) and len(str(value)) <= LONGEST_VALUE
    return plain and name.isidentifier() and name != "template"


def _plain(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Unsound from None
