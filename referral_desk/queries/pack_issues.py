"""A meeting's packs: the check before building, the issues that went out, and what is new since the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, load_only, selectinload

from referral_desk.errors import Stale
from referral_desk.guard.meeting_leaks import Leak
from referral_desk.guard.pack_leaks import pack_leaks
from referral_desk.guard.paper_leaks import PackLeaks
from referral_desk.models import AgendaItem, Document, Meeting, PackIssue, Paper
from referral_desk.models.carried import carried
from referral_desk.models.findings import Finding as Finding  # noqa: PLC0414 - same
from referral_desk.models.findings import Where as Where  # noqa: PLC0414 - same
from referral_desk.models.manifests import Change as Change  # noqa: PLC0414 - same
from referral_desk.models.manifests import Manifest
from referral_desk.models.manifests import ManifestItem as ManifestItem  # noqa: PLC0414 - same
from referral_desk.models.manifests import What as What  # noqa: PLC0414 - same
from referral_desk.models.pack_check import least_label, pack_findings
from referral_desk.queries.meeting import GONE, load_holders
from referral_desk.vocabulary import Label

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper


@dataclass(frozen=True)
class PackCheck:
    """What to look at before a pack is built, and what it would hold."""

    meeting_id: int
    label: Label
    least_label: Label
    findings: tuple[Finding, ...]
    fingerprint: str
    items: int
    papers: int
    pages: int
    """The papers' pages together, as far as they are known."""
    last_issue: int
    changes: tuple[Change, ...]
    """Since the last issue."""
    is_as_issued: bool
    """Whether the last issue still holds exactly this."""
    leaks: tuple[Leak, ...] = ()
    """What the leak alarm found in texts, papers, and the minutes and actions behind items, kept or not."""
    unlooked: int = 0
    """Papers that it has not looked through yet."""

    @property
    def stops(self) -> bool:
        """Whether something must be mended before the pack can be built."""
        left = any(not leak.reason for leak in self.leaks)
        return left or any(finding.stops for finding in self.findings)

    @property
    def may_go_out(self) -> bool:
        """Whether nothing stops it, and the leak alarm has looked through every paper."""
        return not self.stops and not self.unlooked


@dataclass(frozen=True)
class IssueRow:
    """One issue of a pack, with what was new in it and what went in."""

    id: int
    number: int
    issued_at: dt.datetime
    issued_by: str
    language: str
    label: Label
    pages: int
    size: int
    sha256: str
    file_name: str
    changes: tuple[Change, ...]
    items: tuple[ManifestItem, ...]


def pack_check(
    session: Session,
    *,
    meeting_id: int,
    label: Label | None = None,
    looks: Mapping[str, ScannedPaper] | None = None,
) -> PackCheck:
    """Check a meeting's pack under a label; without one, under the meeting's own or the least that fits.

    With `looks`, what the leak alarm says of the papers by SHA-256, its finds in texts and papers are told too.
    """
    meeting = _meeting(session, meeting_id)
    behind = carried(session, meeting)
    least = least_label(meeting, behind)
    chosen = label or max(least, meeting.label, key=lambda one: one.rank)
    last = meeting.issues[-1] if meeting.issues else None
    before = Manifest.read(last.manifest) if last else None
    manifest = Manifest.of(meeting, behind)
    if meeting.is_closed_to_change and before is not None:
        # What went out is what lay before the group; actions and minutes go on without it.
        manifest = before
    papers = [paper for item in meeting.items for paper in item.papers]
    # No pack goes out any more once the meeting is over or off.
    is_asked = looks is not None and not meeting.is_closed_to_change
    alarm = pack_leaks(session, meeting, behind, chosen, looks or {}) if is_asked else PackLeaks()
    return PackCheck(
        meeting_id=meeting.id,
        label=chosen,
        least_label=least,
        findings=(*pack_findings(meeting, chosen, behind), *alarm.unread),
        fingerprint=manifest.fingerprint(),
        items=len(meeting.items),
        papers=len(papers),
        pages=sum(paper.document.pages or 0 for paper in papers),
        last_issue=last.number if last else 0,
        changes=tuple(manifest.since(before)),
        is_as_issued=manifest == before,
        leaks=alarm.leaks,
        unlooked=len(alarm.unlooked),
    )


def pack_issues(session: Session, *, meeting_id: int) -> tuple[IssueRow, ...]:
    """The issues of a meeting's pack, the newest first."""
    found = session.scalars(
        select(PackIssue)
        .where(PackIssue.meeting_id == meeting_id)
        .order_by(PackIssue.number)
        .options(joinedload(PackIssue.document))
    )
    rows, before = [], None
    for issue in found:
        manifest = Manifest.read(issue.manifest)
        rows.append(
            IssueRow(
                id=issue.id,
                number=issue.number,
                issued_at=issue.issued_at,
                issued_by=issue.issued_by,
                language=issue.language,
                label=issue.label,
                pages=issue.pages,
                size=issue.document.size,
                sha256=issue.document.sha256,
                file_name=issue.document.name,
                changes=tuple(manifest.since(before)),
                items=manifest.items,
            )
        )
        before = manifest
    return tuple(reversed(rows))


def issued_pack(session: Session, *, issue_id: int) -> bytes:
    """The PDF of an issue exactly as it went out; Unavailable if the stored file was altered (V6)."""
    issue = session.get(PackIssue, issue_id)
    if issue is None:
        raise Stale("This issue is no longer on the desk: go back to the list.")
    return issue.document.content.read_original()


def _meeting(session: Session, meeting_id: int) -> Meeting:
    papers = selectinload(Meeting.items).selectinload(AgendaItem.papers).selectinload(Paper.document)
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            papers,
            selectinload(Meeting.items).selectinload(AgendaItem.activities),
            # The frozen contents of old issues are long and not needed here.
            selectinload(Meeting.issues).options(
                load_only(PackIssue.number, PackIssue.manifest),
                joinedload(PackIssue.document).load_only(Document.sha256),
            ),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    load_holders(session, meeting)
    return meeting
