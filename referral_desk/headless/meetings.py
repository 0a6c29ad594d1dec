"""`meetings`: a year's meetings with their stage and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.headless.choosing import group_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines, table
from referral_desk.queries.meetings import MeetingRow, meetings
from referral_desk.texts import N_, label, say

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> Exit:
    """List meetings."""
    language = arguments.language
    with opened(arguments) as (_file, desk):
        year = arguments.year or desk.today.year
        found = desk.ask(meetings, year=year, today=desk.today, language=language).rows
        if arguments.group:
            wanted = desk.ask(group_id, code=arguments.group)
            found = tuple(row for row in found if row.group_id == wanted)
    if arguments.json:
        say_json(found)
        return Exit.DONE
    head = [say(word, language) for word in HEAD]
    say_lines(table(head, [_cells(row, language) for row in found]) if found else [say(NOTHING, language)])
    return Exit.DONE


HEAD = (N_("Day"), N_("Group"), N_("Quarter"), N_("Stage"), N_("Items"), N_("Papers"), N_("Remarks"))
NOTHING = N_("There are no meetings here yet.")
CANCELLED = N_("cancelled")
BAD = N_("{count} papers cannot be used")
OVER = N_("{minutes} minutes too long")


def _cells(row: MeetingRow, language: str) -> list[str]:
    remarks = []
    if row.is_cancelled:
        remarks.append(say(CANCELLED, language))
    if row.bad_papers:
        remarks.append(say(BAD, language, count=row.bad_papers))
    if row.minutes_over:
        remarks.append(say(OVER, language, minutes=row.minutes_over))
    return [
        f"{row.day} {row.starts:%H:%M}",
        row.group,
        f"{row.year}/{row.quarter}",
        label(row.stage, language),
        str(row.items),
        str(row.papers),
        ", ".join(remarks),
    ]
