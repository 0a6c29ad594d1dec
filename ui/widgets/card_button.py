"""A card that one can press: what such cards share, whatever is drawn on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget


class CardButton(QAbstractButton):
    """A card whose height follows from its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def paint_ground(self, painter: QPainter) -> None:
        """Draw ground and frame: brighter under the mouse, framed in colour where the keyboard stands."""
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_lit = self.underMouse() or self.isDown()
        painter.setBrush(colour("hover" if is_lit else "surface"))
        painter.setPen(QPen(colour("edge" if is_lit else "line"), 1))
        if self.hasFocus():
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(colour("accent"), 2))
        painter.drawRoundedRect(frame, 8, 8)
