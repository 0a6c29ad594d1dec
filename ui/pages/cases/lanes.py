"""The lanes: with the regions, the national group, the inter-ministerial group, answered; tabs where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.escalations import LANES, PER_LANE
from referral_desk.vocabulary import EscalationLane
from ui.pages.cases.words import CardWords, by_weight, counted
from ui.theme import px
from ui.widgets.lane import Lane
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.escalations import EscalationRow, Lanes
    from referral_desk.queries.escalations import Lane as LaneRows

ICONS: Final = {
    EscalationLane.REGIONAL: "map-pin",
    EscalationLane.NATIONAL: "globe-hemisphere-west",
    EscalationLane.INTERMINISTERIAL: "buildings",
    EscalationLane.ANSWERED: "chat-text",
}
NARROWEST: Final = 940
"""Below this width the lanes stand behind tabs."""


class LanesView(QWidget):
    """Four lanes beside one another. Arrow keys go between cards and lanes; `opened` tells an escalation."""

    opened = Signal(object)
    theme_opened = Signal(str)
    wants_more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = CardWords(self)
        self._rows: dict[int, EscalationRow] = {}
        self.at_most = dict.fromkeys(LANES, PER_LANE)
        self._titles = {
            EscalationLane.REGIONAL: self.tr("Regions"),
            EscalationLane.NATIONAL: self.tr("National group"),
            EscalationLane.INTERMINISTERIAL: self.tr("Inter-ministerial"),
            EscalationLane.ANSWERED: self.tr("Answered"),
        }
        self.tabs = Segments(tuple((lane.value, self._titles[lane]) for lane in LANES), self.tr("Lanes"))
        empty = {
            EscalationLane.REGIONAL: self.tr("What a region is about to carry up stands here, until it is sent."),
            EscalationLane.NATIONAL: self.tr("What was sent to the national group stands here, until it has decided."),
            EscalationLane.INTERMINISTERIAL: self.tr(
                "What the national group cannot solve stands here, until the ministries have answered."
            ),
            EscalationLane.ANSWERED: self.tr("Answers stand here, until every group that asked has heard them."),
        }
        self.lanes = {lane: Lane(self._titles[lane], ICONS[lane], empty[lane]) for lane in LANES}
        self._across = QHBoxLayout()
        self._across.setSpacing(12)
        for lane in self.lanes.values():
            self._across.addWidget(lane, 1)
            lane.opened.connect(self._on_opened)
            lane.chip_pressed.connect(self.theme_opened)
            lane.wants_more.connect(self._on_more)
            lane.left.connect(self._on_left)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.tabs)
        box.addLayout(self._across, 1)
        self._is_narrow = False
        self.tabs.chosen.connect(self._on_tab)
        self._fit()

    @property
    def per_lane(self) -> int:
        """How many cards to ask for, so that each lane has what it shows."""
        return max(self.at_most.values())

    def show_lanes(self, found: Lanes, today: dt.date) -> None:
        """Show the answer of the query; the card that had the focus keeps it."""
        focus = self._focused()
        held = focus[1].cards[focus[2]].look.key if focus else None
        parts: dict[EscalationLane, LaneRows] = {lane: getattr(found, lane.value) for lane in LANES}
        self._rows = {row.id: row for part in parts.values() for row in part.rows}
        for key, part in parts.items():
            rows = by_weight(part.rows)[: self.at_most[key]]
            looks = [self._words.look(row, today) for row in rows]
            self.lanes[key].show_cards(looks, part.total - len(rows), counted(part.total))
            self.tabs.set_word(key.value, f"{self._titles[key]}  {counted(part.total)}")
        if focus is not None:
            self._stand_again(held, focus[1], focus[2])

    def choose(self, lane: EscalationLane) -> None:
        """Go to a lane."""
        self.tabs.choose(lane.value)
        if (card := self.lanes[lane].card_at(0)) is not None:
            self.lanes[lane].go_to(card)

    def row(self) -> EscalationRow | None:
        """The escalation whose card has the focus."""
        focus = self._focused()
        return self._rows.get(focus[1].cards[focus[2]].look.key) if focus else None

    def _focused(self) -> tuple[EscalationLane, Lane, int] | None:
        """The card that has the focus: its lane and its place there."""
        card = self.focusWidget()
        if card is None or not card.hasFocus():
            return None
        places = ((key, lane, lane.number_of(card)) for key, lane in self.lanes.items())
        return next((place for place in places if place[2] >= 0), None)

    def _stand_again(self, held: int | None, lane: Lane, number: int) -> None:
        """Give the focus back: to the same escalation wherever it is now, else to what stands in its place."""
        for one in self.lanes.values():
            for card in one.cards:
                if card.look.key == held:
                    one.go_to(card)
                    return
        if (card_there := lane.card_at(number)) is not None:
            lane.go_to(card_there)

    @Slot(str)
    def _on_left(self, step: str) -> None:
        focus = self._focused()
        if focus is None:
            return
        key, _lane, number = focus
        at = LANES.index(key)
        ahead = LANES[at + 1 :] if step == "right" else tuple(reversed(LANES[:at]))
        # An empty lane is passed over.
        wanted = next((one for one in ahead if self.lanes[one].cards), None)
        if wanted is not None:
            self.tabs.choose(wanted.value)
            card = self.lanes[wanted].card_at(number)
            assert card is not None
            self.lanes[wanted].go_to(card)

    @Slot(int)
    def _on_opened(self, key: int) -> None:
        self.opened.emit(self._rows[key])

    @Slot()
    def _on_more(self) -> None:
        key = next(key for key, lane in self.lanes.items() if lane is self.sender())
        self.at_most[key] += PER_LANE
        self.wants_more.emit()

    @Slot(str)
    def _on_tab(self, _key: str) -> None:
        self._fit()

    def _fit(self) -> None:
        self.tabs.setVisible(self._is_narrow)
        for key, lane in self.lanes.items():
            lane.head.setVisible(not self._is_narrow)
            lane.setVisible(not self._is_narrow or key.value == self.tabs.key())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < px(NARROWEST)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._fit()
