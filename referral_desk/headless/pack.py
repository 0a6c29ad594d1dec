"""`pack`: make the pack of a meeting as one PDF."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from referral_desk.errors import Invalid, Unavailable
from referral_desk.files import explain, marked_read_only, read_only, write_file
from referral_desk.guard.personal_data.papers import scan_paper
from referral_desk.headless.choosing import meeting_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import MADE, pages_in_words, say_json, say_lines
from referral_desk.queries.meeting import meeting_detail
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_leaks import papers_to_look_through
from referral_desk.reports.packs import build_in_worker
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

PDF: Final = b"%PDF-"
WORD: Final = b"PK\x03\x04"
NOT_IN = N_("Paper {number} is not in it, a page says so: {problem}")


def run(arguments: argparse.Namespace) -> Exit:
    """Build the pack and write it to --out; papers that cannot be used are named."""
    language = arguments.language
    # Before the work, not after it.
    check_target(arguments.out)
    with opened(arguments) as (_file, desk):
        meeting = desk.ask(meeting_id, code=arguments.group, day=arguments.date, today=desk.today)
        detail = desk.ask(meeting_detail, meeting_id=meeting, language=language)
        wanted = desk.ask(papers_to_look_through, meeting_id=meeting)
        looks = {sha256: scan_paper(content, name, ordinary=wanted.ordinary) for sha256, name, content in wanted.papers}
        source = desk.ask(
            pack_source,
            meeting_id=meeting,
            language=arguments.pack_language,
            pack_label=detail.label,
            today=desk.today,
            looks=looks,
        )
    built = build_in_worker(source.content, source.files, on_progress=_progress(language))
    out: Path = arguments.out / source.file_name if arguments.out.is_dir() else arguments.out
    check_target(out)
    write_file(out, built.pdf)
    if arguments.json:
        say_json({"file": str(out), "pages": built.pages, "problems": built.problems, "papers": built.manifest})
    else:
        say_lines(
            [
                say(MADE, language, file=out, pages=pages_in_words(built.pages, language)),
                *(say(NOT_IN, language, number=one.number, problem=one.sentence) for one in built.problems),
            ]
        )
    return Exit.DONE_WITH_REMARKS if built.problems else Exit.DONE


def check_target(out: Path, *, is_word: bool = False) -> None:
    """Refuse a place where no file can go, or where something else than a PDF (or Word file) would be lost.

    Raises Unavailable or Invalid.
    """
    if out.is_dir():
        return
    if not out.parent.is_dir():
        raise Unavailable("There is no folder {folder}: make it first, or name another.", folder=out.parent)
    if marked_read_only(out.parent):
        raise read_only(out)
    if not out.exists():
        return
    try:
        with out.open("rb") as file:
            begins = file.read(len(PDF))
            wanted = WORD if is_word else PDF
    except OSError as error:
        raise explain(error, out) from error
    if begins and not begins.startswith(wanted):
        if is_word:
            raise Invalid(
                "{file} is there already and is no Word file: name another file, so that it is not lost.", file=out
            )
        raise Invalid("{file} is there already and is not a PDF: name another file, so that it is not lost.", file=out)


def _progress(language: str) -> Callable[[int, int, str], None]:
    """Show progress where somebody looks on; a file or a pipe gets the result alone."""
    looking = sys.stderr.isatty()

    def tell(done: int, total: int, key: str) -> None:
        if looking:
            end = "\n" if done >= total else ""
            sys.stderr.write(f"\r{100 * done // max(total, 1):3d} %  {say(key, language):<40}{end}")
            sys.stderr.flush()

    return tell
