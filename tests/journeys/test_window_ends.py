"""The program ends as it should, each time: in good order, without a word, without a crash on the way out."""

import os
import subprocess
import sys
from pathlib import Path

from referral_desk.config import HOME_VARIABLE

ROOT = Path(__file__).resolve().parents[2]


def test_the_program_ends_in_good_order_at_the_first_start_and_at_the_later_ones(demo_desk, tmp_path):
    words = ["-W", "error", "-m", "ui", *map(str, demo_desk.words), "--quit-after-paint"]
    env = os.environ | {HOME_VARIABLE: str(tmp_path / "home"), "COVERAGE_PROCESS_START": ""}
    for _start in range(3):
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=env, capture_output=True, timeout=120, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    [crashes] = (tmp_path / "home").rglob("crash.log")
    assert crashes.read_bytes() == b""
    log = (crashes.parent / "window.log").read_text(encoding="utf-8")
    assert log.count(" INFO start ") == 3
    assert " ERROR " not in log
