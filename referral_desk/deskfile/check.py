"""Whether a desk's file is sound: every page authentic, the structure whole, no row without its parent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

HEAD = 16


@dataclass(frozen=True)
class Findings:
    """What a check found; empty everywhere is sound."""

    # The first bytes are not those of this desk: harmless while the key file is there.
    head: bool = False
    # Pages whose seal is broken: something changed them outside the program.
    pages: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()
    # Tables with rows whose parent is missing.
    orphans: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return self == Findings()


def examine(driver: Any, head: bytes, salt: bytes) -> Findings:
    """Examine a file through an open connection outside a transaction; nothing is written, so a full disk is no bar.

    `head` is how the file begins, `salt` how it should. Raises the driver's errors where the file is too damaged.
    """
    pages = tuple(str(row[0]) for row in driver.execute("PRAGMA cipher_integrity_check").fetchall())
    structure = tuple(row[0] for row in driver.execute("PRAGMA integrity_check(100)").fetchall() if row[0] != "ok")
    orphans = () if structure else tuple({row[0]: None for row in driver.execute("PRAGMA foreign_key_check")})
    return Findings(head != salt, pages, structure, orphans)


def rows_by_table(driver: Any) -> dict[str, int]:
    """Count the rows of every table."""
    tables = driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    quoted = {name: '"' + name.replace('"', '""') + '"' for (name,) in tables}
    return {name: driver.execute(f"SELECT count(*) FROM {safe}").fetchone()[0] for name, safe in quoted.items()}  # noqa: S608 - the names are the file's own, quoted
