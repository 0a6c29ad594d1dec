"""Read listings as evidence: each from its own date until the next listing of the group (README of the data)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from referral_desk.reference.files import Table, period
from referral_desk.vocabulary import SeatKind


@dataclass(frozen=True)
class ListedSeat:
    """A body's place in a group for as long as unbroken listings name it."""

    code: str
    group: str
    organisation: str
    kind: SeatKind
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str


@dataclass(frozen=True)
class ListedMember:
    """A body in one listing, in the words of that listing."""

    code: str
    seat: str
    organisation: str
    listed_as: str
    row: dict[str, Any]
    """The listing, for its period, source and note."""


def membership_rows(table: Table) -> tuple[list[ListedSeat], list[ListedMember]]:
    """The seats and the members of every listing. Listings of a group stand in order of time.

    A body gets one seat for each unbroken run of listings that name it in one capacity, so that where it is not
    listed no seat stands empty.
    """
    seats: dict[str, ListedSeat] = {}
    held: list[ListedMember] = []
    running: dict[tuple[str, str], str] = {}
    for listing in table:
        first, last = period(listing)
        for member in listing["members"]:
            key = listing["group"], member["organisation"]
            kind = SeatKind(member.get("capacity", "member"))
            code = running.get(key, "")
            if not code or seats[code].kind is not kind or not _follows(seats[code], first):
                code = f"{listing['code']}/{member['organisation']}"
                running[key] = code
                seats[code] = ListedSeat(code, *key, kind, first, last, listing["source"])
            else:
                seats[code] = replace(seats[code], valid_to=last)
            held.append(
                ListedMember(
                    f"{listing['code']}/{member['organisation']}",
                    code,
                    member["organisation"],
                    member["listed_as"],
                    listing,
                )
            )
    return list(seats.values()), held


def _follows(seat: ListedSeat, day: dt.date | None) -> bool:
    return seat.valid_to is not None and day == seat.valid_to + dt.timedelta(days=1)
