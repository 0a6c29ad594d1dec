"""What a desk remembers about itself, and which reference rows it was given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from referral_desk.deadlines import Deadlines
from referral_desk.models.base import Base, Record
from referral_desk.vocabulary.phrases import NAMES, Phrases

DEADLINES = "deadlines"
PHRASES = "phrases"


class Setting(Record):
    """One setting of the desk, as JSON text."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class ReferenceRow(Base):
    """The values that a reference row was loaded with: a row that people changed since is never overwritten."""

    __tablename__ = "reference_rows"
    __table_args__ = (UniqueConstraint("kind", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    code: Mapped[str]
    loaded: Mapped[str]


@dataclass(frozen=True)
class DeadlineBook:
    """What was set of the deadlines: for every group, and what single groups do otherwise, by their code."""

    general: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def of(self, code: str | None = None) -> Deadlines:
        """The deadlines of a group by its code, or those of all groups that set none of their own."""
        return Deadlines.of({**self.general, **(self.own.get(code, {}) if code else {})})


@dataclass(frozen=True)
class PhraseBook:
    """What was worded anew: for every group, and what single groups say otherwise, by their code."""

    general: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, code: str | None = None) -> Phrases:
        """The words of a group by its code, or those of all groups that have none of their own."""
        return Phrases({**self.general, **(self.own.get(code, {}) if code else {})})

    def shared(self, codes: Iterable[str]) -> Phrases:
        """The words that several groups, by their codes, have alike; where they differ, those of all groups."""
        held = [self.of(code).own for code in codes] or [self.general]
        told = {}
        for name in {name for own in held for name in own}:
            is_alike = len({own.get(name) for own in held}) == 1
            told[name] = held[0].get(name) if is_alike else self.general.get(name)
        return Phrases({name: text for name, text in told.items() if text is not None})


def setting_to_change(session: Session, key: str) -> Setting:
    """The setting with a key, locked; the first time a new one that is an empty JSON object."""
    kept = session.scalar(select(Setting).where(Setting.key == key).with_for_update())
    if kept is None:
        kept = Setting(key=key, value="{}")
        session.add(kept)
    return kept


def me_key(user: str) -> str:
    """The key under which it is kept which person in the directory a user of the desk is."""
    return f"me:{user}"


def deadlines_key(code: str | None) -> str:
    """The key under which the deadlines of a group, or of all groups, are kept."""
    return f"{DEADLINES}.{code}" if code else DEADLINES


def deadlines_told(value: str) -> dict[str, int]:
    """Read a setting of deadlines; what is not one is left out."""
    known = {one.name for one in fields(Deadlines)}
    return {name: count for name, count in json.loads(value).items() if name in known and isinstance(count, int)}


def deadline_book(session: Session) -> DeadlineBook:
    """Read all deadlines that were set, in one look-up."""
    told = {code: deadlines_told(value) for code, value in _by_group(session, DEADLINES)}
    return DeadlineBook(told.pop("", {}), told)


def phrases_key(code: str | None) -> str:
    """The key under which the words of a group, or of all groups, are kept."""
    return f"{PHRASES}.{code}" if code else PHRASES


def phrases_told(value: str) -> dict[str, str]:
    """Read a setting of words; what is not one is left out."""
    return {name: text for name, text in json.loads(value).items() if name in NAMES and isinstance(text, str)}


def phrase_book(session: Session) -> PhraseBook:
    """Read all words that were set, in one look-up."""
    told = {code: phrases_told(value) for code, value in _by_group(session, PHRASES)}
    return PhraseBook(told.pop("", {}), told)


def _by_group(session: Session, key: str) -> list[tuple[str, str]]:
    """What is kept under a key, by the code of the group: empty for all groups."""
    rows = session.execute(
        select(Setting.key, Setting.value).where(
            (Setting.key == key) | Setting.key.startswith(f"{key}.", autoescape=True)
        )
    )
    return [(found.removeprefix(key).removeprefix("."), value) for found, value in rows]
