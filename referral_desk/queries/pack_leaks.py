"""The papers of a pack that the leak alarm has not looked through yet: asked here, read away from the window."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from referral_desk.guard.meeting_leaks import Leak as Leak  # noqa: PLC0414 - the window names it from here
from referral_desk.guard.meeting_leaks import entry_field as entry_field  # noqa: PLC0414 - same
from referral_desk.guard.meeting_leaks import ordinary_of
from referral_desk.guard.personal_data import Ordinary
from referral_desk.models import AgendaItem, Document, Paper


@dataclass(frozen=True)
class Unlooked:
    """Papers with their bytes, and the work contacts that are ordinary in them."""

    papers: tuple[tuple[str, str, bytes], ...]
    """SHA-256 of the document, its file's name, and what the pack shows of it."""
    ordinary: Ordinary


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
    wanted = [document for document in documents if document.sha256 not in known]
    return Unlooked(tuple((one.sha256, one.name, _shown(one)) for one in wanted), ordinary_of(session))


def _shown(document: Document) -> bytes:
    safe = document.content.read_safe()
    return document.content.read_original() if safe is None else safe
