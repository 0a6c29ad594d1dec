"""What a pack carries besides papers: the minutes that an item is to approve, and the group's open actions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.cpr import cpr_numbers
from referral_desk.models.actions import ActionItem
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.attendance import Attendance
from referral_desk.models.editions import MinutesEdition
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.meetings import Meeting
from referral_desk.models.minutes import Minutes, MinutesEntry
from referral_desk.texts import N_
from referral_desk.vocabulary import Label, MinutesState, StandingRole

UNWRITTEN = N_("Item {number} is to approve minutes that are not written yet.")
UNSEEN = N_("Item {number} is to approve minutes that were not sent for comments yet.")
TOO_CLOSED = N_("The minutes behind item {number} are more confidential than the pack: choose a closer label for it.")
CPR_IN_MINUTES = N_("The minutes behind item {number} hold what looks like a CPR number: take it out of them first.")
CPR_IN_ACTIONS = N_(
    "An open action, {reference}, holds what looks like a CPR number: take it out before the pack is made."
)


@dataclass(frozen=True)
class Carried:
    """Minutes by the item that approves them, and the open actions, those due first first."""

    minutes: dict[int, Minutes] = field(default_factory=dict)
    actions: tuple[ActionItem, ...] = ()

    def actions_of(self, item: AgendaItem, label: Label) -> tuple[ActionItem, ...]:
        """The open actions that stand behind an item in a pack with a label: none that is more closed than the pack."""
        if item.standing is not StandingRole.OPEN_ACTIONS:
            return ()
        return tuple(action for action in self.actions if action.closest_label.rank <= label.rank)

    def hash_of(self, item: AgendaItem) -> str:
        """One SHA-256 of all that stands behind an item; empty where nothing does."""
        said: list[Any] = []
        if minutes := self.minutes.get(item.id):
            said.append(_said(minutes))
        if item.standing is StandingRole.OPEN_ACTIONS:
            said += [_action(action) for action in self.actions]
        if not said:
            return ""
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()

    def least_label(self) -> Label:
        """The most open label that the minutes may stand under; their closed annex is never in a pack."""
        return max((open_label(minutes) for minutes in self.minutes.values()), key=_rank, default=Label.OPEN)

    def findings(self, meeting: Meeting, label: Label) -> list[Finding]:
        """What stops the pack because of what it carries (V10, labels), and what is worth a look."""
        found: list[Finding] = []
        for item in meeting.items:
            if item.approves_id is not None:
                found += _on_minutes(item, self.minutes.get(item.id), label)
            found += [
                Finding(Weight.STOPS, Where.ITEM, CPR_IN_ACTIONS, {"reference": action.reference}, item_id=item.id)
                for action in self.actions_of(item, label)
                if cpr_numbers(action.text)
            ]
        return found


def carried(session: Session, meeting: Meeting) -> Carried:
    """What a meeting's pack carries now; minutes in which nothing is written are not carried."""
    approving = {item.id: item.approves_id for item in meeting.items if item.approves_id is not None}
    has_actions = any(item.standing is StandingRole.OPEN_ACTIONS for item in meeting.items)
    found = {minutes.meeting_id: minutes for minutes in _minutes(session, approving.values())}
    return Carried(
        {key: found[value] for key, value in approving.items() if value in found and found[value].in_order()},
        tuple(_actions(session, meeting)) if has_actions else (),
    )


def open_label(minutes: Minutes) -> Label:
    """The label of the minutes' open part: the closest of what stands in it."""
    meeting = minutes.meeting
    if meeting.label is Label.CONFIDENTIAL:
        return Label.INTERNAL
    labels = [meeting.label, *(item.label for item in meeting.items), *(entry.label for entry in minutes.entries)]
    return max((label for label in labels if label is not Label.CONFIDENTIAL), key=_rank)


def _rank(label: Label) -> int:
    return label.rank


def _minutes(session: Session, meetings: Iterable[int]) -> Iterable[Minutes]:
    wanted = sorted(meetings)
    if not wanted:
        return ()
    of_meeting = joinedload(Minutes.meeting)
    return session.scalars(
        select(Minutes)
        .where(Minutes.meeting_id.in_(wanted))
        .options(
            selectinload(Minutes.entries).joinedload(MinutesEntry.action),
            selectinload(Minutes.editions).load_only(MinutesEdition.number, MinutesEdition.sha256),
            of_meeting.selectinload(Meeting.items),
            of_meeting.selectinload(Meeting.attendance).load_only(
                Attendance.person_id, Attendance.organisation_id, Attendance.state, Attendance.deputy_for_id
            ),
        )
    )


def _actions(session: Session, meeting: Meeting) -> Iterable[ActionItem]:
    return session.scalars(
        select(ActionItem)
        .where(ActionItem.group_id == meeting.group_id, ActionItem.closed_on.is_(None))
        .options(joinedload(ActionItem.item).joinedload(AgendaItem.meeting))
        .order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    )


def _said(minutes: Minutes) -> list[Any]:
    """What minutes say, as far as it can change; approved ones are their last edition."""
    if minutes.is_frozen and minutes.editions:
        return [minutes.state.value, minutes.editions[-1].sha256]
    meeting = minutes.meeting
    return [
        minutes.state.value,
        str(minutes.comments_due),
        [str(part) for part in (meeting.number, meeting.day, meeting.began, meeting.ended, meeting.place)],
        [
            [item.id, item.title, item.resume, item.recommendation, item.label.value, item.outcome.value]
            for item in meeting.items
        ],
        [
            [entry.id, entry.kind.value, entry.text, entry.label.value, _action(entry.action) if entry.action else None]
            for entry in minutes.in_order()
        ],
        sorted([row.id, row.state.value, row.person_id or 0, row.deputy_for_id or 0] for row in meeting.attendance),
    ]


def _action(action: ActionItem) -> list[Any]:
    return [
        action.id,
        action.text,
        action.owner_person_id,
        action.owner_organisation_id,
        action.contact_id,
        str(action.due),
        action.state.value,
        action.priority.value,
        action.closest_label.value,
    ]


def _on_minutes(item: AgendaItem, minutes: Minutes | None, label: Label) -> list[Finding]:
    told: dict[str, object] = {"number": item.number}
    if minutes is None:
        return [Finding(Weight.WARNS, Where.ITEM, UNWRITTEN, told, item_id=item.id)]
    found = []
    if open_label(minutes).rank > label.rank:
        found.append(Finding(Weight.STOPS, Where.ITEM, TOO_CLOSED, told, item_id=item.id))
    if minutes.cpr_findings() and not minutes.is_frozen:
        found.append(Finding(Weight.STOPS, Where.ITEM, CPR_IN_MINUTES, told, item_id=item.id))
    if minutes.state in {MinutesState.DRAFT, MinutesState.WITH_CHAIR}:
        found.append(Finding(Weight.WARNS, Where.ITEM, UNSEEN, told, item_id=item.id))
    return found
