"""How an action goes on: begun, done, given up with a reason, handed over, opened again, a word about its progress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from referral_desk.desk import Work, operation, require
from referral_desk.models import ActionItem, Group, Organisation, Person
from referral_desk.operations.actions import (
    ActionBefore,
    Changed,
    held,
    kept,
    make_action,
    take_back_actions,
    tell,
    values_of,
)
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.texts import is_blank
from referral_desk.vocabulary import ActionState, ProgressKind


@operation("coordinator", "secretary", "chair")
def set_action_state(work: Work, *, actions: Sequence[tuple[int, int]], state: ActionState, reason: str = "") -> Done:
    """Say how far some actions (id, version) are: all of them, or none (Invalid).

    "Not possible" and "not done" need a reason. A closed action that is set open or in progress is opened again;
    "transferred" is `transfer_action`'s.
    """
    refuse_cpr(reason)
    changed: list[Changed] = []
    for action in held(work, actions):
        if action.state is state:
            continue
        before = values_of(action)
        _take_step(work, action, state, reason)
        changed.append((action, before, [tell(work, action, ProgressKind.STATE, reason, state=state)]))
    return kept(work, changed)


@operation("coordinator", "secretary", "chair")
def transfer_action(
    work: Work,
    *,
    action_id: int,
    version: int,
    reason: str = "",
    group_id: int | None = None,
    owner_person_id: int | None = None,
    owner_organisation_id: int | None = None,
    contact_id: int | None = None,
    due: dt.date | None = None,
) -> Done:
    """Hand an action over to another owner or group: a new one goes on with it, and both know of each other.

    Gives the new one's id. Another group may still find its owner: that is a loose end there. In the own group the
    owner must belong to it today (V9; Invalid). Without a day it keeps the one it has.
    """
    refuse_cpr(reason)
    action = work.hold(ActionItem, action_id, version)
    before = values_of(action)
    action.check_open()
    group = action.group if group_id is None else work.get(Group, group_id)
    is_other = group is not action.group
    require(group.valid_on(work.today), "That group does not stand today: choose another one.")
    require(
        is_other or owner_person_id or owner_organisation_id, "Say to whom it is handed over: an owner, or a group."
    )
    made = make_action(
        work,
        group,
        text=action.text,
        # Another group's agenda has no place for it: the way back is the action that was handed over.
        item=None if is_other else action.item,
        owner_person=None if owner_person_id is None else work.get(Person, owner_person_id),
        owner_organisation=None if owner_organisation_id is None else work.get(Organisation, owner_organisation_id),
        contact=None if contact_id is None else work.get(Person, contact_id),
        due=due or action.due,
        priority=action.priority,
        theme=action.theme,
        label=action.closest_label,
    )
    if made.owner_person or made.owner_organisation or not is_other:
        made.check(work.today)
    made.progress[0].before = action.reference
    action.hand_over(made, work.today, reason)
    line = tell(work, action, ProgressKind.TRANSFERRED, reason, after=made.reference, state=ActionState.TRANSFERRED)
    return kept(work, [(action, before, [line])], made)


@operation("coordinator", "secretary", "chair")
def note_progress(work: Work, *, action_id: int, text: str) -> Done:
    """Write a word about how an action goes, open or closed; Invalid for nothing, and for a CPR number (V10)."""
    refuse_cpr(text)
    require(not is_blank(text), "Write what happened.")
    action = work.hold(ActionItem, action_id)
    line = tell(work, action, ProgressKind.NOTE, text)
    work.session.flush()
    work.touched("actions")
    undo = ActionBefore(action.id, action.version, {}, (line.id,))
    return Done(action.id, Undo(take_back_actions, {"changes": (undo,)}))


def _take_step(work: Work, action: ActionItem, state: ActionState, reason: str) -> None:
    require(state is not ActionState.TRANSFERRED, "Say to whom it is handed over: an owner, or a group.")
    if not state.is_open:
        action.close(state, work.today, reason)
        return
    if not action.state.is_open:
        action.reopen()
    if state is ActionState.IN_PROGRESS:
        action.begin()
    else:
        action.pause()
