"""Editions of approved minutes: frozen with their hash, never changed (V6)."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Unavailable
from referral_desk.models.base import Base, Frozen
from referral_desk.models.documents import sha256_of
from referral_desk.vocabulary import EntryKind, ItemOutcome, Label

if TYPE_CHECKING:
    from referral_desk.models.minutes import Minutes


@dataclass(frozen=True)
class FrozenEntry:
    """One entry as an edition keeps it: under which item (number and title of that day), and its words."""

    id: int
    item: int
    title: str
    kind: EntryKind
    text: str
    label: Label


@dataclass(frozen=True)
class Named:
    """What a correction names, by ids: that alone goes from the record into the new edition.

    `words`, `kinds` and `labels` are of entries (one that is added stands in all three), `owners` and `dues` of those
    that are actions; `people` are lines of the meeting's sheet, `outcomes` and `out` items. `head` is what minutes say
    of the meeting itself, by the names that `MinutesContent` has for it; `times` is when it began and ended.
    """

    words: frozenset[int] = frozenset()
    kinds: frozenset[int] = frozenset()
    labels: frozenset[int] = frozenset()
    owners: frozenset[int] = frozenset()
    dues: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    out: frozenset[int] = frozenset()
    outcomes: frozenset[int] = frozenset()
    head: frozenset[str] = frozenset()
    times: bool = False

    @property
    def entries(self) -> frozenset[int]:
        """The entries of which anything is named."""
        return self.words | self.kinds | self.labels | self.owners | self.dues


class MinutesEdition(Frozen, Base):
    """Approved minutes as they were frozen: edition 1, and one for each later correction (V6)."""

    __tablename__ = "minutes_editions"
    __table_args__ = (UniqueConstraint("minutes_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    minutes_id: Mapped[int] = mapped_column(ForeignKey("minutes.id"), index=True)
    number: Mapped[int]
    frozen_at: Mapped[dt.datetime]
    frozen_by: Mapped[str]
    # JSON of all that the minutes say, and the SHA-256 of that text.
    content: Mapped[str]
    sha256: Mapped[str]
    # Why an edition after the first was made.
    reason: Mapped[str] = mapped_column(default="")

    minutes: Mapped[Minutes] = relationship(back_populates="editions")

    @classmethod
    def of(cls, content: str, **fields: Any) -> MinutesEdition:
        """An edition with its hash."""
        return cls(content=content, sha256=sha256_of(content.encode()), **fields)

    def read(self) -> dict[str, Any]:
        """What was frozen: "entries" as FrozenEntry, "documents" by language; Unavailable where the hash fails (V6)."""
        if sha256_of(self.content.encode()) != self.sha256:
            raise Unavailable(
                "Edition {number} of the minutes is no longer what was approved: restore the desk from a backup.",
                number=self.number,
            )
        found: dict[str, Any] = json.loads(self.content)
        return found

    def became(self, item_id: int) -> tuple[ItemOutcome, str]:
        """What it says became of an item, and why; open where it says nothing of that."""
        for content in self.read().get("documents", {}).values():
            for item in content.get("items", ()):
                if item["id"] == item_id:
                    return ItemOutcome(item["outcome"]), item["outcome_reason"]
        return ItemOutcome.OPEN, ""
