"""What one does with people: put them in the directory, keep their contact right, let them leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypedDict, Unpack

from sqlalchemy import exists, or_, select

from referral_desk.desk import Work, operation, require
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    Membership,
    MinutesEntry,
    Organisation,
    Person,
)
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.texts import LANGUAGES


class PersonFields(TypedDict, total=False):
    """What is known of a person beside their seats; what is not given stays."""

    name: str
    title: str
    organisation_id: int | None
    email: str
    phone: str
    language: str


_FIELDS = ("name", "title", "organisation_id", "email", "phone", "language")


@operation("coordinator", "secretary", "administrator")
def add_person(
    work: Work,
    *,
    name: str,
    title: str = "",
    organisation_id: int | None = None,
    email: str = "",
    phone: str = "",
    language: str = "da",
) -> Done:
    """Put somebody who works in or with the groups in the directory. Never anybody whom a case is about."""
    person = Person()
    _fill(
        work,
        person,
        name=name,
        title=title,
        organisation_id=organisation_id,
        email=email,
        phone=phone,
        language=language,
    )
    work.session.add(person)
    work.session.flush()
    work.touched("people")
    return Done(person.id, Undo(remove_person, {"person_id": person.id, "version": person.version}))


@operation("coordinator", "secretary", "administrator")
def change_person(work: Work, *, person_id: int, version: int, **fields: Unpack[PersonFields]) -> Done:
    """Change what is given of name, title, organisation and work contact; the rest stays as it is.

    Seats keep the organisation that the person spoke for.
    """
    person = work.get(Person, person_id, version)
    before = {field: getattr(person, field) for field in _FIELDS}
    _fill(work, person, **{**before, **fields})
    work.session.flush()
    work.touched("people")
    changed = {field: before[field] for field in fields}
    return Done(person.id, Undo(change_person, {"person_id": person.id, "version": person.version, **changed}))


@operation("coordinator", "secretary", "administrator")
def deactivate_person(work: Work, *, person_id: int, version: int, last_day: dt.date) -> Done:
    """Let a person leave: seats that run on end with the given day, what was before stays as history.

    Invalid if the person is to take a seat after that day.
    """
    person = work.get(Person, person_id, version)
    held = list(work.session.scalars(select(Membership).where(Membership.person_id == person.id)))
    require(
        not any(row.valid_from is not None and row.valid_from > last_day for row in held),
        "{name} is to take a seat after that day: remove that period first.",
        name=person.name,
    )
    running = [row for row in held if row.valid_to is None or row.valid_to > last_day]
    again = [(row.id, row.valid_to) for row in running]
    for row in running:
        row.end(last_day)
    person.is_active = False
    work.session.flush()
    work.touched("people", "groups")
    return Done(
        person.id,
        Undo(reactivate_person, {"person_id": person.id, "version": person.version, "periods": again}),
    )


@operation("coordinator", "secretary", "administrator")
def reactivate_person(
    work: Work, *, person_id: int, version: int, periods: Sequence[tuple[int, dt.date | None]] = ()
) -> Done:
    """Take somebody back; `periods` gives (membership id, last day) of seats that run on again.

    Invalid where somebody else holds such a seat by now.
    """
    person = work.get(Person, person_id, version)
    person.is_active = True
    for membership_id, last_day in periods:
        row = work.get(Membership, membership_id)
        row.seat.set_period(row, row.valid_from, last_day)
    work.session.flush()
    work.touched("people", "groups")
    return Done(person.id)


@operation("coordinator", "secretary", "administrator")
def remove_person(work: Work, *, person_id: int, version: int) -> Done:
    """Take away somebody who never held a seat, led a meeting or owned an item (Invalid for the others)."""
    person = work.get(Person, person_id, version)
    used = (
        exists().where(Membership.person_id == person.id),
        exists().where(or_(Meeting.chair_id == person.id, Meeting.secretary_id == person.id)),
        exists().where(AgendaItem.owner_person_id == person.id),
        exists().where(or_(ActionItem.owner_person_id == person.id, ActionItem.contact_id == person.id)),
        exists().where(or_(MinutesEntry.owner_person_id == person.id, MinutesEntry.contact_id == person.id)),
        exists().where(Attendance.person_id == person.id),
        exists().where(Declaration.person_id == person.id),
    )
    require(
        not work.session.scalar(select(or_(*used))),
        "{name} stands in groups or meetings: let the person leave instead, so that papers keep the name.",
        name=person.name,
    )
    again = RemovedRow.of(person)
    work.session.delete(person)
    work.touched("people")
    return Done(person_id, Undo(restore_person, {"row": again}))


@operation("coordinator", "secretary", "administrator")
def restore_person(work: Work, *, row: RemovedRow) -> Done:
    """Put somebody who was removed back in the directory, as active or as gone as before."""
    person = put_back(work, [row])
    work.touched("people")
    return Done(person.id, Undo(remove_person, {"person_id": person.id, "version": person.version}))


def _fill(
    work: Work,
    person: Person,
    *,
    name: str,
    title: str,
    organisation_id: int | None,
    email: str,
    phone: str,
    language: str,
) -> None:
    refuse_cpr(name, title, email, phone)
    person.call(name)
    person.reach(email, phone)
    require(language in LANGUAGES, "Choose Danish or English as the language of the person's papers.")
    person.title, person.language = title.strip(), language
    person.organisation = work.get(Organisation, organisation_id) if organisation_id is not None else None
