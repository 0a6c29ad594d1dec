"""What the Board will show on a day, kept when the desk is closed, so that the next start need not work it out."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from referral_desk.models.base import Base


class FirstLook(Base):
    """The rows for one day and language; they hold as long as `head` is the last hash of the log.

    It is derived, never a source: no log entry tells of it, and whoever finds it stale works the Board out anew.
    """

    __tablename__ = "first_looks"
    __table_args__ = (UniqueConstraint("day", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[dt.date]
    language: Mapped[str]
    program: Mapped[str]
    head: Mapped[str]
    rows: Mapped[str]
