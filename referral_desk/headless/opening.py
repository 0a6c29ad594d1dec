"""Open a desk for one command: by passphrase file, by the environment, or by this computer's keyring."""

from __future__ import annotations

import getpass
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from referral_desk.desk import Desk, User
from referral_desk.deskfile import DeskFile, open_desk
from referral_desk.errors import Unavailable
from referral_desk.sitting import sit_down
from referral_desk.vault import Unlock, with_keyring, with_passphrase

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

VARIABLE: Final = "REFERRAL_DESK_PASSPHRASE"
LONGEST: Final = 4096


def unlock(passphrase_file: Path | None) -> Unlock:
    """How a desk is to be opened: the file first, then the environment variable, then the keyring.

    Unavailable if the file cannot be read.
    """
    if passphrase_file is not None:
        try:
            with passphrase_file.open(encoding="utf-8") as file:
                return with_passphrase(file.readline(LONGEST).rstrip("\r\n"))
        except (OSError, UnicodeDecodeError) as error:
            raise Unavailable("The passphrase file {file} cannot be read.", file=passphrase_file) from error
    if VARIABLE in os.environ:
        return with_passphrase(os.environ[VARIABLE])
    return with_keyring()


def person() -> User:
    """Who works: the name that the computer knows the person by."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):
        name = "?"
    return User(name)


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[tuple[DeskFile, Desk]]:
    """Open the desk that the command names, and close it afterwards.

    Raises Invalid or Unavailable, each with its sentence.
    """
    with open_desk(arguments.desk, unlock(arguments.passphrase_file)) as desk_file:
        yield desk_file, sit_down(desk_file.database, person())
