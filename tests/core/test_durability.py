"""What was acknowledged survives a killed program, and a changed bit does not go unnoticed.

`--long` kills and flips more often; the figures of the ordinary run are for every day.
"""

import contextlib
import multiprocessing
import random
import signal
import sys

import pytest
from sqlalchemy import text

from referral_desk.deskfile import create_desk, open_desk
from referral_desk.errors import DeskError
from referral_desk.vault import with_passphrase
from tests.committer import commit_for_ever
from tests.engines import open_embedded
from tests.keys import CHEAP, PHRASE

KILLS, LONG_KILLS = 25, 500
FLIPS, LONG_FLIPS = 25, 400
# A fresh process in a hundredth of a second: it is copied from one that has loaded the program already.
PROCESSES = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
if sys.platform != "win32":
    PROCESSES.set_forkserver_preload([commit_for_ever.__module__])


@pytest.fixture
def dice(request):
    """Give chance that another run can repeat: pytest-randomly tells and takes the seed."""
    return random.Random(random.random())


@pytest.fixture
def times(request):
    return lambda usual, long: long if request.config.getoption("long") else usual


def killed_after(path, acknowledged, patience):
    """Start a process that commits, kill it some moments after it acknowledged so much; give its last word."""
    heard, told = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=commit_for_ever, args=(path, told), daemon=True)
    process.start()
    told.close()
    last = [heard.recv() for _ in range(acknowledged)][-1]
    process.join(patience)
    process.kill()
    process.join()
    with contextlib.suppress(EOFError):
        while True:
            last = heard.recv()
    heard.close()
    assert process.exitcode == -signal.SIGKILL if sys.platform != "win32" else process.exitcode
    process.close()
    return last


def test_a_killed_program_loses_nothing_it_acknowledged_and_keeps_nothing_by_halves(tmp_path, dice, times):
    path = tmp_path / "a.desk"
    database = open_embedded(path, create=True)
    with database.alter() as connection:
        connection.execute(text("CREATE TABLE a (n INTEGER PRIMARY KEY, words TEXT)"))
        connection.execute(text("CREATE TABLE b (n INTEGER PRIMARY KEY)"))
        connection.execute(text("CREATE TABLE sums (total INTEGER)"))
        connection.execute(text("INSERT INTO sums VALUES (0)"))
    database.close()
    lost, torn, damaged, last = 0, 0, 0, 0
    for _ in range(times(KILLS, LONG_KILLS)):
        last = killed_after(path, dice.randrange(1, 30), dice.random() / 200)
        database = open_embedded(path)
        with database.read() as session:
            one, most = session.execute(text("SELECT count(*), max(n) FROM a")).one()
            two = session.scalar(text("SELECT count(*) FROM b"))
            three = session.scalar(text("SELECT total FROM sums"))
            lost += most < last
            torn += not one == two == three == most
            damaged += session.scalar(text("PRAGMA integrity_check")) != "ok"
        database.close()
    assert (lost, torn, damaged) == (0, 0, 0)
    assert last >= times(KILLS, LONG_KILLS)


def test_any_changed_bit_is_noticed(tmp_path, dice, times):
    path, by_phrase = tmp_path / "a.desk", with_passphrase(PHRASE)
    rows = [{"key": str(number), "value": "x" * 700} for number in range(300)]
    with (
        create_desk(path, passphrase=PHRASE, work=CHEAP, use_keyring=False).desk_file as desk_file,
        desk_file.database.write() as session,
    ):
        session.execute(text("INSERT INTO settings (version, key, value) VALUES (1, :key, :value)"), rows)
    whole = path.read_bytes()
    # The beginning is special (salt, first page), so it is tried each time.
    places = [dice.randrange(16), dice.randrange(16, 4096)]
    places += [dice.randrange(len(whole)) for _ in range(times(FLIPS, LONG_FLIPS))]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << dice.randrange(8)
        path.write_bytes(changed)
        try:
            with open_desk(path, by_phrase) as desk_file:
                noticed = not desk_file.check_integrity().sound
        except DeskError:
            noticed = True
        assert noticed, f"byte {place} of {len(whole)}"
    path.write_bytes(whole)
    with open_desk(path, by_phrase) as desk_file:
        assert desk_file.check_integrity().sound
