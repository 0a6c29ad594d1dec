"""`loose-ends`: everything that is late, missing or soon due, most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.errors import Invalid
from referral_desk.headless.choosing import group_codes, group_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines, table
from referral_desk.queries.loose_end_rows import NeedKind, NeedRow
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.texts import N_, label, say

if TYPE_CHECKING:
    import argparse
    import datetime as dt

CALM = frozenset({NeedKind.EXPLAINED})
"""Told, but nobody has to do anything."""


def run(arguments: argparse.Namespace) -> Exit:
    """List what is open now, as late as it is on the day; the exit code tells whether there is any."""
    language = arguments.language
    with opened(arguments) as (_file, desk):
        day = arguments.on or desk.today
        if day < desk.today:
            raise Invalid(GONE_BY, day=desk.today)
        wanted = desk.ask(group_id, code=arguments.group) if arguments.group else None
        rows = desk.ask(loose_ends, day=day, language=language, group_id=wanted)
        codes = desk.ask(group_codes)
    if arguments.json:
        say_json({"day": day, "loose_ends": [_told(row, codes[row.group_id], day, language) for row in rows]})
    elif rows:
        head = [say(word, language) for word in HEAD]
        say_lines(
            [say(AS_OF, language, day=day.isoformat()), *table(head, [_cells(row, day, language) for row in rows])]
        )
    else:
        say_lines([say(NONE, language, day=day.isoformat())])
    return Exit.DONE_WITH_REMARKS if any(row.kind not in CALM for row in rows) else Exit.DONE


GONE_BY = N_("What was open on an earlier day is not told: name a day from {day} on, or none with --on.")
AS_OF = N_("As of {day}")
NONE = N_("Nothing is open on {day}.")
HEAD = (N_("Due"), N_("What"), N_("Count"), N_("Group"), N_("Meeting"), N_("Expected of"), N_("About"))
QUARTER = N_("quarter {number}, {year}")
LATE = N_("{day} late")


def _told(row: NeedRow, code: str, day: dt.date, language: str) -> dict[str, object]:
    return {
        "kind": row.kind,
        "label": label(row.kind, language),
        "theme": row.theme,
        "code": code,
        "group": row.group,
        "due": row.due,
        "is_late": row.due is not None and row.due < day,
        "meeting_day": row.day,
        "year": row.year,
        "quarter": row.quarter,
        "count": row.count,
        "sectors": row.sectors,
        "expected": row.expected,
        "reference": row.reference,
        "said": row.said,
    }


def _cells(row: NeedRow, day: dt.date, language: str) -> list[str]:
    due = row.due.isoformat() if row.due else ""
    told = f"{row.reference} {row.said}".strip()
    about = ", ".join(label(sector, language) for sector in row.sectors) or told
    if not about and row.meeting_id is None and row.quarter:
        about = say(QUARTER, language, number=row.quarter, year=row.year)
    return [
        say(LATE, language, day=due) if row.due and row.due < day else due,
        label(row.kind, language),
        str(row.count) if row.count else "",
        row.group,
        row.day.isoformat() if row.day else "",
        label(row.expected, language),
        about,
    ]
