"""Fill lists and letters from the record: open actions of a group or an owner, a meeting's sheet, its invitation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid, Stale
from referral_desk.models import ActionItem, Group, Meeting, Organisation, Person
from referral_desk.models.attendance import AWAY
from referral_desk.models.carried import CPR_IN_ACTIONS
from referral_desk.models.findings import refuse_first
from referral_desk.models.settings import phrase_book
from referral_desk.queries.actions import ActionRow, action_rows
from referral_desk.queries.attendance import attendance
from referral_desk.queries.attendance_rows import AttendeeRow
from referral_desk.queries.deadlines import deadlines_for
from referral_desk.queries.documents import (
    ActionLine,
    ActionList,
    AttendanceList,
    Invitation,
    InvitationItem,
    SheetLine,
)
from referral_desk.queries.item_minutes import minutes_behind
from referral_desk.queries.leaving import Leaving, check_leaving, with_finds_hidden
from referral_desk.queries.letters import check_letter, signer_of
from referral_desk.queries.meeting import GONE
from referral_desk.queries.meeting_moves import moves
from referral_desk.texts import N_
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label

LISTED = N_(
    "The action {reference} holds what looks like personal data ({count}): open it and take each out before the list is"
    " made."
)
NOBODY = N_("Whose actions are wanted is no longer on the desk: go back to the list.")


def action_list(
    session: Session,
    *,
    day: dt.date,
    language: str,
    group_id: int | None = None,
    person_id: int | None = None,
    organisation_id: int | None = None,
    is_overdue_only: bool = False,
    with_closed: bool = False,
    hides_finds: bool = False,
) -> ActionList:
    """Open actions as of a day: of a group, of an owner (a person's own and those they are asked about), or of all.

    Confidential ones are left out unless `with_closed`: the list is then confidential itself. Stale if the group or
    the owner is gone, Invalid where one seems to hold a CPR number (V10), or what the leak alarm finds and nobody kept:
    with `hides_finds` those words alone are hidden.
    """
    found = select(ActionItem).where(ActionItem.closed_on.is_(None))
    if is_overdue_only:
        found = found.where(ActionItem.due < day)
    found = _of(found, group_id, person_id, organisation_id)
    in_order = found.order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    rows = actions_to_list(
        session,
        rows=action_rows(session, in_order, day=day, language=language),
        with_closed=with_closed,
        hides_finds=hides_finds,
    )
    labels = [row.label for row in rows]
    return ActionList(
        language=language,
        day=day,
        label=max(labels, key=lambda label: label.rank, default=Label.INTERNAL),
        actions=tuple(action_line(row) for row in rows),
        group=_group(session, group_id, day, language),
        owner=_owner(session, person_id, organisation_id, day, language),
        is_overdue_only=is_overdue_only,
    )


def actions_to_list(
    session: Session, *, rows: Iterable[ActionRow], with_closed: bool = False, hides_finds: bool = False
) -> list[ActionRow]:
    """Those of some actions that may leave on a list, as `action_list` says."""
    listed = [row for row in rows if with_closed or row.label is not Label.CONFIDENTIAL]
    with_cpr = {row.id: row.reference for row in listed if cpr_numbers(row.text)}
    if with_cpr and not hides_finds:
        raise Invalid(CPR_IN_ACTIONS, reference=next(iter(with_cpr.values())))
    behind = minutes_behind(session, [row.item_id for row in listed])
    leaving = [
        Leaving(
            row.reference,
            [row.text],
            # No reason lets a CPR number stand in an action.
            () if row.id in with_cpr else [*behind.get(row.item_id or 0, ()), ("action", row.id)],
            sentence=LISTED,
        )
        for row in listed
    ]
    if not hides_finds:
        check_leaving(session, *leaving)
        return listed
    told = with_finds_hidden(session, *leaving)
    return [replace(row, text=text) for row, (text,) in zip(listed, told, strict=True)]


def action_line(row: ActionRow) -> ActionLine:
    """An action as paper shows it."""
    return ActionLine(
        reference=row.reference,
        group=row.group,
        text=row.text,
        owner=row.owner,
        contact=row.contact,
        due=row.due,
        days_late=-(row.days_left or 0) if row.is_overdue else 0,
        priority=row.priority,
        state=row.state,
        item=row.item_number,
        meeting_day=row.meeting_day,
    )


def attendance_list(
    session: Session, *, meeting_id: int, today: dt.date, language: str, is_blank: bool
) -> AttendanceList:
    """A meeting's attendance list, to be signed (`is_blank`) or as it was filled in.

    Stale if the meeting is gone, Invalid where its title or place seems to hold a CPR number (V10).
    """
    meeting = _meeting(session, meeting_id)
    refuse_first(meeting.own_cpr_findings())
    check_letter(session, meeting)
    sheet = attendance(session, meeting_id=meeting_id, today=today, language=language)
    rows = [row for row in sheet.rows if _is_listed(row, is_blank=is_blank)]
    return AttendanceList(
        language=language,
        group=meeting.group.name_on(meeting.day, language),
        kind=meeting.kind,
        title=meeting.title,
        number=meeting.number,
        day=meeting.day,
        starts=meeting.starts if is_blank else meeting.began or meeting.starts,
        ends=meeting.ends if is_blank else meeting.ended or meeting.ends,
        place=meeting.place,
        label=meeting.label,
        is_blank=is_blank,
        lines=tuple(_line(row) for row in rows),
    )


def invitation(session: Session, *, meeting_id: int, today: dt.date, language: str) -> Invitation:
    """The letter that calls a group to a meeting.

    Stale if the meeting is gone, Invalid if it is called off, or where the letter would hold what seems to be a CPR
    number (V10).
    """
    meeting = _meeting(session, meeting_id)
    if meeting.is_cancelled:
        raise Invalid("The meeting is cancelled: nobody is called to it.")
    refuse_first([finding for finding in meeting.cpr_findings() if finding.field_name in ("title", "place")])
    check_letter(session, meeting, meeting.items)
    sheet = attendance(session, meeting_id=meeting_id, today=today, language=language)
    deadlines, signer, told = deadlines_for(session, meeting.group_id), signer_of(meeting), moves(session, meeting)
    closed = meeting.label is Label.CONFIDENTIAL
    return Invitation(
        language=language,
        group=meeting.group.name_on(meeting.day, language),
        kind=meeting.kind,
        title="" if closed else meeting.title,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        # What is closed is not in the letter: it may go to all who are asked.
        label=Label.INTERNAL if closed else meeting.label,
        written_on=today,
        chair=meeting.chair.name if meeting.chair else "",
        secretary=meeting.secretary.name if meeting.secretary else "",
        signer=signer.name,
        signer_title=signer.title,
        signer_email=signer.email,
        words=(meeting.words_da if language == "da" else meeting.words_en).strip(),
        moved_from=told[-1].day_from if told else None,
        move_reason=told[-1].reason if told else "",
        items_due=_ahead(deadlines.items_due(meeting.day), today),
        apologies_due=_ahead(deadlines.apologies_due(meeting.day), today),
        pack_due=_ahead(deadlines.pack_due(meeting.day), today),
        items=tuple(
            InvitationItem(
                item.number,
                "" if closed or item.label is Label.CONFIDENTIAL else item.title,
                item.purpose,
                meeting.start_of(item),
            )
            for item in meeting.items
        ),
        invited=tuple(_line(row) for row in sheet.rows if row.is_expected or row.role is AttendeeRole.GUEST),
        phrases=phrase_book(session).of(meeting.group.code),
    )


def _ahead(day: dt.date, today: dt.date) -> dt.date | None:
    """A day that is not over."""
    return day if day >= today else None


def _of(
    found: Select[ActionItem], group_id: int | None, person_id: int | None, organisation_id: int | None
) -> Select[ActionItem]:
    if group_id is not None:
        found = found.where(ActionItem.group_id == group_id)
    if person_id is not None:
        found = found.where(or_(ActionItem.owner_person_id == person_id, ActionItem.contact_id == person_id))
    if organisation_id is not None:
        found = found.where(ActionItem.owner_organisation_id == organisation_id)
    return found


def _group(session: Session, group_id: int | None, day: dt.date, language: str) -> str:
    if group_id is None:
        return ""
    group = session.get(Group, group_id)
    if group is None:
        raise Stale(NOBODY)
    return group.name_on(day, language)


def _owner(session: Session, person_id: int | None, organisation_id: int | None, day: dt.date, language: str) -> str:
    if person_id is None and organisation_id is None:
        return ""
    if person_id is not None:
        person = session.get(Person, person_id)
        if person is None:
            raise Stale(NOBODY)
        return person.name
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise Stale(NOBODY)
    return organisation.name_on(day, language)


def _meeting(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            joinedload(Meeting.group),
            joinedload(Meeting.chair),
            joinedload(Meeting.secretary),
            selectinload(Meeting.items),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    return meeting


def _is_listed(row: AttendeeRow, *, is_blank: bool) -> bool:
    """A deputy is listed once registered for somebody, or coming all the same.

    What was noted of one is listed too once the list is filled in: the minutes tell it (`attendees`).
    """
    if row.role is not AttendeeRole.DEPUTY or row.is_expected:
        return True
    comes = row.state in {AttendanceState.PRESENT, AttendanceState.ACCEPTED}
    return comes or (not is_blank and row.state in AWAY)


def _line(row: AttendeeRow) -> SheetLine:
    return SheetLine(row.name, row.organisation, row.role, row.state, row.deputy_for)
