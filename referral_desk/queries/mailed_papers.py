"""What goes along with a mailing beside its calendar entry: the issued pack, or the minutes that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.errors import Stale
from referral_desk.models import Mailing, PackIssue
from referral_desk.queries.meeting import GONE
from referral_desk.queries.minutes_content import MinutesContent, minutes_to_export
from referral_desk.queries.pack_issues import issued_pack
from referral_desk.vocabulary import MailingKind

MINUTES = frozenset({MailingKind.COMMENT_ROUND, MailingKind.APPROVED_MINUTES})


@dataclass(frozen=True)
class MailedPapers:
    """The last issue of the pack with its file's name, and minutes by the language of those who get them."""

    pack: tuple[str, bytes] | None = None
    minutes: Mapping[str, MinutesContent] = field(default_factory=dict)
    is_word: bool = False
    """Whether the minutes go as a Word file, to be commented in."""


def mailed_papers(session: Session, *, mailing_id: int) -> MailedPapers:
    """The papers of a mailing; Invalid where minutes seem to hold a CPR number (V10), Stale if the mailing is gone."""
    mailing = session.get(Mailing, mailing_id)
    if mailing is None or mailing.meeting_id is None:
        raise Stale(GONE)
    if mailing.kind is MailingKind.PACK:
        last = session.scalar(
            select(PackIssue)
            .where(PackIssue.meeting_id == mailing.meeting_id)
            .order_by(PackIssue.number.desc())
            .limit(1)
        )
        return (
            MailedPapers()
            if last is None
            else MailedPapers((last.document.name, issued_pack(session, issue_id=last.id)))
        )
    if mailing.kind not in MINUTES:
        return MailedPapers()
    languages = sorted({told.language for told in mailing.told if told.email})
    return MailedPapers(
        minutes={one: minutes_to_export(session, meeting_id=mailing.meeting_id, language=one) for one in languages},
        is_word=mailing.kind is MailingKind.COMMENT_ROUND,
    )
