"""One tier of the chain: its name on a rail at the left, its cards at the right, as many side by side as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, colour, font, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

RAIL: Final = 168
MOST: Final = 3
NARROWEST: Final = 250


class Rail(QWidget):
    """The tier's name beside a line that goes up to the tier above; `is_chain` is False for what stands beside it."""

    def __init__(self, title: str, detail: str, icon_name: str, *, above: bool, below: bool, is_chain: bool) -> None:
        super().__init__()
        self._title, self._detail, self._icon = title, detail, icon_name
        self._above, self._below, self._is_chain = above, below, is_chain
        self.setAccessibleName(f"{title}. {detail}")
        self.setFixedWidth(px(RAIL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        # Twice the room between two tiers, so that the line meets the next one.
        self.setMinimumHeight(px(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius = px(14), px(24), px(13)
        line = QPen(colour("edge" if self._is_chain else "line"), 1.5)
        if not self._is_chain:
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        if self._above:
            painter.drawLine(QPointF(x, 0), QPointF(x, y - radius - px(2)))
        if self._below:
            painter.drawLine(QPointF(x, y + radius + px(8)), QPointF(x, self.height()))
            # The head of the arrow: what a group raises goes up.
            tip = QPointF(x, y + radius + px(4))
            head = QPolygonF([tip, tip + QPointF(-px(4), px(7)), tip + QPointF(px(4), px(7))])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("edge"))
            painter.drawPolygon(head)
        ring = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if self._is_chain else "sunken"))
        painter.drawEllipse(ring)
        inset = px(6)
        ink = colour("accent" if self._is_chain else "quiet")
        paint_icon(painter, ring.adjusted(inset, inset, -inset, -inset), self._icon, ink)
        left, width = px(38), self.width() - px(50)
        painter.setFont(font("body", MEDIUM))
        painter.setPen(colour("text"))
        wrap = Qt.TextFlag.TextWordWrap
        room = QFontMetrics(painter.font()).boundingRect(QRect(0, 0, width, 900), wrap, self._title).height()
        painter.drawText(QRect(left, px(13), width, room), wrap, self._title)
        painter.setFont(font("note"))
        painter.setPen(colour("faint"))
        painter.drawText(QRect(left, px(15) + room, width, self.height()), wrap, self._detail)


class Cards(QWidget):
    """Widgets of one width in rows; how many stand side by side follows the room."""

    def __init__(self, cards: Sequence[QWidget], most: int = MOST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards, self._most, self._across = list(cards), most, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        # The width asks for columns, not the columns for width.
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._lay_out(min(most, max(1, len(self._cards))))

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        for number in range(self._most):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        self._across = across
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // across, place % across)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = max(1, (event.size().width() + 12) // (px(NARROWEST) + 12))
        self._lay_out(min(self._most, fits))


class TierRow(QWidget):
    """Rail and cards of one tier."""

    def __init__(self, rail: Rail, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = rail
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(rail)
        across.addWidget(content, 1)
