"""On the agenda of a held meeting: what became of the item that is open, said over its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.queries.minutes import ItemState, MinutesDetail, minutes_detail
from referral_desk.vocabulary import ItemOutcome
from ui.language import label_text
from ui.pages.meeting.course_outcome import GLYPHS, OutcomeChips
from ui.widgets.chip import Chip
from ui.widgets.labels import label, rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.doing import UndoPage
    from ui.pages.meeting.agenda_view import AgendaView

TONES = {
    ItemOutcome.NOTED: "info",
    ItemOutcome.DECIDED: "good",
    ItemOutcome.CARRIED: "quiet",
    ItemOutcome.DROPPED: "quiet",
}


class AgendaOutcome(QFrame):
    """A strip over the open item; hidden before the meeting was held."""

    approves = Signal(object)

    def __init__(self, page: UndoPage, agenda: AgendaView) -> None:
        super().__init__(agenda.pane.frame)
        self.page, self.agenda = page, agenda
        self.minutes: MinutesDetail | None = None
        self._shown: tuple[ItemState, bool] | None = None
        self.made: QWidget | None = None
        self.box = QVBoxLayout()
        self.box.setContentsMargins(16, 10, 16, 10)
        self.box.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.box)
        whole.addWidget(rule())
        agenda.pane.frame.body.insertWidget(0, self)
        agenda.list.chosen.connect(self._show_item)
        self.hide()

    def reload(self) -> None:
        """Ask what became of the items."""
        job = self.page.bridge.ask(minutes_detail, meeting_id=self.agenda.meeting_id, today=self.page.bridge.today)
        job.then(self._on_minutes)

    @Slot(object)
    def _on_minutes(self, minutes: MinutesDetail) -> None:
        self.minutes = minutes
        self._show_item()

    @Slot()
    def _show_item(self) -> None:
        minutes, chosen = self.minutes, self.agenda.list.chosen_id()
        item = next((one for one in minutes.items if one.id == chosen), None) if minutes is not None else None
        if minutes is None or item is None:
            self.hide()
            return
        # What approved minutes say of it is put right by a correction alone.
        is_said = minutes.is_frozen and item.shown is not ItemOutcome.OPEN
        is_closed = minutes.is_closed or is_said or not self.page.bridge.may(set_outcome)
        if (item, is_closed) == self._shown:
            self.show()
            return
        self._shown = (item, is_closed)
        self._fill(item, is_closed=is_closed)
        self.show()

    def _fill(self, item: ItemState, *, is_closed: bool) -> None:
        while (taken := self.box.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
            elif (line := taken.layout()) is not None:
                while (part := line.takeAt(0)) is not None:
                    if (old := part.widget()) is not None:
                        old.hide()
                        old.deleteLater()
        if is_closed:
            line = QHBoxLayout()
            line.addWidget(Chip(label_text(item.shown), TONES.get(item.shown, "quiet"), GLYPHS.get(item.shown)))
            line.addStretch()
            self.box.addLayout(line)
        else:
            chips = OutcomeChips(self.page, item)
            chips.approves.connect(self.approves)
            self.box.addWidget(chips)
        if item.reason:
            self.box.addWidget(label(item.reason, "note", wraps=True))
