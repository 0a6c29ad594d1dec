"""Register declarations of confidentiality that people signed, and take them back (V8, domain 3.10)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from referral_desk.desk import Work, operation, require
from referral_desk.models import Declaration, Person
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr


@operation("coordinator", "secretary", "chair")
def sign_declaration(
    work: Work, *, person_id: int, signed_on: dt.date, valid_to: dt.date | None = None, note: str = ""
) -> Done:
    """Register that somebody signed on a day; it holds to `valid_to`, that day included, or until further notice.

    Invalid for a day still to come, for one that ends before it begins, or where one of that day is registered.
    """
    person = work.hold(Person, person_id)
    require(signed_on <= work.today, "The day of signing is still to come: register it once it is signed.")
    refuse_cpr(note)
    known = work.session.scalar(
        select(Declaration.id).where(Declaration.person_id == person.id, Declaration.signed_on == signed_on).limit(1)
    )
    require(known is None, "A declaration of that day is registered for {name} already.", name=person.name)
    made = Declaration(person_id=person.id, signed_on=signed_on, valid_to=valid_to, note=" ".join(note.split()))
    made.check()
    work.session.add(made)
    return _kept(work, made)


@operation("coordinator", "secretary", "chair")
def end_declaration(work: Work, *, declaration_id: int, version: int, valid_to: dt.date | None) -> Done:
    """Say until which day a declaration holds, that day included; None is until further notice."""
    row = work.hold(Declaration, declaration_id, version)
    before = row.valid_to
    row.valid_to = valid_to
    row.check()
    work.session.flush()
    work.touched("attendance", "people")
    again = {"declaration_id": row.id, "version": row.version, "valid_to": before}
    return Done(row.id, Undo(end_declaration, again))


@operation("coordinator", "secretary", "chair")
def withdraw_declaration(work: Work, *, declaration_id: int, version: int) -> Done:
    """Take away a declaration that was registered by mistake; the id is that of the person."""
    row = work.hold(Declaration, declaration_id, version)
    again = RemovedRow.of(row)
    person_id = row.person_id
    work.session.delete(row)
    work.session.flush()
    work.touched("attendance", "people")
    return Done(person_id, Undo(restore_declaration, {"row": again}))


@operation("coordinator", "secretary", "chair")
def restore_declaration(work: Work, *, row: RemovedRow) -> Done:
    """Put a declaration back that was taken away."""
    made = put_back(work, [row])
    assert isinstance(made, Declaration)
    return _kept(work, made)


def _kept(work: Work, made: Declaration) -> Done:
    work.session.flush()
    work.touched("attendance", "people")
    return Done(made.id, Undo(withdraw_declaration, {"declaration_id": made.id, "version": made.version}))
