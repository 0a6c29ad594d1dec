"""Reads what the demo desk tells from resources/demo, and says when things happened on it."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any, Final

from referral_desk.clock import COPENHAGEN
from referral_desk.texts import RESOURCES

FOLDER: Final = RESOURCES / "demo"


def read(name: str) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of one of the files, by the name of their list."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def at(day: dt.date, hour: int) -> dt.datetime:
    """An hour of a demo day in Copenhagen, so that the desk's log is the same on every machine."""
    return dt.datetime.combine(day, dt.time(hour), COPENHAGEN).astimezone(dt.UTC)
