"""The checks of `dev.py test`: lint, format, types, import contracts, then all tests."""

from __future__ import annotations

import subprocess
import time

from installer import suite
from installer.environment import python, run_environment, tool
from installer.lockfile import ROOT

SHOWN = 30
"""Lines of a failed check that are shown once more at the end."""


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
    """Run everything even when something fails; the last line tells how it ended.

    What a failed check said is told once more at the end: of a long run one often sees the end only.

    Returns:
        0 when all is well, 1 when a check or a test failed (a test run that found no test has failed too).
    """
    failed = {}
    for name, command in {} if tests_only else checks().items():
        said = _said_by_failed(name, command)
        if said is not None:
            failed[name] = said
    if failed:
        print(f"These checks failed, as shown above: {', '.join(failed)}. The tests run all the same.", flush=True)
    passed, ended = suite.run(pytest_arguments)
    for name, said in failed.items():
        print(f"\n{name} failed:\n{_end_of(said)}", flush=True)
    parts = [f"these checks failed: {', '.join(failed)}"] if failed else [] if tests_only else ["the checks passed"]
    told = "; ".join([*parts, ended])
    print(f"\n{told[0].upper()}{told[1:]}.", flush=True)
    return 0 if passed and not failed else 1


def _said_by_failed(name: str, command: list[str]) -> str | None:
    """Run a check; what it said if it failed."""
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
    said = done.stdout.strip() or f"It ended with exit code {done.returncode} and said nothing."
    if done.returncode:
        print(said, flush=True)
    word = "failed" if done.returncode else "ok"
    print(f"{name:<18} {word:<6} {time.monotonic() - start:5.1f} s", flush=True)
    return said if done.returncode else None


def _end_of(said: str) -> str:
    lines = said.splitlines()
    return "\n".join(lines if len(lines) <= SHOWN else ["...", *lines[-SHOWN:]])
