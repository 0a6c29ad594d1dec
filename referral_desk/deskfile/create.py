"""Make a new desk: whole, with its keys, or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from referral_desk import schema
from referral_desk.config import Folders
from referral_desk.database import Database
from referral_desk.deskfile.backup import remove
from referral_desk.deskfile.desk_file import DeskFile, occupy
from referral_desk.deskfile.doorstep import SUFFIX, key_copy, read_head, true_path
from referral_desk.deskfile.occupancy import Occupancy
from referral_desk.deskfile.places import check_place
from referral_desk.errors import DeskError, Invalid
from referral_desk.files import explain, marked_read_only, put_in_place, read_only
from referral_desk.vault import DataKey, Keychain, Stretch, Vault
from referral_desk.vault.passphrase import check_new


@dataclass(frozen=True)
class NewDesk:
    """A desk that was just made."""

    desk_file: DeskFile
    # Show it once, let it be typed back (`desk_file.vault.confirm_recovery`), keep it nowhere.
    recovery_code: str
    # Why the keyring does not open it; None where it does or was not wanted.
    no_keyring: DeskError | None

    def __repr__(self) -> str:
        return f"<NewDesk {self.desk_file.path.name}>"


def create_desk(
    path: Path,
    *,
    passphrase: str | None = None,
    keychain: Keychain | None = None,
    use_keyring: bool = True,
    work: Stretch | None = None,
    own: Folders | None = None,
    steps: schema.Steps = schema.OURS,
) -> NewDesk:
    """Make an encrypted desk at a path that ends in ".desk", open it, and give its recovery code.

    The computer's keyring keeps the key where it can be trusted; a passphrase opens the desk beside it or instead of
    it. Without either nothing is made, and the Unavailable error says why a passphrase is asked for. Raises Invalid for
    a name that is taken, a folder that will not do, or a short passphrase; Unavailable where disk or keyring refuse.
    """
    path = true_path(path)
    if path.suffix != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
    _check_new(path, passphrase)
    keychain = keychain or Keychain()
    if passphrase is None:
        if not use_keyring:
            raise Invalid("A desk needs a passphrase or this computer's keyring. Choose at least one.")
        keychain.check()
    draft, keys = path.with_suffix(".part"), path.with_suffix(".keys")
    with contextlib.ExitStack() as undo:
        occupancy = Occupancy.take(path)
        undo.callback(occupancy.leave)
        _set_aside(keys)
        vault, key = Vault.for_new_desk(keys, lambda vault_id: [key_copy(own, vault_id)])
        undo.callback(key.wipe)
        undo.callback(remove, draft)
        _build(draft, key, vault, steps)
        # The keys come first: a desk that has its name can be opened.
        undo.callback(vault.discard)
        code = vault.new_recovery_code(key)
        if passphrase is not None:
            vault.set_passphrase(key, passphrase, work)
        no_keyring = _keep(vault, key, keychain) if use_keyring else None
        if passphrase is None and no_keyring:
            raise no_keyring
        try:
            put_in_place(draft, path)
        except OSError as error:
            raise explain(error, path) from error
        desk_file = occupy(path, vault, key, occupancy, read_head(path))
        undo.pop_all()
    return NewDesk(desk_file, code, no_keyring)


def _check_new(path: Path, passphrase: str | None) -> None:
    check_place(path)
    if path.exists():
        raise Invalid("There already is a {file}. Open it, or choose another name.", file=path)
    if passphrase is not None:
        check_new(passphrase)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, path.parent) from error
    if marked_read_only(path.parent):
        raise read_only(path)


def _set_aside(keys: Path) -> None:
    """Keep the key file of a desk that is no longer here: it may be the only one that opens it."""
    if keys.exists():
        moment = f"{dt.datetime.now(dt.UTC).astimezone():%Y-%m-%d %H%M%S}"
        try:
            keys.rename(keys.with_name(f"{keys.stem} until {moment}.keys"))
        except OSError as error:
            raise explain(error, keys) from error


def _build(draft: Path, key: DataKey, vault: Vault, steps: schema.Steps) -> None:
    # Left by a process that was killed while it made this desk; nobody can have it open, the lock is ours.
    remove(draft)
    database = Database.embedded(draft, key.copy(), vault.salt, create=True)
    try:
        schema.upgrade(database, steps)
    finally:
        database.close()


def _keep(vault: Vault, key: DataKey, keychain: Keychain) -> DeskError | None:
    try:
        vault.keep_in_keyring(key, keychain)
    except DeskError as refusal:
        return refusal
    return None
