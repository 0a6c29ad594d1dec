"""`escalations`: what groups sent up, who has it now and since when, and what is expected next of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.errors import Invalid
from referral_desk.headless.choosing import group_id, theme_code
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import fields, say_json, say_lines, table
from referral_desk.queries.escalations import EscalationFilters, EscalationRow, escalation_rows
from referral_desk.queries.withheld import without_words
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import Tier

if TYPE_CHECKING:
    import argparse

PART = 500
HEAD = (N_("Reference"), N_("State"), N_("Days"), N_("With"), N_("Raised by"), N_("Title"), N_("Next"))
NOTHING = N_("There are no such escalations.")
GONE_BY = N_("Where each escalation lay on an earlier day is not told: name a day from {day} on, or none with --on.")
LATE = N_("{days}, late")


def run(arguments: argparse.Namespace) -> Exit:
    """List escalations as they are, those that have waited longest first; --on counts their days to a day to come."""
    language = arguments.language
    with opened(arguments) as (_file, desk):
        day = arguments.on or desk.today
        if day < desk.today:
            raise Invalid(GONE_BY, day=desk.today)
        raised_by = desk.ask(group_id, code=arguments.group) if arguments.group else None
        filters = EscalationFilters(
            level=Tier(arguments.level) if arguments.level else None,
            group_id=raised_by,
            theme=desk.ask(theme_code, code=arguments.theme) if arguments.theme else "",
            is_open=True if arguments.open else None,
            older_than=arguments.older_than,
        )
        rows: list[EscalationRow] = []
        while True:
            # A list for a script is whole, and is asked for in parts that every engine takes.
            found = desk.ask(escalation_rows, filters=filters, day=day, language=language, start=len(rows), count=PART)
            rows += found.rows
            if not found.has_more:
                break
    if not arguments.confidential:
        rows = [without_words(row, "title") for row in rows]
    if arguments.json:
        say_json({"day": day, "escalations": [fields(row) for row in rows]})
    elif not rows:
        say_lines([say(NOTHING, language)])
    else:
        say_lines(table([say(word, language) for word in HEAD], [_cells(row, language) for row in rows]))
    return Exit.DONE


def _cells(row: EscalationRow, language: str) -> list[str]:
    days = str(row.waits_days) if row.state.is_open else ""
    return [
        row.reference,
        label(row.state, language),
        say(LATE, language, days=days) if row.is_late else days,
        row.holder if row.state.is_open else "",
        ", ".join(row.origins),
        " ".join(row.title.split()) or label(row.label, language),
        row.next_step,
    ]
