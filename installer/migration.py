"""Write the next migration from what the models now say: `python -m installer.migration "add actions"`."""

from __future__ import annotations

import re
import secrets
import sys
import tempfile
from pathlib import Path
from typing import Final

from alembic import command

from referral_desk.database import Database
from referral_desk.schema import OURS

BLOCK: Final = re.compile(
    r"    with op\.batch_alter_table\(['\"](\w+)['\"], schema=None\) as batch_op:\n((?:        .*\n)+)"
)
REBUILDS: Final = ("batch_op.alter_column(", "batch_op.create_foreign_key(", "batch_op.drop_constraint(")
"""What SQLite does by making the table anew."""
COLUMN: Final = re.compile(r"        batch_op\.(add_column|drop_column)\((.*)\)\n")
CONSTANT: Final = re.compile(r"sa\.text\((['\"])\((false|true)\)\1\)")
PLAIN: Final = r'sa.text("\2")'
"""A default that SQLite takes in a new column only without its brackets."""


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
    assert not isinstance(made, list)
    assert made is not None
    _keep_counting(Path(made.path))
    print(made)


def _keep_counting(file: Path) -> None:
    """Let tables that are made anew go on with their ids where they were."""
    said = file.read_text("utf-8")

    def block(found: re.Match[str]) -> str:
        table, body = found.groups()
        columns = COLUMN.findall(body)
        if len(columns) == body.count("\n"):
            # In a batch the table would be made anew; by themselves both engines can do this in place.
            return "".join(f'    op.{verb}("{table}", {CONSTANT.sub(PLAIN, what)})\n' for verb, what in columns)
        if not any(words in body for words in REBUILDS):
            return found.group()
        return f'    with rebuilt("{table}") as batch_op:\n{body}'

    told = BLOCK.sub(block, said)
    if "with rebuilt(" in told:
        told = told.replace(
            "from alembic import op\n", "from alembic import op\n\nfrom referral_desk.schema import rebuilt\n"
        )
    if told != said:
        file.write_text(told, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
