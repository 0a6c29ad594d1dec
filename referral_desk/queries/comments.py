"""Comments on minutes beside what they are about, and the entries that somebody can say something about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk import clock
from referral_desk.models import EntryComment, Minutes, MinutesEntry
from referral_desk.vocabulary import CommentState, EntryKind, Label


@dataclass(frozen=True)
class EntryRow:
    """One entry as a correction offers it."""

    id: int
    item_id: int
    number: int
    title: str
    kind: EntryKind
    text: str
    label: Label = Label.INTERNAL


@dataclass(frozen=True)
class SentEntry:
    """One entry in the words that members got to read last; where they were not sent yet, in those of `now`.

    `earlier` are its words of earlier rounds, the last first; `is_closed`: it stands in the closed annex.
    """

    id: int
    number: int
    title: str
    kind: EntryKind
    sent: str
    now: str = ""
    earlier: tuple[str, ...] = ()
    is_closed: bool = False


@dataclass(frozen=True)
class CommentRow:
    """One comment, beside what its entry says now; `has_changed` where that is not what the person saw.

    `leaves_out`: they would leave the whole entry out.
    """

    id: int
    version: int
    entry_id: int | None
    entry_version: int
    item_id: int | None
    number: int | None
    title: str
    kind: EntryKind | None
    entry_text: str
    who: str
    person_id: int | None
    said_on: dt.date
    text: str
    quoted: str
    proposed: str
    state: CommentState
    reply: str
    answered_on: dt.date | None
    answered_by: str
    has_changed: bool
    leaves_out: bool = False


def comments_on(session: Session, *, meeting_id: int) -> tuple[CommentRow, ...]:
    """The comments on a meeting's minutes in the order of the agenda, general ones first."""
    found = session.scalars(
        select(EntryComment)
        .join(Minutes)
        .where(Minutes.meeting_id == meeting_id)
        .options(joinedload(EntryComment.person), joinedload(EntryComment.entry).joinedload(MinutesEntry.item))
    )
    rows = [_comment(comment) for comment in found]
    places = {comment.id: (comment.number or 0, comment.entry_id or 0, comment.said_on, comment.id) for comment in rows}
    return tuple(sorted(rows, key=lambda row: places[row.id]))


def entries_on(session: Session, *, meeting_id: int) -> tuple[EntryRow, ...]:
    """What the minutes of a meeting say, entry by entry in the order of the agenda."""
    minutes = session.scalar(
        select(Minutes)
        .where(Minutes.meeting_id == meeting_id)
        .options(selectinload(Minutes.entries).joinedload(MinutesEntry.item))
    )
    return tuple(
        EntryRow(entry.id, entry.item_id, entry.item.number, entry.item.title, entry.kind, entry.text, entry.label)
        for entry in (minutes.in_order() if minutes else [])
    )


def sent_entries(session: Session, *, meeting_id: int) -> tuple[SentEntry, ...]:
    """What members were asked to comment on, entry by entry in the order of the agenda."""
    minutes = session.scalar(
        select(Minutes)
        .where(Minutes.meeting_id == meeting_id)
        .options(
            joinedload(Minutes.meeting),
            selectinload(Minutes.entries).options(joinedload(MinutesEntry.item), joinedload(MinutesEntry.action)),
        )
    )
    return tuple(_sent(minutes, entry) for entry in minutes.in_order()) if minutes else ()


def _sent(minutes: Minutes, entry: MinutesEntry) -> SentEntry:
    told = minutes.sent_texts(entry.id) or [entry.text]
    labels = [minutes.meeting.label, entry.item.label, entry.label, *([entry.action.label] if entry.action else [])]
    return SentEntry(
        id=entry.id,
        number=entry.item.number,
        title=entry.item.title,
        kind=entry.kind,
        sent=told[0],
        now=entry.text,
        earlier=tuple(told[1:]),
        is_closed=Label.CONFIDENTIAL in labels,
    )


def _comment(comment: EntryComment) -> CommentRow:
    entry = comment.entry
    return CommentRow(
        id=comment.id,
        version=comment.version,
        entry_id=entry.id if entry else None,
        entry_version=entry.version if entry else 0,
        item_id=entry.item_id if entry else None,
        number=entry.item.number if entry else None,
        title=entry.item.title if entry else "",
        kind=entry.kind if entry else None,
        entry_text=entry.text if entry else "",
        who=comment.who,
        person_id=comment.person_id,
        said_on=comment.said_on,
        text=comment.text,
        quoted=comment.quoted,
        proposed=comment.proposed,
        state=comment.state,
        reply=comment.reply,
        answered_on=clock.local_date(comment.answered_at) if comment.answered_at else None,
        answered_by=comment.answered_by,
        has_changed=bool(entry and comment.quoted.strip() and entry.text.strip() != comment.quoted.strip()),
        leaves_out=comment.leaves_out,
    )
