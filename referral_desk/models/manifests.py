"""A pack's manifest: which items and papers went in, by hash, and what changed since the issue before."""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from referral_desk.texts import N_, say

if TYPE_CHECKING:
    from referral_desk.models.agenda import AgendaItem
    from referral_desk.models.carried import Carried
    from referral_desk.models.meetings import Meeting


@dataclass(frozen=True)
class ManifestPaper:
    """One paper as it went in: its place, its name, the SHA-256 of the file that came.

    `first_page` (from 1) is where it stands in the finished pack; it is known only once the pack is built.
    """

    paper_id: int
    number: str
    title: str
    sha256: str
    pages: int | None = field(default=None, compare=False)
    file_name: str = ""
    first_page: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class ManifestItem:
    """One item as it went in; `text` is the SHA-256 of all that it says, `carries` of minutes and actions behind it."""

    item_id: int
    number: int
    title: str
    text: str
    papers: tuple[ManifestPaper, ...] = ()
    carries: str = ""


@dataclass(frozen=True)
class Manifest:
    """What one issue of a pack holds. `frame` is the SHA-256 of day, times, place, chair and secretary."""

    frame: str
    items: tuple[ManifestItem, ...] = ()

    @classmethod
    def of(cls, meeting: Meeting, carried: Carried | None = None) -> Manifest:
        """The manifest of a meeting's pack as the meeting stands now, with what the pack carries besides papers."""
        frame = [
            meeting.title,
            meeting.day.isoformat(),
            meeting.starts.isoformat(),
            meeting.ends.isoformat(),
            meeting.place,
            meeting.chair_id,
            meeting.secretary_id,
        ]
        return cls(_hash(frame), tuple(_item(item, carried) for item in meeting.items))

    @classmethod
    def read(cls, text: str) -> Manifest:
        """Read what `written` gave."""
        found: dict[str, Any] = json.loads(text)
        items = tuple(
            ManifestItem(**{**item, "papers": tuple(ManifestPaper(**paper) for paper in item["papers"])})
            for item in found["items"]
        )
        return cls(found["frame"], items)

    def placed(self, places: Mapping[str, tuple[int, int]]) -> Manifest:
        """The manifest with each paper's first page and number of pages in the finished pack, by the paper's number."""
        items = []
        for item in self.items:
            papers = [
                replace(paper, first_page=places[paper.number][0], pages=places[paper.number][1])
                if paper.number in places
                else paper
                for paper in item.papers
            ]
            items.append(replace(item, papers=tuple(papers)))
        return replace(self, items=tuple(items))

    def written(self) -> str:
        """The manifest as JSON; the same manifest gives the same text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def fingerprint(self) -> str:
        """One SHA-256 over the whole manifest."""
        return hashlib.sha256(self.written().encode()).hexdigest()

    def since(self, before: Manifest | None) -> list[Change]:
        """What changed since an earlier issue, in the agenda's order, what is gone last; nothing for a first issue."""
        if before is None:
            return []
        old_items = {item.item_id: item for item in before.items}
        old_papers = {paper.paper_id: paper for item in before.items for paper in item.papers}
        changes = [Change(What.FRAME)] if self.frame != before.frame else []
        for item in self.items:
            old = old_items.get(item.item_id)
            if old is None:
                changes.append(Change(What.ITEM_NEW, str(item.number), item.title, item_id=item.item_id))
            elif old.text != item.text:
                changes.append(Change(What.ITEM_CHANGED, str(item.number), item.title, item_id=item.item_id))
            elif old.carries != item.carries:
                changes.append(Change(What.CARRIED_CHANGED, str(item.number), item.title, item_id=item.item_id))
            changes += [change for paper in item.papers if (change := _paper_change(item, paper, old_papers))]
        return changes + self._gone(before)

    def _gone(self, before: Manifest) -> list[Change]:
        items = {item.item_id for item in self.items}
        papers = {paper.paper_id for item in self.items for paper in item.papers}
        gone = []
        for item in before.items:
            if item.item_id not in items:
                gone.append(Change(What.ITEM_GONE, str(item.number), item.title, item_id=item.item_id))
            else:
                gone += [
                    Change(What.PAPER_GONE, paper.number, paper.title, item_id=item.item_id, paper_id=paper.paper_id)
                    for paper in item.papers
                    if paper.paper_id not in papers
                ]
        return gone


class What(enum.StrEnum):
    """What can happen to a pack between two issues."""

    FRAME = "frame"
    ITEM_NEW = "item_new"
    ITEM_CHANGED = "item_changed"
    CARRIED_CHANGED = "carried_changed"
    ITEM_GONE = "item_gone"
    PAPER_NEW = "paper_new"
    PAPER_REPLACED = "paper_replaced"
    PAPER_GONE = "paper_gone"


SENTENCES = {
    What.FRAME: N_("Date, time, place or chair of the meeting changed"),
    What.ITEM_NEW: N_("Item {number} is new: {title}"),
    What.ITEM_CHANGED: N_("Item {number} has a new text: {title}"),
    What.CARRIED_CHANGED: N_("What stands behind item {number} is brought up to date: {title}"),
    What.ITEM_GONE: N_("The former item {number} is out: {title}"),
    What.PAPER_NEW: N_("Paper {number} is new: {title}"),
    What.PAPER_REPLACED: N_("Paper {number} is replaced: {title}"),
    What.PAPER_GONE: N_("The former paper {number} is out: {title}"),
}
SENTENCES_WITH_PAGES = {
    What.PAPER_NEW: N_("Paper {number} is new: {title} (pages {first}–{last})"),
    What.PAPER_REPLACED: N_("Paper {number} is replaced: {title} (pages {first}–{last})"),
}


@dataclass(frozen=True)
class Change:
    """One thing that differs from the issue before; number and title are those of the issue that it stands in."""

    what: What
    number: str = ""
    title: str = ""
    first_page: int | None = None
    last_page: int | None = None
    item_id: int | None = None
    paper_id: int | None = None

    def sentence(self, language: str) -> str:
        """The change in words, without a full stop: it stands in a list."""
        template = SENTENCES_WITH_PAGES.get(self.what) if self.first_page else None
        return say(
            template or SENTENCES[self.what],
            language,
            number=self.number,
            title=self.title,
            first=self.first_page,
            last=self.last_page,
        )


def _paper_change(item: ManifestItem, paper: ManifestPaper, before: dict[int, ManifestPaper]) -> Change | None:
    old = before.get(paper.paper_id)
    if old is not None and old.sha256 == paper.sha256:
        return None
    what = What.PAPER_NEW if old is None else What.PAPER_REPLACED
    last = paper.first_page + max(1, paper.pages or 1) - 1 if paper.first_page else None
    return Change(what, paper.number, paper.title, paper.first_page, last, item.item_id, paper.paper_id)


def _item(item: AgendaItem, carried: Carried | None) -> ManifestItem:
    said = [
        item.title,
        item.kind.value,
        item.purpose.value,
        item.minutes,
        item.label.value,
        item.owner_person_id,
        item.owner_organisation_id,
        item.resume,
        item.recommendation,
        item.presentation,
        sorted(activity.id for activity in item.activities),
    ]
    papers = tuple(
        ManifestPaper(
            paper.id, paper.number, paper.title, paper.document.sha256, paper.document.pages, paper.document.name
        )
        for paper in item.papers
    )
    carries = carried.hash_of(item) if carried else ""
    return ManifestItem(item.id, item.number, item.title, _hash(said), papers, carries)


def _hash(values: list[Any]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()
