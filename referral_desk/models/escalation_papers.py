"""The papers that go up with an escalation: its own, and those of what was merged into it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from referral_desk.errors import Invalid
from referral_desk.texts import N_

if TYPE_CHECKING:
    from referral_desk.models.agenda import Paper
    from referral_desk.models.escalation_steps import EscalationStep
    from referral_desk.vocabulary import Label

HIDDEN: Final = N_(
    "Paper {number} is for fewer readers than the escalation: it stays, or one of the two labels changes."
)


def papers_with(step: EscalationStep, label: Label) -> list[Paper]:
    """The papers that a step's body has: those that came with it, and those of what was merged into it at that body.

    Each document once. Nothing of what was merged is among them that fewer people may read than `label` says.
    """
    found = list(step.sent_papers)
    for one in step.escalation.family[1:]:
        if one.step.body is not step.body or one.step.label.rank > label.rank:
            continue
        for paper in one.step.sent_papers:
            is_known = any(paper.document is known.document for known in found)
            if paper.label.rank <= label.rank and not is_known:
                found.append(paper)
    return found


def merged_papers(step: EscalationStep) -> list[Paper]:
    """The papers of other cases that can go along: those that the sender has because they were merged into it."""
    below = _below(step)
    case = step.escalation.case
    return [paper for paper in papers_with(below, step.label) if paper.case is not case] if below is not None else []


def papers_along(step: EscalationStep, chosen: Collection[int] | None = None) -> list[Paper]:
    """The papers that go along with a step: those chosen, by their ids, else all that do not stay.

    A body that sends it on gives those that came to it, and those of what was merged there. Invalid where one is for
    fewer readers than the step, or is neither of the case nor of one merged into it.
    """
    of_case, below = step.escalation.case.papers, _below(step)
    if chosen is None:
        came = papers_with(below, step.label) if below is not None else of_case
        return [paper for paper in came if not paper.stays and step.shows(paper)]
    papers = [paper for paper in (*of_case, *merged_papers(step)) if paper.id in chosen]
    if len(papers) != len(set(chosen)):
        raise Invalid("A paper that was to go along is gone: choose again.")
    for paper in papers:
        if not step.shows(paper):
            raise Invalid(HIDDEN, number=paper.number)
    return papers


def _below(step: EscalationStep) -> EscalationStep | None:
    """The step by which it came to the sender; None where the sender raised it."""
    return next((one for one in reversed(step.escalation.way) if one.number < step.number and one.snapshots), None)
