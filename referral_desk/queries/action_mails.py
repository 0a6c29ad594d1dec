"""The mails that remind owners of their open actions: who is written to, in which language, and about what."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid
from referral_desk.models import ActionItem, AgendaItem, Group, Meeting, MinutesEntry, Person
from referral_desk.models.settings import phrase_book
from referral_desk.queries.action_filters import OPEN
from referral_desk.queries.actions import ActionRow, action_rows
from referral_desk.queries.item_minutes import minutes_behind
from referral_desk.queries.leaving import Leaving, check_leaving
from referral_desk.texts import N_
from referral_desk.vocabulary import EntryKind, Label
from referral_desk.vocabulary.phrases import Phrases

MAILED = N_(
    "What {reference} would tell holds what looks like personal data ({count}): take each out of the action, its item"
    " or its minutes before a mail is drafted."
)


@dataclass(frozen=True)
class MailedAction:
    """An action as a mail tells it, with what was decided at its item."""

    row: ActionRow
    decisions: tuple[str, ...]

    @property
    def is_closed_annex(self) -> bool:
        """Whether its words may not stand in a mail."""
        return self.row.label is Label.CONFIDENTIAL


@dataclass(frozen=True)
class OwnerMail:
    """A mail to one owner. `person` is who is written to; an organisation without a contact has nobody by name."""

    owner: str
    person_id: int | None
    person: str
    email: str
    language: str
    actions: tuple[MailedAction, ...]
    phrases: Phrases = field(default_factory=Phrases)
    """How it begins and ends."""


def action_mails(
    session: Session,
    *,
    day: dt.date,
    language: str,
    action_ids: Sequence[int] | None = None,
    group_id: int | None = None,
) -> tuple[OwnerMail, ...]:
    """One mail for each owner of the chosen actions, with all that this owner has open, in the recipient's language.

    Without a choice every owner is written to; with a group only its actions are told. Actions without an owner are
    left out. A mail begins and ends with the words of the group whose actions it tells; where it tells those of
    several groups, with the words that they have alike, and where theirs differ with those of all groups.

    Invalid where a text looks like it holds a CPR number (V10), or what the leak alarm finds and nobody kept in the
    minutes behind it.
    """
    chosen = select(ActionItem).where(OPEN)
    if group_id is not None:
        chosen = chosen.where(ActionItem.group_id == group_id)
    wanted = chosen if action_ids is None else chosen.where(ActionItem.id.in_(action_ids))
    owners = {_key(action) for action in session.scalars(wanted)} - {None}
    rows: dict[tuple[str, int], list[int]] = defaultdict(list)
    for action in session.scalars(chosen):
        key = _key(action)
        if key is not None and key in owners:
            rows[key].append(action.id)
    every = [action_id for ids in rows.values() for action_id in ids]
    told = {said: _told(session, every, day, said) for said in _languages(session, rows) | {language}}
    decisions = _decisions(session, every)
    people = {row.id: row for row in session.scalars(select(Person).where(Person.id.in_(_people(rows))))}
    mails, book = [], phrase_book(session)
    codes = {row.id: row.code for row in session.execute(select(Group.id, Group.code))}
    for (kind, owner_id), ids in rows.items():
        person = people.get(owner_id) if kind == "person" else None
        said = person.language if person else language
        actions = tuple(
            MailedAction(row, decisions.get(row.item_id or 0, ())) for row in told[said] if row.id in set(ids)
        )
        words = book.shared(codes[action.row.group_id] for action in actions)
        mails.append(_mail(actions, person, said, words))
    _check_leaving(session, [action for mail in mails for action in mail.actions])
    return tuple(sorted(mails, key=lambda mail: (mail.owner, mail.person)))


def _mail(actions: tuple[MailedAction, ...], person: Person | None, language: str, words: Phrases) -> OwnerMail:
    for action in actions:
        _check(action)
    owner = actions[0].row.owner
    return OwnerMail(
        owner=owner,
        person_id=person.id if person else None,
        person=person.name if person else "",
        email=person.email if person else "",
        language=language,
        actions=actions,
        phrases=words,
    )


def _check(action: MailedAction) -> None:
    if any(cpr_numbers(text) for text in (action.row.text, action.row.item, *action.decisions)):
        raise Invalid(
            "What {reference} would tell holds what looks like a CPR number: take it out before a mail is drafted.",
            reference=action.row.reference,
        )


def _check_leaving(session: Session, actions: Sequence[MailedAction]) -> None:
    behind = minutes_behind(session, [one.row.item_id for one in actions])
    check_leaving(
        session,
        *(
            Leaving(
                one.row.reference,
                (one.row.text, one.row.item, *one.decisions),
                [*behind.get(one.row.item_id or 0, ()), ("action", one.row.id)],
                sentence=MAILED,
            )
            for one in actions
            if not one.is_closed_annex
        ),
    )


def _key(action: ActionItem) -> tuple[str, int] | None:
    person_id = action.owner_person_id or action.contact_id
    if person_id is not None:
        return ("person", person_id)
    return ("body", action.owner_organisation_id) if action.owner_organisation_id is not None else None


def _people(rows: dict[tuple[str, int], list[int]]) -> list[int]:
    return [key for kind, key in rows if kind == "person"]


def _languages(session: Session, rows: dict[tuple[str, int], list[int]]) -> set[str]:
    return set(session.scalars(select(Person.language).where(Person.id.in_(_people(rows))).distinct()))


def _told(session: Session, ids: list[int], day: dt.date, language: str) -> tuple[ActionRow, ...]:
    found = select(ActionItem).where(ActionItem.id.in_(ids))
    ordered = found.order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    return action_rows(session, ordered.options(selectinload(ActionItem.contact)), day=day, language=language)


def _decisions(session: Session, ids: list[int]) -> dict[int, tuple[str, ...]]:
    """What was decided at the items that some actions come from; nothing of a closed annex."""
    items = select(ActionItem.item_id).where(ActionItem.id.in_(ids))
    found = session.execute(
        select(MinutesEntry.item_id, MinutesEntry.text)
        .join(AgendaItem, AgendaItem.id == MinutesEntry.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            MinutesEntry.item_id.in_(items),
            MinutesEntry.kind == EntryKind.DECISION,
            MinutesEntry.label != Label.CONFIDENTIAL,
            AgendaItem.label != Label.CONFIDENTIAL,
            Meeting.label != Label.CONFIDENTIAL,
        )
        .order_by(MinutesEntry.item_id, MinutesEntry.position, MinutesEntry.id)
    )
    told: dict[int, tuple[str, ...]] = {}
    for item_id, text in found:
        if text.strip():
            told[item_id] = (*told.get(item_id, ()), " ".join(text.split()))
    return told
