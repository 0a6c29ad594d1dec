"""The tables of docs/dependencies.md: every locked package with its licence and why we chose it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from installer.lockfile import ROOT, Locked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PAGE = ROOT / "docs" / "dependencies.md"
UNSAID = "?"

_HEADINGS = {"## To run": "run", "## To test": "dev"}
_HEAD = "| package | version | licence | why |"


@dataclass(frozen=True)
class Dependency:
    """A row: `part` is "run" or "dev", `versions` are told apart by commas where Pythons differ."""

    part: str
    name: str
    versions: str
    licence: str
    why: str

    def text(self) -> str:
        """The row in Markdown."""
        return f"| {self.name} | {self.versions} | {self.licence} | {self.why} |"


def read_page(path: Path = PAGE) -> list[Dependency]:
    """The rows of both tables, in the order of the page."""
    rows, part = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        part = _HEADINGS.get(line.strip(), "" if line.startswith("## ") else part)
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if part and line.startswith("|") and line != _HEAD and not line.startswith("|---"):
            name, versions, licence, why = cells
            rows.append(Dependency(part, name, versions, licence, why))
    return rows


def rows_for(part: str, locked: Iterable[Locked], known: Iterable[Dependency] = ()) -> list[Dependency]:
    """What the table of this part has to say, with licence and reason where a known row tells them."""
    told = {row.name: row for row in known}
    versions: dict[str, list[str]] = {}
    for package in locked:
        versions.setdefault(package.name, []).append(package.version)
    rows = []
    for name, several in sorted(versions.items()):
        row = told.get(name, Dependency(part, name, "", UNSAID, UNSAID))
        rows.append(replace(row, part=part, versions=", ".join(dict.fromkeys(sorted(several)))))
    return rows


def write_page(run: Iterable[Locked], development: Iterable[Locked], path: Path = PAGE) -> list[str]:
    """Bring both tables in line with the lock; gives the names whose licence and reason a person must still write."""
    known = read_page(path)
    tables = {"run": rows_for("run", run, known), "dev": rows_for("dev", development, known)}
    lines, part = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        part = _HEADINGS.get(line.strip(), "" if line.startswith("## ") else part)
        if not (part and line.startswith("|")):
            lines.append(line)
        elif line == _HEAD:
            lines += [_HEAD, "|---|---|---|---|", *(row.text() for row in tables[part])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return [row.name for rows in tables.values() for row in rows if UNSAID in {row.licence, row.why}]
