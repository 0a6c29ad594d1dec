"""What one does with actions: agree on one, change it, say how far it is, hand it over, open it again."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from referral_desk.desk import Work
from referral_desk.models import ActionItem, ActionProgress, AgendaItem, Group, Organisation, Person
from referral_desk.vocabulary import ActionState, Label, Priority, ProgressKind


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
        number=_next_number(work, group, work.today.year),
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


def _next_number(work: Work, group: Group, year: int) -> int:
    last = select(func.max(ActionItem.number)).where(ActionItem.group_id == group.id, ActionItem.year == year)
    return (work.session.scalar(last) or 0) + 1
