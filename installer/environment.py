"""The project's own Python environment in .venv, filled from the lock files and from nothing else."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from installer import system
from installer.lockfile import DEV_LOCK, ROOT, RUN_LOCK, read_lock
from installer.trouble import FAILED, MISSING, NOT_FETCHED, Trouble, without_addresses

VENV = ROOT / ".venv"
_STAMP = "referral-desk.json"
_SCRIPTS = "Scripts" if os.name == "nt" else "bin"
_SUFFIX = ".exe" if os.name == "nt" else ""


def python() -> Path:
    """The interpreter inside .venv."""
    return VENV / _SCRIPTS / f"python{_SUFFIX}"


def tool(name: str) -> Path:
    """A command that one of the locked packages brings."""
    return VENV / _SCRIPTS / f"{name}{_SUFFIX}"


def packages_folder() -> Path:
    """Where .venv keeps its packages."""
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def run_environment() -> dict[str, str]:
    """The environment variables for what we start: this project first, Danish letters everywhere."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def ensure(*, development: bool) -> None:
    """Make .venv and bring it in line with the lock files; does nothing when nothing has changed.

    Raises:
        Trouble: something is missing on this machine, or the packages could not be fetched.
    """
    _make_venv()
    stamp = _read_stamp()
    locks = {"run": RUN_LOCK, "dev": DEV_LOCK} if development else {"run": RUN_LOCK}
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in locks.items()}
    changed = [locks[name] for name, digest in digests.items() if stamp.get(name) != digest]
    if changed:
        wanted = {package.name for path in (RUN_LOCK, DEV_LOCK) for package in read_lock(path)}
        _remove(sorted(set(stamp.get("packages", ())) - wanted))
        _install(changed)
        names = {package.name for path in locks.values() for package in read_lock(path)}
        stamp |= {**digests, "packages": sorted(names | (set(stamp.get("packages", ())) & wanted))}
        _write_stamp({**stamp, "qt_libraries": False})
    if not stamp.get("qt_libraries") or changed:
        system.ensure_qt_libraries(packages_folder() / "PySide6")
        _write_stamp({**stamp, "qt_libraries": True})


def _make_venv() -> None:
    if Path(sys.prefix).resolve() == VENV.resolve():
        return  # started with the environment's own Python: it is there and it fits
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if python().exists():
        question = [str(python()), "-c", "import pip, sys; print('%d.%d' % sys.version_info[:2])"]
        there = subprocess.run(question, capture_output=True, text=True, check=False).stdout.strip()
        if there == version:
            return
        print(f"Making .venv anew for Python {version}.", flush=True)
    else:
        print(f"Making .venv with Python {version}.", flush=True)
    if importlib.util.find_spec("ensurepip") is None:
        reason = "Python's own tool for environments is missing."
        if not system.debian_like():
            raise Trouble(f"{reason} Install Python with `venv` and `ensurepip`, then try again.", MISSING)
        system.install([f"python{version}-venv"], reason)
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False, errors="replace"
    )
    if done.returncode:
        print(without_addresses(done.stdout + done.stderr).strip(), file=sys.stderr)
        raise Trouble("The folder .venv could not be made; the reason stands above.", FAILED)


def _read_stamp() -> dict[str, Any]:
    try:
        stamp: dict[str, Any] = json.loads((VENV / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def _write_stamp(stamp: dict[str, Any]) -> None:
    (VENV / _STAMP).write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _install(locks: list[Path]) -> None:
    total = sum(len(read_lock(path)) for path in locks)
    print(f"Fetching and installing up to {total} locked packages; the first time takes a few minutes.", flush=True)
    lines, code = _pip(
        "install",
        *("--require-hashes", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off"),
        *(word for path in locks for word in ("--requirement", str(path))),
    )
    if code == 0:
        return
    told = "\n".join(lines)
    first = next((number for number, line in enumerate(lines) if line.startswith("ERROR")), max(0, len(lines) - 8))
    print("\n".join(lines[first : first + 12]), file=sys.stderr)
    if "DO NOT MATCH THE HASHES" in told:
        sentence = "A fetched package is not the one that was locked, so nothing was installed. Tell the maintainers."
    else:
        sentence = (
            "The packages could not be fetched. See that the network, or the package source that pip is set to, can be "
            "reached, and run the same command again; nothing is broken, and what was fetched is kept."
        )
    raise Trouble(sentence, NOT_FETCHED)


def _remove(names: list[str]) -> None:
    if names:
        print(f"Removing packages that are no longer locked: {', '.join(names)}", flush=True)
        _pip("uninstall", "--yes", *names)


def _pip(*arguments: str) -> tuple[list[str], int]:
    """Run pip without a word of its own; on a terminal the package at work is shown on one line."""
    command = [str(python()), "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments]
    lines = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**run_environment(), "PIP_USER": "0"},
        cwd=ROOT,
    ) as process:
        for raw in process.stdout or ():
            line = without_addresses(raw.rstrip())
            lines.append(line)
            if line.startswith("Collecting ") and sys.stdout.isatty():
                print(f"\r  {line.split()[1]:<60}", end="", flush=True)
    if sys.stdout.isatty():
        print(f"\r{'':<62}\r", end="", flush=True)
    return lines, process.returncode
