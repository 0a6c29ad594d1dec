"""The first half of opening a desk: its place, its lock, its keys; light, so a window need not wait for the rest."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from referral_desk.config import folders
from referral_desk.deskfile.check import HEAD
from referral_desk.deskfile.occupancy import Occupancy
from referral_desk.deskfile.places import check_place
from referral_desk.errors import Invalid, Unavailable
from referral_desk.files import explain, marked_read_only, read_only
from referral_desk.vault import DataKey, Unlock, Vault, Way

if TYPE_CHECKING:
    from referral_desk.config import Folders

SUFFIX: Final = ".desk"
PLAIN: Final = b"SQLite format 3\0"


@dataclass(frozen=True)
class Doorstep:
    """A desk that is ours and whose key we have, not yet opened; `leave` it, or hand it to `desk_file.enter`."""

    path: Path
    vault: Vault
    key: DataKey
    occupancy: Occupancy
    # How the file began before the engine opened it (see `read_head`).
    head: bytes

    def leave(self) -> None:
        """Forget the key and let others have the desk."""
        self.key.wipe()
        self.occupancy.leave()


def step_up(path: Path, unlock: Unlock, *, own: Folders | None = None) -> Doorstep:
    """Take a desk for this process and unlock its key; errors as in `desk_file.open_desk`."""
    path = true_path(path)
    check_place(path)
    if not path.is_file():
        raise Unavailable(
            "There is no desk at {file}. Look for the place it was moved to, or choose it again.", file=path
        )
    if marked_read_only(path) or marked_read_only(path.parent):
        raise read_only(path)
    with contextlib.ExitStack() as undo:
        occupancy = Occupancy.take(path)
        undo.callback(occupancy.leave)
        head = head_of_a_desk(path)
        vault = load_vault(path, own, head)
        key = unlock(vault)
        undo.pop_all()
    return Doorstep(path, vault, key, occupancy, head)


def ways_to_open(path: Path, *, own: Folders | None = None) -> frozenset[Way]:
    """Give the ways in which a desk can be opened, so that a window knows what to ask for.

    Raises Unavailable where there is no key file, nor a copy of it.
    """
    path = true_path(path)
    return load_vault(path, own, head_of_a_desk(path)).ways


def true_path(path: Path) -> Path:
    """Give the one path of a file that links may give many names: lock and keys lie beside it."""
    return Path(os.path.realpath(path))


def load_vault(path: Path, own: Folders | None, head: bytes) -> Vault:
    """Read a desk's keys from beside it, or else this computer's copy, found by the desk's first bytes."""
    return Vault.load(path.with_suffix(".keys"), [key_copy(own, head.hex())])


def key_copy(own: Folders | None, vault_id: str) -> Path:
    """Give the place of this computer's copy of a desk's keys."""
    return (own or folders()).keys / f"{vault_id}.keys"


def read_head(path: Path) -> bytes:
    """Give the first 16 bytes of a file.

    Never while this process has the database open: closing any handle to the file would drop the engine's locks on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2). Raises Unavailable.
    """
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise explain(error, path) from error


def head_of_a_desk(path: Path) -> bytes:
    """Give the first 16 bytes of a file that may be a desk; Invalid where it is none."""
    head = read_head(path)
    if len(head) < len(PLAIN):
        raise Invalid("{file} is not a desk: it is empty or nearly so. Choose another file.", file=path)
    if head == PLAIN:
        raise Invalid("{file} is not a desk: it is a database that nobody encrypted. Choose another file.", file=path)
    return head
