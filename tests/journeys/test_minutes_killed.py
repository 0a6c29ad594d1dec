"""The program is killed at any moment of writing minutes: at most the last second is gone, and nothing called saved."""

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import select

from referral_desk.models import LogEntry, Minutes, MinutesEntry
from referral_desk.models.log import broken_links
from referral_desk.vocabulary import MinutesState

ROOT = Path(__file__).resolve().parents[2]
KILLS, LONG_KILLS = 8, 200
# A second until what is typed goes to the desk, and a busy machine's time to write it there.
MOST_LOST = 1.0 + 1.5
# Who has written so much, and nothing was called saved, will not see it any more.
MOST_LINES = 1000


def killed_while_writing(demo_desk, meeting_id, seconds):
    """Let somebody write for some seconds from the first saved word on, then kill; give what they said, and when."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.minute_taker", str(demo_desk.path), str(meeting_id)],
        cwd=ROOT,
        env=os.environ | {"COVERAGE_PROCESS_START": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    said = []
    for _line in range(MOST_LINES):
        said.append(writer.stdout.readline())
        if not said[-1] or (said[-1].startswith("saved") and "x" in said[-1]):
            break
    try:
        writer.wait(seconds)
    except subprocess.TimeoutExpired:
        writer.kill()
    killed = time.time()
    rest, complaint = writer.communicate()
    assert said[-1], complaint
    lines = [line.split() for line in (*said, *rest.splitlines(keepends=True)) if line.endswith("\n")]
    typed = {words[2]: float(words[1]) for words in lines if words[0] == "typed"}
    saved = {word for words in lines if words[0] == "saved" for word in words[2:]}
    return typed, saved, killed


def test_killing_the_writer_loses_at_most_the_last_second(demo_desk, request):
    with demo_desk.opened() as file, file.database.read() as session:
        drafts = select(Minutes.meeting_id).where(Minutes.state == MinutesState.DRAFT)
        meeting_id = session.scalars(drafts).first()
    for _ in range(LONG_KILLS if request.config.getoption("long") else KILLS):
        typed, saved, killed = killed_while_writing(demo_desk, meeting_id, random.random() * 1.8)
        with demo_desk.opened() as file:
            assert file.check_integrity().sound
            with file.database.read() as session:
                kept = " ".join(session.scalars(select(MinutesEntry.text)))
                entries = session.scalars(select(LogEntry).order_by(LogEntry.id)).all()
                assert broken_links(entries) == []
        words = set(re.findall(r"\w+", kept))
        assert saved, "something was called saved before the end"
        assert saved - words == set(), "what was called saved is gone"
        early = {word for word, at in typed.items() if at < killed - MOST_LOST}
        assert early - words == set(), "more than the last second is gone"
