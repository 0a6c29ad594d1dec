"""What stands around an entry's text: a word above it, chips below it, a ground behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.chip import chip_size, paint_chip

HEAD: Final = 26
FOOT: Final = 34
GAP: Final = 12
"""Between two entries."""
INSET: Final = 16
"""Between the edge of a ground and its words."""
AIR: Final = 8


@dataclass(frozen=True)
class FootChip:
    """A chip below an entry; pressing it tells `action`."""

    text: str
    tone: str
    icon: str
    action: str


@dataclass(frozen=True)
class Mark:
    """What is shown around an entry; a plain note has nothing of it."""

    word: str = ""
    icon: str = ""
    tone: str = ""
    """A tone of the theme for ground and edge; empty for none."""
    aside: str = ""
    """Behind the word, in small letters."""
    chips: tuple[FootChip, ...] = ()
    note: str = ""
    """A sentence behind the chips."""
    note_tone: str = "quiet"
    lock: str = ""
    """The words beside a lock, where not everybody may read the entry."""

    @property
    def has_head(self) -> bool:
        """Whether a line stands above the text."""
        return bool(self.word or self.lock or self.aside)

    @property
    def has_foot(self) -> bool:
        """Whether a line stands below the text."""
        return bool(self.chips or self.note)

    @property
    def is_set_in(self) -> bool:
        """Whether the text stands on a ground of its own."""
        return bool(self.tone)


PLAIN: Final = Mark()


def paint_ground(painter: QPainter, body: QRectF, mark: Mark) -> None:
    """Draw the ground behind an entry, with a bar at its left."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{mark.tone}_soft"))
    painter.drawRoundedRect(body, RADIUS, RADIUS)
    painter.setBrush(colour(mark.tone))
    painter.drawRoundedRect(QRectF(body.left(), body.top(), px(4), body.height()), 2, 2)


def paint_head(painter: QPainter, line: QRectF, mark: Mark) -> None:
    """Draw the word above an entry, then what stands aside, and the lock at the right."""
    left = line.left()
    ink = colour(mark.tone or "quiet")
    side = px(15)
    face = font("small", MEDIUM)
    if mark.word:
        if mark.icon:
            paint_icon(painter, QRectF(left, line.center().y() - side / 2, side, side), mark.icon, ink)
            left += side + px(6)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()), _MIDDLE, mark.word)
        left += QFontMetrics(face).horizontalAdvance(mark.word) + px(10)
    if mark.aside:
        painter.setFont(font("small"))
        painter.setPen(colour(mark.tone or "faint"))
        painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()), _MIDDLE, mark.aside)
    if mark.lock:
        wide = QFontMetrics(face).horizontalAdvance(mark.lock)
        start = line.right() - wide - side - px(6)
        paint_icon(painter, QRectF(start, line.center().y() - side / 2, side, side), "lock-simple-fill", colour("late"))
        painter.setFont(face)
        painter.setPen(colour("late"))
        painter.drawText(QRectF(start + side + px(6), line.top(), wide + 2, line.height()), _MIDDLE, mark.lock)


def paint_foot(painter: QPainter, line: QRectF, mark: Mark, hovered: QPointF | None) -> list[tuple[QRectF, str]]:
    """Draw the chips below an entry and the sentence behind them; give where each chip can be pressed."""
    places = []
    left = line.left()
    for chip in mark.chips:
        words, size = chip.text, chip_size(chip.text)
        if left + size.width() > line.right():
            free = int(line.right() - left) - chip_size("").width()
            words = QFontMetrics(font("small", MEDIUM)).elidedText(words, Qt.TextElideMode.ElideRight, max(0, free))
            size = chip_size(words)
        room = QRectF(left, line.top(), size.width(), line.height())
        body = QRectF(left, line.center().y() - size.height() / 2, size.width(), size.height())
        paint_chip(painter, room, words, chip.tone, chip.icon, ground="surface" if mark.tone else "")
        if hovered is not None and body.contains(hovered):
            painter.setPen(QPen(colour(chip.tone), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        places.append((body, chip.action))
        left += size.width() + px(AIR)
    if mark.note:
        face = font("note")
        painter.setFont(face)
        painter.setPen(colour(mark.note_tone))
        room = QRectF(left, line.top(), line.right() - left, line.height())
        text = QFontMetrics(face).elidedText(mark.note, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _MIDDLE, text)
    return places


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
