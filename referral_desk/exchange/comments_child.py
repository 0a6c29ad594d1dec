"""The child's side of comments: what a stranger's Word file or mail says about the minutes, as plain facts."""

from __future__ import annotations

import datetime as dt
import email.utils
import html
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import Any, Final

from referral_desk.errors import DeskError
from referral_desk.exchange.mail_parts import COMPOUND_FILE, decoded, own_words, parts_of, read_mail

MOST_COMMENTS: Final = 1000
LONGEST: Final = 20_000
ZIP: Final = b"PK\x03\x04"
TAGS: Final = re.compile(r"(?is)<(script|style)\b.*?</\1>|<[^>]+>")
BREAKS: Final = re.compile(r"(?i)<(?:br|/p|/div|/li|/tr)\b[^>]*>")
Facts = dict[str, Any]


def read(content: bytes, _tell: Callable[[int, int, str], None]) -> tuple[Facts, list[bytes]]:
    """Give what a file says: {"author", "at", "words", "entries", "comments", "outside", "problem"}.

    `entries` are the words of entries by their id, `comments` Word's own comments, `outside` what was written or
    struck out beside all entries, `words` the text of a mail. Only what came is told: nothing is compared here.
    """
    if content.startswith(COMPOUND_FILE):
        return {"problem": "old_form"}, []
    try:
        facts = _word(content) if content.startswith(ZIP) else _mail(content)
    except DeskError:
        return {"problem": "damaged"}, []
    return facts, []


def _word(content: bytes) -> Facts:
    from referral_desk.exchange.word_reading import open_word, paragraphs, read_entries  # noqa: PLC0415 - heavy

    document = open_word(content)
    about = document.core_properties
    is_touched = about.last_modified_by != about.author
    places = list(paragraphs(document))
    return {
        "author": (about.last_modified_by or "")[:LONGEST] if is_touched else "",
        "at": _day(about.modified) if is_touched else "",
        "words": "",
        "entries": {str(key): text[:LONGEST] for key, text in read_entries(document).items()},
        "changed_by": _changers(places),
        "comments": list(_comments(document, places))[:MOST_COMMENTS],
        "outside": list(_outside(places))[:MOST_COMMENTS],
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
                "author": (comment.author or "")[:LONGEST],
                "at": _day(comment.timestamp),
                "text": comment.text.strip()[:LONGEST],
                "entry": entries.get(key),
                "marked": "".join(marked.get(key, ())).strip()[:LONGEST],
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

    for kind, tag, words in (("added", "w:ins", "w:t"), ("removed", "w:del", "w:delText")):
        for change in paragraph.iter(qn(tag)):
            yield {
                "kind": kind,
                "author": (change.get(qn("w:author")) or "")[:LONGEST],
                "at": (change.get(qn("w:date")) or "")[:10],
                "text": "".join(part.text or "" for part in change.iter(qn(words)))[:LONGEST],
            }


def _mail(content: bytes) -> Facts:
    message = read_mail(content)
    name, address = email.utils.parseaddr(str(message.get("From", "")))
    if not address:
        return {"problem": "unknown"}
    facts: Facts = {"author": name or address, "at": _sent(message), "words": "", "entries": {}, "comments": []}
    for part, payload in parts_of(message):
        if payload.startswith(ZIP) and str(part.get_filename() or "").casefold().endswith(".docx"):
            _add(facts, payload)
        elif not facts["words"] and not part.get_filename():
            facts["words"] = _text(part, payload)[:LONGEST]
    return facts


def _add(facts: Facts, payload: bytes) -> None:
    """Take in an attached Word file; the mail says who and when, where the file does not."""
    try:
        word = _word(payload)
    except DeskError:
        return
    if not facts["entries"]:
        facts["entries"], facts["changed_by"] = word["entries"], word["changed_by"]
    facts["comments"] = [*facts["comments"], *word["comments"]]
    facts["outside"] = [*facts.get("outside", []), *word["outside"]]


def _text(part: EmailMessage, payload: bytes) -> str:
    kind = part.get_content_type()
    if kind not in {"text/plain", "text/html"}:
        return ""
    words = decoded(payload, part.get_content_charset())
    if kind == "text/html":
        words = html.unescape(TAGS.sub("", BREAKS.sub("\n", words)))
    return own_words(words)


def _sent(message: email.message.Message) -> str:
    try:
        return _day(email.utils.parsedate_to_datetime(str(message.get("Date", ""))))
    except (ValueError, TypeError):
        return ""


def _day(at: object) -> str:
    return at.date().isoformat() if isinstance(at, dt.datetime) else ""
