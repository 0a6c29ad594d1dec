"""The words in force for items of the minutes and for letters: for all groups, and for one that has its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import Group
from referral_desk.models.settings import phrase_book
from referral_desk.vocabulary.phrases import NAMES, Phrases


@dataclass(frozen=True)
class PhrasesRow:
    """The words of one group, or of all, by name (`phrase_name`): what holds, and which of them were set just there."""

    group_id: int | None
    texts: Mapping[str, str]
    own: frozenset[str]
    """Those that differ from what would hold otherwise: the standard, or for a group what all groups have."""


def phrases_for(session: Session, group_id: int | None = None) -> Phrases:
    """The words of a group, or those of all groups that have none of their own."""
    return phrase_book(session).of(_code(session, group_id))


def phrases(session: Session, group_id: int | None = None) -> PhrasesRow:
    """The words as a person sets them: each in both languages, and whether it was set here."""
    book, code = phrase_book(session), _code(session, group_id)
    held = book.of(code)
    told = book.own.get(code, {}) if code else book.general
    texts = {name: held.text(phrase, name.rpartition(".")[2]) for name, phrase in NAMES.items()}
    return PhrasesRow(group_id, texts, frozenset(told))


def _code(session: Session, group_id: int | None) -> str | None:
    return None if group_id is None else session.scalar(select(Group.code).where(Group.id == group_id))
