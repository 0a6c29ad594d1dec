"""The key file beside a desk: its slots, each of which holds the data key sealed under another key.

JSON, so that a person can see what is in it: the vault's id, a value to check the key by, the slots, and a checksum
that tells a damaged file from a wrong passphrase. None of it opens the desk without a secret from outside.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import secrets
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final

from referral_desk.errors import Unavailable
from referral_desk.files import explain
from referral_desk.texts import N_

FORMAT: Final = "referral-desk-keys"
VERSION: Final = 1
ID: Final = 16
MISSING: Final = N_(
    "The key file {file} is missing, and without it nothing opens the desk. Look for it where the desk was copied from,"
    " or beside a backup, and put it next to the desk."
)
DAMAGED: Final = N_("The key file {file} is damaged. Put the copy in its place that lies beside a backup of this desk.")


class Way(Enum):
    """How a slot is opened."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret
    RECOVERY = "recovery"


class Unreadable(Unavailable):
    """The key file is missing or damaged; a copy of it helps."""


@dataclass(frozen=True)
class Slot:
    """The data key, sealed under a key that comes from a keyring, a passphrase or a recovery code."""

    way: Way
    made: str
    id: str = dataclasses.field(default_factory=lambda: secrets.token_hex(8))
    salt: str = dataclasses.field(default_factory=lambda: secrets.token_hex(16))
    sealed: str = ""
    # Passphrase: memory (KiB), passes and lanes of Argon2id.
    work: tuple[int, int, int] | None = None
    # Recovery: whether the code was typed back from paper.
    confirmed: bool = True
    # Keyring: whose, "user@computer".
    home: str = ""

    def context(self, vault_id: str) -> bytes:
        """What the seal is bound to: a slot does not open in another vault, nor as another kind."""
        return f"{FORMAT} {VERSION} {vault_id} {self.id} {self.way.value}".encode()


@dataclass(frozen=True)
class KeyFile:
    """All that a key file says."""

    vault_id: str
    check: str
    slots: tuple[Slot, ...] = ()

    def content(self) -> bytes:
        """Give the file's bytes."""
        said = {
            "format": FORMAT,
            "version": VERSION,
            "vault": self.vault_id,
            "check": self.check,
            "slots": [_told(slot) for slot in self.slots],
        }
        return json.dumps(said | {"sum": _sum(said)}, indent=1).encode() + b"\n"


def read_key_file(path: Path) -> KeyFile:
    """Read a key file.

    Raises Unreadable where it is missing or damaged, Unavailable where it is newer than this program or the disk fails.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(MISSING, file=path) from None
    except OSError as error:
        raise explain(error, path) from error
    try:
        said = json.loads(content)
        if said["format"] == FORMAT and said["version"] > VERSION:
            raise Unavailable(
                "The key file {file} was written by a newer version of this program. Nothing was changed: install the"
                " newest version and open the desk again.",
                file=path,
            )
        intact = said.pop("sum") == _sum(said) and said["format"] == FORMAT
        slots = tuple(_slot(fields) for fields in said["slots"])
        if intact and len(bytes.fromhex(said["vault"])) == ID:
            return KeyFile(said["vault"], said["check"], slots)
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise Unreadable(DAMAGED, file=path)


def _told(slot: Slot) -> dict[str, Any]:
    return {name: value for name, value in dataclasses.asdict(slot).items() if value is not None} | {
        "way": slot.way.value
    }


def _slot(fields: dict[str, Any]) -> Slot:
    work = fields.get("work")
    known = {field.name for field in dataclasses.fields(Slot)}
    values = {name: value for name, value in fields.items() if name in known}
    return Slot(**(values | {"way": Way(fields["way"]), "work": tuple(work) if work else None}))


def _sum(said: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
