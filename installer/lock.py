"""Make the lock files anew from pyproject.toml: `python3 installer/dev.py lock` (runs inside .venv, asks the index)."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from installer.dependency_table import write_page
from installer.lockfile import DEV_LOCK, ROOT, RUN_LOCK, Locked, read_lock, write_lock
from installer.platforms import fits_somewhere

HEAD = """{title}
Made by `python3 installer/dev.py lock` from pyproject.toml; do not edit it by hand.
Above each requirement stand the names of the wheels that its hashes belong to, in the same order,
so that a test can see without a network which machines they serve."""


def main() -> int:
    """Resolve, compare with what was locked before, write both files."""
    parser = argparse.ArgumentParser(prog="dev.py lock", description=__doc__)
    parser.add_argument(
        "--upgrade", nargs="*", metavar="NAME", help="take newer versions: of these packages, or of all"
    )
    options = parser.parse_args()
    before = {(p.name, p.marker): p.version for path in (RUN_LOCK, DEV_LOCK) if path.exists() for p in read_lock(path)}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        _write_project(project, _kept(before, options.upgrade))
        if not _uv(project, "lock", "--quiet"):
            print("The versions in pyproject.toml and in the lock do not go together; try: dev.py lock --upgrade NAME")
            return 1
        wheels = _wheels(project / "uv.lock")
        run = _export(project, wheels, "--no-dev")
        every = _export(project, wheels, "--all-groups")
    known = {package.key for package in run}
    development = [package for package in every if package.key not in known]
    write_lock(RUN_LOCK, HEAD.format(title="Packages that the program needs to run."), run)
    write_lock(
        DEV_LOCK, HEAD.format(title="Packages that tests and checks need beside those of run.lock."), development
    )
    _tell(before, [*run, *development])
    unsaid = write_page(run, development)
    if unsaid:
        print(f"Say licence and reason in docs/dependencies.md for: {', '.join(unsaid)}")
    return 0


def _kept(before: dict[tuple[str, str], str], upgrade: list[str] | None) -> list[str]:
    """Constraints that hold everything where it was, less what is to be upgraded."""
    if upgrade == []:
        return []
    free = {re.sub(r"[-_.]+", "-", name).lower() for name in upgrade or ()}
    return [
        f"{name}=={version}" + (f" ; {marker}" if marker else "")
        for (name, marker), version in before.items()
        if name not in free
    ]


def _write_project(folder: Path, constraints: list[str]) -> None:
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = ours["project"]
    lines = [
        "[project]",
        f"name = {json.dumps(project['name'])}",
        f"version = {json.dumps(project['version'])}",
        f"requires-python = {json.dumps(project['requires-python'])}",
        f"dependencies = {json.dumps(project['dependencies'])}",
        "[dependency-groups]",
        *(f"{name} = {json.dumps(group)}" for name, group in ours.get("dependency-groups", {}).items()),
        "[tool.uv]",
        "package = false",
        f"constraint-dependencies = {json.dumps(constraints)}",
    ]
    (folder / "pyproject.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _uv(folder: Path, *arguments: str) -> bool:
    environment = {**os.environ, "UV_PYTHON": sys.executable, "UV_PYTHON_DOWNLOADS": "never"}
    index = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False
    ).stdout.strip()
    index = os.environ.get("PIP_INDEX_URL", index)
    if index:  # uv does not read pip's settings; the address goes to it and nowhere else
        environment["UV_DEFAULT_INDEX"] = index
    uv = Path(sysconfig.get_path("scripts")) / ("uv.exe" if os.name == "nt" else "uv")
    return subprocess.run([uv, *arguments], cwd=folder, env=environment, check=False).returncode == 0


def _wheels(path: Path) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """For each name and version the usable wheels as pairs of file name and SHA-256."""
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    packages: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["package"]
    for package in packages:
        names = [
            (unquote(Path(urlsplit(wheel["url"]).path).name), wheel["hash"].removeprefix("sha256:"))
            for wheel in package.get("wheels", ())
        ]
        found[package["name"], package["version"]] = tuple(sorted(pair for pair in names if fits_somewhere(pair[0])))
    return found


def _export(folder: Path, wheels: dict[tuple[str, str], tuple[tuple[str, str], ...]], group: str) -> list[Locked]:
    out = folder / "export.txt"
    arguments = ("--frozen", "--no-emit-project", "--no-hashes", "--no-annotate", "--no-header", "--quiet")
    if not _uv(folder, "export", *arguments, group, "--output-file", str(out)):
        message = "uv could not export the resolution."
        raise SystemExit(message)
    packages = []
    for line in out.read_text(encoding="utf-8").splitlines():
        requirement, _, marker = line.partition(";")
        name, _, version = requirement.strip().partition("==")
        if not wheels[name, version]:
            message = f"{name} {version} has no wheel for any machine that we serve; choose another package or version."
            raise SystemExit(message)
        packages.append(Locked(name, version, marker.strip(), wheels[name, version]))
    return packages


def _tell(before: dict[tuple[str, str], str], now: list[Locked]) -> None:
    after = {(package.name, package.marker): package.version for package in now}
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old != new:
            print(f"  {key[0]}: {old or 'new'} -> {new or 'gone'}" + (f"  ({key[1]})" if key[1] else ""))
    print(f"{len(now)} packages are locked; docs/dependencies.md is brought in line.")


if __name__ == "__main__":
    raise SystemExit(main())
