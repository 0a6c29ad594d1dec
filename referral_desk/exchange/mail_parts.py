"""A stranger's mail, part by part, in the child: what hangs on it, and what its sender wrote above the quoted mail."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from itertools import islice
from typing import Final

MOST_PARTS: Final = 100
# The form in which Outlook keeps a single mail, and Word kept its files before 2007 (MS-CFB 2.2).
COMPOUND_FILE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
LONGEST: Final = 4_000_000
"""Letters of all that one mail or file may say; what is longer is told, never cut."""
# The line with which most mail programs begin to quote the mail that is answered.
QUOTES: Final = re.compile(r"(?i)^(?:den|on) .{6,80} (?:skrev|wrote)\b.*:\s*$")
PASSED_ON: Final = re.compile(r"^\s*-{4,}\s*\w[\w ]*\s*-{4,}\s*$")
RULE: Final = re.compile(r"^\s*(?:-{4,}|_{4,})\s*$")
# The lines above a mail that Outlook answers or passes on.
ABOUT: Final = re.compile(r"(?i)^\W{0,2}(fra|from|sendt|sent|dato|date|til|to|cc|emne|subject):")
FEWEST: Final = 3
"""So many of those lines, one below the other and each of its kind, begin a quoted mail."""


def read_mail(content: bytes) -> EmailMessage:
    """The mail that a file holds; whatever is wrong with it is found when it is asked for."""
    return email.message_from_bytes(content, _class=EmailMessage, policy=email.policy.default)


def parts_of(mail: EmailMessage) -> Iterator[tuple[EmailMessage, bytes]]:
    """The parts that hold something themselves, with their bytes; so many at the most."""
    for part in islice(mail.walk(), MOST_PARTS):
        payload = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(part, EmailMessage) and isinstance(payload, bytes):
            yield part, payload


def decoded(payload: bytes, charset: str | None = None) -> str:
    """Bytes as text; UTF-8 where no charset is said or nobody knows it."""
    try:
        return payload.decode(charset or "utf-8", "replace")
    except LookupError:
        return payload.decode("utf-8", "replace")


def own_words(text: str) -> str:
    """All that the sender wrote, between the quoted lines too: those stand below the last line that they answer.

    A mail below that is quoted without marks is left out whole: nobody can tell its lines from answers in it.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    lines = lines[: _unmarked(lines)]
    kept: list[str] = []
    answered = ""
    for line in lines:
        if line.lstrip().startswith(">"):
            answered = line.strip() if line.strip(" >") else answered
        elif not QUOTES.match(line):
            if answered and line.strip():
                kept += ["", answered] if kept else []
                answered = ""
            kept.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _unmarked(lines: list[str]) -> int:
    """The line at which a mail without marks begins, or how many lines there are."""
    for place, line in enumerate(lines):
        rest = [one.strip() for one in lines[place + 1 :] if one.strip()]
        if QUOTES.match(line) and rest and not any(one.startswith(">") for one in rest):
            return place
        if PASSED_ON.match(line) or _is_head(lines[place:] if not RULE.match(line) else rest):
            return place
    return len(lines)


def _is_head(lines: list[str]) -> bool:
    """Whether lines begin with those that stand above a quoted mail."""
    kinds = []
    for line in lines[: FEWEST + 2]:
        match = ABOUT.match(line)
        if match is None:
            break
        kinds.append(match[1].casefold())
    return len(set(kinds)) >= FEWEST
