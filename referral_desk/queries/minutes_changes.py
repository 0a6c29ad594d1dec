"""Tell every difference between two editions of minutes, so that a correction hides nothing (V6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from referral_desk.queries.minutes_corrected import known
from referral_desk.queries.minutes_record import (
    MinutesAction,
    MinutesAttendee,
    MinutesChange,
    MinutesContent,
    MinutesItem,
    MinutesLine,
    MinutesNext,
    MinutesOut,
    is_closed,
)
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import CorrectedPart, EntryKind, ItemOutcome, Label

Pair = tuple[str, str]


@dataclass(frozen=True)
class Guards:
    """The closest label that the meeting and each item and entry (by their ids) had in any of some editions."""

    meeting: Label
    items: dict[int, Label]
    entries: dict[int, Label]

    @classmethod
    def of(cls, contents: Iterable[MinutesContent]) -> Guards:
        """Of some editions: what was closed later was shown open before, and is told closed from then on."""
        meeting, items, entries = Label.OPEN, dict[int, Label](), dict[int, Label]()
        for content in contents:
            meeting = _closer(meeting, content.label)
            for item in content.items:
                items[item.id] = _closer(items.get(item.id, item.label), item.label)
                for line in item.entries:
                    entries[line.id] = _closer(entries.get(line.id, line.label), line.label)
        return cls(meeting, items, entries)


def _closer(one: Label, other: Label) -> Label:
    return max(one, other, key=lambda label: label.rank)


def changes_between(
    before: MinutesContent, after: MinutesContent, guards: Guards | None = None
) -> tuple[MinutesChange, ...]:
    """All that differs between two editions in one language: the meeting, who came, then item by item.

    Entries stand in the order of the agenda; what is gone comes last. A change carries the closest label that `guards`
    have for what it is about, or the closer of the two, so that closed words stay closed. That an entry changed its
    label is told without its words, and not again where it follows from the meeting's.
    """
    known = guards or Guards.of((before, after))
    return (*_meeting(before, after, known), *_items(before, after, known))


def _meeting(before: MinutesContent, after: MinutesContent, guards: Guards) -> Iterator[MinutesChange]:
    language = after.language
    shown = Label.INTERNAL
    guarded = Label.CONFIDENTIAL if is_closed(guards.meeting) else shown
    if before.title != after.title:
        old, new = (_fact(N_("Title"), content.title, language) for content in (before, after))
        yield _of_meeting(CorrectedPart.MEETING, old, new, guarded)
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
    return [_fact(name, value, language) for name, value in told]


def _fact(name: str, value: str, language: str) -> str:
    return f"{say(name, language)}: {value}" if value else ""


def _items(before: MinutesContent, after: MinutesContent, guards: Guards) -> Iterator[MinutesChange]:
    language, meeting = after.language, (before.label, after.label)
    old_items = {item.id: item for item in before.items}
    new_ids = {item.id for item in after.items}
    old = {line.id: line for item in before.items for line in item.entries}
    new = {line.id for item in after.items for line in item.entries}
    for item in after.items:
        former, guard = old_items.get(item.id), guards.items[item.id]
        told = _about(former, language), _about(item, language)
        if told[0] != told[1]:
            yield _of_item(CorrectedPart.ITEM, item, told, guard)
        if former is not None:
            yield from _of_same(former, item, meeting, guard, language)
        for line in item.entries:
            yield from _entry(item, old.get(line.id), line, meeting, guards, language)
    for item in before.items:
        for line in item.entries:
            if line.id not in new:
                yield _change(item, line, (line.text, ""), guards.entries[line.id])
        if item.id not in new_ids:
            yield _of_item(CorrectedPart.ITEM, item, (_about(item, language), ""), guards.items[item.id])


def _of_same(
    former: MinutesItem, item: MinutesItem, meeting: tuple[Label, Label], guard: Label, language: str
) -> Iterator[MinutesChange]:
    """What differs of an item beside how it stood on the agenda."""
    if former.label is not item.label and (former.label, item.label) != meeting:
        yield _of_item(CorrectedPart.LABEL, item, (label(former.label, language), label(item.label, language)), guard)
    out = _out(former.out, language), _out(item.out, language)
    if out[0] != out[1]:
        yield _of_item(CorrectedPart.OUT, item, out, guard)
    became = _outcome(former, language), _outcome(item, language)
    if became[0] != became[1]:
        yield _of_item(CorrectedPart.OUTCOME, item, became, guard)


def _entry(  # noqa: PLR0917 - what an entry is compared by
    item: MinutesItem,
    old: MinutesLine | None,
    new: MinutesLine,
    meeting: tuple[Label, Label],
    guards: Guards,
    language: str,
) -> Iterator[MinutesChange]:
    guard = guards.entries[new.id]
    if old is None:
        yield _change(item, new, ("", new.text), guard)
        return
    if old.text != new.text:
        yield _change(item, new, (old.text, new.text), guard)
    if old.kind is not new.kind:
        kinds = label(old.kind, language), label(new.kind, language)
        yield _change(item, new, kinds, guard, CorrectedPart.KIND)
    if old.action != new.action and new.kind is EntryKind.ACTION:
        yield _change(item, new, (_action(old.action), _action(new.action)), guard, CorrectedPart.ACTION)
    if old.label is not new.label and (old.label, new.label) != meeting:
        labels = label(old.label, language), label(new.label, language)
        yield _change(item, new, labels, guards.items[item.id], CorrectedPart.LABEL)


def _change(
    item: MinutesItem, line: MinutesLine, pair: Pair, closest: Label, part: CorrectedPart = CorrectedPart.WORDS
) -> MinutesChange:
    return MinutesChange(item.number, item.title, line.kind, line.id, *pair, closest, part)


def _of_item(part: CorrectedPart, item: MinutesItem, pair: Pair, closest: Label) -> MinutesChange:
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


def _out(out: Iterable[MinutesOut], language: str) -> str:
    conflict = N_("{name} (conflict of interest)")
    return ", ".join(say(conflict, language, name=one.name) if one.is_conflict else one.name for one in out)


def _outcome(item: MinutesItem | None, language: str) -> str:
    if item is None or item.outcome is ItemOutcome.OPEN:
        return ""
    said = label(item.outcome, language)
    return f"{said}: {item.outcome_reason}" if item.outcome_reason else said


def _action(action: MinutesAction | None) -> str:
    if action is None:
        return ""
    due = _day(action.due) if action.due else ""
    words = (action.owner, action.contact, due)
    return f"{action.reference}: {', '.join(word for word in words if word)}"


def _about(item: MinutesItem | None, language: str) -> str:
    """All that an item says beside its entries, who was out of the room, and what became of it."""
    if item is None:
        return ""
    lines = [
        f"{item.number}. {item.title}",
        label(item.purpose, language),
        item.owner,
        item.resume,
        *item.recommendation,
        *(f"{paper.number} {paper.title}" for paper in item.papers),
    ]
    return "\n".join(line for line in lines if line)
