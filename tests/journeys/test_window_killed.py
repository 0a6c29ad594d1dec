"""The program is killed while somebody types: what the window had called saved stands there at the next start."""

import datetime as dt
import os
import random
import subprocess
import sys
from pathlib import Path

from referral_desk.queries import agenda as queries
from referral_desk.queries.search import findable
from referral_desk.sitting import sit_down
from referral_desk.users import User
from tests.journeys.typist import TITLE
from tests.journeys.window import agenda_item, at_the_demo_desk, national_meeting, plain_window, somebody

__all__ = ["plain_window", "somebody"]
ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 12, 15)
KILLS, LONG_KILLS = 5, 50


def killed_while_typing(demo_desk, texts, patience):
    """Let a typist work until so many texts were called saved, kill it some moments later; give the last of them."""
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist", str(demo_desk.path), str(demo_desk.passphrase_file)],
        cwd=ROOT,
        env=os.environ | {"COVERAGE_PROCESS_START": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    said = [typist.stdout.readline() for _ in range(texts)]
    try:
        typist.wait(patience)
    except subprocess.TimeoutExpired:
        typist.kill()
    rest, complaint = typist.communicate()
    assert all(said), complaint
    whole = [line for line in (*said, *rest.splitlines(keepends=True)) if line.endswith("\n")]
    return whole[-1].rstrip("\n")


def the_item(desk):
    """The item that the typist writes in."""
    [found] = [
        row
        for row in desk.ask(findable, day=desk.today, language="da")
        if row.title == "National gruppe" and row.day == DAY
    ]
    line = next(
        line for line in desk.ask(queries.agenda, meeting_id=found.id, language="da").items if line.title == TITLE
    )
    return desk.ask(queries.agenda_item, item_id=line.id, language="da")


def test_a_killed_window_loses_nothing_that_it_called_saved(somebody, demo_desk, request):
    kills = LONG_KILLS if request.config.getoption("long") else KILLS
    for _ in range(kills):
        last = killed_while_typing(demo_desk, random.randrange(1, 4), random.random() / 20)
        with demo_desk.opened() as file:
            desk = sit_down(file.database, User("Prøve"))
            resume = the_item(desk).resume
            assert file.check_integrity().sound
        assert resume.startswith(last), "what was called saved is gone"
        assert len(resume) <= len(last) + 10, "and at most one word more was on its way"
    me = at_the_demo_desk(somebody, demo_desk)
    national_meeting(me)
    agenda_item(me, TITLE)
    assert me.field("Resumé").toPlainText() == resume
