"""One program for each desk: the second is told who has it, and a crash keeps nobody out."""

import json
import os
import subprocess
import sys

import pytest

from referral_desk.deskfile import occupancy, open_desk
from referral_desk.errors import Unavailable
from tests.desk_files import BY_PHRASE, make, refused, said, say


@pytest.fixture
def path(tmp_path):
    """A desk with one setting in it, closed."""
    path = tmp_path / "Kontor.desk"
    new = make(path)
    say(new.desk_file, "first")
    new.desk_file.close()
    return path


def test_a_desk_that_is_open_here_is_not_opened_twice(path):
    with open_desk(path, BY_PHRASE) as desk_file:
        with pytest.raises(Unavailable, match="already open in this program"):
            open_desk(path, BY_PHRASE)
        say(desk_file, "second")
    with open_desk(path, BY_PHRASE) as desk_file:
        assert said(desk_file) == ["first", "second"]


def test_a_lock_file_that_vanishes_in_between_is_taken_anew(path, monkeypatch):
    locked, lock = [], occupancy._lock

    def lock_what_its_holder_just_removed(handle):
        lock(handle)
        if not locked:
            path.with_suffix(".lock").unlink()
        locked.append(handle)

    if sys.platform != "win32":
        monkeypatch.setattr(occupancy, "_lock", lock_what_its_holder_just_removed)
    held = occupancy.Occupancy.take(path)
    monkeypatch.undo()
    refused(path, Unavailable, "already open in this program")
    held.leave()


HOLD = """
import sys
from pathlib import Path
from referral_desk.deskfile.occupancy import Occupancy
held = Occupancy.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_who_has_the_desk_and_a_killed_one_leaves_no_lock(path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout.readline() == "held\n"
        refused(path, Unavailable, r"Kontor\.desk is in use: .* has had it open on .* since \d{4}-\d\d-\d\d \d\d:\d\d")
        holder.kill()
    assert path.with_suffix(".lock").exists()
    with open_desk(path, BY_PHRASE) as desk_file:
        assert json.loads(path.with_suffix(".lock").read_bytes())["process"] == os.getpid()
        assert said(desk_file) == ["first"]
    assert not path.with_suffix(".lock").exists()


def test_a_desk_with_two_names_is_one_desk(path, tmp_path):
    (tmp_path / "andet").mkdir()
    other = tmp_path / "andet" / "Genvej.desk"
    try:
        other.symlink_to(path)
    except OSError:
        # Windows lets few people make links: then there is no second name either.
        return
    with open_desk(other, BY_PHRASE) as desk_file:
        assert said(desk_file) == ["first"]
        with pytest.raises(Unavailable, match="already open in this program"):
            open_desk(path, BY_PHRASE)
    assert list(other.parent.iterdir()) == [other]


@pytest.mark.parametrize("card", ["", "[]", "{}", "half {", '{"since": 7}'])
def test_a_lock_that_cannot_be_read_is_still_a_lock(path, card):
    with open_desk(path, BY_PHRASE):
        path.with_suffix(".lock").write_text(card)
        with pytest.raises(Unavailable, match="in use by another program"):
            open_desk(path, BY_PHRASE)
