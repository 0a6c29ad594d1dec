"""Open a desk for one command: by passphrase file, by the environment, or by this computer's keyring."""

from __future__ import annotations

import getpass
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from referral_desk.desk import Desk
from referral_desk.deskfile import DeskFile, open_desk
from referral_desk.errors import DeskError, Invalid, Unavailable
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import DataKey, Unlock, Vault, with_keyring, with_passphrase

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

VARIABLE: Final = "REFERRAL_DESK_PASSPHRASE"
LONGEST: Final = 4096


def unlock(passphrase_file: Path | None, language: str) -> Unlock:
    """How a desk is to be opened: the file first, then the environment variable, then the keyring.

    Unavailable if the file cannot be read or is empty; `language` is for what the keyring has to say.
    """
    if passphrase_file is not None:
        return with_passphrase(_first_line(passphrase_file))
    if os.environ.get(VARIABLE):
        return with_passphrase(os.environ[VARIABLE])

    def by_keyring(vault: Vault) -> DataKey:
        try:
            return with_keyring()(vault)
        except DeskError as refusal:
            raise Unavailable(
                "{reason} Name a file that holds it with --passphrase-file, or set {variable}.",
                reason=refusal.sentence(language),
                variable=VARIABLE,
            ) from refusal

    return by_keyring


def _first_line(path: Path) -> str:
    try:
        # Some editors put an invisible mark before the first letter.
        with path.open(encoding="utf-8-sig") as file:
            line = file.readline(LONGEST).rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise Unavailable(
            "The passphrase file {file} cannot be read: see that it is there and holds one line of plain text.",
            file=path,
        ) from error
    if not line:
        raise Unavailable("The first line of {file} is empty: it must hold the passphrase.", file=path)
    return line


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

    Raises Unavailable, with the reason in a sentence, where it cannot be opened.
    """
    try:
        desk_file = open_desk(arguments.desk, unlock(arguments.passphrase_file, arguments.language))
    except Invalid as refusal:
        # Whether the passphrase or the place is wrong: to a script it is a desk that does not open.
        raise Unavailable(refusal.template, **refusal.values) from refusal
    with desk_file:
        yield desk_file, sit_down(desk_file.database, person())
