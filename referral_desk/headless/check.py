"""`check`: is the file sound, is the log whole, are the stored files what was stored, is the reference data right?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk import reference
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines
from referral_desk.queries.integrity import altered_documents, broken_log_entries
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> Exit:
    """Check everything that can be checked and tell what was found."""
    language = arguments.language
    with opened(arguments) as (desk_file, desk):
        found = desk_file.check_integrity()
        file_problems = [*found.structure, *(f"page: {page}" for page in found.pages), *found.orphans]
        if found.head:
            file_problems.append("head")
        log = desk.ask(broken_log_entries)
        documents = desk.ask(altered_documents)
        facts = [fault.sentence(language) for fault in reference.check()]
    problems: dict[str, list[str]] = {
        "file": file_problems,
        "log": [str(number) for number in log],
        "documents": documents,
        "reference": facts,
    }
    if arguments.json:
        say_json({"sound": not any(problems.values()), "problems": problems})
    else:
        say_lines(_told(problems, language))
    return Exit.DONE_WITH_REMARKS if any(problems.values()) else Exit.DONE


TOLD = {
    "file": (N_("The file is sound."), N_("The file is damaged:")),
    "log": (N_("The log is whole."), N_("The log was altered at entry:")),
    "documents": (N_("Every stored paper is what was stored."), N_("A stored paper was altered:")),
    "reference": (N_("The reference data is in order."), N_("The reference data has a fault:")),
}


def _told(problems: dict[str, list[str]], language: str) -> list[str]:
    lines = []
    for part, (good, bad) in TOLD.items():
        if not problems[part]:
            lines.append(say(good, language))
        lines += [f"{say(bad, language)} {problem}" for problem in problems[part]]
    return lines
