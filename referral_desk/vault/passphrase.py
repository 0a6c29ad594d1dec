"""A passphrase becomes a key slowly, so that guessing costs an attacker dearly (Argon2id, RFC 9106)."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Final

from referral_desk.errors import Invalid, Unavailable
from referral_desk.vault.key import SIZE

SHORTEST: Final = 12
SALT: Final = 16
# Bounds for what a key file may ask of this computer.
MOST_KIB, MOST_PASSES, MOST_LANES = 4 * 1024 * 1024, 64, 64


@dataclass(frozen=True)
class Stretch:
    """How much work a passphrase costs: memory in KiB, passes over it, lanes."""

    memory: int = 256 * 1024
    passes: int = 3
    lanes: int = 1

    floor: ClassVar[int] = 64 * 1024
    # So that the desk also opens on an old computer.
    ceiling: ClassVar[int] = 256 * 1024
    # Seconds that a person waits gladly; the measure is taken at the floor.
    wanted: ClassVar[float] = 0.75

    def __post_init__(self) -> None:
        if self.memory < self.floor:
            raise ValueError("too little memory makes a passphrase easy to guess")

    @classmethod
    def measured(cls) -> Stretch:
        """Give the work that takes this computer 0.5 to 1 second, and never less than the floor."""
        start = time.perf_counter()
        stretch("measure", bytes(SALT), cls.floor, cls.passes, cls.lanes)
        taken = time.perf_counter() - start
        memory = cls.floor
        while memory < cls.ceiling and taken * 2 * memory / cls.floor <= cls.wanted * 4 / 3:
            memory *= 2
        return cls(memory)


def check_new(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect anything (Invalid)."""
    if len(_normal(passphrase)) < SHORTEST or len(set(passphrase)) < SHORTEST // 2:
        raise Invalid(
            "A passphrase needs at least {shortest} characters, not the same few again and again. Four or five"
            " ordinary words in a row are easy to remember.",
            shortest=SHORTEST,
        )


def stretch(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    """Give the 256-bit key of a passphrase; memory in KiB."""
    from argon2.exceptions import HashingError  # noqa: PLC0415 - only where a passphrase is used
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    if not (0 < memory <= MOST_KIB and 0 < passes <= MOST_PASSES and 0 < lanes <= MOST_LANES):
        raise ValueError("no honest key file asks for this much work")
    try:
        return hash_secret_raw(_normal(passphrase).encode(), salt, passes, memory, lanes, SIZE, Type.ID)
    except HashingError as error:
        raise Unavailable(
            "This computer has too little free memory to check a passphrase. Close other programs and try again."
        ) from error


def _normal(passphrase: str) -> str:
    # A Mac writes å as two characters, Windows as one: both are the same passphrase (RFC 8265, 4.2.2).
    return unicodedata.normalize("NFC", passphrase)
