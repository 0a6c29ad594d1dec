"""Make the next edition of minutes: what the last one says, and of the record only what a correction names (V6)."""

from __future__ import annotations

from dataclasses import replace

from referral_desk.models.editions import Named
from referral_desk.queries.minutes_record import MinutesAttendee, MinutesContent, MinutesItem, MinutesLine, in_order
from referral_desk.vocabulary import EntryKind


def corrected(last: MinutesContent, now: MinutesContent, named: Named) -> MinutesContent:
    """What the last edition says, with what a correction names as the record has it now, both in one language."""
    items = {item.id: item for item in now.items}
    return replace(
        last,
        starts=now.starts if named.times else last.starts,
        ends=now.ends if named.times else last.ends,
        attendees=_people(last.attendees, now.attendees, named),
        items=tuple(_item(item, items.get(item.id), named) for item in last.items),
        edition=0,
        sha256="",
        frozen_on=None,
        frozen_by="",
        corrections=(),
    )


def _people(
    last: tuple[MinutesAttendee, ...], now: tuple[MinutesAttendee, ...], named: Named
) -> tuple[MinutesAttendee, ...]:
    told = {known(one): one for one in last}
    for one in now:
        if one.id in named.people:
            former = told.pop(_by_name(one), None) or told.get(known(one), one)
            # The name that the minutes were approved with stays.
            told[known(one)] = replace(former, role=one.role, state=one.state, deputy_for=one.deputy_for, id=one.id)
    return in_order(told.values())


def known(one: MinutesAttendee) -> tuple[object, ...]:
    """By what somebody is known in two editions: the line of the sheet, or the name where that was not kept."""
    return (one.id,) if one.id else _by_name(one)


def _by_name(one: MinutesAttendee) -> tuple[object, ...]:
    return (one.name, one.organisation, one.role)


def _item(last: MinutesItem, now: MinutesItem | None, named: Named) -> MinutesItem:
    if now is None:
        return last
    lines = {line.id: line for line in now.entries}
    known_ids = {line.id for line in last.entries}
    kept = [_line(line, lines.get(line.id), named) for line in last.entries]
    added = [line for line in now.entries if line.id in named.entries and line.id not in known_ids]
    is_named = last.id in named.outcomes
    return replace(
        last,
        entries=(*(line for line in kept if line is not None), *added),
        outcome=now.outcome if is_named else last.outcome,
        outcome_reason=now.outcome_reason if is_named else last.outcome_reason,
    )


def _line(last: MinutesLine, now: MinutesLine | None, named: Named) -> MinutesLine | None:
    if last.id not in named.entries:
        return last
    if now is None:
        return None
    kind = now.kind if last.id in named.kinds else last.kind
    return replace(
        last,
        text=now.text if last.id in named.words else last.text,
        kind=kind,
        label=now.label if last.id in named.labels else last.label,
        action=last.action if kind is EntryKind.ACTION else None,
    )
