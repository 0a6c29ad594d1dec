"""Make the next edition of minutes: what the last one says, and of the record only what a correction names (V6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from referral_desk.models.editions import Named
from referral_desk.queries.minutes_record import (
    MinutesAction,
    MinutesAttendee,
    MinutesContent,
    MinutesItem,
    MinutesLine,
    in_order,
)
from referral_desk.vocabulary import EntryKind, Label


def corrected(last: MinutesContent, now: MinutesContent, named: Named) -> MinutesContent:
    """What the last edition says, with what a correction names as the record has it now, both in one language."""
    items = {item.id: item for item in now.items}
    head = {name: getattr(now, name) for name in named.head}
    names = {one.id: one.name or one.organisation for one in last.attendees if one.id}
    told = [_item(item, items.get(item.id), named, names) for item in last.items]
    if "label" in named.head:
        told = [_read_by(item, items.get(item.id), last.label, now.label) for item in told]
    return replace(
        replace(last, **head),
        starts=now.starts if named.times else last.starts,
        ends=now.ends if named.times else last.ends,
        attendees=_people(last.attendees, now.attendees, named),
        items=tuple(told),
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


def _item(last: MinutesItem, now: MinutesItem | None, named: Named, names: Mapping[int, str]) -> MinutesItem:
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
        # The name that the minutes were approved with stays here too.
        out=tuple(replace(one, name=names.get(one.id, one.name)) for one in now.out)
        if last.id in named.out
        else last.out,
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
        action=_action(last, now, named) if kind is EntryKind.ACTION else None,
    )


def _action(last: MinutesLine, now: MinutesLine, named: Named) -> MinutesAction | None:
    action = last.action
    if action is None or now.action is None:
        return action
    if last.id in named.owners:
        action = replace(action, owner=now.action.owner, contact=now.action.contact)
    return replace(action, due=now.action.due) if last.id in named.dues else action


def _read_by(item: MinutesItem, now: MinutesItem | None, was: Label, is_now: Label) -> MinutesItem:
    """An item with the labels that follow from the meeting's; what was closer than the meeting of itself stays so."""
    lines = {line.id: line.label for line in now.entries} if now else {}
    papers = {paper.number: paper.label for paper in now.papers} if now else {}

    def follows(own: Label, recorded: Label | None) -> Label:
        return max(own if own.rank > was.rank or recorded is None else recorded, is_now, key=lambda one: one.rank)

    return replace(
        item,
        label=follows(item.label, now.label if now else None),
        entries=tuple(replace(line, label=follows(line.label, lines.get(line.id))) for line in item.entries),
        papers=tuple(replace(paper, label=follows(paper.label, papers.get(paper.number))) for paper in item.papers),
    )
