"""People with their work contact: those who hold seats. Never the people that cases are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Record
from referral_desk.models.organisations import Organisation
from referral_desk.texts import is_blank

if TYPE_CHECKING:
    from referral_desk.models.attendance import Declaration

# Loose on purpose: the mail server knows better, we only catch slips of the pen.
EMAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
PHONE: Final = re.compile(r"(?=(?:\D*\d){3})\+?[\d ()./-]+")


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
    declarations: Mapped[list[Declaration]] = relationship(back_populates="person", passive_deletes="all")

    def call(self, name: str) -> None:
        """Set the name; Invalid if it is empty."""
        if is_blank(name):
            raise Invalid("Write the person's name.")
        self.name = " ".join(name.split())

    def reach(self, email: str, phone: str) -> None:
        """Set the work contact; Invalid for an address without a place or a number without figures."""
        email, phone = email.strip(), " ".join(phone.split())
        if email and not EMAIL.fullmatch(email):
            raise Invalid("Write the e-mail address as name@place, such as post@kommune.dk.")
        if phone and not PHONE.fullmatch(phone):
            raise Invalid("Write the telephone number with figures, such as +45 12 34 56 78.")
        self.email, self.phone = email, phone
