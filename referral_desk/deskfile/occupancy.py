"""One process for each desk: a lock file that the operating system frees when the process ends, however it ends."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

from referral_desk.errors import DeskError, Unavailable
from referral_desk.files import explain

if sys.platform == "win32":
    import msvcrt

    # Beyond the text, so that others can still read who holds the lock.
    LOCKED_BYTE = 1 << 20

    def _lock(handle: int) -> None:
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Occupancy:
    """Holds a desk for this process until `leave`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path, self._handle = path, handle

    @classmethod
    def take(cls, desk: Path) -> Occupancy:
        """Take a desk for this process.

        A lock file that a crashed process left behind is no hindrance: the lock itself went with the process. Raises
        Unavailable where somebody else has the desk open (it says who, where and since when) or the folder refuses.
        """
        path = desk.with_suffix(".lock")
        while True:
            try:
                handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            except OSError as error:
                raise explain(error, desk) from error
            try:
                _lock(handle)
            except OSError:
                os.close(handle)
                raise _taken(desk, path) from None
            if _still_there(handle, path):
                break
            # Its last holder removed it between the two steps.
            os.close(handle)
        occupancy = cls(path, handle)
        try:
            occupancy._sign()
        except OSError as error:
            occupancy.leave()
            raise explain(error, desk) from error
        return occupancy

    def _sign(self) -> None:
        os.ftruncate(self._handle, 0)
        card = {
            "user": getpass.getuser(),
            "computer": platform.node(),
            "process": os.getpid(),
            "since": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        }
        os.write(self._handle, json.dumps(card).encode())

    def leave(self) -> None:
        """Let others have the desk; may be called twice."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if sys.platform == "win32":
            os.close(handle)
        # Removed while still locked: nobody can hold a file that is about to vanish (see `_still_there`).
        with contextlib.suppress(OSError):
            self._path.unlink()
        if sys.platform != "win32":
            os.close(handle)


def _still_there(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _taken(desk: Path, path: Path) -> DeskError:
    card: dict[str, Any] = {}
    with contextlib.suppress(OSError, ValueError):
        read = json.loads(path.read_bytes().rstrip(b"\0"))
        card = read if isinstance(read, dict) else {}
    try:
        since = dt.datetime.fromisoformat(card["since"]).astimezone().strftime("%Y-%m-%d %H:%M")
        user, computer = str(card["user"]), str(card["computer"])
    except (KeyError, TypeError, ValueError):
        return Unavailable("{file} is in use by another program. Close it there and try again.", file=desk)
    if card.get("process") == os.getpid() and computer == platform.node():
        return Unavailable("{file} is already open in this program. Go to the window that shows it.", file=desk)
    return Unavailable(
        "{file} is in use: {user} has had it open on {computer} since {since}. Close it there and try again.",
        file=desk,
        user=user,
        computer=computer,
        since=since,
    )
