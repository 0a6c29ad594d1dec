"""Sit down at an open desk: a person, and the clock that the desk goes by (a demo desk's day stands still)."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from referral_desk import clock
from referral_desk.desk import Desk
from referral_desk.first_look import DEMO_TODAY
from referral_desk.models import Setting
from referral_desk.users import User

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.database import Database


def sit_down(database: Database, user: User) -> Desk:
    """Give the desk on an open database, for a person; raises Unavailable where the database does not answer."""
    day = demo_day(database)
    return Desk(database, user, now=clock.now if day is None else _standing_clock(day))


def demo_day(database: Database) -> dt.date | None:
    """The day on which a demo desk stands still, or None for a real desk."""
    with database.read() as session:
        value = session.scalar(select(Setting.value).where(Setting.key == DEMO_TODAY))
    return None if value is None else dt.date.fromisoformat(json.loads(value))


def _standing_clock(day: dt.date) -> Callable[[], dt.datetime]:
    def now() -> dt.datetime:
        time = clock.now().astimezone(clock.COPENHAGEN).time()
        return dt.datetime.combine(day, time, clock.COPENHAGEN).astimezone(dt.UTC)

    return now
