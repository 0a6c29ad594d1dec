"""The cases of a year in figures, of which small ones are kept back: they are few enough to know somebody by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from referral_desk.models import Case, PicklistEntry
from referral_desk.models.cases import case_exploitations
from referral_desk.queries.plan_activity import PlanGroup
from referral_desk.queries.plan_counts import Scope
from referral_desk.queries.suppression import published, published_list, shown_of
from referral_desk.queries.yearly_rows import Breakdown, CaseList, CasesYear
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import Answer, CaseKind


def cases_of_year(session: Session, groups: tuple[PlanGroup, ...], scope: Scope, language: str) -> CasesYear:
    """The cases that the groups wrote down in the years of a scope, as they may be shown."""
    kinds = tuple(CaseKind)
    query = select(Case.group_id, Case.kind, func.count(Case.id)).where(scope.within(Case.created_on))
    by_group = {
        (group_id, kind): count for group_id, kind, count in session.execute(query.group_by(Case.group_id, Case.kind))
    }
    table = published([[by_group.get((group.id, kind), 0) for kind in kinds] for group in groups])
    return CasesYear(
        kinds=tuple(label(kind, language) for kind in kinds),
        groups=tuple(group.name for group in groups),
        table=table,
        lists=tuple(_case_list(session, by, scope, language) for by in Breakdown),
    )


def _case_list(session: Session, by: Breakdown, scope: Scope, language: str) -> CaseList:
    within = scope.within(Case.created_on)
    if by is Breakdown.MINOR:
        query = select(Case.is_minor, func.count(Case.id)).where(within).group_by(Case.is_minor)
        minors = dict(session.execute(query).all())
        return _listed(by, [(answer, label(answer, language)) for answer in Answer], minors)
    entries = session.execute(
        select(PicklistEntry.code, PicklistEntry.name_da, PicklistEntry.name_en)
        .where(PicklistEntry.picklist == by.value)
        .order_by(PicklistEntry.position, PicklistEntry.id)
    )
    names = [(code, danish if language == "da" else english) for code, danish, english in entries]
    if by is Breakdown.EXPLOITATION:
        chosen = (
            select(PicklistEntry.code, func.count(Case.id))
            .select_from(Case)
            .join(case_exploitations, case_exploitations.c.case_id == Case.id)
            .join(PicklistEntry, PicklistEntry.id == case_exploitations.c.picklist_entry_id)
            .where(within)
            .group_by(PicklistEntry.code)
        )
        counted = dict(session.execute(chosen).all())
        whole = session.scalar(select(func.count(Case.id)).where(within)) or 0
        rows = [(name, shown_of(counted.get(code, 0), whole)) for code, name in names]
        return CaseList(by, tuple((name, text) for name, text in rows if text != "0"), adds_up=False)
    column = Case.theme if by is Breakdown.THEME else Case.setting
    told = dict(session.execute(select(column, func.count(Case.id)).where(within).group_by(column)).all())
    return _listed(by, [*names, ("", say(N_("Not known"), language))], told)


def _listed(by: Breakdown, names: Sequence[tuple[str, str]], counts: Mapping[Any, int]) -> CaseList:
    """A list that adds up; what is none is left out unless all is kept back, for it would tell that the rest is."""
    known = {code for code, _ in names}
    extra = [(code, code) for code in counts if code not in known]
    every = [*names, *extra]
    texts = published_list([counts.get(code, 0) for code, _ in every])
    return CaseList(by, tuple((name, text) for (_, name), text in zip(every, texts, strict=True) if text != "0"), True)
