"""The child's side of replies: find the answers to invitations in a stranger's file, and tell them as plain facts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from referral_desk.exchange.mail_parts import COMPOUND_FILE, decoded, own_words, parts_of, read_mail

MOST_ANSWERS: Final = 200
LONGEST: Final = 500
"""Letters of what names something."""
LONGEST_COMMENT: Final = 20_000
"""Letters of what somebody says beside an answer; what is longer is told, never cut."""
CALENDAR: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)


def read(content: bytes, _tell: Callable[[int, int, str], None]) -> tuple[dict[str, Any], list[bytes]]:
    """Give the answers in a file: {"answers": [...], "problem": "" or why there are none}."""
    if content.startswith(COMPOUND_FILE):
        return {"answers": [], "problem": "outlook"}, []
    if CALENDAR.match(content):
        found, comment = [content], ""
    else:
        found, comment = _calendars_of_mail(content)
    try:
        answers = [answer for calendar in found for answer in _answers(calendar, comment)][:MOST_ANSWERS]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        # Whatever a broken file makes the library say.
        return {"answers": [], "problem": "damaged"}, []
    if any(len(answer["comment"]) > LONGEST_COMMENT for answer in answers):
        return {"answers": [], "problem": "too_long"}, []
    return {"answers": answers, "problem": "" if answers else "none"}, []


def _calendars_of_mail(content: bytes) -> tuple[list[bytes], str]:
    found, words = [], ""
    for part, payload in parts_of(read_mail(content)):
        kind, name = part.get_content_type(), str(part.get_filename() or "").casefold()
        if kind == "text/calendar" or name.endswith(".ics"):
            found.append(payload)
        elif kind == "text/plain" and not words and not name:
            words = own_words(decoded(payload, part.get_content_charset()))
    # Some programs send the same answer twice: as the mail's second form and as a file.
    return list(dict.fromkeys(found)), words


def _utc(stamp: object) -> str:
    is_instant = isinstance(stamp, dt.datetime) and stamp.tzinfo is not None
    return stamp.astimezone(dt.UTC).isoformat() if isinstance(stamp, dt.datetime) and is_instant else ""


def _answers(content: bytes, words: str) -> Iterator[dict[str, Any]]:
    from icalendar import Calendar  # noqa: PLC0415 - only in the child

    for calendar in Calendar.from_ical(decoded(content), multiple=True):
        if str(calendar.get("method", "")).upper() != "REPLY":
            continue
        for event in calendar.walk("VEVENT"):
            attendees = event.get("attendee", [])
            for attendee in attendees if isinstance(attendees, list) else [attendees]:
                yield _answer(event, attendee, words)


def _answer(event: Any, attendee: Any, words: str) -> dict[str, Any]:
    comment = event.get("comment", "")
    said = " ".join(map(str, comment)) if isinstance(comment, list) else str(comment)
    stamp = getattr(event.get("dtstamp"), "dt", None)
    return {
        "uid": str(event.get("uid", ""))[:LONGEST],
        "sequence": int(event.get("sequence", 0)),
        "address": re.sub(r"(?i)^mailto:", "", str(attendee))[:LONGEST],
        "partstat": str(attendee.params.get("PARTSTAT", "NEEDS-ACTION")).upper()[:LONGEST],
        "delegate": re.sub(r"(?i)mailto:", "", str(attendee.params.get("DELEGATED-TO", "")))[:LONGEST],
        "comment": said or words,
        "at": _utc(stamp),
    }
