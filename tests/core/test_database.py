"""One transaction or nothing, looking changes nothing, and the world's faults are told in sentences."""

import contextlib
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import event, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError, PendingRollbackError

from referral_desk.database import Database, server_options
from referral_desk.errors import NotAllowed, Stale, Unavailable
from referral_desk.vault import DataKey
from tests.engines import KEY, SALT, open_embedded


@pytest.fixture
def store(empty_database):
    with empty_database.alter() as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)"))
        connection.execute(text("CREATE TABLE marks (note INTEGER REFERENCES notes (id) ON DELETE CASCADE)"))
    return empty_database


@pytest.fixture
def file_store(embedded_database):
    with embedded_database.alter() as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)"))
    return embedded_database


def add(session, number, words=None):
    session.execute(text("INSERT INTO notes VALUES (:id, :words)"), {"id": number, "words": words or f"note {number}"})


def count(database, table="notes"):
    with database.read() as session:
        return session.scalar(text(f"SELECT count(*) FROM {table}"))


def pragma(database, words):
    """Set or read a pragma on the one connection that the pool keeps."""
    with database.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {words}").scalar()


def test_a_change_that_ends_well_is_kept(store):
    with store.write() as session:
        add(session, 1)
        add(session, 2)
    assert count(store) == 2


def test_a_change_that_fails_keeps_nothing(store):
    def fail():
        with store.write() as session:
            add(session, 1)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert count(store) == 0


def test_a_broken_rule_of_the_tables_is_a_bug_and_passes_as_it_is(store):
    def repeat():
        with store.write() as session:
            add(session, 1)
            add(session, 1)

    with pytest.raises(IntegrityError):
        repeat()
    assert count(store) == 0


def test_looking_cannot_change_anything_and_trying_is_a_bug(store):
    def change():
        with store.read() as session:
            add(session, 1)

    with pytest.raises(DBAPIError):
        change()
    with store.write() as session:
        add(session, 1)
    assert count(store) == 1


def test_one_look_sees_one_state_while_somebody_else_writes(store):
    with store.read() as session:
        before = session.scalar(text("SELECT count(*) FROM notes"))
        with store.write() as other:
            add(other, 1)
        assert session.scalar(text("SELECT count(*) FROM notes")) == before == 0
    assert count(store) == 1


def test_altering_tables_is_all_or_nothing(store):
    def fail():
        with store.alter() as connection:
            connection.execute(text("CREATE TABLE half (id INTEGER PRIMARY KEY)"))
            connection.execute(text("INSERT INTO half VALUES (1)"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with store.alter() as connection:
        connection.execute(text("CREATE TABLE half (id INTEGER PRIMARY KEY)"))
    assert count(store, "half") == 0


def test_children_survive_while_their_table_is_rebuilt(file_store):
    with file_store.alter() as connection:
        connection.execute(text("CREATE TABLE marks (note INTEGER REFERENCES notes (id) ON DELETE CASCADE)"))
    with file_store.write() as session:
        add(session, 1)
        session.execute(text("INSERT INTO marks VALUES (1)"))
    with file_store.alter() as connection:
        connection.execute(text("CREATE TABLE new AS SELECT * FROM notes"))
        connection.execute(text("DROP TABLE notes"))
        connection.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT)"))
        connection.execute(text("INSERT INTO notes SELECT * FROM new"))
    assert count(file_store, "marks") == 1
    with file_store.write() as session:
        session.execute(text("DELETE FROM notes"))
    assert count(file_store, "marks") == 0


def test_a_step_that_leaves_orphans_is_a_bug_and_keeps_nothing(file_store):
    def orphan():
        with file_store.alter() as connection:
            connection.execute(text("CREATE TABLE marks (note INTEGER REFERENCES notes (id))"))
            connection.execute(text("INSERT INTO marks VALUES (7)"))

    with pytest.raises(RuntimeError, match="marks"):
        orphan()
    with file_store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM sqlite_schema WHERE name = 'marks'")) == 0


def test_threads_share_a_store(store):
    def work(start):
        for number in range(start, start + 20):
            with store.write() as session:
                add(session, number)

    threads = [threading.Thread(target=work, args=(start,)) for start in (100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(store) == 60


def test_changes_that_look_first_wait_for_each_other(file_store):
    def work():
        for _ in range(20):
            with file_store.write() as session:
                add(session, session.scalar(text("SELECT count(*) FROM notes")) + 1)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(file_store) == 60


def test_desks_that_alter_one_server_wait_for_each_other(server_database, postgres):
    order = []

    def alter():
        with server_database.alter():
            order.append("second")

    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with server_database.alter(), postgres.admin.connect() as admin:
        second = threading.Thread(target=alter)
        second.start()
        while not admin.scalar(waiting) and not order:
            pass
        order.append("first")
    second.join()
    assert order == ["first", "second"]


def test_nothing_can_be_read_from_the_file_without_its_key(file_store, tmp_path):
    with file_store.write() as session:
        add(session, 1, "a very secret word")
    file_store.close()
    content = b"".join(path.read_bytes() for path in tmp_path.glob("test.desk*"))
    assert content[:16] == SALT
    assert b"SQLite format 3" not in content
    assert b"secret" not in content
    assert b"CREATE TABLE" not in content


def test_a_driver_that_cannot_encrypt_is_noticed_before_a_word_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("sqlcipher3.dbapi2.connect", sqlite3.connect)
    database = open_embedded(tmp_path / "plain.desk", create=True)
    with pytest.raises(RuntimeError, match="encrypt"):
        count(database, "sqlite_schema")
    database.close()
    assert (tmp_path / "plain.desk").read_bytes() == b""


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("cache_size", -131072),
        ("cipher_memory_security", "1"),
        ("busy_timeout", 5000),
    ],
)
def test_a_file_is_opened_safely(embedded_database, setting, value):
    assert pragma(embedded_database, setting) == value


def test_a_missing_file_is_not_made_by_looking_for_it(tmp_path):
    database = open_embedded(tmp_path / "none.desk")
    with pytest.raises(Unavailable, match=r"none\.desk cannot be opened"):
        count(database)
    database.close()
    assert not (tmp_path / "none.desk").exists()


def test_a_wrong_key_says_nothing_on_the_terminal(embedded_database, tmp_path, capfd):
    embedded_database.close()
    other = Database.embedded(tmp_path / "test.desk", DataKey(bytes(32)), SALT)
    with pytest.raises(Unavailable, match="damaged"):
        count(other)
    other.close()
    assert capfd.readouterr() == ("", "")


def test_a_closed_store_has_forgotten_its_key_and_opens_no_more(tmp_path, embedded_template):
    key = DataKey(KEY)
    database = Database.embedded(embedded_template, key, SALT)
    count(database, "sqlite_schema")
    database.close()
    database.close()
    with pytest.raises(RuntimeError):
        key.hex()
    with pytest.raises(RuntimeError):
        count(database, "sqlite_schema")


def fill(database, numbers):
    with database.write() as session:
        for number in numbers:
            add(session, number, f"{number} " + "x" * 3000)


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(file_store):
    fill(file_store, range(10))
    pages = pragma(file_store, "page_count")
    pragma(file_store, f"max_page_count={pages + 5}")
    with pytest.raises(Unavailable, match=r"disk that holds .* is full"):
        fill(file_store, range(10, 50))
    assert count(file_store) == 10
    pragma(file_store, "max_page_count=1000000")
    fill(file_store, range(10, 50))
    assert count(file_store) == 50
    assert pragma(file_store, "integrity_check") == "ok"


def test_code_that_overlooks_a_full_disk_cannot_keep_half_a_change(file_store):
    pages = pragma(file_store, "page_count")
    pragma(file_store, f"max_page_count={pages + 5}")

    def overlook():
        with file_store.write() as session:
            add(session, 1)
            for number in range(10, 50):
                with contextlib.suppress(DBAPIError):
                    add(session, number, f"{number} " + "x" * 3000)

    with pytest.raises(PendingRollbackError):
        overlook()
    assert count(file_store) == 0


def test_a_file_that_another_task_holds_is_busy(file_store, tmp_path):
    other = open_embedded(tmp_path / "test.desk")
    pragma(other, "busy_timeout=1")
    with file_store.write() as session:
        add(session, 1)
        with pytest.raises(Unavailable, match="busy"), other.write() as second:
            add(second, 2)
        assert count(other) == 0
    other.close()
    assert count(file_store) == 1


def test_a_damaged_page_is_told_as_damage(file_store, tmp_path):
    fill(file_store, range(50))
    file_store.close()
    path = tmp_path / "test.desk"
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 2, len(content), 4096):
        content[place] ^= 1
    path.write_bytes(content)
    again = open_embedded(path)
    with pytest.raises(Unavailable, match="damaged"), again.read() as session:
        session.execute(text("SELECT sum(length(words)) FROM notes")).all()
    again.close()


def test_a_server_that_ends_a_connection_is_lost_and_the_next_change_works(server_database, postgres):
    def cut():
        with server_database.write() as session:
            end_connection(postgres, session)
            session.execute(text("SELECT 1"))

    with pytest.raises(Unavailable, match="does not answer"):
        cut()
    with server_database.write() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_a_connection_that_breaks_during_the_commit_is_not_told_as_unchanged(server_database, postgres):
    def interrupt(connection):
        end_connection(postgres, connection)

    event.listen(server_database.engine, "commit", interrupt)
    with pytest.raises(Unavailable, match="Look whether it is there"), server_database.write() as session:
        session.execute(text("CREATE TABLE t (id INTEGER)"))


def end_connection(postgres, session):
    number = session.scalar(text("SELECT pg_backend_pid()"))
    with postgres.admin.connect() as admin:
        admin.execute(text("SELECT pg_terminate_backend(:number, 5000)"), {"number": number})


def test_a_server_that_is_not_there_is_told_so(tmp_path):
    database = Database.server(make_url(f"postgresql:///x?host={tmp_path}"))
    with pytest.raises(Unavailable, match="does not answer"):
        count(database)
    database.close()


@pytest.mark.parametrize(
    ("state", "kind", "words"),
    [
        ("40001", Stale, "Somebody else"),
        ("42501", NotAllowed, "Your role"),
        ("53100", Unavailable, "full"),
        ("55P03", Unavailable, "busy"),
        ("57014", Unavailable, "too long"),
        ("58030", Unavailable, "disk"),
    ],
)
def test_what_a_server_refuses_is_told_in_a_sentence(server_database, state, kind, words):
    with pytest.raises(kind, match=words), server_database.write() as session:
        session.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$"))


def test_a_server_is_asked_with_limits_and_a_name(server_database):
    with server_database.read() as session:
        assert session.scalar(text("SHOW application_name")).startswith("Referral Desk ")
        assert session.scalar(text("SHOW timezone")) == "UTC"
        assert session.scalar(text("SHOW statement_timeout")) == "1min"
        assert session.scalar(text("SHOW lock_timeout")) == "5s"


def test_a_server_elsewhere_must_prove_its_name():
    away = server_options(make_url("postgresql://anna@desk.example/desk"), None)
    assert (away["sslmode"], away["sslrootcert"], away["channel_binding"]) == ("verify-full", "system", "require")
    assert server_options(make_url("postgresql://a@desk.example/d"), Path("office.crt"))["sslrootcert"] == "office.crt"
    assert "sslmode" not in server_options(make_url("postgresql://anna@localhost/desk"), None)
