"""Making and opening a desk file: every mishap has its one sentence, and none of them loses anything."""

import datetime as dt
import shutil
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy import text

from referral_desk import schema
from referral_desk.config import folders
from referral_desk.deskfile import create_desk, open_desk, ways_to_open
from referral_desk.errors import Invalid, Unavailable
from referral_desk.vault import Keychain, Way, with_keyring, with_passphrase, with_recovery_code
from tests.desk_files import BY_PHRASE, make, refused, said, say, state
from tests.keys import CHEAP, PHRASE, MemoryKeyring, memory_keychain
from tests.steps import BROKEN, FIRST, SECOND, make_steps


@pytest.fixture
def path(tmp_path):
    """A desk with one setting in it, closed."""
    path = tmp_path / "Kontor.desk"
    new = make(path)
    say(new.desk_file, "first")
    new.desk_file.close()
    return path


def test_a_new_desk_is_empty_current_and_encrypted(tmp_path):
    new = make(tmp_path / "Nyt")
    assert new.desk_file.path.name == "Nyt.desk"
    assert schema.is_current(new.desk_file.database)
    assert said(new.desk_file) == []
    new.desk_file.close()
    assert sorted(state(tmp_path)) == ["Nyt.desk", "Nyt.keys"]
    assert b"SQLite" not in state(tmp_path)["Nyt.desk"]
    assert PHRASE not in repr(new)
    assert new.recovery_code not in repr(new)


def test_what_was_kept_is_there_the_next_time(path):
    with open_desk(path, BY_PHRASE) as desk_file:
        say(desk_file, "second")
    with open_desk(path, BY_PHRASE) as desk_file:
        assert said(desk_file) == ["first", "second"]
        assert desk_file.upgraded_from is None


def test_the_keyring_opens_a_desk_without_a_word(tmp_path):
    keychain = memory_keychain()
    new = create_desk(tmp_path / "a.desk", keychain=keychain)
    assert new.no_keyring is None
    new.desk_file.close()
    assert ways_to_open(tmp_path / "a.desk") == {Way.KEYRING, Way.RECOVERY}
    with open_desk(tmp_path / "a.desk", with_keyring(keychain)) as desk_file:
        assert desk_file.is_in_keyring(keychain)


def test_without_a_keyring_a_passphrase_is_asked_for_and_nothing_is_made_before(tmp_path):
    with pytest.raises(Unavailable, match="No keyring answers on this computer, so a passphrase is asked for"):
        create_desk(tmp_path / "a.desk", keychain=Keychain())
    with pytest.raises(Invalid, match="at least one"):
        create_desk(tmp_path / "a.desk", use_keyring=False)
    assert state(tmp_path) == {}
    new = make(tmp_path / "a.desk", use_keyring=True, keychain=Keychain())
    assert "No keyring answers" in str(new.no_keyring)
    assert not new.desk_file.is_in_keyring(Keychain())
    new.desk_file.close()


def test_a_keyring_that_fails_at_the_last_moment_leaves_nothing_behind(tmp_path):
    full = MemoryKeyring(OSError())
    with pytest.raises(Unavailable, match="failed"):
        create_desk(tmp_path / "a.desk", keychain=memory_keychain(full))
    assert state(tmp_path) == {}


def test_a_lost_keyring_is_replaced_by_the_recovery_code_and_put_back(tmp_path):
    keyring = MemoryKeyring()
    keychain = memory_keychain(keyring)
    new = create_desk(tmp_path / "a.desk", keychain=keychain)
    say(new.desk_file, "first")
    new.desk_file.close()
    keyring.kept.clear()
    refused(tmp_path / "a.desk", Unavailable, "can then be put back", with_keyring(keychain))
    with open_desk(tmp_path / "a.desk", with_recovery_code(new.recovery_code)) as desk_file:
        assert said(desk_file) == ["first"]
        assert not desk_file.is_in_keyring(keychain)
        desk_file.put_key_back(keychain)
    with open_desk(tmp_path / "a.desk", with_keyring(keychain)) as desk_file:
        assert said(desk_file) == ["first"]


def test_a_passphrase_is_changed_only_by_who_knows_it(path):
    with open_desk(path, BY_PHRASE) as desk_file:
        with pytest.raises(Invalid, match="does not open"):
            desk_file.change_passphrase("noget helt forkert", "fire helt andre ord", CHEAP)
        desk_file.change_passphrase(PHRASE, "fire helt andre ord", CHEAP)
    refused(path, Invalid, "passphrase does not open Kontor")
    with open_desk(path, with_passphrase("fire helt andre ord")) as desk_file:
        code = desk_file.new_recovery_code()
        desk_file.vault.confirm_recovery(code)
    with open_desk(path, with_recovery_code(code)) as desk_file:
        assert said(desk_file) == ["first"]


def test_a_wrong_passphrase_and_a_wrong_code_change_nothing(path):
    refused(path, Invalid, "This passphrase does not open Kontor", with_passphrase("noget helt forkert"))
    refused(path, Invalid, "sign", with_recovery_code("7K2M"))


def test_a_missing_desk_is_told_and_not_made(tmp_path):
    refused(tmp_path / "none.desk", Unavailable, r"There is no desk at .*none\.desk")
    (tmp_path / "folder.desk").mkdir()
    refused(tmp_path / "folder.desk", Unavailable, "There is no desk")


def test_what_is_no_desk_is_told_as_no_desk(tmp_path):
    (tmp_path / "empty.desk").touch()
    refused(tmp_path / "empty.desk", Invalid, "is not a desk: it is empty")
    with sqlite3.connect(tmp_path / "plain.desk") as plain:
        plain.execute("CREATE TABLE t (x)")
    plain.close()
    refused(tmp_path / "plain.desk", Invalid, "is not a desk: .* nobody encrypted")
    (tmp_path / "letter.desk").write_bytes(b"%PDF-1.7 and so on, quite long enough")
    refused(tmp_path / "letter.desk", Unavailable, "key file .* is missing")


def test_a_desk_without_its_keys_uses_this_computers_copy_and_else_says_where_to_look(path):
    keys = path.with_suffix(".keys")
    keys.unlink()
    with open_desk(path, BY_PHRASE) as desk_file:
        assert said(desk_file) == ["first"]
    assert keys.exists()
    keys.unlink()
    for copy in folders().keys.iterdir():
        copy.unlink()
    refused(path, Unavailable, r"Kontor\.keys is missing.*beside a backup")
    with pytest.raises(Unavailable, match="missing"):
        ways_to_open(path)


def test_the_keys_of_another_desk_are_told_as_such(path, tmp_path):
    make(tmp_path / "b.desk").desk_file.close()
    shutil.copy(tmp_path / "b.keys", path.with_suffix(".keys"))
    refused(path, Unavailable, "belongs to another desk")


def damage(path, *places):
    content = bytearray(path.read_bytes())
    for place in places:
        content[place] ^= 1
    path.write_bytes(content)


def test_a_damaged_beginning_is_told_as_damage(path):
    damage(path, 100)
    refused(path, Unavailable, r"Kontor\.desk is damaged.*newest backup")


def test_a_desk_whose_first_bytes_are_damaged_still_opens_and_the_check_says_so(path):
    damage(path, 3)
    with open_desk(path, BY_PHRASE) as desk_file:
        assert said(desk_file) == ["first"]
        findings = desk_file.check_integrity()
    assert findings.head
    assert not findings.sound


def test_a_sound_desk_is_found_sound_while_changes_wait_in_the_log(path):
    with open_desk(path, BY_PHRASE) as desk_file:
        say(desk_file, "second")
        assert desk_file.check_integrity().sound
        say(desk_file, "third")
        assert said(desk_file) == ["first", "second", "third"]


def test_a_row_without_its_parent_is_found(path):
    with open_desk(path, BY_PHRASE) as desk_file:
        with desk_file.database.engine.connect() as connection:
            driver = connection.connection.dbapi_connection
            driver.execute("PRAGMA query_only=OFF")
            driver.execute("PRAGMA foreign_keys=OFF")
            driver.execute("CREATE TABLE child (parent INTEGER REFERENCES settings (id))")
            driver.execute("INSERT INTO child VALUES (99)")
            driver.execute("PRAGMA foreign_keys=ON")
        assert desk_file.check_integrity().orphans == ("child",)


def test_a_newer_desk_is_refused(path):
    with open_desk(path, BY_PHRASE) as desk_file, desk_file.database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'from the future'"))
    refused(path, Unavailable, "newer version of this program")


def test_a_read_only_desk_is_refused(path):
    path.chmod(0o444)
    refused(path, Unavailable, r"Kontor\.desk is read-only")
    path.chmod(0o644)
    with open_desk(path, BY_PHRASE) as desk_file:
        assert said(desk_file) == ["first"]


def test_a_read_only_folder_is_refused(path):
    path.parent.chmod(0o555)
    try:
        refused(path, Unavailable, "read-only")
        with pytest.raises(Unavailable, match="read-only"):
            make(path.parent / "new.desk")
    finally:
        path.parent.chmod(0o755)


@pytest.fixture
def old_desk(tmp_path):
    """A desk of an older program, and that program's steps."""
    steps = make_steps(tmp_path / "steps", FIRST)
    make(tmp_path / "a.desk", steps=steps).desk_file.close()
    return tmp_path / "a.desk", steps


def words(desk_file):
    with desk_file.database.read() as session:
        return [tuple(row) for row in session.execute(text("SELECT * FROM notes"))]


def test_an_older_desk_is_upgraded_after_a_backup_that_opens(old_desk, tmp_path):
    path, old = old_desk
    with open_desk(path, BY_PHRASE, steps=make_steps(tmp_path / "steps", FIRST, SECOND)) as desk_file:
        assert words(desk_file) == [(1, "kept", "blue")]
        backup = desk_file.upgraded_from
    with open_desk(backup.path, BY_PHRASE, steps=old) as desk_file:
        assert words(desk_file) == [(1, "kept")]


def test_an_upgrade_that_fails_leaves_the_desk_and_its_backup(old_desk, tmp_path):
    path, old = old_desk
    before = state(tmp_path)
    with pytest.raises(RuntimeError, match="a step with a bug"):
        open_desk(path, BY_PHRASE, steps=make_steps(tmp_path / "steps", FIRST, BROKEN))
    assert state(tmp_path) == before
    [backup] = (tmp_path / "a backups").glob("*.desk")
    for found in (path, backup):
        with open_desk(found, BY_PHRASE, steps=old) as desk_file:
            assert words(desk_file) == [(1, "kept")]


def test_a_desk_that_cannot_be_backed_up_is_not_upgraded(old_desk, tmp_path):
    path, old = old_desk
    (tmp_path / "a backups").write_text("a file where the folder should be")
    with pytest.raises(Unavailable):
        open_desk(path, BY_PHRASE, steps=make_steps(tmp_path / "steps", FIRST, SECOND))
    with open_desk(path, BY_PHRASE, steps=old) as desk_file:
        assert words(desk_file) == [(1, "kept")]


def test_a_name_that_is_taken_is_refused_and_orphaned_keys_are_kept(path):
    with pytest.raises(Invalid, match="There already is"):
        make(path)
    path.rename(path.with_name("Flyttet.desk"))
    keys = path.with_suffix(".keys").read_bytes()
    make(path).desk_file.close()
    [kept] = path.parent.glob("Kontor until *.keys")
    assert kept.read_bytes() == keys


def test_a_crash_while_a_desk_is_made_is_no_hindrance_the_next_time(tmp_path):
    (tmp_path / "a.part").write_bytes(b"half a desk")
    (tmp_path / "a.part-wal").write_bytes(b"half a log")
    new = make(tmp_path / "a.desk")
    assert new.desk_file.check_integrity().sound
    new.desk_file.close()
    assert sorted(state(tmp_path)) == ["a.desk", "a.keys"]


def test_a_full_disk_while_a_desk_is_made_leaves_nothing(tmp_path, monkeypatch):
    def refuse(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("referral_desk.deskfile.create.put_in_place", refuse)
    with pytest.raises(Unavailable, match="full"):
        make(tmp_path / "a.desk")
    assert state(tmp_path) == {}


def test_the_code_of_a_new_desk_opens_it_on_a_fresh_computer(path, tmp_path, monkeypatch):
    new = make(tmp_path / "b.desk")
    say(new.desk_file, "first")
    new.desk_file.vault.confirm_recovery(new.recovery_code)
    backup = new.desk_file.back_up(dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC))
    new.desk_file.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for found in (backup.path, backup.path.with_suffix(".keys")):
        shutil.copy(found, elsewhere)
    monkeypatch.setenv("REFERRAL_DESK_HOME", str(elsewhere / "home"))
    with open_desk(elsewhere / backup.path.name, with_recovery_code(new.recovery_code)) as desk_file:
        assert said(desk_file) == ["first"]


def test_opening_loads_nothing_that_only_an_upgrade_or_a_server_needs():
    code = "import sys, referral_desk.deskfile as d; print([n for n in sys.argv[1:] if n in sys.modules])"
    heavy = ["alembic", "argon2", "cryptography", "keyring", "platformdirs", "psycopg", "reportlab"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
