"""`meetings`: a year's meetings with their stage and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from referral_desk.headless.choosing import group_codes, group_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import fields, say_json, say_lines, table
from referral_desk.queries.agenda import ItemRow, agenda
from referral_desk.queries.meetings import MeetingRow, meetings
from referral_desk.queries.withheld import without_words
from referral_desk.texts import N_, label, say

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> Exit:
    """List meetings, with their agendas where that is asked for."""
    language = arguments.language
    with opened(arguments) as (_file, desk):
        year = arguments.year or desk.today.year
        found = desk.ask(meetings, year=year, today=desk.today, language=language).rows
        codes = desk.ask(group_codes)
        if arguments.group:
            wanted = desk.ask(group_id, code=arguments.group)
            found = tuple(row for row in found if row.group_id == wanted)
        agendas = {
            row.id: _items(desk.ask(agenda, meeting_id=row.id, language=language).items, arguments)
            for row in found
            if arguments.agenda
        }
    if not arguments.confidential:
        found = tuple(without_words(row, "title") for row in found)
    if arguments.json:
        say_json([{"code": codes[row.group_id]} | fields(row) | _agenda(agendas.get(row.id)) for row in found])
        return Exit.DONE
    if not found:
        say_lines([say(NOTHING, language)])
        return Exit.DONE
    head = [say(word, language) for word in HEAD]
    top, *lines = table(head, [[codes[row.group_id], *_cells(row, language)] for row in found])
    say_lines([top])
    for row, line in zip(found, lines, strict=True):
        say_lines([line, *(_item(item, language) for item in agendas.get(row.id, ()))])
    return Exit.DONE


HEAD = (
    N_("Code"),
    N_("Day"),
    N_("Group"),
    N_("Quarter"),
    N_("Stage"),
    N_("Items"),
    N_("Papers"),
    N_("Remarks"),
)
NOTHING = N_("There are no meetings here.")
CANCELLED = N_("cancelled")
BAD = N_("papers that cannot be used: {count}")
OVER = N_("{minutes} minutes too long")
PAPERS = N_("papers: {count}")


def _items(items: tuple[ItemRow, ...], arguments: argparse.Namespace) -> tuple[ItemRow, ...]:
    return items if arguments.confidential else tuple(without_words(item, "title") for item in items)


def _agenda(items: tuple[ItemRow, ...] | None) -> dict[str, Any]:
    return {} if items is None else {"agenda": items}


def _item(item: ItemRow, language: str) -> str:
    told = f"{item.number:8d}  {item.starts:%H:%M}  {item.title or label(item.label, language)}"
    return f"{told} ({say(PAPERS, language, count=item.papers)})" if item.papers else told


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
