"""Cases found by a typed query: names of groups and themes are looked up, the rest is a filter of the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.orm import Session

from referral_desk.errors import Invalid
from referral_desk.queries.action_filters import group_rows, named, theme_rows
from referral_desk.queries.actions import theme_names
from referral_desk.queries.cases import PAGE, CaseFilters, CaseList, CaseOrder, case_rows
from referral_desk.queries.meetings import groups_that_meet
from referral_desk.shorthand.case_query import CaseQuery
from referral_desk.shorthand.query_completion import QueryNames
from referral_desk.texts import N_, danish_order

NO_GROUP: Final = N_("No group is called “{name}”.")
NO_THEME: Final = N_("No theme is called “{name}”.")
SEVERAL: Final = N_("“{name}” can mean several: write more of the name.")


@dataclass(frozen=True)
class CaseNames:
    """What the query field of cases offers, and the names of themes by their code."""

    names: QueryNames
    themes: Mapping[str, str]


def find_cases(
    session: Session,
    *,
    sought: CaseQuery,
    order: CaseOrder,
    language: str,
    day: dt.date,
    start: int = 0,
    count: int = PAGE,
) -> CaseList:
    """The cases that are sought, from the place `start` on; Invalid for a group or a theme that nobody knows."""
    filters = CaseFilters(
        group_id=_only(group_rows(session), sought.group, NO_GROUP) if sought.group else None,
        kinds=sought.kinds,
        theme=_only(theme_rows(session), sought.theme, NO_THEME) if sought.theme else "",
        is_open=sought.is_open,
        is_minor=sought.is_minor,
        has_escalation=sought.has_escalation,
        words=sought.words,
        order=order,
    )
    return case_rows(session, filters=filters, language=language, day=day, start=start, count=count)


def case_names(session: Session, *, day: dt.date, language: str) -> CaseNames:
    """The groups and themes that a query of cases can name on a day."""
    themes = theme_names(session, language)
    groups = tuple(group.name for group in groups_that_meet(session, day=day, language=language))
    return CaseNames(QueryNames((), groups, tuple(sorted(themes.values(), key=danish_order))), themes)


def _only(rows: Iterable[Sequence[Any]], name: str, unknown: str) -> Any:
    """What a name means; Invalid where nothing is called so, or more than one thing."""
    ids = named(rows, name).ids
    if len(ids) != 1:
        raise Invalid(SEVERAL if ids else unknown, name=name[:60])
    return next(iter(ids))
