"""One step of something that goes through time: a dot on a line, what happened, when, and who."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, colour, font, px
from ui.widgets.chip import ground_of
from ui.widgets.plain_words import aloud, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


@dataclass(frozen=True)
class TimelineStep:
    """A step: title, detail, when it was; `icon` in a tone stands in its dot; what is still to come is hollow."""

    title: str
    detail: str = ""
    when: str = ""
    icon: str = ""
    tone: str = "accent"
    is_ahead: bool = False


class TimelineRow(QWidget):
    """Draws a step; the line goes on to the rows above and below unless it is the first or last."""

    def __init__(
        self, step: TimelineStep, *, is_first: bool = False, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step, self._is_first, self._is_last = step, is_first, is_last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(aloud(step.when, step.title, step.detail))
        self.setToolTip(plain_tip(step.detail))

    def sizeHint(self) -> QSize:
        return QSize(px(260), px(44) if self._step.detail else px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, step = QPainter(self), self._step
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius = px(12), px(13), px(9)
        painter.setPen(QPen(colour("line"), 2))
        if not self._is_first:
            painter.drawLine(QPointF(x, 0), QPointF(x, y - radius))
        if not self._is_last:
            painter.drawLine(QPointF(x, y + radius), QPointF(x, self.height()))
        dot = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(colour("edge" if step.is_ahead else step.tone), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if step.is_ahead else colour(ground_of(step.tone)))
        painter.drawEllipse(dot)
        if step.icon:
            inset = px(4)
            ink = colour("faint" if step.is_ahead else step.tone)
            paint_icon(painter, dot.adjusted(inset, inset, -inset, -inset), step.icon, ink)
        left, right = px(32), self.width() - px(4)
        painter.setFont(font("note"))
        painter.setPen(colour("faint"))
        side = QFontMetrics(painter.font()).horizontalAdvance(step.when)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - side, px(3), side + 2, px(20)), middle, step.when)
        width = right - side - px(10) - left
        face = font("body") if step.is_ahead else font("body", MEDIUM)
        painter.setFont(face)
        painter.setPen(colour("quiet" if step.is_ahead else "text"))
        title = QFontMetrics(face).elidedText(step.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, px(3), width, px(20)), middle, title)
        if step.detail:
            painter.setFont(font("note"))
            painter.setPen(colour("faint"))
            text = QFontMetrics(font("note")).elidedText(step.detail, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QRectF(left, px(23), right - left, px(18)), middle, text)
