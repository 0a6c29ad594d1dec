"""Note the answers to invitations that came back as files: each at its meeting and person, or told why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select

from referral_desk.cpr import cpr_numbers
from referral_desk.desk import Work, operation
from referral_desk.errors import Invalid
from referral_desk.models import Attendance, Meeting
from referral_desk.models.invitees import address_key
from referral_desk.models.mailings import facts_of, heard
from referral_desk.operations.attendance_sheet import done, put_sheet_back, sheet_of
from referral_desk.operations.outcome import Done, Undo
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import AttendanceState

NOTED: Final = N_("{name}: {state}.")
UNKNOWN: Final = N_("The answer from {address} is to no meeting on this desk: it was not noted.")
STRANGER: Final = N_("{address} was not invited to that meeting: note the answer by hand, or mend the address.")
OLD: Final = N_("{name} answered an older invitation, before the meeting was changed: it was not noted.")
NEWER: Final = N_("{name} has answered later already: the older answer was not noted.")
DELEGATED: Final = N_("{name} sends somebody else, {delegate}: register the deputy under People.")
UNCLEAR: Final = N_("The answer from {name} says neither yes, no nor perhaps: note it by hand.")
NO_COMMENT: Final = N_("{name}: {state}. The comment looks like it holds a CPR number, and was left out.")


@dataclass(frozen=True)
class Answer:
    """One answer as a file told it: to which entry (UID) and form of it (SEQUENCE), from whom, what and when.

    `state` is None where the file says something else than yes, no or perhaps; `delegate` is who comes instead.
    """

    uid: str
    sequence: int
    address: str
    state: AttendanceState | None
    comment: str = ""
    delegate: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Fate:
    """What became of an answer, as a sentence; `meeting_id` is where it was noted, None where it was not."""

    template: str
    values: Mapping[str, str]
    meeting_id: int | None = None
    state: AttendanceState | None = None

    def sentence(self, language: str) -> str:
        """Say it in "da" or "en"."""
        state = {} if self.state is None else {"state": label(self.state, language).lower()}
        return say(self.template, language, **self.values, **state)


@dataclass(frozen=True)
class Taken:
    """What became of each answer, in order, and how to take all of it back."""

    fates: tuple[Fate, ...] = ()
    undo: Undo | None = None


@dataclass
class _Sheet:
    meeting: Meeting
    before: Mapping[int, Any]
    rows: dict[str, Attendance] = field(default_factory=dict)


@operation("coordinator", "secretary", "chair")
def take_answers(work: Work, *, answers: Sequence[Answer]) -> Taken:
    """Note answers to invitations, each matched by its entry and the address of whoever answered.

    An answer to an older form of the entry, or older than one that is noted, is told and left (RFC 5546 2.1.5). A
    comment goes to the person's line, unless it looks like it holds a CPR number (V10).
    """
    sheets: dict[str, _Sheet | None] = {}
    fates = []
    for answer in answers:
        if answer.uid not in sheets:
            sheets[answer.uid] = _sheet(work, answer.uid)
        sheet = sheets[answer.uid]
        if sheet is None:
            fates.append(Fate(UNKNOWN, {"address": answer.address}))
        else:
            fates.append(_take(work, sheet, answer))
    undos = []
    for sheet in sheets.values():
        if sheet is not None:
            told = done(work, sheet.meeting, sheet.before, sheet.meeting.id)
            undos += [dict(told.undo.arguments)] if told.undo else []
    work.touched("attendance")
    return Taken(tuple(fates), Undo(take_answers_back, {"sheets": tuple(undos)}) if undos else None)


@operation("coordinator", "secretary", "chair")
def take_answers_back(work: Work, *, sheets: Sequence[Mapping[str, Any]]) -> Done:
    """Undo that answers were noted; Stale where somebody changed one of them since."""
    kept = [put_sheet_back(work, **sheet) for sheet in sheets]
    undos = tuple(dict(one.undo.arguments) for one in kept if one.undo)
    return Done(kept[0].id, Undo(take_answers_back, {"sheets": undos}))


def _sheet(work: Work, uid: str) -> _Sheet | None:
    meeting_id = work.session.scalar(select(Meeting.id).where(Meeting.uid == uid)) if uid else None
    if meeting_id is None:
        return None
    # Whether the sheet still takes answers is said line by line.
    meeting = work.hold(Meeting, meeting_id)
    work.session.refresh(meeting, ["attendance"])
    rows = {address_key(row.person.email): row for row in meeting.attendance if row.person and row.person.email}
    return _Sheet(meeting, sheet_of(meeting), rows)


def _take(work: Work, sheet: _Sheet, answer: Answer) -> Fate:
    row = sheet.rows.get(address_key(answer.address))
    if row is None or row.person is None:
        return Fate(STRANGER, {"address": answer.address})
    who = {"name": row.person.name}
    last = heard(sheet.meeting).get(row.person.id)
    expected = last.sequence if last is not None else sheet.meeting.sequence
    is_old = last is not None and last.facts is not None and last.facts != facts_of(sheet.meeting)
    if answer.sequence < expected or is_old:
        return Fate(OLD, who)
    at = min(answer.at or work.now, work.now)
    if row.answered_at is not None and at < row.answered_at:
        return Fate(NEWER, who)
    if answer.state is None:
        return Fate(DELEGATED, who | {"delegate": answer.delegate}) if answer.delegate else Fate(UNCLEAR, who)
    try:
        row.answer(answer.state, at, work.today)
    except Invalid as refused:
        return Fate(refused.template, {name: str(value) for name, value in refused.values.items()})
    is_kept = not cpr_numbers(answer.comment)
    comment = " ".join(answer.comment.split())
    if comment and is_kept and comment not in row.note:
        # What the secretary noted of the person stays.
        row.note = f"{row.note} {comment}".strip()
    return Fate(NOTED if is_kept else NO_COMMENT, who, sheet.meeting.id, answer.state)
