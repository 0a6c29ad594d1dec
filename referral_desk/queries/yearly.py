"""The groups' yearly contribution to the status report (S1 "Cross-cutting" 4): figures only, no words of any matter.

Of cases only what may be shown leaves this module (`yearly_cases`): no tally in a `Yearly` counts them. What the groups
did (meetings, items, actions, escalations) is about their own work and stands as it is.

It is labelled internal (domain 4.6: Intern, for members), although nobody can be known by its figures (domain 3.8): it
is a draft (domain 5.1, week 12) for those who write the status report, and it names groups that did nothing. What of
it becomes public is for those to say who publish the report (domain 2.10).
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from referral_desk.clock import Quarter, local_date
from referral_desk.errors import Invalid
from referral_desk.models import Escalation, EscalationStep, Meeting, PlanArea
from referral_desk.queries.plan_activity import PlanGroup, chosen_plan, other_groups, plan_groups, tops
from referral_desk.queries.plan_counts import SENT, Key, Scope, added, by_activity, by_area, tallies
from referral_desk.queries.plan_tally import Tally
from referral_desk.queries.plans import PlanActivityRow, PlanRow, plan_tree, plans
from referral_desk.queries.suppression import shown_of
from referral_desk.queries.yearly_cases import cases_of_year
from referral_desk.queries.yearly_rows import ActivityYear, AreaYear, GroupYear, Yearly
from referral_desk.texts import N_, say
from referral_desk.vocabulary import Label, StepOutcome


def yearly(session: Session, *, year: int, day: dt.date, language: str, code: str = "") -> Yearly:
    """The contribution of a year under a plan (by its code, else as the Action plan page chooses), known on a day.

    Invalid where there is no such plan, or the year is still to come.
    """
    if year > day.year:
        raise Invalid("{year} is still to come: choose a year that has begun.", year=year)
    row = chosen_plan(plans(session, day=day, language=language), code, day)
    if row is None:
        raise Invalid("There is no such action plan on this desk: choose one from the list.")
    groups = plan_groups(session, day, language)
    scope = Scope(None, year, year, day)
    everything = tallies(session, scope)
    groups += other_groups(session, groups, {group_id for _, group_id, _ in everything}, day, language)
    lines, total = _groups(session, groups, everything, scope, language)
    return Yearly(
        language=language,
        year=year,
        day=min(day, dt.date(year, 12, 31)) if year < day.year else day,
        label=Label.INTERNAL,
        plan=row.title,
        group_count=sum(group.stands for group in groups),
        groups=lines,
        total=total,
        areas=_areas(session, row, groups, scope, language=language, cases=added(everything).cases),
        cases=cases_of_year(session, groups, scope, language),
    )


def _groups(
    session: Session, groups: tuple[PlanGroup, ...], found: Mapping[Key, Tally], scope: Scope, language: str
) -> tuple[tuple[GroupYear, ...], GroupYear]:
    query = (
        select(Meeting.group_id, func.count(Meeting.id))
        .where(Meeting.year == scope.first_year, Meeting.day <= scope.day, Meeting.cancelled_at.is_(None))
        .group_by(Meeting.group_id)
    )
    met = dict(session.execute(query).all())
    waits = _waits(session, scope)
    lines = tuple(
        GroupYear(
            group.name,
            met.get(group.id, 0),
            _without_cases(added(found, group_id=group.id)),
            len(waits[group.id]),
            statistics.median(waits[group.id]) if waits[group.id] else None,
        )
        for group in groups
    )
    every = [days for of_group in waits.values() for days in of_group]
    name = say(N_("All groups"), language)
    median = statistics.median(every) if every else None
    return lines, GroupYear(name, sum(met.values()), _without_cases(added(found)), len(every), median)


def _waits(session: Session, scope: Scope) -> dict[int, list[int]]:
    """For each group the days from sending to the answer, of what it sent in the years and was answered by the day.

    What was merged into another has the answer of that one.
    """
    steps = select(EscalationStep.escalation_id, EscalationStep.sender_id, EscalationStep.sent_at).where(
        scope.within_instants(EscalationStep.sent_at), SENT
    )
    sent = session.execute(steps).all()
    ids = {escalation_id for escalation_id, _, _ in sent}
    leads: dict[int, int] = {}
    while ids - leads.keys():
        ids -= leads.keys()
        query = select(Escalation.id, Escalation.merged_into_id).where(Escalation.id.in_(ids))
        found = {one: lead if lead is not None else one for one, lead in session.execute(query)}
        leads |= found
        ids = set(found.values())
    answers = select(EscalationStep.escalation_id, EscalationStep.answered_on).where(
        EscalationStep.escalation_id.in_(leads.values()),
        EscalationStep.outcome == StepOutcome.ANSWERED,
        EscalationStep.answered_on <= scope.day,
    )
    answered = dict(session.execute(answers).all())
    waits: dict[int, list[int]] = defaultdict(list)
    for escalation_id, sender_id, sent_at in sent:
        lead = escalation_id
        while leads[lead] != lead:
            lead = leads[lead]
        on = answered.get(lead)
        if on is not None and sent_at is not None:
            waits[sender_id].append(max(0, (on - local_date(sent_at)).days))
    return waits


def _areas(
    session: Session, row: PlanRow, groups: tuple[PlanGroup, ...], scope: Scope, *, language: str, cases: int
) -> tuple[AreaYear, ...]:
    tree = plan_tree(session, row.code, day=scope.day, language=language)
    if tree is None:
        return ()
    year = scope.first_year
    of_plan = replace(scope, plan_id=row.id)
    of_activity = tallies(session, replace(of_plan, key=by_activity()))
    top_of = tops(session, row.id)
    of_area = tallies(session, replace(of_plan, key=by_area(top_of))) if top_of else {}
    ids = dict(session.execute(select(PlanArea.code, PlanArea.id).where(PlanArea.plan_id == row.id)).all())
    standing = [group.id for group in groups if group.stands]
    return tuple(
        AreaYear(
            area.title,
            tuple(_in_quarter(of_area, ids[area.code], Quarter(year, number)) for number in range(1, 5)),
            tuple(
                _activity(activity, of_activity, standing, cases)
                for part in (area, *area.areas)
                for activity in part.activities
            ),
        )
        for area in tree.areas
        if area.activities or area.areas
    )


def _in_quarter(found: Mapping[Key, Tally], what: int, quarter: Quarter) -> Tally:
    tallied = (tally for (one, _, when), tally in found.items() if one == what and when == quarter)
    return _without_cases(sum(tallied, Tally()))


def _activity(
    activity: PlanActivityRow, found: Mapping[Key, Tally], standing: Iterable[int], cases: int
) -> ActivityYear:
    total = added(found, what=activity.id)
    touching = sum(added(found, what=activity.id, group_id=group_id).touches > 0 for group_id in standing)
    told = shown_of(total.cases, cases) if total.cases else "0"
    return ActivityYear(activity.number, activity.title, touching, _without_cases(total), told)


def _without_cases(tally: Tally) -> Tally:
    return replace(tally, cases=0)
