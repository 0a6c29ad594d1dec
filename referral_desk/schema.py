"""Bring a store to the schema that this program expects, and refuse one that is newer than the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from referral_desk.errors import Unavailable

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.operations import BatchOperations

    from referral_desk.database import Database

REVISION: Final = re.compile(r"^(revision|down_revision)\b[^=]*= *(?:[\"']([^\"']+)[\"']|None)", re.MULTILINE)


@dataclass(frozen=True)
class Steps:
    """The migrations of a program: a folder as Alembic keeps it."""

    folder: Path

    def known(self) -> dict[str, str | None]:
        """Give each revision with the one before it.

        Read from the first lines of the files, because loading Alembic takes a tenth of a second at every start.
        """
        found = {}
        for file in self.folder.glob("versions/*.py"):
            names = {name: value or None for name, value in REVISION.findall(file.read_text("utf-8"))}
            found[str(names["revision"])] = names["down_revision"]
        return found

    def head(self) -> str:
        """Give the newest revision; there is exactly one."""
        known = self.known()
        [head] = set(known) - set(known.values())
        return head

    def settings(self, connection: Connection) -> Config:
        """Give Alembic what it needs to work on an open connection."""
        from alembic.config import Config  # noqa: PLC0415 - only an upgrade needs it

        settings = Config()
        settings.set_main_option("script_location", str(self.folder).replace("%", "%%"))
        settings.set_main_option("path_separator", "os")
        settings.attributes["connection"] = connection
        return settings


OURS: Final = Steps(Path(__file__).with_name("migrations"))


def revision(connection: Connection) -> str | None:
    """Give the revision of a store, or None where it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def is_current(database: Database, steps: Steps = OURS) -> bool:
    """Whether a store has the schema of this program.

    Raises Unavailable where it is newer than the program; nothing is changed.
    """
    with database.read() as session:
        return _known_revision(session.connection(), database.place, steps) == steps.head()


def _known_revision(connection: Connection, place: str, steps: Steps) -> str | None:
    found = revision(connection)
    if found is not None and found not in steps.known():
        raise Unavailable(
            "{place} was last used with a newer version of this program. Nothing was changed: install the newest"
            " version and open it again.",
            place=place,
        )
    return found


def upgrade(database: Database, steps: Steps = OURS, *, before: Callable[[], object] | None = None) -> bool:
    """Bring a store to the newest schema in one transaction; a crash on the way leaves it as it was.

    `before` is called when there is something to do (a backup); where it raises, nothing is changed. Returns whether
    anything was done. Raises Unavailable for a store that is newer than the program.
    """
    if is_current(database, steps):
        return False
    if before:
        before()
    from alembic import command  # noqa: PLC0415 - a tenth of a second that most starts do not need

    with database.alter() as connection:
        # Another desk may have upgraded the server while this one waited for it.
        _known_revision(connection, database.place, steps)
        command.upgrade(steps.settings(connection), "head")
    return True


@contextmanager
def rebuilt(table: str) -> Iterator[BatchOperations]:
    """For migrations: change a table in ways for which SQLite makes it anew; the ids of removed rows stay taken."""
    from alembic import op  # noqa: PLC0415 - a tenth of a second that most starts do not need

    connection, name = op.get_bind(), {"name": table}
    is_file = connection.dialect.name == "sqlite"
    last = connection.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), name) if is_file else None
    with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as changes:
        yield changes
    if last is not None:
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), name)
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :last)"), {**name, "last": last})
