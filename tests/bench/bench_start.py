"""Bench: from process start to the painted Board, and the memory it takes, against a bare window.

The two programs are started in turns, so that a busy moment of the machine falls on both. The desk is opened the
everyday way, by the computer's keyring: a passphrase is slow and hungry by design, to make guessing dear.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import psutil
from our_window import keychain
from table import Row

from referral_desk.vault import Vault

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "build" / "demo"
OWN = ROOT / "build" / "bench"
SECRETS = OWN / "keyring.json"
BARE = [sys.executable, str(Path(__file__).parent / "bare_window.py")]
OURS = [sys.executable, str(Path(__file__).parent / "our_window.py"), str(OWN / "demo.desk"), str(SECRETS)]
MEGABYTE = 1_000_000


def measure(runs: int = 9) -> list[Row]:
    """Start both programs once to warm the disk, then `runs` times in turns; medians."""
    prepare()
    # The first start of ours keeps what the Board shows; those after it are everyday starts.
    for command in (BARE, OURS, OURS):
        start(command)
    pairs = [(start(OURS), start(BARE)) for _ in range(runs)]
    ours, bare = ([pair[side] for pair in pairs] for side in (0, 1))
    seconds, megabytes = (
        [statistics.median(run[figure] for run in side) for side in (ours, bare)] for figure in (0, 1)
    )
    long_way = [_start_the_long_way() for _ in range(max(3, runs // 2))]
    slow, big = (statistics.median(run[figure] for run in long_way) for figure in (0, 1))
    return [
        Row("process start to painted Board, demo desk", *seconds, "s", aim=1.6),
        Row("peak memory at that moment", *megabytes, "MB", aim=1.5),
        Row("the same start, when the desk was changed without the window", slow, seconds[1], "s", aim=None),
        Row("peak memory then: store, models and Board query loaded", big, megabytes[1], "MB", aim=None),
    ]


def _start_the_long_way() -> tuple[float, float]:
    """Start on a fresh copy of the desk, where nothing is kept of what the Board showed."""
    prepare()
    return start(OURS)


def prepare() -> None:
    """Copy the demo desk and let the stand-in for the keyring open it, as the keyring opens a person's own desk."""
    shutil.rmtree(OWN, ignore_errors=True)
    OWN.mkdir(parents=True)
    for name in ("demo.desk", "demo.keys"):
        shutil.copy(DEMO / name, OWN / name)
    vault = Vault.load(OWN / "demo.keys")
    passphrase = (DEMO / "passphrase.txt").read_text(encoding="utf-8").splitlines()[0]
    vault.keep_in_keyring(vault.by_passphrase(passphrase), keychain(SECRETS))


def start(command: list[str]) -> tuple[float, float]:
    """Seconds until the program says that its window is painted, and megabytes it has used at most by then."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "REFERRAL_DESK_HOME": str(OWN / "home")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **own}
    begun = time.perf_counter()
    seconds, memory, told = 0.0, 0, []
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        for line in process.stdout:
            told.append(line)
            if line.strip() == "painted":
                seconds = time.perf_counter() - begun
                memory = peak_memory(process.pid)
    if process.returncode or not seconds:
        sys.exit(f"{''.join(told)}\n{' '.join(command[1:4])} ended without a painted window.")
    return seconds, memory / MEGABYTE


def peak_memory(pid: int) -> int:
    """Bytes of memory that the process, with all that it started, has held at most."""
    process = psutil.Process(pid)
    total = 0
    for one in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess, FileNotFoundError):
            total += _peak(one)
    return total


def _peak(process: psutil.Process) -> int:
    if sys.platform == "linux":
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii", errors="replace")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024
    told = process.memory_info()
    return getattr(told, "peak_wset", told.rss)
