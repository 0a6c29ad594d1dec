"""What the directory holds of people and organisations at work: ordinary in every text, and never a leak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models.meetings import Meeting
from referral_desk.models.organisations import OrganisationContact
from referral_desk.models.people import Person


@dataclass(frozen=True)
class WorkContacts:
    """The directory's names, and the addresses and numbers of its people, its organisations and meeting places."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def work_contacts(session: Session) -> WorkContacts:
    """Read them all, each once."""
    people = session.execute(select(Person.name, Person.phone, Person.email)).all()
    bodies = session.execute(
        select(OrganisationContact.address, OrganisationContact.phone, OrganisationContact.email)
    ).all()
    places = session.scalars(select(Meeting.place).distinct()).all()
    return WorkContacts(
        names=_each(name for name, _, _ in people),
        phones=_each(phone for _, phone, _ in (*people, *bodies)),
        emails=_each(email for _, _, email in (*people, *bodies)),
        addresses=_each([*(address for address, _, _ in bodies), *places]),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word.strip()}))
