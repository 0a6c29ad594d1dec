"""Run one command and turn what happens into an exit code."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from typing import TYPE_CHECKING

from referral_desk.errors import DeskError, Invalid, NotAllowed, Stale
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.output import say_problem
from referral_desk.headless.parser import parser

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name; `words` defaults to the process's own."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A Windows console or a pipe may not know every Danish letter.
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(words)
    try:
        # Only the chosen command is loaded: `groups` need not wait for what makes PDFs.
        command = importlib.import_module(f"referral_desk.headless.{arguments.command}")
        return int(command.run(arguments))
    except DeskError as refusal:
        say_problem(refusal.sentence(arguments.language))
        return Exit.REFUSED if isinstance(refusal, Invalid | NotAllowed | Stale) else Exit.UNAVAILABLE
    except BrokenPipeError:
        # The reader went away (`... | head`): not our problem, and nothing more to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception as bug:  # noqa: BLE001 - the last stop: a bug is told by place, never with content
        place = traceback.extract_tb(bug.__traceback__)[-1]
        say_problem(f"This is a fault in the program ({type(bug).__name__} in {place.name}, line {place.lineno}).")
        return Exit.BROKEN
