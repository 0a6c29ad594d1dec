"""Issue a meeting's pack: what was built is frozen with its manifest, and nothing is overwritten (V6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from referral_desk.desk import Work, operation, require
from referral_desk.errors import Stale
from referral_desk.guard.pack_leaks import pack_leaks
from referral_desk.models import Document, DocumentContent, PackIssue
from referral_desk.models.carried import carried
from referral_desk.models.documents import sha256_of
from referral_desk.models.findings import refuse_first
from referral_desk.models.manifests import Manifest
from referral_desk.models.pack_check import pack_findings
from referral_desk.operations.holding import held_meeting
from referral_desk.vocabulary import Label

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper


@operation("coordinator", "secretary", "chair")
def issue_pack(
    work: Work,
    *,
    meeting_id: int,
    fingerprint: str,
    language: str,
    label: Label,
    file_name: str,
    pdf: bytes,
    pages: int,
    content: str,
    looks: Mapping[str, ScannedPaper],
    places: Mapping[str, tuple[int, int]] | None = None,
) -> int:
    """Record that a pack goes out, exactly as built, and give the issue's id.

    `fingerprint` is the manifest's when the content was read: Stale if the agenda or a paper changed since then.
    `content` is the frozen content as JSON; `places` gives each paper's first page (from 1) and number of pages in the
    pack, by its number. `looks` is what the leak alarm says of each paper, by its document's SHA-256. Invalid where a
    rule stops the pack (V10, labels, an empty agenda), where a paper was not looked through, and where the alarm found
    something in texts, papers, or the minutes and actions it carries that nobody kept with a reason.
    """
    meeting = held_meeting(work, meeting_id)
    require(pdf.startswith(b"%PDF-"), "The pack was not built as a PDF: build it again.")
    behind = carried(work.session, meeting)
    refuse_first(pack_findings(meeting, label, behind))
    manifest = Manifest.of(meeting, behind)
    if manifest.fingerprint() != fingerprint:
        raise Stale("The agenda or a paper changed after the pack was built: build it again, then issue it.")
    refuse_first(pack_leaks(work.session, meeting, behind, label, looks).findings)
    issue = PackIssue(
        meeting=meeting,
        number=len(meeting.issues) + 1,
        issued_at=work.now,
        issued_by=work.user.name,
        language=language,
        label=label,
        pages=pages,
        document=_keep(work, file_name, pdf, pages),
        manifest=manifest.placed(places or {}).written(),
        content=content,
    )
    work.session.add(issue)
    work.session.flush()
    work.touched("packs", "meetings")
    return issue.id


def _keep(work: Work, name: str, pdf: bytes, pages: int) -> Document:
    sha256 = sha256_of(pdf)
    # The same pack gives the same bytes, so it may have gone out before.
    known = work.session.scalar(select(Document).where(Document.sha256 == sha256))
    return known or Document(
        sha256=sha256,
        name=name,
        kind="pdf",
        media_type="application/pdf",
        size=len(pdf),
        pages=pages,
        added_at=work.now,
        added_by=work.user.name,
        # What the desk typeset itself is safe as it is: one copy is enough.
        content=DocumentContent(original=pdf),
    )
