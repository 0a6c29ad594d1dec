"""The computer's keyring: it keeps a desk's key for the person who is logged in, where it can be trusted."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from referral_desk.errors import DeskError, Unavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

Answer = TypeVar("Answer")

SERVICE: Final = "Referral Desk"
# Anything else may keep secrets in the clear, or ask for a password on a terminal that nobody sees.
TRUSTED: Final = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
    }
)
CHAIN: Final = "keyring.backends.chainer.ChainerBackend"
# A locked keyring asks the person first; after this time nobody is there.
PATIENCE: Final = 60.0


def name_of(backend: object) -> str:
    """Give the full name of a keyring's class."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _chosen() -> KeyringBackend:
    import keyring  # noqa: PLC0415 - it searches the whole installation for keyrings

    return keyring.get_keyring()


class Keychain:
    """Keeps small secrets in the keyring; each failure has its sentence, none of them hangs.

    Its own parts can be given for tests: where the keyring comes from, which ones are trusted, how long to wait (s).
    """

    def __init__(
        self,
        chosen: Callable[[], Any] = _chosen,
        trusted: frozenset[str] = TRUSTED,
        patience: float = PATIENCE,
    ) -> None:
        self._chosen, self._trusted, self._patience = chosen, trusted, patience

    def check(self) -> None:
        """Refuse a computer without a keyring that can be trusted (Unavailable says why)."""
        self._ask(lambda _backend: None)

    def get(self, account: str) -> str | None:
        """Give a secret, or None where the keyring answers but does not hold it.

        Raises Unavailable where no keyring answers.
        """

        def look(backend: Any) -> str | None:
            found: str | None = backend.get_password(SERVICE, account)
            return found

        return self._ask(look)

    def put(self, account: str, secret: str) -> None:
        """Keep a secret, and read it back to be sure: some keyrings swallow what they are given.

        Raises Unavailable; then nothing counts as kept.
        """

        def keep(backend: Any) -> str | None:
            backend.set_password(SERVICE, account, secret)
            found: str | None = backend.get_password(SERVICE, account)
            return found

        if self._ask(keep) != secret:
            raise Unavailable(
                "The keyring on this computer does not give back what it was given, so a passphrase is asked for."
            )

    def remove(self, account: str) -> None:
        """Forget a secret; one that is not there is forgotten already."""

        def forget(backend: Any) -> None:
            if backend.get_password(SERVICE, account) is not None:
                backend.delete_password(SERVICE, account)

        self._ask(forget)

    def _ask(self, question: Callable[[Any], Answer]) -> Answer:
        # A thread of its own, and not a pool's: an unanswered prompt must not keep the program from ending.
        answers: queue.Queue[tuple[Answer | None, BaseException | None]] = queue.Queue()

        def run() -> None:
            try:
                answers.put((question(self._trusted_backend()), None))
            except BaseException as error:  # noqa: BLE001 - it is raised again in the thread that asked
                answers.put((None, error))

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._patience)
        except queue.Empty:
            raise Unavailable(
                "The keyring on this computer did not answer in {seconds} seconds, so a passphrase is asked for.",
                seconds=round(self._patience),
            ) from None
        if isinstance(error, DeskError):
            raise error
        if error is not None:
            raise _refusal(error) from error
        return answer  # type: ignore[return-value]  # an answer stands where no error does

    def _trusted_backend(self) -> Any:
        backend = self._chosen()
        links = backend.backends if name_of(backend) == CHAIN else [backend]
        if name_of(backend) == "keyring.backends.fail.Keyring" or not links:
            raise _none_answers()
        strangers = [name_of(link) for link in links if name_of(link) not in self._trusted]
        if strangers:
            raise Unavailable(
                "The keyring on this computer ({name}) is not known to keep secrets safely, so a passphrase is asked"
                " for.",
                name=strangers[0],
            )
        return backend


def _refusal(error: BaseException) -> DeskError:
    """Say what a keyring's failure means; the libraries below it (D-Bus, Windows) raise errors of every kind."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError  # noqa: PLC0415 - late, as above

    if isinstance(error, NoKeyringError):
        return _none_answers()
    if isinstance(error, InitError | KeyringLocked):
        return Unavailable("The keyring on this computer stayed locked, so a passphrase is asked for.")
    return Unavailable("The keyring on this computer failed, so a passphrase is asked for.")


def _none_answers() -> DeskError:
    return Unavailable("No keyring answers on this computer, so a passphrase is asked for.")
