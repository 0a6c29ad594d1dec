"""Small controls beside one another, in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

GAP: Final = 8


class Flow(QWidget):
    """Lays its controls out by their own sizes; `name` is what a screen reader calls the group."""

    def __init__(self, name: str, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Lay them out anew: some were shown or hidden, or say something else."""
        self.setFixedHeight(self._needed(self.width()))
        self._arrange()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = tall = 0
        for part in self._shown():
            size = part.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + tall + px(GAP)
            places.append(QRect(x, y, min(size.width(), max(width, 1)), size.height()))
            x, tall = x + size.width() + px(GAP), size.height()
        return places

    def _arrange(self) -> None:
        for part, place in zip(self._shown(), self._places(self.width()), strict=True):
            part.setGeometry(place)

    def sizeHint(self) -> QSize:
        return QSize(px(320), self._needed(self.width() or px(640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self._needed(self.width() or px(640)))

    def _needed(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A page that does not scroll asks nobody how high its parts are at their width.
        self.fit()
