"""Attendance of all groups side by side: who was heard, by quarter or year, by sector and by organisation."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from referral_desk.clock import Quarter
from referral_desk.models import Group, Meeting, Organisation
from referral_desk.queries.attendance_history import Mark, better, places_at, was_held
from referral_desk.texts import danish_order
from referral_desk.vocabulary import Sector, Tier

Key = TypeVar("Key", bound=Hashable)
SPANS: Final = 8
"""So many quarters or years are shown at once."""
TIERS: Final = (Tier.INTERMINISTERIAL, Tier.NATIONAL, Tier.REGIONAL, Tier.OTHER)


class Step(enum.StrEnum):
    """How long a span is."""

    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Span:
    """A quarter, or a year where `quarter` is None: that for which a meeting counts, whenever it was held."""

    year: int
    quarter: int | None = None


@dataclass(frozen=True)
class Share:
    """How often somebody was heard, of how often they had a place and something was noted."""

    heard: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing is known."""
        return self.heard / self.of if self.of else None

    def __add__(self, other: Share) -> Share:
        return Share(self.heard + other.heard, self.of + other.of)


@dataclass(frozen=True)
class ShareRow:
    """A group, a sector or an organisation: a cell for each column, None where it had no place."""

    name: str
    cells: tuple[Share | None, ...]
    whole: Share
    group_id: int | None = None
    sector: Sector | None = None
    organisation_id: int | None = None


@dataclass(frozen=True)
class GroupHead:
    """A group as a column."""

    id: int
    code: str
    name: str


@dataclass(frozen=True)
class AttendanceOverview:
    """The spans, oldest first, and who was heard in them. A sector or a body counts once at each meeting."""

    spans: tuple[Span, ...]
    has_earlier: bool
    groups: tuple[GroupHead, ...]
    by_group: tuple[ShareRow, ...]
    """Groups by spans: each place at the table counts."""
    sectors: tuple[ShareRow, ...]
    """Sectors by spans, at the meetings of all groups."""
    sectors_by_group: tuple[ShareRow, ...]
    organisations_by_group: tuple[ShareRow, ...]


def attendance_overview(
    session: Session, *, day: dt.date, language: str, step: Step = Step.QUARTER, skip: int = 0
) -> AttendanceOverview:
    """The spans up to that of a day, but for the last `skip`; all under their names of that day."""
    spans = _spans(day, step, skip)
    meetings = _meetings(session, spans, day)
    groups = _groups(meetings)
    places = places_at(session, meetings)
    of_meeting = {meeting.id: meeting for meeting in meetings}
    span_of = {meeting.id: _span(meeting, step) for meeting in meetings}
    ids = [group.id for group in groups]
    whole: dict[int, dict[Span, Share]] = defaultdict(lambda: defaultdict(Share))
    sectors: dict[Sector, dict[int, Mark]] = defaultdict(dict)
    bodies: dict[Organisation, dict[int, Mark]] = defaultdict(dict)
    for place in places:
        meeting = of_meeting[place.row.meeting_id]
        whole[meeting.group_id][span_of[meeting.id]] += _counted([place.mark])
        for body in place.organisations:
            better(bodies[body], meeting.id, place.mark)
        for seat in place.seats:
            if seat.sector is not None:
                better(sectors[seat.sector], meeting.id, place.mark)
    group_of = {meeting.id: meeting.group_id for meeting in meetings}
    names = {group.id: group.short_on(day, language) for group in groups}
    known = [sector for sector in Sector if sector in sectors]
    in_order = sorted(bodies, key=lambda body: danish_order(body.name_on(day, language)))
    return AttendanceOverview(
        spans,
        _has_earlier(session, spans[0]),
        tuple(GroupHead(group.id, group.code, names[group.id]) for group in groups),
        tuple(_row(names[key], whole[key], spans, group_id=key) for key in ids),
        tuple(_row("", _by(sectors[one], span_of), spans, sector=one) for one in known),
        tuple(_row("", _by(sectors[one], group_of), ids, sector=one) for one in known),
        tuple(
            _row(body.name_on(day, language), _by(bodies[body], group_of), ids, organisation_id=body.id)
            for body in in_order
        ),
    )


def _spans(day: dt.date, step: Step, skip: int) -> tuple[Span, ...]:
    if step is Step.YEAR:
        last = day.year - skip
        return tuple(Span(year) for year in range(last - SPANS + 1, last + 1))
    # Quarters are counted through from the year 0, so that they can be added to.
    now = Quarter.of(day)
    last = now.year * 4 + now.number - 1 - skip
    return tuple(Span(number // 4, number % 4 + 1) for number in range(last - SPANS + 1, last + 1))


def _span(meeting: Meeting, step: Step) -> Span:
    return Span(meeting.year, meeting.quarter if step is Step.QUARTER else None)


def _meetings(session: Session, spans: Sequence[Span], day: dt.date) -> list[Meeting]:
    found = session.scalars(
        select(Meeting)
        .where(Meeting.year.between(spans[0].year, spans[-1].year), Meeting.day <= day, was_held())
        .order_by(Meeting.day, Meeting.starts, Meeting.id)
        .options(joinedload(Meeting.group).selectinload(Group.names))
    )
    shown = set(spans)
    return [one for one in found if {Span(one.year), Span(one.year, one.quarter)} & shown]


def _groups(meetings: Iterable[Meeting]) -> list[Group]:
    found = {meeting.group for meeting in meetings}
    return sorted(found, key=lambda group: (TIERS.index(group.tier), group.position, group.id))


def _has_earlier(session: Session, first: Span) -> bool:
    year, quarter = first.year, first.quarter or 1
    earlier = (Meeting.year < year) | ((Meeting.year == year) & (Meeting.quarter < quarter))
    return session.scalar(select(Meeting.id).where(earlier, was_held()).limit(1)) is not None


def _counted(marks: Iterable[Mark]) -> Share:
    noted = [mark for mark in marks if mark is not Mark.UNKNOWN]
    return Share(sum(mark.is_heard for mark in noted), len(noted))


def _by(marks: Mapping[int, Mark], key_of: Mapping[int, Key]) -> dict[Key, Share]:
    found: dict[Key, Share] = {}
    for meeting_id, mark in marks.items():
        key = key_of[meeting_id]
        found[key] = found.get(key, Share()) + _counted([mark])
    return found


def _row(
    name: str,
    shares: Mapping[Key, Share],
    keys: Iterable[Key],
    *,
    group_id: int | None = None,
    sector: Sector | None = None,
    organisation_id: int | None = None,
) -> ShareRow:
    cells = tuple(shares.get(key) for key in keys)
    whole = sum((cell for cell in cells if cell is not None), Share())
    return ShareRow(name, cells, whole, group_id, sector, organisation_id)
