"""Likely twins: what else lies undecided with the same body and speaks of the same thing, each with why.

Nothing is learnt and nothing leaves the desk: the theme, plan activities and rare words that two texts share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from referral_desk.desk import GONE
from referral_desk.errors import Stale
from referral_desk.models import Case, Escalation, EscalationStep, Group
from referral_desk.queries.actions import theme_names
from referral_desk.queries.twin_words import parts_of, shared, telling
from referral_desk.texts import N_, say
from referral_desk.vocabulary import EscalationState

LOOKED_AT: Final = 500
"""So many of those that lie with the body are looked at, the newest first."""
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
    """What is compared of an escalation."""

    theme: str
    activities: dict[str, str]
    """By code, the number as the plan prints it."""
    words: dict[str, str]


def twins(session: Session, *, escalation_id: int, language: str) -> tuple[Twin, ...]:
    """What may be merged with an escalation: only what its body has and has not decided, the likeliest first.

    Empty once it is decided or merged itself. Takes as long as there are undecided ones with that body, however many
    cases the desk has. Stale for one that is gone.
    """
    asked = session.scalar(select(Escalation).where(Escalation.id == escalation_id).options(*_read_with()))
    if asked is None:
        raise Stale(GONE)
    if not asked.state.is_with_receiver and not asked.state.is_with_sender:
        return ()
    others = _others(session, asked)
    mine, read = _read(asked), {other.id: _read(other) for other in others}
    counts = Counter(root for one in (mine, *read.values()) for root in one.words)
    rare = max(RARE, RARE_SHARE * len(others))
    themes, parts = theme_names(session, language), parts_of(mine.words)
    found = []
    for other in others:
        theirs = read[other.id]
        words = shared(mine.words, parts, theirs.words)
        weights = {root: OF_WORD * min(1.0, rare / max(counts[root], 1)) for root in words}
        activities = [number for code, number in theirs.activities.items() if code in mine.activities]
        has_theme = bool(mine.theme) and mine.theme == theirs.theme
        score = OF_THEME * has_theme + OF_ACTIVITY * len(activities) + min(MOST_OF_WORDS, sum(weights.values()))
        if score < ENOUGH:
            continue
        reasons = []
        if has_theme:
            reasons.append(say(SAME_THEME, language, theme=themes.get(mine.theme, mine.theme)))
        if activities:
            reasons.append(say(SAME_ACTIVITY, language, activity=", ".join(activities)))
        said = sorted(words, key=lambda root: (-weights[root], -len(root), root))[:WORDS_SAID]
        if said:
            reasons.append(say(SAME_WORDS, language, words=", ".join(words[root] for root in said)))
        found.append(_twin(other, score, reasons, language))
    return tuple(sorted(found, key=lambda twin: (-twin.score, twin.id))[:SHOWN])


def _others(session: Session, asked: Escalation) -> list[Escalation]:
    """What else lies undecided with the same body and leads itself; what was merged into another does not."""
    # Undecided, the body that it was sent to has it: an index leads to what a body has.
    found = session.scalars(
        select(Escalation)
        .where(
            Escalation.holder_id == asked.step.body_id,
            Escalation.closed_on.is_(None),
            Escalation.state.in_(UNDECIDED),
            Escalation.id != asked.id,
        )
        .order_by(Escalation.since.desc(), Escalation.id.desc())
        .limit(LOOKED_AT)
        .options(*_read_with())
    )
    return list(found)


def _read_with() -> tuple[ORMOption, ...]:
    return (
        joinedload(Escalation.case).joinedload(Case.group).selectinload(Group.names),
        joinedload(Escalation.case).selectinload(Case.activities),
        selectinload(Escalation.steps).selectinload(EscalationStep.activities),
    )


def _read(escalation: Escalation) -> _Read:
    step, case = escalation.step, escalation.case
    activities = {activity.code: activity.number for activity in (*step.activities, *case.activities)}
    texts: Iterable[str] = (step.title, step.problem, step.proposal, step.consequence, case.title, case.summary)
    return _Read(case.theme, activities, telling(texts))


def _twin(other: Escalation, score: float, reasons: list[str], language: str) -> Twin:
    return Twin(
        id=other.id,
        version=other.version,
        case_id=other.case_id,
        reference=other.reference,
        title=other.step.title or other.case.title,
        origin=other.case.group.short_on(other.since, language),
        state=other.state,
        score=round(score, 2),
        reasons=tuple(reasons),
    )
