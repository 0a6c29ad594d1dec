"""The stages of something, from left to right: the reached ones filled, the present one ringed.

Each is named below its mark, in two lines where it has to be. Where that is too little room for one of them, the
present one alone is named, whole: a name that is cut helps nobody, and every name stands in the tooltip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.icons import paint_icon
from ui.text_lines import wrapped
from ui.theme import MEDIUM, colour, font, px
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QFont, QHelpEvent, QPaintEvent


LINES: Final = 2
TOP: Final = 29
"""Where the names begin, below the marks."""


class Stepper(QWidget):
    """Shows steps by name and where one is; hints (one a step, may be empty) stand in the tooltip."""

    def __init__(self, steps: Sequence[str] = (), present: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[str] = []
        self._hints: list[str] = []
        self._present = 0
        self._skipped: frozenset[int] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_steps(steps, present)

    def show_steps(
        self, steps: Sequence[str], present: int, hints: Sequence[str] = (), skipped: Collection[int] = ()
    ) -> None:
        """Show steps; `present` counts from 0, len(steps) means that all are done; `skipped` ones were left out."""
        self._steps, self._present, self._hints = list(steps), present, list(hints)
        self._skipped = frozenset(skipped)
        if self._steps:
            name = self._steps[min(present, len(self._steps) - 1)]
            said = self.tr("Step {number} of {count}: {name}")
            self.setAccessibleName(said.format(number=min(present + 1, len(steps)), count=len(steps), name=name))
        self.updateGeometry()
        self.update()

    def named(self) -> dict[int, list[str]]:
        """The names that there is room for at the present width, in lines, by the number of their step."""
        return self._named(self.width())

    def sizeHint(self) -> QSize:
        return QSize(px(96) * max(1, len(self._steps)), self.heightForWidth(px(96) * max(1, len(self._steps))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(28) * max(1, len(self._steps)), px(50))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tallest = max((len(lines) for lines in self._named(width).values()), default=1)
        return px(TOP) + tallest * QFontMetrics(font("note")).lineSpacing() + px(4)

    def _named(self, width: int) -> dict[int, list[str]]:
        here = min(self._present, len(self._steps) - 1)
        room = width // max(1, len(self._steps)) - px(6)
        told = {}
        for index, name in enumerate(self._steps):
            face = self._face(index)
            lines = wrapped(name, face, room, LINES)
            whole = " ".join(lines) == " ".join(name.split())
            if not whole or any(QFontMetrics(face).horizontalAdvance(line) > room for line in lines):
                return {here: wrapped(self._steps[here], self._face(here), width, LINES)}
            told[index] = lines
        return told

    def _face(self, index: int) -> QFont:
        return font("note", MEDIUM) if index == self._present else font("note")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._steps:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            index = int(help_event.pos().x() * len(self._steps) / max(1, self.width()))
            hint = self._hints[index] if 0 <= index < len(self._hints) else ""
            QToolTip.showText(
                help_event.globalPos(), plain_tip(hint or self._steps[max(0, min(index, len(self._steps) - 1))])
            )
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / max(1, len(self._steps))
        radius, middle = px(9), px(14)
        named = self.named()
        for index in range(len(self._steps)):
            x = step * index + step / 2
            reached = index <= self._present
            if index:
                painter.setPen(QPen(colour("accent" if reached else "line"), 2))
                painter.drawLine(QPointF(x - step + radius + px(4), middle), QPointF(x - radius - px(4), middle))
            self._paint_mark(painter, QRectF(x - radius, middle - radius, 2 * radius, 2 * radius), index)
            is_done = reached and index not in self._skipped
            painter.setPen(colour("text" if index == self._present else "quiet" if is_done else "faint"))
            self._paint_name(painter, x, index, named.get(index, []))

    def _paint_name(self, painter: QPainter, x: float, index: int, lines: list[str]) -> None:
        """Centred below its mark, and never beyond the edges."""
        face = self._face(index)
        painter.setFont(face)
        metrics = QFontMetrics(face)
        for number, line in enumerate(lines):
            wide = metrics.horizontalAdvance(line)
            left = max(0.0, min(x - wide / 2, self.width() - wide))
            painter.drawText(QPointF(left, px(TOP) + number * metrics.lineSpacing() + metrics.ascent()), line)

    def _paint_mark(self, painter: QPainter, ring: QRectF, index: int) -> None:
        if index < self._present and index in self._skipped:
            painter.setPen(QPen(colour("edge"), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
            return
        if index < self._present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(ring)
            inset = px(4)
            paint_icon(painter, ring.adjusted(inset, inset, -inset, -inset), "check-bold", colour("on_accent"))
            return
        here = index == self._present
        painter.setPen(QPen(colour("accent" if here else "edge"), 2 if here else 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            inset = px(5)
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
