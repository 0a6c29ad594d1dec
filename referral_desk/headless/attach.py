"""`attach`: put papers behind an item of a meeting's agenda, or in a case."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from referral_desk.errors import DeskError, Invalid, Unavailable
from referral_desk.files import explain
from referral_desk.guard.attachments import inspect_many
from referral_desk.guard.findings import MOST_BYTES, SENTENCES, Problem
from referral_desk.guard.inspection import megabytes
from referral_desk.headless.choosing import case_found, item_id, meeting_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import pages_in_words, say_json, say_lines
from referral_desk.operations.papers import Incoming, attach_paper
from referral_desk.queries.agenda import agenda_item
from referral_desk.queries.meeting import meeting_detail
from referral_desk.queries.papers import case_papers
from referral_desk.texts import N_, label, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from referral_desk.desk import Desk
    from referral_desk.queries.papers import PaperRow

WHERE: Final = N_("{meeting}, item {number}: {title}")
WILL_SAY: Final = N_("It cannot be used; a page in the pack will say so: {problem}")
STAYS: Final = N_("It cannot be used, and cannot go up with the case: {problem}")
NOT_ATTACHED: Final = N_("{file}: not attached. {problem}")
REMOVED: Final = N_("Taken out to be safe: {what}")
COUNT: Final = N_("Attached {done} of {all}.")


@dataclass(frozen=True)
class _Holder:
    """Where the papers go: what is said of it, for people and as JSON, and how a paper is put there and looked up."""

    keys: dict[str, Any]
    line: str
    fields: dict[str, Any]
    papers: Callable[[], tuple[PaperRow, ...]]
    will_say: str


def run(arguments: argparse.Namespace) -> Exit:
    """Attach each file; one that the item or the case refuses does not keep the others out."""
    language = arguments.language
    _check(arguments)
    # All files are read before anything is changed: a mistyped name changes nothing.
    contents = [(_read(path), _name(path)) for path in arguments.files]
    refusals: list[DeskError] = []
    told: list[tuple[str, int | DeskError]] = []
    with opened(arguments) as (_file, desk):
        holder = _item(desk, arguments) if arguments.case is None else _case(desk, arguments)
        for (content, name), found in zip(contents, inspect_many(contents), strict=True):
            try:
                told.append((name, desk.do(attach_paper, **holder.keys, file=Incoming.of(content, found))))
            except DeskError as refusal:
                told.append((name, refusal))
                refusals.append(refusal)
        papers = holder.papers()
    rows = [_row(name, result, papers, language) for name, result in told]
    if arguments.json:
        say_json({**holder.fields, "papers": rows})
    else:
        say_lines([holder.line, *(line for row in rows for line in _lines(row, holder.will_say, language))])
        say_lines([say(COUNT, language, done=len(told) - len(refusals), all=len(told))])
    if len(refusals) == len(told):
        return Exit.UNAVAILABLE if any(isinstance(one, Unavailable) for one in refusals) else Exit.REFUSED
    return Exit.DONE_WITH_REMARKS if any(row["problem"] for row in rows) else Exit.DONE


def _check(arguments: argparse.Namespace) -> None:
    """An item is named by a group, a meeting and its number; a case by its reference alone."""
    if arguments.case is None and (arguments.group is None or arguments.item is None):
        arguments.refuse("the following arguments are required: --group and --item, or --case alone")
    if arguments.case is not None and (arguments.group is not None or arguments.item is not None):
        arguments.refuse("argument --case: not allowed with arguments --group and --item")


def _item(desk: Desk, arguments: argparse.Namespace) -> _Holder:
    language = arguments.language
    meeting = desk.ask(meeting_id, code=arguments.group, day=arguments.date, today=desk.today)
    item = desk.ask(item_id, meeting=meeting, number=arguments.item)
    detail = desk.ask(agenda_item, item_id=item, language=language)
    where = desk.ask(meeting_detail, meeting_id=meeting, language=language)
    head = {"meeting": f"{where.group} {where.day}", "number": detail.number, "title": detail.title}
    return _Holder(
        {"item_id": item},
        say(WHERE, language, **head),
        {"meeting": where.day, "item": detail.number, "title": detail.title},
        lambda: desk.ask(agenda_item, item_id=item, language=language).papers,
        WILL_SAY,
    )


def _case(desk: Desk, arguments: argparse.Namespace) -> _Holder:
    language = arguments.language
    found = desk.ask(case_found, reference=arguments.case)
    return _Holder(
        {"case_id": found.id},
        f"{found.reference}: {found.title or label(found.label, language)}",
        {"case": found.reference, "title": found.title, "label": found.label},
        lambda: desk.ask(case_papers, case_id=found.id, language=language),
        STAYS,
    )


def _name(path: Path) -> str:
    """The file's name; where it is not UTF-8, as an old system that did not know UTF-8 would have meant it."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return os.fsencode(path.name).decode("latin-1")
    return path.name


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unavailable("{file} is a folder: name the files in it that are to be attached.", file=path)
        if path.exists() and not path.is_file():
            raise Unavailable("{file} is not an ordinary file: name a PDF, a picture or a text.", file=path)
        size = path.stat().st_size
        if size > MOST_BYTES:
            # Not worth reading, and perhaps more than the memory holds.
            told = {"name": path.name, "size": megabytes(size), "limit": megabytes(MOST_BYTES)}
            raise Invalid(SENTENCES[Problem.TOO_LARGE], **told)
        return path.read_bytes()
    except PermissionError as error:
        raise Unavailable("{file} may not be read: ask whoever keeps it to let you.", file=path) from error
    except OSError as error:
        raise explain(error, path) from error


def _row(name: str, result: int | DeskError, papers: tuple[PaperRow, ...], language: str) -> dict[str, Any]:
    if isinstance(result, DeskError):
        return {"file": name, "attached": False, "paper": None, "problem": result.sentence(language)}
    paper = next(paper for paper in papers if paper.id == result)
    return {
        "file": name,
        "attached": True,
        "paper": paper.number,
        "kind": paper.kind,
        "pages": paper.pages,
        "problem": paper.problem_sentence,
        "removed": paper.removed,
        "notes": paper.notes,
    }


def _lines(row: dict[str, Any], will_say: str, language: str) -> list[str]:
    if not row["attached"]:
        return ["  " + say(NOT_ATTACHED, language, file=row["file"], problem=row["problem"])]
    about = [label(row["kind"], language)]
    if row["pages"]:
        about.append(pages_in_words(row["pages"], language))
    lines = [f"  {row['paper']}  {row['file']} ({', '.join(about)})"]
    if row["problem"]:
        lines.append("       " + say(will_say, language, problem=row["problem"]))
    if row["removed"]:
        lines.append("       " + say(REMOVED, language, what="; ".join(row["removed"])))
    return lines + [f"       {note}" for note in row["notes"]]
