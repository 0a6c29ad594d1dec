"""`scan`: look through files for personal data; what is found is told by place, with most of it hidden."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from referral_desk.errors import Invalid, Unavailable
from referral_desk.guard.findings import SENTENCES, TOO_MUCH_IN_IT, Problem
from referral_desk.guard.personal_data import NameIndex, Ordinary, masked
from referral_desk.guard.personal_data.papers import PaperFind, Place, ScannedPaper, scan_paper
from referral_desk.guard.reading import read_paper
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.output import say_json, say_lines
from referral_desk.reference.files import shipped
from referral_desk.texts import N_, label, say

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

TOO_MUCH: Final = frozenset({Problem.TOO_LARGE, Problem.TOO_MANY_PAGES})
CLEAN: Final = N_("{file}: nothing found.")
FOUND: Final = N_("{file}: {count} found.")
AT: Final = N_("page {page}, line {line}:{column}")
UNREAD: Final = N_("{count} of its pages or attachments hold no words that can be read: look at them yourself.")
PICTURE: Final = N_("It is a picture: no text in it can be read, look at it yourself.")
HERE: Final = {
    Problem.DAMAGED: N_("“{name}” is damaged and cannot be opened: print it to PDF, and look through that."),
    Problem.PASSWORD: N_("“{name}” is locked with a password: look through a copy without one."),
    Problem.BOMB: N_(
        "“{name}” swells far beyond its size when opened, as harmful files do: print it to PDF, and look through that."
    ),
    Problem.NOT_SUPPORTED: N_(
        "“{name}” is of a kind whose words cannot be read: save it as PDF or plain text, and look through that."
    ),
    Problem.WORKER_CRASH: N_("“{name}” made the reader of papers break down: print it to PDF, and look through that."),
    Problem.WORKER_TIMEOUT: N_("“{name}” took too long to open: print it to PDF, and look through that."),
}
"""What to do where nothing is attached."""
NOT_READ: Final = N_("Only its name was looked at: {problem}")


def run(arguments: argparse.Namespace) -> Exit:
    """Look through each file; the exit code tells whether anything was found or could not be read."""
    if arguments.names and arguments.desk is None:
        raise Invalid("Names are looked for in a desk's directory: name the desk with --desk.")
    # All files are read before anything is said: a mistyped name says nothing half.
    contents = [(path, _read(path)) for path in arguments.files]
    names, ordinary = _known(arguments)
    scanned = [scan_paper(content, path.name, names=names, ordinary=ordinary) for path, content in contents]
    if arguments.json:
        say_json([_told(paper, arguments.language) for paper in scanned])
    else:
        say_lines(line for paper in scanned for line in _lines(paper, arguments.language))
    is_clean = not any(paper.finds or paper.unread or paper.problem for paper in scanned)
    return Exit.DONE if is_clean else Exit.DONE_WITH_REMARKS


def _read(path: Path) -> bytes:
    try:
        return read_paper(path)
    except Invalid as refusal:
        # A folder or a file that is too large: to a script it is no file.
        raise Unavailable(refusal.template, **refusal.values) from refusal


def _known(arguments: argparse.Namespace) -> tuple[NameIndex | None, Ordinary]:
    """The names to look for, and the work contacts that are no find: those of the reference data and of the desk."""
    rows = shipped()["organisations"]["contact"]
    told = {name: [row[name] for row in rows if row.get(name)] for name in ("phone", "email", "address")}
    index = None
    if arguments.desk is not None:
        from referral_desk.headless.opening import opened  # noqa: PLC0415 - the store is not loaded for files alone
        from referral_desk.models.work_contacts import work_contacts  # noqa: PLC0415 - same

        with ExitStack() as stack:
            _file, desk = stack.enter_context(opened(arguments))
            contacts = desk.ask(work_contacts)
        told["phone"] += contacts.phones
        told["email"] += contacts.emails
        told["address"] += contacts.addresses
        index = NameIndex.of(contacts.names) if arguments.names else None
    return index, Ordinary.of(phones=told["phone"], emails=told["email"], addresses=told["address"])


def _told(paper: ScannedPaper, language: str) -> dict[str, Any]:
    return {
        "file": paper.name,
        "pages": paper.pages,
        "unread": paper.unread,
        "problem": _problem(paper, language),
        "finds": [
            {
                "kind": one.find.kind,
                "place": one.place,
                "page": one.page,
                "line": one.line,
                "column": one.column,
                "words": masked(one.find),
                "why": say(one.find.why, language),
            }
            for one in paper.finds
        ],
    }


def _lines(paper: ScannedPaper, language: str) -> list[str]:
    if not (paper.finds or paper.unread or paper.problem):
        return [say(CLEAN, language, file=paper.name)]
    lines = [say(FOUND, language, file=paper.name, count=len(paper.finds))]
    lines += [f"  {_where(one, language)}  {label(one.find.kind, language)}: {masked(one.find)}" for one in paper.finds]
    if paper.problem:
        lines.append("  " + say(NOT_READ, language, problem=_problem(paper, language)))
    if paper.is_picture:
        lines.append("  " + say(PICTURE, language))
    elif paper.unread:
        lines.append("  " + say(UNREAD, language, count=paper.unread))
    return lines


def _where(one: PaperFind, language: str) -> str:
    if one.place is Place.TEXT:
        return say(AT, language, page=one.page, line=one.line, column=one.column)
    return label(one.place, language)


def _problem(paper: ScannedPaper, language: str) -> str:
    if paper.problem is None:
        return ""
    template = TOO_MUCH_IN_IT if paper.problem in TOO_MUCH else HERE.get(paper.problem, SENTENCES[paper.problem])
    return say(template, language, name=paper.name)
