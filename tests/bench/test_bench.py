"""The bench measures what it says; how fast the program is, is not judged here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench_start import BARE, start
from table import HEAD, Row

HERE = Path(__file__).parent


def test_a_row_tells_the_ratio_and_says_when_the_aim_is_missed():
    good = Row("start", ours=0.3, baseline=0.2, unit="s", aim=1.6)
    assert good.markdown() == "| start | 0.3 s | 0.2 s | 1.50 | at most 1.6 |"
    assert Row("memory", 200, 100, "MB", 1.5).markdown() == "| memory | 200 MB | 100 MB | 2.00 (missed) | at most 1.5 |"
    assert HEAD.count("|") == 2 * good.markdown().count("|")


def test_the_bare_window_is_painted_and_measured():
    seconds, megabytes = start(BARE)
    assert 0 < seconds < 60
    assert 20 < megabytes < 1000


def test_a_program_that_ends_without_a_window_stops_the_bench_with_what_it_said():
    with pytest.raises(SystemExit, match=r"no desk here\n\n.*ended without a painted window"):
        start([sys.executable, "-c", "print('no desk here')"])


def test_an_unknown_bench_is_refused_with_the_names_of_the_known():
    done = subprocess.run([sys.executable, HERE, "dance"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no bench named dance; there are:" in done.stderr
    assert "start" in done.stderr
