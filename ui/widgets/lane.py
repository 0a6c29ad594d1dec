"""A lane of cards: its name and how many stand in it, the cards below one another, and more of them on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel, IconLabel, label
from ui.widgets.lane_card import LaneCard, LaneCardLook
from ui.widgets.scrolled import scrolled
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from collections.abc import Sequence


class Lane(QFrame):
    """One lane. `opened` tells the key of a card, `chip_pressed` that of a chip, `wants_more` that more is asked for.

    `left` tells an arrow key that leads out of the lane ("left" or "right").
    """

    opened = Signal(int)
    chip_pressed = Signal(str)
    wants_more = Signal()
    left = Signal(str)

    def __init__(self, title: str, icon_name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "lane")
        self._name = title
        self.cards: list[LaneCard] = []
        self.title = ElidedLabel(title, "lead")
        self.count = label("", "note")
        self.head = QWidget()
        across = QHBoxLayout(self.head)
        across.setContentsMargins(4, 0, 4, 0)
        across.setSpacing(8)
        across.addWidget(IconLabel(icon_name, "quiet"))
        across.addWidget(self.title, 1)
        across.addWidget(self.count)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.empty = label(empty, "note", wraps=True)
        self.empty.setContentsMargins(4, 0, 4, 0)
        self.more = button("", "link")
        self._column.addWidget(self.empty)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self.area = scrolled(inside, TallArea())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 10, 8, 8)
        whole.setSpacing(8)
        whole.addWidget(self.head)
        whole.addWidget(self.area, 1)
        self.more.clicked.connect(self.wants_more)
        self.show_cards((), 0, "0")

    def show_cards(self, looks: Sequence[LaneCardLook], hidden: int, count: str) -> None:
        """Show cards; `hidden` is how many more stand in the lane, `count` how many in all, as one says it."""
        held = self.held()
        place = self.area.verticalScrollBar().value()
        for old in self.cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = []
        for number, look in enumerate(looks):
            card = LaneCard(look)
            card.clicked.connect(self._on_clicked)
            card.moved.connect(self._on_moved)
            card.chip_pressed.connect(self.chip_pressed)
            self._column.insertWidget(number, card)
            # At once: what is not shown takes no focus.
            card.show()
            self.cards.append(card)
        self.count.setText(count)
        self.setAccessibleName(self.tr("{lane}: {count}").format(lane=self._name, count=count))
        self.empty.setVisible(not looks)
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("Show %n more", "", max(0, hidden)))
        self._stand_on(next((card for card in self.cards if card.look.key == held), self.card_at(0)))
        self.area.verticalScrollBar().setValue(place)

    def card_at(self, number: int) -> LaneCard | None:
        """The card at a place, else the last one; None in an empty lane."""
        return self.cards[min(number, len(self.cards) - 1)] if self.cards else None

    def held(self) -> int | None:
        """The key of the card that Tab comes to."""
        return next((card.look.key for card in self.cards if card.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)

    def number_of(self, card: QWidget | None) -> int:
        """The place of a card; -1 where it is not in the lane."""
        return next((number for number, one in enumerate(self.cards) if one is card), -1)

    def go_to(self, card: LaneCard) -> None:
        """Give a card the focus, and show it whole."""
        self._stand_on(card)
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(card, 0, px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(120))

    def _stand_on(self, chosen: LaneCard | None) -> None:
        for card in self.cards:
            policy = Qt.FocusPolicy.StrongFocus if card is chosen else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)

    @Slot(str)
    def _on_moved(self, step: str) -> None:
        card = self.sender()
        if not isinstance(card, LaneCard):
            return
        if step in ("left", "right"):
            self.left.emit(step)
            return
        at = self.cards.index(card)
        last = len(self.cards) - 1
        wanted = {"up": at - 1, "down": at + 1, "first": 0, "last": last}[step]
        if wanted > last and not self.more.isHidden():
            self.more.setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= wanted <= last:
            self.go_to(self.cards[wanted])

    @Slot()
    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, LaneCard):
            self._stand_on(card)
            self.opened.emit(card.look.key)
