"""Tie what the groups do to the activities of an action plan, and take a tie away again: a fact of the register.

What was said at a meeting and written in a case stays as it is: ties are set after a meeting or a case is over, too.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm.attributes import flag_modified

from referral_desk.desk import Work, operation, require
from referral_desk.models import AgendaItem, Case, PlanActivity
from referral_desk.operations.holding import held_item
from referral_desk.operations.outcome import Done, Undo
from referral_desk.texts import N_

LINKED: Final = N_("“{title}” is linked to {activity} already.")
NOT_LINKED: Final = N_("“{title}” is not linked to {activity}.")
CALLED_OFF: Final = N_("The meeting of “{title}” was called off: it counts for no activity.")


@operation("coordinator", "secretary", "chair")
def link_item_to_plan(work: Work, *, item_id: int, version: int, activity_id: int) -> Done:
    """Tie an agenda item to an activity; actions and decisions count with their item (S1 "Cross-cutting" 4).

    Invalid where it is tied already, or its meeting was called off.
    """
    item, activity = held_item(work, item_id, version), work.get(PlanActivity, activity_id)
    require(not item.meeting.is_cancelled, CALLED_OFF, title=item.title)
    _link(item, activity)
    return _kept(work, item, Undo(unlink_item_from_plan, {"item_id": item.id, "activity_id": activity.id}))


@operation("coordinator", "secretary", "chair")
def unlink_item_from_plan(work: Work, *, item_id: int, version: int, activity_id: int) -> Done:
    """Take the tie of an agenda item to an activity away; Invalid where there is none."""
    item, activity = held_item(work, item_id, version), work.get(PlanActivity, activity_id)
    _unlink(item, activity)
    return _kept(work, item, Undo(link_item_to_plan, {"item_id": item.id, "activity_id": activity.id}))


@operation("coordinator", "secretary", "chair")
def link_case_to_plan(work: Work, *, case_id: int, version: int, activity_id: int) -> Done:
    """Tie a case to an activity, open or closed; Invalid where it is tied already."""
    case, activity = work.hold(Case, case_id, version), work.get(PlanActivity, activity_id)
    _link(case, activity)
    return _kept(work, case, Undo(unlink_case_from_plan, {"case_id": case.id, "activity_id": activity.id}))


@operation("coordinator", "secretary", "chair")
def unlink_case_from_plan(work: Work, *, case_id: int, version: int, activity_id: int) -> Done:
    """Take the tie of a case to an activity away; Invalid where there is none."""
    case, activity = work.hold(Case, case_id, version), work.get(PlanActivity, activity_id)
    _unlink(case, activity)
    return _kept(work, case, Undo(link_case_to_plan, {"case_id": case.id, "activity_id": activity.id}))


def _link(thing: AgendaItem | Case, activity: PlanActivity) -> None:
    require(activity not in thing.activities, LINKED, title=thing.title, activity=activity.number)
    thing.activities.append(activity)


def _unlink(thing: AgendaItem | Case, activity: PlanActivity) -> None:
    require(activity in thing.activities, NOT_LINKED, title=thing.title, activity=activity.number)
    thing.activities.remove(activity)


def _kept(work: Work, thing: AgendaItem | Case, back: Undo) -> Done:
    # Activities are kept in a table of their own: the version must tell of it all the same.
    flag_modified(thing, "title")
    work.session.flush()
    work.touched("agenda" if isinstance(thing, AgendaItem) else "cases")
    return Done(thing.id, Undo(back.operation, {**back.arguments, "version": thing.version}))
