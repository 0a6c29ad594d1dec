"""The only place that opens connections and the only one that commits: an encrypted file, or a PostgreSQL server."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from referral_desk import __version__
from referral_desk.cipher import PATIENCE_MS, FileKey, open_file
from referral_desk.faults import explained, refusal

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext

# Two desks that upgrade one server wait for each other at this advisory lock; the figure means nothing.
UPGRADE_LOCK: Final = 7_304_118
BEGIN: Final = {
    "read": ("PRAGMA query_only=ON", "BEGIN"),
    # IMMEDIATE: the wait for another writer comes first, not in the middle.
    "write": ("PRAGMA query_only=OFF", "BEGIN IMMEDIATE"),
}
LOCAL_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Database:
    """A store of either kind, with sessions to look and to change.

    Make one with `embedded` or `server`.
    """

    def __init__(self, engine: Engine, place: str, on_close: Callable[[], None]) -> None:
        self.engine, self.place, self._on_close = engine, place, on_close
        looking: dict[str, Any] = {"access": "read"}
        if engine.dialect.name == "postgresql":
            # One look sees one state of affairs, as it does in the file.
            looking |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._readers = sessionmaker(engine.execution_options(**looking), expire_on_commit=False)
        self._writers = sessionmaker(engine, expire_on_commit=False)
        self._closed = False

    @classmethod
    def embedded(cls, path: Path, key: FileKey, salt: bytes, *, create: bool = False) -> Database:
        """Open the SQLCipher file at a path; with `create`, a new one.

        The salt (16 bytes) stands in the clear at the head of the file and of each of its copies. The database owns
        the key from now on and wipes it when it is closed. No connection is made before the first use.
        """

        def connect() -> DBAPIConnection:
            return open_file(path, key, salt, create=create)

        import sqlcipher3  # noqa: PLC0415 - 8 MB that a desk on a server does not need

        engine = create_engine(
            # Without the module SQLAlchemy would not know the driver's errors.
            "sqlite+pysqlite://",
            creator=connect,
            module=sqlcipher3,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=0,
            pool_timeout=PATIENCE_MS / 1000,
            # The same connection again and again keeps one cache warm, not four.
            pool_use_lifo=True,
        )
        event.listen(engine, "begin", _begin_in_file)
        event.listen(engine, "handle_error", _notice_lost_transaction)
        return cls(engine, str(path), key.wipe)

    @classmethod
    def server(cls, url: URL, *, certificate: Path | None = None) -> Database:
        """Connect to PostgreSQL; a server elsewhere must show a certificate for its name (see `server_options`)."""
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args=server_options(url, certificate),
            pool_size=4,
            max_overflow=2,
            pool_timeout=PATIENCE_MS / 1000,
            # A laptop sleeps; its connection is then gone without a word.
            pool_pre_ping=True,
        )
        return cls(engine, url.host or str(url.query.get("host", "localhost")), lambda: None)

    @property
    def is_file(self) -> bool:
        """Whether this is a file of one's own, not a server."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Look: all that is asked inside the block sees one state, and nothing can be changed.

        Raises Unavailable where the world fails.
        """
        with explained(self.place, looking=True), self._readers() as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Change: one transaction, kept whole when the block ends well and dropped whole when it does not.

        Raises Unavailable (disk, lock, server), Stale (a server saw two changes meet) or NotAllowed (its rules).
        """
        with explained(self.place):
            session = self._writers()
            try:
                yield session
                session.flush()
                self._commit(session)
            except BaseException:
                # After a full disk SQLite has rolled back by itself and refuses to do so again.
                with contextlib.suppress(Exception):
                    session.rollback()
                raise
            finally:
                with contextlib.suppress(Exception):
                    session.close()

    def _commit(self, session: Session) -> None:
        try:
            session.commit()
        except Exception as error:
            told = refusal(error, self.place, looking=False, saving=True)
            if told is None:
                raise
            raise told from error

    @contextmanager
    def alter(self) -> Iterator[Connection]:
        """Change the tables themselves: one transaction, all steps or none.

        A file's foreign keys are checked at the end instead of during the steps, because SQLite rebuilds a table by
        dropping it; on a server, desks that upgrade at the same time wait for each other.
        """
        with explained(self.place), self.engine.connect() as connection:
            if self.is_file:
                self._switch_foreign_keys(connection, "OFF")
            try:
                with connection.begin():
                    if not self.is_file:
                        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
                    yield connection
                    if self.is_file:
                        _check_parents(connection)
            finally:
                if self.is_file:
                    self._switch_foreign_keys(connection, "ON")

    @staticmethod
    def _switch_foreign_keys(connection: Connection, state: str) -> None:
        # The switch does nothing inside a transaction, and SQLAlchemy begins one with its first statement.
        driver: Any = connection.connection.dbapi_connection
        driver.execute(f"PRAGMA foreign_keys={state}")

    def close(self) -> None:
        """Close all connections and forget the key. May be called twice."""
        if not self._closed:
            self._closed = True
            self.engine.dispose()
            self._on_close()


def _check_parents(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"rows without their parent in: {sorted({row[0] for row in broken})}")


def _begin_in_file(connection: Connection) -> None:
    for statement in BEGIN[connection.get_execution_options().get("access", "write")]:
        connection.exec_driver_sql(statement)


def _notice_lost_transaction(context: ExceptionContext) -> None:
    """Give up a connection whose transaction SQLite ended by itself (full disk, I/O error).

    Otherwise code that swallowed the error would go on statement by statement, each kept for itself.
    """
    connection = context.connection
    if connection is None or connection.invalidated or not connection.in_transaction():
        return
    driver: Any = connection.connection.dbapi_connection
    if not driver.in_transaction:
        context.is_disconnect = True
        context.invalidate_pool_on_disconnect = False


def server_options(url: URL, certificate: Path | None) -> dict[str, Any]:
    """Give the settings of a connection to a server.

    To another computer only TLS with the server's name proved will do (`sslmode=verify-full`), by the office's own
    certificate where one is given and else by the computer's trusted ones; the same computer needs none.
    """
    minute = 60_000
    session = {
        "statement_timeout": minute,
        "lock_timeout": PATIENCE_MS,
        "idle_in_transaction_session_timeout": minute,
        "timezone": "UTC",
    }
    options: dict[str, Any] = {
        "application_name": f"Referral Desk {__version__}",
        "connect_timeout": math.ceil(PATIENCE_MS / 1000),
        "keepalives": 1,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "options": " ".join(f"-c {name}={value}" for name, value in session.items()),
    }
    host = url.host or str(url.query.get("host", ""))
    if host and not host.startswith("/") and host not in LOCAL_HOSTS:
        options |= {
            "sslmode": "verify-full",
            "sslrootcert": str(certificate) if certificate else "system",
            "channel_binding": "require",
        }
    return options
