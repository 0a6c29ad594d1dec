"""Another process, with other hashes of texts: what a program says there."""

import subprocess
import sys

from tests.demo_desk import ROOT


def told_elsewhere(program):
    """What a program prints in a process of its own, without the spaces around it."""
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    return told.stdout.strip()
