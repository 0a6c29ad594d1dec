"""`actions`: the groups' actions, those due first first, as the typed query of the window finds them; also as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.errors import Invalid
from referral_desk.headless.choosing import group_id, group_name
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.minutes import save
from referral_desk.headless.opening import opened
from referral_desk.headless.output import fields, say_json, say_lines, table
from referral_desk.headless.pack import check_target
from referral_desk.queries.action_search import find_actions, me
from referral_desk.queries.actions import ActionRow
from referral_desk.queries.document_content import action_line, actions_to_list
from referral_desk.queries.documents import ActionList
from referral_desk.queries.withheld import without_words
from referral_desk.reports.documents import build_in_worker
from referral_desk.shorthand.action_query import quoted, read_query
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import Label

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Sequence

EVERY = 1_000_000
"""A list for a script is whole."""
HEAD = (N_("Reference"), N_("Deadline"), N_("Owner"), N_("State"), N_("What is to be done"))
NOTHING = N_("There are no such actions.")
OVERDUE = N_("overdue")


def run(arguments: argparse.Namespace) -> Exit:
    """List actions, or save the list as PDF."""
    language = arguments.language
    if arguments.out:
        if arguments.query:
            raise Invalid("A list as PDF is of open actions: leave --query out.")
        # Before the work, not after it.
        check_target(arguments.out)
    with opened(arguments) as (_file, desk):
        day = desk.today
        words = [arguments.query]
        if arguments.owner:
            words.append(f"owner:{quoted(arguments.owner)}")
        if arguments.overdue:
            words.append("is:overdue")
        page = desk.ask(
            find_actions,
            sought=read_query(" ".join(words), day),
            day=day,
            language=arguments.document_language if arguments.out else language,
            person_id=desk.ask(me, user=desk.user.name),
            group_id=desk.ask(group_id, code=arguments.group) if arguments.group else None,
            at_most=EVERY,
        )
        if arguments.out:
            group = desk.ask(group_name, code=arguments.group, day=day, language=arguments.document_language)
            listed = desk.ask(actions_to_list, rows=page.rows, with_closed=arguments.confidential)
    rows = [row if arguments.confidential else without_words(row, "text", "item", "reason") for row in page.rows]
    if arguments.out:
        return _save(arguments, listed, day, group)
    if arguments.json:
        say_json({"day": day, "actions": [fields(row) for row in rows]})
    elif not rows:
        say_lines([say(NOTHING, language)])
    else:
        say_lines(table([say(word, language) for word in HEAD], [_cells(row, language) for row in rows]))
    return Exit.DONE


def _save(arguments: argparse.Namespace, rows: Sequence[ActionRow], day: dt.date, group: str) -> Exit:
    content = ActionList(
        language=arguments.document_language,
        day=day,
        label=max((row.label for row in rows), key=lambda label: label.rank, default=Label.INTERNAL),
        actions=tuple(action_line(row) for row in rows),
        group=group,
        owner=arguments.owner or "",
        is_overdue_only=arguments.overdue,
    )
    return save(arguments, build_in_worker(content))


def _cells(row: ActionRow, language: str) -> list[str]:
    due = row.due.isoformat() if row.due else ""
    return [
        row.reference,
        f"{due} {say(OVERDUE, language)}" if row.is_overdue else due,
        row.owner,
        label(row.state, language),
        " ".join(row.text.split()) or label(row.label, language),
    ]
