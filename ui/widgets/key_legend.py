"""Which keys do what: key caps with a word each, in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import MEDIUM, colour, font, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

ROW = 24
GAP = 16


class KeyLegend(QWidget):
    """Shows (key, word) pairs; a screen reader hears them as one line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._keys: list[tuple[str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        self._keys = list(keys)
        self.setAccessibleName(f"{self._name}: " + ", ".join(f"{key} {word}" for key, word in self._keys))
        self.updateGeometry()
        self.update()

    def shown(self) -> list[tuple[str, str]]:
        """What it shows."""
        return list(self._keys)

    def _places(self, width: int) -> list[tuple[QRect, QRect]]:
        caps, words = QFontMetrics(font("small", MEDIUM)), QFontMetrics(font("note"))
        places = []
        x = y = 0
        for key, word in self._keys:
            cap = max(px(20), caps.horizontalAdvance(key) + px(10))
            room = cap + px(6) + words.horizontalAdvance(word)
            if x and x + room > width:
                x, y = 0, y + px(ROW)
            places.append((QRect(x, y + px(2), cap, px(20)), QRect(x + cap + px(6), y, room, px(ROW))))
            x += room + px(GAP)
        return places

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(self.width() or px(640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(ROW))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1][1].bottom() + 1 if places else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (cap, place), (key, word) in zip(self._places(self.width()), self._keys, strict=True):
            painter.setPen(QPen(colour("edge"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(colour("quiet"))
            painter.setFont(font("small", MEDIUM))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            painter.setPen(colour("faint"))
            painter.setFont(font("note"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
