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
# Where a mail program begins to quote the mail that is answered.
QUOTED: Final = re.compile(
    r"(?im)^(?:>|-{4,}|_{4,}|(?:fra|from|sendt|sent): |(?:den|on) .{6,80} (?:skrev|wrote)\b.*:\s*$).*"
)


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
    """What the sender wrote: the text up to where the mail that is answered begins."""
    return QUOTED.split(text.replace("\r\n", "\n"), maxsplit=1)[0].strip()
