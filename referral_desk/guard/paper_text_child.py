"""The child's side of reading papers for the leak alarm: every word of a stranger's file, also those nobody sees.

What is struck out under Word's tracking, comments, properties and a mail's head are read too: they leave with the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from email import message_from_bytes, policy
from email.message import Message
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from referral_desk.guard import kinds
from referral_desk.guard.findings import MOST_PAGES, Problem, Unusable
from referral_desk.guard.text_clean import decode
from referral_desk.guard.web_words import web_words

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_LETTERS: Final = 20_000_000
LARGEST_PART: Final = 50 << 20  # of all parts of a Word file, unpacked
MOST_PARTS: Final = 2000
DEEPEST: Final = 3  # mails in mails
HEADS: Final = ("From", "To", "Cc", "Bcc", "Reply-To", "Subject")
_WORD: Final = re.compile(r"word/(?:document|comments|footnotes|endnotes|header\d*|footer\d*|glossary/document)\.xml")
_PROPERTIES: Final = re.compile(r"docProps/\w+\.xml")
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WEB: Final = frozenset({"htm", "html", "xhtml"})
Parts = list[str]


def read(payload: tuple[bytes, str], _tell: Callable[[int, int, str], None]) -> tuple[dict[str, Any], list[bytes]]:
    """Say what a file says: its properties, then its pages. ``payload`` is its content and its name.

    `unread` counts pages and attachments without a word that could be read: pictures of text are not read.
    `picture` is told of a file that is a picture, and nothing else.
    """
    content, name = payload
    try:
        properties, pages, unread = _parts(content, name, 0)
    except Unusable as unusable:
        return {"problem": unusable.problem}, []
    except MemoryError:
        return {"problem": Problem.TOO_LARGE}, []
    if sum(map(len, pages)) > MOST_LETTERS:
        return {"problem": Problem.TOO_LARGE}, []
    is_picture = _is_picture(content, name)
    return {"unread": unread, "picture": is_picture}, [part.encode("utf-8", "replace") for part in (properties, *pages)]


def _parts(content: bytes, name: str, depth: int) -> tuple[str, Parts, int]:
    kind = kinds.sniff(content, name)
    if kind is kinds.PDF:
        return _pdf(content)
    if kind.media_type == _DOCX:
        return (*_word(content), 0)
    if kind.media_type == "message/rfc822" or name.casefold().endswith(".eml"):
        return _mail(content, depth)
    if kind.media_type == "text/html" or (kind is kinds.TEXT and kinds.ending(name) in _WEB):
        properties, words = web_words(decode(content)[0])
        return properties, [words], int(not words.strip())
    if kind is kinds.TEXT:
        text, _ = decode(content)
        return "", text.split("\f"), 0
    if _is_picture(content, name):
        return "", [""], 1
    raise Unusable(Problem.NOT_SUPPORTED)


def _is_picture(content: bytes, name: str) -> bool:
    return kinds.sniff(content, name).media_type.startswith("image/")


def _pdf(content: bytes) -> tuple[str, Parts, int]:
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    from referral_desk.guard.drawing import open_document  # noqa: PLC0415 - heavy

    document = open_document(content)
    if len(document) > MOST_PAGES:
        raise Unusable(Problem.TOO_MANY_PAGES)
    properties = "\n".join(document.get_metadata_dict(skip_empty=True).values())
    pages = []
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(page.get_textpage().get_text_range().replace("\r\n", "\n"))
            page.close()
        except pypdfium2.PdfiumError:
            pages.append("")
    return properties, pages, sum(not page.strip() for page in pages)


def _word(content: bytes) -> tuple[str, Parts]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_PART:
                raise Unusable(Problem.BOMB)
            properties = [_words(package.read(one)) for one in parts if _PROPERTIES.fullmatch(one.filename)]
            # The document itself first; what stands around it after it.
            texts = sorted(
                (one for one in parts if _WORD.fullmatch(one.filename)),
                key=lambda one: (one.filename != "word/document.xml", one.filename),
            )
            return "\n".join(properties), ["\n".join(_words(package.read(one)) for one in texts)]
    except (zipfile.BadZipFile, ET.ParseError, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        raise Unusable(Problem.DAMAGED) from None


def _words(part: bytes) -> str:
    """The words of a part: paragraphs and properties as lines."""
    lines: list[str] = []
    for element in ET.fromstring(part).iter():  # noqa: S314 - in a child with bounds; expat refuses swelling entities
        tag = element.tag.rpartition("}")[2]
        if tag in {"p", "tr"} or (tag not in _INLINE and (element.text or "").strip()):
            lines.append("")
        if tag in {"tab", "tc"} and lines:
            lines[-1] += "\t"
        elif tag in {"br", "cr"}:
            lines.append("")
        if element.text and element.text.strip("\n"):
            lines = lines or [""]
            lines[-1] += element.text
    return "\n".join(lines)


_INLINE: Final = frozenset({"t", "delText", "instrText", "r", "rPr", "pPr"})


def _mail(content: bytes, depth: int) -> tuple[str, Parts, int]:
    mail = message_from_bytes(content, policy=policy.default)
    heads, pages, unread = Parts(), Parts(), 0
    for part in mail.walk():
        try:
            heads += [str(head) for name in HEADS for head in part.get_all(name, [])]
            name = part.get_filename() or ""
        except (ValueError, IndexError, AttributeError, TypeError):
            unread, name = unread + 1, ""  # a head that breaks the reader
        if part.is_multipart():
            continue
        heads.append(name)
        body = part.get_payload(decode=True)
        body = body if isinstance(body, bytes) else b""
        if part.get_content_type() == "text/html":
            pages.append(web_words(_letters(part, body))[1])
        elif part.get_content_maintype() == "text" and not name:
            pages.append(_letters(part, body))
        elif body and depth < DEEPEST:
            try:
                more, inside, missing = _parts(body, name, depth + 1)
            except Unusable:
                unread += 1
            else:
                heads.append(more)
                pages += inside
                unread += missing
        else:
            unread += 1
    return "\n".join(heads), pages, unread


def _letters(part: Message, body: bytes) -> str:
    try:
        return body.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(body)[0]
