"""Is what the desk keeps still what was kept: the log's chain and the stored files."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.errors import Unavailable
from referral_desk.models import Document, DocumentContent, LogEntry
from referral_desk.models.log import broken_links


def broken_log_entries(session: Session) -> list[str]:
    """The numbers of log entries that were altered, or whose forerunner is missing (none in a whole log)."""
    entries = session.scalars(select(LogEntry).order_by(LogEntry.id).execution_options(yield_per=500))
    return [str(number) for number in broken_links(entries)]


def altered_documents(session: Session) -> list[str]:
    """The name and SHA-256 of each document whose bytes are no longer what was stored (V6), in order of age."""
    found = []
    rows = session.execute(select(Document.id, Document.name, Document.sha256).order_by(Document.id))
    for document_id, name, sha256 in rows:
        content = session.get(DocumentContent, document_id)
        try:
            if content is None:
                found.append(f"{name} ({sha256})")
                continue
            content.read_original()
            content.read_safe()
        except Unavailable:
            found.append(f"{name} ({sha256})")
        finally:
            # One paper at a time in memory.
            session.expunge_all()
    return found
