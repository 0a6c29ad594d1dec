"""Say who in the directory the person at the desk is: what is owed this week follows from it."""

from __future__ import annotations

from sqlalchemy import select

from referral_desk.desk import Work, operation
from referral_desk.models import Person, Setting
from referral_desk.models.settings import me_key
from referral_desk.operations.outcome import Done, Undo


@operation("coordinator", "secretary", "chair", "administrator", "reader")
def choose_me(work: Work, *, person_id: int | None) -> Done:
    """Say that the user of the desk is this person; None takes it back."""
    key = me_key(work.user.name)
    kept = work.session.scalar(select(Setting).where(Setting.key == key).with_for_update())
    before = int(kept.value) if kept is not None else None
    if person_id is None:
        if kept is not None:
            work.session.delete(kept)
    else:
        work.get(Person, person_id)
        if kept is None:
            kept = Setting(key=key, value="")
            work.session.add(kept)
        kept.value = str(person_id)
    work.session.flush()
    work.touched("settings", "actions")
    return Done(person_id or 0, Undo(choose_me, {"person_id": before}))
