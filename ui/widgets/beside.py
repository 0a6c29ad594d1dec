"""Two widgets beside each other, or below each other where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Beside(QWidget):
    """A pair that is turned as room and words ask for; the room that is left stands behind it, or between (`apart`)."""

    def __init__(
        self, first: QWidget, second: QWidget, *, gap: int = 8, apart: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = (first, second)
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)
        self.box.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        if apart:
            self.box.addStretch()
        self.box.addWidget(second, 0, Qt.AlignmentFlag.AlignLeft)
        if not apart:
            self.box.addStretch()

    def _turn(self) -> None:
        shown = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        has_room = self.width() >= sum(shown) + self.box.spacing() * (len(shown) - 1)
        way = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if self.box.direction() != way:
            self.box.setDirection(way)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        widest = max(part.sizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())
