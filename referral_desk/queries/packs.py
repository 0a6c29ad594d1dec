"""What a meeting pack says: plain frozen values that travel to the worker which typesets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from referral_desk.queries.documents import ActionList
from referral_desk.queries.minutes_record import MinutesContent

Language = Literal["da", "en"]
Purpose = Literal["decision", "discussion", "information"]
Label = Literal["open", "internal", "confidential"]
PaperKind = Literal["pdf", "image", "text", "other"]
Tier = Literal["regional", "national", "interministerial", "other"]


@dataclass(frozen=True, slots=True)
class PackPaper:
    """One paper behind an item. Its bytes travel beside the content, found by `sha256`.

    `problem` is a full sentence in the pack's language when the paper is known to be unusable; `removed` tells what was
    taken out of it to make it safe ("2 scripts"). `pages` is what was counted when it was attached, None if unknown.
    """

    number: str
    title: str
    file_name: str
    kind: PaperKind
    sha256: str | None
    pages: int | None = None
    problem: str | None = None
    removed: tuple[str, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class PackItem:
    """One agenda item in the Danish order of blocks: resume, recommendation, presentation, papers.

    `recommendation` holds one line for each thing asked for, each as it shall be printed ("at gruppen ...").
    `plan_activities` are printed as they stand ("Handlingsplan 2019-2021: 2.2"). `approves` are the minutes that
    the item is to approve, `open_actions` what it goes through: both are typeset behind it.
    """

    number: int
    title: str
    purpose: Purpose
    starts_at: dt.time | None = None
    minutes: int | None = None
    owner: str = ""
    resume: str = ""
    recommendation: tuple[str, ...] = ()
    presentation: str = ""
    plan_activities: tuple[str, ...] = ()
    label: Label = "open"
    papers: tuple[PackPaper, ...] = ()
    new: bool = False
    approves: MinutesContent | None = None
    open_actions: ActionList | None = None


@dataclass(frozen=True, slots=True)
class PackMember:
    """A seat on the meeting's date: who holds it and what the organisation was called that day.

    A body such as a ministry may hold a seat without naming anybody: it has no name and is not vacant.
    """

    name: str
    organisation: str
    sector: str
    seat: str
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class PackContent:
    """All that one issue of a meeting pack says. The same content and the same papers give the same bytes.

    Words that come from the record (sector, seat, what is new) are in `language` already; dates and times are the
    meeting's wall time in Copenhagen.
    """

    language: Language
    group: str
    tier: Tier
    title: str
    date: dt.date
    starts: dt.time
    ends: dt.time
    issue: int
    issued_on: dt.date
    number: int | None = None
    place: str = ""
    chair: str = ""
    secretary: str = ""
    label: Label = "internal"
    news: tuple[str, ...] = ()
    items: tuple[PackItem, ...] = ()
    members: tuple[PackMember, ...] = ()
    source_note: str = ""

    @property
    def papers(self) -> tuple[PackPaper, ...]:
        """All papers in the order in which they stand in the pack."""
        return tuple(paper for item in self.items for paper in item.papers)
