"""One theme through all groups: what was written down, said, decided, asked, answered and sent out, newest first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
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
    EscalationStep,
    Group,
    MinutesEntry,
)
from referral_desk.models.actions import reference
from referral_desk.models.cases import case_reference
from referral_desk.queries.cases import PAGE
from referral_desk.queries.theme_places import SOURCES
from referral_desk.queries.theme_places import Told as Told  # noqa: PLC0414 - the window names it from here
from referral_desk.vocabulary import Label


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

    It takes in cases, items and their minutes, actions, what was sent up with its answers, and circulars. Items belong
    to it by the cases they deal with, by the plan activities of those cases, by actions and by what was sent up. The
    text of what is confidential is left out. Where `kinds` are named, only lines of those are told. The number of
    questions does not depend on how much there is.
    """
    last = start + count + 1
    places = []
    for kind, source in SOURCES.items():
        if kinds and kind not in kinds:
            continue
        rows = session.execute(source(theme).limit(last))
        places += [(_day(when), kind, key) for key, when in rows]
    # Of one day the later step stands above the earlier: an answer above what was asked.
    places.sort(key=lambda place: (-place[0].toordinal(), -_RANK[place[1]], -place[2]))
    shown = places[start : start + count]
    wanted: dict[Told, list[int]] = defaultdict(list)
    for _when, kind, key in shown:
        wanted[kind].append(key)
    names = _Names(session, language)
    read = {kind: {row.id: row for row in _READERS[kind](session, ids, kind, names)} for kind, ids in wanted.items()}
    return ThemeTimeline(tuple(read[kind][key] for _when, kind, key in shown), len(places) > start + count)


_RANK: Final = {kind: place for place, kind in enumerate(Told)}


class _Names:
    """What groups were called, asked once."""

    def __init__(self, session: Session, language: str) -> None:
        self._language = language
        self._groups = {group.id: group for group in session.scalars(select(Group).options(selectinload(Group.names)))}

    def on(self, group_id: int, day: dt.date) -> str:
        """A group's short name on a day."""
        return self._groups[group_id].short_on(day, self._language)

    def case(self, case: Case) -> str:
        """A case's reference."""
        return case_reference(self._groups[case.group_id].code, case.year, case.number)

    def code(self, group_id: int) -> str:
        """A group's code."""
        return self._groups[group_id].code


def _day(when: dt.date | dt.datetime) -> dt.date:
    return local_date(when) if isinstance(when, dt.datetime) else when


def _open_text(text: str, label: Label) -> dict[str, Any]:
    """A text as far as its label lets it be shown."""
    is_closed = label is Label.CONFIDENTIAL
    return {"text": "" if is_closed else text, "label": label, "is_withheld": is_closed and bool(text)}


def _cases(session: Session, ids: list[int], kind: Told, names: _Names) -> Iterator[ThemeRow]:
    for case in session.scalars(select(Case).where(Case.id.in_(ids))):
        yield ThemeRow(
            kind=kind,
            id=case.id,
            day=case.created_on,
            group_id=case.group_id,
            group=names.on(case.group_id, case.created_on),
            reference=names.case(case),
            title=case.title,
            case_id=case.id,
            **_open_text(case.summary, case.label),
        )


def _items(session: Session, ids: list[int], kind: Told, names: _Names) -> Iterator[ThemeRow]:
    found = select(AgendaItem).where(AgendaItem.id.in_(ids)).options(joinedload(AgendaItem.meeting))
    for item in session.scalars(found):
        yield _of_item(item, (kind, item.id), names, item.resume, Label.OPEN)


def _entries(session: Session, ids: list[int], kind: Told, names: _Names) -> Iterator[ThemeRow]:
    found = select(MinutesEntry).where(MinutesEntry.id.in_(ids))
    for entry in session.scalars(found.options(joinedload(MinutesEntry.item).joinedload(AgendaItem.meeting))):
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


def _actions(session: Session, ids: list[int], kind: Told, names: _Names) -> Iterator[ThemeRow]:
    found = select(ActionItem).where(ActionItem.id.in_(ids))
    for action in session.scalars(found.options(joinedload(ActionItem.item).joinedload(AgendaItem.meeting))):
        label = action.closest_label
        yield ThemeRow(
            kind=kind,
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


def _steps_told(session: Session, ids: list[int], kind: Told, names: _Names) -> Iterator[ThemeRow]:
    found = select(EscalationStep).where(EscalationStep.id.in_(ids))
    for step in session.scalars(found.options(joinedload(EscalationStep.escalation).joinedload(Escalation.case))):
        when, text, group_id, other_id = {
            Told.SENT: (step.sent_at, step.proposal or step.problem, step.sender_id, step.body_id),
            Told.RETURNED: (step.outcome_on, step.outcome_reason, step.body_id, step.sender_id),
            Told.ANSWER: (step.answered_on, step.answer, step.body_id, step.sender_id),
        }[kind]
        assert when is not None
        one, day = step.escalation, _day(when)
        yield ThemeRow(
            kind=kind,
            id=step.id,
            day=day,
            group_id=group_id,
            group=names.on(group_id, day),
            reference=names.case(one.case) + (f"/{one.number}" if one.number > 1 else ""),
            title=step.title,
            other_group=names.on(other_id, day),
            case_id=one.case_id,
            escalation_id=one.id,
            item_id=step.item_id,
            **_open_text(text, step.label),
        )


def _circulars(session: Session, ids: list[int], kind: Told, names: _Names) -> Iterator[ThemeRow]:
    for circular in session.scalars(select(Circular).where(Circular.id.in_(ids))):
        assert circular.sent_at is not None
        day = _day(circular.sent_at)
        yield ThemeRow(
            kind=kind,
            id=circular.id,
            day=day,
            group_id=circular.group_id,
            group=names.on(circular.group_id, day),
            reference=circular.reference,
            title=circular.title,
            circular_id=circular.id,
            **_open_text(circular.text, circular.label),
        )


_READERS: Final = {
    Told.CASE: _cases,
    Told.ITEM: _items,
    Told.NOTE: _entries,
    Told.DECISION: _entries,
    Told.ACTION: _actions,
    Told.SENT: _steps_told,
    Told.RETURNED: _steps_told,
    Told.ANSWER: _steps_told,
    Told.CIRCULAR: _circulars,
}
