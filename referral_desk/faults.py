"""What the world does to a database, in one sentence each: full disk, busy file, damaged page, lost server.

One table for each engine. What is not in a table is a bug and passes as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from referral_desk.errors import DeskError, NotAllowed, Stale, Unavailable
from referral_desk.files import disk_fault, disk_full, read_only

Teller = Callable[[str], DeskError]


def busy(place: str) -> DeskError:
    """Say that another program or task holds the desk."""
    return Unavailable("{place} is busy with another task. Nothing was changed: try again in a moment.", place=place)


def damaged(place: str) -> DeskError:
    """Say that a desk's file is damaged."""
    return Unavailable(
        "{place} is damaged: part of it can no longer be read. Change nothing, keep the file, and open the newest"
        " backup.",
        place=place,
    )


def missing(place: str) -> DeskError:
    """Say that a desk's file cannot be opened."""
    return Unavailable(
        "{place} cannot be opened: it was moved or removed, or you may not read it. Choose it again, or ask its owner.",
        place=place,
    )


def short_of_memory(place: str) -> DeskError:
    """Say that the computer ran out of memory."""
    return Unavailable(
        "There is too little memory for {place}. Nothing was changed: close other programs and try again.", place=place
    )


def lost(place: str) -> DeskError:
    """Say that the server is out of reach."""
    return Unavailable(
        "{place} does not answer or does not let you in. Nothing was changed: check the network and try again.",
        place=place,
    )


def lost_while_saving(place: str) -> DeskError:
    """Say that the server went away at the one moment when nobody knows whether it kept the change."""
    return Unavailable(
        "The connection to {place} broke while your change was being saved. Look whether it is there before you make"
        " it again.",
        place=place,
    )


def too_slow(place: str) -> DeskError:
    """Say that a server gave up."""
    return Unavailable("{place} took too long and gave up. Nothing was changed: try again.", place=place)


def overtaken(place: str) -> DeskError:
    """Say that two changes met on the server."""
    return Stale("Somebody else changed the same thing in {place} just now. Look at it again and repeat.", place=place)


def doubled() -> DeskError:
    """Say that what may stand only once is there already: another desk was faster."""
    return Stale(
        "The same thing was put on the desk just now. Nothing was changed: look at it again before you repeat."
    )


def tied() -> DeskError:
    """Say that what a row belongs to is gone, or that rows belong to what was to go: another desk was faster."""
    return Stale(
        "Something that belongs to this was added or removed just now. Nothing was changed: look at it again before"
        " you repeat."
    )


def forbidden(place: str) -> DeskError:
    """Say that a role on the server forbids it."""
    return NotAllowed("Your role in {place} does not cover this. Ask the person who runs it.", place=place)


# Result codes of SQLite, https://www.sqlite.org/rescode.html; the low byte tells the kind.
EMBEDDED: Final[dict[int, Teller]] = {
    3: read_only,  # PERM
    5: busy,  # BUSY
    6: busy,  # LOCKED
    7: short_of_memory,  # NOMEM
    8: read_only,  # READONLY
    10: disk_fault,  # IOERR
    11: damaged,  # CORRUPT
    13: disk_full,  # FULL
    14: missing,  # CANTOPEN
    15: busy,  # PROTOCOL
    26: damaged,  # NOTADB
}
# Where the driver forgets the code (its backup does), the library's own words for it remain: sqlite3_errstr().
EMBEDDED_WORDS: Final = {
    "database is locked": 5,
    "out of memory": 7,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
# SQLSTATEs of PostgreSQL (appendix A of its manual), the longest beginning that fits.
SERVER: Final[dict[str, Teller]] = {
    "08": lost,
    "25006": read_only,
    "25P03": lost,
    "28": lost,
    "3D000": lost,
    "40001": overtaken,
    "40P01": overtaken,
    "42501": forbidden,
    "53": short_of_memory,
    "53100": disk_full,
    "53300": busy,
    "55P03": busy,
    "57": lost,
    "57014": too_slow,
    "58": disk_fault,
    "XX001": damaged,
    "XX002": damaged,
}
# Rules of the tables that two desks can break together though each kept them: by the file's words, or the SQLSTATE.
CLASHES: Final[dict[str, Callable[[], DeskError]]] = {
    "UNIQUE constraint failed": doubled,
    "FOREIGN KEY constraint failed": tied,
    "23503": tied,
    "23505": doubled,
}
# While only looking, a refused write is a bug of ours and no mark on the file.
WRITE_REFUSED: Final = {8, "25006"}


def refusal(error: BaseException, place: str, *, looking: bool, saving: bool = False) -> DeskError | None:
    """Give the sentence for a fault of the world, or None where the error is a bug.

    `place` names the file or server for the reader; `saving` is true while the commit itself runs.
    """
    if isinstance(error, PoolTimeoutError):
        return busy(place)
    cause = error.orig if isinstance(error, DBAPIError) else error
    refused: int | str | None
    if type(cause).__module__.startswith("sqlcipher3"):
        refused = getattr(cause, "sqlite_errorcode", EMBEDDED_WORDS.get(str(cause), 0)) & 0xFF
        told = EMBEDDED.get(refused)
    elif isinstance(error, DBAPIError):
        refused = getattr(cause, "sqlstate", None)
        told = _of_server(error, refused)
    else:
        return None
    if told is None or (looking and refused in WRITE_REFUSED):
        return None
    return (lost_while_saving if told is lost and saving else told)(place)


def clash(error: DBAPIError) -> DeskError | None:
    """Give the sentence for a change that met another one on the way into the tables, or None where it is a bug."""
    told = CLASHES.get(getattr(error.orig, "sqlstate", None) or str(error.orig).partition(":")[0])
    return told() if told else None


def _of_server(error: DBAPIError, state: str | None) -> Teller | None:
    if state is None:
        # A connection that broke, or never came about, has no SQLSTATE.
        return lost if error.connection_invalidated or isinstance(error, OperationalError) else None
    return SERVER.get(state) or SERVER.get(state[:2])


@contextmanager
def explained(place: str, *, looking: bool = False) -> Iterator[None]:
    """Turn faults of the world inside the block into refusals; let everything else pass."""
    try:
        yield
    except Exception as error:
        told = refusal(error, place, looking=looking)
        if told is None:
            raise
        raise told from error
