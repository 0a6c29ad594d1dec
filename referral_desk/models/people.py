"""People with their work contact: those who hold seats. Never the people that cases are about."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Record
from referral_desk.models.organisations import Organisation


class Person(Record):
    """Somebody who works in or with the groups; represents an organisation, is never listed as its member."""

    __tablename__ = "people"

    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="da")
    is_active: Mapped[bool] = mapped_column(default=True)

    organisation: Mapped[Organisation | None] = relationship()

    def call(self, name: str) -> None:
        """Set the name; Invalid if it is empty."""
        if not name.strip():
            raise Invalid("Write the person's name.")
        self.name = " ".join(name.split())
