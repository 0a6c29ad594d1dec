"""What to look at before a pack is built: what stops it, and what its readers would stumble over."""

from __future__ import annotations

from referral_desk import clock
from referral_desk.models.agenda import AgendaItem, Paper
from referral_desk.models.carried import Carried
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.meetings import Meeting
from referral_desk.texts import N_
from referral_desk.vocabulary import ItemKind, Label, Purpose

SPEAKS_FOR_ITSELF = frozenset({ItemKind.FORMALITY, ItemKind.ANY_OTHER_BUSINESS})


def pack_findings(meeting: Meeting, label: Label, carried: Carried) -> list[Finding]:
    """Every finding on a meeting's pack under a label, what stops it first, then in the agenda's order."""
    found = [
        *_on_the_meeting(meeting),
        *meeting.cpr_findings(),
        *(finding for item in meeting.items for finding in _on_an_item(item, label)),
        *carried.findings(meeting, label),
    ]
    return sorted(found, key=lambda finding: not finding.stops)


def least_label(meeting: Meeting, carried: Carried) -> Label:
    """The most open label that a meeting's pack may carry: nothing in it may be more closed than the pack."""
    labels = [item.label for item in meeting.items] + [paper.label for item in meeting.items for paper in item.papers]
    return max([*labels, carried.least_label()], key=lambda label: label.rank)


def _on_the_meeting(meeting: Meeting) -> list[Finding]:
    found = []
    if meeting.is_cancelled:
        found.append(Finding(Weight.STOPS, Where.MEETING, N_("The meeting is cancelled.")))
    if not meeting.items:
        found.append(Finding(Weight.STOPS, Where.AGENDA, N_("The agenda is empty: add the first item.")))
    if meeting.minutes_over:
        found.append(
            Finding(
                Weight.WARNS,
                Where.AGENDA,
                N_("The agenda needs {minutes} minutes more than the meeting has."),
                {"minutes": meeting.minutes_over},
            )
        )
    if not any(seat.held_on(meeting.day) for seat in meeting.group.seats):
        found.append(Finding(Weight.WARNS, Where.PEOPLE, N_("Nobody holds a seat in the group on that day.")))
    if not meeting.place.strip():
        found.append(Finding(Weight.WARNS, Where.MEETING, N_("No place is written yet.")))
    if not clock.is_working_day(meeting.day):
        found.append(Finding(Weight.WARNS, Where.MEETING, N_("The meeting is on a day when offices are closed.")))
    return found


def _on_an_item(item: AgendaItem, label: Label) -> list[Finding]:
    found = []
    if item.label.rank > label.rank:
        found.append(
            Finding(
                Weight.STOPS,
                Where.ITEM,
                N_("Item {number} is more confidential than the pack: choose a closer label for the pack or the item."),
                {"number": item.number},
                item_id=item.id,
                field_name="label",
            )
        )
    if item.purpose is Purpose.DECISION and not item.is_standing and not item.recommendation.strip():
        found.append(
            Finding(
                Weight.WARNS,
                Where.ITEM,
                N_("Item {number} asks for a decision but has no recommendation."),
                {"number": item.number},
                item_id=item.id,
                field_name="recommendation",
            )
        )
    if item.kind not in SPEAKS_FOR_ITSELF and not (item.papers or item.resume.strip() or item.presentation.strip()):
        found.append(
            Finding(
                Weight.WARNS,
                Where.ITEM,
                N_("Item {number} has neither text nor papers yet."),
                {"number": item.number},
                item_id=item.id,
                field_name="resume",
            )
        )
    return found + [finding for paper in item.papers for finding in _on_a_paper(paper, label, item.label)]


def _on_a_paper(paper: Paper, label: Label, item_label: Label) -> list[Finding]:
    found = []
    if paper.label.rank > max(label.rank, item_label.rank):
        found.append(
            Finding(
                Weight.STOPS,
                Where.PAPER,
                N_("Paper {number} is more confidential than the pack: choose a closer label for the pack."),
                {"number": paper.number},
                item_id=paper.item_id,
                paper_id=paper.id,
            )
        )
    problem = paper.document.problem_finding()
    if problem is not None:
        found.append(
            Finding(
                Weight.WARNS,
                Where.PAPER,
                N_("Paper {number}: {problem} A page in the pack will say so."),
                {"number": paper.number, "problem": problem},
                item_id=paper.item_id,
                paper_id=paper.id,
            )
        )
    return found
