"""Write the next migration from what the models now say: `python -m installer.migration "add actions"`."""

from __future__ import annotations

import secrets
import sys
import tempfile
from pathlib import Path

from alembic import command

from referral_desk.database import Database
from referral_desk.schema import OURS


class _Key:
    """A throw-away key for a throw-away file."""

    def __init__(self) -> None:
        self._hex = secrets.token_hex(32)

    def hex(self) -> str:
        """Give its digits."""
        return self._hex

    def wipe(self) -> None:
        """Nothing to hide: the file holds no content."""


def main(message: str) -> None:
    """Bring an empty file to the newest revision, compare it with the models, write the difference."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.embedded(Path(folder) / "empty.desk", _Key(), secrets.token_bytes(16), create=True)
        with database.alter() as connection:
            settings = OURS.settings(connection)
            command.upgrade(settings, "head")
            made = command.revision(settings, message, autogenerate=True, rev_id=f"{len(OURS.known()) + 1:04d}")
        database.close()
    print(made)


if __name__ == "__main__":
    main(sys.argv[1])
