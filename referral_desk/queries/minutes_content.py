"""Fill a meeting's minutes from the record: names as they were on the meeting's day, labels at their closest."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid, Stale
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Meeting,
    Minutes,
    MinutesEntry,
    Organisation,
    Person,
)
from referral_desk.models.actions import Agreed
from referral_desk.models.editions import Named
from referral_desk.models.entries import with_agreed
from referral_desk.plain import to_plain
from referral_desk.queries.agenda import owner_line
from referral_desk.queries.minutes_corrected import corrected
from referral_desk.queries.minutes_editions import read_editions
from referral_desk.queries.minutes_leaving import checked_minutes
from referral_desk.queries.minutes_record import (
    MinutesAction,
    MinutesApproval,
    MinutesAttendee,
    MinutesItem,
    MinutesLine,
    MinutesNext,
    MinutesOut,
    MinutesPaper,
    in_order,
)
from referral_desk.queries.minutes_record import MinutesContent as MinutesContent  # noqa: PLC0414 - the contract's name
from referral_desk.texts import LANGUAGES, N_, danish_order, is_blank
from referral_desk.vocabulary import ItemOutcome, Label, MinutesState

GONE = N_("This meeting is no longer on the desk: go back to the list.")
BULLET = re.compile(r"^\s*(?:[-–•*]|\d+[.)])\s+")


def minutes_content(session: Session, *, meeting_id: int, language: str, edition: int | None = None) -> MinutesContent:
    """What a meeting's minutes say in "da" or "en".

    `edition` names a frozen one; without it the last frozen edition of approved minutes, else the record as it stands.
    Stale if the meeting is gone, Invalid if it has no such edition, Unavailable if a frozen one was altered (V6).
    """
    minutes = session.scalar(
        select(Minutes).where(Minutes.meeting_id == meeting_id).options(selectinload(Minutes.editions))
    )
    editions = list(minutes.editions) if minutes else []
    if edition is None and editions and minutes is not None and minutes.state is MinutesState.APPROVED:
        edition = editions[-1].number
    if edition is None:
        return live_minutes(session, meeting_id=meeting_id, language=language)
    upto = [one for one in editions if one.number <= edition]
    if not upto or upto[-1].number != edition:
        raise Invalid("The minutes have no edition {edition}: look at the list of editions.", edition=edition)
    return read_editions(upto, language)


def minutes_to_export(
    session: Session, *, meeting_id: int, language: str, edition: int | None = None
) -> MinutesContent:
    """As `minutes_content`, for a file that leaves the desk.

    Invalid where it seems to hold a CPR number (V10), or what the leak alarm finds and nobody kept.
    """
    content = minutes_content(session, meeting_id=meeting_id, language=language, edition=edition)
    for item in content.items:
        said = (item.title, item.resume, *item.recommendation, item.outcome_reason)
        if any(cpr_numbers(text) for text in (*said, *(one.text for one in item.entries))):
            raise Invalid(
                "The minutes of item {number} hold what looks like a CPR number: take it out before they are sent.",
                number=item.number,
            )
    return checked_minutes(session, content)


def minutes_wording(session: Session, *, meeting_id: int, named: Named | None = None) -> dict[str, Any]:
    """What is frozen, as plain values in every language: of minutes that are approved what the record says then.

    Of a correction it is what the last edition says, with what the correction names taken from the record (V6).
    """
    said = {language: live_minutes(session, meeting_id=meeting_id, language=language) for language in LANGUAGES}
    if named is not None:
        minutes = session.scalars(select(Minutes).where(Minutes.meeting_id == meeting_id)).one()
        last = minutes.editions[-1:]
        said = {language: corrected(read_editions(last, language), now, named) for language, now in said.items()}
    return {language: to_plain(content) for language, content in said.items()}


def live_minutes(session: Session, *, meeting_id: int, language: str) -> MinutesContent:
    """What the minutes say as the record stands now, whatever was frozen before; Stale if the meeting is gone."""
    meeting = _meeting(session, meeting_id)
    minutes = session.scalar(select(Minutes).where(Minutes.meeting_id == meeting_id))
    lines: dict[int, list[MinutesEntry]] = {}
    for entry in _entries(session, minutes):
        lines.setdefault(entry.item_id, []).append(entry)
    attendance = _attendance(session, meeting_id)
    out: dict[int, list[MinutesOut]] = {}
    for row in attendance:
        for absence in row.absences:
            name = _name(row, meeting, language)
            out.setdefault(absence.item_id, []).append(MinutesOut(name, absence.is_conflict, row.id))
    items = tuple(
        _item(
            item,
            lines.get(item.id, []),
            item.fate,
            tuple(sorted(out.get(item.id, ()), key=lambda one: danish_order(one.name))),
            language,
        )
        for item in _items(session, meeting_id)
    )
    return MinutesContent(
        language=language,
        meeting_id=meeting.id,
        group=meeting.group.name_on(meeting.day, language),
        group_code=meeting.group.code,
        tier=meeting.group.tier.value,
        kind=meeting.kind,
        title=meeting.title,
        number=meeting.number,
        day=meeting.day,
        starts=meeting.began or meeting.starts,
        ends=meeting.ended or meeting.ends,
        place=meeting.place,
        chair=meeting.chair.name if meeting.chair else "",
        secretary=meeting.secretary.name if meeting.secretary else "",
        label=meeting.label,
        attendees=attendees(attendance, meeting, language),
        items=items,
        next_meeting=_next(session, meeting),
        state=minutes.state if minutes else MinutesState.DRAFT,
        comments_due=minutes.comments_due if minutes else None,
        approval=_approval(minutes),
    )


def attendees(rows: list[Attendance], meeting: Meeting, language: str) -> tuple[MinutesAttendee, ...]:
    """Everybody who was asked or came: the chair first, the secretary last, the others by organisation and name."""
    day = meeting.day
    made = []
    for row in rows:
        organisation = row.organisation.name_on(day, language) if row.organisation else ""
        replaced = row.deputy_for
        made.append(
            MinutesAttendee(
                name=row.person.name if row.person else "",
                organisation=organisation,
                role=row.role,
                state=row.state,
                deputy_for=_name(replaced, meeting, language) if replaced else "",
                title=row.person.title if row.person else "",
                id=row.id,
            )
        )
    return in_order(made)


def _meeting(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[joinedload(Meeting.chair), joinedload(Meeting.secretary), joinedload(Meeting.group)],
    )
    if meeting is None:
        raise Stale(GONE)
    return meeting


def _items(session: Session, meeting_id: int) -> list[AgendaItem]:
    # Asked for by themselves: where a pack has loaded the meeting already, what hangs on its items is not there yet.
    found = (
        select(AgendaItem)
        .where(AgendaItem.meeting_id == meeting_id)
        .order_by(AgendaItem.position)
        .options(
            joinedload(AgendaItem.meeting),
            selectinload(AgendaItem.entries),
            selectinload(AgendaItem.papers),
            joinedload(AgendaItem.owner_person).joinedload(Person.organisation).selectinload(Organisation.names),
            joinedload(AgendaItem.owner_organisation).selectinload(Organisation.names),
        )
    )
    return list(session.scalars(found))


def _entries(session: Session, minutes: Minutes | None) -> list[MinutesEntry]:
    if minutes is None:
        return []
    found = (
        select(MinutesEntry)
        .where(MinutesEntry.minutes_id == minutes.id)
        .order_by(MinutesEntry.item_id, MinutesEntry.position, MinutesEntry.id)
        .options(*with_agreed())
    )
    return list(session.scalars(found))


def _attendance(session: Session, meeting_id: int) -> list[Attendance]:
    found = (
        select(Attendance)
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Attendance.id)
        .options(
            joinedload(Attendance.person),
            joinedload(Attendance.organisation).selectinload(Organisation.names),
            selectinload(Attendance.deputy_for).joinedload(Attendance.person),
            selectinload(Attendance.absences),
        )
    )
    return list(session.scalars(found))


def _item(
    item: AgendaItem,
    entries: list[MinutesEntry],
    outcome: ItemOutcome,
    out: tuple[MinutesOut, ...],
    language: str,
) -> MinutesItem:
    day = item.meeting.day
    label = _closest(item.meeting.label, item.label)
    return MinutesItem(
        id=item.id,
        number=item.number,
        title=item.title,
        purpose=item.purpose,
        label=label,
        owner=owner_line(item, day, language),
        resume=item.resume.strip(),
        recommendation=tuple(
            BULLET.sub("", line).strip() for line in item.recommendation.splitlines() if BULLET.sub("", line).strip()
        ),
        entries=tuple(_line(entry, label, day, language) for entry in entries if not is_blank(entry.text)),
        outcome=outcome,
        outcome_reason=item.outcome_reason.strip(),
        papers=tuple(MinutesPaper(paper.number, paper.title, _closest(label, paper.label)) for paper in item.papers),
        out=out,
    )


def _line(entry: MinutesEntry, label: Label, day: dt.date, language: str) -> MinutesLine:
    action = entry.action
    return MinutesLine(
        id=entry.id,
        kind=entry.kind,
        text=entry.text.strip(),
        label=_closest(label, entry.label, *([action.label] if action else [])),
        action=_action(action, entry.agreed, day, language) if action else None,
    )


def _action(action: ActionItem, agreed: Agreed, day: dt.date, language: str) -> MinutesAction:
    owner = ""
    if agreed.person is not None:
        owner = agreed.person.name
    elif agreed.organisation is not None:
        owner = agreed.organisation.name_on(day, language)
    return MinutesAction(action.reference, owner, agreed.contact.name if agreed.contact else "", agreed.due)


def _closest(*labels: Label) -> Label:
    return max(labels, key=lambda label: label.rank)


def _name(row: Attendance, meeting: Meeting, language: str) -> str:
    if row.person is not None:
        return row.person.name
    return row.organisation.name_on(meeting.day, language) if row.organisation else ""


def _approval(minutes: Minutes | None) -> MinutesApproval | None:
    if minutes is None or minutes.approved_on is None or minutes.approved_way is None:
        return None
    item = minutes.approved_in
    return MinutesApproval(
        on=minutes.approved_on,
        way=minutes.approved_way,
        at_meeting=item.meeting.day if item else None,
        at_item=item.number if item else None,
        note=minutes.approval_note,
    )


def _next(session: Session, meeting: Meeting) -> MinutesNext | None:
    found = session.scalar(
        select(Meeting)
        .where(
            Meeting.group_id == meeting.group_id,
            Meeting.day > meeting.day,
            Meeting.cancelled_at.is_(None),
        )
        .order_by(Meeting.day, Meeting.starts)
        .limit(1)
    )
    return MinutesNext(found.day, found.starts, found.ends, found.place) if found else None
