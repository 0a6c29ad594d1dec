"""The computer's keyring is used where it can be trusted; wherever it fails, it says why a passphrase is asked for."""

import subprocess
import sys
import threading

import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

from referral_desk.errors import Unavailable
from referral_desk.vault.keychain import TRUSTED, Keychain, name_of
from tests.keys import MemoryKeyring, memory_keychain


class Forgetful(MemoryKeyring):
    """Takes everything and keeps nothing, as keyring's null backend does."""

    def set_password(self, *_secret):
        pass


class Chain(chainer.ChainerBackend):
    """A chain of given keyrings under the real one's name."""

    backends = ()


Chain.__module__, Chain.__qualname__ = "keyring.backends.chainer", "ChainerBackend"


def chain_of(*links):
    chain = Chain()
    chain.backends = links
    return chain


def test_a_secret_is_kept_given_back_and_forgotten():
    keychain = memory_keychain()
    assert keychain.get("a") is None
    keychain.put("a", "secret")
    assert keychain.get("a") == "secret"
    keychain.remove("a")
    keychain.remove("a")
    assert keychain.get("a") is None


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoKeyringError(), "No keyring answers"),
        (InitError("Failed to create the collection: Prompt dismissed"), "stayed locked"),
        (KeyringLocked(), "stayed locked"),
        (KeyringError("x"), "failed"),
        (EOFError(), "failed"),
        (RuntimeError("of a library below"), "failed"),
    ],
)
def test_every_failure_gives_its_reason(error, words):
    for ask in (lambda keychain: keychain.get("a"), lambda keychain: keychain.put("a", "b")):
        with pytest.raises(Unavailable, match=rf"{words}.* a passphrase is asked for"):
            ask(memory_keychain(MemoryKeyring(error)))


def test_a_computer_without_a_keyring_says_so():
    for backend in (fail.Keyring(), chain_of()):
        with pytest.raises(Unavailable, match="No keyring answers on this computer"):
            Keychain(lambda backend=backend: backend).check()


def test_a_keyring_that_swallows_secrets_is_not_believed():
    with pytest.raises(Unavailable, match="does not give back"):
        memory_keychain(Forgetful()).put("a", "secret")


def test_a_keyring_that_nobody_answers_is_given_up():
    stuck = threading.Event()

    class Asking(MemoryKeyring):
        def get_password(self, *_question):
            stuck.wait()

    with pytest.raises(Unavailable, match="did not answer"):
        memory_keychain(Asking(), patience=0.05).get("a")
    stuck.set()


def test_only_known_keyrings_are_trusted():
    for backend in (null.Keyring(), MemoryKeyring()):
        with pytest.raises(Unavailable, match="not known to keep secrets safely"):
            Keychain(lambda backend=backend: backend).check()


def test_a_chain_is_as_trusted_as_its_weakest_link():
    good = MemoryKeyring()
    trusted = TRUSTED | {name_of(good)}
    Keychain(lambda: chain_of(good), trusted).check()
    with pytest.raises(Unavailable, match="null"):
        Keychain(lambda: chain_of(good, null.Keyring()), trusted).check()


def test_the_names_of_the_trusted_keyrings_are_those_of_the_package():
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    module, _, kind = name.rpartition('.')\n"
        "    assert hasattr(importlib.import_module(module), kind), name\n"
    )
    # The Mac's needs the Mac's own library.
    names = sorted(name for name in TRUSTED if "macOS" not in name)
    subprocess.run([sys.executable, "-c", code, *names], check=True, timeout=60)
