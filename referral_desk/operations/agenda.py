"""Put items on an agenda, change, order, duplicate, remove and restore them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from referral_desk.desk import Work, operation, require
from referral_desk.models import (
    AgendaItem,
    Case,
    Group,
    Meeting,
    Organisation,
    Paper,
    Person,
    PlanActivity,
    StandingItem,
)
from referral_desk.operations.carrying import copy_of, values_of
from referral_desk.operations.deliveries import asked_under, bring_again, follow_items, hand_on
from referral_desk.operations.holding import held_item
from referral_desk.operations.noted import NOTED_UNDER, is_noted_under
from referral_desk.texts import N_
from referral_desk.vocabulary import ItemKind, Label, Purpose

ALREADY_THERE = N_("The item is on an agenda already.")


class ItemDetails(TypedDict, total=False):
    """What can be said of an item beside its title. An owner of one kind replaces one of the other."""

    kind: ItemKind
    purpose: Purpose
    minutes: int
    label: Label
    owner_person_id: int | None
    owner_organisation_id: int | None
    resume: str
    recommendation: str
    presentation: str
    activity_ids: tuple[int, ...]


class ItemFields(ItemDetails, total=False):
    """What can be changed about an item; what is not given stays."""

    title: str


@dataclass(frozen=True)
class RemovedItem:
    """An item that was taken off an agenda, whole: what restoring it puts back."""

    id: int
    meeting_id: int
    position: int
    title: str
    values: dict[str, Any]
    activity_ids: tuple[int, ...]
    papers: tuple[dict[str, Any], ...]
    carried_to: tuple[int, ...]
    case_ids: tuple[int, ...] = ()
    brought: tuple[int, ...] = ()
    """The answers and circulars that stood by it: they wait, and come back with it."""
    asked: tuple[int, ...] = ()
    """The same of escalations."""


@operation("coordinator", "secretary", "chair")
def add_item(
    work: Work, *, meeting_id: int, title: str, position: int | None = None, **fields: Unpack[ItemDetails]
) -> int:
    """Put a new item on an agenda and give its id; without a position it stands last, before "any other business".

    One that is raised at the meeting stands behind all others, so that they keep their numbers. Invalid once the draft
    of the minutes went to the chair.
    """
    meeting = work.hold(Meeting, meeting_id)
    item = AgendaItem(is_raised=meeting.takes_raised)
    if item.is_raised:
        position = len(meeting.items)
    else:
        meeting.check_open_to_change()
    item.call(title)
    _change(work, item, fields)
    meeting.put(item, meeting.place_for(item) if position is None else position)
    _kept(work, "meetings")
    return item.id


@operation("coordinator", "secretary", "chair")
def edit_item(work: Work, *, item_id: int, version: int, **fields: Unpack[ItemFields]) -> int:
    """Change an item and give its new version; Invalid once the meeting was held or called off.

    One that was raised there can be changed until the draft of the minutes goes to the chair.
    """
    item = held_item(work, item_id, version)
    item.check_open_to_change()
    if "title" in fields:
        item.call(fields["title"])
    _change(work, item, fields)
    _kept(work)
    return item.version


@operation("coordinator", "secretary", "chair")
def move_item(work: Work, *, item_id: int, version: int, position: int) -> int:
    """Move an item to a place counted from 0 on its agenda; give the place where it stood."""
    item = held_item(work, item_id, version)
    item.meeting.check_open_to_change()
    before = item.position
    item.meeting.put(item, position)
    _kept(work)
    return before


@operation("coordinator", "secretary", "chair")
def remove_item(work: Work, *, item_id: int, version: int) -> RemovedItem:
    """Take an item off its agenda; give all of it, for `restore_item`. Its papers' files stay in the desk.

    Invalid once something was noted under it.
    """
    item = held_item(work, item_id, version)
    meeting = item.meeting
    item.check_open_to_change()
    require(not is_noted_under(work, item), NOTED_UNDER)
    carried = list(work.session.scalars(select(AgendaItem).where(AgendaItem.carried_from_id == item.id)))
    removed = RemovedItem(
        item.id,
        meeting.id,
        item.position,
        item.title,
        values_of(item, {"id", "version", "meeting_id", "position"}),
        tuple(activity.id for activity in item.activities),
        tuple(values_of(paper, {"version", "item_id"}) for paper in item.papers),
        tuple(other.id for other in carried),
        tuple(case.id for case in item.cases),
        tuple(delivery.id for delivery in item.deliveries),
        asked_under(item),
    )
    for other in carried:
        other.carried_from_id = None
    hand_on(work, item, None)
    meeting.take_off(item)
    follow_items(work, meeting.group_id)
    _kept(work, "meetings")
    return removed


@operation("coordinator", "secretary", "chair")
def restore_item(work: Work, *, removed: RemovedItem) -> int:
    """Put a removed item back in its place, with its papers; give its id, which is the one it had."""
    meeting = work.hold(Meeting, removed.meeting_id)
    if not (removed.values["is_raised"] and meeting.takes_raised):
        meeting.check_open_to_change()
    require(work.session.get(AgendaItem, removed.id) is None, ALREADY_THERE)
    item = AgendaItem(id=removed.id, **(removed.values | _ties_gone(work, removed.values)))
    item.papers = [Paper(**values) for values in removed.papers]
    kept = [work.session.get(PlanActivity, activity_id) for activity_id in removed.activity_ids]
    item.activities = [activity for activity in kept if activity is not None]
    cases = [work.session.get(Case, case_id) for case_id in removed.case_ids]
    item.cases = [case for case in cases if case is not None]
    meeting.put(item, removed.position)
    work.session.flush()
    bring_again(work, item, removed.brought, removed.asked)
    for other_id in removed.carried_to:
        other = work.session.get(AgendaItem, other_id)
        if other is not None:
            other.carried_from_id = item.id
    _kept(work, "meetings")
    return item.id


@operation("coordinator", "secretary", "chair")
def duplicate_item(work: Work, *, item_id: int) -> int:
    """Put a copy of an item right behind it, papers included; give the copy's id."""
    item = held_item(work, item_id)
    item.meeting.check_open_to_change()
    copy = copy_of(item)
    item.meeting.put(copy, item.position + 1)
    _kept(work, "meetings")
    return copy.id


def _ties_gone(work: Work, values: dict[str, Any]) -> dict[str, None]:
    """The ties to rows that are no longer there: what was written comes back without them."""
    ties = {
        "owner_person_id": Person,
        "owner_organisation_id": Organisation,
        "carried_from_id": AgendaItem,
        "standing_item_id": StandingItem,
        "waiting_group_id": Group,
        "approves_id": Meeting,
    }
    return {name: None for name, kind in ties.items() if values[name] and not work.session.get(kind, values[name])}


def _kept(work: Work, *areas: str) -> None:
    work.session.flush()
    work.touched("agenda", *areas)


def _change(work: Work, item: AgendaItem, fields: ItemDetails) -> None:
    # A look-up in between would write the changes so far, and count a version for each.
    with work.session.no_autoflush:
        _set(work, item, fields)


def _set(work: Work, item: AgendaItem, fields: ItemDetails) -> None:
    if "minutes" in fields:
        item.take_minutes(fields["minutes"])
    if "kind" in fields:
        item.kind = fields["kind"]
    if "purpose" in fields:
        item.purpose = fields["purpose"]
    if "label" in fields:
        item.label = fields["label"]
    for name in ("resume", "recommendation", "presentation"):
        if name in fields:
            setattr(item, name, _text(fields[name]))
    if "owner_person_id" in fields or "owner_organisation_id" in fields:
        _own(work, item, fields.get("owner_person_id"), fields.get("owner_organisation_id"))
    if "activity_ids" in fields:
        item.activities = _activities(work, fields["activity_ids"])
        # A list of activities is kept in a table of its own: the item's version must tell of it all the same.
        flag_modified(item, "title")


def _own(work: Work, item: AgendaItem, person_id: int | None, organisation_id: int | None) -> None:
    person = None if person_id is None else work.get(Person, person_id)
    item.own(person, None if organisation_id is None else work.get(Organisation, organisation_id))


def _text(text: str) -> str:
    """Lines end in one way, whatever was pasted; the sign that no store takes is left out."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _activities(work: Work, ids: tuple[int, ...]) -> list[PlanActivity]:
    return [work.get(PlanActivity, activity_id) for activity_id in dict.fromkeys(ids)]
