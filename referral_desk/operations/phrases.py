"""Word anew how items of the minutes begin and how letters open and close: for all groups, or for one."""

from __future__ import annotations

import json
from collections.abc import Mapping

from referral_desk.desk import Work, operation
from referral_desk.models import Group
from referral_desk.models.settings import phrases_key, phrases_told, setting_to_change
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.vocabulary.phrases import NAMES, check_phrase


@operation("coordinator", "administrator")
def set_phrases(work: Work, *, texts: Mapping[str, str | None], group_id: int | None = None) -> Done:
    """Set words by name (`phrase_name`); None takes a setting back, so that what holds otherwise holds again.

    Without a group they hold for every group that has none of its own. What is not named stays. Invalid for words
    that cannot be filled in (`check_phrase`).
    """
    for name, text in texts.items():
        if text is not None:
            check_phrase(NAMES[name], text)
            refuse_cpr(text)
    code = None if group_id is None else work.get(Group, group_id).code
    kept = setting_to_change(work.session, phrases_key(code))
    told = phrases_told(kept.value)
    before = {name: told.get(name) for name in texts}
    changed = {name: text.strip() if text is not None else None for name, text in texts.items()}
    now = {name: text for name, text in {**told, **changed}.items() if text is not None}
    kept.value = json.dumps(now, sort_keys=True, ensure_ascii=False)
    work.session.flush()
    work.touched("settings")
    return Done(kept.id, Undo(set_phrases, {"texts": before, "group_id": group_id}))
