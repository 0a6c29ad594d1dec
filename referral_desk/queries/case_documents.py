"""What the documents of escalations say: plain frozen values that travel to the worker which typesets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from referral_desk.vocabulary import (
    CaseKind,
    CircularKind,
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    Label,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class BriefOrigin:
    """A group that raised the matter; the title is empty where the readers may not see it."""

    group: str
    reference: str
    title: str
    sent_on: dt.date | None
    is_merged: bool


@dataclass(frozen=True, slots=True)
class BriefRule:
    """A rule in force.

    `length` says how long a period is, `counted` from what it runs, and `until` its last day where that is known.
    """

    title: str
    authority: str
    condition: str
    source: str
    note: str
    until: dt.date | None = None
    length: str = ""
    counted: str = ""


@dataclass(frozen=True, slots=True)
class BriefActivity:
    """An activity of an action plan: its number says nothing without the plan."""

    number: str
    title: str
    plan: str


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A line of the history: what happened at which body, with the reason, or the meeting where it was minuted."""

    day: dt.date
    body: str
    kind: EscalationEventKind
    text: str = ""
    meeting_day: dt.date | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class BriefPaper:
    """A paper that went along, or is to: its name, and what is told of its file; `pages` is empty where not known.

    `origin` names the group and the case that it came with, where that was merged into this one.
    """

    title: str
    file_name: str
    sha256: str
    pages: int | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """An escalation as it goes to the next body: as it was sent, or the draft as it stands.

    `day` is that of the sending, for a draft the day it is printed. `version` counts how often it was sent, and `kind`
    is empty where the readers may not see the case.
    """

    language: str
    reference: str
    title: str
    sender: str
    body: str
    role: ConsultationRole
    label: Label
    urgency: Urgency
    due: dt.date | None
    day: dt.date
    is_draft: bool
    problem: str
    consequence: str = ""
    tried: str = ""
    proposal: str = ""
    legal_point: str = ""
    jump_reason: str = ""
    kind: CaseKind | None = None
    theme: str = ""
    version: int = 1
    sha256: str = ""
    rules_on: dt.date | None = None
    rules_preface: str = ""
    rules: tuple[BriefRule, ...] = ()
    activities: tuple[BriefActivity, ...] = ()
    origins: tuple[BriefOrigin, ...] = ()
    history: tuple[BriefLine, ...] = ()
    papers: tuple[BriefPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackNote:
    """The answer as one group hears it: the words released for its readers, never what the body wrote for itself.

    `asked` is what the group asked for itself. `others` raised the same matter and hear the same answer.
    """

    language: str
    group: str
    reference: str
    title: str
    label: Label
    text: str
    body: str
    released_on: dt.date
    answered_on: dt.date | None = None
    asked: str = ""
    asked_on: dt.date | None = None
    way: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    meeting_day: dt.date | None = None
    item: int | None = None
    reported_on: dt.date | None = None
    told_how: str = ""
    """How it was reported outside a meeting; empty where minutes tell."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One escalation in the ledger; the title is empty where the readers may not see it.

    `age_days` is from its beginning to the ledger's day or to its end, `waits_days` how long it is as it is. `answer`
    holds released words alone; `next_step` says what is expected, of whom and when.
    """

    reference: str
    title: str
    theme: str
    origins: tuple[str, ...]
    holder: str
    state: EscalationState
    since: dt.date
    created_on: dt.date
    age_days: int
    waits_days: int
    due: dt.date | None
    is_late: bool
    urgency: Urgency
    next_step: str = ""
    answer: str = ""
    answered_by: str = ""
    answered_on: dt.date | None = None
    closed_on: dt.date | None = None
    closed_reason: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """The lines under one heading, such as those with the national group; `name` is a text for `texts.say`."""

    name: str
    lines: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Escalations as of a day, open ones first; `whose` is the group or the level that it is of, empty for all."""

    language: str
    day: dt.date
    label: Label
    parts: tuple[LedgerPart, ...] = ()
    whose: str = ""

    @property
    def lines(self) -> tuple[LedgerLine, ...]:
        """All lines, open ones first."""
        return tuple(line for part in self.parts for line in part.lines)


@dataclass(frozen=True, slots=True)
class NoteMatter:
    """A matter of the region in its representative's note: what was asked, and where it stands."""

    reference: str
    title: str
    asked: str
    state: EscalationState
    holder: str
    role: ConsultationRole
    next_step: str
    item: int | None = None
    """The item on the agenda of the meeting that the note is for."""
    due: dt.date | None = None
    is_late: bool = False
    others: tuple[str, ...] = ()
    """Other groups that raised the same."""
    answer: str = ""
    """Released words; empty before that."""


@dataclass(frozen=True, slots=True)
class NoteCircular:
    """A circular to the region; `noted_on` is empty while the region has not taken note of it."""

    reference: str
    kind: CircularKind
    title: str
    sent_on: dt.date
    noted_on: dt.date | None
    meeting_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SpeakingNote:
    """What the regional representative takes along to a meeting above: one page.

    `matters` are those on the agenda first, then what else lies above; `answers` have come home since the last meeting.
    """

    language: str
    region: str
    speaker: str
    body: str
    label: Label
    day: dt.date
    meeting_day: dt.date | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str = ""
    own_next: dt.date | None = None
    """The region's own next meeting, at which the representative reports."""
    matters: tuple[NoteMatter, ...] = ()
    answers: tuple[NoteMatter, ...] = ()
    circulars: tuple[NoteCircular, ...] = ()
