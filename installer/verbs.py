"""What `dev.py` can do: setup, run, test, shots, bench, lock."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
from pathlib import Path

from installer import checks, environment, system, translations
from installer.environment import python, run_environment
from installer.lockfile import ROOT
from installer.trouble import FAILED, Trouble

DEMO = ROOT / "build" / "demo"
SHOTS = ROOT / "build" / "shots"
# The front end's own codes: done, and done with a remark on a paper (docs/headless.md).
_PACK_MADE = {0, 1}

_EPILOG = """
examples
  python3 installer/dev.py run                 open the window on the demo desk
  python3 installer/dev.py run --new           the same on a freshly made demo desk
  python3 installer/dev.py test                lint, types, import contracts and every test
  python3 installer/dev.py test tests/core -x  the checks, then pytest with these arguments
  python3 installer/dev.py test --long         with the tests that take minutes
  python3 installer/dev.py test -n 0           in one process, not on up to four cores
  python3 installer/dev.py shots build/shots   every page of the window as a picture
  python3 installer/dev.py lock --upgrade reportlab

exit codes
  0  all is well
  1  a check or a test failed, or what was started ended with an error
  2  the command line was not understood
  3  this Python is too old, too new or not CPython
  4  something is missing on this machine; the command that brings it is printed
  5  packages could not be fetched; run the same command again when the network is there
"""


def main(arguments: list[str] | None = None) -> int:
    """Understand the command line and do it; the result is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # an old Windows console cannot show every sign that a tool prints
            stream.reconfigure(errors="replace")
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and options.verb not in {"run", "test", "shots", "lock", "bench"}:
        parser.error(f"{options.verb} does not know: {' '.join(rest)}")
    rest = [word for word in rest if word != "--"]
    try:
        environment.ensure(development=options.verb not in {"run", "setup"} or getattr(options, "dev", False))
        translations.build()
        return _do(options, rest)
    except Trouble as trouble:
        sys.stdout.flush()
        print(trouble, file=sys.stderr)
        return trouble.code
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Set up, run and check Referral Desk. Each verb makes .venv from the lock files first, if needed.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    setup = verbs.add_parser("setup", help="make .venv, install the locked packages, compile the translations")
    setup.add_argument("--dev", action="store_true", help="also what tests and checks need")
    run = verbs.add_parser("run", help="open the window on a demo desk; without a display export the demo pack")
    run.add_argument("--new", action="store_true", help="make the demo desk anew first")
    test = verbs.add_parser("test", help="lint, types, import contracts and all tests; the rest goes to pytest")
    test.add_argument("--tests-only", action="store_true", help="leave out lint, types and contracts")
    shots = verbs.add_parser(
        "shots", help="save every page of the window, on the demo desk, as a PNG in both themes and languages"
    )
    shots.add_argument("folder", nargs="?", type=Path, default=SHOTS, metavar="OUT")
    verbs.add_parser("bench", help="measure start, memory and packs against baselines; prints a Markdown table")
    verbs.add_parser("lock", help="make the lock files anew from pyproject.toml (needs the network)", add_help=False)
    return parser


def _do(options: argparse.Namespace, rest: list[str]) -> int:
    if options.verb == "setup":
        print("Ready. Next: python3 installer/dev.py run")
        return 0
    if options.verb == "run":
        return _run(rest, new=options.new)
    if options.verb == "test":
        system.seek_word_reader()
        return checks.run_all(rest, tests_only=options.tests_only)
    if options.verb == "shots":
        desk, passphrase = _demo_desk()
        keys = ("--desk", str(desk), "--passphrase-file", str(passphrase))
        return _start("-m", "ui.shots", str(options.folder.resolve()), *keys, *rest)
    if options.verb == "bench":
        _demo_desk()
        return _start(str(ROOT / "tests" / "bench"), *rest)
    return _start("-m", "installer.lock", *rest)


def _start(*words: str) -> int:
    """Run the environment's Python in the project's folder; anything but success counts as 1."""
    return 1 if subprocess.run([python(), *words], cwd=ROOT, env=run_environment(), check=False).returncode else 0


def _run(rest: list[str], *, new: bool) -> int:
    desk, passphrase = _demo_desk(new=new)
    keys = ("--desk", str(desk), "--passphrase-file", str(passphrase))
    if has_display():
        return _start("-m", "ui", *keys, *rest)
    pack = DEMO / "pack.pdf"
    print("There is no display here, so no window can open. Building the demo meeting pack instead.", flush=True)
    words = ("-m", "referral_desk", "pack", *keys, "--group", "national", "--next", "--out", str(pack))
    code = subprocess.run([python(), *words], cwd=ROOT, env=run_environment(), check=False).returncode
    if code not in _PACK_MADE:
        return FAILED
    print(f"The pack of the next national meeting: {pack}")
    return 0


def has_display() -> bool:
    """Whether a window can open: always said yes on Windows and macOS, and where a Qt platform was chosen."""
    chosen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform != "linux" or chosen


def _demo_desk(*, new: bool = False) -> tuple[Path, Path]:
    """The demo desk and the file with its passphrase, made when they are not there.

    The passphrase may lie in the clear beside this desk: everything on it is invented.
    """
    desk, passphrase = DEMO / "demo.desk", DEMO / "passphrase.txt"
    if new or not desk.exists() or not passphrase.exists():
        print("Making the demo desk (everything on it is invented).", flush=True)
        # What the command tells (how to open the desk) is what comes next anyway; a refusal goes to standard error.
        words = ("-m", "referral_desk", "demo", str(DEMO), "--force")
        code = subprocess.run(
            [python(), *words], cwd=ROOT, env=run_environment(), stdout=subprocess.DEVNULL, check=False
        ).returncode
        if code or not desk.exists() or not passphrase.exists():
            raise Trouble("The demo desk could not be made; the reason stands above.", FAILED)
    return desk, passphrase
