"""The running clock: the meeting as a bar, each item as long as it takes; what runs past the end stands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import MEDIUM, colour, font, px
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

BAR: Final = 8
GAP: Final = 2


@dataclass(frozen=True)
class Stretch:
    """One item on the clock: its key, its length in minutes, and what is said of it."""

    key: int
    minutes: int
    said: str


class RunningClock(QWidget):
    """Draws start, end and the items between; `chosen` tells the key of an item that was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: list[Stretch] = []
        self._length, self._current = 0, 0
        self._starts = self._ends = self._over = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_clock(
        self, stretches: Sequence[Stretch], length: int, *, starts: str, ends: str, summary: str, over: str = ""
    ) -> None:
        """Show a meeting of `length` minutes; `starts` and `ends` stand at its ends, `over` where it runs past them.

        `summary` is what a screen reader says.
        """
        self._stretches, self._length = list(stretches), length
        self._starts, self._ends, self._over = starts, ends, over
        self.setAccessibleName(summary)
        self.update()

    def choose(self, key: int) -> None:
        """Light up an item."""
        self._current = key
        self.update()

    @property
    def planned(self) -> int:
        """All minutes together."""
        return sum(stretch.minutes for stretch in self._stretches)

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(34))

    def _scale(self) -> float:
        return self.width() / max(1, self._length, self.planned)

    def _rects(self) -> list[tuple[Stretch, QRectF]]:
        found, x, scale = [], 0.0, self._scale()
        for stretch in self._stretches:
            width = stretch.minutes * scale
            found.append((stretch, QRectF(x, px(2), max(0.0, width - GAP), px(BAR))))
            x += width
        return found

    def _stretch_at(self, x: float) -> Stretch | None:
        return next((one for one, rect in self._rects() if rect.left() <= x <= rect.right() + GAP), None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._stretch_at(event.pos().x())
            QToolTip.showText(event.globalPos(), plain_tip(found.said if found else ""))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._stretch_at(event.position().x())
        if found is not None:
            self.chosen.emit(found.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = self._length * self._scale()
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(0, px(2), self.width(), px(BAR)), px(3), px(3))
        painter.setClipPath(whole)
        painter.fillRect(QRectF(0, px(2), end, px(BAR)), colour("sunken"))
        for stretch, rect in self._rects():
            here = stretch.key == self._current
            inside = rect.intersected(QRectF(0, 0, end, self.height()))
            painter.fillRect(inside, colour("accent", 255 if here else 110))
            if rect.right() > end:
                painter.fillRect(rect.intersected(QRectF(end, 0, self.width(), self.height())), colour("late"))
        painter.setClipping(False)
        if self._over:
            painter.setPen(QPen(colour("late"), 2))
            painter.drawLine(QPointF(end, 0), QPointF(end, px(BAR) + px(4)))
        self._paint_words(painter, end)

    def _paint_words(self, painter: QPainter, end: float) -> None:
        top, height = px(BAR) + px(6), px(18)
        face = font("small")
        painter.setFont(face)
        painter.setPen(colour("faint"))
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, top, self.width(), height), flags, self._starts)
        metrics = QFontMetrics(face)
        width = metrics.horizontalAdvance(self._ends)
        bold = font("small", MEDIUM)
        over = QFontMetrics(bold).horizontalAdvance(self._over) + px(8) if self._over else 0
        left = max(
            float(metrics.horizontalAdvance(self._starts) + px(10)), min(end - width, self.width() - width - over)
        )
        painter.drawText(QRectF(left, top, width + 2, height), flags, self._ends)
        if self._over:
            painter.setFont(bold)
            painter.setPen(colour("late"))
            painter.drawText(QRectF(left + width + px(8), top, over, height), flags, self._over)
