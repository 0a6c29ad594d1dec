"""The vault of a desk: who can open it, and changing that without touching the desk itself."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import getpass
import platform
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from referral_desk.errors import DeskError, Invalid, Unavailable
from referral_desk.files import write_file
from referral_desk.vault import recovery
from referral_desk.vault.key import SIZE, DataKey, derive, unseal
from referral_desk.vault.keychain import Keychain
from referral_desk.vault.passphrase import Stretch, check_new, stretch
from referral_desk.vault.slots import ID, KeyFile, Slot, Unreadable, Way, read_key_file

Unlock = Callable[["Vault"], DataKey]


def with_keyring(keychain: Keychain | None = None) -> Unlock:
    """Open a desk with the key that the computer's keyring keeps."""
    return lambda vault: vault.by_keyring(keychain or Keychain())


def with_passphrase(passphrase: str) -> Unlock:
    """Open a desk with its passphrase."""
    return lambda vault: vault.by_passphrase(passphrase)


def with_recovery_code(code: str) -> Unlock:
    """Open a desk with the recovery code on paper."""
    return lambda vault: vault.by_recovery_code(code)


class Vault:
    """The slots of one desk's key, kept in a file and in copies of it.

    Every change is written at once: to the file, whole or not at all, then to the copies as far as they can be reached.
    """

    def __init__(self, path: Path, content: KeyFile, copies: Sequence[Path] = ()) -> None:
        self.path, self._content, self._copies = path, content, tuple(copies)

    @classmethod
    def for_new_desk(cls, path: Path, copies: Callable[[str], Sequence[Path]]) -> tuple[Vault, DataKey]:
        """Make a vault and its data key; nothing is written before the first slot.

        `copies` gives the places of the copies from the vault's id.
        """
        key, vault_id = DataKey.random(), secrets.token_hex(ID)
        return cls(path, KeyFile(vault_id, key.check(vault_id)), copies(vault_id)), key

    @classmethod
    def load(cls, path: Path, copies: Sequence[Path] = ()) -> Vault:
        """Read the key file, or the first copy that can be read, which then takes its place.

        Raises Unavailable where none can be read, with the reason of the file itself.
        """
        try:
            return cls(path, read_key_file(path), copies)
        except Unreadable as trouble:
            for copy in copies:
                with contextlib.suppress(Unreadable):
                    vault = cls(path, read_key_file(copy), copies)
                    vault.save()
                    return vault
            raise trouble from None

    @property
    def id(self) -> str:
        """The vault's name: 32 hexadecimal digits, which also stand at the head of the desk's file."""
        return self._content.vault_id

    @property
    def salt(self) -> bytes:
        """The first 16 bytes of the desk's file."""
        return bytes.fromhex(self.id)

    @property
    def ways(self) -> frozenset[Way]:
        """The ways in which this desk can be opened, here or elsewhere."""
        return frozenset(slot.way for slot in self._content.slots)

    @property
    def recovery_confirmed(self) -> bool:
        """Whether a recovery code was typed back from paper: before that it does not count."""
        return any(slot.confirmed for slot in self._slots(Way.RECOVERY))

    def by_keyring(self, keychain: Keychain) -> DataKey:
        """Give the data key with the keyring's help; Unavailable says why it cannot."""
        for slot in self._slots(Way.KEYRING):
            secret = keychain.get(self._account(slot))
            key = self._open(slot, _bytes(secret)) if secret else None
            if key:
                return key
        keychain.check()
        raise Unavailable(
            "The keyring on this computer does not hold the key of {desk}. Open it with the passphrase or the recovery"
            " code; the key can then be put back.",
            desk=self.path.stem,
        )

    def by_passphrase(self, passphrase: str) -> DataKey:
        """Give the data key with the passphrase; Invalid where it is not the right one."""
        slots = self._slots(Way.PASSPHRASE)
        if not slots:
            raise Invalid("{desk} has no passphrase. Open it with the recovery code.", desk=self.path.stem)
        for slot in slots:
            assert slot.work
            key = unseal(slot.sealed, stretch(passphrase, bytes.fromhex(slot.salt), *slot.work), slot.context(self.id))
            if key:
                return self._checked(key)
        raise Invalid(
            "This passphrase does not open {desk}. Look at the language and the capitals of the keyboard and type it"
            " again; nothing was changed.",
            desk=self.path.stem,
        )

    def by_recovery_code(self, code: str) -> DataKey:
        """Give the data key with the recovery code; Invalid where it is mistyped or another desk's."""
        slot, key = self._by_code(code)
        if not slot.confirmed:
            self._confirm(slot)
        return key

    def keep_in_keyring(self, key: DataKey, keychain: Keychain) -> None:
        """Let this computer's keyring open the desk, in place of what it held before.

        Raises Unavailable where the keyring cannot be trusted with it; nothing is changed then.
        """
        home = f"{getpass.getuser()}@{platform.node()}"
        secret = secrets.token_hex(SIZE)
        slot = self._new_slot(Way.KEYRING, home=home)
        keychain.put(self._account(slot), secret)
        old = [other for other in self._slots(Way.KEYRING) if other.home == home]
        self._replace(old, self._seal(slot, key, _bytes(secret)))
        for other in old:
            with contextlib.suppress(DeskError):
                keychain.remove(self._account(other))

    def set_passphrase(self, key: DataKey, passphrase: str, work: Stretch | None = None) -> None:
        """Let a passphrase open the desk, in place of the one before; the desk itself is not rewritten.

        `work` is measured on this computer where none is given. Raises Invalid for a passphrase that is too short.
        """
        check_new(passphrase)
        work = work or Stretch.measured()
        figures = (work.memory, work.passes, work.lanes)
        slot = self._new_slot(Way.PASSPHRASE, work=figures)
        sealed = key.seal(stretch(passphrase, bytes.fromhex(slot.salt), *figures), slot.context(self.id))
        self._replace(self._slots(Way.PASSPHRASE), dataclasses.replace(slot, sealed=sealed))

    def new_recovery_code(self, key: DataKey) -> str:
        """Make a recovery code; show it once, and let it be typed back with `confirm_recovery`.

        Until then the code before it goes on to count.
        """
        code = recovery.new_code()
        slot = self._new_slot(Way.RECOVERY, confirmed=False)
        waiting = [other for other in self._slots(Way.RECOVERY) if not other.confirmed]
        self._replace(waiting, self._seal(slot, key, recovery.read(code)))
        return code

    def confirm_recovery(self, typed: str) -> None:
        """Let the recovery code count, now that it was typed back; an older code then opens nothing.

        Raises Invalid where the typed code is not the one that was shown last.
        """
        slot, key = self._by_code(typed)
        key.wipe()
        if slot != self._slots(Way.RECOVERY)[-1]:
            raise Invalid("This is the old recovery code. Type the new one from the paper.")
        self._confirm(slot)

    def save(self) -> None:
        """Write the key file and its copies; Unavailable where the file itself cannot be written."""
        write_file(self.path, self._content.content(), private=True)
        for copy in self._copies:
            # A copy that cannot be written today is written the next time.
            with contextlib.suppress(DeskError, OSError):
                copy.parent.mkdir(parents=True, exist_ok=True)
                write_file(copy, self._content.content(), private=True)

    def write_copy(self, path: Path) -> None:
        """Put a copy of the key file beside a copy of the desk (Unavailable where it cannot be written)."""
        write_file(path, self._content.content(), private=True)

    def discard(self) -> None:
        """Remove the key file and its copies, because the desk they were made for was not."""
        for path in (self.path, *self._copies):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def copies_agree(self) -> bool:
        """Whether every copy says the same as the key file."""
        try:
            return all(read_key_file(copy) == self._content for copy in self._copies)
        except Unavailable:
            return False

    def _slots(self, way: Way) -> list[Slot]:
        return [slot for slot in self._content.slots if slot.way is way]

    def _account(self, slot: Slot) -> str:
        return f"{self.id}/{slot.id}"

    @staticmethod
    def _new_slot(way: Way, **fields: object) -> Slot:
        return Slot(way, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), **fields)  # type: ignore[arg-type]

    def _seal(self, slot: Slot, key: DataKey, secret: bytes) -> Slot:
        context = slot.context(self.id)
        return dataclasses.replace(slot, sealed=key.seal(derive(secret, bytes.fromhex(slot.salt), context), context))

    def _open(self, slot: Slot, secret: bytes) -> DataKey | None:
        context = slot.context(self.id)
        key = unseal(slot.sealed, derive(secret, bytes.fromhex(slot.salt), context), context)
        return self._checked(key) if key else None

    def _checked(self, key: DataKey) -> DataKey:
        if key.check(self.id) != self._content.check:
            raise Unavailable(
                "The key file {file} does not agree with itself. Put the copy in its place that lies beside a backup of"
                " this desk.",
                file=self.path,
            )
        return key

    def _by_code(self, code: str) -> tuple[Slot, DataKey]:
        secret = recovery.read(code)
        for slot in self._slots(Way.RECOVERY):
            key = self._open(slot, secret)
            if key:
                return slot, key
        raise Invalid(
            "This recovery code does not belong to {desk}, or a newer one took its place. Look for the paper with this"
            " desk's name.",
            desk=self.path.stem,
        )

    def _confirm(self, slot: Slot) -> None:
        self._replace(self._slots(Way.RECOVERY), dataclasses.replace(slot, confirmed=True))

    def _replace(self, old: Sequence[Slot], new: Slot) -> None:
        before = self._content
        kept = tuple(slot for slot in before.slots if slot not in old)
        self._content = dataclasses.replace(before, slots=(*kept, new))
        try:
            self.save()
        except BaseException:
            self._content = before
            raise


def _bytes(secret: str) -> bytes:
    # Whatever somebody else put into the keyring under our name is simply a wrong secret.
    return secret.encode()
