"""Keep what the Board will show on the next days, so that the next start can paint it at once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

from sqlalchemy import delete, select

from referral_desk import __version__, journal
from referral_desk.desk import Work, operation
from referral_desk.first_look import START
from referral_desk.models import FirstLook, LogEntry
from referral_desk.plain import to_plain
from referral_desk.users import ROLES


@operation(*ROLES)
def keep_first_looks(work: Work, *, language: str, looks: Mapping[dt.date, object]) -> None:
    """Keep rows for days to come in place of those kept before; they are derived, so no log entry tells of it."""
    session = work.session
    # Writing that still waits would go on without a new entry, and what is kept here would seem to hold.
    journal.seal(session, lambda _waiting: True)
    head = session.scalar(select(LogEntry.hash).order_by(LogEntry.id.desc()).limit(1)) or START
    session.execute(delete(FirstLook).where(FirstLook.language == language))
    for day, rows in looks.items():
        told = json.dumps(to_plain(rows), ensure_ascii=False)
        session.add(FirstLook(day=day, language=language, program=__version__, head=head, rows=told))
