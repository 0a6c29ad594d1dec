"""`brief`: save what a case asks of the next body as PDF or as a Word file: as it was sent, or the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.exchange.word_brief import brief_docx
from referral_desk.headless.choosing import escalation_id
from referral_desk.headless.minutes import save, tell_written
from referral_desk.headless.opening import opened
from referral_desk.headless.pack import check_target
from referral_desk.queries.brief_content import brief_content
from referral_desk.queries.document_names import brief_name
from referral_desk.reports.documents import build_in_worker

if TYPE_CHECKING:
    import argparse

    from referral_desk.headless.exit_codes import Exit


def run(arguments: argparse.Namespace) -> Exit:
    """Write the brief to --out."""
    # Before the work, not after it.
    check_target(arguments.out, is_word=arguments.docx)
    with opened(arguments) as (_file, desk):
        content = desk.ask(
            brief_content,
            escalation_id=desk.ask(escalation_id, reference=arguments.case),
            day=desk.today,
            language=arguments.document_language,
            step=arguments.step,
        )
    if arguments.docx:
        return tell_written(arguments, brief_name(content, ".docx"), brief_docx(content), None, is_word=True)
    return save(arguments, build_in_worker(content))
