"""One seat of a group as a line to be pressed: what it is for, who holds it since when, or that it is vacant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, colour, font, px
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.plain_words import aloud

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT: Final = 52
WHO: Final = 0.46
NARROW: Final = 460
RIGHT: Final = 138
"""Kept for what stands at the right, so that the columns of all lines stand under one another."""


@dataclass(frozen=True)
class SeatLook:
    """What a line shows."""

    icon: str
    who: str
    organisation: str
    role: str
    """The kind of seat."""
    sector: str
    when: str
    flag: tuple[str, str, str] | None = None
    """(word, tone, icon) where something is the matter."""
    is_vacant: bool = False
    is_over: bool = False


class SeatLine(QAbstractButton):
    """Pressing it opens what can be done with the seat; `moved` tells arrow keys (-1 up, 1 down)."""

    moved = Signal(int)

    def __init__(self, look: SeatLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.is_last = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_look(look)

    def show_look(self, look: SeatLook) -> None:
        """Show another state of the seat."""
        self.look = look
        words = (look.role, look.sector, look.who, look.organisation, look.when, look.flag[0] if look.flag else "")
        self.setAccessibleName(aloud(*words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "chosen" if self.isChecked() else "hover" if self.underMouse() or self.isDown() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ground))
            painter.drawRoundedRect(self.rect(), 6, 6)
        elif not self.is_last:
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(px(12), self.height() - 1, self.width() - px(12), self.height() - 1)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_mark(painter)
        left, right = px(52), self.width() - px(12)
        chip = chip_size(look.flag[0]).width() if look.flag else 0
        beside = max(px(RIGHT), chip, QFontMetrics(font("note")).horizontalAdvance(look.when))
        room = right - beside - px(12) - left
        is_narrow = self.width() < px(NARROW)
        first = room if is_narrow else int(room * (1 - WHO) + px(20))
        ink = "late" if look.is_vacant else "faint" if look.is_over else "text"
        alone = not look.organisation and not is_narrow and not look.is_vacant
        if alone and QFontMetrics(font("body", MEDIUM)).horizontalAdvance(look.who) > first:
            _two_lines(painter, QRect(left, px(5), first, px(42)), look.who, ink)
        else:
            top = px(16) if alone else px(6)
            _words(painter, QRect(left, top, first, px(20)), look.who, ink, strong=not look.is_vacant)
        under = " · ".join(word for word in (look.role, look.sector) if word) if is_narrow else look.organisation
        _words(painter, QRect(left, px(26), first, px(18)), under, "faint", size="note")
        if not is_narrow:
            second = left + first + px(12)
            width = room - first - px(12)
            _words(painter, QRect(second, px(6), width, px(20)), look.role, "quiet")
            _words(painter, QRect(second, px(26), width, px(18)), look.sector, "faint", size="note")
        self._paint_right(painter, right)

    def _paint_mark(self, painter: QPainter) -> None:
        look = self.look
        ring = QRectF(px(12), (self.height() - px(30)) / 2, px(30), px(30))
        if look.is_vacant:
            pen = QPen(colour("late"), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("sunken" if look.is_over else "accent_soft"))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        ink = "late" if look.is_vacant else "faint" if look.is_over else "accent"
        inset = px(8)
        paint_icon(painter, ring.adjusted(inset, inset, -inset, -inset), look.icon, colour(ink))

    def _paint_right(self, painter: QPainter, right: int) -> None:
        look = self.look
        if look.flag:
            word, tone, icon_name = look.flag
            left = right - chip_size(word).width()
            paint_chip(painter, QRect(left, px(6), right - left, px(20)), word, tone, icon_name)
        face = font("note")
        painter.setFont(face)
        painter.setPen(colour("faint"))
        top = px(28) if look.flag else (self.height() - px(18)) // 2
        box = QRect(0, top, right, px(18))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, look.when)


def _words(painter: QPainter, box: QRect, text: str, ink: str, *, size: str = "body", strong: bool = False) -> None:
    face = font(size, MEDIUM) if strong else font(size)
    painter.setFont(face)
    painter.setPen(colour(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def _two_lines(painter: QPainter, box: QRect, text: str, ink: str) -> None:
    """A long name of a body without a person takes both lines."""
    painter.setFont(font("body", MEDIUM))
    painter.setPen(colour(ink))
    painter.drawText(box, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, text)
