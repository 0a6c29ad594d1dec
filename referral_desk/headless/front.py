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
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    from collections.abc import Sequence

STOPPED = N_("Stopped. What was done before stays; nothing was left half done.")
BUG = N_("This is a fault in the program ({kind} in {place}, line {line}). Nothing you did caused it.")


def run(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name and give its exit code; `words` defaults to the process's own.

    Raises SystemExit where argparse answers by itself: help, the version, words that are off.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console or a pipe may not know every letter: better a sign than no answer.
            stream.reconfigure(errors="replace")
    arguments = parser().parse_args(words)
    language = arguments.language
    try:
        # Only the chosen command is loaded: `groups` need not wait for what makes PDFs.
        command = importlib.import_module(f"referral_desk.headless.{arguments.command.replace('-', '_')}")
        code = int(command.run(arguments))
        sys.stdout.flush()
    except DeskError as refusal:
        say_problem(refusal.sentence(language))
        return Exit.REFUSED if isinstance(refusal, Invalid | NotAllowed | Stale) else Exit.UNAVAILABLE
    except BrokenPipeError:
        # The reader went away (`... | head`): not our problem, and nothing more to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        say_problem(say(STOPPED, language))
        return Exit.STOPPED
    except Exception as bug:  # noqa: BLE001 - the last stop: a bug is told by place, never with content
        place = traceback.extract_tb(bug.__traceback__)[-1]
        say_problem(say(BUG, language, kind=type(bug).__name__, place=place.name, line=place.lineno))
        return Exit.BROKEN
    return code
