"""Mails as drafts (.eml) that Outlook and Thunderbird open unsent: somebody reads them, adds to them and sends them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote
from pathlib import Path
from typing import Final

from referral_desk.errors import Invalid
from referral_desk.files import write_file

# "=_" can stand in no quoted-printable or base64 text, so no boundary is ever found inside a part (RFC 2045 6.7).
BOUNDARY: Final = "=_{digest}_{number}"
LINE: Final = 76
# Signs that end a header or cannot be shown: a name that holds them would break the mail.
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_NOT_IN_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f<>,;:\"\\()\[\]]|@.*@|\.\.")


@dataclass(frozen=True)
class Recipient:
    """Somebody a mail goes to; the name may be empty."""

    name: str
    email: str


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail; the media type may carry parameters (`text/calendar; method=REQUEST`)."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class MailDraft:
    """What a mail says. `hidden` are those whom the others shall not see (Bcc).

    `calendar` is an iCalendar object with a METHOD that goes as a second form of the body (RFC 6047 2.4): a mail
    program that sends the mail as it stands makes it an invitation. Programs that open a draft to be edited keep
    attachments only, so drafts for people carry the entry as an attachment.
    """

    to: tuple[Recipient, ...]
    subject: str
    body: str
    language: str = "da"
    attachments: tuple[Attachment, ...] = ()
    cc: tuple[Recipient, ...] = ()
    hidden: tuple[Recipient, ...] = ()
    calendar: bytes | None = None
    calendar_method: str = "REQUEST"


@dataclass(frozen=True)
class DraftFile:
    """A mail draft, or what goes with it, with the name of its file."""

    name: str
    content: bytes


def eml(draft: MailDraft, *, date: dt.datetime, message_id: str) -> bytes:
    """Write a draft as a mail in the form of RFC 5322, lines ended by CRLF: same input, same bytes.

    `date` is an instant with its zone; `message_id` is `something@place` without the angle brackets. X-Unsent
    makes Outlook and Thunderbird open it for editing. There is no sender: the mail program puts in its own.
    Invalid where an address cannot be one.
    """
    message = EmailMessage(policy=SMTP)
    message.set_content(_seen(draft.body), charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = draft.language
    if draft.calendar is not None:
        message.add_alternative(
            draft.calendar.decode("utf-8"),
            subtype="calendar",
            charset="utf-8",
            cte="base64",
            params={"method": draft.calendar_method},
        )
    for attachment in draft.attachments:
        _attach(message, attachment)
    _name_boundaries(message, message_id)
    head = [
        *(_people(header, people) for header, people in (("To", draft.to), ("Cc", draft.cc), ("Bcc", draft.hidden))),
        f"Subject: {_words(_line(draft.subject), 'Subject')}",
        f"Date: {format_datetime(date)}",
        f"Message-ID: <{_line(message_id)}>",
        "X-Unsent: 1",
    ]
    return "".join(f"{line}\r\n" for line in head if line).encode("ascii") + message.as_bytes()


def message_id(*parts: object) -> str:
    """A Message-ID that follows from what the mail is about: the same parts give the same id (RFC 5322 3.6.4)."""
    told = "\x1f".join(str(part) for part in parts)
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@referral-desk.invalid"


def save_drafts(folder: Path, files: Iterable[DraftFile]) -> list[Path]:
    """Put drafts in a folder and give their places; a file that is there already keeps its name, ours gets a number.

    Unavailable where the folder cannot be written to.
    """
    places = []
    for file in files:
        wanted = place = folder / file.name
        number = 2
        while place.exists():
            place = folder / f"{wanted.stem} ({number}){wanted.suffix}"
            number += 1
        write_file(place, file.content)
        places.append(place)
    return places


def _people(header: str, people: tuple[Recipient, ...]) -> str:
    # The library breaks long lists of names with Danish letters in two; one person a line needs no breaking.
    return f"{header}: " + ",\r\n ".join(_address(person) for person in people) if people else ""


def _address(person: Recipient) -> str:
    local, at, domain = person.email.strip().rpartition("@")
    try:
        # Places with Danish letters are written as DNS knows them; names before the @ have no such form in plain mail.
        address = f"{local.encode('ascii').decode()}@{domain.encode('idna').decode('ascii')}"
    except ValueError:
        address = ""
    if not (at and local and domain) or _NOT_IN_ADDRESS.search(address) or not address:
        raise Invalid(
            "The address {address} cannot be used in a mail: mend it in the directory.", address=_line(person.email)
        )
    name = _line(person.name)
    if not name:
        return address
    shown = f'"{quote(name)}"' if name.isascii() else _words(name, "")
    return f"{shown} <{address}>" if len(shown) + len(address) < LINE else f"{shown}\r\n <{address}>"


def _words(text: str, header: str) -> str:
    charset = "us-ascii" if text.isascii() else "utf-8"
    return Header(text, charset, maxlinelen=LINE, header_name=header).encode(linesep="\r\n")


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    media_type, *told = (part.strip() for part in attachment.media_type.split(";"))
    main, _, sub = media_type.partition("/")
    params = dict(pair.split("=", 1) for pair in told if "=" in pair)
    message.add_attachment(
        attachment.content, maintype=main, subtype=sub, filename=_line(attachment.name), params=params
    )


def _name_boundaries(message: EmailMessage, told: str) -> None:
    digest = hashlib.sha256(told.encode()).hexdigest()[:24]
    many = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(many):
        part.set_boundary(BOUNDARY.format(digest=digest, number=number))


def _line(text: str) -> str:
    return " ".join(_UNSEEN.sub(" ", text).split())


def _seen(text: str) -> str:
    # A sign that no encoding knows (half of a pair) stands in for itself; everything else goes as it is.
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.encode("utf-8", "replace").decode("utf-8").rstrip("\n") + "\n"
