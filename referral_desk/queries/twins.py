"""Likely twins: what else lies undecided with the same body and speaks of the same thing, each with why.

Nothing is learnt and nothing leaves the desk: the theme, plan activities and rare words that two texts share.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, selectinload

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Case, Escalation, EscalationStep, Group, PlanActivity
from referral_desk.models.cases import case_activities
from referral_desk.models.escalation_steps import step_activities
from referral_desk.queries.actions import theme_names
from referral_desk.queries.escalations import escalation_reference
from referral_desk.queries.followers import is_newest_step
from referral_desk.queries.twin_words import parts_of, shared, telling
from referral_desk.texts import N_, plain_case, say
from referral_desk.vocabulary import EscalationState

LOOKED_AT: Final = 500
"""So many of those that lie with the body are looked at, the newest first."""
READ: Final = 60
"""So many of these are compared word by word: those that have most in common at a glance."""
SOUGHT: Final = 8
"""So many of its longest words are looked for at a glance: the longest are the rarest."""
GLANCE: Final = 7
"""So many letters of a word are looked for: the beginning of a compound is found too."""
SHOWN: Final = 5
WORDS_SAID: Final = 4
OF_THEME, OF_ACTIVITY, OF_WORD = 2.0, 3.0, 1.0
ENOUGH: Final = 3.0
"""One plan activity, or a theme and a rare word, or three rare words."""
MOST_OF_WORDS: Final = 5.0
RARE: Final = 6
"""A word that so many texts have is rare still; beyond, it counts the less the more have it."""
RARE_SHARE: Final = 0.02

UNDECIDED: Final = (EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
SAME_THEME: Final = N_("same theme: {theme}")
SAME_ACTIVITY: Final = N_("same plan activity: {activity}")
SAME_WORDS: Final = N_("both speak of: {words}")


@dataclass(frozen=True)
class Twin:
    """Another escalation that may ask the same, and why, in words."""

    id: int
    version: int
    case_id: int
    reference: str
    title: str
    origin: str
    """The group that raised it, as called on the day it came to its state."""
    state: EscalationState
    score: float
    """Higher is likelier; it only orders."""
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Read:
    """What is compared of an escalation, and what is told of it."""

    row: Any
    activities: dict[int, str]
    """By id, the number as the plan prints it."""
    words: dict[str, str]


def twins(session: Session, *, escalation_id: int, language: str) -> tuple[Twin, ...]:
    """What may be merged with an escalation: only what its body has and has not decided, the likeliest first.

    Empty once it is decided or merged itself. Costs the same however many cases the desk has: the newest LOOKED_AT
    that lie with the body are looked at, and the READ likeliest of them are compared. Stale for one that is gone.
    """
    asked = session.execute(_compared().where(Escalation.id == escalation_id)).one_or_none()
    if asked is None:
        raise Stale(GONE)
    if not asked.state.is_with_receiver and not asked.state.is_with_sender:
        return ()
    words = telling(_texts(asked))
    lying = list(session.execute(_lying(asked)))
    rows = _likeliest(asked, words, lying)
    served = _activities(session, [asked, *rows])
    mine = _Read(asked, served[asked.id], words)
    others = [_Read(row, served[row.id], telling(_texts(row))) for row in rows]
    counts = Counter(root for one in (mine, *others) for root in one.words)
    rare = max(RARE, RARE_SHARE * len(lying))
    themes, parts = theme_names(session, language), parts_of(words)
    found = []
    for other in others:
        both = shared(mine.words, parts, other.words)
        weights = {root: OF_WORD * min(1.0, rare / max(counts[root], 1)) for root in both}
        activities = [number for key, number in other.activities.items() if key in mine.activities]
        has_theme = bool(asked.theme) and asked.theme == other.row.theme
        score = OF_THEME * has_theme + OF_ACTIVITY * len(activities) + min(MOST_OF_WORDS, sum(weights.values()))
        if score < ENOUGH:
            continue
        reasons = []
        if has_theme:
            reasons.append(say(SAME_THEME, language, theme=themes.get(asked.theme, asked.theme)))
        if activities:
            reasons.append(say(SAME_ACTIVITY, language, activity=", ".join(activities)))
        said = sorted(both, key=lambda root: (-weights[root], -len(root), root))[:WORDS_SAID]
        if said:
            reasons.append(say(SAME_WORDS, language, words=", ".join(both[root] for root in said)))
        found.append((score, other.row, tuple(reasons)))
    best = sorted(found, key=lambda told: (-told[0], told[1].id))[:SHOWN]
    groups = _groups(session, {row.group_id for _, row, _ in best})
    return tuple(
        Twin(
            id=row.id,
            version=row.version,
            case_id=row.case_id,
            reference=escalation_reference(row, row.code),
            title=row.title or row.case_title,
            origin=groups[row.group_id].short_on(row.since, language),
            state=row.state,
            score=round(score, 2),
            reasons=reasons,
        )
        for score, row, reasons in best
    )


def _compared() -> Select[*tuple[Any, ...]]:
    """Escalations with what is compared of them, and what is told."""
    return (
        select(
            *(Escalation.id, Escalation.version, Escalation.number, Escalation.case_id, Escalation.state),
            *(Escalation.since, Case.group_id, Case.year, Case.number.label("case_number"), Case.theme, Group.code),
            *(Case.title.label("case_title"), Case.summary, EscalationStep.id.label("step_id"), EscalationStep.body_id),
            *(EscalationStep.title, EscalationStep.problem, EscalationStep.proposal, EscalationStep.consequence),
        )
        .join(Case, Case.id == Escalation.case_id)
        .join(Group, Group.id == Case.group_id)
        .join(EscalationStep, is_newest_step())
    )


def _lying(asked: Any) -> Select[*tuple[Any, ...]]:
    """What else lies undecided with the same body and leads itself; what was merged into another does not."""
    # Undecided, the body that it was sent to has it: an index leads to what a body has.
    newest = (
        select(Escalation.id)
        .where(
            Escalation.holder_id == asked.body_id,
            Escalation.closed_on.is_(None),
            Escalation.state.in_(UNDECIDED),
            Escalation.id != asked.id,
        )
        .order_by(Escalation.since.desc(), Escalation.id.desc())
        .limit(LOOKED_AT)
        .subquery()
    )
    return _compared().add_columns(_serves_the_same(asked).label("serves")).join(newest, newest.c.id == Escalation.id)


def _likeliest(asked: Any, mine: Mapping[str, str], lying: list[Any]) -> list[Any]:
    """Those that have most in common with it at a glance, weighed as in the score, the newest first; by their ids.

    A word is seen where its letters stand: a sieve, so that only READ are compared word by word.
    """
    longest = sorted(mine, key=lambda root: (-len(root), root))[:SOUGHT]
    roots = {root[:GLANCE] for root in longest}

    def glance(row: Any) -> tuple[float, dt.date, int]:
        text = plain_case(" ".join(_texts(row)))
        words = OF_WORD * sum(root in text for root in roots)
        theme = OF_THEME * (bool(asked.theme) and asked.theme == row.theme)
        return words + theme + OF_ACTIVITY * bool(row.serves), row.since, row.id

    return sorted(heapq.nlargest(READ, lying, key=glance), key=lambda row: int(row.id))


def _serves_the_same(asked: Any) -> ColumnElement[bool]:
    of_case = select(case_activities.c.plan_activity_id).where(case_activities.c.case_id == asked.case_id)
    of_step = select(step_activities.c.plan_activity_id).where(step_activities.c.escalation_step_id == asked.step_id)
    mine = of_case.union_all(of_step)
    return or_(
        select(case_activities.c.case_id)
        .where(case_activities.c.case_id == Case.id, case_activities.c.plan_activity_id.in_(mine))
        .correlate(Case)
        .exists(),
        select(step_activities.c.escalation_step_id)
        .where(step_activities.c.escalation_step_id == EscalationStep.id, step_activities.c.plan_activity_id.in_(mine))
        .correlate(EscalationStep)
        .exists(),
    )


def _activities(session: Session, rows: list[Any]) -> dict[int, dict[int, str]]:
    """By escalation the plan activities that its newest step and its case serve: the numbers by their ids."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    ties = (
        (step_activities, step_activities.c.escalation_step_id, {row.step_id: row.id for row in rows}),
        (case_activities, case_activities.c.case_id, {row.case_id: row.id for row in rows}),
    )
    for links, column, keys in ties:
        told = (
            select(column, PlanActivity.id, PlanActivity.number)
            .join(links, links.c.plan_activity_id == PlanActivity.id)
            .where(column.in_(keys))
            .order_by(PlanActivity.code)
        )
        for key, activity_id, number in session.execute(told):
            found[keys[key]][activity_id] = number
    return found


def _groups(session: Session, ids: Collection[int]) -> dict[int, Group]:
    if not ids:
        return {}
    groups = session.scalars(select(Group).where(Group.id.in_(ids)).options(selectinload(Group.names)))
    return {group.id: group for group in groups}


def _texts(row: Any) -> tuple[str, ...]:
    return row.title, row.problem, row.proposal, row.consequence, row.case_title, row.summary
