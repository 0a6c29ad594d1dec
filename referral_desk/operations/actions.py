"""What one does with actions: agree on one, change its words, owner, deadline and weight, take a slip back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict, Unpack

from sqlalchemy import func, select

from referral_desk.desk import Work, operation, require
from referral_desk.models import (
    ActionItem,
    ActionProgress,
    AgendaItem,
    Group,
    Minutes,
    MinutesEntry,
    Organisation,
    Person,
    PicklistEntry,
)
from referral_desk.models.actions import NEEDS_DUE
from referral_desk.models.findings import refuse_first
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.texts import N_
from referral_desk.vocabulary import ActionState, Label, MinutesState, Priority, ProgressKind

IN_MINUTES: Final = N_("The minutes of that meeting are still being written: change the words there.")
IS_USED: Final = N_("{reference} has a story by now: close it with a reason instead, so that nothing is lost.")


class ActionDetails(TypedDict, total=False):
    """What can be said of an action beside its text; what is not given stays. Naming an owner replaces the other."""

    owner_person_id: int | None
    owner_organisation_id: int | None
    contact_id: int | None
    due: dt.date | None
    priority: Priority
    theme: str
    label: Label


class ActionFields(ActionDetails, total=False):
    """What can be changed about an action."""

    text: str


@dataclass(frozen=True)
class ActionBefore:
    """How an action stood before a change, the version it had after it, and the lines that the change told."""

    action_id: int
    version: int
    values: dict[str, Any]
    lines: tuple[int, ...]


Changed = tuple[ActionItem, dict[str, Any], Sequence[ActionProgress]]
"""An action that was changed, how it stood before, and the lines that its story got."""


@operation("coordinator", "secretary", "chair")
def add_action(
    work: Work, *, group_id: int, text: str, item_id: int | None = None, **fields: Unpack[ActionDetails]
) -> Done:
    """Agree on an action of a group, at an item or outside a meeting.

    Invalid without text, owner and due day, or where the owner belongs to no body of the group on the meeting's day,
    or today (V9).
    """
    refuse_cpr(text)
    group, item = work.get(Group, group_id), None if item_id is None else work.get(AgendaItem, item_id)
    require(item is None or item.meeting.group_id == group_id, "That item is on another group's agenda.")
    owner = _owner(work, fields)
    _check_theme(work, fields.get("theme", ""))
    made = make_action(
        work,
        group,
        text=text,
        item=item,
        owner_person=owner[0],
        owner_organisation=owner[1],
        contact=owner[2],
        due=fields.get("due"),
        priority=fields.get("priority", Priority.NORMAL),
        theme=fields.get("theme", ""),
        label=fields.get("label"),
    )
    made.check(min(work.today, item.meeting.day) if item is not None else work.today)
    return Done(made.id, Undo(remove_action, {"action_id": made.id, "version": made.version}))


@operation("coordinator", "secretary", "chair")
def edit_action(work: Work, *, action_id: int, version: int, **fields: Unpack[ActionFields]) -> Done:
    """Change an open action. Invalid once it is closed, where the new owner is a stranger to the group today (V9),
    where a due day is taken away, or for the words of an action whose minutes are not approved yet.
    """  # noqa: D205 - one sentence, and what it refuses
    action = work.hold(ActionItem, action_id, version)
    action.check_open()
    before = values_of(action)
    # A look-up in between would write the changes so far, and count a version for each.
    owner = _owner(work, fields) if fields.keys() & {"owner_person_id", "owner_organisation_id", "contact_id"} else None
    _check_theme(work, fields.get("theme", ""))
    lines = []
    if "text" in fields and fields["text"].strip() != action.text:
        refuse_cpr(fields["text"])
        require(not _is_in_open_minutes(work, action), IN_MINUTES)
        told = action.text
        action.say(fields["text"])
        lines.append(tell(work, action, ProgressKind.TEXT, before=told, after=action.text))
    if owner is not None:
        told = action.owner_name
        action.own(*owner)
        refuse_first(action.outsiders(work.today))
        if action.owner_name != told:
            lines.append(tell(work, action, ProgressKind.OWNER, before=told, after=action.owner_name))
    if "due" in fields and fields["due"] != action.due:
        lines.append(_postpone(work, action, fields["due"]))
    for name in ("priority", "theme", "label"):
        if name in fields:
            setattr(action, name, fields[name])
    return kept(work, [(action, before, lines)])


@operation("coordinator", "secretary", "chair")
def move_due(work: Work, *, actions: Sequence[tuple[int, int]], days: int = 0, due: dt.date | None = None) -> Done:
    """Give some open actions (id, version) another due day, or move each by so many days from the one it has.

    One without a due day moves from today. Invalid for a closed one: then none is changed.
    """
    changed: list[Changed] = []
    for action in held(work, actions):
        action.check_open()
        day = due or (action.due or work.today) + dt.timedelta(days=days)
        if day != action.due:
            before = values_of(action)
            changed.append((action, before, [_postpone(work, action, day)]))
    return kept(work, changed)


@operation("coordinator", "secretary", "chair")
def set_priority(work: Work, *, actions: Sequence[tuple[int, int]], priority: Priority) -> Done:
    """Say how much some open actions (id, version) matter."""
    changed: list[Changed] = []
    for action in held(work, actions):
        action.check_open()
        before = values_of(action)
        action.priority = priority
        changed.append((action, before, []))
    return kept(work, changed)


@operation("coordinator", "secretary", "chair")
def remove_action(work: Work, *, action_id: int, version: int) -> Done:
    """Take away an action that was made by mistake; Invalid once it has a story or stands in minutes."""
    action = work.hold(ActionItem, action_id, version)
    in_minutes = work.session.scalar(select(MinutesEntry.id).where(MinutesEntry.action_id == action.id).limit(1))
    is_used = len(action.progress) > 1 or action.transferred_from is not None or in_minutes
    require(not is_used, IS_USED, reference=action.reference)
    again = [RemovedRow.of(row) for row in (action, *action.progress)]
    work.session.delete(action)
    work.touched("actions")
    return Done(action_id, Undo(restore_action, {"rows": again}))


@operation("coordinator", "secretary", "chair")
def restore_action(work: Work, *, rows: Sequence[RemovedRow]) -> Done:
    """Put a removed action back with its story; its number stays its own, unless it was given away meanwhile."""
    values = dict(rows[0].values)
    work.hold(Group, values["group_id"])
    same = select(ActionItem.id).where(
        *(getattr(ActionItem, name) == values[name] for name in ("group_id", "year", "number"))
    )
    if work.session.scalar(same) is not None:
        values["number"] = _next_number(work, values["group_id"], values["year"])
    action = put_back(work, [RemovedRow(rows[0].kind, values), *rows[1:]])
    work.touched("actions")
    return Done(action.id, Undo(remove_action, {"action_id": action.id, "version": action.version}))


@operation("coordinator", "secretary", "chair")
def take_back_actions(work: Work, *, changes: Sequence[ActionBefore], made: tuple[int, int] | None = None) -> Done:
    """Undo a change of some actions: all is as it was, and the story does not tell of the slip.

    `made` is an action (id, version) that the change made, and that goes with it. Stale where somebody was faster.
    """
    found = held(work, [(change.action_id, change.version) for change in changes])
    by_id = {action.id: action for action in found}
    for change in changes:
        action = by_id[change.action_id]
        for name, value in change.values.items():
            setattr(action, name, value)
        action.progress = [line for line in action.progress if line.id not in change.lines]
    work.session.flush()
    if made is not None:
        follower = work.hold(ActionItem, *made)
        require(len(follower.progress) == 1, IS_USED, reference=follower.reference)
        work.session.delete(follower)
        work.session.flush()
    work.touched("actions")
    return Done(changes[0].action_id)


def make_action(
    work: Work,
    group: Group,
    *,
    text: str,
    item: AgendaItem | None = None,
    owner_person: Person | None = None,
    owner_organisation: Organisation | None = None,
    contact: Person | None = None,
    due: dt.date | None = None,
    priority: Priority = Priority.NORMAL,
    theme: str = "",
    label: Label | None = None,
) -> ActionItem:
    """Make an action of a group and give it its number; it is flushed, so that it has an id.

    Owner and due day may be missing, and the owner may be a stranger to the group, as long as the minutes are a draft:
    `ActionItem.lacks` says so, and `ActionItem.check` refuses (V9). Without a label it has its item's. Invalid for an
    empty text, for two owners, and for a contact without an organisation.
    """
    # Numbers are given one after the other: two desks that agree on something at once wait for each other.
    work.session.flush()
    work.hold(Group, group.id)
    made = ActionItem(
        group=group,
        year=work.today.year,
        number=_next_number(work, group.id, work.today.year),
        item=item,
        due=due,
        priority=priority,
        theme=theme,
        label=label or (item.label if item is not None else Label.INTERNAL),
        state=ActionState.OPEN,
        reason="",
        created_on=work.today,
    )
    made.say(text)
    made.own(owner_person, owner_organisation, contact)
    tell(work, made, ProgressKind.MADE, after=due.isoformat() if due else "", state=ActionState.OPEN)
    work.session.add(made)
    work.session.flush()
    work.touched("actions")
    return made


def tell(
    work: Work,
    action: ActionItem,
    kind: ProgressKind,
    text: str = "",
    *,
    before: str = "",
    after: str = "",
    state: ActionState | None = None,
) -> ActionProgress:
    """Write a line into an action's story."""
    line = ActionProgress(
        at=work.now, who=work.user.name, kind=kind, text=text.strip(), before=before, after=after, state=state
    )
    action.progress.append(line)
    return line


def held(work: Work, actions: Iterable[tuple[int, int | None]]) -> list[ActionItem]:
    """Some actions (id, version), held until the end in the order of their ids, given in the order asked for."""
    told = list(dict.fromkeys(actions))
    require(told, "Choose an action first.")
    found = {action_id: work.hold(ActionItem, action_id, version) for action_id, version in sorted(told)}
    return [found[action_id] for action_id, _version in told]


def kept(
    work: Work,
    changed: Sequence[Changed],
    made: ActionItem | None = None,
) -> Done:
    """Keep changed actions, each with its values before and the lines told, and say how to take all of it back."""
    work.session.flush()
    work.touched("actions")
    if not changed:
        return Done(0)
    changes = tuple(
        ActionBefore(action.id, action.version, before, tuple(line.id for line in lines))
        for action, before, lines in changed
    )
    first = made or changed[0][0]
    undo = Undo(take_back_actions, {"changes": changes, "made": (made.id, made.version) if made else None})
    return Done(first.id, undo)


def values_of(action: ActionItem) -> dict[str, Any]:
    """All that a change may touch, as it is now: what undo puts back."""
    return {name: getattr(action, name) for name in _CHANGEABLE}


_CHANGEABLE: Final = (
    "text",
    "searchable",
    "owner_person_id",
    "owner_organisation_id",
    "contact_id",
    "due",
    "priority",
    "theme",
    "label",
    "state",
    "reason",
    "closed_on",
    "transferred_to_id",
)


def _postpone(work: Work, action: ActionItem, due: dt.date | None) -> ActionProgress:
    require(due is not None, NEEDS_DUE)
    before, action.due = action.due, due
    return tell(work, action, ProgressKind.DUE, before=_iso(before), after=_iso(due))


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _owner(work: Work, fields: ActionDetails) -> tuple[Person | None, Organisation | None, Person | None]:
    person_id, body_id = fields.get("owner_person_id"), fields.get("owner_organisation_id")
    contact_id = fields.get("contact_id")
    return (
        None if person_id is None else work.get(Person, person_id),
        None if body_id is None else work.get(Organisation, body_id),
        None if contact_id is None else work.get(Person, contact_id),
    )


def _check_theme(work: Work, theme: str) -> None:
    known = select(PicklistEntry.id).where(PicklistEntry.picklist == "theme", PicklistEntry.code == theme)
    require(not theme or work.session.scalar(known), "Choose a theme of the list.")


def _is_in_open_minutes(work: Work, action: ActionItem) -> bool:
    found = (
        select(MinutesEntry.id)
        .join(Minutes, Minutes.id == MinutesEntry.minutes_id)
        .where(MinutesEntry.action_id == action.id, Minutes.state != MinutesState.APPROVED)
    )
    return work.session.scalar(found.limit(1)) is not None


def _next_number(work: Work, group_id: int, year: int) -> int:
    last = select(func.max(ActionItem.number)).where(ActionItem.group_id == group_id, ActionItem.year == year)
    return (work.session.scalar(last) or 0) + 1
