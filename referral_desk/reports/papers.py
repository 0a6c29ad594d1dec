"""Make each paper ready before the pack is laid out, so that what cannot be used is known in time to say so."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from referral_desk.queries.packs import PackPaper
from referral_desk.reports.foreign import ForeignPaper, Unusable
from referral_desk.reports.pictures import Picture, read_picture
from referral_desk.reports.wording import REASONS, Wording
from referral_desk.reports.words import shapeless

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(slots=True)
class Prepared:
    """A paper ready to be laid out: one of `foreign`, `picture` and `text`, or the reason why there is none."""

    foreign: ForeignPaper | None = None
    picture: Picture | None = None
    text: str = ""
    reason: str = ""
    sentence: str = ""

    @property
    def count(self) -> int:
        """How many pages it takes as far as that is known before it is laid out."""
        return len(self.foreign.pages) if self.foreign else 1 if self.picture else 0


def prepare(paper: PackPaper, papers: Mapping[str, bytes], say: Wording) -> Prepared:
    """Open a paper. Nothing that is wrong with it gets out of here."""
    if paper.problem:
        return Prepared(reason="known", sentence=paper.problem)
    data = papers.get(paper.sha256 or "")
    try:
        if data is None:
            raise Unusable("missing")
        if not data.strip():
            raise Unusable("empty")
        if paper.kind == "pdf":
            return Prepared(foreign=ForeignPaper(data))
        if paper.kind == "image":
            return Prepared(picture=read_picture(data))
        if paper.kind == "text":
            return Prepared(text=read_characters(data))
        raise Unusable("kind")
    except Unusable as refused:
        return Prepared(reason=refused.reason, sentence=say(REASONS[refused.reason][0]))
    except MemoryError:
        raise  # the worker says so
    except Exception:  # noqa: BLE001 - a stranger's file may break a library in ways nobody knows; the pack goes on
        return Prepared(reason="failed", sentence=say(REASONS["failed"][0]))


def read_characters(data: bytes) -> str:
    """Decode a text file: by its byte order mark, else UTF-8, else Windows-1252. Raises Unusable("empty")."""
    text = ""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            break
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            # Windows leaves five codes open; they are shown by their number.
            text = "".join(
                chr(code) if code in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes((code,)).decode("cp1252")
                for code in data
            )
    if all(sign.isspace() or shapeless(sign) for sign in text):
        raise Unusable("empty")
    return text
