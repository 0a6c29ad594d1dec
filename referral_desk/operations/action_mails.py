"""Log the mails that remind owners of their actions: the desk drafts them, people send them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from referral_desk.desk import Work, operation, require
from referral_desk.models import ActionItem, Mailing, Person
from referral_desk.models.mailings import told_as
from referral_desk.operations.actions import tell
from referral_desk.operations.outcome import Done
from referral_desk.vocabulary import MailingKind, ProgressKind


@dataclass(frozen=True)
class Reminded:
    """A mail that was drafted: to whom (None where the owner names nobody), and about which actions."""

    person_id: int | None
    action_ids: tuple[int, ...]


@operation("coordinator", "secretary", "chair")
def log_reminders(work: Work, *, mails: Sequence[Reminded]) -> Done:
    """Note that reminders were drafted: one mailing for all, and a line in the story of each action.

    A draft that was saved stays what it is, so there is nothing to take back.
    """
    require(mails, "There is nobody to remind: no open action has an owner here.")
    people = [work.get(Person, mail.person_id) for mail in mails if mail.person_id is not None]
    told = [asdict(told_as(person, MailingKind.REMINDER)) for person in people]
    made = Mailing(
        kind=MailingKind.REMINDER,
        drafted_at=work.now,
        drafted_by=work.user.name,
        recipients=json.dumps(told, ensure_ascii=False),
    )
    work.session.add(made)
    for mail in mails:
        name = work.get(Person, mail.person_id).name if mail.person_id is not None else ""
        for action_id in mail.action_ids:
            tell(work, work.get(ActionItem, action_id), ProgressKind.REMINDED, after=name)
    work.session.flush()
    work.touched("actions", "mailings")
    return Done(made.id)
