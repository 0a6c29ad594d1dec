"""What a returned Word file or mail says, as the worker told it: checked, and not compared with anything yet."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from referral_desk.errors import Invalid
from referral_desk.exchange.returned import told_by_worker
from referral_desk.guard.worker import Limits
from referral_desk.texts import N_, is_blank

TASK: Final = "referral_desk.exchange.comments_child:read"
LIMITS: Final = Limits(memory=1 << 29, cpu_seconds=15, wall_seconds=30.0, answer=64 << 20)
MOST_BYTES: Final = 25 << 20
TOO_LARGE: Final = N_("“{name}” is too large to be minutes: paste what it says as a comment.")
DAMAGED: Final = N_("“{name}” cannot be read: save it as .docx or .eml, or paste what it says as a comment.")
PROBLEMS: Final = {
    "old_form": N_("“{name}” is in an older form: open it, save it as .docx or .eml, and drop that here."),
    "unknown": N_("“{name}” is neither a Word file nor a mail: paste what it says as a comment."),
    "too_long": N_("“{name}” holds too much text to be read whole, so nothing was taken: paste what it says."),
}


@dataclass(frozen=True)
class BesideWords:
    """A line that stands otherwise than it was sent: "added", or "missing" behind `words`; "" where nobody knows."""

    kind: str
    words: str
    typed: str = ""


@dataclass(frozen=True)
class Returned:
    """What a file says, as it was read; `words` are what a mail's sender wrote, `whole` is all that stands in it."""

    author: str = ""
    said_on: dt.date | None = None
    words: str = ""
    whole: str = ""
    entries: Mapping[int, str] = field(default_factory=dict)
    changed_by: Mapping[int, tuple[str, dt.date | None]] = field(default_factory=dict)
    comments: tuple[tuple[str, dt.date | None, str, int | None, str], ...] = ()
    """Who, when, what, on which entry, and the words that were marked."""
    outside: tuple[tuple[str, str, dt.date | None, str], ...] = ()
    """What was tracked beside entries: whether "added" or "removed", who, when and the words."""
    beside: tuple[BesideWords, ...] = ()
    sent: Mapping[int, str] | None = None
    """The hash of each entry as the file was sent; None where the file does not say."""
    files: tuple[Returned, ...] = ()
    """Every Word file that hangs on a mail, each as it was read."""
    name: str = ""
    """What a file on a mail is called."""
    unread: tuple[str, ...] = ()
    """The names of what hangs on a mail and was not read."""
    is_word: bool = False
    has_pictures: bool = False


def read_returned(content: bytes, name: str, *, cancel: threading.Event | None = None) -> Returned:
    """What a returned .docx or .eml says; `name` is what it is called in what is told.

    Invalid says what the file is instead and what to do; WorkerFailed only where it was stopped by `cancel`.
    """
    told = told_by_worker(
        TASK, LIMITS, content, name, most_bytes=MOST_BYTES, too_large=TOO_LARGE, damaged=DAMAGED, cancel=cancel
    )
    problem = told.facts.get("problem")
    if problem:
        raise Invalid(PROBLEMS.get(str(problem), DAMAGED), name=name)
    return _believe(told.facts)


def _believe(facts: Mapping[str, Any], *, on_mail: bool = False) -> Returned:
    """Check what the child said: it may have been taken over by the file. A file on a mail holds no further ones."""
    sent = facts.get("sent")
    return Returned(
        author=_line(facts.get("author")),
        said_on=_day(facts.get("at")),
        words=_text(facts.get("words")),
        whole=_text(facts.get("whole")),
        entries=_by_entry(facts.get("entries")),
        changed_by={
            int(key): (_line(value[0]), _day(value[1]))
            for key, value in _pairs(facts.get("changed_by"))
            if key.isdecimal() and isinstance(value, list) and len(value) == 2  # noqa: PLR2004 - who and when
        },
        comments=tuple(
            (
                _line(row.get("author")),
                _day(row.get("at")),
                _text(row.get("text")),
                _key(row.get("entry")),
                _line(row.get("marked")),
            )
            for row in _rows(facts.get("comments"))
            if not is_blank(_text(row.get("text")))
        ),
        outside=tuple(
            (str(row.get("kind")), _line(row.get("author")), _day(row.get("at")), _text(row.get("text")))
            for row in _rows(facts.get("outside"))
        ),
        beside=tuple(
            BesideWords(str(row.get("kind")), _line(row.get("text")), _text(row.get("typed")))
            for row in _rows(facts.get("beside"))
        ),
        sent=_by_entry(sent) if isinstance(sent, dict) else None,
        files=() if on_mail else tuple(_believe(file, on_mail=True) for file in _rows(facts.get("files"))),
        name=_line(facts.get("name")),
        unread=tuple(_line(name) for name in facts.get("unread") or () if isinstance(name, str)),
        is_word=facts.get("is_word") is True,
        has_pictures=facts.get("has_pictures") is True,
    )


def _by_entry(value: Any) -> dict[int, str]:
    return {int(key): _text(text) for key, text in _pairs(value) if key.isdecimal() and isinstance(text, str)}


def _pairs(value: Any) -> Iterable[tuple[str, Any]]:
    return [(str(key), one) for key, one in value.items()] if isinstance(value, dict) else []


def _rows(value: Any) -> Iterable[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value.replace("\0", "") if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return " ".join(_text(value).split())


def _key(value: Any) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None
