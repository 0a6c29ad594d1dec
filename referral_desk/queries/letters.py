"""What a letter about a meeting says: the facts of the meeting, in both languages, and who stands in its entry."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from referral_desk.deadlines import Deadlines
from referral_desk.models import AgendaItem, Meeting, Person
from referral_desk.models.invitees import Roster
from referral_desk.models.mailings import Facts as Facts  # noqa: PLC0414 - letters name it from here
from referral_desk.models.mailings import Heard, facts_of, heard
from referral_desk.queries.leaving import Leaving, check_leaving
from referral_desk.queries.minutes_leaving import ITEM, MEETING
from referral_desk.texts import LANGUAGES
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label, MeetingKind
from referral_desk.vocabulary.phrases import Phrases


@dataclass(frozen=True)
class Signer:
    """Whoever the mail is from and answers go to: the secretary, else the chair; empty where neither is named."""

    name: str = ""
    title: str = ""
    email: str = ""


@dataclass(frozen=True)
class LetterFacts:
    """All that a letter and a calendar entry say of a meeting; names by language ("da", "en")."""

    meeting_id: int
    uid: str
    sequence: int
    group: Mapping[str, str]
    short: Mapping[str, str]
    kind: MeetingKind
    title: str
    """Only of an open meeting: a title may say what the meeting is about."""
    label: Label
    facts: Facts
    is_cancelled: bool
    before: Facts | None
    """What most people heard before, where that was otherwise."""
    reason: str
    """Why it was moved or called off."""
    words: Mapping[str, str]
    items_due: dt.date
    apologies_due: dt.date
    pack_due: dt.date
    comments_due: dt.date | None
    signer: Signer
    today: dt.date
    changed_at: dt.datetime
    """When what the entry says was last written down; the entry's own time stamp."""
    phrases: Phrases = field(default_factory=Phrases)
    """How the group's letters begin and end."""


@dataclass(frozen=True)
class Attendee:
    """Somebody who stands in a calendar entry."""

    name: str
    email: str
    role: AttendeeRole
    state: AttendanceState
    language: str


def letter_facts(
    meeting: Meeting,
    deadlines: Deadlines,
    phrases: Phrases,
    *,
    today: dt.date,
    sequence: int,
    changed_at: dt.datetime,
) -> LetterFacts:
    """What the letters and the entry of a meeting say, read from its row."""
    now, is_case = facts_of(meeting), meeting.kind is MeetingKind.CASE_CLARIFICATION
    return LetterFacts(
        meeting_id=meeting.id,
        uid=meeting.uid,
        sequence=sequence,
        group={one: meeting.group.name_on(meeting.day, one) for one in LANGUAGES},
        short={one: meeting.group.short_on(meeting.day, one) for one in LANGUAGES},
        kind=meeting.kind,
        title=meeting.title if meeting.label is Label.OPEN and not is_case else "",
        label=meeting.label,
        facts=now,
        is_cancelled=meeting.is_cancelled,
        before=_before(heard(meeting), now),
        reason=meeting.cancel_reason if meeting.is_cancelled else meeting.move_reason,
        words={"da": meeting.words_da, "en": meeting.words_en},
        items_due=deadlines.items_due(meeting.day),
        apologies_due=deadlines.apologies_due(meeting.day),
        pack_due=deadlines.pack_due(meeting.day),
        comments_due=meeting.minutes.comments_due if meeting.minutes else None,
        signer=signer_of(meeting),
        today=today,
        changed_at=changed_at,
        phrases=phrases,
    )


def check_letter(session: Session, meeting: Meeting, items: Collection[AgendaItem] = ()) -> None:
    """Refuse a letter or a sheet about a meeting with what the leak alarm finds, and say where to mend it (Invalid).

    `items` are those whose titles it tells; what was kept with a reason in the pack stays kept.
    """
    said = (
        meeting.title,
        meeting.place,
        meeting.words_da,
        meeting.words_en,
        meeting.move_reason,
        meeting.cancel_reason,
    )
    check_leaving(
        session,
        Leaving(f"{meeting.day:%Y-%m-%d}", said, [("meeting", meeting.id)], sentence=MEETING),
        *(Leaving(str(item.number), [item.title], [("item", item.id)], sentence=ITEM) for item in items),
    )


def _before(known: Mapping[int, Heard], now: Facts) -> Facts | None:
    told = Counter(last.facts for last in known.values() if last.facts is not None and last.facts != now)
    return told.most_common(1)[0][0] if told else None


def signer_of(meeting: Meeting) -> Signer:
    """Whom answers go to: the first of secretary and chair who can be reached by mail."""
    named: list[Person] = [person for person in (meeting.secretary, meeting.chair) if person is not None]
    reached = next((person for person in named if person.email), named[0] if named else None)
    return Signer(reached.name, reached.title, reached.email) if reached else Signer()


def attendees_of(roster: Roster) -> tuple[Attendee, ...]:
    """Those of a roster who can stand in a calendar entry: it knows people by their address."""
    return tuple(
        Attendee(who.person.name, who.person.email, who.role, who.state, who.person.language)
        for who in roster.people.values()
        if who.person.email
    )
