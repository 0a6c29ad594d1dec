"""Attendance over time: which organisations and sectors were heard at a group's latest meetings, and how often.

A person is heard for every seat that they held in the group on the meeting's day, as on the meeting's sheet.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.models import Attendance, Group, Meeting, Membership, Organisation, Seat
from referral_desk.models.attendance import ROLES, holding_between
from referral_desk.models.groups import REGIONAL_SECTORS
from referral_desk.queries.attendance_rows import TABLE
from referral_desk.texts import N_, danish_order, name_members
from referral_desk.vocabulary import AttendanceState, Sector, Stage, Tier

LATEST = 8
"""Two years of four meetings."""


class Mark(enum.StrEnum):
    """How an organisation was at a meeting; the best of those who came from it counts."""

    PRESENT = "present"
    DEPUTY = "deputy"
    APOLOGY = "apology"
    ABSENT = "absent"
    UNKNOWN = "unknown"

    @property
    def is_heard(self) -> bool:
        """Whether somebody spoke for it."""
        return self in {Mark.PRESENT, Mark.DEPUTY}


name_members(
    {
        Mark.PRESENT: N_("Present"),
        Mark.DEPUTY: N_("By a deputy"),
        Mark.APOLOGY: N_("Apology"),
        Mark.ABSENT: N_("Absent"),
        Mark.UNKNOWN: N_("Not noted"),
    }
)


@dataclass(frozen=True)
class HeardMeeting:
    """A meeting that was held: a column."""

    id: int
    day: dt.date
    number: int | None
    year: int
    heard: int
    places: int


@dataclass(frozen=True)
class HeardRow:
    """An organisation, a sector or a regional group, and how it was at each meeting; None where it had no place."""

    name: str
    marks: tuple[Mark | None, ...]
    organisation_id: int | None = None
    sector: Sector | None = None
    group_id: int | None = None
    is_required: bool = False

    @property
    def heard(self) -> int:
        """At how many meetings it was heard."""
        return sum(mark is not None and mark.is_heard for mark in self.marks)

    @property
    def of(self) -> int:
        """At how many it had a place, and something was noted."""
        return sum(mark not in {None, Mark.UNKNOWN} for mark in self.marks)

    @property
    def share(self) -> float | None:
        """Heard of all, from 0 to 1; None where nothing is known."""
        return self.heard / self.of if self.of else None

    @property
    def silent(self) -> int:
        """For how many of its latest meetings it has not been heard, counted back from the last."""
        known = [mark for mark in self.marks if mark not in {None, Mark.UNKNOWN}]
        count = 0
        for mark in reversed(known):
            if mark is not None and mark.is_heard:
                break
            count += 1
        return count


@dataclass(frozen=True)
class AttendanceHistory:
    """Some meetings of a group, oldest first, and who was heard at them."""

    meetings: tuple[HeardMeeting, ...] = ()
    has_earlier: bool = False
    """Whether there were meetings before them."""
    organisations: tuple[HeardRow, ...] = ()
    sectors: tuple[HeardRow, ...] = ()
    """Required ones first (V4), then the others."""
    regions: tuple[HeardRow, ...] = ()
    """Of the national group: the regional ones."""


def attendance_history(
    session: Session, *, group_id: int, day: dt.date, language: str, latest: int = LATEST, skip: int = 0
) -> AttendanceHistory:
    """The latest meetings held up to a day, but for the last `skip`; organisations under their names of that day."""
    found = list(
        session.scalars(
            select(Meeting)
            .where(Meeting.group_id == group_id, Meeting.day <= day, was_held())
            .order_by(Meeting.day.desc(), Meeting.starts.desc())
            .offset(skip)
            .limit(latest + 1)
        )
    )
    meetings = found[:latest][::-1]
    group = session.get(Group, group_id)
    if not meetings or group is None:
        return AttendanceHistory()
    places = places_at(session, meetings)
    by_organisation: dict[int, dict[int, Mark]] = defaultdict(dict)
    by_sector: dict[Sector, dict[int, Mark]] = defaultdict(dict)
    by_region: dict[int, dict[int, Mark]] = defaultdict(dict)
    names: dict[int, Organisation] = {}
    regions: dict[int, Group] = {}
    for place in places:
        mark, meeting_id = place.mark, place.row.meeting_id
        for organisation in place.organisations:
            names[organisation.id] = organisation
            better(by_organisation[organisation.id], meeting_id, mark)
        for seat in place.seats:
            if seat.sector is not None:
                better(by_sector[seat.sector], meeting_id, mark)
            if seat.represents is not None:
                regions[seat.represents.id] = seat.represents
                better(by_region[seat.represents.id], meeting_id, mark)
    required = REGIONAL_SECTORS if group.tier is Tier.REGIONAL else ()
    order = [*required, *(sector for sector in Sector if sector in by_sector and sector not in required)]
    ids = [meeting.id for meeting in meetings]
    organisations = [
        HeardRow(names[key].name_on(day, language), _line(found, ids), key, names[key].sector)
        for key, found in by_organisation.items()
    ]
    return AttendanceHistory(
        tuple(_meeting(meeting, places) for meeting in meetings),
        len(found) > latest,
        tuple(sorted(organisations, key=lambda row: danish_order(row.name))),
        tuple(HeardRow("", _line(by_sector[key], ids), sector=key, is_required=key in required) for key in order),
        tuple(
            HeardRow(regions[key].short_on(day, language), _line(by_region[key], ids), group_id=key)
            for key in sorted(by_region, key=lambda key: (regions[key].position, key))
        ),
    )


def was_held() -> ColumnElement[bool]:
    """That a meeting was held."""
    return and_(
        Meeting.cancelled_at.is_(None), Meeting.stage.in_([stage for stage in Stage if stage.step >= Stage.HELD.step])
    )


@dataclass(frozen=True)
class PlaceAt:
    """A place at the table of one meeting, how it was filled, and what was spoken for from it on that day."""

    row: Attendance
    mark: Mark
    held: tuple[Membership, ...]

    @property
    def seats(self) -> list[Seat]:
        """The seats that were spoken for from it."""
        return [one.seat for one in self.held]

    @property
    def organisations(self) -> dict[Organisation, None]:
        """The bodies that were heard through it, each once."""
        bodies = (self.row.organisation, *(one.organisation for one in self.held))
        return dict.fromkeys(body for body in bodies if body is not None)


_MARKS = {
    AttendanceState.PRESENT: Mark.PRESENT,
    AttendanceState.APOLOGY: Mark.APOLOGY,
    AttendanceState.ABSENT: Mark.ABSENT,
}


def places_at(session: Session, meetings: Sequence[Meeting]) -> list[PlaceAt]:
    """Every place at the table of some meetings, of one group or of several, in the order of the meetings."""
    if not meetings:
        return []
    days = [meeting.day for meeting in meetings]
    group_ids = {meeting.group_id for meeting in meetings}
    names = selectinload(Organisation.names)
    rows = list(
        session.scalars(
            select(Attendance)
            .where(Attendance.meeting_id.in_([meeting.id for meeting in meetings]))
            .options(selectinload(Attendance.organisation).options(names))
        )
    )
    seated = list(
        session.scalars(
            holding_between(group_ids, min(days), max(days))
            .order_by(Seat.position, Seat.id)
            .options(
                selectinload(Membership.organisation).options(names),
                joinedload(Membership.seat).joinedload(Seat.represents).selectinload(Group.names),
            )
        )
    )
    by_group: dict[int, list[Membership]] = defaultdict(list)
    for one in seated:
        by_group[one.seat.group_id].append(one)
    on_day = {
        meeting.id: [
            one for one in by_group[meeting.group_id] if one.valid_on(meeting.day) and one.seat.valid_on(meeting.day)
        ]
        for meeting in meetings
    }
    replaced = {
        row.deputy_for_id for row in rows if row.deputy_for_id is not None and row.state is AttendanceState.PRESENT
    }
    found = []
    for row in rows:
        if row.role not in TABLE or row.deputy_for_id is not None:
            continue
        held = tuple(one for one in row.sits_on(on_day[row.meeting_id]) if ROLES[one.seat.kind] in TABLE)
        if held:
            mark = Mark.DEPUTY if row.id in replaced else _MARKS.get(row.state, Mark.UNKNOWN)
            found.append(PlaceAt(row, mark, held))
    return found


def better(found: dict[int, Mark], meeting_id: int, mark: Mark) -> None:
    """Keep the best mark of those who came from one body, sector or region to a meeting."""
    order = list(Mark)
    known = found.get(meeting_id)
    if known is None or order.index(mark) < order.index(known):
        found[meeting_id] = mark


def _line(found: Mapping[int, Mark], meeting_ids: Iterable[int]) -> tuple[Mark | None, ...]:
    return tuple(found.get(key) for key in meeting_ids)


def _meeting(meeting: Meeting, places: Iterable[PlaceAt]) -> HeardMeeting:
    mine = [place for place in places if place.row.meeting_id == meeting.id]
    heard = sum(place.mark.is_heard for place in mine)
    return HeardMeeting(meeting.id, meeting.day, meeting.number, meeting.year, heard, len(mine))
