"""The test run of `dev.py test`: on several cores unless asked otherwise, and told in words how it ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from pathlib import Path

from installer.environment import python, run_environment
from installer.lockfile import ROOT

VARIABLE = "REFERRAL_DESK_TEST_VERDICT"
"""The environment variable that names the file for the plugin installer/verdict.py."""
MOST = 4
"""Workers at most: each has its own PostgreSQL, and takes up to one GB."""
# One process: stop at the first failure, a debugger, a printout as it comes, and whoever counts workers himself.
_ALONE = re.compile(
    r"-[lqv]*[xsnd].*|--(exitfirst|maxfail|pdb|trace|capture|numprocesses|dist|tx|collect-only|co|setup-|fixtures|help|"
    r"version|stepwise|sw)\b.*"
)
_WITH_VALUE = {"-k", "-m", "-o", "-c", "-r", "-W", "--durations", "--deselect", "--ignore", "--rootdir", "--lfnf"}
_ENDS = {
    1: "some tests failed, as listed above",
    2: "the test run was stopped",
    3: "pytest itself broke down, as shown above",
    4: "pytest did not understand what it was asked",
    5: "no test was found",
}


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def side_by_side(arguments: list[str], count: int) -> list[str]:
    """What pytest is told so that it uses `count` cores; nothing where one process is asked for, or is as quick."""
    words = [word for before, word in zip(["", *arguments], arguments, strict=False) if before not in _WITH_VALUE]
    plugins = [word for before, word in zip(["", *arguments], arguments, strict=False) if before == "-p"]
    if count == 1 or "no:xdist" in plugins or "-pno:xdist" in words or any(_ALONE.fullmatch(word) for word in words):
        return []
    places = [word for word in words if not word.startswith("-") and (ROOT / word.partition("::")[0]).exists()]
    if len(places) == 1 and not (ROOT / places[0]).is_dir():
        return []
    return ["-n", str(min(count, MOST)), "--dist", "worksteal"]


def run(arguments: list[str]) -> tuple[bool, str]:
    """Run pytest with these arguments; whether all is well, and how it ended, in words without a full stop."""
    with tempfile.TemporaryDirectory(prefix="referral-desk-") as folder:
        place = Path(folder) / "verdict"
        # A crash, also one after the last test, tells where; all that is said comes on one stream, in order.
        environment = {**run_environment(), VARIABLE: str(place), "PYTHONFAULTHANDLER": "1"}
        words = ["-m", "pytest", "-p", "installer.verdict", *side_by_side(arguments, cores()), *arguments]
        code = subprocess.run(
            [str(python()), *words], cwd=ROOT, env=environment, stderr=subprocess.STDOUT, check=False
        ).returncode
        verdict = int(place.read_text(encoding="utf-8")) if place.exists() else None
    return code == 0, how_it_ended(code, verdict)


def how_it_ended(code: int, verdict: int | None) -> str:
    """Tell the end of a test run: `code` of its process (below 0: a signal), `verdict` of the tests if there is one.

    Pytest's codes: https://docs.pytest.org/en/stable/reference/exit-codes.html
    """
    if verdict is None:
        return (
            _ENDS[code] if code in _ENDS and code > 1 else f"the test process ended with {_name(code)} before its end"
        )
    told = "the tests passed" if verdict == 0 else _ENDS.get(verdict, f"the tests ended with exit code {verdict}")
    return told if code == verdict else f"{told}, but their process ended with {_name(code)} afterwards"


def _name(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {-code} ({signal.Signals(-code).name})"
    except ValueError:
        return f"signal {-code}"
