"""A backup: a whole copy of a desk under the same key, made while people work and believed only after a check."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from referral_desk.cipher import open_file
from referral_desk.database import Database
from referral_desk.deskfile.check import Findings, examine, rows_by_table
from referral_desk.deskfile.doorstep import read_head
from referral_desk.errors import Unavailable
from referral_desk.faults import explained
from referral_desk.files import explain, put_in_place

if TYPE_CHECKING:
    from referral_desk.vault import DataKey, Vault

COMPANIONS = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Backup:
    """A backup that was checked: it opens like any desk, with the keys it lies beside."""

    path: Path
    made: dt.datetime
    rows: int
    size: int


def back_up(database: Database, key: DataKey, vault: Vault, folder: Path, now: dt.datetime) -> Backup:
    """Copy a desk into a folder as "NAME 2026-11-21 140503.desk", with its key file beside it.

    The copy holds one state of the desk, counted in the same moment; people can go on working. It gets its name only
    after every page and every count was checked. `now` is an instant; the name says it in this computer's time. Raises
    Unavailable where the disk refuses or the copy is not sound; nothing half-made stays behind.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, folder) from error
    path = _free_name(folder, f"{vault.path.stem} {now.astimezone():%Y-%m-%d %H%M%S}")
    draft = path.with_suffix(".part")
    keys = path.with_suffix(".keys")
    try:
        counted = _copy(database, key, vault.salt, draft, path)
        findings, found = _examine(draft, key, vault.salt, path)
        if not findings.sound or found != counted:
            raise Unavailable(
                "The backup of {desk} is not the same as the desk and was thrown away. Check the desk and the disk,"
                " then try again.",
                desk=vault.path.stem,
            )
        # The keys first: a backup that has its name can be opened.
        vault.write_copy(keys)
        try:
            _sync(draft)
            put_in_place(draft, path)
        except OSError as error:
            raise explain(error, path) from error
    except BaseException:
        remove(draft)
        if not path.exists():
            keys.unlink(missing_ok=True)
        raise
    return Backup(path, now, sum(counted.values()), path.stat().st_size)


def remove(path: Path) -> None:
    """Remove a database file that nobody has open, and what the engine keeps beside it."""
    for companion in COMPANIONS:
        with contextlib.suppress(OSError):
            path.with_name(path.name + companion).unlink(missing_ok=True)


def _free_name(folder: Path, stem: str) -> Path:
    names = (f"{stem}{suffix}.desk" for suffix in ["", *(f" ({number})" for number in range(2, 1000))])
    return next(folder / name for name in names if not (folder / name).exists())


def _copy(database: Database, key: DataKey, salt: bytes, draft: Path, path: Path) -> dict[str, int]:
    remove(draft)
    with database.read() as session:
        source: Any = session.connection().connection.dbapi_connection
        counted = rows_by_table(source)
        with explained(str(path)):
            target: Any = open_file(draft, key, salt, create=True)
            try:
                source.backup(target)
            finally:
                target.close()
    return counted


def _examine(draft: Path, key: DataKey, salt: bytes, path: Path) -> tuple[Findings, dict[str, int]]:
    head = read_head(draft)
    with explained(str(path)):
        copy: Any = open_file(draft, key, salt)
        try:
            return examine(copy, head, salt), rows_by_table(copy)
        finally:
            copy.close()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
