"""What the front end's exit codes mean: scripts rely on them, docs/headless.md lists them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """One meaning for each code."""

    DONE = 0
    # Done, but something needs a look: a paper that cannot be used, a check that found something.
    DONE_WITH_REMARKS = 1
    # The command's words are off (argparse's own code).
    USAGE = 2
    # A rule of the desk said no; nothing was changed.
    REFUSED = 3
    # The world did not help: no such desk, wrong passphrase, disk full, in use. Nothing was changed.
    UNAVAILABLE = 4
    # A bug.
    BROKEN = 70
    # Ctrl+C (what shells give a program that was interrupted).
    STOPPED = 130
