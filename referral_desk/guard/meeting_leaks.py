"""The leak alarm on what a meeting sends round: its pack with every paper's name and text, and its minutes (V10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.cpr import cpr_numbers
from referral_desk.guard.personal_data import Find, Ordinary, finds, masked
from referral_desk.models.findings import Finding, Weight, Where
from referral_desk.models.kept_finds import KeptFind, find_hash, find_salt
from referral_desk.models.work_contacts import work_contacts
from referral_desk.texts import N_
from referral_desk.vocabulary import FindKind, MinutesState

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper
    from referral_desk.models.agenda import AgendaItem, Paper
    from referral_desk.models.meetings import Meeting
    from referral_desk.models.minutes import Minutes

LEAK: Final = "leak"
"""The `field_name` of what the alarm finds in entries."""
CIRCULATED: Final = frozenset({MinutesState.WITH_CHAIR, MinutesState.IN_COMMENT})
"""From where the next step of minutes goes to other people."""
IN_ITEM: Final = N_(
    "Item {number} holds what looks like personal data ({kind}, {words}): take it out, or keep it and say why."
)
IN_NAME: Final = N_(
    "The name of paper {number} holds what looks like personal data ({kind}, {words}): take it out, or keep it and say"
    " why."
)
IN_PAPER: Final = N_(
    "Paper {number}, page {page}, holds what looks like personal data ({kind}, {words}): take the paper off, put in"
    " another, or keep it and say why."
)
IN_PROPERTIES: Final = N_(
    "What the file of paper {number} tells of itself holds what looks like personal data ({kind}, {words}): put in"
    " another, or keep it and say why."
)
IN_ENTRY: Final = N_(
    "The minutes of item {number} hold what looks like personal data ({kind}, {words}): take it out, or keep it and say"
    " why."
)
NOT_LOOKED: Final = N_("Paper {number} was not looked through for personal data yet: look at the pack's check first.")
UNREAD: Final = N_(
    "Paper {number} holds pictures of text ({count}) that cannot be looked through for personal data: read them"
    " yourself."
)


@dataclass(frozen=True)
class Leak:
    """A find in something that goes round, told once for each text however often it stands there.

    `subject` (kind, id) and `field` tell what it was found in, as `KeptFind` does; `page` counts from 1, 0 for none.
    `reason` tells why it was kept, empty where nobody kept it.
    """

    subject: tuple[str, int]
    field: str
    find: Find
    template: str
    number: str
    page: int = 0
    item_id: int | None = None
    paper_id: int | None = None
    entry_id: int | None = None
    text: str = ""
    """What the find stands in, for entries."""
    reason: str = ""

    @property
    def finding(self) -> Finding:
        """What stops the next step."""
        where = Where.PAPER if self.paper_id else Where.ENTRY if self.entry_id else Where.ITEM
        told = {"number": self.number, "kind": self.find.kind, "words": masked(self.find), "page": self.page}
        return Finding(
            Weight.STOPS,
            where,
            self.template,
            told,
            item_id=self.item_id,
            paper_id=self.paper_id,
            entry_id=self.entry_id,
            field_name={Where.ITEM: self.field, Where.ENTRY: LEAK}.get(where, ""),
        )


@dataclass(frozen=True)
class PackLeaks:
    """What the alarm says of a pack: its finds, kept or not, and which papers it has not looked through."""

    leaks: tuple[Leak, ...] = ()
    unlooked: tuple[Finding, ...] = ()
    unread: tuple[Finding, ...] = ()
    """Pages that hold no words: only worth a look."""

    @property
    def findings(self) -> list[Finding]:
        """All that stops the pack, in the agenda's order, then what is worth a look."""
        return [*self.unlooked, *leak_findings(self.leaks), *self.unread]


def pack_leaks(session: Session, meeting: Meeting, looks: Mapping[str, ScannedPaper]) -> PackLeaks:
    """Look through an agenda's texts and its papers' names; `looks` are the papers' words by the document's SHA-256.

    Names of the directory are ordinary here: members bring items and write papers. CPR numbers in texts and names have
    findings of their own (`AgendaItem.cpr_findings`), which nobody can keep, so they are not told twice.
    """
    ordinary = ordinary_of(session)
    found: list[Leak] = []
    unlooked: list[Finding] = []
    unread: list[Finding] = []
    for item in meeting.items:
        found += _in_item(item, ordinary)
        for paper in item.papers:
            found += _in_name(paper, ordinary)
            if paper.document.problem:
                continue
            look = looks.get(paper.document.sha256)
            if look is None:
                unlooked.append(_on_paper(paper, Weight.STOPS, NOT_LOOKED))
                continue
            found += _in_paper(paper, look)
            if look.unread or look.problem:
                unread.append(_on_paper(paper, Weight.WARNS, UNREAD, count=max(look.unread, 1)))
    return PackLeaks(_with_reasons(session, found), tuple(unlooked), tuple(unread))


def leak_findings(leaks: Iterable[Leak]) -> list[Finding]:
    """What stops the next step: the finds that nobody kept."""
    return [one.finding for one in leaks if not one.reason]


def minutes_leaks(session: Session, minutes: Minutes) -> tuple[Leak, ...]:
    """Look through the entries of minutes that are to be sent or approved next; none in any other state."""
    if minutes.state not in CIRCULATED:
        return ()
    ordinary = ordinary_of(session)
    found = [
        Leak(
            ("minutes", minutes.id),
            entry_field(entry.id),
            find,
            IN_ENTRY,
            str(entry.item.number),
            item_id=entry.item_id,
            entry_id=entry.id,
            text=entry.text,
        )
        for entry in minutes.in_order()
        for find in _finds(entry.text, ordinary)
    ]
    return _with_reasons(session, found)


def entry_field(entry_id: int) -> str:
    """What an entry is called where its finds are kept."""
    return f"entry {entry_id}"


def ordinary_of(session: Session) -> Ordinary:
    """The work contacts of the directory."""
    contacts = work_contacts(session)
    return Ordinary.of(phones=contacts.phones, emails=contacts.emails, addresses=contacts.addresses)


def _finds(text: str, ordinary: Ordinary) -> Iterable[Find]:
    has_cpr = bool(cpr_numbers(text))
    return [find for find in finds(text, ordinary=ordinary) if not (has_cpr and find.kind is FindKind.CPR)]


def _in_item(item: AgendaItem, ordinary: Ordinary) -> Iterable[Leak]:
    for name, text in item.own_texts().items():
        for find in _finds(text, ordinary):
            yield Leak(("item", item.id), name, find, IN_ITEM, str(item.number), item_id=item.id)


def _in_name(paper: Paper, ordinary: Ordinary) -> Iterable[Leak]:
    told = f"{paper.title} {paper.document.name}"
    # Low lines part words in a file's name.
    for find in _finds(told, ordinary) or _finds(told.replace("_", " "), ordinary):
        yield _paper_leak(paper, ("paper", paper.id), "name", find, IN_NAME)


def _in_paper(paper: Paper, look: ScannedPaper) -> Iterable[Leak]:
    for one in look.finds:
        if one.place == "name":
            continue
        template = IN_PAPER if one.page else IN_PROPERTIES
        subject = ("document", paper.document.id)
        yield replace(_paper_leak(paper, subject, str(one.place), one.find, template), page=one.page)


def _paper_leak(paper: Paper, subject: tuple[str, int], name: str, find: Find, template: str) -> Leak:
    return Leak(subject, name, find, template, paper.number, item_id=paper.item_id, paper_id=paper.id)


def _on_paper(paper: Paper, weight: Weight, template: str, **told: object) -> Finding:
    told["number"] = paper.number
    return Finding(weight, Where.PAPER, template, told, item_id=paper.item_id, paper_id=paper.id)


def _with_reasons(session: Session, leaks: Iterable[Leak]) -> tuple[Leak, ...]:
    """Each find once a text, with the reason for which it was kept."""
    once: dict[tuple[object, ...], Leak] = {}
    for one in leaks:
        once.setdefault((one.subject, one.field, one.find.kind, " ".join(one.find.words.split())), one)
    if not once:
        return ()
    kept = _kept(session, {one.subject for one in once.values()})
    if not kept:
        return tuple(once.values())
    asked, salt = {key[:3] for key in kept}, find_salt(session) or ""
    return tuple(
        # Hashing is slow on purpose.
        replace(one, reason=kept.get((*place, find_hash(one.find.words, salt)), "")) if place in asked else one
        for one in once.values()
        for place in [(one.subject, one.field, one.find.kind)]
    )


def _kept(session: Session, subjects: set[tuple[str, int]]) -> dict[tuple[tuple[str, int], str, FindKind, str], str]:
    kinds, ids = {kind for kind, _ in subjects}, {key for _, key in subjects}
    rows = session.scalars(select(KeptFind).where(KeptFind.subject_kind.in_(kinds), KeptFind.subject_id.in_(ids)))
    return {
        ((row.subject_kind, row.subject_id), row.field, row.kind, row.words_hash): row.reason
        for row in rows
        if (row.subject_kind, row.subject_id) in subjects
    }
