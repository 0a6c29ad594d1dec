"""What one does with circulars of the national group: write one, send it to every region, take note of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final, TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from referral_desk.desk import Work, operation, require
from referral_desk.models import AgendaItem, Circular, Delivery, Group, MinutesEntry, PicklistEntry, PlanActivity
from referral_desk.models.escalation_rules import check_decision
from referral_desk.operations.answers import put_on_agendas, take_back
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back
from referral_desk.texts import N_
from referral_desk.vocabulary import CircularKind, Label, Tier

NOT_NATIONAL: Final = N_("Circulars come from the national group: choose that one.")
NO_REGIONS: Final = N_("No regional group stands today, so nobody would get it.")
IS_SENT: Final = N_("{reference} is sent: write a new circular that says what changes.")


class CircularDetails(TypedDict, total=False):
    """What can be said of a circular beside its words; what is not given stays."""

    theme: str
    label: Label
    item_id: int | None
    entry_id: int | None
    activity_ids: Sequence[int]


class CircularFields(CircularDetails, total=False):
    """What can be changed about a circular."""

    kind: CircularKind
    title: str
    text: str


@operation("coordinator", "secretary", "chair")
def write_circular(
    work: Work, *, group_id: int, kind: CircularKind, title: str, text: str = "", **fields: Unpack[CircularDetails]
) -> Done:
    """Begin a circular of the national group, with the next number of its year; nobody gets it before it is sent.

    `item_id` is the national item that decided it, `entry_id` the one decision under it that is told with it. Invalid
    for another group, or without a title.
    """
    group = work.hold(Group, group_id)
    require(group.tier is Tier.NATIONAL, NOT_NATIONAL)
    year = work.today.year
    circular = Circular(
        group=group,
        year=year,
        number=_next_number(work, group_id, year),
        kind=kind,
        created_on=work.today,
        deliveries=[],
    )
    circular.say(title, text)
    work.session.add(circular)
    # A look-up in between would write half of it.
    with work.session.no_autoflush:
        _set(work, circular, fields)
    _flushed(work)
    return Done(circular.id, Undo(remove_circular, {"circular_id": circular.id, "version": circular.version}))


@operation("coordinator", "secretary", "chair")
def edit_circular(work: Work, *, circular_id: int, version: int, **fields: Unpack[CircularFields]) -> Done:
    """Change a circular that is not sent yet; Invalid once it is."""
    circular = work.hold(Circular, circular_id, version)
    before = _fields_of(circular)
    # A look-up in between would write the changes so far, and count a version for each.
    with work.session.no_autoflush:
        circular.say(fields.get("title", circular.title), fields.get("text", circular.text))
        if "kind" in fields:
            circular.kind = fields["kind"]
        _set(work, circular, fields)
        flag_modified(circular, "title")
    _flushed(work)
    back = {"circular_id": circular.id, "version": circular.version, **before}
    return Done(circular.id, Undo(edit_circular, back))


@operation("coordinator", "secretary", "chair")
def send_circular(work: Work, *, circular_id: int, version: int, kept: Collection[Keep] = ()) -> Done:
    """Send a circular to every regional group that stands today: it stands on the next agenda of each by itself.

    Finds of the leak alarm are told by the fields "title", "text" and "decision". Invalid without words, a second time,
    or where no regional group stands.
    """
    circular = work.hold(Circular, circular_id, version)
    check_leaks(work, circular.texts(), kept, subject=Subject("circular", circular.id))
    circular.send(work.now, work.user.name)
    regions = work.session.scalars(select(Group).where(Group.tier == Tier.REGIONAL).order_by(Group.id))
    standing = [group for group in regions if group.valid_on(work.today)]
    require(standing, NO_REGIONS)
    made = [Delivery(group=group, circular=circular, made_on=work.today) for group in standing]
    work.session.add_all(made)
    work.session.flush()
    put_on_agendas(work, made)
    _flushed(work)
    return Done(circular.id, Undo(take_back_circular, {"circular_id": circular.id, "version": circular.version}))


@operation("coordinator", "secretary", "chair")
def take_back_circular(work: Work, *, circular_id: int, version: int) -> Done:
    """Undo a sending, as long as no group has seen it; Invalid once an agenda with it is out, or a group took note."""
    circular = work.hold(Circular, circular_id, version)
    require(circular.sent_at is not None, "The circular is not sent yet.")
    take_back(work, list(circular.deliveries))
    work.session.expire(circular, ["deliveries"])
    circular.take_back()
    _flushed(work)
    return Done(circular.id, Undo(send_circular, {"circular_id": circular.id, "version": circular.version}))


@operation("coordinator", "secretary", "chair")
def acknowledge_circular(work: Work, *, delivery_id: int, version: int) -> Done:
    """A group takes note of a circular, before or at its meeting."""
    delivery = work.hold(Delivery, delivery_id, version)
    delivery.acknowledge(work.today, work.user.name)
    _flushed(work)
    back = {"delivery_id": delivery.id, "version": delivery.version}
    return Done(delivery.id, Undo(take_back_acknowledgement, back))


@operation("coordinator", "secretary", "chair")
def take_back_acknowledgement(work: Work, *, delivery_id: int, version: int) -> Done:
    """Undo that a group took note of a circular."""
    delivery = work.hold(Delivery, delivery_id, version)
    delivery.acknowledged_on, delivery.acknowledged_by = None, ""
    _flushed(work)
    return Done(delivery.id)


@operation("coordinator", "secretary", "chair")
def remove_circular(work: Work, *, circular_id: int, version: int) -> Done:
    """Take away a circular that was never sent; Invalid for one that was."""
    circular = work.hold(Circular, circular_id, version)
    require(circular.sent_at is None, IS_SENT, reference=circular.reference)
    row, activities = RemovedRow.of(circular), tuple(one.id for one in circular.activities)
    work.session.delete(circular)
    _flushed(work)
    return Done(circular_id, Undo(restore_circular, {"row": row, "activity_ids": activities}))


@operation("coordinator", "secretary", "chair")
def restore_circular(work: Work, *, row: RemovedRow, activity_ids: Sequence[int]) -> Done:
    """Put a removed circular back; its number stays its own, unless it was given away meanwhile."""
    values = dict(row.values)
    work.hold(Group, values["group_id"])
    names = ("group_id", "year", "number")
    same = select(Circular.id).where(*(getattr(Circular, name) == values[name] for name in names))
    if work.session.scalar(same) is not None:
        values["number"] = _next_number(work, values["group_id"], values["year"])
    if values["item_id"] is not None and work.session.get(AgendaItem, values["item_id"]) is None:
        values["item_id"] = None
    if values["entry_id"] is not None and work.session.get(MinutesEntry, values["entry_id"]) is None:
        values["entry_id"] = None
    circular = put_back(work, [RemovedRow(row.kind, values)])
    assert isinstance(circular, Circular)
    found = [work.session.get(PlanActivity, activity_id) for activity_id in activity_ids]
    circular.activities = [activity for activity in found if activity is not None]
    _flushed(work)
    return Done(circular.id, Undo(remove_circular, {"circular_id": circular.id, "version": circular.version}))


def _set(work: Work, circular: Circular, fields: CircularDetails) -> None:
    if fields.get("theme"):
        known = select(PicklistEntry.id).where(PicklistEntry.picklist == "theme", PicklistEntry.code == fields["theme"])
        require(work.session.scalar(known), "Choose a theme of the list.")
    for name in ("theme", "label"):
        if name in fields:
            setattr(circular, name, fields[name])
    if "item_id" in fields:
        item = None if fields["item_id"] is None else work.get(AgendaItem, fields["item_id"])
        is_its = item is None or item.meeting.group_id == circular.group.id
        require(is_its, "That item is on another group's agenda.")
        circular.item = item
        if circular.entry is not None and circular.entry.item is not item:
            circular.entry = None
    if "entry_id" in fields:
        entry = None if fields["entry_id"] is None else work.get(MinutesEntry, fields["entry_id"])
        check_decision(entry, circular.group)
        circular.entry = entry
        if entry is not None:
            circular.item = entry.item
    if "activity_ids" in fields:
        wanted = dict.fromkeys(fields["activity_ids"])
        circular.activities = [work.get(PlanActivity, activity_id) for activity_id in wanted]


def _fields_of(circular: Circular) -> dict[str, Any]:
    names = ("kind", "title", "text", "theme", "label", "item_id", "entry_id")
    activities = tuple(activity.id for activity in circular.activities)
    return {**{name: getattr(circular, name) for name in names}, "activity_ids": activities}


def _next_number(work: Work, group_id: int, year: int) -> int:
    last = select(func.max(Circular.number)).where(Circular.group_id == group_id, Circular.year == year)
    return (work.session.scalar(last) or 0) + 1


def _flushed(work: Work) -> None:
    work.session.flush()
    work.touched("circulars")
