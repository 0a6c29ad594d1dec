"""Chips beside one another, in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px
from ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

GAP = 8
ROW = 26


class ChipFlow(QWidget):
    """Shows (words, tone, icon) chips; a screen reader hears them as one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[tuple[str, str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        """Show other chips; with none the row is gone."""
        self._chips = list(chips)
        self.setAccessibleName(". ".join(self.words()))
        self.setVisible(bool(chips))
        self.updateGeometry()
        self.update()

    def words(self) -> list[str]:
        """What the chips say."""
        return [words for words, _, _ in self._chips]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for words, _tone, _icon in self._chips:
            size = chip_size(words)
            if x and x + size.width() > width:
                x, y = 0, y + px(ROW)
            places.append(QRect(x, y, size.width(), size.height()))
            x += size.width() + px(GAP)
        return places

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(self.width() or px(640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(20))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for place, (words, tone, icon_name) in zip(self._places(self.width()), self._chips, strict=True):
            paint_chip(painter, place, words, tone, icon_name)
