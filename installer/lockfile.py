"""Read and write the lock files: pip's requirements format, with the wheel's file name above each group of hashes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN_LOCK = ROOT / "installer" / "run.lock"
DEV_LOCK = ROOT / "installer" / "dev.lock"

_HASH = "--hash=sha256:"


@dataclass(frozen=True)
class Locked:
    """One locked package: the exact version, where it applies, and every wheel that may be installed for it."""

    name: str
    version: str
    marker: str
    wheels: tuple[tuple[str, str], ...]
    """Pairs of file name and SHA-256 in hex."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells one requirement from another."""
        return self.name, self.version, self.marker

    def text(self) -> str:
        """The lines of this package in a lock file."""
        names = [f"# {file_name}" for file_name, _ in self.wheels]
        marker = f" ; {self.marker}" if self.marker else ""
        hashes = [f"    {_HASH}{digest}" for _, digest in self.wheels]
        return "\n".join(names) + f"\n{self.name}=={self.version}{marker} \\\n" + " \\\n".join(hashes) + "\n"


def read_lock(path: Path) -> list[Locked]:
    """The packages of a lock file, in the order of the file.

    Raises:
        ValueError: a line is not of the shape that `write_lock` makes, or names and hashes do not match in number.
    """
    packages: list[Locked] = []
    file_names: list[str] = []
    for block in path.read_text(encoding="utf-8").replace(" \\\n", " ").split("\n"):
        line = block.strip()
        if line.startswith("# ") and line.endswith(".whl"):
            file_names.append(line.removeprefix("# "))
        elif line and not line.startswith("#"):
            packages.append(_requirement(line, file_names))
            file_names = []
    return packages


def _requirement(line: str, file_names: list[str]) -> Locked:
    words, *digests = (part.strip() for part in line.split(_HASH))
    requirement, _, marker = words.partition(";")
    name, equals, version = requirement.strip().partition("==")
    if not equals or len(digests) != len(file_names):
        message = f"A line of the lock file is broken: {name}. Make it again with: python3 installer/dev.py lock"
        raise ValueError(message)
    return Locked(name, version.strip(), marker.strip(), tuple(zip(file_names, digests, strict=True)))


def write_lock(path: Path, head: str, packages: list[Locked]) -> None:
    """Write a lock file; the same packages always give the same bytes."""
    blocks = [*(f"# {line}".rstrip() for line in head.splitlines()), ""]
    text = "\n".join(blocks) + "\n" + "\n".join(package.text() for package in sorted(packages, key=lambda p: p.key))
    path.write_text(text, encoding="utf-8", newline="\n")
