"""Comments out of what members return: a Word file or a mail, read in a worker, compared with what was sent to them."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid
from referral_desk.exchange.returned import told_by_worker
from referral_desk.guard.worker import Answer, Limits
from referral_desk.queries.comments import SentEntry
from referral_desk.shorthand.entry_text import read_entry, write_entry
from referral_desk.texts import N_, is_blank, say

TASK: Final = "referral_desk.exchange.comments_child:read"
LIMITS: Final = Limits(memory=1 << 29, cpu_seconds=15, wall_seconds=30.0, answer=16 << 20)
MOST_BYTES: Final = 25 << 20
LONGEST: Final = 20_000
TOO_LARGE: Final = N_("“{name}” is too large to be minutes: paste what it says as a comment.")
DAMAGED: Final = N_("“{name}” cannot be read: save it as .docx or .eml, or paste what it says as a comment.")
PROBLEMS: Final = {
    "old_form": N_("“{name}” is in an older form: open it, save it as .docx or .eml, and drop that here."),
    "unknown": N_("“{name}” is neither a Word file nor a mail: paste what it says as a comment."),
}
LEFT_OUT: Final = N_("Would leave this out.")
WORDS_ADDED: Final = N_("Written beside the entries: {words}")
WORDS_STRUCK: Final = N_("Struck out beside the entries: {words}")
ABOUT: Final = N_("On “{words}”: {text}")


@dataclass(frozen=True)
class Found:
    """One thing that came back; an entry of None is a general comment. `said_on` is None where nobody can tell."""

    author: str
    said_on: dt.date | None
    text: str
    entry_id: int | None = None
    quoted: str = ""
    proposed: str = ""

    @property
    def holds_cpr(self) -> bool:
        """Whether it looks like it holds a civil registration number, and cannot be kept as it is (V10)."""
        return any(cpr_numbers(text) for text in (self.text, self.proposed, self.author))


@dataclass(frozen=True)
class Returned:
    """What a file says, as it was read; `words` are a mail's own."""

    author: str = ""
    said_on: dt.date | None = None
    words: str = ""
    entries: Mapping[int, str] = field(default_factory=dict)
    changed_by: Mapping[int, tuple[str, dt.date | None]] = field(default_factory=dict)
    comments: tuple[tuple[str, dt.date | None, str, int | None, str], ...] = ()
    """Who, when, what, on which entry, and the words that were marked."""
    outside: tuple[tuple[str, str, dt.date | None, str], ...] = ()
    """Whether "added" or "removed", who, when and the words."""


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
    return _believe(told)


def found_in(returned: Returned, sent: Iterable[SentEntry], language: str) -> tuple[Found, ...]:
    """What a returned file asks for: Word's comments, changed entries, and all else as general comments.

    An entry counts as changed where its words are other than those that were sent, whatever stands there by now.
    What is about an entry that is gone becomes general; nothing is left out. The first are general, then in order.
    """
    entries = {entry.id: entry for entry in sent}
    found = [*_general(returned, language)]
    for who, day, text, entry_id, marked in returned.comments:
        entry = entries.get(entry_id) if entry_id is not None else None
        words = say(ABOUT, language, words=marked, text=text) if marked and _is_part(marked, entry, returned) else text
        found.append(
            Found(who or returned.author, day or returned.said_on, words, entry.id if entry else None, _sent(entry))
        )
    for key, text in returned.entries.items():
        entry = entries.get(key)
        if entry is None or _typed(entry.sent) == text.strip():
            continue
        who, day = returned.changed_by.get(key, ("", None))
        remark = say(LEFT_OUT, language) if is_blank(text) else ""
        found.append(
            Found(who or returned.author, day or returned.said_on, remark, key, entry.sent, "" if remark else text)
        )
    order = {key: place for place, key in enumerate(entries)}
    return tuple(sorted(found, key=lambda one: order.get(one.entry_id, -1) if one.entry_id is not None else -1))


def _general(returned: Returned, language: str) -> Iterable[Found]:
    if not is_blank(returned.words):
        yield Found(returned.author, returned.said_on, returned.words)
    for kind, who, day, words in returned.outside:
        said = say(WORDS_ADDED if kind == "added" else WORDS_STRUCK, language, words=words)
        yield Found(who or returned.author, day or returned.said_on, said)


def _is_part(marked: str, entry: SentEntry | None, returned: Returned) -> bool:
    """Whether the marked words are worth telling: not where the whole entry was marked."""
    if entry is None:
        return True
    return _bare(marked) not in {_bare(entry.sent), _bare(returned.entries.get(entry.id, ""))}


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _sent(entry: SentEntry | None) -> str:
    return entry.sent if entry is not None else ""


def _typed(text: str) -> str:
    """A text as a Word file gives it back: its blocks, typed anew."""
    return write_entry(read_entry(text)).strip()


def _believe(told: Answer) -> Returned:
    """Check what the child said: it may have been taken over by the file."""
    facts = told.facts
    entries, changed = facts.get("entries"), facts.get("changed_by")
    return Returned(
        author=_line(facts.get("author")),
        said_on=_day(facts.get("at")),
        words=_text(facts.get("words")),
        entries={int(key): _text(text) for key, text in _pairs(entries) if key.isdecimal() and isinstance(text, str)},
        changed_by={
            int(key): (_line(value[0]), _day(value[1]))
            for key, value in _pairs(changed)
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
    )


def _pairs(value: Any) -> Iterable[tuple[str, Any]]:
    return [(str(key), one) for key, one in value.items()] if isinstance(value, dict) else []


def _rows(value: Any) -> Iterable[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value.replace("\0", "")[:LONGEST] if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return " ".join(_text(value).split())


def _key(value: Any) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None
