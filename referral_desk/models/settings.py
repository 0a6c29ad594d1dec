"""What a desk remembers about itself, and which reference rows it was given."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from referral_desk.models.base import Base, Record


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
