"""Correct approved minutes: a new edition that says what the last one said, but for the changes that are named (V6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from referral_desk.desk import CHANGED, Work, operation, require
from referral_desk.errors import Stale
from referral_desk.guard.meeting_leaks import entry_field
from referral_desk.models import ActionItem, AgendaItem, Minutes, MinutesEntry, Organisation, Person
from referral_desk.models.actions import Agreed
from referral_desk.models.editions import Named
from referral_desk.operations.actions import make_action
from referral_desk.operations.editions import Wording, freeze
from referral_desk.operations.holding import held_minutes
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.outcome import Done, refuse_cpr
from referral_desk.texts import is_blank
from referral_desk.vocabulary import EntryKind, ItemOutcome, Label


@dataclass(frozen=True)
class Addition:
    """What a correction adds under an item; an action says who does it and by when (V9)."""

    item_id: int
    kind: EntryKind
    text: str
    owner_person_id: int | None = None
    owner_organisation_id: int | None = None
    due: dt.date | None = None


@operation("coordinator", "secretary", "chair")
def correct_minutes(
    work: Work,
    *,
    minutes_id: int,
    version: int,
    reason: str,
    texts: Mapping[int, str],
    wording: Wording,
    added: Sequence[Addition] = (),
    kept: Collection[Keep] = (),
) -> Done:
    """Freeze a new edition of approved minutes: `texts` gives entries their new words by id, `added` what was missed.

    The edition before stays as it is, and the new one differs from it in nothing else, whatever the record says by now.
    An action that is added is one of the group's from then on, with that entry as its origin. Invalid without a reason,
    without a change, before approval, or for an action without its facts (V9).
    Finds of the leak alarm are told by "entry" with the id, and by "added" with the place among the additions, from 1.
    """
    refuse_cpr(reason, *texts.values(), *(one.text for one in added))
    minutes = held_minutes(work, minutes_id, version)
    require(minutes.is_frozen, "Only approved minutes are corrected: these can still be written in.")
    require(not is_blank(reason), "Say why the minutes are corrected: it stands in the new edition.")
    entries = {entry.id: entry for entry in minutes.entries}
    if not texts.keys() <= entries.keys():
        raise Stale(CHANGED)
    changed = {key: text.strip() for key, text in texts.items() if entries[key].text.strip() != text.strip()}
    additions = [one for one in added if not is_blank(one.text)]
    require(changed or additions, "Nothing is different from the approved text: change what was wrong.")
    said = {entry_field(key): text for key, text in changed.items()}
    said |= {f"added {place}": one.text for place, one in enumerate(additions, 1)}
    check_leaks(work, said, kept, subject=Subject("minutes", minutes.id), names=False)
    for key, text in changed.items():
        entries[key].text, entries[key].changed_at, entries[key].changed_by = text, work.now, work.user.name
    made = [_add(work, minutes, one) for one in additions]
    work.session.flush()
    work.touched("entries")
    new = {entry.id for entry in made}
    touched = [*made, *(entries[key] for key in changed)]
    named = Named(
        words=frozenset({*changed, *new}),
        kinds=frozenset(new),
        labels=frozenset(new),
        outcomes=frozenset(entry.item_id for entry in touched if entry.item.outcome is ItemOutcome.OPEN),
    )
    return freeze(work, minutes, wording, reason, named)


def _add(work: Work, minutes: Minutes, one: Addition) -> MinutesEntry:
    item = work.get(AgendaItem, one.item_id)
    require(item.meeting_id == minutes.meeting_id, "This item stands on another meeting's agenda.")
    action = _agreed(work, item, one) if one.kind is EntryKind.ACTION else None
    last = max((entry.position for entry in minutes.entries if entry.item_id == item.id), default=-1)
    made = MinutesEntry(
        item=item,
        kind=one.kind,
        text=one.text.strip(),
        # What is missed under a confidential item is as confidential.
        label=item.label if item.label is Label.CONFIDENTIAL else Label.INTERNAL,
        action=action,
        position=last + 1,
        changed_at=work.now,
        changed_by=work.user.name,
    )
    made.agree(action.terms if action is not None else Agreed())
    minutes.entries.append(made)
    return made


def _agreed(work: Work, item: AgendaItem, one: Addition) -> ActionItem:
    made = make_action(
        work,
        item.meeting.group,
        text=one.text,
        item=item,
        owner_person=None if one.owner_person_id is None else work.get(Person, one.owner_person_id),
        owner_organisation=(
            None if one.owner_organisation_id is None else work.get(Organisation, one.owner_organisation_id)
        ),
        due=one.due,
    )
    made.check(item.meeting.day)
    return made
