"""The program is killed at any moment of the quarter: what the window had called saved stands there afterwards."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import select

from referral_desk.models import Group, Meeting
from tests.journeys.quarter import HEARD, HELD, Quarter, holds, the_day_is
from tests.journeys.secretary import PARTS
from tests.journeys.window import at_the_demo_desk, plain_window, somebody

__all__ = ["plain_window", "somebody"]
ROOT = Path(__file__).resolve().parents[2]
KILLS, LONG_KILLS = 6, 200


def secretary(desk, part):
    """Start the program on a desk, in a process of its own."""
    folder = Path(tempfile.mkdtemp(dir=desk.folder.parent))
    words = [desk.path, desk.passphrase_file, folder, part]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.secretary", *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"COVERAGE_PROCESS_START": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def told(said):
    """The facts in whole lines."""
    return [tuple(json.loads(line)) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def worked_through(desk, part):
    """Let a part be worked through to its end; gives how long it took from its beginning on."""
    one = secretary(desk, part)
    one.stdout.readline()
    begun = time.monotonic()
    _said, complaint = one.communicate(timeout=120)
    assert one.returncode == 0, complaint
    return time.monotonic() - begun


def next_day(desk):
    """The day of the group's next meeting."""
    with desk.opened() as file, file.database.read() as session:
        later = select(Meeting.day).join(Group).where(Group.code == "rg4", Meeting.day > HEARD).order_by(Meeting.day)
        return session.scalars(later).first()


def test_a_quarter_killed_at_any_moment_loses_nothing_that_was_called_saved(somebody, demo_desk, tmp_path, request):
    at, lasts = {}, {}
    for part in PARTS:
        at[part] = demo_desk.copy(tmp_path / part)
        lasts[part] = worked_through(demo_desk, part)
        if part == "before":
            the_day_is(demo_desk, HELD)
        elif part == "meeting":
            the_day_is(demo_desk, HEARD)
            quarter = Quarter(at_the_demo_desk(somebody, demo_desk), tmp_path)
            quarter.plan_the_year()
            quarter.me.leaves()
            the_day_is(demo_desk, next_day(demo_desk))
    kills = LONG_KILLS if request.config.getoption("long") else KILLS
    for number in range(kills):
        part = PARTS[number % len(PARTS)]
        desk = at[part].copy(tmp_path / f"{part} {number}")
        one = secretary(desk, part)
        begun = one.stdout.readline()
        try:
            one.wait(random.random() * lasts[part])
        except subprocess.TimeoutExpired:
            one.kill()
        said, complaint = one.communicate()
        assert begun, complaint
        with desk.opened() as file:
            assert file.check_integrity().sound
            with file.database.read() as session:
                assert [fact for fact in told(said) if not holds(session, *fact)] == []
        shutil.rmtree(desk.folder)
