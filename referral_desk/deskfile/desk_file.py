"""An open desk file: its database, its vault, its lock; and the way to open one."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import text

from referral_desk import schema
from referral_desk.config import Folders
from referral_desk.database import Database
from referral_desk.deskfile.backup import Backup, back_up
from referral_desk.deskfile.check import Findings, examine
from referral_desk.deskfile.doorstep import Doorstep, step_up
from referral_desk.deskfile.occupancy import Occupancy
from referral_desk.errors import DeskError, Unavailable
from referral_desk.faults import explained
from referral_desk.vault import DataKey, Keychain, Stretch, Unlock, Vault, Way

if TYPE_CHECKING:
    from types import TracebackType


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
    return enter(step_up(path, unlock, own=own), steps=steps)


def enter(doorstep: Doorstep, *, steps: schema.Steps = schema.OURS) -> DeskFile:
    """Open the desk on whose doorstep we are; on a failure the doorstep is left. Errors as in `open_desk`."""
    with contextlib.ExitStack() as undo:
        undo.callback(doorstep.leave)
        desk_file = occupy(doorstep.path, doorstep.vault, doorstep.key, doorstep.occupancy, doorstep.head)
        undo.callback(desk_file.database.close)
        _upgrade(desk_file, steps)
        undo.pop_all()
    if not doorstep.vault.copies_agree():
        with contextlib.suppress(DeskError):
            doorstep.vault.save()
    return desk_file


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


def _upgrade(desk_file: DeskFile, steps: schema.Steps) -> None:
    def keep() -> None:
        desk_file.upgraded_from = desk_file.back_up(dt.datetime.now(dt.UTC))

    schema.upgrade(desk_file.database, steps, before=keep)
