"""Who was a member of a group on a day, and under which names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import Group
from referral_desk.queries.seats import in_order, with_seats
from referral_desk.vocabulary import SeatKind


@dataclass(frozen=True)
class MemberRow:
    """Somebody who sat in a group on a day. `organisation` is the name that held that day.

    Where the body had no name that day, because it had ended or not begun, `is_named` is False and `organisation` is
    the nearest name. `note` has the words of the listing that the row rests on, `source` says which one.
    """

    kind: SeatKind
    person: str
    organisation_code: str
    organisation: str
    is_named: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str
    note: str


def members_on(session: Session, group: str | int, *, day: dt.date, language: str) -> tuple[MemberRow, ...]:
    """Who sat in a group (its code or id) on a day, the chair first, with the names of that day ("da" or "en").

    Listings are evidence from their date until the next one (resources/reference/README.md). An unknown group: empty.
    """
    wanted = Group.code == group if isinstance(group, str) else Group.id == group
    found = session.scalar(select(Group).where(wanted).options(*with_seats(day)))
    if found is None:
        return ()
    rows = []
    for seat in in_order(found.seats):
        held = seat.held_on(day)
        if held is None:
            continue
        body = held.organisation
        named = body.name_row(day) if body else None
        rows.append(
            MemberRow(
                kind=seat.kind,
                person=held.person.name if held.person else "",
                organisation_code=(body.code or "") if body else "",
                organisation=body.name_on(day, language) if body else "",
                is_named=named is not None and named.valid_on(day),
                valid_from=held.valid_from,
                valid_to=held.valid_to,
                source=held.source,
                note=held.note,
            )
        )
    return tuple(rows)
