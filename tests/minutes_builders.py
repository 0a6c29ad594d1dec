"""Minutes for tests, made on the spot: every text in them is a word of its own, with any mix of labels."""

from __future__ import annotations

import datetime as dt
from itertools import count

from hypothesis import strategies as st

from referral_desk.queries.minutes_record import (
    MinutesAction,
    MinutesAttendee,
    MinutesChange,
    MinutesContent,
    MinutesCorrection,
    MinutesItem,
    MinutesLine,
    MinutesOut,
    MinutesPaper,
)
from referral_desk.vocabulary import (
    AttendanceState,
    AttendeeRole,
    EntryKind,
    ItemOutcome,
    Label,
    MeetingKind,
    Purpose,
)


def minutes_of(*items, language="da", **changes):
    """Make the content of minutes around some items."""
    told = {
        "meeting_id": 1,
        "group": "Regional referencegruppe 2",
        "group_code": "rg2",
        "tier": "regional",
        "kind": MeetingKind.ORDINARY,
        "title": "Ordinært møde",
        "number": 4,
        "day": dt.date(2026, 11, 12),
        "starts": dt.time(9),
        "ends": dt.time(11, 45),
        "place": "Lokale 2.14",
        "chair": "Formand Prøve",
        "secretary": "Sekretær Prøve",
        "label": Label.INTERNAL,
    }
    return MinutesContent(language=language, items=items, **(told | changes))


def a_closer(label, other):
    return max(label, other, key=lambda one: one.rank)


@st.composite
def some_minutes(draw):
    """Minutes with any mix of labels; each text is a word that stands nowhere else, such as xw17x."""
    words = (f"xw{number}x" for number in count())
    labels, kinds = st.sampled_from(Label), st.sampled_from(EntryKind)
    meeting = draw(labels)
    items, changes = [], []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        label = a_closer(meeting, draw(labels)) if meeting is Label.CONFIDENTIAL else draw(labels)
        lines = []
        for _ in range(draw(st.integers(0, 4))):
            kind, closer = draw(kinds), a_closer(label, draw(labels))
            action = MinutesAction(next(words), next(words), next(words)) if kind is EntryKind.ACTION else None
            lines.append(MinutesLine(len(lines), kind, next(words), closer, action))
            if draw(st.booleans()):
                changes.append(MinutesChange(number, "", kind, len(lines), next(words), next(words), closer))
        papers = [
            MinutesPaper(f"{number}.{place}", next(words), a_closer(label, draw(labels)))
            for place in range(1, draw(st.integers(0, 2)) + 1)
        ]
        items.append(
            MinutesItem(
                id=number,
                number=number,
                title=next(words),
                purpose=Purpose.DECISION,
                label=label,
                owner=next(words),
                resume=next(words),
                recommendation=(next(words), next(words)),
                entries=tuple(lines),
                outcome=draw(st.sampled_from(ItemOutcome)),
                outcome_reason=next(words),
                papers=tuple(papers),
                out=(MinutesOut(next(words), draw(st.booleans())),),
            )
        )
    correction = MinutesCorrection(2, dt.date(2026, 11, 20), "Sekretær Prøve", next(words), tuple(changes))
    who = MinutesAttendee(next(words), next(words), AttendeeRole.MEMBER, AttendanceState.PRESENT)
    told = {"title": next(words), "label": meeting, "attendees": (who,)}
    return minutes_of(*items, corrections=(correction,) if changes else (), **told)


def texts_of(content):
    """Every text of the items and corrections with the label that guards it; those of closed items guard their item."""
    meeting = Label.CONFIDENTIAL if content.label is Label.CONFIDENTIAL else Label.INTERNAL
    people = [part for one in content.attendees for part in (one.name, one.organisation)]
    found = {word: meeting for word in (content.title, *people) if word.startswith("xw")}
    for item in content.items:
        own = [item.title, item.owner, item.resume, *item.recommendation, item.outcome_reason]
        own += [one.name for one in item.out]
        found |= {word: item.label for word in own if word.startswith("xw")}
        for line in item.entries:
            words = [line.text]
            if line.action:
                words += [line.action.reference, line.action.owner, line.action.contact]
            found |= dict.fromkeys(words, line.label)
        found |= {paper.title: paper.label for paper in item.papers}
    for correction in content.corrections:
        labels = [change.label for change in correction.changes]
        if correction.reason:
            found[correction.reason] = min(labels, key=lambda one: one.rank, default=Label.INTERNAL)
        for change in correction.changes:
            found |= {change.before: change.label, change.after: change.label}
    return found
