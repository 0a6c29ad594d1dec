"""Correct approved minutes: a new edition that says what the last one said, but for the changes that are named (V6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from referral_desk.desk import CHANGED, Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.guard.meeting_leaks import entry_field
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Meeting,
    Minutes,
    MinutesEntry,
    Organisation,
    Person,
)
from referral_desk.models.actions import Agreed
from referral_desk.models.editions import Named
from referral_desk.models.findings import refuse_first
from referral_desk.operations.actions import make_action, tell
from referral_desk.operations.attendance_sheet import out_of
from referral_desk.operations.carrying import carry
from referral_desk.operations.corrected_sheet import (
    check_led,
    correct_absences,
    correct_coming,
    correct_head,
    out_said,
    sheet_said,
)
from referral_desk.operations.editions import Wording, freeze
from referral_desk.operations.entries import check_not_cited, is_untouched
from referral_desk.operations.holding import held_minutes
from referral_desk.operations.item_outcomes import come_back, say_outcome
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.meeting_head import HeadFields, tidy
from referral_desk.operations.outcome import Done, refuse_cpr
from referral_desk.texts import is_blank
from referral_desk.vocabulary import AttendanceState, EntryKind, ItemOutcome, Label, ProgressKind


@dataclass(frozen=True)
class Addition:
    """What a correction adds under an item; an action says who does it and by when (V9)."""

    item_id: int
    kind: EntryKind
    text: str
    owner_person_id: int | None = None
    owner_organisation_id: int | None = None
    due: dt.date | None = None


@dataclass(frozen=True)
class Missed:
    """Somebody who came and does not stand in the minutes: a guest, or a deputy in the place of a line of the sheet.

    `person_id` is of the directory; `new_person` names somebody of an organisation who is not in it yet.
    """

    person_id: int | None = None
    new_person: str = ""
    organisation_id: int | None = None
    instead_of: int | None = None


@dataclass(frozen=True)
class Terms:
    """Who does an approved action, and by when, as it was really agreed."""

    owner_person_id: int | None = None
    owner_organisation_id: int | None = None
    due: dt.date | None = None


@dataclass(frozen=True)
class Corrected:
    """What a correction changes, by ids of entries, items and lines of the sheet; what is as it was counts for nothing.

    `texts` gives entries other words (none take an entry out), `kinds` and `labels` another kind and label; `added` is
    what was missed; `agreed` says who does an action by when. `came` says who was there, `missed` who else. `outcomes`
    says what became of an item, and why; `out`, by items and then by lines, who was out of the room for it: True for a
    conflict of interest, None who was in the room after all. `times` are when the meeting began and ended (Copenhagen
    wall time), `head` what is said of the meeting itself.
    """

    texts: Mapping[int, str] = field(default_factory=dict)
    kinds: Mapping[int, EntryKind] = field(default_factory=dict)
    labels: Mapping[int, Label] = field(default_factory=dict)
    added: Sequence[Addition] = ()
    agreed: Mapping[int, Terms] = field(default_factory=dict)
    came: Mapping[int, AttendanceState] = field(default_factory=dict)
    missed: Sequence[Missed] = ()
    outcomes: Mapping[int, tuple[ItemOutcome, str]] = field(default_factory=dict)
    out: Mapping[int, Mapping[int, bool | None]] = field(default_factory=dict)
    times: tuple[dt.time | None, dt.time | None] | None = None
    head: HeadFields = field(default_factory=HeadFields)

    def words(self) -> dict[str, str]:
        """All that is written in it, by the name under which the leak alarm tells of it."""
        return (
            {entry_field(key): text for key, text in self.texts.items()}
            | {f"added {place}": one.text for place, one in enumerate(self.added, 1)}
            | {f"outcome {key}": reason for key, (_, reason) in self.outcomes.items() if reason}
            | {name: self.head[name] for name in ("title", "place") if self.head.get(name)}
        )


@operation("coordinator", "secretary", "chair")
def correct_minutes(
    work: Work,
    *,
    minutes_id: int,
    version: int,
    reason: str,
    corrected: Corrected,
    wording: Wording,
    kept: Collection[Keep] = (),
) -> Done:
    """Freeze a new edition of approved minutes with some things put right, in the record too.

    The edition before stays as it is, and the new one differs from it in nothing else, whatever the record says by now.
    An action that is added is one of the group's from then on, with that entry as its origin; one that becomes a note
    stays on the list if somebody has said something of it. Invalid without a reason, without a change, before approval,
    for an action without its facts (V9), and for what cannot be said of an item or of who came.
    An action whose owner or day was put right follows where it still stood as the minutes had it.
    Finds of the leak alarm are told by "entry" and "outcome" with the id, by "added" with the place, from 1, and by
    "title" and "place".
    """
    minutes = held_minutes(work, minutes_id, version)
    require(minutes.is_frozen, "Only approved minutes are corrected: these can still be written in.")
    require(not is_blank(reason), "Say why the minutes are corrected: it stands in the new edition.")
    entries = {entry.id: entry for entry in minutes.entries}
    real = _real(minutes, entries, corrected)
    words = real.words()
    refuse_cpr(reason, *words.values())
    require(real != Corrected(), "Nothing is different from the approved text: change what was wrong.")
    meeting = minutes.meeting
    before, was_out = sheet_said(meeting), out_said(meeting)
    if real.head:
        # First: where a meeting was is an ordinary address.
        correct_head(work, meeting, real.head)
    check_leaks(work, words, kept, subject=Subject("minutes", minutes.id), names=False)
    correct_coming(work, meeting, real.came, real.missed)
    check_led(meeting, real.head)
    correct_absences(work, meeting, real.out)
    after, is_out = sheet_said(meeting), out_said(meeting)
    if (before, was_out) != (after, is_out):
        work.touched("attendance")
    terms = {key: _terms(entries[key].agreed) for key in real.agreed}
    named = Named(
        words=frozenset(real.texts),
        kinds=frozenset(real.kinds),
        labels=frozenset(real.labels),
        owners=frozenset(
            key for key, asked in real.agreed.items() if replace(asked, due=None) != replace(terms[key], due=None)
        ),
        dues=frozenset(key for key, asked in real.agreed.items() if asked.due != terms[key].due),
        people=frozenset(key for key, said in after.items() if before.get(key) != said),
        out=frozenset(key for key in was_out.keys() | is_out.keys() if was_out.get(key) != is_out.get(key)),
        outcomes=frozenset(real.outcomes),
        head=frozenset(name.removesuffix("_id") for name in real.head),
        times=real.times is not None,
    )
    if real.times is not None:
        meeting.correct_times(*real.times)
    for key, asked in real.agreed.items():
        _agree(work, entries[key], asked)
    for key in real.texts.keys() | real.kinds.keys() | real.labels.keys():
        _rewrite(work, entries[key], real)
    made = [_add(work, minutes, one) for one in real.added]
    work.session.flush()
    for key, (outcome, why) in real.outcomes.items():
        _become(work, key, outcome, why)
    work.session.flush()
    work.touched("entries")
    new = frozenset(entry.id for entry in made)
    # What became of an item of which nobody said it is what its entries show.
    touched = [*made, *(entries[key] for key in named.entries)]
    shown = frozenset(entry.item_id for entry in touched if entry.item.outcome is ItemOutcome.OPEN)
    named = replace(
        named,
        words=named.words | new,
        kinds=named.kinds | new,
        labels=named.labels | new,
        outcomes=named.outcomes | shown,
    )
    return freeze(work, minutes, wording, reason, named)


def _real(minutes: Minutes, entries: Mapping[int, MinutesEntry], asked: Corrected) -> Corrected:
    """What is asked without what is so already; Stale for what is not of these minutes."""
    meeting = minutes.meeting
    people = {row.id: row for row in meeting.attendance}
    items = {item.id: item for item in meeting.items}
    of_entries = (asked.texts, asked.kinds, asked.labels, asked.agreed)
    known = (
        *((entries, named) for named in of_entries),
        *((items, named) for named in (asked.outcomes, asked.out)),
        *((people, named) for named in (asked.came, *asked.out.values())),
    )
    if not all(named.keys() <= rows.keys() for rows, named in known):
        raise Stale(CHANGED)
    times = asked.times if asked.times != (meeting.began, meeting.ended) else None
    return Corrected(
        texts={key: text.strip() for key, text in asked.texts.items() if entries[key].text.strip() != text.strip()},
        kinds={key: kind for key, kind in asked.kinds.items() if entries[key].kind is not kind},
        labels={key: one for key, one in asked.labels.items() if entries[key].label is not one},
        added=tuple(one for one in asked.added if not is_blank(one.text)),
        agreed={key: one for key, one in asked.agreed.items() if one != _terms(entries[key].agreed)},
        came={key: state for key, state in asked.came.items() if people[key].state is not state},
        missed=tuple(asked.missed),
        outcomes={
            key: (outcome, " ".join(why.split()))
            for key, (outcome, why) in asked.outcomes.items()
            if minutes.editions[-1].became(key) != (outcome, " ".join(why.split()))
        },
        out=_real_out(people, asked.out),
        times=times,
        head=_real_head(meeting, asked.head),
    )


def _real_out(
    people: Mapping[int, Attendance], asked: Mapping[int, Mapping[int, bool | None]]
) -> dict[int, dict[int, bool | None]]:
    told = {
        item_id: {key: why for key, why in lines.items() if out_of(people[key]).get(item_id) is not why}
        for item_id, lines in asked.items()
    }
    return {item_id: lines for item_id, lines in told.items() if lines}


def _real_head(meeting: Meeting, asked: HeadFields) -> HeadFields:
    told = {name: value for name, value in tidy(asked).items() if value != getattr(meeting, name)}
    return cast("HeadFields", told)


def _terms(agreed: Agreed) -> Terms:
    return Terms(
        agreed.person.id if agreed.person else None,
        agreed.organisation.id if agreed.organisation else None,
        agreed.due,
    )


def _rewrite(work: Work, entry: MinutesEntry, real: Corrected) -> None:
    kind, text = real.kinds.get(entry.id, entry.kind), real.texts.get(entry.id, entry.text)
    if kind is EntryKind.ACTION and entry.kind is not kind:
        raise Invalid("An action says who does it and by when: add it as a new one, and take the words out here.")
    if kind is not EntryKind.DECISION or is_blank(text):
        check_not_cited(work, entry)
    if kind is not EntryKind.ACTION and entry.action is not None:
        action, entry.action = entry.action, None
        entry.agree(Agreed())
        if is_untouched(action):
            work.session.delete(action)
        work.touched("actions")
    entry.kind, entry.text, entry.label = kind, text, real.labels.get(entry.id, entry.label)
    if entry.action is not None:
        entry.action.label = entry.label
    entry.changed_at, entry.changed_by = work.now, work.user.name


def _agree(work: Work, entry: MinutesEntry, asked: Terms) -> None:
    """Say who does an action by when; it follows where it still stands as it was agreed."""
    before, action = entry.agreed, entry.action
    if entry.kind is not EntryKind.ACTION or action is None:
        raise Invalid("Only an action says who does it and by when.")
    now = replace(before, due=asked.due)
    if _terms(replace(before, due=None)) != replace(asked, due=None):
        person = None if asked.owner_person_id is None else work.get(Person, asked.owner_person_id)
        body = None if asked.owner_organisation_id is None else work.get(Organisation, asked.owner_organisation_id)
        now = Agreed(person, body, due=asked.due)
    refuse_first(action.lacks(entry.minutes.meeting.day, now))
    entry.agree(now)
    action = work.hold(ActionItem, action.id)
    if action.state.is_open:
        _follow(work, action, before, now)


def _follow(work: Work, action: ActionItem, before: Agreed, now: Agreed) -> None:
    stood = action.terms
    if replace(now, due=None) != replace(before, due=None) == replace(stood, due=None):
        told = action.owner_name
        action.own(now.person, now.organisation, now.contact)
        tell(work, action, ProgressKind.OWNER, before=told, after=action.owner_name)
        work.touched("actions")
    if now.due != before.due == stood.due:
        days = [day.isoformat() if day else "" for day in (stood.due, now.due)]
        action.due = now.due
        tell(work, action, ProgressKind.DUE, before=days[0], after=days[1])
        work.touched("actions")


def _become(work: Work, item_id: int, outcome: ItemOutcome, reason: str) -> None:
    item = work.hold(AgendaItem, item_id)
    require(outcome is not ItemOutcome.OPEN, "Say what became of the item: approved minutes do not leave it open.")
    require(item.approves_id is None, "This item decides on other minutes: what became of it follows from those.")
    work.touched("agenda", "meetings")
    if item.outcome is outcome:
        item.outcome_reason = reason
        return
    if item.outcome is ItemOutcome.CARRIED:
        come_back(work, item)
    if outcome is ItemOutcome.CARRIED:
        carry(work, item, reason)
    else:
        say_outcome(work, item, outcome, reason)


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
