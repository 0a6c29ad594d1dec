"""Words and looks that the parts of the Group page share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from referral_desk.queries.seats import HolderRow, SeatKind, SeatRow
from ui.language import day_text, label_text
from ui.widgets.pick_input import Pick

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referral_desk.queries.groups import ChoiceRow

KIND_ICON: Final = {
    SeatKind.CHAIR: "crown-simple",
    SeatKind.DEPUTY_CHAIR: "star",
    SeatKind.SECRETARY: "pencil-simple",
    SeatKind.MEMBER: "user",
    SeatKind.REGIONAL_REPRESENTATIVE: "flag-banner",
    SeatKind.DEPUTY: "swap",
    SeatKind.OBSERVER: "eye",
}


def period_text(first: dt.date | None, last: dt.date | None, day: dt.date) -> str:
    """From when to when, as one says it on a day: "since 1 Jan 2024", "until 31 Dec 2026", "2020 – 2023" with days."""
    if first and last and last < day:
        return f"{day_text(first, 'date')} – {day_text(last, 'date')}"
    if first and first > day:
        return QCoreApplication.translate("GroupPage", "from {day}").format(day=day_text(first, "date"))
    if last:
        return QCoreApplication.translate("GroupPage", "until {day}").format(day=day_text(last, "date"))
    if first:
        return QCoreApplication.translate("GroupPage", "since {day}").format(day=day_text(first, "date"))
    return ""


def seat_name(seat: SeatRow) -> str:
    """What a seat is called: its own title, whom it speaks for, its organisation, its sector or its kind."""
    sector = label_text(seat.sector) if seat.sector else ""
    return seat.title or seat.represents or seat.organisation or sector or label_text(seat.kind)


def holder_text(holder: HolderRow) -> str:
    """Who holds a seat and for whom."""
    return f"{holder.person}, {holder.organisation}" if holder.person and holder.organisation else holder.who


def picks(rows: Sequence[ChoiceRow]) -> list[Pick]:
    """Choices for a PickInput."""
    return [Pick(row.id, row.name, row.detail) for row in rows]
