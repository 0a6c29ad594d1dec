"""Set how many working days before and after a meeting something is due: for all groups, or for one."""

from __future__ import annotations

import json
from collections.abc import Mapping

from referral_desk.deadlines import Deadlines
from referral_desk.desk import Work, operation
from referral_desk.models import Group
from referral_desk.models.settings import deadlines_key, deadlines_told, setting_to_change
from referral_desk.operations.outcome import Done, Undo


@operation("coordinator", "administrator")
def set_deadlines(work: Work, *, counts: Mapping[str, int | None], group_id: int | None = None) -> Done:
    """Set deadlines by name, in working days; None takes a setting back, so that what holds otherwise holds again.

    Without a group they hold for every group that has none of its own. What is not named stays. Invalid for a count
    that cannot be meant.
    """
    code = None if group_id is None else work.get(Group, group_id).code
    kept = setting_to_change(work.session, deadlines_key(code))
    told = deadlines_told(kept.value)
    before = {name: told.get(name) for name in counts}
    told = {name: count for name, count in {**told, **counts}.items() if count is not None}
    # Refuses what cannot be meant.
    Deadlines(**told)
    kept.value = json.dumps(told, sort_keys=True)
    work.session.flush()
    work.touched("settings")
    return Done(kept.id, Undo(set_deadlines, {"counts": before, "group_id": group_id}))
