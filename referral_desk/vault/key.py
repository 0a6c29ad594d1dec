"""The data key that encrypts a desk: 256 random bits, sealed under other keys and never shown."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final, NoReturn

SIZE: Final = 32
NONCE: Final = 12
CHECKED: Final = b"referral-desk key check 1 "


class DataKey:
    """256 bits that can be forgotten.

    Python copies strings and bytes where it likes, so wiping is a best effort: this copy is gone for certain.
    """

    __slots__ = ("_bytes",)

    def __init__(self, content: bytes) -> None:
        if len(content) != SIZE:
            raise ValueError("a data key has 32 bytes")
        self._bytes = bytearray(content)

    @classmethod
    def random(cls) -> DataKey:
        """Make a new key."""
        return cls(secrets.token_bytes(SIZE))

    def copy(self) -> DataKey:
        """Give a second copy with a life of its own."""
        return DataKey(self._content())

    def hex(self) -> str:
        """Give the key as 64 hexadecimal digits, for the database driver."""
        return self._content().hex()

    def check(self, vault_id: str) -> str:
        """Give the key-check value: it tells whether a key is this vault's, and nothing about the key."""
        return hmac.new(self._content(), CHECKED + vault_id.encode(), hashlib.sha256).hexdigest()

    def seal(self, key: bytes, context: bytes) -> str:
        """Give the key encrypted under another (AES-256-GCM, nonce first), bound to its context; hexadecimal."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - only where keys are used

        nonce = secrets.token_bytes(NONCE)
        return (nonce + AESGCM(key).encrypt(nonce, self._content(), context)).hex()

    def wipe(self) -> None:
        """Overwrite the key; using it afterwards is a bug."""
        for place in range(len(self._bytes)):
            self._bytes[place] = 0
        del self._bytes[:]

    def _content(self) -> bytes:
        if not self._bytes:
            raise RuntimeError("this key was wiped: its desk is closed")
        return bytes(self._bytes)

    def __repr__(self) -> str:
        return "<DataKey>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key does not leave the process")


def unseal(sealed: str, key: bytes, context: bytes) -> DataKey | None:
    """Give the data key sealed under another key, or None where that is not the right one."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - only where keys are used
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    content = bytes.fromhex(sealed)
    try:
        return DataKey(AESGCM(key).decrypt(content[:NONCE], content[NONCE:], context))
    except InvalidTag:
        return None


def derive(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """Give a 256-bit key from a secret that is itself random enough (HKDF-SHA-256, RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - only where keys are used
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    return HKDF(SHA256(), SIZE, salt, purpose).derive(secret)
