"""Cases as a list: filtered, ordered, a page at a time; what a form offers to choose from."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import Case, Escalation, Group, PicklistEntry
from referral_desk.models.cases import case_reference
from referral_desk.queries.actions import theme_names
from referral_desk.texts import plain_case
from referral_desk.vocabulary import Answer, CaseKind, EscalationState, Label

PAGE: Final = 100
"""How many rows are shown at once; more on request."""
MOST_COUNTED: Final = 999
"""Counting stops here, so that it costs the same however many there are."""
OPEN: Final = Case.closed_on.is_(None)
"""The condition that both engines keep indexes for."""
_REFERENCE: Final = re.compile(r"(?:(?P<code>.+)-)?(?P<year>\d{4})-(?P<number>\d{1,6})")


class CaseOrder(enum.StrEnum):
    """By what cases are ordered."""

    NEWEST = "newest"
    OLDEST = "oldest"
    REFERENCE = "reference"


@dataclass(frozen=True)
class CaseFilters:
    """Which cases are sought; what is None or empty does not matter. Every word of `words` must be found."""

    group_id: int | None = None
    kinds: tuple[CaseKind, ...] = ()
    theme: str = ""
    is_open: bool | None = True
    is_minor: Answer | None = None
    has_escalation: bool | None = None
    words: str = ""
    order: CaseOrder = CaseOrder.NEWEST


@dataclass(frozen=True)
class CaseEscalation:
    """An escalation of a case in short: how far it is and who has it."""

    id: int
    version: int
    reference: str
    state: EscalationState
    since: dt.date
    holder_id: int
    holder: str


@dataclass(frozen=True)
class CaseRow:
    """One case as a list shows it; the group is called what it was called on the day asked about."""

    id: int
    version: int
    reference: str
    group_id: int
    group: str
    kind: CaseKind
    title: str
    label: Label
    theme: str
    theme_name: str
    is_minor: Answer
    lacks_flags: bool
    """Whether it is a minor's matter of which something is asked for (V11)."""
    created_on: dt.date
    closed_on: dt.date | None
    age_days: int
    """From the day it was written down to the day asked about, or to its closing."""
    escalation: CaseEscalation | None
    """Its newest one."""


@dataclass(frozen=True)
class CaseList:
    """Some cases in their order, and how many there are in all, as far as counted."""

    rows: tuple[CaseRow, ...]
    total: int
    """At most one above MOST_COUNTED, which means "more than that"."""
    has_more: bool
    """Whether more follow after these rows."""


@dataclass(frozen=True)
class PickRow:
    """One entry of a picklist."""

    id: int
    code: str
    name: str


@dataclass(frozen=True)
class CaseChoices:
    """What the form of a case offers on a day."""

    themes: tuple[PickRow, ...]
    settings: tuple[PickRow, ...]
    trades: tuple[PickRow, ...]
    age_bands: tuple[PickRow, ...]
    victim_statuses: tuple[PickRow, ...]
    residence_statuses: tuple[PickRow, ...]
    minor_supports: tuple[PickRow, ...]
    exploitations: tuple[PickRow, ...]


def case_rows(
    session: Session, *, filters: CaseFilters, language: str, day: dt.date, start: int = 0, count: int = PAGE
) -> CaseList:
    """Some of the cases that are sought, from the place `start` on; nothing is loaded beyond them."""
    wanted = _conditions(filters)
    found = _in_order(select(Case).where(*wanted), filters.order).offset(start).limit(count + 1)
    cases = session.scalars(found).all()
    has_more = len(cases) > count
    total = start + len(cases)
    if has_more or (start and not cases):
        total = _count(session, wanted)
    return CaseList(rows_of(session, cases[:count], day=day, language=language), total, has_more)


def rows_of(session: Session, cases: Iterable[Case], *, day: dt.date, language: str) -> tuple[CaseRow, ...]:
    """The rows of some cases, with all that they show fetched in a fixed number of questions."""
    chosen = list(cases)
    groups = {group.id: group for group in session.scalars(select(Group).options(selectinload(Group.names)))}
    names = {key: group.short_on(day, language) for key, group in groups.items()}
    themes = theme_names(session, language)
    newest: dict[int, CaseEscalation] = {}
    references = {case.id: case_reference(groups[case.group_id].code, case.year, case.number) for case in chosen}
    columns = (Escalation.id, Escalation.version, Escalation.number, Escalation.state, Escalation.since)
    escalations = (
        select(Escalation.case_id, Escalation.holder_id, *columns)
        .where(Escalation.case_id.in_(references))
        .order_by(Escalation.case_id, Escalation.number)
    )
    for one in session.execute(escalations):
        newest[one.case_id] = escalation_in_short(one, references[one.case_id], names)
    return tuple(
        CaseRow(
            id=case.id,
            version=case.version,
            reference=references[case.id],
            group_id=case.group_id,
            group=names[case.group_id],
            kind=case.kind,
            title=case.title,
            label=case.label,
            theme=case.theme,
            theme_name=themes.get(case.theme, case.theme),
            is_minor=case.is_minor,
            lacks_flags=case.closed_on is None and bool(case.missing_flags),
            created_on=case.created_on,
            closed_on=case.closed_on,
            age_days=max(0, ((case.closed_on or day) - case.created_on).days),
            escalation=newest.get(case.id),
        )
        for case in chosen
    )


def escalation_in_short(row: Any, reference: str, names: dict[int, str]) -> CaseEscalation:
    """An escalation, or a row of its columns, in short; `reference` is its case's."""
    told = reference if row.number == 1 else f"{reference}/{row.number}"
    return CaseEscalation(row.id, row.version, told, row.state, row.since, row.holder_id, names[row.holder_id])


def case_choices(session: Session, *, day: dt.date, language: str) -> CaseChoices:
    """The entries that stand on a day, in the order of each list."""
    lists = ("theme", "setting", "trade", "age_band", "victim_status", "residence_status", "minor_support")
    found: dict[str, list[PickRow]] = {name: [] for name in (*lists, "exploitation")}
    entries = session.scalars(
        select(PicklistEntry)
        .where(PicklistEntry.picklist.in_(found))
        .order_by(PicklistEntry.picklist, PicklistEntry.position, PicklistEntry.id)
    )
    for entry in entries:
        if entry.valid_on(day):
            found[entry.picklist].append(PickRow(entry.id, entry.code, pick_name(entry, language)))
    return CaseChoices(*(tuple(found[name]) for name in (*lists, "exploitation")))


def pick_name(entry: PicklistEntry, language: str) -> str:
    """What an entry of a picklist is called."""
    danish, english = entry.name_da, entry.name_en
    return (danish or english) if language == "da" else (english or danish)


def _conditions(filters: CaseFilters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.is_open is not None:
        found.append(OPEN if filters.is_open else Case.closed_on.is_not(None))
    if filters.group_id is not None:
        found.append(Case.group_id == filters.group_id)
    if filters.kinds:
        found.append(Case.kind.in_(filters.kinds))
    if filters.theme:
        found.append(Case.theme == filters.theme)
    if filters.is_minor is not None:
        found.append(Case.is_minor == filters.is_minor)
    if filters.has_escalation is not None:
        some = select(Escalation.id).where(Escalation.case_id == Case.id).exists()
        found.append(some if filters.has_escalation else ~some)
    found += [_word(word) for word in plain_case(filters.words).split()]
    return found


def _word(word: str) -> ColumnElement[bool]:
    """A word of the title or the summary, or a reference such as RG4-2026-0007, whole or without its group."""
    found: ColumnElement[bool] = Case.searchable.contains(word, autoescape=True)
    if told := _REFERENCE.fullmatch(word):
        same = and_(Case.year == int(told["year"]), Case.number == int(told["number"]))
        if told["code"]:
            same = and_(same, Case.group_id.in_(select(Group.id).where(Group.code == told["code"])))
        found = or_(found, same)
    return found


def _in_order(found: Select[Case], order: CaseOrder) -> Select[Case]:
    match order:
        case CaseOrder.NEWEST:
            return found.order_by(Case.created_on.desc(), Case.id.desc())
        case CaseOrder.OLDEST:
            return found.order_by(Case.created_on, Case.id)
        case CaseOrder.REFERENCE:
            return found.join(Group, Group.id == Case.group_id).order_by(Group.code, Case.year, Case.number)


def _count(session: Session, wanted: list[ColumnElement[bool]]) -> int:
    # The order leads both engines to an index: without it they count by reading everything.
    some = select(Case.id).where(*wanted).order_by(Case.created_on, Case.id).limit(MOST_COUNTED + 1)
    return session.scalar(select(func.count()).select_from(some.subquery())) or 0
