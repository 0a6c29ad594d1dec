"""`check`: is the file sound, is the log whole, are the stored files what was stored, is the reference data right?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from referral_desk import reference
from referral_desk.errors import Unavailable
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines
from referral_desk.queries.integrity import altered_documents, broken_log_entries
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from referral_desk.desk import Desk
    from referral_desk.deskfile import DeskFile


def run(arguments: argparse.Namespace) -> Exit:
    """Check everything that can be checked and tell what was found."""
    language = arguments.language
    with opened(arguments) as (desk_file, desk):
        problems = {
            "file": _file(desk_file, language),
            "log": _asked(desk, broken_log_entries, language),
            "papers": _asked(desk, altered_documents, language),
            "reference": [fault.sentence(language) for fault in reference.check()],
        }
    sound = not any(problems.values())
    if arguments.json:
        say_json({"sound": sound, "problems": problems})
    else:
        say_lines([*_told(problems, language), *([] if sound else [say(ADVICE, language)])])
    return Exit.DONE if sound else Exit.DONE_WITH_REMARKS


TOLD: Final = {
    "file": (N_("The file is sound."), N_("The file is damaged: {problem}")),
    "log": (N_("The log is whole."), N_("The log was altered at entry {problem}.")),
    "papers": (N_("Every stored paper is what was stored."), N_("A stored paper was altered: {problem}")),
    "reference": (N_("The reference data is in order."), N_("The reference data has a fault: {problem}")),
}
ADVICE: Final = N_("Keep this file as it is, and go on with the newest backup that passes this check.")
UNREAD: Final = N_("This part could not be read: {problem}")
PAGE: Final = N_("page {number} was changed outside the program")
HEAD: Final = N_("its first bytes were changed; the key file beside it makes up for them")
ORPHAN: Final = N_("rows of the table {table} lost what they belong to")


def _file(desk_file: DeskFile, language: str) -> list[str]:
    found = desk_file.check_integrity()
    # SQLCipher says which page in a sentence of its own.
    pages = [re.search(r"\d+$", page) for page in found.pages]
    return [
        *([say(HEAD, language)] if found.head else []),
        *(say(PAGE, language, number=page[0]) for page in pages if page),
        *found.structure,
        *(say(ORPHAN, language, table=table) for table in found.orphans),
    ]


def _asked(desk: Desk, query: Callable[[Session], list[str]], language: str) -> list[str]:
    try:
        return desk.ask(query)
    except Unavailable as damage:
        # One damaged page must not keep the rest from being looked at.
        return [say(UNREAD, language, problem=damage.sentence(language))]


def _told(problems: dict[str, list[str]], language: str) -> list[str]:
    lines = []
    for part, (good, bad) in TOLD.items():
        if not problems[part]:
            lines.append(say(good, language))
        lines += [say(bad, language, problem=problem) for problem in problems[part]]
    return lines
