"""Papers: what is shown of each, and the bytes that may be shown or packed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.errors import Stale, Unavailable
from referral_desk.guard.findings import Note, Removed
from referral_desk.guard.findings import PaperKind as PaperKind  # noqa: PLC0414 - the window names it from here
from referral_desk.models import Document, EscalationSnapshot, Paper
from referral_desk.texts import N_, label
from referral_desk.vocabulary import Label

GONE = N_("This paper is no longer there: choose another one.")


@dataclass(frozen=True)
class PaperRow:
    """One paper behind an item or of a case, in words where they are shown."""

    id: int
    version: int
    item_id: int | None
    case_id: int | None
    position: int
    number: str
    title: str
    file_name: str
    kind: PaperKind
    label: Label
    pages: int | None
    size: int
    sha256: str
    problem: str
    """The code of guard/findings.py; empty where the paper can stand in a pack."""
    problem_sentence: str
    removed: tuple[str, ...]
    notes: tuple[str, ...]
    has_safe_copy: bool
    added_at: dt.datetime
    added_by: str
    stays: bool
    """Of a case: it does not go along when the case is carried up."""
    was_sent: bool
    """It went along with a case, or came with one: it stays as it was sent."""


@dataclass(frozen=True)
class PaperContent:
    """A paper's bytes with its name."""

    name: str
    media_type: str
    kind: PaperKind
    content: bytes


def paper_row(paper: Paper, language: str) -> PaperRow:
    """What is shown of a paper."""
    document = paper.document
    problem = document.problem_finding()
    return PaperRow(
        id=paper.id,
        version=paper.version,
        item_id=paper.item_id,
        case_id=paper.case_id,
        position=paper.position,
        number=paper.number,
        title=paper.title,
        file_name=document.name,
        kind=PaperKind(document.kind),
        label=paper.label,
        pages=document.pages,
        size=document.size,
        sha256=document.sha256,
        problem=document.problem,
        problem_sentence=problem.sentence(language) if problem else "",
        removed=removed_from(document, language),
        notes=tuple(label(Note(code), language) for code, _ in document.found() if code in set(Note)),
        has_safe_copy=not document.problem,
        added_at=document.added_at,
        added_by=document.added_by,
        stays=paper.stays,
        # Only papers of cases are looked up for it: those of items know where they came from.
        was_sent=paper.was_sent if paper.case_id is not None else paper.sent_from_id is not None,
    )


def case_papers(session: Session, *, case_id: int, language: str) -> tuple[PaperRow, ...]:
    """The papers of a case, in their order."""
    found = session.scalars(
        select(Paper)
        .where(Paper.case_id == case_id)
        .order_by(Paper.position, Paper.id)
        .options(joinedload(Paper.document), selectinload(Paper.sent_in).load_only(EscalationSnapshot.number))
    )
    return tuple(paper_row(paper, language) for paper in found)


def removed_from(document: Document, language: str, *, besides: frozenset[Removed] = frozenset()) -> tuple[str, ...]:
    """What was taken out of a document to make it safe, in words; `besides` is passed over."""
    return tuple(
        f"{label(Removed(code), language)} ({times})" if times > 1 else label(Removed(code), language)
        for code, times in document.found()
        if code in set(Removed) - besides
    )


def safe_paper(session: Session, *, paper_id: int) -> PaperContent:
    """The copy of a paper that may be shown; its hash is checked (V6).

    Stale if the paper is gone, Unavailable if there is no safe copy or a stored file was altered.
    """
    paper = session.get(Paper, paper_id)
    if paper is None:
        raise Stale(GONE)
    document = paper.document
    content = document.content.read_safe()
    if content is None:
        raise Unavailable("There are no pages of “{name}” that could be shown.", name=document.name)
    return PaperContent(document.name, document.media_type, PaperKind(document.kind), content)


def original_paper(session: Session, *, paper_id: int) -> PaperContent:
    """A paper exactly as it came; its hash is checked (V6). Stale if it is gone, Unavailable if it was altered."""
    paper = session.get(Paper, paper_id)
    if paper is None:
        raise Stale(GONE)
    document = paper.document
    return PaperContent(document.name, document.media_type, PaperKind(document.kind), document.content.read_original())
