"""An open desk file: its database, its vault, its lock; and the way to open one."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import text

from referral_desk import schema
from referral_desk.config import Folders, folders
from referral_desk.database import Database
from referral_desk.deskfile.backup import Backup, back_up, read_head
from referral_desk.deskfile.check import Findings, examine
from referral_desk.deskfile.occupancy import Occupancy
from referral_desk.deskfile.places import check_place
from referral_desk.errors import DeskError, Invalid, Unavailable
from referral_desk.faults import explained
from referral_desk.files import marked_read_only, read_only
from referral_desk.vault import DataKey, Keychain, Stretch, Unlock, Vault, Way

if TYPE_CHECKING:
    from types import TracebackType

SUFFIX: Final = ".desk"
PLAIN: Final = b"SQLite format 3\0"


class DeskFile:
    """A desk that is open in this process; close it to let others have it."""

    def __init__(self, database: Database, vault: Vault, key: DataKey, occupancy: Occupancy, head: bytes) -> None:
        self.path, self.database, self.vault = Path(database.place), database, vault
        self._key, self._occupancy, self._head = key, occupancy, head
        # The backup that was made because opening the desk changed its tables.
        self.upgraded_from: Backup | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def backups(self) -> Path:
        """The folder of this desk's backups."""
        return self.path.with_name(f"{self.path.stem} backups")

    def back_up(self, now: dt.datetime, folder: Path | None = None) -> Backup:
        """Make a checked copy of the desk and its keys (see `backup.back_up`)."""
        return back_up(self.database, self._key, self.vault, folder or self.backups, now)

    def check_integrity(self) -> Findings:
        """Look at every page and the whole structure; a large desk takes seconds.

        Raises Unavailable where the file is too damaged to be examined.
        """
        with explained(self.database.place):
            connection = self.database.engine.raw_connection()
            try:
                driver: Any = connection.driver_connection
                return examine(driver, self._head, self.vault.salt)
            finally:
                connection.close()

    def is_in_keyring(self, keychain: Keychain | None = None) -> bool:
        """Whether this computer's keyring opens the desk; where not, offer `put_key_back`."""
        try:
            self.vault.by_keyring(keychain or Keychain()).wipe()
        except DeskError:
            return False
        return True

    def put_key_back(self, keychain: Keychain | None = None) -> None:
        """Let this computer's keyring open the desk from now on (Unavailable says why it cannot)."""
        self.vault.keep_in_keyring(self._key, keychain or Keychain())

    def change_passphrase(self, old: str, new: str, work: Stretch | None = None) -> None:
        """Set a new passphrase; where there is one already, the old one must be right (Invalid)."""
        if Way.PASSPHRASE in self.vault.ways:
            self.vault.by_passphrase(old).wipe()
        self.vault.set_passphrase(self._key, new, work)

    def new_recovery_code(self) -> str:
        """Make a recovery code to show once; it counts when `vault.confirm_recovery` has seen it typed back."""
        return self.vault.new_recovery_code(self._key)

    def close(self) -> None:
        """Close the database, forget the key, let others have the desk; may be called twice."""
        self.database.close()
        self._key.wipe()
        self._occupancy.leave()


def open_desk(path: Path, unlock: Unlock, *, own: Folders | None = None, steps: schema.Steps = schema.OURS) -> DeskFile:
    """Open a desk file, and bring it to this program's schema after a backup.

    `unlock` is one of `vault.with_keyring`, `with_passphrase`, `with_recovery_code`. A failure makes no file, changes
    none, and is told in one sentence: Unavailable (missing, in use, read-only, damaged, newer, disk full, no keyring)
    or Invalid (a network or cloud folder, not a desk, a wrong passphrase or code).
    """
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
        head = _head_of_a_desk(path)
        vault = load_vault(path, own, head)
        key = unlock(vault)
        undo.callback(key.wipe)
        desk_file = occupy(path, vault, key, occupancy, head)
        undo.callback(desk_file.database.close)
        _upgrade(desk_file, steps)
        undo.pop_all()
    if not vault.copies_agree():
        with contextlib.suppress(DeskError):
            vault.save()
    return desk_file


def ways_to_open(path: Path, *, own: Folders | None = None) -> frozenset[Way]:
    """Give the ways in which a desk can be opened, so that a window knows what to ask for.

    Raises Unavailable where there is no key file, nor a copy of it.
    """
    path = true_path(path)
    return load_vault(path, own, _head_of_a_desk(path)).ways


def true_path(path: Path) -> Path:
    """Give the one path of a file that links may give many names: lock and keys lie beside it."""
    return Path(os.path.realpath(path))


def load_vault(path: Path, own: Folders | None, head: bytes) -> Vault:
    """Read a desk's keys from beside it, or else this computer's copy, found by the desk's first bytes."""
    return Vault.load(path.with_suffix(".keys"), [key_copy(own, head.hex())])


def key_copy(own: Folders | None, vault_id: str) -> Path:
    """Give the place of this computer's copy of a desk's keys."""
    return (own or folders()).keys / f"{vault_id}.keys"


def occupy(path: Path, vault: Vault, key: DataKey, occupancy: Occupancy, head: bytes) -> DeskFile:
    """Give the open desk, once the key was seen to open it; raises Unavailable where the file is damaged.

    `head` is how the file began before the engine opened it (see `read_head`).
    """
    database = Database.embedded(path, key.copy(), vault.salt)
    try:
        with database.read() as session:
            session.scalar(text("SELECT count(*) FROM sqlite_schema"))
    except Unavailable as error:
        database.close()
        if head != vault.salt:
            raise Unavailable(
                "{keys} belongs to another desk, or the beginning of {file} is damaged. Look for the key file that was"
                " made with this desk, or open the newest backup.",
                keys=vault.path,
                file=path,
            ) from error
        raise
    except BaseException:
        database.close()
        raise
    return DeskFile(database, vault, key, occupancy, head)


def _head_of_a_desk(path: Path) -> bytes:
    head = read_head(path)
    if len(head) < len(PLAIN):
        raise Invalid("{file} is not a desk: it is empty or nearly so. Choose another file.", file=path)
    if head == PLAIN:
        raise Invalid("{file} is not a desk: it is a database that nobody encrypted. Choose another file.", file=path)
    return head


def _upgrade(desk_file: DeskFile, steps: schema.Steps) -> None:
    def keep() -> None:
        desk_file.upgraded_from = desk_file.back_up(dt.datetime.now(dt.UTC))

    schema.upgrade(desk_file.database, steps, before=keep)
