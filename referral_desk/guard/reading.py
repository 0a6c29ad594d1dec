"""Read a file that somebody wants to attach: refuse folders, and what is too large before it fills the memory."""

from __future__ import annotations

from pathlib import Path

from referral_desk.errors import Invalid
from referral_desk.files import explain
from referral_desk.guard.findings import MOST_BYTES, SENTENCES, Problem
from referral_desk.guard.inspection import megabytes


def read_paper(path: Path) -> bytes:
    """Give a file's bytes, to be inspected; Invalid for a folder or one too large, Unavailable for one not readable."""
    try:
        if path.is_dir():
            raise Invalid("“{name}” is a folder: choose the papers in it.", name=path.name)
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Invalid(
                SENTENCES[Problem.TOO_LARGE], name=path.name, size=megabytes(size), limit=megabytes(MOST_BYTES)
            )
        return path.read_bytes()
    except OSError as error:
        raise explain(error, path) from error
