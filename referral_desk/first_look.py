"""Read what the Board will show straight from the file, before the store is loaded, if nothing has changed since."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

from referral_desk import __version__, clock
from referral_desk.cipher import open_file
from referral_desk.plain import from_plain

if TYPE_CHECKING:
    from referral_desk.deskfile.doorstep import Doorstep

R = TypeVar("R")

DEMO_TODAY: Final = "demo.today"
START: Final = "0" * 64
LAST: Final = "SELECT hash FROM log_entries ORDER BY id DESC LIMIT 1"
DEMO: Final = "SELECT value FROM settings WHERE key = ?"
LOOK: Final = "SELECT rows FROM first_looks WHERE day = ? AND language = ? AND program = ? AND head = ?"


def first_look(doorstep: Doorstep, kind: type[R], language: str) -> tuple[R, dt.date] | None:
    """Give the rows of a kind that were kept for today, with today's date; None where they do not hold any more.

    Whatever goes wrong here goes wrong again when the desk is opened, and is told there.
    """
    try:
        connection: Any = open_file(doorstep.path, doorstep.key, doorstep.vault.salt)
    except Exception:  # noqa: BLE001 - the driver's errors; opening the desk tells them
        return None
    with contextlib.closing(connection):
        try:
            last = connection.execute(LAST).fetchone()
            demo = connection.execute(DEMO, (DEMO_TODAY,)).fetchone()
            day = dt.date.fromisoformat(json.loads(demo[0])) if demo else clock.local_date(clock.now())
            wanted = (day.isoformat(), language, __version__, last[0] if last else START)
            found = connection.execute(LOOK, wanted).fetchone()
            return (from_plain(kind, json.loads(found[0])), day) if found else None
        except Exception:  # noqa: BLE001 - same
            return None
