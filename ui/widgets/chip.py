"""A chip: an icon and a word on a soft ground; the colour only repeats what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, colour, font, px

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

TONES: Final = ("quiet", "accent", "good", "warn", "late", "info")
TONE_ICON: Final = {
    "quiet": "circle",
    "accent": "circle-fill",
    "good": "check-circle-fill",
    "warn": "warning-fill",
    "late": "warning-circle-fill",
    "info": "info-fill",
}
"""The icon that goes with a tone where the caller has no better one."""


def ground_of(tone: str) -> str:
    """The token of the ground on which a tone's ink may stand."""
    return "sunken" if tone == "quiet" else f"{tone}_soft"


def chip_size(text: str, *, with_icon: bool = True) -> QSize:
    """How much room a chip needs."""
    words = QFontMetrics(font("small", MEDIUM)).horizontalAdvance(text)
    return QSize(words + px(14) + (px(16) if with_icon else 0), px(20))


def paint_chip(
    painter: QPainter, rect: QRect | QRectF, text: str, tone: str, icon_name: str | None = None, *, ground: str = ""
) -> None:
    """Draw a chip at the left of a rectangle, centred in its height (for delegates).

    `ground` is another token for its ground, where the row behind it has the chip's own.
    """
    glyph = TONE_ICON[tone] if icon_name is None else icon_name
    size = chip_size(text, with_icon=bool(glyph))
    body = QRectF(rect.x(), rect.y() + (rect.height() - size.height()) / 2, size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground or ground_of(tone)))
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    ink = colour(tone)
    left = body.x() + px(7)
    if glyph:
        side = px(12)
        paint_icon(painter, QRectF(left, body.center().y() - side / 2, side, side), glyph, ink)
        left += px(16)
    painter.setFont(font("small", MEDIUM))
    painter.setPen(ink)
    painter.drawText(QRectF(left, body.y(), body.right() - left, body.height()), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget. Tones: quiet, accent, good, warn, late, info; `icon_name=""` leaves the icon out."""

    def __init__(
        self, text: str = "", tone: str = "quiet", icon_name: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone, self._icon = text, tone, icon_name
        self.show_chip(text, tone, icon_name)

    def show_chip(self, text: str, tone: str, icon_name: str | None = None) -> None:
        """Say something else."""
        self._text, self._tone, self._icon = text, tone, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        return chip_size(self._text, with_icon=self._icon != "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self._text, self._tone, self._icon)
