"""When can we hear? What is sent today reaches which meetings, by when it must be there, and when the answer comes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk import clock
from referral_desk.deadlines import Deadlines
from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Group, Meeting
from referral_desk.models.meetings import BEING_MADE
from referral_desk.queries.chain import TIERS
from referral_desk.queries.deadlines import deadlines_for
from referral_desk.texts import N_, say
from referral_desk.vocabulary import MeetingKind, Tier
from referral_desk.wheel.answers import earliest_answer
from referral_desk.wheel.check import Entry, gap_above
from referral_desk.wheel.words import day_words
from referral_desk.wheel.year import Body, Rules, Year

AHEAD: Final = dt.timedelta(days=800)
ABOVE: Final = {Tier.REGIONAL: Tier.NATIONAL, Tier.OTHER: Tier.NATIONAL, Tier.NATIONAL: Tier.INTERMINISTERIAL}

TAKEN_UP: Final = N_("Sent today it comes to {group} on {day}.")
NO_MEETING: Final = N_("{group} has no meeting planned that it could still come to.")
NO_BODY: Final = N_("Nobody stands above this group: what it decides is final.")
LEFT: Final = {
    0: N_("Today is the last day for that meeting."),
    1: N_("It must be sent by {deadline}: one working day is left."),
}
LEFT_MORE: Final = N_("It must be sent by {deadline}: {count} working days are left.")
NONE_AFTER: Final = N_("{group} has no meeting planned after that one yet.")
MISSED: Final = N_(
    "The meeting of {group} on {day} is too near (its deadline was {deadline}), unless {group} agrees to take it up."
)
BACK: Final = N_("The earliest answer at your own meeting is on {day}.")
NOT_BACK: Final = N_("You have no meeting planned after that one yet, at which the answer could be heard.")
FURTHER: Final = N_("If it is sent on, {group} takes it up on {day}.")
FURTHER_BACK: Final = N_("You then hear the answer on {day}.")


@dataclass(frozen=True)
class Stop:
    """A meeting on the way of a matter."""

    meeting_id: int
    group_id: int
    group: str
    day: dt.date


@dataclass(frozen=True)
class Hearing:
    """What becomes of a matter that a group sends on a day; what is None is not planned yet, and `lines` say so."""

    group_id: int
    group: str
    day: dt.date
    body_id: int | None
    """The body above that it goes to; None at the top."""
    body: str
    taken_up: Stop | None
    """The first meeting of that body that leaves time enough."""
    deadline: dt.date | None
    """The last day on which it can be sent for that meeting."""
    days_left: int | None
    """Working days from the day until then; 0 on the last one."""
    missed: Stop | None
    """A meeting of that body that comes sooner, and is too near."""
    missed_deadline: dt.date | None
    back: Stop | None
    """The group's next meeting after that: the earliest answer."""
    above: Stop | None
    """Of a matter that is sent on: where the body above that one takes it up."""
    back_from_above: Stop | None
    lines: tuple[str, ...]
    """All of it in words, a sentence each."""


@dataclass(frozen=True)
class InTime:
    """The meetings of a body as something sent to it on a day finds them."""

    first: Stop | None
    """The first that it is in time for."""
    deadline: dt.date | None
    """The last day for that one; None for whoever skips a level, whom no deadline binds."""
    missed: Stop | None = None
    """One that comes sooner, whose deadline was over by then: the body may take it up there all the same."""
    passed: dt.date | None = None
    """That deadline."""


@dataclass(frozen=True)
class Calendar:
    """The chain's groups and their coming meetings on a day, asked once for many questions."""

    year: Year
    plan: tuple[Entry, ...]
    """Ordinary meetings from that day on whose agenda is still being made, by day."""
    stops: dict[int, Stop]
    """All coming meetings by id, whatever their stage."""
    parents: dict[int, int | None]
    gone: dict[int, str] = field(default_factory=dict)
    """The names of the groups that do not stand on the day."""

    @property
    def today(self) -> dt.date:
        """The day that it is seen on."""
        return self.year.today

    def body_above(self, group_id: int) -> Body | None:
        """The body that a group turns to: the one it reports to, else the one of the next tier."""
        parent = self.year.body.get(self.parents.get(group_id) or 0)
        wanted = ABOVE.get(self.year.body[group_id].tier)
        if parent is not None and parent.tier is wanted:
            return parent
        return next((body for body in self.year.bodies if body.tier is wanted), None)

    def next_of(self, group_id: int, from_day: dt.date | None = None) -> Stop | None:
        """A group's next ordinary meeting on or after a day that something can still come to."""
        day = from_day or self.today
        found = (entry for entry in self.plan if entry.group_id == group_id and entry.day >= day)
        return next((self.stop(entry) for entry in found), None)

    def in_time(self, sender_id: int, body_id: int, sent_on: dt.date) -> InTime:
        """The coming meetings of a body that what a group sends to it on a day comes to, and is too late for."""
        sender = self.year.body.get(sender_id)
        above = self.body_above(sender_id) if sender is not None else None
        soonest = self.next_of(body_id)
        if sender is None or above is None or above.id != body_id:
            return InTime(soonest, None)
        gap = gap_above(self.year, Tier.NATIONAL if sender.tier is Tier.NATIONAL else Tier.REGIONAL)
        first = self.next_of(body_id, max(clock.add_working_days(sent_on, gap), self.today))
        # What is sent on a day off counts as sent on the working day before.
        deadline = max(self.deadline(sender.tier, first.day), sent_on) if first is not None else None
        if soonest is None or soonest == first:
            return InTime(first, deadline)
        return InTime(first, deadline, soonest, self.deadline(sender.tier, soonest.day))

    def stop(self, entry: Entry) -> Stop:
        """The meeting of an entry."""
        assert isinstance(entry.key, int)
        return self.stops[entry.key]

    def deadline(self, sender_tier: Tier, meeting: dt.date) -> dt.date:
        """The last day on which a tier can send something for a meeting of the tier above."""
        tier = Tier.NATIONAL if sender_tier is Tier.NATIONAL else Tier.REGIONAL
        return clock.add_working_days(meeting, -gap_above(self.year, tier))


def hearing(session: Session, *, group_id: int, day: dt.date, language: str) -> Hearing:
    """Follow what a group sends on a day through the meetings that are planned; Stale for a group that is gone.

    A body takes up what was sent so many working days before its meeting as the wheel leaves between the tiers.
    """
    return hearing_in(coming(session, day=day, language=language), group_id, language)


def hearing_in(calendar: Calendar, group_id: int, language: str) -> Hearing:
    """What `hearing` tells, from a calendar that was asked already."""
    group = calendar.year.body.get(group_id)
    if group is None:
        raise Stale(GONE)
    body = calendar.body_above(group_id)
    noon = dt.time(12)
    sent = Entry(0, group_id, calendar.today, noon, noon, clock.Quarter.of(calendar.today))
    way = earliest_answer(calendar.year, calendar.plan, sent)
    is_national = group.tier is Tier.NATIONAL
    first, further = (way.above, None) if is_national else (way.national, way.above)
    back, back_further = (way.back_from_above, None) if is_national else (way.back, way.back_from_above)
    if body is None:
        first = further = back = back_further = None
    # What is sent on a day off counts as sent on the working day before.
    deadline = max(calendar.deadline(group.tier, first.day), calendar.today) if first else None
    missed = calendar.next_of(body.id) if body else None
    if missed is not None and first is not None and missed.day >= first.day:
        missed = None
    told = Hearing(
        group_id=group_id,
        group=group.name,
        day=calendar.today,
        body_id=body.id if body else None,
        body=body.name if body else "",
        taken_up=calendar.stop(first) if first else None,
        deadline=deadline,
        days_left=clock.working_days(calendar.today, deadline) if deadline else None,
        missed=missed,
        missed_deadline=calendar.deadline(group.tier, missed.day) if missed else None,
        back=calendar.stop(back) if back else None,
        above=calendar.stop(further) if further else None,
        back_from_above=calendar.stop(back_further) if back_further else None,
        lines=(),
    )
    return replace(told, lines=tuple(_lines(told, language)))


def coming(session: Session, *, day: dt.date, language: str) -> Calendar:
    """The calendar of the chain from a day on, in a fixed number of questions."""
    groups = session.scalars(select(Group).options(selectinload(Group.names))).all()
    rank = {tier: place for place, tier in enumerate(TIERS)}
    standing = sorted(
        (group for group in groups if group.valid_on(day)),
        key=lambda group: (rank.get(group.tier, len(rank)), group.position, group.code),
    )
    bodies = tuple(Body(group.id, group.short_on(day, language), group.tier) for group in standing)
    names = {body.id: body.name for body in bodies}
    rows = session.execute(
        select(*_COLUMNS)
        .where(Meeting.day.between(day, day + AHEAD), Meeting.cancelled_at.is_(None), Meeting.group_id.in_(names))
        .order_by(Meeting.day, Meeting.starts, Meeting.id)
    ).all()
    held = deadlines_for(session)
    return Calendar(
        year=Year(day.year, day, bodies, rules=_rules(held)),
        plan=tuple(
            Entry(row.id, row.group_id, row.day, row.starts, row.ends, clock.Quarter(row.year, row.quarter))
            for row in rows
            if row.stage in BEING_MADE and row.kind is MeetingKind.ORDINARY
        ),
        stops={row.id: Stop(row.id, row.group_id, names[row.group_id], row.day) for row in rows},
        parents={group.id: group.parent_id for group in standing},
        gone={group.id: group.short_on(day, language) for group in groups if not group.valid_on(day)},
    )


_COLUMNS: Final = (
    *(Meeting.id, Meeting.group_id, Meeting.day, Meeting.starts, Meeting.ends, Meeting.year, Meeting.quarter),
    *(Meeting.stage, Meeting.kind),
)


def _rules(held: Deadlines) -> Rules:
    return Rules(
        regional_to_national=held.regional_to_national,
        national_to_interministerial=held.national_to_interministerial,
    )


def _lines(told: Hearing, language: str) -> list[str]:
    def words(day: dt.date) -> str:
        return said_day(day, told.day, language)

    if told.body_id is None:
        return [say(NO_BODY, language)]
    found: list[str] = []
    near = []
    if told.missed is not None and told.missed_deadline is not None:
        days = {"day": words(told.missed.day), "deadline": words(told.missed_deadline)}
        near = [say(MISSED, language, group=told.body, **days)]
    if told.taken_up is None and near:
        found += [*near, say(NONE_AFTER, language, group=told.body)]
    elif told.taken_up is None:
        found.append(say(NO_MEETING, language, group=told.body))
    else:
        found.append(say(TAKEN_UP, language, group=told.body, day=words(told.taken_up.day)))
        assert told.deadline is not None
        count = told.days_left or 0
        found.append(say(LEFT.get(count, LEFT_MORE), language, deadline=words(told.deadline), count=count))
        found.append(say(BACK, language, day=words(told.back.day)) if told.back else say(NOT_BACK, language))
        found += near
    if told.above is not None:
        found.append(say(FURTHER, language, group=told.above.group, day=words(told.above.day)))
        if told.back_from_above is not None:
            found.append(say(FURTHER_BACK, language, day=words(told.back_from_above.day)))
    return found


def said_day(day: dt.date, today: dt.date, language: str) -> str:
    """A day with its weekday, and with its year where that is not the present one."""
    words = day_words(day, language)
    return words if day.year == today.year else f"{words} {day.year}"
