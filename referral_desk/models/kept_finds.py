"""What the leak alarm found and somebody kept with a reason; the words themselves are never written here."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Collection
from typing import Final

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session

from referral_desk.models.base import Record
from referral_desk.models.settings import Setting
from referral_desk.vocabulary import FindKind

SALT: Final = "leaks.salt"
# All CPR numbers could be tried against a plain hash within minutes; at some ten milliseconds each it takes decades.
ROUNDS: Final = 40_000
PART: Final = 500
"""How many ids are asked for at once: engines take only so many in one question."""


class KeptFind(Record):
    """One find that stands in a field of something with a reason: which words is told by a salted hash alone."""

    __tablename__ = "kept_finds"
    __table_args__ = (Index("ix_kept_finds_subject", "subject_kind", "subject_id"),)

    # What it stands in, such as "case" and its id.
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    field: Mapped[str]
    kind: Mapped[FindKind]
    words_hash: Mapped[str]
    reason: Mapped[str]
    kept_by: Mapped[str]
    kept_at: Mapped[dt.datetime]


def find_hash(words: str, salt: str) -> str:
    """The hash that stands for found words, as 64 hexadecimal digits: SHA-256 with the desk's salt, many times over.

    Blanks of any kind count as one, so that a line broken anew is the same find.
    """
    told = " ".join(words.split())
    return hashlib.pbkdf2_hmac("sha256", told.encode("utf-8", "surrogatepass"), bytes.fromhex(salt), ROUNDS).hex()


def find_salt(session: Session) -> str | None:
    """The desk's salt, or None as long as nothing was kept."""
    return session.scalar(select(Setting.value).where(Setting.key == SALT))


def made_salt(session: Session) -> str:
    """The desk's salt; the first time it is needed it is drawn."""
    salt = find_salt(session)
    if salt is None:
        salt = secrets.token_hex(32)
        session.add(Setting(key=SALT, value=salt))
        session.flush()
    return salt


def kept_finds(session: Session, subject_kind: str, subject_id: int) -> list[KeptFind]:
    """What was kept in one thing, oldest first."""
    return list(
        session.scalars(
            select(KeptFind)
            .where(KeptFind.subject_kind == subject_kind, KeptFind.subject_id == subject_id)
            .order_by(KeptFind.id)
        )
    )


def kept_among(session: Session, subjects: Collection[tuple[str, int]]) -> list[KeptFind]:
    """What was kept in any of some things (kind, id), oldest first."""
    kinds, ids = {kind for kind, _ in subjects}, sorted({key for _, key in subjects})
    found: list[KeptFind] = []
    for start in range(0, len(ids), PART):
        of_some = KeptFind.subject_kind.in_(kinds), KeptFind.subject_id.in_(ids[start : start + PART])
        found += session.scalars(select(KeptFind).where(*of_some))
    return sorted((row for row in found if (row.subject_kind, row.subject_id) in subjects), key=lambda row: row.id)
