"""Keys for tests: a passphrase that costs nothing, a keyring in memory."""

from __future__ import annotations

import keyring.backend

from referral_desk.vault import Keychain, Stretch
from referral_desk.vault.keychain import TRUSTED, name_of

PHRASE = "fire små ord i rad"


class CheapStretch(Stretch):
    """Work that only a test may ask for."""

    floor = 8


CHEAP = CheapStretch(8, 1, 1)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """Keeps what it is given until the test ends, or fails in the given way when it is used."""

    # keyring looks for every backend that is loaded and would take the one that likes itself best.
    priority = -1

    def __init__(self, error=None):
        super().__init__()
        self.kept, self.error = {}, error

    def get_password(self, service, username):
        if self.error:
            raise self.error
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.error:
            raise self.error
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


def memory_keychain(backend=None, patience=10.0):
    """Make a keychain that trusts a keyring of a test."""
    backend = backend or MemoryKeyring()
    return Keychain(lambda: backend, TRUSTED | {name_of(backend)}, patience)
