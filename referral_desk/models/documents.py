"""Files as they came and as they are safe to show, kept by the SHA-256 of what came."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Unavailable
from referral_desk.models.base import Base, Frozen, Record
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.texts import N_


class Document(Record):
    """A file: what kind it is, what was found in it, and whether a pack can carry it."""

    __tablename__ = "documents"

    sha256: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str]
    media_type: Mapped[str] = mapped_column(default="application/octet-stream")
    size: Mapped[int]
    pages: Mapped[int | None]
    # A code of guard/findings.py, and JSON {"template", "values"}: the sentence is put into words by who shows it.
    problem: Mapped[str] = mapped_column(default="")
    problem_text: Mapped[str] = mapped_column(default="")
    # JSON: [code of guard/findings.py, how many times] of what was removed; of notes with 0.
    removed: Mapped[str] = mapped_column(default="[]")
    added_at: Mapped[dt.datetime]
    added_by: Mapped[str] = mapped_column(default="")

    content: Mapped[DocumentContent] = relationship(back_populates="document", uselist=False, lazy="select")

    def problem_finding(self) -> Finding | None:
        """Why a pack cannot carry its pages, in a sentence with advice; None where it can."""
        if not self.problem:
            return None
        told = json.loads(self.problem_text) if self.problem_text else {}
        template = told.get("template") or N_("“{name}” cannot be read. Save it as PDF and attach it again.")
        values = {"name": self.name, **told.get("values", {})}
        return Finding(Weight.WARNS, Where.PAPER, template, values)

    def found(self) -> list[tuple[str, int]]:
        """The codes of what was removed from it, with how many times, and of what one should know about it."""
        return [(str(code), int(times)) for code, times in json.loads(self.removed)]


class DocumentContent(Frozen, Base):
    """The bytes of a document; never changed (V6), and held apart so that lists stay light."""

    __tablename__ = "document_contents"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    # Read one by one, when they are asked for: a paper may be large, and its hash is enough for a list.
    original: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    safe: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    safe_sha256: Mapped[str] = mapped_column(default="")

    document: Mapped[Document] = relationship(back_populates="content")

    def read_original(self) -> bytes:
        """Give the file as it came; Unavailable if it no longer is what came (V6)."""
        return _checked(self.original, self.document.sha256)

    def read_safe(self) -> bytes | None:
        """Give the copy that may be shown and packed, or None where there is none; Unavailable if it was altered."""
        return None if self.safe is None else _checked(self.safe, self.safe_sha256)


def sha256_of(content: bytes) -> str:
    """The SHA-256 of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _checked(content: bytes, sha256: str) -> bytes:
    if sha256_of(content) != sha256:
        raise Unavailable("A stored file is no longer what was stored: restore the desk from a backup.")
    return content
