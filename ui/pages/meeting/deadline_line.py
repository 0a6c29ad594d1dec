"""The next deadlines of a meeting, in one quiet line: what is due, when, and what is late."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from referral_desk.queries.deadlines import DeadlineRow, MeetingDeadlines, meeting_deadlines
from ui.language import day_text
from ui.widgets.chip_flow import ChipFlow

if TYPE_CHECKING:
    from ui.bridge import Bridge

SHOWN: Final = 4
SOON: Final = dt.timedelta(days=7)


class DeadlineLine(ChipFlow):
    """Up to four chips: late ones red, those of this week in warning colour, the others quiet.

    A page places it and calls `reload()` with its own; nothing is shown of a meeting that is off or closed.
    """

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._meeting_id = bridge, meeting_id
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.names = {
            "invitation": self.tr("Invitation"),
            "call_for_items": self.tr("Call for items"),
            "pack": self.tr("Agenda and papers"),
            "apologies": self.tr("Apologies"),
            "minutes": self.tr("Draft minutes"),
            "comments": self.tr("Comments"),
            "approval": self.tr("Approval"),
        }
        self._is_folded = False
        self.hide()

    def fold(self, *, is_folded: bool) -> None:
        """Take no room, where something else on the page tells the dates."""
        self._is_folded = is_folded
        self.setVisible(bool(self.words()) and not is_folded)

    def reload(self) -> None:
        """Ask for the meeting's deadlines."""
        self._bridge.ask(meeting_deadlines, meeting_id=self._meeting_id).then(self.show_deadlines)

    @Slot(object)
    def show_deadlines(self, row: MeetingDeadlines) -> None:
        """Show the answer of the query."""
        self.show_chips([self._chip(one) for one in row.ahead(SHOWN)])
        self.fold(is_folded=self._is_folded)

    def _chip(self, row: DeadlineRow) -> tuple[str, str, str]:
        today = self._bridge.today
        words = self.tr("{what} by {day}").format(what=self.names[row.name], day=day_text(row.due, "short"))
        if row.due < today:
            return words, "late", "warning-circle-fill"
        if row.due <= today + SOON:
            return words, "warn", "clock-fill"
        return words, "quiet", "clock"
