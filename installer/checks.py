"""The checks of `dev.py test`: lint, format, types, import contracts, then all tests."""

from __future__ import annotations

import subprocess
import sys
import time

from installer.environment import python, run_environment, tool
from installer.lockfile import ROOT


def checks() -> dict[str, list[str]]:
    """The quick checks by name, in the order they run."""
    inside = str(python())
    return {
        "lint (ruff)": [inside, "-m", "ruff", "check", "."],
        "format (ruff)": [inside, "-m", "ruff", "format", "--check", "."],
        "types (mypy)": [inside, "-m", "mypy"],
        "import contracts": [str(tool("lint-imports"))],
    }


def run_all(pytest_arguments: list[str], *, tests_only: bool) -> int:
    """Run everything even when something fails; pytest's closing line comes last.

    Returns:
        0 when all is well, 1 when a check or a test failed (a test run that found no test has failed too).
    """
    failed = [] if tests_only else [name for name, command in checks().items() if not _passes(name, command)]
    if failed:
        print(f"These checks failed, as shown above: {', '.join(failed)}. The tests run all the same.", flush=True)
    command = [str(python()), "-m", "pytest", *pytest_arguments]
    tests = subprocess.run(command, cwd=ROOT, env=run_environment(), check=False).returncode
    return 1 if failed or tests else 0


def _passes(name: str, command: list[str]) -> bool:
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=run_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr, flush=True)
    word = "failed" if done.returncode else "ok"
    print(f"{name:<18} {word:<6} {time.monotonic() - start:5.1f} s", flush=True)
    return done.returncode == 0
