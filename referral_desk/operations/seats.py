"""What one does with the seats of a group: add, change, order, end, open again, remove."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from referral_desk.desk import Work, operation, require
from referral_desk.models import Group, Membership, Organisation, Seat
from referral_desk.operations.holding import held_seat
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.vocabulary import SeatKind, Sector


@operation("coordinator", "secretary", "administrator")
def add_seat(
    work: Work,
    *,
    group_id: int,
    kind: SeatKind,
    sector: Sector | None = None,
    organisation_id: int | None = None,
    represents_group_id: int | None = None,
    deputy_for_id: int | None = None,
    title: str = "",
    valid_from: dt.date | None = None,
) -> Done:
    """Add a seat at the end of a group's list; without a sector it takes that of its organisation."""
    group = work.get(Group, group_id)
    organisation = work.get(Organisation, organisation_id) if organisation_id is not None else None
    refuse_cpr(title)
    made = Seat(
        kind=kind,
        sector=sector or (organisation.sector if organisation else None),
        organisation=organisation,
        represents=work.get(Group, represents_group_id) if represents_group_id is not None else None,
        deputy_for=work.get(Seat, deputy_for_id) if deputy_for_id is not None else None,
        title=title.strip(),
        position=max((seat.position for seat in group.seats), default=-1) + 1,
        valid_from=valid_from,
    )
    require(
        made.represents is None or all(seat.represents is not made.represents for seat in group.seats),
        "That regional group has its seat already: appoint its representative instead.",
    )
    group.seats.append(made)
    made.check()
    work.session.flush()
    work.touched("groups")
    return Done(made.id, Undo(remove_seat, {"seat_id": made.id, "version": made.version}))


@operation("coordinator", "secretary", "administrator")
def change_seat(
    work: Work,
    *,
    seat_id: int,
    version: int,
    kind: SeatKind,
    sector: Sector | None,
    organisation_id: int | None,
    title: str,
    deputy_for_id: int | None = None,
) -> Done:
    """Change what a seat is for. A representative's seat stays one: it is ended instead."""
    seat = held_seat(work, seat_id, version)
    refuse_cpr(title)
    before = {
        "kind": seat.kind,
        "sector": seat.sector,
        "organisation_id": seat.organisation_id,
        "title": seat.title,
        "deputy_for_id": seat.deputy_for_id,
    }
    seat.kind, seat.sector, seat.title = kind, sector, title.strip()
    seat.organisation = work.get(Organisation, organisation_id) if organisation_id is not None else None
    seat.deputy_for = work.get(Seat, deputy_for_id) if deputy_for_id is not None else None
    seat.check()
    work.session.flush()
    work.touched("groups")
    return Done(seat.id, Undo(change_seat, {"seat_id": seat.id, "version": seat.version, **before}))


@operation("coordinator", "secretary", "administrator")
def order_seats(work: Work, *, group_id: int, seat_ids: Sequence[int]) -> Done:
    """Put the seats of a group in an order; those that are not named follow after in the order they had."""
    group = work.get(Group, group_id)
    before = sorted(group.seats, key=lambda seat: (seat.position, seat.id))
    place = {seat_id: number for number, seat_id in enumerate(seat_ids)}
    after = sorted(before, key=lambda seat: place.get(seat.id, len(place)))
    for position, seat in enumerate(after):
        seat.position = position
    work.touched("groups")
    return Done(group.id, Undo(order_seats, {"group_id": group.id, "seat_ids": [seat.id for seat in before]}))


@operation("coordinator", "secretary", "administrator")
def end_seat(work: Work, *, seat_id: int, version: int, last_day: dt.date) -> Done:
    """End a seat with a day, and its holder's period with it. An ended seat is history, not a vacancy."""
    seat = held_seat(work, seat_id, version)
    require(
        not any(other.deputy_for is seat and _stands_after(other, last_day) for other in seat.group.seats),
        "A deputy stands in for this seat after that day: end the deputy's seat first.",
    )
    again: dict[str, object] = {"valid_to": seat.valid_to}
    holders = {held.id: held.valid_to for held in seat.memberships}
    cut = seat.close(last_day)
    if cut is not None:
        again |= {"holder_id": cut.id, "holder_to": holders[cut.id]}
    work.session.flush()
    work.touched("groups")
    return Done(seat.id, Undo(reopen_seat, {"seat_id": seat.id, "version": seat.version, **again}))


@operation("coordinator", "secretary", "administrator")
def reopen_seat(
    work: Work,
    *,
    seat_id: int,
    version: int,
    valid_to: dt.date | None = None,
    holder_id: int | None = None,
    holder_to: dt.date | None = None,
) -> Done:
    """Let an ended seat stand again; with `holder_id` its last holder's period is given back too."""
    seat = held_seat(work, seat_id, version)
    ended = seat.valid_to
    seat.stand_until(valid_to)
    if holder_id is not None:
        held = work.get(Membership, holder_id)
        require(held.seat is seat, "That period belongs to another seat.")
        seat.set_period(held, held.valid_from, holder_to)
    work.session.flush()
    work.touched("groups")
    again = {"seat_id": seat.id, "version": seat.version, "last_day": ended}
    return Done(seat.id, Undo(end_seat, again) if ended else None)


@operation("coordinator", "secretary", "administrator")
def remove_seat(work: Work, *, seat_id: int, version: int) -> Done:
    """Take away a seat that nobody ever held; one that was held is ended instead (Invalid)."""
    seat = held_seat(work, seat_id, version)
    require(not seat.memberships, "Somebody has held this seat: end it instead of removing it.")
    deputies = work.session.scalar(select(Seat.id).where(Seat.deputy_for_id == seat.id).limit(1))
    require(deputies is None, "A deputy stands in for this seat: remove the deputy's seat first.")
    again = RemovedRow.of(seat)
    group_id = seat.group_id
    seat.group.seats.remove(seat)
    work.touched("groups")
    return Done(group_id, Undo(restore_seat, {"row": again}))


@operation("coordinator", "secretary", "administrator")
def restore_seat(work: Work, *, row: RemovedRow) -> Done:
    """Put a removed seat back as it was, in its place."""
    seat = put_back(work, [row])
    assert isinstance(seat, Seat)
    seat.check()
    work.touched("groups")
    return Done(seat.id, Undo(remove_seat, {"seat_id": seat.id, "version": seat.version}))


def _stands_after(seat: Seat, day: dt.date) -> bool:
    return seat.valid_to is None or seat.valid_to > day
