"""Take a meeting from its day to its end: held, minutes to the chair, in comment, approved, corrected, closed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from referral_desk.clock import COPENHAGEN
from referral_desk.desk import CHANGED, Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.guard.meeting_leaks import entry_field
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Group,
    Meeting,
    Minutes,
    MinutesEdition,
    MinutesEntry,
    Organisation,
    Person,
)
from referral_desk.models.settings import deadline_book
from referral_desk.operations.actions import make_action
from referral_desk.operations.attendance import call_together
from referral_desk.operations.deliveries import report
from referral_desk.operations.holding import held_minutes
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.operations.standing import follow
from referral_desk.plain import to_plain
from referral_desk.texts import is_blank
from referral_desk.vocabulary import EntryKind, ItemOutcome, Label, MinutesState, Stage

EARLY = dt.timedelta(minutes=30)
"""How long before its time a meeting may begin."""
Wording = Callable[..., Mapping[str, Any]]
"""Gives what the documents of a meeting's minutes say, as plain values by language: `wording(session, meeting_id=...)`.

It is a query, and operations know none: whoever asks for an approval hands it in, and it is asked inside the
transaction, so that what is frozen is what stands there then.
"""


@dataclass(frozen=True)
class Addition:
    """What a correction adds under an item; an action says who does it and by when (V9)."""

    item_id: int
    kind: EntryKind
    text: str
    owner_person_id: int | None = None
    owner_organisation_id: int | None = None
    due: dt.date | None = None


@operation("coordinator", "secretary", "chair")
def hold_meeting(
    work: Work, *, meeting_id: int, version: int, began: dt.time | None = None, ended: dt.time | None = None
) -> Done:
    """Record that a meeting is held: it gets the next number of its group and year, minutes, and its sheet of people.

    Times are Copenhagen wall time. Without them it begins now, if it is recorded while it should go on, and kept its
    planned times, if it is recorded later. Invalid before its day, or where it was held or called off.
    """
    meeting = work.get(Meeting, meeting_id, version)
    # Numbers are given one at a time, whatever two desks do at once.
    work.hold(Group, meeting.group_id)
    meeting = work.hold(Meeting, meeting_id, version)
    before = meeting.stage
    meeting.hold(work.today, _last_number(work, meeting) + 1)
    planned = _times(work, meeting)
    meeting.last_from(began or planned[0], ended or planned[1])
    if meeting.minutes is None:
        meeting.minutes = Minutes(state=MinutesState.DRAFT)
    call_together(work, meeting)
    _kept(work)
    follow(work, meeting.group_id)
    return Done(meeting.id, Undo(unhold_meeting, {"meeting_id": meeting.id, "stage": before}))


@operation("coordinator", "secretary", "chair")
def unhold_meeting(work: Work, *, meeting_id: int, stage: Stage) -> Done:
    """Undo that a meeting was held; it stands at `stage` again and gives its number back.

    Invalid once something was written, or a later meeting of the group has its number.
    """
    meeting = work.get(Meeting, meeting_id)
    work.hold(Group, meeting.group_id)
    meeting = work.hold(Meeting, meeting_id)
    minutes = meeting.minutes
    is_touched = any(item.outcome is not ItemOutcome.OPEN for item in meeting.items)
    require(
        not is_touched and (minutes is None or not minutes.is_written),
        "Something is written in the minutes already: the meeting stays held.",
    )
    if meeting.number is not None and meeting.number != _last_number(work, meeting):
        raise Invalid("A later meeting of the group has its number already: this one stays held.")
    meeting.unhold(stage)
    if minutes is not None:
        work.session.delete(minutes)
    _kept(work)
    follow(work, meeting.group_id)
    return Done(meeting.id)


@operation("coordinator", "secretary", "chair")
def set_meeting_times(
    work: Work, *, meeting_id: int, version: int, began: dt.time | None, ended: dt.time | None
) -> Done:
    """Say when a meeting really began and ended (Copenhagen wall time), as far as one knows."""
    meeting = work.hold(Meeting, meeting_id, version)
    before = {"began": meeting.began, "ended": meeting.ended}
    meeting.last_from(began, ended)
    _kept(work)
    return Done(meeting.id, Undo(set_meeting_times, {"meeting_id": meeting.id, "version": meeting.version, **before}))


@operation("coordinator", "secretary", "chair")
def send_minutes_to_chair(work: Work, *, minutes_id: int, version: int) -> Done:
    """The draft is written: the chair reads it. Invalid where nothing is written."""
    minutes = held_minutes(work, minutes_id, version)
    minutes.send_to_chair(work.now)
    return _stepped(work, minutes, take_minutes_back)


@operation("coordinator", "secretary", "chair")
def send_minutes_to_comment(work: Work, *, minutes_id: int, version: int, due: dt.date | None = None) -> Done:
    """Ask the members for comments until a day; without one the group's deadline counts.

    Invalid with a CPR number or an action that lacks owner or date in the text (V9, V10), or a day that is over;
    LeaksFound where the leak alarm found what nobody kept with a reason, as at every step after this one.
    """
    minutes = held_minutes(work, minutes_id, version)
    deadlines = deadline_book(work.session).of(minutes.meeting.group.code)
    minutes.send_to_comment(work.now, work.today, due or deadlines.comments_due(work.today))
    _check_leaks(work, minutes)
    return _stepped(work, minutes, take_minutes_back)


@operation("coordinator", "secretary", "chair")
def set_comments_due(work: Work, *, minutes_id: int, version: int, due: dt.date) -> Done:
    """Give the members more or less time for comments."""
    minutes = held_minutes(work, minutes_id, version)
    before = minutes.comments_due
    minutes.set_comments_due(due)
    return _stepped(work, minutes, set_comments_due, due=before)


@operation("coordinator", "secretary", "chair")
def take_minutes_back(work: Work, *, minutes_id: int, version: int) -> Done:
    """Take the last step of the minutes back; comments stay. Invalid once they are approved: they are not reopened."""
    minutes = held_minutes(work, minutes_id, version)
    due = minutes.comments_due
    minutes.take_back()
    if minutes.state is MinutesState.DRAFT:
        return _stepped(work, minutes, send_minutes_to_chair)
    return _stepped(work, minutes, send_minutes_to_comment, due=due)


@operation("coordinator", "secretary", "chair")
def approve_in_writing(
    work: Work, *, minutes_id: int, version: int, wording: Wording, all_agreed: bool = False, note: str = ""
) -> Done:
    """Approve and freeze minutes: everybody agreed (the note says how), or the deadline passed and nobody objects.

    It cannot be taken back: what is approved is only corrected. Invalid with an unanswered comment.
    """
    refuse_cpr(note)
    minutes = held_minutes(work, minutes_id, version)
    minutes.approve_in_writing(work.today, note, all_agreed=all_agreed)
    _check_leaks(work, minutes)
    return _frozen(work, minutes, wording)


@operation("coordinator", "secretary", "chair")
def approve_at_meeting(work: Work, *, item_id: int, version: int, wording: Wording, note: str = "") -> Done:
    """Decide the item of a later meeting that approves minutes: they are approved by that, and frozen.

    `version` is the item's. It cannot be taken back. Invalid with an unanswered comment, or before that meeting.
    """
    refuse_cpr(note)
    item = work.get(AgendaItem, item_id, version)
    earlier = item.approves.minutes if item.approves else None
    if earlier is None:
        raise Invalid("There are no minutes for this item to approve.")
    minutes = held_minutes(work, earlier.id)
    item = work.hold(AgendaItem, item_id, version)
    minutes.approve_at_meeting(work.today, item, note)
    _check_leaks(work, minutes)
    item.outcome, item.outcome_reason = ItemOutcome.DECIDED, ""
    work.touched("agenda")
    return _frozen(work, minutes, wording)


@operation("coordinator", "secretary", "chair")
def correct_minutes(
    work: Work,
    *,
    minutes_id: int,
    version: int,
    reason: str,
    texts: Mapping[int, str],
    wording: Wording,
    added: Sequence[Addition] = (),
    kept: Collection[Keep] = (),
) -> Done:
    """Freeze a new edition of approved minutes: `texts` gives entries their new words by id, `added` what was missed.

    The edition before stays as it is. An action that is added is one of the group's from then on, with that entry as
    its origin. Invalid without a reason, without a change, before approval, or for an action without its facts (V9).
    Finds of the leak alarm are told by "entry" with the id, and by "added" with the place among the additions, from 1.
    """
    refuse_cpr(reason, *texts.values(), *(one.text for one in added))
    minutes = held_minutes(work, minutes_id, version)
    require(minutes.is_frozen, "Only approved minutes are corrected: these can still be written in.")
    require(not is_blank(reason), "Say why the minutes are corrected: it stands in the new edition.")
    entries = {entry.id: entry for entry in minutes.entries}
    if not texts.keys() <= entries.keys():
        raise Stale(CHANGED)
    changed = {key: text.strip() for key, text in texts.items() if entries[key].text.strip() != text.strip()}
    additions = [one for one in added if not is_blank(one.text)]
    require(changed or additions, "Nothing is different from the approved text: change what was wrong.")
    said = {entry_field(key): text for key, text in changed.items()}
    said |= {f"added {place}": one.text for place, one in enumerate(additions, 1)}
    check_leaks(work, said, kept, subject=Subject("minutes", minutes.id), names=False)
    for key, text in changed.items():
        entries[key].text, entries[key].changed_at, entries[key].changed_by = text, work.now, work.user.name
    for one in additions:
        _add(work, minutes, one)
    work.touched("entries")
    return _frozen(work, minutes, wording, reason)


@operation("coordinator", "secretary", "chair")
def close_meeting(work: Work, *, meeting_id: int, version: int) -> Done:
    """Close a meeting; Invalid while an item, a comment or an action's facts are open, or before approval."""
    meeting = work.hold(Meeting, meeting_id, version)
    meeting.close(work.now)
    _kept(work)
    return Done(meeting.id, Undo(reopen_meeting, {"meeting_id": meeting.id, "version": meeting.version}))


@operation("coordinator", "secretary", "chair")
def reopen_meeting(work: Work, *, meeting_id: int, version: int) -> Done:
    """Undo that a meeting was closed, within a few minutes; Invalid later."""
    meeting = work.hold(Meeting, meeting_id, version)
    meeting.reopen(work.now)
    _kept(work)
    return Done(meeting.id)


def _check_leaks(work: Work, minutes: Minutes) -> None:
    texts = {entry_field(entry.id): entry.text for entry in minutes.in_order()}
    # Members own actions and bring items: their names are ordinary here.
    check_leaks(work, texts, subject=Subject("minutes", minutes.id), names=False)


def _times(work: Work, meeting: Meeting) -> tuple[dt.time, dt.time | None]:
    now = work.now.astimezone(COPENHAGEN)
    if now.date() > meeting.day:
        return meeting.starts, meeting.ends
    begins = dt.datetime.combine(meeting.day, meeting.starts, COPENHAGEN)
    ends = dt.datetime.combine(meeting.day, meeting.ends, COPENHAGEN)
    goes_on = begins - EARLY <= now < ends
    return (now.time().replace(second=0, microsecond=0) if goes_on else meeting.starts), None


def _last_number(work: Work, meeting: Meeting) -> int:
    found = work.session.scalar(
        select(func.max(Meeting.number)).where(Meeting.group_id == meeting.group_id, Meeting.year == meeting.year)
    )
    return found or 0


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("meetings", "minutes")


def _stepped(work: Work, minutes: Minutes, undo: Callable[..., Done], **more: object) -> Done:
    _kept(work)
    return Done(minutes.id, Undo(undo, {"minutes_id": minutes.id, "version": minutes.version, **more}))


def _add(work: Work, minutes: Minutes, one: Addition) -> None:
    item = work.get(AgendaItem, one.item_id)
    require(item.meeting_id == minutes.meeting_id, "This item stands on another meeting's agenda.")
    action = _agreed(work, item, one) if one.kind is EntryKind.ACTION else None
    last = max((entry.position for entry in minutes.entries if entry.item_id == item.id), default=-1)
    minutes.entries.append(
        MinutesEntry(
            item=item,
            kind=one.kind,
            text=one.text.strip(),
            # What is missed under a confidential item is as confidential.
            label=item.label if item.label is Label.CONFIDENTIAL else Label.INTERNAL,
            action=action,
            position=last + 1,
            changed_at=work.now,
            changed_by=work.user.name,
        )
    )


def _agreed(work: Work, item: AgendaItem, one: Addition) -> ActionItem:
    made = make_action(
        work,
        item.meeting.group,
        text=one.text,
        item=item,
        owner_person=None if one.owner_person_id is None else work.get(Person, one.owner_person_id),
        owner_organisation=(
            None if one.owner_organisation_id is None else work.get(Organisation, one.owner_organisation_id)
        ),
        due=one.due,
    )
    made.check(item.meeting.day)
    return made


def _frozen(work: Work, minutes: Minutes, wording: Wording, reason: str = "") -> Done:
    """Keep an edition with its hash; what it says is read after every change was written."""
    work.session.flush()
    content = {
        "entries": to_plain(minutes.frozen_entries()),
        "documents": dict(wording(work.session, meeting_id=minutes.meeting_id)),
    }
    edition = MinutesEdition.of(
        json.dumps(content, ensure_ascii=False, sort_keys=True),
        number=len(minutes.editions) + 1,
        frozen_at=work.now,
        frozen_by=work.user.name,
        reason=reason.strip(),
    )
    minutes.editions.append(edition)
    _kept(work)
    # What came down by its items has been heard.
    report(work, minutes.meeting)
    # Coming agendas have one thing less to approve.
    follow(work, minutes.meeting.group_id)
    return Done(edition.id)
