"""The child's side of comments: what a stranger's Word file or mail says about the minutes, as plain facts."""

from __future__ import annotations

import datetime as dt
import email.utils
import html
import json
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import Any, Final

from referral_desk.errors import DeskError
from referral_desk.exchange.mail_parts import COMPOUND_FILE, LONGEST, decoded, own_words, parts_of, read_mail

ZIP: Final = b"PK\x03\x04"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
QUOTE: Final = re.compile(r"(?i)<(/?)blockquote\b[^>]*>")
TAGS: Final = re.compile(r"(?is)<(script|style)\b.*?</\1>|<[^>]+>")
BREAKS: Final = re.compile(r"(?i)<(?:br|/p|/div|/li|/tr)\b[^>]*>")
CHANGES: Final = (
    ("added", "w:ins", "w:t"),
    ("added", "w:moveTo", "w:t"),
    ("removed", "w:del", "w:delText"),
    ("removed", "w:moveFrom", "w:t"),
)
PICTURES: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
"""A picture in a Word file, in the form of today and in that of before 2010."""
Facts = dict[str, Any]


def read(content: bytes, _tell: Callable[[int, int, str], None]) -> tuple[Facts, list[bytes]]:
    """Give what a file says: {"author", "at", "words", "whole", "entries", "comments", "outside", "problem", ...}.

    `entries` are the words of entries by their id, `comments` Word's own comments, `outside` what was tracked beside
    all entries, `words` what the sender of a mail wrote and `whole` all that stands in it, `files` what each Word file
    on it says and `unread` what else hangs on it. `sent` are the hashes of entries by which a file says how it was
    sent, None where it does not; then `beside` are all lines beside the entries, else those that stand there otherwise.
    """
    if content.startswith(COMPOUND_FILE):
        return {"problem": "old_form"}, []
    try:
        facts = _word(content) if content.startswith(ZIP) else _mail(content)
    except DeskError:
        return {"problem": "damaged"}, []
    is_too_long = len(json.dumps(facts, ensure_ascii=False)) > LONGEST
    return {"problem": "too_long"} if is_too_long else facts, []


def _word(content: bytes) -> Facts:
    from referral_desk.exchange import word_reading as reading  # noqa: PLC0415 - heavy
    from referral_desk.exchange.word_sent import kept_form, new_lines  # noqa: PLC0415 - same

    document = reading.open_word(content)
    about = document.core_properties
    is_touched = about.last_modified_by != about.author
    places = list(reading.paragraphs(document))
    form, lines = kept_form(document), reading.beside(document)
    beside = [("", line) for line in lines] if form is None else new_lines(form, lines)
    return {
        "author": about.last_modified_by or "" if is_touched else "",
        "at": _day(about.modified) if is_touched else "",
        "is_word": True,
        "has_pictures": any(True for _ in document.element.body.iter(*PICTURES)),
        "entries": {str(key): text for key, text in reading.read_entries(document).items()},
        "sent": None if form is None else {str(key): made for key, made in form.entries.items()},
        "beside": [{"kind": kind, "text": line.words, "typed": line.typed} for kind, line in beside],
        "changed_by": _changers(places),
        "comments": list(_comments(document, places)),
        "outside": list(_outside(places)),
    }


def _comments(document: Any, places: list[tuple[int | None, Any]]) -> Iterator[Facts]:
    """Word's comments, each with the entry that it stands at and the words that it marks."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - only in the child

    entries: dict[str, int | None] = {}
    marked: dict[str, list[str]] = {}
    open_ones: list[str] = []
    for entry, paragraph in places:
        for part in paragraph.iter():
            key = part.get(qn("w:id"))
            if part.tag in {qn("w:commentRangeStart"), qn("w:commentReference")} and key is not None:
                entries.setdefault(key, entry)
                if part.tag == qn("w:commentRangeStart"):
                    open_ones.append(key)
                    marked[key] = []
            elif part.tag == qn("w:commentRangeEnd") and key in open_ones:
                open_ones.remove(key)
            elif part.tag == qn("w:t"):
                for one in open_ones:
                    marked[one].append(part.text or "")
    for comment in document.comments:
        key = str(comment.comment_id)
        if comment.text.strip():
            yield {
                "author": comment.author or "",
                "at": _day(comment.timestamp),
                "text": comment.text.strip(),
                "entry": entries.get(key),
                "marked": "".join(marked.get(key, ())).strip(),
            }


def _changers(places: list[tuple[int | None, Any]]) -> dict[str, list[str]]:
    """Who changed each entry under tracking, and when last: its id -> [name, day]."""
    found: dict[str, list[str]] = {}
    for entry, paragraph in places:
        for change in _changes(paragraph):
            if entry is not None and change["author"]:
                found[str(entry)] = [change["author"], change["at"]]
    return found


def _outside(places: list[tuple[int | None, Any]]) -> Iterator[Facts]:
    """What was written or struck out under tracking where no entry is."""
    for entry, paragraph in places:
        if entry is None:
            yield from (change for change in _changes(paragraph) if change["text"].strip())


def _changes(paragraph: Any) -> Iterator[Facts]:
    from docx.oxml.ns import qn  # noqa: PLC0415 - only in the child

    for kind, tag, words in CHANGES:
        for change in paragraph.iter(qn(tag)):
            yield {
                "kind": kind,
                "author": change.get(qn("w:author")) or "",
                "at": (change.get(qn("w:date")) or "")[:10],
                "text": "".join(part.text or "" for part in change.iter(qn(words))),
            }


def _mail(content: bytes) -> Facts:
    message = read_mail(content)
    name, address = email.utils.parseaddr(str(message.get("From", "")))
    if not address:
        return {"problem": "unknown"}
    facts: Facts = {
        "author": name or address,
        "at": _sent(message),
        "words": "",
        "whole": "",
        "files": [],
        "unread": [],
    }
    for part, payload in parts_of(message):
        name = str(part.get_filename() or "")
        is_word = name.casefold().endswith(".docx") or part.get_content_type() == WORD
        if payload.startswith(ZIP) and is_word:
            _add(facts, name, payload)
        elif name and part.get_content_disposition() != "inline":
            facts["unread"].append(name)
        elif not facts["whole"] and not name:
            facts["whole"] = _text(part, payload)
            facts["words"] = own_words(facts["whole"])
    return facts


def _add(facts: Facts, name: str, payload: bytes) -> None:
    """Take in an attached Word file; the mail says who and when, where the file does not."""
    try:
        word = _word(payload)
    except DeskError:
        facts["unread"].append(name or "Word")
        return
    facts["files"].append(word | {"name": name, "author": facts["author"], "at": facts["at"]})


def _text(part: EmailMessage, payload: bytes) -> str:
    kind = part.get_content_type()
    if kind not in {"text/plain", "text/html"}:
        return ""
    words = decoded(payload, part.get_content_charset())
    if kind == "text/html":
        words = html.unescape(TAGS.sub("", _marked(BREAKS.sub("\n", words))))
    return words.replace("\r\n", "\n").strip()


def _marked(text: str) -> str:
    """A page of a mail with quoted lines marked as in plain mails."""
    parts, depth, lines = QUOTE.split(text), 0, []
    for place in range(0, len(parts), 2):
        if place:
            depth = max(0, depth + (-1 if parts[place - 1] else 1))
        mark = "> " * bool(depth)
        lines += [f"{mark}{line}" for line in parts[place].split("\n")]
    return "\n".join(lines)


def _sent(message: email.message.Message) -> str:
    try:
        return _day(email.utils.parsedate_to_datetime(str(message.get("Date", ""))))
    except (ValueError, TypeError):
        return ""


def _day(at: object) -> str:
    return at.date().isoformat() if isinstance(at, dt.datetime) else ""
