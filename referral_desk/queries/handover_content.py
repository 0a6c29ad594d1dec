"""Fill a hand-over sheet from the record: who sits where, what is open, what waits, and what comes next."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Group, Meeting, Person
from referral_desk.queries.chain import TIERS
from referral_desk.queries.deadlines import meeting_deadlines
from referral_desk.queries.document_content import action_list
from referral_desk.queries.group import GroupView, group
from referral_desk.queries.handover_record import (
    Handover,
    HandoverDeadline,
    HandoverGroup,
    HandoverMeeting,
    HandoverSeat,
)
from referral_desk.queries.ledger_content import ledger_lines, open_at
from referral_desk.queries.speaking_content import circulars_to
from referral_desk.vocabulary import Label, Stage

MEETINGS: Final = 4
"""How many meetings to come are told."""
DEADLINES: Final = 6


def handover_content(session: Session, *, day: dt.date, language: str, group_id: int | None = None) -> Handover:
    """What whoever takes over a group needs to know on a day; without a group, of every group of the chain.

    Confidential actions are left out, and confidential escalations have no title; what looks like personal data and
    nobody kept is hidden (V10). Stale if the group is gone.
    """
    ids = [group_id] if group_id is not None else _chain(session, day)
    views = [group(session, one, day=day, language=language) for one in ids]
    if any(view is None for view in views):
        raise Stale(GONE)
    return Handover(
        language=language,
        day=day,
        label=Label.INTERNAL,
        groups=tuple(_group(session, view, day, language) for view in views if view is not None),
        is_of_all=group_id is None,
    )


def _chain(session: Session, day: dt.date) -> list[int]:
    """The groups that stand on a day, from the top down: the national one brings together what the regions do."""
    found = session.scalars(select(Group).where(Group.tier.in_(TIERS)).order_by(Group.position, Group.id))
    standing = [one for one in found if one.valid_on(day)]
    return [one.id for one in sorted(standing, key=lambda one: -TIERS.index(one.tier))]


def _group(session: Session, view: GroupView, day: dt.date, language: str) -> HandoverGroup:
    meetings = _meetings(session, view.id, day)
    actions = action_list(session, day=day, language=language, group_id=view.id, hides_finds=True)
    return HandoverGroup(
        name=view.name,
        parent=view.parent,
        seats=_seats(session, view),
        missing=view.coverage.missing,
        trouble=view.trouble,
        meetings=tuple(_meeting(one, day) for one in meetings),
        deadlines=_deadlines(session, meetings, day),
        actions=actions.actions,
        pending=ledger_lines(
            session, escalation_ids=open_at(session, view.id), day=day, language=language, group_id=view.id
        ),
        circulars=circulars_to(session, view.id, since=None),
    )


def _seats(session: Session, view: GroupView) -> tuple[HandoverSeat, ...]:
    people = {seat.holder.person_id for seat in view.standing if seat.holder is not None}
    mails = session.execute(select(Person.id, Person.email).where(Person.id.in_(people - {None})))
    known = dict(mails.all())
    return tuple(
        HandoverSeat(
            kind=seat.kind,
            name=seat.holder.person if seat.holder else "",
            organisation=seat.holder.organisation if seat.holder else seat.organisation,
            sector=seat.sector,
            represents=seat.represents,
            email=known.get(seat.holder.person_id or 0, "") if seat.holder else "",
            until=seat.holder.valid_to if seat.holder else None,
            days_left=seat.ends_in,
            following=seat.next_holder.who if seat.next_holder else "",
            is_vacant=seat.is_vacant,
        )
        for seat in view.standing
    )


def _meetings(session: Session, group_id: int, day: dt.date) -> list[Meeting]:
    """The last one if its minutes are not approved yet, then those to come."""
    of_group = select(Meeting).where(Meeting.group_id == group_id, Meeting.cancelled_at.is_(None))
    written = [stage for stage in Stage if stage.step >= Stage.APPROVED.step]
    before = of_group.where(Meeting.day < day).order_by(Meeting.day.desc(), Meeting.starts.desc())
    last = session.scalar(before.limit(1))
    coming = session.scalars(
        of_group.where(Meeting.day >= day).order_by(Meeting.day, Meeting.starts, Meeting.id).limit(MEETINGS)
    )
    return [*([last] if last is not None and last.stage not in written else []), *coming]


def _meeting(meeting: Meeting, day: dt.date) -> HandoverMeeting:
    is_held = meeting.day < day or meeting.stage.step >= Stage.HELD.step
    return HandoverMeeting(
        meeting.day, meeting.starts, meeting.ends, meeting.kind, meeting.stage, meeting.place, is_held
    )


def _deadlines(session: Session, meetings: list[Meeting], day: dt.date) -> tuple[HandoverDeadline, ...]:
    """What is due for the last meeting and the next two, soonest first."""
    found = [
        HandoverDeadline(row.name, row.due, meeting.day, row.due < day)
        for meeting in meetings[:3]
        for row in meeting_deadlines(session, meeting_id=meeting.id).ahead(DEADLINES)
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.meeting_day))[:DEADLINES])
