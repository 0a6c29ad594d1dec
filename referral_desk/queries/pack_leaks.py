"""Papers that the leak alarm has not looked through yet, of a pack or a case: asked here, read beside the window."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from referral_desk.guard.meeting_leaks import Leak as Leak  # noqa: PLC0414 - the window names it from here
from referral_desk.guard.meeting_leaks import entry_field as entry_field  # noqa: PLC0414 - same
from referral_desk.guard.meeting_leaks import ordinary_of
from referral_desk.guard.paper_leaks import alarm_for_cases, leaks_of_papers
from referral_desk.guard.personal_data import NameIndex, Ordinary
from referral_desk.models import AgendaItem, Case, Document, Paper
from referral_desk.models.escalation_papers import merged_papers

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper


@dataclass(frozen=True)
class Unlooked:
    """Papers with their bytes, and the work contacts that are ordinary in them."""

    papers: tuple[tuple[str, str, bytes], ...]
    """SHA-256 of the document, its file's name, and what is shown of it."""
    ordinary: Ordinary
    names: NameIndex | None = None
    """The directory's names, where they are looked for too: in what tells of cases."""


def papers_to_look_through(session: Session, *, meeting_id: int, known: Collection[str] = ()) -> Unlooked:
    """The papers of a meeting that can stand in its pack, without those whose SHA-256 is `known`, each once.

    Unavailable if a stored paper is no longer what was stored (V6).
    """
    documents = session.scalars(
        select(Document)
        .where(
            Document.id.in_(select(Paper.document_id).join(AgendaItem).where(AgendaItem.meeting_id == meeting_id)),
            Document.problem == "",
        )
        .options(joinedload(Document.content))
        .order_by(Document.id)
    )
    return Unlooked(_unknown(documents, known), ordinary_of(session))


@dataclass(frozen=True)
class SendCheck:
    """What the leak alarm says of the papers that are to go up with a case."""

    leaks: tuple[Leak, ...]
    unlooked: int
    """Papers that it has not looked through yet."""


def case_papers_to_look_through(session: Session, *, case_id: int, known: Collection[str] = ()) -> Unlooked:
    """The papers of a case, also those that no pack can show, without those whose SHA-256 is `known`.

    Those of what was merged into it, and that may go along, are among them. Unavailable if a stored paper is no longer
    what was stored (V6).
    """
    case = session.get(Case, case_id)
    under_way = case.open_escalation if case is not None else None
    merged = [paper.id for paper in merged_papers(under_way.step)] if under_way is not None else []
    documents = session.scalars(
        select(Document)
        .where(Document.id.in_(select(Paper.document_id).where(or_(Paper.case_id == case_id, Paper.id.in_(merged)))))
        .options(joinedload(Document.content))
        .order_by(Document.id)
    )
    names, ordinary = alarm_for_cases(session)
    return Unlooked(_unknown(documents, known), ordinary, names)


def send_check(
    session: Session, *, paper_ids: Collection[int], looks: Mapping[str, ScannedPaper] | None = None
) -> SendCheck:
    """What the alarm says of some papers of a case; `looks` are their words by the document's SHA-256."""
    papers = session.scalars(select(Paper).where(Paper.id.in_(paper_ids)).order_by(Paper.position, Paper.id))
    chosen, looks = papers.all(), looks or {}
    return SendCheck(
        leaks_of_papers(session, chosen, looks).leaks, sum(one.document.sha256 not in looks for one in chosen)
    )


def _unknown(documents: Iterable[Document], known: Collection[str]) -> tuple[tuple[str, str, bytes], ...]:
    return tuple((one.sha256, one.name, _shown(one)) for one in documents if one.sha256 not in known)


def _shown(document: Document) -> bytes:
    safe = document.content.read_safe()
    return document.content.read_original() if safe is None else safe
