"""`minutes`: save the minutes of a meeting as PDF, or as a Word file to be commented in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.errors import Invalid
from referral_desk.exchange.word import minutes_docx
from referral_desk.files import write_file
from referral_desk.headless.choosing import held_meeting_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import MADE, pages_in_words, say_json, say_lines
from referral_desk.headless.pack import check_target
from referral_desk.queries.document_names import minutes_name
from referral_desk.queries.minutes_content import MinutesContent, minutes_to_export
from referral_desk.queries.minutes_record import closed_annex, open_part
from referral_desk.reports.documents import DocumentFile, build_in_worker
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

MADE_WORD = N_("Made {file}.")


def run(arguments: argparse.Namespace) -> Exit:
    """Write the minutes to --out."""
    # Before the work, not after it.
    check_target(arguments.out, is_word=arguments.docx)
    with opened(arguments) as (_file, desk):
        meeting = desk.ask(held_meeting_id, code=arguments.group, day=arguments.date, today=desk.today)
        content = desk.ask(
            minutes_to_export, meeting_id=meeting, language=arguments.document_language, edition=arguments.edition
        )
    if not any(item.entries for item in content.items):
        raise Invalid("Nothing is written in these minutes yet.")
    if arguments.docx:
        name, written = _word(content, annex=arguments.annex)
        return tell_written(arguments, name, written, None, is_word=True)
    made = build_in_worker(content, annex=arguments.annex)
    return save(arguments, made)


def save(arguments: argparse.Namespace, made: DocumentFile) -> Exit:
    """Write a document to --out, or into that folder by its own name, and say so."""
    return tell_written(arguments, made.name, made.pdf, made.pages)


def tell_written(
    arguments: argparse.Namespace, name: str, written: bytes, pages: int | None, *, is_word: bool = False
) -> Exit:
    """Write bytes to --out, or into that folder by their own name, and say so."""
    out: Path = arguments.out / name if arguments.out.is_dir() else arguments.out
    check_target(out, is_word=is_word)
    write_file(out, written)
    if arguments.json:
        say_json({"file": str(out), "pages": pages})
    elif pages is None:
        say_lines([say(MADE_WORD, arguments.language, file=out)])
    else:
        say_lines([say(MADE, arguments.language, file=out, pages=pages_in_words(pages, arguments.language))])
    return Exit.DONE


def _word(content: MinutesContent, *, annex: bool) -> tuple[str, bytes]:
    if annex and not content.has_annex:
        raise Invalid("Nothing in these minutes is confidential, so they have no closed annex.")
    part = closed_annex(content) if annex else open_part(content)
    return minutes_name(part, annex=annex, suffix=".docx"), minutes_docx(content, annex=annex)
