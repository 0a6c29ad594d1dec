"""What stands on the page of the year wheel: its buttons, the wheel, and the tabs below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.doing import UndoPage
from ui.pages.wheel.chosen import ChosenPanel
from ui.pages.wheel.closings import ClosingsPanel
from ui.pages.wheel.findings import FindingsPanel
from ui.pages.wheel.legend import Legend
from ui.pages.wheel.rules import RulesPanel
from ui.pages.wheel.scene import SceneMaker
from ui.pages.wheel.wishes import WishesPanel
from ui.theme import dress, px
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_words import plain_tip
from ui.widgets.segments import Segments
from ui.widgets.year_wheel import YearWheel
from ui.widgets.year_wheel_ground import ZOOMS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.bridge import Bridge
    from ui.places import Place

BELOW: Final = 290
LEGEND_FROM: Final = 980
WORDS_FROM: Final = 700
TABS: Final = ("chosen", "findings", "wishes", "closings", "rules")


class WheelFrame(UndoPage):
    """The parts of the page, and how many days it shows; what they do is the page's."""

    areas: ClassVar[frozenset[str]] = frozenset({"meetings", "groups", "seats", "settings", "wheel"})

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.maker = SceneMaker(self)
        self.body.setSpacing(10)
        self.body.setContentsMargins(32, 14, 32, 12)
        self.earlier = icon_button("caret-left", self.tr("Year before"))
        self.later = icon_button("caret-right", self.tr("Year after"))
        self.release = button("", "", "sparkle")
        self.listed = button("", "", "list-bullets")
        self._words = {self.release: self.tr("Propose all anew"), self.listed: self.tr("As a list")}
        self._say_words(with_words=True)
        self.accept = button("", "primary", "checks")
        self.closer = icon_button("magnifying-glass-plus", self.tr("Show fewer days"))
        self.farther = icon_button("magnifying-glass-minus", self.tr("Show more days"))
        self.farther.setEnabled(False)
        turn = (self.earlier, self.later, self.farther, self.closer)
        self.header.add(*turn, self.listed, self.release, self.accept)
        self.wheel = YearWheel(self.tr("The year's meetings"))
        self.wheel.day_words = self.maker.day_words
        sentence = self.tr(
            "No group of the chain stands in this year. Groups show here with a lane each once they are set up."
        )
        self.empty = EmptyState("calendar-blank", sentence, self.tr("Set up groups"))
        self.empty.hide()
        card = Card(margin=1, gap=0)
        card.add(self.wheel, self.empty)
        self.body.addWidget(card, 3)
        self.body.addWidget(self._build_below(), 0)
        self.closer.clicked.connect(self._on_closer)
        self.farther.clicked.connect(self._on_farther)
        self.wheel.zoomed.connect(self._on_zoomed)

    def _build_below(self) -> Card:
        words = (
            ("chosen", self.tr("Meeting")),
            ("findings", self.tr("To look at")),
            ("wishes", self.tr("Wishes")),
            ("closings", self.tr("Closed days")),
            ("rules", self.tr("Rules")),
        )
        self.tabs = Segments(words, self.tr("Below the wheel"))
        self.chosen = ChosenPanel(self.bridge, self.maker)
        self.findings = FindingsPanel(self.maker)
        self.wishes = WishesPanel(self)
        self.closings = ClosingsPanel(self)
        self.rules = RulesPanel(self)
        self.below = QStackedWidget()
        dress(self.below, "plain")
        for panel in (self.chosen, self.findings, self.wishes, self.closings, self.rules):
            self.below.addWidget(panel)
        head = QHBoxLayout()
        head.addWidget(self.tabs, 1)
        self.legend = Legend()
        head.addWidget(self.legend)
        card = Card(margin=14, gap=8)
        card.setFixedHeight(px(BELOW))
        inside = QVBoxLayout()
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addWidget(self.below, 1)
        card.add(inside)
        self.tabs.chosen.connect(self._on_tab)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.legend.setVisible(event.size().width() >= px(LEGEND_FROM))
        self._say_words(with_words=event.size().width() >= px(WORDS_FROM))

    def _say_words(self, *, with_words: bool) -> None:
        """Show words in the buttons beside the title, or where room is short their icons alone."""
        for made, words in self._words.items():
            made.setText(words if with_words else "")
            made.setAccessibleName(words)
            made.setToolTip(plain_tip("" if with_words else words))

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self.below.setCurrentIndex(TABS.index(key))

    @Slot()
    def _on_closer(self) -> None:
        self.wheel.set_zoom(self.wheel.zoom + 1)

    @Slot()
    def _on_farther(self) -> None:
        self.wheel.set_zoom(self.wheel.zoom - 1)

    @Slot(int)
    def _on_zoomed(self, zoom: int) -> None:
        self.farther.setEnabled(zoom > 0)
        self.closer.setEnabled(zoom < len(ZOOMS) - 1)
