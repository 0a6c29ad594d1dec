"""A backup is whole, checked and openable, or it is not there."""

import datetime as dt
import shutil
import sys

import pytest
from sqlalchemy import event, text

from referral_desk.deskfile import backup as module
from referral_desk.deskfile import create_desk, open_desk
from referral_desk.errors import Unavailable
from referral_desk.vault import with_passphrase
from tests.keys import CHEAP, PHRASE

NOW = dt.datetime(2026, 11, 21, 14, 5, 3, tzinfo=dt.UTC)
SAY = text("INSERT INTO settings (version, key, value) VALUES (1, :key, :value)")
COUNT = text("SELECT count(*) FROM settings")


@pytest.fixture
def desk_file(tmp_path):
    with create_desk(tmp_path / "a.desk", passphrase=PHRASE, work=CHEAP, use_keyring=False).desk_file as desk_file:
        say(desk_file, range(200))
        yield desk_file


def say(desk_file, keys):
    with desk_file.database.write() as session:
        session.execute(SAY, [{"key": str(key), "value": "x" * 500} for key in keys])


def count(desk_file):
    with desk_file.database.read() as session:
        return session.scalar(COUNT)


def test_a_backup_opens_with_the_same_passphrase_and_holds_everything(desk_file):
    backup = desk_file.back_up(NOW)
    assert backup.path.parent == desk_file.backups
    assert backup.path.name == f"a {NOW.astimezone():%Y-%m-%d %H%M%S}.desk"
    assert backup.rows > 200
    assert backup.size == backup.path.stat().st_size
    assert sorted(found.suffix for found in desk_file.backups.iterdir()) == [".desk", ".keys"]
    with open_desk(backup.path, with_passphrase(PHRASE)) as copy:
        assert count(copy) == 200
        assert copy.check_integrity().sound


def test_two_backups_in_one_second_are_two(desk_file):
    assert desk_file.back_up(NOW).path != desk_file.back_up(NOW).path


def test_work_goes_on_while_a_backup_is_made_and_is_not_half_in_it(desk_file, monkeypatch):
    counted = module.rows_by_table

    def count_then_work(driver):
        found = counted(driver)
        if count(desk_file) == 200:
            say(desk_file, ["meanwhile"])
        return found

    monkeypatch.setattr(module, "rows_by_table", count_then_work)
    backup = desk_file.back_up(NOW)
    with open_desk(backup.path, with_passphrase(PHRASE)) as copy:
        assert (count(copy), count(desk_file)) == (200, 201)


def test_a_backup_that_is_not_the_same_is_thrown_away(desk_file, monkeypatch):
    examine = module.examine

    def damage_then_examine(driver, head, salt):
        driver.execute("DELETE FROM settings WHERE id = 1")
        return examine(driver, head, salt)

    monkeypatch.setattr(module, "examine", damage_then_examine)
    with pytest.raises(Unavailable, match="thrown away"):
        desk_file.back_up(NOW)
    assert list(desk_file.backups.iterdir()) == []
    assert count(desk_file) == 200


if sys.platform != "win32":
    import resource

    @pytest.fixture
    def small_files():
        """Let no file grow beyond a size: what a full disk does to one that is being written."""
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    def test_a_backup_that_does_not_fit_leaves_nothing_and_the_desk_works_on(desk_file, small_files):
        say(desk_file, range(1000, 2000))
        desk_file.check_integrity()
        small_files(100_000)
        with pytest.raises(Unavailable):
            desk_file.back_up(NOW)
        assert list(desk_file.backups.iterdir()) == []
        assert count(desk_file) == 1200


def test_a_backup_needs_no_other_folder_than_the_one_it_is_given(desk_file, tmp_path):
    backup = desk_file.back_up(NOW, tmp_path / "usb" / "deep")
    assert backup.path.parent == tmp_path / "usb" / "deep"
    assert not desk_file.backups.exists()
    shutil.rmtree(tmp_path / "usb")


def test_a_backup_looks_and_never_writes_in_the_desk(desk_file):
    written = []
    event.listen(
        desk_file.database.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: written.append(statement) if "IMMEDIATE" in statement else None,
    )
    desk_file.back_up(NOW)
    assert written == []
