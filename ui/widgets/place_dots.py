"""The places at a table as dots: filled in person, by a deputy, said no, or not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colour, px
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

SIDE: Final = 14
GAP: Final = 4
FILLED, DEPUTY, AWAY, OPEN = "filled", "deputy", "away", "open"


class PlaceDots(QWidget):
    """A dot for each place: full, half full for a deputy, crossed out, or an empty ring; the words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_places(self, kinds: Sequence[str], spoken: str) -> None:
        """Show places of the given kinds; `spoken` says the same in words."""
        self._kinds = list(kinds)
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(1, len(self._kinds)) * px(SIDE + GAP), px(SIDE + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, kind in enumerate(self._kinds):
            box = QRectF(number * px(SIDE + GAP) + 1.5, 1.5, px(SIDE) - 3, px(SIDE) - 3)
            token = {FILLED: "good", DEPUTY: "good", AWAY: "late"}.get(kind, "edge")
            painter.setPen(QPen(colour(token), 1.6))
            painter.setBrush(colour("good") if kind == FILLED else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            if kind == DEPUTY:
                painter.setBrush(colour("good"))
                painter.drawPie(box, 90 * 16, 180 * 16)
            elif kind == AWAY:
                inset = box.width() * 0.15
                painter.drawLine(
                    box.bottomLeft() + QPointF(inset, -inset),
                    box.topRight() + QPointF(-inset, inset),
                )
