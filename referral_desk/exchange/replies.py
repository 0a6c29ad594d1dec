"""Answers to invitations out of files that came back (.ics, .eml): read in a worker, for they are strangers' files."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any, Final

from referral_desk.errors import Invalid
from referral_desk.exchange.returned import told_by_worker
from referral_desk.guard.worker import Answer as WorkerAnswer
from referral_desk.guard.worker import Limits
from referral_desk.operations.replies import Answer
from referral_desk.texts import N_
from referral_desk.vocabulary import AttendanceState

TASK: Final = "referral_desk.exchange.replies_child:read"
LIMITS: Final = Limits(memory=1 << 29, cpu_seconds=10, wall_seconds=20.0, answer=32 << 20)
MOST_BYTES: Final = 5 << 20
STATES: Final = {
    "ACCEPTED": AttendanceState.ACCEPTED,
    "TENTATIVE": AttendanceState.TENTATIVE,
    "DECLINED": AttendanceState.APOLOGY,
}
TOO_LARGE: Final = N_("“{name}” is too large to be an answer. Note the answer by hand.")
DAMAGED: Final = N_("“{name}” cannot be read as an answer: it is damaged. Note the answer by hand.")
PROBLEMS: Final = {
    "outlook": N_(
        "“{name}” is in Outlook's own form: drag the calendar entry out of the mail, or note the answer by hand."
    ),
    "damaged": DAMAGED,
    "too_long": N_("“{name}” says too much to be kept beside an answer: read it, and note the answer by hand."),
    "none": N_("“{name}” holds no answer to an invitation. If it says so in words, note the answer by hand."),
}


def read_answers(content: bytes, name: str, *, cancel: threading.Event | None = None) -> tuple[Answer, ...]:
    """The answers in a file; `name` is what it is called in what is told.

    Invalid says what the file is instead and what to do; WorkerFailed only where it was stopped by `cancel`.
    """
    told = told_by_worker(
        TASK, LIMITS, content, name, most_bytes=MOST_BYTES, too_large=TOO_LARGE, damaged=DAMAGED, cancel=cancel
    )
    answers = _believe(told, name)
    if not answers:
        raise Invalid(PROBLEMS.get(str(told.facts.get("problem")), DAMAGED), name=name)
    return answers


def _believe(told: WorkerAnswer, name: str) -> tuple[Answer, ...]:
    """Check what the child said: it may have been taken over by the file."""
    rows = told.facts.get("answers")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Invalid(DAMAGED, name=name)
    return tuple(found for row in rows if (found := _answer(row)) is not None)


def _answer(row: dict[str, Any]) -> Answer | None:
    match row:
        case {
            "uid": str(uid),
            "sequence": int(sequence),
            "address": str(address),
            "partstat": str(partstat),
            "delegate": str(delegate),
            "comment": str(comment),
            "at": str(at),
        } if uid and "@" in address:
            state = STATES.get(partstat)
            return Answer(uid, sequence, address, state, comment.replace("\0", ""), delegate, _instant(at))
    return None


def _instant(text: str) -> dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
