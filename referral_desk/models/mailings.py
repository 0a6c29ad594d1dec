"""Mails that the desk drafted for somebody to send: what they were for, to whom, and about which day and place.

What each person last heard of a meeting follows from the mailings that were sent; what is owed is the difference
between that and the meeting as it stands. So a move is never "changed" to somebody who never saw the invitation.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Final

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.models.base import Record
from referral_desk.models.meetings import Meeting
from referral_desk.models.people import Person
from referral_desk.vocabulary import MailingKind, Stage

CALENDAR: Final = (MailingKind.INVITATION, MailingKind.UPDATE, MailingKind.CANCELLATION)
"""The kinds that carry a calendar entry, in the order in which one outweighs the next in a mixed mailing's name."""


@dataclass(frozen=True)
class Told:
    """Somebody a mailing goes to, as they were called and reached then; without an address they are phoned.

    `letter` is what it is to this person: a mailing that tells of a move invites those who are new to the group.
    """

    person_id: int
    name: str
    email: str
    language: str
    letter: MailingKind

    def as_letter(self, letter: MailingKind) -> Told:
        """The same person, for another letter."""
        return replace(self, letter=letter)


@dataclass(frozen=True)
class Facts:
    """What an invitation tells of a meeting: Copenhagen wall time, and whether it takes place."""

    day: dt.date
    starts: dt.time
    ends: dt.time
    place: str


@dataclass(frozen=True)
class Heard:
    """What somebody was last told of a meeting: None for one that was taken back from them."""

    facts: Facts | None
    sequence: int


class Mailing(Record):
    """One drafted mailing. The desk never mails by itself: `sent_at` is when somebody said that it went out."""

    __tablename__ = "mailings"
    __table_args__ = (Index("ix_mailings_meeting_kind", "meeting_id", "kind"),)

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    kind: Mapped[MailingKind]
    # SEQUENCE of the calendar entry that went with it (RFC 5545 3.8.7.4).
    sequence: Mapped[int] = mapped_column(default=0)
    drafted_at: Mapped[dt.datetime]
    drafted_by: Mapped[str]
    sent_at: Mapped[dt.datetime | None]
    # What it told, so that a later change can be seen: Copenhagen wall time.
    day: Mapped[dt.date | None]
    starts: Mapped[dt.time | None]
    ends: Mapped[dt.time | None]
    place: Mapped[str] = mapped_column(default="")
    # JSON: [{"person_id", "name", "email", "language", "letter"}].
    recipients: Mapped[str] = mapped_column(default="[]")

    meeting: Mapped[Meeting | None] = relationship(back_populates="mailings")

    @property
    def told(self) -> tuple[Told, ...]:
        """Those it goes to."""
        rows = json.loads(self.recipients)
        letters = [MailingKind(row.get("letter", self.kind)) for row in rows]
        return tuple(
            Told(row["person_id"], row["name"], row["email"], row["language"], letter)
            for row, letter in zip(rows, letters, strict=True)
        )

    @property
    def facts(self) -> Facts | None:
        """What it tells of the meeting."""
        if self.day is None or self.starts is None or self.ends is None:
            return None
        return Facts(self.day, self.starts, self.ends, self.place)

    def tell(self, meeting: Meeting, told: Iterable[Told]) -> None:
        """Write down what it tells of a meeting, and to whom."""
        facts = facts_of(meeting)
        self.day, self.starts, self.ends, self.place = facts.day, facts.starts, facts.ends, facts.place
        self.recipients = json.dumps([asdict(one) for one in told], ensure_ascii=False)


def facts_of(meeting: Meeting) -> Facts:
    """What an invitation would tell now."""
    return Facts(meeting.day, meeting.starts, meeting.ends, " ".join(meeting.place.split()))


def told_as(person: Person, letter: MailingKind) -> Told:
    """A person as a mailing of now reaches them."""
    return Told(person.id, person.name, person.email, person.language, letter)


def heard(meeting: Meeting) -> dict[int, Heard]:
    """What each person was last told of the meeting, by the mailings that were sent."""
    known: dict[int, Heard] = {}
    sent = [one for one in meeting.mailings if one.sent_at is not None and one.kind in CALENDAR]
    for mailing in sorted(sent, key=lambda one: (one.sent_at, one.id)):
        for told in mailing.told:
            is_off = told.letter is MailingKind.CANCELLATION
            known[told.person_id] = Heard(None if is_off else mailing.facts, mailing.sequence)
    return known


def was_sent(meeting: Meeting) -> bool:
    """Whether anybody was told of the meeting: until then it is a draft, and only an invitation can go out."""
    return any(one.sent_at is not None and one.kind in CALENDAR for one in meeting.mailings)


def letters_owed(meeting: Meeting, expected: Collection[int]) -> dict[int, MailingKind]:
    """What each person still has to be told, by person id; `expected` are those who belong at the meeting now.

    Nothing is owed for a meeting that was held, nor for one called off before anybody was invited.
    """
    known = heard(meeting)
    if meeting.stage.step >= Stage.HELD.step:
        return {}
    gone = {one for one, last in known.items() if last.facts is not None}
    if meeting.is_cancelled:
        return dict.fromkeys(sorted(gone), MailingKind.CANCELLATION)
    owed = {}
    now = facts_of(meeting)
    for person_id in expected:
        last = known.get(person_id)
        if last is None or last.facts is None:
            owed[person_id] = MailingKind.INVITATION
        elif last.facts != now:
            owed[person_id] = MailingKind.UPDATE
    return owed | dict.fromkeys(sorted(gone - set(expected)), MailingKind.CANCELLATION)


def kind_of(meeting: Meeting, letters: Iterable[MailingKind]) -> MailingKind:
    """What a mailing with these letters is called: a cancellation only where the whole meeting is off."""
    if meeting.is_cancelled:
        return MailingKind.CANCELLATION
    return MailingKind.INVITATION if set(letters) <= {MailingKind.INVITATION} else MailingKind.UPDATE


def sequence_for(meeting: Meeting, letters: Iterable[MailingKind]) -> int:
    """The SEQUENCE of an entry that is drafted now: raised when day, time or place changed or somebody is let off.

    It stays while nothing was sent, whatever moves: nobody saw the first entry (RFC 5545 3.8.7.4, RFC 5546 2.1.4).
    """
    drafted = [one for one in meeting.mailings if one.kind in CALENDAR]
    if not was_sent(meeting) or not drafted:
        return meeting.sequence
    last = max(drafted, key=lambda one: (one.drafted_at, one.id or 0))
    is_same = last.facts == facts_of(meeting) and (last.kind is MailingKind.CANCELLATION) == meeting.is_cancelled
    lets_off = not meeting.is_cancelled and MailingKind.CANCELLATION in letters
    # The draft that lets them off has not gone out: made once more, it is the same.
    is_drafted = last.sent_at is None and any(one.letter is MailingKind.CANCELLATION for one in last.told)
    return meeting.sequence + (not is_same or (lets_off and not is_drafted))


def calendar_uid(meeting: Meeting, at: dt.datetime, who: str) -> str:
    """A UID for the meeting's calendar entry that no other desk gives (RFC 7986 5.3: it tells nothing)."""
    told = f"{meeting.id}\x1f{meeting.group.code}\x1f{at.isoformat()}\x1f{who}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@referral-desk.invalid"
