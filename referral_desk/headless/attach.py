"""`attach`: put papers behind an item of a meeting's agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from referral_desk.errors import DeskError
from referral_desk.files import explain
from referral_desk.guard.attachments import inspect_many
from referral_desk.headless.choosing import item_id, meeting_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import opened
from referral_desk.headless.output import say_json, say_lines
from referral_desk.operations.papers import Incoming, attach_paper
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

ATTACHED = N_("{file}: attached.")
ATTACHED_BUT = N_("{file}: attached, but a page in the pack will say: {problem}")
NOT_ATTACHED = N_("{file}: not attached. {problem}")


def run(arguments: argparse.Namespace) -> Exit:
    """Attach each file; one that cannot be attached does not keep the others out."""
    language = arguments.language
    told: list[dict[str, Any]] = []
    # All files are read before anything is changed: a mistyped name changes nothing.
    contents = [(_read(path), path.name) for path in arguments.files]
    with opened(arguments) as (_file, desk):
        meeting = desk.ask(meeting_id, code=arguments.group, day=arguments.date, today=desk.today)
        item = desk.ask(item_id, meeting=meeting, number=arguments.item)
        for (content, name), found in zip(contents, inspect_many(contents), strict=True):
            row: dict[str, Any] = {"file": name, "attached": True, "problem": found.sentence(language)}
            try:
                desk.do(attach_paper, item_id=item, file=Incoming.of(content, found))
            except DeskError as refusal:
                row |= {"attached": False, "problem": refusal.sentence(language)}
            told.append(row)
    if arguments.json:
        say_json(told)
    else:
        say_lines(_line(row, language) for row in told)
    return Exit.DONE_WITH_REMARKS if any(row["problem"] for row in told) else Exit.DONE


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise explain(error, path) from error


def _line(row: dict[str, Any], language: str) -> str:
    sentence = ATTACHED if not row["problem"] else ATTACHED_BUT if row["attached"] else NOT_ATTACHED
    return say(sentence, language, file=row["file"], problem=row["problem"])
