"""One theme through all groups: what was written down, said, decided, asked, answered and sent out, newest first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.clock import local_date
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Case,
    Circular,
    Escalation,
    EscalationEvent,
    EscalationSnapshot,
    EscalationStep,
    Group,
    MinutesEntry,
)
from referral_desk.models.actions import reference
from referral_desk.models.cases import case_reference
from referral_desk.queries.cases import PAGE
from referral_desk.queries.theme_places import SOURCES
from referral_desk.queries.theme_places import Told as Told  # noqa: PLC0414 - the window names it from here
from referral_desk.texts import N_, say
from referral_desk.vocabulary import EntryKind, EscalationEventKind, Label

SKIPS: Final = N_("It skips a level: {reason}")


@dataclass(frozen=True)
class ThemeRow:
    """One line: what happened on a day in a group, with the ids of what can be opened; ids that do not fit are None."""

    kind: Told
    id: int
    day: dt.date
    group_id: int
    group: str
    """As called on that day."""
    reference: str
    title: str
    text: str
    """What was said; empty where the label keeps it closed."""
    label: Label
    is_withheld: bool
    """Whether more than the title is kept closed by its label."""
    other_group: str = ""
    """The body that it was sent or answered to; empty for others."""
    case_id: int | None = None
    escalation_id: int | None = None
    item_id: int | None = None
    meeting_id: int | None = None
    action_id: int | None = None
    circular_id: int | None = None
    event: EscalationEventKind | None = None
    """What happened on the way; None for other lines."""


@dataclass(frozen=True)
class ThemeTimeline:
    """Some lines of a theme's story in order, and whether more follow."""

    rows: tuple[ThemeRow, ...]
    has_more: bool


def theme_timeline(
    session: Session,
    *,
    theme: str,
    language: str,
    kinds: Collection[Told] = (),
    start: int = 0,
    count: int = PAGE,
) -> ThemeTimeline:
    """What all groups have told about a theme (a code of that picklist), newest first, from the place `start` on.

    It takes in cases, items and their minutes, actions, what was sent up with its way and answers, and circulars. Items
    belong to it by the cases they deal with, by the plan activities of those cases, by actions and by what was sent up.
    What was merged into a matter of another theme is told that answer too. The text of what is confidential is left
    out. Where `kinds` are named, only lines of those are told. The number of questions does not depend on how much
    there is.
    """
    last = start + count + 1
    places = []
    for kind, source in SOURCES.items():
        if kinds and kind not in kinds:
            continue
        rows = session.execute(source(theme).limit(last))
        places += [(when, kind, key) for key, when in rows]
    places.sort(key=_order)
    shown = places[start : start + count]
    # Kinds that are read alike are read at once.
    wanted: dict[Reader, list[int]] = defaultdict(list)
    for _when, kind, key in shown:
        wanted[_READERS[kind]].append(key)
    names = _Names(session, language)
    read = {(row.kind, row.id): row for reader, ids in wanted.items() for row in reader(session, ids, names)}
    return ThemeTimeline(tuple(read[kind, key] for _when, kind, key in shown), len(places) > start + count)


_RANK: Final = {kind: place for place, kind in enumerate(Told)}
_MOVES: Final = (Told.SENT, Told.RETURNED, Told.ON_WAY)


def _order(place: tuple[dt.date | dt.datetime, Told, int]) -> tuple[float, ...]:
    """The newest first; of one day the later step stands above the earlier: an answer above what was asked."""
    when, kind, key = place
    day, rank = -_day(when).toordinal(), _RANK[kind]
    if kind in _MOVES and isinstance(when, dt.datetime):
        # What goes to and fro on one day is told as it went.
        return day, -_RANK[Told.SENT], -when.timestamp(), -rank, -key
    return day, -rank, 0, 0, -key


class _Names:
    """What groups were called, asked once."""

    def __init__(self, session: Session, language: str) -> None:
        self.language = language
        self._groups = {group.id: group for group in session.scalars(select(Group).options(selectinload(Group.names)))}

    def on(self, group_id: int, day: dt.date) -> str:
        """A group's short name on a day."""
        return self._groups[group_id].short_on(day, self.language)

    def case(self, case: Case) -> str:
        """A case's reference."""
        return case_reference(self._groups[case.group_id].code, case.year, case.number)

    def code(self, group_id: int) -> str:
        """A group's code."""
        return self._groups[group_id].code


Reader = Callable[[Session, list[int], _Names], Iterator[ThemeRow]]
"""Reads the lines of some ids."""


def _day(when: dt.date | dt.datetime) -> dt.date:
    return local_date(when) if isinstance(when, dt.datetime) else when


def _open_text(text: str, label: Label) -> dict[str, Any]:
    """A text as far as its label lets it be shown."""
    is_closed = label is Label.CONFIDENTIAL
    return {"text": "" if is_closed else text, "label": label, "is_withheld": is_closed and bool(text)}


def _cases(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    for case in session.scalars(select(Case).where(Case.id.in_(ids))):
        yield ThemeRow(
            kind=Told.CASE,
            id=case.id,
            day=case.created_on,
            group_id=case.group_id,
            group=names.on(case.group_id, case.created_on),
            reference=names.case(case),
            title=case.title,
            case_id=case.id,
            **_open_text(case.summary, case.label),
        )


def _items(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    found = select(AgendaItem).where(AgendaItem.id.in_(ids)).options(joinedload(AgendaItem.meeting))
    for item in session.scalars(found):
        yield _of_item(item, (Told.ITEM, item.id), names, item.resume, Label.OPEN)


def _entries(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    found = select(MinutesEntry).where(MinutesEntry.id.in_(ids))
    for entry in session.scalars(found.options(joinedload(MinutesEntry.item).joinedload(AgendaItem.meeting))):
        kind = Told.DECISION if entry.kind is EntryKind.DECISION else Told.NOTE
        yield _of_item(entry.item, (kind, entry.id), names, entry.text, entry.label)


def _of_item(item: AgendaItem, key: tuple[Told, int], names: _Names, text: str, label: Label) -> ThemeRow:
    meeting = item.meeting
    # What is closed there is closed here.
    label = max(label, item.label, meeting.label, key=lambda one: one.rank)
    return ThemeRow(
        kind=key[0],
        id=key[1],
        day=meeting.day,
        group_id=meeting.group_id,
        group=names.on(meeting.group_id, meeting.day),
        reference=str(item.number),
        title=item.title,
        item_id=item.id,
        meeting_id=meeting.id,
        **_open_text(text, label),
    )


def _actions(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    found = select(ActionItem).where(ActionItem.id.in_(ids))
    for action in session.scalars(found.options(joinedload(ActionItem.item).joinedload(AgendaItem.meeting))):
        label = action.closest_label
        yield ThemeRow(
            kind=Told.ACTION,
            id=action.id,
            day=action.created_on,
            group_id=action.group_id,
            group=names.on(action.group_id, action.created_on),
            reference=reference(names.code(action.group_id), action.year, action.number),
            # An action has no title: its first words tell what it is, and a closed one tells nothing.
            title="" if label is Label.CONFIDENTIAL else action.text,
            action_id=action.id,
            item_id=action.item_id,
            **(_open_text("", label) | {"is_withheld": label is Label.CONFIDENTIAL}),
        )


def _sendings(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    """What was sent each time, as it was sent."""
    found = select(EscalationSnapshot).where(EscalationSnapshot.id.in_(ids))
    way = joinedload(EscalationSnapshot.step).joinedload(EscalationStep.escalation).joinedload(Escalation.case)
    for snapshot in session.scalars(found.options(way)):
        step, said = snapshot.step, snapshot.read()
        text = said["proposal"] or said["problem"]
        if step.skips_level and said["jump_reason"]:
            text = f"{text} {say(SKIPS, names.language, reason=said['jump_reason'])}".strip()
        label = max(Label(said["label"]), step.label, key=lambda one: one.rank)
        to = (step.sender_id, step.body_id)
        row = _of_escalation(step.escalation, (Told.SENT, snapshot.id), _day(snapshot.sent_at), to, names)
        yield replace(row, title=said["title"], item_id=step.item_id, **_open_text(text, label))


def _answers(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    found = select(EscalationStep).where(EscalationStep.id.in_(ids))
    for step in session.scalars(found.options(joinedload(EscalationStep.escalation).joinedload(Escalation.case))):
        assert step.answered_on is not None
        to = (step.body_id, step.sender_id)
        row = _of_escalation(step.escalation, (Told.ANSWER, step.id), step.answered_on, to, names)
        yield replace(row, title=step.title, item_id=step.item_id, **_open_text(step.answer, step.label))


def _events(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    """What happened on the way, with its reason; closed where any of its steps is, for it speaks of them."""
    one = joinedload(EscalationEvent.escalation)
    found = select(EscalationEvent).where(EscalationEvent.id.in_(ids))
    found = found.options(one.joinedload(Escalation.case), one.joinedload(Escalation.steps))
    for event in session.scalars(found).unique():
        escalation = event.escalation
        kind = Told.RETURNED if event.kind is EscalationEventKind.RETURNED else Told.ON_WAY
        label = max((step.label for step in escalation.steps), key=lambda one: one.rank)
        to = (event.group_id or escalation.case.group_id, _other(event))
        row = _of_escalation(escalation, (kind, event.id), _day(event.at), to, names)
        yield replace(row, event=event.kind, title=escalation.step.title, **_open_text(event.text, label))


def _other(event: EscalationEvent) -> int | None:
    """The body that it went back or on to from the one where it happened."""
    steps = [step for step in event.escalation.steps if step.body_id == event.group_id]
    if event.kind is EscalationEventKind.RETURNED and steps:
        return steps[-1].sender_id
    on = [step for step in event.escalation.steps if step.sender_id == event.group_id]
    return on[-1].body_id if event.kind is EscalationEventKind.FORWARDED and on else None


def _of_escalation(
    one: Escalation, key: tuple[Told, int], day: dt.date, way: tuple[int, int | None], names: _Names
) -> ThemeRow:
    """A line of an escalation without its words; `way` is the group where it happened, and the one it went to."""
    group_id, other_id = way
    return ThemeRow(
        kind=key[0],
        id=key[1],
        day=day,
        group_id=group_id,
        group=names.on(group_id, day),
        reference=names.case(one.case) + (f"/{one.number}" if one.number > 1 else ""),
        title="",
        text="",
        label=Label.OPEN,
        is_withheld=False,
        other_group=names.on(other_id, day) if other_id is not None else "",
        case_id=one.case_id,
        escalation_id=one.id,
    )


def _circulars(session: Session, ids: list[int], names: _Names) -> Iterator[ThemeRow]:
    for circular in session.scalars(select(Circular).where(Circular.id.in_(ids))):
        assert circular.sent_at is not None
        day = _day(circular.sent_at)
        yield ThemeRow(
            kind=Told.CIRCULAR,
            id=circular.id,
            day=day,
            group_id=circular.group_id,
            group=names.on(circular.group_id, day),
            reference=circular.reference,
            title=circular.title,
            circular_id=circular.id,
            **_open_text(circular.text, circular.label),
        )


_READERS: Final[dict[Told, Reader]] = {
    Told.CASE: _cases,
    Told.ITEM: _items,
    Told.NOTE: _entries,
    Told.DECISION: _entries,
    Told.ACTION: _actions,
    Told.SENT: _sendings,
    Told.RETURNED: _events,
    Told.ON_WAY: _events,
    Told.ANSWER: _answers,
    Told.CIRCULAR: _circulars,
}
