"""Build a pack beside the window; what was built stays until the agenda changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from referral_desk.texts import say
from ui.jobs import Cancelled

if TYPE_CHECKING:
    from referral_desk.queries.pack_content import PackSource
    from referral_desk.reports.packs import PackResult
    from referral_desk.vocabulary import Label
    from ui.jobs import Progress


@dataclass(frozen=True)
class Built:
    """A finished pack with what it was built from."""

    source: PackSource
    result: PackResult
    label: Label
    language: str

    @property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where each paper stands: first page and number of pages, by its number."""
        return {paper.number: (paper.first_page, paper.pages) for paper in self.result.manifest}


def build_pack(progress: Progress, source: PackSource, pack_label: Label, spoken: str) -> Built:
    """Build a pack in a process of its own; `spoken` is the window's language. Raises Cancelled."""
    from referral_desk.guard.worker import Cause, WorkerFailed  # noqa: PLC0415 - only when a pack is built
    from referral_desk.reports.packs import build_in_worker  # noqa: PLC0415 - same

    def tell(done: int, total: int, what: str) -> None:
        progress(done, total, say(what, spoken))

    try:
        result = build_in_worker(source.content, source.files, tell, progress.stop_event)
    except WorkerFailed as failed:
        if failed.cause is Cause.CANCELLED:
            raise Cancelled from failed
        raise
    return Built(source, result, pack_label, source.content.language)
