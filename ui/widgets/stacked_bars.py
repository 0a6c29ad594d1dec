"""Bars of several parts one above the other; arrow keys go from bar to bar and tell its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.messages import announce
from ui.theme import MEDIUM, RADIUS, colour, font, px, theme
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

HEIGHT: Final = 220
FOOT: Final = 26
HEAD: Final = 24
LEAST: Final = 15
KEY: Final = 22
# Dark and light by turns, so that neighbours differ without their hue too: (ground, ink upon it) in light, in dark.
TONES: Final[tuple[tuple[tuple[str, str], tuple[str, str]], ...]] = (
    (("#0B655D", "#FFFFFF"), ("#2C8C80", "#08110F")),
    (("#B4D9D3", "#17211E"), ("#B9E4DC", "#08110F")),
    (("#536486", "#FFFFFF"), ("#4A5F8C", "#FFFFFF")),
    (("#F2D9AA", "#17211E"), ("#F0D9A8", "#08110F")),
    (("#7B3F5F", "#FFFFFF"), ("#8A4A6C", "#FFFFFF")),
    (("#CED7E5", "#17211E"), ("#CBD6E8", "#08110F")),
    (("#5A5A54", "#FFFFFF"), ("#62625B", "#FFFFFF")),
    (("#ECCBD0", "#17211E"), ("#EBC9CF", "#08110F")),
    (("#375740", "#FFFFFF"), ("#3E6A4B", "#FFFFFF")),
)


@dataclass(frozen=True)
class BarPart:
    """A part of each bar, from the bottom up: its name, and its figure in each bar."""

    name: str
    values: tuple[int, ...]


class StackedBars(QWidget):
    """The bars, and below them which part has which ground, in the order of the bars from the bottom up."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._names: list[str] = []
        self._parts: list[BarPart] = []
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_bars(self, names: Sequence[str], parts: Sequence[BarPart]) -> None:
        """Show a bar for each name."""
        self._names, self._parts = list(names), list(parts)
        self.at = -1
        self._say()
        self.updateGeometry()
        self.update()

    def said(self, place: int) -> str:
        """A bar in words."""
        values = [f"{part.name} {part.values[place]}" for part in self._parts]
        return f"{self._names[place]}: {self.total(place)}. {', '.join(values)}"

    def total(self, place: int) -> int:
        """The whole height of a bar."""
        return sum(part.values[place] for part in self._parts)

    def _say(self) -> None:
        bars = [self.said(place) for place in range(len(self._names))]
        self.setAccessibleName(". ".join([self._name, *(bars if self.at < 0 else [bars[self.at]])]))

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(HEIGHT + KEY * len(self._parts)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(HEIGHT + KEY * len(self._parts)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._names:
            self.at = max(0, min(self.at + step, len(self._names) - 1))
            self._say()
            announce(self, self.said(self.at))
            self.update()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = next((n for n in range(len(self._names)) if self._bar(n).contains(event.pos())), -1)
            if place >= 0:
                QToolTip.showText(event.globalPos(), plain_tip(self.said(place)), self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _bar(self, place: int) -> QRect:
        step = self.width() / max(1, len(self._names))
        wide = min(px(84), round(step * 0.6))
        left = round(place * step + (step - wide) / 2)
        return QRect(left, px(HEAD), wide, px(HEIGHT - HEAD - FOOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((self.total(place) for place in range(len(self._names))), default=0) or 1
        for place, name in enumerate(self._names):
            self._paint_bar(painter, self._bar(place), place, most)
            below = QRect(
                self._bar(place).left() - px(40), px(HEIGHT - FOOT), self._bar(place).width() + px(80), px(FOOT)
            )
            painter.setFont(font("note"))
            painter.setPen(colour("quiet"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
            if self.hasFocus() and place == self.at:
                painter.setPen(QPen(colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self._bar(place)).adjusted(-5, -px(HEAD) + 2, 5, 2), RADIUS, RADIUS)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, px(HEIGHT - FOOT), self.width(), px(HEIGHT - FOOT))
        self._paint_keys(painter)
        if self.hasFocus() and self.at < 0:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_bar(self, painter: QPainter, room: QRect, place: int, most: int) -> None:
        foot = float(room.bottom() + 1)
        for part, (ground, ink) in zip(self._parts, _tones(len(self._parts)), strict=True):
            tall = room.height() * part.values[place] / most
            if not tall:
                continue
            box = QRectF(room.left(), foot - tall, room.width(), tall)
            painter.fillRect(box.adjusted(0, 1, 0, 0), ground)
            if tall >= px(LEAST):
                painter.setFont(font("small", MEDIUM))
                painter.setPen(ink)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(part.values[place]))
            foot -= tall
        painter.setFont(font("note", MEDIUM))
        painter.setPen(colour("text"))
        above = QRectF(room.left() - px(20), foot - px(HEAD), room.width() + px(40), px(HEAD))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(self.total(place)))

    def _paint_keys(self, painter: QPainter) -> None:
        # What is above in the bars is above here.
        face = font("note")
        painter.setFont(face)
        rows = list(zip(self._parts, _tones(len(self._parts)), strict=True))
        for number, (part, (ground, _)) in enumerate(reversed(rows)):
            top = px(HEIGHT + KEY * number)
            side = px(12)
            painter.fillRect(QRect(px(2), top + (px(KEY) - side) // 2, side, side), ground)
            words = QRect(px(22), top, self.width() - px(22), px(KEY))
            shown = QFontMetrics(face).elidedText(part.name, Qt.TextElideMode.ElideRight, words.width())
            painter.setPen(colour("quiet"))
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _tones(count: int) -> list[tuple[QColor, QColor]]:
    """Grounds and the inks upon them, of the theme in force."""
    side = 1 if theme().colours.dark else 0
    return [(QColor(TONES[n % len(TONES)][side][0]), QColor(TONES[n % len(TONES)][side][1])) for n in range(count)]
