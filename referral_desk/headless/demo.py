"""`demo`: make a demo desk, and say how to open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from referral_desk.demo.make import NAME, PASSPHRASE, make_demo
from referral_desk.deskfile.occupancy import Occupancy
from referral_desk.errors import Invalid, Unavailable
from referral_desk.files import explain
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.output import say_lines
from referral_desk.texts import N_, say

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

PASSPHRASE_FILE: Final = "passphrase.txt"  # noqa: S105 - a file name
MADE: Final = N_("Made {file}. Everything on it is invented.")
OPEN: Final = N_("Open it:")
# What belongs to a demo desk of an earlier run.
PARTS: Final = (NAME, "demo.keys", "demo.lock", "demo.desk-wal", "demo.desk-shm")


def run(arguments: argparse.Namespace) -> Exit:
    """Make DIR/demo.desk and the file with its passphrase."""
    folder: Path = arguments.folder
    path = folder / NAME
    if path.exists():
        if not arguments.force:
            raise Invalid("There is a demo desk at {file} already: add --force to make it anew.", file=path)
        _clear(folder)
    try:
        make_demo(path)
        (folder / PASSPHRASE_FILE).write_text(PASSPHRASE + "\n", encoding="utf-8")
    except OSError as error:
        raise explain(error, folder / PASSPHRASE_FILE) from error
    except BaseException:
        # Half a demo desk helps nobody.
        _clear(folder)
        raise
    language = arguments.language
    how = f"--desk {_quoted(path)} --passphrase-file {_quoted(folder / PASSPHRASE_FILE)}"
    say_lines(
        [
            say(MADE, language, file=path),
            f"passphrase: {PASSPHRASE}",
            say(OPEN, language),
            f"  python -m ui {how}",
            f"  python -m referral_desk meetings {how}",
            f"  python -m referral_desk pack --group national --next --out {_quoted(folder / 'pack.pdf')} {how}",
        ]
    )
    return Exit.DONE


def _clear(folder: Path) -> None:
    try:
        # Whoever has it open keeps it.
        Occupancy.take(folder / NAME).leave()
        for name in PARTS:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable("The demo desk in {folder} cannot be replaced: close it first.", folder=folder) from error


def _quoted(path: Path) -> str:
    # Double quotes are understood by every shell.
    return f'"{path}"' if " " in str(path) else str(path)
