"""`groups`: the chain of groups as of a day, with what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines, table
from referral_desk.queries.groups import GroupRow, groups
from referral_desk.texts import N_, label, say

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> Exit:
    """List the groups."""
    language = arguments.language
    with opened(arguments) as (_file, desk):
        chain = desk.ask(groups, day=arguments.on or desk.today, language=language)
    if arguments.json:
        say_json(chain)
        return Exit.DONE
    head = [say(word, language) for word in HEAD]
    standing = [row for row in chain.groups if row.is_standing]
    say_lines(
        [say(AS_OF, language, day=chain.day.isoformat()), *table(head, [_cells(row, language) for row in standing])]
    )
    return Exit.DONE


AS_OF = N_("As of {day}")
HEAD = (N_("Code"), N_("Tier"), N_("Group"), N_("Seats"), N_("Next meeting"), N_("Missing"))
NO_VOICE = N_("representative")
VACANT = N_("{count} vacant")


def _cells(row: GroupRow, language: str) -> list[str]:
    missing = [label(sector, language) for sector in row.uncovered]
    if row.vacant:
        missing.append(say(VACANT, language, count=row.vacant))
    if row.trouble:
        missing.append(say(NO_VOICE, language))
    return [
        row.code,
        label(row.tier, language),
        row.name,
        f"{row.filled}/{row.seats}" if row.seats else "",
        row.next_meeting.isoformat() if row.next_meeting else "",
        ", ".join(missing),
    ]
