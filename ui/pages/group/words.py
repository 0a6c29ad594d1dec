"""Words and looks that the parts of the Group page share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from referral_desk.queries.seats import HolderRow, SeatRow
from referral_desk.vocabulary import SeatKind
from ui.language import label_text
from ui.widgets.pick_input import Pick

if TYPE_CHECKING:
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
