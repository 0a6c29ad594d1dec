"""Tell every difference between two editions of minutes, so that a correction hides nothing (V6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from referral_desk.queries.minutes_corrected import known
from referral_desk.queries.minutes_record import (
    MinutesAction,
    MinutesAttendee,
    MinutesChange,
    MinutesContent,
    MinutesItem,
    MinutesLine,
    MinutesNext,
    is_closed,
)
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import CorrectedPart, EntryKind, ItemOutcome, Label

TELLING: Final = frozenset({CorrectedPart.WORDS, CorrectedPart.ACTION})
"""The changes that tell what an entry says: they are as closed as it is."""

Pair = tuple[str, str]


def changes_between(before: MinutesContent, after: MinutesContent) -> tuple[MinutesChange, ...]:
    """All that differs between two editions in one language: the meeting, who came, then item by item.

    Entries stand in the order of the agenda; what is gone comes last. A change carries the closer of the two labels,
    so that closed words stay closed. That an entry changed its label is told without its words.
    """
    return (*_meeting(before, after), *_items(before, after))


def _meeting(before: MinutesContent, after: MinutesContent) -> Iterator[MinutesChange]:
    language = after.language
    is_secret = is_closed(before.label) or is_closed(after.label)
    shown = Label.INTERNAL
    guarded = Label.CONFIDENTIAL if is_secret else shown
    if before.title != after.title:
        yield _of_meeting(CorrectedPart.MEETING, before.title, after.title, guarded)
    for old, new in zip(_facts(before, language), _facts(after, language), strict=True):
        if old != new:
            yield _of_meeting(CorrectedPart.MEETING, old, new, shown)
    times = [_hours(content.starts, content.ends, language) for content in (before, after)]
    if times[0] != times[1]:
        yield _of_meeting(CorrectedPart.TIMES, times[0], times[1], shown)
    old_people = {known(one): one for one in before.attendees}
    new_people = {known(one): one for one in after.attendees}
    for key in dict.fromkeys([*new_people, *old_people]):
        pair = _attendee(old_people.get(key), language), _attendee(new_people.get(key), language)
        if pair[0] != pair[1]:
            yield _of_meeting(CorrectedPart.PEOPLE, *pair, guarded)


def _facts(content: MinutesContent, language: str) -> list[str]:
    """What the head of minutes says beside the title and the times, each with its name."""
    told = [
        (N_("Kind"), label(content.kind, language)),
        (N_("Number"), str(content.number or "")),
        (N_("Group"), content.group),
        (N_("Day"), _day(content.day)),
        (N_("Place"), content.place),
        (N_("Chair"), content.chair),
        (N_("Minutes taken by"), content.secretary),
        (N_("Access"), label(content.label, language)),
        (N_("Next meeting"), _next(content.next_meeting, language)),
    ]
    return [f"{say(name, language)}: {value}" if value else "" for name, value in told]


def _items(before: MinutesContent, after: MinutesContent) -> Iterator[MinutesChange]:
    language = after.language
    old_items = {item.id: item for item in before.items}
    new_ids = {item.id for item in after.items}
    old = {line.id: line for item in before.items for line in item.entries}
    new = {line.id for item in after.items for line in item.entries}
    for item in after.items:
        former = old_items.get(item.id)
        told = _about(former, language), _about(item, language)
        if told[0] != told[1]:
            yield _of_item(CorrectedPart.ITEM, item, told, former)
        if former is not None and former.label is not item.label:
            labels = label(former.label, language), label(item.label, language)
            yield _of_item(CorrectedPart.LABEL, item, labels, former)
        became = _outcome(former, language), _outcome(item, language)
        if former is not None and became[0] != became[1]:
            yield _of_item(CorrectedPart.OUTCOME, item, became, former)
        for line in item.entries:
            yield from _entry(item, old.get(line.id), line, language)
    for item in before.items:
        for line in item.entries:
            if line.id not in new:
                yield _change(item, line, line.text, "", line.label)
        if item.id not in new_ids:
            yield _of_item(CorrectedPart.ITEM, item, (_about(item, language), ""), None)


def _entry(item: MinutesItem, old: MinutesLine | None, new: MinutesLine, language: str) -> Iterator[MinutesChange]:
    if old is None:
        yield _change(item, new, "", new.text, new.label)
        return
    closer = max(old.label, new.label, key=lambda one: one.rank)
    if old.text != new.text:
        yield _change(item, new, old.text, new.text, closer)
    if old.kind is not new.kind:
        kinds = label(old.kind, language), label(new.kind, language)
        yield _change(item, new, *kinds, closer, CorrectedPart.KIND)
    if old.action != new.action and new.kind is EntryKind.ACTION:
        yield _change(item, new, _action(old.action), _action(new.action), closer, CorrectedPart.ACTION)
    if old.label is not new.label:
        labels = label(old.label, language), label(new.label, language)
        yield _change(item, new, *labels, item.label, CorrectedPart.LABEL)


def _change(  # noqa: PLR0917 - what a change is made of
    item: MinutesItem,
    line: MinutesLine,
    before: str,
    after: str,
    closest: Label,
    part: CorrectedPart = CorrectedPart.WORDS,
) -> MinutesChange:
    return MinutesChange(item.number, item.title, line.kind, line.id, before, after, closest, part)


def _of_item(part: CorrectedPart, item: MinutesItem, pair: Pair, former: MinutesItem | None) -> MinutesChange:
    closest = max(item.label, former.label if former else item.label, key=lambda one: one.rank)
    return MinutesChange(item.number, item.title, EntryKind.NOTE, 0, *pair, closest, part)


def _of_meeting(part: CorrectedPart, before: str, after: str, guard: Label) -> MinutesChange:
    return MinutesChange(0, "", EntryKind.NOTE, 0, before, after, guard, part)


def _day(day: dt.date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _hour(at: dt.time, language: str) -> str:
    return f"{at.hour}.{at.minute:02}" if language == "da" else f"{at.hour:02}:{at.minute:02}"


def _hours(starts: dt.time, ends: dt.time, language: str) -> str:
    return f"{_hour(starts, language)}–{_hour(ends, language)}"


def _next(meeting: MinutesNext | None, language: str) -> str:
    if meeting is None:
        return ""
    when = f"{_day(meeting.day)} {_hours(meeting.starts, meeting.ends, language)}"
    return f"{when}, {meeting.place}" if meeting.place else when


def _attendee(one: MinutesAttendee | None, language: str) -> str:
    if one is None:
        return ""
    who = ", ".join(word for word in (one.name, one.organisation) if word)
    how = [label(one.state, language), label(one.role, language)]
    if one.deputy_for:
        how[1] = say(N_("deputy for {name}"), language, name=one.deputy_for)
    return f"{who}: {how[0].lower()}, {how[1][:1].lower()}{how[1][1:]}"


def _outcome(item: MinutesItem | None, language: str) -> str:
    if item is None or item.outcome is ItemOutcome.OPEN:
        return ""
    said = label(item.outcome, language)
    return f"{said}: {item.outcome_reason}" if item.outcome_reason else said


def _action(action: MinutesAction | None) -> str:
    if action is None:
        return ""
    due = _day(action.due) if action.due else ""
    words = (action.reference, action.owner, action.contact, due)
    return ", ".join(word for word in words if word)


def _about(item: MinutesItem | None, language: str) -> str:
    """All that an item says beside its entries and what became of it."""
    if item is None:
        return ""
    lines = [
        f"{item.number}. {item.title}",
        label(item.purpose, language),
        item.owner,
        item.resume,
        *item.recommendation,
        *(f"{paper.number} {paper.title}" for paper in item.papers),
        *(f"{one.name} !" if one.is_conflict else one.name for one in item.out),
    ]
    return "\n".join(line for line in lines if line)
