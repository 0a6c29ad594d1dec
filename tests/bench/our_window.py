"""What the bench starts as "ours": the window on a desk that the computer's keyring opens; says "painted" and ends.

A machine that measures seldom has a keyring, so a file stands in for its store. All the rest is what people have: the
keyring library is loaded and searches for its backends, the key is unwrapped, then come entrance, desk and Board.

    python tests/bench/our_window.py DESK SECRETS
"""

from __future__ import annotations

import functools
import json
import sys
from pathlib import Path

from referral_desk.vault import Keychain, with_keyring
from referral_desk.vault.keychain import name_of


class FileKeyring:
    """Keeps what it is told in a file; good for a desk on which everything is invented, and for nothing else."""

    def __init__(self, path):
        self.path = path

    def get_password(self, service, account):
        return self._all().get(f"{service}/{account}")

    def set_password(self, service, account, secret):
        self.path.write_text(json.dumps({**self._all(), f"{service}/{account}": secret}), encoding="utf-8")

    def _all(self):
        return json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}


def keychain(path: Path) -> Keychain:
    """The program's own keychain over the stand-in, after the usual search for keyrings."""
    store = FileKeyring(path)

    def chosen():
        import keyring  # noqa: PLC0415 - loaded when the program loads it

        keyring.get_keyring()
        return store

    return Keychain(chosen, frozenset({name_of(store)}))


def main(desk: str, secrets: str) -> int:
    """Run the program as it is, with the stand-in and with a word when the Board is painted."""
    from PySide6.QtCore import QEvent, QTimer  # noqa: PLC0415 - this module also prepares the desk, without Qt

    from ui import app, opening  # noqa: PLC0415

    class Telling(app.App):
        def eventFilter(self, watched, event):  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, functools.partial(print, "painted", flush=True))
            return super().eventFilter(watched, event)

    app.App = Telling
    opening.with_keyring = functools.partial(with_keyring, keychain(Path(secrets)))
    return app.main(["--desk", desk, "--quit-after-paint"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
