"""Who holds a seat: take it, hand it on, end or mend a period, appoint a regional group's representative."""

from __future__ import annotations

import datetime as dt

from referral_desk.desk import Work, operation, require
from referral_desk.models import Group, Membership, Organisation, Person, Seat
from referral_desk.models.seats import representative_seat
from referral_desk.operations.holding import held_seat
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.operations.people import remove_person
from referral_desk.vocabulary import SeatKind, Tier


@operation("coordinator", "secretary", "administrator")
def take_seat(
    work: Work,
    *,
    seat_id: int,
    person_id: int | None = None,
    new_person: str = "",
    organisation_id: int | None = None,
    valid_from: dt.date | None,
    valid_to: dt.date | None = None,
    follows: bool = False,
    source: str = "",
    note: str = "",
) -> Done:
    """Let a person, or an organisation without a named person, hold a seat from one day to another, both included.

    With `follows` the period of whoever holds it on the first day ends the day before. Without an organisation it is
    the seat's, or else the person's. `new_person` names somebody who is not in the directory yet.
    """
    seat = held_seat(work, seat_id)
    organisation = work.get(Organisation, organisation_id) if organisation_id is not None else None
    person = work.get(Person, person_id) if person_id is not None else None
    if person is None and new_person.strip():
        refuse_cpr(new_person)
        person = Person(organisation=organisation or seat.organisation, is_active=True)
        person.call(new_person)
        work.session.add(person)
        work.touched("people")
    return _take(work, seat, person, organisation, (valid_from, valid_to), follows=follows, said=(source, note))


@operation("coordinator", "secretary", "chair", "administrator")
def appoint_representative(work: Work, *, group_id: int, person_id: int, valid_from: dt.date, source: str = "") -> Done:
    """Let a member of a regional group speak for it in the national group from a day on (G8, V2).

    The one before leaves the day before; the seat is made or opened again where it is missing.
    """
    group = work.get(Group, group_id)
    require(
        group.tier is Tier.REGIONAL and group.parent is not None,
        "Only a regional group that reports to the national group has a representative there.",
    )
    assert group.parent is not None
    seat = representative_seat(group)
    if seat is None:
        seat = Seat(kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=group, position=len(group.parent.seats))
        group.parent.seats.append(seat)
        work.session.flush()
    seat = held_seat(work, seat.id)
    if seat.valid_to is not None and seat.valid_to < valid_from:
        seat.valid_to = None
    return _take(work, seat, work.get(Person, person_id), None, (valid_from, None), follows=True, said=(source, ""))


@operation("coordinator", "secretary", "administrator")
def end_membership(work: Work, *, membership_id: int, version: int, last_day: dt.date) -> Done:
    """Let somebody leave a seat: the given day is the last one."""
    held = work.get(Membership, membership_id, version)
    return _set_period(work, held, held.valid_from, last_day)


@operation("coordinator", "secretary", "administrator")
def set_membership_period(
    work: Work, *, membership_id: int, version: int, valid_from: dt.date | None, valid_to: dt.date | None
) -> Done:
    """Mend from when to when somebody holds a seat; None is open. Opens an ended period again."""
    return _set_period(work, work.get(Membership, membership_id, version), valid_from, valid_to)


@operation("coordinator", "secretary", "administrator")
def withdraw_membership(
    work: Work,
    *,
    membership_id: int,
    version: int,
    former_id: int | None = None,
    former_to: dt.date | None = None,
    new_person_id: int | None = None,
) -> Done:
    """Take a period away that was put down by mistake.

    `former_id` gives back the period that was ended for it, `new_person_id` takes away the person who was put in the
    directory with it.
    """
    held = work.get(Membership, membership_id, version)
    seat = held_seat(work, held.seat_id)
    again: dict[str, object] = {
        "seat_id": seat.id,
        "person_id": held.person_id,
        "organisation_id": held.organisation_id,
        "valid_from": held.valid_from,
        "valid_to": held.valid_to,
        "source": held.source,
        "note": held.note,
        "follows": former_id is not None,
    }
    seat.memberships.remove(held)
    if former_id is not None:
        former = work.get(Membership, former_id)
        require(former.seat is seat, "That period belongs to another seat.")
        seat.set_period(former, former.valid_from, former_to)
    # Somebody of whom more is known by now stays: that was not put down with the period.
    if new_person_id is not None and work.get(Person, new_person_id).version == 1:
        again |= {"person_id": None, "new_person": work.get(Person, new_person_id).name}
        work.session.flush()
        remove_person(work, person_id=new_person_id, version=1)
    work.touched("groups")
    return Done(seat.id, Undo(take_seat, again))


def _take(
    work: Work,
    seat: Seat,
    person: Person | None,
    organisation: Organisation | None,
    period: tuple[dt.date | None, dt.date | None],
    *,
    follows: bool,
    said: tuple[str, str],
) -> Done:
    refuse_cpr(*said)
    source, note = (text.strip() for text in said)
    require(
        person is None or person.is_active,
        "{name} is no longer active in the directory: make the person active again first.",
        name=person.name if person else "",
    )
    is_new = person is not None and person in work.session.new
    before = {held.id: held.valid_to for held in seat.memberships}
    former = seat.make_room(period[0]) if follows else None
    held = seat.take(person, *period, organisation=organisation, source=source)
    held.note = note
    work.session.flush()
    work.touched("groups")
    again: dict[str, object] = {"membership_id": held.id, "version": held.version}
    if former is not None:
        again |= {"former_id": former.id, "former_to": before[former.id]}
    if is_new:
        again["new_person_id"] = held.person_id
    return Done(held.id, Undo(withdraw_membership, again))


def _set_period(work: Work, held: Membership, valid_from: dt.date | None, valid_to: dt.date | None) -> Done:
    seat = held_seat(work, held.seat_id)
    before = {"valid_from": held.valid_from, "valid_to": held.valid_to}
    seat.set_period(held, valid_from, valid_to)
    work.session.flush()
    work.touched("groups")
    return Done(held.id, Undo(set_membership_period, {"membership_id": held.id, "version": held.version, **before}))
