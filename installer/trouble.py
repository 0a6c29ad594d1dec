"""What can stop the set-up: one sentence for the person, one exit code for a script."""

from __future__ import annotations

import re

FAILED = 1
WRONG_PYTHON = 3
MISSING = 4
NOT_FETCHED = 5

_ADDRESS = re.compile(r"\b(?:https?|ftp|file)://[^\s'\")>,]+")
_HOST = re.compile(r"host='[^']*'")


class Trouble(Exception):
    """Stops the command with a sentence; `code` becomes the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def without_addresses(text: str) -> str:
    """The text as it may be shown: where packages come from is this machine's own business."""
    return _HOST.sub("host", _ADDRESS.sub("the package index", text))
