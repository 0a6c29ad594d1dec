"""Periods in words: since when, until when, from one day to another, as one says it on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.language import day_text

if TYPE_CHECKING:
    import datetime as dt


def period_text(first: dt.date | None, last: dt.date | None, day: dt.date) -> str:
    """From when to when, seen on a day; empty where nothing is known.

    "since 1 Jan 2024", "until 31 Dec 2026", "from 1 Feb 2027"; a period that is over has both days.
    """
    if first and last and (last < day or first > day):
        return f"{day_text(first, 'date')} – {day_text(last, 'date')}"
    if first and first > day:
        return QCoreApplication.translate("Periods", "from {day}").format(day=day_text(first, "date"))
    if last:
        return QCoreApplication.translate("Periods", "until {day}").format(day=day_text(last, "date"))
    if first:
        return QCoreApplication.translate("Periods", "since {day}").format(day=day_text(first, "date"))
    return ""
