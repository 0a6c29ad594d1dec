"""How a Word file was sent, kept in the file itself as hashes: what comes back is compared with that, line by line.

Hashes, not words: what somebody takes out of the file before it goes on must not stand in it unseen.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from referral_desk.exchange.word_files import BOOKMARK

if TYPE_CHECKING:
    from docx.document import Document

SPACE: Final = "urn:referral-desk:sent"
PLACE: Final = "/customXml/item%d.xml"
SHORT: Final = 32
"""Letters of a hash that are kept."""


@dataclass(frozen=True)
class SentForm:
    """The hash of each entry by its id, and those of all other lines in order."""

    entries: Mapping[int, str]
    beside: tuple[str, ...]


@dataclass(frozen=True)
class BesideLine:
    """A line beside all entries: its words, those that it had before tracked changes, and itself as one would type it.

    Without tracked changes `before` is the same as `words`.
    """

    words: str
    before: str
    typed: str


def hash_of(words: str) -> str:
    """The hash of words; white space counts as one blank."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:SHORT]


def keep_form(document: Document, entries: Mapping[int, str], beside: Iterable[BesideLine]) -> None:
    """Write into a document how it is sent."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - only where a Word file is made
    from docx.opc.part import Part  # noqa: PLC0415 - same

    told = [f'<entry name="{BOOKMARK}{key}" hash="{hash_of(text)}"/>' for key, text in entries.items()]
    told += [f'<line hash="{hash_of(line.words)}"/>' for line in beside]
    blob = f'<?xml version="1.0" encoding="UTF-8"?>\n<sent xmlns="{SPACE}">{"".join(told)}</sent>'.encode()
    package = document.part.package
    name = package.next_partname(PLACE)
    document.part.relate_to(Part(name, "application/xml", blob, package), RELATIONSHIP_TYPE.CUSTOM_XML)


def kept_form(document: Document) -> SentForm | None:
    """How a document says that it was sent; None where it does not, because another program saved it."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - only where a Word file is read

    for part in document.part.package.iter_parts():
        if str(part.partname).startswith("/customXml/") and SPACE.encode() in part.blob:
            root: Any = parse_xml(part.blob)
            names = [(str(one.get("name"))[len(BOOKMARK) :], one.get("hash")) for one in root.iter(f"{{{SPACE}}}entry")]
            lines = tuple(str(one.get("hash")) for one in root.iter(f"{{{SPACE}}}line"))
            return SentForm({int(key): str(made) for key, made in names if key.isdecimal()}, lines)
    return None


def new_lines(form: SentForm, lines: Sequence[BesideLine]) -> Iterator[tuple[str, BesideLine]]:
    """What stands otherwise beside the entries: ("added", the line), or ("missing", the line behind which one is gone).

    What differs by tracked changes alone is not told: those tell themselves.
    """
    known = set(form.beside)
    old = [line for line in lines if line.before]
    hashes = [made if (made := hash_of(line.before)) in known else hash_of(line.words) for line in old]
    steps = difflib.SequenceMatcher(None, form.beside, hashes, autojunk=False).get_opcodes()
    for step, _, _, begin, end in steps:
        if step in {"insert", "replace"}:
            yield from (("added", line) for line in old[begin:end] if line.words)
        if step == "delete" or (step == "replace" and not any(line.words for line in old[begin:end])):
            yield "missing", old[begin - 1] if begin else BesideLine("", "", "")
